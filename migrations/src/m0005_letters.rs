//! Letters decided and not yet sent, sent, refused or withdrawn; and the calendar invites they carry.

const UP: &[&str] = &[
    "CREATE TABLE invites (
        id $id,
        uid TEXT NOT NULL UNIQUE,
        enrolment_id $int NOT NULL REFERENCES enrolments (id),
        session_id $int NOT NULL REFERENCES sessions (id),
        address TEXT NOT NULL,
        sequence $int NOT NULL,
        last_dtstamp $time NOT NULL,
        ended_at $time,
        UNIQUE (enrolment_id, session_id, address)
    )",
    "CREATE TABLE outbox (
        id $id,
        kind TEXT NOT NULL,
        version $int NOT NULL,
        payload TEXT NOT NULL,                 -- JSON: the facts as decided; secrets blanked once sent
        address TEXT NOT NULL,
        person_id $int REFERENCES persons (id),
        enrolment_id $int REFERENCES enrolments (id),
        sign_up_id $int REFERENCES sign_ups (id),
        invite_id $int REFERENCES invites (id),
        language TEXT NOT NULL,
        lane TEXT NOT NULL CHECK (lane IN ('sign_in', 'normal')),
        message_id TEXT NOT NULL UNIQUE,
        in_reply_to TEXT,
        dated $time NOT NULL,                  -- Date of the mail and DTSTAMP of its invite
        not_before $time NOT NULL,             -- due time; moved on by each failed try
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'withdrawn')),
        tries $int NOT NULL DEFAULT 0,
        begun_at $time,                        -- the first try: from then on it may have reached the person
        ended_at $time,                        -- sent, refused or withdrawn
        claimed_by TEXT,
        claimed_until $time,
        last_error TEXT
    )",
    "CREATE INDEX outbox_due ON outbox (not_before, id) WHERE state = 'waiting'",
    "CREATE INDEX outbox_person ON outbox (person_id)",
    "CREATE INDEX outbox_invite ON outbox (invite_id)",
    "CREATE INDEX outbox_address ON outbox (address, kind, dated)",
];

crate::migration!(UP, &["outbox", "invites"]);
