//! No page of the office is forgotten: what is asked for, beside the routes that there are.

use rocket::Route;
use rocket::http::Method;

use super::*;
use crate::cli::size_pages::Page;
use crate::store::size_lists;

/// Whether a path is one that a route is made for; `<…>` stands for anything.
fn fits(route: &Route, path: &str) -> bool {
    let wanted: Vec<&str> = route.uri.path().split('/').collect();
    let parts: Vec<&str> = path.split('/').collect();
    wanted.len() == parts.len()
        && wanted.iter().zip(&parts).all(|(wanted, part)| wanted.starts_with('<') || wanted == part)
}

/// The routes that answer none of these pages. Of several that fit, the one of the lowest rank answers.
fn not_asked(routes: &[&Route], pages: &[Page]) -> Vec<String> {
    let mut left: Vec<String> = routes.iter().map(|route| route.uri.path().to_owned()).collect();
    for (_, address) in pages {
        let path = address.split('?').next().unwrap_or_default();
        if let Some(answers) = routes.iter().filter(|route| fits(route, path)).min_by_key(|route| route.rank)
        {
            left.retain(|route| route != answers.uri.path());
        }
    }
    left
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_of_the_office_is_asked_for_and_answers() {
    let folder = tempfile::tempdir().unwrap();
    let filled = Filled::open(file(folder.path()).await.unwrap(), &SMALL).await.unwrap();
    let of_the_office = |route: &&Route| {
        let path = route.uri.path();
        route.method == Method::Get && (path == "/gestione" || path.starts_with("/gestione/"))
    };
    let routes: Vec<&Route> = filled.client.rocket().routes().filter(of_the_office).collect();
    let pages = filled.pages().await.unwrap();
    assert_eq!(not_asked(&routes, &pages), Vec::<String>::new(), "give it a line in size_pages.rs");
    for (name, path) in &pages {
        let time = filled.time(path, 1).await;
        assert!(time.is_ok(), "{name}: {time:?}");
    }
    let mut fewer = pages;
    fewer.retain(|(_, path)| !path.starts_with("/gestione/nuova-edizione"));
    assert_eq!(not_asked(&routes, &fewer), ["/gestione/nuova-edizione"], "one that is forgotten is named");
}

/// How many times something stands on a page.
async fn on_page(filled: &Filled, path: &str, what: &str) -> usize {
    let answer = filled.client.get(path.to_owned()).cookie(filled.cookie.clone()).dispatch().await;
    answer.into_string().await.unwrap_or_default().matches(what).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_list_that_grows_with_the_seasons_has_rows_and_what_is_filled_in_is_lawful() {
    let folder = tempfile::tempdir().unwrap();
    // Opening it asks the laws.
    let filled = Filled::open(file(folder.path()).await.unwrap(), &SMALL).await.unwrap();
    let mut empty = Vec::new();
    for (path, row) in [
        ("/gestione/da-fare", "<h2 id=\"cosa-"),
        ("/gestione/da-fare", "<li><time datetime=\""),
        ("/gestione/telefonate", "<h3 id=\"chiamata-"),
        ("/gestione/telefonate", "/rimetti\""),
        ("/gestione/contestazioni", "<h2 id=\"segnalazione-"),
        ("/gestione/domande", "id=\"domanda-"),
    ] {
        if on_page(&filled, path, row).await == 0 {
            empty.push(format!("{path} {row}"));
        }
    }
    for which in [
        "enrolments WHERE state = 'waitlisted'",
        "enrolments WHERE state = 'cancelled'",
        "enrolments WHERE state = 'applied'",
        "waivers WHERE ended_at IS NULL",
        "outbox WHERE state = 'refused'",
        "name_checks WHERE answered_at IS NULL",
        "name_checks WHERE answered_at IS NOT NULL",
    ] {
        if size_lists::count(filled.desk.store.reader(), which).await == 0 {
            empty.push(which.to_owned());
        }
    }
    assert_eq!(empty, Vec::<String>::new());
}
