//! More than one workshop is taken at once: every letter draws the rule as it stands when all of them are taken.

use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Mail, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const BOTH_BOOKED: &str = "Quando avrai frequentato i 2 workshop prenotati, avrai 2 workshop su 2.";

/// The newest letters of a person, as kinds with their texts.
fn letters(world: &World, email: &str, kinds: &[&str]) -> Vec<Mail> {
    world.mails_to(email).into_iter().filter(|mail| kinds.contains(&mail.kind())).collect()
}

#[track_caller]
fn all_say(letters: &[Mail], sentence: &str) {
    for letter in letters {
        assert!(letter.text.contains(sentence), "{}: {}", letter.kind(), letter.text);
        assert!(!letter.text.contains("Ti serv"), "{}: {}", letter.kind(), letter.text);
    }
}

on_both!(two_workshops_confirmed_by_one_link_are_booked_in_both_letters, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let placed = letters(world, ADA, &["place-confirmed"]);
    assert_eq!(placed.len(), 2);
    all_say(&placed, BOTH_BOOKED);
    all_say(&placed, "[ ] Prenotato: mercoledì 24 settembre");
    all_say(&placed, "[ ] Prenotato: giovedì 2 ottobre");
});

on_both!(a_position_in_one_line_knows_of_the_places_taken_with_it, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND, THIRD]).await;
    let all = letters(world, ADA, &["place-confirmed", "waiting-list-joined"]);
    let kinds: Vec<&str> = all.iter().map(Mail::kind).collect();
    assert_eq!(kinds, ["waiting-list-joined", "place-confirmed", "place-confirmed"]);
    all_say(&all, BOTH_BOOKED);
});

on_both!(two_workshops_taken_on_the_phone_are_booked_in_both_letters, |world| {
    world.programme(|_| {}).await;
    let (first, second) = (world.offering("workshop-1").await, world.offering("workshop-2").await);
    let (first, second) = (first.to_string(), second.to_string());
    let more = [("email", ADA), ("offerta", first.as_str()), ("offerta", second.as_str())];
    person_of(&by_phone(world, &world.admin().await, "Ada", "workshop-1", &more).await);
    world.settle().await;
    let placed = letters(world, ADA, &["place-confirmed"]);
    assert_eq!(placed.len(), 2);
    all_say(&placed, BOTH_BOOKED);
});

on_both!(a_swap_leaves_both_letters_with_the_new_place_and_without_the_old_one, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/mio-percorso/{}/cambia", world.enrolment(ADA, "workshop-1").await);
    assert_eq!(ada.post(&path, &[("workshop", SECOND)]).await.status, 303);
    world.settle().await;
    let both = [
        letters(world, ADA, &["place-confirmed"]).pop().expect("the new place"),
        letters(world, ADA, &["place-released"]).pop().expect("the old one"),
    ];
    for letter in &both {
        assert!(letter.text.contains("[ ] Prenotato: giovedì 2 ottobre"), "{}", letter.text);
        assert!(!letter.text.contains("Prenotato: mercoledì 24 settembre"), "{}", letter.text);
    }
});
