# Office: roles, and who did what.

office-nav-audit = Who did what
office-nav-settings = Settings
office-nav-roles = Roles
office-read-only = Your role is “read only”: you can look here, not change anything.

## Roles

roles-title = Roles
roles-who = Who has a role
roles-own = You
roles-since = { $role }, since { $at }
roles-make-admin = Administration
roles-make-secretary = Secretary
roles-make-reader = Read only
roles-take = Take the role away
roles-give = Give a role
roles-give-text = They sign in with this address. If we do not know them yet, we add them.
roles-give-button = Give the role
roles-role = Role
roles-name-hint = Only needed for somebody who is not on the list yet.
roles-meanwhile = { $who }: now “{ $now }”, you had chosen “{ $chosen }”. If you send it again, what you choose counts.
role-none = No role
role-admin = Administration
role-secretary = Secretary
role-reader = Read only
role-text-admin = Can do everything: also the rule, waivers, roles, notes and erasing data.
role-text-secretary = Does the office’s work: people, places, dates, registers, e-mails. Leaves the rule, waivers, roles, notes and erasing alone.
role-text-reader = Looks and changes nothing. Does not see notes.
err-ruolo-missing = Choose a role
flash-role-given = Done: the role holds from now on.
flash-role-changed = Done: the role has changed.
flash-role-taken = Done: the role was taken away. You can give it back whenever you like.

## Who did what

audit-title = Who did what
audit-text = Everything the office did, with what was there before and why. These lines cannot be changed or deleted.
audit-of-person = Lines about { $name }.
audit-of-session = Lines about this session:
audit-marks = Marks set in a register that is still open are not here: they stay in the register, each with whoever set it.
audit-link = Who did what
audit-gone = an erased person
audit-all = Show all
audit-filters = Filters
audit-acts = What
audit-authors = Who
audit-lines = Lines
audit-none = No lines.
audit-then = then
audit-proposes-all = whoever was enrolled is offered all the workshops that each of them still needs
audit-proposes-only = whoever was enrolled is offered only these, where still needed:
audit-proposes-nothing = whoever was enrolled is offered no other workshop
audit-undo = Undo it here
audit-actor-staff = The office
audit-actor-command = Whoever runs the program
audit-actor-job = The program
audit-actor-person = The person
audit-status-planned = planned
audit-status-cancelled = cancelled
audit-status-published = published
audit-status-draft = draft
audit-status-archived = archived
audit-act-move-enrolment = changed a sign-up
audit-act-waive-rule = gave a waiver
audit-act-change-programme = changed the programme
audit-act-accept-key = put another secret key in the place of the lost one
audit-act-grant-role = gave a role
audit-act-take-role = took a role away
audit-act-close-register = closed a register
audit-act-undo-closing = undid the closing of a register
audit-act-import-edition = loaded the file of an edition
audit-act-send-again = sent an e-mail again
audit-kind-move-enrolment = Sign-ups
audit-kind-waive-rule = Waivers
audit-kind-change-programme = Programme
audit-kind-accept-key = Secret keys replaced
audit-kind-grant-role = Roles given
audit-kind-take-role = Roles taken away
audit-kind-close-register = Registers closed
audit-kind-undo-closing = Closings undone
audit-kind-import-edition = Files loaded
audit-kind-send-again = E-mails sent again
