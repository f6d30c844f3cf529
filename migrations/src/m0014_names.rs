//! A name that somebody confirmed and the office wrote otherwise since is confirmed no longer; that they did stays known.

const UP: &[&str] = &["ALTER TABLE name_checks ADD COLUMN void_at $time"];

// The column goes with its table.
crate::migration!(UP, &[]);
