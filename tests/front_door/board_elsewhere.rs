//! The first page of the office stands for one edition: what is to be done in the others is said there too.

use percorso::usecases::import_edition::Imported;

use crate::harness::form;
use crate::on_both;
use crate::phone_sign_ups::by_phone;
use crate::two_editions::next_season;

on_both!(what_is_to_be_done_in_an_edition_that_still_runs_is_said_beside_the_newest_one, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(by_phone(world, &admin, "Ada", "workshop-1", &[]).await.status, 303);
    admin.get("/gestione").await.says("telefonata da fare");
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    let page = admin.get("/gestione").await;
    page.says("Autunno 2015");
    page.says("In questa edizione oggi non c’è niente da fare.");
    page.says("Nelle altre edizioni: Autunno 2014: 1 cosa da fare");
    assert!(page.body.contains("href=\"/gestione?edizione=autunno-2014#oggi\""), "{}", page.body);
    admin.get("/en/gestione").await.says("In other editions: Autumn 2014: 1 thing to do");
    let there = admin.get("/gestione?edizione=autunno-2014").await;
    there.says("telefonata da fare");
    assert!(!there.text().contains("Nelle altre edizioni"), "{}", there.text());
    let calls = admin.get("/gestione/telefonate").await;
    let done = calls.body.split("action=\"").find(|part| part.contains("/fatto\"")).unwrap();
    let done = done.split('"').next().unwrap().to_owned();
    assert_eq!(admin.post(&done, &[]).await.status, 303);
    let page = admin.get("/gestione").await;
    page.says("Oggi niente da fare.");
    assert!(!page.text().contains("Nelle altre edizioni"), "{}", page.text());
});

on_both!(a_search_for_a_sign_that_no_name_is_compared_by_finds_nobody, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(by_phone(world, &admin, "Ada", "workshop-1", &[]).await.status, 303);
    for path in ["/gestione", "/gestione/iscritti"] {
        admin.get(path).await.says("Senzamail");
        let page = admin.get(&format!("{path}?cerca=%F0%9F%91%A9")).await;
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Senzamail"), "{path}: {}", page.text());
    }
});

on_both!(
    the_office_is_told_the_places_that_are_free_and_a_stranger_those_that_nobody_confirmed_too,
    |world| {
        world.programme(|file| file.offerings[0].capacity = Some(5)).await;
        let sent = form("Ada", "ada@posta.example", &[]);
        let path = "/workshop/il-promotore-dell-ama";
        assert_eq!(world.browser().post(&format!("{path}/iscrizione"), &sent).await.status, 303);
        world.browser().get(path).await.says("5 posti liberi su 5");
        let admin = world.admin().await;
        let page = admin.get("/gestione/persone/nuova").await;
        page.says("4 posti liberi");
        assert!(!page.text().contains("5 posti liberi"), "{}", page.text());
    }
);
