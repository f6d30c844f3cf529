//! Forms that are sent twice, or that were filled in on what is not so any more; and places nobody could have, which are
//! nothing to be done.

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::waiting_list::Offers;
use percorso::store::{attendance, enrolments, offerings, people, programme};

use crate::day_lines::{leads, to};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, set_places, timed};
use crate::harness::{TRAINER, World, form};
use crate::office_changes::hidden;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const CIRO: &str = "ciro@posta.example";
const PIA: &str = "pia@posta.example";
const NEW: &str = "/gestione/persone/nuova";

/// Places taken in a workshop, and how many of them are extra ones.
async fn seats(world: &World, key: &str) -> (i64, i64) {
    let id = world.offering(key).await;
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    (row.taken, row.extra)
}

/// How many people there are of a name, surname first.
async fn named(world: &World, name: &str) -> usize {
    people::search(world.desk.store.reader(), name, 20).await.unwrap().len()
}

/// The form of Ciro, who stands in the room and has no address.
fn ciro<'a>(phone: &'a str, reason: &'a str) -> [(&'a str, &'a str); 5] {
    [("nome", "Ciro"), ("cognome", "Prova"), ("telefono", phone), ("privacy", "si"), ("motivo", reason)]
}

on_both!(a_walk_in_sent_twice_is_one_person_in_one_place, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    let session = world.session("workshop-1", 1).await;
    let (path, trainer) = (format!("/aula/{session}/aggiungi"), world.signed_in(TRAINER).await);
    for _ in 0..2 {
        let added = trainer.post(&path, &ciro("02 1234567", "")).await;
        assert_eq!(added.location, Some(format!("/aula/{session}?fatto=added")), "{}", added.text());
    }
    assert_eq!(named(world, "prova ciro").await, 1, "sent twice is one person");
    assert_eq!(seats(world, "workshop-1").await, (1, 0));
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    assert_eq!(marks.len(), 1);
    assert_eq!(trainer.post(&path, &ciro("02 7654321", "")).await.status, 303);
    assert_eq!(named(world, "prova ciro").await, 2, "another phone is another Ciro");
    assert_eq!(seats(world, "workshop-1").await, (2, 0));
});

on_both!(an_extra_place_in_the_room_sent_twice_is_one_extra_place, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    let path = format!("/aula/{}/aggiungi", world.session("workshop-1", 1).await);
    let trainer = world.signed_in(TRAINER).await;
    for _ in 0..2 {
        let added = trainer.post(&path, &ciro("02 1234567", "C’è ancora una sedia")).await;
        assert_eq!(added.status, 303, "{}", added.text());
    }
    assert_eq!((named(world, "prova ciro").await, seats(world, "workshop-1").await), (1, (2, 1)));
});

/// Ada has a place in the first workshop, Bea and Ciro wait, and two places more are for a person to give. Gives back the
/// page of the workshop as the office sees it then.
async fn two_places_to_give(world: &World) -> (String, Answer) {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", CIRO)] {
        world.sign_up(given, email, &[FIRST]).await;
    }
    let offering = world.offering("workshop-1").await;
    set_places(world, offering, Some(3), Offers::ByPerson).await;
    let path = format!("/gestione/offerte/{offering}");
    let page = world.admin().await.get(&path).await;
    (path, page)
}

/// Sends the form of a page that offers a place.
async fn offers(world: &World, path: &str, page: &Answer) -> Answer {
    let fields = hidden(page, &format!("{path}/offri"));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    world.admin().await.post(&format!("{path}/offri"), &fields).await
}

on_both!(one_decision_to_offer_a_place_sent_twice_offers_one, |world| {
    let (path, page) = two_places_to_give(world).await;
    let first = offers(world, &path, &page).await;
    assert_eq!(first.location, Some(format!("{path}?fatto=offered")), "{}", first.text());
    let second = offers(world, &path, &page).await;
    assert_eq!(world.states(BEA, "workshop-1").await, ["offered"]);
    assert_eq!(world.states(CIRO, "workshop-1").await, ["waitlisted"], "nobody decided about Ciro");
    assert_eq!(second.location, Some(format!("{path}?fatto=offered-already")), "{}", second.text());
    let page = world.admin().await.get(&format!("{path}?fatto=offered-already")).await;
    page.says("Il posto era già offerto a questa persona");
    page.says("Offri il posto al primo: Prova Ciro");
    world.settle().await;
    let told = world.mails_to(BEA).iter().filter(|mail| mail.kind() == "place-offered").count();
    assert_eq!(told, 1);
    let own = world.enrolment(BEA, "workshop-1").await;
    let again = world.admin().await.post(&format!("/gestione/iscrizioni/{own}/posto"), &[]).await;
    assert_eq!(again.status, 303, "the same from her own page: {}", again.text());
    assert_eq!(world.states(CIRO, "workshop-1").await, ["waitlisted"]);
});

on_both!(a_place_that_was_meant_for_somebody_who_left_the_line_goes_to_nobody_else, |world| {
    let (path, page) = two_places_to_give(world).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(BEA, "workshop-1").await);
    assert_eq!(world.signed_in(BEA).await.post(&leave, &[]).await.status, 303);
    let sent = offers(world, &path, &page).await;
    assert_eq!(world.states(CIRO, "workshop-1").await, ["waitlisted"], "nobody decided about Ciro");
    assert_eq!(sent.status, 422);
    sent.says("Nel frattempo qualcosa è cambiato");
});

/// What the form of a page says of the places it showed.
fn seen(page: &Answer) -> Vec<String> {
    let fields = hidden(page, &format!("action=\"{NEW}\""));
    fields.into_iter().filter(|(name, _)| name == "libero").map(|(_, value)| value).collect()
}

/// The same, with a surname, as what is sent besides.
fn with<'a>(family: &'a str, seen: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let free = seen.iter().map(|id| ("libero", id.as_str()));
    std::iter::once(("cognome", family)).chain(free).collect()
}

on_both!(whoever_loses_the_last_place_on_the_phone_is_asked_about_the_line_first, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let admin = world.admin().await;
    let page = admin.get(NEW).await;
    page.says("1 posto libero");
    let two_tabs = seen(&page);
    let won = by_phone(world, &admin, "Ugo", "workshop-1", &with("Bianchi", &two_tabs)).await;
    let ugo = person_of(&won);
    assert_eq!(won.location, Some(format!("/gestione/persone/{ugo}?fatto=signed-up")));
    let asked = by_phone(world, &admin, "Ivo", "workshop-1", &with("Neri", &two_tabs)).await;
    assert_eq!(asked.status, 422, "{}", asked.text());
    asked.says("Il promotore dell’Ama: l’ultimo posto è andato via mentre scrivevi.");
    asked.says("Al completo: lista d’attesa");
    assert!(asked.body.contains("value=\"Ivo\""), "what was typed stays: {}", asked.body);
    assert_eq!(named(world, "neri ivo").await, 0, "nothing was stored");
    let waits = by_phone(world, &admin, "Ivo", "workshop-1", &with("Neri", &seen(&asked))).await;
    let ivo = person_of(&waits);
    let own = enrolments::of_person(world.desk.store.reader(), ivo).await.unwrap();
    assert_eq!(own.iter().map(|e| e.state.as_str()).collect::<Vec<_>>(), ["waitlisted"]);
    let done = format!("/gestione/persone/{ivo}?fatto=signed-up-waits");
    assert_eq!(waits.location.as_deref(), Some(done.as_str()));
    admin.get(&done).await.says("Iscrizione registrata, in lista d’attesa");
    assert_eq!(admin.get(&format!("/en{done}")).await.status, 200);
});

on_both!(a_free_place_that_nobody_of_the_line_can_have_is_nothing_to_be_done, |world| {
    world.programme(|file| file.offerings[5].capacity = Some(1)).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    for browser in [&ada, &bea] {
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
    }
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(BEA, "workshop-2").await);
    assert_eq!(bea.post(&leave, &[]).await.status, 303);
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "corso").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.settle().await;
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let page = world.admin().await.get(&course).await;
    page.says("Un posto adesso non può averlo nessuno di chi aspetta");
    assert_eq!(leads(world, "posto da dare.").await, None);
    assert_eq!(bea.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    assert_eq!(leads(world, "posto da dare.").await, to(&format!("{course}#attesa")), "now Bea could");
});

/// Until when a place is held for Pia.
async fn held(world: &World) -> Option<DateTime<Utc>> {
    let own = enrolments::of_person(world.desk.store.reader(), world.person(PIA).await).await.unwrap();
    own[0].hold_until
}

on_both!(a_place_that_is_held_for_an_address_nobody_confirmed_is_held_no_longer_than_the_begin, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let sent = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &form("Pia", PIA, &[])).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(PIA, "workshop-1").await, ["pending_place"]);
    let promised = held(world).await;
    let on_the = |date: &str| timed(date, "12:00:00", "17:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, on_the("2014-09-25")).await]).await;
    assert_eq!(held(world).await, promised, "a later begin changes nothing");
    change(world, vec![moved(world, "workshop-1", 1, on_the("2014-09-15")).await]).await;
    let begin: DateTime<Utc> = "2014-09-15T10:00:00Z".parse().unwrap();
    assert_eq!(held(world).await, Some(begin), "to the new begin");
    world.go_to("2014-09-15T10:30:00Z").await;
    assert_eq!(world.states(PIA, "workshop-1").await, ["cancelled(unconfirmed)"]);
    assert_eq!(seats(world, "workshop-1").await, (0, 0));
});

on_both!(a_workshop_added_twice_is_refused_by_its_title, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2014/aggiungi";
    let form = |title: &'static str| [("tipo", "workshop"), ("titolo", title), ("indirizzo", "")];
    let reader = world.desk.store.reader();
    assert_eq!(admin.post(path, &form("Ascolto attivo")).await.status, 303);
    let all = programme::current(reader).await.unwrap().unwrap().offerings.len();
    for title in ["Ascolto attivo", "ASCOLTO ATTIVO!", "Il promotore dell’Ama"] {
        let again = admin.post(path, &form(title)).await;
        assert_eq!(again.status, 422, "{title}");
        again.says("Scegli un altro titolo: in questa edizione c’è già");
        assert!(again.body.contains(&format!("value=\"{title}\"")), "what was typed stays: {}", again.body);
        assert_eq!(admin.post(&format!("/en{path}"), &form(title)).await.status, 422);
    }
    assert_eq!(programme::current(reader).await.unwrap().unwrap().offerings.len(), all);
});

on_both!(a_call_that_is_over_has_its_name_on_the_page_of_the_person_too, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    // Until the jobs come by, the pages say so.
    world.desk.clock.stand_at("2014-09-25T08:00:00Z".parse().unwrap());
    let mut names = Vec::new();
    for path in ["/gestione/telefonate".to_owned(), format!("/gestione/persone/{ugo}")] {
        let text = admin.get(&path).await.text();
        let (before, _) = text.split_once("Non serve più").expect("the call");
        names.push(before.rsplit_once("posto confermato").map(|(_, since)| since.trim().to_owned()));
    }
    assert!(names[0].as_deref().is_some_and(|since| since.starts_with("dal ")), "{names:?}");
    assert_eq!(names[1], names[0]);
});
