//! Publishing, and taking back: what it means for people stands there before, its letters can be read, and the audit keeps
//! the numbers.

use percorso::store::audit::{self, Wanted};
use percorso::store::newest::Part;

use crate::edition_drafts::{dated, draft, state};
use crate::editions::{edition, with};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::office_changes::hidden;
use crate::on_both;

/// The impact that the newest row of an act keeps, in numbers.
async fn counted(world: &World, act: &str) -> serde_json::Value {
    let wanted = Wanted { act: Some(act.to_owned()), ..Wanted::default() };
    let row = audit::page(world.desk.store.reader(), &wanted, Part { before: 0, most: 1, total: 1 })
        .await
        .unwrap()
        .remove(0);
    let detail: serde_json::Value = serde_json::from_str(&row.detail.unwrap()).unwrap();
    detail["impact"].clone()
}

on_both!(a_draft_that_is_shown_is_a_choice_more_for_whoever_needs_one, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Condurre un gruppo").await;
    let path = format!("/gestione/offerte/{id}/stato");
    let undated = admin.get(&path).await;
    undated.says("la scheda compare, con «Avvisami».");
    assert!(!undated.text().contains("una scelta in più"), "without a date nobody can choose it");
    dated(world, &admin, id, ["9", "10", "2014"]).await;
    let page = admin.get(&path).await;
    page.says("Cosa cambia per le persone");
    page.says("1 persona a cui mancano workshop ha una scelta in più.");
    page.says("la scheda compare, con «Iscriviti».");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    let numbers = counted(world, "publish_offering").await;
    assert_eq!(numbers["more_choice"], 1);
    assert_eq!(numbers["letters"], 0);
    let back = admin.get(&path).await;
    back.says("1 persona a cui mancano workshop ha una scelta in meno.");
    back.says("la scheda sparisce.");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await.0, 303);
    assert_eq!(counted(world, "unpublish_offering").await["less_choice"], 1);
});

on_both!(taking_back_the_last_workshop_somebody_could_choose_names_who_falls_out_of_reach, |world| {
    world
        .programme(|file| {
            for workshop in &mut file.offerings[2..5] {
                workshop.counts_toward_rule = false;
            }
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}/stato", world.offering("workshop-2").await);
    let page = admin.get(&path).await;
    page.says("1 persona non arriva più ai workshop che servono, in questa edizione: Prova Ada");
    assert!(!page.text().contains("una scelta in meno"), "it is said once");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await.0, 303);
    assert_eq!(counted(world, "unpublish_offering").await["drops"], 1);
});

on_both!(the_course_that_is_shown_later_tells_whoever_reached_the_rule_and_says_so_before, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}/stato", world.offering("corso").await);
    let admin = world.admin().await;
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await.0, 303);
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[(ADA, "P")]).await;
    world.wait(chrono::TimeDelta::hours(1)).await;
    let told = || world.mails_to(ADA).iter().filter(|mail| mail.kind() == "rule-reached").count();
    assert_eq!(told(), 0, "there was no course to enrol in");
    let admin = world.admin().await;
    let page = admin.get(&path).await;
    page.says("1 persona riceve la mail che apre il corso.");
    page.says("Leggi la mail");
    let seen = hidden(&page, "id=\"conferma\"");
    let asked = with(&seen, &[("lettera", "reached.none")]);
    let letter = admin.post(&format!("{path}/mail"), &asked).await;
    assert_eq!(letter.status, 200, "{}", letter.text());
    letter.says("puoi iscriverti al corso");
    letter.says(ADA);
    world.settle().await;
    assert_eq!(told(), 0, "it was only read");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    world.settle().await;
    assert_eq!(told(), 1);
    assert_eq!(counted(world, "publish_offering").await["letters"], 1);
    let late = admin.post(&format!("{path}/mail"), &asked).await;
    assert_eq!(late.status, 422, "it is no draft any more");
    late.says("Nel frattempo qualcosa è cambiato");
});

on_both!(an_edition_is_checked_with_the_drafts_that_were_chosen_before_it_is_shown, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let stato = "/gestione/edizioni/autunno-2014/stato";
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let fourth = world.offering("workshop-4").await;
    assert_eq!(crate::edition_drafts::step(&admin, stato, "bozza").await, 303);
    dated(world, &admin, fourth, ["9", "10", "2014"]).await;
    let seen = hidden(&admin.get(stato).await, "id=\"pubblica\"");
    let checked = admin.post(stato, &with(&seen, &[("azione", "controlla")])).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    checked.says("1 persona aspettava la data e riceve la mail.");
    checked.says("Pubblica l’edizione e avvisa 1 persona");
    assert_eq!(edition(world, "autunno-2014").await.edition.status, "draft", "it was only looked at");
    let fields = hidden(&checked, "class=\"save row\"");
    let letter = admin.post(&format!("{stato}/mail"), &with(&fields, &[("lettera", "date-out.none")])).await;
    assert_eq!(letter.status, 200, "{}", letter.text());
    letter.says(BEA);
    let back = admin.post(stato, &with(&fields, &[("azione", "torna")])).await;
    assert_eq!(back.status, 200);
    world.settle().await;
    assert_eq!(world.mails_to(BEA).len(), 0);
    assert_eq!(admin.post(stato, &with(&fields, &[("azione", "pubblica")])).await.status, 303);
    world.wait(chrono::TimeDelta::minutes(11)).await;
    assert_eq!(world.mails_to(BEA).len(), 1);
    assert_eq!(counted(world, "publish_edition").await["letters"], 1);
});
