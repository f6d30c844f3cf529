//! What public pages and letters promise of the course is so: a workshop that comes too late for it is not said to count,
//! and a day has the number that letters and registers give it.

use chrono::TimeDelta;

use crate::edition_drafts::state;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, change, moved, on};
use crate::harness::{Mail, World, form};
use crate::on_both;

const FOURTH: &str = "quarto-workshop";
const NOT: &str = "Questo non conta per il corso.";

/// Signs Ada up; the page after the confirmation.
async fn signs_up(world: &World, slug: &str) -> Answer {
    let browser = world.browser();
    let sent = browser.post(&format!("/workshop/{slug}/iscrizione"), &form("Ada", ADA, &[])).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    let link = world.mails_to(ADA).last().expect("a mail").link("/conferma/");
    let confirmed = browser.post(&link, &[]).await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.text());
    world.settle().await;
    browser.get(&confirmed.location.expect("the way on")).await
}

/// The line of a workshop in the programme.
fn line<'p>(page: &'p Answer, slug: &str) -> &'p str {
    let address = format!("/workshop/{slug}\"");
    page.body.split("<li class=\"offer\">").skip(1).find(|item| item.contains(&address)).expect("its line")
}

fn one_line(mail: &Mail) -> String {
    mail.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn is_silent_about(page: &Answer, sentence: &str) {
    assert!(!page.text().contains(sentence), "«{sentence}»: {}", page.text());
}

on_both!(before_the_form_a_workshop_that_comes_too_late_is_said_not_to_count, |world| {
    world.programme(|_| {}).await;
    change(world, vec![moved(world, "workshop-4", 1, on("2014-12-01")).await]).await;
    let page = world.browser().get(&format!("/workshop/{FOURTH}")).await;
    page.says(NOT);
    page.says("22 ottobre");
    is_silent_about(&page, "Vale per il corso");
    is_silent_about(&page, "Questo sarebbe il tuo primo");
    world.browser().get(&format!("/workshop/{FIRST}")).await.says("Questo sarebbe il tuo primo");
    change(world, vec![moved(world, "workshop-4", 1, on("2014-10-22")).await]).await;
    world.browser().get(&format!("/workshop/{FOURTH}")).await.says(NOT);
    change(world, vec![moved(world, "workshop-4", 1, on("2014-10-21")).await]).await;
    world.browser().get(&format!("/workshop/{FOURTH}")).await.says("Questo sarebbe il tuo primo");
});

on_both!(the_programme_says_which_workshop_does_not_count_and_leaves_it_out_of_their_number, |world| {
    world.programme(|_| {}).await;
    world.browser().get("/").await.says("A scelta tra 5.");
    change(world, vec![moved(world, "workshop-4", 1, on("2014-12-01")).await]).await;
    let page = world.browser().get("/").await;
    assert!(line(&page, FOURTH).contains("non conta per il corso"), "{}", line(&page, FOURTH));
    assert!(!line(&page, FIRST).contains("non conta per il corso"), "{}", line(&page, FIRST));
    page.says("A scelta tra 4.");
    let first = world.browser().get(&format!("/workshop/{FIRST}")).await;
    let box_of_it = first.body.split("<label").find(|label| label.contains(&format!("value=\"{FOURTH}\"")));
    assert!(box_of_it.is_some_and(|label| label.contains("non conta per il corso")), "{}", first.body);
});

on_both!(who_takes_a_place_that_comes_too_late_is_not_told_that_it_counts, |world| {
    world.programme(|_| {}).await;
    change(world, vec![moved(world, "workshop-4", 1, on("2014-12-01")).await]).await;
    let page = signs_up(world, FOURTH).await;
    page.says("non conta per il corso");
    is_silent_about(&page, "La prenotazione conta per il corso");
    let placed = world.mails_to(ADA).into_iter().find(|mail| mail.kind() == "place-confirmed");
    let placed = placed.expect("the letter with the place");
    assert!(one_line(&placed).contains(NOT), "{}", placed.text);
    assert!(placed.html.contains(NOT), "{}", placed.html);
});

on_both!(who_asked_for_a_date_that_comes_too_late_reads_so_in_the_letter, |world| {
    world.programme(|_| {}).await;
    let path = format!("/workshop/{FOURTH}/avvisami");
    assert_eq!(world.browser().post(&path, &[("email", BEA)]).await.status, 303);
    change(world, vec![moved(world, "workshop-4", 1, on("2014-12-01")).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let told = world.mails_to(BEA).pop().expect("the letter with the date");
    assert_eq!(told.kind(), "date-out");
    assert!(one_line(&told).contains(NOT), "{}", told.text);
    assert!(told.html.contains(NOT), "{}", told.html);
});

on_both!(once_the_course_has_begun_nothing_that_is_still_to_come_is_said_to_count_for_it, |world| {
    world.programme(|_| {}).await;
    change(world, vec![moved(world, "workshop-4", 1, on("2015-02-10")).await]).await;
    world.browser().get("/workshop/quinto-workshop").await.says("Vale per il corso");
    world.go_to("2015-01-23T08:00:00Z").await;
    for slug in [FOURTH, "quinto-workshop"] {
        let page = world.browser().get(&format!("/workshop/{slug}")).await;
        page.says(NOT);
        is_silent_about(&page, "Vale per il corso");
    }
});

on_both!(a_day_of_the_course_has_the_number_that_letters_give_it, |world| {
    world.programme(|_| {}).await;
    change(
        world,
        vec![
            moved(world, "corso", 4, on("2014-11-01")).await,
            moved(world, "corso", 2, on("2014-11-03")).await,
            moved(world, "corso", 3, on("2014-11-10")).await,
        ],
    )
    .await;
    let page = world.browser().get("/corso").await;
    let days = page.body.split("<li class=\"g gap\"><span class=\"node\">").skip(1);
    let numbers: Vec<&str> = days.map(|day| day.split('<').next().unwrap_or_default()).collect();
    assert_eq!(numbers, ["1", "4", "2", "3", "5", "6", "7"], "by date, each with its own number");
});

on_both!(before_a_course_is_shown_its_days_that_are_not_numbered_by_their_dates_are_named, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}/stato", world.offering("corso").await);
    let admin = world.admin().await;
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await.0, 303);
    let words = "I numeri delle giornate non seguono le date";
    is_silent_about(&admin.get(&path).await, words);
    change(world, vec![moved(world, "corso", 4, on("2014-11-01")).await]).await;
    admin.get(&path).await.says(words);
});
