# Le pagine per tutti: programma, workshop e iscrizione, corso, accesso, posti da liberare, posta di prova.
# I numeri e le date vengono sempre dall’edizione. Una data intera sta da sola o dopo «di»; una data senza il
# giorno della settimana («22 ottobre») solo dopo i due punti: «dal 8 ottobre» sarebbe sbagliato.

## In più pagine

pub-hours-to-come = Orario in arrivo
pub-starts = Inizio: { $time }
pub-place-to-come = Indirizzo in arrivo
# Di tutte le giornate insieme.
pub-day-details-to-come = Orario e indirizzo in arrivo.
pub-title-and-date-to-come = Titolo e data in arrivo
pub-held-in-italian = Workshop e corso si tengono in italiano.
pub-to-programme = Vai al programma
pub-to-my-path = Vai al mio percorso
pub-where-am-i = Controlla a che punto sei
pub-choose-another = Scegli un altro workshop
pub-course = Il corso
pub-tag-free = Gratuito
pub-tag-level = Secondo livello
pub-tag-place = Hai un posto
pub-tag-pending = Da confermare
pub-tag-waiting = In lista d’attesa
pub-tag-held = Già tenuto
pub-tag-today = È oggi
pub-tag-cancelled = Annullato
pub-places = { $n ->
    [one] { $n } posto libero
   *[other] { $n } posti liberi
}
pub-places-of = { $n ->
    [one] { $n } posto libero su { $m }
   *[other] { $n } posti liberi su { $m }
}
pub-places-none = Posti esauriti
pub-waiting = { $n ->
    [one] (aspetta { $n } persona)
   *[other] (aspettano { $n } persone)
}
# I giorni della settimana: 1 = lunedì.
pub-weekday = { $n ->
    [1] Sono { $days } lunedì.
    [2] Sono { $days } martedì.
    [3] Sono { $days } mercoledì.
    [4] Sono { $days } giovedì.
    [5] Sono { $days } venerdì.
    [6] Sono { $days } sabati.
   *[other] Sono { $days } domeniche.
}
pub-from-to = La prima: { $first }. L’ultima: { $last }.
pub-choice-held = Posto riservato a te
pub-choice-for-you = Un posto per te
pub-choice-first-come = Libero adesso: è di chi lo prende per primo
pub-choice-waiting = Lista d’attesa, numero { $n }
pub-next = Cosa succede adesso

## Dimostrazione

pub-demo-note = Questa è una dimostrazione: persone, numero dei posti e altri dettagli sono inventati, e le mail non partono davvero.
pub-demo-link = Leggi le mail
pub-demo-title = Le mail di questa dimostrazione
pub-demo-lead = Niente esce da questo computer: quello che il programma scrive alle persone si legge qui, dalla mail più recente.
pub-demo-none = Ancora nessuna mail. Iscriviti a un workshop e torna qui.
pub-demo-all = { $n ->
    [one] { $n } mail
   *[other] { $n } mail
}
pub-demo-some = Le ultime { $n } di { $m } mail
pub-demo-back = Tutte le mail
pub-demo-to = A
pub-demo-at = Scritta
pub-demo-html = Vedila come nella posta
pub-demo-text = Testo
pub-demo-calendar = Parte per il calendario
pub-demo-calendar-text = È quello che legge il calendario di chi riceve la mail.

## Programma

pub-home-title = Diventa promotore di gruppi di auto mutuo aiuto (AMA)
pub-home-description = Workshop introduttivi e un corso, a Milano, per imparare a far nascere un gruppo di auto mutuo aiuto (AMA) e a sostenerlo.
pub-home-lede = Scegli almeno { $n } workshop su { $m }.
pub-home-lede-all = { $m ->
    [one] Frequenta il workshop.
   *[other] Frequenta tutti e { $m } i workshop.
}
pub-home-lede-course = { $n ->
    [one] Poi si apre il corso di { $n } giornata, a Milano.
   *[other] Poi si apre il corso di { $n } giornate, a Milano.
}
pub-home-lede-course-free = { $n ->
    [one] Poi si apre il corso gratuito di { $n } giornata, a Milano.
   *[other] Poi si apre il corso gratuito di { $n } giornate, a Milano.
}
pub-home-lede-course-undated = Poi si apre il corso, a Milano.
pub-home-lede-none = La prossima edizione non ha ancora le date. Torna a guardare tra un po’, oppure scrivici: ti rispondiamo noi.
pub-home-choose = Scegli il primo workshop
pub-home-choose-next = Scegli un workshop
pub-home-see = Guarda i workshop
pub-home-write = Scrivici
pub-home-anybody = Nessuna professione è richiesta: servono disponibilità e voglia di mettersi in gioco.
pub-map-label = Schema del percorso. Workshop: { $m }, da frequentarne { $n } a scelta. Poi il corso, giornate: { $d }. Poi l’attestato e il tuo progetto.
pub-map-workshops = { $n } workshop
pub-map-enough = { $n ->
    [one] ne basta
   *[other] ne bastano
}
pub-map-any = { $n } a scelta
pub-map-course = { $n ->
    [one] corso: { $n } giornata
   *[other] corso: { $n } giornate
}
pub-map-course-free = { $n ->
    [one] corso gratuito: { $n } giornata
   *[other] corso gratuito: { $n } giornate
}
pub-map-certificate = attestato
pub-map-project = il tuo progetto
pub-how = Come funziona
pub-how-1 = Partecipa a { $n } workshop
pub-how-1-text = A scelta tra { $n }. L’ordine lo decidi tu.
pub-how-2 = Iscriviti al corso
pub-how-2-text = { $n ->
    [one] Appena la tua presenza è registrata ti scriviamo: da lì chiedi il posto.
   *[other] Appena le tue { $n } presenze sono registrate ti scriviamo: da lì chiedi il posto.
}
pub-how-2-provisional = Se li hai già prenotati, puoi chiedere un posto provvisorio.
pub-how-2-decides = Sulla domanda decide l’ufficio.
pub-how-3 = { $n ->
    [one] Frequenta { $n } giornata
   *[other] Frequenta { $n } giornate
}
pub-how-3-undated = Frequenta il corso
pub-how-3-dates-to-come = Le date sono in arrivo.
pub-course-is-free = Il corso è gratuito.
pub-how-4 = Attestato e progetto
pub-how-4-text = { $organisation } accompagna il tuo progetto di gruppo anche oltre la fine del corso.
pub-ws-all = { $n ->
    [one] Il workshop introduttivo
   *[other] I { $n } workshop introduttivi
}
pub-ws-enough = { $n ->
    [one] Te ne basta { $core }. Se ti interessano, puoi frequentarne anche di più.
   *[other] Te ne bastano { $core }. Se ti interessano, puoi frequentarne anche di più.
}
# Quello che nella frase qui sopra sta in evidenza.
pub-ws-enough-core = { $n } qualsiasi
# Un pulsante dice che cosa fa; a chi ascolta la pagina dice anche per che cosa.
pub-act-open = Iscriviti
pub-act-open-of = al workshop di { $date }
pub-act-full = Lista d’attesa
pub-act-full-of = per il workshop di { $date }
pub-act-undated = Avvisami
pub-act-undated-of = quando esce la data: { $name }
pub-all-questions = Tutte le domande

## Workshop

pub-ws-back = Tutti i workshop
pub-ws-title = Workshop di { $date }
pub-ws-title-open = Iscriviti al workshop di { $date }
pub-ws-title-full = Lista d’attesa per il workshop di { $date }
pub-fact-hours = Orario
pub-fact-place = Dove
pub-fact-places = Posti
pub-fact-fee = Quota
pub-ws-cancelled = Questo workshop è stato annullato
pub-ws-cancelled-text = Se avevi un posto, ti abbiamo scritto.
pub-ws-held = Si è tenuto { $date }
pub-ws-begun = È oggi
pub-ws-held-text = Dal sito l’iscrizione non è più possibile. Nel programma trovi gli altri workshop.
pub-ws-today-text = Oggi dal sito l’iscrizione non è più possibile. Chiamaci, oppure scegli un altro workshop.
pub-ws-held-mine = Di solito la sera trovi la tua presenza nel tuo percorso.
pub-counts = Vale per il corso
pub-counts-rule = { $n ->
    [one] Per il corso serve { $n } workshop frequentato.
   *[other] Per il corso servono { $n } workshop frequentati.
}
pub-counts-nth = { $n ->
    [1] Questo sarebbe il tuo primo.
    [2] Questo sarebbe il tuo secondo.
    [3] Questo sarebbe il tuo terzo.
    [4] Questo sarebbe il tuo quarto.
    [5] Questo sarebbe il tuo quinto.
   *[other] Questo sarebbe il tuo n. { $n }.
}
pub-counts-waiting = In lista d’attesa non vale ancora: vale se si libera un posto e frequenti.
pub-counts-not = Questo workshop non rientra tra quelli che servono per il corso. Puoi partecipare lo stesso.
pub-counts-late = Per il corso contano i workshop che si tengono prima del suo primo giorno, { $date }. Questo non conta per il corso. Puoi partecipare lo stesso.
pub-counts-enough = Per il corso hai già quello che serve. Puoi partecipare anche a questo.
pub-slots-label = { $n ->
    [one] Il workshop che serve per il corso
   *[other] I { $n } workshop che servono per il corso
}
pub-slot-this = Questo
pub-slot-nth = { $n ->
    [1] Il primo
    [2] Il secondo
    [3] Il terzo
    [4] Il quarto
    [5] Il quinto
   *[other] Il n. { $n }
}
pub-slot-later = lo scegli dopo
pub-mine-place = Hai già un posto per questo giorno: eccolo
pub-mine-place-text = Se non puoi venire, liberalo dal tuo percorso: può andare a un’altra persona.
pub-mine-pending = Hai già una richiesta per questo giorno
pub-mine-pending-text = Manca la conferma: la trovi nella mail e nel tuo percorso.
pub-mine-waiting = Sei già in lista d’attesa per questo giorno
pub-mine-waiting-text = Se si libera un posto e tocca a te, ti scriviamo.
pub-mine-open = C’è un posto libero, anche per te
pub-mine-open-text = Manca poco all’inizio: adesso il posto è di chi lo prende per primo, senza aspettare la lista.
pub-mine-waiting-late = Manca poco all’inizio: se si libera un posto, è di chi lo prende per primo. Lo vedi qui.
pub-aside = Sul workshop
pub-aside-day = La giornata
pub-aside-why = Non ti chiediamo perché
pub-aside-why-text = Non ti chiediamo diagnosi né storia personale. Se vorrai parlarne, lo farai di persona.
pub-aside-phone = Meglio a voce?
pub-aside-phone-text = Possiamo fare l’iscrizione insieme a te, al telefono:

## Modulo di iscrizione

pub-known = Hai già un percorso con noi?
pub-known-link = Entra con la tua email
pub-known-after = e salta questo modulo.
pub-form-as = Ti iscrivi come
pub-form-others = Vuoi scegliere già un altro workshop?
pub-form-others-hint = Con gli stessi dati: una conferma sola vale per tutti.
pub-form-others-known-hint = Ti iscrivi a tutti insieme, con un tocco solo.
pub-form-other-full = posti esauriti: lista d’attesa
pub-form-nome = Nome
pub-form-nome-hint = Nome e cognome come vuoi leggerli sull’attestato.
pub-form-cognome = Cognome
pub-form-email = Email
pub-form-email-hint = Ti mandiamo la conferma e il collegamento per entrare. Nessuna password da ricordare.
pub-form-telefono = Telefono
pub-form-telefono-hint = Solo se quel giorno cambia qualcosa all’ultimo momento.
pub-form-profilo = Quale frase ti descrive meglio?
pub-profile-servizi-sociali = Lavoro in un servizio sociale
pub-profile-servizi-sanitari = Lavoro in un servizio sanitario
pub-profile-servizi-educativi = Lavoro in un servizio educativo
pub-profile-cittadinanza = Sono una cittadina o un cittadino
pub-profile-volontariato = Faccio volontariato
pub-form-needs = Ti serve qualcosa in aula?
pub-form-esigenze = Di cosa hai bisogno per stare bene in aula?
pub-form-esigenze-hint = Per esempio: posto vicino a chi parla, accesso senza gradini, interprete LIS. Non ti chiediamo diagnosi né storia personale.
pub-form-consenso = Acconsento: potete conservare quello che ho scritto qui sopra
pub-form-consenso-hint = Può dire qualcosa della tua salute, per questo te lo chiediamo a parte. Lo legge solo chi conduce quell’incontro, e 30 giorni dopo lo cancelliamo. Puoi ritirare il consenso quando vuoi.
pub-form-privacy = Ho letto
pub-form-privacy-link = l’informativa privacy
pub-form-privacy-length = (2 minuti)
pub-form-send = Iscriviti
pub-form-send-full = Entra in lista d’attesa
pub-form-then = Poi ti scriviamo: confermi con un clic dalla mail. Puoi annullare quando vuoi.
pub-form-then-known = Il posto è tuo subito. Puoi liberarlo quando vuoi, dal tuo percorso o dalla mail.
pub-form-then-known-full = Se si libera un posto e tocca a te, ti scriviamo. Puoi uscire dalla lista quando vuoi.

## Workshop senza data

pub-undated-counts = Vale per il corso, se si tiene prima dell’inizio.
pub-undated-counts-date = Vale per il corso, se si tiene prima di { $date }.
pub-undated-others = Intanto puoi scegliere
pub-tell-lead = Vuoi sapere quando esce la data?
pub-tell-title = Avvisami quando esce la data
pub-tell-once = Ti scriviamo una volta sola, per questo workshop.
pub-tell-meanwhile = Intanto puoi scegliere un workshop che ha già la data:
pub-tell-meanwhile-link = guarda il programma
pub-tell-out = La data è uscita: { $date }
pub-tell-go = Vai al workshop

## Manca un clic

pub-sent-title = Manca un clic
pub-sent-lead = Ti abbiamo scritto a { $email }: apri la mail e conferma entro { $until }.
pub-sent-held = { $n ->
    [one] Fino ad allora il posto è riservato a te.
   *[other] Fino ad allora i posti sono riservati a te.
}
pub-sent-held-some = Fino ad allora è riservato a te quello che leggi qui sotto: il posto, oppure la posizione in lista d’attesa.
pub-sent-meant = Intendevi …@{ $domain }? Se l’indirizzo è giusto così, va bene. Se no, la mail non ti arriva.
pub-sent-demo = In questa dimostrazione la posta non parte davvero.
pub-sent-chosen = { $n ->
    [one] Hai scelto
   *[other] Hai scelto { $n } workshop
}
pub-next-1 = Confermi dalla mail
pub-next-1-text = Un clic, senza password.
pub-next-2 = Ti scriviamo di nuovo
pub-next-2-text = Una mail per ogni scelta; se hai il posto, con l’invito per il calendario.
pub-next-3 = In aula si registra la tua presenza
pub-next-3-text = Per il corso contano i workshop frequentati.
pub-sent-no-mail = La mail non arriva?
pub-sent-spam = Aspetta qualche minuto e guarda anche nello spam: la manda { $mailbox }.
pub-sent-again = Mandala di nuovo
pub-sent-wrong = L’indirizzo non è giusto?
pub-sent-correct = Riempi di nuovo il modulo

## Conferma dalla mail

pub-confirm-title = Conferma la tua iscrizione
pub-confirm-lead = Manca solo questo clic.
pub-confirm-lead-name = Ciao { $name }, manca solo questo clic.
pub-confirm-button = Conferma l’iscrizione
pub-confirm-then = Confermando entri anche nel tuo percorso, su questo dispositivo.
pub-confirm-used = Questa iscrizione è già confermata
pub-confirm-used-text = Non devi fare altro. Per rivederla, entra con la tua email.

## Liberare il posto dalla mail

pub-leave-title = Non puoi venire?
pub-leave-text = Se liberi il posto, può andare a chi aspetta. Quello che hai già frequentato resta nel tuo percorso.
pub-leave-place = Libera il mio posto
pub-leave-line-text = Se esci dalla lista, perdi la tua posizione.
pub-leave-line = Esci dalla lista d’attesa
pub-leave-application-text = Se ritiri la domanda, non la esaminiamo più.
pub-leave-application = Ritira la mia domanda
pub-leave-hint = Ti mandiamo una mail di conferma.
pub-leave-keep = No, tengo il posto: torna al programma
pub-leave-keep-line = No, resto in lista: torna al programma
pub-left-title = Questa iscrizione è annullata
pub-left-text = Se avevi un posto, ora può andare a un’altra persona. Puoi iscriverti di nuovo quando vuoi, finché ci sono posti.
pub-leave-begun = È già cominciato
pub-leave-begun-text = Il posto non si può più liberare. Se non puoi esserci non serve fare altro.

## Accesso

pub-sign-in-title = Entra con la tua email
pub-sign-in-unsent = Non è salvato: il tuo accesso era finito. Entra, e ti riportiamo alla pagina di prima: lì premi di nuovo il pulsante.
pub-sign-in-lead = Nessuna password: ti mandiamo un collegamento e un codice.
pub-sign-in-hint = L’indirizzo con cui hai fatto l’iscrizione.
pub-sign-in-send = Mandami il collegamento
pub-sign-in-valid = Vale 30 minuti.
pub-sign-in-aside = Altri modi
pub-sign-in-already = Hai già fatto l’accesso
pub-sign-in-new = È la prima volta?
pub-sign-in-new-text = Non serve un accesso: scegli un workshop e riempi il modulo.
pub-code-title = Guarda la posta
pub-code-lead = Se conosciamo { $email }, ti abbiamo appena scritto.
pub-code-text = Apri il collegamento della mail, oppure scrivi qui il codice. Valgono 30 minuti.
pub-code-label = Codice di 6 cifre
pub-code-hint = Puoi anche incollarlo.
pub-enter = Entra
pub-code-spam = Aspetta qualche minuto e guarda anche nello spam. La mail parte solo se conosciamo l’indirizzo: controlla che sia quello dell’iscrizione.
pub-code-again = Chiedi un’altra mail
pub-code-over = Questo codice non vale più
pub-code-over-text = È scaduto, è già servito, oppure è stato sbagliato troppe volte. Con un’altra mail arriva un codice nuovo.
pub-link-title = Entra nel tuo percorso
pub-link-lead = Un ultimo tocco, e ci sei.
pub-link-hint = { $n ->
    [one] Resti dentro su questo dispositivo per { $n } giorno, se non esci prima.
   *[other] Resti dentro su questo dispositivo per { $n } giorni, se non esci prima.
}
pub-link-over = Questo collegamento è scaduto o già usato
pub-link-over-text = Te ne mandiamo un altro?
pub-link-again = Chiedi un altro collegamento

## Corso

pub-course-purpose = Per imparare a far nascere un gruppo di auto mutuo aiuto (AMA) e a sostenerlo, nel territorio o dentro un’organizzazione.
pub-course-opens = L’iscrizione si apre dopo { $core }.
# Quello che nella frase qui sopra sta in evidenza.
pub-course-opens-core = { $n ->
    [one] { $n } workshop frequentato
   *[other] { $n } workshop frequentati
}
pub-course-provisional = Appena hai prenotato quelli che ti mancano, puoi già chiedere un posto provvisorio: diventa definitivo quando li hai frequentati.
pub-course-decides = I posti nel corso li dà l’ufficio: fai domanda, e ti scriviamo la risposta.
pub-course-provisional-apply = Puoi farla appena hai prenotato i workshop che ti mancano: il posto è provvisorio, e diventa definitivo quando li hai frequentati.
pub-course-closes = Ultimo giorno per iscriversi al corso: { $date }.
pub-course-when = Quando
pub-course-full = Posti esauriti: c’è la lista d’attesa
pub-course-rule = { $n ->
    [one] Per il corso serve { $n } workshop frequentato, a scelta tra { $m }
   *[other] Per il corso servono { $n } workshop frequentati, a scelta tra { $m }
}
pub-course-order = L’ordine lo decidi tu.
pub-course-short-text = Guarda che cosa ti manca, e quali workshop puoi ancora scegliere.
pub-course-booked-text = I workshop che servono sono prenotati: il corso si apre quando li hai frequentati.
pub-course-none-text = Per questa edizione non ci sono altri workshop prima del corso. Quelli che hai frequentato restano nel tuo percorso.
pub-course-register-text = La presenza a un tuo workshop non è ancora registrata: il percorso si aggiorna quando il registro è chiuso.
pub-course-on-track = Puoi già chiedere un posto provvisorio
pub-course-on-track-text = I workshop che servono sono prenotati. Il posto diventa definitivo quando li hai frequentati.
pub-course-ask = Chiedi un posto provvisorio
pub-course-met = Ora puoi iscriverti al corso
pub-course-met-apply = Ora puoi fare domanda per il corso
pub-course-on-track-apply = Puoi già fare domanda per il corso
pub-course-met-text = Controlla i tuoi dati e conferma: bastano pochi minuti.
pub-course-met-until = Hai tempo fino a { $date }. Bastano pochi minuti.
pub-course-enrol = Iscriviti al corso
pub-course-closed = Le iscrizioni al corso sono chiuse
pub-course-closed-text = Quello che hai frequentato resta nel tuo percorso.
pub-course-has-place = Hai un posto nel corso
pub-course-has-provisional = Hai un posto provvisorio nel corso
pub-course-has-provisional-text = Diventa definitivo quando avrai frequentato i workshop che servono.
pub-course-has-applied = La tua domanda per il corso è arrivata
pub-course-has-waiting = Sei in lista d’attesa per il corso
pub-course-has-text = Trovi tutto nel tuo percorso.
pub-course-text = Che cosa si fa
pub-course-days = { $n ->
    [one] La giornata
   *[other] Le { $n } giornate
}
pub-course-certificate = Attestato di partecipazione
pub-course-certificate-days = { $n ->
    [one] Serve almeno { $n } giornata su { $m }.
   *[other] Servono almeno { $n } giornate su { $m }.
}
pub-course-certificate-text = Alla fine del corso.
pub-course-certificate-open = Quante giornate servono per l’attestato lo diciamo presto.
pub-course-project = Il tuo progetto
pub-course-aside = Sul corso
pub-course-for = Per chi è
pub-course-rule-title = La regola
pub-course-rule-text = { $n ->
    [one] { $n } workshop frequentato su { $m }, a tua scelta. Averlo prenotato non basta: conta la presenza.
   *[other] { $n } workshop frequentati su { $m }, a tua scelta. Averli prenotati non basta: conta la presenza.
}
pub-course-rule-before = Valgono quelli che si tengono prima di { $date }.
