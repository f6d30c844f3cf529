# In the room: the sessions, the register, whoever is not listed, closing.

## The sessions

room-title = My sessions
room-today = Today, { $day }
room-none-today = You have no session today.
room-none-today-next = You have no session today. The next one: { $day }.
room-nothing = You have no sessions yet. The office assigns them; from then on you find them here.
room-forgotten = To be closed
room-forgotten-text = As long as a register is open, its marks count for nobody.
room-to-come = To come
room-past = Already held
room-course = The course
room-day-of = day { $n } of { $of }
room-expected =
    { $n ->
        [0] Nobody expected yet
        [one] 1 person expected
       *[other] { $n } people expected
    }
# Of a session that was held.
room-listed-count = { $n ->
    [0] Nobody on the list
    [one] { $n } person on the list
   *[other] { $n } people on the list
}
room-open-register = Open the register
room-see-register = See the register
room-cancelled = Cancelled
room-register-open = Register open
room-register-closed = Just closed
room-register-effective = Register closed

## The register

room-register-title = Attendance, { $day }: { $marked } of { $total }
room-register-title-undated = Attendance: { $marked } of { $total }
room-register-h1 = Attendance, { $day }
room-register-h1-undated = Attendance, date to be announced
room-of = of { $n }
room-marked = marked
room-add = Add
room-add-whom = somebody who is not on the list
room-close = Close
room-close-what = the register
room-close-later = The register is closed after the start.
room-key = P present · R late, counts · A absent
room-key-late = { $minutes ->
    [0] P present · R late, counts; after the start usually A · A absent
    [one] P present · R late, up to { $minutes } minute; beyond, usually A · A absent
   *[other] P present · R late, up to { $minutes } minutes; beyond, usually A · A absent
}
room-too-late = { $minutes ->
    [one] More than { $minutes } minute has passed since the start: for anyone arriving now we suggest A, absent. If you mark R, late, it counts as attended.
   *[other] More than { $minutes } minutes have passed since the start: for anyone arriving now we suggest A, absent. If you mark R, late, it counts as attended.
}
room-mark-p = Present
room-mark-r = Late
room-mark-a = Absent
room-mark-u = Left early
room-mark-g = Absent, excused
room-mark-none = Not marked
room-below-u = left early
room-below-g = excused
room-below-none = not marked
room-other = other
room-other-for = other marks for { $name }
room-own = Somebody else marks your attendance.
room-needs = Needed in the room: { $needs }
room-provisional = provisional place
room-provisional-title = With a provisional place
room-provisional-text = Mark these people too if they are here.
room-walk-in = Not on the list
room-empty = Nobody on the list.
room-empty-text = If somebody is in the room, use “Add”.
room-others =
    { $n ->
        [one] Not on the list: 1 person
       *[other] Not on the list: { $n } people
    }
room-others-text = They are waiting for a place or a confirmation, or their enrolment was cancelled. Marking them would not give them a place: if one of them is in the room, use “Add”.
room-enrolled-pending-place = E-mail to be confirmed
room-enrolled-pending-wait = Waiting, e-mail to be confirmed
room-enrolled-applied = Application sent
room-enrolled-waitlisted = On the waiting list
room-enrolled-offered = Place offered
room-enrolled-cancelled = Enrolment cancelled
room-dock = Marks count once you save them.
room-save = Save attendance
room-save-close = Save and close the register
room-not-saved = The attendance was not saved
room-not-saved-text = The marks you made are still below: check them and save again.
room-lost = You had set { $yours }: it is not saved.
refusal-unknown-mark = One of the marks is not one of the register’s, and we saved none of them.
refusal-list-changed = The list has changed meanwhile, and we saved no marks. Below is the list as it is now.
room-closed = The register is closed.
room-closed-text = It takes effect on { $at }. Until then you can undo it: nothing changes and no e-mail is sent.
room-effective-text = It took effect on { $at }: people’s paths are up to date. If a mark looks wrong, talk to the office.
room-undo = Undo the closing
room-all = All sessions

## Adding somebody

room-back = Back to the register
room-add-title = Add a person
room-add-closed = Nobody can be added while the register is closed.
room-search-title = They may be known already: search the name
room-search = First name, surname or e-mail
room-search-hint = 3 letters are enough. A shorter name, or an e-mail address, has to be written in full.
room-search-early = From that day on you can also look here for people we already know: before it, the office adds them.
room-known-early = We already have someone with this address and another name. Correct the address, or ask the office.
room-search-button = Search
room-found =
    { $n ->
        [one] 1 person found.
       *[other] { $n } people found.
    }
room-found-is = There is { $name }, { $email }: is this the person?
room-found-is-plain = There is { $name }, without an e-mail: is this the person?
room-found-none = Nobody with “{ $search }”. You can add a new person.
room-listed = Already on the list
room-listed-link = Go to their row
room-add-present = Add and mark present
room-add-plain = Add to the list
room-add-early = The mark is set on the day.
room-new = Add a new person
room-new-other = None of these: add a new person
room-given = First name
room-family = Surname
room-contact = E-mail or phone
room-contact-hint = One of them is enough. With the e-mail, the confirmation is sent by itself.
room-email = E-mail
room-phone = Phone
room-privacy = I have read the privacy notice aloud
room-privacy-link = The notice to read
room-full = { $n } out of { $n }: add anyway?
room-meanwhile = { $by } marked { $theirs } ({ $at }), you { $yours }. If you save, { $yours } stands.
room-full-plain = The room is full: add anyway?
room-kept = The free place is for whoever is on the waiting list: add anyway?
room-full-text = You can add { $name } with an extra place. It is recorded who gave it and why.
room-full-text-known = You can add this person with an extra place. It is recorded who gave it and why.
room-reason = Reason
room-reason-hint = One line is enough: for example, “there is one more chair”.
room-full-button = Add anyway
room-full-no = Do not add, back to the register

## Closing

room-close-title = Close the register
room-not-done = This could not be done
room-close-not-begun = The register is closed after the session has begun: { $day }.
room-close-undated = This session has no date yet: the register is closed after it has begun.
room-close-unmarked =
    { $n ->
        [one] 1 person has no mark
       *[other] { $n } people have no mark
    }
room-close-unmarked-text = Nobody becomes absent for want of a mark: the office sees the names and checks.
room-close-unmarked-link = Go back and mark
room-totals = The marks
room-total-present = Present
room-total-late = Late, count
room-total-left-early = Left early, count
room-total-absent = Absent
room-total-excused = Absent, excused
room-total-unmarked = Without a mark
room-after = What changes
room-after-course = This is a day of the course: the count of days attended is brought up to date.
room-after-reach =
    { $n ->
        [one] On closing, 1 person reaches the number of workshops required and gets the course invitation.
       *[other] On closing, { $n } people reach the number of workshops required and get the course invitation.
    }
room-after-reach-none = With these marks nobody reaches the number of workshops required yet.
room-after-final =
    { $n ->
        [one] On closing, 1 person with a provisional place on the course reaches the workshops required: the place becomes final, and they get the confirmation.
       *[other] On closing, { $n } people with a provisional place on the course reach the workshops required: the place becomes final, and they get the confirmation.
    }
room-after-short =
    { $n ->
        [one] 1 person still needs workshops
       *[other] { $n } people still need workshops
    }
room-missing =
    { $missing ->
        [one] 1 missing
       *[other] { $missing } missing
    }
room-close-effect =
    { $minutes ->
        [one] Closing takes effect after 1 minute. Until then you can undo it: nothing changes and no e-mail is sent.
       *[other] Closing takes effect after { $minutes } minutes. Until then you can undo it: nothing changes and no e-mail is sent.
    }
room-close-button = Close the register
