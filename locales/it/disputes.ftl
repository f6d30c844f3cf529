# «Ho partecipato ma qui non risulta»: la persona lo segnala, l’ufficio controlla e risponde.

disp-link = Ho partecipato ma qui non risulta
disp-title = Hai partecipato ma qui non risulta?
disp-lede = Segnalalo: controlliamo il registro e il foglio delle firme, e ti scriviamo che cosa abbiamo trovato.
disp-paper = Le firme sul foglio di carta fanno fede.
disp-words = Che cosa è successo
disp-words-hint = Bastano poche parole, per esempio l’ora di arrivo. Non scrivere nulla sulla tua salute. Al massimo 500 caratteri.
disp-err-enough = Queste parole non sono state aggiunte: quello che hai già scritto basta per controllare. Se serve altro, scrivici.
disp-send = Invia
disp-kept = Puoi segnalarlo fino a { $n } giorni dopo l’incontro.
disp-report = Segnala la presenza mancante
disp-band = Stiamo controllando la tua presenza di { $day }.
disp-waiting-title = Stiamo controllando la tua presenza
disp-waiting-text = Ti rispondiamo entro { $day }. Fino ad allora non cambia niente.
disp-answered = Le tue segnalazioni
disp-outcome-accepted = Avevi ragione: la presenza ora risulta.
disp-outcome-declined = Abbiamo controllato: la presenza non risulta.
disp-answer = «{ $answer }»
disp-tag = presenza contestata
flash-dispute-opened = Segnalazione inviata.
refusal-not-recorded-yet = Le presenze di questo incontro non sono ancora registrate: il tuo percorso si aggiorna quando il registro è chiuso.
refusal-recorded-already = La tua presenza a questo incontro risulta, o sta per risultare: non serve segnalarla.
refusal-too-late-to-contest = Sono passati più di 30 giorni dall’incontro: da qui non si può più segnalare. Scrivici, guardiamo insieme.
refusal-answered-already = Su questo incontro ti abbiamo già risposto. Se non ti torna, scrivici: guardiamo insieme.

## L’ufficio

disp-office-title = Presenze contestate
disp-office-text = Chi dice che c’era. Controlla il foglio delle firme, poi correggi la presenza o rispondi perché non risulta. Finché non rispondi, nessun posto provvisorio viene liberato.
disp-office-none = Nessuna segnalazione aperta: buon segno.
disp-late = attesa più di 2 giorni
disp-says = La persona dice
disp-says-nothing = Solo che c’era.
disp-register = Il registro dice
disp-trainers = Conduceva
disp-accept = C’era: correggi la presenza
disp-decline = La presenza non risulta
disp-decline-reason = Che cosa rispondi
disp-decline-button = Rispondi che non risulta
flash-dispute-declined = Risposta inviata.
disp-accepted-meanwhile = La presenza è stata corretta, e adesso risulta.
disp-declined-meanwhile = La presenza non risulta. Ha già risposto { $by }: «{ $text }»
refusal-settled-meanwhile = Nel frattempo se n’è occupata un’altra persona dell’ufficio.
audit-act-decline-dispute = ha risposto a una presenza contestata
audit-kind-decline-dispute = Presenze contestate
office-act-decline-dispute = Segnalazione: la presenza non risulta
office-filter-contested = Presenza contestata, { $count }

## La mail

mail-subject-dispute-declined = { $has_day ->
    [yes] La tua presenza di { $date_long }: abbiamo controllato
   *[no] La tua presenza: abbiamo controllato
}
office-letter-dispute-declined = risposta a una presenza contestata
disp-mail-lead = Ci avevi segnalato che c’eri. Abbiamo controllato: la presenza non risulta.
disp-mail-answer = Che cosa abbiamo trovato: «{ $answer }»
