//! What certificates print of an edition, looked at before a file brings it: a sign that no font has is refused by name.

use super::Refused;
use crate::domain::certificate::CanPrint;
use crate::domain::change::check_printed;
use crate::domain::edition_file::{Checked, Part};
use crate::store::programme::Programme;

/// New lines that cannot be printed, all of them; `before` is the edition as it stands.
pub(super) fn check(file: &Checked, before: Option<&Programme>, can_print: CanPrint) -> Vec<Refused> {
    let (edition, stands) = (&file.edition, before.map(|before| &before.edition));
    let about = Part::Edition(edition.key.clone());
    let stood = |line: Option<&Option<String>>| line.cloned().flatten();
    let mut lines = vec![
        (about.clone(), "project", edition.project.as_deref(), stood(stands.map(|old| &old.project))),
        (about, "city", edition.city.as_deref(), stood(stands.map(|old| &old.city))),
    ];
    for offering in &file.offerings {
        let old = before.and_then(|before| before.offerings.iter().find(|o| o.row.key == offering.key));
        let about = Part::Offering(offering.key.clone());
        lines.push((about, "title", offering.title.as_deref(), stood(old.map(|old| &old.row.title))));
    }
    let mut refused = Vec::new();
    for (about, field, to, stands) in lines {
        if check_printed(field, to, stands.as_deref(), can_print).is_some()
            && let Some(Err(character)) = to.map(can_print)
        {
            let why = format!("has «{character}», which certificates cannot print");
            refused.push(Refused::at(&about, field, &why));
        }
    }
    refused
}
