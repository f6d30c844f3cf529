//! A new season is published while the last one still runs: nobody loses sight of their path, no task of the office is
//! forgotten.

use percorso::domain::edition_file::{self, Checked};
use percorso::usecases::import_edition::Imported;

use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::harness::{PROGRAMME, World};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// The next season: a year later, other names.
pub fn next_season() -> Checked {
    let text = PROGRAMME
        .replace("autunno-2014", "autunno-2015")
        .replace("2015-", "2016-")
        .replace("2014-", "2015-")
        .replace("2014", "2015");
    let mut file = edition_file::read(&text).expect("the next season reads");
    file.edition.key = "autunno-2015".into();
    file.edition.title_it = "Autunno 2015".into();
    for offered in &mut file.offerings {
        offered.slug = format!("{}-2015", offered.slug);
    }
    file
}

async fn both(world: &World) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
}

on_both!(somebody_on_the_way_in_the_running_edition_keeps_sight_of_it, |world| {
    both(world).await;
    let ada = world.signed_in(ADA).await;
    let path = ada.get("/mio-percorso").await;
    path.says("Hai prenotato");
    path.says("Ada Prova · Autunno 2014");
    for slug in [FIRST, SECOND, THIRD] {
        assert_eq!(ada.get(&format!("/workshop/{slug}")).await.status, 200, "{slug}");
    }
    let third = ada.post(&format!("/workshop/{THIRD}/iscrizione"), &[]).await;
    assert_eq!(third.location.as_deref(), Some("/mio-percorso?fatto=confirmed"));
    world.browser().get("/").await.says("2015");
    let sent = ada.post("/corso/iscrizione", &[]).await;
    assert_eq!(sent.location.as_deref(), Some("/mio-percorso?fatto=course-provisional"));
    ada.get("/mio-percorso").await.says("provvisorio");
});

on_both!(once_the_running_edition_is_over_the_new_one_is_everybodys, |world| {
    both(world).await;
    world.go_to("2015-02-20T08:00:00Z").await;
    let ada = world.signed_in(ADA).await;
    ada.get("/mio-percorso").await.says("Ada Prova · Autunno 2014");
    world.go_to("2015-02-21T23:30:00Z").await;
    let ada = world.signed_in(ADA).await;
    ada.get("/mio-percorso").await.says("Autunno 2015");
    assert_eq!(ada.get(&format!("/workshop/{FIRST}")).await.status, 404);
});

on_both!(whoever_is_in_both_editions_sees_the_older_one_and_goes_to_the_other_by_a_link, |world| {
    both(world).await;
    let ada = world.signed_in(ADA).await;
    let next = format!("{FIRST}-2015");
    let sent = ada.post(&format!("/workshop/{next}/iscrizione"), &[]).await;
    assert_eq!(sent.location.as_deref(), Some("/mio-percorso?fatto=confirmed&edizione=autunno-2015"));
    let path = ada.get("/mio-percorso").await;
    path.says("Ada Prova · Autunno 2014 Anche: Autunno 2015");
    assert!(path.body.contains("href=\"/corso/iscrizione?edizione=autunno-2014\""), "{}", path.text());
    let other = ada.get("/mio-percorso?edizione=autunno-2015").await;
    other.says("Ada Prova · Autunno 2015 Anche: Autunno 2014");
    ada.get("/corso/iscrizione?edizione=autunno-2015")
        .await
        .says("Per iscriverti al corso ti mancano 2 workshop");
    let refused = ada.post("/corso/iscrizione", &[("edizione", "autunno-2015")]).await;
    assert_eq!(refused.status, 422, "the other one's rule is not reached");
    assert_eq!(ada.post("/corso/iscrizione", &[("edizione", "autunno-2014")]).await.status, 303);
    let reader = world.desk.store.reader();
    let running = percorso::store::seasons::running(reader, world.desk.clock.now()).await.unwrap();
    let taken: Vec<(String, i64)> = running
        .iter()
        .map(|p| (p.edition.key.clone(), p.course().map_or(0, |course| course.row.taken)))
        .collect();
    assert_eq!(taken, [("autunno-2015".to_owned(), 0), ("autunno-2014".to_owned(), 1)]);
    let page = world.admin().await.get(&format!("/gestione/persone/{}", world.person(ADA).await)).await;
    page.says("Anche: Autunno 2015");
});

on_both!(a_letter_about_one_edition_leads_to_the_course_and_the_path_of_that_one, |world| {
    both(world).await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{FIRST}-2015/iscrizione"), &[]).await.status, 303);
    let (edition, person) = (world.edition().await.to_string(), world.person(ADA).await);
    let fields = [("edizione", edition.as_str()), ("motivo", "prova")];
    let waived = world.admin().await.post(&format!("/gestione/persone/{person}/deroga"), &fields).await;
    assert_eq!(waived.status, 303);
    world.settle().await;
    let last = |kind: &str| {
        let mails = world.mails_to(ADA).into_iter();
        mails.rev().find(|mail| mail.kind() == kind).expect("a mail")
    };
    assert_eq!(last("place-confirmed").link("/mio-percorso"), "/mio-percorso?edizione=autunno-2015");
    let link = last("waiver-given").link("/corso/iscrizione");
    assert_eq!(link, "/corso/iscrizione?edizione=autunno-2015");
    ada.get("/corso/iscrizione").await.says("Chiedi un posto provvisorio nel corso");
    ada.get(&link).await.says("Controlla e conferma la tua iscrizione");
    let stranger = world.browser().get(&link).await;
    assert!(stranger.body.contains(&format!("name=\"poi\" value=\"{link}\"")), "{}", stranger.body);
    let sent = ada.post("/corso/iscrizione", &[("edizione", "autunno-2015")]).await;
    let there = "/mio-percorso?fatto=course-confirmed&edizione=autunno-2015";
    assert_eq!(sent.location.as_deref(), Some(there));
    ada.get("/corso?edizione=autunno-2014").await.says("Secondo livello Autunno 2014");
    ada.get("/corso").await.says("Secondo livello Autunno 2015");
});

on_both!(whoever_may_take_the_course_of_an_edition_without_a_place_in_it_is_led_there, |world| {
    both(world).await;
    let edition = percorso::store::editions::by_key(world.desk.store.reader(), "autunno-2014").await;
    let edition = edition.unwrap().expect("the older one").id.to_string();
    world.admin().await;
    let person = world.person("ufficio@percorso.example").await;
    let other = world.with_role("altro@percorso.example", percorso::domain::role::Role::Admin).await;
    let fields = [("edizione", edition.as_str()), ("motivo", "prova")];
    assert_eq!(other.post(&format!("/gestione/persone/{person}/deroga"), &fields).await.status, 303);
    world.settle().await;
    let mails = world.mails_to("ufficio@percorso.example").into_iter();
    let waiver = mails.rev().find(|mail| mail.kind() == "waiver-given").expect("a mail");
    let link = waiver.link("/corso/iscrizione");
    let office = world.signed_in("ufficio@percorso.example").await;
    office.get(&link).await.says("Controlla e conferma la tua iscrizione");
    office.get("/mio-percorso?edizione=autunno-2014").await.says("Autunno 2014 Anche: Autunno 2015");
});

on_both!(somebody_else_who_types_an_address_into_the_form_changes_nobodys_path, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let withdrawn = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-1").await);
    assert_eq!(ada.post(&withdrawn, &[]).await.status, 303);
    let fields = crate::harness::form("Ada", ADA, &[]);
    let sent = world.browser().post(&format!("/workshop/{SECOND}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303);
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    ada.get("/mio-percorso").await.says("Ada Prova · Autunno 2015");
});

on_both!(public_calendars_go_on_showing_the_edition_that_runs, |world| {
    both(world).await;
    let of = |path: String| async move { world.browser().get(&path).await };
    let one = of(format!("/workshop/{FIRST}/calendario.ics")).await;
    assert_eq!((one.status, one.body.matches("BEGIN:VEVENT").count()), (200, 1));
    let all = of("/calendario.ics".to_owned()).await;
    assert!(all.body.contains("20140924") && all.body.contains("20150924"), "{}", all.body);
});

on_both!(the_office_is_reminded_of_what_the_running_edition_needs, |world| {
    both(world).await;
    world.admin().await;
    world.go_to("2014-09-29T08:00:00Z").await;
    let digests: Vec<String> = world
        .mails_to("ufficio@percorso.example")
        .into_iter()
        .filter(|mail| mail.kind() == "digest")
        .map(|mail| mail.text)
        .collect();
    assert_eq!(digests.len(), 2, "{digests:?}");
    assert!(digests[0].contains("senza orario"), "two days before the first workshop: {}", digests[0]);
    assert!(
        digests[1].contains("registro") && digests[1].contains("Autunno 2014. Queste cose"),
        "{}",
        digests[1]
    );
    assert!(digests[1].contains("/gestione?edizione=autunno-2014"), "{}", digests[1]);
});
