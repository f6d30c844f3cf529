//! A letter waits long: the program was off, or the mail server takes nothing. Or it is sent again days later. What it says
//! is so when it leaves; what comes too late does not leave.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition_file::Checked;
use percorso::domain::session::Hours;
use percorso::mail::transport::Transport;
use percorso::store::outbox::{self, OutboxLetter};
use percorso::usecases::cancel_enrolment;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, off, on, on_the_course, timed};
use crate::harness::{Database, Mail, TRAINER, World};
use crate::on_both;
use crate::outbox::smtp;

const NOT_SO: &str = "Quello che dice questa mail non vale più";

/// The second workshop has hours: Thursday 2 October, from half past nine to five.
fn with_hours(file: &mut Checked) {
    let hours = Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() };
    file.offerings[1].sessions[0].hours = Some(hours);
}

/// The program is off until an instant; then it does all that fell due meanwhile.
async fn off_until(world: &World, at: &str) {
    world.desk.clock.stand_at(at.parse().unwrap());
    world.settle().await;
}

/// The mails of a kind to somebody.
fn mails(world: &World, email: &str, kind: &str) -> Vec<Mail> {
    world.mails_to(email).into_iter().filter(|mail| mail.kind() == kind).collect()
}

/// The newest letter of a kind.
async fn letter(world: &World, kind: &str) -> OutboxLetter {
    let mut all = outbox::written_after(world.desk.store.reader(), 0, &[kind]).await.unwrap();
    all.pop().expect("the letter")
}

/// The office sends a letter again.
async fn again(world: &World, id: i64) -> Answer {
    let answer = world.admin().await.post(&format!("/gestione/posta/{id}/di-nuovo"), &[]).await;
    world.settle().await;
    answer
}

/// The office does not send it again, and reads why.
async fn not_again(world: &World, id: i64) {
    let refused = again(world, id).await;
    assert_eq!(refused.status, 422);
    refused.says(NOT_SO);
}

/// What a letter's subject says before its colon.
fn day_of(mails: &[Mail]) -> Vec<&str> {
    mails.iter().map(|mail| mail.subject.split(':').next().unwrap_or_default()).collect()
}

/// Somebody gives back what they have.
async fn leaves(world: &World, email: &str, key: &str) {
    let (id, person) = (world.enrolment(email, key).await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
}

/// Ada is in the second workshop, and the program goes off an hour before her reminder is due.
async fn before_the_reminder(world: &World) {
    world.programme(with_hours).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-09-30T06:00:00Z").await;
}

on_both!(a_reminder_that_leaves_the_day_before_says_tomorrow, |world| {
    before_the_reminder(world).await;
    off_until(world, "2014-10-01T08:00:00Z").await;
    assert_eq!(day_of(&mails(world, ADA, "reminder")), ["Domani"]);
});

on_both!(a_reminder_that_leaves_in_the_morning_of_the_day_says_today, |world| {
    before_the_reminder(world).await;
    off_until(world, "2014-10-02T05:00:00Z").await;
    assert_eq!(day_of(&mails(world, ADA, "reminder")), ["Oggi"]);
});

on_both!(a_reminder_does_not_leave_any_more_once_the_session_has_begun, |world| {
    before_the_reminder(world).await;
    off_until(world, "2014-10-02T08:00:00Z").await;
    assert_eq!(day_of(&mails(world, ADA, "reminder")), Vec::<&str>::new());
    assert_eq!(letter(world, "reminder").await.state, "withdrawn");
});

on_both!(a_reminder_that_is_sent_again_names_the_day_from_then, |world| {
    before_the_reminder(world).await;
    world.go_to("2014-10-01T08:00:00Z").await;
    let sent = letter(world, "reminder").await.id;
    assert_eq!(again(world, sent).await.status, 303);
    world.go_to("2014-10-02T05:00:00Z").await;
    assert_eq!(again(world, sent).await.status, 303);
    assert_eq!(day_of(&mails(world, ADA, "reminder")), ["Dopodomani", "Domani", "Oggi"]);
    world.go_to("2014-10-02T08:00:00Z").await;
    not_again(world, sent).await;
});

on_both!(what_whoever_leads_was_told_of_tomorrow_says_today_when_it_is_sent_again_then, |world| {
    world.programme(with_hours).await;
    world.go_to("2014-10-01T16:00:00Z").await;
    let sent = letter(world, "tomorrow-in-the-room").await.id;
    world.go_to("2014-10-02T05:30:00Z").await;
    assert_eq!(again(world, sent).await.status, 303);
    let told = mails(world, TRAINER, "tomorrow-in-the-room");
    let days: Vec<&str> = day_of(&told).into_iter().rev().take(2).collect();
    assert_eq!(days, ["Oggi in aula", "Domani in aula"]);
});

on_both!(who_leads_and_was_refused_the_evening_before_is_told_once_in_the_morning, |world| {
    world.programme(with_hours).await;
    world.go_to("2014-10-01T16:00:00Z").await;
    let told = letter(world, "tomorrow-in-the-room").await;
    let (tx, now) = (world.desk.store.begin().await.unwrap(), world.desk.clock.now());
    outbox::end(&tx, told.id, "refused", told.payload.clone(), None, now).await.unwrap();
    tx.commit().await.unwrap();
    world.go_to("2014-10-02T05:30:00Z").await;
    assert_eq!(again(world, told.id).await.status, 303);
    world.wait(TimeDelta::minutes(3)).await;
    let all = mails(world, TRAINER, "tomorrow-in-the-room");
    assert_eq!(day_of(&all), ["Domani in aula", "Domani in aula", "Oggi in aula"]);
});

async fn a_server_that_takes_nothing(database: Database) {
    const FULL: &str = "full@posta.example";
    let (address, _) = smtp().await;
    let transport = Transport::smtp(&address).unwrap();
    let world = World::with_transport(database, crate::harness::views(), transport).await;
    world.programme(with_hours).await;
    let offering = world.offering("workshop-2").await.to_string();
    let fields = [
        ("nome", "Fulvia"),
        ("cognome", "Prova"),
        ("email", FULL),
        ("privacy", "si"),
        ("offerta", offering.as_str()),
    ];
    let answer = world.admin().await.post("/gestione/persone/nuova", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.go_to("2014-09-30T12:00:00Z").await;
    let tried = letter(&world, "reminder").await;
    assert_eq!(tried.state, "waiting", "its tries have begun: {}", tried.tries);
    world.go_to("2014-10-03T12:00:00Z").await;
    let ended = letter(&world, "reminder").await;
    assert_eq!((ended.id, ended.state.as_str()), (tried.id, "withdrawn"), "the session is over");
    world.the_laws_hold().await;
}

#[rocket::async_test]
async fn a_reminder_that_a_server_does_not_take_ends_with_its_session_on_sqlite() {
    a_server_that_takes_nothing(Database::sqlite().await).await;
}

#[rocket::async_test]
async fn a_reminder_that_a_server_does_not_take_ends_with_its_session_on_postgres() {
    a_server_that_takes_nothing(Database::postgres().await).await;
}

on_both!(a_change_that_would_leave_after_the_session_is_told_nobody, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    world.go_to("2014-09-30T12:00:00Z").await;
    let hours = timed("2014-10-02", "09:00:00", "14:00:00", None);
    change(world, vec![moved(world, "workshop-2", 1, hours).await]).await;
    off_until(world, "2014-10-02T12:01:00Z").await;
    for email in [ADA, BEA] {
        assert_eq!(mails(world, email, "session-changed").len(), 0, "{email}");
    }
});

on_both!(r73_a_day_called_off_is_not_taken_out_of_calendars_after_it, |world| {
    on_the_course(world).await;
    world.go_to("2014-10-21T14:00:00Z").await;
    change(world, vec![Edit::CancelSession { session: world.session("corso", 1).await }]).await;
    off_until(world, "2014-10-23T08:00:00Z").await;
    for email in [ADA, BEA] {
        assert_eq!(mails(world, email, "session-cancelled").len(), 0, "{email}");
    }
});

on_both!(r73_a_goodbye_that_leaves_after_the_day_takes_nothing_out_of_a_calendar, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-10-01T14:00:00Z").await;
    leaves(world, ADA, "workshop-2").await;
    off_until(world, "2014-10-03T08:00:00Z").await;
    let calendars: Vec<usize> =
        mails(world, ADA, "place-released").iter().map(|mail| mail.calendars.len()).collect();
    assert_eq!(calendars, [0]);
});

/// The second workshop is a week later from now on.
async fn a_week_later(world: &World) {
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-09")).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
}

/// Whether a mail names the day of before, and the day of now.
fn names(mail: &Mail) -> [bool; 2] {
    ["giovedì 2 ottobre", "giovedì 9 ottobre"].map(|day| mail.text.contains(day))
}

on_both!(a_letter_that_is_sent_again_draws_the_rule_as_it_is_now, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let first = world.enrolment(ADA, "workshop-1").await;
    let reader = world.desk.store.reader();
    let sent = outbox::last_of(reader, first, "place-confirmed").await.unwrap().expect("the letter");
    a_week_later(world).await;
    let answer = again(world, sent.id).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!((letter.kind(), names(&letter)), ("place-confirmed", [false, true]), "{}", letter.text);
});

on_both!(a_letter_that_is_sent_again_proposes_what_can_be_chosen_now, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    change(world, vec![off(world.offering("workshop-1").await)]).await;
    world.settle().await;
    let sent = letter(world, "offering-cancelled").await.id;
    let told = world.mails_to(ADA).pop().unwrap();
    assert_eq!((told.kind(), names(&told)), ("offering-cancelled", [true, false]), "{}", told.text);
    a_week_later(world).await;
    let answer = again(world, sent).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let told = world.mails_to(ADA).pop().unwrap();
    assert_eq!((told.kind(), names(&told)), ("offering-cancelled", [false, true]), "{}", told.text);
});

/// The state of somebody's newest enrolment.
async fn newest(world: &World, email: &str, key: &str) -> String {
    world.states(email, key).await.pop().unwrap_or_default()
}

on_both!(a_goodbye_is_not_sent_again_to_whoever_is_enrolled_again, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    leaves(world, ADA, "workshop-2").await;
    world.settle().await;
    let goodbye = letter(world, "place-released").await.id;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    assert_eq!(newest(world, ADA, "workshop-2").await, "confirmed");
    not_again(world, goodbye).await;
    assert_eq!(mails(world, ADA, "place-released").len(), 1);
});

on_both!(a_goodbye_of_the_course_is_not_sent_again_to_whoever_has_a_place_again, |world| {
    on_the_course(world).await;
    leaves(world, ADA, "corso").await;
    world.settle().await;
    let goodbye = letter(world, "course-left").await.id;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(newest(world, ADA, "corso").await, "confirmed");
    not_again(world, goodbye).await;
});

on_both!(a_place_on_the_course_is_not_confirmed_again_after_the_course, |world| {
    on_the_course(world).await;
    let sent = letter(world, "course-confirmed").await.id;
    world.go_to("2015-01-22T10:00:00Z").await;
    not_again(world, sent).await;
});

on_both!(the_list_of_one_week_is_not_sent_again_in_the_next, |world| {
    world.programme(|_| {}).await;
    world.admin().await;
    world.go_to("2014-09-30T08:00:00Z").await;
    let sent = letter(world, "digest").await.id;
    assert_eq!(again(world, sent).await.status, 303, "it is still of this week");
    world.go_to("2014-10-06T05:00:00Z").await;
    not_again(world, sent).await;
});

on_both!(whoever_enrolled_meanwhile_is_not_told_that_the_workshop_has_a_date, |world| {
    world.programme(|_| {}).await;
    for email in [ADA, BEA] {
        let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", email)]).await;
        assert_eq!(asked.status, 303);
    }
    change(world, vec![moved(world, "workshop-4", 1, on("2014-10-09")).await]).await;
    world.sign_up("Ada", ADA, &["quarto-workshop"]).await;
    assert_eq!(newest(world, ADA, "workshop-4").await, "confirmed");
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(mails(world, BEA, "date-out").len(), 1);
    assert_eq!(mails(world, ADA, "date-out").len(), 0, "she has a place, and was told its date");
});
