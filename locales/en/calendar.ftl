calendar-untitled = Introductory workshop
calendar-hours-to-come = The hours will follow: the entry updates itself.
calendar-place-to-come = The address will come with the reminder.
calendar-your-path = Your path:
