//! Before a register is closed its trainer reads what that changes, and for whom; then it comes as it was said.

use chrono::TimeDelta;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{TRAINER, World};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";
const ELSA: &str = "elsa@posta.example";

/// The names in the list that follows a sentence.
#[track_caller]
fn listed(page: &Answer, after: &str) -> Vec<String> {
    let (_, rest) = page.body.split_once(after).unwrap_or_else(|| panic!("no «{after}»: {}", page.text()));
    let (list, _) = rest.split_once("</ul>").expect("the end of the list");
    list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap_or_default().to_owned()).collect()
}

/// Ada, Ciro and Dina were at the first workshop, Bea was not, Elsa may take the course by a waiver. They all go to the
/// second one, where everybody but Dina is marked.
async fn marked(world: &World) -> Answer {
    world.programme(|_| {}).await;
    for (given, email) in [("Ada", ADA), ("Ciro", CIRO), ("Dina", DINA)] {
        world.sign_up(given, email, &[FIRST, SECOND]).await;
    }
    for (given, email) in [("Bea", BEA), ("Elsa", ELSA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    let edition = world.edition().await.to_string();
    let waiver = [("edizione", edition.as_str()), ("motivo", "lo ha frequentato altrove")];
    let path = format!("/gestione/persone/{}/deroga", world.person(ELSA).await);
    assert_eq!(world.admin().await.post(&path, &waiver).await.status, 303);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P"), (CIRO, "R"), (DINA, "P")]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    let trainer = world.signed_in(TRAINER).await;
    let room = format!("/aula/{}", world.session("workshop-2", 1).await);
    let mut marks = Vec::new();
    for (email, letter) in [(ADA, "P"), (BEA, "P"), (CIRO, "A"), (ELSA, "U")] {
        marks.push((format!("presenza-{}", world.person(email).await), letter));
    }
    let marks: Vec<(&str, &str)> = marks.iter().map(|(name, letter)| (name.as_str(), *letter)).collect();
    assert_eq!(trainer.post(&room, &marks).await.status, 303);
    assert_eq!(trainer.get(&format!("/en{room}/chiudi")).await.status, 200);
    trainer.get(&format!("{room}/chiudi")).await
}

on_both!(closing_a_register_shows_who_reaches_the_rule_who_is_still_short_and_who_has_no_mark, |world| {
    let page = marked(world).await;
    page.says("Chiudendo, 1 persona arriva al numero di workshop che serve e riceve l’invito al corso.");
    assert_eq!(listed(&page, "riceve l’invito al corso."), ["Prova Ada"]);
    page.says("A 2 persone mancano ancora workshop");
    let short = listed(&page, "mancano ancora workshop");
    assert_eq!(
        short,
        ["Prova Bea: ne manca 1", "Prova Ciro: ne manca 1"],
        "Elsa may take the course already"
    );
    page.says("1 persona è senza segno");
    assert_eq!(listed(&page, "è senza segno"), ["Prova Dina"]);
    page.says("La chiusura ha effetto dopo 30 minuti.");
    let before = world.mails().len();
    let close = format!("/aula/{}/chiudi", world.session("workshop-2", 1).await);
    assert_eq!(world.signed_in(TRAINER).await.post(&close, &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
    let mut told: Vec<(String, String)> =
        world.mails()[before..].iter().map(|mail| (mail.to.clone(), mail.kind().to_owned())).collect();
    told.retain(|(_, kind)| {
        ["rule-reached", "attended-still-short", "absent-still-short"].contains(&kind.as_str())
    });
    told.sort();
    let wanted = [(ADA, "rule-reached"), (BEA, "attended-still-short"), (CIRO, "absent-still-short")];
    assert_eq!(told, wanted.map(|(to, kind)| (to.to_owned(), kind.to_owned())), "as it was said");
});

on_both!(closing_a_register_after_which_nobody_reaches_the_rule_says_so, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    let room = format!("/aula/{}", world.session("workshop-1", 1).await);
    let trainer = world.signed_in(TRAINER).await;
    let mark = format!("presenza-{}", world.person(ADA).await);
    assert_eq!(trainer.post(&room, &[(&mark, "A")]).await.status, 303);
    let page = trainer.get(&format!("{room}/chiudi")).await;
    page.says("Con questi segni nessuna persona arriva ancora al numero di workshop che serve.");
    page.says("A 1 persona mancano ancora workshop");
    assert_eq!(listed(&page, "mancano ancora workshop"), ["Prova Ada: ne mancano 2"]);
    assert!(!page.text().contains("è senza segno"), "{}", page.text());
});

on_both!(
    who_reaches_the_rule_by_two_registers_closed_one_after_the_other_is_named_before_the_second,
    |world| {
        world.programme(|_| {}).await;
        for (given, email) in [("Ada", ADA), ("Ciro", CIRO)] {
            world.sign_up(given, email, &[FIRST, SECOND]).await;
        }
        world.go_to("2014-10-02T15:00:00Z").await;
        world.register("workshop-1", 1, &[(ADA, "P"), (CIRO, "A")]).await;
        let room = format!("/aula/{}", world.session("workshop-2", 1).await);
        let trainer = world.signed_in(TRAINER).await;
        let marks: Vec<(String, &str)> = vec![
            (format!("presenza-{}", world.person(ADA).await), "P"),
            (format!("presenza-{}", world.person(CIRO).await), "P"),
        ];
        let marks: Vec<(&str, &str)> = marks.iter().map(|(name, letter)| (name.as_str(), *letter)).collect();
        assert_eq!(trainer.post(&room, &marks).await.status, 303);
        let page = trainer.get(&format!("{room}/chiudi")).await;
        assert_eq!(listed(&page, "riceve l’invito al corso."), ["Prova Ada"]);
        assert_eq!(listed(&page, "mancano ancora workshop"), ["Prova Ciro: ne manca 1"]);
        assert_eq!(trainer.post(&format!("{room}/chiudi"), &[]).await.status, 303);
        world.wait(TimeDelta::minutes(31)).await;
        let told = world.mails().into_iter().filter(|mail| mail.kind() == "rule-reached");
        assert_eq!(told.map(|mail| mail.to).collect::<Vec<_>>(), [ADA], "as it was said");
    }
);
