//! The way from a register to the other sessions loses no mark: it saves like every button of the page.

use percorso::domain::attendance::Mark;
use percorso::store::attendance;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;

const WAY: &str = "name=\"poi\" value=\"elenco\"";
const LINK: &str = "<a href=\"/aula\">";

async fn of_ada(world: &World) -> Option<Mark> {
    let session = world.session("workshop-1", 1).await;
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    marks.get(&world.person(ADA).await).and_then(|row| Mark::from_code(&row.value))
}

/// Whether the way to the other sessions is a button that saves, or a link.
fn ways(page: &Answer) -> (bool, bool) {
    (page.body.contains(WAY), page.body.contains(LINK))
}

on_both!(the_way_to_the_other_sessions_saves_the_marks_first, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(ways(&trainer.get(&path).await), (false, true), "before its day there is nothing to save");
    world.go_to("2014-09-24T07:40:00Z").await;
    let trainer = world.signed_in(TRAINER).await;
    let page = trainer.get(&path).await;
    assert_eq!(ways(&page), (true, false));
    let button = page.body.split("<button").find(|button| button.contains(WAY)).expect("the button");
    assert!(button.contains("form=\"registro\"") && button.contains("Tutte le giornate"), "{button}");
    assert_eq!(page.body.matches("<form id=\"registro\"").count(), 1);
    let first = page.body.split("<button").nth(1).unwrap();
    assert!(first.contains("tabindex=\"-1\"") && first.contains(">Salva presenze<"), "Enter saves: {first}");
    assert!(first.contains("form=\"registro\"") && !first.contains("name=\"poi\""), "and stays: {first}");
    let ada = world.person(ADA).await;
    let (mark, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let saved = trainer.post(&path, &[(mark.as_str(), "P"), (seen.as_str(), ""), ("poi", "elenco")]).await;
    assert_eq!((saved.status, saved.location.as_deref()), (303, Some("/aula?fatto=saved")));
    assert_eq!(of_ada(world).await, Some(Mark::Present));
    trainer.get("/aula?fatto=saved").await.says("Presenze salvate.");
    let left = trainer.post(&path, &[(mark.as_str(), "P"), (seen.as_str(), "P"), ("poi", "elenco")]).await;
    assert_eq!(left.location.as_deref(), Some("/aula"), "nothing was left to save");
    let english = format!("/en{path}");
    let saved =
        trainer.post(&english, &[(mark.as_str(), "R"), (seen.as_str(), "P"), ("poi", "elenco")]).await;
    assert_eq!(saved.location.as_deref(), Some("/en/aula?fatto=saved"));
    assert_eq!(trainer.post(&format!("{path}/chiudi"), &[]).await.status, 303);
    assert_eq!(ways(&trainer.get(&path).await), (false, true), "a closed register is read only");
});

on_both!(a_mark_that_cannot_be_saved_keeps_its_page, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let ada = world.person(ADA).await;
    let (mark, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let trainer = world.signed_in(TRAINER).await;
    let first = [(mark.as_str(), "P"), (seen.as_str(), ""), ("poi", "elenco")];
    assert_eq!(trainer.post(&path, &first).await.location.as_deref(), Some("/aula?fatto=saved"));
    let late = [(mark.as_str(), "A"), (seen.as_str(), ""), ("poi", "elenco")];
    let asked = world.admin().await.post(&path, &late).await;
    assert_eq!(asked.status, 422);
    asked.says("Delfina Marcandalli ha segnato P");
    assert_eq!(ways(&asked), (true, false));
    assert_eq!(of_ada(world).await, Some(Mark::Present));
});
