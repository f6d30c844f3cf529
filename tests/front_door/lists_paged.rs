//! Lists of the office that grow with the seasons are read a page at a time; on paper they are whole. A page beyond the last
//! one is the last one, what is no page is the first, and what has to be mended is on the page that is shown.

use percorso::store::audit::{self, AuditRow};
use percorso::store::disputes::{self, Dispute};
use percorso::store::tasks::{self, Task};
use sea_orm::ConnectionTrait as _;

use crate::filled::{earned, filled, some_of_the_course};
use crate::harness::World;
use crate::harness::browser::{Answer, Browser};
use crate::harness::changing::{ADA, FIRST};
use crate::on_both;
use crate::phone_sign_ups::by_phone;

/// What stands between a beginning and the next quote or bracket, for each time it is on a page.
fn each<'a>(page: &'a Answer, begins: &str) -> Vec<&'a str> {
    page.body.split(begins).skip(1).map(|rest| rest.split(['"', '<']).next().unwrap()).collect()
}

/// Reads a list to its end, asks for what is beyond it and for what is no page; gives back the first page and the last.
async fn read(
    admin: &Browser<'_>,
    path: &str,
    begins: &str,
    (first, rest): (usize, usize),
) -> (Answer, Answer) {
    let page = admin.get(path).await;
    assert_eq!(each(&page, begins).len(), first, "{path}");
    let join = if path.contains('?') { "&" } else { "?" };
    let numbered = |page: &str| format!("{path}{join}pagina={page}");
    let second = numbered("2").replace('&', "&amp;");
    assert!(page.body.contains(&format!("rel=\"next\" href=\"{second}")), "{}", page.body);
    page.says(&format!("1–{first} di {}", first + rest));
    let last = admin.get(&numbered("2")).await;
    assert_eq!(each(&last, begins).len(), rest, "{path}");
    assert!(last.body.contains(&format!("rel=\"prev\" href=\"{path}")), "{}", last.body);
    assert!(!last.body.contains("rel=\"next\""), "{}", last.body);
    for beyond in ["3", "99999"] {
        assert_eq!(each(&admin.get(&numbered(beyond)).await, begins), each(&last, begins), "{path} {beyond}");
    }
    for rubbish in ["", "0", "-1", "due", "99999999999999999999999"] {
        assert_eq!(
            each(&admin.get(&numbered(rubbish)).await, begins),
            each(&page, begins),
            "{path} {rubbish}"
        );
    }
    let english = admin.get(&format!("/en{}", numbered("2"))).await;
    assert_eq!(each(&english, begins).len(), rest, "{path} in English");
    (page, last)
}

on_both!(editions_are_listed_twenty_at_a_time_the_newest_first_each_with_its_places, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    for n in 0..21 {
        let title = format!("Bozza {n:02}");
        let copied = if n == 0 { "autunno-2014" } else { "" };
        let form = [("titolo_it", title.as_str()), ("da", copied)];
        assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303, "{title}");
    }
    let row = "<tr><th scope=\"row\"><a href=\"";
    let (first, last) = read(&admin, "/gestione/edizioni", row, (20, 2)).await;
    assert_eq!(each(&first, row).first(), Some(&"/gestione/edizioni/bozza-20"));
    assert_eq!(each(&last, row), ["/gestione/edizioni/bozza-00", "/gestione/edizioni/autunno-2014"]);
    for page in [&first, &last] {
        page.says("Tutte le edizioni 22");
        page.says("Copia da «Autunno 2014» senza date");
    }
    let taken = |key: &str| format!("<a href=\"/gestione?edizione={key}\">");
    assert_eq!(each(&last, &taken("autunno-2014")), ["1"], "places that are taken");
    assert_eq!(each(&last, &taken("bozza-00")), ["0"]);
    assert_eq!(last.body.matches("<small>e 6 bozze</small>").count(), 1, "{}", last.body);
    last.says("È quella della prima pagina");
});

on_both!(calls_are_listed_a_page_at_a_time_and_printed_whole, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    for n in 0..27 {
        let answer = by_phone(world, &admin, &format!("P{n:02}"), "workshop-1", &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    let call = "<h3 id=\"chiamata-";
    let (first, last) = read(&admin, "/gestione/telefonate", call, (25, 2)).await;
    for page in [&first, &last] {
        page.says("Telefonate da fare 27");
    }
    let paper = admin.get("/gestione/telefonate?stampa=si&pagina=2").await;
    assert_eq!(each(&paper, call).len(), 27);
    let done = format!("/gestione/telefonate/{}/fatto", each(&last, call)[0]);
    assert_eq!(admin.post(&done, &[]).await.status, 303);
    admin.get("/gestione/telefonate").await.says("1–25 di 26");
});

on_both!(disputes_are_listed_a_page_at_a_time_and_an_answer_without_a_reason_stays_in_sight, |world| {
    filled(world, 120).await;
    let (people, session_id) = some_of_the_course(world, 27).await;
    let opened_at = world.desk.clock.now();
    let tx = world.desk.store.begin().await.unwrap();
    for person_id in people {
        let row = Dispute {
            id: 0,
            session_id,
            person_id,
            opened_at,
            text_id: None,
            settled_at: None,
            settled_by: None,
            outcome: None,
            answer_text_id: None,
        };
        disputes::add(&tx, row).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (admin, row) = (world.admin().await, "<h2 id=\"segnalazione-");
    let (_, last) = read(&admin, "/gestione/contestazioni", row, (25, 2)).await;
    let id = each(&last, row)[1];
    let refused = admin.post(&format!("/gestione/contestazioni/{id}"), &[("motivo", " ")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(each(&refused, row), each(&last, row));
    assert!(refused.body.contains(&format!("id=\"motivo-{id}-e\"")), "{}", refused.body);
    admin.get("/gestione/da-fare").await.says("27 persone");
});

on_both!(things_to_do_are_listed_a_page_at_a_time_and_a_reason_that_is_missing_stays_in_sight, |world| {
    filled(world, 120).await;
    let (people, session_id) = some_of_the_course(world, 27).await;
    let (edition_id, created_at) = (world.edition().await, world.desk.clock.now());
    let tx = world.desk.store.begin().await.unwrap();
    for person_id in people {
        let row = Task {
            id: 0,
            kind: "rule-in-doubt".into(),
            edition_id: Some(edition_id),
            person_id: Some(person_id),
            session_id: Some(session_id),
            enrolment_id: None,
            key: format!("doubt-of-{person_id}"),
            created_at,
            settled_at: None,
            settled_by: None,
            text_id: None,
        };
        tasks::add(&tx, row).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (admin, row) = (world.admin().await, "<h2 id=\"cosa-");
    let (_, last) = read(&admin, "/gestione/da-fare", row, (25, 2)).await;
    let id = each(&last, row)[1];
    for (act, field) in [("", "motivo"), ("/non-raggiunta", "regola")] {
        let refused = admin.post(&format!("/gestione/da-fare/{id}{act}"), &[("motivo", " ")]).await;
        assert_eq!(refused.status, 422, "{act}");
        assert_eq!(each(&refused, row), each(&last, row), "{act}");
        assert!(refused.body.contains(&format!("id=\"{field}-{id}-e\"")), "{}", refused.body);
    }
});

/// Those of the course have only applied for it.
pub async fn only_applied(world: &World) -> usize {
    let course = world.offering("corso").await;
    let tx = world.desk.store.begin().await.unwrap();
    for sql in [
        format!("UPDATE enrolments SET state = 'applied' WHERE offering_id = {course}"),
        format!("UPDATE offerings SET taken = 0 WHERE id = {course}"),
        format!(
            "INSERT INTO enrolment_history (enrolment_id, at, from_state, to_state, actor)
             SELECT id, state_at, 'confirmed', 'applied', 'person' FROM enrolments WHERE offering_id = {course}"
        ),
    ] {
        tx.execute_unprepared(&sql).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (ready, others) = earned(world).await;
    ready + others
}

on_both!(applications_are_listed_a_page_at_a_time_and_keep_their_numbers, |world| {
    filled(world, 80).await;
    let all = only_applied(world).await;
    assert!((26..50).contains(&all), "{all}");
    let (admin, row) = (world.admin().await, "id=\"domanda-");
    let (first, last) = read(&admin, "/gestione/domande", row, (25, all - 25)).await;
    let numbers: Vec<String> = (26..=all).map(|n| format!("{n}. ")).collect();
    assert_eq!(each(&first, "<h3>").first(), Some(&"1. "));
    assert_eq!(each(&last, "<h3>"), numbers);
    let id = each(&last, row).last().copied().unwrap();
    let long = "a".repeat(1001);
    let refused = admin.post(&format!("/gestione/domande/{id}/rifiuta"), &[("motivo", long.as_str())]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(each(&refused, row), each(&last, row));
    assert!(refused.body.contains(&long), "what was typed stays");
});

on_both!(the_history_of_a_person_is_read_a_page_at_a_time, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let at = world.desk.clock.now();
    let tx = world.desk.store.begin().await.unwrap();
    for _ in 0..60 {
        let row = AuditRow {
            id: 0,
            at,
            actor: "command".into(),
            actor_id: None,
            act: "grant_role".into(),
            subject: "persons".into(),
            subject_id: Some(ada),
            person_id: Some(ada),
            detail: None,
            text_id: None,
        };
        audit::add(&tx, row).await.unwrap();
    }
    tx.commit().await.unwrap();
    let path = format!("/gestione/persone/{ada}?edizione=autunno-2014");
    let whole = admin.get(&format!("{path}&pagina=2")).await;
    let rest = each(&whole, "<li><time datetime=\"").len();
    assert!((1..50).contains(&rest), "{rest} lines after the first fifty: {}", whole.body);
    let page = admin.get(&path).await;
    assert_eq!(each(&page, "<li><time datetime=\"").len(), 50);
    page.says(&format!("1–50 di {}", 50 + rest));
    let there = format!("{path}&pagina=2#storia").replace('&', "&amp;");
    assert!(page.body.contains(&format!("rel=\"next\" href=\"{there}\"")), "{}", page.body);
    let back = format!("{path}#storia");
    assert!(whole.body.contains(&format!("rel=\"prev\" href=\"{back}\"")), "{}", whole.body);
    assert_eq!(each(&admin.get(&format!("{path}&pagina=99")).await, "<li><time datetime=\"").len(), rest);
    assert_eq!(each(&admin.get(&format!("{path}&pagina=x")).await, "<li><time datetime=\"").len(), 50);
});
