//! Every template with its richest and its poorest page, in both languages; sentences all used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::TimeDelta;

use percorso::domain::person::Language;

use crate::harness::{Browser, TRAINER, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";

async fn opens(world: &World, browser: &Browser<'_>, paths: &[String]) {
    let _ = world;
    for path in paths {
        for prefix in ["", "/en"] {
            let page = browser.get(&format!("{prefix}{path}")).await;
            assert_eq!(page.status, 200, "{prefix}{path}: {}", page.text());
            assert!(
                page.body.contains(if prefix.is_empty() {
                    "<html lang=\"it\">"
                } else {
                    "<html lang=\"en\">"
                }),
                "{prefix}{path}"
            );
        }
    }
}

fn paths(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|p| (*p).to_owned()).collect()
}

on_both!(without_an_edition_every_public_page_says_so, |world| {
    let browser = world.browser();
    opens(
        world,
        &browser,
        &paths(&["/", "/come-funziona", "/domande", "/aiuto", "/privacy", "/accessibilita", "/accedi", "/v"]),
    )
    .await;
    assert_eq!(browser.get("/corso").await.status, 404);
    let office = [
        "/gestione",
        "/gestione/iscritti",
        "/gestione/offerte",
        "/gestione/attestati",
        "/gestione/da-fare",
        "/gestione/contestazioni",
        "/gestione/posta",
        "/aula",
        "/mio-percorso",
    ];
    opens(world, &world.admin().await, &paths(&office)).await;
});

on_both!(with_everything_that_can_happen_every_page_opens_in_both_languages, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(2);
            file.offerings[0].text_it = Some("Mattina.\n\nPomeriggio.".into());
            file.offerings[0].fee = Some("10 euro".into());
            file.offerings[1].sessions[0].hours = Some(percorso::domain::session::Hours {
                start: "09:30:00".parse().unwrap(),
                end: "17:00:00".parse().unwrap(),
            });
            file.offerings[1].sessions[0].place = Some("Sala AMALO, Milano".into());
            file.edition.rule.certificate_days = Some(6);
            file.edition.rule.enrolment_closes = "2014-10-17".parse().ok();
        })
        .await;
    let public = paths(&[
        "/",
        "/corso",
        "/corso/iscrizione",
        &format!("/workshop/{FIRST}"),
        &format!("/workshop/{SECOND}"),
        "/workshop/quarto-workshop",
        "/workshop/quarto-workshop/avvisami",
    ]);
    opens(world, &world.browser(), &public).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    let bea = world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    let ciro = world.sign_up("Ciro", "ciro@posta.example", &[FIRST]).await;
    ada.post("/corso/iscrizione", &[]).await;
    let own = paths(&["/mio-percorso", "/corso", "/corso/iscrizione", "/", &format!("/workshop/{FIRST}")]);
    for browser in [&ada, &bea, &ciro] {
        opens(world, browser, &own).await;
    }
    for (browser, email, key) in [
        (&ada, "ada@posta.example", "corso"),
        (&bea, "bea@posta.example", "workshop-1"),
        (&ciro, "ciro@posta.example", "workshop-1"),
    ] {
        let enrolment = world.enrolment(email, key).await;
        opens(world, browser, &[format!("/mio-percorso/{enrolment}/disdici")]).await;
    }
    let leave = world.mails_to("ciro@posta.example").pop().unwrap().link("/disdici/");
    opens(world, &world.browser(), std::slice::from_ref(&leave)).await;
    world.browser().post(&leave, &[]).await;
    opens(world, &world.browser(), &[leave]).await;
    after_the_first_workshop(world, [&ada, &bea], &own).await;
});

async fn after_the_first_workshop(world: &World, people: [&Browser<'_>; 2], own: &[String]) {
    world.go_to("2014-09-24T15:00:00Z").await;
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    let room = [
        format!("/aula/{session}"),
        format!("/aula/{session}/chiudi"),
        format!("/aula/{session}/aggiungi"),
        format!("/aula/{session}/aggiungi?cerca=pro"),
        "/aula".to_owned(),
    ];
    opens(world, &trainer, &room).await;
    world.register("workshop-1", 1, &[("ada@posta.example", "P"), ("bea@posta.example", "A")]).await;
    opens(world, &trainer, &room[..2]).await;
    opens(world, people[0], own).await;
    world.wait(TimeDelta::minutes(31)).await;
    opens(world, &trainer, &room[..2]).await;
    for browser in people {
        opens(world, browser, own).await;
    }
    let contest = format!("/mio-percorso/incontri/{session}/segnala");
    opens(world, people[1], std::slice::from_ref(&contest)).await;
    assert_eq!(people[1].post(&contest, &[("parole", "Ero in aula.")]).await.status, 303);
    opens(world, people[1], &[contest, "/mio-percorso".to_owned()]).await;
    let admin = world.admin().await;
    let mut office = paths(&[
        "/gestione",
        "/gestione/da-fare",
        "/gestione/contestazioni",
        &format!("/gestione/presenze/{session}/{}", world.person("bea@posta.example").await),
        "/gestione/iscritti",
        "/gestione/iscritti?stato=cancelled",
        "/gestione/posta?stato=refused",
        "/gestione?tappa=one-missing&ordina=contact",
        "/gestione?tutte=si&profilo=cittadinanza&workshop=quarto-workshop",
        "/gestione?cerca=nessuno",
    ]);
    for email in ["ada@posta.example", "bea@posta.example", "ciro@posta.example", TRAINER] {
        office.push(format!("/gestione/persone/{}", world.person(email).await));
    }
    opens(world, &admin, &office).await;
    world.go_to("2015-02-02T08:00:00Z").await;
    opens(world, &world.signed_in("ada@posta.example").await, own).await;
    opens(world, &world.admin().await, &office).await;
}

on_both!(links_stay_in_the_language_of_the_page, |world| {
    world.programme(|_| {}).await;
    let browser = world.browser();
    for path in ["/en", "/en/"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains(&format!("href=\"/en/workshop/{FIRST}\"")), "{path}");
    }
    let answer = browser
        .post(
            &format!("/en/workshop/{FIRST}/iscrizione"),
            &crate::harness::form("Ada", "ada@posta.example", &[]),
        )
        .await;
    assert!(answer.location.unwrap().starts_with("/en/iscrizione/inviata/"));
    world.settle().await;
    let mail = world.mails_to("ada@posta.example").pop().unwrap();
    assert!(mail.subject.contains("Confirm"), "{}", mail.subject);
    assert!(mail.link("/conferma/").starts_with("/en/conferma/"));
});

on_both!(the_page_for_the_code_opens_in_both_languages_right_wrong_and_over, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    for (prefix, asks, over) in [
        ("", "Apri il collegamento della mail, oppure scrivi qui il codice.", "Questo codice non vale più"),
        ("/en", "Open the link in the e-mail, or write the code here.", "This code is no longer valid"),
    ] {
        let browser = world.browser();
        let sent = browser.post(&format!("{prefix}/accedi"), &[("email", "ada@posta.example")]).await;
        let page = sent.location.expect("the page for the code");
        let language = if prefix.is_empty() { "<html lang=\"it\">" } else { "<html lang=\"en\">" };
        let shown = browser.get(&page).await;
        assert_eq!((shown.status, shown.body.contains(language)), (200, true), "{page}");
        shown.says(asks);
        let handle = page.split("r=").nth(1).unwrap().split('&').next().unwrap();
        let wrong = [("r", handle), ("codice", "12")];
        for tries in 0..6 {
            let answer = browser.post(&format!("{prefix}/accedi/posta"), &wrong).await;
            assert_eq!((answer.status, answer.body.contains(language)), (422, true), "{prefix} {tries}");
            assert_eq!(answer.text().contains(over), tries >= 4, "{prefix} {tries}: {}", answer.text());
        }
    }
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts(folder: &Path, endings: &[&str]) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&texts(&path, endings));
        } else if endings.iter().any(|e| path.to_string_lossy().ends_with(e)) {
            all.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    all
}

/// The templates of a folder, but for the pieces that others are made of.
fn templates(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join("templates").join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| !["layout.html", "parts.html"].contains(&name.as_str())).collect()
}

#[test]
fn every_page_has_a_handler_that_renders_it_and_no_handler_asks_for_one_that_is_not_there() {
    let code = texts(&root().join("src/web"), &[".rs"]);
    let (mut asked, mut there) = (BTreeSet::new(), BTreeSet::new());
    for folder in ["admin", "error", "participant", "public", "trainer"] {
        there.extend(templates(folder).into_iter().map(|name| format!("{folder}/{name}")));
        let start = format!("\"{folder}/");
        let named = code.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
        asked.extend(named.filter(|name| name.ends_with(".html")).map(|name| format!("{folder}/{name}")));
    }
    assert!(there.len() > 50, "the folders are read");
    assert_eq!(asked, there);
}

/// A key is used where it stands whole, or where a template or a file of code joins its beginning with a code.
#[test]
fn every_sentence_is_used_or_of_a_family_that_is() {
    let used = texts(&root().join("templates"), &[".html", ".txt"]) + &texts(&root().join("src"), &[".rs"]);
    let mut unused = BTreeSet::new();
    for line in texts(&root().join("locales/it"), &[".ftl"]).lines() {
        let Some((key, _)) =
            line.split_once(" =").filter(|(key, _)| key.starts_with(|c: char| c.is_ascii_lowercase()))
        else {
            continue;
        };
        let joined = key.match_indices('-').any(|(at, _)| {
            used.contains(&format!("\"{}\" ~", &key[..=at]))
                || used.contains(&format!("\"{}{{", &key[..=at]))
                || used.contains(&format!("\"{}{{}}", &key[..=at]))
        });
        if !used.contains(&format!("\"{key}\"")) && !joined {
            unused.insert(key.to_owned());
        }
    }
    assert_eq!(unused, BTreeSet::new());
}

#[test]
fn every_act_of_the_audit_has_its_sentences() {
    let views = crate::harness::views();
    let mut missing = Vec::new();
    for (language, family) in Language::ALL.into_iter().flat_map(|l| [(l, "audit-act"), (l, "audit-kind")]) {
        for act in percorso::usecases::ACTS {
            let key = format!("{family}-{}", act.replace('_', "-"));
            if views.words().plain(language, &key) == key {
                missing.push(format!("{} {key}", language.code()));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

on_both!(health_is_good_with_the_database_and_bad_without_it, |world| {
    let well = world.browser().get("/health").await;
    assert_eq!((well.status, well.body.as_str()), (200, "{\"database\":\"ok\",\"outbox_age_seconds\":0}"));
    let lost = World::new(world.database.another().await).await;
    lost.desk.store.clone().close().await.expect("the connections close");
    assert_eq!(lost.browser().get("/health").await.status, 503);
    let page = lost.browser().get("/").await;
    assert_eq!(page.status, 500, "a fault is a page that says what to do next");
    page.says("800 135 437");
});
