# The letters. Subjects get the same arguments in every letter; the selectors say which of them hold something.
# A subject never names a health matter or the theme of a group.
# Dates stand after "di" and a weekday, or alone: "del 8 ottobre" would be wrong before 8 and 11.

## Subjects

mail-subject-confirm-sign-up = Conferma la tua iscrizione: manca un clic
mail-subject-known-sign-up = { $to_confirm ->
    [yes] Conferma le nuove scelte: manca un clic
    [free] C’è un posto libero: è di chi lo prende per primo
   *[no] Hai già un’iscrizione: eccola
}
mail-subject-hold-ended = Il posto non è più riservato: puoi iscriverti di nuovo
mail-subject-place-confirmed = { $has_day ->
    [yes] Il tuo posto per { $date_long } è confermato
   *[no] Il tuo posto è confermato
}
mail-subject-waiting-list-joined = Sei in lista d’attesa: numero { $position }
mail-subject-place-released = { $declined ->
    [yes] { $has_day ->
        [yes] Hai detto di no al posto per { $date_long }
       *[no] Hai detto di no al posto nel workshop
    }
   *[no] { $has_day ->
        [yes] La tua iscrizione per { $date_long } è annullata
       *[no] La tua iscrizione al workshop è annullata
    }
}
mail-subject-sign-in = Il tuo collegamento per entrare (vale 30 minuti)
mail-subject-attended-still-short = { $missing ->
    [one] Presenza registrata: ti manca { $missing } workshop
   *[other] Presenza registrata: ti mancano { $missing } workshop
}
mail-subject-rule-reached = { $has_course_place ->
    [yes] Hai i workshop che servono per il corso
   *[no] { $by_decision ->
        [yes] { $has_given ->
            [yes] { $given }, puoi fare domanda per il corso
           *[no] Puoi fare domanda per il corso
        }
       *[no] { $has_given ->
            [yes] { $given }, puoi iscriverti al corso
           *[no] Puoi iscriverti al corso
        }
    }
}
mail-subject-absent-still-short = Ti aspettiamo un altro giorno
mail-subject-course-confirmed = { $was_provisional ->
    [yes] Il tuo posto nel corso è definitivo
   *[no] Hai un posto nel corso
}
mail-subject-course-day = Invito{ $of ->
    [one] {""}
   *[other] {" "}({ $nth }/{ $of })
}: { $name }{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
# Il workshop è tolto, la giornata del corso è tolta: come nel titolo della mail.
mail-subject-course-day-cancelled = { $of ->
    [one] Tolto dal calendario
   *[other] Tolta dal calendario ({ $nth }/{ $of })
}: { $name }{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-waiting = Sei in lista d’attesa per il corso: numero { $position }
mail-subject-provisional-place = { $again ->
    [yes] Il tuo posto provvisorio nel corso non scade più
   *[no] Hai un posto provvisorio nel corso
}
mail-subject-provisional-at-risk = Il tuo posto provvisorio nel corso sta per scadere
mail-subject-provisional-released = Il posto nel corso è stato liberato
mail-subject-waiver-given = Puoi partecipare al corso
mail-subject-course-left = { $declined ->
    [yes] Hai detto di no al posto nel corso
   *[no] La tua iscrizione al corso è annullata
}
mail-subject-place-offered = { $course ->
    [yes] Si è liberato un posto nel corso: è tuo fino a { $until_day }, ore { $until_time }
   *[no] { $has_day ->
        [yes] Si è liberato un posto per { $date_long }: è tuo fino a { $until_day }, ore { $until_time }
       *[no] Si è liberato un posto nel workshop: è tuo fino a { $until_day }, ore { $until_time }
    }
}
mail-subject-place-free = { $course ->
    [yes] C’è un posto libero nel corso: è di chi lo prende per primo
   *[no] { $has_day ->
        [yes] C’è un posto libero per { $date_long }: è di chi lo prende per primo
       *[no] C’è un posto libero nel workshop: è di chi lo prende per primo
    }
}
mail-subject-offer-lapsed = { $open_to_all ->
    [yes] Il posto non è più riservato a te: ora è di chi lo prende per primo
   *[no] { $in_line ->
        [yes] Il posto non è più riservato a te: ora sei in lista d’attesa, numero { $position }
       *[no] Il posto non è più riservato a te, e non sei più in lista d’attesa
    }
}
mail-subject-line-closed = { $course ->
    [yes] Non c’è stato un posto nel corso: la lista d’attesa è chiusa
   *[no] { $has_day ->
        [yes] Non c’è stato un posto per { $date_long }: la lista d’attesa è chiusa
       *[no] Non c’è stato un posto nel workshop: la lista d’attesa è chiusa
    }
}
mail-subject-reminder = { $away ->
    [0] Oggi
    [1] Domani
    [2] Dopodomani
   *[other] Promemoria per { $date_long }
}: { $name }{ $of ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $nth }/{ $of })
}{ $has_time ->
    [yes] , ore { $time }
   *[no] , orario in arrivo
}
mail-subject-date-out = { $workshop ->
    [0] È uscita la data del workshop
    [1] È uscita la data del primo workshop
    [2] È uscita la data del secondo workshop
    [3] È uscita la data del terzo workshop
    [4] È uscita la data del quarto workshop
    [5] È uscita la data del quinto workshop
    [6] È uscita la data del sesto workshop
    [7] È uscita la data del settimo workshop
    [8] È uscita la data dell’ottavo workshop
   *[other] È uscita la data del workshop { $workshop }
}
# Il cambiamento più grande dà il nome alla mail: prima la data, poi l’orario, poi il luogo.
mail-subject-session-changed = { $change ->
    [added] { $course ->
        [yes] C’è una giornata in più nel corso
       *[no] C’è un incontro in più
    }
    [ended] Il posto non è più riservato a te
    [dated] C’è la data
    [date] Cambia la data: da { $from } a { $to }
    [timed] Ora c’è l’orario
    [hours] Cambia l’orario
    [placed] Ora c’è l’indirizzo
   *[place] Cambia il luogo
}{ $change ->
    [date] {""}
   *[other] { $has_day ->
        [yes] : { $date_long }
       *[no] {""}
    }
}{ $change ->
    [timed] , { $hours }
    [hours] { $has_hours ->
        [yes] , { $hours }
       *[no] , orario in arrivo
    }
   *[other] {""}
}
mail-subject-session-cancelled = { $course ->
    [yes] Annullata la giornata { $nth } di { $of }
   *[no] Annullato un incontro
}{ $has_day ->
    [yes] : { $date_long }
   *[no] {""}
}
mail-subject-offering-cancelled = { $course ->
    [yes] Il corso è annullato
   *[no] { $has_day ->
        [yes] Il workshop di { $date_long } è annullato
       *[no] Il workshop è annullato
    }
}
mail-subject-tomorrow-in-the-room = { $today ->
    [yes] { $count ->
        [0] Oggi in aula: per ora nessuno in elenco. Apri il registro finché hai rete
        [one] Oggi in aula: { $count } persona. Apri il registro finché hai rete
       *[other] Oggi in aula: { $count } persone. Apri il registro finché hai rete
    }
   *[no] { $count ->
        [0] Domani in aula: per ora nessuno in elenco. Apri il registro finché hai rete
        [one] Domani in aula: { $count } persona. Apri il registro finché hai rete
       *[other] Domani in aula: { $count } persone. Apri il registro finché hai rete
    }
}
mail-subject-not-tomorrow = { $taken_off ->
    [yes] Non conduci più tu, { $date_long }: { $name }
   *[no] Non più { $date_long }: { $name }
}
mail-subject-digest = { $count ->
    [one] Questa settimana: { $count } cosa da fare
   *[other] Questa settimana: { $count } cose da fare
}
mail-subject-test-mail = Prova: la posta di Percorso arriva

## Every letter

mail-hello = Ciao { $given },
mail-hello-plain = Ciao,
mail-bye = A presto,
mail-phone = Per telefono: { $phone }, gratuito da telefono fisso.
mail-reply = Puoi rispondere a questa mail: ti legge una persona.
mail-personal = Il collegamento è personale: non inoltrarlo.
mail-not-you = Se non l’hai chiesto tu, non fare nulla.
# After a decision that the person may not expect.
mail-contest = Se qualcosa non ti torna, rispondi a questa mail: controlliamo insieme.

## An appointment

mail-workshop-untitled = Workshop, titolo in arrivo
mail-course-untitled = Il corso
mail-hours-to-come = orario in arrivo
# «alone»: da sola sulla sua riga; le altre vengono dopo altre parole.
mail-date-to-come = data in arrivo
mail-date-to-come-alone = Data in arrivo
mail-place-to-come = indirizzo in arrivo
mail-place-to-come-alone = Indirizzo in arrivo
mail-choice-held = Posto riservato a te
mail-choice-waiting = Lista d’attesa, numero { $position }

## The slots

mail-slots-line = I tuoi workshop per il corso:
mail-slot-done = Frequentato
mail-slot-book = Prenotato
mail-slot-held = In registrazione
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
# Of a workshop that has begun and whose register is not in effect yet.
mail-next-held = La presenza di { $day } non è ancora registrata. Appena chi conduce chiude il registro, il tuo percorso si aggiorna.
mail-next-none = Al momento non ci sono altri workshop da scegliere prima del corso. Rispondi a questa mail: vediamo insieme come andare avanti.
# True whether or not workshops count in the next edition.
mail-next-kept = I tuoi workshop non vanno persi: restano nel tuo percorso.
mail-choice-undated = Data in arrivo. Vale se si tiene prima del corso.
mail-choice-tell-me = Avvisami quando esce la data di «{ $title }»
mail-choices-full = Se un workshop è al completo, dalla sua pagina entri in lista d’attesa.
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
mail-known-free = Dove sei in lista d’attesa
mail-known-free-now = Manca poco all’inizio, e adesso un posto è libero: è di chi lo prende per primo. Nessuno lo tiene per te finché non apri il collegamento e lo prendi.
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
mail-waiting-late = Per questo workshop i posti sono esauriti. Manca poco all’inizio: se se ne libera uno, è di chi lo prende per primo. Lo vedi nel tuo percorso.
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
mail-rule-title-place = Hai { $required } workshop su { $required }, e il tuo posto nel corso è già confermato
mail-rule-title-apply = Hai { $required } workshop su { $required }: ora puoi fare domanda per il corso
mail-rule-course = { $n ->
    [one] { $n } giornata, corso gratuito.
   *[other] { $n } giornate, corso gratuito.
}
mail-rule-lead = Controlla i tuoi dati e conferma: bastano pochi minuti.
mail-rule-lead-apply = Controlla i tuoi dati e manda la domanda: decide l’ufficio, e ti scrive la risposta.
mail-rule-button = Iscriviti al corso
mail-rule-closes = Puoi iscriverti fino a { $date }.
mail-rule-closes-apply = Puoi fare domanda fino a { $date }.
mail-rule-asked = Se hai già chiesto un posto nel corso, la richiesta resta valida: non devi fare altro.
mail-rule-place-then = Non devi fare nulla: il posto resta tuo.
mail-rule-cannot = Non puoi in quei giorni? Rispondi a questa mail e vediamo insieme.

## Course

mail-days-title = { $n ->
    [one] La giornata
   *[other] Le { $n } giornate
}
mail-course-lead = Il tuo posto nel corso è confermato.
mail-course-lead-final = Il posto provvisorio che avevi è diventato definitivo: non devi fare altro.
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
# Mentre un posto è libero: non gli è stato dato.
mail-course-waiting-room = Per ora non ti possiamo dare un posto nel corso. Appena si può e tocca a te, ti scriviamo.

## Course days

mail-course-day-title = Giornata { $nth } di { $of }
mail-course-day-changed = Se avevi già un invito per questo giorno, questo lo sostituisce: vale quello che leggi qui.
mail-course-day-decline = Rifiutare l’invito nel calendario non libera il posto nel corso. Se quel giorno non puoi, rispondi a questa mail.
mail-workshop-day-decline = Rifiutare l’invito nel calendario non libera il posto. Se non puoi venire, liberalo dal tuo percorso.
mail-course-day-cancelled-title = Tolta dal calendario: giornata { $nth } di { $of }
mail-course-day-cancelled-lead = L’annullamento allegato toglie questo giorno dal tuo calendario.
# La stessa mail parte per chi lascia il posto e per chi sceglie «niente inviti».
mail-course-day-cancelled-place = Se hai scelto di non ricevere inviti, il tuo posto resta com’è: le date le trovi nel tuo percorso.

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
# Dopo un cambiamento del programma, a chi aveva saputo di una scadenza.
mail-provisional-again = La scadenza di cui ti avevamo scritto non vale più: i workshop che hai prenotato bastano di nuovo, e il posto resta tuo.
# Anche per chi non ha prenotato nulla.
mail-risk-lead = { $required ->
    [one] Prima del corso serve { $required } workshop frequentato, e al momento non ci arrivi.
   *[other] Prima del corso servono { $required } workshop frequentati, e al momento non ci arrivi.
}
mail-risk-until = Teniamo il tuo posto provvisorio fino a { $until }, poi lo liberiamo.
mail-risk-choose = Se entro allora prenoti quello che manca, il posto resta provvisorio: diventa definitivo quando avrai partecipato.
mail-rule-released-lead = Non è stato possibile arrivare in tempo a { $required } workshop frequentati, così il tuo posto provvisorio è stato liberato.

## Waiver

mail-waiver-lead = Per te facciamo un’eccezione: puoi partecipare al corso anche senza aver frequentato { $required } workshop.
mail-waiver-asked = Se hai già un posto provvisorio non devi fare nulla: diventa definitivo e ti arriva la conferma.

## Course left

mail-course-left-you = Hai lasciato il corso: ora il posto può andare a chi aspetta.
mail-course-left-staff = L’ufficio ha annullato la tua iscrizione al corso.
mail-course-left-calendar = Se avevi ricevuto gli inviti per il calendario, ti arriva l’annullamento di ogni giornata che resta.
mail-course-left-again = Se cambi idea, finché le iscrizioni sono aperte trovi tutto nella pagina del corso:
mail-course-left-button = Vedi la pagina del corso

## An offered place, and how it ends

mail-course-first-day = Prima giornata: { $date }
mail-meeting-nth = Incontro { $nth } di { $of }
mail-offer-lead = Si è liberato un posto in questo workshop, e tocca a te.
mail-offer-lead-course = Si è liberato un posto nel corso, e tocca a te.
mail-offer-until = Lo teniamo per te fino a { $until }. Se non rispondi, può andare a un’altra persona.
# The course decides anew when the place is taken.
mail-offer-anew = Quando lo prendi, guardiamo di nuovo i tuoi workshop. Se non bastano, il posto va a un’altra persona e tu torni alla tua posizione in lista d’attesa.
mail-offer-accept = Prendo il posto
mail-offer-decline = Non mi serve: lascialo a un’altra persona
mail-offer-decline-then = Così lasci anche la lista d’attesa.
mail-offer-declined = Hai detto di no al posto che ti avevamo offerto: può andare a un’altra persona, e tu non sei più in lista d’attesa.
mail-free-lead = Sei in lista d’attesa per questo workshop, e adesso un posto è libero.
mail-free-lead-course = Sei in lista d’attesa per il corso, e adesso un posto è libero.
mail-free-first = Manca poco all’inizio, e non facciamo più offerte: il posto è di chi lo prende per primo. Nessuno lo tiene per te finché non apri il collegamento e lo prendi.
mail-free-gone = Se arrivi dopo, resti in lista d’attesa dove sei. Se più tardi si libera un altro posto non ti scriviamo di nuovo: lo vedi nel tuo percorso.
mail-lapsed-lead = Ti avevamo offerto un posto in questo workshop. La risposta non è arrivata in tempo, così ora il posto può andare a un’altra persona.
mail-lapsed-lead-course = Ti avevamo offerto un posto nel corso. La risposta non è arrivata in tempo, così ora il posto può andare a un’altra persona.
mail-lapsed-line = Resti in lista d’attesa, in fondo. Se tocca di nuovo a te, ti scriviamo subito.
mail-lapsed-once = Se scade anche la prossima offerta, esci dalla lista.
mail-lapsed-open = Ora manca poco all’inizio, e non facciamo altre offerte: un posto libero è di chi lo prende per primo. Se ti interessa ancora, guarda nel tuo percorso se c’è, e prendilo lì.
mail-lapsed-no-more = Resti in lista d’attesa, in fondo. Ora però manca poco all’inizio: non facciamo altre offerte, e nessuno può più prendere un posto da sé.
mail-lapsed-out = Era già scaduta un’altra offerta, così non sei più in lista d’attesa.
mail-lapsed-again = Se ti interessa ancora, puoi iscriverti di nuovo finché le iscrizioni sono aperte.
mail-line-closed-lead = Questo workshop sta per cominciare e purtroppo non si è liberato un posto per te. La lista d’attesa si chiude qui.
mail-line-closed-lead-course = Il corso sta per cominciare e purtroppo non si è liberato un posto per te. La lista d’attesa si chiude qui.

## Two days before

# Finché manca l’orario o l’indirizzo.
mail-reminder-missing = Appena esce quello che manca, ti scriviamo.
mail-reminder-one-day = Non puoi venire quel giorno? Rispondi a questa mail e diccelo: per una sola giornata non perdi il posto.

## A date that somebody asked for

mail-date-out-lead = Il workshop che ti interessa ha una data:
# Also in the confirmation of a place.
mail-too-late = Per il corso contano i workshop che si tengono prima del suo primo giorno, { $date }. Questo non conta per il corso. Puoi partecipare lo stesso.
mail-date-out-sign-up = Dalla sua pagina puoi iscriverti, o entrare in lista d’attesa se è al completo.
mail-date-out-button = Vai al workshop
mail-date-out-once = Ti abbiamo scritto una volta sola, come avevi chiesto.

## A session that changes

mail-changed-was = Prima
mail-changed-now = Adesso
mail-changed-added = È in più rispetto alle date che hai già.
mail-changed-waiting = Resti in lista d’attesa: non devi iscriverti di nuovo.
mail-changed-offer = Il posto che si è liberato è ancora tuo: lo teniamo per te fino a { $until }. Se non rispondi, può andare a un’altra persona.
mail-changed-offer-over = Così resta troppo poco tempo per tenerti il posto che ti avevamo offerto: adesso è di chi lo prende per primo. Se c’è ancora, lo trovi nel tuo percorso e lo prendi lì. In lista d’attesa resti dov’eri.
mail-changed-offer-ended = Cambiando data o orario non restava abbastanza tempo per tenerti il posto che ti avevamo offerto: non è più riservato a te. In lista d’attesa resti dov’eri.
mail-changed-provisional = Il tuo posto resta provvisorio: non devi iscriverti di nuovo.
mail-changed-same = Non devi iscriverti di nuovo: vale quello che leggi qui.
mail-changed-calendar = L’invito allegato è un aggiornamento: porta il cambiamento nel tuo calendario.
mail-changed-by-hand = Nel tuo calendario segna il cambiamento a mano. Se usi l’abbonamento al calendario di Percorso, arriva da solo.
mail-added-by-hand = Nel tuo calendario segna il nuovo giorno a mano. Se usi l’abbonamento al calendario di Percorso, arriva da solo.

## Called off

mail-session-off-lead = Questo incontro non si tiene.
mail-session-off-lead-course = Questa giornata del corso non si tiene.
mail-session-off-rest = L’annullamento riguarda solo questo giorno. La tua iscrizione resta com’è.
mail-off-lead = Ci dispiace: questo workshop non si tiene.
mail-off-lead-course = Ci dispiace: il corso non si tiene.
mail-off-place = La tua iscrizione è annullata: per annullare non devi fare nulla.
mail-off-line = La lista d’attesa si chiude: per uscirne non devi fare nulla.
mail-off-kept = Le presenze che hai già restano valide.
mail-off-by-hand = Se l’hai segnato a mano in un calendario, toglilo. Se usi l’abbonamento al calendario di Percorso, si aggiorna da solo.

## To whoever leads tomorrow's session

mail-room-expected = { $n ->
    [0] Per ora non c’è nessuno in elenco.
    [one] In elenco c’è { $n } persona.
   *[other] In elenco ci sono { $n } persone.
}
mail-room-network = Con la pagina già aperta vedi l’elenco anche senza rete. Per salvare i segni, però, la rete serve.
mail-room-button = Apri il registro
mail-not-tomorrow-lead = La mail che ti abbiamo mandato per questo appuntamento non vale più.
mail-not-tomorrow-off = L’appuntamento è annullato: non serve venire.
mail-not-tomorrow-taken-off = Non lo conduci più tu: non serve venire.

## To the office, on Mondays

mail-digest-lead = { $n ->
    [one] Questa cosa la può sistemare solo l’ufficio:
   *[other] Queste cose le può sistemare solo l’ufficio:
}
mail-digest-register-open = { $has_title ->
    [yes] «{ $title }»
   *[no] { $title }
}{ $has_day ->
    [yes] , { $day }
   *[no] {""}
}: il registro è ancora aperto.
mail-digest-registers-open = { $count ->
    [one] { $count } registro è ancora aperto
   *[other] { $count } registri sono ancora aperti
}{ $has_day ->
    [yes] . Il primo è di { $day }.
   *[no] .
}
mail-digest-unmarked = { $has_title ->
    [yes] «{ $title }»
   *[no] { $title }
}: { $count ->
    [one] { $count } persona è senza segno, e il registro è chiuso.
   *[other] { $count } persone sono senza segno, e il registro è chiuso.
}
mail-digest-place-to-give = { $has_title ->
    [yes] «{ $title }»
   *[no] { $title }
}: { $count ->
    [one] { $count } posto da dare
   *[other] { $count } posti da dare
}, { $people ->
    [one] { $people } persona aspetta.
   *[other] { $people } persone aspettano.
}
mail-digest-letters-refused = { $count ->
    [one] { $count } mail rifiutata: a questa persona si telefona.
   *[other] { $count } mail rifiutate: a queste persone si telefona.
}
mail-digest-details-missing = { $count ->
    [one] { $count } incontro vicino senza orario o senza luogo:{" "}
   *[other] { $count } incontri vicini senza orario o senza luogo. Il primo è{" "}
}{ $has_title ->
    [yes] «{ $title }»
   *[no] { $title }
}{ $has_day ->
    [yes] , { $day }.
   *[no] .
}
mail-digest-workshops-undated = { $count } workshop senza data{ $has_day ->
    [yes] : il corso comincia { $day }.
   *[no] .
}{ $people ->
    [0] {""}
    [one] {" "}{ $people } persona aspetta di saperla.
   *[other] {" "}{ $people } persone aspettano di saperla.
}
mail-digest-more = { $n ->
    [one] E un’altra cosa, che trovi in Gestione.
   *[other] E altre { $n } cose, che trovi in Gestione.
}
mail-digest-button = Apri Gestione
mail-digest-why = Questa mail parte il lunedì, solo se c’è qualcosa da fare.

## Test

mail-test-lead = Questa è una mail di prova: se la leggi, la posta di Percorso parte e arriva.
mail-test-link = I collegamenti nelle mail portano a questo indirizzo:
