//! What points to a row points to one that is there: every such column has a foreign key that both databases keep.

use std::collections::BTreeSet;

use percorso::store::certificate_batches::{self, Batch};
use percorso::store::name_checks::{self, NameCheck};
use percorso::usecases::open_dispute::open_dispute;
use sea_orm::sqlx::error::ErrorKind;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};

use crate::harness::World;
use crate::harness::changing::{ADA, BEA};
use crate::laws::{lived_in, refused};
use crate::on_both;

/// Every column that points to a row.
const POINTERS: &str = "action_links.enrolment_id attendance.session_id attendance.person_id attendance.register_id
    audit.actor_id audit.person_id audit.text_id calls.task_id address_changes.person_id address_changes.asked_by
    person_notes.person_id person_notes.text_id person_notes.written_by
    certificate_batches.edition_id certificate_batches.asked_by
    certificates.person_id certificates.edition_id certificates.offering_id certificates.name_text_id
    certificates.issued_by certificates.replaced_by certificates.revoked_by certificates.text_id
    consents.person_id date_requests.offering_id
    disputes.session_id disputes.person_id disputes.text_id disputes.settled_by disputes.answer_text_id
    enrolment_history.enrolment_id enrolment_history.actor_id enrolment_history.text_id enrolments.person_id
    enrolments.offering_id enrolments.sign_up_id enrolments.needs_id invites.enrolment_id invites.session_id
    marks.session_id marks.person_id marks.marked_by marks.text_id name_checks.person_id name_checks.edition_id
    name_checks.asked_by name_checks.text_id name_answers.check_id name_answers.text_id offerings.edition_id offerings.topic_id
    outbox.person_id outbox.enrolment_id outbox.sign_up_id outbox.invite_id outbox.session_id registers.session_id
    registers.closed_by roles.person_id rule_reached.person_id rule_reached.edition_id session_trainers.session_id
    session_trainers.person_id sessions.offering_id sign_in_requests.person_id sign_ins.person_id
    sign_up_choices.sign_up_id sign_up_choices.offering_id sign_up_choices.enrolment_id sign_ups.person_id
    tasks.edition_id tasks.person_id tasks.session_id tasks.enrolment_id tasks.settled_by tasks.text_id
    texts.person_id waivers.person_id waivers.edition_id waivers.granted_by waivers.text_id";
const POINTED_TO: &str =
    "editions topics offerings sessions persons texts sign_ups enrolments registers invites tasks";

/// Columns with such a name that point to no row.
const NAMES: [&str; 3] = ["audit.subject_id", "outbox.claimed_by", "outbox.message_id"];

/// The columns whose name says that they point to a row.
async fn pointing(world: &World) -> BTreeSet<String> {
    let reader = world.desk.store.reader();
    let backend = reader.get_database_backend();
    let sql = match backend {
        DbBackend::Sqlite => {
            "SELECT m.name || '.' || c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
        }
        _ => {
            "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let rows = reader.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let all = rows.iter().map(|row| row.try_get::<String>("", "name").unwrap());
    all.filter(|name| name.ends_with("_id") || name.ends_with("_by"))
        .filter(|name| !NAMES.contains(&name.as_str()))
        .collect()
}

on_both!(every_column_named_like_a_pointer_is_looked_at_here, |world| {
    let listed: BTreeSet<String> = POINTERS.split_whitespace().map(str::to_owned).collect();
    let unlisted: Vec<String> = pointing(world).await.difference(&listed).cloned().collect();
    assert_eq!(unlisted, Vec::<String>::new());
});

/// Ada fetches a statement; the office asks about her name and for all certificates, as rows alone.
async fn papers(world: &World) {
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    let paper = format!("/mio-percorso/attestazioni/{enrolment}.pdf");
    assert_eq!(world.signed_in(ADA).await.get(&paper).await.status, 200);
    let (ada, edition, now) = (world.person(ADA).await, world.edition().await, world.desk.clock.now());
    let tx = world.desk.store.begin().await.unwrap();
    let batch = Batch {
        id: 0,
        edition_id: edition,
        asked_by: ada,
        asked_at: now,
        total: 1,
        done: 0,
        finished_at: None,
    };
    certificate_batches::add(&tx, batch).await.unwrap();
    let check = NameCheck {
        id: 0,
        person_id: ada,
        edition_id: edition,
        asked_at: now,
        asked_by: ada,
        answered_at: None,
        text_id: None,
        void_at: None,
    };
    let asked = name_checks::add(&tx, check).await.unwrap();
    name_checks::answer(&tx, asked.id, None, now).await.unwrap();
    tx.commit().await.unwrap();
}

on_both!(nothing_points_to_what_is_not_there_and_nothing_goes_that_is_pointed_to, |world| {
    lived_in(world).await;
    papers(world).await;
    let (session, bea) = (world.session("workshop-1", 1).await, world.person(BEA).await);
    open_dispute(&world.desk, session, bea, "ero in aula").await.unwrap();
    let mut all = Vec::new();
    for pointer in POINTERS.split_whitespace() {
        let (table, column) = pointer.split_once('.').unwrap();
        let key = if table == "session_trainers" { "session_id" } else { "id" };
        // One row only: two that point to the same nothing may break a unique index first. The audit takes no change.
        all.push(if table == "audit" {
            let others = "at, actor, act, subject";
            format!("INSERT INTO audit ({others}, {column}) SELECT {others}, -1 FROM audit WHERE id = (SELECT MAX(id) FROM audit)")
        } else {
            format!("UPDATE {table} SET {column} = -1 WHERE {key} = (SELECT MAX({key}) FROM {table})")
        });
    }
    all.extend(POINTED_TO.split(' ').map(|table| format!("DELETE FROM {table}")));
    for sql in all {
        assert_eq!(refused(world, &sql).await, Some(ErrorKind::ForeignKeyViolation), "{sql}");
    }
});
