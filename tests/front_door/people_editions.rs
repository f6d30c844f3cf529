//! The list of enrolments: of any edition by its links, and on paper with every row and the sentence that says which list it
//! is.

use percorso::usecases::import_edition::Imported;

use crate::finished_course::{PAGE, finished, publish};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::on_both;
use crate::phone_sign_ups::by_phone;
use crate::two_editions::next_season;

/// The addresses of the list in the links of a page, as a browser reads them.
fn lists(page: &Answer) -> Vec<String> {
    page.body
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| link.contains("/gestione/iscritti?"))
        .map(|link| link.replace("&amp;", "&"))
        .collect()
}

fn rows(page: &Answer) -> usize {
    page.body.matches("<tr><td>").count()
}

on_both!(people_of_an_edition_that_is_not_the_current_one_are_listed_by_its_links, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, old) = (world.person(ADA).await, world.offering("workshop-1").await);
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    let admin = world.admin().await;
    let list = format!("/gestione/iscritti?edizione=autunno-2014&offerta={FIRST}");
    let offering = admin.get(&format!("/gestione/offerte/{old}")).await;
    assert_eq!(lists(&offering), std::slice::from_ref(&list));
    let page = admin.get(&list).await;
    page.says("Iscritti Autunno 2014");
    page.says("Prova Ada");
    assert!(page.body.contains("href=\"/gestione/persone/nuova?edizione=autunno-2014\""), "{}", page.body);
    let current = admin.get("/gestione/iscritti").await;
    current.says("Iscritti Autunno 2015");
    assert!(!current.text().contains("Prova Ada"));
    for path in [list.clone(), format!("{list}&stato=confirmed&cerca=ada"), format!("/en{list}")] {
        let page = admin.get(&path).await;
        let all = lists(&page);
        assert!(all.len() > 5, "{path}: {all:?}");
        let strays: Vec<&String> = all.iter().filter(|link| !link.contains("edizione=autunno-201")).collect();
        assert_eq!(strays, Vec::<&String>::new(), "{path}");
    }
    assert_eq!(admin.get("/gestione/iscritti?edizione=autunno-1999").await.status, 404);
    let card = admin.get(&format!("/gestione/persone/{ada}")).await;
    assert!(card.body.contains(&format!("/gestione/persone/{ada}/iscrivi?edizione=autunno-2014\"")));
    assert_eq!(lists(&card), ["/gestione/iscritti?edizione=autunno-2014"]);
});

on_both!(the_list_of_a_draft_is_its_own_and_nobody_is_signed_up_for_it, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let form = [("titolo_it", "Bozza"), ("da", "autunno-2014")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
    let page = admin.get(&format!("/gestione/iscritti?edizione=bozza&offerta={FIRST}-2")).await;
    page.says("Nessuno con questi filtri.");
    assert!(page.body.contains("href=\"/gestione/persone/nuova\""), "a draft takes nobody: {}", page.body);
});

on_both!(a_printed_list_has_every_row_of_its_filter_and_says_which_list_it_is, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let admin = world.admin().await;
    for n in 0..51 {
        let given = format!("P{n:02}");
        let answer = by_phone(world, &admin, &given, "workshop-1", &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    let screen = admin.get("/gestione/iscritti").await;
    assert_eq!(rows(&screen), 50);
    assert!(lists(&screen).contains(&"/gestione/iscritti?edizione=autunno-2014&stampa=si".to_owned()));
    let paper = admin.get("/gestione/iscritti?stampa=si").await;
    assert_eq!(rows(&paper), 51);
    paper.says("51 iscrizioni. Edizione: Autunno 2014. Workshop o corso: Tutti. Stato: Tutte quelle attive.");
    paper.says("Stampa di lunedì 15 settembre 2014.");
    assert!(!paper.body.contains("rel=\"next\"") && !paper.body.contains("role=\"search\""));
    let filter = format!("/gestione/iscritti?offerta={FIRST}&stato=waitlisted&cerca=p0&stampa=si");
    let some = admin.get(&filter).await;
    assert_eq!(rows(&some), 9);
    some.says("9 iscrizioni. Edizione: Autunno 2014. Workshop o corso: Il promotore dell’Ama. Stato: In lista d’attesa.");
    some.says("Ricerca: «p0».");
    let line = admin.get(&format!("/gestione/iscritti?offerta={FIRST}&stato=waitlisted&stampa=si")).await;
    line.says("Numero 50 in lista");
    admin.get(&format!("/en{filter}")).await.says("9 enrolments. Edition: Autumn 2014.");
    let none = admin.get("/gestione/iscritti?cerca=qqq&stampa=si").await;
    none.says("0 iscrizioni.");
    let calls = admin.get("/gestione/telefonate?stampa=si").await;
    calls.says("51 telefonate da fare. Stampa di lunedì 15 settembre 2014.");
    assert_eq!(calls.body.matches("id=\"chiamata-").count(), 51);
    assert!(!calls.body.contains("/fatto\""));
    admin.get("/en/gestione/telefonate?stampa=si").await.says("51 calls to make.");
});

on_both!(the_printed_certificates_name_their_edition_and_have_no_buttons, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    publish(world, ADA).await;
    let admin = world.admin().await;
    let links = admin.get(PAGE).await.body.replace("&amp;", "&");
    assert!(links.contains("/gestione/attestati?edizione=autunno-2014&stampa=si"));
    let paper = admin.get(&format!("{PAGE}?stampa=si")).await;
    paper.says("2 persone. Edizione: Autunno 2014. Attestati pubblicati: 1, da pubblicare: 1.");
    for says in ["Ada Prova", "Bea Prova", "AMA-2014-0001"] {
        paper.says(says);
    }
    assert!(!paper.body.contains("/revoca\"") && !paper.body.contains("/attestati/tutti\""));
    assert_eq!(admin.get(&format!("/en{PAGE}?stampa=si")).await.status, 200);
});
