# Le cose che può sistemare solo una persona: la pagina, e le righe di «Da fare oggi» e della mail del lunedì.

task-title = Da fare
task-text = Cose che può sistemare solo una persona. Ognuna si sistema in un posto solo; se l’hai già sistemata altrove, scrivi come.
task-none = Qui non c’è niente da sistemare. Telefonate, domande e registri hanno le loro pagine.
task-disputes = { $n ->
    [one] Una persona dice che c’era, e aspetta una risposta.
   *[other] { $n } persone dicono che c’erano, e aspettano una risposta.
}
task-disputes-link = Guarda le presenze contestate
task-since = da { $at }
task-kind-unmarked = { $name }: manca il segno
task-kind-rule-in-doubt = { $name }: la regola è in dubbio
task-kind-certificate-in-doubt = { $name }: l’attestato è in dubbio
task-kind-statement-in-doubt = { $name }: l’attestazione di un workshop è in dubbio
task-kind-letter-refused = { $name }: una mail rifiutata
task-kind-other = { $name }
task-what-unmarked = Il registro è chiuso e questa persona non ha un segno. Chiedi a chi conduceva, poi segna.
task-what-rule-in-doubt = Aveva raggiunto i workshop che servono per il corso con una presenza che poi è stata corretta. Quello che ha resta suo, finché non decidi. Prima parlane con la persona: nella mail della correzione c’è scritto che, se qualcosa deve cambiare, lo diciamo prima. Nella sua scheda puoi anche dare una deroga.
task-rule-stays = La regola resta raggiunta
task-rule-stays-text = Non cambia niente. Scrivi perché va bene così.
task-rule-ends = La regola non è più raggiunta
task-rule-ends-text = Da adesso per il corso servono di nuovo i workshop che mancano, o una deroga. Un posto provvisorio può ricevere una scadenza, e la persona una mail che dice quale. Un posto confermato resta: se deve finire, annulla l’iscrizione nella scheda della persona.
task-rule-ends-admin = Che la regola non è più raggiunta lo decide chi ha il ruolo «amministrazione».
task-on-person = La regola è in dubbio: era raggiunta con una presenza che poi è stata corretta.
task-on-person-link = Decidi in «Da fare»
task-place-stays = La regola non è più raggiunta, ma il posto nel corso resta finché non annulli l’iscrizione.
task-what-certificate-in-doubt = Ha un attestato che dice altro rispetto al registro. Resta valido, finché non decidi: riemettilo con le presenze di adesso, revocalo, o scrivi perché va bene così.
task-what-certificate-not-earned = Ha un attestato che dice altro rispetto al registro, e le presenze di adesso non bastano per averne uno nuovo. Resta valido, finché non decidi: revocalo, o scrivi perché va bene così.
task-what-certificate-not-anew = Ha un attestato che dice altro rispetto al registro, e per ora non si può riemettere: il perché sta nella sua riga. Resta valido, finché non decidi: revocalo, o scrivi perché va bene così.
task-what-statement-in-doubt = Ha un’attestazione di questo workshop, ma una presenza corretta dice altro: la verifica pubblica non la dà più per valida, e lo diciamo alla persona. Parlane con lei: se c’era, correggi di nuovo la presenza; se no, scrivi com’è andata.
task-what-other = C’è qualcosa da guardare.
task-counts-in = vale anche per { $edition }
task-go-mark = Segna la presenza
task-go-register = Apri il registro
task-go-person = Apri la scheda
task-go-certificate = Apri l’attestato
task-done = Fatto
task-done-button = Segna come fatto
task-why = Com’è andata
task-settled = Fatte negli ultimi 30 giorni
flash-task-settled = Fatto.
flash-rule-ended = Fatto: la regola non è più raggiunta. Un posto confermato nel corso resta: si annulla nella scheda della persona.
audit-act-settle-task = ha chiuso una cosa da fare
audit-kind-settle-task = Cose da fare chiuse
office-act-settle-task = Cosa da fare chiusa
audit-act-end-reached = ha deciso che la regola non è più raggiunta
audit-kind-end-reached = Regole non più raggiunte
office-act-end-reached = La regola non è più raggiunta

## Da fare oggi

office-do-offers-ending =
    { $count ->
        [one] posto offerto sta per scadere.
       *[other] posti offerti stanno per scadere.
    }
office-do-offers-ending-more =
    { $has_title ->
        [yes] «{ $title }»
       *[no] { $title }
    }: entro 12 ore, e nessuno ha risposto. Una telefonata aiuta.
office-do-offers-ending-button = Guarda chi
office-do-disputes-open =
    { $count ->
        [one] presenza contestata.
       *[other] presenze contestate.
    }
office-do-disputes-open-more =
    { $has_day ->
        [yes] La prima aspetta da { $day }. Di solito bastano 2 giorni.
       *[no] Di solito bastano 2 giorni.
    }
office-do-disputes-open-button = Controlla
office-do-applications-waiting =
    { $count ->
        [one] domanda per il corso aspetta da più di 2 giorni.
       *[other] domande per il corso aspettano da più di 2 giorni.
    }
office-do-applications-waiting-more = Chi ha fatto domanda aspetta una risposta.
office-do-applications-waiting-button = Guarda le domande
office-do-rule-in-doubt =
    { $count ->
        [one] persona con la regola in dubbio.
       *[other] persone con la regola in dubbio.
    }
office-do-rule-in-doubt-more = Una presenza è stata corretta: quello che la persona ha resta suo, finché non decidi.
office-do-rule-in-doubt-button = Decidi
office-do-certificate-in-doubt =
    { $count ->
        [one] attestato in dubbio.
       *[other] attestati in dubbio.
    }
office-do-certificate-in-doubt-more = Dice altro rispetto al registro: resta valido, finché non decidi.
office-do-certificate-in-doubt-button = Decidi
office-do-statement-in-doubt =
    { $count ->
        [one] attestazione in dubbio.
       *[other] attestazioni in dubbio.
    }
office-do-statement-in-doubt-more = Una presenza è stata corretta: alla verifica pubblica non risulta più valida.
office-do-statement-in-doubt-button = Guarda
office-do-days-short =
    { $count ->
        [one] giornata serve per l’attestato, ma il corso ne ha { $people }.
       *[other] giornate servono per l’attestato, ma il corso ne ha { $people }.
    }
office-do-days-short-more = Così nessuno ci arriva. Finché la regola resta com’è, in pubblico il numero non si legge.
office-do-days-short-button = Cambia la regola
office-do-days-at-risk =
    { $count ->
        [one] persona non arriva alle giornate per l’attestato.
       *[other] persone non arrivano alle giornate per l’attestato.
    }
office-do-days-at-risk-more = Le assenze sono già troppe: parlane prima della fine del corso.
office-do-days-at-risk-button = Guarda chi
office-do-no-day-to-miss =
    { $count ->
        [one] persona non può più mancare a nessuna giornata.
       *[other] persone non possono più mancare a nessuna giornata.
    }
office-do-no-day-to-miss-more = Con un’altra assenza le giornate non bastano più per l’attestato: dillo per tempo.
office-do-no-day-to-miss-button = Guarda chi
office-do-calls-to-make =
    { $count ->
        [one] telefonata da fare.
       *[other] telefonate da fare.
    }
office-do-calls-to-make-more = Chi non ha un’email aspetta una notizia per telefono.
office-do-calls-to-make-button = Apri le telefonate
office-do-certificates-ready =
    { $count ->
        [one] attestato pronto da pubblicare.
       *[other] attestati pronti da pubblicare.
    }
office-do-certificates-ready-more = I registri del corso sono tutti chiusi: controlla i nomi, poi pubblica.
office-do-certificates-ready-button = Apri gli attestati
office-do-untold =
    { $count ->
        [one] persona a cui manca 1 workshop non ha notizie da almeno 2 giorni.
       *[other] persone a cui manca 1 workshop non hanno notizie da almeno 2 giorni.
    }
office-do-untold-more = Non c’è niente di prenotato: una mail o una telefonata aiuta a scegliere.
office-do-untold-button = Guarda chi
office-filter-untold = Non ancora avvisate, { $count }
office-filter-no-day-to-miss = Non possono più mancare, { $count }
office-filter-days-at-risk = Senza le giornate per l’attestato, { $count }

## La mail del lunedì

mail-digest-offers-ending = { $has_title ->
    [yes] «{ $title }»
   *[no] { $title }
}: { $count ->
    [one] { $count } posto offerto scade entro 12 ore.
   *[other] { $count } posti offerti scadono entro 12 ore.
}
mail-digest-disputes-open = { $count ->
    [one] { $count } presenza contestata aspetta una risposta.
   *[other] { $count } presenze contestate aspettano una risposta.
}
mail-digest-applications-waiting = { $count ->
    [one] { $count } domanda per il corso aspetta da più di 2 giorni.
   *[other] { $count } domande per il corso aspettano da più di 2 giorni.
}
mail-digest-rule-in-doubt = { $count ->
    [one] { $count } persona con la regola in dubbio, dopo una presenza corretta.
   *[other] { $count } persone con la regola in dubbio, dopo una presenza corretta.
}
mail-digest-certificate-in-doubt = { $count ->
    [one] { $count } attestato dice altro rispetto al registro.
   *[other] { $count } attestati dicono altro rispetto al registro.
}
mail-digest-statement-in-doubt = { $count ->
    [one] { $count } attestazione di un workshop dice altro rispetto al registro.
   *[other] { $count } attestazioni di workshop dicono altro rispetto al registro.
}
mail-digest-days-short = { $count ->
    [one] Per l’attestato serve { $count } giornata, ma il corso ne ha { $people }: va cambiata la regola.
   *[other] Per l’attestato servono { $count } giornate, ma il corso ne ha { $people }: va cambiata la regola.
}
mail-digest-days-at-risk = { $count ->
    [one] { $count } persona non arriva alle giornate per l’attestato.
   *[other] { $count } persone non arrivano alle giornate per l’attestato.
}
mail-digest-no-day-to-miss = { $count ->
    [one] { $count } persona non può più mancare a nessuna giornata del corso.
   *[other] { $count } persone non possono più mancare a nessuna giornata del corso.
}
mail-digest-calls-to-make = { $count ->
    [one] { $count } telefonata da fare a chi non ha un’email.
   *[other] { $count } telefonate da fare a chi non ha un’email.
}
mail-digest-certificates-ready = { $count ->
    [one] { $count } attestato pronto da pubblicare.
   *[other] { $count } attestati pronti da pubblicare.
}
mail-digest-untold = { $count ->
    [one] { $count } persona a cui manca 1 workshop non ha notizie da almeno 2 giorni.
   *[other] { $count } persone a cui manca 1 workshop non hanno notizie da almeno 2 giorni.
}
