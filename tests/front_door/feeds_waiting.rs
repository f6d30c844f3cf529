//! A calendar that asks while the letter of a change waits: it is shown what was handed over, for that letter may be taken
//! back yet, and a SEQUENCE that was shown is never lower again (CALENDAR.md R51, R52).

use chrono::TimeDelta;

use crate::feeds::{ADA, FIRST, feed_of, fetch, last_invite, move_first, number, one, says_the_same, value};
use crate::harness::World;
use crate::on_both;

/// Somebody gives the place back that they have.
async fn ada_leaves(world: &World) {
    let (id, person) = (world.enrolment(ADA, "workshop-1").await, world.person(ADA).await);
    percorso::usecases::cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
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
    let file = format!("/mio-percorso/incontri/{}.ics", world.session("workshop-1", 1).await);
    says_the_same(&one(&ada.get(&file).await.body), &handed);
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(20)).await;
    assert_eq!(world.mails_to(ADA).iter().filter(|mail| mail.kind() == "session-changed").count(), 1);
    let after = one(&fetch(world, &path).await.body);
    assert_eq!((number(&after), value(&after, "DTSTART")), (1, "20140925T093000".to_owned()));
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
