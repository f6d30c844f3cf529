# Una presenza che si corregge dopo che il registro ha avuto effetto: la pagina dell’ufficio e la mail alla persona.

corr-title = Correggi una presenza
corr-attendance = Presenze
corr-col-session = Incontro
corr-link = Correggi
corr-link-set = Segna
corr-day-of = Giornata { $n } di { $of }
corr-stands = Adesso risulta
corr-by = { $by }, { $at }
corr-contested = La persona dice che c’era ({ $at }).
corr-register = Apri il registro
corr-form = Correggi
corr-mark-label = Presenza
corr-reason-hint = La persona lo legge nella mail, e resta nella storia. Solo fatti: niente salute, niente storie personali.
corr-check-hint = Prima di salvare vedi che cosa cambia per la persona. Fino ad allora non parte niente.
# Il motivo già scritto quando è la persona ad aver segnalato; lo legge lei, nella sua lingua.
corr-reason-contested = Ci hai segnalato che c’eri: abbiamo controllato.
corr-err-mark = Scegli la presenza
corr-err-long = Accorcia il testo: al massimo 500 caratteri
corr-meanwhile = Nel frattempo qualcun altro ha corretto questa presenza
corr-meanwhile-text = Qui sotto leggi com’è adesso. Quello che hai scritto è ancora nel modulo, e non è salvato. Se lo mandi di nuovo, vale quello che mandi tu.

## Le presenze, a parole

corr-mark-present = presente
corr-mark-late = in ritardo, conta
corr-mark-left-early = uscita anticipata, conta
corr-mark-absent = non presente
corr-mark-excused = assenza giustificata
corr-mark-cleared = nessun segno
corr-mark-none = nessun segno

## Che cosa cambia

corr-means = Che cosa cambia per la persona
corr-becomes = Diventa
corr-topics = Workshop che valgono
corr-days = Giornate del corso
corr-from-to = da { $before } a { $after } (su { $of })
corr-save = Salva la correzione
corr-letter = Parte una mail: che cosa c’era, che cosa c’è adesso, il motivo.
corr-no-letter = Non c’è un indirizzo: questa persona va avvisata per telefono.
corr-follows-rule-reached = Raggiunge i workshop che servono per il corso, e lo legge in una mail.
corr-follows-rule-in-doubt = Aveva raggiunto la regola con questa presenza. Non le togliamo niente: diventa una cosa da fare, e decide una persona.
corr-follows-rule-safe = Il dubbio sulla regola è risolto.
corr-follows-place-final = Il posto provvisorio nel corso diventa definitivo.
corr-follows-place-safe = Il posto provvisorio nel corso non scade più: i workshop che mancano sono prenotati.
corr-follows-place-ends = Il posto provvisorio nel corso riceve una scadenza, e la persona una mail che dice quale.
corr-follows-course-place-in-doubt = Ha un posto nel corso che si basa su questa presenza. Il posto resta, finché non decide una persona.
corr-follows-certificate-in-doubt = C’è già un attestato, e dice altro. Resta valido: diventa una cosa da fare.
corr-follows-certificate-safe = L’attestato dice di nuovo quello che dice il registro: il dubbio è risolto.
corr-follows-statement-in-doubt = Ha già un’attestazione di questo workshop: con questa correzione la verifica pubblica non la dà più per valida. Lo diciamo alla persona, e diventa una cosa da fare.
corr-follows-statement-safe = L’attestazione di questo workshop dice di nuovo quello che dice il registro: vale di nuovo, e il dubbio è risolto.
corr-follows-days-out-of-reach = Le giornate per l’attestato non sono più raggiungibili.
corr-follows-days-within-reach = Le giornate per l’attestato sono di nuovo raggiungibili.
corr-in-edition = Nell’edizione «{ $edition }»
corr-follows-nothing = Per il percorso non cambia altro.

## Fatto, e i «no»

flash-mark-corrected = Presenza corretta.
refusal-register-not-effective = Il registro non ha ancora avuto effetto: la presenza si cambia nel registro.
refusal-corrected-meanwhile = Nel frattempo qualcun altro ha corretto questa presenza.
refusal-same-mark = Scegli un’altra presenza: questa risulta già.
audit-act-correct-mark = ha corretto una presenza
audit-kind-correct-mark = Presenze corrette
office-act-correct-mark = Presenza corretta

## La mail

mail-subject-mark-corrected = { $has_day ->
    [yes] La tua presenza di { $date_long } è stata corretta
   *[no] Una tua presenza è stata corretta
}
office-letter-mark-corrected = presenza corretta
corr-mail-lead = { $has_by ->
    [yes] { $by } ha corretto la tua presenza a questo incontro.
   *[no] Abbiamo corretto la tua presenza a questo incontro.
}
corr-mail-was = Prima:
corr-mail-now = Adesso:
corr-mail-reason = Motivo: «{ $reason }»
corr-mail-asked = Ce l’avevi segnalato tu: grazie.
corr-mail-counts = { $attended ->
    [yes] Conta perché per il corso valgono solo i workshop frequentati: adesso questo è tra i tuoi.
   *[no] Conta perché per il corso valgono solo i workshop frequentati: adesso questo non è tra i tuoi.
}
corr-mail-days = { $needed ->
    [0] Giornate del corso frequentate: { $n } su { $of }.
   *[other] Giornate del corso frequentate: { $n } su { $of }. Per l’attestato ne servono { $needed }.
}
corr-mail-rule-in-doubt = Avevi già i workshop che servono per il corso. Per ora non cambia niente: guardiamo la tua situazione, e se qualcosa deve cambiare ti scriviamo prima.
corr-mail-certificate-in-doubt = Il tuo attestato per ora resta com’è: guardiamo la tua situazione, e se qualcosa deve cambiare ti scriviamo prima.
corr-mail-statement-in-doubt = L’attestazione di questo workshop che hai ricevuto non vale più: chi ne verifica il codice lo vede. Ti chiediamo di non usarla.
corr-mail-statement-safe = L’attestazione di questo workshop che hai ricevuto vale di nuovo.
corr-mail-elsewhere = Questa presenza conta anche per «{ $edition }». Quello che hai lì per ora resta com’è: guardiamo la tua situazione, e se qualcosa deve cambiare ti scriviamo prima.
corr-mail-contest = Se non ti torna, rispondi a questa mail: le firme sul foglio di carta fanno fede.

## Sul percorso della persona

my-corrected = { $has_day ->
    [yes] La tua presenza di { $day } è stata corretta
   *[no] Una tua presenza è stata corretta
}
my-corrected-now = Adesso risulta: { $mark }.
my-corrected-why = Motivo: «{ $reason }»
my-corrected-who = { $has_by ->
    [yes] L’ha corretta { $by }, { $on }.
   *[no] L’abbiamo corretta { $on }.
}
my-corrected-contest = Non ti torna? Segnalalo
my-corrected-write = Se non ti torna, scrivici: le firme sul foglio di carta fanno fede.
