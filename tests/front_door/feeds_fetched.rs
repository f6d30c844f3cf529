//! Calendars as programs fetch them: what a feed says of itself, when it changed, whose it is; the choice to
//! have no invites, and the pages that lead to all this. Numbers are those of CALENDAR.md.

use chrono::TimeDelta;
use icalendar::Component as _;
use rocket::http::Header;

use crate::feeds::{
    ADA, FIRST, Fetched, SECOND, events, feed_of, fetch, last_invite, methods_after, move_first, number, one,
    read, says_the_same, value,
};
use crate::harness::{SITE, TRAINER, World};
use crate::on_both;

/// The calendars of everybody.
const PUBLIC: [&str; 3] =
    ["/calendario.ics", "/workshop/il-promotore-dell-ama/calendario.ics", "/corso/calendario.ics"];

async fn fetch_unless(world: &World, path: &str, known: &str) -> Fetched {
    let known = Header::new("If-None-Match", known.to_owned());
    read(world.client.get(path.to_owned()).header(known)).await
}

on_both!(r47_a_feed_says_its_name_where_it_is_and_how_often_to_ask, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let own = feed_of(&ada).await;
    for path in PUBLIC.iter().copied().chain([own.as_str()]) {
        let plain = fetch(world, path).await.body.replace("\r\n ", "");
        let head = plain.split("BEGIN:V").nth(1).expect("the calendar itself");
        for line in ["REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H", "CALSCALE:GREGORIAN"] {
            assert!(head.contains(&format!("\r\n{line}\r\n")), "{path}: {line} in {head}");
        }
        assert!(head.contains(&format!("\r\nSOURCE;VALUE=URI:{SITE}{path}\r\n")), "{path}: {head}");
        let name = |start: &str| head.lines().find_map(|line| line.strip_prefix(start)).map(str::to_owned);
        assert!(name("NAME:").is_some_and(|name| !name.is_empty()), "{path}: {head}");
        assert_eq!(name("NAME:"), name("X-WR-CALNAME:"));
    }
    let session = world.session("workshop-1", 1).await;
    let file = ada.get(&format!("/mio-percorso/incontri/{session}.ics")).await.body;
    assert!(
        !file.contains("SOURCE") && !file.contains("X-WR-CALNAME"),
        "a file makes no calendar of its own"
    );
});

on_both!(r48_a_calendar_is_fetched_whole_once_and_then_only_when_it_changed, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let own = feed_of(&ada).await;
    for path in PUBLIC.iter().copied().chain([own.as_str()]) {
        let whole = fetch(world, path).await;
        assert_eq!(whole.status, 200);
        assert_eq!(whole.header("Content-Type"), "text/calendar; charset=utf-8");
        assert_eq!(whole.header("X-Robots-Tag"), "noindex");
        assert!(whole.header("Content-Disposition").contains("filename=\""));
        let kept = if path == own { "private, no-cache" } else { "public, max-age=300" };
        assert_eq!(whole.header("Cache-Control"), kept);
        assert!(whole.header("Set-Cookie").is_empty());
        let tag = whole.header("ETag").to_owned();
        assert!(tag.len() > 20 && tag.starts_with('"') && tag.ends_with('"'), "{tag}");
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let same = fetch_unless(world, path, &known).await;
            assert_eq!(
                (same.status, same.body.as_str(), same.header("ETag")),
                (304, "", tag.as_str()),
                "{known}"
            );
        }
        assert_eq!(fetch_unless(world, path, "\"other\"").await.status, 200);
        let head = read(world.client.head(path.to_owned())).await;
        assert_eq!((head.status, head.length), (200, Some(whole.body.len())));
        assert_eq!((head.body.as_str(), head.header("ETag")), ("", tag.as_str()));
        assert_eq!(head.header("Content-Type"), "text/calendar; charset=utf-8");
    }
    let tags = [fetch(world, PUBLIC[0]).await, fetch(world, &own).await];
    world.wait(TimeDelta::days(1)).await;
    for (path, before) in [PUBLIC[0], own.as_str()].into_iter().zip(&tags) {
        assert_eq!(
            fetch_unless(world, path, before.header("ETag")).await.status,
            304,
            "time alone is no change"
        );
    }
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(11)).await;
    for (path, before) in [PUBLIC[0], own.as_str()].into_iter().zip(&tags) {
        assert_eq!(fetch_unless(world, path, before.header("ETag")).await.status, 200, "{path}");
    }
});

on_both!(r48_an_address_that_was_changed_is_nothing_and_leads_to_no_sign_in, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let old = feed_of(&ada).await;
    let token = old.trim_start_matches("/calendario/").trim_end_matches(".ics");
    assert!(token.len() >= 22, "at least 128 bits: {token}");
    assert_eq!(feed_of(&ada).await, old, "it stays until it is changed");
    let answer = ada.post("/mio-percorso/calendario/indirizzo", &[]).await;
    assert_eq!(answer.status, 303);
    let new = feed_of(&ada).await;
    assert_ne!(new, old);
    assert_eq!(one(&fetch(world, &new).await.body).property_value("STATUS"), Some("CONFIRMED"));
    let unknown = ["/calendario/x.ics", "/calendario/.ics", "/calendario/x"].map(str::to_owned);
    let bare = new.trim_end_matches(".ics").to_owned();
    for path in [old, bare].into_iter().chain(unknown) {
        let answer = fetch(world, &path).await;
        assert_eq!((answer.status, answer.header("Location")), (404, ""), "{path}");
        assert_eq!(read(world.client.head(path.clone())).await.status, 404, "{path}");
    }
});

on_both!(r48_nobody_else_is_in_a_persons_calendar, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", "bea@posta.example", &[FIRST, SECOND]).await;
    let (hers, other) = (fetch(world, &feed_of(&ada).await).await.body, feed_of(&bea).await);
    let other = fetch(world, &other).await.body;
    assert_eq!((events(&hers).len(), events(&other).len()), (1, 2));
    let uids: Vec<String> = events(&other).iter().map(|event| value(event, "UID")).collect();
    assert!(!uids.contains(&value(&one(&hers), "UID")), "R58");
    for stream in [&hers, &other, &fetch(world, PUBLIC[0]).await.body] {
        let plain = stream.replace("\r\n ", "");
        let part = |c: char| c.is_ascii_alphanumeric() || ".-_+@".contains(c);
        for address in plain.split(|c: char| !part(c)).filter(|word| word.contains('@')) {
            assert!(address.ends_with("@percorso.example"), "R42: {address}");
        }
        assert!(!plain.contains(TRAINER), "R42: {plain}");
        assert!(!plain.contains("Prova") && !plain.contains("ATTENDEE"), "{plain}");
    }
    let second = world.session("workshop-2", 1).await;
    assert_eq!(ada.get(&format!("/mio-percorso/incontri/{second}.ics")).await.status, 404);
    assert_eq!(ada.get("/mio-percorso/corso.ics").await.status, 404);
    for path in ["/mio-percorso/incontri/x.ics", "/mio-percorso/incontri/disdici"] {
        assert_eq!(ada.get(path).await.status, 404, "{path}");
    }
});

on_both!(r48_what_was_held_stays_for_a_year, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    for (at, left) in [("2014-10-20T08:00:00Z", 1), ("2015-09-24T20:00:00Z", 1), ("2015-09-25T00:00:00Z", 0)]
    {
        world.go_to(at).await;
        assert_eq!(events(&fetch(world, &path).await.body).len(), left, "{at}");
    }
});

on_both!(r31a_r32_the_zone_stands_once_with_hours_and_alone_in_an_empty_calendar, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    let all_day = fetch(world, &path).await.body;
    assert!(all_day.contains("DTSTART;VALUE=DATE:20140924") && all_day.contains("DTEND;VALUE=DATE:20140925"));
    assert!(!all_day.contains("VTIMEZONE") && !all_day.contains("TZID"), "{all_day}");
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(11)).await;
    let timed = fetch(world, &path).await.body;
    assert_eq!(timed.matches("BEGIN:VTIMEZONE").count(), 1);
    assert!(timed.contains("DTSTART;TZID=Europe/Rome:20140925T093000"), "R31: {timed}");
    assert!(timed.contains("LOCATION:Sala AMALO\\, Milano\\; secondo piano"), "R26: {timed}");
    assert!(timed.split("\r\n").all(|line| line.len() <= 75) && timed.ends_with("\r\n"), "R21, R22");
    let empty = fetch(world, &feed_of(&world.signed_in(TRAINER).await).await).await;
    assert_eq!((empty.status, events(&empty.body).len()), (200, 0));
    assert_eq!(empty.body.matches("BEGIN:VTIMEZONE").count(), 1, "RFC 5545 asks for one component");
});

on_both!(calendar_only_takes_back_what_was_mailed_and_goes_on_above_it_in_the_feed, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    let request = last_invite(world);
    let before = world.mails_to(ADA).len();
    let answer = ada.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await;
    assert_eq!(answer.location.as_deref(), Some("/mio-percorso/calendario?fatto=calendar-only"));
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(methods_after(world, before), ["CANCEL"]);
    let (cancel, shown) = (last_invite(world), one(&fetch(world, &path).await.body));
    assert_eq!((value(&cancel, "UID"), number(&cancel)), (value(&request, "UID"), 1));
    assert_eq!((value(&shown, "UID"), number(&shown)), (value(&request, "UID"), 2), "R54: above the CANCEL");
    assert_eq!(value(&shown, "STATUS"), "CONFIRMED");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"], "the place stays");
    let before = world.mails_to(ADA).len();
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::hours(1)).await;
    assert!(world.mails_to(ADA).len() > before, "in words it is still told");
    assert_eq!(methods_after(world, before), Vec::<String>::new(), "no invite is mailed any more");
    let shown = events(&fetch(world, &path).await.body);
    let what: Vec<(String, u32)> = shown.iter().map(|e| (value(e, "DTSTART"), number(e))).collect();
    assert_eq!(what, [("20140925T093000".to_owned(), 3), ("20141002".to_owned(), 0)]);
    let before = world.mails_to(ADA).len();
    let answer = ada.post("/mio-percorso/calendario", &[("inviti", "mail")]).await;
    assert_eq!(answer.location.as_deref(), Some("/mio-percorso/calendario?fatto=calendar-mail"));
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(methods_after(world, before), ["REQUEST", "REQUEST"]);
    let shown = events(&fetch(world, &path).await.body);
    let mails = world.mails_to(ADA);
    for mail in mails.iter().skip(before).filter(|mail| !mail.calendars.is_empty()) {
        let mailed = one(mail.calendar());
        let same = shown.iter().find(|event| value(event, "UID") == value(&mailed, "UID"));
        says_the_same(same.expect("the same UID in the feed"), &mailed);
    }
});

on_both!(a_choice_that_is_none_is_asked_again_and_changes_nothing, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = world.mails_to(ADA).len();
    let wrong: [&[(&str, &str)]; 3] = [&[], &[("inviti", "")], &[("inviti", "\u{202e}boh\0")]];
    for fields in wrong {
        let answer = ada.post("/mio-percorso/calendario", fields).await;
        assert_eq!(answer.status, 422);
        answer.says("Scegli una delle due possibilità");
        assert!(answer.body.contains("value=\"mail\" checked"), "{}", answer.body);
    }
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(world.mails_to(ADA).len(), before);
});

on_both!(the_feed_speaks_the_persons_language_and_the_programme_that_of_its_address, |world| {
    world.programme(|_| {}).await;
    let ada = world.browser();
    let form = crate::harness::form("Ada", ADA, &[]);
    assert_eq!(ada.post(&format!("/en/workshop/{FIRST}/iscrizione"), &form).await.status, 303);
    world.settle().await;
    let link = world.mails_to(ADA).pop().expect("a mail").link("/conferma/");
    assert_eq!(ada.post(&link, &[]).await.status, 303);
    world.settle().await;
    let path = feed_of(&ada).await;
    for address in [path.clone(), format!("/en{path}")] {
        let own = fetch(world, &address).await.body.replace("\r\n ", "");
        assert!(own.contains("\r\nX-WR-CALNAME:My path\\, AMALO\r\n"), "{own}");
        assert!(own.contains(&format!("\r\nURL:{SITE}/en/workshop/{FIRST}\r\n")), "{own}");
        assert!(own.contains(&format!("\r\nSOURCE;VALUE=URI:{SITE}{path}\r\n")), "{own}");
    }
    says_the_same(&one(&fetch(world, &path).await.body), &last_invite(world));
    for (prefix, name) in [("", "AMALO: workshop e corso"), ("/en", "AMALO: workshops and course")] {
        let all = fetch(world, &format!("{prefix}/calendario.ics")).await.body.replace("\r\n ", "");
        assert!(all.contains(&format!("\r\nX-WR-CALNAME:{name}\r\n")), "{all}");
        assert!(all.contains(&format!("\r\nURL:{SITE}{prefix}/workshop/{FIRST}\r\n")), "{all}");
        assert!(all.contains(&format!("\r\nSOURCE;VALUE=URI:{SITE}{prefix}/calendario.ics\r\n")), "{all}");
    }
});

on_both!(the_pages_lead_to_the_calendars, |world| {
    world.programme(|_| {}).await;
    let ada = world.browser();
    let answer =
        ada.post(&format!("/workshop/{FIRST}/iscrizione"), &crate::harness::form("Ada", ADA, &[])).await;
    assert_eq!(answer.status, 303);
    world.settle().await;
    let link = world.mails_to(ADA).pop().expect("a mail").link("/conferma/");
    let confirmed = ada.post(&link, &[]).await.location.expect("the page after it");
    let one = format!("/mio-percorso/incontri/{}.ics", world.session("workshop-1", 1).await);
    let own = "/mio-percorso/calendario".to_owned();
    let all = "/mio-percorso/calendario.ics".to_owned();
    for (page, links) in [
        (confirmed, vec![&one]),
        ("/mio-percorso".to_owned(), vec![&one, &own]),
        (own.clone(), vec![&one, &all]),
    ] {
        for prefix in ["", "/en"] {
            let shown = ada.get(&format!("{prefix}{page}")).await;
            assert_eq!(shown.status, 200, "{prefix}{page}: {}", shown.text());
            for link in &links {
                assert!(shown.body.contains(&format!("href=\"{prefix}{link}\"")), "{prefix}{page}: {link}");
                assert_eq!(ada.get(&format!("{prefix}{link}")).await.status, 200, "{prefix}{link}");
            }
        }
    }
    let page = ada.get(&own).await;
    assert_eq!(page.header("Cache-Control"), Some("no-store"), "the address is secret");
    let address = feed_of(&ada).await;
    assert!(page.body.contains(&format!("href=\"webcal://percorso.example{address}\"")), "{}", page.body);
    page.says("Solo calendario, niente inviti");
    ada.get("/en/mio-percorso/calendario").await.says("Calendar only, no invitations");
    let visitor = world.browser();
    let workshop = format!("/workshop/{SECOND}");
    for (page, link) in [
        (workshop.as_str(), format!("{workshop}/calendario.ics")),
        ("/corso", PUBLIC[2].to_owned()),
        ("/corso", PUBLIC[0].to_owned()),
    ] {
        assert!(visitor.get(page).await.body.contains(&format!("href=\"{link}\"")), "{page}: {link}");
    }
});
