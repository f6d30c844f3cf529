//! What a page says in time and what keeps nobody from anything: a name that was not taken, a topic attended before, an
//! address with a slip, certificates that are about to be published, rows that can be moved.

use chrono::TimeDelta;

use crate::finished_course::{PAGE, certificate, finished, press};
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{TRAINER, form};
use crate::on_both;
use crate::two_editions::next_season;

on_both!(another_name_for_an_address_we_know_is_not_taken_and_the_page_says_so, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = format!("/gestione/sessioni/{}/conduce", world.session("workshop-1", 1).await);
    let add = |given: &'static str, family: &'static str| {
        [("email", TRAINER), ("nome", given), ("cognome", family), ("azione", "aggiungi")]
    };
    let other = admin.post(&path, &add("Paola", "Conti")).await.location.unwrap();
    let person = world.person(TRAINER).await;
    assert_eq!(other, format!("{path}?fatto=trainer-added&nota={person}"));
    let page = admin.get(&other).await;
    page.says(
        "Questo indirizzo era già di Marcandalli Delfina: il nome che hai scritto non è stato salvato.",
    );
    for (given, family) in [("", ""), ("Delfina", "Marcandalli"), ("delfina", "")] {
        let same = admin.post(&path, &add(given, family)).await.location;
        assert_eq!(same, Some(format!("{path}?fatto=trainer-added")), "{given} {family}");
    }
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let stranger = admin.get(&format!("{path}?nota={}", world.person(ADA).await)).await;
    assert!(!stranger.text().contains("era già di"), "an address names nobody else");
});

on_both!(a_topic_that_was_attended_is_a_hint_and_no_obstacle, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    assert!(world.import(&next_season()).await.is_ok());
    let admin = world.admin().await;
    let person = world.person(ADA).await;
    let page = admin.get(&format!("/gestione/persone/{person}/iscrivi")).await;
    assert_eq!(page.text().matches("Tema già frequentato: per il corso conta una volta sola").count(), 1);
    for (key, done) in [("workshop-1", "signed-up-again"), ("workshop-2", "signed-up")] {
        let offering = world.offering(key).await.to_string();
        let choice = [("edizione", "autunno-2015"), ("offerta", offering.as_str())];
        let answer = admin.post(&format!("/gestione/persone/{person}/iscrivi"), &choice).await;
        let shown = format!("/gestione/persone/{person}?edizione=autunno-2015&fatto={done}");
        assert_eq!(answer.location, Some(shown));
        assert_eq!(world.states(ADA, key).await.last().map(String::as_str), Some("confirmed"), "{key}");
    }
    let page = admin.get(&format!("/gestione/persone/{person}?fatto=signed-up-again")).await;
    page.says("Un tema era già frequentato: per il corso conta una volta sola.");
});

on_both!(an_address_with_a_slip_is_asked_about_and_taken_as_it_is, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Bea", "bea@gmial.con", &[FIRST]).await;
    for (email, asks) in [("ada@gmial.con", true), ("bea@gmial.con", true), ("ada@posta.example", false)] {
        let path = format!("/workshop/{FIRST}/iscrizione");
        let answer = world.browser().post(&path, &form("Ada", email, &[])).await;
        assert_eq!(answer.status, 303, "{email}");
        let page = world.browser().get(&answer.location.unwrap()).await;
        page.says("Manca un clic");
        assert_eq!(page.text().contains("Intendevi …@gmail.com?"), asks, "{email}: {}", page.text());
    }
});

on_both!(all_certificates_are_published_after_the_page_said_how_many_and_asked, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    let admin = world.admin().await;
    let list = admin.get(PAGE).await;
    assert!(!list.body.contains("/attestati/tutti\""), "no button that publishes at once: {}", list.body);
    assert!(list.body.contains("tutti=si\">Pubblica tutti e 2"), "{}", list.body);
    let asked = admin.get(&format!("{PAGE}?edizione=autunno-2014&tutti=si")).await;
    for sentence in
        ["Pubblicare 2 attestati?", "Parte una mail per ognuno", "2 nomi non sono ancora confermati."]
    {
        asked.says(sentence);
    }
    assert!(asked.body.contains("/attestati/tutti\""));
    assert!(certificate(world, ADA).await.is_none(), "looking publishes nothing");
    assert_eq!(press(world, "tutti", &[]).await.status, 303);
    world.settle().await;
    assert!(certificate(world, ADA).await.is_some() && certificate(world, BEA).await.is_some());
    let late = admin.get(&format!("{PAGE}?edizione=autunno-2014&tutti=si")).await;
    assert!(!late.body.contains("/attestati/tutti\""), "nobody is left to publish");
});

on_both!(a_name_keeps_its_direction_on_the_board_and_a_row_goes_only_where_there_is_another, |world| {
    world.programme(|_| {}).await;
    world.sign_up("محمد", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let board = admin.get("/gestione").await;
    assert!(board.body.contains("<bdi>Prova محمد</bdi>"), "{}", board.body);
    let edition = admin.get("/gestione/edizioni/autunno-2014").await;
    let count = |button: &str| edition.body.matches(&format!("name=\"azione\" value=\"{button}\"")).count();
    assert_eq!((count("su"), count("giu")), (5, 5), "six rows");
});
