//! What a change of the programme does to an open offer, to a provisional place and to a reminder: said openly, taken back
//! where the next change undoes it.

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::change::{Edit, Texts};
use percorso::domain::edition::Rule;
use percorso::domain::impact::Topic;
use percorso::store::enrolments::{self, Enrolment};

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, SECOND, an_offer, change, moved, on, on_track, required, rule};
use crate::on_both;

async fn of(world: &World, email: &str, key: &str) -> Enrolment {
    let id = world.enrolment(email, key).await;
    enrolments::find(world.desk.store.reader(), id).await.unwrap().unwrap()
}

fn at(text: &str) -> Option<DateTime<Utc>> {
    text.parse().ok()
}

async fn to(world: &World, key: &str, date: &str) {
    change(world, vec![moved(world, key, 1, on(date)).await]).await;
}

on_both!(who_is_offered_a_place_reads_its_new_deadline_and_takes_it_from_the_letter_of_the_change, |world| {
    an_offer(world).await;
    to(world, "workshop-2", "2014-09-17").await;
    assert_eq!(of(world, BEA, "workshop-2").await.hold_until, at("2014-09-16T10:00:00Z"));
    world.wait(TimeDelta::minutes(11)).await;
    let letter = world.mails_to(BEA).pop().unwrap();
    assert_eq!(letter.kind(), "session-changed");
    assert!(letter.text.contains("è ancora tuo: lo teniamo per te fino a"), "{}", letter.text);
    assert!(letter.text.contains("16 settembre"), "{}", letter.text);
    assert!(!letter.text.contains("Resti in lista d’attesa"), "{}", letter.text);
    assert_eq!(world.browser().post(&letter.link("/offerta/"), &[]).await.status, 303);
    assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
});

on_both!(a_date_moved_there_and_back_gives_an_offer_its_promised_end_back_without_a_word, |world| {
    an_offer(world).await;
    let (promised, before) = (of(world, BEA, "workshop-2").await.hold_until, world.mails().len());
    to(world, "workshop-2", "2014-09-17").await;
    to(world, "workshop-2", "2014-10-02").await;
    assert_eq!(of(world, BEA, "workshop-2").await.hold_until, promised);
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(world.mails().len(), before);
});

on_both!(an_offer_without_three_hours_left_ends_openly_and_counts_as_none_that_was_missed, |world| {
    an_offer(world).await;
    let before = of(world, BEA, "workshop-2").await;
    to(world, "workshop-2", "2014-09-16").await;
    let after = of(world, BEA, "workshop-2").await;
    assert_eq!(after.state, "waitlisted");
    assert_eq!((after.position, after.offers_missed), (before.position, 0));
    world.wait(TimeDelta::minutes(11)).await;
    let letter = world.mails_to(BEA).pop().unwrap();
    assert_eq!(letter.kind(), "session-changed");
    assert!(letter.text.contains("adesso è di chi lo prende per primo"), "{}", letter.text);
    let bea = world.signed_in(BEA).await;
    assert_eq!(bea.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
});

on_both!(an_offer_taken_before_the_letter_of_the_change_left_is_told_once, |world| {
    an_offer(world).await;
    let link = world.mails_to(BEA).pop().unwrap().link("/offerta/");
    to(world, "workshop-2", "2014-09-17").await;
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    world.wait(TimeDelta::minutes(30)).await;
    let kinds: Vec<String> = world.mails_to(BEA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds[kinds.len() - 2..], ["place-offered", "place-confirmed"]);
});

on_both!(a_risk_that_is_gone_within_the_quiet_time_frightens_nobody, |world| {
    on_track(world).await;
    let before = world.mails().len();
    to(world, "workshop-2", "2014-10-22").await;
    assert!(of(world, ADA, "corso").await.hold_until.is_some());
    world.wait(TimeDelta::minutes(2)).await;
    to(world, "workshop-2", "2014-10-02").await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(of(world, ADA, "corso").await.hold_until, None);
    assert_eq!(world.mails().len(), before, "the date");
    required(world, 3).await;
    world.wait(TimeDelta::minutes(2)).await;
    required(world, 2).await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(world.mails().len(), before, "the rule");
});

on_both!(who_was_told_of_a_risk_is_told_that_it_is_gone, |world| {
    on_track(world).await;
    required(world, 3).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "provisional-at-risk");
    let rule = Rule { required: 2, ..rule(world).await };
    let shown = change(world, vec![Edit::Rule { to: rule }]).await;
    let announced: Vec<_> = shown.letters.iter().map(|l| (l.topic, l.count)).collect();
    assert_eq!(announced, [(Topic::RiskGone, 1)]);
    world.wait(TimeDelta::minutes(11)).await;
    let letter = world.mails_to(ADA).pop().unwrap();
    let subject = "Il tuo posto provvisorio nel corso non scade più";
    assert_eq!((letter.kind(), letter.subject.as_str()), ("provisional-place", subject));
    assert!(letter.text.contains("La scadenza di cui ti avevamo scritto non vale più"), "{}", letter.text);
    assert_eq!(of(world, ADA, "corso").await.hold_until, None);
});

on_both!(a_reminder_calls_a_workshop_as_it_is_called_when_the_reminder_leaves, |world| {
    world.programme(|_| {}).await;
    to(world, "workshop-5", "2014-10-15").await;
    world.sign_up("Ada", ADA, &["quinto-workshop"]).await;
    let offering = world.offering("workshop-5").await;
    let row = percorso::store::offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    let texts = Texts {
        title: Some("Ascoltare nel gruppo".into()),
        gloss_en: row.gloss_en,
        text_it: row.text_it,
        text_en: row.text_en,
        fee: row.fee,
    };
    let edit = Edit::Offering {
        offering,
        texts,
        capacity: row.capacity,
        offers: percorso::domain::waiting_list::Offers::Automatic,
    };
    change(world, vec![edit]).await;
    world.go_to("2014-10-13T07:30:00Z").await;
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "reminder");
    assert!(letter.subject.starts_with("Dopodomani: Ascoltare nel gruppo"), "{}", letter.subject);
});
