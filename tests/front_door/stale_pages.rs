//! Pages that stayed open while something else happened: another sign-in, a second click, a link followed before
//! signing in.

use crate::harness::form;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";
const CHANGED: &str = "L’accesso è cambiato mentre la pagina era aperta";

/// The token in the forms of a page.
fn token(page: &crate::harness::browser::Answer) -> String {
    let (_, rest) = page.body.split_once("name=\"gettone\" value=\"").expect("a token");
    rest.split('"').next().unwrap().to_owned()
}

on_both!(a_sign_up_from_a_page_of_another_sign_in_says_so_and_enrols_nobody, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    let path = format!("/workshop/{SECOND}");
    let hers = token(&ada.get(&path).await);
    let page = bea.post(&format!("{path}/iscrizione"), &[("gettone", &hers)]).await;
    assert_eq!(page.status, 422);
    page.says(CHANGED);
    assert!(!page.text().contains("Scrivi il tuo nome"), "{}", page.text());
    assert_eq!(bea.post(&format!("{path}/iscrizione"), &[]).await.status, 303, "sent again it counts");
    let nobody = world.browser();
    let page = nobody.post(&format!("{path}/iscrizione"), &[("gettone", &hers)]).await;
    assert_eq!(page.status, 422);
    page.says("L’accesso è finito mentre la pagina era aperta");
    assert!(page.body.contains("name=\"nome\""), "the form of somebody who is not signed in");
    assert_eq!(world.states(ADA, "workshop-2").await, Vec::<String>::new());
    assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
});

on_both!(a_form_filled_in_before_signing_in_still_counts_for_whom_it_names, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let mut fields = form("Ciro", "ciro@posta.example", &[]);
    fields.push(("gettone", ""));
    let sent = ada.post(&format!("/workshop/{SECOND}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303);
    assert!(sent.location.is_some_and(|to| to.starts_with("/iscrizione/inviata/")));
});

on_both!(a_swap_clicked_twice_is_one_swap_and_a_friendly_page, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/mio-percorso/{}/cambia", world.enrolment(ADA, "workshop-1").await);
    for _ in 0..2 {
        let swapped = ada.post(&path, &[("workshop", SECOND)]).await;
        assert_eq!(swapped.location.as_deref(), Some("/mio-percorso?fatto=swapped"));
    }
    assert_eq!(world.states(ADA, "workshop-1").await, ["cancelled(by_person)"]);
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    assert_eq!(ada.post(&path, &[("workshop", FIRST)]).await.status, 404, "what was given up is not swapped");
});

on_both!(an_old_swap_button_does_not_call_a_waiting_list_a_place, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/mio-percorso/{}", world.enrolment(ADA, "workshop-1").await);
    world.sign_up("Bea", BEA, &[SECOND]).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    assert_eq!(ada.post(&format!("{path}/disdici"), &[]).await.status, 303);
    assert_eq!(world.states(ADA, "workshop-2").await, ["waitlisted"]);
    assert_eq!(ada.post(&format!("{path}/cambia"), &[("workshop", SECOND)]).await.status, 404);
});

on_both!(whoever_has_to_sign_in_first_comes_back_to_the_very_page_with_its_filters, |world| {
    world.programme(|_| {}).await;
    assert_eq!(world.browser().get(&format!("/workshop/{FIRST}?a=b")).await.status, 200, "no sign-in here");
    let sent = world.browser().get("/gestione/iscritti?stato=confirmed&cerca=rossi").await;
    let back = "%2Fgestione%2Fiscritti%3Fstato%3Dconfirmed%26cerca%3Drossi";
    assert_eq!(sent.location, Some(format!("/accedi?poi={back}")));
    let done = world.browser().get("/gestione/iscritti?fatto=changed").await;
    assert_eq!(
        done.location.as_deref(),
        Some("/accedi?poi=%2Fgestione%2Fiscritti"),
        "what was done is old news"
    );
    let long = world.browser().get(&format!("/gestione/iscritti?cerca={}", "a".repeat(200))).await;
    assert_eq!(long.location.as_deref(), Some("/accedi?poi=%2Fgestione%2Fiscritti"));
});

on_both!(an_address_that_cannot_be_one_of_ours_is_not_found, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(admin.get(&format!("/workshop/{SECOND}-")).await.status, 404);
    for path in [
        "/aula/abc",
        "/gestione/persone/9x",
        "/mio-percorso/-/cambia",
        "/gestione/offerte/99999999999999999999",
    ] {
        assert_eq!(admin.get(path).await.status, 404, "{path}");
    }
});
