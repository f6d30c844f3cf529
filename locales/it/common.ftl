# Quello che sta su ogni pagina, e le famiglie di frasi che il programma sceglie da un codice: flash- (fatto),
# err- (un campo da sistemare), refusal- (un «no» con il suo motivo).

## Testata e piede

skip = Vai al contenuto
logo-small = Formazione { $organisation }, Milano
language = Lingua
main-navigation = Principale
nav-programme = Programma
nav-path = Il mio percorso
nav-room = In aula
nav-office = Gestione
nav-help = Aiuto
nav-sign-in = Accedi
# Accanto a «Esci», nelle pagine di ognuno e in quelle dell’ufficio.
sign-out-everywhere = Esci da tutti i dispositivi
sign-out-everywhere-text = Serve se hai perso il telefono, o se non ricordi dove sei ancora dentro.
help-title = Ti serve una mano?
help-phone = Numero verde, gratuito da telefono fisso. Possiamo fare l’iscrizione insieme a te.
help-no-phone = Scrivici: possiamo fare l’iscrizione insieme a te.
foot-how = Come funziona il percorso
foot-questions = Domande frequenti
foot-write = Scrivici
foot-privacy = Privacy: quali dati teniamo
foot-accessibility = Dichiarazione di accessibilità
foot-demo-mail = Le mail di questa dimostrazione

## Un appuntamento

# Dentro il quadrato della data.
date-to-come = data in arrivo
# Dopo una data, o in mezzo a una riga.
hours-to-come = orario in arrivo
# Da sola su una riga.
date-to-come-line = Data in arrivo
day-to-come = in arrivo
workshop-nth = { $n ->
    [1] Primo workshop
    [2] Secondo workshop
    [3] Terzo workshop
    [4] Quarto workshop
    [5] Quinto workshop
    [6] Sesto workshop
    [7] Settimo workshop
    [8] Ottavo workshop
   *[other] Workshop { $n }
}

## I posti della regola

slot-done = Frequentato
slot-book = Prenotato
# È cominciato, e il registro non vale ancora.
slot-held = In registrazione
slot-empty = Da scegliere
slot-empty-hint = un altro workshop
# Finché tra i posti non ce n’è uno pieno.
slot-empty-first = un workshop

## Moduli

error-prefix = Errore:{ " " }
optional = (facoltativo)
errors-title = { $n ->
    [one] C’è { $n } cosa da sistemare
   *[other] Ci sono { $n } cose da sistemare
}
errors-kept = Il resto è rimasto come l’hai scritto.

## Fatto

flash-sent-again = Ti abbiamo mandato di nuovo la mail. Vale solo l’ultima.
flash-will-tell = Ti scriviamo quando esce la data, poi basta.
flash-signed-out = Accesso chiuso su questo dispositivo.
flash-signed-out-everywhere = Accesso chiuso su tutti i dispositivi. Anche i collegamenti e i codici già chiesti per entrare non valgono più.
flash-left = Fatto: hai liberato il tuo posto.
flash-left-line = Fatto: hai lasciato la lista d’attesa.
flash-left-application = Fatto: hai ritirato la tua domanda.
flash-had-it = Avevi già questa iscrizione: non è cambiato niente.
flash-confirmed = Il tuo posto è confermato. Ti arriva una mail con tutto quello che serve.
flash-waitlisted = Sei in lista d’attesa. Se si libera un posto e tocca a te, ti scriviamo.
flash-all-confirmed = I tuoi posti sono confermati. Per ognuno ti arriva una mail con tutto quello che serve.
flash-all-chosen = Fatto. Qui vedi dove hai un posto e dove sei in lista d’attesa; per ogni workshop ti arriva una mail.
flash-provisional = Hai un posto provvisorio.
flash-applied = La tua domanda è arrivata.
flash-course-had-it = Avevi già un’iscrizione al corso: non è cambiato niente.
flash-course-confirmed = Hai un posto nel corso. Ti arriva una mail con tutte le giornate.
flash-course-provisional = Hai un posto provvisorio nel corso. Ti arriva una mail con tutte le giornate.
flash-course-waitlisted = Sei in lista d’attesa per il corso. Se si libera un posto e tocca a te, ti scriviamo.
flash-course-applied = La tua domanda per il corso è arrivata.
flash-saved = Presenze salvate.
flash-closed = Registro chiuso. Finché non ha effetto puoi annullare la chiusura.
flash-undone = Chiusura annullata: il registro è di nuovo aperto.
flash-added = Persona aggiunta.
flash-offered = Posto offerto.
flash-offered-already = Il posto era già offerto a questa persona: non è cambiato niente.
flash-waived = Deroga data.
flash-cancelled-by-staff = Iscrizione annullata.
flash-confirmed-by-staff = Iscrizione confermata.
flash-changed = Salvato.
flash-changed-later = Salvato. Le mail partono tra qualche minuto: se prima cambi ancora qualcosa, parte una mail sola.
flash-changed-partly-later = Salvato. Alcune mail partono subito; le altre tra qualche minuto: se prima cambi ancora qualcosa, di quelle ne parte una sola.
flash-letter-new = Mail mandata di nuovo: questa è quella nuova.
flash-letter-tried = La stessa mail si riprova adesso.
flash-swapped = Fatto: hai il posto nuovo, e quello di prima è libero.
flash-offer-taken = Il posto è tuo. Ti arriva una mail con tutto quello che serve.
flash-offer-provisional = Hai un posto provvisorio. Ti arriva una mail con tutte le giornate.
flash-offer-back-in-line = Adesso il posto non si può dare: sei di nuovo in lista d’attesa, con il tuo numero di prima.
flash-offer-declined = Fatto: hai detto di no al posto. Può andare a un’altra persona, e la tua attesa finisce qui.

## Un campo da sistemare: chi scrive può essere la persona, o chi la iscrive

err-nome-missing = Scrivi il nome
err-nome-long = Accorcia il nome: al massimo 80 caratteri
err-nome-link = Scrivi il nome senza indirizzi web
err-cognome-missing = Scrivi il cognome
err-cognome-long = Accorcia il cognome: al massimo 80 caratteri
err-cognome-link = Scrivi il cognome senza indirizzi web
err-email-missing = Scrivi l’indirizzo email
err-email-no-at = Completa l’indirizzo email: manca la chiocciola «@»
err-email-no-dot = Completa l’indirizzo email: dopo la chiocciola manca la parte finale, per esempio «.it» o «.com»
err-email-not-ascii = Controlla l’indirizzo email: prima della chiocciola ci sono lettere accentate o altri segni che la posta non accetta
err-email-malformed = Controlla l’indirizzo email: c’è uno spazio, o un segno al posto sbagliato
err-email-too-many = A questo indirizzo abbiamo già scritto più volte: guarda anche nello spam e riprova tra un’ora
err-telefono-malformed = Controlla il numero di telefono: servono da 6 a 15 cifre
err-profilo-missing = Scegli la frase che ti descrive meglio
err-profilo-unknown = Scegli una delle frasi dell’elenco
err-esigenze-long = Accorcia quello che ti serve in aula: al massimo 500 caratteri
err-consenso-esigenze-missing = Spunta il consenso, oppure cancella quello che hai scritto nella casella qui sopra
err-privacy-missing = Spunta la casella dell’informativa privacy
err-workshop-sign-in-changed = L’accesso è cambiato mentre la pagina era aperta. Guarda chi ha fatto l’accesso adesso, e premi di nuovo
err-workshop-sign-in-ended = L’accesso è finito mentre la pagina era aperta. Accedi di nuovo, oppure compila il modulo
err-workshop-unknown = Scegli di nuovo: uno dei workshop non è più in programma
err-codice-wrong = Controlla il codice: non è quello dell’ultima mail
err-codice-over = Questo codice non vale più: chiedi un’altra mail
err-contact-missing = Scrivi un recapito: email o telefono

## Un «no» con il suo motivo: ognuna può usare $date, vuota dove non c’è una data

refusal-not-open = Le iscrizioni non sono aperte.
refusal-cancelled = Questo appuntamento è stato annullato.
refusal-not-dated = Non c’è ancora una data: puoi chiederci di avvisarti quando esce.
refusal-already-held = L’iscrizione non è più possibile: la data era { $date }.
refusal-begun = È già cominciato: il posto non si può più liberare.
refusal-enrolment-closed = Le iscrizioni al corso si sono chiuse { $date }.
refusal-rule-not-reached = Per il corso mancano ancora dei workshop frequentati.
refusal-wrong-state = Nel frattempo qualcosa è cambiato, e questo non si può più fare. Ricarica la pagina per vedere com’è adesso.
refusal-name-meanwhile = Nel frattempo il nome è cambiato: guarda com’è adesso, e conferma di nuovo.
refusal-just-sent = Questa mail è ripartita da poco: non serve mandarla un’altra volta.
refusal-changed-meanwhile = Nel frattempo qualcosa è cambiato, e non abbiamo annullato niente. Adesso: «{ $state }».
refusal-no-free-place = Non c’è un posto libero.
refusal-nobody-waits = In lista d’attesa non c’è nessuno che possa avere il posto adesso.
refusal-too-late-to-offer = Manca troppo poco all’inizio per un’offerta.
refusal-offer-over = Questa offerta non vale più.
refusal-nothing-to-swap-for = L’altro workshop non ha più un posto libero. Non è cambiato niente: quello che avevi è ancora tuo.
refusal-sign-in-letter = Una mail che fa entrare non si manda di nuovo: la persona ne chiede un’altra da sola.
refusal-letter-out-of-date = Quello che dice questa mail non vale più: non si manda di nuovo.
refusal-address-erased = L’indirizzo a cui andava questa mail è stato cancellato con i dati della persona: non si può mandare di nuovo.
refusal-newer-letter = Di questo appuntamento c’è una mail più nuova: manda di nuovo quella.
refusal-role-changed-meanwhile = Nel frattempo qualcun altro ha cambiato questo ruolo.
refusal-last-admin = È l’ultima persona con il ruolo «amministrazione»: prima dai questo ruolo a un’altra persona.
refusal-own-affair = Questa decisione riguarda te: la prende un’altra persona.
refusal-register-closed = Il registro è chiuso: per cambiarlo va prima riaperto.
refusal-nothing-to-undo = Non c’è niente da annullare: il registro è aperto, oppure ha già avuto effetto.
refusal-not-the-day = Le presenze si segnano dal giorno dell’incontro in poi.
refusal-too-early = L’incontro non è ancora cominciato: il registro si chiude dopo.
refusal-reason-missing = Scrivi il motivo.
refusal-reason-too-long = Accorcia il testo: al massimo 500 caratteri.
refusal-marked-meanwhile = Qualcun altro ha segnato queste presenze mentre la pagina era aperta: guarda le righe indicate e salva di nuovo. Vale quello che salvi adesso.
refusal-address-known = C’è già qualcuno con questo indirizzo: è la stessa persona? Sceglila nell’elenco, o correggi l’indirizzo.
