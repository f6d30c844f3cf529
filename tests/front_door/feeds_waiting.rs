//! A calendar that asks while the letter of a change waits: it is shown what was handed over, for that letter may be taken
//! back yet, and a SEQUENCE that was shown is never lower again (CALENDAR.md R51, R52).

use chrono::TimeDelta;

use percorso::domain::change::{Edit, Texts};
use percorso::domain::waiting_list::Offers;
use percorso::store::offerings;

use crate::feeds::{ADA, FIRST, feed_of, fetch, last_invite, move_first, number, one, says_the_same, value};
use crate::harness::World;
use crate::harness::changing::change;
use crate::on_both;

/// Somebody gives the place back that they have.
async fn ada_leaves(world: &World) {
    let (id, person) = (world.enrolment(ADA, "workshop-1").await, world.person(ADA).await);
    percorso::usecases::cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
}

/// The title of the first workshop is spelled otherwise.
async fn retitle_first(world: &World) {
    let texts = Texts { title: Some("Il promotore dell’AMA".into()), ..Texts::default() };
    let offering = world.offering("workshop-1").await;
    change(world, vec![Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic }]).await;
}

on_both!(r51_a_change_that_is_taken_back_before_its_mail_left_was_never_in_a_feed, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(20)).await;
    let handed = last_invite(world);
    assert_eq!(number(&handed), 1);
    let before = fetch(world, &path).await.body;
    says_the_same(&one(&before), &handed);
    move_first(world, "2014-09-26").await;
    world.wait(TimeDelta::minutes(5)).await;
    says_the_same(&one(&fetch(world, &path).await.body), &handed);
    let page = ada.get("/mio-percorso/calendario").await;
    assert_eq!(
        ["25 settembre", "26 settembre"].map(|day| page.text().contains(day)),
        [false, true],
        "read now"
    );
    let file = format!("/mio-percorso/incontri/{}.ics", world.session("workshop-1", 1).await);
    says_the_same(&one(&ada.get(&file).await.body), &handed);
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(20)).await;
    assert_eq!(world.mails_to(ADA).iter().filter(|mail| mail.kind() == "session-changed").count(), 1);
    says_the_same(&one(&fetch(world, &path).await.body), &handed);
});

on_both!(r52_the_cancel_of_whoever_leaves_in_the_quiet_time_is_above_what_every_feed_said, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    move_first(world, "2014-09-26").await;
    let fed = one(&fetch(world, &path).await.body);
    ada_leaves(world).await;
    world.settle().await;
    let cancel = last_invite(world);
    assert_eq!(value(&cancel, "STATUS"), "CANCELLED");
    assert!(number(&cancel) > number(&fed), "{} {}", number(&cancel), number(&fed));
    assert!(value(&cancel, "DTSTAMP") > value(&fed, "DTSTAMP"));
});

on_both!(r52_r71_a_stamp_that_was_shown_of_a_corrected_title_is_never_earlier_again, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    world.wait(TimeDelta::hours(1)).await;
    retitle_first(world).await;
    let shown = async || {
        let event = one(&fetch(world, &path).await.body);
        (number(&event), value(&event, "DTSTAMP"))
    };
    let corrected = shown().await;
    assert_eq!(corrected, (0, "20140915T080000Z".to_owned()));
    world.wait(TimeDelta::hours(1)).await;
    move_first(world, "2014-09-26").await;
    let waits = shown().await;
    assert_eq!(waits.0, 0);
    assert!(waits.1 >= corrected.1, "{waits:?}");
    world.wait(TimeDelta::minutes(11)).await;
    let left = shown().await;
    assert_eq!(left.0, 1);
    assert!(left.1 >= waits.1, "{left:?}");
});

on_both!(r71_a_title_corrected_while_a_letter_waits_is_the_one_it_leaves_with, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    move_first(world, "2014-09-26").await;
    world.wait(TimeDelta::minutes(5)).await;
    retitle_first(world).await;
    world.wait(TimeDelta::minutes(6)).await;
    let mail = world.mails_to(ADA).pop().expect("a mail");
    assert_eq!(mail.kind(), "session-changed");
    assert!(mail.text.contains("Il promotore dell’AMA"), "{}", mail.text);
    let left = last_invite(world);
    assert!(value(&left, "SUMMARY").contains("Il promotore dell’AMA"), "{}", value(&left, "SUMMARY"));
    says_the_same(&one(&fetch(world, &path).await.body), &left);
});

on_both!(r71_a_gloss_corrected_while_an_english_letter_waits_is_the_one_it_leaves_with, |world| {
    world.programme(|_| {}).await;
    let offering = world.offering("workshop-1").await;
    let id = offering.to_string();
    let fields = [("nome", "Ada"), ("cognome", "Prova"), ("email", ADA), ("privacy", "si"), ("lingua", "en")];
    let fields = [&fields[..], &[("offerta", id.as_str())]].concat();
    assert_eq!(world.admin().await.post("/gestione/persone/nuova", &fields).await.status, 303);
    world.settle().await;
    let path = feed_of(&world.signed_in(ADA).await).await;
    move_first(world, "2014-09-26").await;
    world.wait(TimeDelta::minutes(5)).await;
    let row = offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    let gloss_en = Some("Who promotes mutual aid".to_owned());
    let texts = Texts { title: row.title, gloss_en, ..Texts::default() };
    change(world, vec![Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic }]).await;
    world.wait(TimeDelta::minutes(6)).await;
    let mail = world.mails_to(ADA).pop().expect("a mail");
    assert_eq!(mail.kind(), "session-changed");
    assert!(mail.text.contains("(Who promotes mutual aid)"), "{}", mail.text);
    says_the_same(&one(&fetch(world, &path).await.body), &last_invite(world));
});
