//! More roles than admin, one for each person; and an audit that nobody can rewrite.

const UP: &[&str] = &[
    // A CHECK is changed by making the table anew; nobody had two roles, because there was one.
    "CREATE TABLE roles_more (
        id $id,
        person_id $int NOT NULL UNIQUE REFERENCES persons (id),
        role TEXT NOT NULL CHECK (role IN ('admin', 'secretary', 'reader')),
        granted_at $time NOT NULL
    )",
    "INSERT INTO roles_more (person_id, role, granted_at) SELECT person_id, role, granted_at FROM roles",
    "DROP TABLE roles",
    "ALTER TABLE roles_more RENAME TO roles",
    // Append-only in the database itself: its rows hold ids and codes alone, so that erasing a person needs no change.
    "-- sqlite
    CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    "-- sqlite
    CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    "-- postgres
    CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''the audit is append-only''; END'",
    "-- postgres
    CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()",
    "-- postgres
    CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
    "CREATE INDEX audit_subject ON audit (subject, subject_id)",
    "CREATE INDEX audit_actor ON audit (actor_id)",
    "CREATE INDEX audit_act ON audit (act)",
];

// The tables go with the changes that made them.
crate::migration!(UP, &[]);
