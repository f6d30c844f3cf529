//! Invites of somebody who takes none by mail: what is saved counts as told, by the feed.

use chrono::TimeDelta;

use super::waiting::Look;
use super::{Carried, Due, Invite, Place};
use crate::domain::invite::{Appointment, Message, fed};
use crate::domain::letter::Method;
use crate::store::invites;
use crate::store::sessions::Session;
use crate::usecases::post::json;
use crate::usecases::{Outcome, Scene};

impl Scene<'_> {
    /// For somebody who takes no invites: what is saved counts as told, by the feed. What was mailed before is first
    /// taken back.
    pub(super) async fn feed_only(
        &self,
        place: Place<'_>,
        session: &Session,
        mut existing: Option<Invite>,
        look: &Look,
        wanted: Option<&Appointment>,
    ) -> Outcome<Due> {
        // A CANCEL on its way takes back what was mailed: it goes on.
        let request = look.known.waiting.as_ref().is_some_and(|waiting| waiting.method == Method::Request);
        if request {
            // Whoever still comes is told in words what the letter was about; it had no calendar in it alone.
            let done = match wanted {
                Some(_) => self.take_out(existing.as_ref(), look).await?,
                None => self.withdraw(existing.as_ref(), look).await?,
            };
            if !done {
                let again = match &existing {
                    Some(invite) => self.look(invite).await?,
                    None => Look::default(),
                };
                return Box::pin(self.feed_only(place, session, existing, &again, wanted)).await;
            }
            existing = self.read_again(existing).await?;
        }
        let known = &look.known;
        let (cancel, told) = fed(wanted, known);
        let Some(mut told) = told else { return Ok(Due::Nothing) };
        let dtstamp = existing
            .as_ref()
            .map_or(self.now, |invite| self.now.max(invite.last_dtstamp + TimeDelta::seconds(1)));
        let invite = match existing {
            Some(invite) => invite,
            None => self.new_invite(place, session, dtstamp).await?,
        };
        let method = if told.ended { Method::Cancel } else { Method::Request };
        told.stamp = Some(dtstamp);
        let message = Message { method, sequence: told.sequence };
        self.store_now(&invite, message, &told.appointment, dtstamp).await?;
        invites::set_told(self.tx, invite.id, json(&told)?).await?;
        Ok(match cancel {
            None => Due::Nothing,
            Some(cancel) => {
                // A CANCEL repeats what the last REQUEST said (R55).
                let shown = known.in_mail.clone().unwrap_or_default();
                let facts = self.facts(place, session, &invite.uid, cancel, &shown, dtstamp);
                Due::Letter(Box::new(Carried { facts, invite_id: invite.id }))
            }
        })
    }
}
