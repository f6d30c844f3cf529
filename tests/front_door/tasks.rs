//! What only a person of the office can settle: each with its place, settled with a word of why, seen by the others; and
//! the lines of the day that lead there.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::{CourseAdmission, Rule};
use percorso::domain::role::Role;
use percorso::store::audit;
use percorso::store::tasks::Task;
use percorso::usecases::cancel_enrolment;

use crate::corrections::{kinds_of, open_tasks};
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, on_the_course, rule};
use crate::harness::{TRAINER, World};
use crate::on_both;

/// Ada is present at the first workshop, Bea has no mark, and the register has taken effect.
async fn bea_unmarked(world: &World) -> Task {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    hold_first(world).await
}

async fn hold_first(world: &World) -> Task {
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    open_tasks(world).await.pop().expect("a task")
}

on_both!(a_task_is_settled_once_with_a_word_of_why_that_the_others_see, |world| {
    let task = bea_unmarked(world).await;
    assert_eq!(task.kind, "unmarked");
    let admin = world.admin().await;
    admin.get("/gestione").await.says("persona senza segno");
    admin.get("/gestione/da-fare").await.says("Prova Bea: manca il segno");
    let address = format!("/gestione/da-fare/{}", task.id);
    let empty = admin.post(&address, &[("motivo", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains(&format!("href=\"#motivo-{}\"", task.id)), "{}", empty.body);
    assert_eq!(kinds_of(&open_tasks(world).await), ["unmarked"]);
    for _ in 0..2 {
        let settled = admin.post(&address, &[("motivo", "Non era in aula, lo dice lei.")]).await;
        assert_eq!(settled.status, 303, "{}", settled.text());
    }
    assert_eq!(kinds_of(&open_tasks(world).await), Vec::<&str>::new());
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    let list = secretary.get("/gestione/da-fare").await;
    list.says("Qui non c’è niente da sistemare");
    list.says("Non era in aula, lo dice lei.");
    let second = secretary.post(&address, &[("motivo", "Fatto.")]).await;
    assert_eq!(second.status, 422);
    second.says("Nel frattempo se n’è occupata un’altra persona");
    assert_eq!(secretary.post("/gestione/da-fare/999999", &[("motivo", "Fatto.")]).await.status, 404);
    let all = audit::of_person(world.desk.store.reader(), world.person(BEA).await).await.unwrap();
    let acts: Vec<_> = all.iter().filter(|row| row.act == "settle_task").map(|row| row.subject_id).collect();
    assert_eq!(acts, [Some(task.id)]);
    world.wait(TimeDelta::days(31)).await;
    let later = world.admin().await.get("/gestione/da-fare").await;
    assert!(!later.text().contains("Non era in aula"), "{}", later.text());
});

on_both!(only_who_works_in_the_office_settles_and_nobody_what_is_about_them, |world| {
    let task = bea_unmarked(world).await;
    let address = format!("/gestione/da-fare/{}", task.id);
    let why = [("motivo", "Fatto.")];
    assert_eq!(world.signed_in(ADA).await.post(&address, &why).await.status, 403);
    assert_eq!(world.signed_in(TRAINER).await.post(&address, &why).await.status, 403);
    let reader = world.with_role("guarda@percorso.example", Role::Reader).await;
    let list = reader.get("/gestione/da-fare").await;
    list.says("Prova Bea: manca il segno");
    assert!(!list.body.contains("name=\"motivo\""), "only to look at");
    assert_eq!(reader.post(&address, &why).await.status, 403);
    let own = world.with_role(BEA, Role::Secretary).await;
    let refused = own.post(&address, &why).await;
    assert_eq!(refused.status, 422);
    refused.says("Questa decisione riguarda te");
    assert_eq!(kinds_of(&open_tasks(world).await), ["unmarked"]);
});

on_both!(a_name_without_a_mark_keeps_a_provisional_place_until_somebody_says_how_it_was, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    assert_eq!(bea.post("/corso/iscrizione", &[]).await.status, 303);
    let task = hold_first(world).await;
    world.go_to("2014-09-29T08:00:00Z").await;
    assert_eq!(world.states(BEA, "corso").await, ["provisional"]);
    let admin = world.admin().await;
    let why = [("motivo", "Non era in aula, lo dice lei.")];
    assert_eq!(admin.post(&format!("/gestione/da-fare/{}", task.id), &why).await.status, 303);
    world.settle().await;
    let kinds: Vec<String> = world.mails_to(BEA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds.last().map(String::as_str), Some("provisional-at-risk"));
    world.go_to("2014-10-02T08:30:00Z").await;
    assert_eq!(world.states(BEA, "corso").await, ["cancelled(rule)"]);
});

on_both!(the_day_names_applications_that_wait_longer_than_two_days, |world| {
    world.programme(|file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (person, edition) = (world.person(ADA).await, world.edition().await.to_string());
    let waiver = [("edizione", edition.as_str()), ("motivo", "prova")];
    let admin = world.admin().await;
    assert_eq!(admin.post(&format!("/gestione/persone/{person}/deroga"), &waiver).await.status, 303);
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["applied"]);
    let line = "domanda per il corso aspetta da più di 2 giorni";
    world.wait(TimeDelta::hours(47)).await;
    assert!(!admin.get("/gestione").await.text().contains(line));
    world.wait(TimeDelta::hours(2)).await;
    admin.get("/gestione").await.says(line);
});

on_both!(the_day_names_offers_that_end_within_hours, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let (id, person) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    let admin = world.admin().await;
    let line = "posto offerto sta per scadere";
    world.wait(TimeDelta::hours(35)).await;
    assert!(!admin.get("/gestione").await.text().contains(line));
    world.wait(TimeDelta::hours(2)).await;
    let page = admin.get("/gestione").await;
    page.says(line);
    let link = format!("/gestione/offerte/{}#attesa", world.offering("workshop-2").await);
    assert!(page.body.contains(&format!("href=\"{link}\"")), "{}", page.body);
});

on_both!(the_day_names_who_cannot_reach_the_days_for_the_certificate_any_more, |world| {
    on_the_course(world).await;
    let to = Rule { certificate_days: Some(6), ..rule(world).await };
    change(world, vec![Edit::Rule { to }]).await;
    let line = "persona non arriva alle giornate per l’attestato";
    for (number, evening) in [(1, "2014-10-22T15:00:00Z"), (2, "2014-10-29T15:00:00Z")] {
        world.go_to(evening).await;
        assert!(!world.admin().await.get("/gestione").await.text().contains(line), "{evening}");
        world.register("corso", number, &[(ADA, "P"), (BEA, "A")]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    let admin = world.admin().await;
    let page = admin.get("/gestione").await;
    page.says(line);
    let link = "/gestione?edizione=autunno-2014&amp;filtro=days-at-risk";
    assert!(page.body.contains(&format!("href=\"{link}\"")), "{}", page.body);
    let list = admin.get(&link.replace("&amp;", "&")).await;
    list.says("Prova Bea");
    assert!(!list.text().contains("Prova Ada"), "{}", list.text());
});
