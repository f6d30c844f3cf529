//! iCalendar objects: the only layer that says `ics`. The contract is CALENDAR.md in words of its own here; the
//! crate only strings content lines together, so escaping, quoting and folding are ours (`text`).

pub mod invite;
mod text;
mod zone;
