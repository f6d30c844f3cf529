//! A name that was confirmed and is written otherwise since is asked about once more: the page has the button for it, what the
//! person said before stays in their history, and a form that arrives twice says the same once.

use chrono::TimeDelta;

use crate::editions::with;
use crate::finished_course::{PAGE, finished, press};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA};
use crate::lists_kept::send;
use crate::office_changes::hidden;
use crate::on_both;
use crate::papers_asked::{LIST, office_writes, row};

const OWN: &str = "/mio-percorso/nome";

/// Bea sends the form of her page, with a name in it.
async fn bea_says(world: &World, given: &str) {
    let herself = world.signed_in(BEA).await;
    let form = hidden(&herself.get(OWN).await, &format!("action=\"{OWN}\""));
    let said = herself.post(OWN, &with(&form, &[("nome", given), ("cognome", "Prova")])).await;
    assert_eq!(said.status, 303, "{}", said.text());
}

on_both!(the_page_asks_about_a_name_that_was_written_otherwise_since, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    bea_says(world, "Bea").await;
    world.wait(TimeDelta::minutes(1)).await;
    let (admin, bea) = (world.admin().await, world.person(BEA).await);
    let button = format!("action=\"{PAGE}/nomi\"");
    let page = admin.get(LIST).await;
    assert!(!page.body.contains(&button), "both were asked");
    assert!(row(&page, bea).contains("Nome confermato"));
    office_writes(world, bea, "Beatrice").await;
    let page = admin.get(LIST).await;
    page.says("Una persona riceve una mail");
    assert!(row(&page, bea).contains("Nome cambiato dopo la conferma"), "{}", row(&page, bea));
    assert_eq!(send(&admin, &page, &format!("{PAGE}/nomi"), &[]).await.status, 303);
    let page = admin.get(LIST).await;
    assert!(!page.body.contains(&button), "she is asked once more, and only once");
    assert!(row(&page, bea).contains("Nome da confermare"), "{}", row(&page, bea));
});

on_both!(what_somebody_said_of_their_name_before_stays_in_their_history, |world| {
    finished(world, &[("Bea", BEA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    bea_says(world, "Beatrice").await;
    world.wait(TimeDelta::days(1)).await;
    let (admin, bea) = (world.admin().await, world.person(BEA).await);
    office_writes(world, bea, "Beatrìce").await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    world.wait(TimeDelta::days(1)).await;
    bea_says(world, "Beatrìce").await;
    let history = admin.get(&format!("/gestione/persone/{bea}")).await.text();
    let lines = ["Nome corretto dalla persona stessa", "prima: Bea Prova", "Nome per l’attestato confermato"];
    assert_eq!(lines.map(|line| history.matches(line).count()), [1, 1, 1], "{history}");
    let page = admin.get(LIST).await;
    assert!(row(&page, bea).contains("Nome confermato"), "{}", row(&page, bea));
});

on_both!(the_same_answer_about_a_name_twice_is_one, |world| {
    finished(world, &[("Bea", BEA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    let (herself, bea) = (world.signed_in(BEA).await, world.person(BEA).await);
    let form = hidden(&herself.get(OWN).await, &format!("action=\"{OWN}\""));
    let form = with(&form, &[("nome", "Beatrice"), ("cognome", "Prova")]);
    for _ in 0..2 {
        let said = herself.post(OWN, &form).await;
        assert_eq!(said.status, 303, "{}", said.text());
    }
    let history = world.admin().await.get(&format!("/gestione/persone/{bea}")).await.text();
    let lines = ["Nome corretto dalla persona stessa", "Nome per l’attestato confermato"];
    assert_eq!(lines.map(|line| history.matches(line).count()), [1, 0], "{history}");
});
