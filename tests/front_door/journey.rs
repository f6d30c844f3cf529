//! One invented person's whole way, from the first click to the list of who has finished the course: refused once,
//! in line once, provisional once.

use chrono::TimeDelta;

use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const ME: &str = "elide@posta.example";

on_both!(elide_finds_the_programme_and_ends_ready_for_the_certificate, |world| {
    world
        .programme(|file| {
            file.offerings[1].capacity = Some(1);
            file.edition.rule.certificate_days = Some(6);
        })
        .await;
    world.sign_up("Tosca", "tosca@posta.example", &[SECOND]).await;

    // She finds the programme and signs up for two workshops; the second is full.
    let visitor = world.browser();
    assert!(visitor.get("/").await.body.contains(&format!("/workshop/{FIRST}")));
    let elide = world.sign_up("Elide", ME, &[FIRST, SECOND]).await;
    assert_eq!(world.states(ME, "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states(ME, "workshop-2").await, ["waitlisted"]);

    // She asks for the course too early: a page explains, and nothing is stored.
    assert_eq!(elide.get("/corso/iscrizione").await.status, 200);
    assert_eq!(elide.post("/corso/iscrizione", &[]).await.status, 422);

    // Tosca leaves; the office gives the freed place to Elide, who is first in line.
    let leave = world.mails_to("tosca@posta.example").pop().unwrap().link("/disdici/");
    world.browser().post(&leave, &[]).await;
    let place = world.enrolment(ME, "workshop-2").await;
    assert_eq!(
        world.admin().await.post(&format!("/gestione/iscrizioni/{place}/posto"), &[]).await.status,
        303
    );
    assert_eq!(world.states(ME, "workshop-2").await, ["confirmed"]);

    // Two booked: a provisional place on the course.
    assert_eq!(elide.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(ME, "corso").await, ["provisional"]);

    // She attends the first, misses the second: her place is at risk, and the third workshop saves it.
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ME, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[(ME, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let elide = world.signed_in(ME).await;
    assert_eq!(elide.post(&format!("/workshop/{THIRD}/iscrizione"), &[]).await.status, 303);
    world.go_to("2014-10-03T15:00:00Z").await;
    world.register("workshop-3", 1, &[(ME, "R")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(ME, "corso").await, ["confirmed"]);
    let invites = world.mails_to(ME).iter().filter(|m| m.kind() == "course-day").count();
    assert_eq!(invites, 7);

    // She attends six of the seven days.
    let days =
        ["2014-10-22", "2014-10-29", "2014-11-05", "2014-11-19", "2014-12-10", "2015-01-14", "2015-01-21"];
    for (index, day) in days.iter().enumerate() {
        world.go_to(&format!("{day}T16:30:00Z")).await;
        let mark = if index == 3 { "A" } else { "P" };
        world.register("corso", i64::try_from(index).unwrap() + 1, &[(ME, mark)]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    let elide = world.signed_in(ME).await;
    assert_eq!(elide.get("/mio-percorso").await.status, 200);

    // The office sees her on the course with six days attended, and her whole history.
    let admin = world.admin().await;
    let board = admin.get("/gestione?tappa=on-course").await;
    board.says("Prova Elide");
    let person = admin.get(&format!("/gestione/persone/{}", world.person(ME).await)).await;
    assert_eq!(person.status, 200);
    let kinds: Vec<String> = world.mails_to(ME).iter().map(|m| m.kind().to_owned()).collect();
    assert_eq!(
        kinds,
        [
            "confirm-sign-up",
            "place-confirmed",
            "waiting-list-joined",
            "place-confirmed",
            "provisional-place",
            "attended-still-short",
            "provisional-at-risk",
            "absent-still-short",
            "place-confirmed",
            "rule-reached",
            "course-confirmed",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
        ]
    );
});
