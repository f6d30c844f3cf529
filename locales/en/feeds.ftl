# Calendars: the one people subscribe to, invitations by e-mail or the calendar only, files.

## Inside the calendar

feed-called-off = Appointment cancelled.
feed-more = Details and sign-up:
feed-name-programme = { $organisation }: workshops and course
feed-name-own = My path, { $organisation }

## The page

feed-title = Your calendar
feed-lede = The sessions you have a place in, in the calendar you already use.
feed-subscribe = Subscribe to your sessions
feed-subscribe-text = The calendar updates itself: if the date, time or address changes, or a session is called off, you see it there.
feed-subscribe-button = Open in your calendar program
feed-address = Or copy this address
feed-address-hint = In your calendar program look for “From URL”, “From the internet” or something similar, and paste it.
feed-address-open = Open the address in the browser (.ics file)
feed-often = Each program decides when to look for news: some every few hours, others once a day. We write to you about changes in any case.
feed-secret = Whoever has this address sees your sessions: keep it to yourself. If it got into other hands, change it. The present one stops working at once: then add the new one to your calendar.
feed-new = Change the address
feed-choice = How you want your appointments
feed-choice-mail = Invitations by e-mail
feed-choice-mail-text = You get an invitation for each session. If something changes, an e-mail updates it.
feed-choice-only = Calendar only, no invitations
feed-choice-only-text = We still write to you, but without invitations. Your sessions are in the calendar you subscribe to, and in the files.
feed-choice-to-only = If you change to “Calendar only, no invitations”, we send you one cancellation, once, for each appointment that has already come by e-mail. Your place stays yours. The same sessions go on in the calendar you subscribe to: it is best to subscribe first.
feed-choice-to-mail = If you go back to “Invitations by e-mail”, we send you an invitation for each session still to come. With invitations and the subscription together, some programs show each session twice.
feed-choice-save = Save the choice
feed-choice-missing = Choose one of the two
feed-files = The files
feed-files-text = An .ics file is a picture of this moment: it does not update itself afterwards. If something changes, download it again: the appointments are the same as those of the invitations.
feed-files-none = For now you have no session with a date and a place. When you have one, you will find it here and in the calendar you subscribe to.
feed-file-all = Download all your sessions (.ics file)
feed-file-course = Download the days of the course (.ics file)
feed-file-one = Download (.ics file)
feed-ahead = What comes next

## Links from other pages

feed-add = Add to calendar (.ics file)
feed-aside-text = Subscribe to your sessions, choose whether you want invitations by e-mail, download the files.
feed-aside-link = Open your calendar
feed-public-workshop = Put the date into your calendar (.ics file)
feed-public-course = Put the days into your calendar (.ics file)
feed-public-all = The whole programme, workshops and course (.ics file)
feed-public-hint = The file is not a sign-up.

## Done

flash-calendar-mail = Done: the invitations come by e-mail.
flash-calendar-only = Done: no invitations by e-mail. Your sessions are in the calendar you subscribe to.
flash-calendar-address = Done: the address is new. The one before does not work any more.
