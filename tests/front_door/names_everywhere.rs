//! A name is what somebody is called: in any script, long, or with a sign no font has, it is on every page and in every
//! mail as it was typed; on paper too, or the office is told which sign cannot be printed.

use crate::finished_course::{PAGE, certificate, finished, press, publish};
use crate::harness::changing::FIRST;
use crate::harness::{TRAINER, form};
use crate::on_both;

/// Given names, each of the surname *Prova*, with the address they sign up with.
const NAMES: [(&str, &str); 5] = [
    ("محمد عبد الله", "arabo@posta.example"),
    ("Ελένη", "greca@posta.example"),
    ("Володимир", "ucraino@posta.example"),
    ("Massimiliana Teodolinda Guglielmina Ermenegilda Bartolomea Federica Clementina", LONG),
    ("Ada 😀", SMILING),
];
const LONG: &str = "lunga@posta.example";
const SMILING: &str = "sorride@posta.example";

on_both!(a_name_in_any_script_is_on_screen_in_the_mail_and_on_paper, |world| {
    let people: Vec<(&str, &str, &str)> =
        NAMES.iter().map(|(given, email)| (*given, *email, "PPP")).collect();
    finished(world, &people).await;
    let admin = world.admin().await;
    let page = admin.get(PAGE).await;
    let session = world.session("workshop-1", 1).await;
    let register = world.signed_in(TRAINER).await.get(&format!("/aula/{session}")).await;
    for (given, email) in NAMES {
        let person = world.person(email).await;
        page.says(&format!("{given} Prova"));
        let own = format!("<bdi>{given} Prova</bdi>");
        assert!(page.body.contains(&own), "{given} keeps its direction among the others");
        assert!(admin.get(&format!("/gestione/persone/{person}")).await.body.contains(&own), "{given}");
        assert!(register.body.contains(&format!("<bdi>{given}</bdi>")), "{given}: {}", register.text());
        let greeting = format!("Ciao {given},");
        let mails = world.mails_to(email);
        assert!(mails.iter().any(|mail| mail.text.contains(&greeting)), "{greeting}");
        assert!(mails.iter().any(|mail| mail.html.contains(given)), "{given} in the HTML part");
        assert!(mails.iter().all(|mail| !mail.subject.contains('\u{FFFD}')), "{given}");
        if email != SMILING {
            let row = publish(world, email).await;
            let file = admin.bytes(&format!("{PAGE}/{}.pdf", row.id)).await;
            assert!(file.starts_with(b"%PDF"), "{given} on paper");
        }
    }
});

on_both!(a_sign_that_no_font_has_is_named_to_the_office_and_nothing_is_published, |world| {
    finished(world, &[("Ada 😀", SMILING, "PPP")]).await;
    let person = world.person(SMILING).await.to_string();
    let answer = press(world, "pubblica", &[("persona", &person)]).await;
    assert_eq!(answer.status, 422);
    answer.says("Nel nome c’è un carattere che non si può stampare: 😀");
    assert_eq!(certificate(world, SMILING).await, None);
});

on_both!(a_name_of_two_hundred_letters_is_refused_with_a_sentence_and_kept_in_its_field, |world| {
    world.programme(|_| {}).await;
    let name = "Ж".repeat(200);
    let path = format!("/workshop/{FIRST}/iscrizione");
    let answer = world.browser().post(&path, &form(&name, LONG, &[])).await;
    assert_eq!(answer.status, 422);
    answer.says("Accorcia il nome: al massimo 80 caratteri");
    assert!(answer.body.contains(&format!("value=\"{name}\"")), "what was typed is kept");
});
