# What stands on every page, and the families of sentences that the program picks by a code: flash- (done),
# err- (a field to mend), refusal- (a "no" with its reason).

## Head and foot

skip = Skip to the content
logo-small = { $organisation } training, Milan
language = Language
main-navigation = Main
nav-programme = Programme
nav-path = My path
nav-room = My sessions
nav-office = Office
nav-help = Help
nav-sign-in = Sign in
# Beside "Sign out", on everybody's own pages and on the office's.
sign-out-everywhere = Sign out on all devices
sign-out-everywhere-text = For when you have lost your phone, or do not remember where you are still signed in.
help-title = Need a hand?
help-phone = Freephone, free from landlines in Italy. We can sign you up together with you.
help-no-phone = Write to us: we can sign you up together with you.
foot-how = How the path works
foot-questions = Frequently asked questions
foot-write = Write to us
foot-privacy = Privacy: which data we keep
foot-accessibility = Accessibility statement
foot-demo-mail = The e-mails of this demonstration

## An appointment

# Inside the tile of the date.
date-to-come = no date yet
# After a date, or within a line.
hours-to-come = time to be announced
# On a line of its own.
date-to-come-line = Date to be announced
day-to-come = tba
workshop-nth = { $n ->
    [1] First workshop
    [2] Second workshop
    [3] Third workshop
    [4] Fourth workshop
    [5] Fifth workshop
    [6] Sixth workshop
    [7] Seventh workshop
    [8] Eighth workshop
   *[other] Workshop { $n }
}

## The slots of the rule

slot-done = Attended
slot-book = Booked
# It has begun, and its register is not in effect yet.
slot-held = Being recorded
slot-empty = To choose
slot-empty-hint = another workshop
# As long as none of the slots is filled.
slot-empty-first = a workshop

## Forms

error-prefix = Error:{ " " }
optional = (optional)
errors-title = { $n ->
    [one] There is { $n } thing to mend
   *[other] There are { $n } things to mend
}
errors-kept = The rest is still as you wrote it.

## Done

flash-sent-again = We have sent you the e-mail again. Only the latest one is valid.
flash-will-tell = We will write to you when the date is out, and only then.
flash-signed-out = You have signed out on this device.
flash-signed-out-everywhere = You have signed out on every device. Links and codes to sign in that you asked for before no longer work either.
flash-left = Done: you have given up your place.
flash-left-line = Done: you have left the waiting list.
flash-left-application = Done: you have withdrawn your application.
flash-had-it = You already had this sign-up: nothing has changed.
flash-confirmed = Your place is confirmed. You will get an e-mail with everything you need.
flash-waitlisted = You are on the waiting list. If a place opens and it is your turn, we will write to you.
flash-all-confirmed = Your places are confirmed. For each of them you will get an e-mail with everything you need.
flash-all-chosen = Done. Here you see where you have a place and where you are on the waiting list; you will get an e-mail for each workshop.
flash-provisional = You have a provisional place.
flash-applied = We have your application.
flash-course-had-it = You were already signed up for the course: nothing has changed.
flash-course-confirmed = You have a place on the course. You will get an e-mail with all the days.
flash-course-provisional = You have a provisional place on the course. You will get an e-mail with all the days.
flash-course-waitlisted = You are on the waiting list for the course. If a place opens and it is your turn, we will write to you.
flash-course-applied = We have your application for the course.
flash-saved = Attendance saved.
flash-closed = Register closed. Until it takes effect you can undo the closing.
flash-undone = Closing undone: the register is open again.
flash-added = Person added.
flash-offered = Place offered.
flash-offered-already = The place was already offered to this person: nothing has changed.
flash-waived = Waiver given.
flash-cancelled-by-staff = Sign-up cancelled.
flash-confirmed-by-staff = Sign-up confirmed.
flash-changed = Saved.
flash-changed-later = Saved. The e-mails leave in a few minutes: if you change something else before that, it goes into the same one.
flash-changed-partly-later = Saved. Some e-mails leave at once; the others in a few minutes: if you change something else before that, it goes into the same one.
flash-letter-new = E-mail sent again: this is the new one.
flash-letter-tried = The same e-mail is tried again now.
flash-swapped = Done: you have the new place, and the one before is free.
flash-offer-taken = The place is yours. You will get an e-mail with everything you need.
flash-offer-provisional = You have a provisional place. You will get an e-mail with all the days.
flash-offer-back-in-line = The place cannot be given now: you are back on the waiting list, with the number you had.
flash-offer-declined = Done: you have said no to the place. It may go to somebody else, and your wait ends here.

## A field to mend: whoever writes may be the person, or somebody signing them up

err-nome-missing = Write the first name
err-nome-long = Shorten the first name: 80 characters at most
err-nome-link = Write the first name without web addresses
err-cognome-missing = Write the surname
err-cognome-long = Shorten the surname: 80 characters at most
err-cognome-link = Write the surname without web addresses
err-email-missing = Write the e-mail address
err-email-no-at = Complete the e-mail address: the “@” is missing
err-email-no-dot = Complete the e-mail address: the last part after the “@” is missing, for example “.it” or “.com”
err-email-not-ascii = Check the e-mail address: before the “@” there are accented letters or other signs that mail does not accept
err-email-malformed = Check the e-mail address: there is a blank, or a sign in the wrong place
err-email-too-many = We have already written to this address several times: look in your spam folder too, and try again in an hour
err-telefono-malformed = Check the phone number: it needs 6 to 15 digits
err-profilo-missing = Choose the sentence that describes you best
err-profilo-unknown = Choose one of the sentences in the list
err-esigenze-long = Shorten what you need in the room: 500 characters at most
err-consenso-esigenze-missing = Tick the consent, or delete what you wrote in the box above it
err-privacy-missing = Tick the box about the privacy notice
err-workshop-sign-in-changed = The sign-in changed while the page was open. Check who is signed in now, and press again
err-workshop-sign-in-ended = The sign-in ended while the page was open. Sign in again, or fill in the form
err-workshop-unknown = Choose again: one of the workshops is no longer in the programme
err-codice-wrong = Check the code: it is not the one in the latest e-mail
err-codice-over = This code is no longer valid: ask for another e-mail
err-contact-missing = Write an e-mail address or a phone number

## A "no" with its reason: each may use $date, which is empty where there is none

refusal-not-open = Sign-up is not open.
refusal-cancelled = This appointment has been cancelled.
refusal-not-dated = There is no date yet: you can ask us to tell you when it is out.
refusal-already-held = Signing up is no longer possible: the date was { $date }.
refusal-begun = It has already begun: the place can no longer be given up.
refusal-enrolment-closed = Sign-up for the course closed on { $date }.
refusal-rule-not-reached = The course still needs more workshops attended.
refusal-wrong-state = Something has changed in the meantime, and this can no longer be done. Reload the page to see how things stand.
refusal-name-meanwhile = The name has changed meanwhile: look at it as it is now, and confirm again.
refusal-just-sent = This e-mail was sent again a moment ago: there is no need to send it once more.
refusal-changed-meanwhile = Something has changed meanwhile, and we have cancelled nothing. Now: “{ $state }”.
refusal-no-free-place = There is no free place.
refusal-nobody-waits = Nobody on the waiting list can have the place now.
refusal-too-late-to-offer = It is too near the start for an offer.
refusal-offer-over = This offer is over.
refusal-nothing-to-swap-for = The other workshop has no free place any more. Nothing has changed: what you had is still yours.
refusal-sign-in-letter = An e-mail that signs somebody in is not sent again: people ask for another one themselves.
refusal-letter-out-of-date = What this e-mail says is no longer so: it is not sent again.
refusal-address-erased = The address this e-mail went to was erased with the person’s data: it cannot be sent again.
refusal-newer-letter = There is a newer e-mail about this appointment: send that one again.
refusal-role-changed-meanwhile = Somebody else has changed this role meanwhile.
refusal-last-admin = This is the last person with the role “administration”: give that role to somebody else first.
refusal-own-affair = This decision is about you: somebody else takes it.
refusal-register-closed = The register is closed: it has to be reopened before it can be changed.
refusal-nothing-to-undo = There is nothing to undo: the register is open, or it has already taken effect.
refusal-not-the-day = Attendance is taken from the day of the session on.
refusal-too-early = The session has not begun yet: the register is closed after it.
refusal-reason-missing = Write the reason.
refusal-reason-too-long = Shorten the text: 500 characters at most.
refusal-marked-meanwhile = Somebody else marked attendance while this page was open: look at the rows shown and save again. What you save now stands.
refusal-address-known = We already have someone with this address: is it the same person? Choose them from the list, or correct the address.
