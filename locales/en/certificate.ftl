# The certificate and the statement of a workshop, as they are printed. Titles, names and dates come from outside.

cert-tagline = Mutual aid, Milan
cert-project = Within the project { $project }
cert-title = Certificate of attendance
cert-statement-title = Statement of attendance
cert-file = { $title } – { $name }
cert-attests = This certifies that
cert-days =
    { $n ->
        [one] 1 day out of { $of }
       *[other] { $n } days out of { $of }
    }
cert-days-hours = { $days } ({ $hours })
cert-hours-whole =
    { $n ->
        [one] 1 hour in all
       *[other] { $n } hours in all
    }
cert-hours-part = { $time } hours in all
# Where and when come with their prepositions; where may be missing.
cert-attended =
    has attended { $days } of the second-level course
    { $course }, held { $where } { $when }.
cert-statement-attended =
    has attended the introductory workshop
    { $title }, held { $where } { $when }.
cert-quoted = “{ $title }”
cert-untitled = number { $n }
cert-where = in { $city }
cert-from = from { $date }
cert-to = to { $date }
cert-on = on { $date }
cert-hours = { $day }, from { $start } to { $end }
cert-workshops =
    { $n ->
        [one] Introductory workshop attended: { $list }.
       *[other] Introductory workshops attended: { $list }.
    }
cert-workshop = { $title }, { $date }
cert-issued = { $city }, { $date }
cert-number = Certificate no. { $number }, code { $code }.
cert-statement-number = Statement no. { $number }, code { $code }.
cert-statement-code = Statement with the code { $code }.
cert-check = To verify it: { $how }.
cert-statement-check = To verify it: { $how }.
cert-by-phone = { $address } or { $phone }
cert-limits = It documents attendance; it is not a professional qualification.

## For those who do not see the drawings

cert-qr = QR code: opens the page that verifies this document, { $address }
cert-line = The line of the path. Introductory workshops attended: { $workshops }. Required: { $required }. Course days attended: { $attended }. Days missed: { $missed }.
# In place of a list of dates that is empty.
cert-none = none
