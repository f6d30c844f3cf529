# Pagine d’errore: che cosa è successo, e che cosa fare adesso.
error-document-title = Errore: { $title }
error-link-programme = Torna al programma
error-link-sign-in = Entra con la tua email
error-link-office = Torna alla gestione
error-link-room = Torna alle tue giornate
error-link-path = Vai al tuo percorso
error-link-help = Vai all’aiuto
error-contact = Se non si risolve, contattaci: i recapiti sono in fondo alla pagina. Di’ anche il codice { $code }.

error-title-400 = Non abbiamo capito questa richiesta
error-text-400 = L’indirizzo, o il modulo, è arrivato incompleto.
error-next-400 = Torna indietro, ricarica la pagina e riprova. Se vieni da una mail, apri il collegamento direttamente dalla mail: copiato a mano si spezza facilmente.

error-title-403 = Questa richiesta non è passata
error-text-403 = La pagina era rimasta aperta troppo a lungo, oppure il modulo non arrivava da questo sito.
error-next-403 = Torna indietro, ricarica la pagina e riprova. Se cercavi una pagina riservata, entra con l’indirizzo email che l’ufficio conosce.

# Una pagina che c’è, ma non per chi la chiede.
error-title-reserved = Questa pagina non è per tutti
error-kept-room = Questa pagina è riservata a chi conduce gli incontri.
error-kept-office = Questa pagina è riservata all’ufficio.
error-kept-work = Questa pagina è riservata alla segreteria e all’amministrazione.
error-kept-admin = Questa pagina è riservata all’amministrazione.
error-next-reserved = Non è cambiato niente. Se quello che volevi fare tocca a te, chiedi a chi amministra di darti il ruolo che serve.

# A form that was sent once the sign-in had ended; and one whose page is older than the sign-in: who opened it may be another person.
error-title-signed-out = Non è salvato: il tuo accesso era finito
error-text-signed-out = Non abbiamo registrato niente, ma quello che avevi segnato o scritto è ancora in questa pagina. Non chiuderla.
error-next-signed-out = Entra in un’altra scheda. Poi torna in questa e premi «Invia di nuovo».
error-title-sign-in-again = Non è ancora salvato: manca un passo
error-text-sign-in-again = Da quando questa pagina è stata aperta, in questo browser c’è stato un nuovo accesso. Quello che era segnato o scritto è ancora qui.
error-account-sign-in-again = L’accesso di adesso è di { $account }: se premi «Invia di nuovo», lo registriamo a nome di { $account }.
error-next-sign-in-again = Se non sei tu, non inviare: premi «Esci», entra con il tuo indirizzo email e compila di nuovo il modulo.
error-link-sign-in-tab = Entra in un’altra scheda
error-send-again = Invia di nuovo

error-title-404 = Non troviamo questa pagina
error-text-404 = Forse l’indirizzo ha un errore, o la pagina non c’è più. Può anche essere una pagina che si vede solo dopo l’accesso.
error-next-404 = Se vieni da una mail, controlla che il collegamento sia intero: a volte va a capo e si spezza. I workshop e il corso sono tutti nel programma.

error-title-405 = Questa pagina non si apre così
error-text-405 = Questo indirizzo riceve soltanto un modulo. Ci si arriva a volte da un segnalibro, o ricaricando dopo un invio.
error-next-405 = Torna alla pagina da cui venivi, oppure riparti dal programma. Se avevi già inviato il modulo, guarda la posta: la risposta arriva lì.

error-title-410 = Questo collegamento non vale più
error-text-410 = È scaduto, oppure è già servito.
error-next-410 = Entra con la tua email: vedi a che punto sei e ricevi un collegamento nuovo. Se non hai ancora un’iscrizione, riparti dal programma.

error-title-413 = Quello che hai inviato è troppo grande
error-text-413 = Supera il limite di questo modulo e non l’abbiamo registrato.
error-next-413 = Torna indietro, accorcia il testo e invia di nuovo. Se ti serve più spazio, scrivici una mail.

error-title-415 = Questo formato non lo leggiamo
error-text-415 = Il sito legge soltanto i moduli delle sue pagine. Non abbiamo registrato niente.
error-next-415 = Torna alla pagina del modulo, ricaricala e invia di nuovo da lì.

error-title-422 = Il modulo non si legge per intero
error-text-422 = Alcune risposte mancano, o hanno una forma che non ci aspettavamo. Non abbiamo registrato niente.
error-next-422 = Torna indietro: quello che hai scritto di solito è ancora nel modulo. Controllalo e invia di nuovo.

error-title-429 = Troppe richieste in poco tempo
error-text-429 = C’è un limite, per proteggere il sito e le caselle di posta. Questa richiesta l’ha superato e non è stata eseguita.
error-next-429 = Aspetta qualche minuto e riprova. Se hai chiesto più volte la stessa mail, guarda prima nella posta e nello spam; poi riprova tra un’ora.

error-title-500 = Qualcosa da noi si è rotto
error-text-500 = Non dipende da te. Quello che il sito ti aveva già confermato resta valido. Non sappiamo dirti, invece, se l’ultima cosa che hai inviato è arrivata.
error-next-500 = Torna indietro: quello che hai scritto nel modulo di solito è ancora lì. Tra qualche minuto puoi inviarlo di nuovo: la stessa iscrizione non viene contata due volte.

error-title-503 = In questo momento il sito non può rispondere
error-text-503 = Stiamo facendo manutenzione, oppure ci sono troppe richieste insieme. Le iscrizioni già confermate restano valide.
error-next-503 = Riprova tra qualche minuto. Se stavi compilando un modulo, lascia aperta la pagina e invialo più tardi.
