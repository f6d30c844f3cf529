# What only a person can settle: the page, and the lines of “To do today” and of the Monday e-mail.

task-title = To do
task-text = Things only a person can settle. Each is settled in one place; if you have settled it elsewhere, write how.
task-none = Nothing to settle here. Calls, applications and registers have pages of their own.
task-disputes = { $n ->
    [one] One person says they were there, and waits for an answer.
   *[other] { $n } people say they were there, and wait for an answer.
}
task-disputes-link = See the contested attendance
task-since = since { $at }
task-kind-unmarked = { $name }: no mark
task-kind-rule-in-doubt = { $name }: the rule is in doubt
task-kind-certificate-in-doubt = { $name }: the certificate is in doubt
task-kind-statement-in-doubt = { $name }: the statement of a workshop is in doubt
task-kind-letter-refused = { $name }: an e-mail was refused
task-kind-other = { $name }
task-what-unmarked = The register is closed and this person has no mark. Ask whoever led, then mark.
task-what-rule-in-doubt = Had reached the workshops the course requires with an attendance that was corrected later. What they have stays theirs until you decide. Talk to the person first: the e-mail about the correction says that we will tell them first if something has to change. On their page you can also give a waiver.
task-rule-stays = The rule stays reached
task-rule-stays-text = Nothing changes. Write why it is fine as it is.
task-rule-ends = The rule is not reached any more
task-rule-ends-text = From now on the course asks for the missing workshops again, or for a waiver. A provisional place may get an end, and the person an e-mail that says when. A confirmed place stays: if it has to end, cancel the enrolment on the person’s page.
task-rule-ends-admin = That the rule is not reached any more is decided by somebody with the role “administration”.
task-on-person = The rule is in doubt: it was reached with an attendance that was corrected later.
task-on-person-link = Decide in “To do”
task-place-stays = The rule is not reached any more, but the place on the course stays until you cancel the enrolment.
task-what-certificate-in-doubt = Has a certificate that says something else than the register. It stays valid until you decide: print it again with the attendance as it is now, revoke it, or write why it is fine as it is.
task-what-certificate-not-earned = Has a certificate that says something else than the register, and the attendance by now does not earn one. It stays valid until you decide: revoke it, or write why it is fine as it is.
task-what-certificate-not-anew = Has a certificate that says something else than the register, and for now it cannot be printed again: its row says why. It stays valid until you decide: revoke it, or write why it is fine as it is.
task-what-statement-in-doubt = Has a statement of this workshop, but a corrected attendance says something else: its public check no longer says that it is valid, and the person is told so. Talk to them: if they were there, correct the attendance again; if not, write how it went.
task-what-other = There is something to look at.
task-counts-in = counts for { $edition } too
task-go-mark = Mark the attendance
task-go-register = Open the register
task-go-person = Open their page
task-go-certificate = Open the certificate
task-done = Done
task-done-button = Mark as done
task-why = How it was settled
task-settled = Settled in the last 30 days
flash-task-settled = Done.
flash-rule-ended = Done: the rule is not reached any more. A confirmed place on the course stays: it is cancelled on the person’s page.
audit-act-settle-task = settled a task
audit-kind-settle-task = Tasks settled
office-act-settle-task = Task settled
audit-act-end-reached = decided that the rule is not reached any more
audit-kind-end-reached = Rules not reached any more
office-act-end-reached = The rule is not reached any more

## To do today

office-do-offers-ending =
    { $count ->
        [one] place offered is about to run out.
       *[other] places offered are about to run out.
    }
office-do-offers-ending-more =
    { $has_title ->
        [yes] “{ $title }”
       *[no] { $title }
    }: within 12 hours, and nobody has answered. A phone call helps.
office-do-offers-ending-button = See who
office-do-disputes-open =
    { $count ->
        [one] contested attendance.
       *[other] contested attendances.
    }
office-do-disputes-open-more =
    { $has_day ->
        [yes] The first has been waiting since { $day }. It usually takes 2 days.
       *[no] It usually takes 2 days.
    }
office-do-disputes-open-button = Check
office-do-applications-waiting =
    { $count ->
        [one] application for the course has been waiting for more than 2 days.
       *[other] applications for the course have been waiting for more than 2 days.
    }
office-do-applications-waiting-more = Whoever applied is waiting for an answer.
office-do-applications-waiting-button = See the applications
office-do-rule-in-doubt =
    { $count ->
        [one] person with the rule in doubt.
       *[other] people with the rule in doubt.
    }
office-do-rule-in-doubt-more = An attendance was corrected: what the person has stays theirs until you decide.
office-do-rule-in-doubt-button = Decide
office-do-certificate-in-doubt =
    { $count ->
        [one] certificate in doubt.
       *[other] certificates in doubt.
    }
office-do-certificate-in-doubt-more = It says something else than the register: it stays valid until you decide.
office-do-certificate-in-doubt-button = Decide
office-do-statement-in-doubt =
    { $count ->
        [one] statement of a workshop is in doubt.
       *[other] statements of workshops are in doubt.
    }
office-do-statement-in-doubt-more = An attendance was corrected: the public check no longer says that it is valid.
office-do-statement-in-doubt-button = Look
office-do-days-short =
    { $count ->
        [one] day is needed for the certificate, but the course has { $people }.
       *[other] days are needed for the certificate, but the course has { $people }.
    }
office-do-days-short-more = Nobody can reach it like this. While the rule stays as it is, the public pages do not say the number.
office-do-days-short-button = Change the rule
office-do-days-at-risk =
    { $count ->
        [one] person cannot reach the days for the certificate.
       *[other] people cannot reach the days for the certificate.
    }
office-do-days-at-risk-more = They have missed too many already: talk to them before the course ends.
office-do-days-at-risk-button = See who
office-do-no-day-to-miss =
    { $count ->
        [one] person can miss no further day.
       *[other] people can miss no further day.
    }
office-do-no-day-to-miss-more = One more absence, and the days are not enough for the certificate: tell them in time.
office-do-no-day-to-miss-button = See who
office-do-calls-to-make =
    { $count ->
        [one] phone call to make.
       *[other] phone calls to make.
    }
office-do-calls-to-make-more = Whoever has no e-mail is waiting for news by phone.
office-do-calls-to-make-button = Open the calls
office-do-certificates-ready =
    { $count ->
        [one] certificate ready to be published.
       *[other] certificates ready to be published.
    }
office-do-certificates-ready-more = The registers of the course are all closed: check the names, then publish.
office-do-certificates-ready-button = Open the certificates
office-do-untold =
    { $count ->
        [one] person with 1 workshop missing has heard nothing for at least 2 days.
       *[other] people with 1 workshop missing have heard nothing for at least 2 days.
    }
office-do-untold-more = Nothing is booked: an e-mail or a phone call helps them to choose.
office-do-untold-button = See who
office-filter-untold = Not told yet, { $count }
office-filter-no-day-to-miss = Can miss no further day, { $count }
office-filter-days-at-risk = Without the days for the certificate, { $count }

## The Monday e-mail

mail-digest-offers-ending = { $has_title ->
    [yes] “{ $title }”
   *[no] { $title }
}: { $count ->
    [one] { $count } place offered runs out within 12 hours.
   *[other] { $count } places offered run out within 12 hours.
}
mail-digest-disputes-open = { $count ->
    [one] { $count } contested attendance waits for an answer.
   *[other] { $count } contested attendances wait for an answer.
}
mail-digest-applications-waiting = { $count ->
    [one] { $count } application for the course has been waiting for more than 2 days.
   *[other] { $count } applications for the course have been waiting for more than 2 days.
}
mail-digest-rule-in-doubt = { $count ->
    [one] { $count } person with the rule in doubt, after a corrected attendance.
   *[other] { $count } people with the rule in doubt, after a corrected attendance.
}
mail-digest-certificate-in-doubt = { $count ->
    [one] { $count } certificate says something else than the register.
   *[other] { $count } certificates say something else than the register.
}
mail-digest-statement-in-doubt = { $count ->
    [one] { $count } statement of a workshop says something else than the register.
   *[other] { $count } statements of workshops say something else than the register.
}
mail-digest-days-short = { $count ->
    [one] The certificate asks for { $count } day, but the course has { $people }: the rule is to be changed.
   *[other] The certificate asks for { $count } days, but the course has { $people }: the rule is to be changed.
}
mail-digest-days-at-risk = { $count ->
    [one] { $count } person cannot reach the days for the certificate.
   *[other] { $count } people cannot reach the days for the certificate.
}
mail-digest-no-day-to-miss = { $count ->
    [one] { $count } person can miss no further day of the course.
   *[other] { $count } people can miss no further day of the course.
}
mail-digest-calls-to-make = { $count ->
    [one] { $count } phone call to make to somebody without an e-mail.
   *[other] { $count } phone calls to make to people without an e-mail.
}
mail-digest-certificates-ready = { $count ->
    [one] { $count } certificate ready to be published.
   *[other] { $count } certificates ready to be published.
}
mail-digest-untold = { $count ->
    [one] { $count } person with 1 workshop missing has heard nothing for at least 2 days.
   *[other] { $count } people with 1 workshop missing have heard nothing for at least 2 days.
}
