//! Percorso, the registration system of an association that trains people in steps.
//!
//! Layers outside, business words inside, audiences at the edge: see ARCHITECTURE.md, whose table
//! `tests/architecture.rs` checks.

pub mod calendar;
pub mod cli;
pub mod clock;
pub mod config;
pub mod documents;
pub mod domain;
pub mod jobs;
pub mod mail;
pub mod random;
pub mod secret;
pub mod store;
pub mod usecases;
pub mod web;
pub mod words;
