//! The reminder two days before a session: created, changed, taken back or left alone at each change.

use chrono::{DateTime, Days, NaiveTime, Utc};

use super::session::{Timing, instant};

/// How many days before the session.
pub const DAYS_BEFORE: u64 = 2;
/// Local time at which it leaves.
const AT: (u32, u32) = (9, 0);

/// A reminder that still waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When it leaves.
    pub due: DateTime<Utc>,
    /// Whether what it says is still so.
    pub still_true: bool,
    /// Whether the session is again as its person knows it: nobody was told of the change that put the reminder off.
    pub undone: bool,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Plan one for this instant.
    Create(DateTime<Utc>),
    /// The planned one says something else, or leaves at another time.
    Update(DateTime<Utc>),
    /// The planned one is withdrawn.
    Cancel,
    /// Nothing.
    Nothing,
}

/// The instant at which the reminder of a session leaves: 9:00 local time, two days before.
pub fn due(timing: &Timing) -> Option<DateTime<Utc>> {
    let day = timing.date.checked_sub_days(Days::new(DAYS_BEFORE))?;
    Some(instant(day, NaiveTime::from_hms_opt(AT.0, AT.1, 0)?, timing.zone))
}

/// Decides for one person and one session. Whoever gets the place later than the reminder would have left has
/// just been told by another letter; one that was sent is not sent again for the same date. One whose time went by while a
/// change waited that is taken back leaves now: no other letter tells of the session.
pub fn decide(
    expected: Option<&Timing>,
    planned: Option<&Planned>,
    sent_for: Option<chrono::NaiveDate>,
    now: DateTime<Utc>,
) -> Action {
    let undone = planned.is_some_and(|planned| planned.undone);
    let wanted = expected.filter(|timing| sent_for != Some(timing.date)).and_then(due);
    let wanted = wanted.filter(|at| *at > now || undone);
    match (wanted, planned) {
        (None, None) => Action::Nothing,
        (None, Some(_)) => Action::Cancel,
        (Some(at), None) => Action::Create(at),
        (Some(at), Some(planned)) if planned.due == at && planned.still_true => Action::Nothing,
        (Some(at), Some(_)) => Action::Update(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Rome;

    fn on(date: &str) -> Timing {
        Timing { date: date.parse().unwrap(), hours: None, zone: Rome }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    const NOW: &str = "2014-09-15T07:00:00Z";

    #[test]
    fn a_reminder_leaves_two_days_before_at_nine_by_the_clock_on_the_wall() {
        assert_eq!(due(&on("2014-10-22")), Some(at("2014-10-20T07:00:00Z")));
        assert_eq!(due(&on("2014-10-29")), Some(at("2014-10-27T08:00:00Z")));
    }

    #[test]
    fn whoever_is_expected_gets_one() {
        assert_eq!(
            decide(Some(&on("2014-10-02")), None, None, at(NOW)),
            Action::Create(at("2014-09-30T07:00:00Z"))
        );
        assert_eq!(decide(None, None, None, at(NOW)), Action::Nothing);
    }

    #[test]
    fn it_follows_a_moved_date_and_vanishes_with_a_cancelled_one() {
        let planned = Planned { due: at("2014-09-30T07:00:00Z"), still_true: true, undone: false };
        let moved = decide(Some(&on("2014-10-07")), Some(&planned), None, at(NOW));
        assert_eq!(moved, Action::Update(at("2014-10-05T07:00:00Z")));
        assert_eq!(decide(None, Some(&planned), None, at(NOW)), Action::Cancel);
        assert_eq!(decide(Some(&on("2014-10-02")), Some(&planned), None, at(NOW)), Action::Nothing);
        let stale = Planned { still_true: false, ..planned };
        let other_room = decide(Some(&on("2014-10-02")), Some(&stale), None, at(NOW));
        assert_eq!(other_room, Action::Update(at("2014-09-30T07:00:00Z")));
    }

    #[test]
    fn a_date_moved_so_near_that_its_time_has_passed_has_none() {
        let planned = Planned { due: at("2014-09-30T07:00:00Z"), still_true: true, undone: false };
        assert_eq!(decide(Some(&on("2014-09-16")), Some(&planned), None, at(NOW)), Action::Cancel);
        assert_eq!(decide(Some(&on("2014-09-16")), None, None, at(NOW)), Action::Nothing);
        let undone = Planned { undone: true, ..planned };
        let back = decide(Some(&on("2014-09-16")), Some(&undone), None, at(NOW));
        assert_eq!(back, Action::Update(at("2014-09-14T07:00:00Z")), "nothing else tells of it");
    }

    #[test]
    fn one_that_was_sent_comes_again_only_for_another_date() {
        let sent = "2014-10-02".parse().ok();
        assert_eq!(decide(Some(&on("2014-10-02")), None, sent, at(NOW)), Action::Nothing);
        assert_eq!(
            decide(Some(&on("2014-10-07")), None, sent, at(NOW)),
            Action::Create(at("2014-10-05T07:00:00Z"))
        );
    }
}
