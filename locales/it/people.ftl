# Gestione: il lavoro dell’ufficio sulle persone. Iscrizioni al telefono, telefonate da fare, nome e indirizzo, appunti,
# domande per il corso, cancellazione.

## Iscrivere al telefono

people-new-link = Iscrivi per telefono
people-new-title = Iscrivi per telefono
people-new-button = Iscrivi
people-choose = Che cosa sceglie
people-attended = Tema già frequentato: per il corso conta una volta sola.
people-undated = Senza data: avvisiamo per mail quando esce, quindi serve un’email
people-full =
    { $n ->
        [0] Al completo: lista d’attesa
        [one] Al completo: lista d’attesa, aspetta 1 persona
       *[other] Al completo: lista d’attesa, aspettano { $n } persone
    }
people-free = Posti liberi
people-places =
    { $n ->
        [one] 1 posto libero
       *[other] { $n } posti liberi
    }
people-nothing-open = Adesso nessun workshop prende iscrizioni.
people-course-place = Un posto definitivo
people-course-provisional = Un posto provvisorio: dipende dai workshop prenotati
people-course-wait = Al completo: lista d’attesa
people-course-apply = Una domanda, che poi decide l’ufficio
people-needs = Che cosa serve in aula
people-needs-hint = Per esempio un posto vicino a chi parla. Non chiedere il perché.
people-needs-consent = Ha detto che possiamo segnarlo. Lo legge solo chi conduce quell’incontro; lo cancelliamo 30 giorni dopo.
people-email-hint = Se c’è, le mail arrivano lì. Senza, si telefona.
people-phone-hint = Serve se non c’è un’email.
people-privacy = Gliel’ho detto: quali dati teniamo, perché e per quanto.
people-known-address = C’è già qualcuno con questo indirizzo
people-known-address-else = Se non è la stessa persona, correggi l’indirizzo qui sotto.
people-known-name = C’è già qualcuno con questo nome
people-known-name-else = Se è un’altra persona, spunta la casella in fondo al modulo e invia di nuovo.
people-known-enrol = È questa persona: iscrivi { $name }
people-another = È un’altra persona con lo stesso nome
people-enrol-link = Iscrivi a…
people-enrol-title = Iscrivi { $name }
people-enrol-button = Iscrivi
people-enrol-call = Non ha un’email: quello che diremmo per mail va nelle telefonate.
people-refused = { $title }: { $why }
people-filled = { $title }: l’ultimo posto è andato via mentre scrivevi. Se va bene la lista d’attesa, invia di nuovo; se no, togli la spunta.
people-accepts = Prende il posto
people-declines = Lascia il posto
people-declines-text = L’iscrizione finisce qui: per rientrare ci si mette di nuovo in fondo alla lista.
people-declines-next = Il posto va subito a chi viene dopo in lista, se c’è qualcuno.
people-declines-free = Il posto resta libero: lo offre una persona dell’ufficio.

flash-signed-up = Iscrizione registrata.
flash-signed-up-needs-later = Iscrizione registrata. Che cosa serve in aula non è segnato per il workshop senza data: chiedilo di nuovo quando la data esce.
flash-signed-up-needs-later-waits = Iscrizione registrata. Quello che è in lista d’attesa non è ancora un posto: qui sotto c’è che numero ha in lista. Che cosa serve in aula non è segnato per il workshop senza data: chiedilo di nuovo quando la data esce.
flash-signed-up-waits = Iscrizione registrata, in lista d’attesa: non è ancora un posto. Qui sotto c’è che numero ha in lista.
flash-signed-up-some-wait = Iscrizione registrata: una parte è un posto, l’altra è in lista d’attesa e non è ancora un posto. Qui sotto c’è quale, e che numero ha in lista.
flash-signed-up-applied = Registrato. Per il corso è una domanda: decide l’ufficio, e non è ancora un posto.
flash-signed-up-again = Iscrizione registrata. Un tema era già frequentato: per il corso conta una volta sola.
flash-answered-yes = Registrato: ha preso il posto.
flash-answered-no = Registrato: ha detto di no al posto, che può andare a un’altra persona.
flash-answered-back = Adesso il posto non si può dare: torna in lista d’attesa, con il numero di prima.

err-offerta-missing = Scegli almeno una cosa
err-offerta-unknown = Scegli di nuovo: una delle scelte non è più in programma
err-offerta-no-address = Per un workshop senza data serve un’email: l’avviso parte per mail quando esce

## Telefonate

people-nav-calls = Telefonate
people-calls-title = Telefonate da fare
people-calls-text = Chi non ha un’email si avvisa per telefono. Qui c’è che cosa dire; quando la telefonata è fatta, la riga va via.
people-calls-none = Nessuna telefonata da fare.
people-calls-made = Fatte nelle ultime 24 ore
people-call-made = { $by }, { $at }
people-call-again = Rimetti in elenco
people-call-now = Da dire adesso:
people-call-nothing = Adesso non c’è altro da dire a questa persona.
refusal-certificate-in-doubt = L’attestato di questa persona è in dubbio: prima decidi se riemetterlo, revocarlo o lasciarlo com’è. Poi la persona si può cancellare.
refusal-call-out-of-date = Questa telefonata non vale più: nel frattempo qualcosa è cambiato.
flash-call-reopened = Telefonata di nuovo in elenco.
people-call-since = dal { $at }
people-no-phone = Senza telefono
people-called = Fatto
people-call-unreadable = Il testo non si legge più: guarda la scheda, lì c’è che cosa vale adesso.
people-call-over = Non serve più: nel frattempo è cambiato qualcosa, o quel giorno è passato. Entro un’ora la riga va via da sola.
people-to-say = Da dire per telefono
flash-called = Telefonata segnata come fatta.

## Nome e indirizzo

people-name-link = Correggi il nome
people-name-title = Correggi il nome
people-name-text = Il nome di prima e quello di dopo restano nella storia. Le mail che aspettano di partire salutano con il nome nuovo.
people-name-anew = Il nome di adesso è stato confermato per l’attestato. Quello nuovo andrà confermato di nuovo: con «Controlla i nomi» parte la mail.
people-name-button = Salva il nome
change-field-given = Nome
change-field-family = Cognome
flash-person-renamed = Nome corretto.
people-data-link = Altri dati
people-data-title = Correggi gli altri dati
people-data-text = Quello che c’era prima resta nella storia. Le mail già scritte restano nella lingua di prima.
people-data-button = Salva i dati
people-profile-none = Nessuna di queste
change-field-phone = Telefono
change-field-profile = Profilo
change-field-language = Lingua
err-lingua-missing = Scegli la lingua
err-telefono-no-contact = Senza email serve un numero di telefono: altrimenti nessuno può più raggiungere questa persona
flash-person-corrected = Dati corretti.
people-address-link = Cambia l’indirizzo
people-address-title = Cambia l’indirizzo email
people-address-add = Aggiungi un’email
people-address-now = Adesso:
people-address-text = Scriviamo al nuovo indirizzo: vale quando chi legge quella casella conferma. Fino ad allora non cambia niente. Avvisiamo anche l’indirizzo di adesso.
people-address-add-text = Scriviamo a questo indirizzo: vale quando chi legge quella casella conferma. Da lì in poi le mail arrivano lì.
people-address-new = Nuovo indirizzo
people-address-new-hint = Rileggilo alla persona, lettera per lettera.
people-address-button = Manda la mail di conferma
people-address-waits = { $email } aspetta la conferma, fino a { $until }.
people-address-of = È l’indirizzo di
err-email-same = È già l’indirizzo di questa persona
err-email-taken = C’è già qualcuno con questo indirizzo: unire i doppioni viene dopo
err-email-meanwhile = L’indirizzo è cambiato mentre la pagina era aperta: guarda quello di adesso e invia di nuovo
err-email-asked-meanwhile = Nel frattempo è già stato chiesto un altro indirizzo, { $email } ({ $date }, ore { $time }). Se mandi di nuovo, vale quello che mandi tu e quella richiesta si chiude.
flash-address-asked = Mail di conferma in partenza verso il nuovo indirizzo.
address-title-open = È il tuo indirizzo?
address-title-done = Da adesso ti scriviamo qui
address-title-over = Questo collegamento non vale più
address-title-taken = Questo indirizzo è già in uso
address-lead = Da adesso le mail arriverebbero a { $email }.
address-lead-name = { $name }, da adesso le mail arriverebbero a { $email }.
address-button = Sì, usate questo indirizzo
address-then = Gli inviti per il calendario passano qui: all’indirizzo di prima arriva il loro annullamento. Gli accessi aperti si chiudono.
address-text-done = L’indirizzo è confermato. Per vedere il tuo percorso entra di nuovo, con questo indirizzo.
address-text-over = È scaduto, oppure ce n’è uno più nuovo. Non è cambiato niente. Se ti serve ancora, dillo all’ufficio.
address-text-taken = C’è già una scheda con questo indirizzo, quindi non è cambiato niente. Dillo all’ufficio: mettiamo insieme le due.
mail-subject-confirm-address = Conferma il tuo nuovo indirizzo
mail-address-lead = Ci hai chiesto di scriverti a questo indirizzo. Finché non confermi, non cambia niente.
mail-address-button = Conferma l’indirizzo
mail-address-then = Il collegamento vale fino a { $until }. Dopo la conferma anche gli inviti per il calendario arrivano qui.
mail-subject-address-asked = È stato chiesto di cambiare il tuo indirizzo
mail-address-asked-lead = Ci è stato chiesto di scriverti a { $masked }.
mail-address-asked-then = Il cambio vale solo se chi legge quella casella conferma, entro { $until }. Fino ad allora ti scriviamo qui.
mail-address-asked-not-you = Non l’hai chiesto tu? Rispondi subito a questa mail: lo fermiamo.
office-letter-confirm-address = conferma del nuovo indirizzo
office-letter-address-asked = avviso del cambio di indirizzo

## Appunti

people-notes = Appunti
people-notes-who = li legge solo l’amministrazione
people-note-new = Nuovo appunto
people-note-placeholder = Solo fatti utili all’organizzazione. Niente salute, niente storie personali.
people-note-button = Aggiungi l’appunto
people-note-remove = Togli
people-note-remove-text = Le parole di questo appunto spariscono per sempre. Nella storia resta solo che c’era un appunto, e chi lo ha tolto.
people-note-remove-button = Togli per sempre
err-nota-missing = Scrivi l’appunto
err-nota-long = Accorcia l’appunto: al massimo 1000 caratteri
flash-note-written = Appunto aggiunto.
flash-note-removed = Appunto tolto: il testo non c’è più.

## Nella storia

people-audit-link = Chi ha fatto cosa per questa persona
office-history-paper-certificate = Attestato { $number } pubblicato: { $about }
office-history-paper-reissued = Attestato { $number } riemesso con il nome corretto: { $about }
office-history-paper-statement = Attestazione: { $about }

office-act-add-person = Scheda fatta per telefono
office-act-drop-call = Telefonata tolta dall’elenco: nessuno l’ha fatta, e non serve più
office-act-settle-call = Telefonata fatta
office-act-reopen-call = Telefonata rimessa in elenco
office-act-correct-name = Nome corretto
office-act-correct-person = Altri dati corretti
office-act-correct-own-name = Nome corretto dalla persona stessa
office-act-confirm-own-name = Nome per l’attestato confermato
office-name-before = prima: { $name }
office-act-write-note = Appunto scritto
office-act-remove-note = Appunto tolto
office-act-ask-address = Nuovo indirizzo chiesto
office-act-change-address = Indirizzo cambiato

## Nel registro delle modifiche

audit-act-add-person = ha fatto una scheda per telefono
audit-act-drop-call = ha tolto dall’elenco una telefonata che nessuno ha fatto e che non serve più
audit-act-settle-call = ha fatto una telefonata
audit-act-reopen-call = ha rimesso in elenco una telefonata
audit-act-correct-name = ha corretto un nome
audit-act-correct-person = ha corretto altri dati
audit-act-ask-address = ha chiesto un nuovo indirizzo
audit-act-change-address = ha confermato un nuovo indirizzo
audit-act-write-note = ha scritto un appunto
audit-act-remove-note = ha tolto un appunto

## Cancellare una persona

erase-link = Cancella la persona
erase-title = Cancella la persona
erase-text = Non si torna indietro. Prima guarda che cosa va via e che cosa resta.
erase-goes = Va via
erase-goes-person = Nome e recapiti
erase-goes-texts =
    { $n ->
        [0] Motivi e altri testi: adesso nessuno.
        [one] 1 testo: motivi, correzioni, esigenze in aula.
       *[other] { $n } testi: motivi, correzioni, esigenze in aula.
    }
erase-goes-notes =
    { $n ->
        [one] Tra questi 1 appunto.
       *[other] Tra questi { $n } appunti.
    }
erase-goes-letters =
    { $n ->
        [0] Le mail: adesso nessuna.
        [one] 1 mail.
       *[other] { $n } mail.
    }
erase-goes-links = Gli accessi e i collegamenti delle mail.
erase-goes-links-feed = Gli accessi, i collegamenti delle mail e il calendario personale.
erase-goes-place = Il posto, o la posizione in lista:
erase-goes-role = Il ruolo nell’ufficio:
erase-goes-leads = Non conduce più:
erase-goes-alone = poi non lo conduce nessuno.
erase-goes-lead = Scegli prima chi conduce
erase-goodbye = Prima che l’indirizzo vada via partono le ultime mail: l’annullamento di ogni incontro che è nel calendario, e una che dice che i dati sono cancellati. Poi anche queste vanno via.
erase-goodbye-none = Non ha un’email: se serve, diglielo per telefono prima di cancellare.
erase-stays = Resta, senza nome
erase-stays-enrolments =
    { $n ->
        [0] Iscrizioni: nessuna.
        [one] 1 iscrizione, come numero.
       *[other] { $n } iscrizioni, come numeri.
    }
erase-stays-marks =
    { $n ->
        [0] Segni nei registri: nessuno.
        [one] 1 segno nei registri.
       *[other] { $n } segni nei registri.
    }
erase-stays-valid = L’attestato { $number } resta valido: la verifica pubblica lo dice, senza il nome. Dalla pagina degli attestati si può ancora revocare.
erase-stays-numbers = I numeri degli attestati dati, e chi dell’ufficio ha fatto che cosa.
erase-confirm = Scrivi il cognome, o il codice di un’iscrizione
erase-confirm-hint = Se non c’è un cognome, il nome o l’email.
erase-button = Cancella per sempre
erase-back = Torna alla scheda
err-conferma-not-named = Quello che hai scritto non è il cognome di questa persona, né un suo codice
flash-erased = Dati cancellati. Restano solo i numeri.
mail-subject-data-erased = I tuoi dati sono cancellati
mail-erased-lead = Abbiamo cancellato il tuo nome, i tuoi recapiti e tutto quello che dice chi sei.
mail-erased-places = Se avevi un posto in un incontro che deve ancora venire, è libero. Se l’incontro è nel tuo calendario, una mail a parte lo toglie.
mail-erased-stays = Restano solo numeri senza nome. Anche questa mail, una volta partita, non la teniamo.
office-letter-data-erased = dati cancellati
office-act-erase-person = Dati cancellati
audit-act-erase-person = ha cancellato i dati di una persona
audit-kind-add-person = Persone aggiunte
audit-kind-ask-address = Indirizzi da confermare
audit-kind-change-address = Indirizzi cambiati
audit-kind-correct-name = Nomi corretti
audit-kind-correct-person = Altri dati corretti
audit-kind-erase-person = Dati cancellati
audit-kind-remove-note = Appunti tolti
audit-kind-reopen-call = Telefonate rimesse in elenco
audit-kind-drop-call = Telefonate tolte dall’elenco
audit-kind-settle-call = Telefonate fatte
audit-kind-write-note = Appunti scritti
