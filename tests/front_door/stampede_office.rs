//! Law 1 under pressure from both sides of the desk: people of the office sign up, accept and confirm while everybody else
//! does; on either database exactly the places there are, the rest in line or refused, and no error page.

use chrono::TimeDelta;
use percorso::domain::edition::CourseAdmission;
use percorso::domain::role::Role;
use percorso::store::{enrolments, offerings};
use rocket::futures::future::{join, join_all};

use crate::harness::{Browser, World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const NEW: &str = "/gestione/persone/nuova";

/// Places taken, people who have one, and the positions of those who wait, in order.
async fn count(world: &World, key: &str) -> (i64, usize, Vec<i64>) {
    let (reader, offering) = (world.desk.store.reader(), world.offering(key).await);
    let taken = offerings::find(reader, offering).await.unwrap().unwrap().taken;
    let all = enrolments::in_offerings(reader, &[offering]).await.unwrap();
    let mut line: Vec<i64> = all
        .iter()
        .filter(|e| e.state().unwrap().is_waiting())
        .map(|e| e.position.expect("a position"))
        .collect();
    line.sort_unstable();
    (taken, all.iter().filter(|e| e.state().unwrap().holds_place()).count(), line)
}

async fn in_state(world: &World, key: &str, state: &str) -> usize {
    let offering = world.offering(key).await;
    let all = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    all.iter().filter(|e| e.state == state).count()
}

/// How many letters of a kind have left.
fn letters(world: &World, kind: &str) -> usize {
    world.mails().iter().filter(|mail| mail.kind() == kind).count()
}

/// Two people of the office, each with a page open before the rush.
async fn two_of_the_office<'w>(world: &'w World, page: &str) -> [Browser<'w>; 2] {
    let both = [world.admin().await, world.with_role("sara@percorso.example", Role::Secretary).await];
    for browser in &both {
        assert_eq!(browser.get(page).await.status, 200);
    }
    both
}

/// Forms of people who are not signed in; gives their addresses.
async fn forms(world: &World, people: usize) -> Vec<String> {
    let emails: Vec<String> = (0..people).map(|n| format!("p{n}@posta.example")).collect();
    for email in &emails {
        let path = format!("/workshop/{FIRST}/iscrizione");
        assert_eq!(world.browser().post(&path, &form("Ada", email, &[])).await.status, 303);
    }
    world.settle().await;
    emails
}

/// The links of their letters.
fn links(world: &World, emails: &[String]) -> Vec<String> {
    emails.iter().map(|email| world.mails_to(email)[0].link("/conferma/")).collect()
}

on_both!(two_on_the_phone_and_everybody_in_the_browser_at_once_for_the_last_ten_places, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(10)).await;
    let office = two_of_the_office(world, NEW).await;
    let offering = world.offering("workshop-1").await.to_string();
    let names: Vec<String> = (0..20).map(|n| format!("Ugo{n}")).collect();
    let emails: Vec<String> = (0..20).map(|n| format!("p{n}@posta.example")).collect();
    let on_the_phone = join_all(names.iter().enumerate().map(|(n, given)| {
        let (browser, offering) = (&office[n % 2], offering.as_str());
        async move {
            let fields = [
                ("nome", given.as_str()),
                ("cognome", "Senzamail"),
                ("telefono", "02 1234567"),
                ("privacy", "si"),
                ("offerta", offering),
            ];
            browser.post(NEW, &fields).await.status
        }
    }));
    let in_the_browser = join_all(emails.iter().map(|email| async move {
        let path = format!("/workshop/{FIRST}/iscrizione");
        world.browser().post(&path, &form("Ada", email, &[])).await.status
    }));
    let (phoned, typed) = join(on_the_phone, in_the_browser).await;
    assert_eq!((phoned, typed), (vec![303; 20], vec![303; 20]), "no error page");
    assert_eq!(count(world, "workshop-1").await, (10, 10, (1..=30).collect::<Vec<i64>>()));
});

on_both!(two_accept_ten_applications_at_once_for_five_places, |world| {
    world
        .programme(|file| {
            file.edition.rule.course_admission = CourseAdmission::ByDecision;
            file.offerings[5].capacity = Some(5);
        })
        .await;
    let mut applications = Vec::new();
    for n in 0..10 {
        let email = format!("c{n}@posta.example");
        let browser = world.sign_up("Ada", &email, &[FIRST, SECOND]).await;
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
        applications.push(world.enrolment(&email, "corso").await);
    }
    let office = two_of_the_office(world, "/gestione/domande").await;
    let clicks = applications.iter().flat_map(|id| office.iter().map(move |browser| (browser, *id)));
    let answers = join_all(clicks.map(|(browser, id)| async move {
        browser.post(&format!("/gestione/domande/{id}/accetta"), &[]).await
    }))
    .await;
    for refused in answers.iter().filter(|answer| answer.status != 303) {
        assert_eq!(refused.status, 422, "no error page: {}", refused.text());
    }
    assert_eq!(answers.iter().filter(|answer| answer.status == 303).count(), 10, "each of five, by both");
    assert_eq!(count(world, "corso").await, (5, 5, Vec::new()));
    let states = (in_state(world, "corso", "provisional").await, in_state(world, "corso", "applied").await);
    assert_eq!(states, (5, 5));
    world.settle().await;
    assert_eq!(letters(world, "provisional-place"), 5, "a letter for each place");
});

on_both!(confirmed_by_the_office_and_by_the_link_at_once_each_has_one_place_or_position, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(10)).await;
    let emails = forms(world, 30).await;
    let links = links(world, &emails);
    let office = two_of_the_office(world, "/gestione").await;
    let mut acts = Vec::new();
    for email in &emails {
        acts.push(format!("/gestione/iscrizioni/{}/conferma", world.enrolment(email, "workshop-1").await));
    }
    let by_office = join_all(acts.iter().enumerate().map(|(n, act)| {
        let browser = &office[n % 2];
        async move { browser.post(act, &[]).await.status }
    }));
    let by_link =
        join_all(links.iter().map(|link| async move { world.browser().post(link, &[]).await.status }));
    let (said, clicked) = join(by_office, by_link).await;
    assert_eq!((said, clicked), (vec![303; 30], vec![303; 30]), "no error page");
    assert_eq!(count(world, "workshop-1").await, (10, 10, (1..=20).collect::<Vec<i64>>()));
    let states =
        (in_state(world, "workshop-1", "confirmed").await, in_state(world, "workshop-1", "waitlisted").await);
    assert_eq!(states, (10, 20));
    world.settle().await;
    let written = (letters(world, "place-confirmed"), letters(world, "waiting-list-joined"));
    assert_eq!(written, (10, 20), "told once, by whom ever they were confirmed");
});

on_both!(thirty_click_late_at_once_for_the_ten_places_whose_holds_have_ended, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(10)).await;
    let emails = forms(world, 30).await;
    let links = links(world, &emails);
    world.wait(TimeDelta::hours(49)).await;
    assert_eq!(count(world, "workshop-1").await, (0, 0, Vec::new()), "every hold and every position ended");
    let newcomers: Vec<String> = (0..10).map(|n| format!("n{n}@posta.example")).collect();
    let clicks =
        join_all(links.iter().map(|link| async move { world.browser().post(link, &[]).await.status }));
    let fresh = join_all(newcomers.iter().map(|email| async move {
        let path = format!("/workshop/{FIRST}/iscrizione");
        world.browser().post(&path, &form("Ada", email, &[])).await.status
    }));
    let (clicked, typed) = join(clicks, fresh).await;
    assert_eq!((clicked, typed), (vec![303; 30], vec![303; 10]), "no error page");
    let (taken, holding, line) = count(world, "workshop-1").await;
    assert_eq!((taken, holding, line.len()), (10, 10, 30));
    assert_eq!(line.windows(2).filter(|pair| pair[0] == pair[1]).count(), 0, "nobody shares a position");
    let mut told = Vec::new();
    for email in &emails {
        told.push(world.states(email, "workshop-1").await.pop().unwrap());
    }
    assert!(told.iter().all(|state| state == "confirmed" || state == "waitlisted"), "{told:?}");
});
