//! What a second change makes of the first, for whoever hears by phone and for whoever waits for the course: an offer keeps
//! what was promised, no letter leaves with a date that was corrected, no call names a day that nobody had heard of.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::change::Edit;
use percorso::domain::letter::{Letter, Payload};
use percorso::domain::waiting_list::Offers;
use percorso::store::{calls, enrolments};
use percorso::usecases::cancel_enrolment;
use percorso::usecases::change_programme::preview;

use crate::harness::changing::{
    ADA, BEA, SECOND, ask_for_the_course, change, moved, off, on, set_places, wanted,
};
use crate::harness::{Browser, Mail, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const PROMISE: &str = "Appena esce quello che manca, ti scriviamo";

async fn to(world: &World, key: &str, date: &str) {
    change(world, vec![moved(world, key, 1, on(date)).await]).await;
}

/// Every call that waits for somebody is made.
async fn called(world: &World, admin: &Browser<'_>, person: i64) {
    for call in calls::open_of(world.desk.store.reader(), person).await.unwrap() {
        let done = format!("/gestione/telefonate/{}/fatto", call.task_id);
        assert_eq!(admin.post(&done, &[]).await.status, 303);
    }
}

/// Ada has the only place of the second workshop; Ugo, who has a phone alone, waits for it, and was told so.
async fn a_line(world: &World) -> (Browser<'_>, i64) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    let admin = world.admin().await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-2", &[]).await);
    called(world, &admin, ugo).await;
    (admin, ugo)
}

/// Ada gives her place back, and Ugo is to be called: it is held for him.
async fn offered(world: &World, ugo: i64) {
    let (id, ada) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, ada).await.unwrap();
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, ["place-offered"]);
}

/// Until when the place is held for him.
async fn held(world: &World, person: i64) -> Option<DateTime<Utc>> {
    enrolments::of_person(world.desk.store.reader(), person).await.unwrap().remove(0).hold_until
}

const NOTHING: [&str; 0] = [];

on_both!(on_the_phone_a_date_moved_there_and_back_gives_an_offer_its_promised_end_back, |world| {
    let (admin, ugo) = a_line(world).await;
    offered(world, ugo).await;
    called(world, &admin, ugo).await;
    let promised = held(world, ugo).await;
    to(world, "workshop-2", "2014-09-17").await;
    assert_eq!(held(world, ugo).await, "2014-09-16T10:00:00Z".parse().ok(), "it was promised for longer");
    to(world, "workshop-2", "2014-10-02").await;
    assert_eq!(held(world, ugo).await, promised);
    assert_eq!(to_say(world, ugo).await, NOTHING);
});

on_both!(on_the_phone_an_offer_nobody_told_yet_has_its_promised_end_back_too, |world| {
    let (_, ugo) = a_line(world).await;
    offered(world, ugo).await;
    let promised = held(world, ugo).await;
    to(world, "workshop-2", "2014-09-17").await;
    to(world, "workshop-2", "2014-10-02").await;
    assert_eq!(held(world, ugo).await, promised);
    assert_eq!(to_say(world, ugo).await, ["place-offered"]);
});

on_both!(on_the_phone_an_end_that_was_told_shorter_is_told_again_as_it_was_promised, |world| {
    let (admin, ugo) = a_line(world).await;
    offered(world, ugo).await;
    called(world, &admin, ugo).await;
    let promised = held(world, ugo).await;
    to(world, "workshop-2", "2014-09-17").await;
    world.wait(TimeDelta::minutes(11)).await;
    let admin = world.admin().await;
    called(world, &admin, ugo).await;
    to(world, "workshop-2", "2014-10-02").await;
    assert_eq!(held(world, ugo).await, promised);
    world.wait(TimeDelta::minutes(11)).await;
    let Some(call) = calls::open_of(world.desk.store.reader(), ugo).await.unwrap().pop() else {
        panic!("he has to hear it")
    };
    let payload: Payload = serde_json::from_str(&call.payload).unwrap();
    let Letter::SessionChanged { offer, .. } = payload.letter else { panic!("{}", call.payload) };
    let until = match offer {
        percorso::domain::letter::OfferNow::Held { until, .. } => Some(until),
        _ => None,
    };
    assert_eq!(until, promised);
});

/// Ada is on the course and Bea waits; a place more was offered to her, and the first day is so near now that it cannot be
/// held any more.
async fn an_offer_of_the_course_that_ended(world: &World) {
    ask_for_the_course(world, |file| file.offerings[5].capacity = Some(1)).await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    let corso = world.offering("corso").await;
    set_places(world, corso, Some(2), Offers::ByPerson).await;
    assert_eq!(world.offers_by_hand("corso").await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "corso").await, ["offered"]);
    world.wait(TimeDelta::minutes(1)).await;
    to(world, "corso", "2014-09-16").await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
}

/// The letters about changed days that Bea got.
fn told(world: &World) -> Vec<Mail> {
    world.mails_to(BEA).into_iter().filter(|mail| mail.kind() == "session-changed").collect()
}

on_both!(the_letter_of_an_offer_of_the_course_that_ended_names_the_day_that_was_corrected_since, |world| {
    an_offer_of_the_course_that_ended(world).await;
    to(world, "corso", "2014-10-23").await;
    change(world, vec![moved(world, "corso", 3, on("2014-11-06")).await]).await;
    world.wait(TimeDelta::minutes(30)).await;
    let letters = told(world);
    assert_eq!(letters.len(), 1, "of the days she hears no more than that: {letters:?}");
    for said in [&letters[0].text, &letters[0].html] {
        assert!(said.contains("23 ottobre") && said.contains("non è più riservato a te"), "{said}");
        assert!(!said.contains("16 settembre"), "{said}");
    }
});

on_both!(whoever_waits_to_hear_that_an_offer_of_the_course_ended_is_named_by_the_next_impact, |world| {
    an_offer_of_the_course_that_ended(world).await;
    let second = moved(world, "corso", 1, on("2014-10-23")).await;
    let shown = preview(&world.desk, &wanted(world, vec![second.clone()]).await).await.unwrap();
    let named: BTreeSet<i64> = shown.letters.iter().flat_map(|line| line.people.clone()).collect();
    assert_eq!(named, BTreeSet::from([world.person(ADA).await, world.person(BEA).await]));
    assert_eq!(change(world, vec![second]).await, shown);
});

on_both!(an_offer_of_the_course_that_ended_is_told_though_the_day_it_ended_by_is_called_off, |world| {
    an_offer_of_the_course_that_ended(world).await;
    let session = world.session("corso", 1).await;
    change(world, vec![Edit::CancelSession { session }]).await;
    world.wait(TimeDelta::minutes(30)).await;
    let letters = told(world);
    assert_eq!(letters.len(), 1, "{letters:?}");
    for said in [&letters[0].text, &letters[0].html] {
        assert!(said.contains("29 ottobre") && said.contains("non è più riservato a te"), "{said}");
        assert!(!said.contains("16 settembre"), "{said}");
    }
    assert_eq!(world.mails_to(BEA).iter().filter(|mail| mail.kind() == "session-cancelled").count(), 0);
});

on_both!(who_waits_for_the_course_is_promised_no_letter_about_its_days, |world| {
    an_offer_of_the_course_that_ended(world).await;
    world.wait(TimeDelta::minutes(11)).await;
    let letters = told(world);
    assert_eq!(letters.len(), 1, "{letters:?}");
    for said in [&letters[0].text, &letters[0].html] {
        assert!(said.contains("16 settembre") && !said.contains(PROMISE), "{said}");
    }
});

on_both!(a_call_names_the_day_its_person_knew_though_an_offer_came_and_went_between, |world| {
    let (_, ugo) = a_line(world).await;
    to(world, "workshop-2", "2014-10-09").await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    offered(world, ugo).await;
    world.go_to("2014-09-15T12:00:00Z").await;
    to(world, "workshop-2", "2014-09-16").await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    world.wait(TimeDelta::minutes(11)).await;
    // Half a day before the begin the free place is for whoever takes it first: a call of its own.
    assert_eq!(to_say(world, ugo).await, ["place-free", "session-changed"]);
    let said = world.admin().await.get("/gestione/telefonate").await.text();
    assert!(said.contains("giovedì 2 ottobre") && said.contains("martedì 16 settembre"), "{said}");
    assert!(!said.contains("9 ottobre"), "he never heard of it: {said}");
});

on_both!(a_day_that_is_again_as_its_person_knew_it_is_no_call_though_an_offer_came_and_went, |world| {
    let (_, ugo) = a_line(world).await;
    to(world, "workshop-2", "2014-10-09").await;
    offered(world, ugo).await;
    world.go_to("2014-09-15T12:00:00Z").await;
    to(world, "workshop-2", "2014-09-16").await;
    to(world, "workshop-2", "2014-10-02").await;
    assert_eq!(to_say(world, ugo).await, NOTHING);
});

on_both!(a_workshop_called_off_is_named_by_the_day_known_though_an_offer_was_to_be_told, |world| {
    let (_, ugo) = a_line(world).await;
    to(world, "workshop-2", "2014-10-09").await;
    offered(world, ugo).await;
    let offering = world.offering("workshop-2").await;
    change(world, vec![off(offering)]).await;
    let open = calls::open_of(world.desk.store.reader(), ugo).await.unwrap();
    assert_eq!(open.len(), 1, "{open:?}");
    let payload: Payload = serde_json::from_str(&open[0].payload).unwrap();
    let Letter::OfferingCancelled { session, .. } = payload.letter else { panic!("{}", open[0].payload) };
    assert_eq!(session.date, "2014-10-02".parse().ok());
});

on_both!(a_change_taken_back_before_its_call_was_made_announces_no_call, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    called(world, &admin, ugo).await;
    let there = moved(world, "workshop-1", 1, on("2014-09-25")).await;
    assert_eq!(change(world, vec![there]).await.calls, [ugo]);
    let back = moved(world, "workshop-1", 1, on("2014-09-24")).await;
    let shown = preview(&world.desk, &wanted(world, vec![back.clone()]).await).await.unwrap();
    assert_eq!(shown.calls, [0i64; 0], "nobody has to be called");
    assert_eq!(change(world, vec![back]).await.calls, [0i64; 0]);
    assert_eq!(to_say(world, ugo).await, NOTHING);
});
