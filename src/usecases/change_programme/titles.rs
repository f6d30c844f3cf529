//! Titles within one edition: two offerings of the same one cannot be told apart.

use crate::domain::change::{Edit, EditFault};
use crate::domain::offering::OfferingStatus;
use crate::domain::same_title::same_title;
use crate::store::programme::{Offered, Programme};

/// Whether the edition has an offering of this title, however it is written, beside one that is excepted. What was called off
/// may be planned again.
pub(in crate::usecases) fn title_stands(programme: &Programme, title: &str, except: Option<i64>) -> bool {
    let kept =
        |other: &&Offered| other.row.status() != OfferingStatus::Cancelled && except != Some(other.row.id);
    let kept = programme.offerings.iter().filter(kept);
    kept.filter_map(|other| other.row.title.as_deref()).any(|other| same_title(other, title))
}

/// Titles that others have too once all edits are made: two may exchange theirs. What was the same before, however it was
/// written, stands.
pub(super) fn title_faults(before: &Programme, after: &Programme, edits: &[Edit]) -> Vec<(usize, EditFault)> {
    let fault = |(index, edit): (usize, &Edit)| {
        let Edit::Offering { offering, texts, .. } = edit else { return None };
        let title = texts.title.as_deref()?;
        let was = before.offering(*offering)?.row.title.as_deref();
        let renamed = was.is_none_or(|was| !same_title(was, title));
        let taken = renamed && title_stands(after, title, Some(*offering));
        taken.then_some((index, EditFault { field: "title", code: "taken" }))
    };
    edits.iter().enumerate().filter_map(fault).collect()
}
