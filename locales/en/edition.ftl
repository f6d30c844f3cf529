# The editions: the list, a new one, the copy, the rule and the names, drafts of workshops and of the course, publishing,
# the archive, who leads.

## The list

edition-list = Editions
edition-list-all = All editions
edition-list-none = No edition yet. The first one begins with “New edition”.
edition-col-edition = Edition
edition-col-offerings = Workshops and course in public
edition-col-taken = Places taken
edition-col-acts = Copy
edition-current = It is the one of the first page
edition-since = In public since { $at }
edition-drafts = { $n ->
    [one] and 1 draft
   *[other] and { $n } drafts
}
edition-board-of = in { $title }: who is where
edition-status-draft = Draft
edition-status-published = In public
edition-status-archived = Archived
edition-status-cancelled = Cancelled

## A new one

edition-new = New edition
edition-new-text = It begins empty, with the rule of 2014: 2 workshops to attend. Then you change it as you need.
edition-new-button = Make the edition
edition-new-hint = It is a draft: nothing is seen in public until you publish it.
edition-copy = Copy
edition-copy-of = Copy “{ $title }” without dates
edition-copy-text = Workshops, course, texts, places, rooms and rule are the same, all as drafts. Dates, hours and people stay there.
edition-copy-trainers = Copy who leads, too
edition-copy-button = Copy the edition
edition-names = What it is called
edition-title-it = Title in Italian
edition-title-hint = For example “Autunno 2015”.
edition-title-en = Title in English
edition-title-en-hint = If it is empty, English pages show the Italian one.
edition-key = Word for addresses
edition-key-hint = Small letters, digits and hyphens. If it is empty, it is made from the title. It does not change afterwards.

## The page of an edition

edition-draft-text = Only the office sees it.
edition-rule-holds = Holds now
edition-rule-reads = The page reads: “{ $sentence }”.
edition-rule-too-few = { $n ->
    [0] So far no workshop counts toward it.
    [one] So far only 1 workshop counts toward it.
   *[other] So far only { $n } workshops count toward it.
}
edition-certificate-hint = Empty: nothing is proposed.
edition-lateness = Lateness at most
edition-lateness-hint = In minutes: beyond it the register proposes “absent”. Empty: never.
edition-carry-over = Workshops attended in earlier editions count too
edition-admission = A place on the course
edition-admission-immediate = Goes at once to whoever has the workshops it takes
edition-admission-decision = Is decided by a person of the office, application by application
edition-save = Save
edition-names-then = Signature, project and city hold from now on: e-mails that were written and certificates that were published stay as they are.
edition-empty = Nothing yet. Add the first workshop.
edition-up = Up
edition-down = Down
edition-signature = Signature of the e-mails
edition-signature-hint = If it is empty, whoever signs all e-mails signs these too.
edition-project = Project
edition-project-hint = Certificates print it: “Within the project …”. If it is empty, nothing is printed.
edition-city = City
edition-city-hint = Certificates print it: where the course is held, and where they are signed.
edition-aside = Steps and days
edition-steps = The next step
edition-step-draft = Once dates and texts are there, you publish the edition with the workshops that are ready.
edition-step-published = Once everything is over, the edition goes to the archive.
edition-step-archived = It is over: it is looked at and does not change.
edition-step-button-draft = Check and publish
edition-step-button-published = Archive and draft
edition-step-button-archived = Reopen
edition-see-public = See it as everybody does
edition-file = Download the edition’s file
edition-file-hint = The same file can be brought in again: it changes nothing.
edition-course-days = { $n ->
    [one] Course: 1 day
   *[other] Course: { $n } days
}
edition-last = last change: { $who }, { $at }
edition-register = Register
edition-archived = It is in the archive: it is looked at and does not change.
edition-course-open = Edit the days
edition-of = Rule and names of the edition
edition-state-link = Draft and publishing

## One more workshop

edition-add = Add a workshop or the course
edition-add-short = Add
edition-add-text = It begins as a draft, without a date. You write the rest on its own page.
edition-add-what = What you add
edition-add-title-hint = It can stay empty: the public reads “Title and date to come”. With the title of an earlier edition the topic is the same, and counts once for the rule.
edition-add-button = Add the draft
edition-add-hint = Nobody sees it in public until you publish it.
edition-kind = It is
edition-kind-workshop = A workshop
edition-kind-course = The course
edition-slug = Word for the address of its page
edition-slug-hint = Small letters, digits and hyphens. If it is empty, it is made from the title.
edition-slug-then = Small letters, digits and hyphens. It does not change once it is published.

## Publishing, and back

edition-offering-open = Open its page
edition-publish = Publish
edition-shown = In public
edition-publish-not-yet = Before you publish:
edition-publish-text = Once it is published, anybody can sign up.
edition-publish-course-text = Once it is published, whoever has the workshops it takes can sign up for the course; whoever has them already gets an e-mail.
edition-publish-with-edition = The edition is a draft: this is seen in public when you publish the edition too.
edition-publish-button = Publish
edition-publish-what = What you publish
edition-publish-what-text = Untick what stays a draft for now. You can publish it later, whenever you like.
edition-publish-first-page = This becomes the edition of the first page.
edition-publish-hides = “{ $title }” still runs, and is no longer on the first page. Whoever has a place in it, or is on a waiting list, finds it on their path.
edition-publish-open = Whoever has the address of one of its workshops that is still to come can still sign up.
edition-publish-hint = Before you publish, you see who gets which e-mail and what the public reads. Until then nothing is sent.
edition-topic = Its topic
edition-topic-known = Another edition already has a workshop with this title, but here the topic is another one: whoever attends both counts both. If they are about the same, use the same topic.
edition-topic-known-button = Use the same topic
edition-topic-other = Its topic is still “{ $title }”: whoever has attended that counts it once for the rule. If the new title is about something else, give it a topic of its own.
edition-topic-other-button = Give it a topic of its own
edition-mend = Mend it
edition-stays = Somebody has signed up: it does not become a draft again. If it is not held, it is cancelled, and whoever has a place gets an e-mail.
edition-unpublish = A draft again
edition-unpublish-text = Nobody has signed up yet. As a draft it leaves the public pages, and you can publish it again whenever you like.
edition-unpublish-edition-text = Nobody has signed up yet. As a draft the whole edition leaves the public pages, and you can publish it again whenever you like.
edition-unpublish-button = Make it a draft again
edition-shape = Address and rule
edition-counts = It counts toward the course
edition-counts-so = It counts toward the course.
edition-counts-not = It does not count toward the course.
edition-counts-who = This is decided by whoever has the role “administration”.
edition-delete = Delete the draft
edition-delete-hint = Only a draft that nobody ever signed up for can be deleted.
edition-delete-title = Delete this draft?
edition-delete-text = Its texts, its dates and who leads it are gone. This cannot be undone.
edition-delete-confirm = Delete
edition-delete-edition = Delete the edition
edition-delete-edition-hint = Only a draft that nobody has to do with can be deleted.
edition-delete-edition-title = Delete this edition?
edition-delete-edition-text = { $n ->
    [0] Its names and its rule are gone. This cannot be undone.
    [one] Its names, its rule and 1 draft are gone, with texts, dates and who leads. This cannot be undone.
   *[other] Its names, its rule and { $n } drafts are gone, with texts, dates and who leads. This cannot be undone.
}
edition-day-delete = Delete this day
edition-day-delete-hint = It is a draft: nobody knows of it, and nobody is told. The others are counted anew.
edition-day-delete-title = Delete this day?
edition-day-delete-text = Its date, its address and who leads it are gone. The other days are counted anew. This cannot be undone.

## The archive

edition-archive = Put into the archive
edition-archive-text = All registers have taken effect, and no place waits for an answer. In the archive the edition does not change any more and is not on anybody’s path; you can reopen it whenever you like.
edition-archive-current = It is the one of the first page: the one published before it takes its place, or none.
edition-archive-not-yet = Before it is archived:
edition-archive-register = its register has not taken effect yet
edition-archive-offers = { $n ->
    [one] 1 place that was offered waits for an answer
   *[other] { $n } places that were offered wait for an answer
}
edition-reopen = Reopen
edition-reopen-text = The edition is in public again as it was.

## What to look at before

edition-notice-undated = It has no date: the page says “Date to come”, and people can ask to be told.
edition-notice-undated-course = It has no date: the page says “Date to come”.
edition-notice-near = It begins in less than an hour: e-mails about the change leave at once.
edition-notice-overtaken = The course would begin before this workshop, or on the same day: it would not count toward the course any more.
edition-notice-closed = The last day to enrol in the course was { $day }: nobody can enrol.
edition-notice-days-short = { $needed ->
    [one] The certificate asks for 1 day
   *[other] The certificate asks for { $needed } days
}, but the course has { $held }: like this nobody can reach it. Add the days that are missing, or change the number in the rule of the edition.
edition-notice-unordered = The numbers of the days do not follow their dates: pages, mails and registers call each day by its number. To have them in order, change the dates.
edition-notice-past = { $day } has gone by.
edition-notice-holiday = { $day } is a holiday: { $name }.
edition-notice-clash = On { $day }, at the same time, there is:
edition-notice-late = It counts toward the course, but not like this. Move it before { $day }, when the course begins, or untick “It counts toward the course”.
edition-notice-late-shown = It counts toward the course, but not like this. Move it before { $day }, when the course begins. If nobody has signed up, you can also make it a draft again and untick “It counts toward the course”.
edition-notice-late-ask = It counts toward the course, but not like this. Move it before { $day }, when the course begins, or ask somebody with the role “administration” to untick “It counts toward the course”.
edition-notice-late-shown-ask = It counts toward the course, but not like this. Move it before { $day }, when the course begins. If nobody has signed up, you can also make it a draft again and ask somebody with the role “administration” to untick “It counts toward the course”.
edition-date-holiday = It is a holiday: { $name }. It can be held all the same.
edition-holiday-new-year = New Year’s Day
edition-holiday-epiphany = Epiphany
edition-holiday-easter = Easter
edition-holiday-easter-monday = Easter Monday
edition-holiday-liberation = Liberation Day
edition-holiday-labour = Labour Day
edition-holiday-republic = Republic Day
edition-holiday-assumption = Assumption
edition-holiday-saint-francis = Saint Francis
edition-holiday-all-saints = All Saints
edition-holiday-saint-ambrose = Saint Ambrose, in Milan
edition-holiday-immaculate = Immaculate Conception
edition-holiday-christmas = Christmas
edition-holiday-saint-stephen = Saint Stephen

## Who leads

edition-lead = Who leads
edition-lead-who = Now
edition-lead-nobody = Nobody yet.
edition-lead-remove = Take off
edition-lead-add = Add who leads
edition-lead-add-text = Whoever leads signs in from “Sign in” with this address, sees the register of this session, and gets an e-mail the evening before.
edition-lead-known = From those who lead or led
edition-lead-other = Somebody else: write below
edition-lead-email-hint = Only for somebody who is not on the list above.
edition-lead-email = E-mail
edition-lead-given = First name
edition-lead-family = Surname
edition-lead-name-hint = First name and surname are needed only for somebody we do not know yet.
edition-lead-button = Add
edition-lead-other-name = This address already belonged to { $name }: the name you typed was not saved.
edition-lead-known-correct = Correct the name

## Read the e-mail

edition-letter-read = Read the e-mail
edition-letter-tab = (in another tab)
edition-letter-title = The e-mail as it will be
edition-letter-text = One of them, to one person. It has not left, and nothing was saved. Close this tab to go back.
edition-letter-changed = Something has changed meanwhile. Go back to the page and check again.
edition-letter-later = The program writes this e-mail after the change: it is not there yet.

## What to mend

edition-fault-title-it-missing = Write the title, for example “Autunno 2015”
edition-fault-title-it-long = Shorten the title: 200 characters at most
edition-fault-title-it-taken = Choose another title: this one is another edition’s
edition-fault-title-en-taken = Choose another English title: the one English pages read is another edition’s
edition-fault-title-en-long = Shorten the English title: 200 characters at most
edition-fault-signature-long = Shorten the signature: 200 characters at most
edition-fault-project-long = Shorten the name of the project: 200 characters at most
edition-fault-city-long = Shorten the name of the city: 200 characters at most
edition-fault-key-word = Write the word with small letters, digits and hyphens, 60 at most
edition-fault-key-taken = Choose another word: this one is another edition’s
edition-fault-kind-course-twice = An edition has one course, and it is here already
edition-fault-kind-course-without-rule = First write in the rule how many workshops the course asks for
edition-fault-title-long = Shorten the title: 300 characters at most
edition-fault-title-taken = Choose another title: this edition has it already
edition-fault-slug-word = Write the word with small letters, digits and hyphens, 60 at most
edition-fault-slug-taken = Choose another word for the address: another workshop has this one
edition-fault-date-not-before-course = Choose a day before { $date }, when the course begins, or untick “It counts toward the course”
edition-fault-date-ask = Choose a day before { $date }, when the course begins, or ask somebody with the role “administration” to untick “It counts toward the course”
edition-fault-all-archived = It is in the archive: reopen the edition first
edition-fault-all-no-draft = It is no draft: it is in public already, or cancelled
edition-fault-all-no-session = It needs one session at least: add one, with or without a date
edition-fault-all-course-without-rule = The course asks for 1 workshop at least: write it in the rule
edition-fault-all-out-of-reach = Fewer workshops count than the course asks for: add one, or the rule has to change
edition-fault-all-not-published = It is not in public: look how it is now
edition-fault-all-enrolled = Somebody has signed up: it is not taken away any more. If it is not held, it is cancelled
edition-fault-all-asked = Somebody waits for the date of this workshop: it is not deleted
edition-fault-all-used = Something belongs to it already: a register, an e-mail or a task. It is not deleted
edition-fault-all-only-session = It is the only session: to take it away, delete the whole draft
edition-fault-all-registers = A register has not taken effect yet: it is closed first
edition-fault-all-offers = A place that was offered still waits for an answer
edition-fault-all-not-archived = It is not in the archive: look how it is now
edition-fault-offerings-none = Choose one workshop at least, or the course: an empty edition is not published
edition-fault-offerings-not-ready = Something you chose is not ready yet: look below what is missing
edition-fault-email-own = Whoever leads also reads what people need in the room: somebody else of the office can add you
edition-fault-given-missing = Write the first name: we do not know this address yet
edition-fault-given-long = Shorten the first name: 80 characters at most
edition-fault-family-missing = Write the surname: we do not know this address yet
edition-fault-family-long = Shorten the surname: 80 characters at most
edit-all-archived = It is in the archive: reopen the edition first
edit-lateness-range = Write the minutes of lateness as a number from 0 to 600, or leave the box empty

## What changes, field by field

change-field-edition-title-it = Title in Italian
change-field-edition-title-en = Title in English
change-field-signature = Signature of the e-mails
change-field-project = Project
change-field-city = City
change-field-admission = A place on the course
change-field-carry-over = Workshops of earlier editions
change-field-slug = Address of the page
change-field-counts = Counts toward the course
change-field-position = Place in the programme
change-value-immediate = goes at once to whoever has the workshops
change-value-decision = is decided by a person

## Done

flash-edition-created = The edition is made: it is a draft.
flash-edition-copied = The edition is copied: it is a draft, without dates.
flash-offering-added = The draft is added. Write the rest here.
flash-published = Done: it is in public now.
flash-unpublished = Done: it is a draft again.
flash-deleted = The draft is deleted.
flash-edition-deleted = The edition is deleted.
flash-session-deleted = The day is deleted.
flash-archived = Done: the edition is in the archive.
flash-reopened = Done: the edition is in public again.
flash-trainer-added = Done: they lead it now.
flash-trainer-removed = Done: they do not lead this session any more.

## Who did what

office-act-add-trainer = Leads a session
office-act-remove-trainer = Leads a session no more
audit-act-create-edition = made an edition
audit-act-copy-edition = copied an edition
audit-act-rename-edition = changed titles, signature, project or city of an edition
audit-act-add-offering = added a draft
audit-act-reshape-offering = changed address, topic or rule of a draft
audit-act-move-offering = changed the order of the programme
audit-act-publish-offering = published
audit-act-unpublish-offering = made a draft again
audit-act-delete-edition = deleted a draft of an edition
audit-act-delete-session = deleted a day of a draft
audit-act-delete-offering = deleted a draft
audit-act-publish-edition = published an edition
audit-act-unpublish-edition = made an edition a draft again
audit-act-archive-edition = put an edition into the archive
audit-act-reopen-edition = reopened an edition
audit-act-add-trainer = added who leads
audit-act-remove-trainer = took off who leads
audit-kind-create-edition = Editions made
audit-kind-copy-edition = Editions copied
audit-kind-rename-edition = Titles and signatures
audit-kind-add-offering = Drafts added
audit-kind-reshape-offering = Addresses, topics and rule
audit-kind-move-offering = Order of the programme
audit-kind-publish-offering = Published
audit-kind-unpublish-offering = Made drafts again
audit-kind-delete-edition = Editions deleted
audit-kind-delete-session = Days deleted
audit-kind-delete-offering = Drafts deleted
audit-kind-publish-edition = Editions published
audit-kind-unpublish-edition = Editions made drafts again
audit-kind-archive-edition = Editions archived
audit-kind-reopen-edition = Editions reopened
audit-kind-add-trainer = Who leads, added
audit-kind-remove-trainer = Who leads, taken off
