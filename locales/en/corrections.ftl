# An attendance corrected after its register took effect: the office’s page and the e-mail to the person.

corr-title = Correct an attendance
corr-attendance = Attendance
corr-col-session = Session
corr-link = Correct
corr-link-set = Mark
corr-day-of = Day { $n } of { $of }
corr-stands = Recorded now
corr-by = { $by }, { $at }
corr-contested = The person says they were there ({ $at }).
corr-register = Open the register
corr-form = Correct
corr-mark-label = Attendance
corr-reason-hint = The person reads it in the e-mail, and it stays in the history. Only facts: no health, no personal stories.
corr-check-hint = Before saving you see what changes for the person. Nothing is sent until then.
# The reason that is filled in where the person told us; they read it, in their language.
corr-reason-contested = You told us that you were there: we have checked.
corr-err-mark = Choose the attendance
corr-err-long = Shorten the text: 500 characters at most
corr-meanwhile = Somebody else has corrected this attendance meanwhile
corr-meanwhile-text = Below you read what is recorded now. What you wrote is still in the form, and is not saved. If you send it again, what you send stands.

## Marks in words

corr-mark-present = present
corr-mark-late = late, counts
corr-mark-left-early = left early, counts
corr-mark-absent = not present
corr-mark-excused = absent, excused
corr-mark-cleared = no mark
corr-mark-none = no mark

## What changes

corr-means = What changes for the person
corr-becomes = Becomes
corr-topics = Workshops that count
corr-days = Days of the course
corr-from-to = from { $before } to { $after } (of { $of })
corr-save = Save the correction
corr-letter = An e-mail goes out: what was recorded, what is recorded now, and why.
corr-no-letter = There is no address: this person has to be told by phone.
corr-follows-rule-reached = Reaches the workshops the course requires, and reads so in an e-mail.
corr-follows-rule-in-doubt = Had reached the rule with this attendance. Nothing is taken away: it becomes a task, and a person decides.
corr-follows-rule-safe = The doubt about the rule is settled.
corr-follows-place-final = The provisional place on the course becomes final.
corr-follows-place-safe = The provisional place on the course no longer runs out: the missing workshops are booked.
corr-follows-place-ends = The provisional place on the course gets an end, and the person an e-mail that says when.
corr-follows-course-place-in-doubt = Has a place on the course that rests on this attendance. The place stays until a person decides.
corr-follows-certificate-in-doubt = There is a certificate already, and it says something else. It stays valid: it becomes a task.
corr-follows-certificate-safe = The certificate says what the register says again: the doubt is settled.
corr-follows-statement-in-doubt = Has a statement of this workshop already: with this correction its public check no longer says that it is valid. The person is told so, and it becomes a task.
corr-follows-statement-safe = The statement of this workshop says again what the register says: it is valid again, and the doubt is settled.
corr-follows-days-out-of-reach = The days for the certificate can no longer be reached.
corr-follows-days-within-reach = The days for the certificate can be reached again.
corr-in-edition = In the edition “{ $edition }”
corr-follows-nothing = Nothing else changes on the path.

## Done, and refusals

flash-mark-corrected = Attendance corrected.
refusal-register-not-effective = The register has not taken effect yet: the attendance is changed in the register.
refusal-corrected-meanwhile = Somebody else has corrected this attendance meanwhile.
refusal-same-mark = Choose another attendance: this one is recorded already.
audit-act-correct-mark = corrected an attendance
audit-kind-correct-mark = Attendance corrected
office-act-correct-mark = Attendance corrected

## The e-mail

mail-subject-mark-corrected = { $has_day ->
    [yes] Your attendance on { $date_long } was corrected
   *[no] An attendance of yours was corrected
}
office-letter-mark-corrected = attendance corrected
corr-mail-lead = { $has_by ->
    [yes] { $by } corrected your attendance at this session.
   *[no] We corrected your attendance at this session.
}
corr-mail-was = Before:
corr-mail-now = Now:
corr-mail-reason = Reason: “{ $reason }”
corr-mail-asked = You had told us so: thank you.
corr-mail-counts = { $attended ->
    [yes] It matters because only workshops you attended count for the course: this one is now among yours.
   *[no] It matters because only workshops you attended count for the course: this one is now not among yours.
}
corr-mail-days = { $needed ->
    [0] Days of the course attended: { $n } of { $of }.
   *[other] Days of the course attended: { $n } of { $of }. The certificate needs { $needed }.
}
corr-mail-rule-in-doubt = You already had the workshops the course requires. Nothing changes for now: we are looking at it, and if something has to change we will write to you first.
corr-mail-certificate-in-doubt = Your certificate stays as it is for now: we are looking at it, and if something has to change we will write to you first.
corr-mail-statement-in-doubt = The statement of this workshop that you were given is no longer valid: whoever checks its code sees so. Please do not use it.
corr-mail-statement-safe = The statement of this workshop that you were given is valid again.
corr-mail-elsewhere = This attendance also counts for “{ $edition }”. What you have there stays as it is for now: we are looking at it, and if something has to change we will write to you first.
corr-mail-contest = If this looks wrong, reply to this e-mail: the signed paper sheet is what counts.

## On the person’s path

my-corrected = { $has_day ->
    [yes] Your attendance on { $day } was corrected
   *[no] One of your attendances was corrected
}
my-corrected-now = It now says: { $mark }.
my-corrected-why = Reason: “{ $reason }”
my-corrected-who = { $has_by ->
    [yes] { $by } corrected it on { $on }.
   *[no] We corrected it on { $on }.
}
my-corrected-contest = Does it look wrong? Tell us
my-corrected-write = If it looks wrong, write to us: the signed paper sheet is what counts.
