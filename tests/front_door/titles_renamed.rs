//! A workshop does not get the title of another one of its edition, whether it is added or renamed.

use crate::editions::edition;
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::on_both;

const SECOND: usize = 1;
const STANDS: &str = "Il promotore dell’Ama";
const SAME: &str = "IL PROMOTORE DELL’AMA";
const WRONG: &str = "Scegli un altro titolo: in questa edizione c’è già";

/// Sends the form of the second workshop with another title.
async fn rename(world: &World, title: &str, button: &str) -> Answer {
    let offered = edition(world, "autunno-2014").await.offerings.remove(SECOND);
    let version = offered.row.version.to_string();
    let form = [
        ("titolo", title),
        ("capienza", "17"),
        ("offerte", "automatic"),
        ("versione", version.as_str()),
        ("azione", button),
    ];
    world.admin().await.post(&format!("/gestione/offerte/{}", offered.row.id), &form).await
}

async fn title(world: &World, at: usize) -> Option<String> {
    edition(world, "autunno-2014").await.offerings.remove(at).row.title
}

on_both!(a_workshop_is_not_renamed_to_the_title_of_another_of_its_edition, |world| {
    world.programme(|_| {}).await;
    let stands = title(world, SECOND).await;
    for button in ["controlla", "salva"] {
        let page = rename(world, SAME, button).await;
        assert_eq!(page.status, 422, "{button}: {}", page.text());
        page.says(WRONG);
        assert!(page.body.contains("id=\"titolo-e\""), "it stands at its field");
        assert!(page.body.contains("value=\"17\""), "the other answers stay");
        assert!(page.body.contains(SAME), "what was typed stays");
    }
    assert_eq!(title(world, SECOND).await, stands);
    assert_eq!(rename(world, "Un titolo tutto suo", "salva").await.status, 303);
    assert_eq!(title(world, SECOND).await.as_deref(), Some("Un titolo tutto suo"));
});

on_both!(two_titles_that_are_the_same_already_keep_nobody_from_changing_the_rest, |world| {
    world.programme(|file| file.offerings[SECOND].title = Some(STANDS.to_owned())).await;
    assert_eq!(rename(world, STANDS, "salva").await.status, 303, "the places change");
    assert_eq!(rename(world, SAME, "salva").await.status, 303, "it is written otherwise, and the same one");
    assert_eq!(title(world, SECOND).await.as_deref(), Some(SAME));
    let file = percorso::usecases::export_edition::export_edition(&world.desk, "autunno-2014").await.unwrap();
    let mut renamed = file.clone();
    renamed.offerings[2].title = Some("Il promotore dell'ama".to_owned());
    let why = world.import(&renamed).await.expect_err("it is refused");
    assert!(why[0].contains("title is that of another one of this edition"), "{why:?}");
});
