//! When a session was last called otherwise: that alone gives its appointment a later stamp under the same SEQUENCE.

const UP: &[&str] = &[
    "ALTER TABLE sessions ADD COLUMN renamed_at $time",
    // No stamp that was shown is earlier again.
    "UPDATE sessions SET renamed_at = changed_at",
];

// The column goes with its table.
crate::migration!(UP, &[]);
