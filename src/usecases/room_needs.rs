//! *Needs in the room* go with an enrolment: only the trainer of its session reads them, and they are erased a month after
//! it, wherever it is moved to.

use super::{Outcome, Scene};
use crate::domain::enrolment::State;
use crate::domain::room_needs::erased_at;
use crate::domain::session::Timing;
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::Offered;
use crate::store::texts;

impl Scene<'_> {
    /// Stores what a person needs in the room with an enrolment; they consented to it.
    pub(super) async fn store_needs(
        &self,
        person_id: i64,
        enrolment_id: i64,
        offering_id: i64,
        needs: &str,
    ) -> Outcome<()> {
        let last = self.offered(offering_id)?.timings().last().map(Timing::ends_at);
        let erase_at = erased_at(last, self.now);
        let text = texts::add(self.tx, Some(person_id), needs, self.now, Some(erase_at)).await?;
        Ok(enrolments::set_needs(self.tx, enrolment_id, text).await?)
    }

    /// One enrolment is given for another one: the needs go with the person. The consent stands, and the trainer of what
    /// was given up reads them no more.
    pub(super) async fn carry_needs(&self, from: &Enrolment, to: &Enrolment) -> Outcome<()> {
        let Some(id) = from.needs_id else { return Ok(()) };
        let Some(needs) = texts::bodies(self.tx, &[id]).await?.remove(&id) else { return Ok(()) };
        texts::empty(self.tx, id).await?;
        self.store_needs(to.person_id, to.id, to.offering_id, &needs).await
    }

    /// The sessions of an offering are held at another time: its needs are read until then, and go a month after it. Of
    /// whoever left nothing is kept longer than before.
    pub(super) async fn needs_follow(&self, was: &Offered, offered: &Offered) -> Outcome<()> {
        let last = |offered: &Offered| offered.timings().last().map(Timing::ends_at);
        let moved = last(offered).filter(|end| last(was) != Some(*end));
        let Some(end) = moved else { return Ok(()) };
        let erase_at = erased_at(Some(end), self.now);
        for enrolment in enrolments::in_offerings(self.tx, &[offered.row.id]).await? {
            let Some(needs) = enrolment.needs_id else { continue };
            if matches!(enrolment.state()?, State::Cancelled(_)) {
                texts::erase_by(self.tx, needs, erase_at).await?;
            } else {
                texts::erase_at(self.tx, needs, erase_at).await?;
            }
        }
        Ok(())
    }
}
