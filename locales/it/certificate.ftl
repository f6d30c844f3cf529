# L’attestato e l’attestazione di un workshop, come si stampano. Titoli, nomi e date arrivano da fuori.

cert-tagline = Auto mutuo aiuto, Milano
cert-project = Nell’ambito del progetto { $project }
cert-title = Attestato di partecipazione
cert-statement-title = Attestazione di frequenza
cert-file = { $title } – { $name }
cert-attests = Si attesta che
cert-days =
    { $n ->
        [one] 1 giornata su { $of }
       *[other] { $n } giornate su { $of }
    }
cert-days-hours = { $days } ({ $hours })
cert-hours-whole =
    { $n ->
        [one] 1 ora complessiva
       *[other] { $n } ore complessive
    }
cert-hours-part = { $time } ore complessive
# Dove e quando sono già con la loro preposizione; dove può mancare.
cert-attended =
    ha frequentato { $days } del corso di secondo livello
    { $course }, tenuto { $where } { $when }.
cert-statement-attended =
    ha frequentato il workshop introduttivo
    { $title }, tenuto { $where } { $when }.
cert-quoted = «{ $title }»
cert-untitled = numero { $n }
cert-where = a { $city }
cert-from =
    { $n ->
        [8] dall’{ $date }
        [11] dall’{ $date }
       *[other] dal { $date }
    }
cert-to =
    { $n ->
        [8] all’{ $date }
        [11] all’{ $date }
       *[other] al { $date }
    }
cert-on =
    { $n ->
        [8] l’{ $date }
        [11] l’{ $date }
       *[other] il { $date }
    }
cert-hours = { $day }, dalle { $start } alle { $end }
cert-workshops =
    { $n ->
        [one] Workshop introduttivo frequentato: { $list }.
       *[other] Workshop introduttivi frequentati: { $list }.
    }
cert-workshop = { $title }, { $date }
cert-issued = { $city }, { $date }
cert-number = Attestato n. { $number }, codice { $code }.
cert-statement-number = Attestazione n. { $number }, codice { $code }.
cert-statement-code = Attestazione con codice { $code }.
cert-check = Per verificarlo: { $how }.
cert-statement-check = Per verificarla: { $how }.
cert-by-phone = { $address } oppure { $phone }
cert-limits = Documenta la frequenza; non è un titolo abilitante.

## Per chi non vede i disegni

cert-qr = Codice QR: apre la pagina che verifica questo documento, { $address }
cert-line = La linea del percorso. Workshop introduttivi frequentati: { $workshops }. Ne servono { $required }. Giornate del corso frequentate: { $attended }. Giornate mancate: { $missed }.
# Al posto di un elenco di date che è vuoto.
cert-none = non ce ne sono
