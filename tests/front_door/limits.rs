//! Not too often: requests and forms by each client's address, loosely; letters to each recipient, tightly.

use std::net::SocketAddr;

use chrono::TimeDelta;
use percorso::store::people;
use percorso::web::Limits;
use rocket::http::{ContentType, Header};

use crate::feeds::{Fetched, read};
use crate::harness::{Database, SITE, World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";
/// Two clients, as the web server sees them.
const ONE: &str = "192.0.2.1:4711";
const OTHER: &str = "192.0.2.2:4711";

fn client(address: &str) -> SocketAddr {
    address.parse().unwrap()
}

/// A page, asked for by a client.
async fn get(world: &World, from: &str, path: &str) -> Fetched {
    read(world.client.get(path.to_owned()).remote(client(from))).await
}

/// A form, sent by a client.
async fn post(world: &World, from: &str, path: &str, fields: &[(&str, &str)]) -> Fetched {
    let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = world.client.post(path.to_owned()).remote(client(from)).header(ContentType::Form);
    read(request.header(Header::new("Origin", SITE)).body(body)).await
}

async fn with_limits(requests_per_minute: u32, sign_ups_per_hour: u32) -> World {
    let limits = Limits::new(requests_per_minute, sign_ups_per_hour);
    let world = World::with_limits(Database::sqlite().await, limits).await;
    world.programme(|_| {}).await;
    world
}

#[rocket::async_test]
async fn a_client_that_asks_too_often_is_told_to_wait_and_others_are_served() {
    let world = with_limits(3, 0).await;
    for path in ["/", "/corso", "/en/"] {
        assert_eq!(get(&world, ONE, path).await.status, 200, "{path}");
    }
    let stopped = get(&world, ONE, "/").await;
    assert_eq!(stopped.status, 429);
    assert!(stopped.body.contains("Troppe richieste in poco tempo"), "{}", stopped.body);
    for path in ["/accedi", "/mio-percorso", "/gestione", "/health"] {
        assert_eq!(get(&world, ONE, path).await.status, 429, "{path}");
    }
    let form = post(&world, ONE, "/accedi", &[("email", ADA)]).await;
    assert_eq!(form.status, 429, "a form is a request too");
    assert_eq!(get(&world, OTHER, "/").await.status, 200);
}

#[rocket::async_test]
async fn a_client_that_sends_too_many_forms_is_told_to_wait_and_nothing_of_them_is_stored() {
    let world = with_limits(0, 2).await;
    let path = format!("/workshop/{FIRST}/iscrizione");
    let unread = post(&world, ONE, &path, &form("", "wrong", &[])).await;
    assert_eq!(unread.status, 422, "what is sent back to be corrected counts for nothing");
    for email in [ADA, "bea@posta.example"] {
        assert_eq!(post(&world, ONE, &path, &form("Ada", email, &[])).await.status, 303, "{email}");
    }
    assert_eq!(post(&world, ONE, &path, &form("Ciro", "ciro@posta.example", &[])).await.status, 429);
    let asked = post(&world, ONE, "/workshop/quarto-workshop/avvisami", &[("email", ADA)]).await;
    assert_eq!(asked.status, 429, "one limit for both forms");
    let reader = world.desk.store.reader();
    assert_eq!(people::by_email(reader, "ciro@posta.example").await.unwrap(), None);
    let waiting = percorso::store::date_requests::open_of(reader, ADA).await.unwrap();
    assert_eq!(waiting, Vec::<i64>::new());
    assert_eq!(get(&world, ONE, "/").await.status, 200, "pages are read as before");
    assert_eq!(post(&world, OTHER, &path, &form("Ciro", "ciro@posta.example", &[])).await.status, 303);
}

#[rocket::async_test]
async fn forms_of_people_who_wait_for_a_date_are_counted() {
    let world = with_limits(0, 1).await;
    let path = "/workshop/quarto-workshop/avvisami";
    assert_eq!(post(&world, ONE, path, &[("email", ADA)]).await.status, 303);
    assert_eq!(post(&world, ONE, path, &[("email", "bea@posta.example")]).await.status, 429);
    assert_eq!(post(&world, OTHER, path, &[("email", "bea@posta.example")]).await.status, 303);
}

on_both!(an_address_gets_ten_letters_of_sign_ups_in_an_hour_and_no_more, |world| {
    world.programme(|_| {}).await;
    let path = format!("/workshop/{FIRST}/iscrizione");
    for n in 0..10 {
        let sent = world.browser().post(&path, &form(&format!("Ada{n}"), ADA, &[])).await;
        assert_eq!(sent.status, 303, "{n}: {}", sent.text());
    }
    world.settle().await;
    assert_eq!(world.mails_to(ADA).len(), 10);
    let beyond = world.browser().post(&path, &form("Ada10", ADA, &[])).await;
    assert_eq!(beyond.status, 422);
    beyond.says("A questo indirizzo abbiamo già scritto più volte");
    assert!(beyond.body.contains("value=\"Ada10\""), "what was typed stays");
    let other = world.browser().post(&path, &form("Bea", "bea@posta.example", &[])).await;
    assert_eq!(other.status, 303, "another address has letters of its own");
    world.wait(TimeDelta::minutes(61)).await;
    assert_eq!(world.browser().post(&path, &form("Ada11", ADA, &[])).await.status, 303);
    world.settle().await;
    assert_eq!(world.mails_to(ADA).len(), 11);
});

on_both!(asking_for_the_letter_again_ends_after_ten_in_an_hour, |world| {
    world.programme(|_| {}).await;
    let browser = world.browser();
    let sent = browser.post(&format!("/workshop/{FIRST}/iscrizione"), &form("Ada", ADA, &[])).await;
    let page = sent.location.expect("the page after the form");
    world.settle().await;
    for n in 1..10 {
        assert_eq!(browser.post(&page, &[]).await.status, 303, "{n}");
        world.settle().await;
    }
    assert_eq!(world.mails_to(ADA).len(), 10);
    let beyond = browser.post(&page, &[]).await;
    assert_eq!(beyond.status, 429);
    beyond.says("Troppe richieste in poco tempo");
    world.settle().await;
    assert_eq!(world.mails_to(ADA).len(), 10, "no letter more");
    let link = world.mails_to(ADA).pop().unwrap().link("/conferma/");
    assert_eq!(world.browser().get(&link).await.status, 200, "the last link is still good");
    world.wait(TimeDelta::minutes(61)).await;
    assert_eq!(browser.post(&page, &[]).await.status, 303);
});
