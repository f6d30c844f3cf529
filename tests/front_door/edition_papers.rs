//! What the papers of an edition print of it, project and city: typed in the office, kept by a copy, written into the
//! file and read from it.

use percorso::store::offerings;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::editions::{edition, with};
use crate::harness::World;
use crate::office_changes::hidden;
use crate::on_both;

const PATH: &str = "/gestione/edizioni/autunno-2014";

/// Project and city as they are stored.
async fn stored(world: &World, key: &str) -> (Option<String>, Option<String>) {
    let row = edition(world, key).await.edition;
    (row.project, row.city)
}

fn both(project: &str, city: &str) -> (Option<String>, Option<String>) {
    (Some(project.to_owned()), Some(city.to_owned()))
}

on_both!(the_office_types_project_and_city_and_a_copy_keeps_them, |world| {
    world.programme(|_| {}).await;
    assert_eq!(stored(world, "autunno-2014").await, both("NiguardaNoi", "Milano"), "as announced");
    let admin = world.admin().await;
    let page = admin.get(PATH).await;
    assert!(page.body.contains("value=\"NiguardaNoi\"") && page.body.contains("value=\"Milano\""));
    let seen = hidden(&page, "id=\"nomi\"");
    let long = "x".repeat(201);
    let names =
        [("titolo_it", "Autunno 2014"), ("titolo_en", "Autumn 2014"), ("firma", ""), ("azione", "salva")];
    let mut typed = with(&seen, &names);
    typed.extend([("progetto", long.as_str()), ("citta", long.as_str())]);
    let wrong = admin.post(PATH, &typed).await;
    assert_eq!(wrong.status, 422);
    wrong.says("Accorcia il nome del progetto: al massimo 200 caratteri");
    wrong.says("Accorcia il nome della città: al massimo 200 caratteri");
    assert!(wrong.body.contains("href=\"#progetto\"") && wrong.body.contains("href=\"#citta\""));
    assert!(wrong.body.contains(&format!("value=\"{long}\"")), "what was typed is kept");
    let mut typed = with(&seen, &names);
    typed.extend([("progetto", "Il quartiere «Niguarda»"), ("citta", "Bresso")]);
    assert_eq!(admin.post(PATH, &typed).await.status, 303);
    let wanted = both("Il quartiere «Niguarda»", "Bresso");
    assert_eq!(stored(world, "autunno-2014").await, wanted);
    admin.get("/gestione/storia").await.says("Progetto: NiguardaNoi → poi Il quartiere «Niguarda»");
    let copy = [("titolo_it", "Autunno 2015"), ("chiave", "autunno-2015"), ("da", "autunno-2014")];
    let sent = admin.post("/gestione/nuova-edizione", &copy).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert_eq!(stored(world, "autunno-2015").await, wanted);
});

on_both!(a_file_brings_project_and_city_and_one_that_leaves_them_out_changes_nothing, |world| {
    world.programme(|file| file.edition.project = None).await;
    assert_eq!(stored(world, "autunno-2014").await, (None, Some("Milano".to_owned())));
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    assert_eq!((file.edition.project.as_deref(), file.edition.city.as_deref()), (None, Some("Milano")));
    file.edition.city = None;
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing), "what is left out stays");
    file.edition.project = Some("NiguardaNoi".to_owned());
    let changed = "edition «autunno-2014»: titles and settings".to_owned();
    assert_eq!(world.import(&file).await, Ok(Imported::Changed(vec![changed])));
    assert_eq!(stored(world, "autunno-2014").await, both("NiguardaNoi", "Milano"));
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
});

on_both!(what_certificates_cannot_print_is_said_at_its_field_and_nothing_is_saved, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let seen = hidden(&admin.get(PATH).await, "id=\"nomi\"");
    let names = |project: &'static str, city: &'static str| {
        let of_mails = [("titolo_it", "Autunno ☃"), ("titolo_en", "Autumn 2014"), ("firma", "Il gruppo ☃")];
        [of_mails[0], of_mails[1], of_mails[2], ("progetto", project), ("citta", city), ("azione", "salva")]
    };
    let wrong = admin.post(PATH, &with(&seen, &names("Niguarda ☃", "Milano 😀"))).await;
    assert_eq!(wrong.status, 422);
    wrong.says("Non possiamo stampare questo carattere: ☃");
    wrong.says("Non possiamo stampare questo carattere: 😀");
    assert!(wrong.body.contains("href=\"#progetto\"") && wrong.body.contains("href=\"#citta\""));
    assert!(wrong.body.contains("value=\"Niguarda ☃\"") && wrong.body.contains("value=\"Milano 😀\""));
    assert_eq!(stored(world, "autunno-2014").await, both("NiguardaNoi", "Milano"));
    let workshop = world.offering("workshop-1").await;
    let offering = format!("/gestione/offerte/{workshop}");
    for button in ["controlla", "salva"] {
        let fields = [
            ("titolo", "Il promotore ☃"),
            ("capienza", ""),
            ("versione", "1"),
            ("offerte", "automatic"),
            ("azione", button),
        ];
        let wrong = admin.post(&offering, &fields).await;
        assert_eq!(wrong.status, 422, "{button}");
        wrong.says("Non possiamo stampare questo carattere: ☃");
        assert!(wrong.body.contains("href=\"#titolo\"") && wrong.body.contains("value=\"Il promotore ☃\""));
    }
    let row = offerings::find(world.desk.store.reader(), workshop).await.unwrap().unwrap();
    assert_eq!(row.title.as_deref(), Some("Il promotore dell’Ama"));
    let new = [("tipo", "workshop"), ("titolo", "Sesto ☃"), ("indirizzo", "sesto")];
    let wrong = admin.post(&format!("{PATH}/aggiungi"), &new).await;
    assert_eq!(wrong.status, 422);
    wrong.says("Non possiamo stampare questo carattere: ☃");
    assert!(wrong.body.contains("value=\"Sesto ☃\""), "what was typed stays");
    let fine = admin.post(PATH, &with(&seen, &names("Niguarda", "Milano"))).await;
    assert_eq!(fine.status, 303, "what only mails and pages say may have any sign: {}", fine.text());
});

on_both!(a_file_with_a_sign_that_certificates_cannot_print_is_refused_by_name, |world| {
    world.programme(|_| {}).await;
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    file.edition.city = Some("Milano ☃".to_owned());
    file.offerings[0].title = Some("Il promotore 😀".to_owned());
    let refused = |key: &str| {
        Err(vec![
            format!("edition «{key}»: city has «☃», which certificates cannot print"),
            "offering «workshop-1»: title has «😀», which certificates cannot print".to_owned(),
        ])
    };
    assert_eq!(world.import(&file).await, refused("autunno-2014"));
    assert_eq!(stored(world, "autunno-2014").await, both("NiguardaNoi", "Milano"));
    file.edition.key = "inverno-2015".to_owned();
    for offering in &mut file.offerings {
        offering.slug = format!("{}-2015", offering.slug);
    }
    assert_eq!(world.import(&file).await, refused("inverno-2015"), "a new one too");
});
