//! A letter that tells a correction is sent again only while the mark stands as it says.

use percorso::store::outbox;

use crate::corrections::{send, two_workshops_held, version};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;

const NOT_SO: &str = "Quello che dice questa mail non vale più";

/// The office corrects Ada's mark of the second workshop; gives back the letter that tells her.
async fn corrected(world: &World, letter: &str) -> i64 {
    let seen = version(world, ADA).await;
    let form = [letter, "Controllato sul foglio", seen.as_str(), "salva"];
    let saved = send(world, &world.admin().await, ADA, form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    world.settle().await;
    let mut told = outbox::written_after(world.desk.store.reader(), 0, &["mark-corrected"]).await.unwrap();
    told.pop().expect("the letter").id
}

/// The office sends a letter again.
async fn again(world: &World, id: i64) -> Answer {
    let answer = world.admin().await.post(&format!("/gestione/posta/{id}/di-nuovo"), &[]).await;
    world.settle().await;
    answer
}

on_both!(a_correction_that_was_corrected_back_is_not_sent_again, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "P")]).await;
    let path = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(world.signed_in(ADA).await.get(&path).await.status, 200);
    let down = corrected(world, "A").await;
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.text.contains("Adesso: non presente"), "{}", mail.text);
    let stands = again(world, down).await;
    assert_eq!(stands.status, 303, "it says what the register says: {}", stands.text());
    let up = corrected(world, "P").await;
    let before = world.mails_to(ADA).len();
    let late = again(world, down).await;
    assert_eq!(late.status, 422, "she is marked present, and her statement is valid");
    late.says(NOT_SO);
    assert_eq!(world.mails_to(ADA).len(), before, "nothing goes out");
    let stands = again(world, up).await;
    assert_eq!(stands.status, 303, "{}", stands.text());
    assert_eq!(world.mails_to(ADA).len(), before + 1);
    corrected(world, "R").await;
    let late = again(world, up).await;
    assert_eq!(late.status, 422, "late is another mark");
    late.says(NOT_SO);
});
