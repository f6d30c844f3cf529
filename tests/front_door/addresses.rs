//! R53: a new address counts when its owner says so. Then the calendar of the old one is emptied by CANCELs, the new one
//! gets UIDs of its own, what waits to be sent follows, and whoever was signed in is not any more.

use chrono::TimeDelta;
use percorso::domain::letter::{Letter, Payload};
use percorso::store::{address_changes, audit, invites, outbox, people};

use crate::editions::with;
use crate::harness::changing::objects;
use crate::harness::{Browser, World};
use crate::office_changes::hidden;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";
const NEW: &str = "ada.nuova@posta.example";

/// The office asks for another address of Ada's, having seen what was asked for before.
async fn ask(world: &World, admin: &Browser<'_>, seen: &str, to: &str) -> u16 {
    let path = format!("/gestione/persone/{}/indirizzo", world.person(ADA).await);
    let mut shown = hidden(&admin.get(&path).await, &format!("action=\"{path}\""));
    shown.retain(|(name, _)| name != "visto_email");
    admin.post(&path, &with(&shown, &[("visto_email", seen), ("email", to)])).await.status
}

/// The link of the newest letter that asks for a confirmation, whether it was sent or waits.
async fn link(world: &World, person: i64) -> String {
    let letters = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let token =
        letters.iter().find_map(|row| match serde_json::from_str::<Payload>(&row.payload).ok()?.letter {
            Letter::ConfirmAddress { token, .. } if !token.is_empty() => Some(token),
            _ => None,
        });
    format!("/indirizzo/{}", token.expect("a letter that waits"))
}

fn kinds(world: &World, address: &str) -> Vec<String> {
    world.mails_to(address).iter().map(|mail| mail.kind().to_owned()).collect()
}

on_both!(a_new_address_counts_when_its_owner_says_so_and_the_calendars_follow, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (person, admin) = (world.person(ADA).await, world.admin().await);
    assert_eq!(admin.get(&format!("/en/gestione/persone/{person}/indirizzo")).await.status, 200);
    let (told, _) = objects(world, ADA, "Ama");
    assert_eq!(told.iter().map(|(method, ..)| method.as_str()).collect::<Vec<_>>(), ["REQUEST"]);
    assert_eq!(ask(world, &admin, ADA, NEW).await, 303);
    assert_eq!(ask(world, &admin, ADA, NEW).await, 303, "a double click is one request");
    let confirm = link(world, person).await;
    world.settle().await;
    assert_eq!(kinds(world, NEW), ["confirm-address"]);
    let notice = world.mails_to(ADA).pop().unwrap();
    assert_eq!(notice.kind(), "address-asked");
    assert!(notice.text.contains("ad•••@posta.example") && !notice.text.contains(NEW), "{}", notice.text);
    let stands = people::find(world.desk.store.reader(), person).await.unwrap().unwrap();
    assert_eq!(stands.email.as_deref(), Some(ADA), "nothing has changed yet");
    for prefix in ["", "/en"] {
        assert_eq!(world.browser().get(&format!("{prefix}{confirm}")).await.status, 200);
    }
    let page = world.browser().get(&confirm).await;
    assert_eq!(page.header("Cache-Control"), Some("no-store"));
    page.says("Sì, usate questo indirizzo");
    for _ in 0..2 {
        assert_eq!(world.browser().post(&confirm, &[]).await.status, 303, "twice changes nothing");
    }
    // The days of the calendar follow a minute apart.
    world.wait(TimeDelta::minutes(1)).await;
    world.browser().get(&confirm).await.says("Da adesso ti scriviamo qui");
    assert_eq!(world.person(NEW).await, person);
    assert_eq!(ada.get("/mio-percorso").await.status, 303, "the sign-in of the old address has ended");
    let (before, old_uids) = objects(world, ADA, "Ama");
    let (after, new_uids) = objects(world, NEW, "Ama");
    let short = |all: &[(String, String, String)]| -> Vec<String> {
        all.iter().map(|(method, sequence, _)| format!("{method} {sequence}")).collect()
    };
    assert_eq!(
        (short(&before), short(&after)),
        (vec!["REQUEST 0".into(), "CANCEL 1".into()], vec!["REQUEST 0".into()])
    );
    assert_eq!((old_uids.len(), new_uids.len()), (1, 1));
    assert_ne!(old_uids, new_uids, "a UID has one address for ever");
    let enrolment = world.enrolment(NEW, "workshop-1").await;
    let rows = invites::of_enrolment(world.desk.store.reader(), enrolment).await.unwrap();
    let rows: Vec<_> = rows.iter().map(|row| (row.address.as_str(), row.ended_at.is_some())).collect();
    assert_eq!(rows, [(ADA, true), (NEW, false)]);
    world.wait(TimeDelta::days(8)).await;
    assert_eq!(
        kinds(world, NEW).last().map(String::as_str),
        Some("reminder"),
        "it waited for the old address"
    );
    let acts: Vec<String> = audit::of_person(world.desk.store.reader(), person)
        .await
        .unwrap()
        .into_iter()
        .map(|row| format!("{} {}", row.actor, row.act))
        .filter(|act| act.ends_with("address"))
        .collect();
    assert_eq!(acts, ["staff ask_address", "person change_address"]);
});

on_both!(what_nobody_has_begun_to_send_to_the_old_address_goes_to_the_new_one, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (person, admin) = (world.person(ADA).await, world.admin().await);
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    assert_eq!(ask(world, &admin, ADA, NEW).await, 303);
    let confirm = link(world, person).await;
    assert_eq!(world.browser().post(&confirm, &[]).await.status, 303);
    world.wait(TimeDelta::minutes(2)).await;
    assert_eq!(objects(world, ADA, "valutazione").0.len(), 0, "nothing to take back");
    let mail = world.mails_to(NEW).into_iter().find(|mail| mail.kind() == "place-confirmed").unwrap();
    assert_eq!(mail.calendars.len(), 0, "its words alone; the day has a letter of its own");
    let (told, _) = objects(world, NEW, "valutazione");
    assert_eq!(told.iter().map(|(method, ..)| method.as_str()).collect::<Vec<_>>(), ["REQUEST"]);
});

on_both!(an_address_of_somebody_else_is_refused_when_asked_for_and_when_confirmed, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    let (person, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{person}/indirizzo");
    for (to, sentence) in [
        ("bea@posta.example", "unire i doppioni viene dopo"),
        (ADA, "È già l’indirizzo di questa persona"),
        ("senza-chiocciola", "manca la chiocciola"),
    ] {
        let refused = admin.post(&path, &[("visto_email", ADA), ("email", to)]).await;
        assert_eq!(refused.status, 422, "{to}");
        refused.says(sentence);
    }
    assert_eq!(ask(world, &admin, "altro@posta.example", NEW).await, 422, "seen before somebody changed it");
    assert_eq!(ask(world, &admin, ADA, NEW).await, 303);
    let confirm = link(world, person).await;
    world.sign_up("Carla", NEW, &[FIRST]).await;
    assert_eq!(world.browser().post(&confirm, &[]).await.status, 303);
    world.browser().get(&confirm).await.says("Questo indirizzo è già in uso");
    assert_eq!(world.person(ADA).await, person);
    assert_eq!(world.browser().get("/indirizzo/sbagliato").await.status, 404);
});

on_both!(a_newer_request_ends_the_older_one_and_time_ends_both, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (person, admin) = (world.person(ADA).await, world.admin().await);
    assert_eq!(ask(world, &admin, ADA, "ada.vecchia@posta.example").await, 303);
    let older = link(world, person).await;
    assert_eq!(ask(world, &admin, ADA, NEW).await, 303);
    let newer = link(world, person).await;
    world.settle().await;
    assert_eq!(kinds(world, "ada.vecchia@posta.example"), Vec::<String>::new(), "it had not left");
    world.browser().get(&older).await.says("Questo collegamento non vale più");
    world.browser().get(&newer).await.says("È il tuo indirizzo?");
    world.wait(TimeDelta::days(3)).await;
    world.browser().post(&newer, &[]).await;
    world.browser().get(&newer).await.says("Questo collegamento non vale più");
    assert_eq!(world.person(ADA).await, person);
    let reader = world.desk.store.reader();
    assert_eq!(address_changes::open_of(reader, person, world.desk.clock.now()).await.unwrap(), None);
    assert_eq!(people::by_email(reader, NEW).await.unwrap(), None);
});

on_both!(somebody_with_a_phone_alone_gets_an_address_and_with_it_invites_and_reminders, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let first = world.offering("workshop-1").await.to_string();
    let fields = [
        ("nome", "Ugo"),
        ("cognome", "Senzamail"),
        ("telefono", "02 1234567"),
        ("privacy", "si"),
        ("offerta", first.as_str()),
    ];
    let made = admin.post("/gestione/persone/nuova", &fields).await;
    let page = made.location.unwrap().split('?').next().unwrap().to_owned();
    let person: i64 = page.rsplit('/').next().unwrap().parse().unwrap();
    let asked = admin.post(&format!("{page}/indirizzo"), &[("email", "ugo@posta.example")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    admin.get(&page).await.says("ugo@posta.example aspetta la conferma");
    let confirm = link(world, person).await;
    assert_eq!(world.browser().post(&confirm, &[]).await.status, 303);
    world.wait(TimeDelta::days(8)).await;
    assert_eq!(kinds(world, "ugo@posta.example"), ["confirm-address", "course-day", "reminder"]);
});

on_both!(a_letter_that_two_people_send_to_a_new_address_leaves_once, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (person, admin) = (world.person(ADA).await, world.admin().await);
    let letters = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let old = letters.iter().find(|letter| letter.kind == "waiting-list-joined").expect("the letter").id;
    assert_eq!(ask(world, &admin, ADA, NEW).await, 303);
    assert_eq!(world.browser().post(&link(world, person).await, &[]).await.status, 303);
    world.wait(TimeDelta::minutes(10)).await;
    let path = format!("/gestione/posta/{old}/di-nuovo");
    assert_eq!(admin.post(&path, &[]).await.status, 303);
    let twice = admin.post(&path, &[]).await;
    assert_eq!(twice.status, 422, "{:?}", twice.location);
    twice.says("Questa mail è ripartita da poco");
    world.settle().await;
    let joined = kinds(world, NEW).iter().filter(|kind| *kind == "waiting-list-joined").count();
    assert_eq!(joined, 1);
});
