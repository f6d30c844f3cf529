# The pages of somebody who is signed in: where I am, what I can do now.

## The states: a title and a text for every code of PathState. Every sentence is always given the same arguments.

state-title-s0 = { $required ->
    [one] The course is open to people who have attended { $required } workshop
   *[other] The course is open to people who have attended { $required } workshops
}
state-text-s0 = { $required ->
    [one] You choose which one.
   *[other] You choose which ones, in any order.
}
state-title-s1 = { $missing ->
    [one] You need { $missing } workshop
   *[other] You need { $missing } workshops
}
state-text-s1 = { $waiting ->
    [0] Your path begins with the first workshop: choose the one that interests you most.
   *[other] You are on a waiting list: if a place opens and it is your turn, we write to you. Meanwhile you can choose another workshop.
}
state-title-s2 = You have booked { $booked } of { $required } workshops
state-text-s2 = Choose the next one too. For the course, attended workshops count: attendance is recorded in the room.
state-title-s3 = { $required ->
    [one] You have booked the { $required } workshop you need
   *[other] You have booked { $booked } of { $required } workshops
}
state-text-s3 = { $booked ->
    [one] It counts towards the course once you have attended it{ $has_day ->
        [yes] : it is on { $day }.
       *[no] .
    }
   *[other] They count towards the course once you have attended them{ $has_day ->
        [yes] : the last one is on { $day }.
       *[no] .
    }
}
state-title-s4 = { $missing ->
    [one] You need { $missing } more workshop
   *[other] You need { $missing } more workshops
}
state-text-s4 = { $attended ->
    [one] The one you attended stays valid.
   *[other] The ones you attended stay valid.
} { $booked ->
    [0] You can still choose.
   *[other] You have already booked { $booked }, and you can still choose.
}
state-title-s5 = Nearly there: { $attended } attended, { $booked } booked
state-text-s5 = { $has_day ->
    [yes] After the workshop on { $day } you will have the { $required } workshops the course requires.
   *[no] With { $booked ->
        [one] the one you booked
       *[other] the ones you booked
    } you will have the { $required } workshops the course requires.
}
state-title-s5p = You have a provisional place on the course
state-text-s5p = { $has_kept ->
    [yes] { $required ->
        [one] We keep it for you until { $kept }. It becomes final with { $required } attended workshop, and right now your bookings are not enough. If that cannot happen, we release it and write to you.
       *[other] We keep it for you until { $kept }. It becomes final with { $required } attended workshops, and right now your bookings are not enough. If that cannot happen, we release it and write to you.
    }
   *[no] { $has_day ->
        [yes] It becomes final with the workshop on { $day }. If that cannot happen, we release it and write to you at once.
       *[no] { $required ->
            [one] It becomes final once you have attended { $required } workshop. If that cannot happen, we release it and write to you at once.
           *[other] It becomes final once you have attended { $required } workshops. If that cannot happen, we release it and write to you at once.
        }
    }
}
state-title-s6a = { $attended ->
    [0] { $booked ->
        [0] { $missing ->
            [one] You need { $missing } more workshop
           *[other] You need { $missing } more workshops
        }
       *[other] You have booked { $booked } of { $required } workshops
    }
   *[other] { $missing ->
        [one] You need { $missing } more workshop
       *[other] You need { $missing } more workshops
    }
}
state-text-s6a = { $attended ->
    [0] {""}
   *[other] { $booked ->
        [0] {""}
       *[other] You have already booked { $booked }.{" "}
    }
}{ $waiting ->
    [0] The other workshops with a date are full: with the waiting list, we write to you if a place opens.
   *[other] You are on a waiting list: if a place opens and it is your turn, we write to you.
}{ $attended ->
    [0] {""}
    [one] {" "}The one you attended stays valid.
   *[other] {" "}The ones you attended stay valid.
}
state-title-s6b = { $booked ->
    [0] { $left ->
        [one] You need 1 more workshop: we are waiting for dates
       *[other] You need { $left } more workshops: we are waiting for dates
    }
   *[other] You have booked { $booked } and need { $left } more: we are waiting for dates
}
state-text-s6b = The remaining workshops still have no date. { $has_first ->
    [yes] They count if they are held before the course begins, on { $first }.
   *[no] They count if they are held before the course begins.
} We can tell you as soon as the dates are out.
state-title-s7 = There are no more workshops before this course
state-text-s7 = { $attended ->
    [0] Contact us: together we will see how to begin with the next edition.
    [one] The one you attended stays on your path, and normally counts for the next edition too.
   *[other] The ones you attended stay on your path, and normally count for the next edition too.
}
state-title-s8 = { $required ->
    [one] You have attended the { $required } workshop required. You can now sign up for the course
   *[other] You have { $required } out of { $required } workshops. You can now sign up for the course
}
state-text-s8 = { $has_first ->
    [yes] { $days ->
        [one] { $days } day: { $first }.
       *[other] { $days } days{ $has_last ->
            [yes] : the first on { $first }, the last on { $last }.
           *[no] , the first on { $first }.
        }
    }
   *[no] The dates of the course are to be announced.
}{ $has_closes ->
    [yes] {" "}You can sign up until { $closes }.
   *[no] {""}
}
# Where the office decides; with the same arguments.
state-title-s8-apply = You have { $required } out of { $required } workshops. You can now apply for the course
state-text-s8-apply = The office decides and writes to you.{ $has_first ->
    [yes] {" "}The first day is { $first }.
   *[no] {""}
}{ $has_closes ->
    [yes] {" "}You can apply until { $closes }.
   *[no] {""}
}
# After an application that was declined: when and why stands in a box above.
state-title-s8-declined = You have the workshops the course needs
state-text-s8-declined = They stay valid. If something has changed you can apply again{ $has_closes ->
    [yes] , until { $closes }
   *[no] {""}
}: the office decides anew.
state-title-s8-closed = You have the workshops you need, but sign-up for the course is not open now
state-text-s8-closed = Your workshops stay on your path, and normally count for the next edition too. If you wanted to join this course, contact us.
state-title-done = You have already done the course
state-text-done = The days you attended, and the certificate once it is ready, are on the path of that edition. If you would like to attend it again, contact us.
my-done-go = Go to your path: { $edition }
state-title-s9 = We have your application
state-text-s9 = We will read it and answer by e-mail. There is nothing else to do for now.
state-title-s10 = You have a place on the course
state-text-s10 = { $has_first ->
    [yes] First day: { $first }.
   *[no] The dates are to be announced: we will write to you.
}
state-title-s11 = { $position ->
    [0] You are on the waiting list for the course
   *[other] You are on the waiting list for the course, number { $position }
}
state-text-s11 = The course is full: if a place opens for you, we will write. Your workshops stay valid.
# While a place is free: it was not given to them.
state-text-s11-room = For now we cannot give you a place: as soon as we can, we will write. Your workshops stay valid.
# When no offer is made any more and a place is free.
state-text-s11-open = A place on the course is free and it is not long to the start: it now goes to whoever takes it first.
# When no offer is made any more and no place is free, or it is not for the reader.
state-text-s11-late = It is not long to the start: if a place on the course is free, it goes to whoever has the workshops they need and takes it first. Once you can take it, you see it here. Your workshops stay valid.
# When no offer is made any more and nobody can take a place themselves.
state-text-s11-over = It is not long to the start: we make no further offers, and nobody can take a place themselves any more. Your workshops stay valid.
# While a freed place waits for the answer.
state-title-s11-offered = A place on the course has opened for you
state-text-s11-offered = { $has_kept ->
    [yes] We hold it for you until { $kept }. If you do not answer, it can go to somebody else.
   *[no] If you do not answer, it can go to somebody else.
}
state-title-s12 = Days attended: { $days_attended } of { $days }
state-text-s12 = Attendance is usually updated the same evening, once the register is closed.
state-text-s12-held = The course is over, and all attendance is recorded.
state-title-s13 = Days attended: { $days_attended } of { $days }
state-text-s13 = The certificate needs { $needed }: { $can_miss ->
    [0] from here on, you need all of them.
   *[other] you can still miss { $can_miss }.
}
# The course is over, no absence is too much, and a register says nothing of the person.
state-text-s13-held = The course is over, but the registers still lack your mark for one day at least: that does not mean you were absent, and the certificate depends on it. If you were there, write or call.
state-title-s13-enough = Days attended: { $days_attended } of { $days }
state-text-s13-enough = The certificate needs { $needed }: you have them already. We look forward to seeing you on the other days too.
state-title-s13-due = Days attended: { $days_attended } of { $days }
state-text-s13-due = You have all the days the certificate needs. The office is preparing it: we will write when it is ready.
state-text-s13-due-revoked = You have all the days the certificate needs, but the one you had was revoked. If another one comes out, we will write.
state-title-s14 = Let us talk about your certificate
state-text-s14 = { $needed ->
    [one] The certificate needs { $needed } of { $days } days, and the remaining ones are not enough to reach it.
   *[other] The certificate needs { $needed } of { $days } days, and the remaining ones are not enough to reach them.
} You can go on with the course. Write or call: together we will see what can be done.
state-text-s14-held = { $needed ->
    [one] The certificate needed { $needed } of { $days } days: the registers do not show it.
   *[other] The certificate needed { $needed } of { $days } days: the registers show { $days_attended ->
        [0] none.
       *[other] { $days_attended }.
    }
} If that looks wrong, or you would like to know what can be done, write or call.
state-title-s17 = Your workshop is today
state-text-s17 = Attendance is recorded in the room. Your path is usually updated this evening.
state-title-s17-late = Your attendance on { $day } is not recorded yet
state-text-s17-late = The register is still open. Once the trainer closes it, your path is updated. If it takes long, write to us.
# Somebody the office lets into the course: instead of state-…-s8, with the same arguments.
my-waived-title = You can now sign up for the course
my-waived-text = The office has opened sign-up for you with a waiver.{ $has_first ->
    [yes] {" "}The first day is { $first }.
   *[no] {""}
}{ $has_closes ->
    [yes] {" "}You can sign up until { $closes }.
   *[no] {""}
}
my-waived-apply-title = You can now apply for the course
my-waived-apply-text = The office has opened sign-up for you with a waiver, and decides on your application.{ $has_first ->
    [yes] {" "}The first day is { $first }.
   *[no] {""}
}{ $has_closes ->
    [yes] {" "}You can apply until { $closes }.
   *[no] {""}
}
my-waived-closed-title = You have a waiver, but sign-up for the course is not open now
my-waived-closed-text = If you wanted to join this course, contact us.

## My path

my-path-title = My path
my-slots-label = { $n ->
    [one] The workshop the course requires
   *[other] The { $n } workshops the course requires
}
# Below the slots of the rule, when a day is not one of the line.
my-earlier = { $n ->
    [one] One of these is from an earlier edition: it counts here too.
   *[other] { $n } of these are from an earlier edition: they count here too.
}
my-absent = You are not recorded as present at the workshop on { $day }: it happens.
my-enrol = Sign up for the course
my-enrol-hint = We already have your details: check them and confirm.
my-provisional-can = { $n ->
    [one] You can already ask for a provisional place on the course: it becomes final once you have attended the workshop you booked.
   *[other] You can already ask for a provisional place on the course: it becomes final once you have attended the { $n } workshops you booked.
}
my-provisional-ask = Ask for a provisional place
my-provisional-later = Sign-up for the course opens once your attendance is recorded.
my-go-choose = Choose a workshop
my-course-leave-s5p = Release my provisional place
my-course-leave-s9 = Withdraw my application
my-course-leave-s10 = I cannot take part: release my place
my-course-leave-s11 = Leave the waiting list for the course
my-days-over = The planned days are over. Certificates are prepared once all registers are closed.
my-days-over-plain = The planned days are over. Attendance is updated once all registers are closed.
my-unconfirmed = You have a choice to confirm
my-unconfirmed-text = You made it with the form, with this address. It does not count until you confirm it.
my-unconfirmed-name = The form is in the name of { $name }. If you did not fill it in, do not confirm: it runs out by itself.
my-unconfirmed-button = Confirm
my-unconfirmed-look = First look at what you chose
my-other-editions = Also:
my-no-edition = No edition is open right now
my-no-edition-text = What you have attended stays recorded. When the new programme is out, you will find it on the first page.
my-no-edition-link = Go to the first page
my-next = Your next appointment
my-next-day = The next course day
my-next-invite = The calendar invitation is in the confirmation e-mail.
my-place-to-come = Address to be announced
my-cannot-come = I cannot come
my-waiting = On the waiting list
my-waiting-text = If a place opens and it is your turn, we write to you.
my-waiting-leave = Leave the list
my-choices = You can still choose from
my-before-course = The course begins on { $day }. Workshops have to be attended before.
my-in-italian = The workshops are held in Italian.

## A workshop to choose

my-choose = Sign up
my-choose-vh = for the workshop on { $day }
my-wait = Waiting list
my-wait-vh = for the workshop on { $day }
my-tell = Notify me
my-tell-vh = when the date is out:
my-asked = We will notify you
my-full = fully booked
my-waiting-people = { $n ->
    [one] { $n } person waiting
   *[other] { $n } people waiting
}
my-places = { $n ->
    [one] { $n } place left
   *[other] { $n } places left
}
my-counts-before = Counts if it is held before the course begins, on { $day }
my-counts-before-course = Counts if it is held before the course begins
my-counts-not = does not count towards the course

## The line, stop by stop

my-line = Your path, stop by stop
my-tag-attended = Attended
my-tag-absent = Not attended
my-tag-excused = Excused
my-tag-cancelled = Cancelled
my-tag-register = Being recorded
my-tag-booked = Booked
my-tag-offered = A place is held for you
my-tag-waiting = Waiting list
my-tag-pending = To be confirmed
my-tag-reached = Reached
my-tag-place = Place confirmed
my-tag-position = Number { $n } on the list
my-tag-waiting-position = Waiting list, number { $n }
my-tag-course-place = Place confirmed
my-tag-course-provisional = Provisional place
my-tag-course-applied = Application received
my-date-to-come = Date to be announced
my-title-and-date-to-come = Title and date to be announced
my-held = already held
my-held-today = is today
my-if-you-like = sign up if it interests you
my-wait-link = join the waiting list
my-tell-link = notify me
my-gate = { $n ->
    [one] { $n } attended workshop is required
   *[other] { $n } attended workshops are required
}
my-gate-reached = Requirement met
my-gate-waived = The office gave you a waiver
my-gate-more = You have attended { $attended }: the course asked for { $required }
my-gate-short = { $attended ->
    [0] { $booked ->
        [0] You have none yet
       *[other] You have booked { $booked }
    }
   *[other] { $booked ->
        [0] You have { $attended }: { $missing } to go
       *[other] You have { $attended }, and { $booked } booked
    }
}
my-course = Course “{ $title }”
my-course-untitled = The course
my-course-opens = { $n ->
    [one] Opens with { $n } workshop
   *[other] Opens with { $n } workshops
}
my-course-until = You have until { $day }
my-course-free = free of charge
my-course-days = { $n ->
    [0] dates to be announced
    [one] { $n } day
   *[other] { $weekday ->
        [1] { $n } Mondays
        [2] { $n } Tuesdays
        [3] { $n } Wednesdays
        [4] { $n } Thursdays
        [5] { $n } Fridays
        [6] { $n } Saturdays
        [7] { $n } Sundays
       *[0] { $n } days
    }
}
my-certificate = Certificate
my-certificate-text = Of attendance, at the end of the course.
my-certificate-days = The certificate needs { $n } of { $days } days
my-project = Your project
my-project-text = { $organisation } supports it after the course too.

## At the side

my-aside = Other useful things
my-data = Your details
my-data-mend = Something to correct? Write to
my-sign-out = Sign out
my-wrong = You took part, but it does not show here?
my-wrong-text = Tell us: we will check together. The paper sign-in sheet decides.
my-contact-mail = Write to
my-contact-phone = Call
my-name = Name
my-email = E-mail
my-email-none = no address
my-phone = Phone
my-phone-none = no number
my-answers-mend = Something to correct? You can confirm all the same, and write to

## Confirmed

my-code = Sign-up
my-confirmed-title = { $n ->
    [one] Your place is confirmed
   *[other] Your { $n } places are confirmed
}
my-waiting-title = You are on the waiting list, number { $position }
my-waiting-title-n = You are on { $n } waiting lists
my-gone-title = { $n ->
    [one] You have no place in this workshop
   *[other] You have no place in these workshops
}
my-gone-text = When you confirmed, it could not be had any more, or it was released later.
my-pending-title = { $n ->
    [one] One tap left: confirm your choice
   *[other] One tap left: confirm your choices
}
my-pending-text = { $n ->
    [one] Your choice does not count until you confirm it.
   *[other] Your choices do not count until you confirm them.
}
my-pending-button = Confirm the sign-up
my-see-you = See you on { $day } at { $time }.
my-see-you-day = See you on { $day }. The time is to be announced.
my-see-you-undated = The date is to be announced.
my-mailed = We have written to { $email }.
my-mailed-invite = The e-mail about your place also holds the calendar invitation.
my-mailed-spam = If you see nothing within 10 minutes, look in your spam folder.
my-your-choices = Your choices
my-where = Where you are
my-where-text = A booking counts towards the course once you attend: attendance is recorded in the room.
my-where-not = What you have chosen does not count toward the course. You are welcome all the same.
my-where-met = You already have the workshops the course requires. Any others are extra.
my-others = { $n ->
    [one] { $n } to go: choose the next one now?
   *[other] { $n } to go: choose the next one now?
}
my-others-more = Other workshops, if they interest you
my-others-text = We use the same details: one tap is enough.
my-then = What happens next
my-then-mail = { $n ->
    [one] The e-mail holds the calendar invitation
   *[other] The { $n } e-mails hold the calendar invitations
}
my-then-mail-text = If the date, time or address changes, an updated invitation follows.
my-then-wait = If a place opens, we write to you
my-then-wait-text = Places go in the order of the list. You keep your number even if you book another workshop.
my-then-reminder = Two days before, we send you a reminder
my-then-reminder-text = With time and address.
my-then-room = We record your attendance in the room
my-then-room-text = Just say your name at the entrance.
my-then-evening = Your path is usually updated the same evening
my-then-evening-text = { $n ->
    [one] With { $n } attendance, sign-up for the course opens.
   *[other] With { $n } attendances, at different workshops, sign-up for the course opens.
}
my-then-evening-met = You already have what the course requires.
my-go-path = Go to my path
my-cannot-come-release = I can no longer come: release my place

## I cannot come

my-leave-title-place = Release your place?
my-leave-title-wait = Leave the waiting list?
my-leave-title-course = Release your place on the course?
my-leave-title-course-wait = Leave the waiting list for the course?
my-leave-title-course-applied = Withdraw your application?
my-leave-text-place = It can happen. If you say so now, the place can go to somebody else.
my-leave-text-wait = Your number goes to whoever comes next. If you join again, you start at the end.
my-leave-text-course = This is for all the days. The place can go to somebody else; to have it again, one has to be free.
my-leave-text-course-wait = Your number goes to whoever comes next. If you join again, you start at the end.
my-leave-text-course-applied = The application ends here. As long as sign-up is open, you can make another one.
my-leave-button-place = Release my place
my-leave-button-wait = Leave the list
my-leave-button-course = Release my place on the course
my-leave-button-course-wait = Leave the list
my-leave-button-course-applied = Withdraw the application
my-leave-keep-place = Keep the place
my-leave-keep-wait = Stay on the list
my-leave-keep-course = Keep the place
my-leave-keep-course-wait = Stay on the list
my-leave-keep-course-applied = Keep the application
my-leave-first-day = First day: { $day }
my-leave-after = Your path afterwards
my-leave-missing = { $n ->
    [0] You will still have enough for the course: your other workshops are enough.
    [one] You will need { $n } workshop for the course.
   *[other] You will need { $n } workshops for the course.
}
my-leave-missing-text = The ones you can still choose are on your path.
my-leave-provisional = If you have a provisional place on the course, it depends on this workshop too.
my-leave-kept = Your workshops stay
my-leave-kept-text = Leaving the course does not take away recorded attendance.
my-leave-mail = We will send you a confirmation by e-mail. If the appointment is in your calendar, the e-mail removes it.

## Signing up for the course

my-enrol-line = Sign-up for the course “{ $title }”
my-enrol-line-untitled = Sign-up for the course
my-enrol-title-final = Check and confirm your sign-up
my-enrol-title-provisional = Ask for a provisional place on the course
my-enrol-title-full = The course is full: there is a waiting list
my-enrol-title-closed = Sign-up for the course is not open
my-enrol-title-blocked = { $n ->
    [one] To sign up for the course you need { $n } more workshop
   *[other] To sign up for the course you need { $n } more workshops
}
my-visitor-lede = { $n ->
    [one] Any { $n } of the { $m } introductory workshops is enough.
   *[other] Any { $n } of the { $m } introductory workshops are enough, in any order.
}
my-visitor-ask = Write your e-mail: we will check
my-visitor-text = If there is a sign-up with this address, you will get an e-mail to sign in: you see where you are and, if you can, you sign up for the course.
my-visitor-hint = No password needed.
my-visitor-button = Check where you are
my-visitor-first = Is this your first time?
my-visitor-first-text = It begins with a workshop. You can choose more than one together.
my-visitor-programme = See the workshops on offer
my-final-lede = { $n ->
    [one] You have attended the { $n } workshop required. We have filled it in for you: check and confirm.
   *[other] You have { $n } out of { $n } workshops. We have filled it in for you: check and confirm.
}
my-final-waived = The office has opened sign-up for you with a waiver. We have filled it in for you: check and confirm.
my-provisional-lede = { $n ->
    [one] This place is provisional: it depends on the workshop on { $day }, and becomes final once your attendance is recorded.
   *[other] This place is provisional: it depends on the { $n } workshops you booked, the last one on { $day }, and becomes final once your attendance is recorded.
}
my-provisional-lede-undated = This place is provisional: it depends on the workshops you booked, and becomes final once you have attended them.
my-provisional-risk = If a workshop falls through and you can still choose another, we write to you which ones, and by when. If that is no longer enough, we release the place and tell you at once.
my-course-full-lede = There are no places left. On the waiting list you keep your number: if a place opens for you, we write. Your workshops stay valid.
my-closed-date = The last day to sign up is { $day }.
my-closed-lede = The course is not taking sign-ups right now.
my-closed-text = { $n ->
    [0] Your path shows what you can do now.
    [one] The workshop you attended stays on your path, and normally counts for the next edition too.
   *[other] The workshops you attended stay on your path, and normally count for the next edition too.
}
my-closed-contact = Contact us: together we will see how to go on.
my-blocked-lede = The course is the second level: it is open to people who have attended at least { $n } of the { $m } introductory workshops, any of them.
my-blocked-booked = You have booked { $n }: once your attendance is recorded, you can sign up.
my-check = Check your details
my-dates = The dates
my-confirm = Confirm the sign-up
my-wait-course = Join the waiting list
my-not-now = Not now
my-confirm-final = We write to you after you confirm. If the place is yours, an e-mail for each day follows, with its calendar invitation.
my-confirm-provisional = We write to you at once, with all the dates. The calendar invitations follow when the place becomes final.
my-confirm-full = We will write to you with your number on the list. You can leave it whenever you like.
my-mistake = If you think there is a mistake
my-mistake-text = Did you take part in another workshop, or in one of an earlier edition, that does not show here? Tell us: the paper sign-in sheet decides.
my-we-write = We will write to you
my-we-write-text = When the attendance you need is recorded, you will get an e-mail with the link to sign up.
my-closes = Sign-up closes on { $day }.
my-course-card = The course in brief
my-course-first = the first on { $day }
my-course-cost = Cost
my-course-free-long = The course is free of charge
my-course-closes = Until when
my-course-link = Read all about the course
my-seen = What we see
my-seen-none = No workshop so far, neither attended nor booked.
my-seen-earlier = { $n ->
    [one] From an earlier edition: { $n } workshop.
   *[other] From an earlier edition: { $n } workshops.
}
my-seen-vh = Please note
my-seen-present = attendance recorded
my-seen-late = arrived late: counts
my-seen-left-early = left early: counts
my-seen-absent = not recorded as present
my-seen-excused = excused: does not count as attended
my-seen-register = attendance not recorded yet
my-seen-booked = booked
my-seen-offered = a place is held for you
my-seen-waiting = on the waiting list
my-seen-pending = to be confirmed
