//! Whoever leads a session reads what its people need in the room: nobody of the office gives that to themselves,
//! but for admins, who give every role.

use percorso::domain::role::Role;
use percorso::store::sessions;

use crate::harness::{TRAINER, World};
use crate::on_both;

const RITA: &str = "rita@percorso.example";
const OFFICE: &str = "ufficio@percorso.example";

/// Who leads a session.
async fn leading(world: &World, session: i64) -> Vec<i64> {
    let mut all = sessions::trainers(world.desk.store.reader(), session).await.unwrap();
    all.sort_unstable();
    all
}

on_both!(a_secretary_makes_others_lead_a_session_and_not_themselves, |world| {
    world.programme(|_| {}).await;
    let secretary = world.with_role(RITA, Role::Secretary).await;
    let (rita, delfina) = (world.person(RITA).await, world.person(TRAINER).await);
    let (first, second) = (world.session("workshop-1", 1).await, world.session("workshop-2", 1).await);
    let page = |session: i64| format!("/gestione/sessioni/{session}/conduce");
    let own = [("email", RITA), ("nome", "Rita"), ("cognome", "Prova"), ("azione", "aggiungi")];
    let refused = secretary.post(&page(first), &own).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says(
        "Chi conduce legge anche le esigenze delle persone: ti può aggiungere un’altra persona dell’ufficio",
    );
    assert!(refused.body.contains("value=\"Rita\""), "what was typed stays");
    assert_eq!(leading(world, first).await, [delfina]);
    let other = [("email", "paola@percorso.example"), ("nome", "Paola"), ("cognome", "Conti")];
    assert_eq!(secretary.post(&page(first), &other).await.status, 303);
    assert_eq!(leading(world, first).await, [delfina, world.person("paola@percorso.example").await]);
    assert_eq!(world.admin().await.post(&page(second), &own).await.status, 303, "an admin adds her");
    let known = rita.to_string();
    let chosen = [("chi", known.as_str()), ("email", ""), ("azione", "aggiungi")];
    let refused = secretary.post(&page(first), &chosen).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(!leading(world, first).await.contains(&rita));
    assert_eq!(secretary.post(&page(second), &chosen).await.status, 303, "she leads it: nothing changes");
    let off = [("persona", known.as_str()), ("azione", "togli")];
    assert_eq!(secretary.post(&page(second), &off).await.status, 303, "she may step down");
    assert_eq!(leading(world, second).await, [delfina]);
});

on_both!(an_admin_may_lead_a_session_of_their_own_accord, |world| {
    world.programme(|_| {}).await;
    let (admin, session) = (world.admin().await, world.session("workshop-1", 1).await);
    let office = [("email", OFFICE), ("azione", "aggiungi")];
    let path = format!("/gestione/sessioni/{session}/conduce");
    assert_eq!(admin.post(&path, &office).await.status, 303);
    assert!(leading(world, session).await.contains(&world.person(OFFICE).await));
});
