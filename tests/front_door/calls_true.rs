//! Somebody whom only a phone reaches hears of each turn of what they have once, and as it is for them: what was said to
//! them before counts, not what the list would have said.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;
use percorso::store::{calls, certificates};
use percorso::usecases::change_programme::preview;

use crate::harness::changing::{ADA, BEA, SECOND, required, rule, wanted};
use crate::harness::{Browser, TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const CALLS: &str = "/gestione/telefonate";
const NOTHING: [&str; 0] = [];
const PROVISIONAL: &str = "Hai un posto provvisorio nel corso.";
const SAFE: &str = "Il tuo posto provvisorio nel corso non scade più";
const UNHEARD: &str = "Si era liberato un posto per te, ma non siamo riusciti a dirtelo in tempo";
const UNANSWERED: &str =
    "Il posto che ti avevamo offerto non è più riservato a te: la risposta non è arrivata in tempo.";

/// Every call that waits for somebody is made.
async fn called(world: &World, person: i64) {
    let admin = world.admin().await;
    for call in calls::open_of(world.desk.store.reader(), person).await.unwrap() {
        assert_eq!(admin.post(&format!("{CALLS}/{}/fatto", call.task_id), &[]).await.status, 303);
    }
    assert_eq!(to_say(world, person).await, NOTHING);
}

/// What the list says.
async fn list(world: &World) -> String {
    world.admin().await.get(CALLS).await.text()
}

/// The office signs somebody up for one more thing, on the phone.
async fn enrolled(world: &World, admin: &Browser<'_>, person: i64, key: &str) {
    let offering = world.offering(key).await.to_string();
    let sent =
        admin.post(&format!("/gestione/persone/{person}/iscrivi"), &[("offerta", offering.as_str())]).await;
    assert_eq!(sent.status, 303, "{key}: {}", sent.text());
}

/// Ugo has a place in two workshops, and with them one in the course for the time being, of which nobody told him yet.
async fn on_track(world: &World) -> i64 {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    for key in ["workshop-2", "corso"] {
        enrolled(world, &admin, ugo, key).await;
    }
    world.wait(TimeDelta::minutes(1)).await;
    assert!(to_say(world, ugo).await.contains(&"provisional-place".to_owned()));
    ugo
}

on_both!(whoever_was_called_about_a_risk_is_called_that_it_is_gone_though_it_came_back_in_between, |world| {
    let ugo = on_track(world).await;
    called(world, ugo).await;
    required(world, 3).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(to_say(world, ugo).await, ["provisional-at-risk"]);
    called(world, ugo).await;
    for missing in [2, 3, 2] {
        required(world, missing).await;
        world.wait(TimeDelta::minutes(2)).await;
    }
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(to_say(world, ugo).await, ["provisional-place"]);
    let text = list(world).await;
    assert_eq!((text.contains(SAFE), text.contains(PROVISIONAL)), (true, false), "{text}");
});

on_both!(
    a_risk_that_came_and_went_before_anybody_called_is_no_call_for_whoever_knows_of_the_place,
    |world| {
        let ugo = on_track(world).await;
        called(world, ugo).await;
        required(world, 3).await;
        assert_eq!(to_say(world, ugo).await, ["provisional-at-risk"]);
        world.wait(TimeDelta::minutes(2)).await;
        let back = Rule { required: 2, ..rule(world).await };
        let shown = preview(&world.desk, &wanted(world, vec![Edit::Rule { to: back }]).await).await.unwrap();
        assert_eq!(shown.calls, [0i64; 0], "nobody has to be called");
        required(world, 2).await;
        assert_eq!(to_say(world, ugo).await, NOTHING);
        world.wait(TimeDelta::minutes(30)).await;
        assert_eq!(to_say(world, ugo).await, NOTHING);
    }
);

on_both!(whoever_was_not_called_about_the_place_is_told_of_it_after_a_risk_that_came_and_went, |world| {
    let ugo = on_track(world).await;
    required(world, 3).await;
    required(world, 2).await;
    world.wait(TimeDelta::minutes(11)).await;
    let told = to_say(world, ugo).await;
    assert_eq!(told.iter().filter(|kind| kind.starts_with("provisional")).count(), 1, "{told:?}");
    let text = list(world).await;
    assert_eq!((text.contains(PROVISIONAL), text.contains(SAFE)), (true, false), "{text}");
});

/// Ugo and after him Bea wait for the only place of the second workshop, which Ada gives back: it is held for him.
async fn an_offer(world: &World) -> i64 {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    let ada = world.sign_up("Ada", ADA, &[SECOND]).await;
    let ugo = person_of(&by_phone(world, &world.admin().await, "Ugo", "workshop-2", &[]).await);
    world.sign_up("Bea", BEA, &[SECOND]).await;
    called(world, ugo).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, ["place-offered"]);
    ugo
}

on_both!(an_offer_nobody_could_tell_in_time_is_not_called_one_that_was_made_and_not_answered, |world| {
    let ugo = an_offer(world).await;
    world.wait(TimeDelta::hours(49)).await;
    assert_eq!(to_say(world, ugo).await, ["offer-lapsed"]);
    let text = list(world).await;
    assert_eq!((text.contains(UNHEARD), text.contains(UNANSWERED)), (true, false), "{text}");
    assert!(text.contains("Sei in lista d’attesa, numero"), "{text}");
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    world.wait(TimeDelta::hours(49)).await;
    assert_eq!(to_say(world, ugo).await, ["place-offered"], "the newest thing only");
    world.wait(TimeDelta::hours(49)).await;
    assert_eq!(to_say(world, ugo).await, ["offer-lapsed"]);
    let text = list(world).await;
    assert_eq!((text.contains(UNHEARD), text.contains(UNANSWERED)), (true, false), "{text}");
    assert!(text.contains("Non sei più in lista d’attesa."), "{text}");
});

on_both!(an_offer_that_was_told_and_not_answered_is_called_so_once, |world| {
    let ugo = an_offer(world).await;
    called(world, ugo).await;
    world.wait(TimeDelta::hours(49)).await;
    assert_eq!(to_say(world, ugo).await, ["offer-lapsed"]);
    let text = list(world).await;
    assert_eq!(text.matches(UNANSWERED).count(), 1, "{text}");
});

/// Ugo is marked as present at a session, and its register takes effect.
async fn attended(world: &World, person: i64, (key, number): (&str, i64), evening: &str) {
    world.go_to(evening).await;
    let session = world.session(key, number).await;
    let trainer = world.signed_in(TRAINER).await;
    let field = format!("presenza-{person}");
    assert_eq!(trainer.post(&format!("/aula/{session}"), &[(field.as_str(), "P")]).await.status, 303);
    assert_eq!(trainer.post(&format!("/aula/{session}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(31)).await;
}

/// What of a certificate is to be said to somebody.
async fn of_certificates(world: &World, person: i64) -> Vec<String> {
    let all = to_say(world, person).await;
    all.into_iter().filter(|kind| kind.starts_with("certificate")).collect()
}

on_both!(a_certificate_is_one_call_and_that_it_was_revoked_is_another_once_that_was_made, |world| {
    world
        .programme(|file| {
            file.offerings[5].sessions.truncate(3);
            file.edition.rule.certificate_days = Some(2);
        })
        .await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    for key in ["workshop-2", "corso"] {
        enrolled(world, &admin, ugo, key).await;
    }
    attended(world, ugo, ("workshop-1", 1), "2014-09-24T16:00:00Z").await;
    attended(world, ugo, ("workshop-2", 1), "2014-10-02T16:00:00Z").await;
    for (day, evening) in
        [(1, "2014-10-22T16:00:00Z"), (2, "2014-10-29T16:00:00Z"), (3, "2014-11-05T16:00:00Z")]
    {
        attended(world, ugo, ("corso", day), evening).await;
    }
    let (edition, person) = (world.edition().await.to_string(), ugo.to_string());
    let fields = [("edizione", edition.as_str()), ("persona", person.as_str())];
    let admin = world.admin().await;
    let sent = admin.post("/gestione/attestati/pubblica", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    assert_eq!(of_certificates(world, ugo).await, ["certificate-ready"]);
    let course = world.offering("corso").await;
    let row = certificates::valid_of(world.desk.store.reader(), ugo, course).await.unwrap().unwrap();
    let (number, ready) = (row.number_text().unwrap(), "Il tuo attestato è pronto: numero");
    assert!(list(world).await.contains(&format!("{ready} {number}.")));
    let open = calls::open_of(world.desk.store.reader(), ugo).await.unwrap();
    let call = open.into_iter().find(|call| call.payload.contains(&number)).unwrap();
    assert_eq!(admin.post(&format!("{CALLS}/{}/fatto", call.task_id), &[]).await.status, 303);
    assert_eq!(of_certificates(world, ugo).await, NOTHING);
    let fields = [("edizione", edition.as_str()), ("motivo", "Stampato per sbaglio")];
    let sent = admin.post(&format!("/gestione/attestati/{}/revoca", row.id), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    assert_eq!(of_certificates(world, ugo).await, ["certificate-revoked"]);
    let text = list(world).await;
    assert!(text.contains(&format!("Il tuo attestato {number} non vale più.")), "{text}");
});
