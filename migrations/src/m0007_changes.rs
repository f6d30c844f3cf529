//! Calendars that stay true: what each invite was told, versions against two editors at once, public UIDs, feeds,
//! links that answer an offer, letters that can be found again.

const UP: &[&str] = &[
    // What a calendar shows now, and what it was last told by a letter begun or by the feed: JSON.
    "ALTER TABLE invites ADD COLUMN shown TEXT",
    "ALTER TABLE invites ADD COLUMN told TEXT",
    "CREATE INDEX invites_session ON invites (session_id)",
    // Raised by each change: whoever edits an older one is shown what changed.
    "ALTER TABLE editions ADD COLUMN version $int NOT NULL DEFAULT 1",
    "ALTER TABLE offerings ADD COLUMN version $int NOT NULL DEFAULT 1",
    "ALTER TABLE sessions ADD COLUMN version $int NOT NULL DEFAULT 1",
    // The UID that public calendars carry; never a person's.
    "ALTER TABLE sessions ADD COLUMN public_uid TEXT",
    "ALTER TABLE sessions ADD COLUMN public_sequence $int NOT NULL DEFAULT 0",
    "ALTER TABLE sessions ADD COLUMN changed_at $time",
    "UPDATE sessions SET public_uid = $random WHERE public_uid IS NULL",
    "CREATE UNIQUE INDEX sessions_public_uid ON sessions (public_uid)",
    // A person's calendar address: made from the nonce with the secret key, found by its keyed hash.
    "ALTER TABLE persons ADD COLUMN feed_nonce TEXT",
    "ALTER TABLE persons ADD COLUMN feed_hash TEXT",
    "CREATE UNIQUE INDEX persons_feed ON persons (feed_hash) WHERE feed_hash IS NOT NULL",
    // Which session a letter is about; the natural key of one that is written once.
    "ALTER TABLE outbox ADD COLUMN session_id $int REFERENCES sessions (id)",
    "ALTER TABLE outbox ADD COLUMN key TEXT",
    "CREATE UNIQUE INDEX outbox_key ON outbox (key) WHERE key IS NOT NULL",
    "CREATE INDEX outbox_enrolment ON outbox (enrolment_id)",
    // More purposes than to leave: a CHECK is changed by making the table anew.
    "CREATE TABLE action_links_more (
        id $id,
        token_hash TEXT NOT NULL UNIQUE,
        purpose TEXT NOT NULL CHECK (purpose IN ('leave', 'accept', 'decline')),
        enrolment_id $int NOT NULL REFERENCES enrolments (id),
        created_at $time NOT NULL
    )",
    "INSERT INTO action_links_more (token_hash, purpose, enrolment_id, created_at)
        SELECT token_hash, purpose, enrolment_id, created_at FROM action_links",
    "DROP TABLE action_links",
    "ALTER TABLE action_links_more RENAME TO action_links",
];

// The tables go with the changes that made them.
crate::migration!(UP, &[]);
