//! A page stays open while what it shows becomes something else: its button ends nothing that was never on it; and of two
//! people who decide the same thing, the second reads what was decided and keeps what they wrote.

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::edition::CourseAdmission;
use percorso::domain::role::Role;
use percorso::store::enrolments;
use percorso::usecases::cancel_enrolment;

use crate::corrections::open_tasks;
use crate::editions::with;
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, ask_for_the_course};
use crate::office_changes::hidden;
use crate::on_both;

const RITA: &str = "rita@posta.example";
const WHY: &str = "Ha telefonato: non viene al corso.";
const MEANWHILE: &str = "Nel frattempo qualcosa è cambiato, e non abbiamo annullato niente.";

/// Ada and Bea ask for a course where a person decides; nobody has decided yet.
async fn two_applications(world: &World) {
    ask_for_the_course(world, |file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    assert_eq!(world.states(ADA, "corso").await, ["applied"]);
}

/// Ada has the only place of the second workshop; Bea waits for it.
async fn bea_waits(world: &World) -> i64 {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
    world.enrolment(BEA, "workshop-2").await
}

/// Ada gives the place back: it is held for Bea.
async fn bea_is_offered(world: &World) {
    let (id, person) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
}

on_both!(an_old_page_of_the_office_that_showed_an_application_does_not_end_the_place_it_became, |world| {
    two_applications(world).await;
    let (one, other) = (world.admin().await, world.with_role(RITA, Role::Secretary).await);
    let (person, id) = (world.person(ADA).await, world.enrolment(ADA, "corso").await);
    let path = format!("/gestione/iscrizioni/{id}/annulla");
    let seen = hidden(&other.get(&format!("/gestione/persone/{person}")).await, &path);
    assert_eq!(one.post(&format!("/gestione/domande/{id}/accetta"), &[]).await.status, 303);
    world.settle().await;
    let mails = world.mails_to(ADA).len();
    let refused = other.post(&path, &with(&seen, &[("motivo", WHY)])).await;
    assert_eq!(refused.status, 422, "{:?}", refused.location);
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    refused.says(MEANWHILE);
    refused.says("Adesso: «Posto confermato».");
    assert!(refused.body.contains(&format!("{WHY}</textarea>")), "the reason stays: {}", refused.text());
    world.settle().await;
    assert_eq!(world.mails_to(ADA).len(), mails, "nothing goes out");
    let now = hidden(&refused, &path);
    for _ in 0..2 {
        let ended = other.post(&path, &with(&now, &[("motivo", WHY)])).await;
        assert_eq!(ended.status, 303, "sent again, it ends what was seen; twice is once: {}", ended.text());
    }
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(by_staff)"]);
});

on_both!(an_old_page_of_the_office_that_showed_the_line_does_not_end_the_offer_made_since, |world| {
    let id = bea_waits(world).await;
    let (admin, person) = (world.admin().await, world.person(BEA).await);
    let path = format!("/gestione/iscrizioni/{id}/annulla");
    let seen = hidden(&admin.get(&format!("/gestione/persone/{person}")).await, &path);
    bea_is_offered(world).await;
    let refused = admin.post(&path, &with(&seen, &[("motivo", WHY)])).await;
    assert_eq!((refused.status, world.states(BEA, "workshop-2").await), (422, vec!["offered".to_owned()]));
    refused.says("Adesso: «Posto offerto».");
    let silent = admin.post(&path, &[("visto", ""), ("motivo", WHY)]).await;
    assert_eq!(silent.status, 422, "a form of the office that does not say what was seen ends nothing");
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
});

on_both!(an_old_page_of_the_office_about_what_its_person_gave_back_keeps_the_words_and_says_so, |world| {
    two_applications(world).await;
    let (person, id) = (world.person(ADA).await, world.enrolment(ADA, "corso").await);
    let (admin, path) = (world.admin().await, format!("/gestione/iscrizioni/{id}/annulla"));
    let seen = hidden(&admin.get(&format!("/gestione/persone/{person}")).await, &path);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    let refused = admin.post(&path, &with(&seen, &[("motivo", WHY)])).await;
    assert_eq!(refused.status, 422, "{:?}", refused.location);
    refused.says("Adesso: «Annullata».");
    refused.says(&format!("Avevi scritto: «{WHY}»"));
});

on_both!(an_old_page_of_leaving_the_line_does_not_give_back_the_place_that_came_since, |world| {
    let id = bea_waits(world).await;
    let (bea, path) = (world.signed_in(BEA).await, format!("/mio-percorso/{id}/disdici"));
    let form = format!("action=\"{path}\"");
    let seen = hidden(&bea.get(&path).await, &form);
    bea_is_offered(world).await;
    let refused = bea.post(&path, &with(&seen, &[("azione", "libera")])).await;
    assert_eq!((refused.status, world.states(BEA, "workshop-2").await), (422, vec!["offered".to_owned()]));
    refused.says(MEANWHILE);
    refused.says("Adesso: «Posto offerto».");
    let now = hidden(&bea.get(&path).await, &form);
    assert_eq!(bea.post(&path, &with(&now, &[("azione", "libera")])).await.status, 303);
    assert_eq!(world.states(BEA, "workshop-2").await, ["cancelled(by_person)"]);
});

on_both!(an_old_page_behind_the_link_of_a_mail_does_not_give_back_the_place_that_came_since, |world| {
    bea_waits(world).await;
    let letter = world.mails_to(BEA).into_iter().rfind(|mail| mail.kind() == "waiting-list-joined");
    let path = letter.expect("the letter about the line").link("/disdici/");
    let (stranger, form) = (world.browser(), format!("action=\"{path}\""));
    let seen = hidden(&stranger.get(&path).await, &form);
    bea_is_offered(world).await;
    let back = stranger.post(&path, &with(&seen, &[("azione", "libera")])).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    assert_eq!(back.status, 422, "{:?}", back.location);
    back.says(MEANWHILE);
    back.says("Adesso: «Posto offerto».");
    let now = hidden(&back, &form);
    assert_eq!(stranger.post(&path, &with(&now, &[("azione", "libera")])).await.status, 303);
    assert_eq!(world.states(BEA, "workshop-2").await, ["cancelled(by_person)"]);
});

on_both!(who_declines_an_application_decided_meanwhile_reads_by_whom_and_keeps_the_words, |world| {
    two_applications(world).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    for (email, what, now) in
        [(ADA, "accetta", "Adesso: «Posto confermato»."), (BEA, "rifiuta", "Adesso: «Annullata».")]
    {
        let path = format!("/gestione/domande/{}", world.enrolment(email, "corso").await);
        let decided = one.post(&format!("{path}/{what}"), &[("motivo", "I posti sono pochi.")]).await;
        assert_eq!(decided.status, 303, "{}", decided.text());
        let refused = other.post(&format!("{path}/rifiuta"), &[("motivo", WHY)]).await;
        assert_eq!(refused.status, 422, "{what}: {:?}", refused.location);
        refused.says(&format!("Nel frattempo ha deciso {RITA}. {now}"));
        refused.says(&format!("Avevi scritto: «{WHY}»"));
        let again = one.post(&format!("{path}/{what}"), &[("motivo", "I posti sono pochi.")]).await;
        assert_eq!(again.status, 303, "a second click of the same person changes nothing");
    }
});

/// The first workshop was held without a mark for Bea, and Ada was absent; the register has taken effect.
async fn first_held(world: &World) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
}

on_both!(who_answers_a_dispute_answered_meanwhile_reads_the_answer_and_keeps_the_words, |world| {
    first_held(world).await;
    let said = format!("/mio-percorso/incontri/{}/segnala", world.session("workshop-1", 1).await);
    let opened = world.signed_in(ADA).await.post(&said, &[("parole", "Ero in aula.")]).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    let person = world.person(ADA).await;
    let all = percorso::store::disputes::of_person(world.desk.store.reader(), person).await.unwrap();
    let path = format!("/gestione/contestazioni/{}", all[0].id);
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let answer = "Nel foglio delle firme non c’eri.";
    assert_eq!(one.post(&path, &[("motivo", answer)]).await.status, 303);
    let refused = other.post(&path, &[("motivo", WHY)]).await;
    assert_eq!(refused.status, 422);
    refused.says(&format!("Ha già risposto {RITA}: «{answer}»"));
    refused.says(&format!("Avevi scritto: «{WHY}»"));
});

on_both!(who_settles_a_task_settled_meanwhile_keeps_the_words, |world| {
    first_held(world).await;
    let task = open_tasks(world).await.pop().expect("the missing mark");
    let path = format!("/gestione/da-fare/{}", task.id);
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    assert_eq!(one.post(&path, &[("motivo", "Non era in aula.")]).await.status, 303);
    let refused = other.post(&path, &[("motivo", WHY)]).await;
    assert_eq!(refused.status, 422);
    refused.says("Nel frattempo se n’è occupata un’altra persona dell’ufficio");
    refused.says(&format!("Avevi scritto: «{WHY}»"));
});

/// Until when a place is held.
async fn held_until(world: &World, id: i64) -> Option<DateTime<Utc>> {
    enrolments::find(world.desk.store.reader(), id).await.unwrap().expect("the enrolment").hold_until
}

on_both!(an_old_page_that_showed_an_offer_does_not_decline_the_one_made_since_it_lapsed, |world| {
    let id = bea_waits(world).await;
    bea_is_offered(world).await;
    let (bea, admin) = (world.signed_in(BEA).await, world.admin().await);
    let her_page = format!("/gestione/persone/{}", world.person(BEA).await);
    let (own, office) =
        (format!("/mio-percorso/{id}/rinuncia"), format!("/gestione/iscrizioni/{id}/rinuncia"));
    let seen = hidden(&bea.get("/mio-percorso").await, &own);
    let heard = hidden(&admin.get(&her_page).await, &office);
    let first = held_until(world, id).await;
    // Nobody else waits: the place is held for her once more.
    world.wait(TimeDelta::hours(49)).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    assert_ne!(held_until(world, id).await, first);
    for (browser, path, old) in [(&bea, &own, &seen), (&admin, &office, &heard)] {
        let refused = browser.post(path, &with(old, &[])).await;
        assert_eq!(
            (refused.status, world.states(BEA, "workshop-2").await),
            (422, vec!["offered".to_owned()])
        );
        refused.says("Nel frattempo qualcosa è cambiato");
    }
    let now = hidden(&bea.get("/mio-percorso").await, &own);
    assert_eq!(bea.post(&own, &with(&now, &[])).await.status, 303);
    assert_eq!(world.states(BEA, "workshop-2").await, ["cancelled(declined)"]);
});
