# The letters. Subjects get the same arguments in every letter; the selectors say which of them hold something.
# A subject never names a health matter or the theme of a group.

## Subjects

mail-subject-confirm-sign-up = Confirm your sign-up: one click left
mail-subject-known-sign-up = { $to_confirm ->
    [yes] Confirm your new choices: one click left
    [free] A place is free: it goes to whoever takes it first
   *[no] You are already signed up
}
mail-subject-hold-ended = The place is no longer reserved: you can sign up again
mail-subject-place-confirmed = { $has_day ->
    [yes] Your place for { $date_long } is confirmed
   *[no] Your place is confirmed
}
mail-subject-waiting-list-joined = You are on the waiting list: number { $position }
mail-subject-place-released = { $declined ->
    [yes] { $has_day ->
        [yes] You have said no to the place on { $date_long }
       *[no] You have said no to the place in the workshop
    }
   *[no] { $has_day ->
        [yes] Your sign-up for { $date_long } is cancelled
       *[no] Your sign-up for the workshop is cancelled
    }
}
mail-subject-sign-in = Your sign-in link (valid 30 minutes)
mail-subject-attended-still-short = { $missing ->
    [one] Attendance recorded: { $missing } workshop to go
   *[other] Attendance recorded: { $missing } workshops to go
}
mail-subject-rule-reached = { $has_course_place ->
    [yes] You have the workshops the course needs
   *[no] { $by_decision ->
        [yes] { $has_given ->
            [yes] { $given }, you can now apply for the course
           *[no] You can now apply for the course
        }
       *[no] { $has_given ->
            [yes] { $given }, you can now sign up for the course
           *[no] You can now sign up for the course
        }
    }
}
mail-subject-absent-still-short = Join us another day
mail-subject-course-confirmed = { $was_provisional ->
    [yes] Your place on the course is final
   *[no] You have a place on the course
}
mail-subject-course-day = Invitation{ $of ->
    [one] {""}
   *[other] {" "}({ $nth }/{ $of })
}: { $name }{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-day-cancelled = Off your calendar{ $of ->
    [one] {""}
   *[other] {" "}({ $nth }/{ $of })
}: { $name }{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}{ $has_time ->
    [yes] , { $time }
   *[no] {""}
}
mail-subject-course-waiting = You are on the waiting list for the course: number { $position }
mail-subject-provisional-place = { $again ->
    [yes] Your provisional place on the course no longer ends
   *[no] You have a provisional place on the course
}
mail-subject-provisional-at-risk = Your provisional place on the course is about to end
mail-subject-provisional-released = The place on the course has been released
mail-subject-waiver-given = You can take the course
mail-subject-course-left = { $declined ->
    [yes] You have said no to the place on the course
   *[no] Your place on the course is cancelled
}
mail-subject-place-offered = { $course ->
    [yes] A place on the course has opened: yours until { $until_day } at { $until_time }
   *[no] { $has_day ->
        [yes] A place for { $date_long } has opened: yours until { $until_day } at { $until_time }
       *[no] A place in the workshop has opened: yours until { $until_day } at { $until_time }
    }
}
mail-subject-place-free = { $course ->
    [yes] A place on the course is free: it goes to whoever takes it first
   *[no] { $has_day ->
        [yes] A place for { $date_long } is free: it goes to whoever takes it first
       *[no] A place in the workshop is free: it goes to whoever takes it first
    }
}
mail-subject-offer-lapsed = { $open_to_all ->
    [yes] The place is no longer reserved for you: it now goes to whoever takes it first
   *[no] { $in_line ->
        [yes] The place is no longer reserved for you: you are now number { $position } on the waiting list
       *[no] The place is no longer reserved for you, and you are off the waiting list
    }
}
mail-subject-line-closed = { $course ->
    [yes] There was no place on the course: the waiting list is closed
   *[no] { $has_day ->
        [yes] There was no place for { $date_long }: the waiting list is closed
       *[no] There was no place in the workshop: the waiting list is closed
    }
}
mail-subject-reminder = { $away ->
    [0] Today
    [1] Tomorrow
    [2] In two days
   *[other] Reminder for { $date_long }
}: { $name }{ $of ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $nth }/{ $of })
}{ $has_time ->
    [yes] , { $time }
   *[no] , time to be announced
}
mail-subject-date-out = { $workshop ->
    [0] The workshop has a date
    [1] The first workshop has a date
    [2] The second workshop has a date
    [3] The third workshop has a date
    [4] The fourth workshop has a date
    [5] The fifth workshop has a date
    [6] The sixth workshop has a date
    [7] The seventh workshop has a date
    [8] The eighth workshop has a date
   *[other] Workshop { $workshop } has a date
}
# The greatest change names the letter: first the date, then the hours, then the place.
mail-subject-session-changed = { $change ->
    [added] { $course ->
        [yes] The course has one more day
       *[no] There is one more session
    }
    [ended] The place is no longer reserved for you
    [dated] The date is set
    [date] New date: from { $from } to { $to }
    [timed] The time is set
    [hours] New time
    [placed] The address is set
   *[place] New place
}{ $change ->
    [date] {""}
   *[other] { $has_day ->
        [yes] : { $date_long }
       *[no] {""}
    }
}{ $change ->
    [timed] , { $hours }
    [hours] { $has_hours ->
        [yes] , { $hours }
       *[no] , time to be announced
    }
   *[other] {""}
}
mail-subject-session-cancelled = { $course ->
    [yes] Cancelled: day { $nth } of { $of }
   *[no] Cancelled: one session
}{ $has_day ->
    [yes] , { $date_long }
   *[no] {""}
}
mail-subject-offering-cancelled = { $course ->
    [yes] The course is cancelled
   *[no] { $has_day ->
        [yes] The workshop on { $date_long } is cancelled
       *[no] The workshop is cancelled
    }
}
mail-subject-tomorrow-in-the-room = { $today ->
    [yes] { $count ->
        [0] Today: nobody on the list so far. Open the register while you have signal
        [one] Today: { $count } person. Open the register while you have signal
       *[other] Today: { $count } people. Open the register while you have signal
    }
   *[no] { $count ->
        [0] Tomorrow: nobody on the list so far. Open the register while you have signal
        [one] Tomorrow: { $count } person. Open the register while you have signal
       *[other] Tomorrow: { $count } people. Open the register while you have signal
    }
}
mail-subject-not-tomorrow = { $taken_off ->
    [yes] You no longer lead on { $date_long }: { $name }
   *[no] No longer on { $date_long }: { $name }
}
mail-subject-digest = { $count ->
    [one] This week: { $count } thing to do
   *[other] This week: { $count } things to do
}
mail-subject-test-mail = Test: mail from Percorso arrives

## Every letter

mail-hello = Hello { $given },
mail-hello-plain = Hello,
mail-bye = See you soon,
mail-phone = By phone: { $phone }, free from landlines in Italy.
mail-reply = You can reply to this e-mail: a person reads it.
mail-personal = This link is personal: do not forward it.
mail-not-you = If you did not ask for this, you can ignore this e-mail.
# After a decision that the person may not expect.
mail-contest = If something looks wrong, reply to this e-mail: we will check it together.

## An appointment

mail-workshop-untitled = Workshop, title to be announced
mail-course-untitled = The course
mail-hours-to-come = time to be announced
# "alone": on a line of its own; the others stand after other words.
mail-date-to-come = date to be announced
mail-date-to-come-alone = Date to be announced
mail-place-to-come = address to be announced
mail-place-to-come-alone = Address to be announced
mail-choice-held = A place is reserved for you
mail-choice-waiting = Waiting list, number { $position }

## The slots

mail-slots-line = Your workshops for the course:
mail-slot-done = Attended
mail-slot-book = Booked
mail-slot-held = Being recorded
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
# Of a workshop that has begun and whose register is not in effect yet.
mail-next-held = Your attendance on { $day } is not recorded yet. Once the trainer closes the register, your path is updated.
mail-next-none = At the moment there are no other workshops to choose before the course. Reply to this e-mail: we will find a way forward together.
# True whether or not workshops count in the next edition.
mail-next-kept = Your workshops are not lost: they stay on your path.
mail-choice-undated = Date to be announced. It counts if it is held before the course.
mail-choice-tell-me = Notify me when the date of “{ $title }” is out
mail-choices-full = If a workshop is full, you can join its waiting list on its page.
mail-path-button = Open your path
mail-path-line = Your path, with your dates and what you can still choose:

## The invite

mail-calendar-attached = The appointment is attached to this e-mail as a calendar invitation.
mail-calendar-all-day = The time will follow: for now the whole day is marked, then the appointment updates itself.
# Gmail's own words, since December 2025: CALENDAR.md section 3.
mail-calendar-gmail = If you use Gmail, it may ask you once whether you know who is writing: choose “I know the sender” and the appointment goes into your calendar.
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
mail-known-free = Where you are on the waiting list
mail-known-free-now = It is not long to the start, and a place is free now: it goes to whoever takes it first. Nobody holds it for you until you open the link and take it.
mail-known-button = Confirm your new choices
mail-known-enter = Sign in to your path

## Hold ended

mail-hold-lead = The confirmation did not arrive in time, so the request for this workshop has expired.
mail-hold-again = If you are still interested, you can sign up again: it takes a few minutes.
mail-hold-button = Sign up again

## Place confirmed, waiting list

mail-place-then = On the day the trainer records who is there. You will usually find your attendance on your path the same evening.
mail-leave-place = Can’t come?
mail-leave-place-link = Give your place back
mail-waiting-lead = This workshop is full. If a place opens and it is your turn, we will write to you at once.
mail-waiting-late = This workshop is full. It is not long to the start: if a place opens, it goes to whoever takes it first. You see it on your path.
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
mail-absent-contest = If you were there, reply to this e-mail: the signed paper sheet is what counts.

## Rule reached

mail-rule-title = You have { $required } out of { $required } workshops: you can now sign up for the course
mail-rule-title-place = You have { $required } out of { $required } workshops, and your place on the course is confirmed already
mail-rule-title-apply = You have { $required } out of { $required } workshops: you can now apply for the course
mail-rule-course = { $n ->
    [one] { $n } day, free of charge.
   *[other] { $n } days, free of charge.
}
mail-rule-lead = Check your details and confirm: it takes a few minutes.
mail-rule-lead-apply = Check your details and send the application: the office decides and writes to you.
mail-rule-button = Sign up for the course
mail-rule-closes = You can sign up until { $date }.
mail-rule-closes-apply = You can apply until { $date }.
mail-rule-asked = If you have already asked for a place on the course, your request stays valid: there is nothing else to do.
mail-rule-place-then = There is nothing you need to do: the place stays yours.
mail-rule-cannot = Can’t come on those days? Reply to this e-mail and we will find a way together.

## Course

mail-days-title = { $n ->
    [one] The day
   *[other] The { $n } days
}
mail-course-lead = Your place on the course is confirmed.
mail-course-lead-final = The provisional place you had has become final: there is nothing else you need to do.
mail-course-invites = { $n ->
    [one] For your calendar you will get { $n } invitation, in a separate e-mail.
   *[other] For your calendar you will get { $n } invitations, one for each day.
}
# While no day has hours or an address.
mail-days-details = Time and address to be announced.
mail-days-later = Where a date is missing, we will write as soon as it is out.
mail-course-one-day = Missing just one day? The place stays yours: reply to this e-mail and tell us.
mail-leave-course = Can’t take the course any more?
mail-course-waiting-lead = For now there is no free place on the course. If one opens and it is your turn, we will write to you at once.
# While a place is free: it was not given to them.
mail-course-waiting-room = For now we cannot give you a place on the course. As soon as we can and it is your turn, we will write to you.

## Course days

mail-course-day-title = Day { $nth } of { $of }
mail-course-day-changed = If you already had an invitation for this day, this one replaces it: what you read here is what counts.
mail-course-day-decline = Declining the invitation in your calendar does not give up your place on the course. If you cannot come that day, reply to this e-mail.
mail-workshop-day-decline = Declining the invitation in your calendar does not give the place back. If you cannot come, give it back from your path.
mail-course-day-cancelled-title = Off your calendar: day { $nth } of { $of }
mail-course-day-cancelled-lead = The attached cancellation takes this day out of your calendar.
# The same e-mail goes to whoever gives the place back and to whoever chooses "no invitations".
mail-course-day-cancelled-place = If you chose to receive no invitations, your place stays as it is: you will find the dates on your path.

## Provisional place

mail-provisional-depends = The place is provisional. It becomes final once you have attended { $required } out of { $required } workshops: you still need { $n }.
mail-provisional-else = { $required ->
    [one] If you cannot attend { $required } workshop before the course, we release the place and write to you at once.
   *[other] If you cannot attend { $required } workshops before the course, we release the place and write to you at once.
}
mail-provisional-calendar = There is nothing for your calendar yet. When the place becomes final you will get one invitation for each day.
# After a change of the programme, to whoever had been told of an end.
mail-provisional-again = The date we wrote to you about no longer applies: the workshops you have booked are enough again, and the place stays yours.
# Also for somebody who has booked nothing.
mail-risk-lead = { $required ->
    [one] The course asks for { $required } attended workshop before it begins, and as things stand now you will not get there.
   *[other] The course asks for { $required } attended workshops before it begins, and as things stand now you will not get there.
}
mail-risk-until = We keep your provisional place until { $until }, then we release it.
mail-risk-choose = If you book what is missing by then, the place stays provisional: it becomes final once you have attended.
mail-rule-released-lead = { $required ->
    [one] You could not attend { $required } workshop in time, so your provisional place has been released.
   *[other] You could not attend { $required } workshops in time, so your provisional place has been released.
}

## Waiver

mail-waiver-lead = { $required ->
    [one] We make an exception for you: you can take the course even without having attended { $required } workshop.
   *[other] We make an exception for you: you can take the course even without having attended { $required } workshops.
}
mail-waiver-asked = If you already have a provisional place there is nothing you need to do: it becomes final and you will get the confirmation.

## Course left

mail-course-left-you = You have left the course: the place can now go to somebody who is waiting.
mail-course-left-staff = The office has cancelled your place on the course.
mail-course-left-calendar = If you had received the calendar invitations, a cancellation follows for each day that is left.
mail-course-left-again = If you change your mind while sign-up is open, everything is on the course page:
mail-course-left-button = See the course page

## An offered place, and how it ends

mail-course-first-day = First day: { $date }
mail-meeting-nth = Session { $nth } of { $of }
mail-offer-lead = A place has opened in this workshop, and it is your turn.
mail-offer-lead-course = A place has opened on the course, and it is your turn.
mail-offer-until = We hold it for you until { $until }. If you do not answer, it can go to somebody else.
# The course decides anew when the place is taken.
mail-offer-anew = When you take it, we look at your workshops again. If they are not enough, the place goes to somebody else and you return to your position on the waiting list.
mail-offer-accept = Take the place
mail-offer-decline = I do not need it: let somebody else have it
mail-offer-decline-then = You leave the waiting list, too.
mail-offer-declined = You have said no to the place we offered you: it may go to somebody else, and you are no longer on the waiting list.
mail-free-lead = You are on the waiting list for this workshop, and a place is free now.
mail-free-lead-course = You are on the waiting list for the course, and a place is free now.
mail-free-first = It is not long to the start, and we make no more offers: the place goes to whoever takes it first. Nobody holds it for you until you open the link and take it.
mail-free-gone = If you come too late, you stay where you are on the waiting list. If another place opens later, we do not write again: you see it on your path.
mail-lapsed-lead = We had offered you a place in this workshop. Your answer did not arrive in time, so the place can now go to somebody else.
mail-lapsed-lead-course = We had offered you a place on the course. Your answer did not arrive in time, so the place can now go to somebody else.
mail-lapsed-line = You stay on the waiting list, at the end. If it is your turn again, we will write to you at once.
mail-lapsed-once = If the next offer runs out as well, you leave the list.
mail-lapsed-open = It is not long to the start, and we make no further offers: a free place goes to whoever takes it first. If you are still interested, look on your path whether there is one, and take it there.
mail-lapsed-no-more = You stay on the waiting list, at the end. But it is not long to the start: we make no further offers, and nobody can take a place themselves any more.
mail-lapsed-out = Another offer had run out before, so you are no longer on the waiting list.
mail-lapsed-again = If you are still interested, you can sign up again while sign-up is open.
mail-line-closed-lead = This workshop is about to begin and unfortunately no place has opened for you. The waiting list closes here.
mail-line-closed-lead-course = The course is about to begin and unfortunately no place has opened for you. The waiting list closes here.

## Two days before

# While the time or the address is missing.
mail-reminder-missing = As soon as we know the rest, we will write to you.
mail-reminder-one-day = Can’t come that day? Reply to this e-mail and tell us: you do not lose your place over a single day.

## A date that somebody asked for

mail-date-out-lead = The workshop you are interested in has a date:
# Also in the confirmation of a place.
mail-too-late = For the course, workshops count that are held before its first day, { $date }. This one does not count toward the course. You are welcome all the same.
mail-date-out-sign-up = You can sign up on its page, or join its waiting list if it is full.
mail-date-out-button = Go to the workshop
mail-date-out-once = We have written to you once only, as you asked.

## A session that changes

mail-changed-was = Before
mail-changed-now = Now
mail-changed-added = It comes on top of the dates you already have.
mail-changed-waiting = You stay on the waiting list: there is no need to sign up again.
mail-changed-offer = The place that has opened is still yours: we hold it for you until { $until }. If you do not answer, it can go to somebody else.
mail-changed-offer-over = This leaves too little time to hold the place we had offered you: it now goes to whoever takes it first. If it is still free, you find it on your path and take it there. On the waiting list you are where you were.
mail-changed-offer-ended = When the date or the hours were changed, there was too little time left to hold the place we had offered you: it is no longer reserved for you. On the waiting list you are where you were.
mail-changed-provisional = Your place stays provisional: there is no need to sign up again.
mail-changed-same = There is no need to sign up again: what you read here is what counts.
mail-changed-calendar = The attached invitation is an update: it brings the change into your calendar.
mail-changed-by-hand = Enter the change in your calendar by hand. If you subscribe to the Percorso calendar, it gets there by itself.
mail-added-by-hand = Enter the new day in your calendar by hand. If you subscribe to the Percorso calendar, it gets there by itself.

## Called off

mail-session-off-lead = This session will not be held.
mail-session-off-lead-course = This day of the course will not be held.
mail-session-off-rest = The cancellation applies to this day only. Your sign-up stays as it is.
mail-off-lead = We are sorry: this workshop will not be held.
mail-off-lead-course = We are sorry: the course will not be held.
mail-off-place = Your sign-up is cancelled: there is nothing you need to do to cancel it.
mail-off-line = The waiting list closes: there is nothing you need to do to leave it.
mail-off-kept = The attendance you already have stays valid.
mail-off-by-hand = If you entered it in a calendar by hand, take it out. If you subscribe to the Percorso calendar, it updates itself.

## To whoever leads tomorrow's session

mail-room-expected = { $n ->
    [0] There is nobody on the list so far.
    [one] There is { $n } person on the list.
   *[other] There are { $n } people on the list.
}
mail-room-network = With the page already open you can see the list even without signal. To save the marks, though, you need it.
mail-room-button = Open the register
mail-not-tomorrow-lead = The e-mail that we sent you about this appointment no longer holds.
mail-not-tomorrow-off = It is cancelled: there is no need to come.
mail-not-tomorrow-taken-off = You no longer lead it: there is no need to come.

## To the office, on Mondays

mail-digest-lead = { $n ->
    [one] Only the office can settle this:
   *[other] Only the office can settle these:
}
mail-digest-register-open = { $has_title ->
    [yes] “{ $title }”
   *[no] { $title }
}{ $has_day ->
    [yes] , { $day }
   *[no] {""}
}: the register is still open.
mail-digest-registers-open = { $count ->
    [one] { $count } register is still open
   *[other] { $count } registers are still open
}{ $has_day ->
    [yes] . The first is from { $day }.
   *[no] .
}
mail-digest-unmarked = { $has_title ->
    [yes] “{ $title }”
   *[no] { $title }
}: { $count ->
    [one] { $count } person has no mark, and the register is closed.
   *[other] { $count } people have no mark, and the register is closed.
}
mail-digest-place-to-give = { $has_title ->
    [yes] “{ $title }”
   *[no] { $title }
}: { $count ->
    [one] { $count } place to give
   *[other] { $count } places to give
}, { $people ->
    [one] { $people } person is waiting.
   *[other] { $people } people are waiting.
}
mail-digest-letters-refused = { $count ->
    [one] { $count } e-mail refused: this person needs a phone call.
   *[other] { $count } e-mails refused: these people need a phone call.
}
mail-digest-details-missing = { $count ->
    [one] { $count } session soon without hours or without a place:{" "}
   *[other] { $count } sessions soon without hours or without a place. The first is{" "}
}{ $has_title ->
    [yes] “{ $title }”
   *[no] { $title }
}{ $has_day ->
    [yes] , { $day }.
   *[no] .
}
mail-digest-workshops-undated = { $count ->
    [one] { $count } workshop without a date
   *[other] { $count } workshops without a date
}{ $has_day ->
    [yes] : the course begins on { $day }.
   *[no] .
}{ $people ->
    [0] {""}
    [one] {" "}{ $people } person is waiting to be told.
   *[other] {" "}{ $people } people are waiting to be told.
}
mail-digest-more = { $n ->
    [one] And one more thing, which you will find in the office pages.
   *[other] And { $n } more things, which you will find in the office pages.
}
mail-digest-button = Open the office pages
mail-digest-why = This e-mail is sent on Mondays, only if there is something to do.

## Test

mail-test-lead = This is a test: if you can read it, mail from Percorso leaves and arrives.
mail-test-link = The links in our e-mails lead to this address:
