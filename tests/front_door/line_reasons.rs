//! Where a place is free and nobody is offered it, the office reads why.

use percorso::usecases::offer_places;
use sea_orm::ConnectionTrait as _;

use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, World};
use crate::on_both;

/// The office's page of an offering says why nothing is offered; and nothing is.
async fn says_why(world: &World, key: &str, sentence: &str) {
    assert_eq!(offer_places::offer_places(&world.desk).await.unwrap(), 0, "{sentence}");
    let path = format!("/gestione/offerte/{}", world.offering(key).await);
    let admin = world.admin().await;
    let page = admin.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.says(sentence);
    assert_eq!(admin.get(&format!("/en{path}")).await.status, 200);
    assert!(!page.body.contains(&format!("action=\"{path}/offri\"")), "there is no button either");
}

async fn leaves(world: &World, browser: &Browser<'_>, email: &str, key: &str) {
    let path = format!("/mio-percorso/{}/disdici", world.enrolment(email, key).await);
    assert_eq!(browser.post(&path, &[]).await.status, 303);
}

on_both!(nobody_waits, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    says_why(world, "workshop-2", "Non aspetta nessuno.").await;
});

on_both!(it_is_too_late_for_an_offer, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    // Without hours the day begins at midnight in Milan: 22:00 UTC of the day before.
    world.go_to("2014-10-01T08:00:00Z").await;
    leaves(world, &world.signed_in(ADA).await, ADA, "workshop-2").await;
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
    let late = "Manca troppo poco all’inizio per un’offerta: i posti liberi sono aperti a tutti.";
    says_why(world, "workshop-2", late).await;
    let own = world.enrolment(BEA, "workshop-2").await;
    let refused = world.admin().await.post(&format!("/gestione/iscrizioni/{own}/posto"), &[]).await;
    assert_eq!(refused.status, 422);
    refused.says("Manca troppo poco all’inizio per un’offerta");
});

on_both!(nobody_who_waits_can_have_the_place, |world| {
    world.programme(|file| file.offerings[5].capacity = Some(1)).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    for browser in [&ada, &bea] {
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
    }
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    leaves(world, &bea, BEA, "workshop-2").await;
    leaves(world, &ada, ADA, "corso").await;
    world.settle().await;
    let short = "Un posto adesso non può averlo nessuno di chi aspetta: mancano i workshop.";
    says_why(world, "corso", short).await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"], "nobody is put out of the line for it");
    let offer = format!("/gestione/offerte/{}/offri", world.offering("corso").await);
    let refused = world.admin().await.post(&offer, &[]).await;
    assert_eq!(refused.status, 422);
    refused.says("In lista d’attesa non c’è nessuno che possa avere il posto adesso.");
});

on_both!(nothing_is_offered_while_the_edition_is_put_away, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    let ada = world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let (edition, path) =
        (world.edition().await, format!("/gestione/offerte/{}", world.offering("workshop-2").await));
    let admin = world.admin().await;
    leaves(world, &ada, ADA, "workshop-2").await;
    let bea = world.enrolment(BEA, "workshop-2").await;
    // No page does this while somebody waits; a file that was mended by hand might.
    let put = async |status: &str| {
        let tx = world.desk.store.begin().await.unwrap();
        let sql = format!("UPDATE editions SET status = '{status}' WHERE id = {edition}");
        tx.execute_unprepared(&sql).await.unwrap();
        tx.commit().await.unwrap();
    };
    put("archived").await;
    assert_eq!(offer_places::offer_places(&world.desk).await.unwrap(), 0);
    let page = admin.get(&path).await;
    page.says("Le iscrizioni non sono aperte: non si offre niente.");
    let refused = admin.post(&format!("/gestione/iscrizioni/{bea}/posto"), &[]).await;
    assert_eq!(refused.status, 422);
    refused.says("Le iscrizioni non sono aperte.");
    put("published").await;
    assert_eq!(offer_places::offer_places(&world.desk).await.unwrap(), 1, "once it is open again");
});
