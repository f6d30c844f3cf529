//! The same hours and the same room for all days of the course that are to come, in one change.

use percorso::store::programme;
use percorso::store::sessions::Session;

use crate::harness::browser::Answer;
use crate::harness::changing::on_the_course;
use crate::harness::{Browser, World};
use crate::office_changes::hidden;
use crate::on_both;

async fn days(world: &World) -> Vec<Session> {
    let programme = programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    programme.course().unwrap().sessions.clone()
}

/// Sends the form of a page, with what is typed.
pub async fn send(browser: &Browser<'_>, path: &str, page: &Answer, typed: &[(&str, &str)]) -> Answer {
    let form = if page.body.contains("class=\"save row\"") { "class=\"save row\"" } else { "id=\"modulo\"" };
    let fields = hidden(page, form);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend_from_slice(typed);
    browser.post(path, &fields).await
}

const TYPED: [(&str, &str); 4] =
    [("inizio", "9:30"), ("fine", "17:00"), ("luogo", "Sala A, Milano"), ("azione", "controlla")];

on_both!(one_form_gives_all_days_the_same_hours_and_the_impact_is_shown_first, |world| {
    on_the_course(world).await;
    let admin = world.admin().await;
    let course = world.offering("corso").await;
    let path = format!("/gestione/offerte/{course}/giornate");
    let link = admin.get(&format!("/gestione/offerte/{course}")).await;
    assert!(link.body.contains(&format!("href=\"{path}\"")), "{}", link.body);
    let page = admin.get(&path).await;
    page.says("7 giornate a venire");
    let nothing = send(&admin, &path, &page, &[("azione", "controlla")]).await;
    assert_eq!(nothing.status, 422);
    nothing.says("Scrivi l’orario, l’indirizzo o tutti e due");
    let wrong = send(&admin, &path, &page, &[("inizio", "17:00"), ("fine", "9:30")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.text().matches("una fine dopo l’inizio").count(), 2, "once above, once at its field");
    let checked = send(&admin, &path, &page, &TYPED).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    checked.says("Salva tutte le giornate e avvisa 2 persone");
    assert!(days(world).await.iter().all(|day| day.starts.is_none()), "nothing is saved yet");
    let saved = send(&admin, &path, &checked, &[("azione", "giornate-conferma")]).await;
    assert_eq!(saved.location, Some(format!("/gestione/offerte/{course}?fatto=changed-later")));
    for day in days(world).await {
        let starts = day.starts.map(|time| time.to_string()).unwrap_or_default();
        assert_eq!((starts.as_str(), day.place.as_deref()), ("09:30:00", Some("Sala A, Milano")));
    }
    let late = send(&admin, &path, &page, &TYPED).await;
    assert_eq!(late.status, 422, "the page was read before");
    late.says("Nel frattempo qualcun altro ha cambiato questa pagina");
});

on_both!(days_that_are_over_or_called_off_stay_as_they_are_and_what_is_left_empty_too, |world| {
    on_the_course(world).await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}/giornate", world.offering("corso").await);
    let cancel = [("versione", "1"), ("azione", "annulla-conferma")];
    let last = format!("/gestione/sessioni/{}", world.session("corso", 7).await);
    assert_eq!(admin.post(&last, &cancel).await.status, 303);
    world.go_to("2014-10-30T08:00:00Z").await;
    let admin = world.admin().await;
    let page = admin.get(&path).await;
    page.says("4 giornate a venire");
    let checked = send(&admin, &path, &page, &[("luogo", "Sala B"), ("azione", "controlla")]).await;
    let saved = send(&admin, &path, &checked, &[("azione", "giornate-conferma")]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let rooms: Vec<Option<String>> = days(world).await.into_iter().map(|day| day.place).collect();
    let room = Some("Sala B".to_owned());
    assert_eq!(rooms, [None, None, room.clone(), room.clone(), room.clone(), room, None]);
    assert!(days(world).await.iter().all(|day| day.starts.is_none()), "no hours were typed");
    world.go_to("2015-02-01T08:00:00Z").await;
    world.admin().await.get(&path).await.says("Non c’è nessuna giornata a venire con una data");
});
