//! "Leggi la mail": a letter of a change is read before the change is saved, and none leaves.

use chrono::TimeDelta;

use crate::editions::with;
use crate::harness::changing::{ADA, BEA, SECOND};
use crate::office_changes::{hidden, stands, typed};
use crate::on_both;

on_both!(a_letter_of_a_change_is_read_as_it_will_be_and_nothing_is_saved_or_sent, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let admin = world.admin().await;
    let mut form = typed(["7", "10", "2014"], ["9:30", "17:00"], "Sala AMALO, Milano");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let checked = admin.post(&path, &form).await;
    checked.says("Leggi la mail");
    assert!(checked.body.contains("name=\"lettera\" value=\"changed.update\""), "{}", checked.body);
    let fields = hidden(&checked, "class=\"save row\"");
    let asked = with(&fields, &[("lettera", "changed.update")]);
    let letter = admin.post(&format!("{path}/mail"), &asked).await;
    assert_eq!(letter.status, 200, "{}", letter.text());
    for part in ["Prova Ada", ADA, "7 ottobre", "9:30", "Sala AMALO, Milano", "Il calendario si aggiorna."] {
        letter.says(part);
    }
    assert!(!letter.body.contains("/disdici/"), "its links are covered");
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(stands(world, "workshop-2").await, ("2014-10-02".to_owned(), 1), "nothing is saved");
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "place-confirmed", "nothing was sent");
    let saved = admin.post(&path, &with(&fields, &[("azione", "salva")])).await;
    assert_eq!(saved.status, 303);
    let late = admin.post(&format!("{path}/mail"), &asked).await;
    assert_eq!(late.status, 422);
    late.says("Nel frattempo qualcosa è cambiato");
    assert_eq!(admin.post(&format!("{path}/mail"), &with(&fields, &[("lettera", "x")])).await.status, 404);
});

on_both!(whoever_only_asked_for_a_date_has_a_letter_to_read_too, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let path = format!("/gestione/offerte/{}", world.offering("workshop-4").await);
    let admin = world.admin().await;
    let mut form = typed(["9", "10", "2014"], ["", ""], "");
    form.extend([("titolo", "Condurre un gruppo"), ("offerte", "automatic")]);
    form.extend([("versione", "1"), ("versione_incontro", "1"), ("azione", "controlla")]);
    let checked = admin.post(&path, &form).await;
    let fields = hidden(&checked, "class=\"save row\"");
    let letter = admin.post(&format!("{path}/mail"), &with(&fields, &[("lettera", "date-out.none")])).await;
    assert_eq!(letter.status, 200, "{}", letter.text());
    letter.says(BEA);
    letter.says("Condurre un gruppo");
    world.settle().await;
    assert_eq!(world.mails_to(BEA).len(), 0);
});
