//! What the office does on a person's page leads back to the edition that it was showing.

use crate::harness::changing::{ADA, FIRST};
use crate::lists_kept::send;
use crate::on_both;

on_both!(an_act_on_a_persons_page_leads_back_to_the_edition_it_showed, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let card = format!("/gestione/persone/{ada}");
    let shown = format!("{card}?edizione=autunno-2014");
    let page = admin.get(&shown).await;
    let waived = send(&admin, &page, &format!("{card}/deroga"), &[("motivo", "ha esperienza")]).await;
    assert_eq!(waived.location, Some(format!("{shown}&fatto=waived")));
    let cancel = format!("/gestione/iscrizioni/{}/annulla", world.enrolment(ADA, "workshop-1").await);
    let without = send(&admin, &page, &cancel, &[("motivo", " ")]).await;
    assert_eq!(without.status, 422);
    let done = send(&admin, &without, &cancel, &[("motivo", "ha telefonato")]).await;
    assert_eq!(done.location, Some(format!("{shown}&fatto=cancelled-by-staff")));
    admin.get(&format!("{shown}&fatto=cancelled-by-staff")).await.says("Ada Prova");
});
