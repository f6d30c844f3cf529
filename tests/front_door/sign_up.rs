//! Joining: form, mail, link, place; and what a known address must not tell.

use chrono::TimeDelta;

use crate::harness::form;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const UNDATED: &str = "quarto-workshop";

on_both!(a_new_address_holds_a_place_and_counts_only_after_its_link_was_used, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let browser = world.browser();
    let sent =
        browser.post(&format!("/workshop/{FIRST}/iscrizione"), &form("Ada", "ada@posta.example", &[])).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["pending_place"]);
    let page = browser.get(&sent.location.unwrap()).await;
    assert_eq!(page.status, 200);
    page.says("ad•••@posta.example");
    world.settle().await;
    let mails = world.mails_to("ada@posta.example");
    assert_eq!(mails.iter().map(|m| m.kind()).collect::<Vec<_>>(), ["confirm-sign-up"]);
    let link = mails[0].link("/conferma/");
    assert_eq!(mails[0].first_link().unwrap(), format!("{}{link}", crate::harness::SITE));
    assert_eq!(world.browser().get(&link).await.status, 200);
    assert_eq!(
        world.states("ada@posta.example", "workshop-1").await,
        ["pending_place"],
        "opening the link is not using it"
    );
    let confirmed = browser.post(&link, &[]).await;
    assert_eq!(confirmed.status, 303);
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["confirmed"]);
    assert_eq!(browser.get(&confirmed.location.unwrap()).await.status, 200);
    assert_eq!(browser.get("/mio-percorso").await.status, 200, "the browser that confirmed is signed in");
});

on_both!(several_workshops_share_one_confirmation, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states("ada@posta.example", "workshop-2").await, ["confirmed"]);
    let kinds: Vec<String> =
        world.mails_to("ada@posta.example").iter().map(|m| m.kind().to_owned()).collect();
    assert_eq!(kinds, ["confirm-sign-up", "place-confirmed", "place-confirmed"]);
});

on_both!(a_double_click_and_a_replayed_form_are_one_enrolment_and_one_mail, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    let browser = world.browser();
    let mut pages = Vec::new();
    for _ in 0..3 {
        let answer = browser
            .post(&format!("/workshop/{FIRST}/iscrizione"), &form("Ada", "ada@posta.example", &[]))
            .await;
        assert_eq!(answer.status, 303);
        pages.push(answer.location.unwrap());
    }
    assert_eq!(pages[0], pages[2]);
    world.settle().await;
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["pending_place"]);
    assert_eq!(world.mails_to("ada@posta.example").len(), 1);
});

on_both!(a_known_address_gets_the_same_page_and_keeps_what_it_had, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    world.wait(TimeDelta::hours(1)).await;
    let stranger = world.browser();
    let known = stranger
        .post(&format!("/workshop/{FIRST}/iscrizione"), &form("Eva", "ada@posta.example", &[SECOND]))
        .await;
    let new = stranger
        .post(&format!("/workshop/{FIRST}/iscrizione"), &form("Eva", "adx@posta.example", &[SECOND]))
        .await;
    let known_page = stranger.get(&known.location.unwrap()).await;
    let new_page = stranger.get(&new.location.unwrap()).await;
    let cleaned = |page: &str| {
        page.split("/iscrizione/inviata/")
            .map(|part| part.get(22..).unwrap_or(part).to_owned())
            .collect::<Vec<_>>()
            .concat()
    };
    assert_eq!(cleaned(&known_page.body), cleaned(&new_page.body));
    world.settle().await;
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["confirmed"]);
    assert_eq!(world.states("ada@posta.example", "workshop-2").await, ["pending_place"]);
    let mail = world.mails_to("ada@posta.example").pop().unwrap();
    assert_eq!(mail.kind(), "known-sign-up");
    assert!(
        mail.text.contains("Ada") && !mail.text.contains("Eva"),
        "greeted by the name we know: {}",
        mail.text
    );
    let link = mail.link("/conferma/");
    let somebody = world.browser();
    assert_eq!(somebody.post(&link, &[]).await.status, 303);
    assert_eq!(somebody.get("/mio-percorso").await.status, 303, "a link to a known address signs nobody in");
    assert_eq!(world.states("ada@posta.example", "workshop-2").await, ["confirmed"]);
    let person = percorso::store::people::by_email(world.desk.store.reader(), "ada@posta.example")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(person.given_name, "Ada", "a form typed by anybody does not rename a person");
});

on_both!(a_hold_ends_after_a_day_and_the_late_click_enrols_anew, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let browser = world.browser();
    browser.post(&format!("/workshop/{FIRST}/iscrizione"), &form("Ada", "ada@posta.example", &[])).await;
    world.settle().await;
    let link = world.mails_to("ada@posta.example")[0].link("/conferma/");
    world.wait(TimeDelta::hours(23)).await;
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["pending_place"]);
    world.wait(TimeDelta::hours(2)).await;
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["cancelled(unconfirmed)"]);
    assert_eq!(world.mails_to("ada@posta.example").last().unwrap().kind(), "hold-ended");
    assert_eq!(browser.post(&link, &[]).await.status, 303);
    assert_eq!(
        world.states("ada@posta.example", "workshop-1").await,
        ["cancelled(unconfirmed)", "confirmed"]
    );
});

on_both!(a_full_workshop_keeps_positions_from_the_moment_of_the_form, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let slow = world.browser();
    let sent =
        slow.post(&format!("/workshop/{FIRST}/iscrizione"), &form("Bea", "bea@posta.example", &[])).await;
    slow.get(&sent.location.unwrap()).await.says("Lista d’attesa, numero 1");
    world.sign_up("Ciro", "ciro@posta.example", &[FIRST]).await;
    assert_eq!(world.states("ciro@posta.example", "workshop-1").await, ["waitlisted"]);
    let joined = world.mails_to("ciro@posta.example").pop().unwrap();
    assert_eq!(joined.kind(), "waiting-list-joined");
    assert!(joined.subject.contains('2'), "{}", joined.subject);
    let link = world.mails_to("bea@posta.example")[0].link("/conferma/");
    slow.post(&link, &[]).await;
    world.settle().await;
    assert!(
        world.mails_to("bea@posta.example").pop().unwrap().subject.contains('1'),
        "the first form keeps the first position"
    );
});

on_both!(who_only_filled_in_a_form_is_forgotten_after_a_week, |world| {
    world.programme(|_| {}).await;
    world
        .browser()
        .post(&format!("/workshop/{FIRST}/iscrizione"), &form("Ada", "ada@posta.example", &[]))
        .await;
    world.settle().await;
    world.wait(TimeDelta::days(3)).await;
    let person = world.person("ada@posta.example").await;
    world.wait(TimeDelta::days(6)).await;
    let reader = world.desk.store.reader();
    assert_eq!(percorso::store::people::by_email(reader, "ada@posta.example").await.unwrap(), None);
    let stub = percorso::store::people::find(reader, person).await.unwrap().unwrap();
    assert_eq!(
        (stub.given_name.as_str(), stub.family_name.as_str(), stub.erased_at.is_some()),
        ("", "", true)
    );
    assert_eq!(percorso::store::outbox::of_person(reader, person).await.unwrap().len(), 0);
    world.wait(TimeDelta::days(1)).await;
});

on_both!(a_place_is_given_back_by_the_link_of_the_mail, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let link = world.mails_to("ada@posta.example").pop().unwrap().link("/disdici/");
    let stranger = world.browser();
    assert_eq!(stranger.get(&link).await.status, 200);
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["confirmed"]);
    assert_eq!(stranger.post(&link, &[]).await.status, 303);
    assert_eq!(stranger.post(&link, &[]).await.status, 303, "twice changes nothing and is no error");
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["cancelled(by_person)"]);
    assert_eq!(stranger.get("/mio-percorso").await.status, 303, "the link signs nobody in");
});

on_both!(an_undated_workshop_takes_addresses_to_be_told, |world| {
    world.programme(|_| {}).await;
    let browser = world.browser();
    assert_eq!(browser.get(&format!("/workshop/{UNDATED}")).await.status, 200);
    for _ in 0..2 {
        let answer =
            browser.post("/workshop/quarto-workshop/avvisami", &[("email", "Ada@Posta.example")]).await;
        assert_eq!(answer.status, 303);
    }
    assert_eq!(
        browser.post("/workshop/quarto-workshop/avvisami", &[("email", "ada@gmail")]).await.status,
        422
    );
    let fourth = world.offering("workshop-4").await;
    assert_eq!(
        percorso::store::date_requests::count_open(world.desk.store.reader(), &[fourth]).await.unwrap(),
        1
    );
});

on_both!(the_number_of_free_places_does_not_tell_who_has_one, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(25)).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    world.wait(TimeDelta::hours(1)).await;
    let page = || async { world.browser().get(&format!("/workshop/{FIRST}")).await.text() };
    let before = page().await;
    assert!(before.contains("24 posti liberi su 25"), "{before}");
    for email in ["ada@posta.example", "nobody@posta.example"] {
        world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &form("Eva", email, &[])).await;
        assert_eq!(page().await, before, "{email}");
    }
});
