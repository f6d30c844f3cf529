# I cambiamenti: le pagine di un incontro e di un workshop o del corso, che cosa cambia per le persone, la lista
# d’attesa e le sue offerte, il cambio di workshop, la posta.

## Gestione: le voci del menu, la storia

office-nav-dates = Edizione e date
office-nav-post = Posta
office-act-send-again = Mail mandata di nuovo

## Edizione e date

dates-col-date = Data
dates-col-title = Titolo
dates-col-taken = Iscritti
dates-asked = { $n ->
    [one] 1 aspetta la data
   *[other] { $n } aspettano la data
}
dates-filter-undated = Workshop senza data, { $n }
dates-all-dated = Tutti i workshop che valgono per il corso hanno una data.
dates-state-open = In programma
dates-state-held = Concluso
dates-state-undated = Senza data
dates-state-draft = Bozza
dates-state-cancelled = Annullato

## I campi di un incontro

change-when = Quando e dove
change-date = Data
change-date-hint = Per esempio 7, 10 e 2014.
change-box-giorno = Giorno
change-box-mese = Mese
change-box-anno = Anno
# Il giorno porta il giorno della settimana: «È giovedì 2 ottobre 2014.»
change-weekday = È { $day }.
change-hours = Orario
change-hours-hint = Per esempio 9:30. Senza orario, nel calendario c’è tutto il giorno.
change-from = Dalle
change-to = Alle
change-place = Indirizzo
change-place-hint = Come si legge nelle mail e nei calendari.
change-day = Giornata { $n } di { $of }

## I campi di un workshop, o del corso

change-offering = Scheda
change-up = La scheda del workshop
change-title = Titolo
change-title-hint = Finché è vuoto, al suo posto si legge il numero nel programma.
change-capacity = Posti
change-capacity-hint = Vuoto: senza limite. Con meno posti di quelli presi nessuno perde il suo.
change-offers = Se si libera un posto
change-offers-automatic = Il programma lo offre da solo a chi aspetta
change-offers-person = Decide una persona dell’ufficio
change-offers-decision = Decide una persona dell’ufficio: nel corso si entra per decisione.
change-fee = Quota
change-fee-hint = Se è vuota, non se ne parla in nessuna pagina.
change-gloss = Il titolo in inglese
change-gloss-hint = Si legge tra parentesi nelle pagine in inglese.
change-testo-it = Testo in italiano
change-testo-en = Testo in inglese
change-taken = { $n ->
    [0] nessuna persona iscritta
    [one] 1 posto preso
   *[other] { $n } posti presi
}
change-extra = { $n ->
    [one] 1 oltre il limite
   *[other] { $n } oltre il limite
}
days-title = Stesse ore e sala per tutte le giornate a venire
days-which = { $n ->
    [one] 1 giornata a venire
   *[other] { $n } giornate a venire
}
days-same = Le stesse per tutte
days-text = Quello che lasci vuoto resta com’è, giornata per giornata. Le date non cambiano.
change-days = Giornate
change-session = Incontro
change-session-open = Apri l’incontro
change-aside = Incontri e lista d’attesa
change-add = Aggiungi una giornata
change-add-text = Le giornate di adesso tengono il loro numero: questa continua il conto.

## La regola

change-rule = La regola del percorso
change-rule-text = Se cambi la regola, chi l’ha già raggiunta non la perde.
change-richiesti = Workshop da frequentare
change-required-hint = su { $n } in programma
change-giornate = Giornate per l’attestato
change-certificate-hint = su { $n } del corso. Vuoto: non si propone niente.
change-provisional = Chi ha prenotato i workshop che mancano può avere un posto provvisorio
change-closes = Ultimo giorno per iscriversi al corso
change-closes-hint = Vuoto: fino alla prima giornata.

## Controllare e salvare

change-check = Controlla cosa cambia
change-check-hint = Prima di salvare vedi chi riceve una mail e quale. Fino ad allora non parte niente.
change-what = Che cosa cambia
change-col-field = Campo
change-col-now = Adesso
change-col-then = Dopo
change-col-stands = Adesso c’è
change-why = Perché cambia
change-col-typed = Nel tuo modulo
change-field-date = Data
change-field-hours = Orario
change-field-status = Stato
change-field-added = Giorno aggiunto
change-field-lateness = Ritardo massimo, in minuti
change-field-starts = Inizio
change-field-ends = Fine
change-field-place = Indirizzo
change-field-title = Titolo
change-field-gloss = Titolo in inglese
change-field-text-it = Testo in italiano
change-field-text-en = Testo in inglese
change-field-fee = Quota
change-field-capacity = Posti
change-field-offers = Un posto che si libera
change-field-required = Workshop da frequentare
change-field-provisional = Posti provvisori
change-field-closes = Ultimo giorno per iscriversi
change-field-certificate = Giornate per l’attestato
change-value-automatic = si offre da solo
change-value-person = lo offre una persona
change-value-yes = sì
change-value-no = no
change-same = Non hai cambiato niente.
change-back = Torna indietro
change-button-salva = { $n ->
    [0] { $calls ->
        [0] Salva, senza avvisare nessuno
        [one] Salva: 1 telefonata da fare
       *[other] Salva: { $calls } telefonate da fare
    }
    [one] Salva e avvisa 1 persona
   *[other] Salva e avvisa { $n } persone
}
change-button-giornate-conferma = { $n ->
    [0] { $calls ->
        [0] Salva tutte le giornate, senza avvisare nessuno
        [one] Salva tutte le giornate: 1 telefonata da fare
       *[other] Salva tutte le giornate: { $calls } telefonate da fare
    }
    [one] Salva tutte le giornate e avvisa 1 persona
   *[other] Salva tutte le giornate e avvisa { $n } persone
}
change-button-aggiungi-conferma = { $n ->
    [0] { $calls ->
        [0] Aggiungi la giornata, senza avvisare nessuno
        [one] Aggiungi la giornata: 1 telefonata da fare
       *[other] Aggiungi la giornata: { $calls } telefonate da fare
    }
    [one] Aggiungi la giornata e avvisa 1 persona
   *[other] Aggiungi la giornata e avvisa { $n } persone
}
change-button-annulla-conferma = { $n ->
    [0] { $calls ->
        [0] Annulla, senza avvisare nessuno
        [one] Annulla: 1 telefonata da fare
       *[other] Annulla: { $calls } telefonate da fare
    }
    [one] Annulla e avvisa 1 persona
   *[other] Annulla e avvisa { $n } persone
}
change-button-regola-conferma = { $n ->
    [0] { $calls ->
        [0] Salva la regola, senza avvisare nessuno
        [one] Salva la regola: 1 telefonata da fare
       *[other] Salva la regola: { $calls } telefonate da fare
    }
    [one] Salva la regola e avvisa 1 persona
   *[other] Salva la regola e avvisa { $n } persone
}
change-button-pubblica = { $n ->
    [0] { $calls ->
        [0] Pubblica l’edizione, senza avvisare nessuno
        [one] Pubblica l’edizione: 1 telefonata da fare
       *[other] Pubblica l’edizione: { $calls } telefonate da fare
    }
    [one] Pubblica l’edizione e avvisa 1 persona
   *[other] Pubblica l’edizione e avvisa { $n } persone
}
change-button-calls = { $n ->
    [one] 1 telefonata da fare
   *[other] { $n } telefonate da fare
}
change-meanwhile = Nel frattempo qualcun altro ha cambiato questa pagina
change-meanwhile-text = Quello che hai scritto è ancora qui sotto, e non è salvato. Confrontalo con quello che c’è adesso. Se mandi di nuovo, vale quello che mandi tu.
change-meanwhile-same = Guarda com’è adesso. Se vuoi ancora farlo, manda di nuovo.

## Annullare

change-cancel-session = Annulla questa giornata
change-cancel-session-hint = Le altre giornate restano. Prima vedi chi viene avvisato.
change-cancel-session-check = Controlla cosa cambia se la annulli
change-cancel-session-text = Questa giornata non si tiene più, e non si può rimettere.
change-cancel-workshop-link = Annulla tutto il workshop
change-cancel-workshop = Annulla il workshop
change-cancel-course = Annulla il corso
change-cancel-hint = Prima vedi chi viene avvisato, e chi non arriva più ai workshop che servono.
change-cancel-check = Controlla cosa cambia se lo annulli
change-cancel-workshop-text = Il workshop non si tiene più, e non si può rimettere. Finiscono tutte le iscrizioni, anche in lista d’attesa.
change-cancel-course-text = Il corso non si tiene più, e non si può rimettere. Finiscono tutte le iscrizioni, anche in lista d’attesa.
change-propose = Cosa proponiamo a chi era iscritto
change-propose-hint = Vale anche per chi è in lista d’attesa. Ogni mail elenca solo i workshop che a chi la riceve servono ancora.
change-propose-tutti = Tutti i workshop che a ciascuno servono ancora
change-propose-questi = Solo questi:
change-propose-which = I workshop da proporre
change-propose-nessuno = Nessuno: scriviamo solo che è annullato

## Un campo da sistemare

edit-days-none = Non c’è nessuna giornata a venire con una data
edit-days-nothing = Scrivi l’orario, l’indirizzo o tutti e due
edit-all-cancelled = È annullato: non si può più cambiare
edit-all-held = Si è già tenuto, o il suo registro è chiuso: resta com’è
edit-all-marked = Ci sono già presenze segnate. Se non si tiene, prima si tolgono in Aula, poi si annulla
edit-all-draft = È una bozza: non la conosce nessuno. Se non serve, eliminala dalla pagina del suo stato
edit-all-last = È l’unica giornata rimasta: per annullarla si annulla tutto il corso
edit-propose-missing = Scegli cosa proporre a chi era iscritto
edit-propose-none = Spunta almeno un workshop da proporre, oppure scegli un’altra risposta
edit-propose-gone = Un workshop che avevi spuntato non si può più proporre: guarda quali restano
edit-date-incomplete = Scrivi giorno, mese e anno, oppure lascia vuote tutte e tre le caselle
edit-date-not-a-number = Scrivi la data con i numeri, per esempio 7, 10 e 2014
edit-date-year = Scrivi l’anno con quattro cifre, per esempio 2014
edit-date-no-such-day = Controlla la data: questo giorno non esiste
edit-date-far = Controlla l’anno: questo giorno è tra più di cinque anni
edit-date-past = Scegli un giorno che deve ancora venire
edit-date-marked = Lascia la data: ci sono già presenze segnate in questo incontro
edit-date-twice = Scegli un altro giorno: in questa data c’è già un altro incontro
edit-date-taken-away = Lascia una data: c’è chi la conosce già. Puoi spostarla, oppure annullare
edit-date-to-add = Scrivi la data: una giornata si aggiunge con la sua data
edit-date-before-closes = Scegli un giorno che non viene prima di { $date }, l’ultimo giorno per iscriversi al corso. Per iniziare prima, anticipa quel giorno nella regola del percorso
edit-date-before-closes-ask = Scegli un giorno che non viene prima di { $date }, l’ultimo giorno per iscriversi al corso. Per iniziare prima, chiedi a chi ha il ruolo «amministrazione» di anticipare quel giorno
edit-date-needed = Scrivi la data: senza, l’orario non si può salvare
edit-starts-past = Scegli un inizio che deve ancora venire
edit-ends-past = Scegli una fine che deve ancora venire
edit-starts-not-a-time = Scrivi l’inizio con ore e minuti, per esempio 9:30
edit-starts-needed = Scrivi anche l’inizio
edit-starts-no-such-time = Scegli un altro orario: quel giorno l’orologio va avanti, e quest’ora non esiste
edit-starts-double-time = Scegli un altro orario: quel giorno l’orologio va indietro, e quest’ora viene due volte
edit-ends-not-a-time = Scrivi la fine con ore e minuti, per esempio 17:00
edit-ends-needed = Scrivi anche la fine
edit-ends-order = Scegli una fine dopo l’inizio, nello stesso giorno
edit-place-long = Accorcia l’indirizzo: al massimo 200 caratteri
edit-title-long = Accorcia il titolo: al massimo 300 caratteri
edit-title-taken = Scegli un altro titolo: in questa edizione c’è già
edit-gloss-long = Accorcia il titolo in inglese: al massimo 300 caratteri
edit-text-it-long = Accorcia il testo in italiano: al massimo 5000 caratteri
edit-text-en-long = Accorcia il testo in inglese: al massimo 5000 caratteri
edit-fee-long = Accorcia la quota: al massimo 100 caratteri
edit-capacity-not-a-number = Scrivi i posti con un numero, oppure lascia vuota la casella
edit-capacity-negative = Scrivi un numero di posti da 0 a 100000
edit-offers-by-decision = I posti di questo corso li offre una persona: nel corso si entra per decisione
edit-admission-automatic = Nel corso i posti liberi li offre il programma da solo: prima, nella sua pagina, scegli «Decide una persona dell’ufficio»
edit-required-out-of-reach = I workshop che valgono come requisito sono meno: nessuno arriverebbe a questo numero
edit-required-range = Scrivi quanti workshop servono, con un numero da 1 a 12
edit-certificate-days = Il corso ha meno giornate: nessuno arriverebbe a questo numero
edit-certificate-range = Scrivi quante giornate servono, con un numero da 1 a 100, oppure lascia vuota la casella
edit-closes-incomplete = Scrivi giorno, mese e anno dell’ultimo giorno, oppure lascia vuote tutte e tre le caselle
edit-closes-not-a-number = Scrivi l’ultimo giorno con i numeri, per esempio 17, 10 e 2014
edit-closes-year = Scrivi l’anno dell’ultimo giorno con quattro cifre, per esempio 2014
edit-closes-past = Scrivi oggi o un giorno più avanti: l’ultimo giorno per iscriversi non può essere già passato
edit-closes-after-course = Scrivi un giorno che non viene dopo il primo giorno del corso: da allora nessuno si iscrive più
edit-closes-far = Controlla l’anno dell’ultimo giorno: è tra più di cinque anni
edit-closes-no-such-day = Controlla l’ultimo giorno per iscriversi: questa data non esiste

## Che cosa cambia per le persone: { $who } è «9 persone»

impact-title = Cosa cambia per le persone
impact-nothing = Niente: nessuno riceve una mail, e in pubblico si legge quello di prima.
impact-names = I nomi
impact-letter-changed = { $n ->
    [one] { $who } riceve la mail con il cambiamento.
   *[other] { $who } ricevono la mail con il cambiamento.
}
impact-letter-added = { $n ->
    [one] { $who } riceve la mail con la giornata nuova.
   *[other] { $who } ricevono la mail con la giornata nuova.
}
impact-letter-session-cancelled = { $n ->
    [one] { $who } riceve la mail con la giornata annullata.
   *[other] { $who } ricevono la mail con la giornata annullata.
}
impact-letter-offering-cancelled = { $n ->
    [one] { $who } riceve la mail con l’annullamento.
   *[other] { $who } ricevono la mail con l’annullamento.
}
impact-letter-reached = { $n ->
    [one] { $who } riceve la mail che apre il corso.
   *[other] { $who } ricevono la mail che apre il corso.
}
impact-letter-place-final = { $n ->
    [one] { $who } riceve la mail con il posto definitivo nel corso.
   *[other] { $who } ricevono la mail con il posto definitivo nel corso.
}
impact-letter-at-risk = { $n ->
    [one] { $who } riceve la mail con il posto provvisorio a rischio.
   *[other] { $who } ricevono la mail con il posto provvisorio a rischio.
}
impact-letter-risk-gone = { $n ->
    [one] { $who } riceve la mail con il posto provvisorio che non scade più.
   *[other] { $who } ricevono la mail con il posto provvisorio che non scade più.
}
impact-letter-date-out = { $n ->
    [one] { $who } aspettava la data e riceve la mail.
   *[other] { $who } aspettavano la data e ricevono la mail.
}
impact-letter-offered = { $n ->
    [one] { $who } riceve l’offerta di un posto che si libera.
   *[other] { $who } ricevono l’offerta di un posto che si libera.
}
impact-letter-course-day = { $n ->
    [one] { $who } riceve una mail per ogni giornata del corso.
   *[other] { $who } ricevono una mail per ogni giornata del corso.
}
impact-calendar-update = Il calendario si aggiorna.
impact-calendar-cancel = L’appuntamento esce dal calendario.
impact-calendar-none = Senza invito per il calendario.
impact-calls = { $n ->
    [one] 1 persona non ha un’email: va avvisata per telefono.
   *[other] { $n } persone non hanno un’email: vanno avvisate per telefono.
}
impact-offers-end = { $n ->
    [one] 1 persona perde il posto che le avevamo offerto: torna in lista d’attesa.
   *[other] { $n } persone perdono il posto che avevamo offerto: tornano in lista d’attesa.
}
impact-offers-shorter = { $n ->
    [one] 1 persona ha meno tempo per rispondere all’offerta di un posto.
   *[other] { $n } persone hanno meno tempo per rispondere all’offerta di un posto.
}
impact-still-applied = { $n ->
    [one] 1 domanda resta aperta e la decide ancora una persona. Chi arriva adesso prende subito un posto libero: rispondi prima.
   *[other] { $n } domande restano aperte e le decide ancora una persona. Chi arriva adesso prende subito un posto libero: rispondi prima.
}
impact-still-applied-go = Apri le domande
impact-clashes = { $n ->
    [one] 1 persona avrebbe due appuntamenti nello stesso momento:
   *[other] { $n } volte qualcuno avrebbe due appuntamenti nello stesso momento:
}
impact-drops = { $n ->
    [one] 1 persona non arriva più ai workshop che servono, in questa edizione:
   *[other] { $n } persone non arrivano più ai workshop che servono, in questa edizione:
}
impact-able = { $n ->
    [one] 1 persona arriva ai workshop che servono.
   *[other] { $n } persone arrivano ai workshop che servono.
}
impact-needs-more = { $n ->
    [one] A 1 persona mancheranno più workshop di adesso.
   *[other] A { $n } persone mancheranno più workshop di adesso.
}
impact-off-track = { $n ->
    [one] 1 persona aveva prenotato abbastanza workshop per il corso: così non bastano più.
   *[other] { $n } persone avevano prenotato abbastanza workshop per il corso: così non bastano più.
}
impact-needs-fewer = { $n ->
    [one] A 1 persona mancheranno meno workshop di adesso.
   *[other] A { $n } persone mancheranno meno workshop di adesso.
}
impact-days-short = { $held ->
    [one] Resta { $held } giornata, e per l’attestato ne servono { $needed }: dopo, cambia la regola.
   *[other] Restano { $held } giornate, e per l’attestato ne servono { $needed }: dopo, cambia la regola.
}
impact-days-short-go = Apri la regola
impact-days-out = { $n ->
    [one] 1 persona non arriva più alle giornate per l’attestato.
   *[other] { $n } persone non arrivano più alle giornate per l’attestato.
}
impact-days-last = { $n ->
    [one] 1 persona non può più mancare a nessuna giornata.
   *[other] { $n } persone non possono più mancare a nessuna giornata.
}
impact-days-back = { $n ->
    [one] 1 persona può di nuovo arrivare alle giornate per l’attestato.
   *[other] { $n } persone possono di nuovo arrivare alle giornate per l’attestato.
}
impact-more-choice = { $n ->
    [one] 1 persona a cui mancano workshop ha una scelta in più.
   *[other] { $n } persone a cui mancano workshop hanno una scelta in più.
}
impact-less-choice = { $n ->
    [one] 1 persona a cui mancano workshop ha una scelta in meno.
   *[other] { $n } persone a cui mancano workshop hanno una scelta in meno.
}
impact-proposes-list = La mail propone:
impact-proposes-none = La mail non propone altri workshop.
impact-proposes-nothing = La mail non propone altri workshop: dice solo che è annullato.
impact-proposes-useless = La mail non propone altri workshop: quelli che hai scelto non servono più a chi la riceve.
impact-proposes-rest = La mail dice che le altre giornate restano. Non propone altro.
impact-proposed-to = { $n ->
    [one] a 1 persona
   *[other] a { $n } persone
}
impact-places-more = { $n ->
    [one] 1 posto libero in più.
   *[other] { $n } posti liberi in più.
}
impact-places-fewer = { $n ->
    [one] 1 posto libero in meno.
   *[other] { $n } posti liberi in meno.
}
impact-public = Nelle pagine pubbliche:
impact-public-gone = si legge che è annullato
impact-public-text = cambia quello che si legge in «{ $what }».
impact-rule-unsaid = non si legge
impact-door-opens-tell = la scheda compare, con «Avvisami».
impact-door-opens-sign-up = la scheda compare, con «Iscriviti».
impact-door-opens-course = la scheda compare: il posto lo può chiedere chi ha i workshop che servono.
impact-door-opens-closed = la scheda compare, senza iscrizioni.
impact-door-turns = la scheda passa da «{ $before }» a «{ $after }».
impact-door-gone = la scheda sparisce.
impact-door-tell = Avvisami
impact-door-sign-up = Iscriviti
impact-door-closed = Iscrizioni chiuse
impact-before = Prima:
impact-after = Dopo:

## La lista d’attesa, per l’ufficio

line-title = Lista d’attesa
line-why-nobody-waits = Non aspetta nessuno.
line-why-no-free-place = Non c’è un posto libero da offrire.
line-why-nobody-can-have-it = Un posto adesso non può averlo nessuno di chi aspetta: mancano i workshop.
line-why-a-person-decides = C’è un posto libero. Qui decide una persona dell’ufficio: da sola non parte nessuna offerta.
line-why-too-late = Manca troppo poco all’inizio per un’offerta: i posti liberi sono aperti a tutti.
line-why-too-late-nobody = Manca troppo poco all’inizio per un’offerta, e nessuno può più prendere un posto da sé.
line-why-not-open = Le iscrizioni non sono aperte: non si offre niente.
line-why-offers-now = C’è un posto libero: l’offerta alla prima persona in lista sta per partire.
line-offer = Offri il posto al primo: { $name }
line-offers = Posti offerti, in attesa di risposta
line-until = fino a { $at }
line-waiting = Chi aspetta
line-since = dal { $at }
line-missed = { $n ->
    [one] 1 offerta lasciata scadere
   *[other] { $n } offerte lasciate scadere
}
line-pending = mail da confermare

## Un posto offerto, dalla mail

pub-offer-title-open = Si è liberato un posto per te
pub-offer-title-no = Dici di no al posto che si è liberato?
pub-offer-title-confirmed = Il posto è tuo
pub-offer-title-provisional = Hai un posto provvisorio
pub-offer-title-waiting = Sei in lista d’attesa, numero { $n }
pub-offer-title-declined = Hai detto di no al posto
pub-offer-title-over = Questa offerta non vale più
pub-offer-title-free = C’è un posto libero
pub-offer-until = Lo teniamo per te fino a { $at }.
pub-offer-text = Se lo vuoi, conferma qui sotto. Ti arriva una mail con tutto quello che serve.
pub-offer-yes = Prendo il posto
pub-offer-no-text = Il posto può andare a un’altra persona, e la tua attesa finisce qui.
pub-offer-no = Dico di no
pub-offer-text-open = Il posto è ancora riservato a te. Contattaci: i recapiti sono in fondo alla pagina.
pub-offer-text-confirmed = Ti arriva una mail con tutto quello che serve.
pub-offer-text-provisional = Diventa definitivo con i workshop che hai prenotato. Ti arriva una mail con tutte le giornate.
pub-offer-text-waiting = Questa offerta non vale più. Se si libera un altro posto e tocca a te, ti scriviamo.
pub-offer-rule = Nel corso il posto va a chi ha frequentato i workshop che servono, o li ha prenotati.
pub-offer-text-late = Da qui ora non puoi prendere un posto. Resti in lista d’attesa, ma manca poco all’inizio e non facciamo altre offerte: se c’è un posto che puoi prendere, lo vedi nel tuo percorso.
pub-offer-text-free = Manca poco all’inizio: il posto è di chi lo prende per primo. Nessuno lo tiene per te finché non lo prendi. Poi ti arriva una mail con tutto quello che serve.
pub-offer-text-declined = Può andare a un’altra persona, e tu non sei più in lista d’attesa. Se cambi idea, puoi iscriverti di nuovo.
pub-offer-text-over = È finito il tempo per rispondere, oppure l’iscrizione è finita prima. Nel tuo percorso vedi com’è adesso.
pub-mine-offered = Si è liberato un posto per te
pub-mine-offered-text = Nel tuo percorso puoi prenderlo o lasciarlo.

## Un posto offerto, nel percorso

my-offer-title = Si è liberato un posto: è tuo fino a { $at }
my-offer-take = Prendo il posto
my-offer-leave = Dico di no
my-offer-text = Se lo lasci, può andare a un’altra persona.

## Un workshop al posto di un altro

my-swap-link = Cambia con un altro workshop
my-swap-title = Cambia con un altro workshop
my-swap-text = Il posto che hai si libera solo quando hai quello nuovo.
my-swap-text-line = Lasci la lista d’attesa solo quando hai il posto nuovo.
my-swap-choices = I workshop con un posto libero
my-swap-button = Passa a questo
my-swap-button-vh = di { $day }
my-swap-none = In questo momento nessun altro workshop ha un posto libero. Quello che hai resta tuo.
my-overlap = Nello stesso momento, { $day }, hai già:

## La posta

post-title = Posta
post-states = Stato delle mail
post-all = Tutte
post-state-waiting = Da spedire, { $n }
post-state-retrying = Si riprova, { $n }
post-state-sent = Spedite, { $n }
post-state-refused = Rifiutate, { $n }
post-state-withdrawn = Ritirate, { $n }
post-list = Tutte le mail
post-list-waiting = Mail da spedire
post-list-retrying = Mail che si riprovano
post-list-sent = Mail spedite
post-list-refused = Mail rifiutate
post-list-withdrawn = Mail ritirate
post-col-to = A chi
post-none = Nessuna mail.
post-delivery = La consegna
post-when-waiting = Parte
post-when-retrying = Si riprova
post-when-sent = Spedita
post-when-refused = Rifiutata
post-when-withdrawn = Ritirata
post-tries = Tentativi
post-calendar = Calendario
post-calendar-request = Invito, SEQUENCE { $sequence }
post-calendar-cancel = Annullamento, SEQUENCE { $sequence }
post-again = Manda di nuovo
post-again-sent = Parte una mail nuova, con collegamenti nuovi.
post-again-refused = Si riprova con la stessa mail.
post-sign-in = Una mail che fa entrare non si manda di nuovo da qui: la persona ne chiede un’altra da sola.
post-open = da dire a voce
post-over = Quello che dice questa mail non vale più: non c’è niente da fare.
post-changed = Da allora qualcosa è cambiato: a voce di’ quello che si legge qui, che vale adesso, e non la mail com’era scritta.
post-changed-person = Guarda anche la pagina della persona
post-as-written = La mail com’era scritta
post-told = Fatto: ho telefonato
post-told-text = Così questa mail non si legge più in «Da fare oggi». Le altre persone dell’ufficio vedono chi se n’è occupato, e come.
# Chi se n’è occupato, e quando; poi le sue parole.
post-told-on = Se n’è occupato l’ufficio ({ $by }): { $at }.
post-told-on-office = Se n’è occupato l’ufficio: { $at }.
post-text = Il testo
post-text-hint = I collegamenti personali sono coperti: da qui non si aprono.
post-erased = La persona è stata cancellata: il suo indirizzo e il testo di questa mail non ci sono più. Non si può mandare di nuovo.
post-unreadable = Questa mail è di una versione precedente del programma: il testo non si legge più.
