//! What a change means is told whole: to whoever it concerns, to whoever leads the day, and to the office before it saves.

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::impact::Topic;
use percorso::usecases::change_programme::preview;

use crate::harness::changing::{
    ADA, BEA, an_offer, change, moved, off, on, on_track, required, timed, wanted,
};
use crate::harness::{TRAINER, World};
use crate::invite_details::header;
use crate::office_changes::typed;
use crate::on_both;

const ROOM: &str = "tomorrow-in-the-room";
const NOT_TOMORROW: &str = "not-tomorrow";

/// How many letters of a kind somebody got so far.
fn count(world: &World, address: &str, kind: &str) -> usize {
    world.mails_to(address).iter().filter(|mail| mail.kind() == kind).count()
}

/// The first workshop is held on this day.
async fn first_on(world: &World, date: &str) {
    change(world, vec![moved(world, "workshop-1", 1, on(date)).await]).await;
}

on_both!(who_was_told_of_a_risk_is_told_that_it_is_gone_though_it_came_back_in_between, |world| {
    on_track(world).await;
    required(world, 3).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "provisional-at-risk");
    for missing in [2, 3] {
        required(world, missing).await;
        world.wait(TimeDelta::minutes(2)).await;
    }
    let shown = required(world, 2).await;
    let announced: Vec<_> = shown.letters.iter().map(|l| (l.topic, l.count)).collect();
    assert_eq!(announced, [(Topic::RiskGone, 1)]);
    world.wait(TimeDelta::minutes(30)).await;
    let letter = world.mails_to(ADA).pop().unwrap();
    let subject = "Il tuo posto provvisorio nel corso non scade più";
    assert_eq!((letter.kind(), letter.subject.as_str()), ("provisional-place", subject));
    assert_eq!(count(world, ADA, "provisional-at-risk"), 1, "of the second end nobody heard");
    required(world, 3).await;
    world.wait(TimeDelta::minutes(2)).await;
    assert_eq!(required(world, 2).await.letters, [], "since it was gone nobody was told of an end");
    let before = world.mails().len();
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(world.mails().len(), before);
});

on_both!(whoever_has_a_provisional_place_is_named_before_two_appointments_meet, |world| {
    on_track(world).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let mut form = typed(["22", "10", "2014"], ["", ""], "");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let page = world.admin().await.post(&path, &form).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.says("1 persona avrebbe due appuntamenti nello stesso momento:");
    let together = vec![
        moved(world, "workshop-2", 1, on("2014-10-21")).await,
        moved(world, "corso", 1, on("2014-10-21")).await,
    ];
    let (ada, days) =
        (world.person(ADA).await, (world.session("workshop-2", 1).await, world.session("corso", 1).await));
    let means = preview(&world.desk, &wanted(world, together).await).await.expect("it can be done");
    let clashes: Vec<_> = means.clashes.iter().map(|c| (c.person, c.session, c.with)).collect();
    assert_eq!(clashes, [(ada, days.0, days.1)], "two that are moved to one day meet once");
});

on_both!(a_day_moved_to_tomorrow_after_five_and_back_is_announced_to_no_trainer, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-16T15:30:00Z").await;
    first_on(world, "2014-09-17").await;
    world.wait(TimeDelta::minutes(2)).await;
    first_on(world, "2014-09-24").await;
    world.go_to("2014-09-17T20:00:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 0);
});

on_both!(a_day_moved_to_tomorrow_after_five_waits_the_quiet_time_and_reminds_its_trainer_once, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-16T15:30:00Z").await;
    first_on(world, "2014-09-17").await;
    world.wait(TimeDelta::minutes(9)).await;
    assert_eq!(count(world, TRAINER, ROOM), 0, "it may be a mistake yet");
    world.go_to("2014-09-17T20:00:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 1);
});

on_both!(whoever_leads_tomorrow_reads_the_hours_that_were_changed_after_the_reminder, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-23T15:30:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 1);
    let hours = timed("2014-09-24", "14:30:00", "18:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, hours).await]).await;
    world.go_to("2014-09-24T20:00:00Z").await;
    assert_eq!(count(world, TRAINER, ROOM), 2);
    let letter = world.mails_to(TRAINER).into_iter().rfind(|mail| mail.kind() == ROOM).unwrap();
    assert!(letter.text.contains("14:30"), "{}", letter.text);
});

on_both!(whoever_was_reminded_of_tomorrow_reads_when_it_is_moved_away_or_called_off, |world| {
    world.programme(|_| {}).await;
    world.go_to("2014-09-23T15:30:00Z").await;
    first_on(world, "2014-10-06").await;
    world.wait(TimeDelta::minutes(15)).await;
    let letter = world.mails_to(TRAINER).pop().unwrap();
    assert_eq!(letter.kind(), NOT_TOMORROW);
    assert!(letter.text.contains("6 ottobre"), "{}", letter.text);
    first_on(world, "2014-09-24").await;
    world.wait(TimeDelta::minutes(15)).await;
    assert_eq!(world.mails_to(TRAINER).pop().unwrap().kind(), ROOM);
    let offering = world.offering("workshop-1").await;
    change(world, vec![off(offering)]).await;
    world.wait(TimeDelta::minutes(15)).await;
    let letter = world.mails_to(TRAINER).pop().unwrap();
    assert_eq!(letter.kind(), NOT_TOMORROW);
    assert!(letter.text.contains("annullat"), "{}", letter.text);
    world.go_to("2014-09-24T20:00:00Z").await;
    assert_eq!((count(world, TRAINER, ROOM), count(world, TRAINER, NOT_TOMORROW)), (2, 2));
});

on_both!(whoever_leads_today_reads_that_it_was_moved_away_though_the_clock_jumps_over_it, |world| {
    world.programme(|_| {}).await;
    let hours = timed("2014-09-24", "15:00:00", "18:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, hours).await]).await;
    world.go_to("2014-09-24T08:00:20Z").await;
    assert_eq!((count(world, TRAINER, ROOM), count(world, TRAINER, NOT_TOMORROW)), (1, 0));
    first_on(world, "2014-10-06").await;
    world.go_to("2014-09-25T07:00:00Z").await;
    let letter = world.mails_to(TRAINER).pop().unwrap();
    assert_eq!(letter.kind(), NOT_TOMORROW);
    let sent = DateTime::parse_from_rfc2822(&header(&letter, "Date")).unwrap().with_timezone(&Utc);
    assert_eq!(sent, "2014-09-24T08:11:00Z".parse::<DateTime<Utc>>().unwrap());
});

on_both!(before_a_day_is_moved_the_office_reads_whose_offer_ends_and_who_has_less_time_to_answer, |world| {
    an_offer(world).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let (admin, bea) = (world.admin().await, world.person(BEA).await);
    let ends = "1 persona perde il posto che le avevamo offerto: torna in lista d’attesa.";
    let shorter = "1 persona ha meno tempo per rispondere all’offerta di un posto.";
    for (day, ended, shortened) in [("16", true, false), ("17", false, true), ("30", false, false)] {
        let mut form = typed([day, "9", "2014"], ["", ""], "");
        form.extend([("versione", "1"), ("azione", "controlla")]);
        let page = admin.post(&path, &form).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let text = page.text();
        assert_eq!((text.contains(ends), text.contains(shorter)), (ended, shortened), "{day}: {text}");
        let date = format!("2014-09-{day}");
        let edit = moved(world, "workshop-2", 1, on(&date)).await;
        let means = preview(&world.desk, &wanted(world, vec![edit]).await).await.expect("it can be done");
        let means = serde_json::to_value(&means).unwrap();
        let named = |whether: bool| if whether { serde_json::json!([bea]) } else { serde_json::json!([]) };
        assert_eq!((&means["offers_end"], &means["offers_shorter"]), (&named(ended), &named(shortened)));
    }
    let offering = world.offering("workshop-2").await;
    let means = preview(&world.desk, &wanted(world, vec![off(offering)]).await).await.unwrap();
    let means = serde_json::to_value(&means).unwrap();
    assert_eq!(means["offers_end"], serde_json::json!([]), "what is called off says so by itself");
});
