//! Certificates and statements, how they are numbered, checked and given to many; who looked at how their name is
//! spelled.

const UP: &[&str] = &[
    // The last number of a year: raised in the transaction that gives it, so that none is left out.
    "CREATE TABLE certificate_series (
        series TEXT PRIMARY KEY,               -- prefix and year: AMA-2014
        last $int NOT NULL CHECK (last >= 1)
    )",
    "CREATE TABLE certificates (
        id $id,
        kind TEXT NOT NULL CHECK (kind IN ('course', 'workshop')),
        person_id $int NOT NULL REFERENCES persons (id),
        edition_id $int NOT NULL REFERENCES editions (id),
        offering_id $int NOT NULL REFERENCES offerings (id),
        series TEXT REFERENCES certificate_series (series), -- a statement has no number
        number $int CHECK (number >= 1),
        suffix $int NOT NULL DEFAULT 0 CHECK (suffix >= 0), -- 0 = as first given, 1 = /b …
        code TEXT NOT NULL UNIQUE,             -- random: what the public check asks for
        name_text_id $int NOT NULL REFERENCES texts (id),   -- the name as printed; erasure empties it
        facts TEXT NOT NULL,                   -- JSON: what it states, without names
        issued_at $time NOT NULL,
        issued_by $int REFERENCES persons (id), -- none: a statement, which anybody fetches for themselves
        replaced_at $time,
        replaced_by $int REFERENCES certificates (id),
        revoked_at $time,
        revoked_by $int REFERENCES persons (id),
        text_id $int REFERENCES texts (id),    -- why it was revoked
        CHECK (kind = 'workshop' OR (series IS NOT NULL AND number IS NOT NULL AND issued_by IS NOT NULL)),
        CHECK (issued_by IS NULL OR issued_by <> person_id),
        UNIQUE (series, number, suffix)
    )",
    "CREATE UNIQUE INDEX certificates_live ON certificates (person_id, offering_id)
        WHERE replaced_at IS NULL AND revoked_at IS NULL",
    "CREATE INDEX certificates_offering ON certificates (offering_id)",
    // A request to publish for everybody who is ready: a job does some at a time, and goes on after a restart.
    "CREATE TABLE certificate_batches (
        id $id,
        edition_id $int NOT NULL REFERENCES editions (id),
        asked_by $int NOT NULL REFERENCES persons (id),
        asked_at $time NOT NULL,
        total $int NOT NULL,
        done $int NOT NULL DEFAULT 0,
        finished_at $time
    )",
    "CREATE UNIQUE INDEX certificate_batches_open ON certificate_batches (edition_id) WHERE finished_at IS NULL",
    // Somebody was asked how their name is spelled; once in an edition.
    "CREATE TABLE name_checks (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        edition_id $int NOT NULL REFERENCES editions (id),
        asked_at $time NOT NULL,
        asked_by $int NOT NULL REFERENCES persons (id),
        answered_at $time,
        text_id $int REFERENCES texts (id),    -- the name as it was, where it was corrected
        UNIQUE (person_id, edition_id)
    )",
];

crate::migration!(UP, &["name_checks", "certificate_batches", "certificates", "certificate_series"]);
