//! A mail that was refused: whether its reader is still to be told by somebody does not depend on whether the same words could
//! be sent once more.

use percorso::usecases::cancel_enrolment;

use crate::board_true::{REFUSED, REFUSED_ONES, refuse};
use crate::day_lines::{leads, to};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";

async fn gives_back(world: &World, email: &str, key: &str) {
    let (id, person) = (world.enrolment(email, key).await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
}

on_both!(who_waits_and_was_not_reached_is_still_to_be_told_when_the_line_has_moved_on, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.sign_up("Ciro", CIRO, &[FIRST]).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let letter = refuse(world, "waiting-list-joined").await;
    gives_back(world, CIRO, "workshop-1").await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    let page = format!("/gestione/posta/{}", letter.id);
    let shown = world.admin().await.get(&page).await;
    shown.says("Fatto: ho telefonato");
    assert!(!shown.text().contains("non c’è niente da fare"), "{}", shown.text());
    assert!(!shown.body.contains(&format!("{page}/di-nuovo")), "number 2 would be sent to number 1");
    gives_back(world, ADA, "workshop-1").await;
    assert_eq!(leads(world, REFUSED).await, None);
    world.admin().await.get(&page).await.says("non c’è niente da fare");
});
