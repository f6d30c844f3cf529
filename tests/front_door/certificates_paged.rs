//! The certificates of a large course: a page at a time, by what people have; the counts, and what a button does to all, are
//! of everybody.

use percorso::domain::qualification::{Readiness, readiness};
use percorso::store::{programme, proposed, qualified};

use crate::filled::{earned, filled};
use crate::finished_course::{PAGE, finished, press, publish};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;

/// A list of the edition, as links write it.
const LIST: &str = "/gestione/attestati?edizione=autunno-2014";

/// The people on a page, in its order.
fn people(page: &Answer) -> Vec<i64> {
    let rows = page.body.split("<tr role=\"row\" id=\"p").skip(1);
    rows.map(|row| row.split('"').next().unwrap().parse().unwrap()).collect()
}

/// How many rows of a page have a state, by the class of its tag.
fn tags(page: &Answer, class: &str) -> usize {
    page.body.matches(&format!("<span class=\"tag {class}\">")).count()
}

/// The filters with their counts.
fn filters(page: &Answer) -> Vec<(String, bool)> {
    let chips = page.body.split("<a class=\"chip\" href=\"").skip(1);
    let chips = chips.filter(|chip| chip.starts_with(LIST));
    chips
        .map(|chip| {
            let (tag, words) = chip.split_once('>').unwrap();
            (words.split('<').next().unwrap().to_owned(), tag.contains("aria-current"))
        })
        .collect()
}

fn leads(page: &Answer, rel: &str) -> Option<String> {
    let (_, rest) = page.body.split_once(&format!("rel=\"{rel}\" href=\""))?;
    Some(rest.split('"').next().unwrap().replace("&amp;", "&"))
}

async fn list(world: &World, query: &str) -> Answer {
    let page = world.admin().await.get(&format!("{PAGE}?{query}")).await;
    assert_eq!(page.status, 200, "{query}");
    page
}

fn chosen(all: &[(String, bool)]) -> Vec<&str> {
    all.iter().filter(|(_, current)| *current).map(|(words, _)| words.as_str()).collect()
}

on_both!(the_people_of_a_large_course_are_listed_by_what_they_have_and_counted_whole, |world| {
    filled(world, 290).await;
    let (ready, others) = earned(world).await;
    assert!((51..100).contains(&ready) && (1..50).contains(&others), "{ready}, {others}");
    let first = list(world, "").await;
    assert_eq!(people(&first).len(), 50);
    let everybody = format!("Tutti, {}", ready + others);
    let counts = [everybody, format!("Da pubblicare, {ready}"), format!("Non ancora, {others}")];
    let shown: Vec<String> = filters(&first).into_iter().map(|(words, _)| words).collect();
    assert_eq!(shown, counts, "a state that nobody is in is no filter");
    assert_eq!(chosen(&filters(&first)), [counts[0].as_str()]);
    let waiting = list(world, "stato=ready").await;
    assert_eq!((people(&waiting).len(), tags(&waiting, "wait")), (50, 50));
    assert_eq!(chosen(&filters(&waiting)), [counts[1].as_str()]);
    assert_eq!(leads(&waiting, "next"), Some(format!("{LIST}&stato=ready&pagina=2")));
    let rest = list(world, "stato=ready&pagina=2").await;
    assert_eq!((people(&rest).len(), tags(&rest, "wait")), (ready - 50, ready - 50));
    assert_eq!((leads(&rest, "prev"), leads(&rest, "next")), (Some(format!("{LIST}&stato=ready")), None));
    for beyond in ["3", "99999"] {
        let page = list(world, &format!("stato=ready&pagina={beyond}")).await;
        assert_eq!(people(&page), people(&rest), "{beyond}");
    }
    for rubbish in ["", "0", "-1", "due", "99999999999999999999999"] {
        let page = list(world, &format!("stato=ready&pagina={rubbish}")).await;
        assert_eq!(people(&page), people(&waiting), "{rubbish}");
    }
    assert_eq!(people(&list(world, "stato=qqq").await), people(&first), "no state is everybody");
    let missing = list(world, "stato=not-ready").await;
    assert_eq!((people(&missing).len(), tags(&missing, "dash")), (others, others));
    let why = "2 giornate su 3: ne servono 3";
    assert_eq!(missing.text().matches(why).count(), others, "each with the reason");
    for page in [&first, &waiting, &rest, &missing] {
        page.says(&format!("0 attestati pubblicati, {ready} da pubblicare."));
        page.says(&format!("Pubblica tutti e {ready}"));
    }
    let nobody = list(world, "stato=issued").await;
    assert_eq!((people(&nobody).len(), chosen(&filters(&nobody))), (0, vec!["Pubblicato, 0"]));
    nobody.says("Nessuno con questi filtri.");
});

on_both!(all_that_is_published_at_once_is_everybody_whatever_the_page_shows, |world| {
    filled(world, 320).await;
    let (ready, others) = earned(world).await;
    list(world, "stato=not-ready&tutti=si").await.says(&format!("Pubblicare {ready} attestati?"));
    let paper = list(world, "stato=not-ready&stampa=si").await;
    assert_eq!(people(&paper).len(), ready + others, "on paper everybody");
    assert_eq!(press(world, "tutti", &[]).await.status, 303);
    list(world, "stato=ready&pagina=2").await.says(&format!("Pubblicazione in corso: 0 su {ready}"));
});

on_both!(what_is_done_about_somebody_of_a_later_page_leads_back_to_their_row, |world| {
    filled(world, 320).await;
    let last = list(world, "stato=ready&pagina=2").await;
    let person = *people(&last).last().unwrap();
    let (of_them, row) = (person.to_string(), format!("id=\"p{person}\""));
    assert!(!list(world, "").await.body.contains(&row), "not on the first page");
    let done = press(world, "pubblica", &[("persona", &of_them)]).await;
    let there = format!("{LIST}&persona={person}&fatto=certificate-published#p{person}");
    assert_eq!(done.location, Some(there));
    let page = list(world, &format!("edizione=autunno-2014&persona={person}")).await;
    assert!(page.body.contains(&row), "{}", page.body);
    let (before, _) = page.body.split_once("/revoca\"").unwrap();
    let paper = before.rsplit('/').next().unwrap();
    let refused = press(world, &format!("{paper}/revoca"), &[("motivo", " ")]).await;
    assert_eq!(refused.status, 422);
    refused.says("Scrivi il motivo.");
    for part in [row, format!("href=\"#motivo-{paper}\""), format!("id=\"motivo-{paper}\"")] {
        assert!(refused.body.contains(&part), "{part}: {}", refused.body);
    }
});

/// What the page counts, and what its rows say, of everybody: who it is, whether they have one, are ready, or lack no more
/// than a name that can be printed, and whether they were asked about it and answered.
type Said = Vec<(i64, [bool; 5])>;

async fn counted_and_shown(world: &World) -> (Said, Said) {
    let (reader, now) = (world.desk.store.reader(), world.desk.clock.now());
    let programme = programme::current(reader).await.unwrap().expect("an edition");
    let can_print = world.desk.policy.can_print;
    let said = |proposed: &Readiness, asked: bool, answered: bool| {
        let (issued, ready) = (*proposed == Readiness::Issued, *proposed == Readiness::Ready);
        [issued, ready, proposed.is_up_to_the_name(), asked, answered]
    };
    let counted = proposed::of_everybody(reader, &programme, can_print).await.unwrap();
    let counted = counted.iter().map(|one| (one.person_id, said(&one.readiness, one.asked, one.answered)));
    let shown = qualified::of_everybody(reader, &programme, now, can_print).await.unwrap();
    let shown = shown.iter().map(|one| {
        let check = one.name_check.as_ref();
        let answered = check.is_some_and(|check| check.answered_at.is_some());
        (one.person.id, said(&readiness(&one.facts), check.is_some(), answered))
    });
    (counted.collect(), shown.collect())
}

on_both!(what_is_counted_is_what_the_rows_say, |world| {
    let people = [
        ("Ada", ADA, "PPP"),
        ("Bea", BEA, "PAA"),
        ("Ciro", "ciro@posta.example", "P-A"),
        ("Dina 𓀀", "dina@posta.example", "PPP"),
        ("Emma", "emma@posta.example", "GPR"),
    ];
    finished(world, &people).await;
    let (counted, shown) = counted_and_shown(world).await;
    assert_eq!((counted.len(), &counted), (5, &shown));
    assert_eq!(counted.iter().filter(|(_, said)| said[1]).count(), 2, "Ada and Emma");
    assert_eq!(counted.iter().filter(|(_, said)| said[2]).count(), 3, "and Dina but for her name");
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    publish(world, "emma@posta.example").await;
    let paper = publish(world, ADA).await;
    let revoked = press(world, &format!("{}/revoca", paper.id), &[("motivo", "Uno sbaglio")]).await;
    assert_eq!(revoked.status, 303);
    let (counted, shown) = counted_and_shown(world).await;
    assert_eq!(counted, shown);
    let issued: Vec<i64> = counted.iter().filter(|(_, said)| said[0]).map(|(id, _)| *id).collect();
    assert_eq!(issued, [world.person("emma@posta.example").await]);
    assert_eq!(counted.iter().filter(|(_, said)| said[3]).count(), 3, "who was asked");
    publish(world, ADA).await;
    let (counted, shown) = counted_and_shown(world).await;
    assert_eq!(counted, shown, "the last certificate counts, not the one that was revoked");
});
