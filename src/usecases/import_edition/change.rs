//! A file for an edition that exists: what differs is changed by the same steps as on the office's pages, in their
//! order: names, drafts, what people can enrol in, what is shown to everybody. One refusal, and nothing is written.

use super::create::{lead, offering_row, session_rows, topic_of};
use super::plan::{Plan, Step, plan};
use super::show::{hide, show};
use super::{Done, Imported, NotImported, Refused, said};
use crate::domain::change::{Edit, EditFault};
use crate::domain::edition::EditionStatus;
use crate::domain::edition_file::{Checked, CheckedOffering, Part};
use crate::domain::impact::Impact;
use crate::domain::offering::OfferingStatus;
use crate::store::programme::{self, Programme};
use crate::store::{Tx, editions, people, rule};
use crate::usecases::change_programme::{Wanted, change_in, concerned, faults_of};
use crate::usecases::shape_edition::add_offering::store_offering;
use crate::usecases::shape_edition::archive::archive_edition_in;
use crate::usecases::shape_edition::rename::rename_in;
use crate::usecases::shape_edition::reshape::{Shape, reshape_offering_in, set_order};
use crate::usecases::{Actor, Desk, No, Outcome};

/// Applies the differences between an edition and its file; gives back each in words, what the file leaves out, and the
/// impact of all together. `refused` is what was found of the file before.
pub(super) async fn apply(
    desk: &Desk,
    tx: &Tx,
    before: &Programme,
    file: &Checked,
    refused: Vec<Refused>,
) -> Result<Done, NotImported> {
    let mut plan = plan(tx, before, file, desk.clock.now()).await?;
    plan.refused.splice(0..0, refused);
    let archived = before.edition.status() == EditionStatus::Archived && plan.differs();
    if archived {
        let about = Part::Edition(before.edition.key.clone());
        let why = "is in the archive and does not change: reopen it first";
        plan.refused.push(Refused::at(&about, "", why));
    }
    let (parts, edits): (Vec<Part>, Vec<Edit>) = plan.edits.iter().cloned().unzip();
    let faults = faults_of(desk, tx, before, &edits).await?;
    let own: Vec<(usize, EditFault)> =
        faults.into_iter().filter(|(_, fault)| fault.code != "archived").collect();
    let known = |one: &Refused| plan.refused.iter().any(|r| (&r.part, r.field) == (&one.part, one.field));
    let new: Vec<Refused> = said::at_parts(&parts, &own).into_iter().filter(|one| !known(one)).collect();
    plan.refused.extend(new);
    let good = (0..).zip(plan.edits).filter(|(index, _)| own.iter().all(|(faulty, _)| faulty != index));
    plan.edits = good.map(|(_, edit)| edit).collect();
    if !plan.refused.is_empty() && archived {
        return Err(NotImported::Refused(plan.refused));
    }
    if !plan.differs() && plan.refused.is_empty() {
        return Ok(Done { left_out: plan.left_out, ..Done::of(Imported::Nothing) });
    }
    // Everybody whom a step may concern, at once and in one order.
    let mut ids = concerned(tx, before).await?;
    ids.extend(rule::reached_in(tx, before.edition.id, None).await?.iter().map(|row| row.person_id));
    for trainer in &file.trainers {
        ids.extend(people::by_email(tx, trainer.email.as_str()).await?.map(|person| person.id));
    }
    people::lock(tx, &ids).await?;
    let import = Import { desk, tx, file, plan: &plan, edition: before.edition.id };
    let made = import.make(before).await;
    if plan.refused.is_empty() {
        return Ok(Done { impact: made?, what: Imported::Changed(plan.changed), left_out: plan.left_out });
    }
    // What was made of the rest goes back with the transaction: it is only asked what else would be refused.
    let mut refused = plan.refused;
    if let Err(NotImported::Refused(further)) = made {
        let named: Vec<Option<Part>> = refused.iter().map(|one| one.part.clone()).collect();
        refused.extend(further.into_iter().filter(|one| one.alone && !named.contains(&one.part)));
    }
    Err(NotImported::Refused(refused))
}

/// A file that is being applied.
#[derive(Clone, Copy)]
pub(super) struct Import<'a> {
    pub(super) desk: &'a Desk,
    pub(super) tx: &'a Tx,
    pub(super) file: &'a Checked,
    pub(super) plan: &'a Plan,
    /// The edition.
    pub(super) edition: i64,
}

impl Import<'_> {
    /// The edition as it is by now.
    pub(super) async fn programme(&self) -> Outcome<Programme> {
        let edition = editions::find(self.tx, self.edition).await?.ok_or(No::NotFound)?;
        Ok(programme::load(self.tx, edition).await?)
    }

    /// Each step in its turn.
    async fn make(&self, before: &Programme) -> Result<Impact, NotImported> {
        let (desk, tx, plan) = (self.desk, self.tx, self.plan);
        let name = Part::Edition(before.edition.key.clone());
        let mut impact = Impact::default();
        if let Some(names) = &plan.names {
            let renamed = rename_in(desk, tx, &before.edition, names, Actor::Command).await;
            impact = renamed.map_err(|error| said::not_done(&name, error))?;
        }
        impact = impact.and(hide(self).await?);
        self.reshape().await?;
        if !plan.edits.is_empty() {
            let (parts, edits): (Vec<Part>, Vec<Edit>) = plan.edits.iter().cloned().unzip();
            let wanted = Wanted { edition: self.edition, edits, seen: Vec::new() };
            let changed = change_in(desk, tx, &wanted, Actor::Command, None).await;
            impact = impact.and(changed.map_err(|error| said::not_changed(&parts, error))?);
        }
        self.add().await?;
        self.order().await?;
        impact = impact.and(show(self).await?);
        if plan.step == Some(Step::PutAway) {
            let done = archive_edition_in(desk, tx, self.edition, None, Actor::Command).await;
            done.map_err(|error| said::not_done(&name, error))?;
        }
        lead(desk, tx, self.file, &self.programme().await?).await?;
        Ok(impact)
    }

    /// An offering of the file.
    fn wanted(&self, key: &str) -> Option<&CheckedOffering> {
        self.file.offerings.iter().find(|wanted| wanted.key == key)
    }

    /// What nobody knows of gets its address, its topic, and whether it counts.
    async fn reshape(&self) -> Result<(), NotImported> {
        for key in &self.plan.reshape {
            let programme = self.programme().await?;
            let offered = programme.offerings.iter().find(|offered| offered.row.key == *key);
            let (Some(offered), Some(wanted)) = (offered, self.wanted(key)) else { continue };
            let topic = topic_of(self.tx, wanted).await?;
            let shape = Shape { slug: wanted.slug.clone(), counts: wanted.counts_toward_rule, topic };
            let seen = (offered.row.id, offered.row.version);
            let done = reshape_offering_in(self.desk, self.tx, seen, &shape, Actor::Command).await;
            done.map_err(|error| said::not_done(&Part::Offering(key.clone()), error))?;
        }
        Ok(())
    }

    /// What is new comes as a draft: it is shown like any other.
    async fn add(&self) -> Result<(), NotImported> {
        let programme = self.programme().await?;
        for key in &self.plan.add {
            let Some(wanted) = self.wanted(key) else { continue };
            let status = if wanted.cancelled { OfferingStatus::Cancelled } else { OfferingStatus::Draft };
            let row = offering_row(self.tx, self.edition, wanted, status, self.desk.clock.now()).await?;
            let new = (row, session_rows(wanted));
            store_offering(self.desk, self.tx, &programme.edition, new, Actor::Command).await?;
        }
        Ok(())
    }

    /// The order of the file.
    async fn order(&self) -> Result<(), NotImported> {
        let programme = self.programme().await?;
        let row = |key: &String| {
            programme
                .offerings
                .iter()
                .find(|offered| offered.row.key == *key)
                .map(|offered| offered.row.clone())
        };
        let order = self.file.offerings.iter().filter_map(|wanted| row(&wanted.key)).collect();
        Ok(set_order(self.tx, order).await?)
    }
}
