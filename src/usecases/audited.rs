//! Writes a row of the audit: what staff and commands did, in the transaction of the deed.

use chrono::{DateTime, Utc};

use super::{Actor, Outcome};
use crate::store::Tx;
use crate::store::audit::{self, AuditRow};

/// Every act that is recorded; each has its sentences in both languages (`audit-act-…`, `audit-kind-…`).
pub const ACTS: &[&str] = &[
    "accept_key",
    "add_offering",
    "add_person",
    "add_trainer",
    "archive_edition",
    "ask_address",
    "change_address",
    "change_programme",
    "check_name",
    "close_register",
    "copy_edition",
    "correct_mark",
    "correct_name",
    "correct_person",
    "create_edition",
    "decline_dispute",
    "delete_edition",
    "delete_offering",
    "end_reached",
    "delete_session",
    "drop_call",
    "erase_person",
    "grant_role",
    "import_edition",
    "issue_statement",
    "move_enrolment",
    "move_offering",
    "publish_certificate",
    "publish_certificates",
    "publish_edition",
    "publish_offering",
    "reissue_certificate",
    "remove_note",
    "remove_trainer",
    "rename_edition",
    "reopen_call",
    "reopen_edition",
    "reshape_offering",
    "revoke_certificate",
    "send_again",
    "settle_call",
    "settle_task",
    "take_role",
    "undo_closing",
    "unpublish_edition",
    "unpublish_offering",
    "waive_rule",
    "write_note",
];

/// What was acted on.
#[derive(Clone, Copy, Debug)]
pub(super) struct About {
    /// The table.
    pub(super) subject: &'static str,
    /// Its row.
    pub(super) subject_id: Option<i64>,
    /// Whom it concerns, where it is about one person.
    pub(super) person_id: Option<i64>,
}

/// Writes it.
pub(super) async fn write(
    tx: &Tx,
    at: DateTime<Utc>,
    actor: Actor,
    act: &str,
    about: About,
    detail: Option<String>,
    text_id: Option<i64>,
) -> Outcome<()> {
    if !ACTS.contains(&act) {
        // A page could not say it: better nothing is done than something nobody can read of.
        return Err(crate::store::Error::Custom(format!("an act without sentences: {act}")).into());
    }
    let row = AuditRow {
        id: 0,
        at,
        actor: actor.code().to_owned(),
        actor_id: actor.id(),
        act: act.to_owned(),
        subject: about.subject.to_owned(),
        subject_id: about.subject_id,
        person_id: about.person_id,
        detail,
        text_id,
    };
    Ok(audit::add(tx, row).await?)
}
