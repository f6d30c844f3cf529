# Gli attestati: la pagina dell’ufficio, la verifica pubblica, i documenti di chi partecipa, le mail.

## Sulla carta

award-signature-training = Responsabile della formazione
award-signature-president = Presidente di { $organisation }

## La pagina dell’ufficio

office-nav-certificates = Attestati
award-title = Attestati
award-lede = Chi può avere l’attestato del corso, e che cosa manca agli altri. Il programma propone: pubblica una persona.
award-no-course = Questa edizione non ha un corso.
award-no-number = L’edizione non dice ancora quante giornate servono per l’attestato: finché manca, non si propone niente. Il numero sta nella regola dell’edizione.
award-needed = { $n ->
    [one] Per l’attestato serve { $n } giornata.
   *[other] Per l’attestato servono { $n } giornate.
}
award-summary = { $issued ->
    [one] { $issued } attestato pubblicato
   *[other] { $issued } attestati pubblicati
}, { $ready ->
    [0] niente da pubblicare adesso.
    [one] { $ready } da pubblicare.
   *[other] { $ready } da pubblicare.
}
award-names = Controlla i nomi
award-names-text = { $n ->
    [one] Una persona riceve una mail: guarda come sarà scritto il suo nome e, se serve, lo corregge.
   *[other] { $n } persone ricevono una mail: guardano come sarà scritto il loro nome e, se serve, lo correggono.
}
award-all = { $n ->
    [one] Pubblica l’attestato da pubblicare
   *[other] Pubblica tutti e { $n }
}
award-all-text = Ognuno riceve il suo numero e una mail con il collegamento per scaricarlo. Puoi chiudere la pagina: il lavoro va avanti da solo.
award-all-text-calls = Ognuno riceve il suo numero. Chi ha un’email riceve una mail con il collegamento per scaricarlo, gli altri vanno avvisati per telefono. Puoi chiudere la pagina: il lavoro va avanti da solo.
award-all-unanswered = { $n ->
    [one] Una persona non ha ancora risposto sul suo nome: il suo attestato si pubblica con il nome scritto com’è ora.
   *[other] { $n } persone non hanno ancora risposto sul loro nome: i loro attestati si pubblicano con il nome scritto com’è ora.
}
award-sure = { $n ->
    [one] Pubblicare 1 attestato?
   *[other] Pubblicare { $n } attestati?
}
award-sure-name = Sull’attestato sarà scritto: { $name }.
award-sure-letters = { $n ->
    [one] Parte 1 mail, e l’attestato riceve il suo numero. Non si torna indietro: si può solo revocare o riemettere.
   *[other] Parte una mail per ognuno, e ogni attestato riceve il suo numero. Non si torna indietro: si può solo revocare o riemettere, uno per volta.
}
award-sure-calls = { $mails ->
    [0] Non parte nessuna mail.
    [one] Parte 1 mail.
   *[other] Partono { $mails } mail.
} { $calls ->
    [one] 1 persona senza email va avvisata per telefono: la trovi tra le telefonate.
   *[other] { $calls } persone senza email vanno avvisate per telefono: le trovi tra le telefonate.
} Ogni attestato riceve il suo numero. Non si torna indietro: si può solo revocare o riemettere, uno per volta.
award-sure-names = { $n ->
    [one] 1 nome non è ancora confermato.
   *[other] { $n } nomi non sono ancora confermati.
}
award-sure-button = { $n ->
    [one] Sì, pubblica 1 attestato
   *[other] Sì, pubblica { $n } attestati
}
award-sure-no = Non ancora, torna all’elenco
award-batch-running = Pubblicazione in corso: { $done } su { $total }
award-batch-look = Guarda di nuovo
award-batch-done = { $done ->
    [one] Ultima pubblicazione: { $done } attestato, { $at }.
   *[other] Ultima pubblicazione: { $done } attestati, { $at }.
}
award-people = Chi ha seguito il corso
award-everybody = Tutti
award-col-name = Nome sull’attestato
award-col-workshops = Workshop
award-col-days = Giornate
award-none = Nessuno ha ancora un’iscrizione al corso.
award-days = { $attended } su { $of }
award-renamed = Ora il nome è scritto così: { $name }
award-state-issued = Pubblicato
award-state-ready = Da pubblicare
award-state-not-ready = Non ancora
award-issued = { $number }, { $at }
award-revoked-on = { $number }: revocato, { $at }
award-pdf = Scarica (PDF)
award-check = Verifica
award-statement = Attestazione (PDF)
award-check-asked = Nome da confermare
award-check-again = Nome cambiato dopo la conferma: da chiedere di nuovo
award-check-answered = Nome confermato
award-check-corrected = Nome corretto dalla persona
award-check-none = Nome non ancora chiesto
award-check-call = Senza email: chiedi il nome al telefono
award-own = Il tuo attestato lo pubblica un’altra persona dell’ufficio.
award-publish = Pubblica
award-publish-again = Pubblica di nuovo
award-again = Riemetti con il nome corretto
award-again-text = Il numero resta, con una lettera in più. La verifica del vecchio codice dice che è stato sostituito.
award-doubt = Dice altro rispetto al registro: una presenza è stata corretta
award-anew = Riemetti con le presenze di adesso
award-anew-text = L’attestato nuovo dice quello che dice il registro. Il numero resta, con una lettera in più. La verifica del vecchio codice dice che è stato sostituito.
award-revoke = Revoca
award-revoke-text = La verifica pubblica dirà che l’attestato è stato revocato, senza il motivo. Alla persona scriviamo anche il motivo.
award-revoke-text-call = La verifica pubblica dirà che l’attestato è stato revocato, senza il motivo. La persona non ha un’email: il motivo lo diciamo per telefono.
award-revoke-button = Revoca l’attestato
award-erased = Attestati di persone cancellate
award-erased-text = Il nome non c’è più, l’attestato resta valido: chi ha il foglio lo può ancora verificare.
award-erased-revoke = La verifica pubblica dirà che l’attestato è stato revocato, senza il motivo. Non c’è più nessuno da avvisare. Nel motivo non scrivere nomi: resta qui.
award-why-no-number = L’edizione non dice quante giornate servono
award-why-not-confirmed = Non ha un posto confermato nel corso
award-why-registers-open = { $count ->
    [0] Il corso non ha giornate
    [one] Il registro non ha ancora avuto effetto: { $days }
   *[other] Questi registri non hanno ancora avuto effetto: { $days }
}
award-why-too-few-days = { $attended ->
    [one] { $attended } giornata su { $of }: ne servono { $needed }
   *[other] { $attended } giornate su { $of }: ne servono { $needed }
}
award-why-unmarked = { $count ->
    [one] Manca il segno nel registro: { $days }
   *[other] Manca il segno nei registri: { $days }
}
award-why-name-missing = Manca il nome
award-why-name-not-printable = Nel nome c’è un carattere che non si può stampare: { $character }
award-why-revoked = L’attestato è stato revocato: si può pubblicare di nuovo, con un altro numero

flash-names-asked = Mail mandate: chi le riceve controlla il suo nome.
flash-certificate-published = Attestato pubblicato. Alla persona arriva una mail.
flash-certificate-published-call = Attestato pubblicato. La persona non ha un’email: va avvisata per telefono, è tra le telefonate.
flash-certificates-asked = Pubblicazione cominciata: va avanti da sola.
flash-certificate-reissued = Attestato riemesso. Il vecchio codice dice che è stato sostituito.
flash-certificate-revoked = Attestato revocato. Alla persona arriva una mail con il motivo.
flash-certificate-revoked-call = Attestato revocato. La persona non ha un’email: se dell’attestato aveva già saputo, va avvisata per telefono, ed è tra le telefonate.
flash-certificate-revoked-erased = Attestato revocato. La verifica pubblica lo dice.
flash-name-confirmed = Grazie: il nome è confermato.
flash-name-corrected = Grazie: il nome è corretto.

refusal-not-qualified = Per questo attestato manca ancora qualcosa: il motivo è nella riga della persona. Un attestato già pubblicato si può revocare.
refusal-nobody-ready = Adesso non c’è nessun attestato da pubblicare.
refusal-nobody-to-ask = Adesso non c’è nessuno a cui chiedere il nome: chi può avere l’attestato ha già ricevuto la mail, o non ha un’email.
refusal-same-name = Il nome è scritto come sull’attestato: non c’è niente da riemettere. Prima si corregge il nome della persona.
refusal-name-not-printable = Nel nome c’è un carattere che non si può stampare.
refusal-already-printed = L’attestato è già pubblicato. Se il nome è sbagliato, scrivici: lo correggiamo noi.

office-act-publish-certificate = Attestato pubblicato
office-act-publish-certificates = Pubblicazione di tutti gli attestati
office-act-reissue-certificate = Attestato riemesso
office-act-revoke-certificate = Attestato revocato
office-act-issue-statement = Attestazione di un workshop fatta per la persona
office-act-check-name = Chiesto di controllare il nome
audit-act-publish-certificate = ha pubblicato un attestato
audit-act-publish-certificates = ha pubblicato tutti gli attestati pronti
audit-act-reissue-certificate = ha riemesso un attestato
audit-act-revoke-certificate = ha revocato un attestato
audit-act-issue-statement = ha fatto l’attestazione di un workshop
audit-act-check-name = ha chiesto di controllare il nome
audit-kind-publish-certificate = Attestati pubblicati
audit-kind-publish-certificates = Pubblicazioni di tutti
audit-kind-reissue-certificate = Attestati riemessi
audit-kind-revoke-certificate = Attestati revocati
audit-kind-issue-statement = Attestazioni
audit-kind-check-name = Nomi chiesti
office-letter-check-name = controllo del nome
office-letter-certificate-ready = attestato pronto
office-letter-certificate-revoked = attestato revocato
office-need-tag-s15 = Ha l’attestato
office-need-s15 = Ha l’attestato

## Il mio percorso

state-title-s15 = Il tuo attestato è pronto
state-text-s15 = { $days_attended ->
    [one] Hai frequentato { $days_attended } giornata su { $days }.
   *[other] Hai frequentato { $days_attended } giornate su { $days }.
} Lo trovi qui sotto, in PDF: il codice stampato permette a chiunque di verificarlo.
my-certificate-out = È pronto
my-certificate-download = Scarica l’attestato (PDF)
my-documents = I tuoi documenti
my-documents-certificate = Attestato { $number }, { $date }
my-documents-check = Verifica pubblica
my-documents-statement = Attestazione di partecipazione, { $date }
my-documents-statement-undated = Attestazione di partecipazione
my-documents-download = Scarica (PDF)
my-revoked = L’attestato { $number } non vale più
my-revoked-on = L’ufficio l’ha revocato: { $date }.
my-name-band = Controlla il tuo nome sull’attestato
my-name-band-text = Prima di stamparlo vogliamo essere sicuri di scriverlo bene.
my-name-band-button = Controlla il nome
my-name-unprintable = Il tuo nome non si può stampare così com’è scritto: un carattere non c’è tra i nostri.
my-name-unprintable-link = Correggi il nome
my-name-answered = Il nome sull’attestato è confermato.
my-name-change = Cambialo
award-name-title = Il nome sull’attestato
award-name-lede = Sull’attestato il tuo nome sarà scritto così. Se va bene, conferma. Se no, correggilo: vale anche per il resto del tuo percorso.
award-name-lede-unprintable = Il nome che abbiamo non si può stampare: un carattere non c’è tra i nostri. Correggilo qui sotto: vale anche per il resto del tuo percorso.
award-name-shown = Come sarà stampato
award-name-given = Nome
award-name-family = Cognome
award-name-save = Conferma il nome
award-name-answered = Hai già confermato. Finché l’attestato non è pubblicato puoi ancora correggere.
award-name-printed = L’attestato è già pubblicato con il nome di prima. Se è sbagliato, scrivici o chiamaci: lo correggiamo e te ne mandiamo uno nuovo.
award-name-not-printable = Non possiamo stampare questo carattere: { $character }

## La verifica pubblica

check-title-ask = Verifica un attestato
check-title-unknown = Non troviamo questo codice
check-title-valid = Attestato valido
check-title-valid-statement = Attestazione valida
check-title-replaced = Sostituito da uno più recente
check-title-revoked = Non più valido
check-ask-text = Il codice è stampato sull’attestato, vicino al numero e al QR.
check-unknown-text = Controlla di averlo copiato tutto: sono 16 lettere e numeri, a gruppi di quattro. Se è giusto, chiamaci o scrivici.
check-valid-text = Questo documento è stato emesso da { $organisation } ed è valido.
check-replaced-text = { $has_at ->
    [yes] Questo documento non vale più: { $at } ne è stato emesso uno più recente.
   *[no] Questo documento non vale più: ne è stato emesso uno più recente.
}
check-replaced-by = Il documento valido ha il numero { $number }.
check-revoked-text = { $has_at ->
    [yes] Questo documento non vale più: { $at } è stato revocato.
   *[no] Questo documento non vale più.
}
check-code = Codice
check-code-hint = Per esempio 7K3Q-ABCD-EFGH-JKLM
check-button = Verifica
check-printed = Che cosa c’è scritto
check-name = Nome
check-name-hint = Per riservatezza qui c’è solo l’iniziale: confronta il resto con il documento che hai in mano.
check-name-erased = Il nome non è più conservato
check-number = Numero
check-course = Corso
check-workshop = Workshop
check-when = Quando
check-from-to = dal { $first } al { $last }
check-attended = Giornate frequentate
check-days = { $attended } su { $of }
check-workshops = Workshop introduttivi
check-issued = Emesso
check-limits = Documenta la frequenza; non è un titolo abilitante.

## Le mail

mail-subject-check-name = Controlla il tuo nome per l’attestato
mail-subject-certificate-ready = Il tuo attestato è pronto
mail-subject-certificate-revoked = Il tuo attestato è stato revocato
mail-name-lead = Stiamo preparando gli attestati del corso. Prima di stampare il tuo, guarda se il nome è scritto bene.
mail-name-shown = Sull’attestato sarà scritto così:
mail-name-what = Se va bene, conferma con un clic. Se c’è un errore, correggilo: bastano pochi secondi.
mail-name-spelled = Da noi è scritto così:
mail-name-unprintable = Così però non si può stampare: un carattere non c’è tra i nostri. Correggilo: bastano pochi secondi.
mail-name-button = Controlla il nome
mail-certificate-lead = Hai completato il corso: l’attestato di partecipazione è pronto.
mail-certificate-lead-again = Abbiamo stampato di nuovo il tuo attestato, con i dati corretti. Quello di prima non vale più.
mail-certificate-number = Attestato n. { $number }
mail-certificate-button = Scarica l’attestato
mail-certificate-where = Lo trovi sempre nel tuo percorso, in PDF. Il codice stampato e il QR permettono a chiunque di verificarlo.
mail-certificate-name = Se nel nome c’è un errore, rispondi a questa mail: lo correggiamo.
mail-revoked-lead = Il tuo attestato n. { $number } non è più valido. Chi lo verifica con il codice vede che è stato revocato.
mail-revoked-reason = Il motivo:
mail-revoked-contest = Se non ti torna, rispondi a questa mail o chiamaci: lo guardiamo insieme. Le tue presenze restano nel tuo percorso.
