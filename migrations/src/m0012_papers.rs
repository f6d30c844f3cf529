//! What certificates and statements print of an edition: the project it is part of, and the city it is held in.

const UP: &[&str] = &[
    // Both are printed as they stand; null = the paper says nothing of it.
    "ALTER TABLE editions ADD COLUMN project TEXT",
    "ALTER TABLE editions ADD COLUMN city TEXT",
];

crate::migration!(UP, &[]);
