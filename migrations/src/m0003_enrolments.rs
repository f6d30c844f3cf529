//! Sign-ups and what becomes of them: enrolments, their history, links in mails, requests to be told a date.

const UP: &[&str] = &[
    // The answers of a form, kept apart from the person until the link of its mail is used.
    "CREATE TABLE sign_ups (
        id $id,
        handle TEXT NOT NULL UNIQUE,           -- names the sign-up in addresses; opens nothing by itself
        token_hash TEXT UNIQUE,                -- of the link that confirms; none for signed-in people
        person_id $int NOT NULL REFERENCES persons (id),
        email TEXT NOT NULL,
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        phone TEXT,
        profile TEXT,
        needs TEXT,
        needs_consent BOOLEAN NOT NULL,
        privacy_version TEXT,
        language TEXT NOT NULL,
        created_at $time NOT NULL,
        confirmed_at $time
    )",
    "CREATE INDEX sign_ups_email ON sign_ups (email, created_at)",
    "CREATE INDEX sign_ups_person ON sign_ups (person_id)",
    "CREATE TABLE enrolments (
        id $id,
        person_id $int NOT NULL REFERENCES persons (id),
        offering_id $int NOT NULL REFERENCES offerings (id),
        state TEXT NOT NULL CHECK (state IN ('pending_place', 'pending_wait', 'applied', 'provisional', 'confirmed', 'waitlisted', 'offered', 'cancelled')),
        cancel_reason TEXT,
        position $int,                         -- order in the line, kept from the moment of the form
        hold_until $time,                      -- pending: when the hold ends; provisional: when it is released
        offers_missed $int NOT NULL DEFAULT 0,
        extra BOOLEAN NOT NULL DEFAULT FALSE,  -- has a place beyond the capacity, granted by a named person
        source TEXT NOT NULL CHECK (source IN ('form', 'signed_in', 'staff', 'walk_in')),
        sign_up_id $int REFERENCES sign_ups (id),
        needs_id $int REFERENCES texts (id),
        code TEXT NOT NULL,                    -- spoken, for people; identifies nothing by itself
        created_at $time NOT NULL,
        state_at $time NOT NULL,
        CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
    )",
    // At most one live enrolment per person and offering.
    "CREATE UNIQUE INDEX enrolments_one_live ON enrolments (person_id, offering_id) WHERE state <> 'cancelled'",
    "CREATE INDEX enrolments_offering ON enrolments (offering_id, state)",
    "CREATE INDEX enrolments_hold ON enrolments (hold_until) WHERE hold_until IS NOT NULL",
    "CREATE TABLE sign_up_choices (
        id $id,
        sign_up_id $int NOT NULL REFERENCES sign_ups (id),
        offering_id $int NOT NULL REFERENCES offerings (id),
        enrolment_id $int REFERENCES enrolments (id), -- none: the person had one already
        shown_position $int,                   -- what the page said; none = a place
        UNIQUE (sign_up_id, offering_id)
    )",
    "CREATE TABLE enrolment_history (
        id $id,
        enrolment_id $int NOT NULL REFERENCES enrolments (id),
        at $time NOT NULL,
        from_state TEXT,
        to_state TEXT NOT NULL,
        reason TEXT,
        actor TEXT NOT NULL CHECK (actor IN ('person', 'staff', 'job', 'command')),
        actor_id $int REFERENCES persons (id),
        text_id $int REFERENCES texts (id),
        basis TEXT                             -- JSON: what it was decided on (rule version, marks, waiver)
    )",
    "CREATE INDEX enrolment_history_enrolment ON enrolment_history (enrolment_id)",
    "CREATE TABLE action_links (
        id $id,
        token_hash TEXT NOT NULL UNIQUE,
        purpose TEXT NOT NULL CHECK (purpose IN ('leave')),
        enrolment_id $int NOT NULL REFERENCES enrolments (id),
        created_at $time NOT NULL
    )",
    "CREATE TABLE date_requests (
        id $id,
        offering_id $int NOT NULL REFERENCES offerings (id),
        email TEXT NOT NULL CHECK (email = lower(email)),
        language TEXT NOT NULL,
        created_at $time NOT NULL,
        told_at $time,
        UNIQUE (offering_id, email)
    )",
];

crate::migration!(
    UP,
    &["date_requests", "action_links", "enrolment_history", "sign_up_choices", "enrolments", "sign_ups"]
);
