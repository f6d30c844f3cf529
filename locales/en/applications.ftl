# The course where a person decides: the application, the e-mails, the office’s page.

## Whoever applies

my-enrol-title-apply = Apply for the course
my-apply-lede = For this course the office decides. We have filled everything in already: check it and send the application.
my-apply-provisional = You have booked the workshops you still need: if the application is accepted the place is provisional, and becomes final once you have attended them.
my-apply-go = Apply for the course
my-apply-again = Apply again
my-apply-can = You can already apply for the course: the office decides. If the application is accepted the place is provisional, and becomes final once you have attended the workshops you booked.
my-declined = Your application for the course was declined ({ $day })
my-declined-again = As long as sign-up is open you can apply again.
my-declined-write = If you would like to talk about it, write to
my-confirm-apply = We write to you at once that the application is here, and again when there is an answer. You can withdraw it whenever you like.
my-apply = Send the application

## E-mails

mail-subject-application-received = We have your application for the course
mail-application-received-lead = We will read it and answer by e-mail. There is nothing else to do for now.
mail-application-received-met = The workshops are there: the application is complete.
mail-application-received-missing = You have booked the workshops you still need: if the application is accepted the place is provisional, and becomes final once you have attended them.
mail-application-leave = Changed your mind?
mail-application-leave-link = Withdraw the application
mail-subject-application-declined = Your application for the course was not accepted
mail-application-declined-lead = This time we cannot give you a place on the course.
mail-application-declined-why = The reason:
office-letter-application-received = application for the course received
office-letter-application-declined = application for the course not accepted

## Applications

apply-nav = Applications
apply-title = Applications for the course
apply-places-unlimited = Places without limit, { $taken } taken
apply-waiting =
    { $n ->
        [one] 1 person on the waiting list
       *[other] { $n } people on the waiting list
    }
apply-at = received { $at }
apply-attended = Attended
apply-earlier = { $n ->
    [one] from an earlier edition
   *[other] from earlier editions
}
apply-booked = Booked
apply-waiver = Waiver
apply-gives = If you accept it
apply-gives-place = a final place
apply-gives-provisional = a provisional place, until the workshops booked
apply-gives-full = there is no free place: the waiting list is left
apply-gives-no = cannot have a place now: workshops are missing
apply-accept = Accept
apply-wait = Put on the waiting list
apply-decline = Do not accept
apply-decline-text = An e-mail with the reason leaves: the person reads it.
apply-none = No applications to look at.
apply-no-course = In this edition places on the course are given at once: there are no applications.
refusal-decided-meanwhile = { $by } has decided meanwhile. Now: “{ $state }”.
refusal-no-application = This application has changed meanwhile. Now: “{ $state }”.
flash-application-accepted = Application accepted: they have a place on the course.
flash-application-provisional = Application accepted: they have a provisional place on the course.
flash-application-waits = Put on the waiting list.
flash-application-declined = Application not accepted. The e-mail with the reason is on its way.
