//! The pages of the editions and of what they offer: each opens, in both languages, whatever stands there.

use percorso::domain::role::Role;
use percorso::store::offerings;

use crate::edition_drafts::{draft, state};
use crate::harness::changing::{change, moved, on};
use crate::on_both;

/// The pages of an edition, of an offering and of a session.
fn pages(edition: &str, offering: i64, session: i64) -> Vec<String> {
    vec![
        "/gestione/edizioni".to_owned(),
        "/gestione/nuova-edizione".to_owned(),
        format!("/gestione/nuova-edizione?da={edition}"),
        format!("/gestione/edizioni/{edition}"),
        format!("/gestione/edizioni/{edition}/aggiungi"),
        format!("/gestione/edizioni/{edition}/stato"),
        format!("/gestione/offerte/{offering}"),
        format!("/gestione/offerte/{offering}/stato"),
        format!("/gestione/offerte/{offering}/giornate"),
        format!("/gestione/sessioni/{session}"),
        format!("/gestione/sessioni/{session}/conduce"),
    ]
}

on_both!(every_page_of_the_editions_opens_in_both_languages_whatever_stands_there, |world| {
    let admin = world.admin().await;
    admin.get("/gestione/edizioni").await.says("Ancora nessuna edizione");
    world.programme(|_| {}).await;
    change(world, vec![moved(world, "workshop-4", 1, on("2014-11-01")).await]).await;
    let form = [("titolo_it", "Autunno 2015"), ("da", "autunno-2014")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
    assert_eq!(admin.post("/gestione/nuova-edizione", &[("titolo_it", "Vuota")]).await.status, 303);
    let copy = crate::editions::edition(world, "autunno-2015").await;
    let (offering, session) = (world.offering("workshop-4").await, world.session("corso", 1).await);
    let mut all = pages("autunno-2014", offering, session);
    all.extend(pages("autunno-2015", copy.offerings[5].row.id, copy.offerings[5].sessions[0].id));
    all.extend(pages("vuota", offering, session));
    for path in all {
        for prefix in ["", "/en"] {
            let page = admin.get(&format!("{prefix}{path}")).await;
            assert_eq!(page.status, 200, "{prefix}{path}: {}", page.text());
        }
    }
});

on_both!(a_secretary_gives_a_draft_its_address_and_leaves_alone_whether_it_counts, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    let id = draft(world, &admin, "Condurre un gruppo").await;
    let path = format!("/gestione/offerte/{id}/stato");
    let stands = || async {
        let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
        (row.slug, row.counts_toward_rule)
    };
    let page = secretary.get(&path).await;
    page.says("Vale come requisito per il corso. Lo decide chi ha il ruolo «amministrazione».");
    assert!(!page.body.contains("name=\"conta\""), "her form lacks it");
    let address = [("indirizzo", "condurre"), ("azione", "forma")];
    assert_eq!(state(&secretary, &path, "id=\"forma\"", &address).await.0, 303);
    assert_eq!(stands().await, ("condurre".to_owned(), true));
    assert_eq!(state(&admin, &path, "id=\"forma\"", &address).await.0, 303);
    assert_eq!(stands().await, ("condurre".to_owned(), false), "an admin took the tick away");
    let counts = [("indirizzo", "altro"), ("conta", "si"), ("azione", "forma")];
    let (status, text) = state(&secretary, &path, "id=\"forma\"", &counts).await;
    assert_eq!(status, 403, "{text}");
    assert!(text.contains("Questa pagina è riservata all’amministrazione."), "{text}");
    assert_eq!(stands().await, ("condurre".to_owned(), false));
});
