# The office: its work on people. Signing up on the phone, calls to make, names and addresses, notes, applications for
# the course, erasing.

## Signing up on the phone

people-new-link = Sign up by phone
people-new-title = Sign up by phone
people-new-button = Sign up
people-choose = What they choose
people-attended = Topic attended already: for the course it counts only once.
people-undated = No date yet: we write when it is out, so an e-mail is needed
people-full =
    { $n ->
        [0] Full: waiting list
        [one] Full: waiting list, 1 person is waiting
       *[other] Full: waiting list, { $n } people are waiting
    }
people-free = Places are free
people-places =
    { $n ->
        [one] 1 free place
       *[other] { $n } free places
    }
people-nothing-open = No workshop takes sign-ups now.
people-course-place = A final place
people-course-provisional = A provisional place: it depends on the workshops booked
people-course-wait = Full: waiting list
people-course-apply = An application, which the office then decides on
people-needs = What they need in the room
people-needs-hint = For example a seat near whoever speaks. Do not ask why.
people-needs-consent = They said that we may note it. Only the trainer of that meeting reads it; we erase it 30 days after.
people-email-hint = If there is one, e-mails go there. Without one, we call.
people-phone-hint = Needed where there is no e-mail.
people-privacy = I told them: which data we keep, why and for how long.
people-known-address = Somebody with this address is here already
people-known-address-else = If it is not the same person, correct the address below.
people-known-name = Somebody with this name is here already
people-known-name-else = If it is another person, tick the box at the end of the form and send it again.
people-known-enrol = It is this person: sign up { $name }
people-another = It is another person of the same name
people-enrol-link = Sign up for…
people-enrol-title = Sign up { $name }
people-enrol-button = Sign up
people-enrol-call = There is no e-mail: what we would write goes on the list of calls.
people-refused = { $title }: { $why }
people-filled = { $title }: the last place went while you were writing. If the waiting list is fine, send again; if not, take the tick away.
people-accepts = Takes the place
people-declines = Gives up the place
people-declines-text = The sign-up ends here: to come back means the end of the line again.
people-declines-next = The place goes at once to whoever comes next in line, if there is anybody.
people-declines-free = The place stays free: somebody of the office offers it.

flash-signed-up = Signed up.
flash-signed-up-needs-later = Signed up. What they need in the room is not noted for the workshop without a date: ask again when the date is out.
flash-signed-up-needs-later-waits = Signed up. What is on the waiting list is not a place yet: below is the number on the list. What they need in the room is not noted for the workshop without a date: ask again when the date is out.
flash-signed-up-waits = Signed up, on the waiting list: it is not a place yet. Below is the number on the list.
flash-signed-up-some-wait = Signed up: part of it is a place, the rest is on the waiting list and not a place yet. Below is which, with the number on the list.
flash-signed-up-applied = Saved. For the course it is an application: the office decides, and it is not a place yet.
flash-signed-up-again = Signed up. One topic had been attended already: for the course it counts only once.
flash-answered-yes = Noted: the place was taken.
flash-answered-no = Noted: they said no to the place, which may go to somebody else.
flash-answered-back = The place cannot be given now: back to the waiting list, with the number as before.

err-offerta-missing = Choose at least one thing
err-offerta-unknown = Choose again: one of the choices is no longer on the programme
err-offerta-no-address = A workshop without a date needs an e-mail address: we write when the date is out

## Calls

people-nav-calls = Calls
people-calls-title = Calls to make
people-calls-text = Whoever has no e-mail is told by phone. Here is what to say; once the call is made, its line goes.
people-calls-none = No calls to make.
people-calls-made = Made in the last 24 hours
people-call-made = { $by }, { $at }
people-call-again = Back on the list
people-call-now = To be said now:
people-call-nothing = There is nothing else to say to this person now.
refusal-certificate-in-doubt = This person’s certificate is in doubt: decide first whether to print it again, to revoke it or to leave it as it is. Then the person can be erased.
refusal-call-out-of-date = This call no longer holds: something has changed meanwhile.
flash-call-reopened = The call is back on the list.
people-call-since = since { $at }
people-no-phone = No phone number
people-called = Done
people-call-unreadable = The text can no longer be read: the person’s page says what holds now.
people-call-over = No longer needed: something has changed meanwhile, or that day is over. Within an hour the line goes away by itself.
people-to-say = To be said on the phone
flash-called = Call marked as made.

## Name and address

people-name-link = Correct the name
people-name-title = Correct the name
people-name-text = The name before and the name after stay in the history. E-mails that wait to leave greet by the new name.
people-name-anew = The name as it is now was confirmed for the certificate. The new one has to be confirmed again: “Check the names” sends the e-mail.
people-name-button = Save the name
change-field-given = First name
change-field-family = Surname
flash-person-renamed = Name corrected.
people-data-link = Other data
people-data-title = Correct the other data
people-data-text = What stood before stays in the history. E-mails that were written keep the language they have.
people-data-button = Save the data
people-profile-none = None of these
change-field-phone = Phone
change-field-profile = Profile
change-field-language = Language
err-lingua-missing = Choose the language
err-telefono-no-contact = Without an e-mail a phone number is needed: nobody could reach this person any more
flash-person-corrected = Data corrected.
people-address-link = Change the address
people-address-title = Change the e-mail address
people-address-add = Add an e-mail address
people-address-now = Now:
people-address-text = We write to the new address: it counts when whoever reads that mailbox confirms. Until then nothing changes. We tell the present address too.
people-address-add-text = We write to this address: it counts when whoever reads that mailbox confirms. From then on e-mails go there.
people-address-new = New address
people-address-new-hint = Read it back to the person, letter by letter.
people-address-button = Send the e-mail to confirm
people-address-waits = { $email } waits to be confirmed, until { $until }.
people-address-of = It is the address of
err-email-same = This is the person’s address already
err-email-taken = Somebody with this address is here already: merging doubles comes later
err-email-meanwhile = The address changed while the page was open: look at the present one and send again
err-email-asked-meanwhile = Another address was asked for meanwhile, { $email } ({ $date } at { $time }). If you send again, what you send stands and that request ends.
flash-address-asked = The e-mail to confirm is on its way to the new address.
address-title-open = Is this your address?
address-title-done = From now on we write to you here
address-title-over = This link is no longer valid
address-title-taken = This address is in use already
address-lead = From now on e-mails would go to { $email }.
address-lead-name = { $name }, from now on e-mails would go to { $email }.
address-button = Yes, use this address
address-then = The calendar invitations move here: the address before gets their cancellation. Open sign-ins end.
address-text-done = The address is confirmed. To see your path, sign in again with this address.
address-text-over = It has run out, or there is a newer one. Nothing has changed. If you still need it, tell the office.
address-text-taken = There is a record with this address already, so nothing has changed. Tell the office: we will put the two together.
mail-subject-confirm-address = Confirm your new address
mail-address-lead = You asked us to write to you at this address. Until you confirm, nothing changes.
mail-address-button = Confirm the address
mail-address-then = The link is valid until { $until }. Once you have confirmed, calendar invitations come here too.
mail-subject-address-asked = Somebody asked to change your address
mail-address-asked-lead = We were asked to write to you at { $masked }.
mail-address-asked-then = The change counts only if whoever reads that mailbox confirms, by { $until }. Until then we write to you here.
mail-address-asked-not-you = Was it not you? Answer this e-mail at once: we will stop it.
office-letter-confirm-address = confirmation of the new address
office-letter-address-asked = notice of the change of address

## Notes

people-notes = Notes
people-notes-who = read by admins only
people-note-new = New note
people-note-placeholder = Only facts the organisation needs. No health, no personal stories.
people-note-button = Add the note
people-note-remove = Remove
people-note-remove-text = The words of this note go for ever. The history keeps only that there was a note, and who removed it.
people-note-remove-button = Remove for ever
err-nota-missing = Write the note
err-nota-long = Shorten the note: 1000 characters at most
flash-note-written = Note added.
flash-note-removed = Note removed: its text is gone.

## In the history

people-audit-link = Who did what for this person
office-history-paper-certificate = Certificate { $number } published: { $about }
office-history-paper-reissued = Certificate { $number } issued again with the corrected name: { $about }
office-history-paper-statement = Statement: { $about }

office-act-add-person = Record made on the phone
office-act-drop-call = Call taken off the list: nobody made it, and it is not needed any more
office-act-settle-call = Call made
office-act-reopen-call = Call put back on the list
office-act-correct-name = Name corrected
office-act-correct-person = Other data corrected
office-act-correct-own-name = Name corrected by the person themselves
office-act-confirm-own-name = Name for the certificate confirmed
office-name-before = before: { $name }
office-act-write-note = Note written
office-act-remove-note = Note removed
office-act-ask-address = New address asked for
office-act-change-address = Address changed

## In the audit

audit-act-add-person = made a record on the phone
audit-act-drop-call = took a call off the list that nobody made and that is not needed any more
audit-act-settle-call = made a call
audit-act-reopen-call = put a call back on the list
audit-act-correct-name = corrected a name
audit-act-correct-person = corrected other data
audit-act-ask-address = asked for a new address
audit-act-change-address = confirmed a new address
audit-act-write-note = wrote a note
audit-act-remove-note = removed a note

## Erasing a person

erase-link = Erase the person
erase-title = Erase the person
erase-text = It cannot be taken back. Look first at what goes and what stays.
erase-goes = Goes
erase-goes-person = Name and contacts
erase-goes-texts =
    { $n ->
        [0] Reasons and other texts: none now.
        [one] 1 text: reasons, corrections, needs in the room.
       *[other] { $n } texts: reasons, corrections, needs in the room.
    }
erase-goes-notes =
    { $n ->
        [one] Among them 1 note.
       *[other] Among them { $n } notes.
    }
erase-goes-letters =
    { $n ->
        [0] E-mails: none now.
        [one] 1 e-mail.
       *[other] { $n } e-mails.
    }
erase-goes-links = Sign-ins and the links of e-mails.
erase-goes-links-feed = Sign-ins, the links of e-mails and the personal calendar.
erase-goes-place = The place, or the position on the list:
erase-goes-role = The role in the office:
erase-goes-leads = No longer leads:
erase-goes-alone = then nobody leads it.
erase-goes-lead = Choose first who leads
erase-goodbye = Before the address goes, the last e-mails leave: the cancellation of each meeting that is in the calendar, and one that says that the data are erased. Then these go too.
erase-goodbye-none = There is no e-mail: if need be, tell them on the phone before you erase.
erase-stays = Stays, without a name
erase-stays-enrolments =
    { $n ->
        [0] Sign-ups: none.
        [one] 1 sign-up, as a number.
       *[other] { $n } sign-ups, as numbers.
    }
erase-stays-marks =
    { $n ->
        [0] Marks in registers: none.
        [one] 1 mark in a register.
       *[other] { $n } marks in registers.
    }
erase-stays-valid = The certificate { $number } stays valid: its public check says so, without the name. It can still be revoked, on the page of certificates.
erase-stays-numbers = The numbers of certificates given, and who of the office did what.
erase-confirm = Write the surname, or the code of a sign-up
erase-confirm-hint = Without a surname: the first name or the e-mail.
erase-button = Erase for ever
erase-back = Back to the person
err-conferma-not-named = What you wrote is neither this person’s surname nor one of their codes
flash-erased = Data erased. Only numbers are left.
mail-subject-data-erased = Your data are erased
mail-erased-lead = We have erased your name, your contacts and everything that says who you are.
mail-erased-places = If you had a place in a meeting to come, it is free now. If the meeting is in your calendar, a separate e-mail takes it out.
mail-erased-stays = Only numbers without a name are left. This e-mail too is not kept once it has left.
office-letter-data-erased = data erased
office-act-erase-person = Data erased
audit-act-erase-person = erased the data of a person
audit-kind-add-person = People added
audit-kind-ask-address = Addresses to confirm
audit-kind-change-address = Addresses changed
audit-kind-correct-name = Names corrected
audit-kind-correct-person = Other data corrected
audit-kind-erase-person = Data erased
audit-kind-remove-note = Notes removed
audit-kind-reopen-call = Calls put back on the list
audit-kind-drop-call = Calls taken off the list
audit-kind-settle-call = Calls made
audit-kind-write-note = Notes written
