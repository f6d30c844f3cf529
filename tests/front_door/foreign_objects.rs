//! Somebody else's object, with the whole form its page sends: a participant and the trainer of other sessions are turned
//! away and not a row is written; the same form of somebody who may does it.

use chrono::TimeDelta;
use percorso::domain::edition::CourseAdmission;
use percorso::store::{attendance, disputes};
use sea_orm::{ConnectionTrait as _, Statement};

use crate::corrections::open_tasks;
use crate::finished_course::{PAGE, certificate, finished, publish, rename};
use crate::forgetting::everything;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, TRAINER, World};
use crate::on_both;
use crate::who_may::another_trainer;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";

/// Everything that is stored.
async fn stored(world: &World) -> Vec<(String, String)> {
    let mut all = everything(world).await;
    all.sort();
    all
}

/// The two to whom nothing of it belongs.
struct Others<'w>([(&'static str, Browser<'w>); 2]);

impl<'w> Others<'w> {
    /// Bea, and the trainer of other sessions, with their forms' tokens at hand.
    async fn here(world: &'w World) -> Self {
        let both = [("participant", world.signed_in(BEA).await), ("trainer", world.signed_in(TRAINER).await)];
        for (who, browser) in &both {
            assert_eq!(browser.get("/mio-percorso").await.status, 200, "{who}");
        }
        Self(both)
    }

    /// They send a form in vain; whoever may sends it with success.
    async fn in_vain(&self, world: &World, may: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
        let before = stored(world).await;
        for (who, browser) in &self.0 {
            let status = browser.post(path, fields).await.status;
            assert!(status == 403 || status == 404, "{path} as {who}: {status}");
        }
        assert_eq!(stored(world).await, before, "{path}: nothing is written");
        let done = may.post(path, fields).await;
        assert_eq!(done.status, 303, "{path}: {}", done.text());
        assert_ne!(stored(world).await, before, "{path}: the form is one that does something");
        done
    }
}

/// The newest mark of somebody at a session, as the form of a correction knows it.
async fn version(world: &World, email: &str, session: i64) -> String {
    let all = attendance::marks_of(world.desk.store.reader(), world.person(email).await).await.unwrap();
    let last = all.into_iter().rev().find(|mark| mark.session_id == session);
    last.expect("a mark").id.to_string()
}

on_both!(the_register_of_somebody_elses_session_with_real_forms, |world| {
    world.programme(|_| {}).await;
    for (given, email) in [("Ada", ADA), ("Dina", DINA)] {
        world.sign_up(given, email, &[FIRST]).await;
    }
    for (given, email) in [("Bea", BEA), ("Ciro", CIRO)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    let session = world.session("workshop-1", 1).await;
    another_trainer(world, session).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    let (others, admin) = (Others::here(world).await, world.admin().await);
    let room = format!("/aula/{session}");
    let ada = format!("presenza-{}", world.person(ADA).await);
    others.in_vain(world, &admin, &room, &[(&ada, "A")]).await;
    let ciro = world.person(CIRO).await.to_string();
    others.in_vain(world, &admin, &format!("{room}/aggiungi"), &[("persona", &ciro)]).await;
    others.in_vain(world, &admin, &format!("{room}/chiudi"), &[]).await;
    others.in_vain(world, &admin, &format!("{room}/annulla-chiusura"), &[]).await;
    others.in_vain(world, &admin, &format!("{room}/chiudi"), &[]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let own = world.signed_in(ADA).await;
    let was_there = format!("/mio-percorso/incontri/{session}/segnala");
    others.in_vain(world, &own, &was_there, &[("parole", "Ero in aula.")]).await;
    let said = disputes::of_person(world.desk.store.reader(), world.person(ADA).await).await.unwrap();
    let answer = format!("/gestione/contestazioni/{}", said[0].id);
    others.in_vain(world, &admin, &answer, &[("motivo", "La firma manca.")]).await;
    let seen = version(world, ADA, session).await;
    let correction =
        [("valore", "P"), ("motivo", "La firma c’è."), ("versione", seen.as_str()), ("azione", "salva")];
    let mark = format!("/gestione/presenze/{session}/{}", world.person(ADA).await);
    others.in_vain(world, &admin, &mark, &correction).await;
    let task = open_tasks(world).await.into_iter().find(|task| task.kind == "unmarked").expect("Dina’s");
    let settle = format!("/gestione/da-fare/{}", task.id);
    others.in_vain(world, &admin, &settle, &[("motivo", "Non c’era, lo dice lei.")]).await;
});

on_both!(somebody_elses_page_in_the_office_with_real_forms, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let (others, admin) = (Others::here(world).await, world.admin().await);
    let (person, edition) = (world.person(ADA).await, world.edition().await.to_string());
    let of = |rest: &str| format!("/gestione/persone/{person}/{rest}");
    others.in_vain(world, &admin, &of("note"), &[("nota", "Chiamare dopo le 18.")]).await;
    let reader = world.desk.store.reader();
    let newest = Statement::from_string(reader.get_database_backend(), "SELECT MAX(id) FROM person_notes");
    let note: i64 = reader.query_one_raw(newest).await.unwrap().unwrap().try_get_by_index(0).unwrap();
    let card = person.to_string();
    others.in_vain(world, &admin, &format!("/gestione/note/{note}/togli"), &[("scheda", &card)]).await;
    let name = [
        ("visto_nome", "Ada"),
        ("visto_cognome", "Prova"),
        ("nome", "Ada"),
        ("cognome", "Provetti"),
        ("motivo", "scritto male"),
    ];
    others.in_vain(world, &admin, &of("nome"), &name).await;
    let address = [("visto_email", ADA), ("email", "ada.nuova@posta.example")];
    others.in_vain(world, &admin, &of("indirizzo"), &address).await;
    let waiver = [("edizione", edition.as_str()), ("motivo", "lo ha frequentato altrove")];
    others.in_vain(world, &admin, &of("deroga"), &waiver).await;
    let third = world.offering("workshop-3").await.to_string();
    others.in_vain(world, &admin, &of("iscrivi"), &[("offerta", &third)]).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    let own = |what: &str| format!("/mio-percorso/{enrolment}/{what}");
    others.in_vain(world, &ada, &own("cambia"), &[("workshop", SECOND)]).await;
    let swapped = world.enrolment(ADA, "workshop-2").await;
    others.in_vain(world, &ada, &format!("/mio-percorso/{swapped}/disdici"), &[]).await;
    let last = world.enrolment(ADA, "workshop-3").await;
    let ends = [("motivo", "ha telefonato")];
    others.in_vain(world, &admin, &format!("/gestione/iscrizioni/{last}/annulla"), &ends).await;
    others.in_vain(world, &admin, &of("cancella"), &[("conferma", "Provetti")]).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
});

on_both!(somebody_elses_application_with_real_forms, |world| {
    world.programme(|file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    let mut applied = Vec::new();
    for (given, email) in [("Ada", ADA), ("Ciro", CIRO), ("Dina", DINA)] {
        let browser = world.sign_up(given, email, &[FIRST, SECOND]).await;
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
        applied.push(world.enrolment(email, "corso").await);
    }
    let (others, admin) = (Others::here(world).await, world.admin().await);
    for (id, what) in applied.iter().zip(["accetta", "attesa", "rifiuta"]) {
        let path = format!("/gestione/domande/{id}/{what}");
        others.in_vain(world, &admin, &path, &[("motivo", "I posti sono pochi.")]).await;
    }
    let mut states = Vec::new();
    for email in [ADA, CIRO, DINA] {
        states.extend(world.states(email, "corso").await);
    }
    assert_eq!(states, ["provisional", "waitlisted", "cancelled(by_staff)"]);
});

on_both!(somebody_elses_certificate_with_real_forms, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    let (others, admin) = (Others::here(world).await, world.admin().await);
    let (edition, person) = (world.edition().await.to_string(), world.person(ADA).await.to_string());
    let one = [("edizione", edition.as_str()), ("persona", person.as_str())];
    others.in_vain(world, &admin, &format!("{PAGE}/pubblica"), &one).await;
    let first = publish(world, ADA).await;
    rename(world, ADA, "Ada", "Provetti").await;
    others.in_vain(world, &admin, &format!("{PAGE}/{}/riemetti", first.id), &[]).await;
    let again = certificate(world, ADA).await.expect("the new one");
    assert_ne!(again.id, first.id);
    let why = [("motivo", "emesso per errore")];
    others.in_vain(world, &admin, &format!("{PAGE}/{}/revoca", again.id), &why).await;
    assert_eq!(certificate(world, ADA).await, None);
    others.in_vain(world, &admin, &format!("{PAGE}/tutti"), &one[..1]).await;
});
