//! The path: the rule through the pages, the course with its final and provisional places.

use chrono::TimeDelta;

use crate::harness::TRAINER;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

on_both!(with_nothing_attended_the_course_explains_itself_and_offers_what_can_be_chosen, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let page = ada.get("/corso/iscrizione").await;
    assert_eq!(page.status, 200, "a page, not an error");
    assert!(page.body.contains(&format!("/workshop/{SECOND}/iscrizione")), "{}", page.text());
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 422);
    assert_eq!(world.states("ada@posta.example", "corso").await, Vec::<String>::new());
});

on_both!(with_two_booked_a_provisional_place_is_held_and_becomes_final_with_the_second_presence, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.settle().await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"]);
    let letter = world.mails_to("ada@posta.example").pop().unwrap();
    assert_eq!(
        (letter.kind(), letter.calendars.len()),
        ("provisional-place", 0),
        "no calendar object for a provisional place"
    );
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"]);
    assert_eq!(world.mails_to("ada@posta.example").pop().unwrap().kind(), "attended-still-short");
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[("ada@posta.example", "U")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["confirmed"]);
    let kinds: Vec<String> =
        world.mails_to("ada@posta.example").iter().rev().take(9).map(|m| m.kind().to_owned()).collect();
    assert_eq!(kinds.iter().filter(|k| *k == "course-day").count(), 7);
    let letters = world.mails_to("ada@posta.example");
    let of = |kind: &str| letters.iter().filter(|mail| mail.kind() == kind).collect::<Vec<_>>();
    assert_eq!((of("course-confirmed").len(), of("rule-reached").len()), (1, 0), "one letter says it");
    assert_eq!(of("course-confirmed")[0].subject, "Il tuo posto nel corso è definitivo");
});

on_both!(before_a_register_is_closed_an_invitation_and_a_place_that_becomes_final_are_told_apart, |world| {
    world.programme(|_| {}).await;
    let (ada, bea) = ("ada@posta.example", "bea@posta.example");
    let browser = world.sign_up("Ada", ada, &[FIRST, SECOND]).await;
    assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
    world.sign_up("Bea", bea, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ada, "P"), (bea, "P")]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    let register = format!("/aula/{}", world.session("workshop-2", 1).await);
    let trainer = world.signed_in(TRAINER).await;
    let (one, other) = (world.person(ada).await, world.person(bea).await);
    let (one, other) = (format!("presenza-{one}"), format!("presenza-{other}"));
    assert_eq!(trainer.post(&register, &[(&one, "P"), (&other, "P")]).await.status, 303);
    let page = trainer.get(&format!("{register}/chiudi")).await;
    page.says("Chiudendo, 1 persona arriva al numero di workshop che serve e riceve l’invito al corso.");
    page.says("riceve l’invito al corso. Prova Bea");
    page.says("1 persona con un posto provvisorio nel corso arriva al numero di workshop che serve");
    page.says("il posto diventa definitivo, e riceve la conferma. Prova Ada");
    assert_eq!(trainer.get(&format!("/en{register}/chiudi")).await.status, 200);
});

on_both!(an_absence_puts_a_provisional_place_at_risk_and_choosing_another_workshop_saves_it, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    ada.post("/corso/iscrizione", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let kinds: Vec<String> =
        world.mails_to("ada@posta.example").iter().rev().take(2).map(|m| m.kind().to_owned()).collect();
    assert!(kinds.contains(&"provisional-at-risk".to_owned()), "{kinds:?}");
    let ada = world.signed_in("ada@posta.example").await;
    assert_eq!(ada.post(&format!("/workshop/{THIRD}/iscrizione"), &[]).await.status, 303);
    world.wait(TimeDelta::hours(80)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"], "on track again");
});

on_both!(a_provisional_place_at_risk_is_released_in_time_with_a_letter, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    ada.post("/corso/iscrizione", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.wait(TimeDelta::hours(71)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"]);
    world.wait(TimeDelta::hours(2)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["cancelled(rule)"]);
    assert_eq!(world.mails_to("ada@posta.example").pop().unwrap().kind(), "provisional-released");
});

on_both!(out_of_reach_a_provisional_place_is_kept_for_a_day, |world| {
    world
        .programme(|file| {
            file.offerings.retain(|o| !matches!(o.key.as_str(), "workshop-3" | "workshop-4" | "workshop-5"));
        })
        .await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    ada.post("/corso/iscrizione", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "G")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.wait(TimeDelta::hours(23)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"]);
    world.wait(TimeDelta::hours(2)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["cancelled(rule)"]);
});

on_both!(a_full_course_puts_in_line_with_the_position, |world| {
    world.programme(|file| file.offerings[5].capacity = Some(1)).await;
    for email in ["ada@posta.example", "bea@posta.example"] {
        let browser = world.sign_up("Ada", email, &[FIRST, SECOND]).await;
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
    }
    world.settle().await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"]);
    assert_eq!(world.states("bea@posta.example", "corso").await, ["waitlisted"]);
    let letter = world.mails_to("bea@posta.example").pop().unwrap();
    assert_eq!(
        (letter.kind(), letter.calendars.len()),
        ("course-waiting", 0),
        "R72: no calendar object while waiting"
    );
});

on_both!(two_registers_of_one_person_taking_effect_at_the_same_moment_reach_the_rule_once, |world| {
    world.programme(|file| file.offerings[1].sessions[0].date = "2014-09-24".parse().ok()).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "P")]).await;
    world.register("workshop-2", 1, &[("ada@posta.example", "P")]).await;
    world.desk.clock.stand_at("2014-09-24T15:31:00Z".parse().unwrap());
    let (one, other) = rocket::tokio::join!(
        percorso::usecases::take_effect::take_effect(&world.desk),
        percorso::usecases::take_effect::take_effect(&world.desk)
    );
    assert_eq!(one.unwrap() + other.unwrap(), 2, "each register took effect once");
    world.settle().await;
    let letters = world.mails_to("ada@posta.example");
    assert_eq!(letters.iter().filter(|m| m.kind() == "rule-reached").count(), 1);
    let person = world.person("ada@posta.example").await;
    let edition = world.edition().await;
    assert!(
        percorso::store::rule::reached_by(world.desk.store.reader(), person, edition)
            .await
            .unwrap()
            .is_some()
    );
});

on_both!(who_reached_the_rule_in_an_earlier_edition_has_the_dated_fact_before_the_place, |world| {
    world.desk.clock.stand_at("2014-02-10T08:00:00Z".parse().unwrap());
    let earlier =
        percorso::domain::edition_file::read(include_str!("../../fixtures/demo-earlier.toml")).unwrap();
    world.import(&earlier).await.unwrap();
    world.sign_up("Ada", "ada@posta.example", &["ascolto", "facilitare"]).await;
    for (key, at) in [("ascolto", "2014-02-26T17:00:00Z"), ("facilitare", "2014-03-12T17:00:00Z")] {
        world.go_to(at).await;
        world.register(key, 1, &[("ada@posta.example", "P")]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    world.go_to(crate::harness::START).await;
    world.programme(|_| {}).await;
    let ada = world.signed_in("ada@posta.example").await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states("ada@posta.example", "corso").await, ["confirmed"]);
    let (person, edition) = (world.person("ada@posta.example").await, world.edition().await);
    assert!(
        percorso::store::rule::reached_by(world.desk.store.reader(), person, edition)
            .await
            .unwrap()
            .is_some()
    );
});

on_both!(a_missing_mark_suspends_the_release_of_a_provisional_place, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    ada.post("/corso/iscrizione", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("bea@posta.example", "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.wait(TimeDelta::hours(80)).await;
    assert_eq!(world.states("ada@posta.example", "corso").await, ["provisional"]);
});
