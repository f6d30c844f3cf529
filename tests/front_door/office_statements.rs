//! Statements that the office fetches for somebody: for whoever has a phone alone, and never for oneself.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::certificates::{self, Certificate};
use percorso::store::{audit, enrolments};

use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const LEO: &str = "leo@posta.example";

/// The workshop is held: these people were there, by their ids.
async fn held(world: &World, marks: &[(i64, &str)]) {
    world.go_to("2014-09-24T16:00:00Z").await;
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    let names: Vec<String> = marks.iter().map(|(person, _)| format!("presenza-{person}")).collect();
    let fields: Vec<(&str, &str)> =
        names.iter().zip(marks).map(|(name, (_, mark))| (name.as_str(), *mark)).collect();
    assert_eq!(trainer.post(&format!("/aula/{session}"), &fields).await.status, 303);
    assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
}

async fn papers(world: &World, person: i64) -> Vec<Certificate> {
    certificates::of_person(world.desk.store.reader(), person).await.unwrap()
}

fn way(person: i64, enrolment: i64) -> String {
    format!("/gestione/persone/{person}/attestazioni/{enrolment}")
}

on_both!(the_office_fetches_the_statement_of_somebody_with_a_phone_alone, |world| {
    world.programme(|_| {}).await;
    let ugo = person_of(&by_phone(world, &world.admin().await, "Ugo", "workshop-1", &[]).await);
    let enrolment = enrolments::of_person(world.desk.store.reader(), ugo).await.unwrap()[0].id;
    held(world, &[(ugo, "P")]).await;
    let (admin, leo) = (world.admin().await, world.with_role(LEO, Role::Reader).await);
    let (make, fetch) = (way(ugo, enrolment), format!("{}.pdf", way(ugo, enrolment)));
    let page = format!("/gestione/persone/{ugo}");
    admin.get(&page).await.says("Attestazione (PDF)");
    assert!(!leo.get(&page).await.text().contains("Attestazione (PDF)"), "there is none to read yet");
    assert_eq!((admin.get(&fetch).await.status, leo.post(&make, &[]).await.status), (404, 403));
    for _ in 0..2 {
        let sent = admin.post(&make, &[]).await;
        assert_eq!((sent.status, sent.location.as_deref()), (303, Some(fetch.as_str())));
    }
    leo.get(&page).await.says("Attestazione (PDF)");
    let paper = leo.get(&fetch).await;
    assert_eq!((paper.status, paper.header("Content-Type")), (200, Some("application/pdf")));
    let named = "attachment; filename=\"attestazione-2014-09-24.pdf\"";
    assert_eq!(paper.header("Content-Disposition"), Some(named));
    let made = papers(world, ugo).await;
    assert_eq!(made.len(), 1, "a second click makes no second one");
    assert_eq!((made[0].number_text(), made[0].issued_by), (None, None));
    world.browser().get(&format!("/v/{}", made[0].code)).await.says("Attestazione valida");
    let acts = audit::of_person(world.desk.store.reader(), ugo).await.unwrap();
    let issued: Vec<_> = acts.iter().filter(|act| act.act == "issue_statement").collect();
    assert_eq!(issued.len(), 1);
    assert_eq!((issued[0].actor.as_str(), issued[0].subject_id), ("staff", Some(made[0].id)));
    admin.get("/gestione/storia").await.says("ha fatto l’attestazione di un workshop: Ugo Senzamail");
    admin.get(&page).await.says("Attestazione di un workshop fatta per la persona");
});

on_both!(a_statement_is_only_of_who_attended_and_under_their_own_page, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let of_ada = world.enrolment(ADA, "workshop-1").await;
    let of_bea = world.enrolment(BEA, "workshop-1").await;
    let admin = world.admin().await;
    assert_eq!(admin.post(&way(ada, of_ada), &[]).await.status, 404, "not held yet");
    held(world, &[(ada, "P"), (bea, "A")]).await;
    let admin = world.admin().await;
    assert_eq!(admin.post(&way(ada, of_ada), &[]).await.status, 303);
    for (person, enrolment) in [(bea, of_ada), (bea, of_bea), (ada, of_bea), (ada, 99_999), (99_999, of_ada)]
    {
        let make = way(person, enrolment);
        assert_eq!(admin.post(&make, &[]).await.status, 404, "{make}");
        assert_eq!(admin.get(&format!("{make}.pdf")).await.status, 404, "{make}");
    }
    assert_eq!((papers(world, ada).await.len(), papers(world, bea).await.len()), (1, 0));
    assert_eq!(admin.get(&way(ada, of_ada)).await.status, 404, "without .pdf it is no file");
});

on_both!(nobody_of_the_office_makes_their_own_statement_there, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, enrolment) = (world.person(ADA).await, world.enrolment(ADA, "workshop-1").await);
    held(world, &[(ada, "P")]).await;
    let secretary = world.with_role(ADA, Role::Secretary).await;
    let answer = secretary.post(&way(ada, enrolment), &[]).await;
    assert_eq!(answer.status, 422);
    answer.says("Questa decisione riguarda te: la prende un’altra persona.");
    assert!(!answer.text().contains("Attestazione (PDF)"), "no button for it either");
    assert_eq!(papers(world, ada).await.len(), 0);
    assert_eq!(secretary.get(&format!("/mio-percorso/attestazioni/{enrolment}.pdf")).await.status, 200);
});
