//! A file as the copy of an edition: into an empty database, over an older copy of the same edition, in the archive.

use percorso::domain::edition::CourseAdmission;
use percorso::domain::edition_file::{self, Checked, write};
use percorso::domain::session::Hours;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::archived::put_away;
use crate::edition_drafts::{dated, draft};
use crate::editions::edition;
use crate::harness::changing::{ADA, FIRST};
use crate::harness::{PROGRAMME, World};
use crate::on_both;

const KEY: &str = "autunno-2014";

/// The file of the edition as it is now.
async fn bytes(world: &World) -> String {
    write(&export_edition(&world.desk, KEY).await.unwrap())
}

/// The announced programme with its last workshop still a draft.
fn older() -> Checked {
    let mut file = edition_file::read(PROGRAMME).unwrap();
    file.offerings[4].published = false;
    file
}

fn changed(what: &[&str]) -> Imported {
    Imported::Changed(what.iter().map(|line| (*line).to_owned()).collect())
}

on_both!(an_edition_comes_into_an_empty_database_as_it_went_out, |world| {
    world
        .programme(|file| {
            file.edition.signature = Some("Il gruppo «Formazione»".into());
            file.edition.project = None;
            file.edition.rule.enrolment_closes = "2014-10-17".parse().ok();
            file.edition.rule.certificate_days = Some(5);
            file.edition.rule.lateness_minutes = Some(20);
            let hours = "09:30:00".parse().ok().zip("17:00:00".parse().ok());
            let first = &mut file.offerings[0];
            first.sessions[0].hours = hours.map(|(start, end)| Hours { start, end });
            first.sessions[0].place = Some("Sala \"Rossa\"".into());
            first.capacity = Some(12);
            first.text_it = Some("Mattina.\n\nPomeriggio.".into());
            first.offers_automatic = false;
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Condurre un gruppo").await;
    dated(world, &admin, id, ["9", "10", "2014"]).await;
    let second = format!("/gestione/offerte/{}/stato", world.offering("workshop-2").await);
    assert_eq!(crate::edition_drafts::step(&admin, &second, "bozza").await, 303);
    let day = format!("/gestione/sessioni/{}", world.session("corso", 7).await);
    let cancel = [("versione", "1"), ("azione", "annulla-conferma")];
    assert_eq!(admin.post(&day, &cancel).await.status, 303);
    let off = format!("/gestione/offerte/{}", world.offering("workshop-3").await);
    assert_eq!(admin.post(&off, &cancel).await.status, 303);
    let leads = format!("/gestione/sessioni/{}/conduce", world.session("workshop-1", 1).await);
    let paola = [
        ("email", "paola@percorso.example"),
        ("nome", "Paola"),
        ("cognome", "Conti"),
        ("azione", "aggiungi"),
    ];
    assert_eq!(admin.post(&leads, &paola).await.status, 303);
    let out = bytes(world).await;
    for said in ["cancelled = true", "published = false", "signature = ", "paola@percorso.example"] {
        assert!(out.contains(said), "{said}: {out}");
    }
    let elsewhere = World::new(world.database.another().await).await;
    let file = edition_file::read(&out).expect("the file reads");
    assert_eq!(elsewhere.import(&file).await, Ok(Imported::Created));
    assert_eq!(bytes(&elsewhere).await, out);
    assert_eq!(elsewhere.import(&file).await, Ok(Imported::Nothing));
    elsewhere.the_laws_hold().await;
});

on_both!(an_edition_in_the_archive_comes_elsewhere_into_the_archive, |world| {
    put_away(world).await;
    let out = bytes(world).await;
    assert!(out.contains("published = true\narchived = true\n"), "{out}");
    let elsewhere = World::new(world.database.another().await).await;
    let file = edition_file::read(&out).expect("the file reads");
    assert_eq!(elsewhere.import(&file).await, Ok(Imported::Created));
    assert_eq!(edition(&elsewhere, KEY).await.edition.status, "archived");
    assert_eq!(bytes(&elsewhere).await, out);
    elsewhere.browser().get("/").await.says("La prossima edizione non ha ancora le date");
    elsewhere.the_laws_hold().await;
});

on_both!(a_file_puts_an_edition_away_only_where_the_page_would, |world| {
    world.programme(|file| file.offerings.truncate(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let mut file = export_edition(&world.desk, KEY).await.unwrap();
    file.edition.archived = true;
    let open = format!("edition «{KEY}»: cannot be put away: a register of it has not taken effect");
    assert_eq!(world.import(&file).await, Err(vec![open]));
    assert_eq!(edition(world, KEY).await.edition.status, "published");
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(chrono::TimeDelta::minutes(31)).await;
    let away = "edition «autunno-2014»: put away";
    assert_eq!(world.import(&file).await, Ok(changed(&[away])));
    assert_eq!(edition(world, KEY).await.edition.status, "archived");
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
});

on_both!(a_newer_file_over_an_older_copy_brings_what_was_added_and_changed_since, |world| {
    assert_eq!(world.import(&older()).await, Ok(Imported::Created));
    let mut newer = older();
    newer.edition.rule.course_admission = CourseAdmission::ByDecision;
    let fifth = &mut newer.offerings[4];
    fifth.slug = "condurre-un-gruppo".into();
    fifth.topic = Some("condurre-un-gruppo".into());
    fifth.title = Some("Condurre un gruppo".into());
    fifth.counts_toward_rule = false;
    let mut sixth = newer.offerings[3].clone();
    sixth.key = "workshop-6".into();
    sixth.slug = "sesto-workshop".into();
    sixth.topic = Some("autunno-2014-sesto".into());
    sixth.capacity = Some(20);
    sixth.sessions[0].date = "2014-10-10".parse().ok();
    sixth.sessions[0].place = Some("Sala AMALO".into());
    newer.offerings.insert(1, sixth);
    newer.offerings.swap(2, 3);
    let done = changed(&[
        "edition «autunno-2014»: course_admission immediate → decision",
        "offering «workshop-6» is new",
        "offering «workshop-6»: published",
        "offering «workshop-5»: slug, topic, counts_toward_rule",
        "offering «workshop-5»: title",
        "edition «autunno-2014»: the order of the programme",
    ]);
    assert_eq!(world.import(&newer).await, Ok(done));
    assert_eq!(bytes(world).await, write(&newer));
    world.browser().get("/workshop/sesto-workshop").await.says("10 ottobre");
    assert_eq!(world.import(&newer).await, Ok(Imported::Nothing));
});

on_both!(what_was_shown_keeps_its_address_its_topic_and_whether_it_counts, |world| {
    assert_eq!(world.import(&older()).await, Ok(Imported::Created));
    let mut newer = older();
    let first = &mut newer.offerings[0];
    first.slug = "altro".into();
    first.topic = Some("altro".into());
    first.counts_toward_rule = false;
    let mut sixth = newer.offerings[3].clone();
    sixth.key = "workshop-6".into();
    sixth.slug = "sesto-workshop".into();
    sixth.sessions[0].date = "2014-09-01".parse().ok();
    newer.offerings.push(sixth);
    let only = "and only a draft gets another";
    let why = [
        format!("offering «workshop-1»: slug cannot be changed: people have its address, {only}"),
        format!("offering «workshop-1»: topic cannot be changed: what was attended counts for it, {only}"),
        format!(
            "offering «workshop-1»: counts_toward_rule cannot be changed: people were told what counts, {only}"
        ),
        "offering «workshop-6», session 1: date lies in the past".to_owned(),
    ];
    assert_eq!(world.import(&newer).await, Err(why.to_vec()));
    assert_eq!(bytes(world).await, write(&older()), "nothing was written");
});
