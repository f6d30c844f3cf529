//! Somebody is signed up on the phone: with an address or with a phone alone, in a place or in the line; whoever is known
//! is never enrolled silently; and what letters would say becomes a call.

use percorso::domain::session::Hours;
use percorso::store::{calls, enrolments, offerings, people};
use sea_orm::{ConnectionTrait as _, Statement};

use crate::harness::browser::Answer;
use crate::harness::changing::{change, moved, timed};
use crate::harness::{Browser, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";
const NEW: &str = "/gestione/persone/nuova";

/// The form of somebody with a phone alone, for one workshop.
pub async fn by_phone(
    world: &World,
    admin: &Browser<'_>,
    given: &str,
    key: &str,
    more: &[(&str, &str)],
) -> Answer {
    let offering = world.offering(key).await.to_string();
    let mut fields = vec![
        ("nome", given),
        ("cognome", "Senzamail"),
        ("telefono", "02 1234567"),
        ("profilo", "cittadinanza"),
        ("lingua", "it"),
        ("privacy", "si"),
        ("offerta", offering.as_str()),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    admin.post(NEW, &fields).await
}

/// The person a form led to.
pub fn person_of(answer: &Answer) -> i64 {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let location = answer.location.as_deref().unwrap();
    location.trim_start_matches("/gestione/persone/").split('?').next().unwrap().parse().unwrap()
}

async fn states(world: &World, person: i64) -> Vec<String> {
    let all = enrolments::of_person(world.desk.store.reader(), person).await.unwrap();
    all.into_iter().map(|e| format!("{} {}", e.source, e.state)).collect()
}

/// The kinds of letters that wait to be said to a person.
pub async fn to_say(world: &World, person: i64) -> Vec<String> {
    let open = calls::open_of(world.desk.store.reader(), person).await.unwrap();
    let kind = |call: calls::OpenCall| {
        let payload: percorso::domain::letter::Payload = serde_json::from_str(&call.payload).unwrap();
        assert_eq!((payload.to.full_name.as_str(), payload.to.address.as_str()), ("", ""), "nobody's name");
        payload.letter.code().to_owned()
    };
    open.into_iter().map(kind).collect()
}

on_both!(somebody_with_a_phone_alone_has_a_place_at_once_and_is_told_it_by_phone, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let person = people::find(world.desk.store.reader(), ugo).await.unwrap().unwrap();
    assert_eq!((person.email, person.phone.as_deref()), (None, Some("02 1234567")));
    assert_eq!(states(world, ugo).await, ["staff confirmed"]);
    assert_eq!(to_say(world, ugo).await, ["place-confirmed"]);
    world.settle().await;
    let kinds: Vec<String> = world.mails().iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds, ["digest"], "it is Monday: the office reads of the call, nobody else is written to");
    for prefix in ["", "/en"] {
        let page = admin.get(&format!("{prefix}/gestione/telefonate")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        page.says("02 1234567");
    }
    let page = admin.get("/gestione/telefonate").await;
    page.says("Ugo Senzamail");
    page.says("Ciao Ugo");
    assert!(!page.text().contains("http"), "addresses of pages are nothing to say: {}", page.text());
    let call = calls::open_of(world.desk.store.reader(), ugo).await.unwrap().remove(0);
    let done = format!("/gestione/telefonate/{}/fatto", call.task_id);
    for _ in 0..2 {
        assert_eq!(admin.post(&done, &[]).await.location.unwrap(), "/gestione/telefonate?fatto=called");
    }
    assert_eq!(to_say(world, ugo).await, Vec::<String>::new());
    assert_eq!(admin.post("/gestione/telefonate/99999/fatto", &[]).await.status, 404);
    let office = world.person("ufficio@percorso.example").await;
    let reader = world.desk.store.reader();
    let sql = format!("SELECT settled_by AS who FROM tasks WHERE id = {}", call.task_id);
    let row = reader.query_one_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    assert_eq!(row.unwrap().try_get::<i64>("", "who").unwrap(), office);
    admin.get(&format!("/gestione/persone/{ugo}")).await.says("Telefonata fatta");
});

on_both!(a_full_workshop_gives_a_position_and_an_offer_is_answered_on_the_phone, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let ivo = person_of(&by_phone(world, &admin, "Ivo", "workshop-1", &[("cognome", "Neri")]).await);
    assert_eq!(
        (states(world, ugo).await, states(world, ivo).await),
        (vec!["staff waitlisted".into()], vec!["staff waitlisted".into()])
    );
    assert_eq!(to_say(world, ivo).await, ["waiting-list-joined"]);
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-1").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, ["place-offered"], "the newest thing only");
    let offered = enrolments::of_person(world.desk.store.reader(), ugo).await.unwrap().remove(0);
    let says = |what: &str| format!("/gestione/iscrizioni/{}/{what}", offered.id);
    admin.get(&format!("/gestione/persone/{ugo}")).await.says("Prende il posto");
    assert_eq!(admin.post(&says("rinuncia"), &[]).await.status, 303);
    assert_eq!(states(world, ugo).await, ["staff cancelled"]);
    assert_eq!(to_say(world, ugo).await, ["place-released"]);
    assert_eq!(admin.post(&says("accetta"), &[]).await.status, 422, "the offer is over");
    world.settle().await;
    let second = enrolments::of_person(world.desk.store.reader(), ivo).await.unwrap().remove(0);
    let accept = format!("/gestione/iscrizioni/{}/accetta", second.id);
    for _ in 0..2 {
        assert_eq!(admin.post(&accept, &[]).await.status, 303, "a second click changes nothing");
    }
    assert_eq!(states(world, ivo).await, ["staff confirmed"]);
    let row = offerings::find(world.desk.store.reader(), world.offering("workshop-1").await).await.unwrap();
    assert_eq!(row.unwrap().taken, 1);
});

on_both!(an_address_or_a_name_we_know_is_shown_and_enrolled_only_when_somebody_says_so, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let ada = world.person(ADA).await;
    let admin = world.admin().await;
    let known = by_phone(world, &admin, "Carla", "workshop-2", &[("email", ADA)]).await;
    assert_eq!(known.status, 422);
    known.says("C’è già qualcuno con questo indirizzo");
    known.says("È questa persona: iscrivi Ada Prova");
    assert_eq!(states(world, ada).await, ["form confirmed"], "nothing was done silently");
    let first = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let again = by_phone(world, &admin, "UGO", "workshop-1", &[]).await;
    assert_eq!(again.status, 422);
    again.says("C’è già qualcuno con questo nome");
    let namesake = [("altra", "si"), ("telefono", "02 7654321")];
    let other = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &namesake).await);
    assert_ne!(first, other);
    let second = world.offering("workshop-2").await.to_string();
    let path = format!("/gestione/persone/{ada}/iscrivi");
    assert_eq!(admin.get(&path).await.status, 200);
    assert_eq!(admin.get(&format!("/en{path}")).await.status, 200);
    assert_eq!(admin.post(&path, &[("offerta", second.as_str())]).await.status, 303);
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    world.settle().await;
    assert_eq!(world.mails_to(ADA).last().unwrap().kind(), "place-confirmed");
});

on_both!(what_is_wrong_with_a_form_stands_at_its_field_and_nothing_is_stored, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(admin.get("/en/gestione/persone/nuova").await.status, 200);
    for (more, sentence) in [
        (("telefono", ""), "Scrivi un recapito"),
        (("privacy", ""), "Spunta la casella dell’informativa"),
        (("nome", ""), "Scrivi il nome"),
        (("email", "senza-chiocciola"), "manca la chiocciola"),
        (("esigenze", "un posto davanti"), "Spunta il consenso"),
        (("offerta", "99999"), "Scegli di nuovo"),
        (("offerta", ""), "Scegli almeno una cosa"),
    ] {
        let answer = by_phone(world, &admin, "Ugo", "workshop-1", &[more]).await;
        assert_eq!(answer.status, 422, "{more:?}");
        answer.says(sentence);
        answer.says("Iscrivi per telefono");
    }
    let undated = by_phone(world, &admin, "Ugo", "workshop-4", &[]).await;
    assert_eq!(undated.status, 422);
    undated.says("serve un’email");
    let found = people::search(world.desk.store.reader(), "senzamail", 5).await.unwrap();
    assert_eq!(found.len(), 0, "{found:?}");
    let told = by_phone(world, &admin, "Ugo", "workshop-4", &[("email", "ugo@posta.example")]).await;
    assert_eq!(told.status, 303, "{}", told.text());
    let open = percorso::store::date_requests::open_of(world.desk.store.reader(), "ugo@posta.example").await;
    assert_eq!(open.unwrap(), [world.offering("workshop-4").await]);
});

on_both!(the_notice_that_was_told_and_the_needs_are_kept_with_their_consents, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let needs = [("esigenze", "un posto davanti"), ("consenso_esigenze", "si")];
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &needs).await);
    let reader = world.desk.store.reader();
    let sql =
        format!("SELECT kind || ' ' || source AS said FROM consents WHERE person_id = {ugo} ORDER BY id");
    let rows =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    let said: Vec<String> = rows.iter().map(|row| row.try_get("", "said").unwrap()).collect();
    assert_eq!(said, ["privacy phone", "needs phone"]);
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(crate::harness::TRAINER).await;
    trainer.get(&format!("/aula/{session}")).await.says("un posto davanti");
});

on_both!(of_two_changes_nobody_was_told_of_one_is_said_and_of_one_undone_none, |world| {
    let hours = Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() };
    world.programme(|file| file.offerings[0].sessions[0].hours = Some(hours)).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let told = calls::open_of(world.desk.store.reader(), ugo).await.unwrap().remove(0).task_id;
    assert_eq!(admin.post(&format!("/gestione/telefonate/{told}/fatto"), &[]).await.status, 303);
    let to = |date: &str| timed(date, "09:30:00", "17:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, to("2014-09-25")).await]).await;
    change(world, vec![moved(world, "workshop-1", 1, to("2014-09-26")).await]).await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    let page = admin.get("/gestione/telefonate").await;
    assert!(!page.text().contains("26 settembre"), "a change waits for another one");
    world.wait(chrono::TimeDelta::minutes(11)).await;
    let page = world.admin().await.get("/gestione/telefonate").await;
    page.says("mercoledì 24 settembre");
    page.says("venerdì 26 settembre");
    assert!(!page.text().contains("25 settembre"), "{}", page.text());
    change(world, vec![moved(world, "workshop-1", 1, to("2014-09-24")).await]).await;
    assert_eq!(to_say(world, ugo).await, Vec::<String>::new());
});
