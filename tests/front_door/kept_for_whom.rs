//! One browser, two people: a form that is sent once more says whose it becomes before it does, and a button that ends a
//! sign-in leads where signing out leads, whoever pressed it before.

use percorso::domain::person::EmailAddress;
use percorso::usecases::request_sign_in::link_for;

use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::on_both;

const OSVALDO: &str = "osvaldo@posta.example";
const WANDA: &str = "wanda@posta.example";
const COURSE: &str = "/corso/iscrizione";
const LANGUAGES: &str = "class=\"lang\"";

/// The token in the forms of a page.
fn token(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("name=\"gettone\" value=\"").expect("a form");
    rest.split('"').next().unwrap_or_default().to_owned()
}

async fn link(world: &World, email: &str) -> String {
    let token = link_for(&world.desk, &EmailAddress::parse(email).unwrap()).await.unwrap();
    format!("/accedi/{token}")
}

on_both!(a_kept_form_says_whose_it_becomes_and_how_to_leave_before_it_is_sent, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Wanda", WANDA, &[FIRST, SECOND]).await;
    let browser = world.sign_up("Osvaldo", OSVALDO, &[FIRST, SECOND]).await;
    let before = token(&browser.get(COURSE).await);
    assert_eq!(browser.post(&link(world, WANDA).await, &[]).await.status, 303, "Wanda signs in");
    let fields = [("edizione", "autunno-2014"), ("gettone", before.as_str())];
    let kept = browser.post(COURSE, &fields).await;
    assert_eq!(kept.status, 403, "{}", kept.text());
    kept.says("L’accesso di adesso è di Wanda Prova");
    kept.says("lo registriamo a nome di Wanda Prova");
    kept.says("Se non sei tu, non inviare");
    assert!(!kept.text().contains("hai fatto un nuovo accesso"), "who did is not known: {}", kept.text());
    assert!(!kept.body.contains("Osvaldo"), "{}", kept.body);
    let out = kept.body.split("<form").find(|form| form.contains("action=\"/esci\""));
    assert!(out.is_some_and(|form| form.contains("name=\"gettone\"")), "{}", kept.body);
    assert_eq!(world.states(WANDA, "corso").await, Vec::<String>::new());
    browser.post(&format!("/en{COURSE}"), &fields).await.says("Wanda Prova is signed in now");
    let now = token(&kept);
    let again = [("edizione", "autunno-2014"), ("gettone", now.as_str())];
    assert_eq!(browser.post(COURSE, &again).await.status, 303);
    assert_eq!(world.states(WANDA, "corso").await.len(), 1, "as it said");
    assert_eq!(world.states(OSVALDO, "corso").await, Vec::<String>::new());
});

on_both!(a_kept_form_of_the_office_names_whoever_has_no_name_by_their_address, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let note = format!("/gestione/persone/{}/note", world.person(ADA).await);
    let admin = world.admin().await;
    let kept = admin.post(&note, &[("nota", "Chiama la sera."), ("gettone", "di-prima")]).await;
    assert_eq!(kept.status, 403, "{}", kept.text());
    kept.says("lo registriamo a nome di ufficio@percorso.example");
});

on_both!(whoever_signs_out_in_a_second_tab_is_signed_out_in_the_first_one_too, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = token(&ada.get("/mio-percorso").await);
    assert_eq!(ada.post("/esci", &[]).await.status, 303);
    for (path, to) in [("/esci", "/?fatto=signed-out"), ("/en/esci", "/en/?fatto=signed-out")] {
        let pressed = ada.post(path, &[("gettone", &before)]).await;
        assert_eq!((pressed.status, pressed.location.as_deref()), (303, Some(to)), "{path}");
    }
    ada.get("/?fatto=signed-out").await.says("Accesso chiuso su questo dispositivo.");
});

on_both!(whoever_is_signed_out_and_wants_to_be_so_everywhere_is_not_told_that_they_are, |world| {
    world.programme(|_| {}).await;
    let (here, lost) = (world.sign_up("Ada", ADA, &[FIRST]).await, world.signed_in(ADA).await);
    let before = token(&here.get("/mio-percorso").await);
    assert_eq!(here.post("/esci", &[]).await.status, 303);
    let pressed = here.post("/esci/tutti", &[("gettone", &before)]).await;
    assert_eq!(pressed.status, 303, "{}", pressed.text());
    let to = pressed.location.expect("the sign-in");
    assert!(to.starts_with("/accedi?poi="), "{to}");
    here.get(&to).await.says("Entra");
    assert_eq!(lost.get("/mio-percorso").await.status, 200, "the other device is still signed in");
});

on_both!(a_page_that_keeps_a_form_has_no_link_that_loses_it_for_the_other_language, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let note = format!("/gestione/persone/{}/note", world.person(ADA).await);
    let fields = [("nota", "Chiama la sera."), ("gettone", "di-prima")];
    let admin = world.admin().await;
    for prefix in ["", "/en"] {
        let path = format!("{prefix}{note}");
        for (kept, status) in
            [(world.browser().post(&path, &fields).await, 422), (admin.post(&path, &fields).await, 403)]
        {
            assert_eq!(kept.status, status, "{path}: {}", kept.text());
            assert!(kept.body.contains("Chiama la sera."), "{}", kept.body);
            assert!(!kept.body.contains(LANGUAGES), "{path}: {}", kept.body);
        }
    }
    let nothing = world.browser().get("/niente").await;
    assert!(nothing.body.contains(LANGUAGES), "a page with nothing to lose has it: {}", nothing.body);
});
