//! Whose name it is: somebody who signs in before any form of theirs was confirmed gets the answers of the form they then
//! confirm, whoever typed their address first; whoever is known already keeps theirs.

use percorso::store::people::{self, Person};

use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::harness::{Browser, TRAINER, World, form};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

/// Somebody fills in the form of a workshop with Ada's address.
async fn send(world: &World, slug: &str, given: &str, phone: &str, profile: &str) {
    let mut fields = form(given, ADA, &[]);
    fields.retain(|(name, _)| !matches!(*name, "telefono" | "profilo"));
    fields.extend([("telefono", phone), ("profilo", profile)]);
    let answer = world.browser().post(&format!("/workshop/{slug}/iscrizione"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
}

/// Confirms what waits on the own page of whoever is signed in.
async fn confirm(browser: &Browser<'_>) {
    let page = browser.get("/mio-percorso").await;
    let (_, rest) =
        page.body.split_once("action=\"/iscrizione/").unwrap_or_else(|| panic!("{}", page.text()));
    let handle = rest.split('"').next().unwrap_or_default();
    assert_eq!(browser.post(&format!("/iscrizione/{handle}"), &[]).await.status, 303);
}

async fn ada(world: &World) -> Person {
    people::by_email(world.desk.store.reader(), ADA).await.unwrap().expect("the person")
}

/// Name, phone and profile.
async fn data(world: &World) -> (String, Option<String>, Option<String>) {
    let person = ada(world).await;
    (person.given_name, person.phone, person.profile)
}

fn said(given: &str, phone: &str, profile: &str) -> (String, Option<String>, Option<String>) {
    (given.to_owned(), Some(phone.to_owned()), Some(profile.to_owned()))
}

on_both!(whoever_signs_in_and_confirms_their_form_is_not_called_as_a_stranger_typed_before, |world| {
    world.programme(|_| {}).await;
    send(world, FIRST, "Marcello", "02 999999", "volontariato").await;
    send(world, SECOND, "Ada", "02 111111", "cittadinanza").await;
    let browser = world.signed_in(ADA).await;
    browser.get("/mio-percorso").await.says("Il modulo è a nome di Ada Prova");
    confirm(&browser).await;
    assert_eq!(data(world).await, said("Ada", "02 111111", "cittadinanza"));
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    world.settle().await;
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.kind() == "place-confirmed" && mail.text.contains("Ciao Ada"), "{}", mail.text);
    browser.get("/mio-percorso").await.says("Il modulo è a nome di Marcello Prova");
    confirm(&browser).await;
    assert_eq!(data(world).await, said("Ada", "02 111111", "cittadinanza"), "a form once confirmed stands");
});

on_both!(what_a_stranger_chose_is_given_back_and_the_name_goes_with_it, |world| {
    world.programme(|_| {}).await;
    send(world, FIRST, "Marcello", "02 999999", "volontariato").await;
    let browser = world.signed_in(ADA).await;
    let chosen = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(browser.post(&format!("/mio-percorso/{chosen}/disdici"), &[]).await.status, 303);
    send(world, SECOND, "Ada", "02 111111", "cittadinanza").await;
    confirm(&browser).await;
    assert_eq!(data(world).await, said("Ada", "02 111111", "cittadinanza"));
});

on_both!(the_link_of_the_form_brings_its_answers_also_to_whoever_signed_in_before, |world| {
    world.programme(|_| {}).await;
    send(world, FIRST, "Marcello", "02 999999", "volontariato").await;
    send(world, SECOND, "Ada", "02 111111", "cittadinanza").await;
    world.signed_in(ADA).await;
    let link = world.mails_to(ADA).pop().unwrap().link("/conferma/");
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    assert_eq!(data(world).await, said("Ada", "02 111111", "cittadinanza"));
});

on_both!(what_the_office_entered_and_what_was_confirmed_before_stands, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    person_of(&by_phone(world, &admin, "Ada", "workshop-1", &[("email", ADA)]).await);
    let before = data(world).await;
    send(world, SECOND, "Marcello", "02 999999", "volontariato").await;
    let browser = world.signed_in(ADA).await;
    confirm(&browser).await;
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    assert_eq!(data(world).await, before, "the office knows better than a form");
});

on_both!(a_form_that_comes_after_the_first_confirmation_renames_nobody, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = data(world).await;
    send(world, SECOND, "Marcello", "02 999999", "volontariato").await;
    let browser = world.signed_in(ADA).await;
    confirm(&browser).await;
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    assert_eq!(data(world).await, before);
});

on_both!(who_leads_sessions_is_called_as_the_file_says_whatever_a_form_says, |world| {
    world.programme(|_| {}).await;
    let (trainer, stranger) = (world.signed_in(TRAINER).await, world.browser());
    let fields = form("Marcello", TRAINER, &[]);
    let sent = stranger.post(&format!("/workshop/{SECOND}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    confirm(&trainer).await;
    let person = people::by_email(world.desk.store.reader(), TRAINER).await.unwrap().expect("the trainer");
    assert_eq!(person.full_name(), "Delfina Marcandalli");
});
