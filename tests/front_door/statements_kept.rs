//! A statement that was given stays as it is: what the edition is called by then, and where it is held, takes no worth
//! from it.

use chrono::TimeDelta;
use percorso::domain::award::Awarded;
use percorso::domain::change::{Edit, Texts};
use percorso::domain::waiting_list::Offers;
use percorso::store::certificates::{self, Certificate};
use percorso::store::offerings;
use percorso::store::people::{self, Person};

use crate::editions::{edition, with};
use crate::finished_course::{printed, rename};
use crate::harness::World;
use crate::harness::changing::{ADA, FIRST, change};
use crate::office_changes::hidden;
use crate::on_both;

const EDITION: &str = "/gestione/edizioni/autunno-2014";

/// Ada attended the first workshop and fetched its statement; its address.
async fn fetched(world: &World) -> String {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-1").await);
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    fetch(world, &path).await;
    path
}

async fn fetch(world: &World, path: &str) {
    assert_eq!(world.signed_in(ADA).await.get(path).await.status, 200);
}

/// Her statements, the newest first.
async fn statements(world: &World) -> Vec<Certificate> {
    let person = world.person(ADA).await;
    certificates::of_person(world.desk.store.reader(), person).await.unwrap()
}

/// Since then everything else that is printed is another: the edition's title, project and city, the workshop's title,
/// Ada's language.
async fn everything_else_changes(world: &World) {
    let admin = world.admin().await;
    let seen = hidden(&admin.get(EDITION).await, "id=\"nomi\"");
    let names = [
        ("titolo_it", "Autunno a Monza"),
        ("titolo_en", "Autumn in Monza"),
        ("firma", ""),
        ("progetto", "Il quartiere"),
        ("citta", "Monza"),
        ("azione", "salva"),
    ];
    let saved = admin.post(EDITION, &with(&seen, &names)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(edition(world, "autunno-2014").await.edition.city.as_deref(), Some("Monza"));
    let offering = world.offering("workshop-1").await;
    let row = offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    let texts = Texts {
        title: Some("Il promotore di auto mutuo aiuto".into()),
        gloss_en: row.gloss_en,
        text_it: row.text_it,
        text_en: row.text_en,
        fee: row.fee,
    };
    let (capacity, offers) = (row.capacity, Offers::Automatic);
    change(world, vec![Edit::Offering { offering, texts, capacity, offers }]).await;
    let tx = world.desk.store.begin().await.unwrap();
    let person = people::by_email(&tx, ADA).await.unwrap().unwrap();
    people::save(&tx, Person { language: "en".into(), ..person }).await.unwrap();
    tx.commit().await.unwrap();
}

on_both!(a_statement_that_was_fetched_is_the_same_one_whatever_else_changes, |world| {
    let path = fetched(world).await;
    let given = statements(world).await;
    assert_eq!(given.len(), 1);
    everything_else_changes(world).await;
    fetch(world, &path).await;
    assert_eq!(statements(world).await, given);
    let check = world.browser().get(&format!("/v/{}", given[0].code)).await;
    check.says("Attestazione valida");
    assert!(!check.text().contains("Monza"), "it was held elsewhere: {}", check.text());
});

on_both!(with_another_name_a_statement_states_what_it_stated_first, |world| {
    let path = fetched(world).await;
    everything_else_changes(world).await;
    rename(world, ADA, "Adele", "Prova").await;
    for _ in 0..2 {
        fetch(world, &path).await;
    }
    let made = statements(world).await;
    assert_eq!(made.len(), 2, "one with each name");
    assert_eq!(made[1].replaced_by, Some(made[0].id));
    assert_eq!(printed(world, &made[0]).await, "Adele Prova");
    let (new, old) = (made[0].awarded().unwrap(), made[1].awarded().unwrap());
    assert_eq!(
        (old.city.as_deref(), new.clone()),
        (Some("Milano"), Awarded { issued_on: new.issued_on, ..old.clone() })
    );
    world.browser().get(&format!("/v/{}", made[1].code)).await.says("Sostituito da uno più recente");
    world.browser().get(&format!("/v/{}", made[0].code)).await.says("Attestazione valida");
});
