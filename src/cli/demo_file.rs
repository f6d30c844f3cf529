//! What the demo invents: `fixtures/demo.toml` on top of the announced programme, moved by whole weeks.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::Rome;
use serde::Deserialize;

use super::Failure;
use crate::domain::edition_file::{self, Checked, CheckedTrainer};
use crate::domain::person::EmailAddress;
use crate::domain::session::{instant, local_date};

const ANNOUNCED: &str = include_str!("../../fixtures/amalo-2014.toml");
const EARLIER: &str = include_str!("../../fixtures/demo-earlier.toml");
const INVENTED: &str = include_str!("../../fixtures/demo.toml");

/// The file of what is invented.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invented {
    overlay: Overlay,
    /// Who is who.
    pub people: Roles,
    /// The cast.
    pub person: Vec<CastMember>,
    /// What the cast does.
    pub step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    capacity: i64,
    certificate_days: u32,
    lateness_minutes: u32,
    signature: String,
    trainer: Trainer,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trainer {
    email: String,
    given_name: String,
    family_name: String,
}

/// Whose sign-in links are printed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// The admin's address.
    pub admin: String,
    /// The key of a participant.
    pub participant: String,
}

/// Somebody of the cast.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CastMember {
    /// How steps name them.
    pub key: String,
    /// First name.
    pub given_name: String,
    /// Surname.
    pub family_name: String,
    /// Address, which receives nothing.
    pub email: String,
    /// Profile code.
    pub profile: String,
    /// Language code.
    pub language: String,
}

/// Something the cast does.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    at: String,
    /// `sign_up`, `sign_up_only`, `enrol`, `leave`, `tell_me` or `register`.
    #[serde(rename = "do")]
    pub what_is_done: String,
    /// Who, by key.
    #[serde(default)]
    pub who: Vec<String>,
    /// `primavera/…` or `autunno/…`: offering key, for registers with the session's number.
    pub what: Vec<String>,
    /// Register: who is marked absent; everybody else expected is present.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Register: who is late.
    #[serde(default)]
    pub late: Vec<String>,
    /// Register: who left early.
    #[serde(default)]
    pub left_early: Vec<String>,
    /// Register: who is excused.
    #[serde(default)]
    pub excused: Vec<String>,
}

impl Step {
    /// When, moved by so many weeks.
    pub fn at(&self, weeks: i64) -> Result<DateTime<Utc>, Failure> {
        let local = NaiveDateTime::parse_from_str(&self.at, "%Y-%m-%dT%H:%M")
            .map_err(|_| Failure::new(format!("fixtures/demo.toml: «{}» is no time", self.at)))?;
        let moved = local + TimeDelta::weeks(weeks);
        Ok(instant(moved.date(), moved.time(), Rome))
    }
}

/// The demo's material.
pub struct Material {
    /// The announced programme with what is invented on top.
    pub current: Checked,
    /// The earlier, invented edition.
    pub earlier: Checked,
    /// The cast.
    pub invented: Invented,
    /// By how many weeks everything is moved.
    pub weeks: i64,
}

/// Reads and moves it: by whole weeks, so that `today` lies between the first and the second workshop; not at all
/// where the real dates are kept.
pub fn material(keep_dates: bool, now: DateTime<Utc>) -> Result<Material, Failure> {
    let invented: Invented =
        toml::from_str(INVENTED).map_err(|error| Failure::new(format!("fixtures/demo.toml: {error}")))?;
    let mut current = read(ANNOUNCED, "fixtures/amalo-2014.toml")?;
    let mut earlier = read(EARLIER, "fixtures/demo-earlier.toml")?;
    overlay(&mut current, &invented.overlay)?;
    let weeks = if keep_dates { 0 } else { weeks_to(&current, local_date(now, Rome)) };
    for file in [&mut current, &mut earlier] {
        move_dates(file, weeks);
    }
    Ok(Material { current, earlier, invented, weeks })
}

fn read(text: &str, name: &str) -> Result<Checked, Failure> {
    edition_file::read(text).map_err(|faults| {
        Failure::new(format!("{name}: {}", faults.first().map(ToString::to_string).unwrap_or_default()))
    })
}

fn overlay(file: &mut Checked, overlay: &Overlay) -> Result<(), Failure> {
    let email = EmailAddress::parse(&overlay.trainer.email)
        .map_err(|_| Failure::new("fixtures/demo.toml: the trainer's address"))?;
    file.trainers = vec![CheckedTrainer {
        email: email.clone(),
        given_name: overlay.trainer.given_name.clone(),
        family_name: overlay.trainer.family_name.clone(),
    }];
    file.edition.rule.certificate_days = Some(overlay.certificate_days);
    file.edition.rule.lateness_minutes = Some(overlay.lateness_minutes);
    file.edition.signature = Some(overlay.signature.clone());
    for offering in &mut file.offerings {
        offering.capacity = Some(overlay.capacity);
        for session in &mut offering.sessions {
            session.trainers = vec![email.clone()];
        }
    }
    Ok(())
}

/// The whole weeks after which a day lies after the first workshop and before the second. Between the two lie
/// seven days, so there is exactly one such number.
fn weeks_to(file: &Checked, today: NaiveDate) -> i64 {
    let mut dates: Vec<NaiveDate> =
        file.offerings.iter().flat_map(|o| o.sessions.iter().filter_map(|s| s.date)).collect();
    dates.sort_unstable();
    let first = dates.first().copied().unwrap_or(today);
    (today - first).num_days().saturating_sub(1).div_euclid(7)
}

fn move_dates(file: &mut Checked, weeks: i64) {
    let moved = |date: NaiveDate| {
        let days = Days::new(weeks.unsigned_abs() * 7);
        if weeks < 0 { date.checked_sub_days(days) } else { date.checked_add_days(days) }.unwrap_or(date)
    };
    file.edition.rule.enrolment_closes = file.edition.rule.enrolment_closes.map(moved);
    for session in file.offerings.iter_mut().flat_map(|o| o.sessions.iter_mut()) {
        session.date = session.date.map(moved);
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike as _;

    use super::*;

    #[test]
    fn on_every_day_the_demo_lies_between_the_first_and_the_second_workshop() {
        let start: NaiveDate = "2026-11-01".parse().unwrap();
        for offset in 0..800 {
            let today = start + Days::new(offset);
            let now = today.and_hms_opt(11, 0, 0).unwrap().and_utc();
            let material = material(false, now).unwrap();
            let mut dates: Vec<NaiveDate> =
                material.current.offerings.iter().filter_map(|o| o.sessions.first()?.date).collect();
            dates.sort_unstable();
            assert!(dates[0] < today && today < dates[1], "{today}: {dates:?}");
            assert_eq!(dates[0].weekday(), chrono::Weekday::Wed);
        }
    }

    #[test]
    fn kept_dates_are_the_announced_ones() {
        let material = material(true, "2014-09-15T07:00:00Z".parse().unwrap()).unwrap();
        assert_eq!(material.weeks, 0);
        assert_eq!(material.current.offerings[0].sessions[0].date, "2014-09-24".parse().ok());
    }
}
