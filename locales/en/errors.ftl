# Error pages: what happened, and what to do now.
error-document-title = Error: { $title }
error-link-programme = Back to the programme
error-link-sign-in = Sign in with your e-mail
error-link-office = Back to the office
error-link-room = Back to your sessions
error-link-path = Go to your path
error-link-help = Go to help
error-contact = If this does not solve it, get in touch: our contacts are at the foot of the page. Please mention code { $code }.

error-title-400 = We did not understand this request
error-text-400 = The address, or the form, reached us incomplete.
error-next-400 = Go back, reload the page and try again. If you come from an e-mail, open the link straight from it: links copied by hand break easily.

error-title-403 = This request did not go through
error-text-403 = The page had been open for too long, or the form did not come from this site.
error-next-403 = Go back, reload the page and try again. If you were looking for a reserved page, sign in with the e-mail address the office knows.

# A page that is there, but not for whoever asks for it.
error-title-reserved = This page is not for everybody
error-kept-room = This page is reserved for whoever leads sessions.
error-kept-office = This page is reserved for the office.
error-kept-work = This page is reserved for the secretaries and the administration.
error-kept-admin = This page is reserved for the administration.
error-next-reserved = Nothing was changed. If what you wanted to do is yours to do, ask an administrator for the role it needs.

# A form that was sent once the sign-in had ended; and one whose page is older than the sign-in: who opened it may be another person.
error-title-signed-out = Not saved: your sign-in had ended
error-text-signed-out = We have recorded nothing, but what you had marked or written is still on this page. Do not close it.
error-next-signed-out = Sign in in another tab. Then come back to this one and press “Send again”.
error-title-sign-in-again = Not saved yet: one more step
error-text-sign-in-again = Since this page was opened, somebody has signed in anew in this browser. What was marked or written is still here.
error-account-sign-in-again = { $account } is signed in now: if you press “Send again”, we record it in the name of { $account }.
error-next-sign-in-again = If that is not you, do not send it: press “Sign out”, sign in with your own e-mail address and fill in the form again.
error-link-sign-in-tab = Sign in in another tab
error-send-again = Send again

error-title-404 = We cannot find this page
error-text-404 = There may be a mistake in the address, or the page is no longer there. It may also be a page you only see after signing in.
error-next-404 = If you come from an e-mail, check that the link is whole: links sometimes break across lines. All workshops and the course are in the programme.

error-title-405 = This page does not open this way
error-text-405 = This address only receives a form. People sometimes get here from a bookmark, or by reloading after sending.
error-next-405 = Go back to the page you came from, or start again from the programme. If you had already sent the form, look at your mail: the answer arrives there.

error-title-410 = This link is no longer valid
error-text-410 = It has expired, or it has already been used.
error-next-410 = Sign in with your e-mail: you will get a new link and see where you are. If you have no sign-up yet, start again from the programme.

error-title-413 = What you sent is too large
error-text-413 = It is over the limit of this form and we did not store it.
error-next-413 = Go back, shorten the text and send it again. If you need more room, write us an e-mail.

error-title-415 = We cannot read this format
error-text-415 = The site only reads the forms of its own pages. We stored nothing.
error-next-415 = Go back to the page with the form, reload it and send it again from there.

error-title-422 = We could not read the whole form
error-text-422 = Some answers are missing, or are not in a form we expected. We stored nothing.
error-next-422 = Go back: what you wrote is usually still in the form. Check it and send it again.

error-title-429 = Too many requests in a short time
error-text-429 = There is a limit, to protect the site and people’s mailboxes. This request went over it and was not carried out.
error-next-429 = Wait a few minutes and try again. If you asked for the same e-mail several times, look in your mail and your spam folder first; then try again in an hour.

error-title-500 = Something broke on our side
error-text-500 = It is not your fault. Whatever the site had already confirmed to you stays valid. We cannot say, though, whether the last thing you sent reached us.
error-next-500 = Go back: what you wrote in the form is usually still there. You can send it again in a few minutes: the same sign-up is not counted twice.

error-title-503 = The site cannot answer right now
error-text-503 = We are doing maintenance, or there are too many requests at once. Sign-ups already confirmed stay valid.
error-next-503 = Try again in a few minutes. If you were filling in a form, leave the page open and send it later.
