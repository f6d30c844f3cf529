# Changes: the pages of a session and of a workshop or the course, what changes for people, the waiting list and its
# offers, swapping workshops, the post.

## Office: the menu, the history

office-nav-dates = Edition and dates
office-nav-post = Post
office-act-send-again = E-mail sent again

## Edition and dates

dates-col-date = Date
dates-col-title = Title
dates-col-taken = Enrolled
dates-asked = { $n ->
    [one] 1 waits for the date
   *[other] { $n } wait for the date
}
dates-filter-undated = Workshops without a date, { $n }
dates-all-dated = All workshops that count toward the course have a date.
dates-state-open = Scheduled
dates-state-held = Held
dates-state-undated = No date
dates-state-draft = Draft
dates-state-cancelled = Cancelled

## The fields of a session

change-when = When and where
change-date = Date
change-date-hint = For example 7, 10 and 2014.
change-box-giorno = Day
change-box-mese = Month
change-box-anno = Year
# The day comes with its weekday: “This is Thursday 2 October 2014.”
change-weekday = This is { $day }.
change-hours = Hours
change-hours-hint = For example 9:30. Without hours, calendars show the whole day.
change-from = From
change-to = To
change-place = Address
change-place-hint = As it reads in e-mails and calendars.
change-day = Day { $n } of { $of }

## The fields of a workshop, or of the course

change-offering = Details
change-up = The workshop’s details
change-title = Title
change-title-hint = While it is empty, its number in the programme stands in its place.
change-capacity = Places
change-capacity-hint = Empty: no limit. With fewer places than are taken, nobody loses theirs.
change-offers = When a place becomes free
change-offers-automatic = The program offers it to whoever waits
change-offers-person = A person of the office decides
change-offers-decision = A person of the office decides: people come into the course by a decision.
change-fee = Fee
change-fee-hint = While it is empty, no page speaks of it.
change-gloss = The title in English
change-gloss-hint = Shown in brackets on the English pages.
change-testo-it = Text in Italian
change-testo-en = Text in English
change-taken = { $n ->
    [0] nobody enrolled
    [one] 1 place taken
   *[other] { $n } places taken
}
change-extra = { $n ->
    [one] 1 beyond the limit
   *[other] { $n } beyond the limit
}
days-title = Same hours and room for all days to come
days-which = { $n ->
    [one] 1 day to come
   *[other] { $n } days to come
}
days-same = The same for all of them
days-text = What you leave empty stays as it is, day by day. The dates do not change.
change-days = Days
change-session = Session
change-session-open = Open the session
change-aside = Sessions and waiting list
change-add = Add a day
change-add-text = The days there are keep their number: this one continues the count.

## The rule

change-rule = The rule of the path
change-rule-text = If you change the rule, whoever has reached it does not lose it.
change-richiesti = Workshops to attend
change-required-hint = of { $n } in the programme
change-giornate = Days for the certificate
change-certificate-hint = of { $n } of the course. Empty: nothing is proposed.
change-provisional = Whoever has booked the missing workshops can have a provisional place
change-closes = Last day to sign up for the course
change-closes-hint = Empty: until the first day.

## Check and save

change-check = Check what changes
change-check-hint = Before you save, you see who gets which e-mail. Until then nothing is sent.
change-what = What changes
change-col-field = Field
change-col-now = Now
change-col-then = Then
change-col-stands = It says now
change-why = Why it changes
change-col-typed = In your form
change-field-date = Date
change-field-hours = Hours
change-field-status = State
change-field-added = Day added
change-field-lateness = Latest arrival, in minutes
change-field-starts = Start
change-field-ends = End
change-field-place = Address
change-field-title = Title
change-field-gloss = Title in English
change-field-text-it = Text in Italian
change-field-text-en = Text in English
change-field-fee = Fee
change-field-capacity = Places
change-field-offers = A place that becomes free
change-field-required = Workshops to attend
change-field-provisional = Provisional places
change-field-closes = Last day to sign up
change-field-certificate = Days for the certificate
change-value-automatic = is offered by the program
change-value-person = is offered by a person
change-value-yes = yes
change-value-no = no
change-same = You have not changed anything.
change-back = Go back
change-button-salva = { $n ->
    [0] { $calls ->
        [0] Save, and tell nobody
        [one] Save: 1 phone call to make
       *[other] Save: { $calls } phone calls to make
    }
    [one] Save and tell 1 person
   *[other] Save and tell { $n } people
}
change-button-giornate-conferma = { $n ->
    [0] { $calls ->
        [0] Save all days, without telling anybody
        [one] Save all days: 1 phone call to make
       *[other] Save all days: { $calls } phone calls to make
    }
    [one] Save all days and tell 1 person
   *[other] Save all days and tell { $n } people
}
change-button-aggiungi-conferma = { $n ->
    [0] { $calls ->
        [0] Add the day, and tell nobody
        [one] Add the day: 1 phone call to make
       *[other] Add the day: { $calls } phone calls to make
    }
    [one] Add the day and tell 1 person
   *[other] Add the day and tell { $n } people
}
change-button-annulla-conferma = { $n ->
    [0] { $calls ->
        [0] Cancel it, and tell nobody
        [one] Cancel it: 1 phone call to make
       *[other] Cancel it: { $calls } phone calls to make
    }
    [one] Cancel it and tell 1 person
   *[other] Cancel it and tell { $n } people
}
change-button-regola-conferma = { $n ->
    [0] { $calls ->
        [0] Save the rule, and tell nobody
        [one] Save the rule: 1 phone call to make
       *[other] Save the rule: { $calls } phone calls to make
    }
    [one] Save the rule and tell 1 person
   *[other] Save the rule and tell { $n } people
}
change-button-pubblica = { $n ->
    [0] { $calls ->
        [0] Publish the edition, and tell nobody
        [one] Publish the edition: 1 phone call to make
       *[other] Publish the edition: { $calls } phone calls to make
    }
    [one] Publish the edition and tell 1 person
   *[other] Publish the edition and tell { $n } people
}
change-button-calls = { $n ->
    [one] 1 phone call to make
   *[other] { $n } phone calls to make
}
change-meanwhile = Somebody else has changed this page meanwhile
change-meanwhile-text = What you wrote is still below, and it is not saved. Compare it with what it says now. If you send it again, what you send stands.
change-meanwhile-same = Look at it as it is now. If you still want to do it, send it again.

## Cancelling

change-cancel-session = Cancel this day
change-cancel-session-hint = The other days stay. First you see who is told.
change-cancel-session-check = Check what changes if you cancel it
change-cancel-session-text = This day is not held any more, and cannot be put back.
change-cancel-workshop-link = Cancel the whole workshop
change-cancel-workshop = Cancel the workshop
change-cancel-course = Cancel the course
change-cancel-hint = First you see who is told, and who can no longer attend the workshops they need.
change-cancel-check = Check what changes if you cancel it
change-cancel-workshop-text = The workshop is not held any more, and cannot be put back. All enrolments end, those on the waiting list too.
change-cancel-course-text = The course is not held any more, and cannot be put back. All enrolments end, those on the waiting list too.
change-propose = What we propose to whoever was enrolled
change-propose-hint = The same goes for whoever is on the waiting list. Each e-mail lists only the workshops that its reader still needs.
change-propose-tutti = All the workshops that each of them still needs
change-propose-questi = Only these:
change-propose-which = The workshops to propose
change-propose-nessuno = None: we write only that it is cancelled

## A field to mend

edit-days-none = No day to come has a date
edit-days-nothing = Type the hours, the address, or both
edit-all-cancelled = It is cancelled: it cannot be changed any more
edit-all-held = It was held, or its register is closed: it stays as it is
edit-all-marked = Attendance was already taken. If it is not held, take the marks back in the room first, then cancel
edit-all-draft = It is a draft: nobody knows of it. If it is not needed, delete it on the page of its state
edit-all-last = It is the only day left: to cancel it, cancel the whole course
edit-propose-missing = Choose what to propose to whoever was enrolled
edit-propose-none = Tick at least one workshop to propose, or choose another answer
edit-propose-gone = A workshop you had ticked cannot be proposed any more: look at those that are left
edit-date-incomplete = Write day, month and year, or leave all three boxes empty
edit-date-not-a-number = Write the date in figures, for example 7, 10 and 2014
edit-date-year = Write the year with four figures, for example 2014
edit-date-no-such-day = Check the date: there is no such day
edit-date-far = Check the year: this day is more than five years ahead
edit-date-past = Choose a day that is still to come
edit-date-marked = Leave the date: attendance was already taken in this session
edit-date-twice = Choose another day: there is another session on this date
edit-date-taken-away = Leave a date: people know it already. You can move it, or cancel
edit-date-to-add = Write the date: a day is added with its date
edit-date-before-closes = Choose a day that is not before { $date }, the last day to enrol in the course. To begin earlier, first move that day in the rule of the path
edit-date-before-closes-ask = Choose a day that is not before { $date }, the last day to enrol in the course. To begin earlier, ask somebody with the role “administration” to move that day first
edit-date-needed = Write the date: without it, the hours cannot be saved
edit-starts-past = Choose a start that is still to come
edit-ends-past = Choose an end that is still to come
edit-starts-not-a-time = Write the start in hours and minutes, for example 9:30
edit-starts-needed = Write the start too
edit-starts-no-such-time = Choose another time: on that day the clocks go forward, and this hour does not exist
edit-starts-double-time = Choose another time: on that day the clocks go back, and this hour comes twice
edit-ends-not-a-time = Write the end in hours and minutes, for example 17:00
edit-ends-needed = Write the end too
edit-ends-order = Choose an end after the start, on the same day
edit-place-long = Shorten the address: 200 characters at most
edit-title-long = Shorten the title: 300 characters at most
edit-title-taken = Choose another title: this edition has it already
edit-gloss-long = Shorten the title in English: 300 characters at most
edit-text-it-long = Shorten the text in Italian: 5000 characters at most
edit-text-en-long = Shorten the text in English: 5000 characters at most
edit-fee-long = Shorten the fee: 100 characters at most
edit-capacity-not-a-number = Write the places as a number, or leave the box empty
edit-capacity-negative = Write a number of places from 0 to 100000
edit-offers-by-decision = The places of this course are offered by a person: people come into it by a decision
edit-admission-automatic = The program offers free places on the course by itself: first, on its page, choose that a person decides
edit-required-out-of-reach = Fewer workshops count toward the course: nobody could reach this number
edit-required-range = Write how many workshops are needed, as a number from 1 to 12
edit-certificate-days = The course has fewer days: nobody could reach this number
edit-certificate-range = Write how many days are needed, as a number from 1 to 100, or leave the box empty
edit-closes-incomplete = Write day, month and year of the last day, or leave all three boxes empty
edit-closes-not-a-number = Write the last day in figures, for example 17, 10 and 2014
edit-closes-year = Write the year of the last day with four figures, for example 2014
edit-closes-past = Write today or a later day: the last day to sign up cannot lie in the past
edit-closes-after-course = Write a day that does not come after the first day of the course: from then on nobody signs up
edit-closes-far = Check the year of the last day: it is more than five years ahead
edit-closes-no-such-day = Check the last day to sign up: there is no such date

## What changes for people: { $who } is “9 people”

impact-title = What changes for people
impact-nothing = Nothing: nobody gets an e-mail, and the public pages say what they said before.
impact-names = The names
impact-letter-changed = { $n ->
    [one] { $who } gets the e-mail with the change.
   *[other] { $who } get the e-mail with the change.
}
impact-letter-added = { $n ->
    [one] { $who } gets the e-mail with the new day.
   *[other] { $who } get the e-mail with the new day.
}
impact-letter-session-cancelled = { $n ->
    [one] { $who } gets the e-mail with the cancelled day.
   *[other] { $who } get the e-mail with the cancelled day.
}
impact-letter-offering-cancelled = { $n ->
    [one] { $who } gets the e-mail with the cancellation.
   *[other] { $who } get the e-mail with the cancellation.
}
impact-letter-reached = { $n ->
    [one] { $who } gets the e-mail that opens the course.
   *[other] { $who } get the e-mail that opens the course.
}
impact-letter-place-final = { $n ->
    [one] { $who } gets the e-mail with the final place on the course.
   *[other] { $who } get the e-mail with the final place on the course.
}
impact-letter-at-risk = { $n ->
    [one] { $who } gets the e-mail with the provisional place at risk.
   *[other] { $who } get the e-mail with the provisional place at risk.
}
impact-letter-risk-gone = { $n ->
    [one] { $who } gets the e-mail with the provisional place that no longer ends.
   *[other] { $who } get the e-mail with the provisional place that no longer ends.
}
impact-letter-date-out = { $n ->
    [one] { $who } asked for the date and gets the e-mail.
   *[other] { $who } asked for the date and get the e-mail.
}
impact-letter-offered = { $n ->
    [one] { $who } is offered a place that becomes free.
   *[other] { $who } are offered a place that becomes free.
}
impact-letter-course-day = { $n ->
    [one] { $who } gets an e-mail for each day of the course.
   *[other] { $who } get an e-mail for each day of the course.
}
impact-calendar-update = The calendar is updated.
impact-calendar-cancel = The appointment leaves the calendar.
impact-calendar-none = Without a calendar invitation.
impact-calls = { $n ->
    [one] 1 person has no e-mail address: please phone.
   *[other] { $n } people have no e-mail address: please phone.
}
impact-offers-end = { $n ->
    [one] 1 person loses the place they were offered: they are back on the waiting list.
   *[other] { $n } people lose the place they were offered: they are back on the waiting list.
}
impact-offers-shorter = { $n ->
    [one] 1 person has less time to answer the offer of a place.
   *[other] { $n } people have less time to answer the offer of a place.
}
impact-still-applied = { $n ->
    [one] 1 application stays open and is still decided by a person. Whoever comes now gets a free place at once: answer it first.
   *[other] { $n } applications stay open and are still decided by a person. Whoever comes now gets a free place at once: answer them first.
}
impact-still-applied-go = Open the applications
impact-clashes = { $n ->
    [one] 1 person would have two appointments at the same time:
   *[other] { $n } times somebody would have two appointments at the same time:
}
impact-drops = { $n ->
    [one] 1 person can no longer attend the workshops they need in this edition:
   *[other] { $n } people can no longer attend the workshops they need in this edition:
}
impact-able = { $n ->
    [one] 1 person reaches the workshops they need.
   *[other] { $n } people reach the workshops they need.
}
impact-needs-more = { $n ->
    [one] 1 person will need more workshops than now.
   *[other] { $n } people will need more workshops than now.
}
impact-off-track = { $n ->
    [one] 1 person had booked enough workshops for the course: like this they are not enough any more.
   *[other] { $n } people had booked enough workshops for the course: like this they are not enough any more.
}
impact-needs-fewer = { $n ->
    [one] 1 person will need fewer workshops than now.
   *[other] { $n } people will need fewer workshops than now.
}
impact-days-short = { $held ->
    [one] { $held } day is left, and the certificate asks for { $needed }: change the rule afterwards.
   *[other] { $held } days are left, and the certificate asks for { $needed }: change the rule afterwards.
}
impact-days-short-go = Open the rule
impact-days-out = { $n ->
    [one] 1 person can no longer reach the days for the certificate.
   *[other] { $n } people can no longer reach the days for the certificate.
}
impact-days-last = { $n ->
    [one] 1 person can miss no further day.
   *[other] { $n } people can miss no further day.
}
impact-days-back = { $n ->
    [one] 1 person can reach the days for the certificate again.
   *[other] { $n } people can reach the days for the certificate again.
}
impact-more-choice = { $n ->
    [one] 1 person who still needs workshops has a choice more.
   *[other] { $n } people who still need workshops have a choice more.
}
impact-less-choice = { $n ->
    [one] 1 person who still needs workshops has a choice fewer.
   *[other] { $n } people who still need workshops have a choice fewer.
}
impact-proposes-list = The e-mail proposes:
impact-proposes-none = The e-mail proposes no other workshop.
impact-proposes-nothing = The e-mail proposes no other workshop: it says only that this one is cancelled.
impact-proposes-useless = The e-mail proposes no other workshop: whoever gets it no longer needs those you chose.
impact-proposes-rest = The e-mail says that the other days stay. It proposes nothing else.
impact-proposed-to = { $n ->
    [one] to 1 person
   *[other] to { $n } people
}
impact-places-more = { $n ->
    [one] 1 free place more.
   *[other] { $n } free places more.
}
impact-places-fewer = { $n ->
    [one] 1 free place fewer.
   *[other] { $n } free places fewer.
}
impact-public = On the public pages:
impact-public-gone = it says that it is cancelled
impact-public-text = what is read in “{ $what }” changes.
impact-rule-unsaid = not said
impact-door-opens-tell = its page appears, with “Notify me”.
impact-door-opens-sign-up = its page appears, with “Sign up”.
impact-door-opens-course = its page appears: whoever has the workshops it takes can ask for a place.
impact-door-opens-closed = its page appears, without sign-up.
impact-door-turns = its page turns from “{ $before }” to “{ $after }”.
impact-door-gone = its page is gone.
impact-door-tell = Notify me
impact-door-sign-up = Sign up
impact-door-closed = Sign-up closed
impact-before = Before:
impact-after = After:

## The waiting list, for the office

line-title = Waiting list
line-why-nobody-waits = Nobody is waiting.
line-why-no-free-place = There is no free place to offer.
line-why-nobody-can-have-it = Nobody who waits can have a place now: workshops are missing.
line-why-a-person-decides = There is a free place. A person of the office decides here: no offer leaves by itself.
line-why-too-late = It is too near the start for an offer: free places are open to everybody.
line-why-too-late-nobody = It is too near the start for an offer, and nobody can take a place themselves any more.
line-why-not-open = Sign-up is not open: nothing is offered.
line-why-offers-now = There is a free place: the offer to the first person on the list is about to leave.
line-offer = Offer the place to the first: { $name }
line-offers = Places offered, waiting for an answer
line-until = until { $at }
line-waiting = Who waits
line-since = since { $at }
line-missed = { $n ->
    [one] 1 offer left to run out
   *[other] { $n } offers left to run out
}
line-pending = e-mail address to be confirmed

## An offered place, from the e-mail

pub-offer-title-open = A place has opened for you
pub-offer-title-no = Do you say no to the place that has opened?
pub-offer-title-confirmed = The place is yours
pub-offer-title-provisional = You have a provisional place
pub-offer-title-waiting = You are on the waiting list, number { $n }
pub-offer-title-declined = You have said no to the place
pub-offer-title-over = This offer is over
pub-offer-title-free = A place is free
pub-offer-until = We hold it for you until { $at }.
pub-offer-text = If you want it, confirm below. You will get an e-mail with everything you need.
pub-offer-yes = I take the place
pub-offer-no-text = The place may go to somebody else, and your wait ends here.
pub-offer-no = I say no
pub-offer-text-open = The place is still held for you. Contact us: you find how at the foot of the page.
pub-offer-text-confirmed = You will get an e-mail with everything you need.
pub-offer-text-provisional = It becomes final with the workshops you have booked. You will get an e-mail with all the days.
pub-offer-text-waiting = This offer is over. If another place opens and it is your turn, we will write to you.
pub-offer-rule = On the course, a place goes to whoever has attended the workshops they need, or has booked them.
pub-offer-text-late = You cannot take a place from here now. You stay on the waiting list, but it is not long to the start and we make no further offers: if there is a place you can take, you see it on your path.
pub-offer-text-free = It is not long to the start: the place goes to whoever takes it first. Nobody holds it for you until you take it. You will then get an e-mail with everything you need.
pub-offer-text-declined = It may go to somebody else, and you are no longer on the waiting list. If you change your mind, you can sign up again.
pub-offer-text-over = The time to answer is over, or the sign-up ended before. On your path you see how it stands now.
pub-mine-offered = A place has opened for you
pub-mine-offered-text = On your path you can take it or give it up.

## An offered place, on the path

my-offer-title = A place has opened: it is yours until { $at }
my-offer-take = I take the place
my-offer-leave = I say no
my-offer-text = If you give it up, it may go to somebody else.

## One workshop for another

my-swap-link = Swap for another workshop
my-swap-title = Swap for another workshop
my-swap-text = The place you have is released only when you have the new one.
my-swap-text-line = You leave the waiting list only when you have the new place.
my-swap-choices = Workshops with a free place
my-swap-button = Swap for this one
my-swap-button-vh = on { $day }
my-swap-none = At the moment no other workshop has a free place. What you have stays yours.
my-overlap = At the same time, { $day }, you already have:

## The post

post-title = Post
post-states = State of the e-mails
post-all = All
post-state-waiting = To be sent, { $n }
post-state-retrying = Retrying, { $n }
post-state-sent = Sent, { $n }
post-state-refused = Refused, { $n }
post-state-withdrawn = Withdrawn, { $n }
post-list = All e-mails
post-list-waiting = E-mails to be sent
post-list-retrying = E-mails that are tried again
post-list-sent = E-mails sent
post-list-refused = E-mails refused
post-list-withdrawn = E-mails withdrawn
post-col-to = To
post-none = No e-mails.
post-delivery = Delivery
post-when-waiting = Leaves
post-when-retrying = Next try
post-when-sent = Sent
post-when-refused = Refused
post-when-withdrawn = Withdrawn
post-tries = Tries
post-calendar = Calendar
post-calendar-request = Invitation, SEQUENCE { $sequence }
post-calendar-cancel = Cancellation, SEQUENCE { $sequence }
post-again = Send again
post-again-sent = A new e-mail leaves, with new links.
post-again-refused = The same e-mail is tried again.
post-sign-in = An e-mail that signs somebody in is not sent again from here: people ask for another one themselves.
post-open = to be said by phone
post-over = What this e-mail says is not so any more: there is nothing to do.
post-changed = Something has changed since then: on the phone say what is written here, which holds now, and not the e-mail as it was written.
post-changed-person = See the person’s page too
post-as-written = The e-mail as it was written
post-told = Done: I phoned
post-told-text = Then this e-mail is no longer listed under “To do today”. The others in the office see who took care of it, and how.
# Who took care of it, and when; then their words.
post-told-on = { $by } took care of it: { $at }.
post-told-on-office = The office took care of it: { $at }.
post-text = The text
post-text-hint = Personal links are covered: they cannot be opened from here.
post-erased = The person was erased: their address and the text of this e-mail are gone. It cannot be sent again.
post-unreadable = This e-mail comes from an earlier version of the program: its text can no longer be read.
