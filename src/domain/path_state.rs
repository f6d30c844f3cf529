//! Where a person stands on the path, as one state that every page and letter uses (UX.md section 3, S0–S17).

use chrono::NaiveDate;

use super::eligibility::{Eligibility, Facts, Workshop, topics_attended};
use super::enrolment::State;
use super::path_slots::is_booked;
use super::session::Timing;

/// Every state but those of disputes, corrections and projects; S0 is a visitor nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathState {
    /// S0: not signed in.
    Visitor,
    /// S1: nothing attended, nothing booked.
    NothingBooked,
    /// S2: nothing attended, not enough booked.
    SomeBooked,
    /// S3: nothing attended, enough booked: a provisional place can be asked for.
    AllBooked,
    /// S4: something attended, more to choose, places free.
    OneToChoose,
    /// S5: something attended and the rest booked: a provisional place can be asked for.
    NearlyThere,
    /// S5p: a provisional place is held.
    ProvisionalPlace,
    /// S6a: more to choose, all of it full.
    OnlyFull,
    /// S6b: more to choose, none of it dated.
    OnlyUndated,
    /// S7: nothing left before this course.
    NothingLeft,
    /// S8: the rule is reached, the course not asked for.
    CanEnrol,
    /// S9: asked for the course, no answer yet.
    Applied,
    /// S10: a place on the course, not begun.
    PlaceOnCourse,
    /// S11: waits for a place on the course.
    CourseWaiting,
    /// S12: the course is under way and the certificate's days not an issue (no number set).
    OnCourse,
    /// S13: the course is under way; days can still be missed.
    CanMissDays,
    /// S13, reached: the days for the certificate are attended, others are to come.
    EnoughDays,
    /// S13, ready: all days were held, and those for the certificate attended; it can be published.
    CertificateDue,
    /// S14: the days for the certificate can no longer be reached.
    BelowMinimum,
    /// S15: the certificate is out.
    CertificateOut,
    /// S17: the register of a session that has begun, today or on an earlier day, is not in effect yet.
    RegisterPending,
    /// The rule is reached, but the course has begun or closed its enrolments.
    CourseClosed,
    /// Has done the course in another edition, and is not on this one: nothing is missing, nothing is to be asked for.
    CourseDone,
}

impl PathState {
    /// The number in UX.md, in lower case: the key of the sentence in both languages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Visitor => "s0",
            Self::NothingBooked => "s1",
            Self::SomeBooked => "s2",
            Self::AllBooked => "s3",
            Self::OneToChoose => "s4",
            Self::NearlyThere => "s5",
            Self::ProvisionalPlace => "s5p",
            Self::OnlyFull => "s6a",
            Self::OnlyUndated => "s6b",
            Self::NothingLeft => "s7",
            Self::CanEnrol => "s8",
            Self::Applied => "s9",
            Self::PlaceOnCourse => "s10",
            Self::CourseWaiting => "s11",
            Self::OnCourse => "s12",
            Self::CanMissDays => "s13",
            Self::EnoughDays => "s13-enough",
            Self::CertificateDue => "s13-due",
            Self::BelowMinimum => "s14",
            Self::CertificateOut => "s15",
            Self::RegisterPending => "s17",
            Self::CourseClosed => "s8-closed",
            Self::CourseDone => "done",
        }
    }
}

/// How the person stands to the course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourseFacts {
    /// The live enrolment, if any.
    pub enrolment: Option<State>,
    /// Whether enrolment is open: published, not begun, not closed.
    pub open: bool,
    /// The days, where dated.
    pub days: Vec<Timing>,
    /// Those of them whose register is not in effect.
    pub pending: Vec<Timing>,
    /// Days that have no date yet.
    pub undated: u32,
    /// Days attended in effective registers.
    pub attended: u32,
    /// Days missed in effective registers.
    pub missed: u32,
    /// Days in effective registers that say nothing of the person: no absence, and not to come either.
    pub unmarked: u32,
    /// How many days earn the certificate; none = not set, or more than the course has left.
    pub certificate_days: Option<u32>,
    /// Whether a valid certificate is out.
    pub certificate: bool,
    /// The other edition whose course they have done: with its certificate, or with the days that earn it.
    pub done_in: Option<i64>,
}

impl CourseFacts {
    /// Whether the register of every day has taken effect.
    pub fn is_held(&self) -> bool {
        self.attended.saturating_add(self.missed).saturating_add(self.unmarked) == self.total()
    }

    /// Whether each day that is left is needed for the certificate.
    pub fn needs_every_day(&self) -> bool {
        let needs = |needed| can_miss_no_further(self.attended, self.missed, needed, self.total());
        !self.is_held() && self.certificate_days.is_some_and(needs)
    }

    /// How many days it has, dated or not.
    pub fn total(&self) -> u32 {
        u32::try_from(self.days.len()).unwrap_or(u32::MAX).saturating_add(self.undated)
    }
}

/// The state. `full` tells which offerings have no free place for a newcomer.
pub fn path_state(
    rule: &Facts,
    answer: &Eligibility,
    course: &CourseFacts,
    full: impl Fn(i64) -> bool,
) -> PathState {
    if let Some(state) = on_the_course(rule, course) {
        return state;
    }
    match answer {
        // A waiver is the office's word that this course is meant for them all the same.
        _ if course.done_in.is_some() && !rule.waiver => PathState::CourseDone,
        Eligibility::Met { .. } if course.open => PathState::CanEnrol,
        Eligibility::Met { .. } => PathState::CourseClosed,
        _ if awaited(rule).is_some() => PathState::RegisterPending,
        Eligibility::OnTrack { .. } if topics_attended(rule).is_empty() => PathState::AllBooked,
        Eligibility::OnTrack { .. } => PathState::NearlyThere,
        Eligibility::OutOfReach { .. } => PathState::NothingLeft,
        Eligibility::Short { possible, .. } => choosing(rule, possible, full),
    }
}

fn on_the_course(rule: &Facts, course: &CourseFacts) -> Option<PathState> {
    if course.certificate {
        return Some(PathState::CertificateOut);
    }
    let begun = course.days.iter().any(|day| day.starts_at() <= rule.now);
    Some(match course.enrolment? {
        State::Provisional => PathState::ProvisionalPlace,
        State::Applied => PathState::Applied,
        State::Waitlisted | State::Offered => PathState::CourseWaiting,
        State::Confirmed if !begun => PathState::PlaceOnCourse,
        State::Confirmed => match course.certificate_days {
            None => PathState::OnCourse,
            Some(needed) if certificate_out_of_reach(course.missed, needed, course.total()) => {
                PathState::BelowMinimum
            }
            Some(needed) if course.attended >= needed && course.is_held() => PathState::CertificateDue,
            Some(needed) if course.attended >= needed => PathState::EnoughDays,
            Some(_) => PathState::CanMissDays,
        },
        State::PendingPlace | State::PendingWait | State::Cancelled(_) => return None,
    })
}

/// Whether somebody who missed so many of the course's days cannot reach the number the certificate asks for any more;
/// a day without a mark is not missed.
pub fn certificate_out_of_reach(missed: u32, needed: u32, total: u32) -> bool {
    missed.saturating_add(needed) > total
}

/// Whether somebody who has not attended enough of the course's days yet can miss no further one: each of those that are
/// left is needed for the certificate.
pub fn can_miss_no_further(attended: u32, missed: u32, needed: u32, total: u32) -> bool {
    attended < needed && missed.saturating_add(needed) == total
}

/// The date of a workshop the person was expected at that has begun and whose register is not in effect yet;
/// the latest, where there are several. One of an earlier day matters only while the rule could use it.
pub fn awaited(rule: &Facts) -> Option<NaiveDate> {
    awaited_workshop(rule).and_then(|workshop| workshop.date)
}

/// That workshop.
pub fn awaited_workshop(rule: &Facts) -> Option<&Workshop> {
    let attended = topics_attended(rule);
    let begun = |w: &&Workshop| {
        w.enrolment.is_some_and(State::is_expected)
            && !w.cancelled
            && w.starts_at.is_some_and(|start| start <= rule.now)
            && !w.register_effective
    };
    let matters = |w: &&Workshop| {
        w.date == Some(rule.today)
            || (w.date <= Some(rule.today) && is_booked(rule, w) && !attended.contains(&w.topic))
    };
    rule.workshops.iter().filter(begun).filter(matters).max_by_key(|w| w.date)
}

/// How many workshops the person waits for a place in that could still make up the rule.
pub fn waiting(rule: &Facts) -> usize {
    let attended = topics_attended(rule);
    let waits = |w: &&Workshop| {
        w.enrolment == Some(State::Waitlisted)
            && w.counts
            && !w.cancelled
            && w.starts_at.is_some_and(|start| start > rule.now)
            && !attended.contains(&w.topic)
    };
    rule.workshops.iter().filter(waits).count()
}

fn choosing(rule: &Facts, possible: &[i64], full: impl Fn(i64) -> bool) -> PathState {
    let is_free_choice =
        |w: &&Workshop| possible.contains(&w.offering) && !w.enrolment.is_some_and(|s| s == State::Confirmed);
    let choices: Vec<&Workshop> = rule.workshops.iter().filter(is_free_choice).collect();
    let any_free = choices.iter().any(|w| w.date.is_some() && !full(w.offering));
    let any_dated = choices.iter().any(|w| w.date.is_some());
    let any_booked = rule
        .workshops
        .iter()
        .any(|w| w.enrolment.is_some_and(State::is_expected) && possible.contains(&w.offering));
    let any_attended = !topics_attended(rule).is_empty();
    match (any_attended, any_booked) {
        _ if choices.is_empty() => PathState::NothingLeft,
        _ if !any_dated => PathState::OnlyUndated,
        _ if !any_free => PathState::OnlyFull,
        (false, false) => PathState::NothingBooked,
        (false, true) => PathState::SomeBooked,
        (true, _) => PathState::OneToChoose,
    }
}

#[cfg(test)]
#[path = "path_state_tests.rs"]
mod tests;
