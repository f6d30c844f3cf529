//! A letter that is about no enrolment, sent again while two editions run: what counts is how it stands in the edition it
//! was written about.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;
use percorso::domain::edition_file::Checked;
use percorso::store::outbox::{self, OutboxLetter};
use percorso::usecases::Actor;
use percorso::usecases::change_programme::{Wanted, change_programme};
use percorso::usecases::import_edition::Imported;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, on, rule};
use crate::harness::{Mail, TRAINER, World};
use crate::on_both;
use crate::two_editions::next_season;

const NOT_SO: &str = "Quello che dice questa mail non vale più";

/// The newest letter of a kind.
async fn letter(world: &World, kind: &str) -> OutboxLetter {
    let mut all = outbox::written_after(world.desk.store.reader(), 0, &[kind]).await.unwrap();
    all.pop().expect("the letter")
}

/// The office sends a letter again.
async fn again(world: &World, id: i64) -> Answer {
    let answer = world.admin().await.post(&format!("/gestione/posta/{id}/di-nuovo"), &[]).await;
    world.settle().await;
    answer
}

/// The mails of a kind to somebody.
fn mails(world: &World, email: &str, kind: &str) -> Vec<Mail> {
    world.mails_to(email).into_iter().filter(|mail| mail.kind() == kind).collect()
}

/// The next season becomes the one of the first page.
async fn published(world: &World, season: &Checked) {
    assert_eq!(world.import(season).await, Ok(Imported::Created));
}

/// Ada is marked present, and the register takes effect: of a session by its id, whichever edition it is in.
async fn attended(world: &World, session: i64) {
    let (trainer, ada) = (world.signed_in(TRAINER).await, world.person(ADA).await);
    let field = format!("presenza-{ada}");
    let path = format!("/aula/{session}");
    assert_eq!(trainer.post(&path, &[(field.as_str(), "P")]).await.status, 303);
    assert_eq!(trainer.post(&format!("{path}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
}

/// A session of the older edition is held on another day.
async fn held_on(world: &World, edition: i64, session: i64, date: &str) {
    let edits = vec![Edit::Session { session, to: on(date) }];
    let wanted = Wanted { edition, edits, seen: Vec::new() };
    change_programme(&world.desk, &wanted, Actor::Command).await.expect("it may be moved");
    world.wait(TimeDelta::minutes(11)).await;
}

on_both!(how_many_workshops_are_missing_is_asked_of_the_edition_the_letter_is_about, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let (first, second) = (world.session("workshop-1", 1).await, world.session("workshop-2", 1).await);
    world.go_to("2014-09-24T15:00:00Z").await;
    attended(world, first).await;
    let told = letter(world, "attended-still-short").await.id;
    let mut season = next_season();
    season.edition.rule.required = 3;
    published(world, &season).await;
    let sent = again(world, told).await;
    assert_eq!(sent.status, 303, "one is missing in 2014, as it says: {}", sent.text());
    let both = mails(world, ADA, "attended-still-short");
    assert_eq!(both.len(), 2);
    assert_eq!(both[0].text, both[1].text);
    assert!(both[1].text.contains("/mio-percorso?edizione=autunno-2014"), "{}", both[1].text);
    world.go_to("2014-10-02T15:00:00Z").await;
    attended(world, second).await;
    let refused = again(world, told).await;
    assert_eq!(refused.status, 422, "one is missing in 2015, and none in 2014");
    refused.says(NOT_SO);
});

on_both!(the_rule_that_was_reached_is_told_again_with_the_days_of_its_own_course, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let (first, second) = (world.session("workshop-1", 1).await, world.session("workshop-2", 1).await);
    let (edition, day) = (world.edition().await, world.session("corso", 1).await);
    world.go_to("2014-09-24T15:00:00Z").await;
    attended(world, first).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    attended(world, second).await;
    let told = letter(world, "rule-reached").await.id;
    published(world, &next_season()).await;
    assert_eq!(again(world, told).await.status, 303);
    let both = mails(world, ADA, "rule-reached");
    assert_eq!(both.len(), 2);
    assert_eq!(both[0].text, both[1].text);
    let link = both[1].link("/corso/iscrizione");
    assert_eq!(link, "/corso/iscrizione?edizione=autunno-2014");
    held_on(world, edition, day, "2014-10-21").await;
    let refused = again(world, told).await;
    assert_eq!(refused.status, 422, "it names a day that is not one any more");
    refused.says(NOT_SO);
    held_on(world, edition, day, "2014-10-22").await;
    assert_eq!(again(world, told).await.status, 303, "it is so again");
    let asked = ada.post("/corso/iscrizione", &[("edizione", "autunno-2014")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    assert_eq!(again(world, told).await.status, 422, "she is in the course: there is nothing to enrol in");
});

on_both!(the_rule_that_was_reached_is_told_again_while_the_last_day_to_enrol_is_the_one_it_names, |world| {
    world.programme(|file| file.edition.rule.enrolment_closes = "2014-10-17".parse().ok()).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    attended(world, world.session("workshop-1", 1).await).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    attended(world, world.session("workshop-2", 1).await).await;
    let told = letter(world, "rule-reached").await.id;
    assert_eq!(again(world, told).await.status, 303);
    world.wait(TimeDelta::minutes(10)).await;
    let announced = rule(world).await;
    let sooner = Rule { enrolment_closes: "2014-10-12".parse().ok(), ..announced.clone() };
    change(world, vec![Edit::Rule { to: sooner }]).await;
    let refused = again(world, told).await;
    assert_eq!(refused.status, 422, "it names another last day");
    refused.says(NOT_SO);
    change(world, vec![Edit::Rule { to: announced }]).await;
    assert_eq!(again(world, told).await.status, 303, "it is so again");
});

on_both!(a_date_that_came_out_is_told_again_while_it_stands_in_its_edition, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let (edition, session) = (world.edition().await, world.session("workshop-4", 1).await);
    change(world, vec![moved(world, "workshop-4", 1, on("2014-10-09")).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let told = letter(world, "date-out").await.id;
    published(world, &next_season()).await;
    let sent = again(world, told).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert_eq!(mails(world, BEA, "date-out").len(), 2);
    held_on(world, edition, session, "2014-10-10").await;
    let refused = again(world, told).await;
    assert_eq!(refused.status, 422);
    refused.says(NOT_SO);
});
