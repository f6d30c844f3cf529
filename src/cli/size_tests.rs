//! No page of the office is forgotten: what is asked for, beside the routes that there are.

use rocket::Route;
use rocket::http::Method;

use super::*;
use crate::cli::size_pages::Page;

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
