//! "Da fare oggi": a session that is near, and whose hours or place nobody knows yet.

use crate::day_lines::{leads, lines, to};
use crate::harness::World;
use crate::harness::changing::{change, moved, off, timed};
use crate::on_both;

const OFFICE: &str = "ufficio@percorso.example";
const ONE: &str = "incontro vicino senza orario o senza luogo.";
const SEVERAL: &str = "incontri vicini senza orario o senza luogo.";

/// Where the page of a session of the office is.
async fn page_of(world: &World, key: &str, number: i64) -> Option<String> {
    to(&format!("/gestione/sessioni/{}", world.session(key, number).await))
}

on_both!(a_session_without_hours_or_place_is_a_line_from_a_week_before_it_until_both_are_there, |world| {
    world.programme(|_| {}).await;
    let first = page_of(world, "workshop-1", 1).await;
    world.go_to("2014-09-16T12:00:00Z").await;
    assert_eq!(leads(world, ONE).await, None, "eight days before");
    world.go_to("2014-09-17T06:00:00Z").await;
    assert_eq!(leads(world, ONE).await, first);
    let admin = world.admin().await;
    let page = admin.get("/gestione").await;
    page.says("«Il promotore dell’Ama», mercoledì 24 settembre: chi viene non sa ancora a che ora o dove.");
    assert_eq!(admin.get(first.as_deref().unwrap()).await.status, 200);
    let english = admin.get("/en/gestione").await;
    english.says("session soon without hours or without a place.");
    change(
        world,
        vec![moved(world, "workshop-1", 1, timed("2014-09-24", "09:30:00", "17:00:00", None)).await],
    )
    .await;
    assert_eq!(leads(world, ONE).await, first, "the place is missing");
    let whole = timed("2014-09-24", "09:30:00", "17:00:00", Some("Sala AMALO"));
    change(world, vec![moved(world, "workshop-1", 1, whole).await]).await;
    assert_eq!(leads(world, ONE).await, None);
});

on_both!(several_sessions_share_a_line_that_leads_to_the_first_until_its_register_is_to_be_closed, |world| {
    world.programme(|_| {}).await;
    let (second, third) = (page_of(world, "workshop-2", 1).await, page_of(world, "workshop-3", 1).await);
    world.go_to("2014-09-26T08:00:00Z").await;
    assert_eq!(leads(world, SEVERAL).await, second);
    let page = world.admin().await.get("/gestione?tutte=si").await;
    let line = lines(&page).into_iter().position(|(said, _)| said == SEVERAL).expect("the line");
    let item = page.body.split("<li><b class=\"n\">").nth(line + 1).expect("its item");
    assert!(item.contains(">2<span class=\"vh\">"), "{item}");
    page.says("Il primo è «La valutazione di efficacia");
    world.go_to("2014-10-02T17:59:00Z").await;
    assert_eq!(leads(world, SEVERAL).await, second, "people are still to come");
    world.go_to("2014-10-02T18:00:00Z").await;
    assert_eq!(leads(world, ONE).await, third, "the evening has come: its register is the line now");
    world.go_to("2014-10-15T08:00:00Z").await;
    assert_eq!(leads(world, ONE).await, page_of(world, "corso", 1).await, "a day of the course too");
});

on_both!(what_is_called_off_or_a_draft_needs_no_hours, |world| {
    world.programme(|file| file.offerings[0].published = false).await;
    let second = world.offering("workshop-2").await;
    change(world, vec![off(second)]).await;
    world.go_to("2014-09-20T08:00:00Z").await;
    assert_eq!(leads(world, ONE).await, None, "the first one is a draft");
    world.go_to("2014-09-28T08:00:00Z").await;
    assert_eq!(leads(world, ONE).await, page_of(world, "workshop-3", 1).await, "the second is called off");
});

on_both!(the_list_of_a_monday_names_the_session_whose_hours_are_missing, |world| {
    world.programme(|_| {}).await;
    world.admin().await;
    world.go_to("2014-09-22T06:00:01Z").await;
    let letter = world.mails_to(OFFICE).into_iter().rfind(|mail| mail.kind() == "digest");
    let said = letter.map(|letter| letter.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let line =
        "1 incontro vicino senza orario o senza luogo: «Il promotore dell’Ama», mercoledì 24 settembre.";
    assert_eq!(said.map(|said| said.contains(line)), Some(true));
});
