//! What a file shows to everybody, and what it takes back: by the same steps as on the office's pages, with their
//! checks and their letters.

use chrono::{DateTime, Utc};

use super::change::Import;
use super::plan::Step;
use super::{NotImported, Refused, said};
use crate::domain::change::{EditFault, OUT_OF_REACH};
use crate::domain::edition::EditionStatus;
use crate::domain::edition_file::Part;
use crate::domain::impact::Impact;
use crate::domain::offering::OfferingStatus;
use crate::domain::publishing::faults;
use crate::store::programme::{Offered, Programme};
use crate::usecases::Actor;
use crate::usecases::shape_edition::publish::{
    facts_with_edition, publish_edition_in, publish_offering_in, shown_with,
};
use crate::usecases::shape_edition::withdraw::{unpublish_edition_in, unpublish_offering_in};

/// What becomes a draft again; gives back what that means for people.
pub(super) async fn hide(import: &Import<'_>) -> Result<Impact, NotImported> {
    let Import { desk, tx, plan, edition, .. } = *import;
    let programme = import.programme().await?;
    let mut impact = Impact::default();
    for offered in named(&programme, &plan.hide) {
        let done = unpublish_offering_in(desk, tx, offered.row.id, None, Actor::Command).await;
        let name = Part::Offering(offered.row.key.clone());
        impact = impact.and(done.map_err(|error| said::not_done(&name, error))?);
    }
    if plan.step == Some(Step::Hide) {
        let done = unpublish_edition_in(desk, tx, edition, None, Actor::Command).await;
        let name = Part::Edition(programme.edition.key.clone());
        impact = impact.and(done.map_err(|error| said::not_done(&name, error))?);
    }
    Ok(impact)
}

/// Shows the drafts, or the edition with them; gives back what that means for people.
pub(super) async fn show(import: &Import<'_>) -> Result<Impact, NotImported> {
    let Import { desk, tx, plan, .. } = *import;
    let programme = import.programme().await?;
    let drafts = named(&programme, &plan.show);
    let chosen: Vec<i64> = drafts.iter().map(|offered| offered.row.id).collect();
    let publishes = plan.step == Some(Step::Show);
    let visible = if publishes { shown_with(&programme, &chosen) } else { drafts.clone() };
    let refused = not_ready(&programme, &visible, desk.clock.now(), false);
    if !refused.is_empty() {
        return Err(NotImported::Refused(refused));
    }
    if publishes {
        let unseen = (programme.edition.id, None);
        let done = publish_edition_in(desk, tx, unseen, &chosen, Actor::Command).await;
        let name = Part::Edition(programme.edition.key.clone());
        return done.map_err(|error| said::not_done(&name, error));
    }
    let mut impact = Impact::default();
    for offered in drafts {
        let row = &offered.row;
        let done = publish_offering_in(desk, tx, row.id, None, Actor::Command).await;
        let name = Part::Offering(row.key.clone());
        impact = impact.and(done.map_err(|error| said::not_done(&name, error))?);
    }
    Ok(impact)
}

/// Why an edition that is new cannot be shown as its file says; its rows stand, and are not kept then. A day that has gone
/// by is no fault: a copy of what was held comes in. One in the archive is a record: nobody chooses anything in it.
pub(super) fn hindered(programme: &Programme, now: DateTime<Utc>) -> Vec<Refused> {
    if programme.edition.status() != EditionStatus::Published {
        return Vec::new();
    }
    if programme.offerings.iter().all(|offered| offered.row.status() == OfferingStatus::Draft) {
        let name = Part::Edition(programme.edition.key.clone());
        return vec![said::hindrance(&name, EditFault { field: "offerings", code: "none" })];
    }
    not_ready(programme, &shown_with(programme, &[]), now, true)
}

/// What keeps offerings that nobody knows of yet from being shown. Of an edition that comes in as a `copy` the rule was looked
/// at when its file was read: workshops that were called off elsewhere counted then.
fn not_ready(programme: &Programme, visible: &[&Offered], now: DateTime<Utc>, copy: bool) -> Vec<Refused> {
    let mut refused = Vec::new();
    for offered in visible {
        let name = Part::Offering(offered.row.key.clone());
        let found = faults(&facts_with_edition(programme, offered, now));
        let found = found.into_iter().filter(|fault| !(copy && fault.code == OUT_OF_REACH));
        refused.extend(found.map(|fault| said::hindrance(&name, fault)));
    }
    refused
}

/// The offerings of some keys, in the order of the programme.
fn named<'p>(programme: &'p Programme, keys: &[String]) -> Vec<&'p Offered> {
    programme.offerings.iter().filter(|offered| keys.contains(&offered.row.key)).collect()
}
