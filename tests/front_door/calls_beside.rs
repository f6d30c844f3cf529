//! What is to be said of the same enrolment takes the place of what it says too, and of nothing else: a day that was moved is
//! told beside the risk of the place, which says nothing of days.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;
use percorso::store::calls;

use crate::harness::changing::{change, moved, on, rule};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

on_both!(a_day_of_the_course_that_moved_is_told_though_the_place_is_at_risk_too, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    for key in ["workshop-2", "corso"] {
        let offering = world.offering(key).await.to_string();
        let path = format!("/gestione/persone/{ugo}/iscrivi");
        assert_eq!(admin.post(&path, &[("offerta", offering.as_str())]).await.status, 303, "{key}");
    }
    for call in calls::open_of(world.desk.store.reader(), ugo).await.unwrap() {
        let done = format!("/gestione/telefonate/{}/fatto", call.task_id);
        assert_eq!(admin.post(&done, &[]).await.status, 303);
    }
    world.wait(TimeDelta::minutes(1)).await;
    change(world, vec![moved(world, "corso", 3, on("2014-11-06")).await]).await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    let three = Rule { required: 3, ..rule(world).await };
    change(world, vec![Edit::Rule { to: three }]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let mut told = to_say(world, ugo).await;
    told.sort();
    assert_eq!(told, ["provisional-at-risk", "session-changed"]);
    let page = world.admin().await.get("/gestione/telefonate").await;
    page.says("giovedì 6 novembre");
    page.says("Il tuo posto provvisorio nel corso è a rischio");
    let two = Rule { required: 2, ..rule(world).await };
    change(world, vec![Edit::Rule { to: two }]).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"], "he knows of the place, and of no risk");
});
