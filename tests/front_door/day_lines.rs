//! "Da fare oggi": each line leads where it is settled, the rest can be unfolded, and calls have a list of their own.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::{CourseAdmission, Rule};
use percorso::store::{attendance, calls, outbox};

use crate::corrections::{send, two_workshops_held, version};
use crate::finished_course::{close_day, hold_day, on_the_course, publish};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{self, ADA, BEA, FIRST, SECOND, change, rule};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";
const OPEN_BOARD: &str = "/gestione?edizione=autunno-2014";

/// The lines of the list: what each says first, and where its button leads.
pub fn lines(page: &Answer) -> Vec<(String, String)> {
    let Some((_, list)) = page.body.split_once("<ul class=\"todo\">") else { return Vec::new() };
    let (list, _) = list.split_once("</ul>").expect("the end of the list");
    let within = |text: &str, start: &str, end: &str| {
        let (_, rest) = text.split_once(start)?;
        Some(rest.split_once(end)?.0.replace("&amp;", "&"))
    };
    let line = |item: &str| {
        let said = within(item, "<strong>", "</strong>")?;
        Some((said, within(item, "href=\"", "\"").unwrap_or_default()))
    };
    list.split("<li>").filter_map(line).collect()
}

/// Where the line leads that begins so; none where there is no such line.
pub async fn leads(world: &World, begins: &str) -> Option<String> {
    let page = world.admin().await.get("/gestione?tutte=si").await;
    lines(&page).into_iter().find(|(said, _)| said.starts_with(begins)).map(|(_, link)| link)
}

pub fn to(path: &str) -> Option<String> {
    Some(path.to_owned())
}

/// A day on which nine things wait: a call, a contested attendance, an application, a missing mark, sessions without hours,
/// a free place, a refused letter, somebody who heard nothing, and workshops without a date.
pub async fn busy(world: &World) {
    world
        .programme(|file| {
            file.edition.rule.course_admission = CourseAdmission::ByDecision;
            file.offerings[1].capacity = Some(1);
            file.offerings[1].offers_automatic = false;
        })
        .await;
    let ada = world.sign_up("Ada", ADA, &[SECOND, FIRST]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.sign_up("Ciro", CIRO, &[FIRST]).await;
    let dina = world.sign_up("Dina", DINA, &[FIRST, THIRD]).await;
    assert_eq!(dina.post("/corso/iscrizione", &[]).await.status, 303);
    let admin = world.admin().await;
    let (held, ahead) = (world.offering("workshop-1").await, world.offering("workshop-3").await);
    let (held, ahead) = (held.to_string(), ahead.to_string());
    let both = [("offerta", held.as_str()), ("offerta", ahead.as_str())];
    assert_eq!(by_phone(world, &admin, "Ugo", "workshop-1", &both).await.status, 303);
    refuse_the_last_letter(world, BEA).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A"), (CIRO, "P"), (DINA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let there = format!("/mio-percorso/incontri/{}/segnala", world.session("workshop-1", 1).await);
    assert_eq!(world.signed_in(ADA).await.post(&there, &[("parole", "Ero in aula.")]).await.status, 303);
    world.go_to("2014-09-26T16:00:00Z").await;
}

/// A mail server refuses the last letter to somebody, as far as the outbox knows.
async fn refuse_the_last_letter(world: &World, email: &str) {
    world.settle().await;
    let person = world.person(email).await;
    let letter = outbox::of_person(world.desk.store.reader(), person).await.unwrap().remove(0);
    let tx = world.desk.store.begin().await.unwrap();
    let (why, now) = (Some("550 no".to_owned()), world.desk.clock.now());
    outbox::end(&tx, letter.id, "refused", letter.payload, why, now).await.unwrap();
    tx.commit().await.unwrap();
}

on_both!(each_line_of_a_busy_day_leads_where_it_is_settled, |world| {
    busy(world).await;
    let page = world.admin().await.get("/gestione?tutte=si").await;
    let all = lines(&page);
    let links: Vec<&str> = all.iter().map(|(_, link)| link.as_str()).collect();
    let places = format!("/gestione/offerte/{}#attesa", world.offering("workshop-2").await);
    let hours = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let dates = "/gestione/offerte?edizione=autunno-2014&filtro=undated";
    let untold = format!("{OPEN_BOARD}&filtro=untold");
    // What is due first is on top; for a refused letter and for whoever heard nothing there is no set time.
    let expected = [
        "/gestione/telefonate",
        "/gestione/domande",
        "/gestione/da-fare",
        "/gestione/contestazioni",
        hours.as_str(),
        places.as_str(),
        dates,
        "/gestione/posta?stato=refused",
        untold.as_str(),
    ];
    assert_eq!(links, expected, "{all:?}");
    let numbers = page.body.split("<li><b class=\"n\"><a href=\"").skip(1);
    let numbers: Vec<String> =
        numbers.map(|item| item.split('"').next().unwrap().replace("&amp;", "&")).collect();
    assert_eq!(numbers, expected, "a number leads where its button does");
    assert_eq!(page.body.matches("<a class=\"btn s").count(), expected.len());
    let admin = world.admin().await;
    for link in links {
        assert_eq!(admin.get(link.split('#').next().unwrap()).await.status, 200, "{link}");
    }
    let list = admin.get(&untold).await;
    list.says("Non ancora avvisate, 1");
    list.says("Prova Ciro");
    admin.get("/en/gestione?tutte=si").await.says("show fewer");
});

on_both!(what_the_list_does_not_show_is_unfolded_and_folded_again_and_the_view_stays, |world| {
    busy(world).await;
    let admin = world.admin().await;
    let view = format!("{OPEN_BOARD}&tappa=one-missing&cerca=prova&ordina=contact");
    let (short, whole) = (view.replace("&ordina", "&amp;ordina"), "&amp;tutte=si");
    let short = short.replace("&tappa", "&amp;tappa").replace("&cerca", "&amp;cerca");
    let page = admin.get(&view).await;
    assert_eq!(lines(&page).len(), 5);
    assert!(
        page.body.contains(&format!("href=\"{short}{whole}#oggi\">e altre 4 cose da fare")),
        "{}",
        page.body
    );
    let page = admin.get(&format!("{view}&tutte=si")).await;
    assert_eq!(lines(&page).len(), 9);
    assert!(page.body.contains(&format!("href=\"{short}#oggi\">mostra meno")), "{}", page.body);
    assert!(page.body.contains("name=\"tutte\" value=\"si\""), "a search keeps the list unfolded");
    assert!(page.body.contains("name=\"ordina\" value=\"contact\""), "a search keeps the order");
});

on_both!(a_short_list_is_neither_folded_nor_unfolded, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(by_phone(world, &admin, "Ugo", "workshop-1", &[]).await.status, 303);
    let page = admin.get("/gestione?tutte=si").await;
    assert_eq!(lines(&page).len(), 1);
    assert!(!page.text().contains("mostra meno") && !page.text().contains("cose da fare"), "{}", page.text());
});

on_both!(one_open_register_is_opened_and_of_many_their_list, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-25T08:00:00Z").await;
    let first = format!("/aula/{}", world.session("workshop-1", 1).await);
    assert_eq!(leads(world, "registro ancora aperto").await, to(&first));
    world.go_to("2014-10-04T08:00:00Z").await;
    assert_eq!(leads(world, "registri ancora aperti").await, to("/aula"));
});

on_both!(calls_have_a_list_of_their_own_and_a_line_that_leads_there, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(leads(world, "telefonat").await, None);
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    assert_eq!(leads(world, "telefonata da fare.").await, to("/gestione/telefonate"));
    let (reader, edition, now) = (world.desk.store.reader(), world.edition().await, world.desk.clock.now());
    assert_eq!(calls::count_due(reader, edition, now).await.unwrap(), (1, Some(now)));
    assert_eq!(calls::count_due(reader, edition + 1, now).await.unwrap().0, 0, "another edition's");
    assert_eq!(calls::count_due(reader, edition, now - TimeDelta::minutes(1)).await.unwrap().0, 0, "not yet");
    let call = calls::open_of(reader, ugo).await.unwrap().remove(0).task_id;
    let tasks = admin.get("/gestione/da-fare").await;
    tasks.says("Qui non c’è niente da sistemare");
    assert!(!tasks.text().contains("Ugo"), "{}", tasks.text());
    let why = [("motivo", "Fatto.")];
    assert_eq!(admin.post(&format!("/gestione/da-fare/{call}"), &why).await.status, 404, "it is no task");
    assert_eq!(admin.post(&format!("/gestione/telefonate/{call}/fatto"), &[]).await.status, 303);
    assert_eq!(leads(world, "telefonat").await, None);
    let tasks = admin.get("/gestione/da-fare").await;
    assert!(!tasks.text().contains("Ugo"), "nor among those that are done: {}", tasks.text());
});

on_both!(a_rule_in_doubt_is_decided_on_the_page_of_tasks, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "P")]).await;
    assert_eq!(world.signed_in(ADA).await.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(leads(world, "persona con la regola in dubbio").await, None);
    let seen = version(world, ADA).await;
    let saved = send(world, &world.admin().await, ADA, ["A", "Persona sbagliata", &seen, "salva"]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(leads(world, "persona con la regola in dubbio").await, to("/gestione/da-fare"));
});

on_both!(certificates_are_ready_once_every_register_is_in_effect_and_until_they_are_published, |world| {
    on_the_course(world, &[("Ada", ADA), ("Bea", BEA)]).await;
    hold_day(world, 1, &[(ADA, "P"), (BEA, "P")]).await;
    hold_day(world, 2, &[(ADA, "P"), (BEA, "A")]).await;
    close_day(world, 3, &[(ADA, "A"), (BEA, "A")]).await;
    let line = "attestato pronto da pubblicare.";
    assert_eq!(leads(world, line).await, None, "the last register can still be opened again");
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(leads(world, line).await, to("/gestione/attestati?edizione=autunno-2014"));
    publish(world, ADA).await;
    assert_eq!(leads(world, line).await, None);
    let (session, person) = (world.session("corso", 2).await, world.person(ADA).await);
    let last = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap().remove(&person);
    let seen = last.expect("a mark").id.to_string();
    let form =
        [("valore", "A"), ("motivo", "Persona sbagliata"), ("versione", seen.as_str()), ("azione", "salva")];
    let saved = world.admin().await.post(&format!("/gestione/presenze/{session}/{person}"), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(leads(world, "attestato in dubbio").await, to("/gestione/da-fare"));
});

on_both!(whoever_can_miss_no_further_day_is_named_before_it_is_too_late, |world| {
    changing::on_the_course(world).await;
    let to_six = Rule { certificate_days: Some(6), ..rule(world).await };
    change(world, vec![Edit::Rule { to: to_six }]).await;
    let (last_one, too_late) =
        ("persona non può più mancare a nessuna giornata", "persona non arriva alle giornate");
    world.go_to("2014-10-22T15:00:00Z").await;
    assert_eq!((leads(world, last_one).await, leads(world, too_late).await), (None, None));
    world.register("corso", 1, &[(ADA, "P"), (BEA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let filtered = format!("{OPEN_BOARD}&filtro=no-day-to-miss");
    assert_eq!((leads(world, last_one).await, leads(world, too_late).await), (to(&filtered), None));
    let list = world.admin().await.get(&filtered).await;
    list.says("Non possono più mancare, 1");
    list.says("Prova Bea");
    assert!(!list.text().contains("Prova Ada"), "{}", list.text());
    world.go_to("2014-10-29T16:00:00Z").await;
    world.register("corso", 2, &[(ADA, "P"), (BEA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let filtered = format!("{OPEN_BOARD}&filtro=days-at-risk");
    assert_eq!((leads(world, last_one).await, leads(world, too_late).await), (None, to(&filtered)));
});
