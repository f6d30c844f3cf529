//! What the office and the trainers are told by themselves: on Mondays, where something needs doing; the evening before.

use percorso::domain::session::Hours;

use crate::harness::changing::{ADA, BEA, FIRST, change, off};
use crate::harness::{TRAINER, World};
use crate::on_both;

const OFFICE: &str = "ufficio@percorso.example";

/// How many letters of a kind somebody got so far.
fn count(world: &World, address: &str, kind: &str) -> usize {
    world.mails_to(address).iter().filter(|mail| mail.kind() == kind).count()
}

on_both!(on_a_monday_without_anything_to_do_the_office_gets_no_letter, |world| {
    let hours = Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() };
    world
        .programme(|file| {
            for session in file.offerings.iter_mut().flat_map(|o| o.sessions.iter_mut()) {
                session.hours = session.date.map(|_| hours);
                session.place = session.date.map(|_| "Sala AMALO".to_owned());
            }
        })
        .await;
    world.admin().await;
    world.go_to("2014-09-22T20:00:00Z").await;
    assert_eq!(count(world, OFFICE, "digest"), 0, "two Mondays with nothing to do");
    world.admin().await.get("/gestione").await.says("Oggi niente da fare");
    world.go_to("2014-09-29T05:59:59Z").await;
    assert_eq!(count(world, OFFICE, "digest"), 0, "the register is open since Thursday, and it is not eight");
    world.go_to("2014-09-29T06:00:01Z").await;
    assert_eq!(count(world, OFFICE, "digest"), 1);
    world.go_to("2014-10-05T23:00:00Z").await;
    assert_eq!(count(world, OFFICE, "digest"), 1, "once a week");
});

on_both!(
    whoever_leads_tomorrow_is_told_the_evening_before_how_many_come_and_where_the_register_is,
    |world| {
        world.programme(|_| {}).await;
        world.sign_up("Ada", ADA, &[FIRST]).await;
        let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
        let leave = format!("/mio-percorso/{}/disdici", world.enrolment(BEA, "workshop-1").await);
        assert_eq!(bea.post(&leave, &[]).await.status, 303);
        let session = world.session("workshop-1", 1).await;
        world.go_to("2014-09-23T14:59:59Z").await;
        assert_eq!(count(world, TRAINER, "tomorrow-in-the-room"), 0, "one second before 17:00 in Milan");
        world.go_to("2014-09-23T15:00:01Z").await;
        let letter = world.mails_to(TRAINER).pop().expect("a mail");
        assert_eq!(letter.kind(), "tomorrow-in-the-room");
        assert_eq!(letter.link("/aula/"), format!("/aula/{session}"));
        assert!(letter.text.contains("In elenco c’è 1 persona"), "Bea does not come: {}", letter.text);
        world.go_to("2014-09-24T20:00:00Z").await;
        assert_eq!(count(world, TRAINER, "tomorrow-in-the-room"), 1, "once");
    }
);

on_both!(a_session_that_was_called_off_reminds_no_trainer, |world| {
    world.programme(|_| {}).await;
    let offering = world.offering("workshop-1").await;
    change(world, vec![off(offering)]).await;
    world.go_to("2014-09-24T20:00:00Z").await;
    assert_eq!(count(world, TRAINER, "tomorrow-in-the-room"), 0);
});
