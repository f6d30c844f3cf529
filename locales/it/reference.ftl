# Le pagine che spiegano: come funziona, domande, aiuto, privacy, accessibilità. I numeri vengono dall’edizione:
# una frase che finisce in -n li porta, la sua gemella senza vale quando non c’è un’edizione pubblicata.

## Comuni

ref-write-to = Scrivi a
ref-or-call = oppure chiama il
ref-link-programme = Vai al programma
ref-link-how = Come funziona il percorso
ref-link-questions = Domande frequenti
ref-link-help = Aiuto: come contattarci
ref-link-sign-in = Entra con la tua email
ref-link-privacy = Privacy: quali dati teniamo

## Come funziona

ref-how-title = Come funziona il percorso
ref-how-lede = Frequenti i workshop introduttivi che vuoi; poi si apre il corso gratuito per promotori di gruppi di auto mutuo aiuto (AMA).
ref-how-lede-n = Frequenti almeno { $n } workshop su { $m }, a tua scelta; poi si apre il corso gratuito per promotori di gruppi di auto mutuo aiuto (AMA).
ref-how-steps = Passo per passo
ref-how-step1 = Frequenta i workshop
ref-how-step1-n = Frequenta { $n } workshop
ref-how-step1-text = Scegli quelli che ti interessano, nell’ordine che vuoi. Riempi il modulo e conferma dalla mail.
ref-how-step1-text-n = A scelta tra { $m }, nell’ordine che vuoi. Riempi il modulo e conferma dalla mail.
ref-how-step2 = Chiedi il posto nel corso
ref-how-step2-text = Quando hai frequentato i workshop che servono, ti scriviamo: da lì chiedi il posto.
ref-how-step2-text-n =
    { $n ->
        [one] Con 1 workshop frequentato il corso si apre per te. Ti scriviamo: da lì chiedi il posto.
       *[other] Con { $n } workshop frequentati il corso si apre per te. Ti scriviamo: da lì chiedi il posto.
    }
ref-how-step3 = Frequenta il corso
ref-how-step3-n =
    { $n ->
        [one] Frequenta 1 giornata
       *[other] Frequenta { $n } giornate
    }
ref-how-step3-text = Le date sono nel programma. Il corso è gratuito.
ref-how-step3-text-date = La prima giornata è { $date }. Il corso è gratuito.
ref-how-step4 = Attestato e progetto
ref-how-step4-text = Alla fine c’è un attestato di partecipazione. { $organisation } accompagna il tuo progetto di gruppo, durante il corso e dopo.
ref-how-step4-text-n =
    { $n ->
        [one] L’attestato di partecipazione chiede almeno 1 giornata su { $m }. { $organisation } accompagna il tuo progetto di gruppo, durante il corso e dopo.
       *[other] L’attestato di partecipazione chiede almeno { $n } giornate su { $m }. { $organisation } accompagna il tuo progetto di gruppo, durante il corso e dopo.
    }
ref-how-line-label = In una riga:
ref-how-line = workshop frequentati → corso → attestato → il tuo progetto
ref-how-line-n =
    { $d ->
        [one] { $n } workshop su { $m } → corso: 1 giornata → attestato → il tuo progetto
       *[other] { $n } workshop su { $m } → corso: { $d } giornate → attestato → il tuo progetto
    }
ref-how-line-undated = { $n } workshop su { $m } → corso → attestato → il tuo progetto
ref-how-words = «Prenotato» e «frequentato»
ref-how-words-lede = Per entrare nel corso contano solo i workshop frequentati.
ref-how-booked = Prenotato
ref-how-booked-text = Il tuo posto nel workshop è confermato, e la presenza non è ancora registrata.
ref-how-attended = Frequentato
ref-how-attended-text = La tua presenza è nel registro di chi conduce, e il registro è chiuso. È questo che conta.
ref-how-waiting = In lista d’attesa
ref-how-waiting-text = Non c’è ancora un posto per te. Non vale né come prenotato né come frequentato.
ref-how-counts = Lo stesso argomento vale una volta sola. Conta un workshop che si tiene prima dell’inizio del corso.
ref-how-counts-date = Lo stesso argomento vale una volta sola. Conta un workshop che si tiene prima dell’inizio del corso: { $date }.
ref-how-evening = La sera del workshop
ref-how-evening-text = Chi conduce chiude il registro, e poco dopo la tua presenza vale. Ti arriva una mail: dice che cosa ti manca ancora, oppure che puoi chiedere il posto nel corso.
ref-how-evening-absent = Se non risulti presente, la mail elenca i workshop che puoi ancora scegliere. Quello che hai già frequentato resta valido.
ref-how-evening-late = Se il registro è ancora aperto, il tuo percorso si aggiorna più tardi. Se qualcosa non ti torna, contattaci: controlliamo insieme.
ref-how-full = Quando i posti sono finiti
ref-how-full-text = Puoi metterti in lista d’attesa. La tua posizione parte dal momento del modulo; dopo la conferma te la scriviamo per mail.
ref-how-full-freed-program = Se si libera un posto, il programma lo offre subito alla prima persona in lista, in ordine. Quando tocca a te ti scriviamo, e il posto è tuo se rispondi in tempo.
ref-how-full-freed-office = Se si libera un posto, l’ufficio lo offre alla prima persona in lista, in ordine. Quando tocca a te ti scriviamo, e il posto è tuo se rispondi in tempo.
# Dove non vale lo stesso per tutti i workshop, o non si sa ancora.
ref-how-full-freed-either = Se si libera un posto, si va in ordine di lista. Quando tocca a te ti scriviamo, e il posto è tuo se rispondi in tempo.
ref-how-full-course = Nel corso è l’ufficio che decide quando offrirlo.
ref-how-full-meanwhile = Intanto puoi prenotare un altro workshop: la tua posizione in lista resta.
ref-how-provisional = Il posto provvisorio nel corso
ref-how-provisional-text = Se i workshop che ti mancano sono già tutti prenotati, puoi chiedere subito un posto provvisorio nel corso. Diventa definitivo quando li hai frequentati.
ref-how-provisional-apply = Se i workshop che ti mancano sono già tutti prenotati, puoi fare subito domanda per il corso. Se l’ufficio la accoglie il posto è provvisorio, e diventa definitivo quando li hai frequentati.
ref-how-provisional-risk = Se un workshop salta e puoi ancora sceglierne un altro, ti scriviamo quali sono ed entro quando. Se non basta più, liberiamo il posto e te lo diciamo per mail.
ref-how-invites = Gli inviti nel calendario
ref-how-invites-text = Arrivano per mail, quando il posto è confermato. Per un workshop l’invito è nella mail di conferma; per il corso arriva una mail per ogni giornata.
ref-how-invites-leave = Se liberi il posto, un’altra mail toglie l’appuntamento. Con un posto provvisorio, o in lista d’attesa, l’invito non c’è ancora.
ref-how-start = Da dove si comincia
ref-how-start-text = Dal workshop che ti interessa di più. Workshop e corso si tengono in italiano.

## Domande

ref-q-title = Domande frequenti
ref-q-lede = Può partecipare chiunque voglia far nascere o sostenere un gruppo di auto mutuo aiuto (AMA): nessuna professione è richiesta.
ref-q-part-who = Per chi è
ref-q-who = A chi si rivolge il percorso?
ref-q-who-text = A chi lavora nei servizi sociali, sanitari ed educativi, a chi fa volontariato e a ogni altra persona interessata.
ref-q-professional = Serve una professione particolare?
ref-q-professional-text = No. Servono disponibilità e voglia di mettersi in gioco.
ref-q-paid = Chi fa da promotore riceve un compenso?
ref-q-paid-text = Dipende. Si può farlo come volontariato, con un rimborso delle spese o con un compenso; le forme di compenso più strutturate vengono da progetti finanziati. I gruppi sono sempre gratuiti per chi vi partecipa.
ref-q-language = In che lingua si tengono gli incontri?
ref-q-language-text = In italiano, sia i workshop sia il corso. Questo sito e le mail sono anche in inglese.
ref-q-part-path = I workshop e il corso
ref-q-order = In che ordine si frequentano i workshop?
ref-q-order-text = Nell’ordine che vuoi. Puoi frequentarne anche più di quelli che servono.
ref-q-order-text-n =
    { $n ->
        [one] Nell’ordine che vuoi. Per il corso ne serve 1 su { $m }, e puoi frequentarne anche di più.
       *[other] Nell’ordine che vuoi. Per il corso ne servono { $n } su { $m }, e puoi frequentarne anche di più.
    }
ref-q-missed = Se salto un workshop, perdo quello già frequentato?
ref-q-missed-text = No, quello che hai frequentato resta valido. Ti basta sceglierne un altro prima dell’inizio del corso.
ref-q-missed-text-date = No, quello che hai frequentato resta valido. Ti basta sceglierne un altro che si tenga prima di { $date }.
ref-q-twice = Lo stesso workshop, frequentato due volte, vale doppio?
ref-q-twice-text = No, ogni argomento vale una volta sola: per il corso servono workshop diversi.
ref-q-certificate = Che cosa ricevo alla fine?
ref-q-certificate-text = Un attestato di partecipazione: dice che hai frequentato il corso. Non abilita a una professione.
ref-q-certificate-text-n =
    { $n ->
        [one] Un attestato di partecipazione, con almeno 1 giornata frequentata su { $m }. Dice che hai frequentato il corso; non abilita a una professione.
       *[other] Un attestato di partecipazione, con almeno { $n } giornate frequentate su { $m }. Dice che hai frequentato il corso; non abilita a una professione.
    }
ref-q-part-practice = Iscrizione, mail e calendario
ref-q-no-email = Non ho un indirizzo email: posso partecipare?
ref-q-no-email-text = Per ora serve un indirizzo email, anche di una persona di fiducia. Chiamaci: vediamo insieme come fare.
ref-q-no-email-text-no-phone = Per ora serve un indirizzo email, anche di una persona di fiducia: basta che qualcuno ci scriva per te.
ref-q-cannot-come = Non posso più venire: che cosa faccio?
ref-q-cannot-come-text = Libera il posto appena puoi: c’è un collegamento nella mail di conferma, e lo stesso pulsante nel tuo percorso. Il posto può andare a un’altra persona, e tu puoi scegliere un altro workshop.
ref-q-no-mail = La mail di conferma non arriva: perché?
ref-q-no-mail-text = Guarda prima nello spam. Se non c’è, fattela rimandare dalla pagina che hai visto dopo il modulo. Se l’indirizzo aveva un errore, riempi di nuovo il modulo.
ref-q-calendar = L’invito non compare nel calendario: perché?
ref-q-calendar-text = Spesso perché il tuo calendario non ci conosce ancora. Gmail, per esempio, aggiunge da solo gli inviti di mittenti noti: apri la nostra mail e indica che conosci chi la manda, oppure rispondi all’invito.
ref-q-calendar-contact = Per i prossimi inviti, aggiungi ai tuoi contatti { $mailbox }. Il posto è tuo anche se il calendario resta vuoto.
ref-q-more = La tua domanda non c’è?

## Aiuto

ref-help-title = Aiuto
ref-help-lede = Possiamo fare l’iscrizione insieme a te, al telefono.
ref-help-lede-no-phone = Possiamo fare l’iscrizione insieme a te: scrivici.
ref-help-call = Chiama
ref-help-call-text = Ti risponde l’ufficio.
ref-help-write = Scrivi
ref-help-write-text = Bastano il tuo nome e il giorno di cui parli.
ref-help-what = Che cosa possiamo fare per te
ref-help-what-sign-up = Iscriverti
ref-help-what-sign-up-text = A un workshop o in lista d’attesa: riempiamo il modulo insieme.
ref-help-what-where = Capire a che punto sei
ref-help-what-where-text = Quali workshop hai frequentato, e quali puoi ancora scegliere.
ref-help-what-leave = Liberare il tuo posto
ref-help-what-leave-text = Quando non puoi venire. Puoi farlo anche tu sul sito, a qualsiasi ora.
ref-help-what-attendance = Controllare una presenza
ref-help-what-attendance-text = Se hai frequentato un workshop e nel tuo percorso non c’è.
ref-help-mail = Se aspetti una nostra mail
ref-help-mail-text = Guarda nello spam e controlla l’indirizzo che hai scritto. Poi chiedi un collegamento nuovo: non serve una password.
ref-help-read = Forse la risposta è già qui

## Privacy

ref-privacy-title = Privacy: quali dati teniamo
ref-privacy-lede = Teniamo solo i dati che servono a iscriverti, a registrare le presenze e a scriverti.
ref-privacy-not = Non ti chiediamo diagnosi né storia personale, e nemmeno perché vuoi partecipare.
ref-privacy-version = Versione di questo testo: { $version }
ref-privacy-who = Chi tiene i dati
ref-privacy-who-text = { $organisation } è titolare del trattamento: decide quali dati servono, e ne risponde.
ref-privacy-what = Quali dati, e perché
ref-privacy-what-name = Nome e cognome
ref-privacy-what-name-text = Per il registro delle presenze e per l’attestato.
ref-privacy-what-email = Indirizzo email
ref-privacy-what-email-text = Per confermare l’iscrizione, farti entrare senza password e scriverti di posti, date e presenze.
ref-privacy-what-phone = Telefono
ref-privacy-what-phone-text = Solo se ce lo dai: per avvisarti quando una mail non basta.
ref-privacy-what-profile = Profilo
ref-privacy-what-profile-text = La frase che scegli nel modulo: servizi, cittadinanza o volontariato. Per sapere a chi parliamo.
ref-privacy-what-path = Iscrizioni e presenze
ref-privacy-what-path-text = Per assegnare i posti, sapere quando il corso si apre per te e preparare l’attestato. Ogni decisione resta scritta con data, autore e motivo.
ref-privacy-what-mail = Mail che ti mandiamo
ref-privacy-what-mail-text = Per riprovare quando una non parte, e per sapere che cosa ti abbiamo scritto.
ref-privacy-what-needs = Esigenze in aula
ref-privacy-what-needs-text = Facoltative: che cosa ti serve per partecipare bene. Possono dire qualcosa della tua salute, quindi le teniamo solo con un consenso a parte.
ref-privacy-what-date = Richiesta di avviso
ref-privacy-what-date-text = Se vuoi sapere quando esce una data: il tuo indirizzo email, la lingua e il workshop. Nient’altro.
ref-privacy-basis = Perché possiamo farlo
ref-privacy-basis-contract = Per iscrizioni, presenze e mail: perché servono a fare quello che ci chiedi quando ti iscrivi. È l’articolo 6, paragrafo 1, lettera b, del regolamento europeo sulla protezione dei dati (GDPR).
ref-privacy-basis-consent = Per le esigenze in aula: perché ci dai un consenso esplicito. È l’articolo 9, paragrafo 2, lettera a. Puoi non darlo e puoi ritirarlo quando vuoi: la tua iscrizione resta valida.
ref-privacy-long = Per quanto tempo
ref-privacy-long-unconfirmed = Iscrizioni mai confermate
ref-privacy-long-unconfirmed-text = Se di te non abbiamo altro, dopo una settimana cancelliamo i tuoi dati e le nostre mail.
ref-privacy-long-needs = Esigenze in aula
ref-privacy-long-needs-text = Fino a 30 giorni dopo l’incontro per cui le hai scritte.
ref-privacy-long-path = Iscrizioni e presenze
ref-privacy-long-path-text = Finché non ne chiedi la cancellazione, così i workshop frequentati continuano a valere.
ref-privacy-long-erased = Dopo la cancellazione
ref-privacy-long-erased-text = Nome, contatti e testi spariscono. Restano i conteggi e le date, senza più un nome.
ref-privacy-see = Chi vede che cosa
ref-privacy-see-you = Tu
ref-privacy-see-you-text = Il tuo percorso, e quello di nessun altro.
ref-privacy-see-trainer = Chi conduce
ref-privacy-see-trainer-text = I nomi e le esigenze in aula, solo per gli incontri che conduce.
ref-privacy-see-office = L’ufficio
ref-privacy-see-office-text = Contatti, iscrizioni e presenze, per organizzare. Le esigenze in aula no.
ref-privacy-see-others = Tutti gli altri
ref-privacy-see-others-text = Niente. Quello che riguarda la salute non sta mai nell’oggetto di una mail, in un calendario o in un file esportato.
ref-privacy-cookies = Cookie
ref-privacy-cookies-text = Finché non entri, nessun cookie. Quando entri ce n’è uno solo, tecnico: serve a riconoscerti e finisce quando esci o quando l’accesso scade.
ref-privacy-cookies-none = Non ci sono password, pubblicità, statistiche di terzi, né altro che ti segua.
ref-privacy-cookies-address = Per fermare gli abusi, il sito conta per poco tempo le richieste di ogni indirizzo di rete. Il conteggio resta in memoria e non finisce tra i tuoi dati.
ref-privacy-rights = I tuoi diritti
ref-privacy-rights-text = Puoi chiederci di vedere i tuoi dati, di averne una copia, di correggerli, di cancellarli, di limitarne l’uso; puoi opporti, e puoi ritirare un consenso.
ref-privacy-rights-decision = La regola dei workshop la applica il programma. Se pensi che sbagli, chiedi: ricontrolla una persona dell’ufficio.
ref-privacy-rights-how = Rispondiamo entro un mese.
ref-privacy-rights-authority = Se la risposta non ti basta, puoi fare reclamo al
ref-privacy-rights-authority-link = Garante per la protezione dei dati personali
ref-privacy-draft = Testo da verificare con l’associazione prima della pubblicazione.
ref-privacy-draft-list = Mancano: nome legale, sede e contatti del titolare; chi gestisce per suo conto il server e la posta; i registri tecnici del server; quanto tenere iscrizioni, presenze e richieste di avviso se nessuno ne chiede la cancellazione.

## Accessibilità

ref-access-title = Dichiarazione di accessibilità
ref-access-lede = Questo sito vuole rispettare le linee guida WCAG 2.2, livello AA, e non è ancora stato provato con lettori di schermo veri.
ref-access-how = Come è fatto
ref-access-how-script = Senza JavaScript
ref-access-how-script-text = Iscriversi, confermare, entrare e liberare un posto funzionano anche così.
ref-access-how-keyboard = Con la tastiera
ref-access-how-keyboard-text = Collegamenti, pulsanti e campi sono quelli del browser: si raggiungono con la tastiera, e si vede dove sei.
ref-access-how-size = Testo e colori
ref-access-how-size-text = Le pagine seguono la dimensione del carattere e il tema chiaro o scuro che usi. Il colore non è mai l’unico segno.
ref-access-how-sign-in = Per entrare
ref-access-how-sign-in-text = Nessuna password da ricordare e nessun enigma da risolvere. Il codice che ricevi si può incollare.
ref-access-tested = Che cosa abbiamo provato
ref-access-tested-text = Controlliamo le pagine in automatico, con axe. Un controllo automatico trova solo una parte dei problemi.
ref-access-untested = Che cosa manca
ref-access-untested-text = Mancano le prove con lettori di schermo veri e con persone che usano tecnologie assistive.
ref-access-report = Segnala un problema
ref-access-report-text = Di’ la pagina, che cosa volevi fare e che cosa è successo. Intanto possiamo fare l’iscrizione insieme a te.
