//! One workshop for another, as calendars are told: the old day is taken back under its UID, the new one has one of its
//! own. Read by libraries that are not ours.

use crate::feeds::{one, value};
use crate::harness::Mail;
use crate::harness::changing::{ADA, FIRST, SECOND, objects, told};
use crate::on_both;

/// What a mail does to a calendar: what it is, the method of its part, and the SEQUENCE and day of its object.
fn act(mail: &Mail) -> [String; 4] {
    let event = one(mail.calendar());
    let method = mail.calendars[0].1.clone().unwrap_or_default();
    [mail.kind().to_owned(), method, value(&event, "SEQUENCE"), value(&event, "DTSTART")]
}

on_both!(r53_r55_a_swap_is_a_cancel_of_the_old_day_and_a_request_of_the_new_one, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (before, first) = (world.mails_to(ADA).len(), objects(world, ADA, "promotore").1);
    assert_eq!(first.len(), 1);
    let path = format!("/mio-percorso/{}/cambia", world.enrolment(ADA, "workshop-1").await);
    for _ in 0..2 {
        assert_eq!(ada.post(&path, &[("workshop", SECOND)]).await.status, 303, "a second click is the same");
    }
    world.settle().await;
    let mut acts: Vec<[String; 4]> = world.mails_to(ADA)[before..].iter().map(act).collect();
    acts.sort();
    let wanted =
        [["place-confirmed", "REQUEST", "0", "20141002"], ["place-released", "CANCEL", "1", "20140924"]];
    assert_eq!(acts, wanted.map(|act| act.map(str::to_owned)), "two letters, each with its object");
    let (old, old_uids) = objects(world, ADA, "promotore");
    let both = [("REQUEST", "0", "20140924"), ("CANCEL", "1", "20140924")];
    assert_eq!((old, old_uids), (both.map(told).to_vec(), first.clone()));
    let (new, new_uids) = objects(world, ADA, "valutazione");
    assert_eq!((new, new_uids.len()), (vec![told(("REQUEST", "0", "20141002"))], 1));
    assert_ne!(new_uids, first, "R54: a new enrolment is a new UID");
});
