//! The office at work on people: a row in each of its tables, for the tests that look at every table.

use crate::harness::World;

/// Somebody with a phone alone is signed up for the third workshop: a call waits. There is a note about
/// them, and an address that waits for its owner's word.
pub async fn worked_on(world: &World) {
    let admin = world.admin().await;
    let third = world.offering("workshop-3").await.to_string();
    let fields = [
        ("nome", "Elsa"),
        ("cognome", "Senzamail"),
        ("telefono", "02 1234567"),
        ("privacy", "si"),
        ("offerta", third.as_str()),
    ];
    let answer = admin.post("/gestione/persone/nuova", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = answer.location.unwrap();
    let page = page.split('?').next().unwrap();
    let note = admin.post(&format!("{page}/note"), &[("nota", "Chiamare dopo le 18.")]).await;
    assert_eq!(note.status, 303, "{}", note.text());
    let address = [("email", "elsa@posta.example"), ("visto_email", "")];
    let asked = admin.post(&format!("{page}/indirizzo"), &address).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
}
