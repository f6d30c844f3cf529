//! Random schedules of enrolments, cancellations, answers, offers that run out and changed capacities, played by the
//! program and by a simple reference at once: after each step every state is the same.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use percorso::store::enrolments;
use percorso::usecases::answer_offer::{self, Answer};
use percorso::usecases::{cancel_enrolment, enrol};

use crate::harness::World;
use crate::on_both;

const PEOPLE: usize = 7;
const STEPS: usize = 45;

/// How somebody stands, for the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Out,
    Confirmed,
    /// The place in the line: the smaller, the earlier.
    Waits {
        order: u64,
        missed: u32,
    },
    Offered {
        order: u64,
        missed: u32,
        until: DateTime<Utc>,
    },
}

/// The reference: one offering, one list of people.
struct Reference {
    people: Vec<Stands>,
    capacity: i64,
    start: DateTime<Utc>,
    now: DateTime<Utc>,
    orders: u64,
}

impl Reference {
    fn taken(&self) -> i64 {
        let holds = |s: &&Stands| matches!(s, Stands::Confirmed | Stands::Offered { .. });
        i64::try_from(self.people.iter().filter(holds).count()).unwrap()
    }

    fn free(&self) -> bool {
        self.taken() < self.capacity
    }

    fn first_waiting(&self) -> Option<(usize, u64, u32)> {
        let waiting = self.people.iter().enumerate().filter_map(|(i, s)| match s {
            Stands::Waits { order, missed } => Some((i, *order, *missed)),
            _ => None,
        });
        waiting.min_by_key(|(_, order, _)| *order)
    }

    fn next_order(&mut self) -> u64 {
        self.orders += 1;
        self.orders
    }

    fn enrols(&mut self, who: usize) {
        let offers_over = self.now > self.start - TimeDelta::hours(15);
        let stands = self.people[who];
        match stands {
            Stands::Out => {}
            Stands::Waits { .. } if offers_over && self.free() => {
                self.people[who] = Stands::Confirmed;
                return;
            }
            _ => return,
        }
        let room = self.free() && (self.first_waiting().is_none() || offers_over);
        self.people[who] =
            if room { Stands::Confirmed } else { Stands::Waits { order: self.next_order(), missed: 0 } };
    }

    fn offers(&mut self) {
        while self.free() {
            let Some((who, order, missed)) = self.first_waiting() else { return };
            let left = self.start - self.now;
            let length = TimeDelta::hours(48).min(left / 2).max(TimeDelta::hours(3));
            let until = (self.now + length).min(self.start - TimeDelta::hours(12));
            if until < self.now + TimeDelta::hours(3) {
                return;
            }
            self.people[who] = Stands::Offered { order, missed, until };
        }
    }

    /// Goes on to an instant: what runs out on the way does so in its order.
    fn passes(&mut self, to: DateTime<Utc>) {
        loop {
            let ends = self.people.iter().filter_map(|s| match s {
                Stands::Offered { until, .. } => Some(*until),
                _ => None,
            });
            let Some(next) = ends.min().filter(|until| *until <= to) else { break };
            self.now = next;
            let mut ended: Vec<(u64, usize, u32)> = Vec::new();
            for (who, stands) in self.people.iter().enumerate() {
                match stands {
                    Stands::Offered { order, missed, until } if *until <= self.now => {
                        ended.push((*order, who, *missed));
                    }
                    _ => {}
                }
            }
            ended.sort_unstable();
            for (_, who, missed) in ended {
                self.people[who] = match missed {
                    1 => Stands::Out,
                    _ => Stands::Waits { order: self.next_order(), missed: missed + 1 },
                };
            }
            self.offers();
        }
        self.now = to;
        self.offers();
    }

    /// States in the words of the database, with the order of the line.
    fn words(&self) -> (Vec<&'static str>, Vec<usize>) {
        let word = |s: &Stands| match s {
            Stands::Out => "out",
            Stands::Confirmed => "confirmed",
            Stands::Waits { .. } => "waitlisted",
            Stands::Offered { .. } => "offered",
        };
        let mut line: Vec<(u64, usize)> = self
            .people
            .iter()
            .enumerate()
            .filter_map(|(i, s)| match s {
                Stands::Waits { order, .. } => Some((*order, i)),
                _ => None,
            })
            .collect();
        line.sort_unstable();
        (self.people.iter().map(word).collect(), line.into_iter().map(|(_, i)| i).collect())
    }
}

/// The same words, from the database.
async fn words(world: &World, offering: i64, people: &[i64]) -> (Vec<String>, Vec<usize>) {
    let all = enrolments::in_offerings(world.desk.store.reader(), &[offering]).await.unwrap();
    let live: BTreeMap<i64, &enrolments::Enrolment> =
        all.iter().filter(|e| e.state != "cancelled").map(|e| (e.person_id, e)).collect();
    let states =
        people.iter().map(|p| live.get(p).map_or_else(|| "out".to_owned(), |e| e.state.clone())).collect();
    let mut line: Vec<(Option<i64>, usize)> = people
        .iter()
        .enumerate()
        .filter_map(|(i, p)| Some((live.get(p)?, i)))
        .filter(|(e, _)| e.state == "waitlisted")
        .map(|(e, i)| (e.position, i))
        .collect();
    line.sort_unstable();
    (states, line.into_iter().map(|(_, i)| i).collect())
}

/// A plain sequence of numbers from a seed: the same schedule at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

async fn play(world: &World, seed: u64) {
    world.programme(|file| file.offerings[1].capacity = Some(2)).await;
    let offering = world.offering("workshop-2").await;
    let people = crate::stampede::make_people(world, PEOPLE).await;
    let now = world.desk.clock.now();
    let start = "2014-10-01T22:00:00Z".parse().unwrap();
    let mut reference = Reference { people: vec![Stands::Out; PEOPLE], capacity: 2, start, now, orders: 0 };
    let mut dice = Dice(seed);
    for step in 0..STEPS {
        let who = usize::try_from(dice.roll(PEOPLE as u64)).unwrap();
        let act = dice.roll(10);
        let enrolment =
            enrolments::live(world.desk.store.reader(), people[who], offering).await.unwrap().map(|e| e.id);
        match (act, enrolment) {
            (0..=3, _) => {
                enrol::enrol(&world.desk, people[who], offering).await.unwrap();
                reference.enrols(who);
            }
            (4, Some(id)) => {
                cancel_enrolment::by_person(&world.desk, id, people[who]).await.unwrap();
                reference.people[who] = Stands::Out;
            }
            (5 | 6, Some(id)) => {
                let answer = if act == 5 { Answer::Accept } else { Answer::Decline };
                let done = answer_offer::by_person(&world.desk, id, people[who], answer).await;
                if let Stands::Offered { .. } = reference.people[who] {
                    done.unwrap();
                    reference.people[who] = if act == 5 { Stands::Confirmed } else { Stands::Out };
                }
            }
            (7, _) => {
                let capacity = i64::try_from(dice.roll(5)).unwrap();
                crate::harness::changing::set_capacity(world, offering, Some(capacity)).await;
                reference.capacity = capacity;
            }
            (8 | 9, _) => {
                let to = world.desk.clock.now() + TimeDelta::hours(i64::try_from(dice.roll(30)).unwrap());
                if to < start - TimeDelta::hours(1) {
                    world.until(to).await;
                    reference.passes(to);
                }
            }
            _ => {}
        }
        world.settle().await;
        reference.passes(world.desk.clock.now());
        let (states, line) = words(world, offering, &people).await;
        let (expected, expected_line) = reference.words();
        assert_eq!(states, expected, "seed {seed}, step {step}");
        assert_eq!(line, expected_line, "seed {seed}, step {step}");
    }
}

macro_rules! schedules {
    ($($name:ident: $seed:literal),* $(,)?) => {
        $(on_both!($name, |world| {
            play(world, $seed).await;
        });)*
    };
}

schedules! {
    a_random_schedule_is_played_as_the_reference_plays_it: 0x5eed_0001,
    a_second_random_schedule: 0x5eed_1234_5678,
    a_third_random_schedule: 0xfeed_beef_0003,
    a_fourth_random_schedule: 0x0123_4567_89ab,
    a_fifth_random_schedule: 0xdead_cafe_0005,
    a_sixth_random_schedule: 0x0f0f_f0f0_1111,
}
