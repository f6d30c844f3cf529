//! Two people of the office do the same thing at once: the second reads that it was done, and what they wrote is still on the
//! page; whoever did it presses twice without harm.

use percorso::domain::role::Role;

use crate::applications::{applied, by_decision};
use crate::board_true::refuse;
use crate::editions::with;
use crate::finished_course::{PAGE, certificate, finished, publish, rename};
use crate::harness::World;
use crate::harness::changing::{ADA, FIRST, SECOND, on_track};
use crate::office_changes::hidden;
use crate::on_both;

const RITA: &str = "rita@posta.example";
const WHY: &str = "Me lo ha detto al telefono.";
const SETTLED: &str = "Nel frattempo se n’è occupata un’altra persona dell’ufficio";
const MEANWHILE: &str = "Nel frattempo qualcosa è cambiato, e non abbiamo annullato niente.";

/// How many letters of a kind Ada got.
async fn letters(world: &World, kind: &str) -> usize {
    world.settle().await;
    world.mails_to(ADA).iter().filter(|mail| mail.kind() == kind).count()
}

on_both!(who_waives_the_rule_where_a_waiver_stands_reads_so_and_keeps_the_reason, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (one, other) = (world.with_role(RITA, Role::Admin).await, world.admin().await);
    let (person, edition) = (world.person(ADA).await, world.edition().await.to_string());
    let path = format!("/gestione/persone/{person}/deroga");
    let waiver = [("edizione", edition.as_str()), ("motivo", "Lo ha frequentato altrove.")];
    for _ in 0..2 {
        let granted = one.post(&path, &waiver).await;
        assert_eq!(granted.status, 303, "twice is once: {}", granted.text());
    }
    let long = "x".repeat(501);
    for why in [WHY, long.as_str()] {
        let refused = other.post(&path, &[waiver[0], ("motivo", why)]).await;
        assert_eq!(refused.status, 422, "{:?}", refused.location);
        refused.says(SETTLED);
        refused.says(&format!("Avevi scritto: «{why}»"));
        refused.says("Lo ha frequentato altrove.");
    }
    assert_eq!(letters(world, "waiver-given").await, 1);
});

on_both!(who_revokes_a_certificate_that_was_revoked_reads_so_and_keeps_the_reason, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let path = format!("{PAGE}/{}/revoca", row.id);
    for _ in 0..2 {
        let revoked = one.post(&path, &[("motivo", "Le presenze erano di un’altra persona")]).await;
        assert_eq!(revoked.status, 303, "a second click changes nothing: {}", revoked.text());
    }
    let long = "x".repeat(501);
    for why in [WHY, long.as_str()] {
        let refused = other.post(&path, &[("motivo", why)]).await;
        assert_eq!(refused.status, 422, "{:?}", refused.location);
        refused.says(SETTLED);
        refused.says(&format!("Avevi scritto: «{why}»"));
    }
    assert_eq!(letters(world, "certificate-revoked").await, 1);
});

on_both!(who_revokes_a_certificate_that_was_printed_anew_meanwhile_keeps_the_reason, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let old = publish(world, ADA).await;
    rename(world, ADA, "Adele", "Prova").await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let again = format!("{PAGE}/{}/riemetti", old.id);
    for _ in 0..2 {
        let printed = one.post(&again, &[]).await;
        assert_eq!(printed.status, 303, "a second click changes nothing: {}", printed.text());
    }
    assert_eq!(letters(world, "certificate-ready").await, 2, "published, and printed anew once");
    let new = certificate(world, ADA).await.expect("the new one");
    let refused = other.post(&again, &[]).await;
    assert_eq!(refused.status, 422);
    refused.says(SETTLED);
    let refused = other.post(&format!("{PAGE}/{}/revoca", old.id), &[("motivo", WHY)]).await;
    assert_eq!(refused.status, 422);
    refused.says("Nel frattempo qualcosa è cambiato");
    refused.says(&format!("Avevi scritto: «{WHY}»"));
    assert_eq!(certificate(world, ADA).await.map(|valid| valid.id), Some(new.id));
    let revoked = other.post(&format!("{PAGE}/{}/revoca", new.id), &[("motivo", WHY)]).await;
    assert_eq!(revoked.status, 303, "{}", revoked.text());
    assert_eq!(one.post(&again, &[]).await.status, 422, "what was printed anew is valid no more");
});

on_both!(who_settles_a_refused_letter_that_was_settled_meanwhile_keeps_the_words, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let letter = refuse(world, "place-confirmed").await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let form = format!("/gestione/posta/{}/fatto", letter.id);
    assert_eq!(one.post(&form, &[("motivo", "Ho telefonato: sa tutto.")]).await.status, 303);
    let refused = other.post(&form, &[("motivo", WHY)]).await;
    assert_eq!(refused.status, 422);
    refused.says(SETTLED);
    refused.says(&format!("Avevi scritto: «{WHY}»"));
});

on_both!(a_reason_that_is_missing_or_too_long_does_not_hide_what_an_enrolment_became_meanwhile, |world| {
    on_track(world).await;
    let (one, other) = (world.with_role(RITA, Role::Admin).await, world.admin().await);
    let (person, id) = (world.person(ADA).await, world.enrolment(ADA, "corso").await);
    let path = format!("/gestione/iscrizioni/{id}/annulla");
    let seen = hidden(&other.get(&format!("/gestione/persone/{person}")).await, &path);
    let edition = world.edition().await.to_string();
    let waiver = [("edizione", edition.as_str()), ("motivo", "Lo ha frequentato altrove.")];
    assert_eq!(one.post(&format!("/gestione/persone/{person}/deroga"), &waiver).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    let long = "x".repeat(501);
    for why in ["", long.as_str()] {
        let refused = other.post(&path, &with(&seen, &[("motivo", why)])).await;
        assert_eq!(refused.status, 422);
        refused.says(MEANWHILE);
        refused.says("Adesso: «Posto confermato».");
        assert!(refused.body.contains(&format!("{why}</textarea>")), "the reason stays: {}", refused.text());
        let now = hidden(&refused, &path);
        let without = other.post(&path, &with(&now, &[("motivo", " ")])).await;
        assert_eq!(without.status, 422);
        without.says("Scrivi il motivo.");
    }
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
});

on_both!(a_reason_that_is_too_long_is_kept_where_the_application_was_decided_meanwhile, |world| {
    by_decision(world).await;
    applied(world, "Ada", ADA, &[FIRST, SECOND]).await;
    let (one, other) = (world.with_role(RITA, Role::Secretary).await, world.admin().await);
    let path = format!("/gestione/domande/{}", world.enrolment(ADA, "corso").await);
    assert_eq!(one.post(&format!("{path}/accetta"), &[]).await.status, 303);
    let long = "x".repeat(501);
    let refused = other.post(&format!("{path}/rifiuta"), &[("motivo", long.as_str())]).await;
    assert_eq!(refused.status, 422, "{:?}", refused.location);
    refused.says(&format!("Nel frattempo ha deciso {RITA}."));
    refused.says(&format!("Avevi scritto: «{long}»"));
});
