//! A draft goes only as whoever deletes it has seen it: what somebody else wrote into it while the question stood open is read
//! first, and what stands is asked about anew.

use percorso::domain::role::Role;
use percorso::store::{offerings, sessions};

use crate::edition_drafts::{dated, draft, state};
use crate::editions::{edition, with};
use crate::harness::browser::Answer;
use crate::harness::{Browser, TRAINER, World};
use crate::office_changes::{hidden, typed};
use crate::on_both;

const RITA: &str = "rita@posta.example";
const MEANWHILE: &str = "Nel frattempo qualcun altro ha cambiato questa pagina";
const COPY: &str = "autunno-2015";

/// Presses "Elimina" on a page; gives back what the question carries.
async fn asked(browser: &Browser<'_>, path: &str, page: &Answer) -> Vec<(String, String)> {
    let question = browser.post(path, &with(&hidden(page, "id=\"togli\""), &[("azione", "elimina")])).await;
    assert_eq!(question.status, 200, "{}", question.text());
    hidden(&question, "id=\"elimina\"")
}

/// Answers the question.
async fn confirmed(browser: &Browser<'_>, path: &str, seen: &[(String, String)]) -> Answer {
    browser.post(path, &with(seen, &[("azione", "elimina-conferma")])).await
}

/// Somebody writes a text into a draft of the current edition.
async fn written(world: &World, browser: &Browser<'_>, id: i64, text: &str) {
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    let (title, version) = (row.title.unwrap_or_default(), row.version.to_string());
    let form = [
        ("titolo", title.as_str()),
        ("testo_it", text),
        ("offerte", "automatic"),
        ("versione", version.as_str()),
        ("azione", "salva"),
    ];
    let saved = browser.post(&format!("/gestione/offerte/{id}"), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// Somebody is to lead a session.
async fn led(browser: &Browser<'_>, session: i64) {
    let form = [("email", TRAINER), ("azione", "aggiungi")];
    let saved = browser.post(&format!("/gestione/sessioni/{session}/conduce"), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

on_both!(a_draft_that_somebody_works_on_while_it_is_asked_about_does_not_go, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let id = draft(world, &other, "In due").await;
    let path = format!("/gestione/offerte/{id}/stato");
    let session = edition(world, "autunno-2014").await.offering(id).unwrap().sessions[0].id;
    let mut page = other.get(&path).await;
    for what in ["a text", "a date", "who leads"] {
        let seen = asked(&other, &path, &page).await;
        match what {
            "a text" => written(world, &one, id, "Parole nuove di Rita").await,
            "a date" => dated(world, &one, id, ["9", "10", "2014"]).await,
            _ => led(&one, session).await,
        }
        page = confirmed(&other, &path, &seen).await;
        assert_eq!(page.status, 422, "{what}: {:?}", page.location);
        page.says(MEANWHILE);
        assert!(offerings::find(world.desk.store.reader(), id).await.unwrap().is_some(), "{what}");
    }
    let seen = asked(&other, &path, &page).await;
    let gone = confirmed(&other, &path, &seen).await;
    assert_eq!(gone.status, 303, "as it stands now it was seen: {}", gone.text());
    assert!(offerings::find(world.desk.store.reader(), id).await.unwrap().is_none());
});

on_both!(a_draft_that_somebody_works_on_before_elimina_is_pressed_does_not_go_either, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let id = draft(world, &other, "In due").await;
    let path = format!("/gestione/offerte/{id}/stato");
    let page = other.get(&path).await;
    written(world, &one, id, "Parole nuove di Rita").await;
    let seen = asked(&other, &path, &page).await;
    let refused = confirmed(&other, &path, &seen).await;
    assert_eq!(refused.status, 422, "{:?}", refused.location);
    refused.says(MEANWHILE);
    let english = other.post(&format!("/en{path}"), &[("azione", "elimina-conferma")]).await;
    assert_eq!(english.status, 422, "a form that does not say what was seen deletes nothing");
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    assert_eq!(row.text_it.as_deref(), Some("Parole nuove di Rita"));
});

on_both!(an_edition_does_not_go_while_somebody_works_on_one_of_its_drafts_or_adds_one, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let form = [("titolo_it", "Autunno 2015"), ("da", "autunno-2014"), ("conduce", "si")];
    assert_eq!(other.post("/gestione/nuova-edizione", &form).await.status, 303);
    let path = format!("/gestione/edizioni/{COPY}/stato");
    let first = edition(world, COPY).await.offerings[0].row.id;
    let day = edition(world, COPY).await.offerings[5].sessions[2].id;
    let mut page = other.get(&path).await;
    for what in ["an address", "a day", "one more draft"] {
        let seen = asked(&other, &path, &page).await;
        match what {
            "an address" => {
                let way = format!("/gestione/offerte/{first}/stato");
                let form = [("indirizzo", "un-altro"), ("azione", "forma")];
                assert_eq!(state(&one, &way, "id=\"forma\"", &form).await.0, 303);
            }
            "a day" => moved(world, &one, day).await,
            _ => {
                let form = [("tipo", "workshop"), ("titolo", "Uno in più"), ("indirizzo", "")];
                let added = one.post(&format!("/gestione/edizioni/{COPY}/aggiungi"), &form).await;
                assert_eq!(added.status, 303, "{}", added.text());
            }
        }
        page = confirmed(&other, &path, &seen).await;
        assert_eq!(page.status, 422, "{what}: {:?}", page.location);
        page.says(MEANWHILE);
    }
    assert_eq!(edition(world, COPY).await.offerings.len(), 7);
    let seen = asked(&other, &path, &page).await;
    let gone = confirmed(&other, &path, &seen).await;
    assert_eq!(gone.location.as_deref(), Some("/gestione/edizioni?fatto=edition-deleted"), "{}", gone.text());
});

/// Somebody gives a day of a draft another place.
async fn moved(world: &World, browser: &Browser<'_>, session: i64) {
    let row = sessions::find(world.desk.store.reader(), session).await.unwrap().unwrap();
    let version = row.version.to_string();
    let mut form = typed(["", "", ""], ["", ""], "Sala Verde");
    form.extend([("versione", version.as_str()), ("azione", "salva")]);
    let saved = browser.post(&format!("/gestione/sessioni/{session}"), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

on_both!(a_day_of_a_draft_that_somebody_moves_while_it_is_asked_about_does_not_go, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let form = [("titolo_it", "Autunno 2015"), ("da", "autunno-2014")];
    assert_eq!(other.post("/gestione/nuova-edizione", &form).await.status, 303);
    let session = edition(world, COPY).await.offerings[5].sessions[2].id;
    let path = format!("/gestione/sessioni/{session}");
    let mut page = other.get(&path).await;
    for what in ["a place", "who leads"] {
        let seen = asked(&other, &path, &page).await;
        if what == "a place" {
            moved(world, &one, session).await;
        } else {
            led(&one, session).await;
        }
        page = confirmed(&other, &path, &seen).await;
        assert_eq!(page.status, 422, "{what}: {:?}", page.location);
        page.says(MEANWHILE);
    }
    let seen = asked(&other, &path, &page).await;
    let gone = confirmed(&other, &path, &seen).await;
    assert_eq!(gone.status, 303, "{}", gone.text());
    assert!(sessions::find(world.desk.store.reader(), session).await.unwrap().is_none());
});
