//! Doubts about a certificate: a mark was corrected, and what is printed says something else than the register.

use super::{Outcome, Scene};
use crate::domain::correction::Follows;
use crate::store::tasks::{self, Task};

impl Scene<'_> {
    /// The open ones about somebody in this edition: one for each session.
    pub(super) async fn certificate_doubts(&self, person_id: i64) -> Outcome<Vec<Task>> {
        let (edition_id, kind) = (self.programme.edition.id, Follows::CertificateInDoubt.code());
        Ok(tasks::open_of_person(self.tx, edition_id, person_id, kind).await?)
    }

    /// Settles them with the words of what was decided.
    pub(super) async fn settle_doubts(&self, doubts: &[Task], staff: i64, text_id: i64) -> Outcome<()> {
        for doubt in doubts {
            tasks::settle(self.tx, doubt.id, self.now, staff, text_id).await?;
        }
        Ok(())
    }
}
