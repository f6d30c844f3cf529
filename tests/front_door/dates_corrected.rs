//! A date is set and corrected a moment later, or taken back: whoever asked to be told of it reads of the right one once,
//! or waits on.

use chrono::TimeDelta;
use percorso::domain::change::{Edit, Texts};
use percorso::domain::impact::{Impact, Topic};
use percorso::domain::waiting_list::Offers;
use percorso::store::date_requests;
use percorso::usecases::change_programme::preview;

use crate::edition_drafts::state;
use crate::harness::changing::{BEA, change, moved, off, on, wanted};
use crate::harness::{Mail, World};
use crate::on_both;

/// Bea asked to be told of the date of the fourth workshop, and nobody has told her anything yet.
async fn asked(world: &World) {
    world.programme(|_| {}).await;
    let sent = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(sent.status, 303);
}

/// The fourth workshop gets this date.
async fn dated(world: &World, date: &str) -> Impact {
    change(world, vec![moved(world, "workshop-4", 1, on(date)).await]).await
}

fn letters(impact: &Impact) -> Vec<(Topic, usize)> {
    impact.letters.iter().map(|letters| (letters.topic, letters.count)).collect()
}

/// Whether Bea still waits to be told.
async fn waits(world: &World) -> bool {
    let open = date_requests::open_of(world.desk.store.reader(), BEA).await.unwrap();
    open == [world.offering("workshop-4").await]
}

/// The one mail Bea got: of this date, not of the other one.
fn told_of(world: &World, [date, other]: [&str; 2]) {
    let mails = world.mails_to(BEA);
    let kinds: Vec<&str> = mails.iter().map(Mail::kind).collect();
    assert_eq!(kinds, ["date-out"]);
    assert!(mails[0].text.contains(date) && !mails[0].text.contains(other), "{}", mails[0].text);
}

on_both!(a_date_corrected_a_moment_later_is_told_once_and_right, |world| {
    asked(world).await;
    assert_eq!(letters(&dated(world, "2014-10-09").await), [(Topic::DateOut, 1)]);
    world.wait(TimeDelta::minutes(5)).await;
    assert_eq!(world.mails_to(BEA).len(), 0, "the date waits for the quiet time");
    let second = moved(world, "workshop-4", 1, on("2014-10-10")).await;
    let shown = preview(&world.desk, &wanted(world, vec![second.clone()]).await).await.unwrap();
    assert_eq!(letters(&shown), [(Topic::DateOut, 1)], "she is told of this one");
    assert_eq!(change(world, vec![second]).await, shown);
    world.wait(TimeDelta::minutes(9)).await;
    assert_eq!(world.mails_to(BEA).len(), 0, "the correction begins the quiet time anew");
    world.wait(TimeDelta::minutes(1)).await;
    told_of(world, ["venerdì 10 ottobre", "9 ottobre"]);
    assert_eq!(letters(&dated(world, "2014-10-13").await), [], "she asked for one letter, and got it");
    world.wait(TimeDelta::hours(1)).await;
    told_of(world, ["venerdì 10 ottobre", "13 ottobre"]);
});

on_both!(a_title_corrected_meanwhile_stands_in_the_letter_and_holds_nothing_up, |world| {
    asked(world).await;
    dated(world, "2014-10-09").await;
    world.wait(TimeDelta::minutes(5)).await;
    let texts = Texts { title: Some("Quattro passi".into()), ..Texts::default() };
    let offering = world.offering("workshop-4").await;
    let edit = Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic };
    assert_eq!(letters(&change(world, vec![edit]).await), []);
    world.wait(TimeDelta::minutes(5)).await;
    told_of(world, ["Quattro passi", "10 ottobre"]);
});

on_both!(a_workshop_called_off_before_its_date_was_told_is_told_to_nobody, |world| {
    asked(world).await;
    dated(world, "2014-10-09").await;
    assert!(!waits(world).await);
    world.wait(TimeDelta::minutes(5)).await;
    let offering = world.offering("workshop-4").await;
    assert_eq!(letters(&change(world, vec![off(offering)]).await), []);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(world.mails_to(BEA).len(), 0);
    assert!(waits(world).await, "she was told of no date");
});

on_both!(a_draft_again_takes_its_date_back_and_the_next_one_is_told, |world| {
    asked(world).await;
    dated(world, "2014-10-09").await;
    world.wait(TimeDelta::minutes(5)).await;
    let path = format!("/gestione/offerte/{}/stato", world.offering("workshop-4").await);
    let admin = world.admin().await;
    assert_eq!(crate::edition_drafts::step(&admin, &path, "bozza").await, 303);
    assert!(waits(world).await);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(world.mails_to(BEA).len(), 0, "its page cannot be read any more");
    assert_eq!(letters(&dated(world, "2014-10-10").await), [], "nobody knows of a draft");
    let admin = world.admin().await;
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    world.wait(TimeDelta::minutes(5)).await;
    assert_eq!(letters(&dated(world, "2014-10-13").await), [(Topic::DateOut, 1)]);
    world.wait(TimeDelta::minutes(10)).await;
    told_of(world, ["lunedì 13 ottobre", "10 ottobre"]);
});

on_both!(an_edition_made_a_draft_again_takes_its_dates_back, |world| {
    asked(world).await;
    dated(world, "2014-10-09").await;
    world.wait(TimeDelta::minutes(5)).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2014/stato";
    assert_eq!(crate::edition_drafts::step(&admin, path, "bozza").await, 303);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(world.mails_to(BEA).len(), 0);
    let open = date_requests::open_of(world.desk.store.reader(), BEA).await.unwrap();
    assert_eq!(open.len(), 1, "she waits on");
});
