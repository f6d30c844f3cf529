//! A day is added to a course: with its date, once, however often the button is pressed.

use percorso::domain::change::{Edit, EditFault};
use percorso::domain::invite::Appointment;
use percorso::store::programme;
use percorso::usecases::Actor;
use percorso::usecases::change_programme::{NotChanged, change_programme};

use crate::harness::World;
use crate::harness::changing::{on_the_course, wanted};
use crate::on_both;

async fn days(world: &World) -> usize {
    let programme = programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    programme.course().unwrap().sessions.len()
}

on_both!(a_day_is_added_once_however_often_the_button_is_pressed, |world| {
    on_the_course(world).await;
    let path = format!("/gestione/offerte/{}", world.offering("corso").await);
    let admin = world.admin().await;
    let sent = [
        ("giorno", "28"),
        ("mese", "1"),
        ("anno", "2015"),
        ("versione", "1"),
        ("azione", "aggiungi-conferma"),
    ];
    assert_eq!(admin.post(&path, &sent).await.status, 303);
    assert_eq!(days(world).await, 8);
    let again = admin.post(&path, &sent).await;
    assert_eq!(again.status, 422);
    again.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    assert_eq!(days(world).await, 8);
});

on_both!(a_day_is_not_added_without_its_date, |world| {
    on_the_course(world).await;
    let offering = world.offering("corso").await;
    let edit = Edit::AddSession { offering, to: Appointment::default() };
    let wanted = wanted(world, vec![edit]).await;
    match change_programme(&world.desk, &wanted, Actor::Command).await {
        Err(NotChanged::Faults(faults)) => {
            assert_eq!(faults, [(0, EditFault { field: "date", code: "to-add" })]);
        }
        other => panic!("{other:?}"),
    }
    let path = format!("/gestione/offerte/{offering}");
    let admin = world.admin().await;
    let page = admin.post(&path, &[("versione", "1"), ("azione", "aggiungi")]).await;
    assert_eq!(page.status, 422);
    page.says("Scrivi la data: una giornata si aggiunge con la sua data");
    assert_eq!(days(world).await, 7);
});

on_both!(a_course_with_a_day_that_has_no_date_names_no_weekday_and_counts_it, |world| {
    world
        .programme(|file| {
            let course = file.offerings.iter_mut().find(|o| o.key == "corso").unwrap();
            course.sessions[6].date = None;
        })
        .await;
    assert_eq!(days(world).await, 7);
    let page = world.browser().get("/corso").await.text();
    assert!(page.contains("7 giornate") && !page.contains("7 mercoledì"), "{page}");
});
