//! What whoever watches the program is told: that the database answers, and how late the oldest letter is.

use chrono::TimeDelta;

use crate::harness::{World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";

/// By how many seconds the oldest due letter is late.
async fn late_by(world: &World) -> i64 {
    let answer = world.browser().get("/health").await;
    assert_eq!((answer.status, answer.header("Content-Type")), (200, Some("application/json")));
    let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(told["database"], "ok");
    told["outbox_age_seconds"].as_i64().expect("a number")
}

on_both!(a_letter_that_is_due_and_waits_makes_the_outbox_older_until_it_has_left, |world| {
    world.programme(|_| {}).await;
    assert_eq!(late_by(world).await, 0, "nothing was ever written");
    let fields = form("Ada", "ada@posta.example", &[]);
    assert_eq!(world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await.status, 303);
    assert_eq!(late_by(world).await, 0, "due just now");
    let later = world.desk.clock.now() + TimeDelta::seconds(90);
    world.desk.clock.stand_at(later);
    assert_eq!(late_by(world).await, 90, "nobody has sent it");
    world.settle().await;
    assert_eq!(late_by(world).await, 0, "it has left");
});

on_both!(a_letter_that_is_planned_for_another_day_is_not_late, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let person = world.person("ada@posta.example").await;
    let all = percorso::store::outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    assert_eq!(all.iter().filter(|letter| letter.state == "waiting").count(), 1, "the reminder");
    assert_eq!(late_by(world).await, 0);
});
