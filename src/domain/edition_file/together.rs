//! What only a file as a whole can tell.

use std::collections::HashSet;

use toml::Spanned;

use super::walk::Walk;
use super::{RawFile, RawOffering};
use crate::domain::change::check_reach;

/// Keys and slugs stand once, there is one course at most, its rule and certificate can be earned, and what is in the
/// archive was shown.
pub(super) fn check(walk: &mut Walk<'_>, raw: &RawFile) {
    let (mut keys, mut slugs, mut courses, mut emails) = (HashSet::new(), HashSet::new(), 0, HashSet::new());
    for (i, offering) in raw.offering.iter().map(Spanned::get_ref).enumerate() {
        let name = |part: &str| format!("offering[{}].{part}", i + 1);
        if !keys.insert(offering.key.get_ref().clone()) {
            walk.fault(&offering.key, &name("key"), format!("«{}» stands twice", offering.key.get_ref()));
        }
        if !slugs.insert(offering.slug.get_ref().clone()) {
            walk.fault(&offering.slug, &name("slug"), format!("«{}» stands twice", offering.slug.get_ref()));
        }
        if offering.kind.get_ref() == "course" {
            courses += 1;
            if courses > 1 {
                walk.fault(&offering.kind, &name("kind"), "an edition has one course");
            }
        }
    }
    let edition = raw.edition.get_ref();
    if let Some(archived) = edition.archived.as_ref().filter(|at| *at.get_ref() && !edition.published) {
        let why = "only what was published is put away: write published = true beside it";
        walk.fault(archived, "edition.archived", why);
    }
    offers(walk, raw);
    reach(walk, raw);
    let required = &raw.edition.get_ref().workshops_required;
    if courses > 0 && *required.get_ref() == 0 {
        let why = "0 would let everybody into the course: write at least 1";
        walk.fault(required, "edition.workshops_required", why);
    }
    let days = raw.offering.iter().map(Spanned::get_ref).find(|offering| offering.kind.get_ref() == "course");
    // A day that was called off counts: what was exported comes in again, and the office is asked to change the number.
    let planned = |offering: &RawOffering| offering.session.len();
    if let (Some(needed), Some(planned)) = (&raw.edition.get_ref().certificate_days, days.map(planned))
        && usize::try_from(*needed.get_ref()).is_ok_and(|needed| needed > planned)
    {
        let why = format!("{} is more days than the course has: nobody could earn it", needed.get_ref());
        walk.fault(needed, "edition.certificate_days", why);
    }
    for (i, trainer) in raw.trainer.iter().map(Spanned::get_ref).enumerate() {
        if !emails.insert(trainer.email.get_ref().to_lowercase()) {
            walk.fault(
                &trainer.email,
                &format!("trainer[{}].email", i + 1),
                format!("«{}» stands twice", trainer.email.get_ref()),
            );
        }
    }
}

/// As many workshops count as the course of a published edition asks for. One that was called off counts: what was exported
/// comes in again.
fn reach(walk: &mut Walk<'_>, raw: &RawFile) {
    let edition = raw.edition.get_ref();
    let archived = edition.archived.as_ref().is_some_and(|at| *at.get_ref());
    let offerings = || raw.offering.iter().map(Spanned::get_ref);
    let course = |o: &RawOffering| o.kind.get_ref() == "course" && o.published && !o.cancelled;
    if !edition.published || archived || !offerings().any(course) {
        return;
    }
    let counts = |o: &&RawOffering| o.kind.get_ref() == "workshop" && o.counts_toward_rule.unwrap_or(true);
    let workshops = u32::try_from(offerings().filter(counts).count()).unwrap_or(u32::MAX);
    let asked = edition.workshops_required.get_ref();
    if check_reach(u32::try_from(*asked).unwrap_or(0), edition.carry_over, None, workshops).is_some() {
        let why = format!(
            "{asked} is more than the {workshops} workshops that count: nobody could reach the course"
        );
        walk.fault(&edition.workshops_required, "edition.workshops_required", why);
    }
}

/// Where a person decides who comes into the course, a person offers its freed places.
fn offers(walk: &mut Walk<'_>, raw: &RawFile) {
    if raw.edition.get_ref().course_admission.get_ref() != "decision" {
        return;
    }
    for (i, offering) in raw.offering.iter().map(Spanned::get_ref).enumerate() {
        let course = offering.kind.get_ref() == "course" && !offering.cancelled;
        let automatic = offering.offers.as_ref().filter(|at| at.get_ref() == "automatic");
        if let Some(at) = automatic.filter(|_| course) {
            let why = "course_admission is \"decision\": a person offers the places of the course; write \"person\"";
            walk.fault(at, &format!("offering[{}].offers", i + 1), why);
        }
    }
}
