//! What a person reads on their own pages, and the office in their history, is what is so: of a revoked certificate, of
//! registers in effect, of a name that cannot be printed, of dates as they were.

use percorso::domain::change::Edit;
use percorso::store::editions::{self, Edition};

use crate::finished_course::{finished, press, publish, rename};
use crate::harness::changing::{ADA, BEA, FIRST, change, moved, on, rule};
use crate::on_both;

const NAMES: &str = "Controlla il tuo nome sull’attestato";

on_both!(whoever_had_a_certificate_that_was_revoked_reads_when_and_why_and_is_asked_for_no_name, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    let ada = world.signed_in(ADA).await;
    ada.get("/mio-percorso").await.says(NAMES);
    let row = publish(world, ADA).await;
    let reason = [("motivo", "Due presenze erano di un’altra persona.")];
    assert_eq!(press(world, &format!("{}/revoca", row.id), &reason).await.status, 303);
    world.settle().await;
    let page = ada.get("/mio-percorso").await;
    page.says("L’attestato AMA-2014-0001 non vale più");
    page.says("L’ufficio l’ha revocato: mercoledì 5 novembre 2014.");
    page.says("Il motivo: Due presenze erano di un’altra persona.");
    page.says("quello che avevi è stato revocato");
    for untrue in [NAMES, "L’ufficio lo prepara"] {
        assert!(!page.text().contains(untrue), "{untrue}: {}", page.text());
    }
    assert_eq!(ada.get("/en/mio-percorso").await.status, 200);
    publish(world, ADA).await;
    let page = ada.get("/mio-percorso").await;
    assert!(!page.text().contains("non vale più"), "there is another one: {}", page.text());
});

on_both!(the_day_a_certificate_was_revoked_on_is_that_of_the_zone_of_its_edition, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    assert_eq!(press(world, &format!("{}/revoca", row.id), &[("motivo", "prova")]).await.status, 303);
    world.settle().await;
    let tx = world.desk.store.begin().await.unwrap();
    let edition = editions::find(&tx, row.edition_id).await.unwrap().unwrap();
    editions::save(&tx, Edition { zone: "Pacific/Auckland".into(), ..edition }).await.unwrap();
    tx.commit().await.unwrap();
    let (own, check) = ("/mio-percorso", format!("/v/{}", row.code));
    world.signed_in(ADA).await.get(own).await.says("L’ufficio l’ha revocato: giovedì 6 novembre 2014.");
    world.browser().get(&check).await.says("giovedì 6 novembre 2014 è stato revocato");
});

on_both!(once_every_register_of_the_course_is_in_effect_nobody_reads_that_they_are_awaited, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PAA")]).await;
    let (ada, bea) = (world.signed_in(ADA).await, world.signed_in(BEA).await);
    ada.get("/mio-percorso").await.says("L’ufficio lo prepara");
    let page = bea.get("/mio-percorso").await;
    page.says("Per l’attestato servivano 2 giornate su 3: nei registri ne risulta 1.");
    assert!(!page.text().contains("Il corso lo puoi continuare"), "{}", page.text());
    let mut to = rule(world).await;
    to.certificate_days = None;
    change(world, vec![Edit::Rule { to }]).await;
    let page = ada.get("/mio-percorso").await;
    page.says("Il corso è finito, e le presenze sono tutte registrate.");
    assert!(!page.text().contains("quando tutti i registri sono chiusi"), "{}", page.text());
});

on_both!(a_name_that_cannot_be_printed_is_told_at_its_field_before_anybody_types, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    rename(world, ADA, "Gino 😀", "Prova").await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    let ada = world.signed_in(ADA).await;
    let page = ada.get("/mio-percorso/nome").await;
    assert_eq!(page.status, 200);
    page.says("Non possiamo stampare questo carattere: 😀");
    assert!(page.body.contains("aria-describedby=\"nome-e\""), "at its field: {}", page.body);
    for untrue in ["Come sarà stampato", "sarà scritto così"] {
        assert!(!page.text().contains(untrue), "{untrue}: {}", page.text());
    }
    rename(world, ADA, "Gino", "Prova").await;
    ada.get("/mio-percorso/nome").await.says("sarà scritto così");
});

on_both!(a_link_to_sign_in_says_for_how_long_somebody_stays_signed_in, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(world.browser().post("/accedi", &[("email", ADA)]).await.status, 303);
    world.settle().await;
    let link = world.mails_to(ADA).pop().expect("a mail").link("/accedi/");
    let page = world.browser().get(&link).await;
    page.says("Resti dentro su questo dispositivo per 30 giorni, se non esci prima.");
});

on_both!(a_line_of_the_history_keeps_the_date_that_was_so_when_it_was_written, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    let page = world.admin().await.get(&format!("/gestione/persone/{}", world.person(ADA).await)).await;
    page.says("Posto confermato: Il promotore dell’Ama, mercoledì 24 settembre");
    let story = page.text().split_once("Storia").expect("the history").1.to_owned();
    assert!(!story.contains("25 settembre"), "{story}");
});

on_both!(a_name_somebody_corrected_themselves_stands_in_their_history, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    let name = [("nome", "Adele"), ("cognome", "Prova")];
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post("/mio-percorso/nome", &name).await.status, 303);
    let page = world.admin().await.get(&format!("/gestione/persone/{}", world.person(ADA).await)).await;
    page.says("Nome corretto dalla persona stessa");
    page.says("«prima: Ada Prova»");
});
