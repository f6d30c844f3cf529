# Le pagine di chi ha fatto l’accesso: a che punto sono, che cosa posso fare adesso.
# Le date stanno dopo "di" e il giorno della settimana, o da sole: "del 8 ottobre" sarebbe sbagliato davanti a 8 e 11.

## Gli stati: un titolo e un testo per ogni codice di PathState. Ogni frase riceve sempre gli stessi argomenti.

state-title-s0 = { $required ->
    [one] Per il corso serve { $required } workshop frequentato
   *[other] Per il corso servono { $required } workshop frequentati
}
state-text-s0 = { $required ->
    [one] Lo scegli tu.
   *[other] Li scegli tu, e l’ordine lo decidi tu.
}
state-title-s1 = { $missing ->
    [one] Ti manca { $missing } workshop
   *[other] Ti mancano { $missing } workshop
}
state-text-s1 = { $waiting ->
    [0] Il tuo percorso comincia dal primo workshop: scegli quello che ti interessa di più.
   *[other] Sei in lista d’attesa: se si libera un posto e tocca a te, ti scriviamo. Intanto puoi scegliere un altro workshop.
}
state-title-s2 = Hai prenotato { $booked } workshop su { $required }
state-text-s2 = Scegli anche il prossimo. Per il corso contano i workshop frequentati: la presenza si segna in aula.
state-title-s3 = Hai prenotato { $booked } workshop su { $required }
state-text-s3 = { $booked ->
    [one] Per il corso conta quando l’hai frequentato{ $has_day ->
        [yes] : è { $day }.
       *[no] .
    }
   *[other] Per il corso contano quando li hai frequentati{ $has_day ->
        [yes] : l’ultimo è { $day }.
       *[no] .
    }
}
state-title-s4 = { $missing ->
    [one] Ti manca { $missing } workshop
   *[other] Ti mancano { $missing } workshop
}
state-text-s4 = { $attended ->
    [one] Quello che hai frequentato resta valido.
   *[other] Quelli che hai frequentato restano validi.
} { $booked ->
    [0] Puoi ancora scegliere.
    [one] Ne hai già prenotato { $booked }, e puoi ancora scegliere.
   *[other] Ne hai già prenotati { $booked }, e puoi ancora scegliere.
}
state-title-s5 = Ci sei quasi: { $attended ->
    [one] { $attended } workshop fatto
   *[other] { $attended } workshop fatti
}, { $booked ->
    [one] { $booked } prenotato
   *[other] { $booked } prenotati
}
state-text-s5 = { $has_day ->
    [yes] Dopo il workshop di { $day } avrai i { $required } workshop che servono per il corso.
   *[no] Con { $booked ->
        [one] quello prenotato
       *[other] quelli prenotati
    } avrai i { $required } workshop che servono per il corso.
}
state-title-s5p = Hai un posto provvisorio nel corso
state-text-s5p = { $has_kept ->
    [yes] Lo teniamo per te fino a { $kept }. Per renderlo definitivo servono { $required } workshop frequentati, e in questo momento quelli prenotati non bastano. Se non sarà possibile, lo liberiamo e ti scriviamo.
   *[no] { $has_day ->
        [yes] Diventa definitivo con il workshop di { $day }. Se non sarà possibile, lo liberiamo e ti scriviamo subito.
       *[no] Diventa definitivo quando avrai { $required } workshop frequentati. Se non sarà possibile, lo liberiamo e ti scriviamo subito.
    }
}
state-title-s6a = { $attended ->
    [0] { $booked ->
        [0] { $missing ->
            [one] Ti manca { $missing } workshop
           *[other] Ti mancano { $missing } workshop
        }
       *[other] Hai prenotato { $booked } workshop su { $required }
    }
   *[other] { $missing ->
        [one] Ti manca { $missing } workshop
       *[other] Ti mancano { $missing } workshop
    }
}
state-text-s6a = { $attended ->
    [0] {""}
   *[other] { $booked ->
        [0] {""}
        [one] Ne hai già prenotato { $booked }.{" "}
       *[other] Ne hai già prenotati { $booked }.{" "}
    }
}{ $waiting ->
    [0] Per gli altri workshop con una data i posti sono esauriti: con la lista d’attesa ti scriviamo se se ne libera uno.
   *[other] Sei in lista d’attesa: se si libera un posto e tocca a te, ti scriviamo.
}{ $attended ->
    [0] {""}
    [one] {" "}Quello che hai frequentato resta valido.
   *[other] {" "}Quelli che hai frequentato restano validi.
}
state-title-s6b = { $booked ->
    [0] { $left ->
        [one] Ti manca 1 workshop: aspettiamo le date
       *[other] Ti mancano { $left } workshop: aspettiamo le date
    }
    [one] { $left ->
        [one] Hai 1 workshop prenotato, te ne manca 1: aspettiamo le date
       *[other] Hai 1 workshop prenotato, te ne mancano { $left }: aspettiamo le date
    }
   *[other] { $left ->
        [one] Hai { $booked } workshop prenotati, te ne manca 1: aspettiamo le date
       *[other] Hai { $booked } workshop prenotati, te ne mancano { $left }: aspettiamo le date
    }
}
state-text-s6b = I workshop che restano devono ancora avere una data. { $has_first ->
    [yes] Valgono se si tengono prima dell’inizio del corso: { $first }.
   *[no] Valgono se si tengono prima dell’inizio del corso.
} Possiamo avvisarti appena le date escono.
state-title-s7 = Per questa edizione non ci sono altri workshop prima del corso
state-text-s7 = { $attended ->
    [0] Contattaci: vediamo insieme come cominciare con la prossima edizione.
    [one] Quello che hai frequentato resta nel tuo percorso, e di norma vale anche per la prossima edizione.
   *[other] Quelli che hai frequentato restano nel tuo percorso, e di norma valgono anche per la prossima edizione.
}
state-title-s8 = Hai { $required } workshop su { $required }. Ora puoi iscriverti al corso
state-text-s8 = { $has_first ->
    [yes] { $days ->
        [one] { $days } giornata: { $first }.
       *[other] { $days } giornate{ $has_last ->
            [yes] : la prima { $first }, l’ultima { $last }.
           *[no] , la prima { $first }.
        }
    }
   *[no] Le date del corso devono ancora arrivare.
}{ $has_closes ->
    [yes] {" "}Puoi iscriverti fino a { $closes }.
   *[no] {""}
}
# Dove decide l’ufficio; con gli stessi argomenti.
state-title-s8-apply = Hai { $required } workshop su { $required }. Ora puoi fare domanda per il corso
state-text-s8-apply = Decide l’ufficio, e ti scrive la risposta.{ $has_first ->
    [yes] {" "}La prima giornata è { $first }.
   *[no] {""}
}{ $has_closes ->
    [yes] {" "}Puoi fare domanda fino a { $closes }.
   *[no] {""}
}
# Dopo una domanda che non è stata accolta: quando e perché sta in un riquadro sopra.
state-title-s8-declined = I workshop che servono per il corso ci sono
state-text-s8-declined = Restano validi. Se qualcosa è cambiato puoi fare una nuova domanda{ $has_closes ->
    [yes] , fino a { $closes }
   *[no] {""}
}: decide di nuovo l’ufficio.
state-title-s8-closed = Hai i workshop che servono, ma ora le iscrizioni al corso non sono aperte
state-text-s8-closed = I tuoi workshop restano nel tuo percorso, e di norma valgono anche per la prossima edizione. Se volevi partecipare a questo corso, contattaci.
state-title-done = Hai già frequentato il corso
state-text-done = Le giornate che hai frequentato, e l’attestato quando è pronto, sono nel percorso di quell’edizione. Se vuoi frequentarlo di nuovo, contattaci.
my-done-go = Vai al tuo percorso: { $edition }
state-title-s9 = La tua domanda è arrivata
state-text-s9 = La leggiamo e ti rispondiamo per mail. Per ora non devi fare altro.
state-title-s10 = Hai un posto nel corso
state-text-s10 = { $has_first ->
    [yes] Prima giornata: { $first }.
   *[no] Le date devono ancora arrivare: te le scriviamo per mail.
}
state-title-s11 = { $position ->
    [0] Sei in lista d’attesa per il corso
   *[other] Sei in lista d’attesa per il corso, numero { $position }
}
state-text-s11 = Il corso è al completo: se si libera un posto per te, ti scriviamo. I tuoi workshop restano validi.
# Mentre un posto è libero: non gli è stato dato.
state-text-s11-room = Per ora non ti possiamo dare un posto: appena si può, ti scriviamo. I tuoi workshop restano validi.
# Quando non si fanno più offerte e un posto è libero.
state-text-s11-open = Nel corso c’è un posto libero e manca poco all’inizio: adesso è di chi lo prende per primo.
# Quando non si fanno più offerte e nessun posto è libero, o non è per chi legge.
state-text-s11-late = Manca poco all’inizio: se nel corso c’è un posto libero, è di chi ha i workshop che servono e lo prende per primo. Quando lo puoi prendere, lo vedi qui. I tuoi workshop restano validi.
# Quando non si fanno più offerte e nessuno può più prendere un posto da sé.
state-text-s11-over = Manca poco all’inizio: non facciamo altre offerte, e nessuno può più prendere un posto da sé. I tuoi workshop restano validi.
# Mentre un posto che si è liberato aspetta la risposta.
state-title-s11-offered = Si è liberato un posto per te nel corso
state-text-s11-offered = { $has_kept ->
    [yes] Lo teniamo per te fino a { $kept }. Se non rispondi, può andare a un’altra persona.
   *[no] Se non rispondi, può andare a un’altra persona.
}
state-title-s12 = Giornate frequentate: { $days_attended } su { $days }
state-text-s12 = Di solito le presenze si aggiornano la sera stessa, quando il registro è chiuso.
state-text-s12-held = Il corso è finito, e le presenze sono tutte registrate.
state-title-s13 = Giornate frequentate: { $days_attended } su { $days }
state-text-s13 = { $needed ->
    [one] Per l’attestato ne serve { $needed }:
   *[other] Per l’attestato ne servono { $needed }:
} { $can_miss ->
    [0] da qui in poi servono tutte.
    [one] puoi ancora mancare { $can_miss } volta.
   *[other] puoi ancora mancare { $can_miss } volte.
}
# Il corso è finito, le assenze non sono troppe, e in un registro manca il segno.
state-text-s13-held = Il corso è finito, ma nei registri manca ancora il tuo segno per almeno una giornata: non vuol dire che eri assente, e da quello dipende l’attestato. Se c’eri, scrivici o chiamaci.
state-title-s13-enough = Giornate frequentate: { $days_attended } su { $days }
state-text-s13-enough = { $needed ->
    [one] Per l’attestato ne serve { $needed }: c’è già.
   *[other] Per l’attestato ne servono { $needed }: ci sono già.
} Ti aspettiamo anche alle altre.
state-title-s13-due = Giornate frequentate: { $days_attended } su { $days }
state-text-s13-due = Ci sono tutte le giornate che servono per l’attestato. L’ufficio lo prepara: ti scriviamo quando è pronto.
state-text-s13-due-revoked = Le giornate che servono per l’attestato ci sono, ma quello che avevi è stato revocato. Se ne esce un altro, ti scriviamo.
state-title-s14 = Parliamo del tuo attestato
state-text-s14 = { $needed ->
    [one] Per l’attestato serve { $needed } giornata su { $days }, e con quelle che restano non si raggiunge.
   *[other] Per l’attestato servono { $needed } giornate su { $days }, e con quelle che restano non si raggiungono.
} Il corso lo puoi continuare. Scrivici o chiamaci: vediamo insieme che cosa fare.
state-text-s14-held = { $needed ->
    [one] Per l’attestato serviva { $needed } giornata su { $days }: nei registri non risulta.
   *[other] Per l’attestato servivano { $needed } giornate su { $days }: nei registri { $days_attended ->
        [0] non ne risulta nessuna.
        [one] ne risulta { $days_attended }.
       *[other] ne risultano { $days_attended }.
    }
} Se non ti torna, o vuoi capire che cosa si può fare, scrivici o chiamaci.
state-title-s17 = Il tuo workshop è oggi
state-text-s17 = La presenza si segna in aula. Di solito il percorso si aggiorna in serata.
state-title-s17-late = La presenza di { $day } non è ancora registrata
state-text-s17-late = Il registro è ancora aperto. Appena chi conduce lo chiude, il tuo percorso si aggiorna. Se tarda, scrivici.
# Chi può entrare nel corso per decisione dell’ufficio: al posto di state-…-s8, con gli stessi argomenti.
my-waived-title = Ora puoi iscriverti al corso
my-waived-text = L’ufficio ti ha aperto l’iscrizione con una deroga.{ $has_first ->
    [yes] {" "}La prima giornata è { $first }.
   *[no] {""}
}{ $has_closes ->
    [yes] {" "}Puoi iscriverti fino a { $closes }.
   *[no] {""}
}
my-waived-apply-title = Ora puoi fare domanda per il corso
my-waived-apply-text = L’ufficio ti ha aperto l’iscrizione con una deroga, e decide sulla tua domanda.{ $has_first ->
    [yes] {" "}La prima giornata è { $first }.
   *[no] {""}
}{ $has_closes ->
    [yes] {" "}Puoi fare domanda fino a { $closes }.
   *[no] {""}
}
my-waived-closed-title = Hai una deroga, ma ora le iscrizioni al corso non sono aperte
my-waived-closed-text = Se volevi partecipare a questo corso, contattaci.

## Il mio percorso

my-path-title = Il mio percorso
my-slots-label = { $n ->
    [one] Il workshop che serve per il corso
   *[other] I { $n } workshop che servono per il corso
}
# Sotto i posti della regola, quando un giorno non è tra quelli della linea.
my-earlier = { $n ->
    [one] Uno di questi è di un’edizione precedente: vale anche per questa.
   *[other] { $n } di questi sono di un’edizione precedente: valgono anche per questa.
}
my-absent = Al workshop di { $day } non risulti presente: capita.
my-enrol = Iscriviti al corso
my-enrol-hint = I tuoi dati li abbiamo già: li controlli e confermi.
my-provisional-can = { $n ->
    [one] Puoi già chiedere un posto provvisorio nel corso: diventa definitivo quando avrai frequentato il workshop prenotato.
   *[other] Puoi già chiedere un posto provvisorio nel corso: diventa definitivo quando avrai frequentato i { $n } workshop prenotati.
}
my-provisional-ask = Chiedi un posto provvisorio
my-provisional-later = L’iscrizione al corso si apre quando la presenza è registrata.
my-go-choose = Scegli un workshop
my-course-leave-s5p = Libera il mio posto provvisorio
my-course-leave-s9 = Ritira la mia domanda
my-course-leave-s10 = Non posso partecipare: libera il mio posto
my-course-leave-s11 = Esci dalla lista d’attesa del corso
my-days-over = Le giornate in programma sono finite. Gli attestati si preparano quando tutti i registri sono chiusi.
my-days-over-plain = Le giornate in programma sono finite. Le presenze si aggiornano quando tutti i registri sono chiusi.
my-unconfirmed = Hai una scelta da confermare
my-unconfirmed-text = L’hai fatta dal modulo, con questo indirizzo. Finché non la confermi non vale.
my-unconfirmed-name = Il modulo è a nome di { $name }. Se non l’hai compilato tu, non confermare: scade da solo.
my-unconfirmed-button = Conferma
my-unconfirmed-look = Guarda prima che cosa hai scelto
my-other-editions = Anche:
my-no-edition = In questo momento non c’è un’edizione aperta
my-no-edition-text = Quello che hai già frequentato resta registrato. Quando esce il nuovo programma lo trovi sulla prima pagina.
my-no-edition-link = Vai alla prima pagina
my-next = Il prossimo appuntamento
my-next-day = La prossima giornata del corso
my-next-invite = L’invito per il calendario è nella mail di conferma.
my-place-to-come = Indirizzo in arrivo
my-cannot-come = Non posso venire
my-waiting = In lista d’attesa
my-waiting-text = Se si libera un posto e tocca a te, ti scriviamo.
my-waiting-leave = Esci dalla lista
my-choices = Puoi ancora scegliere tra
my-before-course = Il corso inizia { $day }. I workshop vanno frequentati prima.
my-in-italian = I workshop si tengono in italiano.

## Un workshop da scegliere

my-choose = Iscriviti
my-choose-vh = al workshop di { $day }
my-wait = Lista d’attesa
my-wait-vh = per il workshop di { $day }
my-tell = Avvisami
my-tell-vh = quando esce la data:
my-asked = Ti avvisiamo
my-full = posti esauriti
my-waiting-people = { $n ->
    [one] { $n } persona in attesa
   *[other] { $n } persone in attesa
}
my-places = { $n ->
    [one] { $n } posto libero
   *[other] { $n } posti liberi
}
my-counts-before = Vale se si tiene prima dell’inizio del corso: { $day }
my-counts-before-course = Vale se si tiene prima dell’inizio del corso
my-counts-not = non conta per il corso

## La linea, tappa per tappa

my-line = Il tuo percorso, tappa per tappa
my-tag-attended = Frequentato
my-tag-absent = Non frequentato
my-tag-excused = Assenza giustificata
my-tag-cancelled = Annullato
my-tag-register = In registrazione
my-tag-booked = Prenotato
my-tag-offered = Posto riservato a te
my-tag-waiting = Lista d’attesa
my-tag-pending = Da confermare
my-tag-reached = Raggiunto
my-tag-place = Posto confermato
my-tag-position = Numero { $n } in lista
my-tag-waiting-position = Lista d’attesa, numero { $n }
my-tag-course-place = Posto confermato
my-tag-course-provisional = Posto provvisorio
my-tag-course-applied = Domanda arrivata
my-date-to-come = Data in arrivo
my-title-and-date-to-come = Titolo e data in arrivo
my-held = si è già tenuto
my-held-today = è oggi
my-if-you-like = iscriviti se ti interessa
my-wait-link = entra in lista d’attesa
my-tell-link = avvisami
my-gate = { $n ->
    [one] Serve { $n } workshop frequentato
   *[other] Servono { $n } workshop frequentati
}
my-gate-reached = Requisito raggiunto
my-gate-waived = Per te c’è una deroga dell’ufficio
my-gate-more = Ne hai frequentati { $attended }: al corso ne { $required ->
    [one] bastava
   *[other] bastavano
} { $required }
my-gate-short = { $attended ->
    [0] { $booked ->
        [0] Per ora non ne hai
        [one] Ne hai prenotato { $booked }
       *[other] Ne hai prenotati { $booked }
    }
   *[other] { $booked ->
        [0] { $missing ->
            [one] Ne hai { $attended }: ne manca { $missing }
           *[other] Ne hai { $attended }: ne mancano { $missing }
        }
        [one] Ne hai { $attended }, e { $booked } è prenotato
       *[other] Ne hai { $attended }, e { $booked } sono prenotati
    }
}
my-course = Corso «{ $title }»
my-course-untitled = Il corso
my-course-opens = { $n ->
    [one] Si apre con { $n } workshop
   *[other] Si apre con { $n } workshop
}
my-course-until = C’è tempo fino a { $day }
my-course-free = gratuito
my-course-days = { $n ->
    [0] date in arrivo
    [one] { $n } giornata
   *[other] { $weekday ->
        [1] { $n } lunedì
        [2] { $n } martedì
        [3] { $n } mercoledì
        [4] { $n } giovedì
        [5] { $n } venerdì
        [6] { $n } sabati
        [7] { $n } domeniche
       *[0] { $n } giornate
    }
}
my-certificate = Attestato
my-certificate-text = Di partecipazione, alla fine del corso.
my-certificate-days = { $n ->
    [one] Per l’attestato serve { $n } giornata su { $days }
   *[other] Per l’attestato servono { $n } giornate su { $days }
}
my-project = Il tuo progetto
my-project-text = { $organisation } lo accompagna anche dopo il corso.

## A lato

my-aside = Altre cose utili
my-data = I tuoi dati
my-data-mend = C’è qualcosa da correggere? Scrivi a
my-sign-out = Esci
my-wrong = Hai partecipato ma qui non risulta?
my-wrong-text = Dillo a noi: controlliamo insieme. Le firme sul foglio di carta fanno fede.
my-contact-mail = Scrivi a
my-contact-phone = Chiama
my-name = Nome e cognome
my-email = Email
my-email-none = nessun indirizzo
my-phone = Telefono
my-phone-none = nessun numero
my-answers-mend = C’è qualcosa da correggere? Puoi confermare lo stesso, e scrivere a

## Confermata

my-code = Iscrizione
my-confirmed-title = { $n ->
    [one] Il tuo posto è confermato
   *[other] I tuoi { $n } posti sono confermati
}
my-waiting-title = Sei in lista d’attesa, numero { $position }
my-waiting-title-n = Sei in { $n } liste d’attesa
my-gone-title = { $n ->
    [one] Per questo workshop non hai un posto
   *[other] Per questi workshop non hai un posto
}
my-gone-text = Quando hai confermato non era più possibile averlo, oppure è stato liberato dopo.
my-pending-title = { $n ->
    [one] Manca un tocco: conferma la tua scelta
   *[other] Manca un tocco: conferma le tue scelte
}
my-pending-text = { $n ->
    [one] Finché non la confermi, la scelta non vale.
   *[other] Finché non le confermi, le scelte non valgono.
}
my-pending-button = Conferma l’iscrizione
my-see-you = Ci vediamo { $day } alle { $time }.
my-see-you-day = Ci vediamo { $day }. L’orario è in arrivo.
my-see-you-undated = La data è in arrivo.
my-mailed = Abbiamo scritto a { $email }.
my-mailed-invite = Nella mail del posto c’è anche l’invito per il calendario.
my-mailed-spam = Se tra 10 minuti non vedi nulla, guarda nello spam.
my-your-choices = Le tue scelte
my-where = A che punto sei
my-where-text = La prenotazione conta per il corso quando frequenti: la presenza si segna in aula.
my-where-not = Quello che hai scelto non conta per il corso. Puoi partecipare lo stesso.
my-where-met = Hai già i workshop che servono per il corso. Gli altri sono in più.
my-others = { $n ->
    [one] Ne manca { $n }: scegli già il prossimo?
   *[other] Ne mancano { $n }: scegli già il prossimo?
}
my-others-more = Altri workshop, se ti interessano
my-others-text = Usiamo gli stessi dati: basta un tocco.
my-then = Cosa succede adesso
my-then-mail = { $n ->
    [one] Nella mail trovi l’invito per il calendario
   *[other] Nelle { $n } mail trovi gli inviti per il calendario
}
my-then-mail-text = Se cambiano data, orario o indirizzo, arriva l’invito aggiornato.
my-then-wait = Se si libera un posto, ti scriviamo
my-then-wait-text = Si va in ordine di lista. La tua posizione resta anche se prenoti un altro workshop.
my-then-reminder = Due giorni prima ti mandiamo un promemoria
my-then-reminder-text = Con orario e indirizzo.
my-then-room = In aula segniamo la tua presenza
my-then-room-text = Basta dire il tuo nome all’ingresso.
my-then-evening = Di solito la sera stessa il tuo percorso si aggiorna
my-then-evening-text = { $n ->
    [one] Con { $n } presenza si apre l’iscrizione al corso.
   *[other] Con { $n } presenze, in workshop diversi, si apre l’iscrizione al corso.
}
my-then-evening-met = Per il corso hai già quello che serve.
my-go-path = Vai al mio percorso
my-cannot-come-release = Non posso più venire: libera il mio posto

## Non posso venire

my-leave-title-place = Liberi il tuo posto?
my-leave-title-wait = Esci dalla lista d’attesa?
my-leave-title-course = Liberi il tuo posto nel corso?
my-leave-title-course-wait = Esci dalla lista d’attesa del corso?
my-leave-title-course-applied = Ritiri la tua domanda?
my-leave-text-place = Può succedere. Se lo dici adesso, il posto può andare a un’altra persona.
my-leave-text-wait = La tua posizione passa a chi viene dopo. Se torni in lista, riparti dal fondo.
my-leave-text-course = Vale per tutte le giornate. Il posto può andare a un’altra persona; per averlo di nuovo serve che ce ne sia uno libero.
my-leave-text-course-wait = La tua posizione passa a chi viene dopo. Se torni in lista, riparti dal fondo.
my-leave-text-course-applied = La domanda si chiude qui. Finché le iscrizioni sono aperte puoi farne un’altra.
my-leave-button-place = Libera il mio posto
my-leave-button-wait = Esci dalla lista
my-leave-button-course = Libera il mio posto nel corso
my-leave-button-course-wait = Esci dalla lista
my-leave-button-course-applied = Ritira la domanda
my-leave-keep-place = Tieni il posto
my-leave-keep-wait = Resta in lista
my-leave-keep-course = Tieni il posto
my-leave-keep-course-wait = Resta in lista
my-leave-keep-course-applied = Tieni la domanda
my-leave-first-day = Prima giornata: { $day }
my-leave-after = Il tuo percorso, dopo
my-leave-missing = { $n ->
    [0] Per il corso non ti manca niente: bastano gli altri workshop.
    [one] Per il corso ti mancherà { $n } workshop.
   *[other] Per il corso ti mancheranno { $n } workshop.
}
my-leave-missing-text = Quelli che puoi ancora scegliere sono nel tuo percorso.
my-leave-provisional = Se hai un posto provvisorio nel corso, dipende anche da questo workshop.
my-leave-kept = I tuoi workshop restano
my-leave-kept-text = Lasciare il corso non toglie le presenze già registrate.
my-leave-mail = Ti scriviamo una mail di conferma. Se l’appuntamento è nel tuo calendario, la mail lo toglie.

## Iscrizione al corso

my-enrol-line = Iscrizione al corso «{ $title }»
my-enrol-line-untitled = Iscrizione al corso
my-enrol-title-final = Controlla e conferma la tua iscrizione
my-enrol-title-provisional = Chiedi un posto provvisorio nel corso
my-enrol-title-full = Il corso è al completo: c’è la lista d’attesa
my-enrol-title-closed = Le iscrizioni al corso non sono aperte
my-enrol-title-blocked = { $n ->
    [one] Per iscriverti al corso ti manca { $n } workshop
   *[other] Per iscriverti al corso ti mancano { $n } workshop
}
my-visitor-lede = { $n ->
    [one] Ne basta { $n } dei { $m } introduttivi, quello che preferisci.
   *[other] Ne bastano { $n } dei { $m } introduttivi, a scelta. L’ordine lo decidi tu.
}
my-visitor-ask = Scrivi la tua email: controlliamo noi
my-visitor-text = Se con questo indirizzo c’è già un’iscrizione, ti arriva una mail per entrare: vedi a che punto sei e, se puoi, ti iscrivi al corso.
my-visitor-hint = Non serve una password.
my-visitor-button = Controlla a che punto sei
my-visitor-first = È la prima volta?
my-visitor-first-text = Si comincia da un workshop. Puoi sceglierne più di uno insieme.
my-visitor-programme = Vedi i workshop in programma
my-final-lede = Hai { $n } workshop su { $n }. Abbiamo già compilato tutto: controlla e conferma.
my-final-waived = L’ufficio ti ha aperto l’iscrizione con una deroga. Abbiamo già compilato tutto: controlla e conferma.
my-provisional-lede = { $n ->
    [one] Questo posto è provvisorio: dipende dal workshop di { $day }, e diventa definitivo quando la tua presenza è registrata.
   *[other] Questo posto è provvisorio: dipende dai { $n } workshop prenotati, l’ultimo { $day }, e diventa definitivo quando le tue presenze sono registrate.
}
my-provisional-lede-undated = Questo posto è provvisorio: dipende dai workshop prenotati, e diventa definitivo quando li hai frequentati.
my-provisional-risk = Se un workshop salta e puoi ancora sceglierne un altro, ti scriviamo quali sono ed entro quando. Se non basta più, liberiamo il posto e te lo diciamo subito.
my-course-full-lede = I posti sono finiti. In lista d’attesa tieni la tua posizione: se si libera un posto per te, ti scriviamo. I tuoi workshop restano validi.
my-closed-date = Il termine per iscriversi è { $day }.
my-closed-lede = In questo momento il corso non prende iscrizioni.
my-closed-text = { $n ->
    [0] Nel tuo percorso trovi che cosa puoi fare adesso.
    [one] Il workshop che hai frequentato resta nel tuo percorso, e di norma vale anche per la prossima edizione.
   *[other] I workshop che hai frequentato restano nel tuo percorso, e di norma valgono anche per la prossima edizione.
}
my-closed-contact = Contattaci: vediamo insieme come andare avanti.
my-blocked-lede = { $n ->
    [one] Il corso è il secondo livello: si entra dopo aver frequentato almeno { $n } dei { $m } workshop introduttivi, a scelta.
   *[other] Il corso è il secondo livello: si entra dopo aver frequentato almeno { $n } dei { $m } workshop introduttivi, a scelta.
}
my-blocked-booked = { $n ->
    [one] Ne hai prenotato { $n }: dopo la presenza puoi iscriverti.
   *[other] Ne hai prenotati { $n }: dopo le presenze puoi iscriverti.
}
my-check = Controlla i tuoi dati
my-dates = Le date
my-confirm = Conferma l’iscrizione
my-wait-course = Mettiti in lista d’attesa
my-not-now = Non adesso
my-confirm-final = Dopo la conferma ti scriviamo. Se il posto è tuo, arriva una mail per ogni giornata, con l’invito per il calendario.
my-confirm-provisional = Ti scriviamo subito, con tutte le date. Gli inviti per il calendario arrivano quando il posto diventa definitivo.
my-confirm-full = Ti scriviamo la tua posizione in lista. Puoi uscirne quando vuoi.
my-mistake = Se secondo te c’è un errore
my-mistake-text = Hai partecipato a un altro workshop, o a uno di un’edizione passata, e qui non risulta? Dillo a noi: le firme sul foglio di carta fanno fede.
my-we-write = Ti scriviamo noi
my-we-write-text = Quando le presenze che servono sono registrate, ti arriva una mail con il collegamento per iscriverti.
my-closes = Le iscrizioni chiudono { $day }.
my-course-card = Il corso in breve
my-course-first = la prima, { $day }
my-course-cost = Costo
my-course-free-long = Il corso è gratuito
my-course-closes = Fino a quando
my-course-link = Leggi tutto sul corso
my-seen = Cosa vediamo
my-seen-none = Per ora nessun workshop, né frequentato né prenotato.
my-seen-earlier = Da un’edizione precedente: { $n } workshop.
my-seen-vh = Da sapere
my-seen-present = presenza registrata
my-seen-late = arrivo in ritardo: vale
my-seen-left-early = uscita anticipata: vale
my-seen-absent = non risulti presente
my-seen-excused = assenza giustificata: non vale come presenza
my-seen-register = la presenza non è ancora registrata
my-seen-booked = prenotato
my-seen-offered = un posto è riservato a te
my-seen-waiting = in lista d’attesa
my-seen-pending = da confermare
