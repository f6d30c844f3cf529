//! A lost device: its owner ends every sign-in of theirs from another one.

use percorso::domain::person::EmailAddress;
use percorso::domain::role::Role;
use percorso::usecases::request_sign_in::link_for;

use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{Browser, TRAINER, World};
use crate::on_both;

const EVERYWHERE: &str = "Esci da tutti i dispositivi";
const DONE: &str = "Accesso chiuso su tutti i dispositivi.";

/// Whether a browser is signed in: whoever is not is led to the page that asks for an address.
async fn is_in(browser: &Browser<'_>) -> bool {
    browser.get("/mio-percorso").await.status == 200
}

/// The button on a page: it stands in a form of its own, with its token.
async fn presses(browser: &Browser<'_>, page: &str, path: &str, sentence: &str) -> String {
    let shown = browser.get(page).await;
    shown.says(sentence);
    let form = shown.body.split("<form").find(|form| form.contains(&format!("action=\"{path}\"")));
    assert!(form.is_some_and(|form| form.contains("name=\"gettone\"")), "{}", shown.body);
    let done = browser.post(path, &[]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location.unwrap_or_default()
}

async fn asked_for_a_code(world: &World) -> (String, String) {
    let asked = world.browser().post("/accedi", &[("email", ADA)]).await;
    let location = asked.location.unwrap();
    let handle = location.split("r=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    world.settle().await;
    (handle, world.mails_to(ADA).pop().expect("the letter").code())
}

on_both!(whoever_lost_a_device_ends_every_sign_in_of_theirs_and_nobody_elses, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let lost = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (bea, here) = (world.signed_in(BEA).await, world.signed_in(ADA).await);
    let (handle, code) = asked_for_a_code(world).await;
    let link = link_for(&world.desk, &EmailAddress::parse(ADA).unwrap()).await.unwrap();
    assert!(is_in(&lost).await && is_in(&here).await);
    let to = presses(&here, "/mio-percorso", "/esci/tutti", EVERYWHERE).await;
    assert_eq!(to, "/?fatto=signed-out-everywhere");
    here.get(&to).await.says(DONE);
    assert!(!is_in(&lost).await && !is_in(&here).await, "on no device");
    assert!(is_in(&bea).await, "Bea did not ask");
    let by_link = world.browser().post(&format!("/accedi/{link}"), &[]).await;
    assert_eq!(by_link.status, 410, "a link that was not used yet is over");
    let thief = world.browser();
    thief.post("/accedi/posta", &[("r", &handle), ("codice", &code)]).await;
    assert!(!is_in(&thief).await, "and so is a code");
    assert!(is_in(&world.signed_in(ADA).await).await, "she signs in anew whenever she likes");
});

on_both!(the_same_in_english_and_for_whoever_works_here, |world| {
    world.programme(|_| {}).await;
    let lost = world.with_role("leo@posta.example", Role::Reader).await;
    let office = world.signed_in("leo@posta.example").await;
    let to = presses(&office, "/gestione", "/esci/tutti", EVERYWHERE).await;
    office.get(&to).await.says(DONE);
    assert!(!is_in(&lost).await && !is_in(&office).await);
    let (lost, trainer) = (world.signed_in(TRAINER).await, world.signed_in(TRAINER).await);
    let to = presses(&trainer, "/en/mio-percorso", "/en/esci/tutti", "Sign out on all devices").await;
    assert_eq!(to, "/en/?fatto=signed-out-everywhere");
    trainer.get(&to).await.says("You have signed out on every device.");
    assert!(!is_in(&lost).await && !is_in(&trainer).await);
});

on_both!(a_page_of_another_site_signs_nobody_out_everywhere, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let without = ada.post("/esci/tutti", &[("gettone", "x")]).await;
    assert_eq!(without.status, 403, "{}", without.text());
    let elsewhere = ada.post_from("/esci/tutti", &[], Some("https://evil.example")).await;
    assert_eq!(elsewhere.status, 403, "{}", elsewhere.text());
    assert!(is_in(&ada).await);
});
