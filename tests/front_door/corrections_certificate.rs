//! A corrected day of the course: what it means for the days, and for a certificate that is out.

use percorso::store::{attendance, tasks};

use crate::corrections::letters;
use crate::finished_course::{certificate, finished, publish};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;

/// The form that corrects somebody's mark of the second day: its address, and the last mark.
async fn second_day(world: &World, email: &str) -> (String, String) {
    let (session, person) = (world.session("corso", 2).await, world.person(email).await);
    let last = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap().remove(&person);
    (format!("/gestione/presenze/{session}/{person}"), last.map_or(0, |row| row.id).to_string())
}

on_both!(a_certificate_that_is_out_stays_valid_and_becomes_a_task, |world| {
    finished(world, &[("Ada", ADA, "PPA")]).await;
    let published = publish(world, ADA).await;
    let admin = world.admin().await;
    let (address, seen) = second_day(world, ADA).await;
    let form = |button: &'static str| {
        [("valore", "A"), ("motivo", "Persona sbagliata"), ("versione", seen.as_str()), ("azione", button)]
    };
    let looked = admin.post(&address, &form("controlla")).await;
    assert_eq!(looked.status, 200);
    looked.says("da 2 a 1 (su 3)");
    looked.says("C’è già un attestato, e dice altro");
    let before = world.mails_to(ADA).len();
    for _ in 0..2 {
        let saved = admin.post(&address, &form("salva")).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    world.settle().await;
    assert_eq!(certificate(world, ADA).await.map(|row| row.id), Some(published.id), "nothing is revoked");
    let open = tasks::open_of(world.desk.store.reader(), world.edition().await).await.unwrap();
    let kinds: Vec<&str> = open.iter().map(|task| task.kind.as_str()).collect();
    assert_eq!(kinds, ["certificate-in-doubt"]);
    assert_eq!(letters(world, ADA, before), ["mark-corrected"]);
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.text.contains("Il tuo attestato per ora resta com’è"), "{}", mail.text);
    admin.get("/gestione").await.says("attestato in dubbio");
    admin.get("/gestione/storia").await.says("ha corretto una presenza");
});

on_both!(a_missing_mark_of_a_day_is_set_and_the_day_counts, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "P-A")]).await;
    let admin = world.admin().await;
    let (address, seen) = second_day(world, BEA).await;
    assert_eq!(seen, "0");
    let form = |button: &'static str| {
        [("valore", "P"), ("motivo", "Firma sul foglio"), ("versione", "0"), ("azione", button)]
    };
    let looked = admin.post(&address, &form("controlla")).await;
    looked.says("da 1 a 2 (su 3)");
    assert!(!looked.text().contains("raggiungibili"), "without a mark they were in reach: {}", looked.text());
    assert_eq!(admin.post(&address, &form("salva")).await.status, 303);
    let open = tasks::open_of(world.desk.store.reader(), world.edition().await).await.unwrap();
    assert_eq!(open.len(), 0, "{open:?}");
    let mail = {
        world.settle().await;
        world.mails_to(BEA).pop().unwrap()
    };
    assert!(mail.text.contains("Giornate del corso frequentate: 2 su 3"), "{}", mail.text);
    publish(world, BEA).await;
});
