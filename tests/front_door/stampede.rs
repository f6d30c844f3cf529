//! Law 1 under pressure: whatever runs at once, on either database, exactly the places there are.

use chrono::TimeDelta;
use percorso::domain::edition_file::CheckedTrainer;
use percorso::domain::enrolment::State;
use percorso::domain::person::{EmailAddress, Language};
use percorso::store::{attendance, enrolments, offerings, people};
use percorso::usecases::offer_places::{self, Made};
use percorso::usecases::sign_up::{SignUpForm, sign_up};
use percorso::usecases::{cancel_enrolment, confirm_address, enrol};
use rocket::futures::future::join_all;

use crate::harness::{World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const PEOPLE: usize = 200;
const PLACES: usize = 25;

/// Places taken, the positions of those who wait in order, and how many have a place.
async fn count(world: &World, offering: i64) -> (i64, Vec<i64>, usize) {
    let reader = world.desk.store.reader();
    let taken = offerings::find(reader, offering).await.unwrap().unwrap().taken;
    let all = enrolments::in_offerings(reader, &[offering]).await.unwrap();
    let mut positions: Vec<i64> = all
        .iter()
        .filter(|e| e.state().unwrap().is_waiting())
        .map(|e| e.position.expect("a position"))
        .collect();
    positions.sort_unstable();
    (taken, positions, all.iter().filter(|e| e.state().unwrap().holds_place()).count())
}

fn filled() -> (i64, Vec<i64>, usize) {
    let waiting = i64::try_from(PEOPLE - PLACES).unwrap();
    (i64::try_from(PLACES).unwrap(), (1..=waiting).collect(), PLACES)
}

on_both!(two_hundred_forms_at_once_for_twenty_five_places, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let emails: Vec<String> = (0..PEOPLE).map(|n| format!("p{n}@posta.example")).collect();
    let path = format!("/workshop/{FIRST}/iscrizione");
    let sent = join_all(emails.iter().map(|email| {
        let (browser, path) = (world.browser(), path.clone());
        async move { browser.post(&path, &form("Ada", email, &[])).await.status }
    }))
    .await;
    assert_eq!(sent, vec![303; PEOPLE], "no error page");
    assert_eq!(count(world, world.offering("workshop-1").await).await, filled());
});

on_both!(two_hundred_confirmations_at_once_keep_places_and_order, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let offering = world.offering("workshop-1").await;
    for n in 0..PEOPLE {
        let form = SignUpForm {
            given_name: "Ada".into(),
            family_name: "Prova".into(),
            email: EmailAddress::parse(&format!("p{n}@posta.example")).unwrap(),
            phone: None,
            profile: None,
            needs: None,
            language: Language::It,
            offerings: vec![offering],
        };
        sign_up(&world.desk, &form).await.expect("the form is taken");
    }
    world.settle().await;
    let tokens: Vec<String> = world
        .mails()
        .iter()
        .map(|mail| mail.link("/conferma/").trim_start_matches("/conferma/").to_owned())
        .collect();
    assert_eq!(tokens.len(), PEOPLE);
    let done =
        join_all(tokens.iter().map(|token| confirm_address::confirm_address(&world.desk, token))).await;
    assert_eq!(done.iter().filter(|d| d.is_ok()).count(), PEOPLE, "no error");
    assert_eq!(count(world, offering).await, filled());
    let confirmed = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    let first_come: Vec<State> = confirmed.iter().take(PLACES).map(|e| e.state().unwrap()).collect();
    assert_eq!(first_come, vec![State::Confirmed; PLACES], "the first forms have the places");
});

on_both!(signed_in_people_all_at_once, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let offering = world.offering("workshop-1").await;
    let people = make_people(world, PEOPLE).await;
    let done = join_all(people.iter().map(|person| enrol::enrol(&world.desk, *person, offering))).await;
    assert_eq!(done.iter().filter(|d| d.is_ok()).count(), PEOPLE, "no error");
    assert_eq!(count(world, offering).await, filled());
});

on_both!(a_freed_place_offered_from_twenty_desks_at_once_is_offered_once, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(5)).await;
    let offering = world.offering("workshop-1").await;
    let people = make_people(world, 21).await;
    let staff = people[20];
    for person in &people[..20] {
        enrol::enrol(&world.desk, *person, offering).await.unwrap();
    }
    let all = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    cancel_enrolment::by_person(&world.desk, all[0].id, all[0].person_id).await.unwrap();
    let waiting: Vec<i64> = all.iter().filter(|e| e.state == "waitlisted").map(|e| e.id).collect();
    let first = Some(waiting[0]);
    let given = (0..20).map(|_| offer_places::offer_by_hand(&world.desk, offering, first, staff));
    let given = join_all(given).await;
    assert_eq!(given.iter().filter(|g| matches!(g, Ok(Made::Now))).count(), 1, "one place, one person");
    assert!(given.iter().all(Result::is_ok), "the others read that it is offered: {given:?}");
    let (taken, _, holding) = count(world, offering).await;
    assert_eq!((taken, holding), (5, 5));
    let now = enrolments::find(world.desk.store.reader(), waiting[0]).await.unwrap().unwrap();
    assert_eq!(now.state, "offered", "the first in line is offered it");
});

on_both!(the_same_person_from_ten_tabs_has_one_enrolment, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let offering = world.offering("workshop-1").await;
    let people = make_people(world, 1).await;
    let done = join_all((0..10).map(|_| enrol::enrol(&world.desk, people[0], offering))).await;
    assert_eq!(done.iter().filter(|d| d.is_ok()).count(), 10);
    assert_eq!(done.iter().filter(|d| d.as_ref().is_ok_and(|e| !e.had_it)).count(), 1);
    assert_eq!(count(world, offering).await, (1, vec![], 1));
});

on_both!(strangers_added_from_many_phones_at_once_fill_the_room_and_no_more, |world| {
    let trainers: Vec<EmailAddress> =
        (0..4).map(|n| EmailAddress::parse(&format!("t{n}@percorso.example")).unwrap()).collect();
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(5);
            file.offerings[0].sessions[0].trainers.clone_from(&trainers);
            file.trainers.extend(trainers.iter().map(|email| CheckedTrainer {
                email: email.clone(),
                given_name: "Delfina".into(),
                family_name: "Prova".into(),
            }));
        })
        .await;
    for n in 0..3 {
        world.sign_up("Ada", &format!("p{n}@posta.example"), &[FIRST]).await;
    }
    world.go_to("2014-09-24T07:40:00Z").await;
    let session = world.session("workshop-1", 1).await;
    let path = format!("/aula/{session}/aggiungi");
    let mut phones = Vec::new();
    for trainer in trainers.iter().cycle().take(20) {
        let phone = world.signed_in(trainer.as_str()).await;
        assert_eq!(phone.get(&path).await.status, 200, "the page is open before the rush");
        phones.push(phone);
    }
    let strangers: Vec<String> = (0..20).map(|n| format!("w{n}@posta.example")).collect();
    let answers = join_all(phones.iter().zip(&strangers).map(|(phone, email)| {
        let path = path.as_str();
        async move {
            let fields =
                [("nome", "Ciro"), ("cognome", "Prova"), ("email", email.as_str()), ("privacy", "si")];
            phone.post(path, &fields).await
        }
    }))
    .await;
    let reader = world.desk.store.reader();
    for (answer, email) in answers.iter().zip(&strangers).filter(|(answer, _)| answer.status != 303) {
        assert_eq!(answer.status, 422, "no error page: {}", answer.text());
        answer.says("5 su 5: aggiungi lo stesso?");
        assert_eq!(people::by_email(reader, email).await.unwrap(), None, "nothing is stored by half");
    }
    assert_eq!(answers.iter().filter(|answer| answer.status == 303).count(), 2, "the two places left");
    let offering = world.offering("workshop-1").await;
    assert_eq!(count(world, offering).await, (5, vec![], 5));
    assert_eq!(offerings::find(reader, offering).await.unwrap().unwrap().extra, 0);
    assert_eq!(attendance::latest_marks(reader, session).await.unwrap().len(), 2);
});

on_both!(twenty_who_may_take_the_course_ask_at_once_for_its_five_places, |world| {
    world.programme(|file| file.offerings[5].capacity = Some(5)).await;
    let emails: Vec<String> = (0..20).map(|n| format!("c{n}@posta.example")).collect();
    let (by_rule, by_waiver) = emails.split_at(10);
    let mut browsers = Vec::new();
    for email in by_rule {
        browsers.push(world.sign_up("Ada", email, &[FIRST, SECOND]).await);
    }
    for email in by_waiver {
        browsers.push(world.sign_up("Bea", email, &[THIRD]).await);
    }
    they_reach_the_rule(world, by_rule).await;
    they_are_let_in(world, by_waiver).await;
    for browser in &browsers {
        assert_eq!(browser.get("/mio-percorso").await.status, 200, "their pages are open before the rush");
    }
    let answers = join_all(browsers.iter().map(|browser| browser.post("/corso/iscrizione", &[]))).await;
    assert_eq!(answers.iter().map(|answer| answer.status).collect::<Vec<_>>(), [303; 20], "no error page");
    let course = world.offering("corso").await;
    assert_eq!(count(world, course).await, (5, (1..=15).collect::<Vec<i64>>(), 5));
    let all = enrolments::in_offerings(world.desk.store.reader(), &[course]).await.unwrap();
    assert_eq!(all.iter().filter(|e| e.state == "confirmed").count(), 5, "final places");
    let line: Vec<i64> = all.iter().filter(|e| e.state == "waitlisted").filter_map(|e| e.position).collect();
    assert_eq!(line, (1..=15).collect::<Vec<i64>>(), "in the order in which they came");
    world.wait(TimeDelta::minutes(1)).await;
    let mails = world.mails();
    let letters = |kind: &str| mails.iter().filter(|mail| mail.kind() == kind).count();
    assert_eq!(
        (letters("course-confirmed"), letters("course-day"), letters("course-waiting")),
        (5, 5 * 7, 15)
    );
});

/// People attend the first two workshops.
async fn they_reach_the_rule(world: &World, emails: &[String]) {
    let marks: Vec<(&str, &str)> = emails.iter().map(|email| (email.as_str(), "P")).collect();
    for (key, at) in [("workshop-1", "2014-09-24T15:00:00Z"), ("workshop-2", "2014-10-02T15:00:00Z")] {
        world.go_to(at).await;
        world.register(key, 1, &marks).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
}

/// The office lets people into the course despite the rule.
async fn they_are_let_in(world: &World, emails: &[String]) {
    let edition = world.edition().await.to_string();
    let admin = world.admin().await;
    for email in emails {
        let path = format!("/gestione/persone/{}/deroga", world.person(email).await);
        let fields = [("edizione", edition.as_str()), ("motivo", "lo ha frequentato altrove")];
        assert_eq!(admin.post(&path, &fields).await.status, 303);
    }
}

/// People whose addresses are confirmed, without going through forms.
pub async fn make_people(world: &World, number: usize) -> Vec<i64> {
    let tx = world.desk.store.begin().await.unwrap();
    let mut ids = Vec::new();
    for n in 0..number {
        let row = people::Person {
            id: 0,
            email: Some(format!("q{n}@posta.example")),
            given_name: "Ada".into(),
            family_name: format!("Prova{n}"),
            search: String::new(),
            phone: None,
            profile: None,
            language: "it".into(),
            takes_invites: true,
            created_at: world.desk.clock.now(),
            email_confirmed_at: Some(world.desk.clock.now()),
            erased_at: None,
            feed_nonce: None,
            feed_hash: None,
        };
        ids.push(people::add(&tx, row).await.unwrap().id);
    }
    tx.commit().await.unwrap();
    ids
}
