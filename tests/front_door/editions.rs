//! The office makes editions: new, copied from last season, named, with a rule; each as a file to keep.

use percorso::domain::edition_file::{self, write};
use percorso::domain::role::Role;
use percorso::store::programme::Programme;
use percorso::store::{editions, programme, sessions};
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::harness::{TRAINER, World};
use crate::office_changes::hidden;
use crate::on_both;

/// An edition by its key, read whole.
pub async fn edition(world: &World, key: &str) -> Programme {
    let reader = world.desk.store.reader();
    let edition = editions::by_key(reader, key).await.unwrap().expect("the edition");
    programme::load(reader, edition).await.unwrap()
}

/// Why a rule is changed.
pub const WHY: (&str, &str) = ("motivo", "Deciso in riunione");

/// The fields of a form, with those that were hidden in it.
pub fn with<'a>(hidden: &'a [(String, String)], typed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    all.extend_from_slice(typed);
    all
}

on_both!(an_edition_is_downloaded_as_the_file_it_comes_in_by, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(25);
            file.offerings[0].text_it = Some("Mattina: \"insieme\".\n\nPomeriggio.".into());
            file.edition.signature = Some("Il gruppo «Formazione»".into());
            file.edition.rule.certificate_days = Some(6);
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let course = world.session("corso", 7).await;
    let cancel = [("versione", "1"), ("azione", "annulla-conferma")];
    assert_eq!(admin.post(&format!("/gestione/sessioni/{course}"), &cancel).await.status, 303);
    let answer = admin.get("/gestione/edizioni/autunno-2014.toml").await;
    assert_eq!(
        (answer.status, answer.header("Content-Type")),
        (200, Some("application/toml; charset=utf-8"))
    );
    let disposition = answer.header("Content-Disposition");
    assert_eq!(disposition, Some("attachment; filename=\"autunno-2014.toml\""));
    let file = edition_file::read(&answer.body).expect("the file reads");
    assert_eq!(file, export_edition(&world.desk, "autunno-2014").await.unwrap());
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
    assert_eq!(admin.get("/gestione/edizioni/autunno-2013.toml").await.status, 404);
});

on_both!(a_trainer_known_by_an_address_alone_and_a_date_twice_do_not_spoil_the_file, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let office = [("email", "ufficio@percorso.example"), ("azione", "aggiungi")];
    let first = world.session("workshop-1", 1).await;
    assert_eq!(admin.post(&format!("/gestione/sessioni/{first}/conduce"), &office).await.status, 303);
    let (last, other) = (world.session("corso", 7).await, world.session("corso", 6).await);
    let cancel = [("versione", "1"), ("azione", "annulla-conferma")];
    assert_eq!(admin.post(&format!("/gestione/sessioni/{last}"), &cancel).await.status, 303);
    let mut moved = crate::office_changes::typed(["21", "1", "2015"], ["", ""], "");
    moved.extend([("versione", "1"), ("azione", "salva")]);
    assert_eq!(admin.post(&format!("/gestione/sessioni/{other}"), &moved).await.status, 303);
    let file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    let read = edition_file::read(&write(&file));
    assert_eq!(read, Ok(file.clone()), "a day that was called off may have the date of another");
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
});

on_both!(a_new_edition_is_a_draft_that_nobody_sees_with_a_key_from_its_title, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    admin.get("/gestione/edizioni").await.says("Copia da «Autunno 2014» senza date");
    let form = [("titolo_it", "Autunno, 2014"), ("titolo_en", ""), ("chiave", ""), ("da", "")];
    let made = admin.post("/gestione/nuova-edizione", &form).await;
    let location = made.location.as_deref();
    assert_eq!(location, Some("/gestione/edizioni/autunno-2014-2?fatto=edition-created"), "{}", made.text());
    let page = admin.get("/gestione/edizioni/autunno-2014-2").await;
    page.says("Solo l’ufficio la vede.");
    page.says("Per ora non c’è nessun workshop che vale come requisito.");
    let draft = edition(world, "autunno-2014-2").await;
    assert_eq!((draft.edition.status.as_str(), draft.edition.required), ("draft", 2));
    assert_eq!(
        world.edition().await,
        edition(world, "autunno-2014").await.edition.id,
        "the first page stays"
    );
});

on_both!(what_is_wrong_with_the_names_of_an_edition_stands_at_its_field_and_what_was_typed_stays, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let long = "a".repeat(201);
    for (title, english, key, field, sentence) in [
        ("", "", "", "titolo_it", "Scrivi il titolo"),
        (long.as_str(), "", "", "titolo_it", "al massimo 200 caratteri"),
        ("Uno", long.as_str(), "", "titolo_en", "Accorcia il titolo in inglese"),
        ("Uno", "", "Autunno 2015", "chiave", "lettere piccole, numeri e trattini"),
        ("Uno", "", "autunno-2014", "chiave", "questa è già di un’altra edizione"),
    ] {
        let form = [("titolo_it", title), ("titolo_en", english), ("chiave", key), ("da", "autunno-2014")];
        let page = admin.post("/gestione/nuova-edizione", &form).await;
        assert_eq!(page.status, 422, "{sentence}");
        page.says(sentence);
        assert!(page.body.contains(&format!("id=\"{field}-e\"")), "{sentence} is not at {field}");
        assert!(page.body.contains(&format!("<a href=\"#{field}\">")), "{sentence} leads nowhere");
        assert!(page.body.contains(&format!("value=\"{title}\"")), "{title} was lost");
    }
    let nowhere = [("titolo_it", "Uno"), ("da", "autunno-1999")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &nowhere).await.status, 404);
    assert_eq!(editions::all(world.desk.store.reader()).await.unwrap().len(), 1, "nothing was made");
});

on_both!(last_season_is_copied_without_dates_hours_and_people, |world| {
    world
        .programme(|file| {
            file.edition.rule.enrolment_closes = "2014-10-17".parse().ok();
            file.edition.rule.certificate_days = Some(6);
            file.offerings[0].capacity = Some(2);
            file.offerings[0].sessions[0].place = Some("Sala AMALO".into());
            file.offerings[0].sessions[0].hours = "09:30:00"
                .parse()
                .ok()
                .zip("17:00:00".parse().ok())
                .map(|(start, end)| percorso::domain::session::Hours { start, end });
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let admin = world.admin().await;
    let mut form = vec![("titolo_it", "Autunno 2015"), ("titolo_en", "Autumn 2015"), ("da", "autunno-2014")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
    let (old, new) = (edition(world, "autunno-2014").await, edition(world, "autunno-2015").await);
    assert_eq!((new.edition.enrolment_closes, new.edition.certificate_days), (None, Some(6)));
    let shape = |p: &Programme| -> Vec<(String, String, Option<String>, usize)> {
        let of = |o: &programme::Offered| {
            // An address is one workshop's for ever: the copy's has a number.
            let slug = o.row.slug.trim_end_matches("-2").to_owned();
            (o.row.key.clone(), slug, o.row.title.clone(), o.sessions.len())
        };
        p.offerings.iter().map(of).collect()
    };
    assert_eq!(shape(&old), shape(&new));
    for (was, is) in old.offerings.iter().zip(&new.offerings) {
        assert_eq!((is.row.status.as_str(), is.row.taken, is.row.capacity), ("draft", 0, was.row.capacity));
        let same = is.row.topic_id == was.row.topic_id;
        assert_eq!(same, was.row.title.is_some() || was.row.topic_id.is_none(), "{}", is.row.key);
        for (before, after) in was.sessions.iter().zip(&is.sessions) {
            assert_eq!((after.date, after.starts, after.ends), (None, None, None));
            assert_eq!((&after.place, after.of), (&before.place, before.of));
            assert_ne!(after.public_uid, before.public_uid);
            let leads = sessions::trainers(world.desk.store.reader(), after.id).await.unwrap();
            assert_eq!(leads, Vec::<i64>::new(), "who leads was not asked for");
        }
    }
    (form[0].1, form[1].1) = ("Autunno 2016", "Autumn 2016");
    form.push(("conduce", "si"));
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
    let third = edition(world, "autunno-2016").await;
    let leads = sessions::trainers(world.desk.store.reader(), third.offerings[0].sessions[0].id).await;
    assert_eq!(leads.unwrap(), [world.person(TRAINER).await]);
});

on_both!(of_two_people_who_name_an_edition_the_second_sees_what_changed_and_loses_nothing, |world| {
    world.programme(|_| {}).await;
    let path = "/gestione/edizioni/autunno-2014";
    let (one, other) = (world.admin().await, world.admin().await);
    let seen = hidden(&other.get(path).await, "id=\"nomi\"");
    let named = |title: &'static str| {
        [("titolo_it", title), ("titolo_en", ""), ("firma", "Greta"), ("azione", "salva")]
    };
    assert_eq!(one.post(path, &with(&seen, &named("Autunno a Milano"))).await.status, 303);
    let page = other.post(path, &with(&seen, &named("Autunno in città"))).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    page.says("Titolo Autunno a Milano Autunno in città");
    assert!(page.body.contains("value=\"Autunno in città\""), "what was typed stays");
    let now = hidden(&page, "id=\"nomi\"");
    assert_eq!(other.post(path, &with(&now, &named("Autunno in città"))).await.status, 303);
    let stands = edition(world, "autunno-2014").await.edition;
    assert_eq!((stands.title_it.as_str(), stands.signature.as_deref()), ("Autunno in città", Some("Greta")));
    assert_eq!((stands.title_en, stands.version), (None, 3));
});

on_both!(the_names_of_a_public_edition_are_shown_with_what_everybody_reads_before_they_are_saved, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, path) = (world.admin().await, "/gestione/edizioni/autunno-2014");
    let seen = hidden(&admin.get(path).await, "id=\"nomi\"");
    let named = [
        ("titolo_it", "Autunno a Milano"),
        ("titolo_en", "Autumn 2014"),
        ("firma", "Greta"),
        ("progetto", "NiguardaNoi"),
        ("citta", "Milano"),
        ("azione", "controlla"),
    ];
    let mails = world.mails().len();
    let page = admin.post(path, &with(&seen, &named)).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.says("Titolo Autunno 2014 Autunno a Milano");
    page.says("Nelle pagine pubbliche: cambia quello che si legge in «Titolo».");
    page.says("le mail già scritte e gli attestati già pubblicati restano come sono");
    page.says("Salva, senza avvisare nessuno");
    assert_eq!(edition(world, "autunno-2014").await.edition.title_it, "Autunno 2014", "nothing is saved yet");
    let fields = hidden(&page, "class=\"save row\"");
    let back = admin.post(path, &with(&fields, &[("azione", "torna")])).await;
    assert!(back.body.contains("value=\"Autunno a Milano\""), "what was typed stays");
    assert_eq!(admin.post(path, &with(&fields, &[("azione", "salva")])).await.status, 303);
    let stands = edition(world, "autunno-2014").await.edition;
    assert_eq!((stands.title_it.as_str(), stands.signature.as_deref()), ("Autunno a Milano", Some("Greta")));
    world.settle().await;
    assert_eq!(world.mails().len(), mails, "no letter and no calendar follows");
});

on_both!(the_rule_is_an_admins_and_is_shown_with_what_it_means_once_the_edition_is_public, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = "/gestione/edizioni/autunno-2014/regola";
    let rule = [
        ("richiesti", "1"),
        ("giornate", "6"),
        ("ritardo", "30"),
        ("ammissione", "decision"),
        ("provvisori", "si"),
        ("versione", "1"),
    ];
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    assert_eq!(secretary.post(path, &rule).await.status, 403);
    let admin = world.admin().await;
    let mut wrong = rule.to_vec();
    wrong[2].1 = "601";
    let page = admin.post(path, &wrong).await;
    assert_eq!(page.status, 422);
    page.says("Scrivi i minuti di ritardo con un numero da 0 a 600");
    assert!(page.body.contains("id=\"ritardo-e\"") && page.body.contains("value=\"601\""));
    let mut checked = rule.to_vec();
    checked.push(("azione", "regola"));
    let page = admin.post(path, &checked).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.says("Il posto nel corso va subito a chi ha i workshop lo decide una persona");
    page.says("Workshop di edizioni precedenti sì no");
    page.says("Se cambi la regola, chi l’ha già raggiunta non la perde.");
    assert_eq!(edition(world, "autunno-2014").await.edition.required, 2, "nothing is saved yet");
    let fields = hidden(&page, "class=\"save row\"");
    let saved = admin.post(path, &with(&fields, &[("azione", "regola-conferma"), WHY])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let stands = edition(world, "autunno-2014").await.edition;
    assert_eq!((stands.required, stands.lateness_minutes, stands.carry_over), (1, Some(30), false));
    assert_eq!((stands.course_admission.as_str(), stands.certificate_days), ("decision", Some(6)));
    admin
        .get("/gestione/edizioni/autunno-2014")
        .await
        .says("In pagina si legge: «Per il corso serve 1 workshop frequentato, a scelta tra 5».");
});

on_both!(the_rule_of_a_draft_is_saved_at_once, |world| {
    let admin = world.admin().await;
    assert_eq!(admin.post("/gestione/nuova-edizione", &[("titolo_it", "Primavera")]).await.status, 303);
    let path = "/gestione/edizioni/primavera/regola";
    let rule = [("richiesti", "3"), ("ammissione", "immediate"), ("versione", "1"), ("azione", "regola")];
    assert_eq!(admin.post(path, &rule).await.status, 303);
    assert_eq!(edition(world, "primavera").await.edition.required, 3);
    let page = admin.post(path, &rule).await;
    assert_eq!(page.status, 422, "the version was another one");
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
});
