//! Who: persons, what they consented to, their roles, how they sign in, and the texts about them.

const UP: &[&str] = &[
    "CREATE TABLE persons (
        id $id,
        email TEXT UNIQUE CHECK (email = lower(email)), -- none: entered by the office without one
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        search TEXT NOT NULL,                  -- names and address, folded: accents and case do not matter
        phone TEXT,
        profile TEXT,
        language TEXT NOT NULL CHECK (language IN ('it', 'en')),
        takes_invites BOOLEAN NOT NULL,
        created_at $time NOT NULL,
        email_confirmed_at $time,              -- none: only unconfirmed sign-ups so far
        erased_at $time
    )",
    "CREATE INDEX persons_search ON persons (search)",
    // Reasons, needs in the room, before and after of free text: the only place that holds them.
    "CREATE TABLE texts (
        id $id,
        person_id $int REFERENCES persons (id),
        body TEXT,                             -- emptied when the person is erased or its time is over
        created_at $time NOT NULL,
        erase_at $time
    )",
    "CREATE TABLE consents (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        kind TEXT NOT NULL CHECK (kind IN ('privacy', 'needs')),
        version TEXT NOT NULL,
        language TEXT NOT NULL,
        given_at $time NOT NULL,
        withdrawn_at $time
    )",
    "CREATE TABLE roles (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        role TEXT NOT NULL CHECK (role IN ('admin')),
        granted_at $time NOT NULL,
        UNIQUE (person_id, role)
    )",
    "CREATE TABLE session_trainers (
        session_id $int NOT NULL REFERENCES sessions (id),
        person_id $int NOT NULL REFERENCES persons (id),
        PRIMARY KEY (session_id, person_id)
    )",
    // A row for unknown addresses too, so that both look the same. Link and code are stored keyed.
    "CREATE TABLE sign_in_requests (
        id $id,
        handle TEXT NOT NULL UNIQUE,           -- names the request in the code's form
        email TEXT NOT NULL,
        person_id $int REFERENCES persons (id),
        token_hash TEXT NOT NULL UNIQUE,
        code_mac TEXT NOT NULL,
        tries $int NOT NULL DEFAULT 0,
        created_at $time NOT NULL,
        expires_at $time NOT NULL,
        used_at $time
    )",
    "CREATE INDEX sign_in_requests_email ON sign_in_requests (email, created_at)",
    "CREATE TABLE sign_ins (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        token_hash TEXT NOT NULL UNIQUE,
        created_at $time NOT NULL,
        expires_at $time NOT NULL,
        revoked_at $time
    )",
];

crate::migration!(
    UP,
    &["sign_ins", "sign_in_requests", "session_trainers", "roles", "consents", "texts", "persons"]
);
