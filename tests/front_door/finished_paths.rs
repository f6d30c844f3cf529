//! Whoever has done the course finds the path of that edition again when it is over, and is not sent on the course a
//! second time: by no page, no letter and no list of the office.

use chrono::TimeDelta;
use percorso::domain::edition_file::CheckedTrainer;
use percorso::domain::person::EmailAddress;
use percorso::usecases::import_edition::Imported;

use crate::finished_course::{finished, publish};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::two_editions::next_season;

const CIRO: &str = "ciro@posta.example";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const DONE: &str = "Hai già frequentato il corso";

/// Ada has the certificate and Bea only has to be given hers; Ciro came to one day. That edition is over, the next one
/// takes people.
async fn a_year_later(world: &World) {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPA"), ("Ciro", CIRO, "PAA")]).await;
    publish(world, ADA).await;
    let mut file = next_season();
    let email = EmailAddress::parse(TRAINER).unwrap();
    let (given_name, family_name) = ("Delfina".into(), "Marcandalli".into());
    file.trainers.push(CheckedTrainer { email: email.clone(), given_name, family_name });
    for session in file.offerings.iter_mut().flat_map(|offered| offered.sessions.iter_mut()) {
        session.trainers = vec![email.clone()];
    }
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
    world.go_to("2014-12-20T08:00:00Z").await;
}

/// The title of the card on top.
fn title(page: &Answer) -> &str {
    let (_, rest) = page.body.split_once("<h1>").expect("a title");
    rest.split_once("</h1>").expect("its end").0.trim()
}

on_both!(the_link_of_a_letter_opens_the_path_of_its_edition_also_when_that_is_over, |world| {
    a_year_later(world).await;
    let letters = world.mails_to(ADA).into_iter();
    let letter = letters.rev().find(|mail| mail.kind() == "certificate-ready").expect("a letter");
    let link = letter.link("/mio-percorso");
    assert_eq!(link, "/mio-percorso?edizione=autunno-2014");
    let ada = world.signed_in(ADA).await;
    let page = ada.get(&link).await;
    page.says("Ada Prova · Autunno 2014 Anche: Autunno 2015");
    assert_eq!(title(&page), "Il tuo attestato è pronto");
    let download = "href=\"/mio-percorso/attestato.pdf?edizione=autunno-2014\"";
    assert!(page.body.contains(download), "{}", page.body);
    ada.get("/mio-percorso").await.says("Ada Prova · Autunno 2015 Anche: Autunno 2014");
    let bea = world.signed_in(BEA).await.get(&link).await;
    assert_eq!(title(&bea), "Giornate frequentate: 2 su 3");
});

on_both!(an_edition_that_is_over_is_not_shown_to_somebody_who_had_no_part_in_it, |world| {
    a_year_later(world).await;
    let dina = world.sign_up("Dina", "dina@posta.example", &[&format!("{FIRST}-2015")]).await;
    let page = dina.get("/mio-percorso?edizione=autunno-2014").await;
    page.says("Dina Prova · Autunno 2015");
    assert!(!page.text().contains("Anche:"), "{}", page.text());
    let ciro = world.signed_in(CIRO).await;
    assert_eq!(title(&ciro.get("/mio-percorso?edizione=autunno-2014").await), "Parliamo del tuo attestato");
});

on_both!(no_page_sends_somebody_on_the_course_who_has_done_it, |world| {
    a_year_later(world).await;
    for email in [ADA, BEA] {
        let browser = world.signed_in(email).await;
        let path = browser.get("/mio-percorso").await;
        assert_eq!(title(&path), DONE, "{email}");
        assert!(!path.body.contains("/corso/iscrizione"), "{email}: {}", path.body);
        let before = "href=\"/mio-percorso?edizione=autunno-2014\"";
        assert!(path.body.contains(before), "{email}: {}", path.body);
        let form = browser.get("/corso/iscrizione?edizione=autunno-2015").await;
        assert_eq!((form.status, title(&form)), (200, DONE), "{email}");
        assert!(!form.body.contains("action=\"/corso/iscrizione\""), "{email}: {}", form.body);
        assert!(form.body.contains(before), "{email}: {}", form.body);
        let course = browser.get("/corso").await;
        course.says(DONE);
        assert!(!course.body.contains("/corso/iscrizione"), "{email}: {}", course.body);
        browser.get("/en/mio-percorso").await.says("You have already done the course");
    }
    let ciro = world.signed_in(CIRO).await;
    let can = "Hai 2 workshop su 2. Ora puoi iscriverti al corso";
    assert_eq!(title(&ciro.get("/mio-percorso").await), can, "one day is not the course");
});

on_both!(no_letter_invites_somebody_to_the_course_who_has_done_it, |world| {
    a_year_later(world).await;
    for email in [ADA, BEA, CIRO] {
        let browser = world.signed_in(email).await;
        assert_eq!(browser.post(&format!("/workshop/{THIRD}-2015/iscrizione"), &[]).await.status, 303);
    }
    world.go_to("2015-10-03T16:00:00Z").await;
    world.register("workshop-3", 1, &[(ADA, "P"), (BEA, "P"), (CIRO, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let invited =
        |email: &str| world.mails_to(email).into_iter().filter(|mail| mail.kind() == "rule-reached").count();
    assert_eq!([ADA, BEA, CIRO].map(invited), [1, 1, 2], "the first time all of them, now only Ciro");
});

on_both!(the_office_reads_that_somebody_has_done_the_course, |world| {
    a_year_later(world).await;
    for email in [ADA, BEA, CIRO] {
        let browser = world.signed_in(email).await;
        assert_eq!(browser.post(&format!("/workshop/{THIRD}-2015/iscrizione"), &[]).await.status, 303);
    }
    let admin = world.admin().await;
    for email in [ADA, BEA] {
        let page = admin.get(&format!("/gestione/persone/{}", world.person(email).await)).await;
        page.says("Ha già fatto il corso");
        page.says("Anche: Autunno 2014");
        assert!(!page.text().contains("I workshop ci sono, la domanda no"), "{email}: {}", page.text());
    }
    let can = admin.get("/gestione?tappa=rule-reached").await;
    can.says("Prova Ciro");
    for name in ["Prova Ada", "Prova Bea"] {
        assert!(!can.text().contains(name), "{name}: {}", can.text());
    }
    let done = admin.get("/gestione?tappa=certificate").await;
    assert_eq!(
        done.text().matches("Ha già fatto il corso in un’altra edizione").count(),
        2,
        "{}",
        done.text()
    );
    assert!(!done.text().contains("Prova Ciro"), "{}", done.text());
});

on_both!(whoever_waits_for_a_date_with_one_workshop_booked_misses_only_the_other, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[THIRD]).await;
    world.go_to("2014-10-02T20:00:00Z").await;
    let admin = world.admin().await;
    let says = "1 workshop è prenotato, e ne manca 1: quelli che restano non hanno una data";
    for path in ["/gestione".to_owned(), format!("/gestione/persone/{}", world.person(ADA).await)] {
        admin.get(&path).await.says(says);
    }
    let card = world.signed_in(ADA).await.get("/mio-percorso").await;
    assert_eq!(title(&card), "Hai 1 workshop prenotato, te ne manca 1: aspettiamo le date");
    let english = admin.get("/en/gestione").await;
    english.says("1 workshop booked and 1 missing: those left have no date");
});
