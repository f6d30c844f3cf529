//! The office's list for today: what only a person can settle, what is due first on top.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::day_deadline::Moments;
use super::days_short::DaysShort;
use super::path_state::PathState;
use super::register::closed_by;
use super::session::{Timing, local_date};
use super::stage::Stage;

/// How many days before the course an undated workshop becomes a task.
pub const UNDATED_FROM_DAYS: i64 = 30;
/// How many days before a session its hours and its place are to be known.
pub const DETAILS_FROM_DAYS: i64 = 7;
/// How many lines the list shows at most.
pub const MOST_LINES: usize = 5;
/// How many open registers have a line each; more of them share one.
pub const REGISTERS_APART: usize = 2;

/// How long before its end an offer of a place is worth a call.
pub const OFFER_ENDS_WITHIN: TimeDelta = TimeDelta::hours(12);
/// How long an application for the course may wait before it becomes a line.
pub const APPLICATION_WAITS: TimeDelta = TimeDelta::days(2);
/// How long a letter or a call lasts for somebody who still has a workshop to choose.
pub const TOLD_WITHIN: TimeDelta = TimeDelta::hours(48);

/// What the list looks at.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Workshops of the edition without a date that count toward the rule.
    pub undated: u32,
    /// People who asked to be told of a date.
    pub wait_for_date: u32,
    /// The course's first day.
    pub first_day: Option<NaiveDate>,
    /// Sessions of which [`lacks_details`] is true: id and date, the first one on top.
    pub lacking: Vec<(i64, NaiveDate)>,
    /// Sessions whose register is open though it was to be closed by now: id and date, oldest first.
    pub open_registers: Vec<(i64, NaiveDate)>,
    /// Offerings with a free place and people waiting: id, free places, people waiting.
    pub places_to_give: Vec<(i64, i64, u32)>,
    /// Letters that a mail server refused for good, and whose readers are to be told some other way; whoever knows what
    /// still holds says how many.
    pub refused_letters: u32,
    /// People expected at a closed register who have no mark.
    pub unmarked: Vec<(i64, u32)>,
    /// Offerings with places that are held for somebody who has not answered, and whose time is nearly over.
    pub offers_ending: Vec<(i64, u32)>,
    /// People who say that they were there and wait for an answer.
    pub disputes: u32,
    /// Since when the first of them waits.
    pub disputes_since: Option<NaiveDate>,
    /// The course, and how many applications for it wait longer than [`APPLICATION_WAITS`].
    pub applications: Option<(i64, u32)>,
    /// People who reached the rule on a mark that was corrected.
    pub rule_in_doubt: u32,
    /// People whose certificate says something else than the register.
    pub certificate_in_doubt: u32,
    /// Statements of workshops that say something else than the register.
    pub statement_in_doubt: u32,
    /// The certificate asks for more days than the course has left.
    pub days_short: Option<DaysShort>,
    /// People on the course who cannot reach the days for the certificate any more.
    pub days_at_risk: u32,
    /// People on the course who need every day that is left for the certificate.
    pub no_day_to_miss: u32,
    /// People without an address who are to be called now.
    pub calls: u32,
    /// Certificates that can be published.
    pub certificates_ready: u32,
    /// People of whom [`is_untold`] is true; whoever knows how everybody stands says how many.
    pub untold: u32,
    /// When what each line is about came up, or ends.
    pub moments: Moments,
}

/// Whether somebody needs one more workshop and has none booked.
pub fn could_be_untold(stage: Stage, state: PathState) -> bool {
    let chooses = matches!(state, PathState::OneToChoose | PathState::OnlyFull | PathState::OnlyUndated);
    stage == Stage::OneMissing && chooses
}

/// Whether somebody who needs one more workshop and has none booked was neither written to nor called lately.
pub fn is_untold(stage: Stage, state: PathState, last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    could_be_untold(stage, state) && last.is_none_or(|last| last + TOLD_WITHIN <= now)
}

/// Whether a session is near, still to be held, and nobody knows yet from when to when, or where.
pub fn lacks_details(timing: &Timing, has_place: bool, now: DateTime<Utc>) -> bool {
    let ahead = (timing.date - local_date(now, timing.zone)).num_days();
    (timing.hours.is_none() || !has_place) && ahead <= DETAILS_FROM_DAYS && closed_by(timing) > now
}

/// One line: what, how many, about which object, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What only a person can settle.
    pub what: What,
    /// How many.
    pub count: u32,
    /// The session or offering it is about.
    pub about: Option<i64>,
    /// The date it is about.
    pub date: Option<NaiveDate>,
    /// A second number of the sentence: people waiting, or the days that the course has.
    pub people: u32,
    /// Until when it is to be done; none where nothing waits for it at a set time.
    pub due: Option<DateTime<Utc>>,
}

/// The kinds of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// Places are held for somebody who has not answered, and the time to answer is nearly over.
    OffersEnding,
    /// People without an address are to be told something on the phone.
    CallsToMake,
    /// A register was to be closed by now and is open.
    RegisterOpen,
    /// Several of them.
    RegistersOpen,
    /// People say that they were there.
    DisputesOpen,
    /// Applications for the course wait for an answer.
    ApplicationsWaiting,
    /// A closed register has people without a mark.
    Unmarked,
    /// The rule was reached on a mark that was corrected.
    RuleInDoubt,
    /// A certificate says something else than the register.
    CertificateInDoubt,
    /// A statement of a workshop does.
    StatementInDoubt,
    /// A place is free and somebody waits for it.
    PlaceToGive,
    /// Letters were refused for good.
    LettersRefused,
    /// Certificates can be published.
    CertificatesReady,
    /// The certificate asks for more days than the course has left.
    DaysShort,
    /// People on the course cannot reach the days for the certificate any more.
    DaysAtRisk,
    /// People on the course need every day that is left for the certificate.
    NoDayToMiss,
    /// People have one workshop to choose, and heard nothing lately.
    Untold,
    /// Sessions are near and have no hours or no place.
    DetailsMissing,
    /// Workshops have no date and the course is near.
    WorkshopsUndated,
}

impl What {
    /// Whether what it is about is an offering, rather than a session.
    pub fn is_about_offering(self) -> bool {
        matches!(self, Self::OffersEnding | Self::ApplicationsWaiting | Self::PlaceToGive)
    }

    /// The key of the sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::OffersEnding => "offers-ending",
            Self::CallsToMake => "calls-to-make",
            Self::RegisterOpen => "register-open",
            Self::RegistersOpen => "registers-open",
            Self::DisputesOpen => "disputes-open",
            Self::ApplicationsWaiting => "applications-waiting",
            Self::Unmarked => "unmarked",
            Self::RuleInDoubt => "rule-in-doubt",
            Self::CertificateInDoubt => "certificate-in-doubt",
            Self::StatementInDoubt => "statement-in-doubt",
            Self::PlaceToGive => "place-to-give",
            Self::LettersRefused => "letters-refused",
            Self::CertificatesReady => "certificates-ready",
            Self::DaysShort => "days-short",
            Self::DaysAtRisk => "days-at-risk",
            Self::NoDayToMiss => "no-day-to-miss",
            Self::Untold => "untold",
            Self::DetailsMissing => "details-missing",
            Self::WorkshopsUndated => "workshops-undated",
        }
    }
}

/// The list of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The lines, what is due first on top, at most [`MOST_LINES`].
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: usize,
}

/// The list: the first lines of [`everything`].
pub fn today(facts: &Facts, today: NaiveDate) -> List {
    let mut lines = everything(facts, today);
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    List { lines, more }
}

/// Every line, what is due first on top; what is due together, and then what nothing waits for at a set time, in the
/// order of kinds. More than [`REGISTERS_APART`] open registers are one line with the oldest date.
pub fn everything(facts: &Facts, today: NaiveDate) -> Vec<Line> {
    let mut lines = by_kind(facts, today);
    for line in &mut lines {
        line.due = facts.moments.deadline(line.what, line.about);
    }
    lines.sort_by_key(|line| (line.due.is_none(), line.due));
    lines
}

/// The lines in the order of kinds: what may be lost within hours before what can be planned.
fn by_kind(facts: &Facts, today: NaiveDate) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let ending = facts.offers_ending.iter();
    lines.extend(ending.map(|(offering, count)| line(What::OffersEnding, *count, Some(*offering))));
    lines.extend(some(What::CallsToMake, facts.calls));
    lines.extend(registers(facts));
    if facts.disputes > 0 {
        let since = facts.disputes_since;
        lines.push(Line { date: since, ..line(What::DisputesOpen, facts.disputes, None) });
    }
    if let Some((course, count)) = facts.applications.filter(|(_, count)| *count > 0) {
        lines.push(line(What::ApplicationsWaiting, count, Some(course)));
    }
    let unmarked = facts.unmarked.iter();
    lines.extend(unmarked.map(|(session, people)| line(What::Unmarked, *people, Some(*session))));
    lines.extend(some(What::RuleInDoubt, facts.rule_in_doubt));
    lines.extend(some(What::CertificateInDoubt, facts.certificate_in_doubt));
    lines.extend(some(What::StatementInDoubt, facts.statement_in_doubt));
    lines.extend(facts.places_to_give.iter().map(|(offering, free, waiting)| {
        let count = u32::try_from(*free).unwrap_or(u32::MAX);
        Line { people: *waiting, ..line(What::PlaceToGive, count, Some(*offering)) }
    }));
    lines.extend(some(What::LettersRefused, facts.refused_letters));
    lines.extend(some(What::CertificatesReady, facts.certificates_ready));
    let short = facts.days_short.map(|short| (line(What::DaysShort, short.needed, None), short.held));
    lines.extend(short.map(|(line, people)| Line { people, ..line }));
    lines.extend(some(What::DaysAtRisk, facts.days_at_risk));
    lines.extend(some(What::NoDayToMiss, facts.no_day_to_miss));
    lines.extend(some(What::Untold, facts.untold));
    lines.extend(facts.lacking.first().map(|(first, date)| {
        let count = u32::try_from(facts.lacking.len()).unwrap_or(u32::MAX);
        Line { date: Some(*date), ..line(What::DetailsMissing, count, Some(*first)) }
    }));
    if facts.undated > 0
        && facts
            .first_day
            .is_some_and(|first| first > today && (first - today).num_days() < UNDATED_FROM_DAYS)
    {
        let undated = line(What::WorkshopsUndated, facts.undated, None);
        lines.push(Line { date: facts.first_day, people: facts.wait_for_date, ..undated });
    }
    lines
}

fn line(what: What, count: u32, about: Option<i64>) -> Line {
    Line { what, count, about, date: None, people: 0, due: None }
}

fn some(what: What, count: u32) -> Option<Line> {
    (count > 0).then(|| line(what, count, None))
}

fn registers(facts: &Facts) -> Vec<Line> {
    let open = &facts.open_registers;
    if open.len() > REGISTERS_APART {
        let count = u32::try_from(open.len()).unwrap_or(u32::MAX);
        let oldest = open.iter().map(|(_, date)| *date).min();
        return vec![Line { date: oldest, ..line(What::RegistersOpen, count, None) }];
    }
    let one = |(session, date): &(i64, NaiveDate)| Line {
        date: Some(*date),
        ..line(What::RegisterOpen, 1, Some(*session))
    };
    open.iter().map(one).collect()
}

#[cfg(test)]
#[path = "today_tests.rs"]
mod tests;
