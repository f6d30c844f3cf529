# Le edizioni: l’elenco, una nuova, la copia, la regola e i nomi, workshop e corso in bozza, la pubblicazione,
# l’archivio, chi conduce.

## L’elenco

edition-list = Le edizioni
edition-list-all = Tutte le edizioni
edition-list-none = Ancora nessuna edizione. La prima comincia con «Nuova edizione».
edition-col-edition = Edizione
edition-col-offerings = Workshop e corso in pubblico
edition-col-taken = Posti presi
edition-col-acts = Copia
edition-current = È quella della prima pagina
edition-since = In pubblico dal { $at }
edition-drafts = { $n ->
    [one] e 1 bozza
   *[other] e { $n } bozze
}
edition-board-of = in { $title }: chi è a che punto
edition-status-draft = Bozza
edition-status-published = In pubblico
edition-status-archived = In archivio
edition-status-cancelled = Annullato

## Una nuova

edition-new = Nuova edizione
edition-new-text = Comincia vuota, con la regola del 2014: 2 workshop da frequentare. Poi la cambi come serve.
edition-new-button = Crea l’edizione
edition-new-hint = È una bozza: in pubblico non si vede niente finché non la pubblichi.
edition-copy = Copia
edition-copy-of = Copia da «{ $title }» senza date
edition-copy-text = Workshop, corso, testi, posti, sedi e regola sono gli stessi, tutti in bozza. Date, orari e persone iscritte restano di là.
edition-copy-trainers = Copia anche chi conduce
edition-copy-button = Copia l’edizione
edition-names = Come si chiama
edition-title-it = Titolo
edition-title-hint = Per esempio «Autunno 2015».
edition-title-en = Titolo in inglese
edition-title-en-hint = Se è vuoto, nelle pagine in inglese si legge quello in italiano.
edition-key = Parola per gli indirizzi
edition-key-hint = Lettere piccole, numeri e trattini. Se è vuota, si fa dal titolo. Poi non cambia più.

## La pagina di un’edizione

edition-draft-text = Solo l’ufficio la vede.
edition-rule-holds = Vale adesso
edition-rule-reads = In pagina si legge: «{ $sentence }».
edition-rule-too-few = { $n ->
    [0] Per ora non c’è nessun workshop che vale come requisito.
    [one] Per ora c’è solo 1 workshop che vale come requisito.
   *[other] Per ora ci sono solo { $n } workshop che valgono come requisito.
}
edition-certificate-hint = Vuoto: non si propone niente.
edition-lateness = Ritardo massimo
edition-lateness-hint = In minuti: oltre, il registro propone «assente». Vuoto: mai.
edition-carry-over = Valgono anche i workshop frequentati in edizioni precedenti
edition-admission = Il posto nel corso
edition-admission-immediate = Va subito a chi ha i workshop che servono
edition-admission-decision = Lo decide una persona dell’ufficio, domanda per domanda
edition-save = Salva
edition-names-then = Firma, progetto e città valgono da adesso: le mail già scritte e gli attestati già pubblicati restano come sono.
edition-empty = Ancora niente. Aggiungi il primo workshop.
edition-up = Su
edition-down = Giù
edition-signature = Firma delle mail
edition-signature-hint = Se è vuota, firma chi firma tutte le mail.
edition-project = Progetto
edition-project-hint = Si stampa sugli attestati: «Nell’ambito del progetto …». Se è vuoto, non si stampa.
edition-city = Città
edition-city-hint = Si stampa sugli attestati: dove si tiene il corso, e dove si firma.
edition-aside = Passi e giornate
edition-steps = Il prossimo passo
edition-step-draft = Quando date e testi ci sono, pubblichi l’edizione con i workshop che sono pronti.
edition-step-published = Quando tutto è finito, l’edizione va in archivio.
edition-step-archived = È finita: si guarda e non si cambia.
edition-step-button-draft = Controlla e pubblica
edition-step-button-published = Archivio e bozza
edition-step-button-archived = Riapri
edition-see-public = Vedi come la vede il pubblico
edition-file = Scarica il file dell’edizione
edition-file-hint = Lo stesso file si può caricare di nuovo: non cambia niente.
edition-course-days = { $n ->
    [one] Corso: 1 giornata
   *[other] Corso: { $n } giornate
}
edition-last = ultima modifica: { $who }, { $at }
edition-register = Registro delle presenze
edition-archived = È in archivio: si guarda e non si cambia.
edition-course-open = Modifica le giornate
edition-of = Regola e nomi dell’edizione
edition-state-link = Bozza e pubblicazione

## Un workshop in più

edition-add = Aggiungi un workshop o il corso
edition-add-short = Aggiungi
edition-add-text = Comincia come bozza, senza data. Il resto lo scrivi nella sua scheda.
edition-add-what = Che cosa aggiungi
edition-add-title-hint = Può restare vuoto: in pubblico si legge «Titolo e data in arrivo». Con lo stesso titolo di un’edizione precedente il tema è lo stesso, e per la regola conta una volta.
edition-add-button = Aggiungi la bozza
edition-add-hint = In pubblico non si vede finché non la pubblichi.
edition-kind = È
edition-kind-workshop = Un workshop
edition-kind-course = Il corso
edition-slug = Parola per l’indirizzo della pagina
edition-slug-hint = Lettere piccole, numeri e trattini. Se è vuota, si fa dal titolo.
edition-slug-then = Lettere piccole, numeri e trattini. Dopo la pubblicazione non cambia più.

## Pubblicare e tornare indietro

edition-offering-open = Apri la scheda
edition-publish = Pubblica
edition-shown = In pubblico
edition-publish-not-yet = Prima di pubblicare:
edition-publish-text = Dopo la pubblicazione chiunque può iscriversi.
edition-publish-course-text = Dopo la pubblicazione può iscriversi chi ha i workshop che servono; chi li ha già riceve una mail.
edition-publish-with-edition = L’edizione è una bozza: in pubblico si vede quando pubblichi anche quella.
edition-publish-button = Pubblica
edition-publish-what = Che cosa pubblichi
edition-publish-what-text = Togli la spunta a quello che per ora resta in bozza. Lo pubblichi dopo, quando vuoi.
edition-publish-first-page = Questa diventa l’edizione della prima pagina.
edition-publish-hides = «{ $title }» è ancora in corso, e non è più nella prima pagina. Chi ci ha un posto, o è in lista d’attesa, la ritrova nel suo percorso.
edition-publish-open = Chi ha l’indirizzo di un suo workshop che deve ancora iniziare può ancora iscriversi.
edition-publish-hint = Prima di pubblicare vedi chi riceve una mail e che cosa si legge in pubblico. Fino ad allora non parte niente.
edition-topic = Il tema
edition-topic-known = Un’altra edizione ha già un workshop con questo titolo, ma qui il tema è un altro: chi li frequenta tutti e due li conta tutti e due. Se si parla delle stesse cose, usa lo stesso tema.
edition-topic-known-button = Usa lo stesso tema
edition-topic-other = Il tema è ancora «{ $title }»: chi ha già frequentato quello, per la regola lo conta una volta sola. Se con il nuovo titolo si parla d’altro, dagli un tema suo.
edition-topic-other-button = Dagli un tema suo
edition-mend = Sistema
edition-stays = Qualcuno si è iscritto: non torna più in bozza. Se non si tiene, si annulla, e chi ha un posto riceve una mail.
edition-unpublish = Di nuovo bozza
edition-unpublish-text = Nessuno si è ancora iscritto. In bozza sparisce dalle pagine pubbliche, e puoi pubblicare di nuovo quando vuoi.
edition-unpublish-edition-text = Nessuno si è ancora iscritto. In bozza tutta l’edizione sparisce dalle pagine pubbliche, e puoi pubblicare di nuovo quando vuoi.
edition-unpublish-button = Rimetti in bozza
edition-shape = Indirizzo e requisito
edition-counts = Vale come requisito per il corso
edition-counts-so = Vale come requisito per il corso.
edition-counts-not = Non vale come requisito per il corso.
edition-counts-who = Lo decide chi ha il ruolo «amministrazione».
edition-delete = Elimina la bozza
edition-delete-hint = Solo una bozza a cui nessuno si è mai iscritto si può eliminare.
edition-delete-title = Elimini questa bozza?
edition-delete-text = Spariscono testi, date e chi conduce. Non si può annullare.
edition-delete-confirm = Elimina
edition-delete-edition = Elimina l’edizione
edition-delete-edition-hint = Solo una bozza con cui nessuno ha a che fare si può eliminare.
edition-delete-edition-title = Elimini questa edizione?
edition-delete-edition-text = { $n ->
    [0] Spariscono nomi e regola. Non si può annullare.
    [one] Spariscono nomi, regola e 1 bozza, con testi, date e chi conduce. Non si può annullare.
   *[other] Spariscono nomi, regola e { $n } bozze, con testi, date e chi conduce. Non si può annullare.
}
edition-day-delete = Elimina questa giornata
edition-day-delete-hint = È una bozza: nessuno la conosce, e nessuno viene avvisato. Le altre si contano di nuovo.
edition-day-delete-title = Elimini questa giornata?
edition-day-delete-text = Spariscono la sua data, il suo indirizzo e chi la conduce. Le altre giornate si contano di nuovo. Non si può annullare.

## L’archivio

edition-archive = Metti in archivio
edition-archive-text = Tutti i registri hanno effetto, e nessun posto aspetta risposta. In archivio l’edizione non si cambia più e nel percorso delle persone non compare; puoi riaprirla quando vuoi.
edition-archive-current = È quella della prima pagina: al suo posto si vede l’ultima pubblicata prima, o nessuna.
edition-archive-not-yet = Prima di archiviare:
edition-archive-register = il registro non ha ancora effetto
edition-archive-offers = { $n ->
    [one] 1 posto offerto aspetta risposta
   *[other] { $n } posti offerti aspettano risposta
}
edition-reopen = Riapri
edition-reopen-text = L’edizione torna in pubblico com’era.

## Che cosa guardare prima

edition-notice-undated = Non ha una data: si legge «Data in arrivo», e chi vuole si fa avvisare.
edition-notice-undated-course = Non ha una data: si legge «Data in arrivo».
edition-notice-near = Manca meno di un’ora all’inizio: le mail con il cambiamento partono subito.
edition-notice-overtaken = Il corso inizierebbe prima di questo workshop, o lo stesso giorno: non varrebbe più come requisito.
edition-notice-closed = L’ultimo giorno per iscriversi al corso era { $day }: nessuno può iscriversi.
edition-notice-days-short = { $needed ->
    [one] Per l’attestato serve 1 giornata
   *[other] Per l’attestato servono { $needed } giornate
}, ma il corso ne ha { $held }: così nessuno ci arriva. Aggiungi le giornate che mancano, o cambia il numero nella regola dell’edizione.
edition-notice-unordered = I numeri delle giornate non seguono le date: pagine, mail e registri chiamano ogni giornata con il suo numero. Per averle in ordine, cambia le date.
edition-notice-past = { $day } è già passato.
edition-notice-holiday = { $day } è festa: { $name }.
edition-notice-clash = { $day }, nello stesso momento, c’è già:
edition-notice-late = Vale come requisito, ma così non conta. Spostalo prima di { $day }, quando inizia il corso, oppure togli «Vale come requisito».
edition-notice-late-shown = Vale come requisito, ma così non conta. Spostalo prima di { $day }, quando inizia il corso. Se nessuno si è iscritto, puoi anche rimetterlo in bozza e togliere «Vale come requisito».
edition-notice-late-ask = Vale come requisito, ma così non conta. Spostalo prima di { $day }, quando inizia il corso, oppure chiedi a chi ha il ruolo «amministrazione» di togliere «Vale come requisito».
edition-notice-late-shown-ask = Vale come requisito, ma così non conta. Spostalo prima di { $day }, quando inizia il corso. Se nessuno si è iscritto, puoi anche rimetterlo in bozza e chiedere a chi ha il ruolo «amministrazione» di togliere «Vale come requisito».
edition-date-holiday = È festa: { $name }. Si può fare lo stesso.
edition-holiday-new-year = Capodanno
edition-holiday-epiphany = Epifania
edition-holiday-easter = Pasqua
edition-holiday-easter-monday = Lunedì dell’Angelo
edition-holiday-liberation = Festa della Liberazione
edition-holiday-labour = Festa del Lavoro
edition-holiday-republic = Festa della Repubblica
edition-holiday-assumption = Ferragosto
edition-holiday-saint-francis = San Francesco
edition-holiday-all-saints = Ognissanti
edition-holiday-saint-ambrose = Sant’Ambrogio, a Milano
edition-holiday-immaculate = Immacolata
edition-holiday-christmas = Natale
edition-holiday-saint-stephen = Santo Stefano

## Chi conduce

edition-lead = Chi conduce
edition-lead-who = Adesso
edition-lead-nobody = Ancora nessuno.
edition-lead-remove = Togli
edition-lead-add = Aggiungi chi conduce
edition-lead-add-text = Chi conduce entra da «Accedi» con questo indirizzo, vede il registro di questo incontro, e la sera prima riceve una mail.
edition-lead-known = Tra chi conduce o ha condotto
edition-lead-other = Un’altra persona: scrivi qui sotto
edition-lead-email-hint = Solo per chi non è nell’elenco qui sopra.
edition-lead-email = Email
edition-lead-given = Nome
edition-lead-family = Cognome
edition-lead-name-hint = Nome e cognome servono solo per chi non è ancora in elenco.
edition-lead-button = Aggiungi
edition-lead-other-name = Questo indirizzo era già di { $name }: il nome che hai scritto non è stato salvato.
edition-lead-known-correct = Correggi il nome

## Leggi la mail

edition-letter-read = Leggi la mail
edition-letter-tab = (in un’altra scheda)
edition-letter-title = La mail come sarà
edition-letter-text = Una sola, per una persona. Non è partita, e non è stato salvato niente. Chiudi questa scheda per tornare.
edition-letter-changed = Nel frattempo qualcosa è cambiato. Torna alla pagina e controlla di nuovo.
edition-letter-later = Questa mail la scrive il programma dopo il cambiamento: adesso non c’è ancora.

## Che cosa sistemare

edition-fault-title-it-missing = Scrivi il titolo, per esempio «Autunno 2015»
edition-fault-title-it-long = Accorcia il titolo: al massimo 200 caratteri
edition-fault-title-it-taken = Scegli un altro titolo: questo è già di un’altra edizione
edition-fault-title-en-taken = Scegli un altro titolo in inglese: quello che leggono le pagine in inglese è già di un’altra edizione
edition-fault-title-en-long = Accorcia il titolo in inglese: al massimo 200 caratteri
edition-fault-signature-long = Accorcia la firma: al massimo 200 caratteri
edition-fault-project-long = Accorcia il nome del progetto: al massimo 200 caratteri
edition-fault-city-long = Accorcia il nome della città: al massimo 200 caratteri
edition-fault-key-word = Scrivi la parola con lettere piccole, numeri e trattini, al massimo 60
edition-fault-key-taken = Scegli un’altra parola: questa è già di un’altra edizione
edition-fault-kind-course-twice = Un’edizione ha un solo corso, e qui c’è già
edition-fault-kind-course-without-rule = Prima scrivi nella regola quanti workshop servono per il corso
edition-fault-title-long = Accorcia il titolo: al massimo 300 caratteri
edition-fault-title-taken = Scegli un altro titolo: in questa edizione c’è già
edition-fault-slug-word = Scrivi la parola con lettere piccole, numeri e trattini, al massimo 60
edition-fault-slug-taken = Scegli un’altra parola per l’indirizzo: questa è già di un altro workshop
edition-fault-date-not-before-course = Scegli un giorno prima del { $date }, quando inizia il corso, oppure togli la spunta a «Vale come requisito»
edition-fault-date-ask = Scegli un giorno prima del { $date }, quando inizia il corso, oppure chiedi a chi ha il ruolo «amministrazione» di togliere «Vale come requisito»
edition-fault-all-archived = È in archivio: prima riapri l’edizione
edition-fault-all-no-draft = Non è una bozza: è già in pubblico, o annullato
edition-fault-all-no-session = Serve almeno un incontro: aggiungine uno, con o senza data
edition-fault-all-course-without-rule = Per il corso serve almeno 1 workshop: scrivilo nella regola
edition-fault-all-out-of-reach = I workshop che valgono come requisito sono meno di quelli che servono per il corso: aggiungine uno, oppure va cambiata la regola
edition-fault-all-not-published = Non è in pubblico: guarda com’è adesso
edition-fault-all-enrolled = Qualcuno si è iscritto: non si toglie più. Se non si tiene, si annulla
edition-fault-all-asked = Qualcuno aspetta la data di questo workshop: non si elimina
edition-fault-all-used = C’è già qualcosa che ne fa parte: un registro, una mail o una cosa da fare. Non si elimina
edition-fault-all-only-session = È l’unico incontro: per toglierlo si elimina tutta la bozza
edition-fault-all-registers = C’è ancora un registro che non ha effetto: prima si chiude
edition-fault-all-offers = C’è ancora un posto offerto che aspetta risposta
edition-fault-all-not-archived = Non è in archivio: guarda com’è adesso
edition-fault-offerings-none = Scegli almeno un workshop, o il corso: un’edizione vuota non si pubblica
edition-fault-offerings-not-ready = Qualcosa che hai scelto non è ancora pronto: guarda qui sotto che cosa manca
edition-fault-email-own = Chi conduce legge anche le esigenze delle persone: ti può aggiungere un’altra persona dell’ufficio
edition-fault-given-missing = Scrivi il nome: questo indirizzo non è ancora in elenco
edition-fault-given-long = Accorcia il nome: al massimo 80 caratteri
edition-fault-family-missing = Scrivi il cognome: questo indirizzo non è ancora in elenco
edition-fault-family-long = Accorcia il cognome: al massimo 80 caratteri
edit-all-archived = È in archivio: prima riapri l’edizione
edit-lateness-range = Scrivi i minuti di ritardo con un numero da 0 a 600, oppure lascia vuota la casella

## Che cosa cambia, campo per campo

change-field-edition-title-it = Titolo
change-field-edition-title-en = Titolo in inglese
change-field-signature = Firma delle mail
change-field-project = Progetto
change-field-city = Città
change-field-admission = Il posto nel corso
change-field-carry-over = Workshop di edizioni precedenti
change-field-slug = Indirizzo della pagina
change-field-counts = Vale come requisito
change-field-position = Posto nel programma
change-value-immediate = va subito a chi ha i workshop
change-value-decision = lo decide una persona

## Fatto

flash-edition-created = Edizione creata: è una bozza.
flash-edition-copied = Edizione copiata: è una bozza, senza date.
flash-offering-added = Bozza aggiunta. Qui scrivi il resto.
flash-published = Fatto: adesso è in pubblico.
flash-unpublished = Fatto: è di nuovo una bozza.
flash-deleted = Bozza eliminata.
flash-edition-deleted = Edizione eliminata.
flash-session-deleted = Giornata eliminata.
flash-archived = Fatto: l’edizione è in archivio.
flash-reopened = Fatto: l’edizione è di nuovo in pubblico.
flash-trainer-added = Fatto: adesso conduce.
flash-trainer-removed = Fatto: non conduce più questo incontro.

## Chi ha fatto cosa

office-act-add-trainer = Conduce un incontro
office-act-remove-trainer = Non conduce più un incontro
audit-act-create-edition = ha creato un’edizione
audit-act-copy-edition = ha copiato un’edizione
audit-act-rename-edition = ha cambiato titoli, firma, progetto o città di un’edizione
audit-act-add-offering = ha aggiunto una bozza
audit-act-reshape-offering = ha cambiato indirizzo, tema o requisito di una bozza
audit-act-move-offering = ha cambiato l’ordine del programma
audit-act-publish-offering = ha pubblicato
audit-act-unpublish-offering = ha rimesso in bozza
audit-act-delete-edition = ha eliminato un’edizione in bozza
audit-act-delete-session = ha eliminato una giornata in bozza
audit-act-delete-offering = ha eliminato una bozza
audit-act-publish-edition = ha pubblicato un’edizione
audit-act-unpublish-edition = ha rimesso in bozza un’edizione
audit-act-archive-edition = ha messo in archivio un’edizione
audit-act-reopen-edition = ha riaperto un’edizione
audit-act-add-trainer = ha aggiunto chi conduce
audit-act-remove-trainer = ha tolto chi conduce
audit-kind-create-edition = Edizioni create
audit-kind-copy-edition = Edizioni copiate
audit-kind-rename-edition = Titoli e firme
audit-kind-add-offering = Bozze aggiunte
audit-kind-reshape-offering = Indirizzi, temi e requisiti
audit-kind-move-offering = Ordine del programma
audit-kind-publish-offering = Pubblicazioni
audit-kind-unpublish-offering = Ritorni in bozza
audit-kind-delete-edition = Edizioni eliminate
audit-kind-delete-session = Giornate eliminate
audit-kind-delete-offering = Bozze eliminate
audit-kind-publish-edition = Edizioni pubblicate
audit-kind-unpublish-edition = Edizioni rimesse in bozza
audit-kind-archive-edition = Edizioni in archivio
audit-kind-reopen-edition = Edizioni riaperte
audit-kind-add-trainer = Chi conduce, in più
audit-kind-remove-trainer = Chi conduce, in meno
