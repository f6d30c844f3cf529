# I calendari: quello a cui ci si abbona, gli inviti per mail o solo il calendario, i file.

## Dentro il calendario

feed-called-off = Appuntamento annullato.
feed-more = Informazioni e iscrizione:
feed-name-programme = { $organisation }: workshop e corso
feed-name-own = Il mio percorso, { $organisation }

## La pagina

feed-title = Il tuo calendario
feed-lede = Gli incontri in cui hai un posto, nel calendario che usi già.
feed-subscribe = Abbonati ai tuoi incontri
feed-subscribe-text = Il calendario si aggiorna da solo: se cambiano data, orario o indirizzo, o se un incontro salta, lo vedi lì.
feed-subscribe-button = Apri nel programma del calendario
feed-address = Oppure copia questo indirizzo
feed-address-hint = Nel programma del calendario cerca «Da URL», «Da internet» o una voce simile, e incollalo.
feed-address-open = Apri l’indirizzo nel browser (file .ics)
feed-often = Ogni programma guarda quando vuole se c’è qualcosa di nuovo: alcuni ogni poche ore, altri una volta al giorno. I cambiamenti te li scriviamo comunque per mail.
feed-secret = Chi ha questo indirizzo vede i tuoi incontri: tienilo per te. Se è finito in altre mani, cambialo. Quello di adesso smette subito di funzionare: poi aggiungi quello nuovo al tuo calendario.
feed-new = Cambia indirizzo
feed-choice = Come vuoi gli appuntamenti
feed-choice-mail = Inviti per mail
feed-choice-mail-text = Per ogni incontro ti arriva un invito. Se qualcosa cambia, una mail lo aggiorna.
feed-choice-only = Solo calendario, niente inviti
feed-choice-only-text = Ti scriviamo lo stesso, ma senza inviti. Gli incontri sono nel calendario a cui ti abboni, e nei file.
feed-choice-to-only = Se passi a «Solo calendario, niente inviti», per ogni appuntamento già arrivato per mail ti mandiamo un annullamento, una volta sola. Il tuo posto resta. Gli stessi incontri continuano nel calendario a cui ti abboni: conviene abbonarsi prima.
feed-choice-to-mail = Se torni a «Inviti per mail», ti mandiamo un invito per ogni incontro che deve ancora venire. Con gli inviti e l’abbonamento insieme, alcuni programmi mostrano ogni incontro due volte.
feed-choice-save = Salva la scelta
feed-choice-missing = Scegli una delle due possibilità
feed-files = I file
feed-files-text = Un file .ics è una fotografia di adesso: dopo non si aggiorna da solo. Se qualcosa cambia, scaricalo di nuovo: gli appuntamenti sono gli stessi degli inviti.
feed-files-none = Per ora non hai incontri con una data e un posto. Quando ne hai, li trovi qui e nel calendario a cui ti abboni.
feed-file-all = Scarica tutti i tuoi incontri (file .ics)
feed-file-course = Scarica le giornate del corso (file .ics)
feed-file-one = Scarica (file .ics)
feed-ahead = I prossimi

## I collegamenti dalle altre pagine

feed-add = Aggiungi al calendario (file .ics)
feed-aside-text = Abbonati ai tuoi incontri, scegli se vuoi gli inviti per mail, scarica i file.
feed-aside-link = Apri il tuo calendario
feed-public-workshop = Metti la data nel tuo calendario (file .ics)
feed-public-course = Metti le giornate nel tuo calendario (file .ics)
feed-public-all = Tutto il programma, workshop e corso (file .ics)
feed-public-hint = Il file non è un’iscrizione.

## Fatto

flash-calendar-mail = Fatto: gli inviti ti arrivano per mail.
flash-calendar-only = Fatto: niente inviti per mail. I tuoi incontri sono nel calendario a cui ti abboni.
flash-calendar-address = Fatto: l’indirizzo è nuovo. Quello di prima non funziona più.
