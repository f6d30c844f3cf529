//! What is asked for by person, state or address is found without reading whole tables.

const UP: &[&str] = &[
    // The unique index of live enrolments does not answer for cancelled ones.
    "CREATE INDEX enrolments_person ON enrolments (person_id)",
    "CREATE INDEX marks_person ON marks (person_id)",
    "CREATE INDEX texts_person ON texts (person_id)",
    "CREATE INDEX consents_person ON consents (person_id)",
    "CREATE INDEX certificates_person ON certificates (person_id)",
    "CREATE INDEX sign_ins_person ON sign_ins (person_id)",
    "CREATE INDEX session_trainers_person ON session_trainers (person_id)",
    "CREATE INDEX rule_reached_edition ON rule_reached (edition_id) WHERE ended_at IS NULL",
    "CREATE INDEX date_requests_email ON date_requests (email)",
    // Nearly all letters were sent: an index of these too would be chosen where a person's own letters are asked for.
    "CREATE INDEX outbox_state ON outbox (state, id) WHERE state <> 'sent'",
    "CREATE INDEX outbox_session ON outbox (session_id) WHERE state = 'waiting'",
];

// The indexes go with their tables.
crate::migration!(UP, &[]);
