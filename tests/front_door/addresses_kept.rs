//! The address of a workshop is its own for ever: mails and calendars of an edition lead to it while the next one, a copy,
//! is public too.

use percorso::store::offerings;

use crate::edition_drafts::{draft, state};
use crate::editions::edition;
use crate::harness::World;
use crate::harness::changing::FIRST;
use crate::on_both;
use crate::two_editions::next_season;

async fn copied(world: &World, title: &str) {
    let form = [("titolo_it", title), ("da", "autunno-2014")];
    assert_eq!(world.admin().await.post("/gestione/nuova-edizione", &form).await.status, 303);
}

async fn addresses(world: &World, key: &str) -> Vec<String> {
    edition(world, key).await.offerings.into_iter().map(|offered| offered.row.slug).collect()
}

on_both!(each_workshop_of_a_copy_has_an_address_that_no_other_edition_has, |world| {
    world.programme(|_| {}).await;
    let old = addresses(world, "autunno-2014").await;
    let numbered = |number: u32| -> Vec<String> {
        let of = |slug: &String| if slug == "corso" { slug.clone() } else { format!("{slug}-{number}") };
        old.iter().map(of).collect()
    };
    copied(world, "Autunno 2015").await;
    copied(world, "Autunno 2016").await;
    assert_eq!(addresses(world, "autunno-2015").await, numbered(2));
    assert_eq!(addresses(world, "autunno-2016").await, numbered(3));
    let form = [("titolo_it", "Autunno 2017"), ("da", "autunno-2016")];
    assert_eq!(world.admin().await.post("/gestione/nuova-edizione", &form).await.status, 303);
    assert_eq!(addresses(world, "autunno-2017").await, numbered(4));
    assert_eq!(addresses(world, "autunno-2014").await, old);
});

on_both!(an_address_that_a_workshop_of_another_edition_has_is_refused_by_name, |world| {
    world.programme(|_| {}).await;
    let mut file = next_season();
    file.offerings[0].slug = FIRST.to_owned();
    let why =
        format!("offering «workshop-1»: slug «{FIRST}» is the address of a workshop of another edition");
    assert_eq!(world.import(&file).await, Err(vec![why]));
    copied(world, "Autunno 2015").await;
    let admin = world.admin().await;
    let taken = "di un altro workshop";
    let new = [("tipo", "workshop"), ("titolo", "Ancora uno"), ("indirizzo", FIRST)];
    let wrong = admin.post("/gestione/edizioni/autunno-2015/aggiungi", &new).await;
    assert_eq!(wrong.status, 422);
    wrong.says(taken);
    let id = edition(world, "autunno-2015").await.offerings[0].row.id;
    let path = format!("/gestione/offerte/{id}/stato");
    let (status, text) =
        state(&admin, &path, "id=\"forma\"", &[("indirizzo", FIRST), ("azione", "forma")]).await;
    assert_eq!(status, 422);
    assert!(text.contains(taken), "{text}");
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    assert_eq!(row.slug, format!("{FIRST}-2"));
    // An address that nobody has is free, in a draft of the running edition too.
    let free = draft(world, &admin, "Condurre un gruppo").await;
    let row = offerings::find(world.desk.store.reader(), free).await.unwrap().unwrap();
    assert_eq!(row.slug, "condurre-un-gruppo");
});
