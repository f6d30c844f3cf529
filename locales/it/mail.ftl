# The letters. Subjects get the same arguments in every letter; the selectors say which of them hold something.
# A subject never names a health matter or the theme of a group.
# Dates stand after "di" and a weekday, or alone: "del 8 ottobre" would be wrong before 8 and 11.

## Subjects

mail-subject-confirm-sign-up = Conferma la tua iscrizione: manca un clic
mail-subject-known-sign-up = { $to_confirm ->
    [yes] Conferma le nuove scelte: manca un clic
   *[no] Hai già un’iscrizione: eccola
}
mail-subject-hold-ended = Il posto non è più tenuto: puoi iscriverti di nuovo
mail-subject-place-confirmed = { $has_day ->
    [yes] Il tuo posto di { $date_long } è confermato
   *[no] Il tuo posto è confermato
}
mail-subject-waiting-list-joined = Sei in lista d’attesa: numero { $position }
mail-subject-place-released = { $has_day ->
    [yes] La tua iscrizione per { $date_long } è annullata
   *[no] La tua iscrizione al workshop è annullata
}
mail-subject-sign-in = Il tuo collegamento per entrare (vale 30 minuti)
mail-subject-attended-still-short = { $missing ->
    [one] Presenza registrata: ti manca { $missing } workshop
   *[other] Presenza registrata: ti mancano { $missing } workshop
}
mail-subject-rule-reached = { $has_course_place ->
    [yes] Il tuo posto nel corso diventa definitivo
   *[no] { $has_given ->
        [yes] { $given }, puoi iscriverti al corso
       *[no] Puoi iscriverti al corso
    }
}
mail-subject-absent-still-short = Ti aspettiamo un altro giorno
mail-subject-course-confirmed = Hai un posto nel corso
mail-subject-course-day = Invito ({ $nth }/{ $of }): { $has_title ->
    [yes] { $title }
   *[no] il corso
}{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-day-cancelled = Annullato ({ $nth }/{ $of }): { $has_title ->
    [yes] { $title }
   *[no] il corso
}{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-waiting = Sei in lista d’attesa per il corso: numero { $position }
mail-subject-provisional-place = Hai un posto provvisorio nel corso
mail-subject-provisional-at-risk = Il tuo posto provvisorio nel corso sta per scadere
mail-subject-provisional-released = Il posto nel corso è stato liberato
mail-subject-waiver-given = Puoi partecipare al corso
mail-subject-course-left = La tua iscrizione al corso è annullata
mail-subject-test-mail = Prova: la posta di Percorso arriva

## Every letter

mail-hello = Ciao { $given },
mail-hello-plain = Ciao,
mail-bye = A presto,
mail-phone = A voce: { $phone }, gratuito da telefono fisso.
mail-reply = Puoi rispondere a questa mail: ti legge una persona.
mail-personal = Il collegamento è personale: non inoltrarlo.
mail-not-you = Se non l’hai chiesto tu, non fare nulla.
# After a decision that the person may not expect.
mail-contest = Se qualcosa non ti torna, rispondi a questa mail: controlliamo insieme.

## An appointment

mail-workshop-untitled = Workshop, titolo in arrivo
mail-course-untitled = Il corso
mail-hours-to-come = orario in arrivo
mail-date-to-come = data in arrivo
mail-day-to-come = in arrivo
mail-place-to-come = indirizzo in arrivo
mail-choice-held = Posto tenuto per te
mail-choice-waiting = Lista d’attesa, numero { $position }

## The slots

mail-slots-line = I tuoi workshop per il corso:
mail-slot-done = Frequentato
mail-slot-book = Prenotato
mail-slot-empty = Da scegliere
mail-slot-empty-hint = un altro workshop
# Finché tra i posti non ce n’è uno pieno.
mail-slot-empty-first = un workshop

## What is missing, and what comes next

mail-next-met = Hai già i workshop che servono per il corso.
mail-next-choose = { $n ->
    [one] Ti serve ancora { $n } workshop. Puoi scegliere tra:
   *[other] Ti servono ancora { $n } workshop. Puoi scegliere tra:
}
# Nothing is promised about a provisional place: an edition may have none.
mail-next-on-track = { $n ->
    [one] Quando avrai frequentato il workshop prenotato, avrai { $required } workshop su { $required }. Nel tuo percorso vedi se puoi già chiedere un posto nel corso.
   *[other] Quando avrai frequentato i { $n } workshop prenotati, avrai { $required } workshop su { $required }. Nel tuo percorso vedi se puoi già chiedere un posto nel corso.
}
mail-next-none = Al momento non ci sono altri workshop da scegliere prima del corso. Rispondi a questa mail: vediamo insieme come andare avanti.
# True whether or not workshops count in the next edition.
mail-next-kept = I tuoi workshop non vanno persi: restano nel tuo percorso.
mail-choice-undated = Data in arrivo. Vale se si tiene prima del corso.
mail-choice-tell-me = Avvisami quando esce la data
mail-choices-full = Se un workshop è al completo, dalla sua pagina entri in lista d’attesa.
mail-choices-on-path = Li trovi nel tuo percorso, con il collegamento qui sotto.
mail-choose-button = Scegli un workshop
mail-path-button = Apri il tuo percorso
mail-path-line = Il tuo percorso, con gli appuntamenti e le scelte ancora aperte:

## The invite

mail-calendar-attached = L’appuntamento è allegato a questa mail, come invito per il calendario.
mail-calendar-all-day = L’orario arriverà: per ora è segnato il giorno intero, poi l’appuntamento si aggiorna da solo.
# Gmail's own words, since December 2025: CALENDAR.md section 3.
mail-calendar-gmail = Se usi Gmail, la prima volta può chiederti se conosci chi scrive: tocca «Conosco il mittente» e l’appuntamento entra nel calendario.
mail-calendar-decline = Rifiutare l’invito nel calendario non libera il posto: per quello usa il collegamento «Libera il tuo posto».

## Sign-up: confirm

mail-confirm-lead = { $n ->
    [one] Hai scelto questo workshop:
   *[other] Hai scelto questi workshop:
}
mail-confirm-button = Conferma l’iscrizione
mail-confirm-until = Puoi confermare fino a { $until }. Poi la richiesta si cancella da sola.
mail-confirm-then = Dopo la conferma ti scriviamo di nuovo: una mail per ogni scelta, con tutto quello che serve.

## Sign-up of a known address

mail-known-lead = È arrivato un modulo di iscrizione con questo indirizzo, che conosciamo già. Quello che hai resta com’è.
mail-known-new = Da confermare
mail-known-already = Quello che hai già scelto
mail-known-button = Conferma le nuove scelte
mail-known-enter = Entra nel tuo percorso

## Hold ended

mail-hold-lead = La conferma non è arrivata in tempo, così la richiesta per questo workshop è scaduta.
mail-hold-again = Se ti interessa ancora, puoi iscriverti di nuovo: bastano pochi minuti.
mail-hold-button = Iscriviti di nuovo

## Place confirmed, waiting list

mail-place-then = Quel giorno chi conduce registra le presenze. Di solito la sera le trovi nel tuo percorso.
mail-leave-place = Non puoi venire?
mail-leave-place-link = Libera il tuo posto
mail-waiting-lead = Per questo workshop i posti sono esauriti. Se se ne libera uno e tocca a te, ti scriviamo subito.
mail-waiting-then = Finché aspetti, questo giorno non entra nel calendario.
mail-leave-line = Non ti serve più?
mail-leave-line-link = Lascia la lista d’attesa

## Place released

mail-released-you = Hai liberato il tuo posto: ora può andare a chi aspetta.
mail-released-you-line = Hai lasciato la lista d’attesa di questo workshop.
mail-released-staff = L’ufficio ha annullato la tua iscrizione a questo workshop.
mail-released-staff-line = L’ufficio ha tolto la tua richiesta dalla lista d’attesa di questo workshop.
mail-released-calendar = L’annullamento allegato toglie l’appuntamento dal tuo calendario.

## Sign-in

mail-sign-in-title = Entra in Percorso
mail-sign-in-line = Il tuo collegamento per entrare:
mail-sign-in-button = Entra
mail-sign-in-code = Oppure scrivi questo codice:
mail-sign-in-valid = Collegamento e codice valgono 30 minuti, fino alle ore { $time }.

## After a register

mail-attended-lead = La tua presenza è registrata. Grazie di aver partecipato.
mail-absent-lead = A questo workshop non risulti presente.
mail-absent-contest = Se invece c’eri, rispondi a questa mail: le firme sul foglio di carta fanno fede.

## Rule reached

mail-rule-title = Hai { $required } workshop su { $required }: ora puoi iscriverti al corso
mail-rule-title-place = Hai { $required } workshop su { $required }: il tuo posto nel corso diventa definitivo
mail-rule-course = { $n ->
    [one] { $n } giornata, corso gratuito.
   *[other] { $n } giornate, corso gratuito.
}
mail-rule-lead = Controlla i tuoi dati e conferma: bastano pochi minuti.
mail-rule-button = Iscriviti al corso
mail-rule-closes = Puoi iscriverti fino a { $date }.
mail-rule-asked = Se hai già chiesto un posto nel corso, la richiesta resta valida: non devi fare altro.
mail-rule-place-then = Non devi fare nulla. La conferma ti arriva in una mail a parte, poi un invito per ogni giornata.
mail-rule-cannot = Non puoi in quei giorni? Rispondi a questa mail e vediamo insieme.

## Course

mail-days-title = { $n ->
    [one] La giornata
   *[other] Le { $n } giornate
}
mail-course-lead = Il tuo posto nel corso è confermato.
mail-course-invites = { $n ->
    [one] Per il calendario ti arriva { $n } invito, in una mail a parte.
   *[other] Per il calendario ti arrivano { $n } inviti, uno per giornata.
}
# Quando nessuna giornata ha ancora un orario né un indirizzo.
mail-days-details = Orario e indirizzo in arrivo.
mail-days-later = Dove manca la data, ti scriviamo appena esce.
mail-course-one-day = Salti solo una giornata? Il posto resta tuo: rispondi a questa mail e diccelo.
mail-leave-course = Non puoi più partecipare al corso?
mail-course-waiting-lead = Per ora non c’è un posto libero nel corso. Se se ne libera uno e tocca a te, ti scriviamo subito.

## Course days

mail-course-day-title = Giornata { $nth } di { $of }
mail-course-day-changed = Questo invito sostituisce quello di prima: vale quello che leggi qui.
mail-course-day-decline = Rifiutare l’invito nel calendario non libera il posto nel corso. Se quel giorno non puoi, rispondi a questa mail.
mail-course-day-cancelled-title = Annullata: giornata { $nth } di { $of }
mail-course-day-cancelled-lead = Questa giornata non è più tra i tuoi appuntamenti. L’annullamento allegato la toglie dal tuo calendario.

## Provisional place

mail-provisional-depends = { $n ->
    [one] Il posto è provvisorio. Diventa definitivo quando avrai { $required } workshop frequentati su { $required }: te ne manca { $n }.
   *[other] Il posto è provvisorio. Diventa definitivo quando avrai { $required } workshop frequentati su { $required }: te ne mancano { $n }.
}
mail-provisional-else = { $required ->
    [one] Se non arrivi a { $required } workshop frequentato prima del corso, liberiamo il posto e ti scriviamo subito.
   *[other] Se non arrivi a { $required } workshop frequentati prima del corso, liberiamo il posto e ti scriviamo subito.
}
mail-provisional-calendar = Per ora non c’è niente da mettere in calendario. Quando il posto diventa definitivo ti arriva un invito per ogni giornata.
mail-risk-lead = Quello che hai prenotato non basta più per arrivare a { $required } workshop prima del corso.
mail-risk-until = Teniamo il tuo posto provvisorio fino a { $until }, poi lo liberiamo.
mail-risk-choose = Se entro allora prenoti quello che manca, il posto resta tuo.
mail-rule-released-lead = Non è stato possibile arrivare in tempo a { $required } workshop frequentati, così il tuo posto provvisorio è stato liberato.

## Waiver

mail-waiver-lead = Hai una deroga: puoi partecipare al corso anche senza aver frequentato { $required } workshop.
mail-waiver-asked = Se hai già un posto provvisorio non devi fare nulla: diventa definitivo e ti arriva la conferma.

## Course left

mail-course-left-you = Hai lasciato il corso: ora il posto può andare a chi aspetta.
mail-course-left-staff = L’ufficio ha annullato la tua iscrizione al corso.
mail-course-left-calendar = Se avevi ricevuto gli inviti per il calendario, ti arriva l’annullamento di ogni giornata che resta.
mail-course-left-again = Se cambi idea, finché le iscrizioni sono aperte trovi tutto nella pagina del corso:
mail-course-left-button = Vedi la pagina del corso

## Test

mail-test-lead = Questa è una mail di prova: se la leggi, la posta di Percorso parte e arriva.
mail-test-link = I collegamenti nelle mail portano a questo indirizzo:
mail-test-button = Apri il programma
