//! Somebody was there and the register does not say so: what they say, and the office's answer.

const UP: &[&str] = &[
    "CREATE TABLE disputes (
        id $id,
        session_id $int NOT NULL REFERENCES sessions (id),
        person_id $int NOT NULL REFERENCES persons (id),
        opened_at $time NOT NULL,
        text_id $int REFERENCES texts (id),        -- what the person says, where they say anything
        settled_at $time,
        settled_by $int REFERENCES persons (id),   -- none: a register that took effect later says it
        outcome TEXT CHECK (outcome IN ('accepted', 'declined')),
        answer_text_id $int REFERENCES texts (id),
        CHECK ((settled_at IS NULL) = (outcome IS NULL))
    )",
    // One open dispute per person and session.
    "CREATE UNIQUE INDEX disputes_one_open ON disputes (session_id, person_id) WHERE settled_at IS NULL",
    "CREATE INDEX disputes_person ON disputes (person_id)",
    // The office looks for open tasks on every page of the day; of those that are settled there will be many.
    "CREATE INDEX tasks_open ON tasks (edition_id, kind) WHERE settled_at IS NULL",
];

// The index of the tasks goes with its table.
crate::migration!(UP, &["disputes"]);
