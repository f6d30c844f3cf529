//! What happens by itself when its time comes: registers take effect, holds end, letters leave, traces of
//! unconfirmed people go. Jobs write through use cases. To add one: 1. a use case that does what is due and can
//! be run twice; 2. its line in `Jobs::round`.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::mail::postman::Postman;
use crate::store::leases;
use crate::usecases::send_letters::Lane;
use crate::usecases::{
    Desk, Outcome, award_all, close_lines, drop_calls, erase_unconfirmed, expire_holds, hand_over,
    look_again, next_due, offer_places, remind_staff, take_effect,
};

mod deliver_outbox;

/// The jobs of one program.
#[derive(Clone)]
pub struct Jobs {
    desk: Desk,
    postman: Postman,
    holder: String,
}

/// What the jobs remember between two looks; nothing of it has to survive a restart.
#[derive(Default)]
struct Memory {
    /// When the slow jobs looked last.
    last_slow: Option<DateTime<Utc>>,
    /// The minute in which reminders of staff were looked at last: they fall due on whole minutes.
    last_minute: Option<i64>,
    trouble: award_all::Trouble,
}

/// How often a job looks for what is due.
const BEAT: Duration = Duration::from_millis(300);
/// How long a lease is kept without a sign of life.
const LEASE: TimeDelta = TimeDelta::seconds(30);
/// How often the slow jobs look.
const SLOW: TimeDelta = TimeDelta::hours(1);

impl Jobs {
    /// The jobs of this program; `holder` tells it from others on the same database.
    pub fn new(desk: Desk, postman: Postman, holder: String) -> Self {
        Self { desk, postman, holder }
    }

    /// Runs until told to stop; a letter that is being handed over is finished first.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let deciding = self.clone().decide_until(stop.clone());
        let sign_ins = self.clone().deliver_until(Lane::SignIn, stop.clone());
        let others = self.deliver_until(Lane::Normal, stop);
        tokio::join!(deciding, sign_ins, others);
    }

    async fn decide_until(self, stop: watch::Receiver<bool>) {
        let mut memory = Memory::default();
        while !*stop.borrow() {
            if let Err(error) = self.round(&mut memory).await {
                tracing::error!(%error, "a job failed; it is tried again");
                tokio::time::sleep(Duration::from_secs(2)).await;
            }
            tokio::time::sleep(BEAT).await;
        }
    }

    async fn deliver_until(self, lane: Lane, stop: watch::Receiver<bool>) {
        let mut to_fold = false;
        while !*stop.borrow() {
            match self.deliver(lane, || *stop.borrow()).await {
                Ok(0) => {
                    self.fold_log(&mut to_fold).await;
                    tokio::time::sleep(BEAT).await;
                }
                Ok(_) => to_fold = true,
                Err(error) => {
                    tracing::error!(%error, "letters could not be delivered; they are tried again");
                    tokio::time::sleep(Duration::from_secs(2)).await;
                }
            }
        }
    }

    /// Once letters have left, their links and codes leave the disk too.
    async fn fold_log(&self, to_fold: &mut bool) {
        if std::mem::take(to_fold)
            && let Err(error) = self.desk.store.fold_log().await
        {
            tracing::error!(%error, "the database's log could not be folded; it is tried after the next letter");
        }
    }

    /// One look at everything but letters, if this program holds the lease.
    async fn round(&self, memory: &mut Memory) -> Outcome<()> {
        let now = self.desk.clock.now();
        if !self.desk.store.is_embedded() {
            let tx = self.desk.store.begin().await?;
            let mine = leases::take(&tx, "jobs", &self.holder, now, now + LEASE).await?;
            tx.commit().await?;
            if !mine {
                return Ok(());
            }
        }
        take_effect::take_effect(&self.desk).await?;
        expire_holds::expire_holds(&self.desk).await?;
        close_lines::close_lines(&self.desk).await?;
        offer_places::offer_places(&self.desk).await?;
        hand_over::hand_over(&self.desk).await?;
        let minute = Some(now.timestamp().div_euclid(60));
        if memory.last_minute != minute {
            remind_staff::remind_staff(&self.desk).await?;
            memory.last_minute = minute;
        }
        award_all::go_on(&self.desk, &mut memory.trouble).await?;
        if memory.last_slow.is_none_or(|last| now - last >= SLOW) {
            look_again::look_again(&self.desk).await?;
            erase_unconfirmed::erase_unconfirmed(&self.desk).await?;
            drop_calls::drop_calls(&self.desk).await?;
            self.desk.store.fold_log().await?;
            memory.last_slow = Some(now);
        }
        Ok(())
    }

    /// Does everything that is due now, and what becomes due by it, until nothing is left: for tests and for a
    /// cast that is replayed.
    ///
    /// # Errors
    /// The first fault.
    pub async fn settle(&self) -> Outcome<()> {
        self.settle_on(&mut Memory::default()).await
    }

    /// Settles without the jobs that looked a short while ago.
    async fn settle_on(&self, memory: &mut Memory) -> Outcome<()> {
        self.round(memory).await?;
        while award_all::go_on(&self.desk, &mut memory.trouble).await? > 0 {}
        if self.postman.sends() {
            while self.deliver(Lane::SignIn, || false).await? + self.deliver(Lane::Normal, || false).await?
                > 0
            {}
            self.desk.store.fold_log().await?;
        }
        Ok(())
    }

    /// Moves the clock on to an instant, and stops at everything that falls due on the way, in order.
    ///
    /// # Errors
    /// The first fault; the clock stands where it happened.
    pub async fn advance(&self, to: DateTime<Utc>) -> Outcome<()> {
        let mut memory = Memory::default();
        self.settle_on(&mut memory).await?;
        while let Some(due) = next_due::next_due(&self.desk).await?.filter(|due| *due < to) {
            self.desk.clock.stand_at(due);
            self.settle_on(&mut memory).await?;
        }
        self.desk.clock.stand_at(to);
        self.settle().await
    }
}
