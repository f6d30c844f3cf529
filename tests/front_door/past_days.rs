//! What is mended of a day that has gone by is the office's affair: nobody is written to.

use chrono::TimeDelta;
use percorso::domain::invite::Appointment;
use percorso::store::sessions;

use crate::feeds::{events, feed_of, fetch};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, change, moved, on, on_the_course};
use crate::on_both;

/// Another room for a day of the course; gives back how many letters that announces.
async fn another_room(world: &World, number: i64, date: &str) -> usize {
    let to = Appointment { place: Some("Sala Verde, Milano".into()), ..on(date) };
    let impact = change(world, vec![moved(world, "corso", number, to).await]).await;
    impact.letters.iter().map(|letters| letters.count).sum()
}

fn mails(world: &World) -> [usize; 2] {
    [ADA, BEA].map(|email| world.mails_to(email).len())
}

on_both!(r73_another_room_for_a_day_that_was_held_is_told_nobody, |world| {
    on_the_course(world).await;
    world.go_to("2014-10-23T08:00:00Z").await;
    let ada = world.signed_in(ADA).await;
    let path = feed_of(&ada).await;
    let (before, shown) = (mails(world), fetch(world, &path).await.body);
    assert_eq!(another_room(world, 1, "2014-10-22").await, 0, "nothing is announced");
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(mails(world), before);
    assert_eq!(fetch(world, &path).await.body, shown, "what was promised of that day stays in calendars");
    let held = sessions::find(world.desk.store.reader(), world.session("corso", 1).await).await.unwrap();
    assert_eq!(held.unwrap().place.as_deref(), Some("Sala Verde, Milano"), "it is mended all the same");
    assert_eq!(another_room(world, 2, "2014-10-29").await, 2, "of a day to come both are told");
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(mails(world), before.map(|count| count + 1));
    assert_eq!(events(&fetch(world, &path).await.body).len(), events(&shown).len());
});
