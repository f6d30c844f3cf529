//! Whatever comes into the programme later comes into everybody's calendar under a UID of its own: a season that was
//! copied, a day that was added, a workshop that was drafted and shown. Numbers are those of CALENDAR.md.

use percorso::domain::change::Edit;

use crate::edition_drafts::{dated, draft, state};
use crate::edition_seasons::copied;
use crate::editions::{edition, with};
use crate::feeds::{FIRST, events, fetch, value};
use crate::harness::World;
use crate::harness::changing::{change, on};
use crate::office_changes::{hidden, typed};
use crate::on_both;

/// The date and the UID of every appointment at a public address, by date; each UID is one that can be told from others.
async fn published(world: &World, path: &str) -> Vec<(String, String)> {
    let fetched = fetch(world, path).await;
    assert_eq!(fetched.status, 200, "{path}");
    let found: Vec<(String, String)> = events(&fetched.body)
        .iter()
        .map(|event| (value(event, "DTSTART")[..8].to_owned(), value(event, "UID")))
        .collect();
    let mut uids: Vec<&String> = found.iter().map(|(_, uid)| uid).collect();
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), found.len(), "R36: no UID twice in {path}");
    for uid in uids {
        let random = uid.split('@').next().unwrap_or_default();
        assert!(uid.is_ascii() && random.len() >= 16, "R36: {path}: «{uid}»");
    }
    found
}

/// What is in a calendar now and was not before; what was there has stayed as it was.
fn added(before: &[(String, String)], after: &[(String, String)]) -> Vec<(String, String)> {
    for known in before {
        assert!(after.contains(known), "{known:?} has kept its date and its UID");
    }
    after.iter().filter(|one| !before.contains(one)).cloned().collect()
}

fn dates(found: &[(String, String)]) -> Vec<&str> {
    found.iter().map(|(date, _)| date.as_str()).collect()
}

on_both!(r46_a_copied_season_comes_into_the_calendar_under_uids_of_its_own_once_it_is_shown, |world| {
    world.programme(|_| {}).await;
    let before = published(world, "/calendario.ics").await;
    assert_eq!(before.len(), 10);
    copied(world).await;
    let admin = world.admin().await;
    let new = edition(world, "autunno-2015").await;
    for (index, day) in [(0, ["23", "9", "2015"]), (1, ["30", "9", "2015"])] {
        let path = format!("/gestione/sessioni/{}", new.offerings[index].sessions[0].id);
        let mut date = typed(day, ["9:30", "17:00"], "");
        date.extend([("versione", "1"), ("azione", "salva")]);
        assert_eq!(admin.post(&path, &date).await.status, 303);
    }
    assert_eq!(published(world, "/calendario.ics").await, before, "a draft is in nobody's calendar");
    let path = "/gestione/edizioni/autunno-2015/stato";
    let seen = hidden(&admin.get(path).await, "id=\"pubblica\"");
    let (one_id, two_id) = (new.offerings[0].row.id.to_string(), new.offerings[1].row.id.to_string());
    let chosen = [("offerta", one_id.as_str()), ("offerta", two_id.as_str()), ("azione", "pubblica")];
    let shown = admin.post(path, &with(&seen, &chosen)).await;
    assert_eq!(shown.status, 303, "{}", shown.text());
    let after = published(world, "/calendario.ics").await;
    let new = added(&before, &after);
    assert_eq!(dates(&new), ["20150923", "20150930"], "beside the season that still runs");
    let own = published(world, &format!("/workshop/{FIRST}/calendario.ics")).await;
    assert_eq!(dates(&own), ["20140924"], "whoever subscribed to the old one keeps its day");
    let own = published(world, &format!("/workshop/{FIRST}-2/calendario.ics")).await;
    assert_eq!(own, [new[0].clone()], "the same UID wherever it is asked for");
    let first_days = published(world, "/corso/1/calendario.ics").await;
    assert_eq!(dates(&first_days), ["20141022"], "one day of the course");
    assert_eq!(fetch(world, "/corso/8/calendario.ics").await.status, 404);
});

on_both!(r46_a_day_that_is_added_comes_into_the_calendar_and_the_others_stay, |world| {
    world.programme(|_| {}).await;
    let paths = ["/calendario.ics", "/corso/calendario.ics"];
    let mut before = Vec::new();
    for path in paths {
        before.push(published(world, path).await);
    }
    let offering = world.offering("corso").await;
    change(world, vec![Edit::AddSession { offering, to: on("2015-01-28") }]).await;
    let mut uids = Vec::new();
    for (path, before) in paths.iter().zip(&before) {
        let new = added(before, &published(world, path).await);
        assert_eq!(dates(&new), ["20150128"], "{path}");
        uids.push(new[0].1.clone());
    }
    assert_eq!(uids[0], uids[1], "the same UID in both");
});

on_both!(r46_a_workshop_drafted_dated_and_shown_comes_into_the_calendar, |world| {
    world.programme(|_| {}).await;
    let before = published(world, "/calendario.ics").await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Condurre un gruppo").await;
    dated(world, &admin, id, ["9", "10", "2014"]).await;
    assert_eq!(published(world, "/calendario.ics").await, before, "a draft is in nobody's calendar");
    let path = format!("/gestione/offerte/{id}/stato");
    let (status, text) = state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await;
    assert_eq!(status, 303, "{text}");
    let new = added(&before, &published(world, "/calendario.ics").await);
    assert_eq!(dates(&new), ["20141009"]);
    assert_eq!(published(world, "/workshop/condurre-un-gruppo/calendario.ics").await, new);
});
