//! Drafts go, an edition or a day, once it was asked and only while nobody has to do with them; their row in the audit
//! stays.

use percorso::store::audit::{self, Wanted};
use percorso::store::editions;

use crate::editions::{edition, with};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::office_changes::hidden;
use crate::on_both;

/// How often an act stands in the audit.
async fn acts(world: &World, act: &str) -> usize {
    let wanted = Wanted { act: Some(act.to_owned()), ..Wanted::default() };
    audit::count(world.desk.store.reader(), &wanted).await.unwrap()
}

async fn copied(world: &World) {
    let form = [("titolo_it", "Autunno 2015"), ("da", "autunno-2014"), ("conduce", "si")];
    assert_eq!(world.admin().await.post("/gestione/nuova-edizione", &form).await.status, 303);
}

on_both!(a_draft_of_an_edition_goes_once_it_was_asked_and_leaves_the_others_alone, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    copied(world).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2015/stato";
    let page = admin.get(path).await;
    page.says("Elimina l’edizione");
    let seen = hidden(&page, "id=\"togli\"");
    let asked = admin.post(path, &with(&seen, &[("azione", "elimina")])).await;
    assert_eq!(asked.status, 200);
    asked.says("Spariscono nomi, regola e 6 bozze, con testi, date e chi conduce. Non si può annullare.");
    assert_eq!(editions::all(world.desk.store.reader()).await.unwrap().len(), 2, "it was only asked");
    let seen = hidden(&asked, "id=\"elimina\"");
    let gone = admin.post(path, &with(&seen, &[("azione", "elimina-conferma")])).await;
    assert_eq!(gone.location.as_deref(), Some("/gestione/edizioni?fatto=edition-deleted"), "{}", gone.text());
    assert_eq!(admin.get(path).await.status, 404);
    let left = editions::all(world.desk.store.reader()).await.unwrap();
    assert_eq!(left.iter().map(|edition| edition.key.as_str()).collect::<Vec<_>>(), ["autunno-2014"]);
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
    assert_eq!(acts(world, "delete_edition").await, 1);
    let history = admin.get("/gestione/storia").await;
    history.says("ha eliminato un’edizione in bozza");
    history.says("Autunno 2015");
    copied(world).await;
});

on_both!(an_edition_somebody_has_to_do_with_stays, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2014/stato";
    let refused = |sentence: &'static str| async move {
        let page = world.admin().await.post(path, &[("azione", "elimina-conferma")]).await;
        assert_eq!(page.status, 422, "{sentence}");
        page.says(sentence);
    };
    refused("Non è una bozza").await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    assert_eq!(crate::edition_drafts::step(&admin, path, "bozza").await, 303);
    refused("Qualcuno aspetta la data").await;
    assert!(!admin.get(path).await.body.contains("value=\"elimina\""), "a button that could only be refused");
    assert_eq!(acts(world, "delete_edition").await, 0);
});

on_both!(a_day_of_a_draft_goes_and_the_others_are_counted_anew, |world| {
    world.programme(|_| {}).await;
    copied(world).await;
    let admin = world.admin().await;
    let draft = edition(world, "autunno-2015").await;
    let course = draft.offerings.iter().find(|offered| offered.row.key == "corso").unwrap();
    let third = course.sessions[2].id;
    let path = format!("/gestione/sessioni/{third}");
    let page = admin.get(&path).await;
    page.says("Elimina questa giornata");
    let seen = hidden(&page, "id=\"togli\"");
    let asked = admin.post(&path, &with(&seen, &[("azione", "elimina")])).await;
    asked.says("Elimini questa giornata?");
    let seen = hidden(&asked, "id=\"elimina\"");
    let gone = admin.post(&path, &with(&seen, &[("azione", "elimina-conferma")])).await;
    let list = format!("/gestione/offerte/{}?fatto=session-deleted", course.row.id);
    assert_eq!(gone.location, Some(list), "{}", gone.text());
    let now = edition(world, "autunno-2015").await;
    let left = &now.offering(course.row.id).unwrap().sessions;
    let numbers: Vec<(i64, i64)> = left.iter().map(|session| (session.number, session.of)).collect();
    assert_eq!(numbers, [(1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)]);
    assert!(left.iter().all(|session| session.id != third));
    assert_eq!(admin.post(&path, &[("azione", "elimina-conferma")]).await.status, 404, "twice is once");
    assert_eq!(acts(world, "delete_session").await, 1);
    let only = format!("/gestione/sessioni/{}", now.offerings[0].sessions[0].id);
    let page = admin.post(&only, &[("azione", "elimina-conferma")]).await;
    assert_eq!(page.status, 422);
    page.says("È l’unico incontro");
    let shown = format!("/gestione/sessioni/{}", world.session("corso", 3).await);
    assert!(!admin.get(&shown).await.text().contains("Elimina questa giornata"));
    let page = admin.post(&shown, &[("azione", "elimina-conferma")]).await;
    assert_eq!(page.status, 422);
    page.says("Non è una bozza");
});
