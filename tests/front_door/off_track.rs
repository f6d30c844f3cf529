//! Whose bookings were enough for the course and are not any more by a change: they are named before anything is saved.

use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, on};
use crate::office_changes::typed;
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const NAMED: &str = "1 persona aveva prenotato abbastanza workshop per il corso: così non bastano più.";

on_both!(whose_bookings_are_not_enough_any_more_is_named_before_a_workshop_is_moved, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, THIRD]).await;
    world.sign_up("Bea", BEA, &[FIRST, SECOND, THIRD]).await;
    let session = format!("/gestione/sessioni/{}", world.session("workshop-3", 1).await);
    let mut form = typed(["23", "10", "2014"], ["9:30", "17:00"], "");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let shown = world.admin().await.post(&session, &form).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    shown.says(NAMED);
    let ada = world.person(ADA).await;
    let impact = change(world, vec![moved(world, "workshop-3", 1, on("2014-10-23")).await]).await;
    assert_eq!((impact.off_track, impact.drops), (vec![ada], vec![]), "Bea has enough all the same");
    let back = change(world, vec![moved(world, "workshop-3", 1, on("2014-10-03")).await]).await;
    assert_eq!(back.off_track, Vec::<i64>::new());
});
