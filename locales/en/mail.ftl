# The letters. Subjects get the same arguments in every letter; the selectors say which of them hold something.
# A subject never names a health matter or the theme of a group.

## Subjects

mail-subject-confirm-sign-up = Confirm your sign-up: one click left
mail-subject-known-sign-up = { $to_confirm ->
    [yes] Confirm your new choices: one click left
   *[no] You are already signed up
}
mail-subject-hold-ended = The place is no longer held: you can sign up again
mail-subject-place-confirmed = { $has_day ->
    [yes] Your place on { $date_long } is confirmed
   *[no] Your place is confirmed
}
mail-subject-waiting-list-joined = You are on the waiting list: number { $position }
mail-subject-place-released = { $has_day ->
    [yes] Your sign-up for { $date_long } is cancelled
   *[no] Your sign-up for the workshop is cancelled
}
mail-subject-sign-in = Your sign-in link (valid 30 minutes)
mail-subject-attended-still-short = { $missing ->
    [one] Attendance recorded: { $missing } workshop to go
   *[other] Attendance recorded: { $missing } workshops to go
}
mail-subject-rule-reached = { $has_course_place ->
    [yes] Your place on the course becomes final
   *[no] { $has_given ->
        [yes] { $given }, you can now sign up for the course
       *[no] You can now sign up for the course
    }
}
mail-subject-absent-still-short = Join us another day
mail-subject-course-confirmed = You have a place on the course
mail-subject-course-day = Invitation ({ $nth }/{ $of }): { $has_title ->
    [yes] { $title }
   *[no] the course
}{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-day-cancelled = Cancelled ({ $nth }/{ $of }): { $has_title ->
    [yes] { $title }
   *[no] the course
}{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-waiting = You are on the waiting list for the course: number { $position }
mail-subject-provisional-place = You have a provisional place on the course
mail-subject-provisional-at-risk = Your provisional place on the course is about to end
mail-subject-provisional-released = The place on the course has been released
mail-subject-waiver-given = You can take the course
mail-subject-course-left = Your place on the course is cancelled
mail-subject-test-mail = Test: mail from Percorso arrives

## Every letter

mail-hello = Hello { $given },
mail-hello-plain = Hello,
mail-bye = See you soon,
mail-phone = By phone: { $phone }, free from landlines in Italy.
mail-reply = You can reply to this e-mail: a person reads it.
mail-personal = This link is personal: do not forward it.
mail-not-you = If you did not ask for this, you need not do anything.
# After a decision that the person may not expect.
mail-contest = If something looks wrong, reply to this e-mail: we will check it together.

## An appointment

mail-workshop-untitled = Workshop, title to be announced
mail-course-untitled = The course
mail-hours-to-come = time to be announced
mail-date-to-come = date to be announced
mail-day-to-come = tba
mail-place-to-come = address to be announced
mail-choice-held = A place is held for you
mail-choice-waiting = Waiting list, number { $position }

## The slots

mail-slots-line = Your workshops for the course:
mail-slot-done = Attended
mail-slot-book = Booked
mail-slot-empty = To choose
mail-slot-empty-hint = another workshop
# As long as none of the slots is filled.
mail-slot-empty-first = a workshop

## What is missing, and what comes next

mail-next-met = You already have the workshops that the course asks for.
mail-next-choose = { $n ->
    [one] You need { $n } more workshop. You can choose from:
   *[other] You need { $n } more workshops. You can choose from:
}
# Nothing is promised about a provisional place: an edition may have none.
mail-next-on-track = { $n ->
    [one] Once you have attended the workshop you booked, you will have { $required } out of { $required }. Your path shows whether you can already ask for a place on the course.
   *[other] Once you have attended the { $n } workshops you booked, you will have { $required } out of { $required }. Your path shows whether you can already ask for a place on the course.
}
mail-next-none = At the moment there are no other workshops to choose before the course. Reply to this e-mail: we will find a way forward together.
# True whether or not workshops count in the next edition.
mail-next-kept = Your workshops are not lost: they stay on your path.
mail-choice-undated = Date to be announced. It counts if it is held before the course.
mail-choice-tell-me = Notify me when the date is out
mail-choices-full = If a workshop is full, you can join its waiting list on its page.
mail-choices-on-path = You find them on your path, with the link below.
mail-choose-button = Choose a workshop
mail-path-button = Open your path
mail-path-line = Your path, with your dates and what you can still choose:

## The invite

mail-calendar-attached = The appointment is attached to this e-mail as a calendar invitation.
mail-calendar-all-day = The time will follow: for now the whole day is marked, then the appointment updates itself.
# Gmail's own words, since December 2025: CALENDAR.md section 3.
mail-calendar-gmail = If you use Gmail, it may ask you once whether you know who is writing: choose "I know the sender" and the appointment goes into your calendar.
mail-calendar-decline = Declining the invitation in your calendar does not give the place back: for that, use the link “Give your place back”.

## Sign-up: confirm

mail-confirm-lead = { $n ->
    [one] You chose this workshop:
   *[other] You chose these workshops:
}
mail-confirm-button = Confirm your sign-up
mail-confirm-until = You can confirm until { $until }. After that the request is deleted automatically.
mail-confirm-then = After you confirm we will write again: one e-mail for each choice, with everything you need.

## Sign-up of a known address

mail-known-lead = A sign-up form has arrived with this address, which we already know. What you have stays as it is.
mail-known-new = To confirm
mail-known-already = What you have chosen already
mail-known-button = Confirm your new choices
mail-known-enter = Sign in to your path

## Hold ended

mail-hold-lead = The confirmation did not arrive in time, so the request for this workshop has expired.
mail-hold-again = If you are still interested, you can sign up again: it takes a few minutes.
mail-hold-button = Sign up again

## Place confirmed, waiting list

mail-place-then = On the day the trainer records who is there. You will usually find it on your path the same evening.
mail-leave-place = Can you not come?
mail-leave-place-link = Give your place back
mail-waiting-lead = This workshop is full. If a place opens and it is your turn, we will write to you at once.
mail-waiting-then = While you wait, this day does not go into your calendar.
mail-leave-line = No longer needed?
mail-leave-line-link = Leave the waiting list

## Place released

mail-released-you = You have given your place back: it can now go to somebody who is waiting.
mail-released-you-line = You have left the waiting list of this workshop.
mail-released-staff = The office has cancelled your sign-up for this workshop.
mail-released-staff-line = The office has taken your request off the waiting list of this workshop.
mail-released-calendar = The attached cancellation takes the appointment out of your calendar.

## Sign-in

mail-sign-in-title = Sign in to Percorso
mail-sign-in-line = Your link to sign in:
mail-sign-in-button = Sign in
mail-sign-in-code = Or enter this code:
mail-sign-in-valid = The link and the code are valid for 30 minutes, until { $time }.

## After a register

mail-attended-lead = Your attendance is recorded. Thank you for taking part.
mail-absent-lead = You are not recorded as present at this workshop.
mail-absent-contest = If you were there, reply to this e-mail: the signatures on the paper sheet decide.

## Rule reached

mail-rule-title = You have { $required } out of { $required } workshops: you can now sign up for the course
mail-rule-title-place = You have { $required } out of { $required } workshops: your place on the course becomes final
mail-rule-course = { $n ->
    [one] { $n } day, free of charge.
   *[other] { $n } days, free of charge.
}
mail-rule-lead = Check your details and confirm: it takes a few minutes.
mail-rule-button = Sign up for the course
mail-rule-closes = You can sign up until { $date }.
mail-rule-asked = If you have already asked for a place on the course, your request stays valid: there is nothing else to do.
mail-rule-place-then = There is nothing you need to do. The confirmation comes in a separate e-mail, then one invitation for each day.
mail-rule-cannot = Can you not come on those days? Reply to this e-mail and we will see together.

## Course

mail-days-title = { $n ->
    [one] The day
   *[other] The { $n } days
}
mail-course-lead = Your place on the course is confirmed.
mail-course-invites = { $n ->
    [one] For your calendar you will get { $n } invitation, in a separate e-mail.
   *[other] For your calendar you will get { $n } invitations, one for each day.
}
# While no day has hours or an address.
mail-days-details = Time and address to be announced.
mail-days-later = Where a date is missing, we will write as soon as it is out.
mail-course-one-day = Missing just one day? The place stays yours: reply to this e-mail and tell us.
mail-leave-course = Can you no longer take the course?
mail-course-waiting-lead = For now there is no free place on the course. If one opens and it is your turn, we will write to you at once.

## Course days

mail-course-day-title = Day { $nth } of { $of }
mail-course-day-changed = This invitation replaces the one before: what you read here is what counts.
mail-course-day-decline = Declining the invitation in your calendar does not give up your place on the course. If you cannot come that day, reply to this e-mail.
mail-course-day-cancelled-title = Cancelled: day { $nth } of { $of }
mail-course-day-cancelled-lead = This day is no longer among your appointments. The attached cancellation takes it out of your calendar.

## Provisional place

mail-provisional-depends = The place is provisional. It becomes final once you have attended { $required } out of { $required } workshops: you still need { $n }.
mail-provisional-else = { $required ->
    [one] If you cannot attend { $required } workshop before the course, we release the place and write to you at once.
   *[other] If you cannot attend { $required } workshops before the course, we release the place and write to you at once.
}
mail-provisional-calendar = There is nothing for your calendar yet. When the place becomes final you will get one invitation for each day.
mail-risk-lead = What you have booked is no longer enough to reach { $required } workshops before the course.
mail-risk-until = We keep your provisional place until { $until }, then we release it.
mail-risk-choose = If you book what is missing by then, the place stays yours.
mail-rule-released-lead = It was not possible to reach { $required } attended workshops in time, so your provisional place has been released.

## Waiver

mail-waiver-lead = { $required ->
    [one] You have a waiver: you can take the course even without having attended { $required } workshop.
   *[other] You have a waiver: you can take the course even without having attended { $required } workshops.
}
mail-waiver-asked = If you already have a provisional place there is nothing you need to do: it becomes final and you will get the confirmation.

## Course left

mail-course-left-you = You have left the course: the place can now go to somebody who is waiting.
mail-course-left-staff = The office has cancelled your place on the course.
mail-course-left-calendar = If you had received the calendar invitations, a cancellation follows for each day that is left.
mail-course-left-again = If you change your mind while sign-up is open, everything is on the course page:
mail-course-left-button = See the course page

## Test

mail-test-lead = This is a test: if you can read it, mail from Percorso leaves and arrives.
mail-test-link = The links in letters lead to this address:
mail-test-button = Open the programme
