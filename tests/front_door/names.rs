//! A name is corrected: before and after stay readable, everything that greets or finds by it follows, and of two editors
//! the second one sees what the first did.

use chrono::TimeDelta;
use percorso::store::{audit, people, texts};

use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";

/// What a page saw, and what it asks for.
fn form<'a>(seen: (&'a str, &'a str), to: (&'a str, &'a str), reason: &'a str) -> [(&'a str, &'a str); 5] {
    [("visto_nome", seen.0), ("visto_cognome", seen.1), ("nome", to.0), ("cognome", to.1), ("motivo", reason)]
}

on_both!(a_corrected_name_is_found_greeted_by_and_kept_with_the_one_before, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{ada}/nome");
    for prefix in ["", "/en"] {
        let page = admin.get(&format!("{prefix}{path}")).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("name=\"visto_nome\" value=\"Ada\""), "{}", page.body);
    }
    let sent = admin.post(&path, &form(("Ada", "Prova"), ("Àdela", "D’Alì"), "l’ha detto al telefono")).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let reader = world.desk.store.reader();
    let person = people::find(reader, ada).await.unwrap().unwrap();
    assert_eq!((person.full_name().as_str(), person.search.as_str()), ("Àdela D’Alì", "dali adela dali ada"));
    admin.get("/gestione?cerca=adela").await.says("D’Alì Àdela");
    let page = admin.get(&format!("/gestione/persone/{ada}")).await;
    page.says("Nome corretto");
    page.says("Ada Prova → Àdela D’Alì l’ha detto al telefono");
    let rows = audit::of_person(reader, ada).await.unwrap();
    let row = rows.iter().find(|row| row.act == "correct_name").unwrap();
    assert_eq!((row.subject.as_str(), row.subject_id, row.detail.as_deref()), ("persons", Some(ada), None));
    let words = texts::bodies(reader, &[row.text_id.unwrap()]).await.unwrap();
    assert_eq!(words.values().next().unwrap(), "Ada Prova → Àdela D’Alì\nl’ha detto al telefono");
    world.wait(TimeDelta::days(8)).await;
    let reminder =
        world.mails_to(ADA).into_iter().find(|mail| mail.kind() == "reminder").expect("a reminder");
    assert!(reminder.text.contains("Ciao Àdela"), "it waited since before: {}", reminder.text);
});

on_both!(a_persian_name_keeps_the_sign_that_parts_its_letters_and_is_found_without_it, |world| {
    const MINA: &str = "\u{645}\u{6CC}\u{200C}\u{646}\u{627}";
    world.programme(|_| {}).await;
    world.sign_up(MINA, ADA, &[FIRST]).await;
    let reader = world.desk.store.reader();
    let person = people::find(reader, world.person(ADA).await).await.unwrap().unwrap();
    assert_eq!(person.given_name, MINA);
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.text.contains(&format!("Ciao {MINA}")), "{}", mail.text);
    let admin = world.admin().await;
    for typed in [MINA.to_owned(), MINA.replace('\u{200C}', "")] {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("cerca", &typed).finish();
        admin.get(&format!("/gestione?{query}")).await.says(&format!("Prova {MINA}"));
    }
});

on_both!(of_two_editors_the_second_sees_the_first_and_loses_nothing, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{ada}/nome");
    let seen = ("Ada", "Prova");
    assert_eq!(admin.post(&path, &form(seen, ("Ada", "Provetta"), "")).await.status, 303);
    let late = admin.post(&path, &form(seen, ("Adele", "Prova"), "")).await;
    assert_eq!(late.status, 422);
    late.says("Provetta");
    assert!(late.body.contains("name=\"nome\" type=\"text\" value=\"Adele\""), "what was typed is kept");
    assert!(late.body.contains("name=\"visto_cognome\" value=\"Provetta\""), "what stands has been seen now");
    let knowing = form(("Ada", "Provetta"), ("Adele", "Prova"), "");
    assert_eq!(admin.post(&path, &knowing).await.status, 303);
    assert_eq!(admin.post(&path, &knowing).await.status, 303, "a second click changes nothing");
    let rows = audit::of_person(world.desk.store.reader(), ada).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.act == "correct_name").count(), 2);
    let empty = admin.post(&path, &form(("Adele", "Prova"), ("", "x".repeat(81).as_str()), "")).await;
    assert_eq!(empty.status, 422);
    empty.says("Scrivi il nome");
    empty.says("Accorcia il cognome");
    assert_eq!(admin.post("/gestione/persone/99999/nome", &knowing).await.status, 404);
});
