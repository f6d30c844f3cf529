//! The numbers beside the entries of the office's navigation: how much waits behind each, said to whoever listens too.

use crate::applications::decides;
use crate::day_lines::busy;
use crate::harness::browser::Answer;
use crate::harness::changing::{BEA, FIRST, SECOND, change, off};
use crate::harness::{TRAINER, World};
use crate::on_both;

use percorso::domain::role::Role;

const DINA: &str = "dina@posta.example";

/// What stands beside the entries that have a number, as it is read aloud.
pub fn counts(page: &Answer) -> Vec<String> {
    let (_, nav) = page.body.split_once("<nav aria-label=").expect("the navigation");
    let (nav, _) = nav.split_once("</nav>").expect("its end");
    let numbered = nav.split("<a ").filter(|entry| entry.contains("class=\"num\""));
    let words = |entry: &str| {
        let said = entry.split_once('>').expect("a link").1.split("</a>").next().unwrap_or_default();
        let text: Vec<&str> =
            said.split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect();
        text.concat().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    numbered.map(words).collect()
}

async fn counted(world: &World) -> Vec<String> {
    counts(&world.admin().await.get("/gestione/ruoli").await)
}

on_both!(each_entry_of_the_navigation_says_how_much_waits_behind_it, |world| {
    busy(world).await;
    let admin = world.admin().await;
    let calls = admin.get("/gestione/telefonate").await.body.matches("<h2 id=\"persona-").count();
    let told = format!("Telefonate {calls} da fare");
    // A mark that is missing and one that is contested.
    assert_eq!(counted(world).await, ["Da fare 2 da fare", "Domande 1 da fare", told.as_str()]);
    for path in ["/gestione", "/gestione/domande", "/gestione/iscritti?cerca=qqq"] {
        assert_eq!(counts(&admin.get(path).await).len(), 3, "{path}");
    }
    let english = counts(&admin.get("/en/gestione/ruoli").await);
    assert_eq!(english[1], "Applications 1 to do");
    assert_eq!(decides(world, &admin, DINA, "accetta", "").await, 303);
    assert_eq!(counted(world).await, ["Da fare 2 da fare", told.as_str()]);
    let looks = world.with_role("legge@percorso.example", Role::Reader).await;
    assert_eq!(counts(&looks.get("/gestione").await).len(), 2, "whoever may look sees them too");
    let trainer = world.signed_in(TRAINER).await;
    assert!(!trainer.get("/aula").await.body.contains("da fare"), "nobody else does");
});

on_both!(registers_are_counted_from_the_evening_on_and_not_where_nothing_was_held, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    assert_eq!(counted(world).await, Vec::<String>::new(), "nothing is no number");
    let first = world.offering("workshop-1").await;
    change(world, vec![off(first)]).await;
    world.go_to("2014-10-02T17:59:00Z").await;
    assert_eq!(counted(world).await, Vec::<String>::new(), "{FIRST} was called off");
    world.go_to("2014-10-02T18:00:00Z").await;
    assert_eq!(counted(world).await, ["Presenze 1 da fare"]);
    world.go_to("2014-10-03T18:00:00Z").await;
    assert_eq!(counted(world).await, ["Presenze 2 da fare"]);
    world.register("workshop-2", 1, &[(BEA, "P")]).await;
    assert_eq!(counted(world).await, ["Presenze 1 da fare"]);
});
