//! Phone, profile and language of somebody are corrected: before and after stay readable, of two editors the second one
//! sees what the first did, and nobody becomes somebody whom nothing reaches.

use percorso::store::{audit, people, texts};

use crate::harness::World;
use crate::harness::changing::{ADA, FIRST};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

/// What a page saw, and what it asks for: phone, profile, language.
fn form<'a>(seen: [&'a str; 3], to: [&'a str; 3]) -> [(&'a str, &'a str); 6] {
    [
        ("visto_telefono", seen[0]),
        ("visto_profilo", seen[1]),
        ("visto_lingua", seen[2]),
        ("telefono", to[0]),
        ("profilo", to[1]),
        ("lingua", to[2]),
    ]
}

const AS_SIGNED_UP: [&str; 3] = ["", "cittadinanza", "it"];

async fn stands(world: &World, id: i64) -> (Option<String>, Option<String>, String) {
    let person = people::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    (person.phone, person.profile, person.language)
}

on_both!(corrected_data_stand_on_the_page_with_what_was_there_before, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{ada}/dati");
    for prefix in ["", "/en"] {
        let page = admin.get(&format!("{prefix}{path}")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.body.contains("name=\"visto_profilo\" value=\"cittadinanza\""), "{}", page.body);
    }
    let sent = admin.post(&path, &form(AS_SIGNED_UP, ["02 7654321", "volontariato", "en"])).await;
    let done = format!("/gestione/persone/{ada}?fatto=person-corrected");
    assert_eq!((sent.status, sent.location), (303, Some(done)));
    let after = (Some("02 7654321".to_owned()), Some("volontariato".to_owned()), "en".to_owned());
    assert_eq!(stands(world, ada).await, after);
    let page = admin.get(&format!("/gestione/persone/{ada}")).await;
    page.says("Altri dati corretti");
    for line in [
        "Telefono: – → poi 02 7654321",
        "Profilo: Cittadinanza → poi Volontariato",
        "Lingua: italiano → poi inglese",
    ] {
        page.says(line);
        admin.get("/gestione/storia").await.says(line);
    }
    assert!(!page.text().contains("cittadinanza → volontariato"), "{}", page.text());
    let reader = world.desk.store.reader();
    let row = audit::of_person(reader, ada).await.unwrap();
    let row = row.into_iter().find(|row| row.act == "correct_person").unwrap();
    assert_eq!(row.detail.as_deref(), Some("{\"fields\":[\"phone\",\"profile\",\"language\"]}"));
    let words = texts::bodies(reader, &[row.text_id.unwrap()]).await.unwrap();
    assert_eq!(words.values().next().unwrap(), "– → 02 7654321\ncittadinanza → volontariato\nit → en");
    admin.get("/gestione/storia").await.says("ha corretto altri dati: Ada Prova");
});

on_both!(of_two_people_who_correct_the_data_the_second_sees_the_first_and_loses_nothing, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{ada}/dati");
    let first = ["02 7654321", "volontariato", "it"];
    assert_eq!(admin.post(&path, &form(AS_SIGNED_UP, first)).await.status, 303);
    let second = ["02 1111111", "", "it"];
    let late = admin.post(&path, &form(AS_SIGNED_UP, second)).await;
    assert_eq!(late.status, 422);
    late.says("Telefono 02 7654321 02 1111111");
    late.says("Profilo Volontariato –");
    assert!(late.body.contains("value=\"02 1111111\""), "what was typed is kept");
    assert!(
        late.body.contains("name=\"visto_telefono\" value=\"02 7654321\""),
        "what stands has been seen now"
    );
    for _ in 0..2 {
        let again = admin.post(&path, &form(first, second)).await;
        assert_eq!(again.status, 303, "a second click changes nothing");
    }
    assert_eq!(stands(world, ada).await, (Some("02 1111111".to_owned()), None, "it".to_owned()));
    let rows = audit::of_person(world.desk.store.reader(), ada).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.act == "correct_person").count(), 2);
});

on_both!(what_is_wrong_with_the_data_stands_at_its_field, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{ada}/dati");
    for (to, sentence) in [
        (["12", "cittadinanza", "it"], "Controlla il numero di telefono: servono da 6 a 15 cifre"),
        (["", "capo", "it"], "Scegli una delle frasi dell’elenco"),
        (["", "cittadinanza", "fr"], "Scegli la lingua"),
    ] {
        let answer = admin.post(&path, &form(AS_SIGNED_UP, to)).await;
        assert_eq!(answer.status, 422, "{to:?}");
        answer.says(sentence);
    }
    assert_eq!(stands(world, ada).await, (None, Some("cittadinanza".to_owned()), "it".to_owned()));
    assert_eq!(admin.get("/gestione/persone/99999/dati").await.status, 404);
});

on_both!(whoever_has_no_address_keeps_a_phone, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let path = format!("/gestione/persone/{ugo}/dati");
    let seen = ["02 1234567", "cittadinanza", "it"];
    let none = admin.post(&path, &form(seen, ["", "cittadinanza", "en"])).await;
    assert_eq!(none.status, 422);
    none.says("Senza email serve un numero di telefono");
    assert!(none.body.contains("value=\"en\" checked"), "what was chosen is kept: {}", none.body);
    assert_eq!(stands(world, ugo).await.0.as_deref(), Some("02 1234567"));
    assert_eq!(admin.post(&path, &form(seen, ["02 7654321", "cittadinanza", "en"])).await.status, 303);
    assert_eq!(stands(world, ugo).await.0.as_deref(), Some("02 7654321"));
});
