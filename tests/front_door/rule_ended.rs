//! A rule in doubt is decided: it stays reached with a word of why, or an admin ends the dated fact. What was given on
//! it is not taken away silently.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::rule::RuleReached;
use percorso::store::tasks::Task;
use percorso::store::{audit, rule};
use sea_orm::{ConnectionTrait as _, Statement};

use crate::corrections::{hold, kinds_of, letters, open_tasks, send, two_workshops_held, version};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// The mark of the second workshop is corrected to this one.
async fn correct(world: &World, letter: &str, reason: &str) {
    let (admin, seen) = (world.admin().await, version(world, ADA).await);
    let saved = send(world, &admin, ADA, [letter, reason, &seen, "salva"]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    world.settle().await;
}

/// Ada had reached the rule, and the mark of her second workshop was corrected.
async fn in_doubt(world: &World) -> Task {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "P")]).await;
    doubted(world).await
}

async fn doubted(world: &World) -> Task {
    correct(world, "A", "Persona sbagliata").await;
    open_tasks(world).await.pop().expect("a task")
}

fn ending(task: &Task) -> String {
    format!("/gestione/da-fare/{}/non-raggiunta", task.id)
}

/// The fact that stands.
async fn fact(world: &World) -> Option<RuleReached> {
    let (person, edition) = (world.person(ADA).await, world.edition().await);
    rule::reached_by(world.desk.store.reader(), person, edition).await.unwrap()
}

/// How many facts there are of her, ended ones included.
async fn facts(world: &World) -> usize {
    let (reader, person) = (world.desk.store.reader(), world.person(ADA).await);
    let sql = format!("SELECT id FROM rule_reached WHERE person_id = {person}");
    let rows = reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await;
    rows.unwrap().len()
}

on_both!(an_admin_ends_what_was_in_doubt_and_the_course_asks_for_the_rule_again, |world| {
    let task = in_doubt(world).await;
    let admin = world.admin().await;
    let list = admin.get("/gestione/da-fare").await;
    list.says("La regola resta raggiunta");
    list.says("La regola non è più raggiunta");
    let empty = admin.post(&ending(&task), &[("motivo", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains(&format!("href=\"#regola-{}\"", task.id)), "{}", empty.body);
    empty.says("Scrivi il motivo.");
    let first = fact(world).await.expect("the fact stands");
    let before = world.mails_to(ADA).len();
    for _ in 0..2 {
        let ended = admin.post(&ending(&task), &[("motivo", "Quel giorno era altrove.")]).await;
        assert_eq!(ended.location.as_deref(), Some("/gestione/da-fare?fatto=rule-ended"));
    }
    world.settle().await;
    assert_eq!((fact(world).await, facts(world).await), (None, 1), "the row stays");
    assert_eq!(kinds_of(&open_tasks(world).await), Vec::<&str>::new());
    admin.get("/gestione/da-fare").await.says("Quel giorno era altrove.");
    admin.get("/gestione/storia").await.says("ha deciso che la regola non è più raggiunta: Ada Prova");
    admin.get("/en/gestione/storia").await.says("decided that the rule is not reached any more");
    let rows = audit::of_person(world.desk.store.reader(), world.person(ADA).await).await.unwrap();
    let deeds: Vec<_> = rows.iter().filter(|row| row.act == "end_reached").collect();
    assert_eq!(deeds.len(), 1, "a second click changes nothing");
    assert_eq!((deeds[0].subject.as_str(), deeds[0].subject_id), ("rule_reached", Some(first.id)));
    assert_eq!(letters(world, ADA, before), Vec::<String>::new());
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 422);
    assert_eq!(world.states(ADA, "corso").await, Vec::<String>::new());
    correct(world, "P", "Era la persona giusta").await;
    assert_eq!(letters(world, ADA, before), ["mark-corrected", "rule-reached"]);
    assert_ne!(fact(world).await.expect("reached anew").id, first.id);
    assert_eq!(facts(world).await, 2);
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
});

on_both!(a_confirmed_place_stays_until_the_office_ends_it, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "P")]).await;
    assert_eq!(world.signed_in(ADA).await.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let task = doubted(world).await;
    let admin = world.admin().await;
    let person = format!("/gestione/persone/{}", world.person(ADA).await);
    admin.get(&person).await.says("La regola è in dubbio");
    let ended = admin.post(&ending(&task), &[("motivo", "Quel giorno era altrove.")]).await;
    assert_eq!(ended.status, 303, "{}", ended.text());
    world.settle().await;
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    let page = admin.get(&person).await;
    page.says("il posto nel corso resta finché non annulli l’iscrizione");
    assert!(!page.text().contains("La regola è in dubbio"), "{}", page.text());
    let enrolment = world.enrolment(ADA, "corso").await;
    let cancel = format!("/gestione/iscrizioni/{enrolment}/annulla");
    assert_eq!(admin.post(&cancel, &[("motivo", "Ne abbiamo parlato.")]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let refused = world.signed_in(ADA).await.post("/corso/iscrizione", &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(by_staff)"]);
});

on_both!(while_it_is_in_doubt_the_persons_page_offers_the_waiver_which_then_carries_the_course, |world| {
    let task = in_doubt(world).await;
    let admin = world.admin().await;
    let person = world.person(ADA).await;
    let page = admin.get(&format!("/gestione/persone/{person}")).await;
    assert!(page.body.contains(&format!("/gestione/persone/{person}/deroga\"")), "{}", page.text());
    let edition = world.edition().await.to_string();
    let fields = [("edizione", edition.as_str()), ("motivo", "Lo conosce già.")];
    assert_eq!(admin.post(&format!("/gestione/persone/{person}/deroga"), &fields).await.status, 303);
    let page = admin.get(&format!("/gestione/persone/{person}")).await;
    assert!(!page.body.contains("/deroga\""), "given once: {}", page.text());
    let ended = admin.post(&ending(&task), &[("motivo", "Quel giorno era altrove.")]).await;
    assert_eq!(ended.status, 303, "{}", ended.text());
    assert_eq!(fact(world).await, None);
    assert_eq!(world.signed_in(ADA).await.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
});

on_both!(only_an_admin_ends_it_nobody_their_own_and_not_what_was_decided_otherwise, |world| {
    let task = in_doubt(world).await;
    let why = [("motivo", "Quel giorno era altrove.")];
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    assert_eq!(secretary.post(&ending(&task), &why).await.status, 403);
    let list = secretary.get("/gestione/da-fare").await;
    list.says("lo decide chi ha il ruolo «amministrazione»");
    assert!(!list.body.contains("/non-raggiunta\""), "{}", list.body);
    let own = world.with_role(ADA, Role::Admin).await.post(&ending(&task), &why).await;
    assert_eq!(own.status, 422);
    own.says("Questa decisione riguarda te");
    let admin = world.admin().await;
    let unknown = admin.post("/gestione/da-fare/999999/non-raggiunta", &why).await;
    assert_eq!(unknown.status, 404);
    let stays = secretary.post(&format!("/gestione/da-fare/{}", task.id), &[("motivo", "Va bene.")]).await;
    assert_eq!(stays.status, 303, "{}", stays.text());
    let late = admin.post(&ending(&task), &why).await;
    assert_eq!(late.status, 422);
    late.says("Nel frattempo qualcosa è cambiato");
    assert!(fact(world).await.is_some());
});

on_both!(a_rule_that_other_marks_carry_by_now_is_not_ended, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND, THIRD]).await;
    hold(world, &[(ADA, "P")], &[(ADA, "P")]).await;
    let task = doubted(world).await;
    world.go_to("2014-10-03T15:00:00Z").await;
    world.register("workshop-3", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let admin = world.admin().await;
    let refused = admin.post(&ending(&task), &[("motivo", "Quel giorno era altrove.")]).await;
    assert_eq!(refused.status, 422);
    assert!(fact(world).await.is_some());
    assert_eq!(kinds_of(&open_tasks(world).await), ["rule-in-doubt"], "it is settled with a word");
});
