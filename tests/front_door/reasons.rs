//! A reason is never cut: one that is too long is said at its field, and everything that was typed is kept.

use crate::applications::{applied, by_decision};
use crate::finished_course::{PAGE, certificate, finished, press, publish};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::on_both;

const TOO_LONG: &str = "Accorcia il testo: al massimo 500 caratteri";

/// The page says what is wrong at the field, and has the whole of what was typed.
fn is_said_at(answer: &Answer, field: &str, typed: &str) {
    assert_eq!(answer.status, 422, "{field}");
    answer.says(TOO_LONG);
    assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", answer.body);
    assert!(answer.body.contains(typed), "{field}: what was typed is kept");
}

async fn state(world: &World, key: &str) -> Vec<String> {
    world.states(ADA, key).await
}

on_both!(a_reason_of_501_characters_ends_nothing_waives_nothing_and_corrects_nothing, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    let (long, edition) = ("x".repeat(501), world.edition().await.to_string());
    let fields = [
        ("motivo", long.as_str()),
        ("edizione", edition.as_str()),
        ("nome", "Ada"),
        ("cognome", "Provetta"),
        ("visto_nome", "Ada"),
        ("visto_cognome", "Prova"),
    ];
    for (path, field) in [
        (format!("/gestione/iscrizioni/{enrolment}/annulla"), format!("motivo-{enrolment}")),
        (format!("/gestione/persone/{ada}/deroga"), "motivo-deroga".to_owned()),
        (format!("/gestione/persone/{ada}/nome"), "motivo".to_owned()),
    ] {
        is_said_at(&admin.post(&path, &fields).await, &field, &long);
    }
    assert_eq!(state(world, "workshop-1").await, ["confirmed"]);
    admin.get(&format!("/gestione/persone/{ada}")).await.says("Ada Prova");
    let whole = "x".repeat(500);
    let path = format!("/gestione/iscrizioni/{enrolment}/annulla");
    assert_eq!(admin.post(&path, &[("motivo", whole.as_str())]).await.status, 303);
    assert!(admin.get(&format!("/gestione/persone/{ada}")).await.body.contains(&whole));
});

on_both!(an_application_is_not_declined_with_a_reason_that_would_be_cut_in_the_mail, |world| {
    by_decision(world).await;
    applied(world, "Ada", ADA, &[FIRST, SECOND]).await;
    let (admin, id) = (world.admin().await, world.enrolment(ADA, "corso").await);
    let (path, long) = (format!("/gestione/domande/{id}/rifiuta"), "x".repeat(501));
    let answer = admin.post(&path, &[("motivo", long.as_str())]).await;
    is_said_at(&answer, &format!("motivo-{id}"), &long);
    assert_eq!(state(world, "corso").await, ["applied"]);
});

on_both!(a_certificate_is_not_revoked_with_a_reason_that_is_too_long, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let long = "x".repeat(501);
    let answer = press(world, &format!("{}/revoca", row.id), &[("motivo", long.as_str())]).await;
    is_said_at(&answer, &format!("motivo-{}", row.id), &long);
    assert!(certificate(world, ADA).await.is_some());
    world.admin().await.get(PAGE).await.says("1 attestato pubblicato");
});
