//! What a letter or a call says is so when it leaves: to whoever leads a session, to whoever was offered a place, to whoever
//! has a provisional one, to whoever did the course elsewhere.

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;
use percorso::domain::edition_file::{Checked, CheckedTrainer};
use percorso::domain::person::EmailAddress;
use percorso::domain::session::Hours;
use percorso::domain::waiting_list::Offers;
use percorso::store::{disputes, enrolments};
use percorso::usecases::cancel_enrolment;
use percorso::usecases::import_edition::Imported;

use crate::edition_drafts::state;
use crate::finished_course::{finished, on_the_course};
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, on, rule, set_places, timed};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};
use crate::two_editions::next_season;

const ROOM: &str = "tomorrow-in-the-room";
const NOT_TOMORROW: &str = "not-tomorrow";
const AT_RISK: &str = "provisional-at-risk";
const REACHED: &str = "rule-reached";
const NINO: &str = "nino@percorso.example";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// How many letters of a kind somebody got so far.
fn count(world: &World, address: &str, kind: &str) -> usize {
    world.mails_to(address).iter().filter(|mail| mail.kind() == kind).count()
}

/// The first workshop is held in the afternoon of 24 September; gives the page on which it is said who leads it.
async fn in_the_afternoon(world: &World) -> String {
    let hours = Hours { start: "15:00:00".parse().unwrap(), end: "18:00:00".parse().unwrap() };
    world.programme(|file| file.offerings[0].sessions[0].hours = Some(hours)).await;
    format!("/gestione/sessioni/{}/conduce", world.session("workshop-1", 1).await)
}

on_both!(whoever_leads_today_reads_the_hours_and_the_place_that_were_changed_after_midnight, |world| {
    in_the_afternoon(world).await;
    world.go_to("2014-09-24T05:00:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 1);
    let to = timed("2014-09-24", "14:30:00", "18:00:00", Some("Sala Blu"));
    change(world, vec![moved(world, "workshop-1", 1, to).await]).await;
    world.wait(TimeDelta::minutes(12)).await;
    assert_eq!(count(world, TRAINER, ROOM), 2);
    let letter = world.mails_to(TRAINER).pop().unwrap();
    assert!(letter.subject.starts_with("Oggi in aula"), "{}", letter.subject);
    assert!(letter.text.contains("14:30") && letter.text.contains("Sala Blu"), "{}", letter.text);
    world.go_to("2014-09-24T20:00:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 2, "once");
});

on_both!(whoever_leads_today_only_since_this_morning_is_told_today, |world| {
    let page = in_the_afternoon(world).await;
    world.go_to("2014-09-24T05:00:00Z").await;
    let fields = [("email", NINO), ("nome", "Nino"), ("cognome", "Riva")];
    assert_eq!(world.admin().await.post(&page, &fields).await.status, 303);
    world.wait(TimeDelta::minutes(2)).await;
    assert_eq!((count(world, NINO, ROOM), count(world, TRAINER, ROOM)), (1, 1));
    let letter = world.mails_to(NINO).pop().unwrap();
    assert!(letter.subject.starts_with("Oggi in aula"), "{}", letter.subject);
    world.go_to("2014-09-24T20:00:00Z").await;
    assert_eq!((count(world, NINO, ROOM), count(world, TRAINER, ROOM)), (1, 1));
});

on_both!(whoever_was_reminded_and_does_not_lead_it_any_more_is_told_so, |world| {
    let page = in_the_afternoon(world).await;
    world.go_to("2014-09-23T15:30:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 1);
    let admin = world.admin().await;
    let trainer = world.person(TRAINER).await.to_string();
    let off = [("azione", "togli"), ("persona", trainer.as_str())];
    assert_eq!(admin.post(&page, &off).await.status, 303);
    world.wait(TimeDelta::minutes(2)).await;
    let letter = world.mails_to(TRAINER).pop().unwrap();
    assert_eq!(letter.kind(), NOT_TOMORROW);
    assert_eq!(letter.subject, "Non conduci più tu, mercoledì 24 settembre: Il promotore dell’Ama");
    assert!(letter.text.contains("Non lo conduci più tu: non serve venire."), "{}", letter.text);
    assert!(!letter.text.contains("annullat"), "{}", letter.text);
    assert_eq!(admin.post(&page, &[("email", TRAINER)]).await.status, 303);
    world.wait(TimeDelta::minutes(2)).await;
    assert_eq!(count(world, TRAINER, ROOM), 2, "they lead it again");
    world.go_to("2014-09-24T05:00:00Z").await;
    assert_eq!(world.admin().await.post(&page, &off).await.status, 303);
    world.wait(TimeDelta::minutes(2)).await;
    assert_eq!((count(world, TRAINER, ROOM), count(world, TRAINER, NOT_TOMORROW)), (2, 2));
});

/// The second workshop has two meetings and one place, which was held for Bea until its first meeting was moved to tomorrow.
async fn an_offer_that_ended(world: &World) {
    world
        .programme(|file| {
            let workshop = &mut file.offerings[1];
            workshop.capacity = Some(1);
            let mut second = workshop.sessions[0].clone();
            (second.number, second.date) = (2, "2014-10-09".parse().ok());
            workshop.sessions.push(second);
        })
        .await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    let workshop = world.offering("workshop-2").await;
    set_places(world, workshop, Some(1), Offers::ByPerson).await;
    let (id, ada) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, ada).await.unwrap();
    assert_eq!(world.offers_by_hand("workshop-2").await.status, 303);
    world.settle().await;
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    change(world, vec![moved(world, "workshop-2", 1, on("2014-09-16")).await]).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
}

on_both!(that_an_offer_of_a_workshop_ended_is_told_though_the_meeting_it_ended_by_is_called_off, |world| {
    an_offer_that_ended(world).await;
    let session = world.session("workshop-2", 1).await;
    let shown = change(world, vec![Edit::CancelSession { session }]).await;
    assert_eq!(shown.letters.iter().map(|line| line.count).sum::<usize>(), 2, "{:?}", shown.letters);
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(count(world, BEA, "session-cancelled"), 1);
    let told: Vec<_> =
        world.mails_to(BEA).into_iter().filter(|mail| mail.kind() == "session-changed").collect();
    assert_eq!(told.len(), 1, "{told:?}");
    for said in [&told[0].text, &told[0].html] {
        assert!(said.contains("9 ottobre") && said.contains("non è più riservato a te"), "{said}");
        assert!(!said.contains("16 settembre"), "{said}");
    }
});

/// When Ada's provisional place ends.
async fn until(world: &World) -> Option<DateTime<Utc>> {
    let place = world.enrolment(ADA, "corso").await;
    enrolments::find(world.desk.store.reader(), place).await.unwrap().unwrap().hold_until
}

on_both!(what_somebody_contests_takes_an_end_back_that_nobody_told_and_a_no_tells_another_one, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND, THIRD]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let ends = Rule { required: 3, ..rule(world).await };
    change(world, vec![Edit::Rule { to: ends }]).await;
    world.wait(TimeDelta::minutes(2)).await;
    assert!(until(world).await.is_some());
    let session = world.session("workshop-1", 1).await;
    let contest = format!("/mio-percorso/incontri/{session}/segnala");
    assert_eq!(ada.post(&contest, &[]).await.status, 303);
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(count(world, ADA, AT_RISK), 0, "nothing ends while the office looks");
    assert_eq!(until(world).await, None);
    let said = disputes::of_person(world.desk.store.reader(), world.person(ADA).await).await.unwrap();
    let answer = format!("/gestione/contestazioni/{}", said[0].id);
    let no = [("motivo", "Sul foglio la firma non c’è.")];
    assert_eq!(world.admin().await.post(&answer, &no).await.status, 303);
    world.settle().await;
    assert_eq!(count(world, ADA, AT_RISK), 1);
    assert!(until(world).await.is_some());
});

/// The next season, led by the same trainer, changed by a test.
async fn next(world: &World, change: impl FnOnce(&mut Checked)) {
    let mut file = next_season();
    let email = EmailAddress::parse(TRAINER).unwrap();
    let (given_name, family_name) = ("Delfina".into(), "Marcandalli".into());
    file.trainers.push(CheckedTrainer { email: email.clone(), given_name, family_name });
    for session in file.offerings.iter_mut().flat_map(|offered| offered.sessions.iter_mut()) {
        session.trainers = vec![email.clone()];
    }
    change(&mut file);
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
}

/// Ada and Bea have a place in a workshop of the next season.
async fn both_in(world: &World, slug: &str) {
    for email in [ADA, BEA] {
        let browser = world.signed_in(email).await;
        assert_eq!(browser.post(&format!("/workshop/{slug}-2015/iscrizione"), &[]).await.status, 303);
    }
}

/// Both were there.
async fn both_came(world: &World, key: &str, at: &str) {
    world.go_to(at).await;
    world.register(key, 1, &[(ADA, "P"), (BEA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
}

on_both!(whoever_did_the_course_and_was_let_into_another_is_counted_and_told_when_that_is_shown, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    next(world, |file| file.edition.rule.carry_over = false).await;
    world.go_to("2014-12-20T08:00:00Z").await;
    let admin = world.admin().await;
    let (edition, ada) = (world.edition().await.to_string(), world.person(ADA).await);
    let fields = [("edizione", edition.as_str()), ("motivo", "prova")];
    assert_eq!(admin.post(&format!("/gestione/persone/{ada}/deroga"), &fields).await.status, 303);
    let path = format!("/gestione/offerte/{}/stato", world.offering("corso").await);
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await.0, 303);
    both_in(world, FIRST).await;
    both_in(world, THIRD).await;
    both_came(world, "workshop-1", "2015-09-24T16:00:00Z").await;
    both_came(world, "workshop-3", "2015-10-03T16:00:00Z").await;
    let told = |email: &str| count(world, email, REACHED);
    assert_eq!([ADA, BEA].map(told), [1, 1], "in the first season");
    let admin = world.admin().await;
    admin.get(&path).await.says("1 persona riceve la mail che apre il corso.");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    world.settle().await;
    assert_eq!([ADA, BEA].map(told), [2, 1]);
});

on_both!(whoever_has_a_place_on_the_course_of_another_edition_is_not_written_to_about_this_one, |world| {
    on_the_course(world, &[("Ada", ADA), ("Bea", BEA)]).await;
    let (id, bea) = (world.enrolment(BEA, "corso").await, world.person(BEA).await);
    cancel_enrolment::by_person(&world.desk, id, bea).await.unwrap();
    next(world, |file| file.offerings[2].sessions[0].date = "2014-10-15".parse().ok()).await;
    both_in(world, THIRD).await;
    both_came(world, "workshop-3", "2014-10-15T16:00:00Z").await;
    let told = |email: &str| count(world, email, REACHED);
    assert_eq!([ADA, BEA].map(told), [1, 2], "the first time both of them, now only Bea");
    let ada = world.signed_in(ADA).await;
    let form = ada.get("/corso/iscrizione?edizione=autunno-2015").await;
    form.says("Controlla e conferma la tua iscrizione");
});

on_both!(a_call_says_of_a_workshop_that_was_held_that_its_register_is_open, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    world.go_to("2014-09-25T08:00:00Z").await;
    let second = world.offering("workshop-2").await.to_string();
    let path = format!("/gestione/persone/{ugo}/iscrivi");
    assert_eq!(admin.post(&path, &[("offerta", second.as_str())]).await.status, 303);
    let page = admin.get("/gestione/telefonate").await;
    page.says("La presenza di mercoledì 24 settembre non è ancora registrata");
    assert!(!page.text().contains("Con i workshop prenotati"), "{}", page.text());
});
