//! Two things at the same time are said wherever a date is set: also the hours of all days at once, and also where the other
//! one belongs to another public edition.

use percorso::domain::session::Hours;
use percorso::usecases::import_edition::Imported;

use crate::course_days::send;
use crate::edition_dates::dated;
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::office_changes::typed;
use crate::on_both;
use crate::two_editions::next_season;

const SAME_TIME: &str = "nello stesso momento, c’è già";

/// The next season is public too; its first workshop is held on this day, in the evening, and its second one, a draft, on
/// another.
async fn next_season_on(world: &World, first: &str, second: &str) {
    let mut file = next_season();
    let evening = Hours { start: "18:00:00".parse().unwrap(), end: "20:00:00".parse().unwrap() };
    file.offerings[0].sessions[0].date = first.parse().ok();
    file.offerings[0].sessions[0].hours = Some(evening);
    file.offerings[1].sessions[0].date = second.parse().ok();
    file.offerings[1].published = false;
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
}

on_both!(a_clash_with_a_session_of_another_public_edition_is_said_at_its_date, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-4").await);
    next_season_on(world, "2014-10-09", "2014-10-10").await;
    let there = format!("href=\"/gestione/sessioni/{}\"", world.session("workshop-1", 1).await);
    let admin = world.admin().await;
    let page = admin.post(&path, &dated("Quattro", ["9", "10", "2014"], ["", ""])).await;
    assert_eq!(page.status, 200, "it is no refusal");
    page.says(&format!("giovedì 9 ottobre 2014, {SAME_TIME}: Il promotore dell’Ama (Autunno 2015)"));
    assert!(page.body.contains(&there), "{}", page.body);
    for (day, hours) in [("9", ["9:00", "18:00"]), ("8", ["", ""]), ("10", ["", ""])] {
        let page = admin.post(&path, &dated("Quattro", [day, "10", "2014"], hours)).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(!page.text().contains(SAME_TIME), "{day} {hours:?}: {}", page.text());
    }
});

on_both!(whoever_is_expected_in_another_edition_at_that_time_is_named_before_a_day_is_moved, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    next_season_on(world, "2014-09-30", "2014-10-10").await;
    let enrolled = ada.post(&format!("/workshop/{FIRST}-2015/iscrizione"), &[]).await;
    assert_eq!(enrolled.status, 303, "{}", enrolled.text());
    let admin = world.admin().await;
    let checked = |day: &'static str, hours: [&'static str; 2]| {
        let mut form = typed([day, "9", "2014"], hours, "");
        form.extend([("versione", "1"), ("azione", "controlla")]);
        form
    };
    let page = admin.post(&path, &checked("30", ["", ""])).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.says("Prova Ada : Il promotore dell’Ama (Autunno 2015)");
    assert!(!page.text().contains("Prova Bea : Il"), "Bea is expected nowhere else: {}", page.text());
    page.says(&format!("martedì 30 settembre 2014, {SAME_TIME}: Il promotore dell’Ama (Autunno 2015)"));
    for page in [checked("30", ["9:00", "18:00"]), checked("29", ["", ""])] {
        let page = admin.post(&path, &page).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(!page.text().contains("(Autunno 2015)"), "{}", page.text());
    }
});

on_both!(the_hours_of_all_days_at_once_are_told_what_else_is_held_then, |world| {
    world
        .programme(|file| {
            let evening = &mut file.offerings[3];
            evening.title = Some("Serata aperta".to_owned());
            evening.counts_toward_rule = false;
            evening.sessions[0].date = "2014-10-29".parse().ok();
            let (start, end) = ("18:00:00".parse().unwrap(), "20:00:00".parse().unwrap());
            evening.sessions[0].hours = Some(Hours { start, end });
        })
        .await;
    let path = format!("/gestione/offerte/{}/giornate", world.offering("corso").await);
    let clash = format!("mercoledì 29 ottobre 2014, {SAME_TIME}: Serata aperta");
    let admin = world.admin().await;
    let page = admin.get(&path).await;
    page.says(&clash);
    let apart = [("inizio", "9:30"), ("fine", "18:00"), ("azione", "controlla")];
    let checked = send(&admin, &path, &page, &apart).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    assert!(!checked.text().contains(SAME_TIME), "{}", checked.text());
    let together = [("inizio", "9:30"), ("fine", "18:30"), ("azione", "controlla")];
    let checked = send(&admin, &path, &page, &together).await;
    checked.says(&clash);
    assert_eq!(checked.text().matches(SAME_TIME).count(), 1, "on one day of seven: {}", checked.text());
});
