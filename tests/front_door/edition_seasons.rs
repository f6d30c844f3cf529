//! A season in the browser: last season copied, dated, published; the old one runs on for its people, and is put away
//! once it is over.

use crate::editions::{edition, with};
use crate::harness::World;
use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::office_changes::{hidden, typed};
use crate::on_both;

/// Copies the announced season.
pub async fn copied(world: &World) {
    let admin = world.admin().await;
    let form = [("titolo_it", "Autunno 2015"), ("da", "autunno-2014"), ("conduce", "si")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
}

on_both!(a_copied_season_is_dated_published_and_taken_by_the_first_page, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    copied(world).await;
    let admin = world.admin().await;
    world.browser().get(&format!("/workshop/{FIRST}")).await.says("24 settembre");
    let new = edition(world, "autunno-2015").await;
    let first = new.offerings[0].sessions[0].id;
    let mut date = typed(["23", "9", "2015"], ["9:30", "17:00"], "");
    date.extend([("versione", "1"), ("azione", "controlla")]);
    let checked = admin.post(&format!("/gestione/sessioni/{first}"), &date).await;
    checked.says("È mercoledì 23 settembre 2015.");
    checked.says("Niente: nessuno riceve una mail, e in pubblico si legge quello di prima.");
    date.pop();
    date.push(("azione", "salva"));
    assert_eq!(admin.post(&format!("/gestione/sessioni/{first}"), &date).await.status, 303);
    let path = "/gestione/edizioni/autunno-2015/stato";
    let page = admin.get(path).await;
    page.says("Questa diventa l’edizione della prima pagina. «Autunno 2014» è ancora in corso");
    page.says("Chi ha l’indirizzo di un suo workshop che deve ancora iniziare può ancora iscriversi.");
    let seen = hidden(&page, "id=\"pubblica\"");
    let none = admin.post(path, &with(&seen, &[("azione", "pubblica")])).await;
    assert_eq!(none.status, 422);
    none.says("Scegli almeno un workshop, o il corso");
    let (one, course) = (new.offerings[0].row.id.to_string(), new.offerings[5].row.id.to_string());
    let chosen = [("offerta", one.as_str()), ("offerta", course.as_str()), ("azione", "pubblica")];
    let done = admin.post(path, &with(&seen, &chosen)).await;
    assert_eq!(done.location.as_deref(), Some("/gestione/edizioni/autunno-2015?fatto=published"));
    let home = world.browser().get("/").await;
    home.says("Autunno 2015");
    assert!(!home.body.contains("La valutazione di efficacia"), "the others are still drafts");
    world.browser().get(&format!("/workshop/{FIRST}-2")).await.says("23 settembre");
    world.browser().get(&format!("/workshop/{FIRST}")).await.says("24 settembre");
    let second = world.browser().get(&format!("/workshop/{SECOND}")).await;
    second.says("2 ottobre");
    world.signed_in(ADA).await.get("/mio-percorso").await.says("Autunno 2014");
    let again = admin.post(path, &with(&seen, &chosen)).await;
    assert_eq!(again.status, 422, "a second click has not seen it");
});

on_both!(an_edition_nobody_enrolled_in_becomes_a_draft_again_and_another_one_does_not, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2014/stato";
    assert_eq!(crate::edition_drafts::step(&admin, path, "bozza").await, 303);
    world.browser().get("/").await.says("La prossima edizione non ha ancora le date");
    assert_eq!(world.browser().get(&format!("/workshop/{FIRST}")).await.status, 404);
    let seen = hidden(&admin.get(path).await, "id=\"pubblica\"");
    assert_eq!(admin.post(path, &with(&seen, &[("azione", "pubblica")])).await.status, 303);
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let refused = admin.post(path, &[("azione", "bozza")]).await;
    assert_eq!(refused.status, 422);
    refused.says("Qualcuno si è iscritto: non si toglie più");
});

on_both!(an_edition_is_put_away_once_every_register_has_taken_effect_and_taken_out_again, |world| {
    world.programme(|file| file.offerings.truncate(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = "/gestione/edizioni/autunno-2014/stato";
    let admin = world.admin().await;
    admin.get(path).await.says("il registro non ha ancora effetto");
    let refused = admin.post(path, &[("azione", "archivia")]).await;
    assert_eq!(refused.status, 422);
    refused.says("C’è ancora un registro che non ha effetto");
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(chrono::TimeDelta::minutes(31)).await;
    let admin = world.admin().await;
    admin.get(path).await.says("È quella della prima pagina");
    assert_eq!(crate::edition_drafts::step(&admin, path, "archivia").await, 303);
    world.browser().get("/").await.says("La prossima edizione non ha ancora le date");
    admin.get("/gestione/edizioni/autunno-2014").await.says("In archivio");
    let file = percorso::usecases::export_edition::export_edition(&world.desk, "autunno-2014").await.unwrap();
    let imported = world.import(&file).await;
    assert_eq!(imported, Ok(percorso::usecases::import_edition::Imported::Nothing), "it stays put away");
    assert_eq!(crate::edition_drafts::step(&admin, path, "riapri").await, 303);
    world.browser().get("/").await.says("Autunno 2014");
});
