//! Who may see and shape editions: every route of these pages × every role.

use percorso::domain::role::Role;
use percorso::store::offerings;

use crate::edition_drafts::{draft, state};
use crate::harness::Browser;
use crate::on_both;

/// Method, path, and what a visitor, a participant, a trainer and an admin get.
pub fn rows(edition: &str, offering: i64, session: i64) -> Vec<(&'static str, String, [u16; 4])> {
    let (sees, mended, gone) = ([303, 403, 403, 200], [303, 403, 403, 422], [303, 403, 403, 404]);
    let of = |path: &str| format!("/gestione/edizioni/{edition}{path}");
    vec![
        ("GET", "/gestione/edizioni".to_owned(), sees),
        ("GET", "/gestione/nuova-edizione".to_owned(), sees),
        ("POST", "/gestione/nuova-edizione".to_owned(), mended),
        ("GET", of(""), sees),
        ("POST", of(""), mended),
        ("POST", of("/regola"), mended),
        ("POST", of("/regola/mail"), gone),
        ("POST", of("/ordine"), gone),
        ("GET", of("/aggiungi"), sees),
        ("POST", of("/aggiungi"), [303, 403, 403, 303]),
        ("GET", of("/stato"), sees),
        ("POST", of("/stato"), gone),
        ("POST", of("/stato/mail"), gone),
        ("GET", format!("/gestione/offerte/{offering}/stato"), sees),
        ("POST", format!("/gestione/offerte/{offering}/stato"), mended),
        ("POST", format!("/gestione/offerte/{offering}/stato/mail"), gone),
        ("POST", format!("/gestione/offerte/{offering}/mail"), gone),
        ("POST", format!("/gestione/sessioni/{session}/mail"), gone),
        ("GET", format!("/gestione/offerte/{offering}/giornate"), sees),
        ("POST", format!("/gestione/offerte/{offering}/giornate"), mended),
        ("POST", format!("/gestione/offerte/{offering}/giornate/mail"), gone),
        ("GET", format!("/gestione/sessioni/{session}/conduce"), sees),
        ("POST", format!("/gestione/sessioni/{session}/conduce"), mended),
    ]
}

async fn ask(browser: &Browser<'_>, method: &str, path: &str) -> u16 {
    match method {
        "GET" => browser.get(path).await.status,
        _ => browser.post(path, &[]).await.status,
    }
}

on_both!(a_reader_changes_no_edition_and_a_secretary_leaves_its_rule_alone, |world| {
    world.programme(|_| {}).await;
    let (offering, session) = (world.offering("workshop-1").await, world.session("workshop-1", 1).await);
    let reader = world.with_role("guarda@percorso.example", Role::Reader).await;
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    let mut wrong = Vec::new();
    for (method, path, [_, _, _, admin]) in rows("autunno-2014", offering, session) {
        let form = path.ends_with("nuova-edizione") || path.ends_with("aggiungi");
        let reads = if method == "GET" && !form { 200 } else { 403 };
        let works = if path.contains("/regola") { 403 } else { admin };
        for (who, browser, expected) in [("reader", &reader, reads), ("secretary", &secretary, works)] {
            let got = ask(browser, method, &path).await;
            if got != expected {
                wrong.push(format!("{method} {path} as {who}: {got}, not {expected}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
});

on_both!(every_page_of_the_editions_opens_in_both_languages_whatever_stands_there, |world| {
    let admin = world.admin().await;
    admin.get("/gestione/edizioni").await.says("Ancora nessuna edizione");
    world.programme(|file| file.offerings[3].sessions[0].date = "2014-11-01".parse().ok()).await;
    let form = [("titolo_it", "Autunno 2015"), ("da", "autunno-2014")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
    assert_eq!(admin.post("/gestione/nuova-edizione", &[("titolo_it", "Vuota")]).await.status, 303);
    let copy = crate::editions::edition(world, "autunno-2015").await;
    let (offering, session) = (world.offering("workshop-4").await, world.session("corso", 1).await);
    let mut pages = rows("autunno-2014", offering, session);
    pages.extend(rows("autunno-2015", copy.offerings[5].row.id, copy.offerings[5].sessions[0].id));
    pages.extend(rows("vuota", offering, session));
    pages.push(("GET", "/gestione/nuova-edizione?da=autunno-2014".to_owned(), [0; 4]));
    pages.push(("GET", format!("/gestione/sessioni/{session}"), [0; 4]));
    for (_, path, _) in pages.iter().filter(|(method, _, _)| *method == "GET") {
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
