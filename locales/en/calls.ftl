# What is said on the phone to somebody without an e-mail address: short lines, no links, nothing that only an e-mail can do.

call-hello = Hello { $given }, this is { $organisation } calling.
call-hello-plain = Hello, this is { $organisation } calling.
call-then = And there is one more thing.
call-too-late = For the course, workshops before its first day, { $date }, count: this one does not count toward the course. You are welcome all the same.
call-session = { $title }. When: { $when }. Where: { $where }.
call-leave = { $has_phone ->
    [yes] If you have questions, or cannot come after all, call us: { $phone }.
   *[no] If you cannot come after all, tell us.
}
call-bye = Thank you, and goodbye.

## The workshops

call-place-confirmed = Your place in the workshop is confirmed.
call-waiting = This workshop has no places left: you are on the waiting list, number { $position }. If it is your turn, we call you again.
call-waiting-late = This workshop has no places left: you are on the waiting list, number { $position }. It is not long to the start: if a place opens, it goes to whoever takes it first.
call-released-you = Your place is free: it can go to somebody else.
call-released-you-line = You are no longer on the waiting list.
call-released-declined = You said no to the place we had offered you: you are no longer on the waiting list.
call-released-staff = The office has cancelled your place in this workshop.
call-released-staff-line = The office has taken your request off the waiting list.
call-hold-ended = The request for this workshop has expired: nobody confirmed it in time.
call-attended = Your attendance is recorded. Thank you for coming.
call-absent = You are not marked as present at this workshop. If you were there, tell us: we look at the signed sheet.

## What is missing

call-path-met = You have the workshops the course needs.
call-path-choose = { $n ->
    [one] For the course you need { $n } more workshop.
   *[other] For the course you need { $n } more workshops.
}
call-choice = You can choose { $title }, { $when }.
call-choice-full = { $title }, { $when }, is full for now: we can put you on its waiting list.
call-choice-undated = { $title } counts too, but has no date yet.
call-path-ask = Shall we sign you up now?
call-path-ask-line = Shall we put you on the waiting list?
call-path-wait = There is nothing to book for now: let us speak again when a date is out.
call-path-held = Your attendance on { $day } is not recorded yet: once the trainer closes the register, your path is updated.
call-path-booked = With the workshops you have booked you will have those the course needs.
call-path-none = Before the course there are no other workshops to choose for now: let us see together how to go on.

## The course

call-rule = { $required ->
    [one] You have attended the workshop the course needs.
   *[other] You have attended the { $required } workshops the course needs.
}
call-rule-enrol = { $has_closes ->
    [yes] You can now sign up for the course, until { $date }. Shall we do it now?
   *[no] You can now sign up for the course. Shall we do it now?
}
call-rule-apply = { $has_closes ->
    [yes] You can now apply for the course, until { $date }: the office decides. Shall we do it now?
   *[no] You can now apply for the course: the office decides. Shall we do it now?
}
call-rule-place = Your place on the course is confirmed already: there is nothing you need to do.
call-days = { $n ->
    [one] The course has { $n } day.
   *[other] The course has { $n } days.
}
call-day = Day { $n }: { $when }.
call-course-confirmed = You have a place on the course.
call-course-final = Your provisional place on the course has become final.
call-course-waiting = The course is full: you are on the waiting list, number { $position }. If it is your turn, we call you again.
call-course-waiting-room = For now we cannot give you a place on the course: you are on the waiting list, number { $position }. As soon as we can, we call you again.
call-provisional = You have a provisional place on the course.
call-provisional-again = Your provisional place on the course no longer ends: the date we had told you does not apply.
call-provisional-depends = { $n ->
    [one] It becomes final once you have attended { $n } more workshop. If that cannot happen, we release it and call you again.
   *[other] It becomes final once you have attended { $n } more workshops. If that cannot happen, we release it and call you again.
}
call-risk = Your provisional place on the course is at risk: the workshops you have booked are not enough.
call-risk-until = We hold it until { $day } at { $time }. If you book what is missing by then, the place stays.
call-provisional-released = Your provisional place on the course was released: the workshops attended were not enough.
call-waiver = The office has made an exception: you can join the course even without all the workshops. Shall we ask for the place now?
call-course-left-you = Your place on the course is free: it can go to somebody else.
call-course-left-staff = The office has cancelled your place on the course.
call-applied = We have your application for the course. We call you again when there is an answer.
call-declined = Your application for the course was declined.
call-reason = The reason: { $text }

## Places that open, changes

call-offered = A place has opened for you.
call-offered-until = We hold it for you until { $day } at { $time }. Do you take it?
call-lapsed = The place we had offered you is no longer held: the answer did not come in time.
call-lapsed-unheard = A place had opened for you, but we did not manage to tell you in time: it is no longer held for you.
call-lapsed-line = You are on the waiting list, number { $position }.
call-open-to-all = It is not long to the start: a free place now goes to whoever takes it first. Do you take it?
call-lapsed-no-more = It is not long to the start: we make no further offers, and nobody can take a place themselves any more.
call-lapsed-out = You are no longer on the waiting list.
call-line-closed = No place has opened for you: the waiting list is closed.
call-changed = An appointment changes.
call-changed-what = { $title }
call-changed-was = Before: { $when }, { $where }.
call-changed-now = Now: { $when }, { $where }.
call-changed-added = There is one more day.
call-changed-waiting = You stay on the waiting list.
call-offer-ended = The place we had offered you is no longer reserved for you: when the date or the hours were changed, there was too little time left. On the waiting list you are where you were.
call-offer-over = The place we had offered you now goes to whoever takes it first. Do you take it?
call-changed-kept = Your place stays as it is.
call-session-off = This meeting will not be held. For the others your place stays as it is.
call-off = We are sorry, it will not be held: your place is cancelled.
call-off-line = We are sorry, it will not be held: the waiting list is closed.

## Attendance and certificates

call-corrected = Your attendance was corrected. It now says: { $mark }.
call-corrected-doubt = The office looks at your path again, and calls you.
call-corrected-statement = The statement of this workshop that you were given is no longer valid: please do not use it.
call-corrected-statement-again = The statement of this workshop that you were given is valid again.
call-dispute-declined = We have checked the attendance you told us about: it cannot be confirmed.
call-answer = The office’s answer: { $text }
call-certificate = Your certificate is ready: number { $number }. Tell us how you would like to get it.
call-revoked = Your certificate { $number } is no longer valid.
