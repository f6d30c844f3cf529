//! A form that comes again within ten minutes: the same one is a double click, a corrected one is a new
//! sign-up.

use chrono::TimeDelta;
use percorso::store::{people, sign_ups};

use crate::harness::{World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";

/// Sends a form; gives the address of the page after it, which names the sign-up.
async fn send(world: &World, fields: &[(&str, &str)]) -> String {
    let answer = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location.unwrap()
}

/// The names of the sign-ups of Ada's address that wait for their confirmation, oldest first.
async fn waiting(world: &World) -> Vec<String> {
    let person = world.person(ADA).await;
    let newest_first = sign_ups::unconfirmed_of(world.desk.store.reader(), person).await.unwrap();
    newest_first.into_iter().rev().map(|sign_up| sign_up.given_name).collect()
}

async fn given_name(world: &World) -> String {
    people::by_email(world.desk.store.reader(), ADA).await.unwrap().expect("the person").given_name
}

on_both!(a_corrected_name_is_a_new_sign_up_and_what_it_says_is_kept, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let mistyped = send(world, &form("Adda", ADA, &[])).await;
    world.wait(TimeDelta::minutes(9)).await;
    let corrected = send(world, &form("Ada", ADA, &[])).await;
    assert_ne!(corrected, mistyped);
    assert_eq!(send(world, &form("Ada", ADA, &[])).await, corrected, "the corrected form twice is one");
    assert_eq!(waiting(world).await, ["Adda", "Ada"]);
    assert_eq!(world.states(ADA, "workshop-1").await, ["pending_place"], "one place is held, not two");
    world.settle().await;
    let mails = world.mails_to(ADA);
    assert_eq!(mails.iter().map(|m| m.kind()).collect::<Vec<_>>(), ["confirm-sign-up"; 2]);
    assert!(
        mails[1].text.contains("Ada") && !mails[1].text.contains("Adda"),
        "the second letter greets by the corrected name: {}",
        mails[1].text
    );
    assert_eq!(world.browser().post(&mails[1].link("/conferma/"), &[]).await.status, 303);
    assert_eq!(given_name(world).await, "Ada");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
    assert_eq!(world.browser().post(&mails[0].link("/conferma/"), &[]).await.status, 303);
    assert_eq!(given_name(world).await, "Ada", "the link of the mistyped form brings nothing back");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(other_choices_are_a_new_sign_up_and_its_link_confirms_them_all, |world| {
    world.programme(|_| {}).await;
    let one = send(world, &form("Ada", ADA, &[])).await;
    world.wait(TimeDelta::minutes(1)).await;
    let both = send(world, &form("Ada", ADA, &[SECOND])).await;
    assert_ne!(both, one);
    assert_eq!(world.states(ADA, "workshop-2").await, ["pending_place"]);
    world.settle().await;
    let link = world.mails_to(ADA).pop().unwrap().link("/conferma/");
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
});

on_both!(the_same_form_is_the_same_sign_up_for_ten_minutes_and_no_longer, |world| {
    world.programme(|_| {}).await;
    let first = send(world, &form("Ada", ADA, &[])).await;
    world.wait(TimeDelta::seconds(599)).await;
    assert_eq!(send(world, &form("Ada", ADA, &[])).await, first);
    assert_eq!(waiting(world).await, ["Ada"]);
    world.wait(TimeDelta::seconds(1)).await;
    assert_ne!(send(world, &form("Ada", ADA, &[])).await, first);
    assert_eq!(waiting(world).await, ["Ada", "Ada"]);
    assert_eq!(world.states(ADA, "workshop-1").await, ["pending_place"]);
    world.settle().await;
    assert_eq!(world.mails_to(ADA).len(), 2, "a letter for each sign-up");
});
