//! Law 1 under pressure while places are freed, added and swapped: on either database, exactly the places there are, and
//! nobody is passed over.

use percorso::store::{enrolments, offerings};
use percorso::usecases::answer_offer::{Answer, by_person};
use percorso::usecases::{cancel_enrolment, enrol, offer_places, swap_workshop};
use rocket::futures::future::{join, join_all};

use crate::harness::World;
use crate::harness::changing::set_capacity;
use crate::on_both;
use crate::stampede::make_people;

/// The people in each state of an offering, in the order in which they came.
async fn in_state(world: &World, offering: i64, state: &str) -> Vec<i64> {
    let all = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    all.into_iter().filter(|e| e.state == state).map(|e| e.person_id).collect()
}

async fn taken(world: &World, offering: i64) -> i64 {
    offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap().taken
}

on_both!(twenty_swap_at_once_for_the_last_five_places_and_nobody_is_left_without_one, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(5)).await;
    let (from, to) = (world.offering("workshop-1").await, world.offering("workshop-2").await);
    let people = make_people(world, 20).await;
    for person in &people {
        enrol::enrol(&world.desk, *person, from).await.unwrap();
    }
    let all = enrolments::in_offerings(world.desk.store.reader(), &[from]).await.unwrap();
    let swapped =
        join_all(all.iter().map(|e| swap_workshop::swap_workshop(&world.desk, e.person_id, e.id, to))).await;
    assert_eq!(swapped.iter().filter(|done| done.is_ok()).count(), 5);
    let (stayed, went) = (in_state(world, from, "confirmed").await, in_state(world, to, "confirmed").await);
    assert_eq!((stayed.len(), went.len(), taken(world, to).await), (15, 5, 5));
    assert!(went.iter().all(|person| !stayed.contains(person)), "nobody has both");
    assert_eq!(
        in_state(world, to, "waitlisted").await,
        Vec::<i64>::new(),
        "who was too late keeps what they had"
    );
});

on_both!(places_added_while_a_crowd_comes_go_to_the_line_first, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(5)).await;
    let offering = world.offering("workshop-1").await;
    let people = make_people(world, 40).await;
    for person in &people[..10] {
        enrol::enrol(&world.desk, *person, offering).await.unwrap();
    }
    let line = in_state(world, offering, "waitlisted").await;
    assert_eq!(line, people[5..10]);
    let crowd = join_all(people[10..].iter().map(|person| enrol::enrol(&world.desk, *person, offering)));
    let (_, came) = join(set_capacity(world, offering, Some(10)), crowd).await;
    assert!(came.iter().all(Result::is_ok), "no error");
    let sweeps = join_all((0..4).map(|_| offer_places::offer_places(&world.desk))).await;
    assert_eq!(sweeps.into_iter().map(Result::unwrap).sum::<usize>(), 5);
    assert_eq!(in_state(world, offering, "offered").await, line, "whoever waited before is offered them");
    assert_eq!(taken(world, offering).await, 10);
});

on_both!(offers_accepted_declined_and_places_left_at_once_end_with_the_places_there_are, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(10)).await;
    let offering = world.offering("workshop-1").await;
    let people = make_people(world, 40).await;
    for person in &people {
        enrol::enrol(&world.desk, *person, offering).await.unwrap();
    }
    let all = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    let leave = all[..10].iter().map(|e| cancel_enrolment::by_person(&world.desk, e.id, e.person_id));
    let (left, _) =
        join(join_all(leave), join_all((0..4).map(|_| offer_places::offer_places(&world.desk)))).await;
    assert!(left.iter().all(Result::is_ok));
    world.settle().await;
    assert_eq!(in_state(world, offering, "offered").await, people[10..20]);
    let answers = all[10..20].iter().enumerate().map(|(index, e)| {
        let answer = if index % 2 == 0 { Answer::Accept } else { Answer::Decline };
        by_person(&world.desk, e.id, e.person_id, answer)
    });
    let (answered, _) =
        join(join_all(answers), join_all((0..4).map(|_| offer_places::offer_places(&world.desk)))).await;
    assert!(answered.iter().all(Result::is_ok), "no error");
    world.settle().await;
    assert_eq!(in_state(world, offering, "confirmed").await.len(), 5);
    assert_eq!(
        in_state(world, offering, "offered").await,
        people[20..25],
        "what was declined goes on in order"
    );
    assert_eq!(taken(world, offering).await, 10);
});
