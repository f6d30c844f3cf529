//! The last day to enrol in the course goes by: nobody new comes in, and what was offered to whoever stood in line in time
//! stays theirs until its own deadline.

use percorso::usecases::cancel_enrolment;

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, ask_for_the_course};
use crate::on_both;

/// Ada has the only place on the course and Bea waits for it. After the last day to enrol Ada gives hers back, and it is
/// offered to Bea.
async fn offered_after_the_last_day(world: &World) {
    ask_for_the_course(world, |file| {
        file.offerings[5].capacity = Some(1);
        file.edition.rule.enrolment_closes = "2014-10-01".parse().ok();
    })
    .await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    world.go_to("2014-10-06T08:00:00Z").await;
    let (ada, person) = (world.enrolment(ADA, "corso").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, ada, person).await.unwrap();
    assert_eq!(world.offers_by_hand("corso").await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "corso").await, ["offered"]);
}

on_both!(a_place_on_the_course_offered_after_the_last_day_to_enrol_is_taken_by_its_link, |world| {
    offered_after_the_last_day(world).await;
    let letter = world.mails_to(BEA).into_iter().rfind(|mail| mail.kind() == "place-offered").unwrap();
    let link = letter.link("/offerta/");
    let taken = world.browser().post(&link, &[]).await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert_eq!(world.states(BEA, "corso").await, ["confirmed"]);
    world.settle().await;
    assert!(world.mails_to(BEA).iter().any(|mail| mail.kind() == "course-confirmed"));
});

on_both!(the_office_takes_such_an_offer_for_whoever_says_yes_on_the_phone, |world| {
    offered_after_the_last_day(world).await;
    let enrolment = world.enrolment(BEA, "corso").await;
    let admin = world.admin().await;
    let taken = admin.post(&format!("/gestione/iscrizioni/{enrolment}/accetta"), &[]).await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert_eq!(world.states(BEA, "corso").await, ["confirmed"]);
});
