# The pages for everybody: programme, workshop and sign-up, course, sign-in, places given back, mail of the demo.
# Numbers and dates always come from the edition.

## On several pages

pub-hours-to-come = Time to be announced
pub-starts = Begins at { $time }
pub-place-to-come = Address to be announced
# Of all days together.
pub-day-details-to-come = Time and address to be announced.
pub-title-and-date-to-come = Title and date to be announced
pub-held-in-italian = Workshops and course are held in Italian.
pub-to-programme = Go to the programme
pub-to-my-path = Go to my path
pub-where-am-i = Check where you are
pub-choose-another = Choose another workshop
pub-course = The course
pub-tag-free = Free
pub-tag-level = Second level
pub-tag-place = You have a place
pub-tag-pending = To confirm
pub-tag-waiting = On the waiting list
pub-tag-held = Already held
pub-tag-today = Today
pub-tag-cancelled = Cancelled
pub-places = { $n ->
    [one] { $n } place left
   *[other] { $n } places left
}
pub-places-of = { $n ->
    [one] { $n } place left of { $m }
   *[other] { $n } places left of { $m }
}
pub-places-none = No places left
pub-waiting = { $n ->
    [one] ({ $n } person is waiting)
   *[other] ({ $n } people are waiting)
}
# Days of the week: 1 = Monday.
pub-weekday = { $n ->
    [1] Always on Mondays.
    [2] Always on Tuesdays.
    [3] Always on Wednesdays.
    [4] Always on Thursdays.
    [5] Always on Fridays.
    [6] Always on Saturdays.
   *[other] Always on Sundays.
}
pub-from-to = The first: { $first }. The last: { $last }.
pub-choice-held = A place is held for you
pub-choice-for-you = A place for you
pub-choice-first-come = Free now: it goes to whoever takes it first
pub-choice-waiting = Waiting list, number { $n }
pub-next = What happens next

## Demonstration

pub-demo-note = This is a demonstration: people, number of places and other details are invented, and no e-mail is really sent.
pub-demo-link = Read the e-mails
pub-demo-title = The e-mails of this demonstration
pub-demo-lead = Nothing leaves this computer: what the program writes to people can be read here, the latest e-mail first.
pub-demo-none = No e-mails yet. Sign up for a workshop and come back here.
pub-demo-all = { $n ->
    [one] { $n } e-mail
   *[other] { $n } e-mails
}
pub-demo-some = The latest { $n } of { $m } e-mails
pub-demo-back = All e-mails
pub-demo-to = To
pub-demo-at = Written
pub-demo-html = See it as in a mailbox
pub-demo-text = Text
pub-demo-calendar = Part for the calendar
pub-demo-calendar-text = This is what the calendar of the person who gets the e-mail reads.

## Programme

pub-home-title = Become a promoter of mutual-aid groups (AMA)
pub-home-description = Introductory workshops and a course, in Milan, to learn how to start a mutual-aid group (AMA) and how to sustain it.
pub-home-lede = Choose at least { $n } of { $m } workshops.
pub-home-lede-all = { $m ->
    [one] Attend the workshop.
   *[other] Attend all { $m } workshops.
}
pub-home-lede-course = { $n ->
    [one] Then the course of { $n } day opens to you, in Milan.
   *[other] Then the { $n }‑day course opens to you, in Milan.
}
pub-home-lede-course-free = { $n ->
    [one] Then the free course of { $n } day opens to you, in Milan.
   *[other] Then the free { $n }‑day course opens to you, in Milan.
}
pub-home-lede-course-undated = Then the course opens to you, in Milan.
pub-home-lede-none = The next edition has no dates yet. Come back in a while, or write to us: we will answer you.
pub-home-choose = Choose your first workshop
pub-home-choose-next = Choose a workshop
pub-home-see = See the workshops
pub-home-write = Write to us
pub-home-anybody = No profession is required: what you need is some time, and the wish to get involved.
pub-map-label = Drawing of the path. Workshops: { $m }, of which you attend any { $n }. Then the course, days: { $d }. Then the certificate and your project.
pub-map-workshops = { $n ->
    [one] { $n } workshop
   *[other] { $n } workshops
}
pub-map-enough = { $n ->
    [one] you need
   *[other] you need
}
pub-map-any = any { $n }
pub-map-course = { $n ->
    [one] course: { $n } day
   *[other] course: { $n } days
}
pub-map-course-free = { $n ->
    [one] free course: { $n } day
   *[other] free course: { $n } days
}
pub-map-certificate = certificate
pub-map-project = your project
pub-how = How it works
pub-how-1 = { $n ->
    [one] Attend { $n } workshop
   *[other] Attend { $n } workshops
}
pub-how-1-text = Choose from { $n }, in any order.
pub-how-2 = Sign up for the course
pub-how-2-text = { $n ->
    [one] Once your workshop is recorded, we write to you with the link to ask for a place.
    [2] Once both workshops are recorded, we write to you with the link to ask for a place.
   *[other] Once all { $n } workshops are recorded, we write to you with the link to ask for a place.
}
pub-how-2-provisional = If you have only booked them, you can ask for a provisional place.
pub-how-2-decides = The office decides on the application.
pub-how-3 = { $n ->
    [one] Attend { $n } day
   *[other] Attend { $n } days
}
pub-how-3-undated = Attend the course
pub-how-3-dates-to-come = The dates are to be announced.
pub-course-is-free = The course is free.
pub-how-4 = Certificate and project
pub-how-4-text = { $organisation } supports your group project, even after the course.
pub-ws-all = { $n ->
    [one] The introductory workshop
   *[other] The { $n } introductory workshops
}
pub-ws-enough = { $n ->
    [one] { $core } is enough. If they interest you, you can attend more.
   *[other] { $core } are enough. If they interest you, you can attend more.
}
# What stands out in the sentence above.
pub-ws-enough-core = Any { $n }
# A button says what it does; to those who listen to the page it also says for what.
pub-act-open = Sign up
pub-act-open-of = for the workshop on { $date }
pub-act-full = Waiting list
pub-act-full-of = for the workshop on { $date }
pub-act-undated = Notify me
pub-act-undated-of = when the date is out: { $name }
pub-all-questions = All questions

## Workshop

pub-ws-back = All workshops
pub-ws-title = Workshop on { $date }
pub-ws-title-open = Sign up for the workshop on { $date }
pub-ws-title-full = Waiting list for the workshop on { $date }
pub-fact-hours = Time
pub-fact-place = Where
pub-fact-places = Places
pub-fact-fee = Fee
pub-ws-cancelled = This workshop has been cancelled
pub-ws-cancelled-text = If you had a place, we have written to you.
pub-ws-held = It was held on { $date }
pub-ws-begun = It is today
pub-ws-held-text = Signing up on the site is no longer possible. The other workshops are in the programme.
pub-ws-today-text = Signing up on the site is no longer possible today. Call us, or choose another workshop.
pub-ws-held-mine = Your attendance is usually on your path by the evening.
pub-counts = This counts towards the course
pub-counts-rule = { $n ->
    [one] For the course you need to have attended { $n } workshop.
   *[other] For the course you need to have attended { $n } workshops.
}
pub-counts-nth = { $n ->
    [1] This would be your first.
    [2] This would be your second.
    [3] This would be your third.
    [4] This would be your fourth.
    [5] This would be your fifth.
   *[other] This would be your number { $n }.
}
pub-counts-waiting = On the waiting list it does not count yet: it counts if a place opens and you attend.
pub-counts-not = This workshop is not among those that the course asks for. You can take part all the same.
pub-counts-late = For the course, workshops count that are held before its first day, { $date }. This one does not count toward the course. You are welcome all the same.
pub-counts-enough = For the course you already have what you need. You can take part in this one too.
pub-slots-label = { $n ->
    [one] The workshop that the course asks for
   *[other] The { $n } workshops that the course asks for
}
pub-slot-this = This one
pub-slot-nth = { $n ->
    [1] The first
    [2] The second
    [3] The third
    [4] The fourth
    [5] The fifth
   *[other] Number { $n }
}
pub-slot-later = you choose it later
pub-mine-place = You already have a place for this day: here it is
pub-mine-place-text = If you cannot come, give it up from your path: it can go to somebody else.
pub-mine-pending = You already have a request for this day
pub-mine-pending-text = It still has to be confirmed: from the e-mail, or from your path.
pub-mine-waiting = You are already on the waiting list for this day
pub-mine-waiting-text = If a place opens and it is your turn, we will write to you.
pub-mine-open = A place is free, for you too
pub-mine-open-text = It is not long to the start: the place now goes to whoever takes it first, without waiting for the list.
pub-mine-waiting-late = It is not long to the start: if a place opens, it goes to whoever takes it first. You see it here.
pub-aside = About the workshop
pub-aside-day = The day
pub-aside-why = We do not ask you why
pub-aside-why-text = We do not ask for a diagnosis or a personal story. If you want to talk about it, you can, in person.
pub-aside-phone = Would you rather call?
pub-aside-phone-text = We can sign you up together with you, over the phone:

## Sign-up form

pub-known = Do you already have a path with us?
pub-known-link = Sign in with your e-mail
pub-known-after = and skip this form.
pub-form-as = You are signing up as
pub-form-others = Would you like to choose another workshop already?
pub-form-others-hint = With the same details: one confirmation is enough for all.
pub-form-others-known-hint = You sign up for all of them at once, with one tap.
pub-form-other-full = no places left: waiting list
pub-form-nome = First name
pub-form-nome-hint = First name and surname as you want to read them on the certificate.
pub-form-cognome = Surname
pub-form-email = E-mail
pub-form-email-hint = We send you the confirmation and the link to sign in. No password to remember.
pub-form-telefono = Phone
pub-form-telefono-hint = Only if something changes at the last minute that day.
pub-form-profilo = Which sentence describes you best?
pub-profile-servizi-sociali = I work in a social service
pub-profile-servizi-sanitari = I work in a health service
pub-profile-servizi-educativi = I work in an educational service
pub-profile-cittadinanza = I am a member of the public
pub-profile-volontariato = I volunteer
pub-form-needs = Do you need anything in the room?
pub-form-esigenze = What do you need to be comfortable on the day?
pub-form-esigenze-hint = For example: a seat near the speaker, access without steps, a sign-language interpreter (LIS). We do not ask for a diagnosis or a personal story.
pub-form-consenso = I agree: you may keep what I wrote in the box above
pub-form-consenso-hint = It may say something about your health, so we ask you separately. Only the person who leads that session reads it, and we erase it 30 days afterwards. You can withdraw your consent whenever you like.
pub-form-privacy = I have read
pub-form-privacy-link = the privacy notice
pub-form-privacy-length = (2 minutes)
pub-form-send = Sign up
pub-form-send-full = Join the waiting list
pub-form-then = Then we write to you: you confirm with one click from the e-mail. You can cancel whenever you like.
pub-form-then-known = The place is yours at once. You can give it up whenever you like, from your path or from the e-mail.
pub-form-then-known-full = If a place opens and it is your turn, we will write to you. You can leave the list whenever you like.

## Workshop without a date

pub-undated-counts = It counts towards the course if it is held before the course begins.
pub-undated-counts-date = It counts towards the course if it is held before { $date }.
pub-undated-others = Meanwhile you can choose
pub-tell-lead = Would you like to know when the date is out?
pub-tell-title = Notify me when the date is out
pub-tell-once = One e-mail, about this workshop only.
pub-tell-meanwhile = Meanwhile you can choose a workshop that has its date:
pub-tell-meanwhile-link = see the programme
pub-tell-out = The date is out: { $date }
pub-tell-go = Go to the workshop

## One click left

pub-sent-title = One click left
pub-sent-lead = We have written to { $email }: open the e-mail and confirm by { $until }.
pub-sent-held = { $n ->
    [one] Until then the place is held for you.
   *[other] Until then the places are held for you.
}
pub-sent-held-some = Until then what you read below is held for you: the place, or the position on the waiting list.
pub-sent-meant = Did you mean …@{ $domain }? If the address is right as it is, all is well. If not, the e-mail will not reach you.
pub-sent-demo = In this demonstration no e-mail is really sent.
pub-sent-chosen = { $n ->
    [one] You have chosen
   *[other] You have chosen { $n } workshops
}
pub-next-1 = You confirm from the e-mail
pub-next-1-text = One click, no password.
pub-next-2 = We write to you again
pub-next-2-text = One e-mail for each choice; where you have the place, with the calendar invitation.
pub-next-3 = Your attendance is recorded in the room
pub-next-3-text = For the course, workshops you have attended count.
pub-sent-no-mail = No e-mail yet?
pub-sent-spam = Wait a few minutes and look in your spam folder too: it comes from { $mailbox }.
pub-sent-again = Send it again
pub-sent-wrong = Is the address wrong?
pub-sent-correct = Fill in the form again

## Confirmation from the e-mail

pub-confirm-title = Confirm your sign-up
pub-confirm-lead = There is just one click left.
pub-confirm-lead-name = Hello { $name }, just one click left.
pub-confirm-button = Confirm the sign-up
pub-confirm-then = Confirming also opens your path, on this device.
pub-confirm-used = This sign-up is already confirmed
pub-confirm-used-text = There is nothing else to do. To see it again, sign in with your e-mail.

## Giving up the place from the e-mail

pub-leave-title = You cannot come?
pub-leave-text = If you give up the place, it can go to somebody who is waiting. What you have already attended stays on your path.
pub-leave-place = Give up my place
pub-leave-line-text = If you leave the list, you lose your position.
pub-leave-line = Leave the waiting list
pub-leave-application-text = If you withdraw the application, we will not consider it any more.
pub-leave-application = Withdraw my application
pub-leave-hint = We send you an e-mail to confirm.
pub-leave-keep = No, I keep the place: back to the programme
pub-leave-keep-line = No, I stay on the list: back to the programme
pub-left-title = This sign-up is cancelled
pub-left-text = If you had a place, it can now go to somebody else. You can sign up again whenever you like, while there are places.
pub-leave-begun = It has already begun
pub-leave-begun-text = The place can no longer be given up. If you cannot be there, you need not do anything else.

## Sign-in

pub-sign-in-title = Sign in with your e-mail
pub-sign-in-unsent = Not saved: your sign-in had ended. Sign in, and we take you back to the page you were on: press the button there once more.
pub-sign-in-lead = No password: we send you a link and a code.
pub-sign-in-hint = The address you signed up with.
pub-sign-in-send = Send me the link
pub-sign-in-valid = It is valid for 30 minutes.
pub-sign-in-aside = Other ways
pub-sign-in-already = You are already signed in
pub-sign-in-new = Is this your first time?
pub-sign-in-new-text = You need not sign in: choose a workshop and fill in the form.
pub-code-title = Check your e-mail
pub-code-lead = If we know { $email }, we have just written to you.
pub-code-text = Open the link in the e-mail, or write the code here. They are valid for 30 minutes.
pub-code-label = 6-digit code
pub-code-hint = You can paste it too.
pub-enter = Sign in
pub-code-spam = Wait a few minutes and look in your spam folder too. The e-mail leaves only if we know the address: check that it is the one you signed up with.
pub-code-again = Ask for another e-mail
pub-code-over = This code is no longer valid
pub-code-over-text = It has expired, it has been used, or it was mistyped too often. Another e-mail brings a new code.
pub-link-title = Sign in to your path
pub-link-lead = One last tap, and you are there.
pub-link-hint = { $n ->
    [one] You stay signed in on this device for { $n } day, unless you sign out before.
   *[other] You stay signed in on this device for { $n } days, unless you sign out before.
}
pub-link-over = This link has expired or was already used
pub-link-over-text = Shall we send you another one?
pub-link-again = Ask for another link

## Course

pub-course-purpose = To learn how to start a mutual-aid group (AMA) and how to sustain it, in the community or within an organisation.
pub-course-opens = The course is open to people who have attended { $core }.
# What stands out in the sentence above.
pub-course-opens-core = { $n ->
    [one] { $n } workshop
   *[other] { $n } workshops
}
pub-course-provisional = As soon as you have booked those you still need, you can already ask for a provisional place: it becomes final once you have attended them.
pub-course-decides = The office gives the places on the course: you apply, and we write to you with the answer.
pub-course-provisional-apply = You can apply as soon as you have booked the workshops you still need: the place is provisional, and becomes final once you have attended them.
pub-course-closes = Last day to sign up for the course: { $date }.
pub-course-when = When
pub-course-full = No places left: there is a waiting list
pub-course-rule = { $n ->
    [one] For the course you need to have attended { $n } of { $m } workshops, whichever you choose
   *[other] For the course you need to have attended { $n } of { $m } workshops, whichever you choose
}
pub-course-order = Any order will do.
pub-course-short-text = See what you still need, and which workshops you can still choose.
pub-course-booked-text = The workshops you need are booked: the course opens to you once you have attended them.
pub-course-none-text = There are no more workshops before this course. The ones you have attended stay on your path.
pub-course-register-text = Your attendance at a workshop is not recorded yet: your path is updated once the register is closed.
pub-course-on-track = You can already ask for a provisional place
pub-course-on-track-text = The workshops you need are booked. The place becomes final once you have attended them.
pub-course-ask = Ask for a provisional place
pub-course-met = You can now sign up for the course
pub-course-met-apply = You can now apply for the course
pub-course-on-track-apply = You can already apply for the course
pub-course-met-text = Check your details and confirm: it takes a few minutes.
pub-course-met-until = You have until { $date }. It takes a few minutes.
pub-course-enrol = Sign up for the course
pub-course-closed = Sign-up for the course is closed
pub-course-closed-text = What you have attended stays on your path.
pub-course-has-place = You have a place on the course
pub-course-has-provisional = You have a provisional place on the course
pub-course-has-provisional-text = It becomes final once you have attended the workshops you need.
pub-course-has-applied = We have your application for the course
pub-course-has-waiting = You are on the waiting list for the course
pub-course-has-text = You will find everything on your path.
pub-course-text = What you do there
pub-course-days = { $n ->
    [one] The day
   *[other] The { $n } days
}
pub-course-certificate = Certificate of attendance
pub-course-certificate-days = { $n ->
    [one] It needs at least { $n } day of { $m }.
   *[other] It needs at least { $n } days of { $m }.
}
pub-course-certificate-text = At the end of the course.
pub-course-certificate-open = We will soon say how many days the certificate asks for.
pub-course-project = Your project
pub-course-aside = About the course
pub-course-for = Who it is for
pub-course-rule-title = The rule
pub-course-rule-text = { $n ->
    [one] { $n } workshop attended of { $m }, whichever you choose. Booking is not enough: attendance is what counts.
   *[other] { $n } workshops attended of { $m }, whichever you choose. Booking is not enough: attendance is what counts.
}
pub-course-rule-before = Those held before { $date } count.
