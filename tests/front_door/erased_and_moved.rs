//! Somebody was erased after what they had a place in was over; then the office moves it, or adds to it, so that it lies
//! ahead again: nobody expects them, and nobody is told.

use percorso::domain::change::Edit;
use percorso::store::{enrolments, invites, offerings, outbox, tasks};

use crate::finished_course::{finished, publish};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, change, moved, on};
use crate::on_both;

/// The person's enrolment in an offering: how it stands, and how many of its invites are live.
async fn stands(world: &World, person: i64, key: &str) -> (String, usize) {
    let reader = world.desk.store.reader();
    let offering = world.offering(key).await;
    let all = enrolments::of_person(reader, person).await.unwrap();
    let one = all.into_iter().find(|enrolment| enrolment.offering_id == offering).unwrap();
    let live = invites::of_enrolment(reader, one.id).await.unwrap();
    (one.cancel_reason.unwrap_or(one.state), live.iter().filter(|invite| invite.ended_at.is_none()).count())
}

async fn erase(world: &World, person: i64, surname: &str) {
    let admin = world.admin().await;
    let path = format!("/gestione/persone/{person}/cancella");
    assert_eq!(admin.post(&path, &[("conferma", surname)]).await.status, 303);
    world.settle().await;
}

async fn taken(world: &World, key: &str) -> i64 {
    let id = world.offering(key).await;
    offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap().taken
}

/// Letters to the person, and calls about them.
async fn told(world: &World, person: i64) -> (usize, usize) {
    let reader = world.desk.store.reader();
    let open = tasks::open_of(reader, world.edition().await).await.unwrap();
    (
        outbox::of_person(reader, person).await.unwrap().len(),
        open.iter().filter(|task| task.person_id == Some(person)).count(),
    )
}

on_both!(a_day_added_to_a_course_that_was_over_does_not_wait_for_whoever_was_erased, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    world.go_to("2014-11-06T09:00:00Z").await;
    let (person, offering) = (world.person(ADA).await, world.offering("corso").await);
    let before = taken(world, "corso").await;
    erase(world, person, "Prova").await;
    assert_eq!(stands(world, person, "corso").await.0, "confirmed", "what was held stays held");
    assert_eq!(taken(world, "corso").await, before);
    let to = on("2015-06-17");
    change(world, vec![Edit::AddSession { offering, to }]).await;
    world.settle().await;
    world.the_laws_hold().await;
    assert_eq!(stands(world, person, "corso").await, ("erased".to_owned(), 0));
    assert_eq!(taken(world, "corso").await, before - 1);
    assert_eq!(told(world, person).await, (0, 0));
    let other = stands(world, world.person(BEA).await, "corso").await;
    assert_eq!(other.0, "confirmed", "everybody else is expected");
});

on_both!(a_workshop_that_had_begun_and_moves_on_does_not_wait_for_whoever_was_erased, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.settle().await;
    world.go_to("2014-09-24T17:00:00Z").await;
    let person = world.person(ADA).await;
    erase(world, person, "Prova").await;
    assert_eq!(stands(world, person, "workshop-1").await, ("confirmed".to_owned(), 1));
    change(world, vec![moved(world, "workshop-1", 1, on("2014-10-01")).await]).await;
    world.settle().await;
    world.the_laws_hold().await;
    assert_eq!(stands(world, person, "workshop-1").await, ("erased".to_owned(), 0));
    assert_eq!(taken(world, "workshop-1").await, 1);
    assert_eq!(told(world, person).await, (0, 0));
});

on_both!(a_certificate_of_somebody_who_was_erased_still_counts_among_the_published_ones, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    for email in [ADA, BEA] {
        publish(world, email).await;
    }
    let admin = world.admin().await;
    admin.get("/gestione/attestati").await.says("2 attestati pubblicati");
    erase(world, world.person(ADA).await, "Prova").await;
    admin.get("/gestione/attestati").await.says("2 attestati pubblicati");
});
