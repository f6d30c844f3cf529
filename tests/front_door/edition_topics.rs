//! What a workshop is about follows its title: the same title of an earlier season is the same topic and counts once for the
//! rule, another title is another topic.

use crate::edition_drafts::state;
use crate::editions::edition;
use crate::harness::World;
use crate::harness::browser::Browser;
use crate::office_changes::typed;
use crate::on_both;

/// As the announcement has it; its file gives the topic a shorter word.
const SECOND: &str = "La valutazione di efficacia nei gruppi di auto mutuo aiuto. Stimoli metodologici ed esperienze a confronto";

/// The topic of an offering, by its place in an edition.
async fn topic(world: &World, key: &str, at: usize) -> i64 {
    edition(world, key).await.offerings[at].row.topic_id.expect("a workshop has a topic")
}

/// Begins an edition: empty, or the copy of one.
async fn begin(admin: &Browser<'_>, title: &str, from: &str) {
    let made = admin.post("/gestione/nuova-edizione", &[("titolo_it", title), ("da", from)]).await;
    assert_eq!(made.status, 303, "{}", made.text());
}

/// Adds a workshop to the draft of 2015.
async fn add(admin: &Browser<'_>, title: &str) {
    let form = [("tipo", "workshop"), ("titolo", title), ("indirizzo", "")];
    let added = admin.post("/gestione/edizioni/autunno-2015/aggiungi", &form).await;
    assert_eq!(added.status, 303, "{}", added.text());
}

/// Gives a workshop of the draft of 2015 another title.
async fn rename(world: &World, admin: &Browser<'_>, at: usize, title: &str) {
    let offered = edition(world, "autunno-2015").await.offerings.remove(at);
    let (version, session) = (offered.row.version.to_string(), offered.sessions[0].version.to_string());
    let mut form = typed(["", "", ""], ["", ""], "");
    form.extend([("titolo", title), ("offerte", "automatic"), ("azione", "salva")]);
    form.extend([("versione", version.as_str()), ("versione_incontro", session.as_str())]);
    let saved = admin.post(&format!("/gestione/offerte/{}", offered.row.id), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

on_both!(a_workshop_with_the_title_of_an_earlier_one_has_its_topic_however_that_is_called, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    begin(&admin, "Autunno 2015", "").await;
    add(&admin, SECOND).await;
    add(&admin, "il promotore dell'AMA").await;
    add(&admin, "Un tema nuovo").await;
    assert_eq!(topic(world, "autunno-2015", 0).await, topic(world, "autunno-2014", 1).await);
    assert_eq!(topic(world, "autunno-2015", 1).await, topic(world, "autunno-2014", 0).await);
    let before: Vec<Option<i64>> =
        edition(world, "autunno-2014").await.offerings.iter().map(|o| o.row.topic_id).collect();
    assert!(!before.contains(&Some(topic(world, "autunno-2015", 2).await)), "it is about something else");
});

on_both!(two_long_titles_that_begin_alike_are_two_topics, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    begin(&admin, "Autunno 2015", "").await;
    let long = "Accompagnare le persone e i gruppi di auto mutuo aiuto sul territorio:";
    for part in ["prima parte", "seconda parte"] {
        add(&admin, &format!("{long} {part}")).await;
    }
    assert_ne!(topic(world, "autunno-2015", 0).await, topic(world, "autunno-2015", 1).await);
});

on_both!(a_copied_workshop_that_gets_another_title_can_get_its_own_topic_and_go_back, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    begin(&admin, "Autunno 2015", "autunno-2014").await;
    let old = topic(world, "autunno-2014", 1).await;
    let id = edition(world, "autunno-2015").await.offerings[1].row.id;
    let path = format!("/gestione/offerte/{id}/stato");
    assert!(!admin.get(&path).await.body.contains("id=\"tema\""), "title and topic are the same");
    rename(world, &admin, 1, "Facilitare un gruppo").await;
    assert_eq!(topic(world, "autunno-2015", 1).await, old, "nothing follows by itself");
    admin.get(&path).await.says("Il tema è ancora «La valutazione di efficacia");
    assert_eq!(state(&admin, &path, "id=\"tema\"", &[("azione", "tema")]).await.0, 303);
    let own = topic(world, "autunno-2015", 1).await;
    assert_ne!(own, old);
    assert!(!admin.get(&path).await.body.contains("id=\"tema\""), "and that is all");
    rename(world, &admin, 1, SECOND).await;
    admin.get(&path).await.says("Un’altra edizione ha già un workshop con questo titolo");
    assert_eq!(state(&admin, &path, "id=\"tema\"", &[("azione", "tema")]).await.0, 303);
    assert_eq!(topic(world, "autunno-2015", 1).await, old);
});

on_both!(a_placeholder_that_gets_the_title_of_an_earlier_workshop_is_asked_about_its_topic, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    begin(&admin, "Autunno 2015", "").await;
    add(&admin, "").await;
    let id = edition(world, "autunno-2015").await.offerings[0].row.id;
    let path = format!("/gestione/offerte/{id}/stato");
    rename(world, &admin, 0, SECOND).await;
    admin.get(&path).await.says("Un’altra edizione ha già un workshop con questo titolo");
    assert_eq!(state(&admin, &path, "id=\"tema\"", &[("azione", "tema")]).await.0, 303);
    assert_eq!(topic(world, "autunno-2015", 0).await, topic(world, "autunno-2014", 1).await);
});
