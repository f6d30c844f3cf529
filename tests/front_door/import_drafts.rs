//! Drafts that a file publishes: the same checks, the same letters and the same numbers as on the page.

use percorso::domain::edition_file::Checked;
use percorso::domain::impact::Topic;
use percorso::store::audit::{self, Wanted};
use percorso::store::newest::Part;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::{Imported, preview_import};

use crate::edition_drafts::dated;
use crate::editions::edition;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, World};
use crate::on_both;

const KEY: &str = "autunno-2014";

async fn exported(world: &World) -> Checked {
    export_edition(&world.desk, KEY).await.unwrap()
}

/// Makes an offering a draft again, on its page.
async fn hidden(world: &World, admin: &Browser<'_>, key: &str) -> i64 {
    let id = world.offering(key).await;
    let path = format!("/gestione/offerte/{id}/stato");
    assert_eq!(crate::edition_drafts::step(admin, &path, "bozza").await, 303);
    id
}

/// How many letters of a kind somebody got.
fn letters(world: &World, address: &str, kind: &str) -> usize {
    world.mails_to(address).iter().filter(|mail| mail.kind() == kind).count()
}

/// What a file would do, and its letters by topic.
async fn looked(world: &World, file: &Checked) -> (Imported, Vec<(Topic, usize)>) {
    let looked = preview_import(&world.desk, file).await.expect("it may be imported");
    let letters = looked.impact.letters.iter().map(|letters| (letters.topic, letters.count)).collect();
    (looked.would, letters)
}

/// Who did an act last, and how many letters followed.
async fn counted(world: &World, act: &str) -> (String, serde_json::Value) {
    let wanted = Wanted { act: Some(act.to_owned()), ..Wanted::default() };
    let part = Part { before: 0, most: 1, total: 1 };
    let row = audit::page(world.desk.store.reader(), &wanted, part).await.unwrap().remove(0);
    let detail: serde_json::Value = serde_json::from_str(&row.detail.unwrap()).unwrap();
    (row.actor, detail["impact"]["letters"].clone())
}

fn changed(what: &[&str]) -> Imported {
    Imported::Changed(what.iter().map(|line| (*line).to_owned()).collect())
}

on_both!(a_draft_that_a_file_publishes_tells_whoever_waits_for_its_date, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let admin = world.admin().await;
    let id = hidden(world, &admin, "workshop-4").await;
    dated(world, &admin, id, ["9", "10", "2014"]).await;
    let before = edition(world, KEY).await.offering(id).unwrap().row.version;
    let mut file = exported(world).await;
    file.offerings[3].published = true;
    let would = changed(&["offering «workshop-4»: published"]);
    assert_eq!(looked(world, &file).await, (would.clone(), vec![(Topic::DateOut, 1)]));
    world.settle().await;
    assert_eq!(letters(world, BEA, "date-out"), 0, "it was only looked at");
    assert_eq!(world.import(&file).await, Ok(would));
    world.wait(chrono::TimeDelta::minutes(11)).await;
    assert_eq!(letters(world, BEA, "date-out"), 1);
    assert_eq!(counted(world, "publish_offering").await, ("command".to_owned(), serde_json::json!(1)));
    assert_eq!(edition(world, KEY).await.offering(id).unwrap().row.version, before + 1);
    world.browser().get("/workshop/quarto-workshop").await.says("9 ottobre");
});

on_both!(the_course_that_a_file_publishes_tells_whoever_reached_the_rule_and_fixes_its_days, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let course = hidden(world, &admin, "corso").await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[(ADA, "P")]).await;
    world.wait(chrono::TimeDelta::hours(1)).await;
    assert_eq!(letters(world, ADA, "rule-reached"), 0, "there was no course to enrol in");
    let mut file = exported(world).await;
    let days = &mut file.offerings[5].sessions;
    let mut eighth = days[6].clone();
    (eighth.number, eighth.date) = (8, "2015-01-28".parse().ok());
    days.push(eighth);
    file.offerings[5].published = true;
    let would = changed(&["offering «corso»: published", "offering «corso»: session 8 is new"]);
    assert_eq!(looked(world, &file).await, (would.clone(), vec![(Topic::Reached, 1)]));
    assert_eq!(world.import(&file).await, Ok(would));
    world.settle().await;
    assert_eq!(letters(world, ADA, "rule-reached"), 1);
    let stands = edition(world, KEY).await;
    let of: Vec<i64> = stands.offering(course).unwrap().sessions.iter().map(|session| session.of).collect();
    assert_eq!(of, [8; 8], "how many days there are is fixed with it");
});

on_both!(an_edition_that_a_file_publishes_tells_whoever_waits_for_a_date, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let (admin, fourth) = (world.admin().await, world.offering("workshop-4").await);
    let stato = format!("/gestione/edizioni/{KEY}/stato");
    assert_eq!(crate::edition_drafts::step(&admin, &stato, "bozza").await, 303);
    dated(world, &admin, fourth, ["9", "10", "2014"]).await;
    let mut file = exported(world).await;
    assert!(!file.edition.published);
    file.edition.published = true;
    let would = changed(&["edition «autunno-2014»: published"]);
    assert_eq!(looked(world, &file).await, (would.clone(), vec![(Topic::DateOut, 1)]));
    let version = edition(world, KEY).await.edition.version;
    let shown_at = world.desk.clock.now();
    assert_eq!(world.import(&file).await, Ok(would));
    world.wait(chrono::TimeDelta::minutes(11)).await;
    assert_eq!(letters(world, BEA, "date-out"), 1);
    assert_eq!(counted(world, "publish_edition").await, ("command".to_owned(), serde_json::json!(1)));
    let stands = edition(world, KEY).await.edition;
    assert_eq!((stands.status.as_str(), stands.version), ("published", version + 1));
    assert_eq!(stands.published_at, Some(shown_at));
});

on_both!(what_the_page_does_not_publish_a_file_does_not_publish_either, |world| {
    world
        .programme(|file| {
            file.offerings[0].published = false;
            file.offerings[3].published = false;
            file.offerings[3].sessions[0].date = "2014-12-09".parse().ok();
        })
        .await;
    let mut file = exported(world).await;
    file.offerings[0].published = true;
    file.offerings[3].published = true;
    let why = "cannot be published: it is held on the course's first day or after it; choose an earlier date, or write counts_toward_rule = false";
    assert_eq!(world.import(&file).await, Err(vec![format!("offering «workshop-4»: {why}")]));
    let stands = edition(world, KEY).await;
    let states: Vec<&str> = stands.offerings.iter().take(4).map(|o| o.row.status.as_str()).collect();
    assert_eq!(states, ["draft", "published", "published", "draft"], "nothing was written");
    file.offerings[3].counts_toward_rule = false;
    let done = changed(&[
        "offering «workshop-1»: published",
        "offering «workshop-4»: published",
        "offering «workshop-4»: counts_toward_rule",
    ]);
    assert_eq!(world.import(&file).await, Ok(done));
});

on_both!(an_edition_of_drafts_is_not_published_by_a_file, |world| {
    world
        .programme(|file| {
            file.edition.published = false;
            for offering in &mut file.offerings {
                offering.published = false;
            }
        })
        .await;
    let mut file = exported(world).await;
    file.edition.published = true;
    let why = "nothing of it would be shown; write published = true for one offering at least";
    assert_eq!(world.import(&file).await, Err(vec![format!("edition «{KEY}»: cannot be published: {why}")]));
    assert_eq!(edition(world, KEY).await.edition.status, "draft");
});

on_both!(a_file_makes_a_draft_of_what_nobody_enrolled_in_as_the_page_does, |world| {
    world.programme(|_| {}).await;
    let mut file = exported(world).await;
    file.offerings[1].published = false;
    let done = changed(&["offering «workshop-2»: a draft again"]);
    assert_eq!(world.import(&file).await, Ok(done));
    assert_eq!(counted(world, "unpublish_offering").await, ("command".to_owned(), serde_json::json!(0)));
    assert_eq!(world.browser().get(&format!("/workshop/{SECOND}")).await.status, 404);
});
