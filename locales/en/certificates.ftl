# Certificates: the page of the office, the public check, one’s own documents, the e-mails.

## On paper

award-signature-training = Head of training
award-signature-president = President of { $organisation }

## The page of the office

office-nav-certificates = Certificates
award-title = Certificates
award-lede = Who can have the certificate of the course, and what the others still need. The program proposes; a person publishes.
award-no-course = This edition has no course.
award-no-number = The edition does not say yet how many days the certificate needs: until it does, nothing is proposed. The number is part of the edition’s rule.
award-needed = { $n ->
    [one] The certificate needs { $n } day.
   *[other] The certificate needs { $n } days.
}
award-summary = { $issued ->
    [one] { $issued } certificate published
   *[other] { $issued } certificates published
}, { $ready ->
    [0] nothing to publish now.
   *[other] { $ready } to publish.
}
award-names = Check the names
award-names-text = { $n ->
    [one] One person gets an e-mail: they look at how their name will be printed and correct it if needed.
   *[other] { $n } people get an e-mail: they look at how their name will be printed and correct it if needed.
}
award-all = { $n ->
    [one] Publish the one that is ready
   *[other] Publish all { $n }
}
award-all-text = Each one gets their number, and an e-mail with the link to download it. You can close the page: the work goes on by itself.
award-all-text-calls = Each one gets their number. Whoever has an e-mail address gets an e-mail with the link to download it, the others are to be told on the phone. You can close the page: the work goes on by itself.
award-all-unanswered = { $n ->
    [one] One person has not answered about their name yet: their certificate is published with the name as it is spelled now.
   *[other] { $n } people have not answered about their names yet: their certificates are published with the names as they are spelled now.
}
award-sure = { $n ->
    [one] Publish 1 certificate?
   *[other] Publish { $n } certificates?
}
award-sure-name = The certificate will read: { $name }.
award-sure-letters = { $n ->
    [one] 1 e-mail leaves, and the certificate gets its number. There is no way back: it can only be revoked or printed anew.
   *[other] An e-mail leaves for each, and every certificate gets its number. There is no way back: they can only be revoked or printed anew, one at a time.
}
award-sure-calls = { $mails ->
    [0] No e-mail leaves.
    [one] 1 e-mail leaves.
   *[other] { $mails } e-mails leave.
} { $calls ->
    [one] 1 person without an e-mail is to be told on the phone: they stand among the calls.
   *[other] { $calls } people without an e-mail are to be told on the phone: they stand among the calls.
} Every certificate gets its number. There is no way back: they can only be revoked or printed anew, one at a time.
award-sure-names = { $n ->
    [one] 1 name is not confirmed yet.
   *[other] { $n } names are not confirmed yet.
}
award-sure-button = { $n ->
    [one] Yes, publish 1 certificate
   *[other] Yes, publish { $n } certificates
}
award-sure-no = Not yet, back to the list
award-batch-running = Publishing: { $done } of { $total }
award-batch-look = Look again
award-batch-done = { $done ->
    [one] Last time: { $done } certificate, { $at }.
   *[other] Last time: { $done } certificates, { $at }.
}
award-people = Who was on the course
award-everybody = Everybody
award-col-name = Name on the certificate
award-col-workshops = Workshops
award-col-days = Days
award-none = Nobody has signed up for the course yet.
award-days = { $attended } of { $of }
award-renamed = The name is now spelled: { $name }
award-state-issued = Published
award-state-ready = Ready
award-state-not-ready = Not yet
award-issued = { $number }, { $at }
award-revoked-on = { $number }: revoked, { $at }
award-pdf = Download (PDF)
award-check = Public check
award-statement = Statement (PDF)
award-check-asked = Name to be confirmed
award-check-again = Name changed after it was confirmed: to be asked again
award-check-answered = Name confirmed
award-check-corrected = Name corrected by the person
award-check-none = Not asked about the name yet
award-check-call = No e-mail: ask about the name on the phone
award-own = Your own certificate is published by somebody else of the office.
award-publish = Publish
award-publish-again = Publish again
award-again = Print again with the corrected name
award-again-text = The number stays, with one more letter. The check of the old code says that it was replaced.
award-doubt = Says something else than the register: an attendance was corrected
award-anew = Print again with the attendance as it is now
award-anew-text = The new certificate says what the register says. The number stays, with one more letter. The check of the old code says that it was replaced.
award-revoke = Revoke
award-revoke-text = The public check will say that the certificate was revoked, without the reason. We tell the person the reason too.
award-revoke-text-call = The public check will say that the certificate was revoked, without the reason. The person has no e-mail: we tell them the reason on the phone.
award-revoke-button = Revoke the certificate
award-erased = Certificates of people who were erased
award-erased-text = The name is gone, the certificate is still valid: whoever has the paper can still check it.
award-erased-revoke = The public check will say that the certificate was revoked, without the reason. Nobody is left to be told. Write no names in the reason: it stays here.
award-why-no-number = The edition does not say how many days are needed
award-why-not-confirmed = Has no confirmed place on the course
award-why-registers-open = { $count ->
    [0] The course has no days
    [one] The register is not in effect yet: { $days }
   *[other] These registers are not in effect yet: { $days }
}
award-why-too-few-days = { $attended ->
    [one] { $attended } day of { $of }: { $needed } are needed
   *[other] { $attended } days of { $of }: { $needed } are needed
}
award-why-unmarked = { $count ->
    [one] A mark is missing in the register: { $days }
   *[other] Marks are missing in the registers: { $days }
}
award-why-name-missing = The name is missing
award-why-name-not-printable = The name has a character that cannot be printed: { $character }
award-why-revoked = The certificate was revoked: it can be published again, with another number

flash-names-asked = E-mails sent: whoever gets one checks their name.
flash-certificate-published = Certificate published. The person gets an e-mail.
flash-certificate-published-call = Certificate published. The person has no e-mail: they are to be told on the phone, and stand among the calls.
flash-certificates-asked = Publishing has begun: it goes on by itself.
flash-certificate-reissued = Certificate printed again. The old code says that it was replaced.
flash-certificate-revoked = Certificate revoked. The person gets an e-mail with the reason.
flash-certificate-revoked-call = Certificate revoked. The person has no e-mail: if they had heard of the certificate, they are to be told on the phone, and stand among the calls.
flash-certificate-revoked-erased = Certificate revoked. The public check says so.
flash-name-confirmed = Thank you: the name is confirmed.
flash-name-corrected = Thank you: the name is corrected.

refusal-not-qualified = Something is still missing for this certificate: the reason is in the person’s row. A certificate that is published already can be revoked.
refusal-nobody-ready = There is no certificate to publish now.
refusal-nobody-to-ask = There is nobody to ask about their name now: whoever can have the certificate got the e-mail already, or has no e-mail address.
refusal-same-name = The name is spelled as on the certificate: there is nothing to print again. The person’s name is corrected first.
refusal-name-not-printable = The name has a character that cannot be printed.
refusal-already-printed = The certificate is published already. If the name is wrong, write to us: we will correct it.

office-act-publish-certificate = Certificate published
office-act-publish-certificates = All certificates published
office-act-reissue-certificate = Certificate printed again
office-act-revoke-certificate = Certificate revoked
office-act-issue-statement = Statement of a workshop made for the person
office-act-check-name = Asked to check the name
audit-act-publish-certificate = published a certificate
audit-act-publish-certificates = published all certificates that were ready
audit-act-reissue-certificate = printed a certificate again
audit-act-revoke-certificate = revoked a certificate
audit-act-issue-statement = made the statement of a workshop
audit-act-check-name = asked to check the name
audit-kind-publish-certificate = Certificates published
audit-kind-publish-certificates = All published
audit-kind-reissue-certificate = Certificates printed again
audit-kind-revoke-certificate = Certificates revoked
audit-kind-issue-statement = Statements
audit-kind-check-name = Names asked about
office-letter-check-name = name check
office-letter-certificate-ready = certificate ready
office-letter-certificate-revoked = certificate revoked
office-need-tag-s15 = Has the certificate
office-need-s15 = Has the certificate

## My path

state-title-s15 = Your certificate is ready
state-text-s15 = You attended { $days_attended } of { $days } days. You find it below, as a PDF: with the code printed on it anybody can check it.
my-certificate-out = It is ready
my-certificate-download = Download the certificate (PDF)
my-documents = Your documents
my-documents-certificate = Certificate { $number }, { $date }
my-documents-check = Public check
my-documents-statement = Statement of attendance, { $date }
my-documents-statement-undated = Statement of attendance
my-documents-download = Download (PDF)
my-revoked = The certificate { $number } is no longer valid
my-revoked-on = The office revoked it: { $date }.
my-name-band = Check your name on the certificate
my-name-band-text = Before we print it we want to be sure it is spelled right.
my-name-band-button = Check the name
my-name-unprintable = Your name cannot be printed as it is spelled: we do not have one of its characters.
my-name-unprintable-link = Correct the name
my-name-answered = The name on the certificate is confirmed.
my-name-change = Change it
award-name-title = The name on the certificate
award-name-lede = This is how your name will be printed on the certificate. If it is right, confirm. If not, correct it: that goes for the rest of your path too.
award-name-lede-unprintable = We cannot print the name we have: we do not have one of its characters. Correct it below: it also holds for the rest of your path.
award-name-shown = How it will be printed
award-name-given = First name
award-name-family = Surname
award-name-save = Confirm the name
award-name-answered = You have confirmed already. Until the certificate is published you can still correct it.
award-name-printed = The certificate is published already, with the name as it was. If it is wrong, write or call: we will correct it and send you a new one.
award-name-not-printable = We cannot print this character: { $character }

## The public check

check-title-ask = Check a certificate
check-title-unknown = We cannot find this code
check-title-valid = Valid certificate
check-title-valid-statement = Valid statement
check-title-replaced = Replaced by a newer one
check-title-revoked = No longer valid
check-ask-text = The code is printed on the certificate, next to the number and the QR code.
check-unknown-text = Check that you copied all of it: 16 letters and digits, in groups of four. If it is right, call us or write to us.
check-valid-text = This document was issued by { $organisation } and is valid.
check-replaced-text = { $has_at ->
    [yes] This document is no longer valid: a newer one was issued on { $at }.
   *[no] This document is no longer valid: a newer one was issued.
}
check-replaced-by = The valid document has the number { $number }.
check-revoked-text = { $has_at ->
    [yes] This document is no longer valid: it was revoked on { $at }.
   *[no] This document is no longer valid.
}
check-code = Code
check-code-hint = For example 7K3Q-ABCD-EFGH-JKLM
check-button = Check
check-printed = What it says
check-name = Name
check-name-hint = For privacy only the initial is shown here: compare the rest with the document in your hands.
check-name-erased = The name is no longer kept
check-number = Number
check-course = Course
check-workshop = Workshop
check-when = When
check-from-to = { $first } to { $last }
check-attended = Days attended
check-days = { $attended } of { $of }
check-workshops = Introductory workshops
check-issued = Issued
check-limits = It documents attendance; it is no professional qualification.

## The e-mails

mail-subject-check-name = Check your name for the certificate
mail-subject-certificate-ready = Your certificate is ready
mail-subject-certificate-revoked = Your certificate was revoked
mail-name-lead = We are preparing the certificates of the course. Before we print yours, look whether your name is spelled right.
mail-name-shown = The certificate will say:
mail-name-what = If it is right, confirm with one click. If there is a mistake, correct it: it takes a few seconds.
mail-name-spelled = We have it spelled like this:
mail-name-unprintable = But like this it cannot be printed: we do not have one of its characters. Correct it: it takes a few seconds.
mail-name-button = Check the name
mail-certificate-lead = You have completed the course: your certificate of attendance is ready.
mail-certificate-lead-again = We have printed your certificate again, with what was corrected. The one before is no longer valid.
mail-certificate-number = Certificate no. { $number }
mail-certificate-button = Download the certificate
mail-certificate-where = You always find it on your path, as a PDF. With the code and the QR code printed on it anybody can check it.
mail-certificate-name = If there is a mistake in the name, reply to this e-mail: we will correct it.
mail-revoked-lead = Your certificate no. { $number } is no longer valid. Whoever checks its code sees that it was revoked.
mail-revoked-reason = The reason:
mail-revoked-contest = If this looks wrong, reply to this e-mail or call us: we will look at it together. Your attendance stays on your path.
