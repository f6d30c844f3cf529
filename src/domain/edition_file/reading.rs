//! A file as far as it can be read. What is wrong with it by itself does not keep what it means beside what stands from being
//! looked at: everything that is wrong is said in one round.

use super::lines::Lines;
use super::{Checked, CheckedEdition, CheckedOffering, CheckedTrainer, Fault};

/// What was read of a file, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The key of its edition, as it stands in the file; empty where that is no file of this form.
    pub key: String,
    /// What is wrong with it by itself, in the order of the file.
    pub faults: Vec<Fault>,
    /// Where its parts stand.
    pub lines: Lines,
    /// Its edition; none where that cannot be told.
    pub(super) edition: Option<CheckedEdition>,
    /// Its offerings, in the order of the file.
    pub(super) offerings: Vec<OfferingRead>,
    /// Who leads.
    pub(super) trainers: Vec<CheckedTrainer>,
}

/// What was read of one offering.
#[derive(Clone, Debug)]
pub(super) struct OfferingRead {
    /// Its key, as it stands in the file.
    pub(super) key: String,
    /// What it says; none where its kind cannot be told.
    pub(super) offering: Option<CheckedOffering>,
    /// The numbers of its sessions, in the order of the file.
    pub(super) numbers: Vec<i64>,
}

impl Reading {
    /// What the file says; none where something is wrong with it.
    pub fn checked(&self) -> Option<Checked> {
        let edition = self.edition.clone().filter(|_| self.faults.is_empty())?;
        let offerings = self.offerings.iter().filter_map(|read| read.offering.clone()).collect();
        Some(Checked { edition, offerings, trainers: self.trainers.clone() })
    }

    /// What of the file is beyond doubt: each part with a fault is as it `stands`, or left out where it is new. None where
    /// nothing is left to be looked at.
    pub fn beyond_doubt(&self, stands: Option<&Checked>) -> Option<Checked> {
        let stood = |key: &str| stands.and_then(|file| file.offerings.iter().find(|o| o.key == key));
        let edition = if self.doubted("edition.") {
            stands.map(|file| file.edition.clone())
        } else {
            self.edition.clone()
        }?;
        let mut offerings: Vec<CheckedOffering> = Vec::new();
        for (index, read) in self.offerings.iter().enumerate() {
            let known = offerings.iter().any(|one| one.key == read.key);
            let found = self.offering(index, read, stood(&read.key));
            offerings.extend(found.filter(|_| !known));
        }
        // A key that cannot be read may be any of those that seem to be missing.
        let keys = (0..self.offerings.len()).any(|index| self.doubted(&format!("{}key", prefix(index))));
        if let Some(file) = stands.filter(|_| keys) {
            let missing = file.offerings.iter().filter(|one| self.offerings.iter().all(|r| r.key != one.key));
            offerings.extend(missing.cloned());
        }
        Some(Checked { edition, offerings, trainers: self.trainers.clone() })
    }

    /// One offering without what is in doubt.
    fn offering(
        &self,
        index: usize,
        read: &OfferingRead,
        stands: Option<&CheckedOffering>,
    ) -> Option<CheckedOffering> {
        let prefix = prefix(index);
        let session = |place: usize| format!("{prefix}session[{}].", place + 1);
        let numbered = |place: usize| self.doubted(&format!("{}number", session(place)));
        let own = |fault: &Fault| {
            fault.field.strip_prefix(&prefix).is_some_and(|field| !field.starts_with("session["))
        };
        if self.faults.iter().any(own) || (0..read.numbers.len()).any(numbered) {
            return stands.cloned();
        }
        let mut offering = read.offering.clone()?;
        let doubted = read.numbers.iter().enumerate().filter(|(place, _)| self.doubted(&session(*place)));
        let doubted: Vec<i64> = doubted.map(|(_, number)| *number).collect();
        let old = |number: i64| {
            stands.and_then(|one| one.sessions.iter().find(|old| old.number == number)).cloned()
        };
        // What comes behind a new session that is left out would be counted wrongly.
        let first_out = doubted.iter().copied().filter(|number| old(*number).is_none()).min();
        offering.sessions.retain(|session| first_out.is_none_or(|out| session.number < out));
        for session in &mut offering.sessions {
            if let Some(old) = old(session.number).filter(|_| doubted.contains(&session.number)) {
                *session = old;
            }
        }
        Some(offering)
    }

    /// Whether something is wrong with a field that begins so.
    fn doubted(&self, prefix: &str) -> bool {
        self.faults.iter().any(|fault| fault.field.starts_with(prefix))
    }
}

/// How the names of an offering's fields begin.
fn prefix(index: usize) -> String {
    format!("offering[{}].", index + 1)
}
