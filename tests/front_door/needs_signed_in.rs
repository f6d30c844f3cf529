//! Whoever is signed in fills in the form of a workshop: further workshops at once, what they need in the room; and a
//! workshop given for another one.

use sea_orm::{ConnectionTrait as _, Statement};

use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, on};
use crate::harness::{TRAINER, World};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const NEEDS: &str = "interprete LIS";
const WITH_CONSENT: [(&str, &str); 2] = [("esigenze", NEEDS), ("consenso_esigenze", "si")];

fn form_of(slug: &str) -> String {
    format!("/workshop/{slug}/iscrizione")
}

/// Whether the trainer reads them in the register of a workshop.
async fn are_read(world: &World, key: &str) -> bool {
    let session = world.session(key, 1).await;
    let page = world.signed_in(TRAINER).await.get(&format!("/aula/{session}")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.body.contains(NEEDS)
}

/// How often somebody consented to their needs being kept.
async fn consents(world: &World, email: &str) -> i64 {
    let person = world.person(email).await;
    let reader = world.desk.store.reader();
    let sql = format!("SELECT COUNT(*) AS n FROM consents WHERE person_id = {person} AND kind = 'needs'");
    let row = reader.query_one_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get("", "n").unwrap()
}

on_both!(whoever_is_signed_in_chooses_several_and_says_what_they_need_on_one_form, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let page = ada.get(&format!("/workshop/{SECOND}")).await;
    for field in ["name=\"workshop\"", "name=\"esigenze\"", "name=\"consenso_esigenze\""] {
        assert!(page.body.contains(field), "{field}: {}", page.text());
    }
    assert!(page.body.contains(&format!("name=\"workshop\" value=\"{THIRD}\"")), "what else can be chosen");
    assert!(
        !page.body.contains(&format!("name=\"workshop\" value=\"{FIRST}\"")),
        "not what is theirs already"
    );
    let before = world.mails_to(ADA).len();
    let fields = [("workshop", THIRD), WITH_CONSENT[0], WITH_CONSENT[1]];
    let sent = ada.post(&form_of(SECOND), &fields).await;
    assert_eq!(sent.location.as_deref(), Some("/mio-percorso?fatto=all-confirmed"), "{}", sent.text());
    ada.get("/mio-percorso?fatto=all-confirmed").await.says("I tuoi posti sono confermati");
    world.settle().await;
    for key in ["workshop-2", "workshop-3"] {
        assert_eq!(world.states(ADA, key).await, ["confirmed"], "{key}");
        assert!(are_read(world, key).await, "{key}");
    }
    assert!(!are_read(world, "workshop-1").await, "said on another form, for other days");
    assert_eq!(consents(world, ADA).await, 1, "one form, one consent");
    let kinds: Vec<String> =
        world.mails_to(ADA)[before..].iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds, ["place-confirmed"; 2]);
    let again = ada.post(&form_of(SECOND), &fields).await;
    assert_eq!(again.location.as_deref(), Some("/mio-percorso?fatto=had-it"), "a second click");
    assert_eq!(consents(world, ADA).await, 1);
});

on_both!(needs_without_their_consent_are_not_kept_from_whoever_is_signed_in, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let sent = ada.post(&form_of(SECOND), &[("workshop", THIRD), ("esigenze", NEEDS)]).await;
    assert_eq!(sent.status, 422);
    sent.says("Spunta il consenso");
    assert!(sent.body.contains(NEEDS), "what was written is kept");
    assert!(sent.body.contains("<details open>"), "and the fault is in sight");
    let ticked = format!("name=\"workshop\" value=\"{THIRD}\" checked");
    assert!(sent.body.contains(&ticked), "{}", sent.body);
    let long = "a".repeat(501);
    let sent = ada.post(&form_of(SECOND), &[("esigenze", &long), ("consenso_esigenze", "si")]).await;
    assert_eq!(sent.status, 422);
    sent.says("al massimo 500 caratteri");
    for key in ["workshop-2", "workshop-3"] {
        assert_eq!(world.states(ADA, key).await, Vec::<String>::new(), "{key}");
    }
    assert_eq!(consents(world, ADA).await, 0);
});

on_both!(of_several_workshops_all_are_had_or_none, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    for (slug, why) in [
        ("no-such-workshop", "uno dei workshop non è più in programma"),
        ("quarto-workshop", "Non c’è ancora una data"),
    ] {
        let sent = ada.post(&form_of(SECOND), &[("workshop", slug)]).await;
        assert_eq!(sent.status, 422, "{slug}");
        sent.says(why);
    }
    let sent = ada.post(&form_of(SECOND), &[("workshop", "corso")]).await;
    assert_eq!(sent.status, 404, "the course by the side door");
    assert_eq!(world.states(ADA, "workshop-2").await, Vec::<String>::new());
    let sent = ada.post(&form_of(SECOND), &[("workshop", THIRD)]).await;
    assert_eq!(sent.location.as_deref(), Some("/mio-percorso?fatto=all-chosen"), "{}", sent.text());
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    assert_eq!(world.states(ADA, "workshop-3").await, ["waitlisted"]);
});

on_both!(a_workshop_given_for_another_one_takes_the_needs_with_it, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[SECOND]).await;
    assert_eq!(ada.post(&form_of(FIRST), &WITH_CONSENT).await.status, 303);
    change(world, vec![moved(world, "workshop-3", 1, on("2014-11-20")).await]).await;
    let path = format!("/mio-percorso/{}/cambia", world.enrolment(ADA, "workshop-1").await);
    for _ in 0..2 {
        assert_eq!(ada.post(&path, &[("workshop", THIRD)]).await.status, 303, "a second click is the same");
    }
    assert!(are_read(world, "workshop-3").await);
    assert!(!are_read(world, "workshop-1").await, "nobody reads them where she does not come");
    assert_eq!(consents(world, ADA).await, 1, "the consent stands");
    world.go_to("2014-11-20T08:00:00Z").await;
    assert!(are_read(world, "workshop-3").await, "on the day");
    world.go_to("2014-12-21T08:00:00Z").await;
    assert!(!are_read(world, "workshop-3").await, "a month after");
});
