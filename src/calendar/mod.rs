//! iCalendar objects: the only layer that says `ics`. The contract is CALENDAR.md in words of its own here; the
//! crate only strings content lines together, so escaping, quoting and folding are ours (`text`). `invite` is one
//! appointment in a mail; `feed` is several of them, subscribed to or downloaded.

pub mod feed;
pub mod invite;
mod text;
mod zone;
