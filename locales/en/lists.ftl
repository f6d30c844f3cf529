# Office: lists to print. The sentence on top says which list it is.

print-version = Version to print
print-back = Back to the list
print-people = { $n ->
    [one] 1 enrolment.
   *[other] { $n } enrolments.
} Edition: { $edition }. Workshop or course: { $offering }. State: { $state }.{ $has_search ->
    [yes] {" "}Search: “{ $search }”.
   *[no] {""}
} Printed on { $day }.
print-calls = { $n ->
    [0] No calls to make.
    [one] 1 call to make.
   *[other] { $n } calls to make.
} Printed on { $day }.
print-certificates = { $n ->
    [0] Nobody.
    [one] 1 person.
   *[other] { $n } people.
} Edition: { $edition }. Certificates published: { $issued }, to publish: { $ready }. Printed on { $day }.
print-board = { $n ->
    [0] Nobody.
    [one] 1 person.
   *[other] { $n } people.
} Edition: { $edition }. Stage: { $stage }. Printed on { $day }.
print-board-filter = Filter: { $chosen }.
print-board-profile = Profile: { $profile }.
print-board-workshop = Workshop: { $workshop }.
print-board-search = Search: “{ $search }”.
