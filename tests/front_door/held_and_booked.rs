//! A workshop that has begun is not booked any more: letters say that its register is open, as the page does; nobody is
//! offered a way out of it or invited to it; and the next appointment is one that is still to come.

use chrono::TimeDelta;

use crate::finished_course::{close_day, on_the_course};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Mail, TRAINER, World};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";
const AWAITED: &str = "La presenza di mercoledì 24 settembre non è ancora registrata";

/// The newest letter of a kind to somebody.
fn letter(world: &World, address: &str, kind: &str) -> Mail {
    let found = world.mails_to(address).into_iter().rfind(|mail| mail.kind() == kind);
    found.unwrap_or_else(|| panic!("no letter {kind} to {address}"))
}

/// The slots as the text of a letter draws them.
fn drawn(mail: &Mail) -> Vec<&str> {
    mail.text.lines().map(str::trim).filter(|line| line.starts_with('[')).collect()
}

/// Both parts of a letter say that the register of 24 September is open, and the text promises nothing of it.
#[track_caller]
fn says_that_the_register_is_open(mail: &Mail) {
    assert!(mail.text.contains(AWAITED), "{}", mail.text);
    assert!(mail.html.contains(AWAITED), "{}", mail.html);
    assert!(mail.html.contains("In registrazione"), "{}", mail.html);
    assert!(!mail.text.contains("Quando avrai frequentato"), "{}", mail.text);
}

/// A part of the path's page, by the id of its heading; none = it is not there.
fn section<'a>(page: &'a Answer, id: &str) -> Option<&'a str> {
    let (_, rest) = page.body.split_once(&format!("aria-labelledby=\"{id}\""))?;
    rest.split_once("</section>").map(|(part, _)| part)
}

/// The trainer adds somebody new to the first workshop, as it stands in the room.
async fn added(world: &World, given: &str, email: &str) -> Mail {
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    let fields = [("nome", given), ("cognome", "Prova"), ("email", email), ("privacy", "si")];
    let answer = trainer.post(&format!("/aula/{session}/aggiungi"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
    letter(world, email, "place-confirmed")
}

on_both!(a_letter_says_of_a_workshop_that_was_held_that_its_register_is_open, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-10-02T16:00:00Z").await;
    world.register("workshop-2", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(32)).await;
    let mail = letter(world, ADA, "attended-still-short");
    assert_eq!(
        drawn(&mail),
        ["[x] Frequentato: giovedì 2 ottobre", "[ ] In registrazione: mercoledì 24 settembre"]
    );
    says_that_the_register_is_open(&mail);
    assert!(!mail.text.contains("renotato"), "{}", mail.text);
    let page = world.signed_in(ADA).await.get("/mio-percorso").await;
    page.says(AWAITED);
    assert_eq!(page.text().matches("In registrazione").count(), 2, "slot and line: {}", page.text());
});

on_both!(what_is_booked_and_what_was_held_are_told_apart_in_a_letter_about_another_place, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-25T10:00:00Z").await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    world.settle().await;
    let mail = letter(world, ADA, "place-confirmed");
    let held = "[ ] In registrazione: mercoledì 24 settembre";
    assert_eq!(drawn(&mail), [held, "[ ] Prenotato: giovedì 2 ottobre"]);
    says_that_the_register_is_open(&mail);
    let enrolment = world.enrolment(ADA, "workshop-2").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let mail = letter(world, ADA, "place-released");
    assert_eq!(drawn(&mail), [held, "[ ] Da scegliere: un altro workshop"]);
    says_that_the_register_is_open(&mail);
    assert!(mail.text.contains("Ti serve ancora 1 workshop. Puoi scegliere tra:"), "{}", mail.text);
});

on_both!(the_next_appointment_is_none_whose_register_has_taken_effect, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[SECOND, THIRD]).await;
    world.go_to("2014-10-02T16:00:00Z").await;
    world.register("workshop-2", 1, &[(ADA, "P"), (BEA, "A")]).await;
    let (second, third) = (world.session("workshop-2", 1).await, world.session("workshop-3", 1).await);
    let file = |session: i64| format!("/mio-percorso/incontri/{session}.ics");
    for email in [ADA, BEA] {
        let page = world.signed_in(email).await.get("/mio-percorso").await;
        let next = section(&page, "prossimo").expect("it is still the day's");
        assert!(next.contains(&file(second)), "{email}: {next}");
    }
    world.wait(TimeDelta::minutes(32)).await;
    let page = world.signed_in(ADA).await.get("/mio-percorso").await;
    page.says("Frequentato");
    assert_eq!(section(&page, "prossimo"), None, "{}", page.text());
    let page = world.signed_in(BEA).await.get("/mio-percorso").await;
    let next = section(&page, "prossimo").expect("she comes tomorrow");
    assert_eq!((next.contains(&file(second)), next.contains(&file(third))), (false, true), "{next}");
});

on_both!(the_next_course_day_is_none_whose_register_has_taken_effect, |world| {
    on_the_course(world, &[("Ada", ADA), ("Bea", BEA)]).await;
    close_day(world, 1, &[(ADA, "P"), (BEA, "A")]).await;
    for (minutes, day) in [(0, "<b>22</b>"), (32, "<b>29</b>")] {
        world.wait(TimeDelta::minutes(minutes)).await;
        for email in [ADA, BEA] {
            let page = world.signed_in(email).await.get("/mio-percorso").await;
            let next = section(&page, "giornata").expect("days are to come");
            assert!(next.contains(day), "{email}, after {minutes} minutes: {next}");
        }
    }
});

on_both!(whoever_is_added_to_a_workshop_that_has_begun_is_offered_no_way_out_and_no_invite, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-23T16:00:00Z").await;
    let before = added(world, "Dina", DINA).await;
    assert!(before.calendar().contains("METHOD:REQUEST"), "{}", before.calendar());
    world.browser().get(&before.link("/disdici/")).await.says("Libera il mio posto");
    world.go_to("2014-09-24T16:00:00Z").await;
    let mail = added(world, "Ciro", CIRO).await;
    for part in [&mail.text, &mail.html] {
        assert!(!part.contains("Non puoi venire?") && !part.contains("/disdici/"), "{part}");
    }
    assert_eq!(mail.calendars.len(), 0, "{}", mail.raw);
    let file = format!("/mio-percorso/incontri/{}.ics", world.session("workshop-1", 1).await);
    let kept = world.signed_in(CIRO).await.get(&file).await;
    assert_eq!(kept.status, 200, "their own calendar has it all the same: {}", kept.body);
    assert_eq!(
        drawn(&mail),
        ["[ ] In registrazione: mercoledì 24 settembre", "[ ] Da scegliere: un altro workshop"]
    );
    says_that_the_register_is_open(&mail);
});
