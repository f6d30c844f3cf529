//! Who may see and do what: every route × every role × somebody else's object. What is not the asker's does not
//! exist for them.

use crate::certificate_checks::papers;
use crate::corrections_refused::corrections;
use crate::harness::{Browser, TRAINER, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";

/// What each role gets: a visitor, a participant who owns nothing of it, a trainer of another session, an admin.
pub struct Row {
    pub method: &'static str,
    pub path: String,
    pub visitor: u16,
    pub stranger: u16,
    pub trainer: u16,
    pub admin: u16,
}

/// A row, in the order of the roles.
pub fn row(method: &'static str, path: &str, [visitor, stranger, trainer, admin]: [u16; 4]) -> Row {
    Row { method, path: path.to_owned(), visitor, stranger, trainer, admin }
}

pub async fn ask(browser: &Browser<'_>, row: &Row) -> u16 {
    if row.method == "GET" {
        browser.get(&row.path).await.status
    } else {
        browser.post(&row.path, &[]).await.status
    }
}

/// Rows of somebody's objects: enrolment, sign-up, session, person.
pub fn table(enrolment: i64, handle: &str, session: i64, person: i64) -> Vec<Row> {
    let open = [200; 4];
    let mine_only = [303, 404, 404, 404];
    let led_only = [303, 403, 404, 200];
    let office = [303, 403, 403, 200];
    let mut rows: Vec<Row> = [
        "/",
        "/corso",
        "/corso/iscrizione",
        "/come-funziona",
        "/domande",
        "/aiuto",
        "/privacy",
        "/accessibilita",
        "/accedi",
        "/health",
        "/en/",
        "/en",
    ]
    .iter()
    .map(|path| row("GET", path, open))
    .collect();
    rows.push(row("GET", &format!("/workshop/{FIRST}"), open));
    rows.push(row("GET", "/workshop/quarto-workshop/avvisami", open));
    rows.push(row("GET", "/posta", [404; 4]));
    rows.push(row("GET", "/posta/1", [404; 4]));
    rows.push(row("GET", "/posta/1/html", [404; 4]));
    rows.push(row("GET", "/mio-percorso", [303, 200, 200, 200]));
    rows.extend(calendars(session));
    rows.push(row("GET", &format!("/iscrizione/{handle}"), mine_only));
    rows.push(row("POST", &format!("/iscrizione/{handle}"), mine_only));
    rows.push(row("GET", &format!("/mio-percorso/{enrolment}/disdici"), mine_only));
    rows.push(row("POST", &format!("/mio-percorso/{enrolment}/disdici"), mine_only));
    rows.push(row("GET", "/aula", [303, 403, 200, 200]));
    for path in ["", "/aggiungi", "/chiudi"] {
        rows.push(row("GET", &format!("/aula/{session}{path}"), led_only));
    }
    rows.push(row("POST", &format!("/aula/{session}"), [303, 403, 404, 303]));
    rows.push(row("POST", &format!("/aula/{session}/aggiungi"), [303, 403, 404, 422]));
    rows.push(row("POST", &format!("/aula/{session}/chiudi"), [303, 403, 404, 422]));
    rows.push(row("POST", &format!("/aula/{session}/annulla-chiusura"), [303, 403, 404, 422]));
    rows.push(row("GET", "/gestione", office));
    rows.push(row("GET", "/gestione/iscritti", office));
    rows.push(row("GET", &format!("/gestione/persone/{person}"), office));
    for act in ["conferma", "annulla", "posto"] {
        rows.push(row(
            "POST",
            &format!("/gestione/iscrizioni/{enrolment}/{act}"),
            [303, 403, 403, if act == "conferma" { 303 } else { 422 }],
        ));
    }
    rows.push(row("POST", &format!("/gestione/persone/{person}/deroga"), [303, 403, 403, 404]));
    let people = crate::roles_people::routes(enrolment, person).into_iter();
    rows.extend(people.map(|(method, path, admin)| row(method, &path, [303, 403, 403, admin])));
    rows
}

/// Changes, offers, swaps and the post: one's own answers are nobody else's, the rest is the office's.
pub fn changes(enrolment: i64, session: i64, offering: i64) -> Vec<Row> {
    let mine_only = [303, 404, 404, 404];
    let (office, mended) = ([303, 403, 403, 200], [303, 403, 403, 422]);
    vec![
        row("GET", &format!("/mio-percorso/{enrolment}/cambia"), mine_only),
        row("POST", &format!("/mio-percorso/{enrolment}/cambia"), mine_only),
        row("POST", &format!("/mio-percorso/{enrolment}/accetta"), mine_only),
        row("POST", &format!("/mio-percorso/{enrolment}/rinuncia"), mine_only),
        row("GET", "/gestione/offerte", office),
        row("GET", &format!("/gestione/offerte/{offering}"), office),
        row("POST", &format!("/gestione/offerte/{offering}"), mended),
        row("POST", &format!("/gestione/offerte/{offering}/offri"), mended),
        row("GET", &format!("/gestione/sessioni/{session}"), office),
        row("POST", &format!("/gestione/sessioni/{session}"), mended),
        row("GET", "/gestione/posta", office),
        row("GET", "/gestione/posta/1", office),
        row("POST", "/gestione/posta/1/di-nuovo", mended),
        row("GET", "/gestione/storia", office),
        row("GET", "/gestione/ruoli", office),
        row("POST", "/gestione/ruoli", mended),
        row("POST", "/gestione/ruoli/1", [303, 403, 403, 404]),
    ]
}

/// Calendars: the programme is everybody's, one's own is nobody else's.
fn calendars(session: i64) -> Vec<Row> {
    vec![
        row("GET", "/calendario.ics", [200; 4]),
        row("GET", &format!("/workshop/{FIRST}/calendario.ics"), [200; 4]),
        row("GET", "/corso/calendario.ics", [200; 4]),
        row("GET", "/corso/1/calendario.ics", [200; 4]),
        row("GET", "/mio-percorso/calendario", [303, 200, 200, 200]),
        row("POST", "/mio-percorso/calendario", [303, 422, 422, 422]),
        row("POST", "/mio-percorso/calendario/indirizzo", [303; 4]),
        row("GET", "/mio-percorso/calendario.ics", [303, 200, 200, 200]),
        row("GET", "/mio-percorso/corso.ics", [303, 404, 404, 404]),
        row("GET", &format!("/mio-percorso/incontri/{session}.ics"), [303, 404, 404, 404]),
    ]
}

/// The editions and their drafts: the office's.
fn editions(session: i64, offering: i64) -> Vec<Row> {
    let all = crate::edition_roles::rows("autunno-2014", offering, session);
    all.into_iter().map(|(method, path, codes)| row(method, &path, codes)).collect()
}

/// A session of this workshop is led by another trainer than [`TRAINER`].
pub async fn another_trainer(world: &World, session: i64) {
    let tx = world.desk.store.begin().await.unwrap();
    let sql = format!("DELETE FROM session_trainers WHERE session_id = {session}");
    sea_orm::ConnectionTrait::execute_unprepared(&tx, &sql).await.unwrap();
    tx.commit().await.unwrap();
}

on_both!(every_route_for_every_role_on_somebody_elses_object, |world| {
    world.programme(|_| {}).await;
    let answer = world
        .browser()
        .post(
            &format!("/workshop/{FIRST}/iscrizione"),
            &crate::harness::form("Ada", "ada@posta.example", &[]),
        )
        .await;
    let handle = answer.location.unwrap().rsplit('/').next().unwrap().to_owned();
    world.settle().await;
    let link = world.mails_to("ada@posta.example")[0].link("/conferma/");
    world.browser().post(&link, &[]).await;
    world.sign_up("Bea", "bea@posta.example", &[SECOND]).await;
    let session = world.session("workshop-1", 1).await;
    another_trainer(world, session).await;
    let enrolment = world.enrolment("ada@posta.example", "workshop-1").await;
    let mut rows = table(enrolment, &handle, session, world.person("ada@posta.example").await);
    rows.extend(changes(enrolment, session, world.offering("workshop-1").await));
    rows.extend(editions(session, world.offering("workshop-1").await));
    rows.extend(papers(enrolment));
    rows.extend(corrections(session, world.person("ada@posta.example").await));
    let (visitor, stranger) = (world.browser(), world.signed_in("bea@posta.example").await);
    let (trainer, admin) = (world.signed_in(TRAINER).await, world.admin().await);
    let mut wrong = Vec::new();
    for row in &rows {
        for (role, browser, expected) in [
            ("visitor", &visitor, row.visitor),
            ("stranger", &stranger, row.stranger),
            ("trainer", &trainer, row.trainer),
            ("admin", &admin, row.admin),
        ] {
            let got = ask(browser, row).await;
            if got != expected {
                wrong.push(format!("{} {} as {role}: {got}, not {expected}", row.method, row.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(
        world.states("ada@posta.example", "workshop-1").await,
        ["confirmed"],
        "nobody else changed anything"
    );
});

on_both!(every_mounted_route_stands_in_the_table_or_among_those_that_need_a_secret, |world| {
    let secret = [
        "/conferma/<token>",
        "/disdici/<token>",
        "/offerta/<token>",
        "/offerta/<token>/no",
        "/indirizzo/<token>",
        "/accedi/<token>",
        "/accedi/posta",
        "/iscrizione/inviata/<handle>",
        "/esci",
        "/static/<name>",
        "/workshop/<slug>/iscrizione",
        "/calendario/<file>",
    ];
    let mut rows = table(1, "h", 2, 3);
    rows.extend(changes(1, 2, 4));
    rows.extend(editions(2, 4));
    rows.extend(papers(1));
    rows.extend(corrections(2, 3));
    let covered = |route: &rocket::Route| {
        let wanted: Vec<String> = route.uri.path().split('/').map(ToOwned::to_owned).collect();
        let same = |path: &str| {
            let parts: Vec<&str> = path.split('/').collect();
            parts.len() == wanted.len()
                && parts.iter().zip(&wanted).all(|(part, want)| want.starts_with('<') || part == want)
        };
        rows.iter().any(|row| same(&row.path) && row.method == route.method.as_str())
            || secret.iter().any(|path| *path == route.uri.path())
    };
    let posts_of_open_pages = ["/accedi", "/corso/iscrizione", "/workshop/<slug>/avvisami"];
    let missing: Vec<String> = world
        .client
        .rocket()
        .routes()
        .filter(|route| !covered(route) && !posts_of_open_pages.contains(&route.uri.path()))
        .map(|route| format!("{} {}", route.method, route.uri))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
});

on_both!(a_form_from_another_site_or_without_its_token_changes_nothing, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let enrolment = world.enrolment("ada@posta.example", "workshop-1").await;
    let path = format!("/mio-percorso/{enrolment}/disdici");
    let page = ada.get(&path).await;
    let token = page.body.split("name=\"gettone\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let signed = [("gettone", token)];
    for origin in [Some("https://evil.example"), Some("null"), Some("http://percorso.example")] {
        assert_eq!(ada.post_from(&path, &signed, origin).await.status, 403, "{origin:?}");
        let form = crate::harness::form("Eva", "eva@posta.example", &[]);
        assert_eq!(
            world.browser().post_from(&format!("/workshop/{FIRST}/iscrizione"), &form, origin).await.status,
            403
        );
    }
    let form = crate::harness::form("Eva", "eva@posta.example", &[]);
    let blanked =
        world.browser().post_fetched(&format!("/workshop/{FIRST}/iscrizione"), &form, "same-origin").await;
    assert_eq!(blanked.status, 303, "a browser that blanks the origin says that the page is ours");
    let foreign =
        world.browser().post_fetched(&format!("/workshop/{FIRST}/iscrizione"), &form, "cross-site").await;
    assert_eq!(foreign.status, 403);
    assert_eq!(ada.post_from(&path, &[("gettone", "wrong")], Some(crate::harness::SITE)).await.status, 403);
    assert_eq!(ada.post_from(&path, &[], Some(crate::harness::SITE)).await.status, 403);
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states("eva@posta.example", "workshop-1").await, ["pending_place"]);
    assert_eq!(ada.post_from(&path, &signed, Some(crate::harness::SITE)).await.status, 303);
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["cancelled(by_person)"]);
});

on_both!(needs_in_the_room_are_shown_to_that_sessions_trainer_only, |world| {
    world.programme(|_| {}).await;
    let mut form = crate::harness::form("Ada", "ada@posta.example", &[]);
    form.retain(|(name, _)| *name != "esigenze");
    form.extend([("esigenze", "interprete LIS"), ("consenso_esigenze", "si")]);
    let browser = world.browser();
    browser.post(&format!("/workshop/{FIRST}/iscrizione"), &form).await;
    world.settle().await;
    browser.post(&world.mails_to("ada@posta.example")[0].link("/conferma/"), &[]).await;
    world.settle().await;
    let session = world.session("workshop-1", 1).await;
    world.signed_in(TRAINER).await.get(&format!("/aula/{session}")).await.says("interprete LIS");
    let admin = world.admin().await;
    assert!(!admin.get(&format!("/aula/{session}")).await.body.contains("interprete LIS"));
    assert!(
        !admin
            .get(&format!("/gestione/persone/{}", world.person("ada@posta.example").await))
            .await
            .body
            .contains("interprete LIS")
    );
    for mail in world.mails() {
        assert!(!mail.raw.contains("interprete"), "{}", mail.name);
    }
    world.go_to("2014-10-25T08:00:00Z").await;
    let room = world.signed_in(TRAINER).await.get(&format!("/aula/{session}")).await;
    assert!(!room.body.contains("interprete LIS"), "erased a month after");
});
