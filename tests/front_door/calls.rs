//! Calls: one that was crossed off by mistake comes back, and one that became untrue while somebody was on the phone says
//! what holds now.

use chrono::TimeDelta;
use percorso::store::{audit, calls, enrolments};

use crate::harness::{Browser, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const CALLS: &str = "/gestione/telefonate";
const OVER: &str = "Questa telefonata non vale più";

/// Ugo, whom only a phone reaches, has a place in the first workshop; the task of the call that tells him.
async fn ugo(world: &World, admin: &Browser<'_>) -> (i64, i64) {
    let ugo = person_of(&by_phone(world, admin, "Ugo", "workshop-1", &[]).await);
    let call = calls::open_of(world.desk.store.reader(), ugo).await.unwrap().remove(0);
    (ugo, call.task_id)
}

/// The office ends what Ugo has: that is another thing to say.
async fn ended(world: &World, admin: &Browser<'_>, person: i64) {
    let has = enrolments::of_person(world.desk.store.reader(), person).await.unwrap().remove(0);
    let path = format!("/gestione/iscrizioni/{}/annulla", has.id);
    assert_eq!(admin.post(&path, &[("motivo", "ha telefonato")]).await.status, 303);
    assert_eq!(to_say(world, person).await, ["place-released"]);
}

on_both!(a_call_that_was_crossed_off_by_mistake_comes_back_on_the_list, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let (ugo, task) = ugo(world, &admin).await;
    let (done, again) = (format!("{CALLS}/{task}/fatto"), format!("{CALLS}/{task}/rimetti"));
    assert_eq!(admin.post(&again, &[]).await.status, 303, "it stands on the list: nothing changes");
    assert_eq!(admin.post(&done, &[]).await.status, 303);
    for (prefix, sentence) in [("", "Rimetti in elenco"), ("/en", "Back on the list")] {
        let page = admin.get(&format!("{prefix}{CALLS}")).await;
        page.says(sentence);
        page.says("Ugo Senzamail");
    }
    for _ in 0..2 {
        let back = admin.post(&again, &[]).await;
        assert_eq!(back.location.as_deref(), Some("/gestione/telefonate?fatto=call-reopened"));
    }
    assert_eq!(to_say(world, ugo).await, ["place-confirmed"]);
    let page = admin.get(CALLS).await;
    assert!(!page.text().contains("Rimetti in elenco"), "{}", page.text());
    let rows = audit::of_person(world.desk.store.reader(), ugo).await.unwrap();
    let acts: Vec<(&str, Option<&str>)> = rows
        .iter()
        .map(|row| (row.act.as_str(), row.detail.as_deref()))
        .filter(|(act, _)| act.ends_with("_call"))
        .collect();
    let about = Some("{\"letter\":\"place-confirmed\"}");
    assert_eq!(acts, [("settle_call", about), ("reopen_call", about)]);
    admin.get("/gestione/storia").await.says("ha rimesso in elenco una telefonata: Ugo Senzamail");
    admin.get(&format!("/gestione/persone/{ugo}")).await.says("Telefonata rimessa in elenco");
    assert_eq!(admin.post(&done, &[]).await.status, 303);
    world.wait(TimeDelta::hours(25)).await;
    let admin = world.admin().await;
    assert!(!admin.get(CALLS).await.text().contains("Ugo"), "a day later it has gone by");
    assert_eq!(admin.post(&again, &[]).await.status, 422);
});

on_both!(a_call_comes_back_only_while_nothing_newer_is_to_be_said, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let (ugo, task) = ugo(world, &admin).await;
    assert_eq!(admin.post(&format!("{CALLS}/{task}/fatto"), &[]).await.status, 303);
    ended(world, &admin, ugo).await;
    let person = ugo.to_string();
    let answer = admin.post(&format!("{CALLS}/{task}/rimetti"), &[("persona", &person)]).await;
    assert_eq!(answer.status, 422);
    answer.says(OVER);
    answer.says("Da dire adesso: Ugo Senzamail, iscrizione annullata");
    assert_eq!(to_say(world, ugo).await, ["place-released"]);
});

on_both!(a_call_that_became_untrue_while_somebody_was_on_the_phone_says_what_holds_now, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let (ugo, task) = ugo(world, &admin).await;
    let page = admin.get(CALLS).await;
    assert!(page.body.contains(&format!("name=\"persona\" value=\"{ugo}\"")), "{}", page.body);
    ended(world, &admin, ugo).await;
    let (done, person) = (format!("{CALLS}/{task}/fatto"), ugo.to_string());
    let late = admin.post(&done, &[("persona", &person)]).await;
    assert_eq!(late.status, 422);
    late.says(OVER);
    late.says("Da dire adesso: Ugo Senzamail, iscrizione annullata");
    let card = admin.post(&done, &[("persona", &person), ("scheda", &person)]).await;
    assert_eq!(card.status, 422);
    card.says(OVER);
    card.says("Da dire per telefono");
    assert_eq!(to_say(world, ugo).await, ["place-released"], "nothing was crossed off");
    for stranger in ["", "99999", "x"] {
        assert_eq!(admin.post(&done, &[("persona", stranger)]).await.status, 404, "{stranger}");
    }
    let newer = calls::open_of(world.desk.store.reader(), ugo).await.unwrap().remove(0).task_id;
    assert_eq!(admin.post(&format!("{CALLS}/{newer}/fatto"), &[]).await.status, 303);
    let late = admin.post(&done, &[("persona", &person)]).await;
    late.says("Adesso non c’è altro da dire a questa persona.");
    assert_eq!(admin.post(&format!("/en{done}"), &[("persona", &person)]).await.status, 422);
});
