//! What a correction is followed by elsewhere: the person reads it on their path, and their other edition is looked at
//! again.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::rule;
use percorso::usecases::import_edition::Imported;

use crate::corrections::{address, letters, send, two_workshops_held, version};
use crate::harness::TRAINER;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;
use crate::two_editions::next_season;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

on_both!(a_corrected_mark_stands_on_the_path_for_thirty_days_with_who_why_and_how_to_contest_it, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "A")]).await;
    let secretary = world.with_role(TRAINER, Role::Secretary).await;
    let seen = version(world, ADA).await;
    let saved = send(world, &secretary, ADA, ["A", "Persona sbagliata", &seen, "salva"]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let ada = world.signed_in(ADA).await;
    let page = ada.get("/mio-percorso").await;
    for sentence in [
        "La tua presenza di giovedì 2 ottobre è stata corretta",
        "Adesso risulta: non presente. Motivo: «Persona sbagliata»",
        "L’ha corretta Delfina Marcandalli, giovedì 2 ottobre.",
        "Non ti torna? Segnalalo",
    ] {
        page.says(sentence);
    }
    ada.get("/en/mio-percorso").await.says("Your attendance on Thursday 2 October was corrected");
    let bea = world.signed_in(BEA).await.get("/mio-percorso").await;
    assert!(!bea.text().contains("è stata corretta"), "marked once: {}", bea.text());
    let seen = version(world, ADA).await;
    let back = send(world, &secretary, ADA, ["R", "Arrivata dopo", &seen, "salva"]).await;
    assert_eq!(back.status, 303, "{}", back.text());
    let page = ada.get("/mio-percorso").await;
    page.says("Adesso risulta: in ritardo, conta. Motivo: «Arrivata dopo»");
    page.says("Se non ti torna, scrivici");
    assert!(!page.text().contains("Persona sbagliata"), "only what stands: {}", page.text());
    world.wait(TimeDelta::days(31)).await;
    let later = world.signed_in(ADA).await.get("/mio-percorso").await;
    assert!(!later.text().contains("è stata corretta"), "{}", later.text());
});

on_both!(a_mark_corrected_in_one_edition_makes_a_provisional_place_of_the_next_one_final, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let (first, seen, path) = (world.edition().await, version(world, ADA).await, address(world, ADA).await);
    let (bea_seen, bea_path) = (version(world, BEA).await, address(world, BEA).await);
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    let next = world.edition().await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{THIRD}-2015/iscrizione"), &[]).await.status, 303);
    assert_eq!(ada.post("/corso/iscrizione", &[("edizione", "autunno-2015")]).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
    world.settle().await;
    let before = world.mails_to(ADA).len();
    let admin = world.admin().await;
    for (path, letter, seen) in [(&path, "P", &seen), (&bea_path, "R", &bea_seen)] {
        let fields = [
            ("valore", letter),
            ("motivo", "Firma sul foglio"),
            ("versione", seen.as_str()),
            ("azione", "salva"),
        ];
        let saved = admin.post(path, &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    world.wait(TimeDelta::minutes(1)).await;
    let (reader, person) = (world.desk.store.reader(), world.person(ADA).await);
    for edition in [first, next] {
        assert!(rule::reached_by(reader, person, edition).await.unwrap().is_some(), "edition {edition}");
    }
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    let told = letters(world, ADA, before);
    let of = |kind: &str| told.iter().filter(|letter| *letter == kind).count();
    assert_eq!((of("mark-corrected"), of("rule-reached"), of("course-confirmed")), (1, 1, 1), "{told:?}");
    let bea = world.person(BEA).await;
    assert!(rule::reached_by(reader, bea, first).await.unwrap().is_some());
    assert_eq!(rule::reached_by(reader, bea, next).await.unwrap(), None, "she has no part in it");
});
