//! Every answer about a name stays: a second one does not take the place of the first.

const UP: &[&str] = &[
    "CREATE TABLE name_answers (
        id $id,
        check_id $int NOT NULL REFERENCES name_checks (id),
        answered_at $time NOT NULL,
        text_id $int REFERENCES texts (id)     -- the name as it was, where it was corrected
    )",
    "CREATE INDEX name_answers_check ON name_answers (check_id)",
    "INSERT INTO name_answers (check_id, answered_at, text_id)
        SELECT id, answered_at, text_id FROM name_checks WHERE answered_at IS NOT NULL ORDER BY answered_at, id",
];

crate::migration!(UP, &["name_answers"]);
