//! Lists of the office keep what somebody reads: the order that is right now, the page somebody is on, as many as there
//! are people, and of what is done no more than a page holds.

use chrono::TimeDelta;
use percorso::store::disputes::{self, Dispute};
use percorso::store::tasks::{self, Task};

use crate::calls_grouped::people;
use crate::day_lines::leads;
use crate::filled::{filled, some_of_the_course};
use crate::harness::World;
use crate::harness::browser::{Answer, Browser};
use crate::harness::changing::{ADA, FIRST, change, moved, on};
use crate::lists_paged::only_applied;
use crate::nav_counts::counts;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const CALLS: &str = "/gestione/telefonate";

/// What stands between a beginning and the next quote, for each time it is on a page.
fn each(page: &Answer, begins: &str) -> Vec<String> {
    let rests = page.body.split(begins).skip(1);
    rests.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// What the form of a page that is sent to an address carries along unseen, but for the token.
fn carried(page: &Answer, action: &str) -> Vec<(String, String)> {
    let (_, rest) = page.body.split_once(&format!("action=\"{action}\"")).expect(action);
    let form = rest.split("</form>").next().unwrap_or_default();
    let hidden = form.split("<input type=\"hidden\" name=\"").skip(1);
    let field = |input: &str| {
        let (name, rest) = input.split_once("\" value=\"")?;
        (name != "gettone").then(|| (name.to_owned(), rest.split('"').next().unwrap_or_default().to_owned()))
    };
    hidden.filter_map(field).collect()
}

/// Sends a form of a page with what it carries along, and what is typed in it.
pub async fn send(browser: &Browser<'_>, page: &Answer, action: &str, typed: &[(&str, &str)]) -> Answer {
    let hidden = carried(page, action);
    let mut fields: Vec<(&str, &str)> =
        hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend_from_slice(typed);
    browser.post(action, &fields).await
}

on_both!(whose_workshop_was_moved_forward_is_called_first, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    person_of(&by_phone(world, &admin, "Ada", "workshop-3", &[]).await);
    person_of(&by_phone(world, &admin, "Ugo", "workshop-2", &[]).await);
    assert_eq!(people(&admin.get(CALLS).await), ["Ugo Senzamail", "Ada Senzamail"]);
    change(world, vec![moved(world, "workshop-3", 1, on("2014-09-22")).await]).await;
    let page = admin.get(CALLS).await;
    page.says("lunedì 22 settembre");
    assert_eq!(people(&page), ["Ada Senzamail", "Ugo Senzamail"]);
    let paper = admin.get(&format!("{CALLS}?stampa=si")).await;
    assert_eq!(people(&paper), ["Ada Senzamail", "Ugo Senzamail"]);
});

on_both!(calls_are_counted_by_the_people_who_are_to_be_called, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let second = world.offering("workshop-2").await.to_string();
    let path = format!("/gestione/persone/{ugo}/iscrivi");
    assert_eq!(admin.post(&path, &[("offerta", second.as_str())]).await.status, 303);
    let page = admin.get(CALLS).await;
    assert_eq!(page.body.matches("id=\"chiamata-").count(), 2, "two things to say to one person");
    page.says("Telefonate da fare 1");
    assert_eq!(counts(&page), ["Telefonate 1 da fare"]);
    admin.get(&format!("{CALLS}?stampa=si")).await.says("1 telefonata da fare.");
    assert_eq!(leads(world, "telefonata da fare.").await, Some(CALLS.to_owned()));
    person_of(&by_phone(world, &admin, "Ada", "workshop-1", &[]).await);
    let page = admin.get(CALLS).await;
    page.says("Telefonate da fare 2");
    assert_eq!(counts(&page), ["Telefonate 2 da fare"]);
});

on_both!(where_no_workshop_has_a_date_a_call_asks_nobody_to_be_signed_up, |world| {
    world
        .programme(|file| {
            for offering in &mut file.offerings[1..3] {
                offering.sessions[0].date = None;
            }
        })
        .await;
    let admin = world.admin().await;
    person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let page = admin.get(CALLS).await;
    page.says("Per il corso ti serve ancora 1 workshop.");
    page.says("ma la data non c’è ancora.");
    page.says("Adesso non c’è niente da prenotare: risentiamoci quando esce una data.");
    assert!(!page.text().contains("Vuoi che ti"), "{}", page.text());
    let form = admin.get("/gestione/persone/nuova").await;
    form.says("Senza data: avvisiamo per mail quando esce, quindi serve un’email");
});

on_both!(a_call_that_was_made_leads_back_to_the_page_it_stood_on, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    for n in 0..27 {
        person_of(&by_phone(world, &admin, &format!("P{n:02}"), "workshop-1", &[]).await);
    }
    let last = admin.get(&format!("{CALLS}?pagina=2")).await;
    let done = format!("{CALLS}/{}/fatto", each(&last, "id=\"chiamata-")[0]);
    let answer = send(&admin, &last, &done, &[]).await;
    assert_eq!(answer.location, Some(format!("{CALLS}?pagina=2&fatto=called")));
    let last = admin.get(&format!("{CALLS}?pagina=2")).await;
    let again = done.replace("/fatto", "/rimetti");
    let answer = send(&admin, &last, &again, &[]).await;
    assert_eq!(answer.location, Some(format!("{CALLS}?pagina=2&fatto=call-reopened")));
    let first = admin.get(CALLS).await;
    let done = format!("{CALLS}/{}/fatto", each(&first, "id=\"chiamata-")[0]);
    let answer = send(&admin, &first, &done, &[]).await;
    assert_eq!(answer.location, Some(format!("{CALLS}?fatto=called")));
});

/// A doubt about the rule for each of some people, and that each says they were there.
async fn doubts_and_disputes(world: &World, people: &[i64], session_id: i64) {
    let (edition_id, now) = (world.edition().await, world.desk.clock.now());
    let tx = world.desk.store.begin().await.unwrap();
    for person in people {
        let task = Task {
            id: 0,
            kind: "rule-in-doubt".into(),
            edition_id: Some(edition_id),
            person_id: Some(*person),
            session_id: Some(session_id),
            enrolment_id: None,
            key: format!("doubt-of-{person}"),
            created_at: now,
            settled_at: None,
            settled_by: None,
            text_id: None,
        };
        tasks::add(&tx, task).await.unwrap();
        let dispute = Dispute {
            id: 0,
            session_id,
            person_id: *person,
            opened_at: now,
            text_id: None,
            settled_at: None,
            settled_by: None,
            outcome: None,
            answer_text_id: None,
        };
        disputes::add(&tx, dispute).await.unwrap();
    }
    tx.commit().await.unwrap();
}

on_both!(a_task_or_a_dispute_that_was_settled_leads_back_to_the_page_it_stood_on, |world| {
    filled(world, 120).await;
    let (people, session) = some_of_the_course(world, 27).await;
    doubts_and_disputes(world, &people, session).await;
    let admin = world.admin().await;
    for (list, row, done) in [
        ("/gestione/da-fare", "<h2 id=\"cosa-", "task-settled"),
        ("/gestione/contestazioni", "<h2 id=\"segnalazione-", "dispute-declined"),
    ] {
        let last = admin.get(&format!("{list}?pagina=2")).await;
        let action = format!("{list}/{}", each(&last, row)[0]);
        let answer = send(&admin, &last, &action, &[("motivo", "Controllato con chi conduce")]).await;
        assert_eq!(answer.location, Some(format!("{list}?pagina=2&fatto={done}")), "{}", answer.text());
    }
});

on_both!(an_application_is_decided_on_the_page_it_stands_on, |world| {
    filled(world, 80).await;
    only_applied(world).await;
    let admin = world.admin().await;
    let (row, list) = ("id=\"domanda-", "/gestione/domande");
    let last = admin.get(&format!("{list}?pagina=2")).await;
    let ids = each(&last, row);
    let refused = admin.post(&format!("{list}/{}/accetta", ids[0]), &[]).await;
    assert_eq!(refused.status, 422, "the course is over");
    assert_eq!(each(&refused, row), ids);
    assert_eq!(carried(&last, &format!("{list}/{}/attesa", ids[0])), [("pagina".to_owned(), "2".to_owned())]);
    let decline = format!("{list}/{}/rifiuta", ids[0]);
    let answer = send(&admin, &last, &decline, &[("motivo", "Il corso è finito")]).await;
    assert_eq!(answer.location, Some(format!("{list}?pagina=2&fatto=application-declined")));
});

on_both!(of_the_tasks_that_were_settled_the_newest_are_shown_and_the_rest_is_said, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let (person, by) = (world.person(ADA).await, world.person("ufficio@percorso.example").await);
    let (edition_id, now) = (world.edition().await, world.desk.clock.now());
    let tx = world.desk.store.begin().await.unwrap();
    for n in 0..30 {
        let row = Task {
            id: 0,
            kind: "rule-in-doubt".into(),
            edition_id: Some(edition_id),
            person_id: Some(person),
            session_id: None,
            enrolment_id: None,
            key: format!("settled-{n}"),
            created_at: now - TimeDelta::days(2),
            settled_at: Some(now - TimeDelta::hours(n)),
            settled_by: Some(by),
            text_id: None,
        };
        tasks::add(&tx, row).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = admin.get("/gestione/da-fare").await;
    let settled = each(&page, "<li><time datetime=\"");
    assert_eq!(settled.len(), 25);
    assert_eq!(settled[0], now.to_rfc3339(), "the newest first");
    page.says("Qui ci sono le 25 più recenti di 30. Le altre si leggono in Chi ha fatto cosa");
});

on_both!(of_the_calls_that_were_made_the_newest_are_shown_and_the_rest_is_said, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    for n in 0..27 {
        person_of(&by_phone(world, &admin, &format!("P{n:02}"), "workshop-1", &[]).await);
    }
    let paper = admin.get(&format!("{CALLS}?stampa=si")).await;
    for id in each(&paper, "id=\"chiamata-") {
        assert_eq!(admin.post(&format!("{CALLS}/{id}/fatto"), &[]).await.status, 303);
    }
    let page = admin.get(CALLS).await;
    page.says("Nessuna telefonata da fare.");
    assert_eq!(page.body.matches("/rimetti\"").count(), 25);
    page.says("Fatte nelle ultime 24 ore 27");
    page.says("Qui ci sono le 25 più recenti di 27. Le altre si leggono in Chi ha fatto cosa");
});

on_both!(whoever_publishes_down_a_filtered_list_goes_on_with_it, |world| {
    filled(world, 320).await;
    let admin = world.admin().await;
    let list = "/gestione/attestati?edizione=autunno-2014&stato=ready&pagina=2";
    let page = admin.get(list).await;
    let way = format!("href=\"{}&amp;uno=", list.replace('&', "&amp;"));
    let person = each(&page, &way).remove(0);
    let question = admin.get(&format!("{list}&uno={person}")).await;
    let answer = send(&admin, &question, "/gestione/attestati/pubblica", &[]).await;
    assert_eq!(answer.location, Some(format!("{list}&fatto=certificate-published")));
});
