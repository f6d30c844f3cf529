//! What happened in the room, and what follows from it.

const UP: &[&str] = &[
    // Append-only: the latest row of a person and session is the mark.
    "CREATE TABLE marks (
        id $id,
        session_id $int NOT NULL REFERENCES sessions (id),
        person_id $int NOT NULL REFERENCES persons (id),
        value TEXT NOT NULL CHECK (value IN ('present', 'late', 'left_early', 'absent', 'excused', 'cleared')),
        marked_at $time NOT NULL,
        marked_by $int NOT NULL REFERENCES persons (id),
        nonce TEXT NOT NULL UNIQUE,
        text_id $int REFERENCES texts (id)
    )",
    "CREATE INDEX marks_session ON marks (session_id, person_id, id)",
    // One row per closing.
    "CREATE TABLE registers (
        id $id,
        session_id $int NOT NULL REFERENCES sessions (id),
        closed_at $time NOT NULL,
        closed_by $int NOT NULL REFERENCES persons (id),
        effective_at $time NOT NULL,
        undone_at $time,
        took_effect_at $time                   -- when its consequences were decided
    )",
    "CREATE UNIQUE INDEX registers_one ON registers (session_id) WHERE undone_at IS NULL",
    // What counts: the marks as they stood when the register took effect.
    "CREATE TABLE attendance (
        id $id,
        session_id $int NOT NULL REFERENCES sessions (id),
        person_id $int NOT NULL REFERENCES persons (id),
        value TEXT NOT NULL,
        register_id $int NOT NULL REFERENCES registers (id),
        UNIQUE (session_id, person_id)
    )",
    "CREATE INDEX attendance_person ON attendance (person_id)",
    // The dated fact that the rule was reached; ended only by a person's decision.
    "CREATE TABLE rule_reached (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        edition_id $int NOT NULL REFERENCES editions (id),
        reached_at $time NOT NULL,
        required $int NOT NULL,
        rule_version $int NOT NULL,
        topics TEXT NOT NULL,                  -- JSON list of topic ids
        ended_at $time
    )",
    "CREATE UNIQUE INDEX rule_reached_one ON rule_reached (person_id, edition_id) WHERE ended_at IS NULL",
    "CREATE TABLE waivers (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        edition_id $int NOT NULL REFERENCES editions (id),
        granted_by $int NOT NULL REFERENCES persons (id),
        granted_at $time NOT NULL,
        text_id $int NOT NULL REFERENCES texts (id),
        ended_at $time
    )",
    "CREATE UNIQUE INDEX waivers_one ON waivers (person_id, edition_id) WHERE ended_at IS NULL",
];

crate::migration!(UP, &["waivers", "rule_reached", "attendance", "registers", "marks"]);
