//! What a file may not do, for whoever reads the terminal: the thing, the field, and what would be right.

use chrono::NaiveDate;

use super::{NotImported, Refused};
use crate::domain::change::{EditFault, NOT_PRINTABLE, OUT_OF_REACH};
use crate::domain::course_begin::BEFORE_CLOSES;
use crate::domain::edition::{CourseAdmission, Rule};
use crate::domain::edition_file::Part;
use crate::usecases::change_programme::NotChanged;
use crate::usecases::shape_edition::NotDone;

/// What differs between the rule that stands and another one: each setting by its name in the file, before → after.
pub(super) fn rule(stands: &Rule, to: &Rule) -> Vec<String> {
    let differs = |((field, before), (_, after)): ((&'static str, String), (&'static str, String))| {
        (before != after).then(|| format!("{field} {before} → {after}"))
    };
    settings(stands).into_iter().zip(settings(to)).filter_map(differs).collect()
}

/// The settings of a rule as a file writes them.
fn settings(rule: &Rule) -> [(&'static str, String); 7] {
    let number = |n: Option<u32>| n.map_or_else(|| "none".to_owned(), |n| n.to_string());
    let admission = match rule.course_admission {
        CourseAdmission::Immediate => "immediate",
        CourseAdmission::ByDecision => "decision",
    };
    let date = |date: NaiveDate| date.to_string();
    [
        ("workshops_required", rule.required.to_string()),
        ("provisional_places", rule.provisional_places.to_string()),
        ("course_admission", admission.to_owned()),
        ("enrolment_closes", rule.enrolment_closes.map_or_else(|| "none".to_owned(), date)),
        ("certificate_days", number(rule.certificate_days)),
        ("carry_over", rule.carry_over.to_string()),
        ("lateness_minutes", number(rule.lateness_minutes)),
    ]
}

/// What is wrong with a change of what people can enrol in.
pub(super) fn fault(part: &Part, fault: EditFault) -> Refused {
    let what = match fault.code {
        "past" => "lies in the past",
        "after-course" => "is after the course's first day: nobody can enrol then",
        BEFORE_CLOSES => {
            "is before enrolment_closes, the last day to enrol: choose a later date, or write an earlier enrolment_closes"
        }
        "far" => "is more than five years ahead: look at the year",
        "twice" => "is the date of another session of the same offering",
        "taken-away" => "was announced, and cannot be taken away: move it, or write cancelled = true",
        "marked" => "stays as it is: people were marked in it",
        "range" => "is out of range: a course asks for 1 to 12 workshops, a certificate for 1 to 100 days",
        "to-add" => "is missing: a session is added with its date",
        "needed" => "is missing: date, starts and ends belong together",
        "order" => "is not later than the begin",
        "no-such-time" => "does not exist on that day: the clocks go forward over it",
        "double-time" => "comes twice on that day: the clocks go back over it",
        "held" => "was held already",
        "archived" => "is in the archive and does not change: reopen it first",
        "cancelled" => "was called off already",
        "days" => "is more than the course has",
        NOT_PRINTABLE => "has a sign that certificates cannot print",
        "draft" => "is a draft: nobody knows of it, so there is nothing to call off",
        "by-decision" => "must be \"person\": who comes into this course is decided by a person",
        "automatic" => "asks for offers = \"person\" on the course: its freed places are offered by a person",
        "taken" => "is that of another one of this edition",
        "last" => "is the last one left: call the offering off instead",
        _ => "must be between 0 and 100000",
    };
    let field = field(fault.field);
    let refused = if field.is_empty() { Refused::of(part, what) } else { Refused::at(part, field, what) };
    if BESIDE.contains(&fault.code) { refused.beside_the_rest() } else { refused }
}

/// Codes of what depends on other dates, days and settings.
const BESIDE: [&str; 10] = [
    "twice",
    "after-course",
    BEFORE_CLOSES,
    "days",
    "range",
    "by-decision",
    "automatic",
    "last",
    "taken",
    OUT_OF_REACH,
];

/// How a file names the field of a fault.
fn field(name: &'static str) -> &'static str {
    match name {
        "required" => "workshops_required",
        "closes" => "enrolment_closes",
        "certificate" => "certificate_days",
        "lateness" => "lateness_minutes",
        "admission" => "course_admission",
        // What a file cannot say is said of the part.
        "offerings" | "propose" => "",
        name => name,
    }
}

/// What keeps something from being shown, hidden, put away or given another shape.
pub(super) fn hindrance(part: &Part, fault: EditFault) -> Refused {
    let what = match fault.code {
        "not-before-course" => {
            "cannot be published: it is held on the course's first day or after it; choose an earlier date, or write counts_toward_rule = false"
        }
        "no-session" => "cannot be published: no session of it is held",
        "course-without-rule" => "cannot be published: a course asks for workshops_required = 1 at least",
        OUT_OF_REACH => {
            "cannot be published: workshops_required is more than the workshops that count: add one, or write a smaller number"
        }
        "none" => {
            "cannot be published: nothing of it would be shown; write published = true for one offering at least"
        }
        "taken" => "slug is the address of another offering: change that one first",
        "enrolled" => "published cannot be taken back, somebody has enrolled",
        "registers" => "cannot be put away: a register of it has not taken effect",
        "offers" => "cannot be put away: a place that was offered waits for an answer",
        _ => "cannot be changed as it stands: look at it and import again",
    };
    let refused = Refused::at(part, "", what);
    if fault.code == "no-session" { refused } else { refused.beside_the_rest() }
}

/// Why changes were not made; `parts` says what each is about.
pub(super) fn not_changed(parts: &[Part], error: NotChanged) -> NotImported {
    match error {
        NotChanged::Faults(faults) => NotImported::Refused(at_parts(parts, &faults)),
        NotChanged::Meanwhile => meanwhile(),
        NotChanged::No(no) => NotImported::No(no),
    }
}

/// What is wrong with changes, each with what it is about.
pub(super) fn at_parts(parts: &[Part], faults: &[(usize, EditFault)]) -> Vec<Refused> {
    let at = |(index, wrong): &(usize, EditFault)| Some(fault(parts.get(*index)?, *wrong));
    faults.iter().filter_map(at).collect()
}

/// Why something was not shown, hidden, put away or given another shape.
pub(super) fn not_done(part: &Part, error: NotDone) -> NotImported {
    match error {
        NotDone::Faults(faults) => {
            NotImported::Refused(faults.iter().map(|wrong| hindrance(part, *wrong)).collect())
        }
        NotDone::Meanwhile => meanwhile(),
        NotDone::No(no) => NotImported::No(no),
    }
}

fn meanwhile() -> NotImported {
    NotImported::Refused(vec![Refused::whole("somebody else is changing the edition: try again")])
}
