//! A change waits over the hour of a reminder. Nobody reads in the reminder of a change they were not told of: what is told
//! tells in its place, and where the change is taken back the reminder leaves as if nothing had been.

use chrono::TimeDelta;

use crate::harness::changing::{ADA, BEA, SECOND, change, moved, on, timed};
use crate::harness::{Mail, World};
use crate::on_both;

const CHANGED: &str = "session-changed";
const REMINDER: &str = "reminder";

/// The second workshop is held in the first room. Ada takes invites, Bea does not.
async fn two_people(world: &World) {
    world.programme(|_| {}).await;
    second(world, "2014-10-02", "Sala A").await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let bea = world.sign_up("Bea", BEA, &[SECOND]).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
}

/// The second workshop is held then and there.
async fn second(world: &World, date: &str, room: &str) {
    change(world, vec![moved(world, "workshop-2", 1, timed(date, "", "", Some(room))).await]).await;
}

/// The reminders somebody got, and what they were told of changes.
fn told(world: &World, address: &str) -> Vec<Mail> {
    let mut mails = world.mails_to(address);
    mails.retain(|mail| [CHANGED, REMINDER].contains(&mail.kind()));
    mails
}

fn kinds(mails: &[Mail]) -> Vec<&str> {
    mails.iter().map(Mail::kind).collect()
}

/// Somebody was told one thing: by this kind of letter, which says this and does not say that.
fn told_once(world: &World, address: &str, kind: &str, [this, that]: [&str; 2]) {
    let mails = told(world, address);
    assert_eq!(kinds(&mails), [kind], "{address}");
    let text = &mails[0].text;
    assert!(text.contains(this) && !text.contains(that), "{address}: {text}");
}

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

on_both!(
    a_move_to_an_earlier_day_taken_back_over_the_hour_of_the_reminder_does_not_cost_it_either,
    |world| {
        two_people(world).await;
        world.go_to("2014-09-30T06:55:00Z").await;
        second(world, "2014-10-01", "Sala A").await;
        world.go_to("2014-09-30T07:02:00Z").await;
        second(world, "2014-10-02", "Sala A").await;
        world.wait(TimeDelta::hours(1)).await;
        for address in [ADA, BEA] {
            told_once(world, address, REMINDER, ["2 ottobre", "1 ottobre"]);
            assert!(told(world, address)[0].subject.starts_with("Dopodomani"));
        }
        world.wait(TimeDelta::days(3)).await;
        assert_eq!(told(world, ADA).len(), 1, "it leaves once");
    }
);

on_both!(a_day_moved_to_one_whose_reminder_would_have_left_already_has_none, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-09-29T07:02:00Z").await;
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-01")).await]).await;
    world.wait(TimeDelta::days(3)).await;
    let kinds: Vec<String> = world.mails_to(ADA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert!(!kinds.iter().any(|kind| kind == "reminder"), "{kinds:?}");
});

on_both!(a_room_changed_and_back_over_the_hour_of_the_reminder_is_never_spoken_of, |world| {
    two_people(world).await;
    world.go_to("2014-09-30T06:55:00Z").await;
    second(world, "2014-10-02", "Sala B").await;
    world.go_to("2014-09-30T07:03:00Z").await;
    assert_eq!(kinds(&told(world, ADA)), Vec::<&str>::new(), "it may be a mistake yet");
    second(world, "2014-10-02", "Sala A").await;
    world.go_to("2014-10-02T12:00:00Z").await;
    for address in [ADA, BEA] {
        told_once(world, address, REMINDER, ["Sala A", "Sala B"]);
    }
});

on_both!(a_day_moved_by_mistake_over_the_hour_of_its_reminder_is_not_reminded_of, |world| {
    two_people(world).await;
    world.go_to("2014-09-29T06:55:00Z").await;
    second(world, "2014-10-01", "Sala A").await;
    world.go_to("2014-09-29T07:03:00Z").await;
    second(world, "2014-10-02", "Sala A").await;
    world.go_to("2014-09-30T06:59:00Z").await;
    assert_eq!(kinds(&told(world, ADA)), Vec::<&str>::new());
    world.go_to("2014-10-02T12:00:00Z").await;
    for address in [ADA, BEA] {
        told_once(world, address, REMINDER, ["2 ottobre", "1 ottobre"]);
    }
});

on_both!(what_is_told_of_a_change_at_the_hour_of_the_reminder_is_told_in_its_place, |world| {
    two_people(world).await;
    world.go_to("2014-09-30T06:55:00Z").await;
    second(world, "2014-10-02", "Sala B").await;
    world.go_to("2014-09-30T09:00:00Z").await;
    for address in [ADA, BEA] {
        told_once(world, address, CHANGED, ["Sala B", "Sala C"]);
    }
    second(world, "2014-10-02", "Sala C").await;
    world.wait(TimeDelta::minutes(3)).await;
    second(world, "2014-10-02", "Sala B").await;
    world.go_to("2014-10-02T12:00:00Z").await;
    assert_eq!(kinds(&told(world, ADA)), [CHANGED], "that letter was the reminder");
});

on_both!(whoever_came_after_the_hour_of_the_reminder_gets_none_by_a_change_that_is_taken_back, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-10-01T08:00:00Z").await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.wait(TimeDelta::minutes(1)).await;
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-09")).await]).await;
    world.wait(TimeDelta::minutes(3)).await;
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-02")).await]).await;
    world.go_to("2014-10-02T12:00:00Z").await;
    assert_eq!(kinds(&told(world, ADA)), Vec::<&str>::new());
});
