# “I took part, but it does not show”: the person tells us, the office checks and answers.

disp-link = I took part, but it does not show here
disp-title = You took part, but it does not show here?
disp-lede = Tell us: we check the register and the sign-in sheet, and write to you what we found.
disp-paper = The signed paper sheet is what counts.
disp-words = What happened
disp-words-hint = A few words are enough, for example when you arrived. Write nothing about your health. 500 characters at most.
disp-err-enough = These words were not added: what you have written already is enough to check. If more is needed, write to us.
disp-send = Send
disp-kept = You can tell us up to { $n } days after the session.
disp-report = Report a missing attendance
disp-band = We are checking your attendance on { $day }.
disp-waiting-title = We are checking your attendance
disp-waiting-text = You will hear from us by { $day }. Nothing changes until then.
disp-answered = What you reported
disp-outcome-accepted = You were right: your attendance is recorded now.
disp-outcome-declined = We have checked: your attendance is not recorded.
disp-answer = “{ $answer }”
disp-tag = attendance contested
flash-dispute-opened = Your report was sent.
refusal-not-recorded-yet = Attendance at this session is not recorded yet: your path is brought up to date when the register is closed.
refusal-recorded-already = Your attendance at this session is recorded, or about to be: there is no need to report it.
refusal-too-late-to-contest = More than 30 days have passed since the session: it can no longer be reported here. Write to us, we will look at it together.
refusal-answered-already = We have already answered you about this session. If it looks wrong, write to us: we will look at it together.

## The office

disp-office-title = Attendance contested
disp-office-text = People who say they were there. Check the sign-in sheet, then correct the attendance or answer why it is not recorded. Until you answer, no provisional place is released.
disp-office-none = No open report: a good sign.
disp-late = waiting more than 2 days
disp-says = The person says
disp-says-nothing = Only that they were there.
disp-register = The register says
disp-trainers = Led by
disp-accept = Was there: correct the attendance
disp-decline = The attendance is not recorded
disp-decline-reason = What you answer
disp-decline-button = Answer that it is not recorded
flash-dispute-declined = Answer sent.
disp-accepted-meanwhile = The attendance has been corrected, and is recorded now.
disp-declined-meanwhile = The attendance was not confirmed. { $by } has answered already: “{ $text }”
refusal-settled-meanwhile = Somebody else of the office has dealt with it meanwhile.
audit-act-decline-dispute = answered a contested attendance
audit-kind-decline-dispute = Attendance contested
office-act-decline-dispute = Report: the attendance is not recorded
office-filter-contested = Attendance contested, { $count }

## The e-mail

mail-subject-dispute-declined = { $has_day ->
    [yes] Your attendance on { $date_long }: we have checked
   *[no] Your attendance: we have checked
}
office-letter-dispute-declined = answer to a contested attendance
disp-mail-lead = You told us that you were there. We have checked: your attendance is not recorded.
disp-mail-answer = What we found: “{ $answer }”
