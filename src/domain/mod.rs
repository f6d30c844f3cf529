//! What Percorso decides, and nothing else: facts in, decisions out.
//!
//! No async, no SQL, no HTTP, no clock: the time and every random token are arguments. Each decision is one
//! pure function in a file named after it, tested without a database. To add a decision: 1. name it with the
//! field's word; 2. write its facts as a struct whose fields a reader of the announcement would recognise;
//! 3. write its edge cases as named tests; 4. let a use case load the facts and save the outcome.

pub mod admission;
pub mod as_seen;
pub mod attendance;
pub mod award;
pub mod certificate;
pub mod change;
pub mod correction;
pub mod course_begin;
pub mod day_deadline;
pub mod days_short;
pub mod dispute;
pub mod edition;
pub mod edition_file;
pub mod eligibility;
pub mod enrolment;
pub mod erasure;
pub mod handed_over;
pub mod hold;
pub mod holiday;
pub mod impact;
pub mod invite;
pub mod letter;
pub mod look_up;
pub mod mail_slip;
pub mod offering;
pub mod path_slots;
pub mod path_state;
pub mod person;
pub mod proposal;
pub mod publishing;
pub mod qualification;
pub mod reason;
pub mod refusal;
pub mod register;
pub mod reminder;
pub mod role;
pub mod room_needs;
pub mod same_title;
pub mod second_click;
pub mod session;
pub mod slug;
pub mod staff_reminder;
pub mod stage;
pub mod text;
pub mod today;
pub mod waiting_list;
