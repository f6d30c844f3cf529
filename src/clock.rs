//! The only place that reads the system's time. Everything else asks a [`Clock`], so that tests stand still,
//! the demo lives in September 2014, and a replayed cast moves through its season.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};

/// Tells the time: the system's, moved by a shift, or standing still where it was put.
#[derive(Clone, Debug)]
pub struct Clock(Arc<RwLock<Mode>>);

#[derive(Clone, Copy, Debug)]
enum Mode {
    Running { shift: TimeDelta },
    Still(DateTime<Utc>),
}

impl Clock {
    /// The system's time.
    pub fn system() -> Self {
        Self::shifted(TimeDelta::zero())
    }

    /// The system's time, moved.
    pub fn shifted(shift: TimeDelta) -> Self {
        Self(Arc::new(RwLock::new(Mode::Running { shift })))
    }

    /// A clock that stands still.
    pub fn still(at: DateTime<Utc>) -> Self {
        Self(Arc::new(RwLock::new(Mode::Still(at))))
    }

    /// Now, in UTC, truncated to milliseconds: what both databases keep alike.
    pub fn now(&self) -> DateTime<Utc> {
        let mode = *self.0.read().unwrap_or_else(PoisonError::into_inner);
        let now = match mode {
            Mode::Running { shift } => system_now() + shift,
            Mode::Still(at) => at,
        };
        now.trunc_subsecs(3)
    }

    /// Stands still at an instant from now on.
    pub fn stand_at(&self, at: DateTime<Utc>) {
        self.put(Mode::Still(at));
    }

    /// Runs on from an instant; gives back the shift against the system's time.
    pub fn run_from(&self, at: DateTime<Utc>) -> TimeDelta {
        let shift = at - system_now();
        self.put(Mode::Running { shift });
        shift
    }

    fn put(&self, mode: Mode) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = mode;
    }
}

/// The first instant a [`Clock`] can show that is not earlier: whole milliseconds, rounded up.
pub fn shown_from(at: DateTime<Utc>) -> DateTime<Utc> {
    let whole = at.trunc_subsecs(3);
    if whole < at { whole + TimeDelta::milliseconds(1) } else { whole }
}

/// Measures how long something takes; tells no time of day.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Begins now.
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Since then.
    pub fn milliseconds(self) -> f64 {
        self.0.elapsed().as_secs_f64() * 1000.0
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the system's time")]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_still_clock_moves_only_when_it_is_put() {
        let at: DateTime<Utc> = "2014-09-15T07:00:00.123456Z".parse().unwrap();
        let clock = Clock::still(at);
        assert_eq!(clock.now().to_rfc3339(), "2014-09-15T07:00:00.123+00:00");
        clock.stand_at(at + TimeDelta::days(1));
        assert_eq!(clock.now().to_rfc3339(), "2014-09-16T07:00:00.123+00:00");
    }

    #[test]
    fn a_clock_set_running_goes_on_from_where_it_was_put() {
        let at: DateTime<Utc> = "2014-09-15T07:00:00Z".parse().unwrap();
        let clock = Clock::system();
        let shift = clock.run_from(at);
        assert!(shift < TimeDelta::zero());
        assert!(clock.now() >= at && clock.now() < at + TimeDelta::minutes(1));
    }
}
