calendar-untitled = Introductory workshop
calendar-hours-to-come = The hours will follow: the entry updates itself.
calendar-place-to-come = The address will follow: the entry updates itself.
calendar-your-path = Your path:
