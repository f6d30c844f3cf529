//! What others see of a certificate, and the statements of workshops: the public check tells what is printed and
//! nothing else; a paper is only for whoever it is about.

use chrono::TimeDelta;
use percorso::store::certificates::{self, Certificate};

use crate::finished_course::{finished, publish, rename};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::on_both;

/// The statements somebody fetched, newest first.
async fn statements(world: &World, email: &str) -> Vec<Certificate> {
    let person = world.person(email).await;
    let mut all = certificates::of_person(world.desk.store.reader(), person).await.unwrap();
    all.retain(|row| row.kind == "workshop");
    all
}

on_both!(the_check_tells_what_is_printed_and_nothing_else, |world| {
    finished(world, &[("Ada", ADA, "PPA")]).await;
    let row = publish(world, ADA).await;
    let page = world.browser().get(&format!("/v/{}", row.code)).await;
    assert_eq!(page.status, 200);
    for sentence in [
        "Attestato valido",
        "A. Prova",
        "AMA-2014-0001",
        "Il promotore dei gruppi di auto mutuo aiuto",
        "2 su 3",
        "dal mercoledì 22 ottobre 2014 al mercoledì 5 novembre 2014",
        "mercoledì 24 settembre 2014",
    ] {
        page.says(sentence);
    }
    for secret in [ADA, "Ada Prova", "cittadinanza"] {
        assert!(!page.body.contains(secret), "{secret}");
    }
    assert!(page.body.contains("name=\"robots\" content=\"noindex\""));
    assert_eq!(page.header("Cache-Control"), Some("no-store"));
    world.browser().get(&format!("/en/v/{}", row.code)).await.says("Valid certificate");
});

on_both!(a_code_is_found_however_it_is_typed_and_a_wrong_one_opens_nothing, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let typed = row.code.replace('-', "").to_lowercase();
    let asked = world.browser().get(&format!("/v?codice={typed}")).await;
    assert_eq!(asked.location.as_deref(), Some(format!("/v/{}", row.code).as_str()));
    world.browser().get(&format!("/v/{typed}")).await.says("Attestato valido");
    world.browser().get("/v").await.says("Verifica un attestato");
    let number = row.number_text().unwrap();
    for wrong in ["AAAA-BBBB-CCCC-DDDD", number.as_str(), "1", "%F0%9F%98%80", "x%00y"] {
        let page = world.browser().get(&format!("/v/{wrong}")).await;
        assert_eq!(page.status, 404, "{wrong}");
        assert!(!page.text().contains("Prova"), "{wrong}");
    }
    world.browser().get("/v?codice=7k3q").await.says("Non troviamo questo codice");
});

on_both!(of_somebody_who_was_erased_the_check_still_tells_the_rest, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    world.browser().get(&format!("/v/{}", row.code)).await.says("A. Prova");
    world.wait(TimeDelta::days(1)).await;
    let admin = world.admin().await;
    let erased =
        admin.post(&format!("/gestione/persone/{}/cancella", row.person_id), &[("conferma", "Prova")]).await;
    assert_eq!(erased.status, 303, "{}", erased.text());
    world.settle().await;
    let page = world.browser().get(&format!("/v/{}", row.code)).await;
    for sentence in ["Attestato valido", "Il nome non è più conservato", "AMA-2014-0001", "3 su 3"] {
        page.says(sentence);
    }
    assert!(!page.text().contains("Prova"), "{}", page.text());
    world.browser().get(&format!("/en/v/{}", row.code)).await.says("Valid certificate");
    assert_eq!(admin.get(&format!("/gestione/attestati/{}.pdf", row.id)).await.status, 404);
    let list = admin.get("/gestione/attestati").await;
    assert_eq!((list.status, list.text().contains("Prova")), (200, false), "{}", list.text());
});

on_both!(a_statement_is_there_once_the_register_is_in_effect_and_only_for_whoever_attended, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    let path = |enrolment: i64| format!("/mio-percorso/attestazioni/{enrolment}.pdf");
    let of_ada = path(world.enrolment(ADA, "workshop-1").await);
    let of_bea = path(world.enrolment(BEA, "workshop-1").await);
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "R"), (BEA, "A")]).await;
    assert_eq!(ada.get(&of_ada).await.status, 404, "not in effect");
    world.wait(TimeDelta::minutes(31)).await;
    ada.get("/mio-percorso").await.says("Attestazione di partecipazione, mercoledì 24 settembre 2014");
    let paper = ada.get(&of_ada).await;
    assert_eq!((paper.status, paper.header("Content-Type")), (200, Some("application/pdf")));
    let named = "attachment; filename=\"attestazione-2014-09-24.pdf\"";
    assert_eq!(paper.header("Content-Disposition"), Some(named));
    assert_eq!(bea.get(&of_bea).await.status, 404, "she was absent");
    assert_eq!(bea.get(&of_ada).await.status, 404, "it is not hers");
    assert_eq!(world.admin().await.get(&of_ada).await.status, 404);
    let made = statements(world, ADA).await;
    assert_eq!(made.len(), 1);
    assert_eq!((made[0].number_text(), made[0].issued_by), (None, None));
    world.browser().get(&format!("/v/{}", made[0].code)).await.says("Attestazione valida");
});

on_both!(a_statement_is_made_once_and_anew_only_where_it_says_something_else, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-1").await);
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    ada.get(&path).await;
    world.wait(TimeDelta::days(3)).await;
    ada.get(&path).await;
    assert_eq!(statements(world, ADA).await.len(), 1);
    rename(world, ADA, "Adele", "Prova").await;
    ada.get(&path).await;
    let made = statements(world, ADA).await;
    assert_eq!(made.len(), 2);
    assert_eq!(made[1].replaced_by, Some(made[0].id));
    world.browser().get(&format!("/v/{}", made[1].code)).await.says("Sostituito da uno più recente");
    world.browser().get(&format!("/v/{}", made[0].code)).await.says("Attestazione valida");
});
