//! What somebody needs in the room: read by the trainer of its session wherever that is moved to, and erased a month after
//! it.

use percorso::store::texts;

use crate::harness::changing::{ADA, BEA, FIRST, change, moved, on};
use crate::harness::{TRAINER, World, form};
use crate::on_both;

const NEEDS: &str = "interprete LIS";

/// Signs somebody up through form and mail, with what they need in the room.
async fn with_needs(world: &World, given: &str, email: &str) {
    let mut fields = form(given, email, &[]);
    fields.retain(|(name, _)| *name != "esigenze");
    fields.extend([("esigenze", NEEDS), ("consenso_esigenze", "si")]);
    let browser = world.browser();
    let sent = browser.post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    let link = world.mails_to(email).last().expect("a mail").link("/conferma/");
    assert_eq!(browser.post(&link, &[]).await.status, 303);
    world.settle().await;
}

/// Whether the trainer reads them in the register of a workshop.
async fn are_read(world: &World, key: &str) -> bool {
    let session = world.session(key, 1).await;
    let page = world.signed_in(TRAINER).await.get(&format!("/aula/{session}")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.body.contains(NEEDS)
}

on_both!(needs_are_read_on_the_day_a_workshop_was_moved_to_and_go_a_month_after_it, |world| {
    world.programme(|_| {}).await;
    with_needs(world, "Ada", ADA).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-11-20")).await]).await;
    world.go_to("2014-11-20T08:00:00Z").await;
    assert!(are_read(world, "workshop-1").await, "the day of before is 57 days ago");
    world.go_to("2014-12-20T08:00:00Z").await;
    assert!(are_read(world, "workshop-1").await, "within the month");
    world.go_to("2014-12-21T08:00:00Z").await;
    assert!(!are_read(world, "workshop-1").await, "a month after");
});

on_both!(needs_go_a_month_after_the_earlier_day_a_workshop_was_moved_to, |world| {
    world.programme(|_| {}).await;
    with_needs(world, "Ada", ADA).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-17")).await]).await;
    world.go_to("2014-10-17T08:00:00Z").await;
    assert!(are_read(world, "workshop-1").await, "within the month");
    world.go_to("2014-10-18T08:00:00Z").await;
    assert!(
        !are_read(world, "workshop-1").await,
        "a month after; the day of before would keep them a week more"
    );
});

on_both!(of_whoever_left_nothing_is_kept_longer_because_the_workshop_was_moved, |world| {
    world.programme(|_| {}).await;
    with_needs(world, "Ada", ADA).await;
    with_needs(world, "Bea", BEA).await;
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let held = world.enrolment(BEA, "workshop-1").await;
    let left = world.signed_in(BEA).await.post(&format!("/mio-percorso/{held}/disdici"), &[]).await;
    assert_eq!(left.status, 303, "{}", left.text());
    change(world, vec![moved(world, "workshop-1", 1, on("2014-11-20")).await]).await;
    world.go_to("2014-10-26T08:00:00Z").await;
    let reader = world.desk.store.reader();
    assert_eq!(
        (texts::count_of(reader, ada).await.unwrap(), texts::count_of(reader, bea).await.unwrap()),
        (1, 0),
        "Ada still comes"
    );
});
