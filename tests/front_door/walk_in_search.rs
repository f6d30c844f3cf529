//! Whom a trainer may look for among everybody we know: who stands in the room, on the day; nobody is leafed through.

use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, TRAINER, World};
use crate::on_both;

const LI: &str = "xu@posta.example";
const LINA: &str = "lina@posta.example";
const CIRO: &str = "ciro@posta.example";
/// The morning of the first workshop.
const THE_DAY: &str = "2014-09-24T07:40:00Z";

async fn path(world: &World) -> String {
    format!("/aula/{}/aggiungi", world.session("workshop-1", 1).await)
}

/// The names a search shows.
async fn found(trainer: &Browser<'_>, path: &str, search: &str) -> Vec<String> {
    let page = trainer.get(&format!("{path}?cerca={search}")).await;
    assert_eq!(page.status, 200, "{search}");
    let text = page.text();
    text.split("C’è già ").skip(1).filter_map(|rest| rest.split(',').next()).map(str::to_owned).collect()
}

on_both!(before_the_day_a_trainer_looks_nobody_up_and_adds_nobody_we_know, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-09-23T21:59:00Z").await;
    let (path, trainer) = (path(world).await, world.signed_in(TRAINER).await);
    for search in ["prova", ADA] {
        let page = trainer.get(&format!("{path}?cerca={search}")).await;
        page.says("Da quel giorno si cerca qui anche chi conosciamo già: prima, lo aggiunge l’ufficio.");
        assert!(!page.text().contains("Ada Prova"), "{search}: {}", page.text());
        assert!(!page.body.contains("name=\"cerca\""), "{search}: {}", page.body);
    }
    let english = trainer.get(&format!("/en{path}?cerca=prova")).await;
    english.says("you can also look here for people we already know");
    let person = world.person(ADA).await.to_string();
    let known = trainer.post(&path, &[("persona", person.as_str())]).await;
    assert_eq!(known.status, 422, "an id that was guessed shows nobody's name either");
    known.says("Le presenze si segnano dal giorno dell’incontro");
    assert!(!known.text().contains("Ada Prova"), "{}", known.text());
    let other = [("nome", "Carla"), ("cognome", "Altra"), ("email", ADA), ("privacy", "si")];
    let asked = trainer.post(&path, &other).await;
    assert_eq!(asked.status, 422);
    asked.says("C’è già qualcuno con questo indirizzo, e con un altro nome.");
    assert!(!asked.text().contains("Ada Prova"), "{}", asked.text());
    assert!(asked.body.contains("value=\"Carla\""), "what was typed is kept: {}", asked.body);
    assert_eq!(world.states(ADA, "workshop-1").await, Vec::<String>::new());
    world.go_to("2014-09-23T22:00:00Z").await;
    assert_eq!(found(&trainer, &path, "prova").await, ["Ada Prova"]);
    assert_eq!(trainer.post(&path, &[("persona", person.as_str())]).await.status, 303);
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(on_the_day_three_letters_find_a_part_of_a_name_and_less_only_a_name_that_is_whole, |world| {
    world.programme(|_| {}).await;
    for (given, email) in [("Ada", ADA), ("Li", LI), ("Lina", LINA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    world.go_to(THE_DAY).await;
    let (path, trainer) = (path(world).await, world.signed_in(TRAINER).await);
    assert_eq!(found(&trainer, &path, "ada").await, ["Ada Prova"]);
    assert_eq!(found(&trainer, &path, "lin").await, ["Lina Prova"]);
    assert_eq!(found(&trainer, &path, "li").await, ["Li Prova"], "a whole name");
    for part in ["ad", "pr", "a", "%25%25", "@posta.example", "ada@", "ada@posta"] {
        assert_eq!(found(&trainer, &path, part).await, Vec::<String>::new(), "{part}");
    }
    assert_eq!(found(&trainer, &path, ADA).await, ["Ada Prova"], "a whole address");
    trainer.get(&format!("{path}?cerca={ADA}")).await.says("C’è già Ada Prova, ad•••@posta.example: è lei?");
});

on_both!(a_reason_for_an_extra_place_is_never_cut, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.go_to(THE_DAY).await;
    let (path, trainer) = (path(world).await, world.signed_in(TRAINER).await);
    let long = "x".repeat(501);
    let fields = |reason| {
        [("nome", "Ciro"), ("cognome", "Prova"), ("email", CIRO), ("privacy", "si"), ("motivo", reason)]
    };
    let refused = trainer.post(&path, &fields(long.as_str())).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says("Accorcia il testo: al massimo 500 caratteri");
    assert!(refused.body.contains("href=\"#motivo\""), "{}", refused.body);
    for kept in [long.as_str(), "name=\"nome\" value=\"Ciro\"", "name=\"privacy\" value=\"si\""] {
        assert!(refused.body.contains(kept), "{kept}: {}", refused.body);
    }
    assert_eq!(world.states(CIRO, "workshop-1").await, Vec::<String>::new());
    assert_eq!(trainer.post(&path, &fields(&long[1..])).await.status, 303);
    assert_eq!(world.states(CIRO, "workshop-1").await, ["confirmed"]);
});
