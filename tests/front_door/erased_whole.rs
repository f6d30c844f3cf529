//! Somebody is erased in the middle of everything at once: calls to be made, an offer that is open, a dispute nobody looked
//! at, an application that waits, a sign-up nobody confirmed. Nothing of them remains, and the others move on.

use chrono::TimeDelta;
use percorso::domain::edition::CourseAdmission;
use percorso::store::{calls, enrolments, offerings, outbox, tasks};

use crate::erasing::where_is;
use crate::feeds::{feed_of, fetch};
use crate::harness::changing::{ADA, BEA, SECOND};
use crate::harness::{World, form};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const ZEFFIRINO: &str = "zeffirino@posta.example";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";
const WORDS: [&str; 5] = ["zeffirino", "quattrosoldi", "7654321", "ero in fondo", "ha già esperienza"];

/// What leads to him from outside: the links of his letters, and his calendar.
struct Ways {
    links: Vec<String>,
    feed: String,
}

/// He comes by phone, waits for the only place of the second workshop with Ciro behind him, and applies for the course by a
/// waiver; of all this nobody has called him. Then he has an address.
async fn by_phone_alone(world: &World) -> i64 {
    world
        .programme(|file| {
            file.edition.rule.course_admission = CourseAdmission::ByDecision;
            for few in &mut file.offerings[1..3] {
                few.capacity = Some(1);
            }
        })
        .await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    let admin = world.admin().await;
    let names = [("cognome", "Quattrosoldi"), ("telefono", "02 7654321")];
    let person = person_of(&by_phone(world, &admin, "Zeffirino", "workshop-1", &names).await);
    let of = |rest: &str| format!("/gestione/persone/{person}/{rest}");
    let edition = world.edition().await.to_string();
    let waiver = [("edizione", edition.as_str()), ("motivo", "ha già esperienza")];
    assert_eq!(admin.post(&of("deroga"), &waiver).await.status, 303);
    for key in ["workshop-2", "corso"] {
        let offering = world.offering(key).await.to_string();
        let sent = admin.post(&of("iscrivi"), &[("offerta", offering.as_str())]).await;
        assert_eq!(sent.status, 303, "{key}: {}", sent.text());
    }
    world.sign_up("Ciro", CIRO, &[SECOND]).await;
    assert!(to_say(world, person).await.len() > 1, "{:?}", to_say(world, person).await);
    let address = [("visto_email", ""), ("email", ZEFFIRINO)];
    assert_eq!(admin.post(&of("indirizzo"), &address).await.status, 303);
    world.settle().await;
    let confirm = world.mails_to(ZEFFIRINO).pop().unwrap().link("/indirizzo/");
    assert_eq!(world.browser().post(&confirm, &[]).await.status, 303);
    world.settle().await;
    person
}

/// He is not marked as present at the first workshop and says that he was there; a form of his for the third one, where Dina
/// waits behind him, waits for its confirmation; the place that Ada gives back is held for him.
async fn in_the_middle(world: &World) -> (i64, Ways) {
    let person = by_phone_alone(world).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ZEFFIRINO, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let own = world.signed_in(ZEFFIRINO).await;
    let session = world.session("workshop-1", 1).await;
    let dispute = format!("/mio-percorso/incontri/{session}/segnala");
    assert_eq!(own.post(&dispute, &[("parole", "Ero in fondo alla sala.")]).await.status, 303);
    let feed = feed_of(&own).await;
    let sent = world
        .browser()
        .post(&format!("/workshop/{THIRD}/iscrizione"), &form("Zeffirino", ZEFFIRINO, &[]))
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    let confirm = world.mails_to(ZEFFIRINO).pop().unwrap().link("/conferma/");
    world.sign_up("Dina", DINA, &[THIRD]).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(world.signed_in(ADA).await.post(&leave, &[]).await.status, 303);
    world.settle().await;
    let offer = world.mails_to(ZEFFIRINO).into_iter().rfind(|mail| mail.kind() == "place-offered").unwrap();
    (person, Ways { links: vec![confirm, offer.link("/offerta/")], feed })
}

/// How each of his enrolments stands, oldest first.
async fn states(world: &World, person: i64) -> Vec<String> {
    let all = enrolments::of_person(world.desk.store.reader(), person).await.unwrap();
    all.into_iter().map(|one| one.cancel_reason.unwrap_or(one.state)).collect()
}

/// How many wait before Dina for the third workshop.
async fn before_dina(world: &World) -> u32 {
    let reader = world.desk.store.reader();
    let id = world.enrolment(DINA, "workshop-3").await;
    let dina = enrolments::find(reader, id).await.unwrap().unwrap();
    enrolments::waiting_ahead(reader, dina.offering_id, dina.position).await.unwrap()
}

on_both!(of_somebody_erased_in_the_middle_of_everything_nothing_remains_and_the_others_move_on, |world| {
    let (person, ways) = in_the_middle(world).await;
    let reader = world.desk.store.reader();
    assert_eq!(states(world, person).await, ["confirmed", "offered", "applied", "pending_wait"]);
    assert!(!to_say(world, person).await.is_empty(), "calls that were to be made before he had an address");
    assert_eq!(before_dina(world).await, 1);
    assert_eq!(fetch(world, &ways.feed).await.status, 200);
    for link in &ways.links {
        assert_eq!(world.browser().get(link).await.status, 200, "{link}");
    }
    for word in WORDS {
        assert!(!where_is(world, word).await.is_empty(), "«{word}» was stored");
    }
    let before = world.mails_to(ZEFFIRINO).len();
    let admin = world.admin().await;
    let erase = format!("/gestione/persone/{person}/cancella");
    assert_eq!(admin.get(&erase).await.status, 200);
    assert_eq!(admin.post(&erase, &[("conferma", "quattrosoldi")]).await.status, 303);
    world.settle().await;

    for word in WORDS {
        assert_eq!(where_is(world, word).await, Vec::<String>::new(), "{word}");
    }
    assert_eq!(states(world, person).await, ["confirmed", "erased", "erased", "erased"]);
    assert_eq!(calls::open_of(reader, person).await.unwrap().len(), 0);
    assert_eq!(outbox::of_person(reader, person).await.unwrap().len(), 0);
    let open = tasks::open_of(reader, world.edition().await).await.unwrap();
    assert_eq!(open.iter().filter(|task| task.person_id == Some(person)).count(), 0, "{open:?}");
    let last: Vec<String> =
        world.mails_to(ZEFFIRINO).split_off(before).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(last, ["data-erased"]);
    for (page, says) in [
        ("/gestione/telefonate", "Nessuna telefonata da fare"),
        ("/gestione/contestazioni", "Nessuna segnalazione aperta"),
        ("/gestione/domande", "Nessuna domanda"),
    ] {
        admin.get(page).await.says(says);
    }
    assert_eq!(admin.get(&format!("/gestione/persone/{person}")).await.status, 404);
    let gone = |status: u16| matches!(status, 404 | 410);
    assert!(gone(fetch(world, &ways.feed).await.status), "his calendar");
    for link in &ways.links {
        let (seen, used) = (world.browser().get(link).await, world.browser().post(link, &[]).await);
        assert!(gone(seen.status) && gone(used.status), "{link}: {} {}", seen.status, used.status);
    }
    assert_eq!(world.states(CIRO, "workshop-2").await, ["offered"], "he was next");
    assert_eq!(before_dina(world).await, 0);
    let second = world.offering("workshop-2").await;
    assert_eq!(offerings::find(reader, second).await.unwrap().unwrap().taken, 1, "held for Ciro alone");
    world.wait(TimeDelta::days(3)).await;
    assert_eq!(world.mails_to(ZEFFIRINO).len(), before + 1, "nobody writes to him again");
    assert_eq!(states(world, person).await, ["confirmed", "erased", "erased", "erased"]);
});
