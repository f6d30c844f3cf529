//! After the first invite comes real life: hours are set, dates move, days are called off, and every calendar stays
//! true. The letters are read by libraries that are not ours.

use chrono::TimeDelta;
use percorso::domain::change::{Edit, Texts};
use percorso::domain::edition::Rule;
use percorso::domain::impact::{Calendar, Topic};
use percorso::domain::waiting_list::Offers;
use percorso::usecases::Actor;
use percorso::usecases::change_programme::{change_programme, preview};

use crate::harness::World;
use crate::harness::changing::{
    ADA, BEA, FIRST, SECOND, change, moved, objects, off, on, on_the_course, rule, timed, told, wanted,
};
use crate::on_both;

on_both!(r31a_r51_hours_set_later_are_one_update_of_the_same_uid, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let to = timed("2014-09-24", "09:30:00", "17:00:00", Some("Sala AMALO"));
    let impact = change(world, vec![moved(world, "workshop-1", 1, to).await]).await;
    let letters: Vec<_> = impact.letters.iter().map(|l| (l.topic, l.calendar, l.count)).collect();
    assert_eq!(letters, [(Topic::Changed, Calendar::Update, 1)]);
    world.settle().await;
    assert_eq!(objects(world, ADA, "").0.len(), 1, "nothing leaves within the quiet time");
    world.wait(TimeDelta::minutes(10)).await;
    let (objects, uids) = objects(world, ADA, "");
    assert_eq!(objects, [told(("REQUEST", "0", "20140924")), told(("REQUEST", "1", "20140924T093000"))]);
    assert_eq!(uids.len(), 1, "one UID for ever");
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "session-changed");
});

on_both!(r70_two_changes_within_the_quiet_time_are_one_update_and_one_undone_is_none, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    world.wait(TimeDelta::minutes(5)).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-26")).await]).await;
    world.wait(TimeDelta::minutes(9)).await;
    assert_eq!(objects(world, ADA, "").0.len(), 1, "the second change begins the quiet time anew");
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(
        objects(world, ADA, "").0,
        [told(("REQUEST", "0", "20140924")), told(("REQUEST", "1", "20140926"))]
    );
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-29")).await]).await;
    world.wait(TimeDelta::minutes(2)).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-26")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(objects(world, ADA, "").0.len(), 2, "what is undone is not told");
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-30")).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(objects(world, ADA, "").0.pop(), Some(told(("REQUEST", "2", "20140930"))));
});

on_both!(r71_a_corrected_title_is_no_calendar_mail, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = world.mails_to(ADA).len();
    let texts = Texts { title: Some("Il promotore dell’AMA".into()), ..Texts::default() };
    let offering = world.offering("workshop-1").await;
    let edit = Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic };
    assert_eq!(change(world, vec![edit]).await.letters, []);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(world.mails_to(ADA).len(), before);
});

on_both!(r50_a_change_before_the_first_invite_left_changes_that_invite, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    let to = timed("2014-10-02", "09:30:00", "17:00:00", None);
    change(world, vec![moved(world, "workshop-2", 1, to).await]).await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(
        objects(world, ADA, "valutazione").0,
        [told(("REQUEST", "0", "20141002T093000"))],
        "the confirmation that waited says it"
    );
});

on_both!(m7_a_workshop_that_gets_its_title_and_date_tells_who_asked_once, |world| {
    world.programme(|_| {}).await;
    let slug = "quarto-workshop";
    let asked = world.browser().post(&format!("/workshop/{slug}/avvisami"), &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let offering = world.offering("workshop-4").await;
    let texts = Texts { title: Some("Quattro passi".into()), ..Texts::default() };
    let edits = vec![
        Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic },
        moved(world, "workshop-4", 1, on("2014-10-09")).await,
    ];
    assert_eq!(
        change(world, edits).await.letters.iter().map(|l| (l.topic, l.count)).collect::<Vec<_>>(),
        [(Topic::DateOut, 1)]
    );
    change(world, vec![moved(world, "workshop-4", 1, on("2014-10-10")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    let kinds: Vec<String> = world.mails_to(BEA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds, ["date-out"]);
});

on_both!(
    a_workshop_moved_past_the_first_day_puts_a_provisional_place_at_risk_and_reached_stays_reached,
    |world| {
        world.programme(|_| {}).await;
        let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
        assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
        assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
        let impact = change(world, vec![moved(world, "workshop-2", 1, on("2014-10-22")).await]).await;
        let topics: Vec<Topic> = impact.letters.iter().map(|l| l.topic).collect();
        assert_eq!(topics, [Topic::Changed, Topic::AtRisk]);
        world.wait(TimeDelta::minutes(11)).await;
        assert!(world.mails_to(ADA).iter().any(|mail| mail.kind() == "provisional-at-risk"));
        change(world, vec![moved(world, "workshop-2", 1, on("2014-10-02")).await]).await;
        world.go_to("2014-09-24T15:00:00Z").await;
        world.register("workshop-1", 1, &[(ADA, "P")]).await;
        world.go_to("2014-10-02T15:00:00Z").await;
        world.register("workshop-2", 1, &[(ADA, "P")]).await;
        world.wait(TimeDelta::hours(1)).await;
        assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
        let rule = Rule { required: 3, ..rule(world).await };
        assert_eq!(change(world, vec![Edit::Rule { to: rule }]).await.drops, Vec::<i64>::new());
        assert_eq!(world.states(ADA, "corso").await, ["confirmed"], "reached is a dated fact");
    }
);

on_both!(the_impact_that_is_shown_is_what_then_happens, |world| {
    on_the_course(world).await;
    let edits = vec![
        moved(world, "corso", 1, on("2014-10-23")).await,
        moved(world, "workshop-1", 1, on("2014-09-26")).await,
        Edit::CancelSession { session: world.session("corso", 7).await },
    ];
    let wanted = wanted(world, edits).await;
    let shown = preview(&world.desk, &wanted).await.unwrap();
    let before = world.mails().len();
    world.settle().await;
    assert_eq!(world.mails().len(), before, "looking saves nothing and tells nobody");
    let done = change_programme(&world.desk, &wanted, Actor::Command).await.unwrap();
    assert_eq!(shown, done);
    world.wait(TimeDelta::minutes(11)).await;
    let sent = world.mails().split_off(before);
    assert_eq!(sent.len(), shown.letters_in_all());
    for (kind, topic, calendar) in [
        ("session-changed", Topic::Changed, Calendar::Update),
        ("session-cancelled", Topic::SessionCancelled, Calendar::Cancel),
    ] {
        let lines = shown.letters.iter().filter(|line| line.topic == topic && line.calendar == calendar);
        let said: usize = lines.map(|line| line.count).sum();
        let came = sent.iter().filter(|mail| mail.kind() == kind && !mail.calendars.is_empty()).count();
        assert!(said > 0 && came == said, "{kind}: {came} of {said}");
    }
});

on_both!(the_first_day_of_the_course_is_the_earliest_one_wherever_its_days_were_moved, |world| {
    on_the_course(world).await;
    change(world, vec![moved(world, "corso", 1, on("2014-11-06")).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let ada = world.signed_in(ADA).await;
    let enrolment = world.enrolment(ADA, "corso").await;
    ada.get(&format!("/mio-percorso/{enrolment}/disdici")).await.says("mercoledì 29 ottobre");
    let session = world.session("corso", 2).await;
    change(world, vec![Edit::CancelSession { session }]).await;
    ada.get(&format!("/mio-percorso/{enrolment}/disdici")).await.says("mercoledì 5 novembre");
    let offering = world.offering("corso").await;
    change(world, vec![off(offering)]).await;
    world.settle().await;
    let mails = world.mails_to(ADA);
    let letter = mails.iter().find(|mail| mail.kind() == "offering-cancelled").unwrap();
    assert!(letter.text.contains("Prima giornata: mercoledì 5 novembre"), "{}", letter.text);
});

/// Makes the changes and waits until what follows has left: the letters that were announced, and those that came.
async fn announced_and_come(world: &World, edits: Vec<Edit>) -> (Vec<(Topic, Calendar, usize)>, Vec<String>) {
    world.settle().await;
    let before = world.mails().len();
    let shown = change(world, edits).await;
    world.wait(TimeDelta::minutes(11)).await;
    let mut kinds: Vec<String> =
        world.mails().split_off(before).iter().map(|mail| mail.kind().to_owned()).collect();
    kinds.sort();
    kinds.dedup_by(|a, b| a == b && a != "course-day" && a != "course-day-cancelled");
    (shown.letters.iter().map(|l| (l.topic, l.calendar, l.count)).collect(), kinds)
}

on_both!(a_course_called_off_is_announced_with_one_letter_more_for_each_day_in_a_calendar, |world| {
    on_the_course(world).await;
    let bea = world.signed_in(BEA).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::minutes(11)).await;
    let offering = world.offering("corso").await;
    let (shown, come) = announced_and_come(world, vec![off(offering)]).await;
    assert_eq!(
        shown,
        [(Topic::OfferingCancelled, Calendar::None, 2), (Topic::CourseDay, Calendar::Cancel, 7)]
    );
    let days = vec!["course-day-cancelled".to_owned(); 7];
    assert_eq!(come, [days, vec!["offering-cancelled".to_owned()]].concat());
});

on_both!(a_place_that_becomes_final_is_announced_with_one_letter_more_for_each_day_ahead, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::hours(1)).await;
    let to = Rule { required: 1, ..rule(world).await };
    let (shown, come) = announced_and_come(world, vec![Edit::Rule { to }]).await;
    assert_eq!(shown, [(Topic::PlaceFinal, Calendar::None, 1), (Topic::CourseDay, Calendar::Update, 7)]);
    let days = vec!["course-day".to_owned(); 7];
    assert_eq!(come, [vec!["course-confirmed".to_owned()], days].concat());
});
