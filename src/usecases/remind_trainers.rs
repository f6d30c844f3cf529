//! M15: whoever leads a session is told the evening before, once it has stood still for the quiet time; and told again,
//! until it is over, where what they were told does not hold any more or they do not lead it any more. Each letter has a
//! natural key: the first one of a date, the second one, and so on.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::remind_staff::write;
use super::send_letters::without_secrets;
use super::{Desk, Outcome};
use crate::domain::invite::{self, Appointment};
use crate::domain::letter::{Letter, Payload};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::staff_reminder::{Said, Tell, is_in_time, next_evening, tell, waits_until};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{enrolments, sessions};

/// A date whose trainers are written to.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    /// Whether it is tomorrow; else it is today, and they hear what they do not know yet.
    pub(super) tomorrow: bool,
}

/// A session that is held on such a date, or was.
#[derive(Clone, Copy)]
struct Led<'p> {
    offered: &'p Offered,
    session: &'p Session,
    day: Day,
}

impl Led<'_> {
    fn is_called_off(&self) -> bool {
        self.session.is_cancelled() || self.offered.row.status() != OfferingStatus::Published
    }

    fn is_held(&self) -> bool {
        self.session.date == Some(self.day.date) && !self.is_called_off()
    }

    /// Where it is not held then, only what was changed since the reminders of the date left can be otherwise than they say.
    fn is_of_interest(&self) -> bool {
        let evening = next_evening(self.day.date, self.offered.zone);
        let since = evening.zip(self.session.changed_at).is_some_and(|(evening, changed)| changed >= evening);
        since || self.is_held()
    }

    /// How long a change of it waits for another one: as for participants, by when and where people may set out for it.
    fn quiet(&self, longest: TimeDelta, said: Option<&Said>) -> TimeDelta {
        let known = said.map_or_else(Appointment::default, |said| said.session.appointment());
        let at = self.session.changed_at.unwrap_or_default();
        invite::quiet(longest, at, self.offered.zone, &[&known, &self.session.appointment()])
    }
}

/// Writes what is due for one date; gives back how many letters.
pub(super) async fn remind_trainers(
    desk: &Desk,
    programme: &Programme,
    day: Day,
    now: DateTime<Utc>,
) -> Outcome<usize> {
    let mut written = 0;
    for offered in programme.offerings.iter().filter(|offered| programme.is_shown(offered)) {
        for session in &offered.sessions {
            let led = Led { offered, session, day };
            if !led.is_of_interest() {
                continue;
            }
            let leading = sessions::trainers(desk.store.reader(), session.id).await?;
            // Whoever was told of it and does not lead it any more has to know that too.
            let mut everybody = told(desk, led).await?;
            everybody.extend(&leading);
            everybody.sort_unstable();
            everybody.dedup();
            for person in everybody {
                let trainer = Trainer { person, leads: leading.contains(&person) };
                written += usize::from(remind(desk, programme, led, trainer, now).await?);
            }
        }
    }
    Ok(written)
}

/// How the keys of these letters begin.
const KEY: &str = "tomorrow-";

/// Whoever was written to about the session and the date.
async fn told(desk: &Desk, led: Led<'_>) -> Outcome<Vec<i64>> {
    let within = format!("-{}-{}", led.session.id, led.day.date);
    Ok(outbox::people_of_keys(desk.store.reader(), KEY, &within).await?)
}

/// Somebody who leads the session, or did when they were told of it.
#[derive(Clone, Copy)]
struct Trainer {
    person: i64,
    leads: bool,
}

async fn remind(
    desk: &Desk,
    programme: &Programme,
    led: Led<'_>,
    trainer: Trainer,
    now: DateTime<Utc>,
) -> Outcome<bool> {
    let (session, zone) = (led.session, programme.zone());
    let base = format!("{KEY}{}-{}-{}", trainer.person, session.id, led.day.date);
    let is = (trainer.leads && led.is_held()).then(|| session.appointment());
    let (said, key) = last_said(desk, &base, is.as_ref(), now).await?;
    let quiet = led.quiet(desk.policy.quiet_time, said.as_ref());
    if waits_until(session.changed_at, quiet, now, zone).is_some() {
        return Ok(false);
    }
    let in_time = |at: &Appointment, told: bool| is_in_time(at, told, now, zone);
    let letter = match (tell(said.as_ref(), is.as_ref()), said, is) {
        (Tell::Held, said, Some(is)) if in_time(&is, said.is_some()) => held(desk, led).await?,
        (Tell::NotHeld, Some(said), _) if in_time(&said.session.appointment(), true) => {
            let moved = trainer.leads && !led.is_called_off();
            Letter::NotTomorrow {
                session: said.session,
                course: led.offered.row.kind() == Kind::Course,
                session_id: session.id,
                moved: moved.then(|| led.offered.session_facts(session)),
                taken_off: !trainer.leads && !led.is_called_off(),
            }
        }
        _ => return Ok(false),
    };
    let tx = desk.store.begin().await?;
    let written = write(desk, &tx, programme, trainer.person, letter, &key, now).await?;
    tx.commit().await?;
    Ok(written)
}

async fn held(desk: &Desk, led: Led<'_>) -> Outcome<Letter> {
    let expected = enrolments::in_offerings(desk.store.reader(), &[led.offered.row.id])
        .await?
        .iter()
        .filter(|enrolment| matches!(enrolment.state.as_str(), "confirmed" | "provisional"))
        .count();
    Ok(Letter::TomorrowInTheRoom {
        session: led.offered.session_facts(led.session),
        course: led.offered.row.kind() == Kind::Course,
        session_id: led.session.id,
        expected: u32::try_from(expected).unwrap_or(u32::MAX),
        today: !led.day.tomorrow,
    })
}

/// What a trainer was told last of a session and a date, and the key of the next letter. One that has not left and is not
/// true any more never leaves.
async fn last_said(
    desk: &Desk,
    base: &str,
    is: Option<&Appointment>,
    now: DateTime<Utc>,
) -> Outcome<(Option<Said>, String)> {
    let (mut last, mut key, mut number) = (None, base.to_owned(), 1);
    while let Some(row) = outbox::by_key(desk.store.reader(), &key).await? {
        number += 1;
        key = format!("{base}-{number}");
        let Some(said) = said_by(&row).filter(|_| row.state != "withdrawn") else { continue };
        let untouched = row.state == "waiting" && row.begun_at.is_none();
        if untouched && tell(Some(&said), is) != Tell::Nothing && withdraw(desk, &row, now).await? {
            continue;
        }
        last = Some(said);
    }
    Ok((last, key))
}

fn said_by(row: &OutboxLetter) -> Option<Said> {
    match serde_json::from_str::<Payload>(&row.payload).ok()?.letter {
        Letter::TomorrowInTheRoom { session, .. } => Some(Said { session, held: true }),
        Letter::NotTomorrow { session, .. } => Some(Said { session, held: false }),
        _ => None,
    }
}

async fn withdraw(desk: &Desk, row: &OutboxLetter, now: DateTime<Utc>) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    let done = outbox::withdraw_untouched(&tx, row.id, without_secrets(row), now).await?;
    tx.commit().await?;
    Ok(done)
}
