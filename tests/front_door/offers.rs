//! A freed place is offered to whoever is next, taken, declined or left to run out; and every step that does nothing
//! says why.

use chrono::TimeDelta;
use percorso::domain::enrolment::State;
use percorso::store::enrolments;
use percorso::usecases::answer_offer::{self, Answer};
use percorso::usecases::{cancel_enrolment, offer_places, swap_workshop};
use rocket::futures::future::join_all;
use rocket::tokio::time::timeout;

use crate::harness::World;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";

/// Ada has the only place of the second workshop; Bea, Ciro and Dina wait for it, in this order.
async fn a_line(world: &World) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", CIRO), ("Dina", DINA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
}

async fn leaves(world: &World, email: &str) {
    let (id, person) = (world.enrolment(email, "workshop-2").await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
}

async fn taken(world: &World) -> i64 {
    let offering = world.offering("workshop-2").await;
    percorso::store::offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap().taken
}

async fn state(world: &World, email: &str) -> Vec<String> {
    world.states(email, "workshop-2").await
}

fn offer(world: &World, email: &str) -> String {
    let letter = world.mails_to(email).pop().unwrap();
    assert_eq!(letter.kind(), "place-offered");
    letter.first_link().unwrap().replace(crate::harness::SITE, "")
}

on_both!(a_freed_place_is_offered_to_the_first_and_taken_by_the_link_of_the_letter, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    assert_eq!(state(world, BEA).await, ["offered"]);
    let link = offer(world, BEA);
    let page = world.browser().get(&link).await;
    assert_eq!(page.status, 200);
    assert_eq!(state(world, BEA).await, ["offered"], "opening the link answers nothing");
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    assert_eq!(state(world, BEA).await, ["confirmed"]);
    assert_eq!(world.browser().post(&link, &[]).await.status, 303, "a second click changes nothing");
    world.settle().await;
    let letter = world.mails_to(BEA).pop().unwrap();
    assert_eq!((letter.kind(), letter.calendars[0].1.as_deref()), ("place-confirmed", Some("REQUEST")));
});

on_both!(while_somebody_could_be_offered_it_a_free_place_is_not_for_a_newcomer, |world| {
    a_line(world).await;
    let (id, person) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    assert_eq!(taken(world).await, 0, "the place is free, nobody was offered it yet");
    let form = crate::harness::form("Elsa", "elsa@posta.example", &[]);
    assert_eq!(world.browser().post(&format!("/workshop/{SECOND}/iscrizione"), &form).await.status, 303);
    assert_eq!(state(world, "elsa@posta.example").await, ["pending_wait"]);
    world.settle().await;
    assert_eq!(state(world, BEA).await, ["offered"]);
});

on_both!(declined_goes_to_the_next_at_once_and_leaves_the_line, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    let bea = world.enrolment(BEA, "workshop-2").await;
    let person = world.person(BEA).await;
    answer_offer::by_person(&world.desk, bea, person, Answer::Decline).await.unwrap();
    world.settle().await;
    assert_eq!(state(world, BEA).await, ["cancelled(declined)"]);
    assert_eq!(state(world, CIRO).await, ["offered"]);
});

on_both!(an_offer_that_runs_out_leads_to_the_end_of_the_line_and_the_second_one_out_of_it, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    world.wait(TimeDelta::hours(48)).await;
    assert_eq!(
        (state(world, BEA).await, state(world, CIRO).await),
        (vec!["waitlisted".to_owned()], vec!["offered".to_owned()])
    );
    assert!(world.mails_to(BEA).iter().any(|mail| mail.kind() == "offer-lapsed"));
    world.wait(TimeDelta::hours(48)).await;
    assert_eq!(state(world, DINA).await, ["offered"]);
    world.wait(TimeDelta::hours(48)).await;
    assert_eq!(state(world, BEA).await, ["offered"], "the turn comes round once more");
    world.wait(TimeDelta::hours(48)).await;
    assert_eq!(state(world, BEA).await, ["cancelled(offer_lapsed)"]);
    assert_eq!(state(world, CIRO).await, ["offered"]);
});

on_both!(the_links_of_an_offer_that_is_over_do_not_answer_the_next_one, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    let old = offer(world, BEA);
    world.wait(TimeDelta::hours(144)).await;
    assert_eq!(state(world, BEA).await, ["offered"], "the turn comes round once more");
    let new = offer(world, BEA);
    assert_ne!(old, new);
    let page = world.browser().get(&old).await;
    page.says("Questa offerta non vale più");
    assert!(!page.body.contains("<form method=\"post\""), "there is nothing to press");
    for link in [old.clone(), format!("{old}/no")] {
        world.browser().post(&link, &[]).await;
        assert_eq!(state(world, BEA).await, ["offered"], "{link}");
    }
    assert_eq!(world.browser().post(&new, &[]).await.status, 303);
    assert_eq!(state(world, BEA).await, ["confirmed"]);
});

on_both!(an_offer_taken_too_late_explains_itself, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    let link = offer(world, BEA);
    world.wait(TimeDelta::hours(48)).await;
    let page = world.browser().get(&link).await;
    page.says("Questa offerta non vale più");
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    world.browser().get(&link).await.says("Questa offerta non vale più");
    assert_eq!(state(world, BEA).await, ["waitlisted"]);
});

on_both!(no_offer_is_made_in_the_last_hours_and_free_places_are_for_all_then, |world| {
    a_line(world).await;
    world.go_to("2014-10-01T08:00:00Z").await;
    leaves(world, ADA).await;
    assert_eq!(state(world, BEA).await, ["waitlisted"], "less than fifteen hours are left");
    world.go_to("2014-10-01T10:30:00Z").await;
    world.sign_up("Elsa", "elsa@posta.example", &[SECOND]).await;
    assert_eq!(state(world, "elsa@posta.example").await, ["confirmed"]);
});

on_both!(when_it_begins_whoever_still_waits_is_told_and_leaves_the_line, |world| {
    a_line(world).await;
    world.go_to("2014-10-02T06:00:00Z").await;
    for email in [BEA, CIRO, DINA] {
        assert_eq!(state(world, email).await, ["cancelled(not_reached)"], "{email}");
        assert_eq!(world.mails_to(email).pop().unwrap().kind(), "line-closed");
    }
    assert_eq!(state(world, ADA).await, ["confirmed"]);
});

on_both!(raised_capacity_follows_the_same_rule, |world| {
    a_line(world).await;
    let offering = world.offering("workshop-2").await;
    crate::harness::changing::set_capacity(world, offering, Some(3)).await;
    world.settle().await;
    assert_eq!(
        (state(world, BEA).await, state(world, CIRO).await),
        (vec!["offered".to_owned()], vec!["offered".to_owned()])
    );
    assert_eq!(state(world, DINA).await, ["waitlisted"]);
});

on_both!(lowered_capacity_removes_nobody_and_admits_nobody_until_it_is_used_up, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(2)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", CIRO)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    let offering = world.offering("workshop-2").await;
    crate::harness::changing::set_capacity(world, offering, Some(1)).await;
    leaves(world, ADA).await;
    assert_eq!(
        (state(world, BEA).await, state(world, CIRO).await),
        (vec!["confirmed".to_owned()], vec!["waitlisted".to_owned()])
    );
    leaves(world, BEA).await;
    assert_eq!(state(world, CIRO).await, ["offered"]);
});

on_both!(swapping_gives_the_old_place_back_only_when_the_new_one_is_had, |world| {
    a_line(world).await;
    let elsa = world.sign_up("Elsa", "elsa@posta.example", &[FIRST]).await;
    drop(elsa);
    let (from, person) =
        (world.enrolment("elsa@posta.example", "workshop-1").await, world.person("elsa@posta.example").await);
    let (full, free) = (world.offering("workshop-2").await, world.offering("workshop-3").await);
    assert!(swap_workshop::swap_workshop(&world.desk, person, from, full).await.is_err());
    assert_eq!(world.states("elsa@posta.example", "workshop-1").await, ["confirmed"]);
    assert_eq!(state(world, "elsa@posta.example").await, Vec::<String>::new());
    swap_workshop::swap_workshop(&world.desk, person, from, free).await.unwrap();
    assert_eq!(world.states("elsa@posta.example", "workshop-1").await, ["cancelled(by_person)"]);
    assert_eq!(world.states("elsa@posta.example", "workshop-3").await, ["confirmed"]);
});

on_both!(an_offer_accepted_from_twenty_tabs_is_one_place, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    let bea = world.enrolment(BEA, "workshop-2").await;
    let person = world.person(BEA).await;
    let done =
        join_all((0..20).map(|_| answer_offer::by_person(&world.desk, bea, person, Answer::Accept))).await;
    assert!(done.iter().all(|answer| matches!(answer, Ok(State::Confirmed))), "{done:?}");
    assert_eq!(taken(world).await, 1);
    world.settle().await;
    let told = world.mails_to(BEA).iter().filter(|mail| mail.kind() == "place-confirmed").count();
    assert_eq!(told, 1);
});

on_both!(ten_sweeps_at_once_offer_a_freed_place_once, |world| {
    a_line(world).await;
    let (id, person) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    let made = join_all((0..10).map(|_| offer_places::offer_places(&world.desk))).await;
    let sum: usize = made.into_iter().map(Result::unwrap).sum();
    assert_eq!(sum, 1);
    let offering = world.offering("workshop-2").await;
    let all = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    assert_eq!(all.iter().filter(|e| e.state == "offered").count(), 1);
});

on_both!(an_hour_between_two_milliseconds_holds_nothing_up, |world| {
    a_line(world).await;
    leaves(world, ADA).await;
    let hold = enrolments::find(world.desk.store.reader(), world.enrolment(BEA, "workshop-2").await);
    let hold = hold.await.unwrap().unwrap();
    let until = hold.hold_until.unwrap() + TimeDelta::microseconds(500);
    let tx = world.desk.store.begin().await.unwrap();
    enrolments::set_hold(&tx, hold.id, until).await.unwrap();
    tx.commit().await.unwrap();
    let week = world.wait(TimeDelta::days(7));
    let ended = timeout(std::time::Duration::from_secs(60), week).await;
    assert_eq!(ended, Ok(()));
    assert_eq!(world.mails_to(BEA).iter().filter(|mail| mail.kind() == "offer-lapsed").count(), 1);
});
