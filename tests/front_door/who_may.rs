//! Who may ask for what: every route × every role, held against the table of `who_may_table.rs`. What is not the asker's
//! does not exist for them. Each role walks through the table in a world of its own: what one of them may change is in
//! nobody else's way.

use percorso::domain::role::Role;
use rocket::Route;

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, TRAINER, World, form};
use crate::on_both;
use crate::who_may_table::{EVERYWHERE, LAST, ROWS, Row};

/// Who asks; the place is that of their letter in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    SignedOut,
    Owner,
    Participant,
    Leads,
    Trainer,
    Reader,
    Secretary,
    Admin,
}

/// How many letters a row has.
const ROLES: usize = 8;

/// What the braces of the addresses stand for: Ada's place in the first workshop, and everything around it.
struct Names(Vec<(&'static str, String)>);

impl Names {
    async fn of(world: &World) -> Self {
        world.programme(|_| {}).await;
        let sent = format!("/workshop/{FIRST}/iscrizione");
        let answer = world.browser().post(&sent, &form("Ada", ADA, &[])).await;
        let handle = last(&answer.location.unwrap());
        world.settle().await;
        let confirm = world.mails_to(ADA)[0].link("/conferma/");
        assert_eq!(world.browser().post(&confirm, &[]).await.status, 303);
        world.settle().await;
        let placed = world.mails_to(ADA).into_iter().find(|mail| mail.kind() == "place-confirmed");
        let leave = placed.expect("the letter with the place").link("/disdici/");
        world.sign_up("Bea", BEA, &[SECOND]).await;
        Self(vec![
            ("{workshop}", FIRST.to_owned()),
            ("{edition}", "autunno-2014".to_owned()),
            ("{handle}", handle),
            ("{confirm}", last(&confirm)),
            ("{leave}", last(&leave)),
            ("{person}", world.person(ADA).await.to_string()),
            ("{enrolment}", world.enrolment(ADA, "workshop-1").await.to_string()),
            ("{offering}", world.offering("workshop-1").await.to_string()),
            ("{session}", world.session("workshop-1", 1).await.to_string()),
        ])
    }

    fn address(&self, written: &str) -> String {
        self.0.iter().fold(written.to_owned(), |address, (name, value)| address.replace(name, value))
    }
}

/// The last part of an address.
fn last(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// A session is led by another trainer than [`TRAINER`].
pub async fn another_trainer(world: &World, session: i64) {
    let tx = world.desk.store.begin().await.unwrap();
    let sql = format!("DELETE FROM session_trainers WHERE session_id = {session}");
    sea_orm::ConnectionTrait::execute_unprepared(&tx, &sql).await.unwrap();
    tx.commit().await.unwrap();
}

async fn browser(world: &World, who: Who) -> Browser<'_> {
    match who {
        Who::SignedOut => world.browser(),
        Who::Owner => world.signed_in(ADA).await,
        Who::Participant => world.signed_in(BEA).await,
        Who::Leads => world.signed_in(TRAINER).await,
        Who::Trainer => {
            another_trainer(world, world.session("workshop-1", 1).await).await;
            world.signed_in(TRAINER).await
        }
        Who::Reader => world.with_role("leo@posta.example", Role::Reader).await,
        Who::Secretary => world.with_role("rita@posta.example", Role::Secretary).await,
        Who::Admin => world.admin().await,
    }
}

/// The letter of an answer; one that no row expects is its status.
fn letter(answer: &Answer) -> String {
    let to = answer.location.as_deref().unwrap_or_default();
    match answer.status {
        303 if to.starts_with("/accedi?poi=") => "s".to_owned(),
        200 | 303 | 422 => "a".to_owned(),
        403 => "f".to_owned(),
        404 | 410 => "n".to_owned(),
        other => other.to_string(),
    }
}

/// What of some rows is not as it stands there.
async fn wrong(browser: &Browser<'_>, who: Who, names: &Names, rows: &[Row]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (method, written, letters) in rows {
        let address = names.address(written);
        let answer = match *method {
            "GET" => browser.get(&address).await,
            _ => browser.post(&address, &[]).await,
        };
        let (got, expected) = (letter(&answer), letters.chars().nth(who as usize).map(String::from));
        if expected.as_deref() != Some(got.as_str()) {
            wrong.push(format!("{method} {written}: {got} ({}), not {expected:?}", answer.status));
        }
    }
    wrong
}

async fn walk(world: &World, who: Who) {
    let names = Names::of(world).await;
    let other = browser(world, who).await;
    let browser = browser(world, who).await;
    assert_eq!(wrong(&browser, who, &names, ROWS).await, Vec::<String>::new(), "{who:?}");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"], "nothing of Ada's was changed");
    assert_eq!(wrong(&browser, who, &names, LAST).await, Vec::<String>::new(), "{who:?}");
    assert_eq!(wrong(&other, who, &names, EVERYWHERE).await, Vec::<String>::new(), "{who:?}");
}

on_both!(every_route_for_whoever_is_not_signed_in, |world| {
    walk(world, Who::SignedOut).await;
});

on_both!(every_route_for_the_participant_whose_it_is, |world| {
    walk(world, Who::Owner).await;
});

on_both!(every_route_for_another_participant, |world| {
    walk(world, Who::Participant).await;
});

on_both!(every_route_for_the_trainer_who_leads_the_session, |world| {
    walk(world, Who::Leads).await;
});

on_both!(every_route_for_a_trainer_of_other_sessions, |world| {
    walk(world, Who::Trainer).await;
});

on_both!(every_route_for_a_reader, |world| {
    walk(world, Who::Reader).await;
});

on_both!(every_route_for_a_secretary, |world| {
    walk(world, Who::Secretary).await;
});

on_both!(every_route_for_an_admin, |world| {
    walk(world, Who::Admin).await;
});

/// The route that answers a row: of those that fit, the one of the lowest rank. `<…>` stands for anything.
fn route_of<'r>(routes: &[&'r Route], (method, written, _): &Row) -> Option<&'r Route> {
    let path = written.split('?').next().unwrap_or_default();
    let fits = |route: &&Route| {
        let wanted: Vec<&str> = route.uri.path().split('/').collect();
        let parts: Vec<&str> = path.split('/').collect();
        route.method.as_str() == *method
            && wanted.len() == parts.len()
            && wanted.iter().zip(&parts).all(|(wanted, part)| wanted.starts_with('<') || wanted == part)
    };
    routes.iter().copied().filter(fits).min_by_key(|route| route.rank)
}

fn named(route: &Route) -> String {
    format!("{} {}", route.method, route.uri.path())
}

on_both!(every_mounted_route_has_its_row_and_every_row_its_route, |world| {
    let routes: Vec<&Route> = world.client.rocket().routes().collect();
    let mut left: Vec<String> = routes.iter().map(|route| named(route)).collect();
    for row in ROWS.iter().chain(LAST).chain(EVERYWHERE) {
        let route = route_of(&routes, row).unwrap_or_else(|| panic!("nothing answers {} {}", row.0, row.1));
        left.retain(|name| *name != named(route));
        let known = row.2.chars().all(|letter| "sfna".contains(letter));
        assert!(known && row.2.len() == ROLES, "{} {}: {}", row.0, row.1, row.2);
    }
    assert_eq!(left, Vec::<String>::new(), "give it a row in who_may_table.rs");
});
