//! The course where a person decides, as it is told: to everybody, to whoever waits or was declined, and to the office.

use chrono::TimeDelta;
use percorso::domain::waiting_list::Offers;

use crate::applications::{applied, by_decision, decides};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, set_places};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
/// What is said wherever somebody may think that a place is theirs to take.
const OFFICE_DECIDES: &str = "I posti nel corso li dà l’ufficio: fai domanda, e ti scriviamo la risposta.";

/// Somebody attends two workshops.
async fn attends_two(world: &World, email: &str) {
    for (key, evening) in [("workshop-1", "2014-09-24T16:00:00Z"), ("workshop-2", "2014-10-02T16:00:00Z")] {
        world.go_to(evening).await;
        world.register(key, 1, &[(email, "P")]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
}

on_both!(every_page_that_speaks_of_a_place_says_who_decides, |world| {
    by_decision(world).await;
    let visitor = world.browser();
    for path in ["/", "/corso", "/corso/iscrizione"] {
        visitor.get(path).await.says(OFFICE_DECIDES);
        visitor.get(&format!("/en{path}")).await.says("The office gives the places on the course");
    }
    visitor.get("/").await.says("Sulla domanda decide l’ufficio.");
    visitor.get("/come-funziona").await.says("Sulla domanda decide l’ufficio.");
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    ada.get("/mio-percorso").await.says("Puoi già fare domanda per il corso: decide l’ufficio.");
    ada.get("/corso").await.says("Puoi già fare domanda per il corso");
    attends_two(world, ADA).await;
    ada.get("/mio-percorso").await.says("Ora puoi fare domanda per il corso");
    ada.get("/corso").await.says("Ora puoi fare domanda per il corso");
});

on_both!(where_nobody_decides_no_page_says_that_somebody_does, |world| {
    world.programme(|_| {}).await;
    for path in ["/", "/corso", "/corso/iscrizione", "/come-funziona"] {
        let page = world.browser().get(path).await;
        assert!(!page.text().contains("domanda per il corso"), "{path}: {}", page.text());
        assert!(!page.text().contains("decide l’ufficio"), "{path}: {}", page.text());
        assert!(!page.text().contains(OFFICE_DECIDES), "{path}");
    }
});

on_both!(how_freed_places_are_given_is_told_as_the_edition_has_it, |world| {
    world.programme(|_| {}).await;
    let page = world.browser().get("/come-funziona").await;
    page.says("Se si libera un posto, il programma lo offre subito alla prima persona in lista");
    page.says("Nel corso è l’ufficio che decide quando offrirlo.");
    set_places(world, world.offering("workshop-1").await, None, Offers::ByPerson).await;
    let page = world.browser().get("/come-funziona").await;
    page.says("Se si libera un posto, si va in ordine di lista.");
});

on_both!(whoever_waits_while_a_place_is_free_does_not_read_that_the_course_is_full, |world| {
    by_decision(world).await;
    let ada = applied(world, "Ada", ADA, &[FIRST, SECOND]).await;
    let admin = world.admin().await;
    assert_eq!(decides(world, &admin, ADA, "attesa", "").await, 303);
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "course-waiting");
    assert!(letter.text.contains("Per ora non ti possiamo dare un posto nel corso."), "{}", letter.text);
    assert!(!letter.text.contains("posto libero"), "{}", letter.text);
    let page = ada.get("/mio-percorso").await;
    page.says("Per ora non ti possiamo dare un posto: appena si può, ti scriviamo.");
    assert!(!page.text().contains("Il corso è al completo"), "{}", page.text());
    let id = world.enrolment(ADA, "corso").await;
    assert_eq!(admin.post(&format!("/gestione/iscrizioni/{id}/posto"), &[]).await.status, 303);
    let page = ada.get("/mio-percorso").await;
    page.says("Si è liberato un posto per te nel corso");
    assert!(!page.text().contains("Il corso è al completo"), "{}", page.text());
    assert!(!page.text().contains("Esci dalla lista d’attesa"), "{}", page.text());
    ada.get("/corso").await.says("Si è liberato un posto per te nel corso");
});

on_both!(a_declined_application_stays_in_sight_with_its_reason_until_there_is_another_one, |world| {
    by_decision(world).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    attends_two(world, ADA).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    let admin = world.admin().await;
    assert_eq!(decides(world, &admin, ADA, "rifiuta", "I posti sono pochi.").await, 303);
    let page = ada.get("/mio-percorso").await;
    page.says("La tua domanda per il corso non è stata accolta (giovedì 2 ottobre)");
    page.says("Il motivo: I posti sono pochi.");
    page.says("Fai una nuova domanda");
    assert!(!page.text().contains("Ora puoi"), "{}", page.text());
    assert_eq!(ada.get("/en/mio-percorso").await.status, 200);
    ada.get("/corso/iscrizione").await.says("Il motivo: I posti sono pochi.");
    let person = world.person(ADA).await;
    for path in ["/gestione".to_owned(), format!("/gestione/persone/{person}")] {
        let page = admin.get(&path).await;
        page.says("Domanda non accolta");
        page.says("I workshop ci sono; la domanda per il corso non è stata accolta");
        assert!(!page.text().contains("la domanda no"), "{path}: {}", page.text());
    }
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    let page = ada.get("/mio-percorso").await;
    page.says("La tua domanda è arrivata");
    assert!(!page.text().contains("non è stata accolta"), "{}", page.text());
});

on_both!(a_workshop_somebody_missed_is_no_booked_one_of_their_application, |world| {
    by_decision(world).await;
    applied(world, "Bea", BEA, &[FIRST, SECOND, THIRD]).await;
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(BEA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let page = world.admin().await.get("/gestione/domande").await;
    page.says("giovedì 2 ottobre 2014");
    page.says("venerdì 3 ottobre 2014");
    assert!(!page.text().contains("24 settembre"), "{}", page.text());
});
