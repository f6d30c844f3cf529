//! The office's own: what staff did, what only a person can settle, who runs which job, facts about the database.

const UP: &[&str] = &[
    "CREATE TABLE audit (
        id $id,
        at $time NOT NULL,
        actor TEXT NOT NULL CHECK (actor IN ('person', 'staff', 'job', 'command')),
        actor_id $int REFERENCES persons (id),
        act TEXT NOT NULL,
        subject TEXT NOT NULL,                 -- table name of what was acted on
        subject_id $int,
        person_id $int REFERENCES persons (id), -- whom it concerns
        detail TEXT,                           -- JSON: ids and codes, before and after
        text_id $int REFERENCES texts (id)
    )",
    "CREATE INDEX audit_person ON audit (person_id)",
    "CREATE TABLE tasks (
        id $id,
        kind TEXT NOT NULL,
        edition_id $int REFERENCES editions (id),
        person_id $int REFERENCES persons (id),
        session_id $int REFERENCES sessions (id),
        enrolment_id $int REFERENCES enrolments (id),
        key TEXT NOT NULL UNIQUE,              -- the same task is made once
        created_at $time NOT NULL,
        settled_at $time,
        settled_by $int REFERENCES persons (id),
        text_id $int REFERENCES texts (id)
    )",
    "CREATE TABLE leases (
        name TEXT PRIMARY KEY,
        holder TEXT NOT NULL,
        until_at $time NOT NULL
    )",
    "CREATE TABLE meta (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    )",
];

crate::migration!(UP, &["meta", "leases", "tasks", "audit"]);
