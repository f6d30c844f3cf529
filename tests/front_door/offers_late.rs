//! The time to answer an offer goes by while its letter waits: nobody reads that a place is held which is not.

use chrono::TimeDelta;
use percorso::usecases::cancel_enrolment;
use percorso::usecases::offer_places::offer_places;

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, SECOND};
use crate::on_both;

/// The kinds of the letters to Bea since an instant, by how many she had before.
fn kinds(world: &World, before: usize) -> Vec<String> {
    world.mails_to(BEA).iter().skip(before).map(|mail| mail.kind().to_owned()).collect()
}

on_both!(an_offer_that_lapsed_while_the_program_was_off_is_not_written_of_any_more, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    let (id, person) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    assert_eq!(offer_places(&world.desk).await.unwrap(), 1);
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    let before = world.mails_to(BEA).len();
    // The program is off for three days, before the letter left.
    world.desk.clock.stand_at(world.desk.clock.now() + TimeDelta::days(3));
    world.settle().await;
    assert_eq!(kinds(world, before), ["offer-lapsed", "place-offered"], "she is alone in the line");
    let link = world.mails_to(BEA).pop().expect("the letter").link("/offerta/");
    world.browser().get(&link).await.says("Prendo il posto");
});
