//! On a register with marks to save, the logo and the other language save them first, like its other ways out.

use percorso::domain::attendance::Mark;
use percorso::store::attendance;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;

async fn of_ada(world: &World) -> Option<Mark> {
    let session = world.session("workshop-1", 1).await;
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    marks.get(&world.person(ADA).await).and_then(|row| Mark::from_code(&row.value))
}

/// Whether the head of a page leaves it by links, and whether by buttons that save.
fn heads(page: &Answer) -> ([bool; 2], [bool; 2]) {
    let head = page.body.split("</header>").next().unwrap_or_default();
    let links = [head.contains("<a class=\"logo\""), head.contains("hreflang=\"en\">EN")];
    let buttons = ["inizio", "lingua"].map(|way| {
        let is_it = |tag: &&str| tag.contains(&format!("name=\"poi\" value=\"{way}\""));
        head.split("<button").filter(is_it).any(|tag| tag.contains("form=\"registro\""))
    });
    (links, buttons)
}

on_both!(the_logo_and_the_other_language_save_the_marks_of_a_register_first, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(heads(&trainer.get(&path).await), ([true; 2], [false; 2]), "before its day nothing is saved");
    world.go_to("2014-09-24T07:40:00Z").await;
    let trainer = world.signed_in(TRAINER).await;
    let page = trainer.get(&path).await;
    assert_eq!(heads(&page), ([false; 2], [true; 2]), "{}", page.body);
    let first = page.body.split("<button").nth(1).unwrap();
    assert!(first.contains("tabindex=\"-1\"") && first.contains(">Salva presenze<"), "Enter saves: {first}");
    assert!(first.contains("form=\"registro\"") && !first.contains("name=\"poi\""), "and stays: {first}");
    let ada = world.person(ADA).await;
    let (mark, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let form = |letter: &'static str, before: &'static str, way: &'static str| {
        [(mark.as_str(), letter), (seen.as_str(), before), ("poi", way)]
    };
    let english = trainer.post(&path, &form("P", "", "lingua")).await;
    assert_eq!((english.status, english.location), (303, Some(format!("/en{path}?fatto=saved"))));
    assert_eq!(of_ada(world).await, Some(Mark::Present));
    let there = format!("/en{path}");
    trainer.get(&there).await.says("Attendance");
    let italian = trainer.post(&there, &form("R", "P", "lingua")).await;
    assert_eq!(italian.location, Some(format!("{path}?fatto=saved")));
    let nothing = trainer.post(&path, &form("R", "R", "lingua")).await;
    assert_eq!(nothing.location, Some(there.clone()), "nothing was left to save");
    let home = trainer.post(&path, &form("A", "R", "inizio")).await;
    assert_eq!(home.location.as_deref(), Some("/?fatto=saved"));
    trainer.get("/?fatto=saved").await.says("Presenze salvate.");
    assert_eq!(of_ada(world).await, Some(Mark::Absent));
    let home = trainer.post(&there, &form("A", "A", "inizio")).await;
    assert_eq!(home.location.as_deref(), Some("/en/"), "nothing was left to save");
    assert_eq!(trainer.post(&format!("{path}/chiudi"), &[]).await.status, 303);
    assert_eq!(heads(&trainer.get(&path).await), ([true; 2], [false; 2]), "a closed register is read only");
});

on_both!(a_mark_that_cannot_be_saved_keeps_its_page_and_its_language, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:40:00Z").await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let ada = world.person(ADA).await;
    let (mark, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let trainer = world.signed_in(TRAINER).await;
    let first = [(mark.as_str(), "P"), (seen.as_str(), ""), ("poi", "inizio")];
    assert_eq!(trainer.post(&path, &first).await.location.as_deref(), Some("/?fatto=saved"));
    for way in ["inizio", "lingua"] {
        let late = [(mark.as_str(), "A"), (seen.as_str(), ""), ("poi", way)];
        let asked = world.admin().await.post(&path, &late).await;
        assert_eq!(asked.status, 422, "{way}");
        asked.says("Delfina Marcandalli ha segnato P");
        assert_eq!(heads(&asked), ([false; 2], [true; 2]), "{way}");
    }
    assert_eq!(of_ada(world).await, Some(Mark::Present));
});
