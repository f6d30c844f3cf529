//! Somebody stops after the course has begun: the office ends the place, and calendars lose the days that are still
//! ahead.

use chrono::TimeDelta;

use crate::finished_course::{finished, hold_day, on_the_course};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, objects};
use crate::on_both;

/// The page of Ada, and the address of the form that ends her place on the course.
async fn page(world: &World) -> (Answer, String) {
    let (person, enrolment) = (world.person(ADA).await, world.enrolment(ADA, "corso").await);
    let page = world.admin().await.get(&format!("/gestione/persone/{person}")).await;
    (page, format!("/gestione/iscrizioni/{enrolment}/annulla"))
}

on_both!(a_place_is_ended_after_the_second_day_and_only_the_days_ahead_are_taken_back, |world| {
    on_the_course(world, &[("Ada", ADA)]).await;
    hold_day(world, 1, &[(ADA, "P")]).await;
    hold_day(world, 2, &[(ADA, "A")]).await;
    world.go_to("2014-10-30T08:00:00Z").await;
    let (shown, form) = page(world).await;
    assert!(shown.body.contains(&format!("action=\"{form}\"")), "{}", shown.text());
    let before = world.mails_to(ADA).len();
    let admin = world.admin().await;
    assert_eq!(admin.post(&form, &[("motivo", " ")]).await.status, 422);
    let ended = admin.post(&form, &[("motivo", "Ha telefonato: smette.")]).await;
    assert_eq!(ended.status, 303, "{}", ended.text());
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(by_staff)"]);
    let mut kinds: Vec<String> =
        world.mails_to(ADA).iter().skip(before).map(|mail| mail.kind().to_owned()).collect();
    kinds.sort();
    assert_eq!(kinds, ["course-day-cancelled", "course-left"]);
    let (told, _) = objects(world, ADA, "");
    let cancelled: Vec<&str> =
        told.iter().filter(|(method, ..)| method == "CANCEL").map(|(_, _, begin)| begin.as_str()).collect();
    assert_eq!(cancelled, ["20141105"], "the two that were held stay where they are");
});

on_both!(a_course_that_is_over_is_not_left_any_more, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    world.go_to("2014-11-06T08:00:00Z").await;
    let (shown, form) = page(world).await;
    assert!(!shown.body.contains(&form), "{}", shown.text());
    let refused = world.admin().await.post(&form, &[("motivo", "Ha telefonato: smette.")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
});
