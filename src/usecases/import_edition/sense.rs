//! What a file says of what is new and nobody means: the same checks that its changes meet later.

use super::{Refused, said};
use crate::domain::change::EditFault;
use crate::domain::edition_file::{Checked, CheckedOffering, Part};
use crate::domain::offering::Kind;
use crate::domain::same_title::same_title;
use crate::store::programme::{Offered, Programme};

/// Of an edition that is new: a last day to enrol after the course has begun. One in the archive is a record, and stays what
/// it was. So do titles: a copy of a season may hold one twice, of what was called off and planned again.
pub(super) fn edition(file: &Checked) -> Vec<Refused> {
    if file.edition.archived { Vec::new() } else { closes(file, None).into_iter().collect() }
}

/// Of an edition that stands (`before`): the same of a course that is added, and titles of added offerings that another one
/// has once the file is in.
pub(super) fn added(file: &Checked, before: &Programme) -> Vec<Refused> {
    closes(file, Some(before)).into_iter().chain(titles(file, before)).collect()
}

fn titles(file: &Checked, before: &Programme) -> Vec<Refused> {
    let stands = |key: &str| -> Option<&Offered> { before.offerings.iter().find(|o| o.row.key == key) };
    // A title that the file leaves out stays.
    let title = |offering: &CheckedOffering| {
        offering.title.clone().or_else(|| stands(&offering.key)?.row.title.clone())
    };
    let held: Vec<&CheckedOffering> = file.offerings.iter().filter(|offering| !offering.cancelled).collect();
    let twice = |(index, offering): (usize, &&CheckedOffering)| {
        let own = title(offering).filter(|_| stands(&offering.key).is_none())?;
        let has_it = |other: usize| title(held[other]).is_some_and(|other| same_title(&other, &own));
        let before_it = |other: usize| other < index || stands(&held[other].key).is_some();
        let taken = (0..held.len()).any(|other| other != index && before_it(other) && has_it(other));
        let part = Part::Offering(offering.key.clone());
        taken.then(|| said::fault(&part, EditFault { field: "title", code: "taken" }))
    };
    held.iter().enumerate().filter_map(twice).collect()
}

fn closes(file: &Checked, before: Option<&Programme>) -> Option<Refused> {
    let stands = before.and_then(|before| before.edition.rule().enrolment_closes);
    let closes = file.edition.rule.enrolment_closes.or(stands)?;
    let course =
        file.offerings.iter().find(|offering| offering.kind == Kind::Course && !offering.cancelled)?;
    let known = before.is_some_and(|before| before.offerings.iter().any(|o| o.row.key == course.key));
    let days = course.sessions.iter().filter(|session| !session.cancelled);
    let first = days.filter_map(|session| session.date).min().filter(|_| !known)?;
    let part = Part::Edition(file.edition.key.clone());
    (closes > first).then(|| said::fault(&part, EditFault { field: "closes", code: "after-course" }))
}
