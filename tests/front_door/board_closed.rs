//! "Chi è a che punto": whoever has the workshops can enrol only while the course takes people; afterwards the board says
//! that it does not.

use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;

use crate::harness::World;
use crate::harness::changing::{ADA, FIRST, SECOND, change, off, rule};
use crate::on_both;

const CAN: &str = "Possono iscriversi";
const CANNOT: &str = "Hanno i workshop, iscrizioni non aperte";

/// Which of the two words the strip of stages has.
async fn strip(world: &World) -> (bool, bool) {
    let page = world.admin().await.get("/gestione").await;
    let (_, rest) = page.body.split_once("class=\"stages\"").expect("the strip");
    let strip = rest.split_once("</ol>").expect("its end").0;
    (strip.contains(CAN), strip.contains(CANNOT))
}

on_both!(once_the_course_takes_nobody_the_board_does_not_say_that_people_can_enrol, |world| {
    world.programme(|file| file.edition.rule.enrolment_closes = "2014-10-10".parse().ok()).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    for (key, evening) in [("workshop-1", "2014-09-24T16:00:00Z"), ("workshop-2", "2014-10-02T16:00:00Z")] {
        world.go_to(evening).await;
        world.register(key, 1, &[(ADA, "P")]).await;
    }
    world.go_to("2014-10-10T20:00:00Z").await;
    assert_eq!(strip(world).await, (true, false), "the last day");
    world.go_to("2014-10-11T08:00:00Z").await;
    assert_eq!(strip(world).await, (false, true));
    let admin = world.admin().await;
    let stage = admin.get("/gestione?tappa=rule-reached").await;
    stage.says("Hanno i workshop, iscrizioni non aperte 1 persona");
    stage.says("Iscrizioni chiuse");
    assert!(!stage.text().contains(CAN), "{}", stage.text());
    let paper = admin.get("/gestione?tappa=rule-reached&stampa=si").await;
    paper.says("Tappa: Hanno i workshop, iscrizioni non aperte.");
    admin.get("/en/gestione").await.says("Have the workshops, sign-up not open");
    let to = Rule { enrolment_closes: None, ..rule(world).await };
    change(world, vec![Edit::Rule { to }]).await;
    assert_eq!(strip(world).await, (true, false), "it is open again");
    world.go_to("2014-10-22T08:00:00Z").await;
    assert_eq!(strip(world).await, (false, true), "the course has begun");
    world.go_to("2015-01-25T08:00:00Z").await;
    assert_eq!(strip(world).await, (false, true), "it is over");
});

on_both!(nobody_can_enrol_in_a_course_that_was_called_off, |world| {
    world.programme(|_| {}).await;
    assert_eq!(strip(world).await, (true, false));
    let course = world.offering("corso").await;
    change(world, vec![off(course)]).await;
    assert_eq!(strip(world).await, (false, true));
});
