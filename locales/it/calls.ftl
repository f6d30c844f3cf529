# Quello che si dice al telefono a chi non ha un’email: righe brevi, senza collegamenti e senza parole da mail.

call-hello = Ciao { $given }, ti chiamiamo da { $organisation }.
call-hello-plain = Ciao, ti chiamiamo da { $organisation }.
call-then = Poi c’è un’altra cosa.
call-too-late = Per il corso contano i workshop prima del suo primo giorno, { $date }: questo non conta per il corso. Puoi partecipare lo stesso.
call-session = { $title }. Quando: { $when }. Dove: { $where }.
call-leave = { $has_phone ->
    [yes] Se hai domande, o se non puoi più venire, chiamaci: { $phone }.
   *[no] Se non puoi più venire, diccelo.
}
call-bye = Grazie, e a presto.

## I workshop

call-place-confirmed = Il tuo posto nel workshop è confermato.
call-waiting = Per questo workshop i posti sono esauriti: sei in lista d’attesa, numero { $position }. Se tocca a te, ti richiamiamo.
call-waiting-late = Per questo workshop i posti sono esauriti: sei in lista d’attesa, numero { $position }. Manca poco all’inizio: se si libera un posto, è di chi lo prende per primo.
call-released-you = Il tuo posto è libero: può andare a un’altra persona.
call-released-you-line = Non sei più nella lista d’attesa.
call-released-declined = Hai detto di no al posto che ti avevamo offerto: non sei più in lista d’attesa.
call-released-staff = L’ufficio ha annullato la tua iscrizione a questo workshop.
call-released-staff-line = L’ufficio ha tolto la tua richiesta dalla lista d’attesa.
call-hold-ended = La richiesta per questo workshop è scaduta: nessuno l’ha confermata in tempo.
call-attended = La tua presenza è registrata. Grazie di aver partecipato.
call-absent = A questo workshop non risulti presente. Se invece c’eri, diccelo: guardiamo il foglio delle firme.

## Che cosa manca

call-path-met = I workshop che servono per il corso ci sono.
call-path-choose = { $n ->
    [one] Per il corso ti serve ancora { $n } workshop.
   *[other] Per il corso ti servono ancora { $n } workshop.
}
call-choice = Puoi scegliere { $title }, { $when }.
call-choice-full = { $title }, { $when }, adesso è al completo: possiamo metterti in lista d’attesa.
call-choice-undated = Vale anche { $title }, ma la data non c’è ancora.
call-path-ask = Vuoi che ti iscriviamo adesso?
call-path-ask-line = Vuoi che ti mettiamo in lista d’attesa?
call-path-wait = Adesso non c’è niente da prenotare: risentiamoci quando esce una data.
call-path-held = La presenza di { $day } non è ancora registrata: appena chi conduce chiude il registro, il tuo percorso si aggiorna.
call-path-booked = Con i workshop prenotati avrai quelli che servono per il corso.
call-path-none = Prima del corso adesso non ci sono altri workshop da scegliere: vediamo insieme come andare avanti.

## Il corso

call-rule = { $required ->
    [one] Hai frequentato il workshop che serve per il corso.
   *[other] Hai frequentato i { $required } workshop che servono per il corso.
}
call-rule-enrol = { $has_closes ->
    [yes] Ora puoi iscriverti al corso, fino a { $date }. Vuoi che lo facciamo adesso?
   *[no] Ora puoi iscriverti al corso. Vuoi che lo facciamo adesso?
}
call-rule-apply = { $has_closes ->
    [yes] Ora puoi fare domanda per il corso, fino a { $date }: decide l’ufficio. Vuoi che la facciamo adesso?
   *[no] Ora puoi fare domanda per il corso: decide l’ufficio. Vuoi che la facciamo adesso?
}
call-rule-place = Il tuo posto nel corso è già confermato: non devi fare nulla.
call-days = { $n ->
    [one] Il corso ha { $n } giornata.
   *[other] Il corso ha { $n } giornate.
}
call-day = Giornata { $n }: { $when }.
call-course-confirmed = Hai un posto nel corso.
call-course-final = Il tuo posto provvisorio nel corso è diventato definitivo.
call-course-waiting = Il corso è al completo: sei in lista d’attesa, numero { $position }. Se tocca a te, ti richiamiamo.
call-course-waiting-room = Per ora non ti possiamo dare un posto nel corso: sei in lista d’attesa, numero { $position }. Appena si può, ti richiamiamo.
call-provisional = Hai un posto provvisorio nel corso.
call-provisional-again = Il tuo posto provvisorio nel corso non scade più: la scadenza di cui ti avevamo detto non vale.
call-provisional-depends = { $n ->
    [one] Diventa definitivo quando avrai frequentato { $n } altro workshop. Se non è possibile, lo liberiamo e ti richiamiamo.
   *[other] Diventa definitivo quando avrai frequentato altri { $n } workshop. Se non è possibile, lo liberiamo e ti richiamiamo.
}
call-risk = Il tuo posto provvisorio nel corso è a rischio: i workshop prenotati non bastano.
call-risk-until = Lo teniamo fino a { $day }, ore { $time }. Se entro allora prenoti quello che manca, il posto resta.
call-provisional-released = Il tuo posto provvisorio nel corso è stato liberato: i workshop frequentati non bastavano.
call-waiver = L’ufficio ha fatto un’eccezione: puoi partecipare al corso anche senza tutti i workshop. Vuoi che chiediamo il posto adesso?
call-course-left-you = Il tuo posto nel corso è libero: può andare a un’altra persona.
call-course-left-staff = L’ufficio ha annullato la tua iscrizione al corso.
call-applied = La tua domanda per il corso è arrivata. Ti richiamiamo quando c’è la risposta.
call-declined = La tua domanda per il corso non è stata accolta.
call-reason = Il motivo: { $text }

## Posti che si liberano, cambiamenti

call-offered = Si è liberato un posto per te.
call-offered-until = Lo teniamo per te fino a { $day }, ore { $time }. Lo prendi?
call-lapsed = Il posto che ti avevamo offerto non è più riservato a te: la risposta non è arrivata in tempo.
call-lapsed-unheard = Si era liberato un posto per te, ma non siamo riusciti a dirtelo in tempo: adesso non è più riservato a te.
call-lapsed-line = Sei in lista d’attesa, numero { $position }.
call-open-to-all = Manca poco all’inizio: un posto libero ora è di chi lo prende per primo. Lo prendi?
call-lapsed-no-more = Manca poco all’inizio: non facciamo altre offerte, e nessuno può più prendere un posto da sé.
call-lapsed-out = Non sei più in lista d’attesa.
call-line-closed = Non si è liberato un posto per te: la lista d’attesa è chiusa.
call-changed = Cambia un appuntamento.
call-changed-what = { $title }
call-changed-was = Prima: { $when }, { $where }.
call-changed-now = Adesso: { $when }, { $where }.
call-changed-added = C’è un giorno in più.
call-changed-waiting = Resti in lista d’attesa.
call-offer-ended = Il posto che ti avevamo offerto non è più riservato a te: cambiando data o orario non restava abbastanza tempo. In lista d’attesa resti dov’eri.
call-offer-over = Il posto che ti avevamo offerto ora è di chi lo prende per primo. Lo prendi?
call-changed-kept = La tua iscrizione resta com’è.
call-session-off = Questo incontro non si tiene. Per gli altri la tua iscrizione resta com’è.
call-off = Ci dispiace, non si tiene: la tua iscrizione è annullata.
call-off-line = Ci dispiace, non si tiene: la lista d’attesa è chiusa.

## Presenze e attestati

call-corrected = La tua presenza è stata corretta. Adesso risulta: { $mark }.
call-corrected-doubt = L’ufficio guarda di nuovo il tuo percorso, e ti richiama.
call-corrected-statement = L’attestazione di questo workshop che hai ricevuto non vale più: ti chiediamo di non usarla.
call-corrected-statement-again = L’attestazione di questo workshop che hai ricevuto vale di nuovo.
call-dispute-declined = Abbiamo controllato la presenza che avevi segnalato: non risulta.
call-answer = La risposta dell’ufficio: { $text }
call-certificate = Il tuo attestato è pronto: numero { $number }. Dicci come vuoi averlo.
call-revoked = Il tuo attestato { $number } non vale più.
