//! Corrections that are not made: by whom, of whose mark, of which register, with what typed.

use percorso::domain::attendance::Mark;
use percorso::domain::role::Role;

use crate::corrections::{address, counts, marks, send, two_workshops_held, version};
use crate::harness::TRAINER;
use crate::harness::changing::{ADA, BEA, SECOND};
use crate::on_both;

on_both!(only_the_office_corrects_and_nobody_their_own_mark, |world| {
    two_workshops_held(world, &[(ADA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let seen = version(world, ADA).await;
    let form = ["P", "Firma sul foglio", seen.as_str(), "salva"];
    let trainer = world.signed_in(TRAINER).await;
    let reader = world.with_role("guarda@percorso.example", Role::Reader).await;
    let own = world.with_role(ADA, Role::Secretary).await;
    assert_eq!(send(world, &trainer, ADA, form).await.status, 403);
    assert_eq!(reader.get(&address(world, ADA).await).await.status, 200);
    assert_eq!(send(world, &reader, ADA, form).await.status, 403);
    assert!(
        !reader.get(&address(world, ADA).await).await.body.contains("name=\"valore\""),
        "only to look at"
    );
    let refused = send(world, &own, ADA, form).await;
    assert_eq!(refused.status, 422);
    refused.says("Questa decisione riguarda te");
    assert_eq!(counts(world, ADA).await, Some(Mark::Absent));
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    assert_eq!(send(world, &secretary, ADA, form).await.status, 303);
    let nowhere =
        format!("/gestione/presenze/{}/{}", world.session("workshop-3", 1).await, world.person(ADA).await);
    assert_eq!(secretary.get(&nowhere).await.status, 404, "who had nothing to do with it");
});

on_both!(a_register_that_has_not_taken_effect_is_corrected_in_the_register, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[(ADA, "A")]).await;
    let admin = world.admin().await;
    let seen = version(world, ADA).await;
    let page = admin.get(&address(world, ADA).await).await;
    page.says("Il registro non ha ancora avuto effetto");
    for button in ["controlla", "salva"] {
        let early = send(world, &admin, ADA, ["P", "Firma sul foglio", &seen, button]).await;
        assert_eq!(early.status, 422, "{button}");
        early.says("Il registro non ha ancora avuto effetto");
    }
    assert_eq!(marks(world, ADA).await.len(), 1);
});

on_both!(what_is_wrong_is_said_at_its_field_and_what_was_typed_stays, |world| {
    two_workshops_held(world, &[(ADA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let admin = world.admin().await;
    let seen = version(world, ADA).await;
    let long = "a".repeat(501);
    for (letter, reason, field, sentence) in [
        ("", "Firma sul foglio", "valore", "Scegli la presenza"),
        ("X", "Firma sul foglio", "valore", "Scegli la presenza"),
        ("P", " \u{200b} ", "motivo", "Scrivi il motivo"),
        ("P", long.as_str(), "motivo", "Accorcia il testo"),
        ("A", "Firma sul foglio", "valore", "questa risulta già"),
    ] {
        for button in ["controlla", "salva"] {
            let answer = send(world, &admin, ADA, [letter, reason, &seen, button]).await;
            assert_eq!(answer.status, 422, "{letter} {button}");
            answer.says(sentence);
            assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", answer.body);
            let kept = if field == "motivo" && letter == "P" && reason.len() < 10 { "" } else { reason };
            assert!(answer.body.contains(&format!("{kept}</textarea>")), "{}", answer.body);
        }
    }
    let back = send(world, &admin, ADA, ["P", "Firma sul foglio", &seen, "torna"]).await;
    assert_eq!(back.status, 200);
    assert!(back.body.contains("Firma sul foglio</textarea>"), "{}", back.body);
    assert_eq!(marks(world, ADA).await.len(), 1);
});
