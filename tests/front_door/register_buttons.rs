//! The register in the room: whichever button is pressed, what was marked is saved first; what the letters mean; which
//! registers wait to be closed.

use percorso::domain::attendance::Mark;
use percorso::domain::session::Hours;
use percorso::store::attendance;

use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;

async fn mark(world: &World, email: &str) -> Option<Mark> {
    let session = world.session("workshop-1", 1).await;
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    marks.get(&world.person(email).await).and_then(|row| Mark::from_code(&row.value))
}

async fn in_the_room(world: &World) -> i64 {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    world.session("workshop-1", 1).await
}

on_both!(what_is_marked_is_saved_before_somebody_is_added_and_before_the_register_is_closed, |world| {
    let session = in_the_room(world).await;
    let path = format!("/aula/{session}");
    let trainer = world.signed_in(TRAINER).await;
    let page = trainer.get(&path).await;
    for way in ["aggiungi", "chiudi"] {
        assert!(!page.body.contains(&format!("href=\"{path}/{way}")), "a link would leave the marks behind");
        assert!(page.body.contains(&format!("name=\"poi\" value=\"{way}\"")), "{}", page.body);
    }
    let first = page.body.split("<button").nth(1).unwrap();
    assert!(first.contains("tabindex=\"-1\"") && first.contains(">Salva presenze<"), "Enter saves: {first}");
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let names = [format!("presenza-{ada}"), format!("vista-{ada}"), format!("presenza-{bea}")];
    let form = |a: &'static str, seen: &'static str, b: &'static str, way: &'static str| {
        [(names[0].as_str(), a), (names[1].as_str(), seen), (names[2].as_str(), b), ("poi", way)]
    };
    let to_add = trainer.post(&path, &form("P", "", "", "aggiungi")).await;
    assert_eq!(to_add.location, Some(format!("{path}/aggiungi?fatto=saved")));
    trainer.get(&format!("{path}/aggiungi?fatto=saved")).await.says("Presenze salvate.");
    assert_eq!((mark(world, ADA).await, mark(world, BEA).await), (Some(Mark::Present), None));
    let to_close = trainer.post(&path, &form("P", "P", "R", "chiudi")).await;
    assert_eq!(to_close.location, Some(format!("{path}/chiudi")));
    assert!(!trainer.get(&format!("{path}/chiudi")).await.text().contains("senza segno"), "nobody is left");
    assert_eq!(mark(world, BEA).await, Some(Mark::Late));
    let named = trainer.post(&path, &form("P", "P", "R", "aggiungi:De Luca")).await;
    assert_eq!(named.location, Some(format!("{path}/aggiungi?cerca=De+Luca")), "nothing was left to save");
});

on_both!(a_mark_that_somebody_else_set_meanwhile_is_shown_whichever_button_was_pressed, |world| {
    let session = in_the_room(world).await;
    let path = format!("/aula/{session}");
    let ada = world.person(ADA).await;
    let (mark_of, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let trainer = world.signed_in(TRAINER).await;
    let first = [(mark_of.as_str(), "P"), (seen.as_str(), "")];
    assert_eq!(trainer.post(&path, &first).await.status, 303);
    let admin = world.admin().await;
    for way in ["aggiungi", "chiudi"] {
        let late = [(mark_of.as_str(), "A"), (seen.as_str(), ""), ("poi", way)];
        let asked = admin.post(&path, &late).await;
        assert_eq!(asked.status, 422, "{way}");
        asked.says("Delfina Marcandalli ha segnato P");
    }
    assert_eq!(mark(world, ADA).await, Some(Mark::Present));
});

on_both!(the_limit_of_lateness_stands_by_its_letter_where_the_edition_has_one, |world| {
    world
        .programme(|file| {
            file.edition.rule.lateness_minutes = Some(30);
            file.offerings[0].sessions[0].hours =
                Some(Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() });
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST, "valutazione-di-efficacia"]).await;
    let trainer = world.signed_in(TRAINER).await;
    let (timed, untimed) = (world.session("workshop-1", 1).await, world.session("workshop-2", 1).await);
    let page = trainer.get(&format!("/aula/{timed}")).await;
    page.says("R in ritardo, entro 30 minuti; oltre, di solito A");
    let page = trainer.get(&format!("/aula/{untimed}")).await;
    page.says("R in ritardo, conta");
    assert!(!page.text().contains("di solito A"), "without hours nobody is late: {}", page.text());
});

on_both!(a_register_that_was_forgotten_stands_above_the_days_to_come_until_it_is_closed, |world| {
    in_the_room(world).await;
    world.go_to("2014-09-26T08:00:00Z").await;
    let trainer = world.signed_in(TRAINER).await;
    let page = trainer.get("/aula").await;
    let at = |id: &str| page.body.find(&format!("id=\"{id}\""));
    assert!(at("da-chiudere").is_some() && at("da-chiudere") < at("prossime"), "{}", page.text());
    assert_eq!(at("tenute"), None, "it stands there once");
    world.register("workshop-1", 1, &[(ADA, "P"), (BEA, "A")]).await;
    let page = trainer.get("/aula").await;
    assert!(!page.body.contains("id=\"da-chiudere\"") && page.body.contains("id=\"tenute\""));
    trainer.get("/en/aula").await.says("Already held");
});
