//! What keeps people apart besides their roles: forms that come from elsewhere, and what only one trainer reads. Who may ask
//! for which route stands in `who_may.rs`.

use crate::harness::TRAINER;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";

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
