//! What is blanked or forgotten is gone from the files of the embedded database too, while the program runs: whoever
//! copies them for a backup takes no code, no link and no forgotten name along.

use chrono::TimeDelta;

use crate::harness::changing::{ADA, FIRST};
use crate::harness::{Database, World, form};

/// Whether the database's files hold a text.
fn hold(world: &World, text: &str) -> bool {
    world.database.bytes().windows(text.len()).any(|window| window == text.as_bytes())
}

async fn programme() -> World {
    let world = World::new(Database::sqlite().await).await;
    world.programme(|_| {}).await;
    world
}

#[rocket::async_test]
async fn a_code_that_was_sent_is_in_no_file_of_the_database() {
    let world = programme().await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(ada.post("/accedi", &[("email", ADA)]).await.status, 303);
    world.settle().await;
    let mail = world.mails_to(ADA).pop().expect("a mail");
    let link = mail.link("/accedi/");
    let token = link.trim_start_matches("/accedi/").to_owned();
    let code = mail.code();
    assert!(hold(&world, ADA), "the files are read");
    assert!(!hold(&world, &token), "the link");
    assert!(!hold(&world, &code), "the code");
}

#[rocket::async_test]
async fn the_links_of_a_letter_that_was_sent_are_in_no_file_of_the_database() {
    let world = programme().await;
    let fields = form("Ada", ADA, &[]);
    assert_eq!(world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await.status, 303);
    world.settle().await;
    let link = world.mails_to(ADA).pop().expect("a mail").link("/conferma/");
    assert!(!hold(&world, link.trim_start_matches("/conferma/")));
}

#[rocket::async_test]
async fn of_somebody_forgotten_no_word_is_left_in_the_files() {
    let world = programme().await;
    let mut fields = form("Zibaldona", "zibaldona@posta.example", &[]);
    fields.extend([("esigenze", "una rampa larga"), ("consenso_esigenze", "si")]);
    assert_eq!(world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await.status, 303);
    world.settle().await;
    assert!(hold(&world, "Zibaldona") && hold(&world, "zibaldona@posta.example"), "it was stored");
    world.wait(TimeDelta::days(8)).await;
    for word in ["Zibaldona", "zibaldona@posta.example", "una rampa larga"] {
        assert!(!hold(&world, word), "{word}");
    }
}

#[rocket::async_test]
async fn what_a_browser_keeps_to_stay_signed_in_is_in_no_file_of_the_database() {
    let world = programme().await;
    let confirmed = world.sign_up("Ada", ADA, &[FIRST]).await;
    let entered = world.signed_in(ADA).await;
    for browser in [&confirmed, &entered] {
        assert_eq!(browser.get("/mio-percorso").await.status, 200);
        let cookie = browser.cookie().expect("a cookie");
        assert!(cookie.len() >= 22, "{cookie}");
        assert!(hold(&world, ADA) && !hold(&world, &cookie), "only its hash is stored");
    }
}
