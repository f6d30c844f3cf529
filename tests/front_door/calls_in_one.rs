//! Somebody who is to be told several things is called once: whoever reads the call aloud greets once, says the things in
//! the order in which they are due, what is still missing once after them, and says goodbye once.

use percorso::store::calls;

use crate::harness::{Browser, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const CALLS: &str = "/gestione/telefonate";

/// Somebody with a phone alone is signed up for the second workshop, and then for the first.
async fn two_things(world: &World, admin: &Browser<'_>, given: &str, more: &[(&str, &str)]) -> i64 {
    let person = person_of(&by_phone(world, admin, given, "workshop-2", more).await);
    let first = world.offering("workshop-1").await.to_string();
    let path = format!("/gestione/persone/{person}/iscrivi");
    assert_eq!(admin.post(&path, &[("offerta", first.as_str())]).await.status, 303);
    person
}

/// How often each sentence is on a page.
fn times<const N: usize>(text: &str, sentences: [&str; N]) -> [usize; N] {
    sentences.map(|sentence| text.matches(sentence).count())
}

/// The pages on which a call can be read.
fn pages(person: i64) -> [String; 3] {
    [CALLS.to_owned(), format!("{CALLS}?stampa=si"), format!("/gestione/persone/{person}")]
}

on_both!(a_call_with_two_things_has_one_greeting_then_the_things_as_they_are_due_then_one_goodbye, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = two_things(world, &admin, "Ugo", &[]).await;
    let said = [
        "Ciao Ugo, ti chiamiamo da AMALO.",
        "Il tuo posto nel workshop è confermato. Il promotore dell’Ama. Quando: mercoledì 24 settembre",
        "Poi c’è un’altra cosa.",
        "Il tuo posto nel workshop è confermato. La valutazione di efficacia nei gruppi",
        "Con i workshop prenotati avrai quelli che servono per il corso.",
        "chiamaci: 800 135 437.",
        "Grazie, e a presto.",
    ];
    for path in pages(ugo) {
        let text = admin.get(&path).await.text();
        assert_eq!(times(&text, said), [1; 7], "{path}: {text}");
        let places = said.map(|sentence| text.find(sentence));
        assert!(places.is_sorted(), "{path}, {places:?}: {text}");
    }
});

on_both!(a_call_in_english_greets_once_and_says_goodbye_once_too, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ivo = two_things(world, &admin, "Ivo", &[("lingua", "en")]).await;
    let said = [
        "Hello Ivo, this is AMALO calling.",
        "And there is one more thing.",
        "With the workshops you have booked you will have those the course needs.",
        "call us: 800 135 437.",
        "Thank you, and goodbye.",
    ];
    for path in pages(ivo) {
        let text = admin.get(&path).await.text();
        assert_eq!(times(&text, said), [1; 5], "{path}: {text}");
    }
});

on_both!(what_is_left_of_a_call_after_one_thing_was_crossed_off_is_a_whole_call, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = two_things(world, &admin, "Ugo", &[]).await;
    let open = calls::open_of(world.desk.store.reader(), ugo).await.unwrap();
    // The second workshop was the first to be signed up for.
    assert_eq!(admin.post(&format!("{CALLS}/{}/fatto", open[0].task_id), &[]).await.status, 303);
    let said = ["Ciao Ugo", "Con i workshop prenotati avrai", "chiamaci: 800", "Grazie, e a presto."];
    for path in pages(ugo) {
        let text = admin.get(&path).await.text();
        assert_eq!(times(&text, said), [1; 4], "{path}: {text}");
        assert_eq!(times(&text, ["un’altra cosa"]), [0], "{path}: {text}");
    }
    let open = calls::open_of(world.desk.store.reader(), ugo).await.unwrap();
    assert_eq!(admin.post(&format!("{CALLS}/{}/fatto", open[0].task_id), &[]).await.status, 303);
    let text = admin.get(CALLS).await.text();
    assert_eq!(times(&text, said), [0; 4], "{text}");
});

on_both!(of_a_workshop_given_back_in_the_same_call_nobody_proposes_it_again, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = two_things(world, &admin, "Ugo", &[]).await;
    let reader = world.desk.store.reader();
    for enrolment in percorso::store::enrolments::of_person(reader, ugo).await.unwrap() {
        let path = format!("/gestione/iscrizioni/{}/annulla", enrolment.id);
        assert_eq!(admin.post(&path, &[("motivo", "ha telefonato")]).await.status, 303);
    }
    let text = admin.get(CALLS).await.text();
    let proposed = [
        "Per il corso ti servono ancora 2 workshop.",
        "Puoi scegliere Auto mutuo aiuto e professionismo",
        "Puoi scegliere Il promotore",
        "Puoi scegliere La valutazione",
    ];
    assert_eq!(times(&text, proposed), [1, 1, 0, 0], "{text}");
});
