//! "Solo calendario, niente inviti", chosen and taken back while letters wait: what was mailed is taken back for good, and
//! nothing but the calendar part of a letter is lost.

use chrono::TimeDelta;

use crate::harness::changing::{ADA, FIRST, SECOND, change, moved, objects, on, on_the_course};
use crate::harness::{Browser, Mail, World};
use crate::on_both;

const ONLY: &str = "calendario";
const MAIL: &str = "mail";

async fn choose(browser: &Browser<'_>, what: &str) {
    let answer = browser.post("/mio-percorso/calendario", &[("inviti", what)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// The methods and dates of what Ada's calendar was mailed about her first workshop, in order.
fn mailed(world: &World) -> Vec<(String, String)> {
    objects(world, ADA, "promotore").0.into_iter().map(|(method, _, date)| (method, date)).collect()
}

fn told(methods: &[(&str, &str)]) -> Vec<(String, String)> {
    methods.iter().map(|(method, date)| ((*method).to_owned(), (*date).to_owned())).collect()
}

/// The kinds of the letters to Ada after so many, each with whether it carries a calendar object.
fn letters_after(world: &World, before: usize) -> Vec<(String, bool)> {
    let mails = world.mails_to(ADA);
    mails.iter().skip(before).map(|mail| (mail.kind().to_owned(), !mail.calendars.is_empty())).collect()
}

on_both!(given_up_taken_and_given_up_before_letters_left_what_was_mailed_is_still_taken_back, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    for what in [ONLY, MAIL, ONLY] {
        choose(&ada, what).await;
    }
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(mailed(world), told(&[("REQUEST", "20140924"), ("CANCEL", "20140924")]));
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    choose(&ada, MAIL).await;
    choose(&ada, ONLY).await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(mailed(world).len(), 2, "what was never mailed is not taken back");
});

on_both!(given_up_and_taken_before_letters_left_nothing_is_sent_and_changes_go_on, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = world.mails_to(ADA).len();
    choose(&ada, ONLY).await;
    choose(&ada, MAIL).await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(letters_after(world, before), [], "the calendar shows what is true already");
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(mailed(world), told(&[("REQUEST", "20140924"), ("REQUEST", "20140925")]));
    assert_eq!(objects(world, ADA, "promotore").1.len(), 1, "one UID for ever");
});

on_both!(who_gives_up_takes_again_and_leaves_before_letters_left_is_in_no_calendar, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    choose(&ada, ONLY).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    choose(&ada, MAIL).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(mailed(world), told(&[("REQUEST", "20140924"), ("CANCEL", "20140924")]));
});

on_both!(giving_up_invites_takes_the_calendar_part_out_of_a_waiting_letter_and_lets_it_go, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    let before = world.mails_to(ADA).len();
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    choose(&ada, ONLY).await;
    world.wait(TimeDelta::hours(1)).await;
    let mut letters = letters_after(world, before);
    letters.sort();
    let wanted = [("course-day-cancelled", true), ("place-confirmed", false), ("session-changed", false)];
    assert_eq!(letters, wanted.map(|(kind, carries)| (kind.to_owned(), carries)));
    let letter = world.mails_to(ADA).into_iter().find(|mail| mail.kind() == "session-changed").unwrap();
    assert!(letter.text.contains("25 settembre") && letter.text.contains("a mano"), "{}", letter.text);
});

on_both!(a_change_told_in_words_that_is_undone_is_not_told_though_invites_were_taken_meanwhile, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    choose(&ada, ONLY).await;
    world.wait(TimeDelta::hours(1)).await;
    let before = world.mails_to(ADA).len();
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    choose(&ada, MAIL).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-24")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(letters_after(world, before), [("course-day".to_owned(), true)]);
    assert_eq!(mailed(world).pop(), Some(("REQUEST".to_owned(), "20140924".to_owned())));
});

on_both!(r74_taken_again_the_days_of_the_course_come_in_the_order_of_their_dates, |world| {
    on_the_course(world).await;
    change(world, vec![moved(world, "corso", 2, on("2015-01-30")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    let ada = world.signed_in(ADA).await;
    choose(&ada, ONLY).await;
    world.wait(TimeDelta::hours(1)).await;
    let before = world.mails_to(ADA).len();
    choose(&ada, MAIL).await;
    world.wait(TimeDelta::hours(1)).await;
    let days = |mail: &Mail| {
        let (_, _, stream) = mail.calendars.first()?;
        let line = stream.lines().find(|line| line.starts_with("DTSTART") && line.contains("VALUE=DATE"))?;
        line.trim().rsplit(':').next().map(str::to_owned)
    };
    let mails = world.mails_to(ADA).split_off(before);
    let dates: Vec<String> =
        mails.iter().filter(|mail| mail.kind() == "course-day").filter_map(days).collect();
    let mut sorted = dates.clone();
    sorted.sort();
    assert_eq!((dates.len(), dates.last().map(String::as_str)), (8, Some("20150130")));
    assert_eq!(dates, sorted);
});
