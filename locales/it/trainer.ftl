# In aula: le giornate, il registro, chi non è in elenco, la chiusura.
# Un giorno sta da solo o dopo «di» con il giorno della settimana.

## Le giornate

room-title = In aula
room-today = Oggi, { $day }
room-none-today = Oggi non hai giornate.
room-none-today-next = Oggi non hai giornate. La prossima: { $day }.
room-nothing = Non hai ancora giornate. Te le assegna l’ufficio: da quel momento le trovi qui.
room-forgotten = Da chiudere
room-forgotten-text = Finché il registro è aperto, queste presenze non contano per nessuno.
room-to-come = Le prossime
room-past = Già tenute
room-course = Il corso
room-day-of = giornata { $n } di { $of }
room-expected =
    { $n ->
        [0] Ancora nessuna persona attesa
        [one] 1 persona attesa
       *[other] { $n } persone attese
    }
# Di una giornata già tenuta.
room-listed-count = { $n ->
    [0] Nessuna persona in elenco
    [one] { $n } persona in elenco
   *[other] { $n } persone in elenco
}
room-open-register = Apri le presenze
room-see-register = Vedi le presenze
room-cancelled = Annullata
room-register-open = Registro aperto
room-register-closed = Chiuso da poco
room-register-effective = Registro chiuso

## Il registro

room-register-title = Presenze, { $day }: { $marked } di { $total }
room-register-title-undated = Presenze: { $marked } di { $total }
room-register-h1 = Presenze, { $day }
room-register-h1-undated = Presenze, data in arrivo
room-of = di { $n }
room-marked = con un segno
room-add = Aggiungi
room-add-whom = una persona non in elenco
room-close = Chiudi
room-close-what = il registro
room-close-later = Il registro si chiude dopo l’inizio.
room-key = P presente · R in ritardo, conta · A assente
room-key-late = { $minutes ->
    [0] P presente · R in ritardo, conta; dopo l’inizio di solito A · A assente
    [one] P presente · R in ritardo, entro { $minutes } minuto; oltre, di solito A · A assente
   *[other] P presente · R in ritardo, entro { $minutes } minuti; oltre, di solito A · A assente
}
room-too-late = { $minutes ->
    [one] È passato più di { $minutes } minuto dall’inizio: per chi arriva adesso proponiamo A, assente. Se segni R, in ritardo, vale come presenza.
   *[other] Sono passati più di { $minutes } minuti dall’inizio: per chi arriva adesso proponiamo A, assente. Se segni R, in ritardo, vale come presenza.
}
room-mark-p = Presente
room-mark-r = In ritardo
room-mark-a = Assente
room-mark-u = Uscita anticipata
room-mark-g = Assenza giustificata
room-mark-none = Non segnata
room-below-u = uscita anticipata
room-below-g = giustificata
room-below-none = non segnata
room-other = altro
room-other-for = altri segni per { $name }
room-own = La tua presenza la segna qualcun altro.
room-needs = In aula serve: { $needs }
room-provisional = posto provvisorio
room-provisional-title = Con un posto provvisorio
room-provisional-text = Segna anche queste persone, se ci sono.
room-walk-in = Non in elenco
room-empty = Nessuno in elenco.
room-empty-text = Se in aula c’è qualcuno, usa «Aggiungi».
room-others =
    { $n ->
        [one] Fuori elenco: 1 persona
       *[other] Fuori elenco: { $n } persone
    }
room-others-text = Aspettano un posto o una conferma, oppure l’iscrizione è annullata. Segnarle non darebbe un posto: se una di loro è in aula, usa «Aggiungi».
room-enrolled-pending-place = Mail da confermare
room-enrolled-pending-wait = In attesa, mail da confermare
room-enrolled-applied = Domanda fatta
room-enrolled-waitlisted = In lista d’attesa
room-enrolled-offered = Posto offerto
room-enrolled-cancelled = Iscrizione annullata
room-dock = I segni contano quando li salvi.
room-save = Salva presenze
room-save-close = Salva e chiudi il registro
room-not-saved = Le presenze non sono salvate
room-not-saved-text = I segni che hai messo sono ancora qui sotto: controllali e salva di nuovo.
room-lost = Avevi messo { $yours }: non è salvato.
refusal-unknown-mark = Uno dei segni non è tra quelli del registro, e non ne abbiamo salvato nessuno.
refusal-list-changed = Nel frattempo l’elenco è cambiato, e non abbiamo salvato nessun segno. Qui sotto c’è l’elenco di adesso.
room-closed = Il registro è chiuso.
room-closed-text = Ha effetto { $at }. Fino ad allora puoi annullare: non cambia niente e non parte nessuna mail.
room-effective-text = Ha effetto da { $at }: i percorsi sono aggiornati. Se un segno non torna, parlane con l’ufficio.
room-undo = Annulla la chiusura
room-all = Tutte le giornate

## Aggiungere una persona

room-back = Torna alle presenze
room-add-title = Aggiungi una persona
room-add-closed = Finché il registro è chiuso non si aggiunge nessuno.
room-search-title = Forse c’è già: cerca il nome
room-search = Nome, cognome o email
room-search-hint = Bastano 3 lettere. Un nome più corto, o l’indirizzo email, va scritto intero.
room-search-early = Da quel giorno si cerca qui anche chi conosciamo già: prima, lo aggiunge l’ufficio.
room-known-early = C’è già qualcuno con questo indirizzo, e con un altro nome. Correggi l’indirizzo, oppure senti l’ufficio.
room-search-button = Cerca
room-found =
    { $n ->
        [one] Trovata 1 persona.
       *[other] Trovate { $n } persone.
    }
room-found-is = C’è già { $name }, { $email }: è lei?
room-found-is-plain = C’è già { $name }, senza email: è lei?
room-found-none = Nessuno con «{ $search }». Puoi aggiungere una persona nuova.
room-listed = È già in elenco
room-listed-link = Vai alla sua riga
room-add-present = Aggiungi e segna presente
room-add-plain = Aggiungi all’elenco
room-add-early = Il segno si mette il giorno dell’incontro.
room-new = Aggiungi una persona nuova
room-new-other = Non è tra queste: aggiungi una persona nuova
room-given = Nome
room-family = Cognome
room-contact = Email oppure telefono
room-contact-hint = Ne basta uno. Con l’email la conferma arriva da sola.
room-email = Email
room-phone = Telefono
room-privacy = Ho letto ad alta voce l’informativa
room-privacy-link = L’informativa da leggere
room-full = { $n } su { $n }: aggiungi lo stesso?
room-meanwhile = { $by } ha segnato { $theirs } ({ $at }), tu { $yours }. Se salvi, vale { $yours }.
room-full-plain = La sala è al completo: aggiungi lo stesso?
room-kept = Il posto libero è di chi aspetta in lista: aggiungi lo stesso?
room-full-text = Puoi aggiungere { $name } con un posto in più. Resta scritto chi l’ha dato e perché.
room-full-text-known = Puoi aggiungere questa persona con un posto in più. Resta scritto chi l’ha dato e perché.
room-reason = Motivo
room-reason-hint = Una riga basta: per esempio, «c’è ancora una sedia».
room-full-button = Aggiungi lo stesso
room-full-no = Non aggiungere, torna alle presenze

## Chiudere

room-close-title = Chiudi il registro
room-not-done = Non è stato possibile
room-close-not-begun = Il registro si chiude dopo l’inizio della giornata: { $day }.
room-close-undated = Questa giornata non ha ancora una data: il registro si chiude dopo l’inizio.
room-close-unmarked =
    { $n ->
        [one] 1 persona è senza segno
       *[other] { $n } persone sono senza segno
    }
room-close-unmarked-text = Senza un segno nessuno diventa assente: l’ufficio vede i nomi e controlla.
room-close-unmarked-link = Torna a segnare
room-totals = I segni
room-total-present = Presenti
room-total-late = In ritardo, contano
room-total-left-early = Con uscita anticipata, contano
room-total-absent = Assenti
room-total-excused = Con assenza giustificata
room-total-unmarked = Senza segno
room-after = Che cosa cambia
room-after-course = È una giornata del corso: si aggiorna il conto delle giornate frequentate.
room-after-reach =
    { $n ->
        [one] Chiudendo, 1 persona arriva al numero di workshop che serve e riceve l’invito al corso.
       *[other] Chiudendo, { $n } persone arrivano al numero di workshop che serve e ricevono l’invito al corso.
    }
room-after-reach-none = Con questi segni nessuna persona arriva ancora al numero di workshop che serve.
room-after-final =
    { $n ->
        [one] Chiudendo, 1 persona con un posto provvisorio nel corso arriva al numero di workshop che serve: il posto diventa definitivo, e riceve la conferma.
       *[other] Chiudendo, { $n } persone con un posto provvisorio nel corso arrivano al numero di workshop che serve: il posto diventa definitivo, e ricevono la conferma.
    }
room-after-short =
    { $n ->
        [one] A 1 persona mancano ancora workshop
       *[other] A { $n } persone mancano ancora workshop
    }
room-missing =
    { $missing ->
        [one] ne manca 1
       *[other] ne mancano { $missing }
    }
room-close-effect =
    { $minutes ->
        [one] La chiusura ha effetto dopo 1 minuto. Fino ad allora puoi annullarla: non cambia niente e non parte nessuna mail.
       *[other] La chiusura ha effetto dopo { $minutes } minuti. Fino ad allora puoi annullarla: non cambia niente e non parte nessuna mail.
    }
room-close-button = Chiudi il registro
