# Gestione: chi è a che punto, gli iscritti, una persona con la sua storia.
# Un giorno porta il giorno della settimana: «di mercoledì 8 ottobre».

## Cornice

office-document = Gestione Percorso
office-logo-small = Gestione
office-navigation = Gestione
office-nav-board = Chi è a che punto
office-nav-people = Iscritti
office-nav-room = Presenze
# Dopo un numero, per chi ascolta: «6 da fare».
office-nav-waits = da fare
office-nav-site = Sito
office-nav-programme = Torna al programma
office-sign-out = Esci
office-nameless = Senza nome
office-course = Corso

## Chi è a che punto

office-board-title = Chi è a che punto
office-days-left =
    { $n ->
        [one] manca 1 giorno al corso
       *[other] mancano { $n } giorni al corso
    }
office-days-to-course =
    { $n ->
        [one] Il corso inizia domani.
       *[other] Il corso inizia tra { $n } giorni.
    }
office-no-edition = Non c’è ancora un’edizione pubblicata.
office-editions = Edizioni
office-do = Da fare oggi
office-do-nothing = Oggi niente da fare.
office-do-nothing-here = In questa edizione oggi non c’è niente da fare.
office-do-elsewhere = Nelle altre edizioni:
office-do-things = { $n ->
    [one] 1 cosa da fare
   *[other] { $n } cose da fare
}

office-do-register-open =
    { $count ->
        [one] registro ancora aperto.
       *[other] registri ancora aperti.
    }
office-do-register-open-more =
    { $has_title ->
        [yes] «{ $title }»
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: finché resta aperto, i percorsi non si aggiornano.
office-do-register-open-button = Apri il registro
office-do-registers-open = registri ancora aperti.
office-do-registers-open-more = Il primo è di { $day }. Finché restano aperti, i percorsi non si aggiornano.
office-do-registers-open-button = Apri i registri
office-do-unmarked =
    { $count ->
        [one] persona senza segno.
       *[other] persone senza segno.
    }
office-do-unmarked-more =
    { $has_title ->
        [yes] «{ $title }»
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: il registro è chiuso, chiedi a chi conduceva.
office-do-unmarked-button = Segna chi manca
office-do-place-to-give =
    { $count ->
        [one] posto da dare.
       *[other] posti da dare.
    }
office-do-place-to-give-more =
    { $has_title ->
        [yes] «{ $title }»
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: { $people ->
        [one] 1 persona aspetta.
       *[other] { $people } persone aspettano.
    }
office-do-place-to-give-button = Apri la lista d’attesa
office-do-letters-refused =
    { $count ->
        [one] mail rifiutata.
       *[other] mail rifiutate.
    }
office-do-letters-refused-more = La casella di arrivo non le accetta: telefona, poi apri la mail e scrivi com’è andata.
office-do-letters-refused-button = Guarda le mail
office-do-details-missing =
    { $count ->
        [one] incontro vicino senza orario o senza luogo.
       *[other] incontri vicini senza orario o senza luogo.
    }
office-do-details-missing-more =
    { $count ->
        [one] {""}
       *[other] Il primo è{" "}
    }{ $has_title ->
        [yes] «{ $title }»
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: chi viene non sa ancora a che ora o dove.
office-do-details-missing-button = Completa l’incontro
office-do-workshops-undated =
    { $count ->
        [one] workshop senza data.
       *[other] workshop senza data.
    }
office-do-workshops-undated-more =
    { $has_day ->
        [yes] Per valere serve una data prima di { $day }
       *[no] Per valere serve una data prima del corso
    }{ $people ->
        [0] .
        [one] : 1 persona la aspetta.
       *[other] : { $people } persone la aspettano.
    }
office-do-workshops-undated-button = Metti le date
# Quello che l’elenco non mostra.
office-do-others = { $n ->
    [one] e un’altra cosa da fare
   *[other] e altre { $n } cose da fare
}
office-do-fewer = mostra meno

office-stages = Tappe del percorso
office-stage-more-missing = Mancano 2 o più workshop
office-stage-one-missing = Manca 1 workshop
office-stage-rule-reached = Possono iscriversi
# Quando il corso non prende nessuno: è iniziato, finito o annullato, o le iscrizioni sono chiuse.
office-stage-rule-reached-closed = Hanno i workshop, iscrizioni non aperte
office-stage-on-course = Nel corso o in attesa
office-stage-certificate = Attestato
office-stage-project = Progetto avviato
office-stage-left = Senza iscrizioni
office-everybody = Tutta l’edizione
office-people =
    { $n ->
        [one] 1 persona
       *[other] { $n } persone
    }
office-search-label = Cerca per nome o email
office-search = Cerca
office-every-profile = Tutti i profili
office-workshop = Workshop
office-every-workshop = Tutti i workshop
office-filters = Filtri
office-filter-all = Tutte, { $count }
office-filter-awaiting-date = Aspettano una data, { $count }
office-filter-no-email = Senza email, { $count }
office-filter-applied = Domanda fatta, { $count }
office-filter-confirmed = Posto nel corso, { $count }
office-filter-provisional = Posto provvisorio, { $count }
office-filter-waiting = In attesa del corso, { $count }
office-show-all = Mostra tutta l’edizione
office-table = Tabella: { $label }
office-col-person = Persona
office-col-path = Workshop · giornate
office-col-need = Cosa serve
office-col-contact = Ultimo contatto
office-col-action = Che cosa fare
office-action-compare = Confronta
office-action-call = Telefona
office-action-person = Apri la scheda
office-action-application = Guarda la domanda
office-row-attended = { $attended } di { $required }
office-row-more = { $attended } frequentati, ne bastavano { $required }
office-row-booked =
    { $n ->
        [one] 1 prenotato
       *[other] { $n } prenotati
    }
# Frequentati che non sono tra i pallini di questa edizione.
office-row-earlier =
    { $n ->
        [one] 1 da un’edizione precedente
       *[other] { $n } da un’edizione precedente
    }
office-row-waiting = { $n } in lista d’attesa
office-row-days = giornate { $n } su { $of }
office-no-email = Senza email: si telefona
office-no-email-call = Non ha un’email: avvisala per telefono.
office-never = mai
office-dot-done = frequentato
office-dot-book = prenotato
office-dot-free = libero
office-dot-tbd = senza data
office-dot-off = annullato
office-dot-day = giornata del corso
office-pages = Pagine
office-newest = Qui ci sono le { $n } più recenti di { $total }. Le altre si leggono in
office-shown = { $from }–{ $to } di { $total }
office-previous = Pagina prima
office-next = Pagina dopo
office-nobody-here = Nessuno qui: buon segno.
office-nobody-found = Nessuno con «{ $search }». Prova con la mail.
office-nobody-with = Nessuno con questi filtri.
office-nobody-yet = Ancora nessuna iscrizione: arrivano qui da sole.

## Cosa serve a una persona

office-need-tag-s1 = Niente di prenotato
office-need-s1 =
    { $missing ->
        [one] Manca 1 workshop e non ci sono prenotazioni
       *[other] Mancano { $missing } workshop e non ci sono prenotazioni
    }
office-need-tag-s2 = Da completare
office-need-s2 =
    { $missing ->
        [one] Serve 1 workshop: le prenotazioni non bastano ancora
       *[other] Servono { $missing } workshop: le prenotazioni non bastano ancora
    }
office-need-tag-s3 = Tutto prenotato
office-need-s3 =
    { $missing ->
        [one] Il workshop che serve è prenotato
       *[other] I { $missing } workshop che servono sono prenotati
    }
office-need-tag-s4 = Deve scegliere
office-need-s4 =
    { $missing ->
        [one] Manca 1 workshop, e i posti ci sono
       *[other] Mancano { $missing } workshop, e i posti ci sono
    }
office-need-tag-s5 = Ci è quasi
office-need-s5 =
    { $missing ->
        [one] Il workshop che manca è prenotato
       *[other] I { $missing } workshop che mancano sono prenotati
    }
office-need-tag-s5p = Posto provvisorio
office-need-s5p =
    { $missing ->
        [0] Il posto sta per diventare definitivo
        [one] Diventa definitivo con 1 workshop
       *[other] Diventa definitivo con { $missing } workshop
    }
office-need-tag-s6a = Solo posti esauriti
office-need-s6a =
    { $waiting ->
        [0] { $left ->
            [one] Manca 1 workshop: resta la lista d’attesa
           *[other] Mancano { $left } workshop: resta la lista d’attesa
        }
       *[other] { $left ->
            [one] Manca 1 workshop: è già in lista d’attesa
           *[other] Mancano { $left } workshop: è già in lista d’attesa
        }
    }
office-need-tag-s6b = Aspetta una data
office-need-s6b =
    { $booked ->
        [0] { $left ->
            [one] Manca 1 workshop: quelli che restano non hanno una data
           *[other] Mancano { $left } workshop: quelli che restano non hanno una data
        }
        [one] { $left ->
            [one] 1 workshop è prenotato, e ne manca 1: quelli che restano non hanno una data
           *[other] 1 workshop è prenotato, e ne mancano { $left }: quelli che restano non hanno una data
        }
       *[other] { $left ->
            [one] { $booked } workshop sono prenotati, e ne manca 1: quelli che restano non hanno una data
           *[other] { $booked } workshop sono prenotati, e ne mancano { $left }: quelli che restano non hanno una data
        }
    }
office-need-tag-s7 = Prossima edizione
office-need-s7 = Prima di questo corso non ci sono altri workshop
office-need-tag-s8 = Può iscriversi
office-need-s8 = I workshop ci sono, la domanda no
office-need-s8-waived = Ha una deroga, e non ha ancora chiesto il posto
office-need-tag-declined = Domanda non accolta
office-need-declined = I workshop ci sono; la domanda per il corso non è stata accolta
office-need-tag-s8-closed = Iscrizioni chiuse
office-need-s8-closed = Il corso non prende più iscrizioni
office-need-tag-done = Ha fatto il corso
office-need-done = Ha già fatto il corso in un’altra edizione
office-need-tag-s9 = Domanda fatta
office-need-s9 = Aspetta una risposta per il corso
office-need-tag-s10 = Posto nel corso
office-need-s10 = Il corso deve ancora iniziare
office-need-tag-s11 = In lista d’attesa
office-need-s11 = Aspetta un posto nel corso
office-need-tag-s12 = Segue il corso
office-need-s12 = Il corso è iniziato
office-need-tag-s13 = Segue il corso
office-need-s13 = All’attestato può ancora arrivare
office-need-tag-s13-enough = Segue il corso
office-need-s13-enough = Ha già le giornate per l’attestato
office-need-tag-s13-due = Attestato da pubblicare
office-need-s13-due = Le giornate ci sono: manca solo la pubblicazione
office-need-tag-revoked = Attestato revocato
office-need-revoked = L’attestato è stato revocato; la ragione è tra gli attestati
office-need-tag-s14 = Sotto il minimo
office-need-s14 = Le giornate non bastano più per l’attestato
office-need-tag-s17 = Registro aperto
office-need-tag-s17-closed = Registro chiuso
office-need-s17-closed = Il registro del suo workshop è chiuso: vale dalle { $at }
office-need-s17 = Si aggiorna quando il registro del suo workshop è chiuso

office-profile-servizi-sociali = Servizi sociali
office-profile-servizi-sanitari = Servizi sanitari
office-profile-servizi-educativi = Servizi educativi
office-profile-cittadinanza = Cittadinanza
office-profile-volontariato = Volontariato

## Iscritti

office-people-title = Iscritti
office-offerings = Workshop e corso
office-offerings-all = Tutti
office-taken = { $taken } su { $capacity }
office-enrolments = Iscrizioni
office-states = Stato dell’iscrizione
office-states-all = Tutte quelle attive
office-state-confirmed = Posto confermato
office-state-provisional = Posto provvisorio
office-state-waitlisted = In lista d’attesa
office-state-offered = Posto offerto
office-state-applied = Domanda fatta
office-state-pending-place = Posto riservato, mail da confermare
office-state-pending-wait = In attesa, mail da confermare
office-state-cancelled = Annullata
office-col-offering = Workshop o corso
office-col-state = Stato
office-col-code = Codice
office-col-since = Dal
office-in-line = Numero { $n } in lista
office-source-form = dal modulo
office-source-signed-in = dal proprio percorso
office-source-staff = dall’ufficio
office-source-walk-in = in aula
office-refused-text = Queste mail non arriveranno: spesso l’indirizzo ha un errore. Una telefonata lo chiarisce. Dove c’è ancora qualcosa da dire, apri la mail e scrivi com’è andata.
office-col-letter = Mail
office-col-answer = Risposta della casella
office-col-when = Quando

office-reason-by-person = Posto restituito dalla persona
office-reason-by-staff = Annullata dall’ufficio
office-reason-not-accepted = Domanda non accolta
office-reason-unconfirmed = Mail non confermata in tempo
office-reason-rule = Workshop non frequentati in tempo
office-reason-not-reached = Iniziato prima che si liberasse un posto
office-reason-declined = Posto offerto e rifiutato
office-reason-offer-lapsed = Offerta del posto scaduta
office-reason-offering-cancelled = Appuntamento annullato da chi organizza
office-reason-erased = Dati della persona cancellati
office-reason-merged = Due schede unite in una

## Una persona

office-not-done = Non è stato possibile
office-own = Questa è la tua scheda: le decisioni su di te le prende un’altra persona dell’ufficio.
office-contact = Recapiti
office-email = Email
office-email-confirmed = confermata
office-email-unconfirmed = da confermare
office-phone = Telefono
office-none = nessuno
office-profile = Profilo
office-language = Lingua
office-language-it = italiano
office-language-en = inglese
office-since = Scheda dal
office-path = A che punto è
office-slots = Workshop: { $attended } di { $required }
office-waived = Con deroga
office-kept-until = Il posto è riservato fino a { $at }.
office-days-attended = Giornate frequentate: { $n } su { $of }.
office-waive = Dai una deroga
office-waive-text = Con la deroga il corso si apre anche senza i workshop che mancano. Se c’è un indirizzo, parte una mail.
office-waive-button = Dai la deroga
office-reason = Motivo
office-reason-hint = Resta nella storia. Solo fatti utili all’organizzazione: niente salute, niente storie personali.
office-held-until = Scade { $at }.
office-give = Offri il posto
office-confirm = Conferma per telefono
office-confirm-hint = Dopo aver parlato con la persona.
office-cancel = Annulla l’iscrizione
office-cancel-text = L’iscrizione finisce qui. Se c’è un indirizzo, parte una mail.
office-no-enrolments = Nessuna iscrizione.
office-history = Storia
office-no-history = Ancora niente.
office-history-enrolment-confirmed = Posto confermato: { $about }
office-history-enrolment-provisional = Posto provvisorio: { $about }
office-history-enrolment-waitlisted = In lista d’attesa: { $about }
office-history-enrolment-offered = Posto offerto: { $about }
office-history-enrolment-applied = Domanda fatta: { $about }
office-history-enrolment-pending-place = Posto riservato, mail da confermare: { $about }
office-history-enrolment-pending-wait = In attesa, mail da confermare: { $about }
office-history-enrolment-cancelled = Iscrizione annullata: { $about }
office-history-mark-present = Presente: { $about }
office-history-mark-late = In ritardo, conta: { $about }
office-history-mark-left-early = Uscita anticipata, conta: { $about }
office-history-mark-absent = Assente: { $about }
office-history-mark-excused = Assenza giustificata: { $about }
office-history-mark-cleared = Segno tolto: { $about }
office-history-letter = Mail: { $letter }
office-typed = Avevi scritto: «{ $text }»
office-quoted = «{ $text }»
office-actor-person = la persona
office-actor-staff = l’ufficio
office-actor-job = in automatico
office-actor-command = da chi gestisce il programma
office-act-waive-rule = Deroga data
office-act-take-role = Ruolo tolto
office-act-grant-role = Ruolo dato

office-letter-state-waiting = da spedire
office-letter-state-sent = spedita
office-letter-state-retrying = si riprova
office-letter-state-refused = rifiutata
office-letter-state-withdrawn = ritirata
office-letter-confirm-sign-up = conferma dell’indirizzo
office-letter-known-sign-up = iscrizione da un indirizzo già noto
office-letter-hold-ended = posto non più riservato
office-letter-place-confirmed = posto confermato
office-letter-waiting-list-joined = lista d’attesa
office-letter-place-released = iscrizione annullata
office-letter-sign-in = collegamento per entrare
office-letter-attended-still-short = presenza registrata, mancano workshop
office-letter-rule-reached = invito al corso
office-letter-absent-still-short = un altro giorno per il workshop
office-letter-course-confirmed = posto nel corso
office-letter-course-day = invito a una giornata del corso
office-letter-course-day-cancelled = incontro tolto dal calendario
office-letter-course-waiting = lista d’attesa del corso
office-letter-provisional-place = posto provvisorio nel corso
office-letter-provisional-at-risk = posto provvisorio in scadenza
office-letter-provisional-released = posto provvisorio liberato
office-letter-waiver-given = deroga
office-letter-course-left = iscrizione al corso annullata
office-letter-test-mail = prova della posta
office-letter-place-offered = posto offerto
office-letter-place-free = posto libero per chi lo prende per primo
office-letter-offer-lapsed = offerta scaduta
office-letter-line-closed = lista d’attesa chiusa
office-letter-reminder = promemoria
office-letter-date-out = data uscita
office-letter-session-changed = incontro cambiato
office-letter-session-cancelled = incontro annullato
office-letter-offering-cancelled = workshop o corso annullato
office-letter-tomorrow-in-the-room = domani in aula
office-letter-not-tomorrow = domani in aula: non vale più
office-letter-digest = cose da fare del lunedì
