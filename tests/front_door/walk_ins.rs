//! People in the room who are not on the list: while a free place can still be offered, whoever waits comes
//! first; and whoever is new has heard the privacy notice.

use percorso::domain::session::Hours;
use percorso::store::{offerings, people};
use sea_orm::{ConnectionTrait as _, QueryResult, Statement};

use crate::harness::browser::Answer;
use crate::harness::{TRAINER, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const CIRO: &str = "ciro@posta.example";

/// The first workshop begins at 9:30 in Milan, 7:30 UTC. Ada gave its only place back, and Bea waits for it.
async fn a_free_place_and_somebody_in_line(world: &World) {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[0].offers_automatic = false;
            file.offerings[0].sessions[0].hours =
                Some(Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() });
        })
        .await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    let enrolment = world.enrolment("ada@posta.example", "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    assert_eq!(seats(world).await, (0, 0), "the place is free");
}

/// Places taken in the first workshop, and how many of them are extra ones.
async fn seats(world: &World) -> (i64, i64) {
    let id = world.offering("workshop-1").await;
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    (row.taken, row.extra)
}

/// The trainer adds Ciro; without a tick the privacy notice was not read aloud.
async fn add_ciro(world: &World, privacy: &str) -> Answer {
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    let fields = [("nome", "Ciro"), ("cognome", "Prova"), ("email", CIRO), ("privacy", privacy)];
    trainer.post(&format!("/aula/{session}/aggiungi"), &fields).await
}

/// What a person consented to, oldest first: kind, version, language.
async fn consents(world: &World, person: i64) -> Vec<String> {
    let reader = world.desk.store.reader();
    let sql = format!("SELECT kind, version, language FROM consents WHERE person_id = {person} ORDER BY id");
    let rows =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    let text = |row: &QueryResult, column: &str| row.try_get::<String>("", column).unwrap();
    rows.iter()
        .map(|row| format!("{} {} {}", text(row, "kind"), text(row, "version"), text(row, "language")))
        .collect()
}

on_both!(a_free_place_that_can_still_be_offered_to_who_waits_is_not_for_a_walk_in, |world| {
    a_free_place_and_somebody_in_line(world).await;
    world.go_to("2014-09-23T16:30:00Z").await;
    let refused = add_ciro(world, "si").await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.body.contains("name=\"motivo\""), "an extra place can be asked for: {}", refused.text());
    assert_eq!(world.states(CIRO, "workshop-1").await, Vec::<String>::new());
    assert_eq!(world.states("bea@posta.example", "workshop-1").await, ["waitlisted"]);
    assert_eq!(seats(world).await, (0, 0), "the place stays free for Bea");
});

on_both!(
    fifteen_hours_before_the_begin_no_offer_can_be_made_any_more_and_a_free_place_is_for_who_is_there,
    |world| {
        a_free_place_and_somebody_in_line(world).await;
        world.go_to("2014-09-23T16:30:01Z").await;
        let added = add_ciro(world, "si").await;
        assert_eq!(added.status, 303, "{}", added.text());
        assert_eq!(world.states(CIRO, "workshop-1").await, ["confirmed"]);
        assert_eq!(world.states("bea@posta.example", "workshop-1").await, ["waitlisted"]);
        assert_eq!(seats(world).await, (1, 0), "the announced place, no extra one");
    }
);

on_both!(a_walk_in_who_is_new_has_one_privacy_consent_and_nobody_is_stored_without, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    assert_eq!(add_ciro(world, "").await.status, 422, "the notice was not read");
    assert_eq!(people::by_email(world.desk.store.reader(), CIRO).await.unwrap(), None);
    assert_eq!(add_ciro(world, "si").await.status, 303);
    let ciro = world.person(CIRO).await;
    assert_eq!(consents(world, ciro).await, ["privacy test it"]);
    assert_eq!(add_ciro(world, "si").await.status, 303, "twice changes nothing");
    assert_eq!(consents(world, ciro).await, ["privacy test it"]);
    assert_eq!(world.states(CIRO, "workshop-1").await, ["confirmed"]);
});

on_both!(an_address_we_know_with_another_name_asks_who_it_is, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    assert_eq!(add_ciro(world, "si").await.status, 303);
    let trainer = world.signed_in(TRAINER).await;
    let form = [("nome", "Carla"), ("cognome", "Altra"), ("email", CIRO), ("privacy", "si")];
    let session = world.session("workshop-1", 1).await;
    let asked = trainer.post(&format!("/aula/{session}/aggiungi"), &form).await;
    assert_eq!(asked.status, 422);
    assert!(asked.text().contains("è la stessa persona?"), "{}", asked.text());
    let ciro = world.person(CIRO).await;
    assert!(asked.body.contains(&format!("/aula/{session}#p{ciro}")), "the list shows who it could be");
});

on_both!(whoever_is_added_before_the_day_gets_no_mark, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-23T08:00:00Z").await;
    assert_eq!(add_ciro(world, "si").await.status, 303);
    assert_eq!(world.states(CIRO, "workshop-1").await, ["confirmed"]);
    let session = world.session("workshop-1", 1).await;
    let marks = percorso::store::attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    assert!(marks.is_empty());
});
