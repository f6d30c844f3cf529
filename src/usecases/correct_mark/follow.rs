//! What a correction writes: the mark, who is answered by it, the doubts that become tasks, the letter.

use super::super::{No, Outcome, Scene, path_facts, post};
use super::{Impact, Meant, Wanted};
use crate::domain::attendance::Mark;
use crate::domain::correction::Follows;
use crate::domain::letter::{Corrected, Letter};
use crate::domain::offering::Kind;
use crate::store::attendance::{self, Attendance, Mark as MarkRow};
use crate::store::disputes::{self, Settled};
use crate::store::enrolments::Enrolment;
use crate::store::people::{self, Person};
use crate::store::registers::Register;
use crate::store::tasks::{self, Task};

/// What a letter says besides where the person stands now.
pub(super) struct Told<'a> {
    /// The mark before.
    pub(super) was: Option<Mark>,
    /// Why.
    pub(super) reason: String,
    /// Who corrects.
    pub(super) by: i64,
    /// Whether the person had said so.
    pub(super) asked: bool,
    /// What follows.
    pub(super) impact: &'a Impact,
}

/// What ends a doubt.
const ENDS: [(Follows, Follows); 3] = [
    (Follows::RuleSafe, Follows::RuleInDoubt),
    (Follows::CertificateSafe, Follows::CertificateInDoubt),
    (Follows::StatementSafe, Follows::StatementInDoubt),
];

impl Scene<'_> {
    /// Stores the mark beside those before it, and lets it count; gives back its id.
    pub(super) async fn set_mark(
        &self,
        wanted: &Wanted,
        register: &Register,
        staff: i64,
        text_id: i64,
    ) -> Outcome<i64> {
        let (session_id, person_id) = (wanted.session_id, wanted.person_id);
        let value = wanted.mark.code().to_owned();
        let mark = MarkRow {
            id: 0,
            session_id,
            person_id,
            value: value.clone(),
            marked_at: self.now,
            marked_by: staff,
            nonce: self.desk.random.token(),
            text_id: Some(text_id),
        };
        attendance::add_mark(self.tx, mark).await?;
        let counts = Attendance { id: 0, session_id, person_id, value, register_id: register.id };
        attendance::set_effective(self.tx, counts).await?;
        let stored = attendance::latest_marks(self.tx, session_id).await?.remove(&person_id);
        Ok(stored.ok_or(No::NotFound)?.id)
    }

    /// The mark answers who asked for one: the task of a name without a mark, and the person who said they were there.
    /// Gives back whether they had.
    pub(super) async fn answer_questions(&self, wanted: &Wanted, staff: i64, text_id: i64) -> Outcome<bool> {
        for task in tasks::open_about(self.tx, "unmarked", wanted.session_id).await? {
            if task.person_id == Some(wanted.person_id) {
                tasks::settle(self.tx, task.id, self.now, staff, text_id).await?;
            }
        }
        if !wanted.mark.counts() {
            return Ok(false);
        }
        match disputes::open_of(self.tx, wanted.session_id, wanted.person_id).await? {
            Some(dispute) => {
                let (by, text_id) = (Some(staff), Some(text_id));
                let how = Settled { at: self.now, by, outcome: disputes::ACCEPTED, text_id };
                Ok(disputes::settle(self.tx, dispute.id, how).await?)
            }
            None => Ok(false),
        }
    }

    /// What would have to be taken away in an edition becomes a task of it; one that is open already is not made twice. A
    /// doubt that a correction ends is settled by it. A certificate may be in doubt about several sessions: each is a task.
    pub(super) async fn note_doubts(
        &self,
        wanted: &Wanted,
        meant: &Meant,
        mark_id: i64,
        (staff, text_id): (i64, i64),
    ) -> Outcome<()> {
        let open = tasks::open_of(self.tx, meant.edition.id).await?;
        for (end, doubt) in ENDS {
            let of_session =
                |task: &&Task| doubt == Follows::RuleInDoubt || task.session_id == Some(wanted.session_id);
            let of_them =
                |task: &&Task| task.kind == doubt.code() && task.person_id == Some(wanted.person_id);
            let known: Vec<i64> =
                open.iter().filter(of_them).filter(of_session).map(|task| task.id).collect();
            if meant.means.has(end) {
                for id in known {
                    tasks::settle(self.tx, id, self.now, staff, text_id).await?;
                }
            } else if meant.means.has(doubt) && known.is_empty() {
                self.add_doubt(wanted, meant, doubt, mark_id).await?;
            }
        }
        Ok(())
    }

    async fn add_doubt(&self, wanted: &Wanted, meant: &Meant, doubt: Follows, mark_id: i64) -> Outcome<()> {
        let row = Task {
            id: 0,
            kind: doubt.code().to_owned(),
            edition_id: Some(meant.edition.id),
            person_id: Some(wanted.person_id),
            session_id: Some(wanted.session_id),
            enrolment_id: meant.on_course,
            key: format!("{}-{mark_id}-{}", doubt.code(), meant.edition.id),
            created_at: self.now,
            settled_at: None,
            settled_by: None,
            text_id: None,
        };
        Ok(tasks::add(self.tx, row).await?)
    }

    /// S19, with where the person stands by now.
    pub(super) async fn tell_correction(
        &self,
        person: &Person,
        wanted: &Wanted,
        told: Told<'_>,
    ) -> Outcome<()> {
        let standing = self.standing(person.id).await?;
        let (offered, session) = self.programme.session(wanted.session_id).ok_or(No::NotFound)?;
        let by = people::find(self.tx, told.by).await?.map(|staff| staff.full_name()).unwrap_or_default();
        let impact = told.impact;
        let doubtful = |meant: &&Meant| meant.means.follows.iter().any(|what| what.is_doubt());
        let titled = |meant: &Meant| meant.edition.title(person.language()).to_owned();
        let corrected = Corrected {
            session: offered.session_facts(session),
            course: offered.row.kind() == Kind::Course,
            was: told.was,
            now: wanted.mark,
            attended: wanted.mark.counts(),
            counts: offered.row.counts_toward_rule,
            reason: told.reason,
            by,
            asked: told.asked,
            days_attended: standing.course.attended,
            days: standing.course.total(),
            days_needed: standing.course.certificate_days,
            rule_in_doubt: impact.has(Follows::RuleInDoubt),
            certificate_in_doubt: impact.has(Follows::CertificateInDoubt),
            statement_in_doubt: impact.has(Follows::StatementInDoubt),
            statement_safe: impact.has(Follows::StatementSafe),
            elsewhere: impact.elsewhere.iter().filter(doubtful).map(titled).collect(),
        };
        let letter = Letter::MarkCorrected { corrected, path: path_facts(self.programme, &standing) };
        let mine = |enrolment: &&Enrolment| enrolment.offering_id == offered.row.id;
        let enrolment_id = standing.enrolments.iter().rev().find(mine).map(|enrolment| enrolment.id);
        let about =
            post::About { enrolment_id, session_id: Some(wanted.session_id), ..post::About::default() };
        self.write(person, letter, about).await
    }
}
