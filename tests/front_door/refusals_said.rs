//! Whoever phones because a letter was refused says what is so now, and does not phone where a later letter has told it.

use chrono::TimeDelta;

use crate::board_true::{REFUSED, REFUSED_ONES, refuse};
use crate::day_lines::{leads, to};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, SECOND, change, moved, on};
use crate::on_both;

const CHANGED: &str = "Da allora qualcosa è cambiato";
const OVER: &str = "non c’è niente da fare";

/// The workshop is moved, and whoever has a place in it is told.
async fn moves(world: &World, date: &str) {
    change(world, vec![moved(world, "workshop-2", 1, on(date)).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
}

async fn page_of(world: &World, letter: i64) -> Answer {
    world.admin().await.get(&format!("/gestione/posta/{letter}")).await
}

/// The first text that the page of a letter shows: what is read out on the phone.
fn read_out(page: &Answer) -> &str {
    let (_, text) = page.body.split_once("<pre class=\"raw\">").expect("a text");
    text.split_once("</pre>").expect("its end").0
}

on_both!(a_change_that_did_not_arrive_needs_no_call_once_a_later_one_of_the_same_day_did, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    moves(world, "2014-10-09").await;
    let first = refuse(world, "session-changed").await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    page_of(world, first.id).await.says("Fatto: ho telefonato");
    moves(world, "2014-10-16").await;
    let told = world.mails_to(ADA).into_iter().rfind(|mail| mail.kind() == "session-changed").expect("it");
    assert!(told.text.contains("16 ottobre"), "{}", told.text);
    assert_eq!(leads(world, REFUSED).await, None, "she knows of the sixteenth");
    let page = page_of(world, first.id).await;
    page.says(OVER);
    assert!(!page.text().contains("Fatto: ho telefonato"), "{}", page.text());
    moves(world, "2014-10-17").await;
    let last = refuse(world, "session-changed").await;
    assert!(last.id > first.id);
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES), "of the seventeenth she does not");
    page_of(world, first.id).await.says(OVER);
});

on_both!(a_place_that_nobody_was_told_of_is_read_out_with_the_day_it_has_now, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let letter = refuse(world, "place-confirmed").await;
    let before = page_of(world, letter.id).await;
    assert!(read_out(&before).contains(" 2 ottobre"), "{}", before.text());
    assert!(!before.text().contains(CHANGED), "{}", before.text());
    moves(world, "2014-10-09").await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    let page = page_of(world, letter.id).await;
    page.says(CHANGED);
    let said = read_out(&page);
    assert!(said.contains(" 9 ottobre") && !said.contains(" 2 ottobre"), "{said}");
    assert_eq!(page.body.matches("<pre class=\"raw\">").count(), 2, "the mail as it was can be read too");
    let english = world.admin().await.get(&format!("/en/gestione/posta/{}", letter.id)).await;
    english.says("Something has changed since then");
    let form = format!("/gestione/posta/{}/fatto", letter.id);
    let settled = world.admin().await.post(&form, &[("motivo", "Ho telefonato.")]).await;
    assert_eq!(settled.status, 303, "{}", settled.text());
    let done = page_of(world, letter.id).await;
    assert!(!done.text().contains(CHANGED), "there is nobody left to call: {}", done.text());
});
