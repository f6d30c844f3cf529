//! "Da fare oggi": from when on something is a line of it, in which order, and workshops that have no date.

use percorso::domain::edition::CourseAdmission;
use percorso::domain::session::Hours;

use crate::applications::{applied, by_decision, decides};
use crate::day_lines::{leads, lines, to};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, off, on};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

on_both!(an_open_register_is_the_offices_from_eight_in_the_evening_or_the_end_of_a_later_session, |world| {
    world
        .programme(|file| {
            for (workshop, start, end) in [(1, "09:30:00", "17:00:00"), (2, "20:30:00", "22:00:00")] {
                let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
                file.offerings[workshop].sessions[0].hours = Some(Hours { start, end });
            }
        })
        .await;
    let line = "registro ancora aperto";
    for (key, before, on) in [
        ("workshop-1", "2014-09-24T17:59:00Z", "2014-09-24T18:00:00Z"),
        ("workshop-2", "2014-10-02T17:59:00Z", "2014-10-02T18:00:00Z"),
        ("workshop-3", "2014-10-03T19:59:00Z", "2014-10-03T20:00:00Z"),
    ] {
        world.go_to(before).await;
        assert_eq!(leads(world, line).await, None, "{key}");
        world.go_to(on).await;
        assert_eq!(leads(world, line).await, to(&format!("/aula/{}", world.session(key, 1).await)), "{key}");
        world.register(key, 1, &[]).await;
        assert_eq!(leads(world, line).await, None, "it is closed: {key}");
    }
});

on_both!(what_is_due_first_stands_on_top_whatever_it_is, |world| {
    world.programme(|file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-23T08:00:00Z").await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    let register = format!("/aula/{}", world.session("workshop-1", 1).await);
    let dates = "/gestione/offerte?edizione=autunno-2014&filtro=undated";
    let second = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let third = format!("/gestione/sessioni/{}", world.session("workshop-3", 1).await);
    let admin = world.admin().await;
    let links = |page: &Answer| lines(page).into_iter().map(|(_, link)| link).collect::<Vec<_>>();
    world.go_to("2014-09-25T07:59:00Z").await;
    assert_eq!(links(&admin.get("/gestione").await), [register.as_str(), second.as_str(), dates]);
    world.go_to("2014-09-25T08:00:00Z").await;
    let evening_before = [register.as_str(), "/gestione/domande", second.as_str(), dates];
    assert_eq!(links(&admin.get("/gestione").await), evening_before, "an answer was due after two days");
    let bea = world.sign_up("Bea", BEA, &[SECOND, THIRD]).await;
    assert_eq!(bea.post("/corso/iscrizione", &[]).await.status, 303);
    world.go_to("2014-10-02T18:00:00Z").await;
    let later = format!("/aula/{}", world.session("workshop-2", 1).await);
    let expected = [register.as_str(), "/gestione/domande", third.as_str(), later.as_str(), dates];
    assert_eq!(
        links(&admin.get("/gestione").await),
        expected,
        "of two registers one is older than the answer"
    );
});

on_both!(workshops_without_a_date_are_listed_and_of_the_last_one_the_line_opens_its_page, |world| {
    world.programme(|file| file.offerings[2].sessions[0].date = None).await;
    let fifth = world.offering("workshop-5").await;
    world.go_to("2014-10-01T08:00:00Z").await;
    let list = "/gestione/offerte?edizione=autunno-2014&filtro=undated";
    assert_eq!(leads(world, "workshop senza data").await, to(list));
    let admin = world.admin().await;
    let page = admin.get(list).await;
    page.says("Workshop senza data, 3");
    let rows = || page.body.split("href=\"/gestione/offerte/").skip(1);
    let shown: Vec<&str> = rows().map(|row| row.split('"').next().unwrap()).collect();
    let mut ids = Vec::new();
    for key in ["workshop-3", "workshop-4", "workshop-5"] {
        ids.push(world.offering(key).await.to_string());
    }
    assert_eq!(shown, ids, "each with the way to its page");
    let third = moved(world, "workshop-3", 1, on("2014-10-03")).await;
    let fourth = moved(world, "workshop-4", 1, on("2014-10-06")).await;
    change(world, vec![third, fourth]).await;
    assert_eq!(leads(world, "workshop senza data").await, to(&format!("/gestione/offerte/{fifth}")));
    change(world, vec![moved(world, "workshop-5", 1, on("2014-10-07")).await]).await;
    assert_eq!(leads(world, "workshop senza data").await, None);
    admin.get(list).await.says("Tutti i workshop che valgono per il corso hanno una data.");
    let all = admin.get("/gestione/offerte").await;
    assert!(!all.body.contains("filtro=undated"), "nothing to filter by: {}", all.body);
});

on_both!(a_workshop_that_was_called_off_leaves_no_open_register_behind, |world| {
    world.programme(|_| {}).await;
    let workshop = world.offering("workshop-1").await;
    change(world, vec![off(workshop)]).await;
    world.go_to("2014-09-25T08:00:00Z").await;
    assert_eq!(leads(world, "registro ancora aperto").await, None);
    world.go_to("2014-10-02T18:00:00Z").await;
    let held = format!("/aula/{}", world.session("workshop-2", 1).await);
    assert_eq!(leads(world, "registro ancora aperto").await, to(&held));
});

on_both!(a_free_place_on_a_course_where_a_person_decides_is_a_line_until_it_is_offered, |world| {
    by_decision(world).await;
    let ada = applied(world, "Ada", ADA, &[FIRST, SECOND]).await;
    applied(world, "Bea", BEA, &[FIRST, THIRD]).await;
    let admin = world.admin().await;
    assert_eq!(decides(world, &admin, ADA, "accetta", "").await, 303);
    assert_eq!(decides(world, &admin, BEA, "attesa", "").await, 303);
    let line = "posto da dare.";
    assert_eq!(leads(world, line).await, None, "the only place is taken");
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "corso").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.settle().await;
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    assert_eq!(leads(world, line).await, to(&format!("{course}#attesa")));
    let page = admin.get("/gestione").await;
    page.says("«Il promotore dei gruppi di auto mutuo aiuto», mercoledì 22 ottobre: 1 persona aspetta.");
    assert_eq!(world.offers_by_hand("corso").await.status, 303);
    assert_eq!(leads(world, line).await, None, "it is held for Bea");
});

on_both!(a_free_place_is_a_line_as_long_as_it_can_be_offered, |world| {
    world
        .programme(|file| {
            file.offerings[1].capacity = Some(1);
            file.offerings[1].offers_automatic = false;
        })
        .await;
    let ada = world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    let line = format!("/gestione/offerte/{}#attesa", world.offering("workshop-2").await);
    world.go_to("2014-10-01T07:00:00Z").await;
    assert_eq!(leads(world, "posto da dare.").await, to(&line));
    world.go_to("2014-10-01T07:01:00Z").await;
    assert_eq!(leads(world, "posto da dare.").await, None, "an answer would come too late");
});
