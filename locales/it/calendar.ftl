calendar-untitled = Workshop introduttivo
calendar-hours-to-come = L’orario arriverà: l’appuntamento si aggiorna da solo.
calendar-place-to-come = L’indirizzo arriverà: l’appuntamento si aggiorna da solo.
calendar-your-path = Il tuo percorso:
