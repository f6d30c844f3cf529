//! The office's work on people: calls in place of letters, addresses that wait for their owner's word, notes, and where a
//! consent was given.

const UP: &[&str] = &[
    // A line of the call list: what a person without an address is told; who settled it stands in its task.
    "CREATE TABLE calls (
        id $id,
        task_id $int NOT NULL UNIQUE REFERENCES tasks (id),
        language TEXT NOT NULL,
        payload TEXT NOT NULL,                 -- JSON as in the outbox, without names and without links
        due_at $time NOT NULL                  -- a change waits for another one, as letters do
    )",
    "CREATE INDEX tasks_person ON tasks (person_id)",
    "CREATE TABLE address_changes (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        new_email TEXT CHECK (new_email = lower(new_email)), -- emptied once confirmed, replaced or run out
        token_hash TEXT UNIQUE,
        asked_by $int NOT NULL REFERENCES persons (id),
        asked_at $time NOT NULL,
        expires_at $time NOT NULL,
        confirmed_at $time
    )",
    "CREATE INDEX address_changes_person ON address_changes (person_id)",
    // The words stand in `texts`; a note that was taken away keeps its dates only.
    "CREATE TABLE person_notes (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        text_id $int NOT NULL REFERENCES texts (id),
        written_by $int NOT NULL REFERENCES persons (id),
        written_at $time NOT NULL,
        removed_at $time
    )",
    "CREATE INDEX person_notes_person ON person_notes (person_id)",
    // `phone`: told by somebody of the office, who ticked it; none = read on a page, or aloud in the room.
    "ALTER TABLE consents ADD COLUMN source TEXT",
];

crate::migration!(UP, &["person_notes", "address_changes", "calls"]);
