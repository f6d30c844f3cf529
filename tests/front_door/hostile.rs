//! Hostile and clumsy forms: the page again with 422 and a sentence at the field, all answers kept, or a clean
//! 4xx; never a 500, nothing stored by half, nothing injected anywhere.

use rocket::http::ContentType;

use crate::harness::form;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const PATH: &str = "/workshop/il-promotore-dell-ama/iscrizione";

on_both!(a_form_with_nothing_in_it_names_every_field_and_keeps_what_was_written, |world| {
    world.programme(|_| {}).await;
    let answer = world.browser().post(PATH, &[("nome", "Lucilla"), ("email", "lucilla@gmail")]).await;
    assert_eq!(answer.status, 422);
    for field in ["cognome", "email", "profilo", "privacy"] {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "the summary leads to {field}");
    }
    assert!(
        answer.body.contains("value=\"Lucilla\"") && answer.body.contains("value=\"lucilla@gmail\""),
        "answers are kept"
    );
    assert!(answer.body.contains("<title>Errore"), "the title says it first");
    assert!(
        answer.body.matches("aria-invalid=\"true\"").count() + answer.body.matches("class=\"ko\"").count()
            >= 4
    );
});

on_both!(nobody_gets_in_by_rubbish, |world| {
    world.programme(|_| {}).await;
    let long = "x".repeat(10_000);
    let cases: Vec<(&str, Vec<(&str, &str)>)> = vec![
        ("a name of ten thousand letters", form(&long, "a@posta.example", &[])),
        ("an address of ten thousand letters", form("Ada", &long, &[])),
        ("a link for a name", form("Hai vinto http://evil.example/premio", "a@posta.example", &[])),
        ("two addresses", form("Ada", "a@posta.example, b@posta.example", &[])),
        ("an address with a line break", form("Ada", "a@posta.example\r\nBcc: b@posta.example", &[])),
        ("an address with a direction mark", form("Ada", "a\u{202E}@posta example", &[])),
        ("a workshop that is none", form("Ada", "a@posta.example", &["no-such-workshop"])),
        ("an undated workshop", form("Ada", "a@posta.example", &["quarto-workshop"])),
        ("the course by the side door", form("Ada", "a@posta.example", &["corso"])),
    ];
    for (what, fields) in cases {
        let answer = world.browser().post(PATH, &fields).await;
        assert!(matches!(answer.status, 404 | 422), "{what}: {}", answer.status);
    }
    let mut profile = form("Ada", "a@posta.example", &[]);
    profile.retain(|(name, _)| *name != "profilo");
    profile.push(("profilo", "<script>"));
    assert_eq!(world.browser().post(PATH, &profile).await.status, 422);
    assert_eq!(
        percorso::store::people::by_email(world.desk.store.reader(), "a@posta.example").await.unwrap(),
        None
    );
    world.settle().await;
    assert_eq!(world.mails().len(), 0, "nothing was stored by half, nothing was written");
});

on_both!(names_with_markup_quotes_and_line_breaks_reach_pages_mails_and_calendars_as_text, |world| {
    world.programme(|_| {}).await;
    let name = "<b>Ada</b>\r\nBcc: x@evil.example\u{0}'; DROP TABLE persons;-- \u{202E}";
    let ada = world.sign_up(name, "ada@posta.example", &[FIRST]).await;
    let page = ada.get("/mio-percorso").await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("<b>Ada</b>") && page.body.contains("&lt;b&gt;Ada"), "escaped on the page");
    for mail in world.mails() {
        let headers = mail.raw.split("\r\n\r\n").next().unwrap();
        assert!(!headers.lines().any(|line| line.to_lowercase().starts_with("bcc:")), "{headers}");
        assert!(!mail.html.contains("<b>Ada</b>"), "escaped in the HTML part");
        for (_, _, calendar) in &mail.calendars {
            let unfolded = calendar.replace("\r\n ", "");
            assert!(!unfolded.lines().any(|line| line.starts_with("Bcc")), "{unfolded}");
        }
    }
    let admin = world.admin().await;
    let page = admin.get("/gestione").await;
    assert!(page.status == 200 && !page.body.contains("<b>Ada</b>"));
});

on_both!(repeated_fields_the_first_counts, |world| {
    world.programme(|_| {}).await;
    let mut fields = form("Ada", "first@posta.example", &[]);
    fields.extend([("email", "second@posta.example"), ("nome", "Eva"), ("privacy", "")]);
    assert_eq!(world.browser().post(PATH, &fields).await.status, 303);
    assert_eq!(world.states("first@posta.example", "workshop-1").await, ["pending_place"]);
    assert_eq!(world.states("second@posta.example", "workshop-1").await, Vec::<String>::new());
});

on_both!(bodies_that_are_no_forms_are_refused_cleanly, |world| {
    world.programme(|_| {}).await;
    let browser = world.browser();
    let huge = vec![b'a'; 70_000];
    assert_eq!(browser.post_raw(PATH, ContentType::Form, huge).await.status, 413);
    assert_eq!(browser.post_raw(PATH, ContentType::JSON, b"{}".to_vec()).await.status, 415);
    assert_eq!(
        browser.post_raw(PATH, ContentType::Form, vec![0xFF, 0xFE, b'=', b'%', b'z']).await.status,
        422
    );
    for path in [
        "/workshop/%00",
        "/workshop/%2e%2e%2fetc",
        "/conferma/%F0%9F%98%80",
        "/accedi/x",
        "/iscrizione/inviata/x",
        "/disdici/x",
    ] {
        let status = browser.get(path).await.status;
        assert!(matches!(status, 303 | 404 | 410 | 422), "{path}: {status}");
    }
    let admin = world.admin().await;
    for path in ["/aula/0x1", "/gestione/persone/99999999999999999999"] {
        assert_eq!(admin.get(path).await.status, 404, "{path}");
    }
    assert!(!browser.get("/en//evil.example").await.body.contains("\"//evil"), "no link leads elsewhere");
    assert_eq!(browser.get("/no/such/page").await.status, 404);
    assert_eq!(browser.get("/en/no/such/page").await.status, 404);
});

on_both!(pages_carry_the_headers_that_protect, |world| {
    world.programme(|_| {}).await;
    let page = world.browser().get(&format!("/workshop/{FIRST}")).await;
    let policy = page.header("Content-Security-Policy").unwrap();
    for part in ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{part}");
    }
    assert_eq!(page.header("X-Frame-Options"), Some("DENY"));
    assert_eq!(page.header("Cross-Origin-Opener-Policy"), Some("same-origin"));
    assert_eq!(page.header("Strict-Transport-Security"), Some("max-age=31536000"));
    assert_eq!(page.header("Referrer-Policy"), Some("same-origin"));
    assert_eq!(page.header("X-Content-Type-Options"), Some("nosniff"));
    assert!(
        !page.body.contains("style=\"") && !page.body.contains("<style") && !page.body.contains("onclick")
    );
});
