//! Whether a draft can be shown to everybody, and what whoever shows it should look at before.

use chrono::NaiveDate;

use super::change::{EditFault, OUT_OF_REACH, check_reach};
use super::days_short::{DaysShort, days_short};
use super::holiday::{Holiday, holiday};
use super::offering::Kind;
use super::session::Timing;

/// What is looked at.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Whether it is a draft.
    pub draft: bool,
    /// A workshop, or the course.
    pub kind: Kind,
    /// Whether it counts toward the rule.
    pub counts: bool,
    /// How many workshops the rule asks for.
    pub required: u32,
    /// Whether workshops of earlier editions count toward it.
    pub carry_over: bool,
    /// How many workshops of the edition count toward it, once the drafts are shown.
    pub workshops: u32,
    /// Its sessions that are not called off; none = without a date.
    pub sessions: Vec<Option<Timing>>,
    /// The course's first day.
    pub first_day: Option<NaiveDate>,
    /// The last day to enrol in the course.
    pub closes: Option<NaiveDate>,
    /// How many days of the course the certificate asks for.
    pub certificate_days: Option<u32>,
    /// The dated sessions of the other workshops that count toward the rule, by id.
    pub counting: Vec<(i64, Timing)>,
    /// Whether another offering of the edition has the same address.
    pub slug_taken: bool,
    /// The dated sessions of the other offerings, by id; and those of other public editions on the same dates, for whoever
    /// looks at [`notices`].
    pub others: Vec<(i64, Timing)>,
    /// The local date.
    pub today: NaiveDate,
}

/// The course's first day, where a workshop that counts toward its rule is not held before it.
fn not_before(facts: &Facts) -> Option<NaiveDate> {
    let first = facts.first_day.filter(|_| facts.kind == Kind::Workshop && facts.counts)?;
    facts.sessions.iter().flatten().any(|timing| timing.date >= first).then_some(first)
}

/// The workshops that count and would not lie before the course any more, where it is to begin sooner than it does.
fn overtaken(facts: &Facts) -> Vec<Notice> {
    let course = facts.kind == Kind::Course;
    let begins = facts.sessions.iter().flatten().map(|timing| timing.date).min().filter(|_| course);
    let Some(begins) = begins else { return Vec::new() };
    let before = |date: NaiveDate| facts.first_day.is_none_or(|stands| date < stands);
    let hit = facts.counting.iter().filter(|(_, timing)| timing.date >= begins && before(timing.date));
    hit.map(|(session, timing)| Notice::Overtaken(timing.date, *session)).collect()
}

/// The sessions of other offerings at the same time as one of its own.
fn clashes<'a>(facts: &'a Facts, timing: &'a Timing) -> impl Iterator<Item = Notice> + 'a {
    let same_time = facts.others.iter().filter(move |(_, other)| timing.overlaps(other));
    same_time.map(move |(session, _)| Notice::Clash(timing.date, *session))
}

/// What keeps it from being shown; each at its field, or empty for it as a whole.
pub fn faults(facts: &Facts) -> Vec<EditFault> {
    let workshop = facts.kind == Kind::Workshop;
    let too_late = not_before(facts).is_some();
    let few = check_reach(facts.required, facts.carry_over, None, facts.workshops).is_some();
    [
        ("", "no-draft", !facts.draft),
        ("", "no-session", facts.sessions.is_empty()),
        ("slug", "taken", facts.slug_taken),
        ("date", "not-before-course", too_late),
        ("", "course-without-rule", !workshop && facts.required == 0),
        ("", OUT_OF_REACH, !workshop && few),
    ]
    .into_iter()
    .filter(|(_, _, found)| *found)
    .map(|(field, code, _)| EditFault { field, code })
    .collect()
}

/// Something to look at before it is shown; it keeps nobody from showing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It has no date: people can ask to be told of it.
    Undated,
    /// A day that has gone by.
    Past(NaiveDate),
    /// A holiday.
    Holiday(NaiveDate, Holiday),
    /// Another session at the same time.
    Clash(NaiveDate, i64),
    /// It counts toward the rule, and the course begins on this day or before: like this it does not help anybody.
    NotBefore(NaiveDate),
    /// A workshop that counts, on this day, would not lie before the course any more.
    Overtaken(NaiveDate, i64),
    /// The last day to enrol in the course was this one: nobody could.
    Closed(NaiveDate),
    /// The certificate asks for more days than the course has: nobody could reach it.
    DaysShort(DaysShort),
    /// The days of the course are not numbered in the order of their dates: pages and letters name each by its number.
    Unordered,
}

/// What to look at, in the order of the sessions.
pub fn notices(facts: &Facts) -> Vec<Notice> {
    let mut found = Vec::new();
    if facts.sessions.iter().all(Option::is_none) {
        found.push(Notice::Undated);
    }
    let over = facts.closes.filter(|closes| facts.kind == Kind::Course && *closes < facts.today);
    found.extend(over.map(Notice::Closed));
    let held = u32::try_from(facts.sessions.len()).unwrap_or(u32::MAX);
    let asked = facts.certificate_days.filter(|_| facts.kind == Kind::Course);
    found.extend(days_short(asked, held).map(Notice::DaysShort));
    let in_order = facts.sessions.iter().flatten().map(|timing| timing.date).is_sorted();
    if facts.kind == Kind::Course && !in_order {
        found.push(Notice::Unordered);
    }
    for timing in facts.sessions.iter().flatten() {
        if timing.date < facts.today {
            found.push(Notice::Past(timing.date));
        }
        found.extend(holiday(timing.date).map(|holiday| Notice::Holiday(timing.date, holiday)));
        found.extend(clashes(facts, timing));
    }
    found
}

/// What to look at where somebody sets a date; that it is a holiday or over is said at every date, whatever it is of.
pub fn date_notices(facts: &Facts) -> Vec<Notice> {
    let late = not_before(facts).map(Notice::NotBefore);
    let clashing = facts.sessions.iter().flatten().flat_map(|at| clashes(facts, at));
    late.into_iter().chain(overtaken(facts)).chain(clashing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(date: &str) -> Timing {
        Timing { date: date.parse().unwrap(), hours: None, zone: chrono_tz::Europe::Rome }
    }

    fn facts() -> Facts {
        Facts {
            draft: true,
            kind: Kind::Workshop,
            counts: true,
            required: 2,
            carry_over: false,
            workshops: 5,
            sessions: vec![Some(on("2014-10-02"))],
            first_day: "2014-10-22".parse().ok(),
            closes: None,
            certificate_days: Some(6),
            counting: vec![(8, on("2014-10-10"))],
            slug_taken: false,
            others: vec![(7, on("2014-10-03"))],
            today: "2014-09-15".parse().unwrap(),
        }
    }

    fn codes(facts: &Facts) -> Vec<&'static str> {
        faults(facts).into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn a_draft_that_has_all_it_needs_is_shown() {
        assert_eq!(faults(&facts()), []);
        assert_eq!(notices(&facts()), []);
        assert_eq!(codes(&Facts { draft: false, slug_taken: true, ..facts() }), ["no-draft", "taken"]);
        assert_eq!(codes(&Facts { sessions: Vec::new(), ..facts() }), ["no-session"]);
    }

    #[test]
    fn a_workshop_that_counts_lies_before_the_first_day_and_one_that_does_not_may_lie_after_it() {
        let late = Facts { sessions: vec![Some(on("2014-10-22"))], ..facts() };
        assert_eq!(codes(&late), ["not-before-course"]);
        assert_eq!(codes(&Facts { counts: false, ..late.clone() }), [""; 0]);
        assert_eq!(codes(&Facts { first_day: None, ..late }), [""; 0]);
    }

    #[test]
    fn at_the_date_itself_a_clash_and_a_day_that_does_not_count_are_said() {
        let at = |date: &str| Facts { sessions: vec![Some(on(date))], ..facts() };
        let (clash, first) = ("2014-10-03".parse().unwrap(), "2014-10-22".parse().unwrap());
        assert_eq!(date_notices(&at("2014-10-02")), []);
        assert_eq!(date_notices(&at("2014-10-03")), [Notice::Clash(clash, 7)]);
        assert_eq!(date_notices(&at("2014-10-22")), [Notice::NotBefore(first)]);
        assert_eq!(date_notices(&Facts { counts: false, ..at("2014-10-22") }), []);
        assert_eq!(date_notices(&Facts { kind: Kind::Course, ..at("2014-10-22") }), []);
        assert_eq!(date_notices(&at("2014-11-01")), [Notice::NotBefore(first)], "the holiday stands apart");
        assert_eq!(date_notices(&Facts { sessions: vec![None], ..facts() }), []);
    }

    #[test]
    fn a_course_that_begins_sooner_names_the_workshops_it_overtakes() {
        let course = |date: &str| Facts {
            kind: Kind::Course,
            sessions: vec![Some(on(date))],
            others: Vec::new(),
            ..facts()
        };
        let hit = Notice::Overtaken("2014-10-10".parse().unwrap(), 8);
        assert_eq!(date_notices(&course("2014-10-10")), [hit]);
        assert_eq!(date_notices(&course("2014-10-11")), []);
        assert_eq!(date_notices(&Facts { first_day: None, ..course("2014-10-09") }), [hit]);
        let stood = Facts { first_day: "2014-10-08".parse().ok(), ..course("2014-10-07") };
        assert_eq!(date_notices(&stood), [], "it lay behind the course before");
        assert_eq!(date_notices(&Facts { kind: Kind::Workshop, ..course("2014-10-09") }), []);
    }

    #[test]
    fn a_course_whose_last_day_to_enrol_is_over_says_so_before_it_is_shown() {
        let closes: Option<NaiveDate> = "2014-09-14".parse().ok();
        let course = Facts { kind: Kind::Course, closes, certificate_days: None, ..facts() };
        assert_eq!(notices(&course), [Notice::Closed(closes.unwrap())]);
        assert_eq!(notices(&Facts { closes: Some(course.today), ..course.clone() }), []);
        assert_eq!(notices(&Facts { kind: Kind::Workshop, ..course }), []);
    }

    #[test]
    fn a_course_with_fewer_days_than_its_certificate_asks_for_says_so_before_it_is_shown() {
        let course = |days| Facts {
            kind: Kind::Course,
            certificate_days: Some(days),
            sessions: vec![Some(on("2014-10-22")), Some(on("2014-10-29"))],
            ..facts()
        };
        let short = DaysShort { needed: 3, held: 2 };
        assert_eq!(notices(&course(3)), [Notice::DaysShort(short)]);
        assert_eq!(notices(&course(2)), []);
        assert_eq!(notices(&Facts { kind: Kind::Workshop, ..course(3) }), []);
    }

    #[test]
    fn a_course_whose_days_are_not_numbered_by_their_dates_says_so_before_it_is_shown() {
        let days = |dates: [Option<&str>; 3]| Facts {
            kind: Kind::Course,
            sessions: dates.into_iter().map(|date| date.map(on)).collect(),
            certificate_days: None,
            others: Vec::new(),
            ..facts()
        };
        let (first, last) = (Some("2014-10-22"), Some("2014-10-29"));
        assert_eq!(notices(&days([first, last, Some("2014-10-24")])), [Notice::Unordered]);
        assert_eq!(notices(&days([last, None, first])), [Notice::Unordered]);
        assert_eq!(notices(&days([first, None, last])), []);
        assert_eq!(notices(&days([first, first, last])), [], "two on one date are in order");
    }

    #[test]
    fn a_course_asks_for_a_rule() {
        assert_eq!(codes(&Facts { kind: Kind::Course, counts: false, ..facts() }), [""; 0]);
        assert_eq!(codes(&Facts { kind: Kind::Course, required: 0, ..facts() }), ["course-without-rule"]);
    }

    #[test]
    fn a_course_is_shown_once_enough_workshops_count_or_none_at_all() {
        let course = |workshops| Facts { kind: Kind::Course, counts: false, workshops, ..facts() };
        assert_eq!(codes(&course(1)), ["out-of-reach"]);
        assert_eq!(codes(&course(2)), [""; 0]);
        assert_eq!(codes(&course(0)), [""; 0], "whoever comes has attended theirs in earlier editions");
        assert_eq!(codes(&Facts { workshops: 1, ..facts() }), [""; 0], "a workshop waits for no other");
    }

    #[test]
    fn what_is_odd_about_a_date_is_said_and_refuses_nothing() {
        let odd = Facts { sessions: vec![Some(on("2014-10-03")), None, Some(on("2014-09-01"))], ..facts() };
        let (clash, past) = ("2014-10-03".parse().unwrap(), "2014-09-01".parse().unwrap());
        assert_eq!(notices(&odd), [Notice::Clash(clash, 7), Notice::Past(past)]);
        assert_eq!(notices(&Facts { sessions: vec![None], ..facts() }), [Notice::Undated]);
        let dead = Facts { sessions: vec![Some(on("2014-11-01"))], first_day: None, ..facts() };
        let saints = Notice::Holiday("2014-11-01".parse().unwrap(), Holiday::AllSaints);
        assert_eq!((notices(&dead), codes(&dead)), (vec![saints], Vec::new()));
    }
}
