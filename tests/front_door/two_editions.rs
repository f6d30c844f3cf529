//! A new season is published while the last one still runs: nobody loses sight of their path, no task of the office is
//! forgotten.

use percorso::domain::edition_file::{self, Checked};
use percorso::usecases::import_edition::Imported;

use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::harness::{PROGRAMME, World};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// The next season: a year later, other names.
fn next_season() -> Checked {
    let text = PROGRAMME
        .replace("autunno-2014", "autunno-2015")
        .replace("2015-", "2016-")
        .replace("2014-", "2015-")
        .replace("2014", "2015");
    let mut file = edition_file::read(&text).expect("the next season reads");
    file.edition.key = "autunno-2015".into();
    file.edition.title_it = "Autunno 2015".into();
    for offered in &mut file.offerings {
        offered.slug = format!("{}-2015", offered.slug);
    }
    file
}

async fn both(world: &World) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
}

on_both!(somebody_on_the_way_in_the_running_edition_keeps_sight_of_it, |world| {
    both(world).await;
    let ada = world.signed_in(ADA).await;
    let path = ada.get("/mio-percorso").await;
    path.says("Hai prenotato");
    path.says("Ada Prova · Autunno 2014");
    for slug in [FIRST, SECOND, THIRD] {
        assert_eq!(ada.get(&format!("/workshop/{slug}")).await.status, 200, "{slug}");
    }
    let third = ada.post(&format!("/workshop/{THIRD}/iscrizione"), &[]).await;
    assert_eq!(third.location.as_deref(), Some("/mio-percorso?fatto=confirmed"));
    world.browser().get("/").await.says("2015");
    let sent = ada.post("/corso/iscrizione", &[]).await;
    assert_eq!(sent.location.as_deref(), Some("/mio-percorso?fatto=course-provisional"));
    ada.get("/mio-percorso").await.says("provvisorio");
});

on_both!(once_the_running_edition_is_over_the_new_one_is_everybodys, |world| {
    both(world).await;
    world.go_to("2015-02-01T08:00:00Z").await;
    let ada = world.signed_in(ADA).await;
    ada.get("/mio-percorso").await.says("Autunno 2015");
    assert_eq!(ada.get(&format!("/workshop/{FIRST}")).await.status, 404);
});

on_both!(the_office_is_reminded_of_what_the_running_edition_needs, |world| {
    both(world).await;
    world.admin().await;
    world.go_to("2014-09-29T08:00:00Z").await;
    let digests: Vec<String> = world
        .mails_to("ufficio@percorso.example")
        .into_iter()
        .filter(|mail| mail.kind() == "digest")
        .map(|mail| mail.text)
        .collect();
    assert_eq!(digests.len(), 1, "{digests:?}");
    assert!(digests[0].contains("registro"), "{}", digests[0]);
});
