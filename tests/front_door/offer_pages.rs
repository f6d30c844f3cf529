//! The pages of the waiting list: the office sees who waits and why nothing is offered, people answer an offer by the
//! links of its letter or on their path, and swap one workshop for another.

use crate::harness::{Browser, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";
const CIRO: &str = "ciro@posta.example";

/// Ada has the only place of the first workshop; Bea and Ciro wait for it.
async fn a_line(world: &World, automatic: bool) -> [Browser<'_>; 3] {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[0].offers_automatic = automatic;
        })
        .await;
    [
        world.sign_up("Ada", ADA, &[FIRST]).await,
        world.sign_up("Bea", BEA, &[FIRST]).await,
        world.sign_up("Ciro", CIRO, &[FIRST]).await,
    ]
}

/// Ada gives her place back through her page.
async fn leaves(world: &World, ada: &Browser<'_>) {
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
}

/// The two links of the letter that offers a place: the one that takes it, the one that does not.
fn links(world: &World, address: &str) -> (String, String) {
    let letter = world.mails_to(address).into_iter().rfind(|mail| mail.kind() == "place-offered");
    let letter = letter.expect("an offer");
    let paths = letter.text.lines().filter_map(|line| line.trim().strip_prefix(crate::harness::SITE));
    let found: Vec<&str> = paths.filter(|path| path.contains("/offerta/")).collect();
    let no = found.iter().find(|path| path.ends_with("/no")).expect("the link that declines");
    let yes = found.iter().find(|path| !path.ends_with("/no")).expect("the link that accepts");
    ((*yes).to_owned(), (*no).to_owned())
}

on_both!(the_office_sees_who_waits_and_why_nothing_is_offered_and_offers_by_hand, |world| {
    let [ada, _, _] = a_line(world, false).await;
    let offering = world.offering("workshop-1").await;
    let path = format!("/gestione/offerte/{offering}");
    let admin = world.admin().await;
    let full = admin.get(&path).await;
    full.says("Non c’è un posto libero da offrire.");
    full.says("Chi aspetta 1 Prova Bea");
    assert!(!full.text().contains("Offri il posto al primo"));
    leaves(world, &ada).await;
    let page = admin.get(&path).await;
    page.says("Qui decide una persona dell’ufficio");
    page.says("Offri il posto al primo");
    let offered = world.offers_by_hand("workshop-1").await;
    assert_eq!((offered.status, offered.location), (303, Some(format!("{path}?fatto=offered"))));
    assert_eq!(world.states(BEA, "workshop-1").await, ["offered"]);
    let page = admin.get(&path).await;
    page.says("Posti offerti, in attesa di risposta Prova Bea fino a");
    page.says("Chi aspetta 1 Prova Ciro");
    let again = admin.post(&format!("{path}/offri"), &[]).await;
    assert_eq!(again.status, 422);
    again.says("Non c’è un posto libero.");
});

on_both!(more_places_are_offered_to_the_line_and_what_is_no_number_of_places_is_said, |world| {
    a_line(world, true).await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-1").await);
    let admin = world.admin().await;
    let form = |places: &'static str, button: &'static str| {
        let title = ("titolo", "Il promotore dell’Ama");
        let rest = [("offerte", "automatic"), ("glossa", "The AMA group promoter"), ("versione", "1")];
        let mut form = vec![title, ("capienza", places), ("azione", button)];
        form.extend(rest);
        form
    };
    for (places, sentence) in
        [("tanti", "Scrivi i posti con un numero"), ("-1", "Scrivi un numero di posti da 0 a 100000")]
    {
        let page = admin.post(&path, &form(places, "controlla")).await;
        assert_eq!(page.status, 422, "{places}");
        page.says(sentence);
        assert!(page.body.contains(&format!("value=\"{places}\"")), "what was typed stays");
    }
    let checked = admin.post(&path, &form("2", "controlla")).await;
    checked.says("Posti 1 2");
    checked.says("1 persona riceve l’offerta di un posto che si libera.");
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-1").await, ["waitlisted"], "nothing is saved yet");
    assert_eq!(admin.post(&path, &form("2", "salva")).await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-1").await, ["offered"]);
});

on_both!(an_offer_is_taken_by_its_link_which_acts_only_with_its_button_and_may_be_pressed_twice, |world| {
    let [ada, _, _] = a_line(world, true).await;
    leaves(world, &ada).await;
    let (yes, no) = links(world, BEA);
    let visitor = world.browser();
    for link in [&yes, &no] {
        let page = visitor.get(link).await;
        assert_eq!((page.status, page.header("Cache-Control")), (200, Some("no-store")));
        page.says("Il promotore dell’Ama");
        page.says("Lo teniamo per te fino a");
        assert_eq!(visitor.get(&format!("/en{link}")).await.status, 200);
    }
    assert_eq!(world.states(BEA, "workshop-1").await, ["offered"], "a scanner that opens links does nothing");
    for _ in 0..2 {
        let answer = visitor.post(&yes, &[]).await;
        assert_eq!((answer.status, answer.location.as_deref()), (303, Some(yes.as_str())));
    }
    visitor.get(&yes).await.says("Il posto è tuo");
    assert_eq!(world.states(BEA, "workshop-1").await, ["confirmed"]);
    assert_eq!(visitor.post(&no, &[]).await.status, 303);
    visitor.get(&no).await.says("Il posto è tuo");
    assert_eq!(world.states(BEA, "workshop-1").await, ["confirmed"], "the other link is over");
    assert_eq!(visitor.get("/mio-percorso").await.status, 303, "nobody was signed in");
    assert_eq!(visitor.get("/offerta/nessuno").await.status, 404);
});

on_both!(an_offer_is_declined_by_its_link_and_goes_on_to_the_next, |world| {
    let [ada, _, _] = a_line(world, true).await;
    leaves(world, &ada).await;
    let (yes, no) = links(world, BEA);
    let visitor = world.browser();
    for _ in 0..2 {
        assert_eq!(visitor.post(&no, &[]).await.status, 303);
    }
    visitor.get(&no).await.says("Hai detto di no al posto");
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-1").await, ["cancelled(declined)"]);
    assert_eq!(world.states(CIRO, "workshop-1").await, ["offered"]);
    assert_eq!(visitor.post(&yes, &[]).await.status, 303);
    visitor.get(&yes).await.says("Hai detto di no al posto");
    assert_eq!(world.states(CIRO, "workshop-1").await, ["offered"], "it is Ciro’s by now");
});

on_both!(an_offer_stands_on_top_of_the_path_and_is_answered_there, |world| {
    let [ada, bea, ciro] = a_line(world, true).await;
    leaves(world, &ada).await;
    let page = bea.get("/mio-percorso").await;
    page.says("Si è liberato un posto: è tuo fino a");
    let enrolment = world.enrolment(BEA, "workshop-1").await;
    let declined = bea.post(&format!("/mio-percorso/{enrolment}/rinuncia"), &[]).await;
    assert_eq!(declined.location.as_deref(), Some("/mio-percorso?fatto=offer-declined"));
    world.settle().await;
    let late = bea.post(&format!("/mio-percorso/{enrolment}/accetta"), &[]).await;
    assert_eq!(late.status, 422);
    late.says("Questa offerta non vale più.");
    let his = world.enrolment(CIRO, "workshop-1").await;
    assert_eq!(bea.post(&format!("/mio-percorso/{his}/accetta"), &[]).await.status, 404);
    let taken = ciro.post(&format!("/mio-percorso/{his}/accetta"), &[]).await;
    assert_eq!(taken.location.as_deref(), Some("/mio-percorso?fatto=offer-taken"));
    assert_eq!(world.states(CIRO, "workshop-1").await, ["confirmed"]);
    assert!(!ciro.get("/mio-percorso").await.text().contains("Si è liberato un posto"));
});

on_both!(a_workshop_is_swapped_for_one_with_a_free_place_and_an_overlap_is_only_a_warning, |world| {
    world
        .programme(|file| {
            file.offerings[2].sessions[0].date = file.offerings[1].sessions[0].date;
            file.offerings[1].capacity = Some(1);
        })
        .await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, THIRD]).await;
    let path = format!("/mio-percorso/{}/cambia", world.enrolment(ADA, "workshop-1").await);
    let overlap = "Nello stesso momento, giovedì 2 ottobre, hai già: Auto mutuo aiuto e professionismo";
    let page = ada.get(&path).await;
    assert_eq!(page.status, 200);
    page.says(overlap);
    ada.get(&format!("/workshop/{SECOND}")).await.says(overlap);
    assert_eq!(ada.get(&format!("/en{path}")).await.status, 200);
    let unknown = ada.post(&path, &[("workshop", "x")]).await;
    assert_eq!(unknown.status, 422);
    unknown.says("uno dei workshop non è più in programma");
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let gone = ada.post(&path, &[("workshop", SECOND)]).await;
    assert_eq!(gone.status, 422);
    gone.says("quello che avevi è ancora tuo");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states(ADA, "workshop-2").await, Vec::<String>::new());
    let bea = world.signed_in(BEA).await;
    let hers = world.enrolment(BEA, "workshop-2").await;
    assert_eq!(bea.post(&format!("/mio-percorso/{hers}/disdici"), &[]).await.status, 303);
    let swapped = ada.post(&path, &[("workshop", SECOND)]).await;
    assert_eq!(swapped.location.as_deref(), Some("/mio-percorso?fatto=swapped"));
    assert_eq!(world.states(ADA, "workshop-1").await, ["cancelled(by_person)"]);
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
});
