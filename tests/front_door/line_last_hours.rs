//! The line in the last fifteen hours: whoever waits is told once that a place is free, by a letter that is true when it
//! leaves; the path says what is so; and a line whose begin was moved meanwhile is not closed.

use std::time::Duration;

use chrono::TimeDelta;
use percorso::domain::session::Hours;
use percorso::store::{offerings, outbox};
use percorso::usecases::close_lines::close_lines;
use percorso::usecases::offer_places::offer_places;
use percorso::usecases::{cancel_enrolment, enrol};
use rocket::futures::future::join;
use rocket::tokio::time::sleep;
use sea_orm::ConnectionTrait as _;

use crate::harness::changing::{ADA, BEA, FIRST, SECOND, ask_for_the_course};
use crate::harness::{Mail, TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const CIRO: &str = "ciro@posta.example";
/// Fourteen hours before the second workshop, which has no hours and begins at midnight.
const FOURTEEN: &str = "2014-10-01T08:00:00Z";
/// Fourteen hours before the course.
const BEFORE_THE_COURSE: &str = "2014-10-21T08:00:00Z";

/// Ada has the only place of the second workshop; Bea and Ciro wait for it, in this order.
async fn a_line(world: &World) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", CIRO)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
}

async fn gives_back(world: &World, email: &str, key: &str) {
    let (id, person) = (world.enrolment(email, key).await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
}

/// The letters that told somebody of a free place.
fn told(world: &World, email: &str) -> Vec<Mail> {
    world.mails_to(email).into_iter().filter(|mail| mail.kind() == "place-free").collect()
}

on_both!(
    in_the_last_hours_those_in_line_are_told_once_of_a_free_place_with_the_link_that_takes_it,
    |world| {
        a_line(world).await;
        world.go_to(FOURTEEN).await;
        assert_eq!((told(world, BEA).len(), told(world, CIRO).len()), (0, 0), "no place is free yet");
        gives_back(world, ADA, "workshop-2").await;
        world.settle().await;
        assert_eq!((told(world, BEA).len(), told(world, CIRO).len()), (1, 1));
        let letter = told(world, BEA).remove(0);
        assert_eq!(letter.subject, "C’è un posto libero per giovedì 2 ottobre: è di chi lo prende per primo");
        let (bea, ciro) = (letter.link("/offerta/"), told(world, CIRO)[0].link("/offerta/"));
        let page = world.browser().get(&bea).await;
        page.says("Prendo il posto");
        page.says("è di chi lo prende per primo");
        assert_eq!(world.browser().get(&format!("/en{bea}")).await.status, 200);
        assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"], "opening the link takes nothing");
        for _ in 0..2 {
            assert_eq!(world.browser().post(&bea, &[]).await.status, 303);
        }
        assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
        assert_eq!(world.browser().post(&ciro, &[]).await.status, 303);
        let page = world.browser().get(&ciro).await;
        page.says("Sei in lista d’attesa, numero 1");
        assert!(!page.body.contains("<form method=\"post\""), "there is nothing to press: {}", page.text());
        assert_eq!(world.states(CIRO, "workshop-2").await, ["waitlisted"]);
        world.wait(TimeDelta::hours(1)).await;
        assert_eq!(world.mails_to(BEA).pop().unwrap().kind(), "place-confirmed");
        gives_back(world, BEA, "workshop-2").await;
        world.wait(TimeDelta::hours(1)).await;
        assert_eq!(told(world, CIRO).len(), 1, "once");
        assert_eq!(world.browser().post(&ciro, &[]).await.status, 303);
        assert_eq!(world.states(CIRO, "workshop-2").await, ["confirmed"]);
    }
);

on_both!(a_letter_about_a_free_place_that_somebody_took_before_it_left_is_withdrawn, |world| {
    a_line(world).await;
    world.go_to(FOURTEEN).await;
    gives_back(world, ADA, "workshop-2").await;
    assert_eq!(offer_places(&world.desk).await.unwrap(), 0, "nobody is offered it");
    let (ciro, offering) = (world.person(CIRO).await, world.offering("workshop-2").await);
    enrol::enrol(&world.desk, ciro, offering).await.unwrap();
    world.settle().await;
    let (reader, id) = (world.desk.store.reader(), world.enrolment(BEA, "workshop-2").await);
    let letter = outbox::newest_of(reader, id, "place-free").await.unwrap();
    assert_eq!(letter.map(|letter| letter.state), Some("withdrawn".to_owned()));
    assert_eq!((told(world, BEA).len(), told(world, CIRO).len()), (0, 0));
    gives_back(world, CIRO, "workshop-2").await;
    world.settle().await;
    assert_eq!(told(world, BEA).len(), 1, "she was not told yet, and now one is free");
});

on_both!(a_place_on_the_course_that_nobody_offered_is_told_to_its_line_once_it_is_open_to_all, |world| {
    ask_for_the_course(world, |file| file.offerings[5].capacity = Some(1)).await;
    gives_back(world, ADA, "corso").await;
    world.go_to("2014-10-21T06:59:00Z").await;
    assert_eq!(told(world, BEA).len(), 0, "the office can still offer it");
    world.go_to(BEFORE_THE_COURSE).await;
    let letters = told(world, BEA);
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "C’è un posto libero nel corso: è di chi lo prende per primo");
    assert_eq!(world.browser().post(&letters[0].link("/offerta/"), &[]).await.status, 303);
    assert_eq!(world.states(BEA, "corso").await, ["confirmed"]);
});

on_both!(fourteen_hours_before_the_course_the_path_of_its_line_promises_no_offer, |world| {
    ask_for_the_course(world, |file| file.offerings[5].capacity = Some(1)).await;
    world.go_to(BEFORE_THE_COURSE).await;
    let page = world.signed_in(BEA).await.get("/mio-percorso").await;
    page.says("Sei in lista d’attesa per il corso, numero 1");
    page.says(
        "Manca poco all’inizio: se nel corso c’è un posto libero, è di chi ha i workshop che servono e lo prende per primo.",
    );
    assert!(!page.text().contains("se si libera un posto per te, ti scriviamo"), "{}", page.text());
});

on_both!(where_nobody_can_take_a_place_on_the_course_any_more_the_path_of_its_line_says_so, |world| {
    ask_for_the_course(world, |file| {
        file.offerings[5].capacity = Some(1);
        file.edition.rule.enrolment_closes = "2014-10-01".parse().ok();
    })
    .await;
    world.go_to(BEFORE_THE_COURSE).await;
    let page = world.signed_in(BEA).await.get("/mio-percorso").await;
    page.says(
        "Manca poco all’inizio: non facciamo altre offerte, e nessuno può più prendere un posto da sé.",
    );
    assert!(!page.text().contains("ti scriviamo. I tuoi workshop"), "{}", page.text());
    gives_back(world, ADA, "corso").await;
    world.settle().await;
    let page = world.signed_in(BEA).await.get("/mio-percorso").await;
    assert!(!page.text().contains("appena si può, ti scriviamo"), "{}", page.text());
    assert_eq!(told(world, BEA).len(), 0, "she could not take it");
});

on_both!(a_line_whose_begin_is_moved_at_the_moment_it_is_closed_is_left_alone, |world| {
    a_line(world).await;
    world.desk.clock.stand_at("2014-10-02T06:00:00Z".parse().unwrap());
    let (offering, session) = (world.offering("workshop-2").await, world.session("workshop-2", 1).await);
    let tx = world.desk.store.begin().await.unwrap();
    offerings::lock(&tx, &[offering]).await.unwrap();
    let sql = format!("UPDATE sessions SET date = '2014-10-16' WHERE id = {session}");
    tx.execute_unprepared(&sql).await.unwrap();
    // The jobs see the old date, and wait for the lock.
    let saved = async {
        sleep(Duration::from_millis(500)).await;
        tx.commit().await.unwrap();
    };
    let (closed, ()) = join(close_lines(&world.desk), saved).await;
    assert_eq!(closed.unwrap(), 0);
    for email in [BEA, CIRO] {
        assert_eq!(world.states(email, "workshop-2").await, ["waitlisted"], "{email}");
    }
});

on_both!(whoever_waits_without_an_address_is_called_once_about_a_free_place_in_the_last_hours, |world| {
    a_line(world).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-2", &[]).await);
    world.go_to(FOURTEEN).await;
    gives_back(world, ADA, "workshop-2").await;
    world.settle().await;
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(to_say(world, ugo).await, ["place-free"]);
    let page = world.admin().await.get("/gestione/telefonate").await;
    page.says("Manca poco all’inizio: un posto libero ora è di chi lo prende per primo. Lo prendi?");
});

on_both!(whoever_was_marked_beforehand_and_waits_again_is_told_of_a_free_place_once, |world| {
    world
        .programme(|file| {
            file.offerings[1].capacity = Some(1);
            let hours = ("15:00:00".parse().unwrap(), "18:00:00".parse().unwrap());
            file.offerings[1].sessions[0].hours = Some(Hours { start: hours.0, end: hours.1 });
        })
        .await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    // Nine in the morning of its day: Bea rings that she does not come, gives her place back, and changes her mind.
    world.go_to("2014-10-02T07:00:00Z").await;
    let (bea, session) = (world.person(BEA).await, world.session("workshop-2", 1).await);
    let field = format!("presenza-{bea}");
    let marked = world.signed_in(TRAINER).await.post(&format!("/aula/{session}"), &[(&field, "A")]).await;
    assert_eq!(marked.status, 303, "{}", marked.text());
    gives_back(world, BEA, "workshop-2").await;
    let (ada, offering) = (world.person(ADA).await, world.offering("workshop-2").await);
    enrol::enrol(&world.desk, ada, offering).await.unwrap();
    enrol::enrol(&world.desk, bea, offering).await.unwrap();
    world.settle().await;
    assert_eq!(told(world, BEA).len(), 0);
    gives_back(world, ADA, "workshop-2").await;
    assert_eq!(offer_places(&world.desk).await.unwrap(), 0, "nobody is offered it");
    for _ in 0..2 {
        world.wait(TimeDelta::minutes(2)).await;
        assert_eq!(told(world, BEA).len(), 1);
    }
    let page = world.browser().get(&told(world, BEA)[0].link("/offerta/")).await;
    page.says("Prendo il posto");
});
