# The pages that explain: how it works, questions, help, privacy, accessibility. Numbers come from the edition:
# a sentence ending in -n carries them, its twin without holds while no edition is published.

## Shared

ref-write-to = Write to
ref-or-call = or call
ref-link-programme = Go to the programme
ref-link-how = How the path works
ref-link-questions = Frequently asked questions
ref-link-help = Help: how to reach us
ref-link-sign-in = Sign in with your e-mail
ref-link-privacy = Privacy: which data we keep

## How it works

ref-how-title = How the path works
ref-how-lede = Attend the introductory workshops you choose; then the free course for promoters of mutual-aid groups (AMA) opens to you.
ref-how-lede-n = Attend at least { $n } of { $m } workshops, whichever you choose; then the free course for promoters of mutual-aid groups (AMA) opens to you.
ref-how-steps = Step by step
ref-how-step1 = Attend the workshops
ref-how-step1-n =
    { $n ->
        [one] Attend 1 workshop
       *[other] Attend { $n } workshops
    }
ref-how-step1-text = Choose the ones that interest you, in any order. Fill in the form and confirm from the e-mail.
ref-how-step1-text-n = Choose from { $m }, in any order. Fill in the form and confirm from the e-mail.
ref-how-step2 = Ask for a place on the course
ref-how-step2-text = Once you have attended the workshops you need, we write to you: ask for the place from there.
ref-how-step2-text-n =
    { $n ->
        [one] With 1 workshop attended the course opens to you. We write to you: ask for the place from there.
       *[other] With { $n } workshops attended the course opens to you. We write to you: ask for the place from there.
    }
ref-how-step3 = Attend the course
ref-how-step3-n =
    { $n ->
        [one] Attend 1 day
       *[other] Attend { $n } days
    }
ref-how-step3-text = The dates are in the programme. The course is free.
ref-how-step3-text-date = The first day is { $date }. The course is free.
ref-how-step4 = Certificate and project
ref-how-step4-text = At the end there is a certificate of attendance. { $organisation } supports your group project, even after the course.
ref-how-step4-text-n =
    { $n ->
        [one] The certificate of attendance needs at least 1 day of { $m }. { $organisation } supports your group project, even after the course.
       *[other] The certificate of attendance needs at least { $n } days of { $m }. { $organisation } supports your group project, even after the course.
    }
ref-how-line-label = In one line:
ref-how-line = workshops attended → course → certificate → your project
ref-how-line-n =
    { $d ->
        [one] { $n } of { $m } workshops → course: 1 day → certificate → your project
       *[other] { $n } of { $m } workshops → course: { $d } days → certificate → your project
    }
ref-how-line-undated = { $n } of { $m } workshops → course → certificate → your project
ref-how-words = “Booked” and “attended”
ref-how-words-lede = Only workshops you have attended count for the course.
ref-how-booked = Booked
ref-how-booked-text = Your place in the workshop is confirmed, and your attendance is not recorded yet.
ref-how-attended = Attended
ref-how-attended-text = Your attendance is in the trainer’s register, and the register is closed. This is what counts.
ref-how-waiting = On the waiting list
ref-how-waiting-text = There is no place for you yet. It counts neither as booked nor as attended.
ref-how-counts = The same topic counts once. A workshop counts if it is held before the course begins.
ref-how-counts-date = The same topic counts once. A workshop counts if it is held before the course begins: { $date }.
ref-how-evening = The evening of the workshop
ref-how-evening-text = The trainer closes the register, and shortly afterwards your attendance counts. You get an e-mail: it says what you still need, or that you can ask for a place on the course.
ref-how-evening-absent = If you are not marked as present, the e-mail lists the workshops you can still choose. What you have already attended stays valid.
ref-how-evening-late = If the register is still open, your path is updated later. If something looks wrong, get in touch: we check it together.
ref-how-full = When a workshop is full
ref-how-full-text = You can join the waiting list. Your position starts from the moment of the form; once you have confirmed, we e-mail it to you.
ref-how-full-freed-program = If a place opens, the program offers it at once to the first person on the list, in order. When it is your turn we write to you, and the place is yours if you answer in time.
ref-how-full-freed-office = If a place opens, the office offers it to the first person on the list, in order. When it is your turn we write to you, and the place is yours if you answer in time.
# Where it is not the same for all workshops, or not known yet.
ref-how-full-freed-either = If a place opens, the order of the list decides. When it is your turn we write to you, and the place is yours if you answer in time.
ref-how-full-course = On the course the office decides when to offer it.
ref-how-full-meanwhile = Meanwhile you can book another workshop: you keep your position on the list.
ref-how-provisional = The provisional place on the course
ref-how-provisional-text = If the workshops you still need are all booked, you can ask for a provisional place on the course right away. It becomes final once you have attended them.
ref-how-provisional-apply = If the workshops you still need are all booked, you can apply for the course right away. If the office accepts, the place is provisional, and becomes final once you have attended them.
ref-how-provisional-risk = If a workshop falls through and you can still choose another, we write to you which ones, and by when. If there are not enough left, we release the place and tell you by e-mail.
ref-how-invites = Calendar invitations
ref-how-invites-text = They come by e-mail, when the place is confirmed. For a workshop the invitation is in the confirmation; for the course one e-mail comes for each day.
ref-how-invites-leave = If you give up the place, another e-mail removes the entry. With a provisional place, or on the waiting list, there is no invitation yet.
ref-how-start = Where to begin
ref-how-start-text = With the workshop that interests you most. Workshops and course are held in Italian.

## Questions

ref-q-title = Frequently asked questions
ref-q-lede = Anyone who would like to start or support a mutual-aid group (AMA) can take part: no profession is required.
ref-q-part-who = Who it is for
ref-q-who = Who is the path for?
ref-q-who-text = For people who work in social, health and education services, for volunteers, and for anyone else who is interested.
ref-q-professional = Do I need a particular profession?
ref-q-professional-text = No. What you need is some time, and the wish to get involved.
ref-q-paid = Are promoters paid?
ref-q-paid-text = It depends. The work can be done as a volunteer, with expenses or with pay; the more structured forms of pay come from funded projects. Groups are always free for the people who take part in them.
ref-q-language = Which language are the sessions held in?
ref-q-language-text = In Italian, both the workshops and the course. This site and its e-mails are also in English.
ref-q-part-path = Workshops and course
ref-q-order = In which order do I attend the workshops?
ref-q-order-text = In any order. You can also attend more than you need.
ref-q-order-text-n =
    { $n ->
        [one] In any order. For the course you need 1 of { $m }, and you can attend more.
       *[other] In any order. For the course you need { $n } of { $m }, and you can attend more.
    }
ref-q-missed = If I miss a workshop, do I lose the one I attended?
ref-q-missed-text = No, what you have attended stays valid. Just choose another one before the course begins.
ref-q-missed-text-date = No, what you have attended stays valid. Just choose another one held before { $date }.
ref-q-twice = Does the same workshop count twice if I attend it twice?
ref-q-twice-text = No, each topic counts once: the course needs different workshops.
ref-q-certificate = What do I receive at the end?
ref-q-certificate-text = A certificate of attendance: it says that you attended the course. It does not license you for a profession.
ref-q-certificate-text-n =
    { $n ->
        [one] A certificate of attendance, with at least 1 day of { $m } attended. It says that you attended the course; it does not license you for a profession.
       *[other] A certificate of attendance, with at least { $n } days of { $m } attended. It says that you attended the course; it does not license you for a profession.
    }
ref-q-part-practice = Sign-up, e-mail and calendar
ref-q-no-email = I have no e-mail address: can I take part?
ref-q-no-email-text = For now an e-mail address is needed; it can be that of somebody you trust. Call us: we will find a way together.
ref-q-no-email-text-no-phone = For now an e-mail address is needed; it can be that of somebody you trust: somebody just has to write to us for you.
ref-q-cannot-come = I can no longer come: what do I do?
ref-q-cannot-come-text = Give up your place as soon as you can: there is a link in the confirmation e-mail, and the same button on your path. The place can go to somebody else, and you can choose another workshop.
ref-q-no-mail = The confirmation e-mail does not arrive: why?
ref-q-no-mail-text = Look in your spam folder first. If it is not there, have it sent again from the page you saw after the form. If there was a mistake in the address, fill in the form again.
ref-q-calendar = The invitation does not show in my calendar: why?
ref-q-calendar-text = Often because your calendar does not know us yet. Gmail, for example, adds invitations by itself only from known senders: open our e-mail and say that you know the sender, or answer the invitation.
ref-q-calendar-contact = For the invitations to come, add { $mailbox } to your contacts. The place is yours even if the calendar stays empty.
ref-q-more = Your question is not here?

## Help

ref-help-title = Help
ref-help-lede = We can sign you up together with you, over the phone.
ref-help-lede-no-phone = We can sign you up together with you: write to us.
ref-help-call = Call
ref-help-call-text = The office answers.
ref-help-write = Write
ref-help-write-text = Your name and the day you mean are enough.
ref-help-what = What we can do for you
ref-help-what-sign-up = Sign you up
ref-help-what-sign-up-text = For a workshop or a waiting list: we fill in the form together.
ref-help-what-where = See where you are
ref-help-what-where-text = Which workshops you have attended, and which you can still choose.
ref-help-what-leave = Give up your place
ref-help-what-leave-text = When you cannot come. You can also do it on the site, at any hour.
ref-help-what-attendance = Check an attendance
ref-help-what-attendance-text = If you attended a workshop and it is not on your path.
ref-help-mail = If you are waiting for our e-mail
ref-help-mail-text = Look in your spam folder and check the address you wrote. Then ask for a new link: no password is needed.
ref-help-read = The answer may already be here

## Privacy

ref-privacy-title = Privacy: which data we keep
ref-privacy-lede = We keep only the data needed to sign you up, to record attendance and to write to you.
ref-privacy-not = We do not ask for a diagnosis or a personal story, nor why you want to take part.
ref-privacy-version = Version of this text: { $version }
ref-privacy-who = Who keeps the data
ref-privacy-who-text = { $organisation } is the data controller: it decides which data are needed, and answers for them.
ref-privacy-what = Which data, and why
ref-privacy-what-name = Name and surname
ref-privacy-what-name-text = For the attendance register and for the certificate.
ref-privacy-what-email = E-mail address
ref-privacy-what-email-text = To confirm your sign-up, to let you in without a password and to write to you about places, dates and attendance.
ref-privacy-what-phone = Phone
ref-privacy-what-phone-text = Only if you give it: to reach you when an e-mail is not enough.
ref-privacy-what-profile = Profile
ref-privacy-what-profile-text = The sentence you choose in the form: services, member of the public or volunteer. It tells us who we are speaking to.
ref-privacy-what-path = Sign-ups and attendance
ref-privacy-what-path-text = To give out places, to know when the course opens to you and to prepare the certificate. Every decision is kept with its date, author and reason.
ref-privacy-what-mail = E-mails we send you
ref-privacy-what-mail-text = To try again when one does not leave, and to know what we wrote to you.
ref-privacy-what-needs = Needs in the room
ref-privacy-what-needs-text = Optional: what you need to take part well. They may say something about your health, so we keep them only with a separate consent.
ref-privacy-what-date = Request to be told
ref-privacy-what-date-text = If you want to know when a date is out: your e-mail address, the language and the workshop. Nothing else.
ref-privacy-basis = Why we may do this
ref-privacy-basis-contract = For sign-ups, attendance and e-mails: because they are needed to do what you ask of us when you sign up. This is Article 6(1)(b) of the European data protection regulation (GDPR).
ref-privacy-basis-consent = For needs in the room: because you give us your explicit consent. This is Article 9(2)(a). You are free not to give it, and you can withdraw it whenever you like: your sign-up stays valid.
ref-privacy-long = For how long
ref-privacy-long-unconfirmed = Sign-ups never confirmed
ref-privacy-long-unconfirmed-text = If we have nothing else about you, after one week we erase your data and our e-mails.
ref-privacy-long-needs = Needs in the room
ref-privacy-long-needs-text = Until 30 days after the session you wrote them for.
ref-privacy-long-path = Sign-ups and attendance
ref-privacy-long-path-text = Until you ask us to erase them, so that the workshops you attended go on counting.
ref-privacy-long-erased = After erasure
ref-privacy-long-erased-text = Name, contacts and texts disappear. Counts and dates stay, without a name.
ref-privacy-see = Who sees what
ref-privacy-see-you = You
ref-privacy-see-you-text = Your own path, and nobody else’s.
ref-privacy-see-trainer = Trainers
ref-privacy-see-trainer-text = Names and needs in the room, only for the sessions they lead.
ref-privacy-see-office = The office
ref-privacy-see-office-text = Contacts, sign-ups and attendance, to organise. It does not see needs in the room.
ref-privacy-see-others = Everybody else
ref-privacy-see-others-text = Nothing. What concerns health is never in the subject of an e-mail, in a calendar or in an exported file.
ref-privacy-cookies = Cookies
ref-privacy-cookies-text = Until you sign in, no cookies. When you sign in there is just one, a technical one: it recognises you and ends when you sign out or when the sign-in expires.
ref-privacy-cookies-none = There are no passwords, no advertising, no third-party statistics, and nothing else that follows you.
ref-privacy-cookies-address = To stop abuse, the site counts the requests of each network address for a short time. The count stays in memory and does not become part of your data.
ref-privacy-rights = Your rights
ref-privacy-rights-text = You can ask us to show you your data, to give you a copy, to correct them, to erase them, to limit their use; you can object, and you can withdraw a consent.
ref-privacy-rights-decision = The rule about workshops is applied by the program. If you think it is wrong, ask: a person of the office checks again.
ref-privacy-rights-how = We answer within a month.
ref-privacy-rights-authority = If the answer is not enough, you can complain to the
ref-privacy-rights-authority-link = Garante per la protezione dei dati personali (the Italian data protection authority)
ref-privacy-draft = Text to be checked with the association before publication.
ref-privacy-draft-list = Missing: legal name, seat and contacts of the data controller; who runs the server and the mail on its behalf; the server’s technical logs; how long to keep sign-ups, attendance and requests to be told if nobody asks to erase them.

## Accessibility

ref-access-title = Accessibility statement
ref-access-lede = This site aims to meet the WCAG 2.2 guidelines, level AA, and has not yet been tried with real screen readers.
ref-access-how = How it is made
ref-access-how-script = Without JavaScript
ref-access-how-script-text = Signing up, confirming, signing in and giving up a place work without it too.
ref-access-how-keyboard = With the keyboard
ref-access-how-keyboard-text = Links, buttons and fields are the browser’s own: you can reach them with the keyboard, and you see where you are.
ref-access-how-size = Text and colours
ref-access-how-size-text = Pages follow the font size and the light or dark theme you use. Colour is never the only sign.
ref-access-how-sign-in = To sign in
ref-access-how-sign-in-text = No password to remember and no puzzle to solve. You can paste the code you receive.
ref-access-tested = What we have tried
ref-access-tested-text = We check the pages automatically, with axe. An automatic check finds only part of the problems.
ref-access-untested = What is missing
ref-access-untested-text = Trials with real screen readers, and with people who use assistive technology.
ref-access-report = Report a problem
ref-access-report-text = Tell us the page, what you wanted to do and what happened. Meanwhile we can sign you up together with you.
