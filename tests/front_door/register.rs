//! The register: marks, walk-ins, closing, undoing, taking effect.

use chrono::TimeDelta;
use percorso::domain::attendance::Mark;
use percorso::domain::change::Edit;
use percorso::store::attendance;

use crate::harness::changing::{ADA, change, on_the_course};
use crate::harness::{TRAINER, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";

async fn mark(world: &World, email: &str) -> Option<Mark> {
    let session = world.session("workshop-1", 1).await;
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    marks.get(&world.person(email).await).and_then(|row| Mark::from_code(&row.value))
}

async fn in_the_room(world: &World) {
    world.programme(|file| file.offerings[0].capacity = Some(2)).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    world.go_to("2014-09-24T07:40:00Z").await;
}

on_both!(marks_are_saved_changed_and_taken_back, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    let (ada, bea) = (world.person("ada@posta.example").await, world.person("bea@posta.example").await);
    let trainer = world.signed_in(TRAINER).await;
    let page = trainer.get(&format!("/aula/{session}")).await;
    assert_eq!(page.status, 200);
    for value in ["P", "R", "A", "U", "G", ""] {
        assert!(page.body.contains(&format!("name=\"presenza-{ada}\" value=\"{value}\"")), "{value}");
    }
    assert_eq!(page.body.matches(" checked").count(), 2, "nothing is preselected but *not marked*");
    for id in [ada, bea] {
        assert!(page.body.contains(&format!("name=\"presenza-{id}\" value=\"\" checked")), "{}", page.body);
    }
    let save =
        |a: &'static str, b: &'static str| (format!("presenza-{ada}"), a, format!("presenza-{bea}"), b);
    for (a, b) in [("P", ""), ("R", "A"), ("", "A")] {
        let (one, va, two, vb) = save(a, b);
        assert_eq!(trainer.post(&format!("/aula/{session}"), &[(&one, va), (&two, vb)]).await.status, 303);
        let stands = (mark(world, "ada@posta.example").await, mark(world, "bea@posta.example").await);
        assert_eq!(stands, (Mark::from_letter(a), Mark::from_letter(b)), "{a} {b}");
    }
});

on_both!(a_mark_no_register_knows_is_refused_with_what_was_tapped_kept, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    let (ada, bea) = (world.person("ada@posta.example").await, world.person("bea@posta.example").await);
    let trainer = world.signed_in(TRAINER).await;
    let answer = trainer
        .post(
            &format!("/aula/{session}"),
            &[(&format!("presenza-{ada}"), "P"), (&format!("presenza-{bea}"), "X")],
        )
        .await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains(&format!("name=\"presenza-{ada}\" value=\"P\" checked")), "{}", answer.body);
    assert_eq!(mark(world, "ada@posta.example").await, None, "all or nothing");
    let stranger = trainer.post(&format!("/aula/{session}"), &[("presenza-99999", "P")]).await;
    assert_eq!(stranger.status, 422);
});

on_both!(closing_can_be_undone_until_it_takes_effect_and_nothing_follows, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "P"), ("bea@posta.example", "A")]).await;
    let before = world.mails().len();
    let trainer = world.signed_in(TRAINER).await;
    world.wait(TimeDelta::minutes(29)).await;
    assert_eq!(trainer.post(&format!("/aula/{session}/annulla-chiusura"), &[]).await.status, 303);
    world.wait(TimeDelta::hours(2)).await;
    assert_eq!(world.mails().len(), before, "no letter");
    assert_eq!(
        trainer.post(&format!("/aula/{session}/annulla-chiusura"), &[]).await.status,
        303,
        "a second click: it is open, as it was asked for"
    );
    assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
    let kinds: Vec<String> = world.mails().iter().skip(before).map(|m| m.kind().to_owned()).collect();
    assert_eq!(kinds.iter().filter(|k| *k == "attended-still-short").count(), 1);
    assert_eq!(kinds.iter().filter(|k| *k == "absent-still-short").count(), 1);
    let late = trainer
        .post(
            &format!("/aula/{session}"),
            &[(&format!("presenza-{}", world.person("bea@posta.example").await), "P")],
        )
        .await;
    assert_eq!(late.status, 422, "an effective register is corrected by the office only");
});

on_both!(a_register_is_not_closed_before_its_session_begins, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 422);
});

on_both!(a_day_that_was_called_off_takes_no_marks_nobody_new_and_is_not_closed, |world| {
    on_the_course(world).await;
    let session = world.session("corso", 1).await;
    change(world, vec![Edit::CancelSession { session }]).await;
    world.go_to("2014-10-22T15:00:00Z").await;
    let trainer = world.signed_in(TRAINER).await;
    let ada = format!("presenza-{}", world.person(ADA).await);
    let person = [("nome", "Ciro"), ("cognome", "Prova"), ("telefono", "02 1234567"), ("privacy", "si")];
    for (path, fields) in
        [("", vec![(ada.as_str(), "P")]), ("/aggiungi", person.to_vec()), ("/chiudi", vec![])]
    {
        let answer = trainer.post(&format!("/aula/{session}{path}"), &fields).await;
        assert_eq!(answer.status, 422, "{path}");
        answer.says("annullato");
    }
    let closed = percorso::store::registers::of_session(world.desk.store.reader(), session).await.unwrap();
    assert_eq!(closed, None);
});

on_both!(somebody_without_a_mark_gets_no_letter_and_becomes_a_task, |world| {
    in_the_room(world).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    let before = world.mails_to("bea@posta.example").len();
    world.register("workshop-1", 1, &[("ada@posta.example", "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(world.mails_to("bea@posta.example").len(), before);
    let tasks =
        percorso::store::tasks::open_of(world.desk.store.reader(), world.edition().await).await.unwrap();
    assert_eq!(
        tasks.iter().filter_map(|t| t.person_id).collect::<Vec<_>>(),
        [world.person("bea@posta.example").await]
    );
});

on_both!(a_stranger_in_a_full_room_needs_an_extra_place_with_a_reason, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    let person = [("nome", "Ciro"), ("cognome", "Prova"), ("telefono", "02 1234567"), ("privacy", "si")];
    let full = trainer.post(&format!("/aula/{session}/aggiungi"), &person).await;
    assert_eq!(full.status, 422);
    let granted: Vec<(&str, &str)> =
        person.iter().copied().chain([("motivo", "c'è una sedia in più")]).collect();
    assert_eq!(trainer.post(&format!("/aula/{session}/aggiungi"), &granted).await.status, 303);
    let offering =
        percorso::store::offerings::find(world.desk.store.reader(), world.offering("workshop-1").await)
            .await
            .unwrap()
            .unwrap();
    assert_eq!((offering.taken, offering.extra, offering.capacity), (3, 1, Some(2)));
    let missing =
        trainer.post(&format!("/aula/{session}/aggiungi"), &[("nome", "Dina"), ("cognome", "Prova")]).await;
    assert_eq!(missing.status, 422);
});

on_both!(nobody_marks_themselves, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let session = world.session("workshop-1", 1).await;
    let tx = world.desk.store.begin().await.unwrap();
    let ada = world.person("ada@posta.example").await;
    percorso::store::sessions::add_trainer(&tx, session, ada).await.unwrap();
    tx.commit().await.unwrap();
    let browser = world.signed_in("ada@posta.example").await;
    assert_eq!(browser.get(&format!("/aula/{session}")).await.status, 200);
    assert_eq!(
        browser.post(&format!("/aula/{session}"), &[(&format!("presenza-{ada}"), "P")]).await.status,
        422
    );
    assert_eq!(mark(world, "ada@posta.example").await, None);
});
