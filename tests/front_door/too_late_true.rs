//! That a workshop does not count for the course is said as it is when the letter leaves, and when it is sent again: a second
//! change does not take the sentence away, and the course's first day may move behind the workshop or before it.

use chrono::TimeDelta;
use percorso::domain::invite::Appointment;
use percorso::store::outbox;
use percorso::usecases::cancel_enrolment;

use crate::board_true::refuse;
use crate::harness::changing::{ADA, BEA, change, moved, on, timed};
use crate::harness::{Mail, World};
use crate::on_both;
use crate::too_late_told::{DOES_NOT_COUNT, THIRD, comes_too_late};

/// The mails of a kind that somebody got, oldest first.
fn mails(world: &World, email: &str, kind: &str) -> Vec<Mail> {
    world.mails_to(email).into_iter().filter(|mail| mail.kind() == kind).collect()
}

/// There are so many letters of a kind to somebody, and the newest says in both its parts that the workshop does not count for
/// a course that begins on this day; or says nothing of it.
#[track_caller]
fn says(world: &World, (email, kind, count): (&str, &str, usize), first_day: Option<&str>) {
    let got = mails(world, email, kind);
    assert_eq!(got.len(), count, "{kind}");
    let newest = got.last().expect("the letter");
    for part in [&newest.text, &newest.html] {
        assert_eq!(part.contains(DOES_NOT_COUNT), first_day.is_some(), "{kind}: {part}");
        assert!(first_day.is_none_or(|day| part.contains(day)), "{kind}: {part}");
    }
}

async fn moves(world: &World, key: &str, to: Appointment) {
    change(world, vec![moved(world, key, 1, to).await]).await;
}

/// The course begins on another day, and everybody has been told.
async fn course_begins(world: &World, date: &str) {
    moves(world, "corso", on(date)).await;
    world.wait(TimeDelta::minutes(11)).await;
}

/// The office sends the newest letter of a kind once more.
async fn again(world: &World, kind: &str) {
    let reader = world.desk.store.reader();
    let letter = outbox::written_after(reader, 0, &[kind]).await.unwrap().pop().expect("the letter").id;
    let answer = world.admin().await.post(&format!("/gestione/posta/{letter}/di-nuovo"), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
}

on_both!(a_second_change_within_the_quiet_time_does_not_take_the_sentence_away, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    moves(world, "workshop-3", on("2014-10-23")).await;
    world.wait(TimeDelta::minutes(5)).await;
    moves(world, "workshop-3", timed("2014-10-23", "14:00:00", "18:00:00", None)).await;
    world.wait(TimeDelta::minutes(11)).await;
    says(world, (ADA, "session-changed", 1), Some("22 ottobre"));
});

on_both!(a_second_change_within_the_quiet_time_that_leads_back_before_the_course_takes_it_away, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    moves(world, "workshop-3", on("2014-10-23")).await;
    world.wait(TimeDelta::minutes(5)).await;
    moves(world, "workshop-3", on("2014-10-21")).await;
    world.wait(TimeDelta::minutes(11)).await;
    says(world, (ADA, "session-changed", 1), None);
});

on_both!(a_confirmation_with_its_invite_that_is_sent_again_says_it_again, |world| {
    world.programme(|_| {}).await;
    comes_too_late(world).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    says(world, (ADA, "place-confirmed", 1), Some("22 ottobre"));
    again(world, "place-confirmed").await;
    says(world, (ADA, "place-confirmed", 2), Some("22 ottobre"));
});

on_both!(where_the_course_is_moved_behind_the_workshop_before_the_letter_left_nothing_is_said, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    let bea = world.sign_up("Bea", BEA, &[THIRD]).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    moves(world, "workshop-3", on("2014-10-23")).await;
    world.wait(TimeDelta::minutes(5)).await;
    course_begins(world, "2014-10-24").await;
    for email in [ADA, BEA] {
        says(world, (email, "session-changed", 1), None);
    }
});

on_both!(where_the_course_is_moved_before_the_workshop_before_the_letter_left_it_is_said, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    moves(world, "workshop-3", on("2014-10-21")).await;
    world.wait(TimeDelta::minutes(5)).await;
    course_begins(world, "2014-10-20").await;
    says(world, (ADA, "session-changed", 1), Some("20 ottobre"));
});

on_both!(a_letter_about_the_line_that_is_sent_again_says_what_counts_since_the_course_was_moved, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    comes_too_late(world).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    says(world, (ADA, "waiting-list-joined", 1), Some("22 ottobre"));
    course_begins(world, "2014-10-24").await;
    again(world, "waiting-list-joined").await;
    says(world, (ADA, "waiting-list-joined", 2), None);
});

on_both!(a_change_in_words_alone_that_is_sent_again_says_what_counts_since_the_course_was_moved, |world| {
    world.programme(|_| {}).await;
    let bea = world.sign_up("Bea", BEA, &[THIRD]).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    comes_too_late(world).await;
    says(world, (BEA, "session-changed", 1), Some("22 ottobre"));
    course_begins(world, "2014-10-24").await;
    again(world, "session-changed").await;
    says(world, (BEA, "session-changed", 2), None);
});

on_both!(a_refused_letter_whose_sentence_is_not_so_any_more_leaves_as_a_new_one_without_it, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    comes_too_late(world).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    let refused = refuse(world, "waiting-list-joined").await;
    course_begins(world, "2014-10-24").await;
    again(world, "waiting-list-joined").await;
    says(world, (ADA, "waiting-list-joined", 2), None);
    let old = outbox::find(world.desk.store.reader(), refused.id).await.unwrap().expect("the refused one");
    assert_eq!(old.state, "withdrawn", "its words hold no more");
});

on_both!(a_date_that_was_asked_for_and_is_sent_again_says_what_counts_since_the_course_was_moved, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    moves(world, "workshop-4", on("2014-10-23")).await;
    world.wait(TimeDelta::minutes(11)).await;
    says(world, (BEA, "date-out", 1), Some("22 ottobre"));
    course_begins(world, "2014-10-24").await;
    again(world, "date-out").await;
    says(world, (BEA, "date-out", 2), None);
    course_begins(world, "2014-10-21").await;
    again(world, "date-out").await;
    says(world, (BEA, "date-out", 3), Some("21 ottobre"));
});

on_both!(an_offer_that_ran_out_before_its_new_date_was_told_says_it_with_that_date, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", "ciro@posta.example")] {
        world.sign_up(given, email, &[THIRD]).await;
    }
    let (id, person) = (world.enrolment(ADA, "workshop-3").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-3").await, ["offered"]);
    world.wait(TimeDelta::hours(48) - TimeDelta::minutes(5)).await;
    moves(world, "workshop-3", on("2014-10-23")).await;
    world.wait(TimeDelta::minutes(6)).await;
    says(world, (BEA, "offer-lapsed", 1), Some("22 ottobre"));
    assert_eq!(mails(world, BEA, "session-changed").len(), 0, "the letter about the offer has the date too");
});
