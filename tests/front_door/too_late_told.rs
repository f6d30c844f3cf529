//! A workshop that comes too late for the course says so in whatever letter or call brings its date: that it was moved there,
//! that a place in it is offered, that somebody waits for one.

use chrono::TimeDelta;
use percorso::usecases::cancel_enrolment;

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, change, moved, on};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

pub const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
pub const DOES_NOT_COUNT: &str = "non conta per il corso";

/// Moves the third workshop to the day after the course's first one, and lets the quiet time go by.
pub async fn comes_too_late(world: &World) {
    let later = on("2014-10-23");
    change(world, vec![moved(world, "workshop-3", 1, later).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
}

/// The newest letter of a kind to somebody says it, in both its parts.
#[track_caller]
fn says_so(world: &World, email: &str, kind: &str) {
    let mail = world.mails_to(email).into_iter().rfind(|mail| mail.kind() == kind).expect("the letter");
    for part in [&mail.text, &mail.html] {
        assert!(part.contains(DOES_NOT_COUNT) && part.contains("22 ottobre"), "{kind}: {part}");
    }
}

on_both!(a_workshop_that_is_moved_behind_the_first_day_of_the_course_says_that_it_does_not_count, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    let admin = world.admin().await;
    by_phone(world, &admin, "Ugo", "workshop-3", &[]).await;
    comes_too_late(world).await;
    says_so(world, ADA, "session-changed");
    admin.get("/gestione/telefonate").await.says(DOES_NOT_COUNT);
});

on_both!(whoever_waits_for_a_workshop_that_comes_too_late_and_is_offered_a_place_reads_it, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    comes_too_late(world).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    says_so(world, ADA, "waiting-list-joined");
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-3", &[]).await);
    admin.get("/gestione/telefonate").await.says(DOES_NOT_COUNT);
    let (id, person) = (world.enrolment(BEA, "workshop-3").await, world.person(BEA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
    says_so(world, ADA, "place-offered");
    assert_ne!(ugo, person);
});

on_both!(in_the_last_hours_a_free_place_in_it_is_not_said_to_count_either, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    comes_too_late(world).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    world.go_to("2014-10-22T10:00:00Z").await;
    let (id, person) = (world.enrolment(BEA, "workshop-3").await, world.person(BEA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
    world.wait(TimeDelta::minutes(1)).await;
    says_so(world, ADA, "place-free");
});
