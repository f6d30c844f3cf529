//! A place is given back while the letter about it has not left, or is just leaving: the REQUEST is withdrawn
//! only if nobody has begun to send it; otherwise a CANCEL follows it.

use std::time::Duration;

use chrono::TimeDelta;
use percorso::domain::letter::Payload;
use percorso::store::invites;
use percorso::store::outbox::{self, OutboxLetter};
use percorso::usecases::send_letters::{Lane, claim};

use crate::harness::{Browser, Mail, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";

/// Ada has a place in the second workshop, and the letter with its REQUEST waits. Gives her browser, the
/// enrolment, and where she gives the place back.
async fn a_letter_waits(world: &World) -> (Browser<'_>, i64, String) {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    let enrolment = world.enrolment(ADA, "workshop-2").await;
    assert_eq!(letters(world, enrolment).await, ["place-confirmed waiting Request 0"]);
    (ada, enrolment, format!("/mio-percorso/{enrolment}/disdici"))
}

/// The letters of an enrolment, oldest first: kind, state, and the method and SEQUENCE of a calendar object.
async fn letters(world: &World, enrolment: i64) -> Vec<String> {
    let person = world.person(ADA).await;
    let newest_first = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let mut found = Vec::new();
    let about = |row: &OutboxLetter| row.enrolment_id == Some(enrolment) && row.kind != "reminder";
    for row in newest_first.into_iter().rev().filter(about) {
        let payload: Payload = serde_json::from_str(&row.payload).unwrap();
        let object = payload.letter.invite();
        let told = object.map_or_else(String::new, |i| format!(" {:?} {}", i.method, i.sequence));
        found.push(format!("{} {}{told}", row.kind, row.state));
    }
    found
}

/// The SEQUENCE of each invite of an enrolment, and whether it has ended.
async fn standing(world: &World, enrolment: i64) -> Vec<(i64, bool)> {
    let all = invites::of_enrolment(world.desk.store.reader(), enrolment).await.unwrap();
    all.into_iter().map(|invite| (invite.sequence, invite.ended_at.is_some())).collect()
}

/// The content line of a mail's calendar object that begins so.
fn line(mail: &Mail, start: &str) -> String {
    mail.calendar().lines().find(|line| line.starts_with(start)).expect("the line").to_owned()
}

on_both!(a_request_nobody_has_begun_to_send_is_withdrawn_and_nothing_takes_it_back, |world| {
    let (ada, enrolment, leave) = a_letter_waits(world).await;
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    assert_eq!(
        letters(world, enrolment).await,
        ["place-confirmed withdrawn Request 0", "place-released waiting"]
    );
    assert_eq!(standing(world, enrolment).await, [(0, true)]);
});

on_both!(a_request_somebody_has_begun_to_send_is_followed_by_its_cancel_and_never_overtaken, |world| {
    let (ada, enrolment, leave) = a_letter_waits(world).await;
    let begun = claim(&world.desk, Lane::Normal, "another", 10).await.unwrap();
    assert_eq!(begun.iter().map(|letter| letter.enrolment_id).collect::<Vec<_>>(), [Some(enrolment)]);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    assert_eq!(
        letters(world, enrolment).await,
        ["place-confirmed waiting Request 0", "place-released waiting Cancel 1"]
    );
    assert_eq!(standing(world, enrolment).await, [(1, true)]);
    let before = world.mails_to(ADA).len();
    world.settle().await;
    assert_eq!(
        world.mails_to(ADA).len(),
        before,
        "the CANCEL waits while its REQUEST is in somebody's hands"
    );
    world.wait(TimeDelta::minutes(6)).await;
    let mails: Vec<Mail> = world.mails_to(ADA).into_iter().skip(before).collect();
    assert_eq!(mails.iter().map(Mail::kind).collect::<Vec<_>>(), ["place-confirmed", "place-released"]);
    assert_eq!(line(&mails[0], "METHOD:"), "METHOD:REQUEST");
    assert_eq!(line(&mails[1], "METHOD:"), "METHOD:CANCEL");
    assert_eq!(line(&mails[0], "SEQUENCE:"), "SEQUENCE:0");
    assert_eq!(line(&mails[1], "SEQUENCE:"), "SEQUENCE:1");
    assert_eq!(line(&mails[0], "UID:"), line(&mails[1], "UID:"));
});

on_both!(a_request_begun_while_its_place_is_given_back_is_followed_by_its_cancel, |world| {
    let (ada, enrolment, leave) = a_letter_waits(world).await;
    assert_eq!(ada.get(&leave).await.status, 200, "her form has its token");
    let person = world.person(ADA).await;
    let all = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let letter = all.iter().find(|row| row.enrolment_id == Some(enrolment)).unwrap().id;
    let tx = world.desk.store.begin().await.unwrap();
    let now = world.desk.clock.now();
    outbox::claim(&tx, &[letter], "another", now, now + TimeDelta::minutes(5)).await.unwrap();
    // The claim is not committed yet. On PostgreSQL whoever leaves sees an untouched letter, and finds out only
    // when withdrawing it; on SQLite there is one writer, and leaving waits before it looks.
    let begins = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        tx.commit().await.unwrap();
    };
    let (left, ()) = tokio::join!(ada.post(&leave, &[]), begins);
    assert_eq!(left.status, 303, "{}", left.text());
    assert_eq!(
        letters(world, enrolment).await,
        ["place-confirmed waiting Request 0", "place-released waiting Cancel 1"]
    );
    assert_eq!(standing(world, enrolment).await, [(1, true)]);
});
