//! A form that is sent once the sign-in has ended: it says that nothing is saved, keeps what was filled in, and leads back
//! to the page it stood on.

use percorso::domain::attendance::Mark;
use percorso::store::attendance;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;

async fn of_ada(world: &World) -> Option<Mark> {
    let session = world.session("workshop-1", 1).await;
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    marks.get(&world.person(ADA).await).and_then(|row| Mark::from_code(&row.value))
}

/// The link that leads to the sign-in, and from there to a page.
fn back_to(path: &str) -> String {
    format!("/accedi?poi={}", path.replace('/', "%2F"))
}

/// What a hidden field of the form that keeps the answers says.
fn kept<'p>(page: &'p Answer, field: &str) -> Option<&'p str> {
    let (_, rest) = page.body.split_once(&format!("type=\"hidden\" name=\"{field}\" value=\""))?;
    rest.split('"').next()
}

on_both!(marks_that_are_sent_once_the_sign_in_has_ended_are_kept_and_can_be_sent_again, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let ada = world.person(ADA).await;
    let (mark, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let fields = [(mark.as_str(), "P"), (seen.as_str(), ""), ("gettone", "di-prima")];
    let sent = world.browser().post(&path, &fields).await;
    assert_eq!(sent.status, 422, "{}", sent.text());
    sent.says("Non è salvato");
    assert!(sent.body.contains(&format!("action=\"{path}\"")), "{}", sent.body);
    assert!(sent.body.contains(&back_to(&path)), "{}", sent.body);
    assert_eq!((kept(&sent, &mark), kept(&sent, &seen)), (Some("P"), Some("")));
    assert!(!sent.body.contains("di-prima"), "a token is not repeated");
    assert_eq!(sent.header("Cache-Control"), Some("no-store"));
    let english = world.browser().post(&format!("/en{path}"), &fields).await;
    english.says("Not saved");
    assert!(english.body.contains(&format!("action=\"/en{path}\"")), "{}", english.body);
    let trainer = world.signed_in(TRAINER).await;
    let once_more = [(mark.as_str(), "P"), (seen.as_str(), ""), ("gettone", "")];
    let again = trainer.post(&path, &once_more).await;
    assert_eq!(again.status, 403, "{}", again.text());
    again.says("Non è ancora salvato");
    assert_eq!(kept(&again, &mark), Some("P"));
    assert_eq!(of_ada(world).await, None, "nothing is saved without the token of the sign-in");
    let token = kept(&again, "gettone").expect("the token of the new sign-in").to_owned();
    let saved = trainer.post(&path, &[(mark.as_str(), "P"), (seen.as_str(), ""), ("gettone", &token)]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(of_ada(world).await, Some(Mark::Present));
    let elsewhere = world.browser().post_from(&path, &fields, Some("https://evil.example")).await;
    assert_eq!(
        (elsewhere.status, kept(&elsewhere, &mark)),
        (403, None),
        "another site's form is not repeated"
    );
});

on_both!(whoever_has_to_sign_in_to_send_a_form_comes_back_to_the_page_it_stood_on, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let person = format!("/gestione/persone/{}", world.person(ADA).await);
    let words = "Preferisce essere chiamata \"la sera\" & non al mattino.";
    let note = world.browser().post(&format!("{person}/note"), &[("nota", words)]).await;
    assert_eq!(note.status, 422, "{}", note.text());
    note.says("Non è salvato");
    assert!(note.body.contains(&back_to(&person)), "{}", note.body);
    let typed = kept(&note, "nota").expect("the note");
    assert!(typed.starts_with("Preferisce essere chiamata &quot;la sera&quot; &amp; non"), "{typed}");
});

on_both!(a_button_that_is_pressed_once_the_sign_in_has_ended_says_that_nothing_was_done, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-1").await);
    let pressed = world.browser().post(&leave, &[("gettone", "di-prima")]).await;
    assert_eq!(pressed.status, 303);
    let way = pressed.location.expect("the way to the sign-in");
    assert!(way.starts_with(&back_to(&leave)), "{way}");
    world.browser().get(&way).await.says("Non è salvato");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
    let english = world.browser().post(&format!("/en{leave}"), &[]).await;
    let way = english.location.expect("the way to the sign-in");
    world.browser().get(&way).await.says("Not saved");
});

on_both!(what_is_done_on_a_persons_page_leads_back_to_the_edition_it_showed, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let person = format!("/gestione/persone/{}", world.person(ADA).await);
    let (season, shown) = ("name=\"stagione\" value=\"autunno-2014\"", "?edizione=autunno-2014");
    let admin = world.admin().await;
    let page = admin.get(&format!("{person}{shown}")).await;
    let note = format!("{person}/note");
    let form = page.body.split("<form").find(|form| form.contains(&format!("action=\"{note}\"")));
    assert!(form.is_some_and(|form| form.contains(season)), "{}", page.body);
    let saved = admin.post(&note, &[("nota", "Chiama la sera."), ("stagione", "autunno-2014")]).await;
    assert_eq!(saved.location, Some(format!("{person}{shown}&fatto=note-written#appunti")));
    for way in ["nome", "indirizzo", "dati"] {
        let link = format!("{person}/{way}{shown}");
        assert!(page.body.contains(&format!("href=\"{link}\"")), "{way}: {}", page.body);
        let form = admin.get(&link).await;
        assert!(form.body.contains(season), "{way}: {}", form.body);
        assert!(form.body.contains(&format!("href=\"{person}{shown}\"")), "{way}: {}", form.body);
    }
    let typed = [("nome", "Ada"), ("cognome", "Provetta"), ("visto_nome", "Ada"), ("visto_cognome", "Prova")];
    let named = [&typed[..], &[("motivo", ""), ("stagione", "autunno-2014")]].concat();
    let renamed = admin.post(&format!("{person}/nome"), &named).await;
    assert_eq!(renamed.location, Some(format!("{person}{shown}&fatto=person-renamed")), "{}", renamed.text());
});
