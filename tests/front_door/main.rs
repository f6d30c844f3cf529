//! Every test that drives the program through its front door: pages, forms, mails, on SQLite and on PostgreSQL.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says why"
)]

mod harness;

mod audit;
mod forgetting;
mod hostile;
mod import;
mod invites;
mod journey;
mod letters;
mod mail_links;
mod office;
mod outbox;
mod pages;
mod path;
mod register;
mod roles;
mod sign_in;
mod sign_up;
mod sign_up_again;
mod stampede;
mod two_phones;
mod walk_ins;
mod withdrawing;
