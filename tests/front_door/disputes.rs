//! "Ho partecipato ma qui non risulta": said once, looked at by the office, answered, and seen by the person; until then
//! no provisional place is released.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::disputes::{self, Dispute};
use percorso::store::{audit, texts};
use percorso::usecases::open_dispute::open_dispute;

use crate::corrections::letters;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{TRAINER, World};
use crate::on_both;

/// The first workshop was held; the register says so of Ada, and has taken effect.
async fn first_held(world: &World, ada: &str) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, ada)]).await;
    world.wait(TimeDelta::minutes(31)).await;
}

async fn address(world: &World) -> String {
    format!("/mio-percorso/incontri/{}/segnala", world.session("workshop-1", 1).await)
}

async fn said(world: &World, email: &str) -> Vec<Dispute> {
    disputes::of_person(world.desk.store.reader(), world.person(email).await).await.unwrap()
}

async fn outcomes(world: &World, email: &str) -> Vec<Option<String>> {
    said(world, email).await.into_iter().map(|dispute| dispute.outcome).collect()
}

on_both!(what_somebody_says_is_kept_once_and_a_corrected_mark_answers_it, |world| {
    first_held(world, "A").await;
    let ada = world.signed_in(ADA).await;
    let address = address(world).await;
    let path = ada.get("/mio-percorso").await;
    assert!(path.body.contains(&format!("href=\"{address}\"")), "{}", path.body);
    ada.get(&address).await.says("Non scrivere nulla sulla tua salute");
    for _ in 0..2 {
        let sent = ada.post(&address, &[("parole", "Ero in aula dalle 9:40.")]).await;
        let told = format!("{address}?fatto=dispute-opened");
        assert_eq!(sent.location.as_deref(), Some(told.as_str()), "{}", sent.text());
    }
    assert_eq!(said(world, ADA).await.len(), 1);
    ada.get(&address).await.says("Ti rispondiamo entro venerdì 26 settembre");
    let path = ada.get("/mio-percorso").await;
    path.says("Stiamo controllando la tua presenza di mercoledì 24 settembre");
    assert!(!path.body.contains(&format!("href=\"{address}\"")), "said already");
    let admin = world.admin().await;
    admin.get("/gestione").await.says("presenza contestata");
    let list = admin.get("/gestione/contestazioni").await;
    list.says("Ero in aula dalle 9:40.");
    list.says("Delfina Marcandalli");
    let form =
        format!("/gestione/presenze/{}/{}", world.session("workshop-1", 1).await, world.person(ADA).await);
    let accept = format!("{form}?valore=P&amp;poi=contestazioni");
    assert!(list.body.contains(&format!("href=\"{accept}\"")), "{}", list.body);
    let page = admin.get(&accept.replace("&amp;", "&")).await;
    assert!(page.body.contains("value=\"P\" required checked"), "{}", page.body);
    page.says("Ci hai segnalato che c’eri: abbiamo controllato.");
    let version = page.body.split("name=\"versione\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields = [
        ("valore", "P"),
        ("motivo", "La firma c’è."),
        ("versione", version),
        ("azione", "salva"),
        ("poi", "contestazioni"),
    ];
    let before = world.mails_to(ADA).len();
    let saved = admin.post(&form, &fields).await;
    let told = "/gestione/contestazioni?fatto=mark-corrected";
    assert_eq!(saved.location.as_deref(), Some(told), "{}", saved.text());
    world.settle().await;
    assert_eq!(outcomes(world, ADA).await, [Some("accepted".to_owned())]);
    assert_eq!(letters(world, ADA, before), ["mark-corrected"]);
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.text.contains("Ce l’avevi segnalato tu"), "{}", mail.text);
    let path = ada.get("/mio-percorso").await;
    path.says("Avevi ragione: la presenza ora risulta.");
    path.says("La firma c’è.");
    assert!(!path.text().contains("Stiamo controllando"), "{}", path.text());
    admin.get("/gestione/contestazioni").await.says("Nessuna segnalazione aperta");
});

on_both!(what_somebody_adds_before_the_answer_is_read_by_the_office_too, |world| {
    first_held(world, "A").await;
    let (ada, admin) = (world.signed_in(ADA).await, world.admin().await);
    let address = address(world).await;
    let say = async |words: &str| ada.post(&address, &[("parole", words)]).await;
    assert_eq!(say("").await.status, 303);
    assert_eq!(say("Ero in aula dalle 9:40.").await.status, 303);
    assert_eq!(say("Ho firmato il foglio.").await.status, 303);
    assert_eq!(say("Ho firmato il foglio.").await.status, 303);
    assert_eq!(said(world, ADA).await.len(), 1);
    let list = admin.get("/gestione/contestazioni").await;
    list.says("Ero in aula dalle 9:40. Ho firmato il foglio.");
    assert_eq!(list.text().matches("Ho firmato il foglio.").count(), 1, "{}", list.text());
    for letter in ["a", "b", "c"] {
        assert_eq!(say(&letter.repeat(500)).await.status, 303);
    }
    let refused = say(&"d".repeat(500)).await;
    assert_eq!(refused.status, 422);
    refused.says("Queste parole non sono state aggiunte");
    refused.says(&"d".repeat(500));
    assert!(!admin.get("/gestione/contestazioni").await.text().contains(&"d".repeat(500)));
    assert_eq!(texts::count_of(world.desk.store.reader(), world.person(ADA).await).await.unwrap(), 1);
});

on_both!(a_no_has_its_reason_is_told_once_and_ends_the_matter, |world| {
    first_held(world, "A").await;
    let ada = world.signed_in(ADA).await;
    let address = address(world).await;
    let long = "a".repeat(501);
    let typed = ada.post(&address, &[("parole", &long)]).await;
    assert_eq!(typed.status, 422);
    assert!(typed.body.contains(&format!("{long}</textarea>")), "what was typed stays");
    assert_eq!(ada.post(&address, &[("parole", "")]).await.status, 303);
    let id = said(world, ADA).await[0].id;
    let admin = world.admin().await;
    let answer = format!("/gestione/contestazioni/{id}");
    let empty = admin.post(&answer, &[("motivo", "  ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains(&format!("href=\"#motivo-{id}\"")), "{}", empty.body);
    let kept = admin.post(&answer, &[("motivo", &long)]).await;
    assert_eq!(kept.status, 422);
    assert!(kept.body.contains(&format!("{long}</textarea>")), "what was typed stays");
    assert_eq!(outcomes(world, ADA).await, [None]);
    let before = world.mails_to(ADA).len();
    for _ in 0..2 {
        let sent = admin.post(&answer, &[("motivo", "Sul foglio la firma non c’è.")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
    }
    world.settle().await;
    assert_eq!(letters(world, ADA, before), ["dispute-declined"]);
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.text.contains("«Sul foglio la firma non c’è.»"), "{}", mail.text);
    let all = audit::of_person(world.desk.store.reader(), world.person(ADA).await).await.unwrap();
    assert_eq!(all.iter().filter(|row| row.act == "decline_dispute").count(), 1);
    let path = ada.get("/mio-percorso").await;
    path.says("Abbiamo controllato: la presenza non risulta.");
    path.says("Sul foglio la firma non c’è.");
    assert!(!path.body.contains(&format!("href=\"{address}\"")), "answered");
    let again = ada.post(&address, &[]).await;
    assert_eq!(again.status, 422);
    again.says("Su questo incontro ti abbiamo già risposto");
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    let late = secretary.post(&answer, &[("motivo", "Non risulta.")]).await;
    assert_eq!(late.status, 422);
    late.says("Nel frattempo se n’è occupata un’altra persona");
});

on_both!(while_it_is_open_a_provisional_place_is_not_released_and_after_a_no_it_is, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(ada.post(&address(world).await, &[]).await.status, 303);
    world.go_to("2014-09-29T08:00:00Z").await;
    assert_eq!(world.states(ADA, "corso").await, ["provisional"], "three days are over");
    let id = said(world, ADA).await[0].id;
    let admin = world.admin().await;
    let answer = [("motivo", "Sul foglio la firma non c’è.")];
    assert_eq!(admin.post(&format!("/gestione/contestazioni/{id}"), &answer).await.status, 303);
    world.settle().await;
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(rule)"]);
});

on_both!(a_register_that_is_opened_again_and_says_so_answers_it, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A")]).await;
    assert_eq!(ada.post(&address(world).await, &[]).await.status, 303, "closed, not in effect");
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.post(&format!("/aula/{session}/annulla-chiusura"), &[]).await.status, 303);
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    assert_eq!(outcomes(world, ADA).await, [None]);
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(outcomes(world, ADA).await, [Some("accepted".to_owned())]);
    ada.get("/mio-percorso").await.says("Avevi ragione");
});

on_both!(only_what_does_not_count_and_for_thirty_days_by_who_had_to_do_with_it, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[SECOND]).await;
    let address = address(world).await;
    let bea = world.signed_in(BEA).await;
    assert_eq!(bea.get(&address).await.status, 404);
    assert_eq!(bea.post(&address, &[]).await.status, 404);
    world.go_to("2014-09-24T15:00:00Z").await;
    let ada = world.signed_in(ADA).await;
    let open = ada.post(&address, &[]).await;
    assert_eq!(open.status, 422);
    open.says("non sono ancora registrate");
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let counts = ada.post(&address, &[]).await;
    assert_eq!(counts.status, 422);
    counts.says("non serve segnalarla");
    assert_eq!(said(world, ADA).await, Vec::<Dispute>::new());
});

on_both!(after_thirty_days_it_is_too_late, |world| {
    first_held(world, "A").await;
    let address = address(world).await;
    world.go_to("2014-10-24T21:00:00Z").await;
    let ada = world.signed_in(ADA).await;
    let in_time = ada.get("/mio-percorso").await;
    assert!(in_time.body.contains(&format!("href=\"{address}\"")), "{}", in_time.body);
    world.go_to("2014-10-24T22:00:01Z").await;
    let late = ada.post(&address, &[]).await;
    assert_eq!(late.status, 422);
    late.says("Sono passati più di 30 giorni");
    assert!(!ada.get("/mio-percorso").await.body.contains(&format!("href=\"{address}\"")));
});

on_both!(whoever_does_not_work_in_the_office_answers_nothing_and_nobody_their_own, |world| {
    first_held(world, "A").await;
    let session = world.session("workshop-1", 1).await;
    let dispute = open_dispute(&world.desk, session, world.person(ADA).await, "c’ero").await.unwrap();
    let answer = format!("/gestione/contestazioni/{}", dispute.id);
    let reason = [("motivo", "Non risulta.")];
    assert_eq!(world.signed_in(BEA).await.post(&answer, &reason).await.status, 403);
    assert_eq!(world.signed_in(TRAINER).await.post(&answer, &reason).await.status, 403);
    let reader = world.with_role("guarda@percorso.example", Role::Reader).await;
    let list = reader.get("/gestione/contestazioni").await;
    list.says("c’ero");
    assert!(!list.body.contains("name=\"motivo\""), "only to look at");
    assert_eq!(reader.post(&answer, &reason).await.status, 403);
    let own = world.with_role(ADA, Role::Secretary).await;
    let refused = own.post(&answer, &reason).await;
    assert_eq!(refused.status, 422);
    refused.says("Questa decisione riguarda te");
    assert_eq!(outcomes(world, ADA).await, [None]);
});
