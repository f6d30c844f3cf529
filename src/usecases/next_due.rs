//! When the next thing happens by itself: a letter leaves, a hold or an offer ends, a register takes effect, a line is
//! closed by the begin, staff are reminded. A clock that jumps stops at each of these in turn.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Desk, Outcome};
use crate::clock::shown_from;
use crate::domain::staff_reminder::{next_evening, next_monday, waits_until};
use crate::domain::waiting_list::last_moment;
use crate::store::{editions, enrolments, offerings, outbox, programme, registers, sessions};

/// The earliest instant later than now at which something is due. What was due and is still there (a letter that has to
/// wait for its mail server) holds up nothing.
///
/// # Errors
/// A fault.
pub async fn next_due(desk: &Desk) -> Outcome<Option<DateTime<Utc>>> {
    let reader = desk.store.reader();
    let now = desk.clock.now();
    let mut due: Vec<DateTime<Utc>> = Vec::new();
    due.extend(outbox::due_after(reader, now).await?);
    due.extend(enrolments::next_hold(reader, now).await?);
    due.extend(registers::next_effect(reader, now).await?);
    for offering_id in offerings::with_line(reader).await? {
        let programme = super::programme_of_reader(reader, offering_id).await?;
        let starts_at = programme.offering(offering_id).and_then(programme::Offered::starts_at);
        due.extend(starts_at);
        // From here on a free place is for whoever takes it first, and those who wait are told so.
        due.extend(last_moment(starts_at).map(|at| at + TimeDelta::milliseconds(1)));
    }
    if let Some(edition) = editions::current(reader).await? {
        let zone = edition.zone();
        due.push(next_monday(now, zone));
        due.extend(
            sessions::dates_from(reader, now.date_naive())
                .await?
                .into_iter()
                .filter_map(|date| next_evening(date, zone).filter(|at| *at > now)),
        );
        let quiet = desk.policy.quiet_time;
        let changed = sessions::changed_since(reader, now - quiet - TimeDelta::minutes(1)).await?;
        // Whatever its date is now: one that was moved away was perhaps to be held today.
        due.extend(
            changed.into_iter().filter_map(|session| waits_until(session.changed_at, quiet, now, zone)),
        );
    }
    Ok(due.into_iter().map(shown_from).filter(|at| *at > now).min())
}
