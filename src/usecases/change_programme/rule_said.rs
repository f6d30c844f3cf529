//! What a change makes of what is read of the rule, and of the days its certificate asks for.

use crate::domain::days_short::{DaysShort, days_short, days_to_tell};
use crate::domain::edition::{CourseAdmission, EditionStatus};
use crate::domain::impact::{CARRY_OVER, RuleLine};
use crate::store::programme::Programme;

/// What is said of the rule, where something else is said. What is about the course is said while it is shown: one that is
/// called off says so by itself.
pub(super) fn rule_lines(before: &Programme, after: &Programme) -> Vec<RuleLine> {
    if after.edition.status() == EditionStatus::Draft {
        return Vec::new();
    }
    let (was, is) = (before.edition.rule(), after.edition.rule());
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let yes = |value: bool| Some(if value { "yes" } else { "no" }.to_owned());
    let mut lines = vec![
        RuleLine::differing("required", number(Some(was.required)), number(Some(is.required))),
        RuleLine::differing(CARRY_OVER, yes(was.carry_over), yes(is.carry_over)),
    ];
    if let (Some(days_before), Some(days_after)) = (shown_days(before), shown_days(after)) {
        let told = |needed: Option<u32>, held: u32| number(days_to_tell(needed, held));
        let date = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string());
        let admission = |programme: &Programme| Some(programme.edition.course_admission.clone());
        lines.extend([
            RuleLine::differing(
                "certificate",
                told(was.certificate_days, days_before),
                told(is.certificate_days, days_after),
            ),
            RuleLine::differing("closes", date(was.enrolment_closes), date(is.enrolment_closes)),
            RuleLine::differing("admission", admission(before), admission(after)),
            RuleLine::differing("provisional", yes(was.provisional_places), yes(is.provisional_places)),
        ]);
    }
    lines.into_iter().flatten().collect()
}

/// The days of a course that everybody may know of.
fn shown_days(programme: &Programme) -> Option<u32> {
    programme.course()?;
    programme.course_days()
}

/// Whether a person decided about places on the course, and they go at once now.
pub(super) fn decision_ends(before: &Programme, after: &Programme) -> bool {
    let decided =
        |programme: &Programme| programme.edition.rule().course_admission == CourseAdmission::ByDecision;
    decided(before) && !decided(after)
}

/// The certificate asks for more days than the course has, and did not before, or the course has fewer still.
pub(super) fn short_by_it(before: &Programme, after: &Programme) -> Option<DaysShort> {
    let short = |programme: &Programme| {
        days_short(programme.edition.rule().certificate_days, programme.course_days()?)
    };
    short(after).filter(|now| short(before) != Some(*now))
}
