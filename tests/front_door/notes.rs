//! Notes about people: admins write, read and remove them; nobody else sees one, and no other table knows its words.

use percorso::store::{audit, notes};
use sea_orm::{ConnectionTrait as _, Statement};

use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";
const WORDS: &str = "Chiamare dopo le 18.\nParla meglio francese.";

on_both!(a_note_is_written_read_and_taken_away_and_the_audit_says_only_that_there_was_one, |world| {
    world.programme(|_| {}).await;
    let own = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let (page, write) = (format!("/gestione/persone/{ada}"), format!("/gestione/persone/{ada}/note"));
    admin.get(&page).await.says("li legge solo l’amministrazione");
    assert!(admin.get(&page).await.body.contains("placeholder=\"Solo fatti utili all’organizzazione."));
    for (typed, sentence) in [("  ", "Scrivi l’appunto"), ("x".repeat(1001).as_str(), "Accorcia l’appunto")]
    {
        let answer = admin.post(&write, &[("nota", typed)]).await;
        assert_eq!(answer.status, 422);
        answer.says(sentence);
    }
    assert_eq!(admin.post(&write, &[("nota", WORDS)]).await.status, 303);
    admin.get(&page).await.says("Chiamare dopo le 18. Parla meglio francese.");
    assert_eq!(admin.get(&format!("/en{page}")).await.status, 200);
    assert!(!own.get("/mio-percorso").await.body.contains("francese"));
    let reader = world.desk.store.reader();
    let note = notes::of_person(reader, ada).await.unwrap().remove(0);
    let told: Vec<_> = audit::of_person(reader, ada)
        .await
        .unwrap()
        .into_iter()
        .filter(|row| row.subject == "person_notes")
        .map(|row| (row.act, row.detail, row.text_id))
        .collect();
    assert_eq!(told, [("write_note".to_owned(), None, None)]);
    let remove = format!("/gestione/note/{}/togli", note.id);
    let back = ada.to_string();
    for _ in 0..2 {
        assert_eq!(admin.post(&remove, &[("scheda", &back)]).await.status, 303, "twice changes nothing");
    }
    assert!(!admin.get(&page).await.text().contains("francese"));
    let sql = format!("SELECT COUNT(*) AS n FROM texts WHERE id = {} AND body IS NULL", note.text_id);
    let row = reader.query_one_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    assert_eq!(row.unwrap().try_get::<i64>("", "n").unwrap(), 1, "the words are gone");
});

on_both!(nobody_writes_notes_about_themselves, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let own = world.person("ufficio@percorso.example").await;
    let page = admin.get(&format!("/gestione/persone/{own}")).await;
    assert!(!page.body.contains("id=\"appunti\""), "{}", page.text());
    assert_eq!(admin.post(&format!("/gestione/persone/{own}/note"), &[("nota", WORDS)]).await.status, 422);
});
