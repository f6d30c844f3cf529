//! A reminder whose hour went by while a change waited that was taken back: nobody was told of the change, so it leaves.

use chrono::TimeDelta;

use crate::harness::changing::{ADA, SECOND, change, moved, on};
use crate::on_both;

on_both!(a_change_taken_back_over_the_hour_of_the_reminder_does_not_cost_the_reminder, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-09-30T06:55:00Z").await;
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-04")).await]).await;
    world.wait(TimeDelta::minutes(7)).await;
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-02")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    let kinds: Vec<String> = world.mails_to(ADA).iter().map(|mail| mail.kind().to_owned()).collect();
    let told = |kind: &str| kinds.iter().filter(|one| *one == kind).count();
    assert_eq!((told("reminder"), told("session-changed")), (1, 0), "{kinds:?}");
    world.wait(TimeDelta::days(3)).await;
    assert_eq!(world.mails_to(ADA).iter().filter(|mail| mail.kind() == "reminder").count(), 1);
});

on_both!(a_day_moved_to_one_whose_reminder_would_have_left_already_has_none, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-09-29T07:02:00Z").await;
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-01")).await]).await;
    world.wait(TimeDelta::days(3)).await;
    let kinds: Vec<String> = world.mails_to(ADA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert!(!kinds.iter().any(|kind| kind == "reminder"), "{kinds:?}");
});
