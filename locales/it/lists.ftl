# Gestione: gli elenchi da stampare. La frase in alto dice quale elenco è.

print-version = Versione da stampare
print-back = Torna all’elenco
print-people = { $n ->
    [one] 1 iscrizione.
   *[other] { $n } iscrizioni.
} Edizione: { $edition }. Workshop o corso: { $offering }. Stato: { $state }.{ $has_search ->
    [yes] {" "}Ricerca: «{ $search }».
   *[no] {""}
} Stampa di { $day }.
print-calls = { $n ->
    [0] Nessuna telefonata da fare.
    [one] 1 telefonata da fare.
   *[other] { $n } telefonate da fare.
} Stampa di { $day }.
print-certificates = { $n ->
    [0] Nessuna persona.
    [one] 1 persona.
   *[other] { $n } persone.
} Edizione: { $edition }. Attestati pubblicati: { $issued }, da pubblicare: { $ready }. Stampa di { $day }.
print-board = { $n ->
    [0] Nessuna persona.
    [one] 1 persona.
   *[other] { $n } persone.
} Edizione: { $edition }. Tappa: { $stage }. Stampa di { $day }.
print-board-filter = Filtro: { $chosen }.
print-board-profile = Profilo: { $profile }.
print-board-workshop = Workshop: { $workshop }.
print-board-search = Ricerca: «{ $search }».
