//! Signing in without a password: link and code, 30 minutes, once, five tries; known and unknown look the same.

use chrono::TimeDelta;

use crate::harness::{Browser, SITE, World};
use crate::on_both;

async fn ask(browser: &Browser<'_>, email: &str) -> String {
    let answer = browser.post("/accedi", &[("email", email)]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location.unwrap()
}

fn code(world: &World, email: &str) -> String {
    let mail = world.mails_to(email).pop().expect("a mail");
    mail.code()
}

async fn known(world: &World) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &["il-promotore-dell-ama"]).await;
}

fn handle(location: &str) -> String {
    location.split("r=").nth(1).unwrap().split('&').next().unwrap().to_owned()
}

on_both!(the_link_of_the_mail_signs_in_once_and_only_by_its_button, |world| {
    known(world).await;
    let browser = world.browser();
    ask(&browser, "ADA@posta.example").await;
    world.settle().await;
    let link = world.mails_to("ada@posta.example").pop().unwrap().link("/accedi/");
    assert_eq!(browser.get(&link).await.status, 200);
    assert_eq!(browser.get("/mio-percorso").await.status, 303, "opening a link is not using it");
    assert_eq!(browser.post(&link, &[]).await.status, 303);
    assert_eq!(browser.get("/mio-percorso").await.status, 200);
    assert_eq!(world.browser().post(&link, &[]).await.status, 410, "once");
    assert_eq!(browser.post("/esci", &[]).await.status, 303);
    assert_eq!(browser.get("/mio-percorso").await.status, 303);
});

on_both!(the_code_signs_in_on_the_page_that_asked, |world| {
    known(world).await;
    let browser = world.browser();
    let page = ask(&browser, "ada@posta.example").await;
    world.settle().await;
    let code = code(world, "ada@posta.example");
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let other = ask(&world.browser(), "ada@posta.example").await;
    let elsewhere = browser.post("/accedi/posta", &[("r", &handle(&other)), ("codice", &spaced)]).await;
    assert_eq!(elsewhere.status, 422, "the code belongs to the page that asked");
    let answer = browser.post("/accedi/posta", &[("r", &handle(&page)), ("codice", &spaced)]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(browser.get("/mio-percorso").await.status, 200);
});

on_both!(after_five_wrong_codes_the_right_one_is_worth_nothing, |world| {
    known(world).await;
    let browser = world.browser();
    let page = ask(&browser, "ada@posta.example").await;
    world.settle().await;
    let right = code(world, "ada@posta.example");
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(
            browser.post("/accedi/posta", &[("r", &handle(&page)), ("codice", wrong)]).await.status,
            422
        );
    }
    assert_eq!(browser.post("/accedi/posta", &[("r", &handle(&page)), ("codice", &right)]).await.status, 422);
    let link = world.mails_to("ada@posta.example").pop().unwrap().link("/accedi/");
    assert_eq!(browser.post(&link, &[]).await.status, 410, "the link of the same mail is used up too");
});

on_both!(a_link_is_good_for_thirty_minutes, |world| {
    known(world).await;
    let browser = world.browser();
    ask(&browser, "ada@posta.example").await;
    world.settle().await;
    let link = world.mails_to("ada@posta.example").pop().unwrap().link("/accedi/");
    world.wait(TimeDelta::seconds(1799)).await;
    assert_eq!(browser.get(&link).await.status, 200);
    world.wait(TimeDelta::seconds(1)).await;
    assert_eq!(browser.get(&link).await.status, 410);
    assert_eq!(browser.post(&link, &[]).await.status, 410);
});

on_both!(an_unknown_address_looks_the_same_and_gets_no_mail, |world| {
    known(world).await;
    let browser = world.browser();
    let known_page = ask(&browser, "ada@posta.example").await;
    let unknown_page = ask(&browser, "adx@posta.example").await;
    let clean = |page: &str, handle: &str| page.replace(handle, "");
    let one = browser.get(&known_page).await.body;
    let other = browser.get(&unknown_page).await.body;
    assert_eq!(clean(&one, &handle(&known_page)), clean(&other, &handle(&unknown_page)));
    world.settle().await;
    assert_eq!(world.mails_to("adx@posta.example").len(), 0);
    let wrong = browser.post("/accedi/posta", &[("r", &handle(&unknown_page)), ("codice", "123456")]).await;
    assert_eq!(wrong.status, 422);
});

on_both!(no_address_gets_more_than_five_letters_an_hour_known_or_not, |world| {
    known(world).await;
    let browser = world.browser();
    for email in ["ada@posta.example", "nobody@posta.example"] {
        for _ in 0..5 {
            ask(&browser, email).await;
        }
        assert_eq!(browser.post("/accedi", &[("email", email)]).await.status, 429, "{email}");
    }
    world.wait(TimeDelta::minutes(61)).await;
    for _ in 0..6 {
        world.signed_in("ada@posta.example").await;
    }
    ask(&browser, "ada@posta.example").await;
});

on_both!(cookies_have_a_max_age_and_no_date, |world| {
    known(world).await;
    let browser = world.browser();
    ask(&browser, "ada@posta.example").await;
    world.settle().await;
    let link = world.mails_to("ada@posta.example").pop().unwrap().link("/accedi/");
    let answer = browser.post(&link, &[]).await;
    let cookie = answer.header("Set-Cookie").expect("a cookie");
    for part in ["__Host-percorso=", "Max-Age=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert!(!cookie.contains("Expires"), "{cookie}");
    assert_eq!(world.browser().get("/").await.header("Set-Cookie"), None, "public pages set no cookie");
});

on_both!(after_signing_in_people_are_where_they_wanted_to_go_and_never_elsewhere, |world| {
    known(world).await;
    let browser = world.browser();
    let sent = browser.get("/mio-percorso").await;
    assert_eq!(sent.location.as_deref(), Some("/accedi?poi=%2Fmio-percorso"));
    for (next, expected) in [
        ("/corso/iscrizione", "/corso/iscrizione"),
        ("https://evil.example", "/mio-percorso"),
        ("//evil.example", "/mio-percorso"),
    ] {
        let answer = browser.post("/accedi", &[("email", "ada@posta.example"), ("poi", next)]).await;
        world.settle().await;
        let code = code(world, "ada@posta.example");
        let answer = browser
            .post(
                "/accedi/posta",
                &[("r", &handle(&answer.location.unwrap())), ("codice", &code), ("poi", next)],
            )
            .await;
        assert_eq!(answer.location.as_deref(), Some(expected));
    }
});

on_both!(the_link_of_the_mail_too_leads_where_somebody_wanted_to_go_and_never_elsewhere, |world| {
    known(world).await;
    for (next, expected) in [
        ("/corso/iscrizione?edizione=2014", "/corso/iscrizione?edizione=2014"),
        ("", "/mio-percorso"),
        ("//evil.example", "/mio-percorso"),
    ] {
        let asked = world.browser().post("/accedi", &[("email", "ada@posta.example"), ("poi", next)]).await;
        assert_eq!(asked.status, 303);
        world.settle().await;
        let mail = world.mails_to("ada@posta.example").pop().unwrap();
        let link = mail.link("/accedi/");
        assert!(mail.html.contains(&format!("{SITE}{link}\"")), "both halves have one link: {link}");
        // Another device, which has never been here.
        let browser = world.browser();
        let page = browser.get(&link).await;
        let fields: Vec<(&str, &str)> = match next {
            "/corso/iscrizione?edizione=2014" => vec![("poi", next)],
            _ => Vec::new(),
        };
        for (name, value) in &fields {
            assert!(page.body.contains(&format!("name=\"{name}\" value=\"{value}\"")), "{}", page.body);
        }
        let path = link.split('?').next().unwrap().to_owned();
        assert_eq!(browser.post(&path, &fields).await.location.as_deref(), Some(expected), "{next}");
    }
    // A link that somebody changed leads nowhere else either.
    world.wait(TimeDelta::hours(1)).await;
    world.browser().post("/accedi", &[("email", "ada@posta.example")]).await;
    world.settle().await;
    let link = world.mails_to("ada@posta.example").pop().unwrap().link("/accedi/");
    let browser = world.browser();
    let page = browser.get(&format!("{link}?poi=https%3A%2F%2Fevil.example")).await;
    assert!(!page.body.contains("name=\"poi\""), "{}", page.body);
    let answer = browser.post(&link, &[("poi", "https://evil.example")]).await;
    assert_eq!(answer.location.as_deref(), Some("/mio-percorso"));
});
