//! What is in the archive is looked at and does not change, whatever way in: pages, forms, the file.

use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::editions::edition;
use crate::harness::World;
use crate::harness::changing::{ADA, FIRST};
use crate::office_changes::typed;
use crate::on_both;

const KEY: &str = "autunno-2014";
const SAID: &str = "È in archivio: prima riapri l’edizione";
const NOTE: &str = "È in archivio: si guarda e non si cambia.";

/// An edition of one workshop that was held, in the archive; gives back the ids of the workshop and of its session.
pub async fn put_away(world: &World) -> (i64, i64) {
    world.programme(|file| file.offerings.truncate(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let ids = (world.offering("workshop-1").await, world.session("workshop-1", 1).await);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(chrono::TimeDelta::minutes(31)).await;
    let path = format!("/gestione/edizioni/{KEY}/stato");
    assert_eq!(crate::edition_drafts::step(&world.admin().await, &path, "archivia").await, 303);
    ids
}

on_both!(an_edition_in_the_archive_changes_through_no_form, |world| {
    let (offering, session) = put_away(world).await;
    let admin = world.admin().await;
    let before = edition(world, KEY).await;
    let version = before.edition.version.to_string();
    let mut moved = typed(["9", "10", "2014"], ["", ""], "");
    moved.extend([("versione", "1"), ("azione", "salva")]);
    let offer = offering.to_string();
    let of = |path: &str| format!("/gestione/edizioni/{KEY}{path}");
    let rule = [
        ("richiesti", "3"),
        ("ammissione", "immediate"),
        ("versione", version.as_str()),
        ("azione", "regola-conferma"),
        ("motivo", "Deciso in riunione"),
    ];
    let trainer = [
        ("email", "paola@percorso.example"),
        ("nome", "Paola"),
        ("cognome", "Conti"),
        ("azione", "aggiungi"),
    ];
    let forms: Vec<(String, Vec<(&str, &str)>)> = vec![
        (format!("/gestione/sessioni/{session}"), moved),
        (format!("/gestione/sessioni/{session}/conduce"), trainer.to_vec()),
        (format!("/gestione/offerte/{offering}"), vec![("versione", "1"), ("azione", "annulla-conferma")]),
        (format!("/gestione/offerte/{offering}/stato"), vec![("azione", "bozza")]),
        (of(""), vec![("titolo_it", "Un altro nome"), ("versione", version.as_str())]),
        (of("/regola"), rule.to_vec()),
        (of("/ordine"), vec![("offerta", offer.as_str()), ("azione", "su")]),
        (of("/aggiungi"), vec![("tipo", "workshop"), ("titolo", "Ancora uno")]),
        (of("/stato"), vec![("azione", "bozza")]),
        (of("/stato"), vec![("azione", "archivia")]),
    ];
    for (path, form) in forms {
        let page = admin.post(&path, &form).await;
        assert_eq!(page.status, 422, "{path}: {}", page.text());
        page.says(SAID);
        assert!(page.body.contains("id=\"modulo\""), "{path}: the sentence leads nowhere");
    }
    let after = edition(world, KEY).await;
    assert_eq!(after.edition, before.edition);
    assert_eq!(after.offerings[0].row, before.offerings[0].row);
    assert_eq!(after.offerings[0].sessions, before.offerings[0].sessions);
});

on_both!(the_pages_of_an_edition_in_the_archive_say_why_there_is_no_form, |world| {
    let (offering, session) = put_away(world).await;
    let admin = world.admin().await;
    for (path, form) in [
        (format!("/gestione/edizioni/{KEY}"), "id=\"nomi\""),
        (format!("/gestione/edizioni/{KEY}"), "/ordine"),
        (format!("/gestione/edizioni/{KEY}/aggiungi"), "name=\"titolo\""),
        (format!("/gestione/offerte/{offering}"), "name=\"titolo\""),
        (format!("/gestione/offerte/{offering}/stato"), "value=\"bozza\""),
        (format!("/gestione/sessioni/{session}"), "name=\"giorno\""),
        (format!("/gestione/sessioni/{session}/conduce"), "name=\"email\""),
    ] {
        let page = admin.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        page.says(NOTE);
        assert!(!page.body.contains(form), "{path} shows {form}");
        let english = admin.get(&format!("/en{path}")).await;
        english.says("It is in the archive: it is looked at and does not change.");
    }
    assert_eq!(
        crate::edition_drafts::step(&admin, &format!("/gestione/edizioni/{KEY}/stato"), "riapri").await,
        303
    );
    assert!(!admin.get(&format!("/gestione/offerte/{offering}")).await.text().contains(NOTE));
});

on_both!(a_changed_file_of_an_edition_in_the_archive_is_refused_by_name, |world| {
    put_away(world).await;
    let file = export_edition(&world.desk, KEY).await.unwrap();
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
    let refused = || vec![format!("edition «{KEY}»: is in the archive and does not change: reopen it first")];
    let mut renamed = file.clone();
    renamed.edition.title_it = "Un altro nome".into();
    assert_eq!(world.import(&renamed).await, Err(refused()));
    let mut priced = file.clone();
    priced.offerings[0].fee = Some("10 euro".into());
    assert_eq!(world.import(&priced).await, Err(refused()));
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
    assert_eq!(edition(world, KEY).await.edition.title_it, "Autunno 2014");
});
