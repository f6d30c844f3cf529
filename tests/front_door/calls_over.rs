//! What stands side by side on the call list is true together: what the register says takes the place of what was said
//! before it, and a full workshop is not offered as a free one.

use chrono::TimeDelta;
use percorso::store::attendance;

use crate::harness::changing::{BEA, SECOND};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const CALLS: &str = "/gestione/telefonate";
const EVENING: &str = "2014-09-24T15:00:00Z";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// The trainer marks somebody in the first workshop.
async fn marked(world: &World, person: i64, letter: &str) {
    let session = world.session("workshop-1", 1).await;
    let field = format!("presenza-{person}");
    let trainer = world.signed_in(TRAINER).await;
    let sent = trainer.post(&format!("/aula/{session}"), &[(field.as_str(), letter)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
}

/// Its register is closed and takes effect.
async fn closed(world: &World) {
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
}

/// The office corrects a mark of it.
async fn corrected(world: &World, person: i64, letter: &str) {
    let session = world.session("workshop-1", 1).await;
    let last = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap().remove(&person);
    let seen = last.map_or(0, |row| row.id).to_string();
    let fields = [
        ("valore", letter),
        ("motivo", "Controllato sul foglio"),
        ("versione", seen.as_str()),
        ("azione", "salva"),
    ];
    let path = format!("/gestione/presenze/{session}/{person}");
    let sent = world.admin().await.post(&path, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
}

/// What the list says.
async fn list(world: &World) -> String {
    let page = world.admin().await.get(CALLS).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.text()
}

/// Asserts that the list says one thing and not the other.
async fn says(world: &World, this: &str, not_that: &str) {
    let text = list(world).await;
    assert_eq!((text.contains(this), text.contains(not_that)), (true, false), "{this} / {not_that}: {text}");
}

on_both!(a_correction_takes_from_the_list_what_the_register_said_before, |world| {
    world.programme(|_| {}).await;
    let ugo = person_of(&by_phone(world, &world.admin().await, "Ugo", "workshop-1", &[]).await);
    world.go_to(EVENING).await;
    marked(world, ugo, "A").await;
    closed(world).await;
    assert_eq!(to_say(world, ugo).await, ["absent-still-short"]);
    says(world, "A questo workshop non risulti presente", "Adesso risulta").await;
    corrected(world, ugo, "P").await;
    says(world, "Adesso risulta: presente", "non risulti presente").await;
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, ["mark-corrected"]);
    corrected(world, ugo, "A").await;
    says(world, "Adesso risulta: non presente", "Adesso risulta: presente").await;
});

on_both!(a_thank_you_for_coming_is_not_said_once_the_mark_says_absent, |world| {
    world.programme(|_| {}).await;
    let ugo = person_of(&by_phone(world, &world.admin().await, "Ugo", "workshop-1", &[]).await);
    world.go_to(EVENING).await;
    marked(world, ugo, "R").await;
    closed(world).await;
    says(world, "La tua presenza è registrata", "Adesso risulta").await;
    corrected(world, ugo, "A").await;
    says(world, "Adesso risulta: non presente", "La tua presenza è registrata").await;
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, ["mark-corrected"]);
});

on_both!(a_place_is_not_told_any_more_once_the_person_is_marked_or_the_register_closed, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let ivo = person_of(&by_phone(world, &admin, "Ivo", "workshop-1", &[("cognome", "Neri")]).await);
    world.go_to(EVENING).await;
    for person in [ugo, ivo] {
        assert_eq!(to_say(world, person).await, ["place-confirmed"], "the day is not over");
    }
    marked(world, ugo, "P").await;
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, Vec::<String>::new(), "he is there");
    assert_eq!(to_say(world, ivo).await, ["place-confirmed"], "he may come");
    closed(world).await;
    says(world, "La tua presenza è registrata", "Il tuo posto nel workshop è confermato").await;
    assert_eq!(to_say(world, ugo).await, ["attended-still-short"]);
    assert_eq!(to_say(world, ivo).await, Vec::<String>::new());
    let card = world.admin().await.get(&format!("/gestione/persone/{ivo}")).await;
    card.says("Telefonata tolta dall’elenco: nessuno l’ha fatta, e non serve più");
    world.admin().await.get("/gestione/storia").await.says("una telefonata che nessuno ha fatto");
});

on_both!(a_workshop_without_a_free_place_is_offered_as_a_place_in_its_line, |world| {
    world
        .programme(|file| {
            for few in &mut file.offerings[1..3] {
                few.capacity = Some(1);
            }
        })
        .await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    let admin = world.admin().await;
    person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let english = [("cognome", "Neri"), ("lingua", "en")];
    person_of(&by_phone(world, &admin, "Ivo", "workshop-1", &english).await);
    let full =
        "venerdì 3 ottobre, orario in arrivo, adesso è al completo: possiamo metterti in lista d’attesa.";
    says(world, full, "Puoi scegliere Auto mutuo aiuto e professionismo").await;
    says(world, "Puoi scegliere La valutazione di efficacia", "Vuoi che ti mettiamo in lista d’attesa?")
        .await;
    let in_english = "is full for now: we can put you on its waiting list.";
    says(world, in_english, "You can choose Auto mutuo aiuto").await;
    world.sign_up("Ciro", "ciro@posta.example", &[SECOND]).await;
    says(world, "Vuoi che ti mettiamo in lista d’attesa?", "Vuoi che ti iscriviamo adesso?").await;
    says(world, "Shall we put you on the waiting list?", "Shall we sign you up now?").await;
});
