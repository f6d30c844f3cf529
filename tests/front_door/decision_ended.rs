//! The course leaves the decision of a person for places at once while applications wait: they stay open, and whoever makes
//! the change reads it before.

use crate::applications::{applied, by_decision};
use crate::editions::{edition, with};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::on_both;

const KEY: &str = "autunno-2014";

/// Sends the rule of the course: places go at once, but for what is typed.
async fn send(world: &World, typed: &[(&str, &str)], prefix: &str) -> Answer {
    let version = edition(world, KEY).await.edition.version.to_string();
    let usual = [
        ("richiesti".to_owned(), "2".to_owned()),
        ("provvisori".to_owned(), "si".to_owned()),
        ("riporto".to_owned(), "si".to_owned()),
        ("versione".to_owned(), version),
        ("motivo".to_owned(), "Deciso in riunione".to_owned()),
    ];
    let path = format!("{prefix}/gestione/edizioni/{KEY}/regola");
    world.admin().await.post(&path, &with(&usual, typed)).await
}

on_both!(where_places_go_at_once_again_the_open_applications_are_named_and_stay, |world| {
    by_decision(world).await;
    applied(world, "Ada", ADA, &[FIRST, SECOND]).await;
    applied(world, "Bea", BEA, &[FIRST, SECOND]).await;
    let checked = send(world, &[("ammissione", "immediate"), ("azione", "regola")], "").await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    checked.says("2 domande restano aperte e le decide ancora una persona");
    checked.says("Prova Ada");
    checked.says("Prova Bea");
    let impact = checked.body.split("2 domande restano aperte").nth(1).unwrap_or_default();
    assert!(impact.contains("href=\"/gestione/domande\""), "it leads to where they are decided");
    let english = send(world, &[("ammissione", "immediate"), ("azione", "regola")], "/en").await;
    english.says("2 applications stay open and are still decided by a person");
    let saved = send(world, &[("ammissione", "immediate"), ("azione", "regola-conferma")], "").await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    for email in [ADA, BEA] {
        assert_eq!(world.states(email, "corso").await, ["applied"]);
    }
    let rest = world.admin().await.get("/gestione/domande").await;
    rest.says("1. Prova Ada");
    rest.says("2. Prova Bea");
    let back = send(world, &[("ammissione", "decision"), ("azione", "regola")], "").await;
    assert!(!back.text().contains("restano aperte"), "{}", back.text());
});
