//! What is called off: one CANCEL for each day that lies ahead, nothing about past ones, and no reminder of it.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::impact::{Calendar, Topic};

use crate::harness::changing::{ADA, BEA, FIRST, change, moved, objects, off, on, on_the_course, told};
use crate::on_both;

on_both!(
    r55_r73_a_course_day_called_off_is_one_cancel_for_each_and_an_added_one_continues_the_count,
    |world| {
        on_the_course(world).await;
        let session = world.session("corso", 3).await;
        let impact = change(world, vec![Edit::CancelSession { session }]).await;
        let letters: Vec<_> = impact.letters.iter().map(|l| (l.topic, l.calendar, l.count)).collect();
        assert_eq!(letters, [(Topic::SessionCancelled, Calendar::Cancel, 2)]);
        world.wait(TimeDelta::minutes(11)).await;
        for address in [ADA, BEA] {
            let (objects, uids) = objects(world, address, "(3/7)");
            assert_eq!(objects, [told(("REQUEST", "0", "20141105")), told(("CANCEL", "1", "20141105"))]);
            assert_eq!(uids.len(), 1);
        }
        let offering = world.offering("corso").await;
        change(world, vec![Edit::AddSession { offering, to: on("2015-01-28") }]).await;
        world.wait(TimeDelta::minutes(11)).await;
        assert_eq!(objects(world, ADA, "(8/8)").0, [told(("REQUEST", "0", "20150128"))]);
        assert_eq!(objects(world, BEA, "(2/7)").0.len(), 1, "the other days are left alone");
    }
);

on_both!(r73_a_course_called_off_halfway_leaves_past_days_in_peoples_calendars, |world| {
    on_the_course(world).await;
    world.go_to("2014-11-10T08:00:00Z").await;
    let offering = world.offering("corso").await;
    change(world, vec![off(offering)]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let methods = |day: &str| -> Vec<String> {
        objects(world, ADA, day).0.into_iter().map(|(method, _, _)| method).collect()
    };
    for past in ["(1/7)", "(2/7)", "(3/7)"] {
        assert_eq!(methods(past), ["REQUEST"], "{past}");
    }
    for future in ["(4/7)", "(5/7)", "(6/7)", "(7/7)"] {
        assert_eq!(methods(future), ["REQUEST", "CANCEL"], "{future}");
    }
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(offering_cancelled)"]);
});

on_both!(a_workshop_called_off_tells_everybody_once_with_what_can_still_be_chosen, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let offering = world.offering("workshop-1").await;
    change(world, vec![off(offering)]).await;
    world.settle().await;
    for (address, calendars) in [(ADA, 1), (BEA, 0)] {
        let letter = world.mails_to(address).pop().unwrap();
        assert_eq!((letter.kind(), letter.calendars.len().min(1)), ("offering-cancelled", calendars));
        assert!(letter.text.contains("2 ottobre"), "{}", letter.text);
    }
    assert_eq!(world.states(BEA, "workshop-1").await, ["cancelled(offering_cancelled)"]);
    world.wait(TimeDelta::days(14)).await;
    for address in [ADA, BEA] {
        let told = world.mails_to(address).iter().filter(|m| m.kind() == "offering-cancelled").count();
        assert_eq!(told, 1, "{address}");
    }
    let later: Vec<String> = world.mails_to(ADA).iter().map(|m| m.kind().to_owned()).collect();
    assert!(!later.contains(&"reminder".to_owned()), "no reminder of what is not held: {later:?}");
});

on_both!(reminders_follow_a_moved_date_and_vanish_with_a_cancelled_one, |world| {
    on_the_course(world).await;
    change(world, vec![moved(world, "corso", 2, on("2014-10-30")).await]).await;
    let third = world.session("corso", 3).await;
    change(world, vec![Edit::CancelSession { session: third }]).await;
    world.go_to("2014-11-18T12:00:00Z").await;
    let reminders: Vec<(String, String)> = world
        .mails_to(ADA)
        .iter()
        .filter(|mail| mail.kind() == "reminder")
        .map(|mail| (date_line(&mail.raw), mail.subject.clone()))
        .collect();
    let days: Vec<&str> = reminders.iter().map(|(date, _)| date.as_str()).collect();
    assert_eq!(days, ["22 Sep", "20 Oct", "28 Oct", "17 Nov"], "{reminders:?}");
});

/// Day and month of a mail's Date.
fn date_line(raw: &str) -> String {
    let line = raw.lines().find(|line| line.starts_with("Date: ")).unwrap_or_default();
    line.split(' ').skip(2).take(2).collect::<Vec<_>>().join(" ")
}
