//! Two people of the office ask for a new address of the same person: neither request ends without a word.

use crate::editions::with;
use crate::harness::World;
use crate::harness::changing::{ADA, FIRST};
use crate::office_changes::hidden;
use crate::on_both;

const ONE: &str = "ada.uno@posta.example";
const OTHER: &str = "ada.due@posta.example";

fn kinds(world: &World, address: &str) -> Vec<String> {
    world.mails_to(address).iter().map(|mail| mail.kind().to_owned()).collect()
}

on_both!(of_two_people_who_ask_for_another_address_the_second_sees_what_the_first_asked_for, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/gestione/persone/{}/indirizzo", world.person(ADA).await);
    let form = format!("action=\"{path}\"");
    let (one, other) = (world.admin().await, world.admin().await);
    let seen = hidden(&one.get(&path).await, &form);
    assert_eq!(hidden(&other.get(&path).await, &form), seen);
    assert_eq!(one.post(&path, &with(&seen, &[("email", ONE)])).await.status, 303);
    let page = other.post(&path, &with(&seen, &[("email", OTHER)])).await;
    assert_eq!(page.status, 422, "{}", page.text());
    page.says("Nel frattempo è già stato chiesto un altro indirizzo, ada.uno@posta.example");
    assert!(page.body.contains("id=\"email-e\""), "it stands at its field");
    assert!(page.body.contains("value=\"ada.due@posta.example\""), "what was typed stays");
    let english = other.post(&format!("/en{path}"), &with(&seen, &[("email", OTHER)])).await;
    english.says("Another address was asked for meanwhile, ada.uno@posta.example");
    world.settle().await;
    assert_eq!(kinds(world, ONE), ["confirm-address"], "the first request holds");
    assert_eq!(kinds(world, OTHER), Vec::<String>::new());
    let first = world.mails_to(ONE).remove(0).link("/indirizzo/");
    let now = hidden(&page, &form);
    for _ in 0..2 {
        let again = other.post(&path, &with(&now, &[("email", OTHER)])).await;
        assert_eq!(again.status, 303, "sent again, it wins knowingly; a double click is one");
    }
    world.settle().await;
    assert_eq!(kinds(world, OTHER), ["confirm-address"]);
    world.browser().get(&first).await.says("Questo collegamento non vale più");
});
