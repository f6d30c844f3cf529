# The office: who is where, enrolments, one person with their history.

## Frame

office-document = Percorso office
office-logo-small = Office
office-navigation = Office
office-nav-board = Who is where
office-nav-people = Enrolments
office-nav-room = Registers
# After a number, for whoever listens: “6 to do”.
office-nav-waits = to do
office-nav-site = Site
office-nav-programme = Back to the programme
office-sign-out = Sign out
office-nameless = No name
office-course = Course

## Who is where

office-board-title = Who is where
office-days-left =
    { $n ->
        [one] 1 day to the course
       *[other] { $n } days to the course
    }
office-days-to-course =
    { $n ->
        [one] The course starts tomorrow.
       *[other] The course starts in { $n } days.
    }
office-no-edition = No edition has been published yet.
office-editions = Editions
office-do = To do today
office-do-nothing = Nothing to do today.
office-do-nothing-here = Nothing to do in this edition today.
office-do-elsewhere = In other editions:
office-do-things = { $n ->
    [one] 1 thing to do
   *[other] { $n } things to do
}

office-do-register-open =
    { $count ->
        [one] register still open.
       *[other] registers still open.
    }
office-do-register-open-more =
    { $has_title ->
        [yes] “{ $title }”
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: as long as it is open, people’s paths are not brought up to date.
office-do-register-open-button = Open the register
office-do-registers-open = registers still open.
office-do-registers-open-more = The first is of { $day }. As long as they are open, people’s paths are not brought up to date.
office-do-registers-open-button = Open the registers
office-do-unmarked =
    { $count ->
        [one] person without a mark.
       *[other] people without a mark.
    }
office-do-unmarked-more =
    { $has_title ->
        [yes] “{ $title }”
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: the register is closed, ask whoever led the session.
office-do-unmarked-button = Mark who is missing
office-do-place-to-give =
    { $count ->
        [one] place to give.
       *[other] places to give.
    }
office-do-place-to-give-more =
    { $has_title ->
        [yes] “{ $title }”
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: { $people ->
        [one] 1 person is waiting.
       *[other] { $people } people are waiting.
    }
office-do-place-to-give-button = Open the waiting list
office-do-letters-refused =
    { $count ->
        [one] e-mail refused.
       *[other] e-mails refused.
    }
office-do-letters-refused-more = The receiving mailbox does not accept them: phone, then open the e-mail and say how it went.
office-do-letters-refused-button = See the e-mails
office-do-details-missing =
    { $count ->
        [one] session soon without hours or without a place.
       *[other] sessions soon without hours or without a place.
    }
office-do-details-missing-more =
    { $count ->
        [one] {""}
       *[other] The first is{" "}
    }{ $has_title ->
        [yes] “{ $title }”
       *[no] { $title }
    }{ $has_day ->
        [yes] , { $day }
       *[no] {""}
    }: whoever comes does not know yet at what time or where.
office-do-details-missing-button = Complete the session
office-do-workshops-undated =
    { $count ->
        [one] workshop without a date.
       *[other] workshops without a date.
    }
office-do-workshops-undated-more =
    { $has_day ->
        [yes] To count, a date before { $day } is needed
       *[no] To count, a date before the course is needed
    }{ $people ->
        [0] .
        [one] : 1 person is waiting for it.
       *[other] : { $people } people are waiting for it.
    }
office-do-workshops-undated-button = Set the dates
# What the list does not show.
office-do-others = { $n ->
    [one] and one more thing to do
   *[other] and { $n } more things to do
}
office-do-fewer = show fewer

office-stages = Stages of the path
office-stage-more-missing = 2 or more workshops missing
office-stage-one-missing = 1 workshop missing
office-stage-rule-reached = Can enrol
# While the course takes nobody: it has begun, is over or called off, or sign-up is closed.
office-stage-rule-reached-closed = Have the workshops, sign-up not open
office-stage-on-course = On the course or waiting
office-stage-certificate = Certificate
office-stage-project = Project started
office-stage-left = No enrolments
office-everybody = The whole edition
office-people =
    { $n ->
        [one] 1 person
       *[other] { $n } people
    }
office-search-label = Search by name or e-mail
office-search = Search
office-every-profile = All profiles
office-workshop = Workshop
office-every-workshop = All workshops
office-filters = Filters
office-filter-all = All, { $count }
office-filter-awaiting-date = Waiting for a date, { $count }
office-filter-no-email = No e-mail, { $count }
office-filter-applied = Applied, { $count }
office-filter-confirmed = Place on the course, { $count }
office-filter-provisional = Provisional place, { $count }
office-filter-waiting = Waiting for the course, { $count }
office-show-all = Show the whole edition
office-table = Table: { $label }
office-col-person = Person
office-col-path = Workshops · days
office-col-need = What is needed
office-col-contact = Last contact
office-col-action = What to do
office-action-compare = Compare
office-action-call = Phone
office-action-person = Open the person’s page
office-action-application = See the application
office-row-attended = { $attended } of { $required }
office-row-more = { $attended } attended, { $required } were enough
office-row-booked = { $n } booked
# Attended ones that are not among the dots of this edition.
office-row-earlier = { $n } from an earlier edition
office-row-waiting = { $n } on the waiting list
office-row-days = days { $n } of { $of }
office-no-email = No e-mail: phone
office-no-email-call = No e-mail address: please phone.
office-never = never
office-dot-done = attended
office-dot-book = booked
office-dot-free = free
office-dot-tbd = no date
office-dot-off = cancelled
office-dot-day = course day
office-pages = Pages
office-newest = These are the newest { $n } of { $total }. The others can be read in
office-shown = { $from }–{ $to } of { $total }
office-previous = Previous page
office-next = Next page
office-nobody-here = Nobody here: a good sign.
office-nobody-found = Nobody with “{ $search }”. Try the e-mail.
office-nobody-with = Nobody with these filters.
office-nobody-yet = No enrolments yet: they will show up here by themselves.

## What a person needs

office-need-tag-s1 = Nothing booked
office-need-s1 =
    { $missing ->
        [one] 1 workshop missing and nothing booked
       *[other] { $missing } workshops missing and nothing booked
    }
office-need-tag-s2 = To complete
office-need-s2 =
    { $missing ->
        [one] 1 workshop needed: the bookings are not enough yet
       *[other] { $missing } workshops needed: the bookings are not enough yet
    }
office-need-tag-s3 = All booked
office-need-s3 =
    { $missing ->
        [one] The workshop needed is booked
       *[other] The { $missing } workshops needed are booked
    }
office-need-tag-s4 = Has to choose
office-need-s4 =
    { $missing ->
        [one] 1 workshop missing, and there are places
       *[other] { $missing } workshops missing, and there are places
    }
office-need-tag-s5 = Nearly there
office-need-s5 =
    { $missing ->
        [one] The missing workshop is booked
       *[other] The { $missing } missing workshops are booked
    }
office-need-tag-s5p = Provisional place
office-need-s5p =
    { $missing ->
        [0] The place is about to become final
        [one] Becomes final with 1 workshop
       *[other] Becomes final with { $missing } workshops
    }
office-need-tag-s6a = Only full ones left
office-need-s6a =
    { $waiting ->
        [0] { $left ->
            [one] 1 workshop missing: the waiting list is left
           *[other] { $left } workshops missing: the waiting list is left
        }
       *[other] { $left ->
            [one] 1 workshop missing: already on a waiting list
           *[other] { $left } workshops missing: already on a waiting list
        }
    }
office-need-tag-s6b = Waits for a date
office-need-s6b =
    { $booked ->
        [0] { $left ->
            [one] 1 workshop missing: those left have no date
           *[other] { $left } workshops missing: those left have no date
        }
        [one] 1 workshop booked and { $left } missing: those left have no date
       *[other] { $booked } workshops booked and { $left } missing: those left have no date
    }
office-need-tag-s7 = Next edition
office-need-s7 = There are no more workshops before this course
office-need-tag-s8 = Can sign up
office-need-s8 = The workshops are there, the sign-up for the course is not
office-need-s8-waived = Has a waiver and has not asked for a place yet
office-need-tag-declined = Application declined
office-need-declined = The workshops are there; the application for the course was declined
office-need-tag-s8-closed = Sign-up closed
office-need-s8-closed = The course takes no more people
office-need-tag-done = Has done the course
office-need-done = Has already done the course in another edition
office-need-tag-s9 = Applied
office-need-s9 = Waits for an answer about the course
office-need-tag-s10 = Place on the course
office-need-s10 = The course has not started yet
office-need-tag-s11 = On the waiting list
office-need-s11 = Waits for a place on the course
office-need-tag-s12 = On the course
office-need-s12 = The course has started
office-need-tag-s13 = On the course
office-need-s13 = The certificate can still be reached
office-need-tag-s13-enough = On the course
office-need-s13-enough = Has the days for the certificate already
office-need-tag-s13-due = Certificate to publish
office-need-s13-due = The days are there: it only has to be published
office-need-tag-revoked = Certificate revoked
office-need-revoked = The certificate was revoked; the reason stands among the certificates
office-need-tag-s14 = Below the minimum
office-need-s14 = The days are no longer enough for the certificate
office-need-tag-s17 = Register open
office-need-tag-s17-closed = Register closed
office-need-s17-closed = The register of their workshop is closed: it holds from { $at }
office-need-s17 = Brought up to date when the register of their workshop is closed

office-profile-servizi-sociali = Social services
office-profile-servizi-sanitari = Health services
office-profile-servizi-educativi = Education services
office-profile-cittadinanza = Member of the public
office-profile-volontariato = Volunteer

## Enrolments

office-people-title = Enrolments
office-offerings = Workshops and course
office-offerings-all = All
office-taken = { $taken } of { $capacity }
office-enrolments = Enrolments
office-states = State of the enrolment
office-states-all = All active ones
office-state-confirmed = Place confirmed
office-state-provisional = Provisional place
office-state-waitlisted = On the waiting list
office-state-offered = Place offered
office-state-applied = Applied
office-state-pending-place = Place held, e-mail to be confirmed
office-state-pending-wait = Waiting, e-mail to be confirmed
office-state-cancelled = Cancelled
office-col-offering = Workshop or course
office-col-state = State
office-col-code = Code
office-col-since = Since
office-in-line = Number { $n } in line
office-source-form = by the form
office-source-signed-in = from their own path
office-source-staff = by the office
office-source-walk-in = in the room
office-refused-text = These e-mails will not arrive: often the address has a mistake. A phone call settles it. Where something is still to be said, open the e-mail and write how it went.
office-col-letter = E-mail
office-col-answer = What the mailbox answered
office-col-when = When

office-reason-by-person = Place given back by the person
office-reason-by-staff = Cancelled by the office
office-reason-not-accepted = Application not accepted
office-reason-unconfirmed = E-mail not confirmed in time
office-reason-rule = Workshops not attended in time
office-reason-not-reached = Started before a place became free
office-reason-declined = Place offered and declined
office-reason-offer-lapsed = Offer of a place ran out
office-reason-offering-cancelled = Called off by the organiser
office-reason-erased = The person’s data were erased
office-reason-merged = Two records merged into one

## One person

office-not-done = This could not be done
office-own = This is your own record: somebody else in the office decides about you.
office-contact = Contact
office-email = E-mail
office-email-confirmed = confirmed
office-email-unconfirmed = to be confirmed
office-phone = Phone
office-none = none
office-profile = Profile
office-language = Language
office-language-it = Italian
office-language-en = English
office-since = Record since
office-path = Where they are
office-slots = Workshops: { $attended } of { $required }
office-waived = With a waiver
office-kept-until = The place is kept until { $at }.
office-days-attended = Days attended: { $n } of { $of }.
office-waive = Give a waiver
office-waive-text = With a waiver the course opens even without the missing workshops. If there is an address, an e-mail is sent.
office-waive-button = Give the waiver
office-reason = Reason
office-reason-hint = It stays in the history. Only facts useful for organising: no health, no personal stories.
office-held-until = Runs out on { $at }.
office-give = Offer the place
office-confirm = Confirm by phone
office-confirm-hint = After you have talked to the person.
office-cancel = Cancel the enrolment
office-cancel-text = The enrolment ends here. If there is an address, an e-mail is sent.
office-no-enrolments = No enrolments.
office-history = History
office-no-history = Nothing yet.
office-history-enrolment-confirmed = Place confirmed: { $about }
office-history-enrolment-provisional = Provisional place: { $about }
office-history-enrolment-waitlisted = On the waiting list: { $about }
office-history-enrolment-offered = Place offered: { $about }
office-history-enrolment-applied = Applied: { $about }
office-history-enrolment-pending-place = Place held, e-mail to be confirmed: { $about }
office-history-enrolment-pending-wait = Waiting, e-mail to be confirmed: { $about }
office-history-enrolment-cancelled = Enrolment cancelled: { $about }
office-history-mark-present = Present: { $about }
office-history-mark-late = Late, counts: { $about }
office-history-mark-left-early = Left early, counts: { $about }
office-history-mark-absent = Absent: { $about }
office-history-mark-excused = Absent, excused: { $about }
office-history-mark-cleared = Mark taken back: { $about }
office-history-letter = E-mail: { $letter }
office-typed = You had written: “{ $text }”
office-quoted = “{ $text }”
office-actor-person = the person
office-actor-staff = the office
office-actor-job = automatically
office-actor-command = by whoever runs the program
office-act-waive-rule = Waiver given
office-act-take-role = Role taken away
office-act-grant-role = Role given

office-letter-state-waiting = to be sent
office-letter-state-sent = sent
office-letter-state-retrying = being retried
office-letter-state-refused = refused
office-letter-state-withdrawn = withdrawn
office-letter-confirm-sign-up = confirm the address
office-letter-known-sign-up = sign-up from a known address
office-letter-hold-ended = place no longer held
office-letter-place-confirmed = place confirmed
office-letter-waiting-list-joined = waiting list
office-letter-place-released = enrolment cancelled
office-letter-sign-in = link to sign in
office-letter-attended-still-short = attendance recorded, workshops missing
office-letter-rule-reached = invitation to the course
office-letter-absent-still-short = another day for the workshop
office-letter-course-confirmed = place on the course
office-letter-course-day = invitation to a course day
office-letter-course-day-cancelled = session taken off the calendar
office-letter-course-waiting = waiting list of the course
office-letter-provisional-place = provisional place on the course
office-letter-provisional-at-risk = provisional place about to end
office-letter-provisional-released = provisional place released
office-letter-waiver-given = waiver
office-letter-course-left = sign-up for the course cancelled
office-letter-test-mail = mail test
office-letter-place-offered = place offered
office-letter-place-free = place free for whoever takes it first
office-letter-offer-lapsed = offer run out
office-letter-line-closed = waiting list closed
office-letter-reminder = reminder
office-letter-date-out = date announced
office-letter-session-changed = session changed
office-letter-session-cancelled = session cancelled
office-letter-offering-cancelled = workshop or course cancelled
office-letter-tomorrow-in-the-room = tomorrow in the room
office-letter-not-tomorrow = tomorrow in the room: no longer so
office-letter-digest = Monday’s list
