//! The reminder two days before a session: created, changed, taken back or left alone at each change.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

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
    /// The date it reminds of.
    pub date: Option<NaiveDate>,
    /// Whether what it says is still so.
    pub still_true: bool,
}

/// What other letters tell somebody of when and where a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// When they were told last: by the place they got, or by a letter since.
    pub since: DateTime<Utc>,
    /// When the letter of a change that waits will tell them; none = they know how it stands.
    pub change_due: Option<DateTime<Utc>>,
    /// Whether a change that nobody was told of is taken back just now.
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

/// Decides for one person and one session. One that was sent is not sent again for the same date.
pub fn decide(
    expected: Option<&Timing>,
    planned: Option<&Planned>,
    word: Word,
    sent_for: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> Action {
    let timing = expected.filter(|timing| sent_for != Some(timing.date));
    match (timing.and_then(|timing| leaves(timing, planned, word, now)), planned) {
        (None, None) => Action::Nothing,
        (None, Some(_)) => Action::Cancel,
        (Some(at), None) => Action::Create(at),
        (Some(at), Some(planned)) if planned.due == at && planned.still_true => Action::Nothing,
        (Some(at), Some(_)) => Action::Update(at),
    }
}

/// When it leaves; none where another letter tells in its place. Whoever gets the place after its hour has just been told
/// by that letter. A change that waits over its hour is told soon after it by a letter that says the same; the reminder
/// would say it before, and of a change that is taken back nobody would correct it.
fn leaves(
    timing: &Timing,
    planned: Option<&Planned>,
    word: Word,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let at = due(timing)?;
    if at > word.change_due.map_or(now, |told| told.max(now)) {
        return Some(at);
    }
    if word.change_due.is_some() {
        return None;
    }
    // One whose hour has come and that is about to leave stays, whatever it is called from now on.
    let about_to = planned.filter(|planned| planned.date == Some(timing.date)).map(|planned| planned.due);
    // One whose hour went by while a change waited that is taken back leaves now: no other letter tells of the session.
    // Whoever was told of it since that hour had none to lose.
    let owed = word.undone && word.since < at;
    about_to.or(owed.then_some(now))
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

    /// They got their place before every reminder of these tests, and know how the session stands.
    fn knows() -> Word {
        Word { since: at("2014-09-01T07:00:00Z"), change_due: None, undone: false }
    }

    fn planned() -> Planned {
        Planned { due: at("2014-09-30T07:00:00Z"), date: "2014-10-02".parse().ok(), still_true: true }
    }

    #[test]
    fn a_reminder_leaves_two_days_before_at_nine_by_the_clock_on_the_wall() {
        assert_eq!(due(&on("2014-10-22")), Some(at("2014-10-20T07:00:00Z")));
        assert_eq!(due(&on("2014-10-29")), Some(at("2014-10-27T08:00:00Z")));
    }

    #[test]
    fn whoever_is_expected_gets_one() {
        assert_eq!(
            decide(Some(&on("2014-10-02")), None, knows(), None, at(NOW)),
            Action::Create(at("2014-09-30T07:00:00Z"))
        );
        assert_eq!(decide(None, None, knows(), None, at(NOW)), Action::Nothing);
    }

    #[test]
    fn it_follows_a_moved_date_and_vanishes_with_a_cancelled_one() {
        let moved = decide(Some(&on("2014-10-07")), Some(&planned()), knows(), None, at(NOW));
        assert_eq!(moved, Action::Update(at("2014-10-05T07:00:00Z")));
        assert_eq!(decide(None, Some(&planned()), knows(), None, at(NOW)), Action::Cancel);
        let same = decide(Some(&on("2014-10-02")), Some(&planned()), knows(), None, at(NOW));
        assert_eq!(same, Action::Nothing);
        let stale = Planned { still_true: false, ..planned() };
        let other_room = decide(Some(&on("2014-10-02")), Some(&stale), knows(), None, at(NOW));
        assert_eq!(other_room, Action::Update(at("2014-09-30T07:00:00Z")));
    }

    #[test]
    fn a_date_moved_so_near_that_its_time_has_passed_has_none() {
        let decided =
            |planned: Option<&Planned>| decide(Some(&on("2014-09-16")), planned, knows(), None, at(NOW));
        assert_eq!(decided(Some(&planned())), Action::Cancel);
        assert_eq!(decided(None), Action::Nothing);
    }

    #[test]
    fn a_change_that_is_told_at_its_hour_or_later_is_told_in_its_place() {
        let waits = |until: &str| Word { change_due: Some(at(until)), ..knows() };
        let decided = |word| decide(Some(&on("2014-10-02")), Some(&planned()), word, None, at(NOW));
        assert_eq!(decided(waits("2014-09-30T06:59:59Z")), Action::Nothing);
        assert_eq!(decided(waits("2014-09-30T07:00:00Z")), Action::Cancel);
        assert_eq!(decided(waits("2014-09-30T07:05:00Z")), Action::Cancel);
        assert_eq!(decided(waits("2014-09-14T07:00:00Z")), Action::Nothing, "nothing has sent it yet");
    }

    #[test]
    fn a_change_taken_back_after_its_hour_lets_it_leave_now_to_whoever_would_have_had_it() {
        let now = at("2014-09-30T07:03:00Z");
        let undone = Word { undone: true, ..knows() };
        let decided =
            |planned: Option<&Planned>, word: Word| decide(Some(&on("2014-10-02")), planned, word, None, now);
        assert_eq!(decided(None, undone), Action::Create(now));
        let elsewhere =
            Planned { due: at("2014-10-07T07:00:00Z"), date: "2014-10-09".parse().ok(), ..planned() };
        assert_eq!(decided(Some(&elsewhere), undone), Action::Update(now));
        assert_eq!(decided(None, knows()), Action::Nothing);
        let came_later = Word { since: at("2014-09-30T07:01:00Z"), ..undone };
        assert_eq!(decided(None, came_later), Action::Nothing);
        assert_eq!(decided(Some(&elsewhere), came_later), Action::Cancel);
    }

    #[test]
    fn one_whose_hour_has_come_and_that_is_about_to_leave_stays() {
        let now = at("2014-09-30T07:00:01Z");
        let decided = |planned: &Planned| decide(Some(&on("2014-10-02")), Some(planned), knows(), None, now);
        assert_eq!(decided(&planned()), Action::Nothing);
        let renamed = Planned { still_true: false, ..planned() };
        assert_eq!(decided(&renamed), Action::Update(planned().due));
    }

    #[test]
    fn one_that_was_sent_comes_again_only_for_another_date() {
        let sent = "2014-10-02".parse().ok();
        assert_eq!(decide(Some(&on("2014-10-02")), None, knows(), sent, at(NOW)), Action::Nothing);
        assert_eq!(
            decide(Some(&on("2014-10-07")), None, knows(), sent, at(NOW)),
            Action::Create(at("2014-10-05T07:00:00Z"))
        );
        let undone = Word { undone: true, ..knows() };
        let back = decide(Some(&on("2014-10-02")), None, undone, sent, at("2014-09-30T07:03:00Z"));
        assert_eq!(back, Action::Nothing);
    }
}
