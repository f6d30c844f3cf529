//! What was held stays as it is, what was called off is shown as that, and marks belong to the day.

use chrono::TimeDelta;
use percorso::domain::attendance::Mark;
use percorso::domain::change::{Edit, EditFault};
use percorso::domain::refusal::Refusal;
use percorso::store::attendance;
use percorso::usecases::change_programme::{NotChanged, change_programme};
use percorso::usecases::take_attendance::{Entry, take_attendance};
use percorso::usecases::{Actor, No};

use crate::harness::changing::{ADA, BEA, FIRST, change, moved, off, on, on_the_course, timed, wanted};
use crate::harness::{TRAINER, World};
use crate::on_both;

/// What is wrong with one change, and that it is not made.
async fn faults(world: &World, edit: Edit) -> Vec<EditFault> {
    match change_programme(&world.desk, &wanted(world, vec![edit]).await, Actor::Command).await {
        Err(NotChanged::Faults(faults)) => faults.into_iter().map(|(_, fault)| fault).collect(),
        other => panic!("{other:?}"),
    }
}

async fn mark(world: &World, key: &str, number: i64, email: &str) -> Option<Mark> {
    let marks = attendance::latest_marks(world.desk.store.reader(), world.session(key, number).await).await;
    marks.unwrap().get(&world.person(email).await).and_then(|row| Mark::from_code(&row.value))
}

const HELD: EditFault = EditFault { field: "", code: "held" };

on_both!(a_workshop_whose_register_is_closed_is_not_called_off_any_more, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    let offering = world.offering("workshop-1").await;
    assert_eq!(faults(world, off(offering)).await, [HELD], "closed");
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(faults(world, off(offering)).await, [HELD], "in effect");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(a_course_whose_every_day_has_its_register_closed_or_is_over_is_not_called_off, |world| {
    on_the_course(world).await;
    world.go_to("2015-01-21T15:00:00Z").await;
    let offering = world.offering("corso").await;
    let last = world.session("corso", 7).await;
    world.register("corso", 7, &[(ADA, "P")]).await;
    assert_eq!(faults(world, off(offering)).await, [HELD]);
    assert_eq!(faults(world, Edit::CancelSession { session: last }).await, [HELD]);
});

on_both!(nobody_is_marked_before_the_day_and_the_page_says_when, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let session = world.session("workshop-1", 1).await;
    let field = format!("presenza-{}", world.person(ADA).await);
    let trainer = world.signed_in(TRAINER).await;
    world.go_to("2014-09-23T21:59:00Z").await;
    let early = trainer.post(&format!("/aula/{session}"), &[(&field, "P")]).await;
    assert_eq!(early.status, 422);
    early.says("Le presenze si segnano dal giorno dell’incontro");
    assert_eq!(mark(world, "workshop-1", 1, ADA).await, None);
    world.go_to("2014-09-23T22:00:00Z").await;
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&field, "P")]).await.status, 303);
    assert_eq!(mark(world, "workshop-1", 1, ADA).await, Some(Mark::Present));
});

on_both!(an_undated_session_takes_no_marks, |world| {
    world.programme(|_| {}).await;
    let session = world.session("workshop-4", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    let person = [("nome", "Ciro"), ("cognome", "Prova"), ("telefono", "02 1234567"), ("privacy", "si")];
    let added = trainer.post(&format!("/aula/{session}/aggiungi"), &person).await;
    assert_eq!(added.status, 422);
    added.says("Non c’è ancora una data");
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let field = format!("presenza-{}", world.person(ADA).await);
    let page = trainer.post(&format!("/aula/{session}"), &[(&field, "P")]).await;
    assert_eq!(page.status, 422);
    page.says("Le presenze si segnano dal giorno dell’incontro");
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    assert_eq!(marks.len(), 0);
});

on_both!(a_session_in_which_somebody_was_marked_keeps_its_date_until_the_mark_is_taken_back, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:00:00Z").await;
    let session = world.session("workshop-1", 1).await;
    let field = format!("presenza-{}", world.person(ADA).await);
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&field, "P")]).await.status, 303);
    let later = moved(world, "workshop-1", 1, on("2014-10-01")).await;
    assert_eq!(faults(world, later.clone()).await, [EditFault { field: "date", code: "marked" }]);
    let hours = timed("2014-09-24", "14:00:00", "18:00:00", Some("Sala Verde"));
    change(world, vec![moved(world, "workshop-1", 1, hours).await]).await;
    let form =
        [("giorno", "1"), ("mese", "10"), ("anno", "2014"), ("versione", "2"), ("azione", "controlla")];
    let page = world.admin().await.post(&format!("/gestione/sessioni/{session}"), &form).await;
    assert_eq!(page.status, 422);
    page.says("Lascia la data: ci sono già presenze segnate");
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&field, "")]).await.status, 303);
    change(world, vec![later]).await;
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(a_day_that_was_marked_before_the_course_was_called_off_is_closed_and_counts, |world| {
    on_the_course(world).await;
    world.go_to("2014-10-22T15:00:00Z").await;
    let (session, offering) = (world.session("corso", 1).await, world.offering("corso").await);
    let field = format!("presenza-{}", world.person(ADA).await);
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&field, "P")]).await.status, 303);
    change(world, vec![off(offering)]).await;
    assert!(trainer.get("/aula").await.body.contains(&format!("href=\"/aula/{session}\"")));
    for _ in 0..2 {
        assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 303);
        assert_eq!(trainer.post(&format!("/aula/{session}/annulla-chiusura"), &[]).await.status, 303);
    }
    assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
    let counted =
        attendance::effective_of(world.desk.store.reader(), &[world.person(ADA).await]).await.unwrap();
    let what: Vec<_> = counted.iter().map(|row| (row.session_id, row.value.as_str())).collect();
    assert_eq!(what, [(session, "present")]);
});

on_both!(a_save_that_waited_while_the_day_was_moved_marks_nobody, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:00:00Z").await;
    let (session, ada) = (world.session("workshop-1", 1).await, world.person(ADA).await);
    let trainer = world.person(TRAINER).await;
    // The change holds its transaction open for a while; the save comes by meanwhile and waits: on SQLite for the
    // writer, on PostgreSQL for the lock of the offering.
    let tx = world.desk.store.begin().await.unwrap();
    percorso::store::offerings::lock(&tx, &[world.offering("workshop-1").await]).await.unwrap();
    let moving = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let mut row = percorso::store::sessions::find(&tx, session).await.unwrap().unwrap();
        row.date = "2014-10-01".parse().ok();
        percorso::store::sessions::save(&tx, row).await.unwrap();
        tx.commit().await.unwrap();
    };
    let entries = [Entry::new(ada, Some(Mark::Present))];
    let (saved, ()) = tokio::join!(take_attendance(&world.desk, session, trainer, &entries), moving);
    assert!(matches!(saved, Err(No::Refused(Refusal::NotTheDay))), "{saved:?}");
    assert_eq!(mark(world, "workshop-1", 1, ADA).await, None);
});

on_both!(who_is_ill_on_the_day_may_call_off_once_the_marks_are_taken_back, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T06:00:00Z").await;
    let session = world.session("workshop-1", 1).await;
    let field = format!("presenza-{}", world.person(ADA).await);
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&field, "G")]).await.status, 303);
    let offering = world.offering("workshop-1").await;
    let marked = EditFault { field: "", code: "marked" };
    assert_eq!(faults(world, off(offering)).await, [marked]);
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&field, "")]).await.status, 303);
    change(world, vec![off(offering)]).await;
    assert_eq!(world.states(ADA, "workshop-1").await, ["cancelled(offering_cancelled)"]);
});

on_both!(the_days_of_a_course_that_was_called_off_are_shown_so_to_their_trainer, |world| {
    on_the_course(world).await;
    world.go_to("2014-10-22T15:00:00Z").await;
    world.register("corso", 1, &[(ADA, "P"), (BEA, "P")]).await;
    world.go_to("2014-10-23T08:00:00Z").await;
    let offering = world.offering("corso").await;
    change(world, vec![off(offering)]).await;
    let trainer = world.signed_in(TRAINER).await;
    let list = trainer.get("/aula").await;
    assert_eq!(list.body.matches("<span class=\"tag bad\">").count(), 6, "the day that was held is not");
    let held = world.session("corso", 1).await;
    assert!(list.body.contains(&format!("href=\"/aula/{held}\"")));
    let day = world.session("corso", 2).await;
    assert!(!list.body.contains(&format!("href=\"/aula/{day}\"")));
    let register = trainer.get(&format!("/aula/{day}")).await;
    assert_eq!(register.status, 200);
    register.says("Questo appuntamento è stato annullato");
    for gone in ["/chiudi", "/aggiungi", "type=\"radio\""] {
        assert!(!register.body.contains(gone), "{gone}");
    }
    for path in ["chiudi", "aggiungi"] {
        let page = trainer.get(&format!("/aula/{day}/{path}")).await;
        page.says("Questo appuntamento è stato annullato");
        assert!(!page.body.contains("<form class"), "{path}");
    }
    assert_eq!(world.states(BEA, "corso").await, ["cancelled(offering_cancelled)"]);
});
