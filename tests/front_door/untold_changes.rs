//! A change waits for the quiet time, and meanwhile its session is called off or given back: letters and calendars name the
//! day that people know, and nothing is stamped later than it is sent.

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::change::Edit;
use percorso::domain::letter::{Letter, Payload};
use percorso::store::calls;

use crate::feeds::{one, value};
use crate::harness::changing::{
    ADA, BEA, FIRST, SECOND, change, moved, objects, off, on, on_the_course, told,
};
use crate::harness::{Mail, World};
use crate::invite_details::header;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

/// The first workshop is moved by a day, and nobody has been told of it yet.
async fn moved_a_moment_ago(world: &World) {
    world.wait(TimeDelta::hours(1)).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    world.wait(TimeDelta::minutes(5)).await;
}

/// The last letter to somebody: of this kind, and about the day they know, not about the other one.
fn names_the_day(world: &World, address: &str, kind: &str, [day, other]: [&str; 2]) -> Mail {
    let letter = world.mails_to(address).pop().unwrap();
    assert_eq!(letter.kind(), kind, "{address}");
    assert!(letter.text.contains(day), "{}", letter.text);
    assert!(!letter.text.contains(other), "{}", letter.text);
    assert!(!letter.subject.contains(other), "{}", letter.subject);
    letter
}

/// The stamp of a mail's calendar object is the moment of the mail.
fn stamped_as_sent(mail: &Mail) {
    let date = DateTime::parse_from_rfc2822(&header(mail, "Date")).unwrap().with_timezone(&Utc);
    let stamp = value(&one(mail.calendar()), "DTSTAMP");
    assert_eq!(stamp, date.format("%Y%m%dT%H%M%SZ").to_string(), "R30: {}", mail.kind());
}

on_both!(r30_r55_a_workshop_called_off_before_its_move_was_told_is_named_by_the_day_people_know, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let reader = world.desk.store.reader();
    let place = calls::open_of(reader, ugo).await.unwrap().remove(0).task_id;
    assert_eq!(admin.post(&format!("/gestione/telefonate/{place}/fatto"), &[]).await.status, 303);
    moved_a_moment_ago(world).await;
    let offering = world.offering("workshop-1").await;
    change(world, vec![off(offering)]).await;
    world.wait(TimeDelta::hours(1)).await;
    let days = ["24 settembre", "25 settembre"];
    let letter = names_the_day(world, ADA, "offering-cancelled", days);
    stamped_as_sent(&letter);
    names_the_day(world, BEA, "offering-cancelled", days);
    let both = [("REQUEST", "0", "20140924"), ("CANCEL", "1", "20140924")];
    assert_eq!(objects(world, ADA, "promotore").0, both.map(told));
    let open = calls::open_of(reader, ugo).await.unwrap();
    assert_eq!(open.len(), 1, "{open:?}");
    let payload: Payload = serde_json::from_str(&open[0].payload).unwrap();
    let Letter::OfferingCancelled { session, .. } = payload.letter else { panic!("{}", open[0].payload) };
    assert_eq!(session.date, "2014-09-24".parse().ok(), "he is called about the day he knows");
});

on_both!(r30_r55_a_course_day_called_off_before_its_move_was_told_is_named_by_the_day_people_know, |world| {
    on_the_course(world).await;
    let bea = world.signed_in(BEA).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::hours(1)).await;
    change(world, vec![moved(world, "corso", 3, on("2014-11-06")).await]).await;
    world.wait(TimeDelta::minutes(5)).await;
    let session = world.session("corso", 3).await;
    change(world, vec![Edit::CancelSession { session }]).await;
    world.wait(TimeDelta::hours(1)).await;
    let days = ["5 novembre", "6 novembre"];
    stamped_as_sent(&names_the_day(world, ADA, "session-cancelled", days));
    names_the_day(world, BEA, "session-cancelled", days);
    let both = [("REQUEST", "0", "20141105"), ("CANCEL", "1", "20141105")];
    assert_eq!(objects(world, ADA, "(3/7)").0, both.map(told));
});

on_both!(r30_r55_a_place_given_back_before_a_move_was_told_is_named_by_the_day_its_person_knew, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    moved_a_moment_ago(world).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    let path = format!("/mio-percorso/{}/cambia", world.enrolment(BEA, "workshop-1").await);
    assert_eq!(bea.post(&path, &[("workshop", SECOND)]).await.status, 303);
    world.wait(TimeDelta::hours(1)).await;
    let days = ["24 settembre", "25 settembre"];
    stamped_as_sent(&names_the_day(world, ADA, "place-released", days));
    let released = world.mails_to(BEA).into_iter().find(|mail| mail.kind() == "place-released").unwrap();
    assert!(released.text.contains(days[0]) && !released.text.contains(days[1]), "{}", released.text);
    stamped_as_sent(&released);
    for address in [ADA, BEA] {
        let both = [("REQUEST", "0", "20140924"), ("CANCEL", "1", "20140924")];
        assert_eq!(objects(world, address, "promotore").0, both.map(told), "{address}");
        let kinds: Vec<String> = world.mails_to(address).iter().map(|mail| mail.kind().to_owned()).collect();
        assert!(!kinds.contains(&"session-changed".to_owned()), "{kinds:?}");
    }
});
