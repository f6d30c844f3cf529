//! Whoever works in the office and learns there too decides nothing for themselves: no confirmation, no place, no answer.

use percorso::domain::role::Role;

use crate::harness::changing::{ADA, FIRST};
use crate::harness::{World, form};
use crate::on_both;

const OFFICE: &str = "ufficio@percorso.example";
const OWN: &str = "Questa decisione riguarda te: la prende un’altra persona.";

/// Somebody else of the office.
async fn a_secretary(world: &World) -> crate::harness::Browser<'_> {
    world.with_role("sara@percorso.example", Role::Secretary).await
}

on_both!(nobody_confirms_their_own_sign_up_in_the_office, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    // Filled in where nobody is signed in: what is confirmed by a link, or by somebody of the office.
    let sent =
        world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &form("Ugo", OFFICE, &[])).await;
    assert_eq!(sent.status, 303);
    assert_eq!(world.states(OFFICE, "workshop-1").await, ["pending_place"]);
    let path = format!("/gestione/iscrizioni/{}/conferma", world.enrolment(OFFICE, "workshop-1").await);
    let refused = admin.post(&path, &[]).await;
    assert_eq!(refused.status, 422);
    refused.says(OWN);
    assert_eq!(world.states(OFFICE, "workshop-1").await, ["pending_place"]);
    assert_eq!(a_secretary(world).await.post(&path, &[]).await.status, 303);
    assert_eq!(world.states(OFFICE, "workshop-1").await, ["confirmed"]);
});

on_both!(nobody_offers_a_freed_place_to_themselves_or_takes_it_as_the_office, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[0].offers_automatic = false;
        })
        .await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    assert_eq!(admin.post(&format!("/workshop/{FIRST}/iscrizione"), &[]).await.status, 303);
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-1").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    let own = world.enrolment(OFFICE, "workshop-1").await;
    let of = |act: &str| format!("/gestione/iscrizioni/{own}/{act}");
    let offer = format!("/gestione/offerte/{}/offri", world.offering("workshop-1").await);
    for path in [of("posto"), offer.clone()] {
        let refused = admin.post(&path, &[]).await;
        assert_eq!(refused.status, 422, "{path}");
        refused.says(OWN);
        assert_eq!(world.states(OFFICE, "workshop-1").await, ["waitlisted"], "{path}");
    }
    let secretary = a_secretary(world).await;
    assert_eq!(secretary.post(&of("posto"), &[]).await.status, 303);
    assert_eq!(world.states(OFFICE, "workshop-1").await, ["offered"]);
    for act in ["accetta", "rinuncia"] {
        let refused = admin.post(&of(act), &[]).await;
        assert_eq!(refused.status, 422, "{act}");
        refused.says(OWN);
        assert_eq!(world.states(OFFICE, "workshop-1").await, ["offered"], "{act}");
    }
    let answered = admin.post(&format!("/mio-percorso/{own}/accetta"), &[]).await;
    assert_eq!(answered.status, 303, "as the person they are, they answer like everybody");
    assert_eq!(world.states(OFFICE, "workshop-1").await, ["confirmed"]);
});
