//! One invented person's whole way, from the first click to the list of who has finished the course: refused once,
//! in line once, provisional once.

use chrono::TimeDelta;

use crate::harness::World;
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
    she_signs_up_for_two_workshops_and_waits_for_one(world).await;
    she_asks_for_the_course_too_early_and_is_told_why(world).await;
    a_freed_place_is_hers_and_the_course_holds_one_for_her(world).await;
    she_misses_a_workshop_and_another_saves_her_place(world).await;
    she_attends_six_of_seven_days(world).await;
    the_office_sees_her_whole_way(world).await;
});

async fn she_signs_up_for_two_workshops_and_waits_for_one(world: &World) {
    world.sign_up("Tosca", "tosca@posta.example", &[SECOND]).await;
    assert!(world.browser().get("/").await.body.contains(&format!("/workshop/{FIRST}")));
    world.sign_up("Elide", ME, &[FIRST, SECOND]).await;
    assert_eq!(world.states(ME, "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states(ME, "workshop-2").await, ["waitlisted"]);
}

async fn she_asks_for_the_course_too_early_and_is_told_why(world: &World) {
    let elide = world.signed_in(ME).await;
    assert_eq!(elide.get("/corso/iscrizione").await.status, 200);
    let no = elide.post("/corso/iscrizione", &[]).await;
    assert_eq!(no.status, 422);
    no.says("Per il corso mancano ancora dei workshop frequentati.");
    assert_eq!(world.states(ME, "corso").await, Vec::<String>::new());
}

async fn a_freed_place_is_hers_and_the_course_holds_one_for_her(world: &World) {
    let leave = world.mails_to("tosca@posta.example").pop().unwrap().link("/disdici/");
    world.browser().post(&leave, &[]).await;
    world.settle().await;
    assert_eq!(world.states(ME, "workshop-2").await, ["offered"]);
    let offer = world.mails_to(ME).pop().unwrap().link("/offerta/");
    assert_eq!(world.browser().get(&offer).await.status, 200);
    assert_eq!(world.browser().post(&offer, &[]).await.status, 303);
    assert_eq!(world.states(ME, "workshop-2").await, ["confirmed"]);
    assert_eq!(world.signed_in(ME).await.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(ME, "corso").await, ["provisional"]);
}

async fn she_misses_a_workshop_and_another_saves_her_place(world: &World) {
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
    assert_eq!(world.mails_to(ME).iter().filter(|m| m.kind() == "course-day").count(), 7);
}

async fn she_attends_six_of_seven_days(world: &World) {
    let days =
        ["2014-10-22", "2014-10-29", "2014-11-05", "2014-11-19", "2014-12-10", "2015-01-14", "2015-01-21"];
    for (index, day) in days.iter().enumerate() {
        world.go_to(&format!("{day}T16:30:00Z")).await;
        let mark = if index == 3 { "A" } else { "P" };
        world.register("corso", i64::try_from(index).unwrap() + 1, &[(ME, mark)]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    let page = world.signed_in(ME).await.get("/mio-percorso").await;
    assert_eq!(page.status, 200);
    page.says("Giornate frequentate: 6 su 7");
    page.says("Ci sono tutte le giornate che servono per l’attestato.");
}

async fn the_office_sees_her_whole_way(world: &World) {
    let admin = world.admin().await;
    let board = admin.get("/gestione?tappa=on-course").await;
    board.says("Prova Elide");
    board.says("Attestato da pubblicare");
    let person = admin.get(&format!("/gestione/persone/{}", world.person(ME).await)).await;
    person.says("Giornate frequentate: 6 su 7.");
    let mails = world.mails_to(ME);
    let all: Vec<&str> = mails.iter().map(|mail| mail.kind()).collect();
    // Two workshops she had a place in, and each day of the course; the third she chose too late for one.
    assert_eq!(all.iter().filter(|kind| **kind == "reminder").count(), 9);
    let kinds: Vec<&str> = all.into_iter().filter(|kind| *kind != "reminder").collect();
    let path = [
        "confirm-sign-up",
        "place-confirmed",
        "waiting-list-joined",
        "place-offered",
        "place-confirmed",
        "provisional-place",
        "attended-still-short",
        "provisional-at-risk",
        "absent-still-short",
        "place-confirmed",
        "course-confirmed",
    ];
    assert_eq!(kinds[..path.len()], path);
    assert_eq!(kinds[path.len()..], ["course-day"; 7]);
}
