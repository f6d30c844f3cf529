//! Percorso, the registration system of an association that trains people in steps.
//!
//! Layers outside, business words inside, audiences at the edge: see ARCHITECTURE.md, whose table
//! `tests/architecture.rs` checks.

pub mod clock;
pub mod domain;
pub mod random;
pub mod secret;
pub mod store;
