//! A letter waits through the quiet time of a change, and meanwhile something else happens: an offer is made, or ends; a
//! place becomes final, or is given back; the date is corrected again. What leaves afterwards is so.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;
use percorso::domain::impact::Topic;
use percorso::store::outbox;
use percorso::usecases::cancel_enrolment;

use crate::harness::changing::{
    ADA, BEA, FIRST, SECOND, change, moved, off, on, on_the_course, rule, set_capacity,
};
use crate::harness::{Browser, World};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";
/// Both letters that tell of an offer's end by a change, and both calls, say so.
const ENDED: &str = "non è più riservato a te";
const FOR_ALL: &str = "di chi lo prende per primo";

async fn to(world: &World, key: &str, number: i64, date: &str) {
    change(world, vec![moved(world, key, number, on(date)).await]).await;
}

async fn required(world: &World, required: u32) -> Vec<(Topic, usize)> {
    let rule = Rule { required, ..rule(world).await };
    let shown = change(world, vec![Edit::Rule { to: rule }]).await;
    shown.letters.iter().map(|line| (line.topic, line.count)).collect()
}

async fn leaves(world: &World, email: &str, key: &str) {
    let (id, person) = (world.enrolment(email, key).await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
}

fn kinds(world: &World, email: &str) -> Vec<String> {
    world.mails_to(email).iter().map(|mail| mail.kind().to_owned()).collect()
}

/// How many letters of a kind somebody got.
fn count(world: &World, email: &str, kind: &str) -> usize {
    kinds(world, email).iter().filter(|found| *found == kind).count()
}

/// Ada has the only place of the second workshop; Bea waits for it, and then Ciro where he is asked for.
async fn a_line(world: &World, others: &[(&str, &str)]) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    for (given, email) in others {
        world.sign_up(given, email, &[SECOND]).await;
    }
}

/// The place is held for Bea; a minute later the begin is so near that it cannot be held any more.
async fn an_offer_that_ended(world: &World) {
    a_line(world, &[("Bea", BEA)]).await;
    leaves(world, ADA, "workshop-2").await;
    world.wait(TimeDelta::minutes(1)).await;
    to(world, "workshop-2", 1, "2014-09-16").await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
}

/// The same, and Ciro took the place at once: nobody can be offered it again.
async fn an_offer_that_ended_and_a_place_that_went(world: &World) {
    an_offer_that_ended(world).await;
    world.sign_up("Ciro", CIRO, &[SECOND]).await;
    assert_eq!(world.states(CIRO, "workshop-2").await, ["confirmed"]);
}

/// Ada has a provisional place on the course, on track with two workshops.
async fn on_track(world: &World) {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
}

async fn waive(world: &World, admin: &Browser<'_>, email: &str) {
    let (person, edition) = (world.person(email).await, world.edition().await.to_string());
    let fields = [("edizione", edition.as_str()), ("motivo", "prova")];
    assert_eq!(admin.post(&format!("/gestione/persone/{person}/deroga"), &fields).await.status, 303);
}

on_both!(
    who_is_offered_a_place_in_the_quiet_time_of_a_change_does_not_read_afterwards_that_they_wait,
    |world| {
        a_line(world, &[("Bea", BEA)]).await;
        to(world, "workshop-2", 1, "2014-10-03").await;
        world.wait(TimeDelta::minutes(2)).await;
        leaves(world, ADA, "workshop-2").await;
        assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
        world.wait(TimeDelta::minutes(30)).await;
        assert_eq!(kinds(world, BEA), ["confirm-sign-up", "waiting-list-joined", "place-offered"]);
        let letter = world.mails_to(BEA).pop().unwrap();
        assert!(letter.text.contains("3 ottobre"), "{}", letter.text);
    }
);

on_both!(an_offer_that_ran_out_in_the_quiet_time_of_a_change_is_not_called_held_afterwards, |world| {
    a_line(world, &[("Bea", BEA), ("Ciro", CIRO)]).await;
    leaves(world, ADA, "workshop-2").await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    // Two days are over at nine; the letter of the change would leave five minutes later.
    world.go_to("2014-09-17T06:55:00Z").await;
    to(world, "workshop-2", 1, "2014-10-03").await;
    world.go_to("2014-09-17T07:30:00Z").await;
    assert_eq!(world.states(CIRO, "workshop-2").await, ["offered"]);
    assert_eq!(count(world, BEA, "session-changed"), 0, "{:?}", kinds(world, BEA));
    let letter = world.mails_to(BEA).pop().unwrap();
    assert_eq!(letter.kind(), "offer-lapsed");
    assert!(letter.text.contains("3 ottobre"), "{}", letter.text);
});

on_both!(
    a_place_that_became_final_in_the_quiet_time_of_a_change_is_not_called_provisional_afterwards,
    |world| {
        on_track(world).await;
        let admin = world.admin().await;
        to(world, "corso", 3, "2014-11-06").await;
        world.wait(TimeDelta::minutes(2)).await;
        waive(world, &admin, ADA).await;
        assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
        world.wait(TimeDelta::minutes(30)).await;
        assert_eq!(count(world, ADA, "session-changed"), 0, "{:?}", kinds(world, ADA));
        let all = world.mails_to(ADA);
        let letter = all.iter().find(|mail| mail.kind() == "course-confirmed").expect("the place is final");
        assert!(letter.text.contains("6 novembre"), "{}", letter.text);
    }
);

on_both!(a_place_that_became_final_does_not_hear_afterwards_that_it_no_longer_ends, |world| {
    on_track(world).await;
    let admin = world.admin().await;
    required(world, 3).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(count(world, ADA, "provisional-at-risk"), 1);
    required(world, 2).await;
    world.wait(TimeDelta::minutes(2)).await;
    waive(world, &admin, ADA).await;
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(count(world, ADA, "provisional-place"), 1, "{:?}", kinds(world, ADA));
});

on_both!(who_gave_a_provisional_place_back_does_not_hear_afterwards_that_it_no_longer_ends, |world| {
    on_track(world).await;
    required(world, 3).await;
    world.wait(TimeDelta::minutes(11)).await;
    required(world, 2).await;
    world.wait(TimeDelta::minutes(2)).await;
    leaves(world, ADA, "corso").await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(count(world, ADA, "provisional-place"), 1, "{:?}", kinds(world, ADA));
    assert_eq!(kinds(world, ADA).last().map(String::as_str), Some("course-left"));
});

on_both!(who_was_told_of_a_risk_hears_that_it_is_gone_though_an_earlier_end_was_never_told, |world| {
    on_track(world).await;
    required(world, 3).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(count(world, ADA, "provisional-at-risk"), 1);
    let mut edits = Vec::new();
    for key in ["workshop-3", "workshop-4", "workshop-5"] {
        edits.push(off(world.offering(key).await));
    }
    // Out of reach: the place would end a day from now. That is taken back before anybody reads it.
    change(world, edits).await;
    world.wait(TimeDelta::minutes(2)).await;
    assert_eq!(required(world, 2).await, [(Topic::RiskGone, 1)]);
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(count(world, ADA, "provisional-at-risk"), 1);
    let letter = world.mails_to(ADA).pop().unwrap();
    let subject = "Il tuo posto provvisorio nel corso non scade più";
    assert_eq!((letter.kind(), letter.subject.as_str()), ("provisional-place", subject));
});

on_both!(an_offer_ended_by_a_date_that_was_corrected_again_is_not_called_everybodys, |world| {
    an_offer_that_ended_and_a_place_that_went(world).await;
    world.wait(TimeDelta::minutes(2)).await;
    to(world, "workshop-2", 1, "2014-10-08").await;
    world.wait(TimeDelta::minutes(30)).await;
    let letter = world.mails_to(BEA).pop().unwrap();
    assert_eq!(letter.kind(), "session-changed");
    let says = |words: &str| (letter.text.contains(words), letter.html.contains(words));
    assert_eq!(says("8 ottobre"), (true, true), "{}", letter.text);
    assert_eq!(says(ENDED), (true, true), "{}", letter.text);
    assert_eq!(says(FOR_ALL), (false, false), "{}", letter.text);
    assert_eq!(letter.subject, "Cambia la data: da gio 2 a mer 8 ottobre");
});

on_both!(an_offer_ended_by_a_date_that_was_taken_back_is_told_all_the_same, |world| {
    an_offer_that_ended_and_a_place_that_went(world).await;
    world.wait(TimeDelta::minutes(2)).await;
    let shown = change(world, vec![moved(world, "workshop-2", 1, on("2014-10-02")).await]).await;
    assert_eq!(shown.letters_in_all(), 2, "to Bea and to Ciro: {shown:?}");
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
    world.wait(TimeDelta::minutes(30)).await;
    let letter = world.mails_to(BEA).pop().unwrap();
    let subject = "Il posto non è più riservato a te: giovedì 2 ottobre";
    assert_eq!((letter.kind(), letter.subject.as_str()), ("session-changed", subject));
    let says = |words: &str| (letter.text.contains(words), letter.html.contains(words));
    assert_eq!(says(ENDED), (true, true), "{}", letter.text);
    assert_eq!(says(FOR_ALL), (false, false), "{}", letter.text);
    assert_eq!(says("Adesso"), (false, false), "nothing moved: {}", letter.text);
    assert_eq!(says("16 settembre"), (false, false), "{}", letter.text);
});

on_both!(an_offer_ended_by_a_date_that_was_taken_back_and_set_again_is_everybodys, |world| {
    an_offer_that_ended(world).await;
    to(world, "workshop-2", 1, "2014-10-02").await;
    to(world, "workshop-2", 1, "2014-09-16").await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(count(world, BEA, "session-changed"), 1);
    let letter = world.mails_to(BEA).pop().unwrap();
    assert!(letter.text.contains(FOR_ALL) && letter.text.contains("16 settembre"), "{}", letter.text);
});

on_both!(who_is_offered_the_place_again_reads_of_the_new_offer_alone, |world| {
    an_offer_that_ended(world).await;
    world.wait(TimeDelta::minutes(2)).await;
    to(world, "workshop-2", 1, "2014-10-08").await;
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
    world.wait(TimeDelta::minutes(30)).await;
    let told = ["confirm-sign-up", "waiting-list-joined", "place-offered", "place-offered"];
    assert_eq!(kinds(world, BEA), told);
});

on_both!(every_letter_of_the_course_that_waits_names_the_same_end_of_an_offer, |world| {
    on_the_course(world).await;
    let corso = world.offering("corso").await;
    set_capacity(world, corso, Some(2)).await;
    let admin = world.admin().await;
    let ciro = world.sign_up("Ciro", CIRO, &[FIRST]).await;
    waive(world, &admin, CIRO).await;
    assert_eq!(ciro.post("/corso/iscrizione", &[]).await.status, 303);
    leaves(world, ADA, "corso").await;
    assert_eq!(world.states(CIRO, "corso").await, ["offered"]);
    to(world, "corso", 3, "2014-11-06").await;
    to(world, "corso", 1, "2014-09-17").await;
    world.wait(TimeDelta::minutes(11)).await;
    let all = world.mails_to(CIRO);
    let changed: Vec<_> = all.iter().filter(|mail| mail.kind() == "session-changed").collect();
    let ends: Vec<bool> =
        changed.iter().map(|mail| mail.text.contains("fino a martedì 16 settembre")).collect();
    assert_eq!(ends, [true, true], "{changed:?}");
});

on_both!(a_letter_that_somebody_waits_is_not_sent_again_to_whoever_has_the_place_by_now, |world| {
    a_line(world, &[("Bea", BEA)]).await;
    to(world, "workshop-2", 1, "2014-10-03").await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(count(world, BEA, "session-changed"), 1);
    leaves(world, ADA, "workshop-2").await;
    let accept = world.mails_to(BEA).pop().unwrap().link("/offerta/");
    assert_eq!(world.browser().post(&accept, &[]).await.status, 303);
    assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
    let (admin, person) = (world.admin().await, world.person(BEA).await);
    let all = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let letter = all.into_iter().find(|letter| letter.kind == "session-changed").unwrap();
    let again = admin.post(&format!("/gestione/posta/{}/di-nuovo", letter.id), &[]).await;
    assert_eq!(again.status, 422, "{}", again.text());
});
