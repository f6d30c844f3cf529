//! A person of the office publishes a certificate: one by one here, for everybody who is ready in `award_all`, anew
//! with a corrected name or after a corrected mark in `reissue_certificate`.

use chrono::Datelike as _;

use super::audited::{self, About as Audited};
use super::post::About;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::award::{Awarded, PrintedName, series};
use crate::domain::letter::Letter;
use crate::domain::offering::Kind;
use crate::domain::qualification::{Readiness, readiness};
use crate::domain::refusal::Refusal;
use crate::domain::session::local_date;
use crate::store::certificates::{self, Certificate};
use crate::store::people::Person;
use crate::store::programme::Offered;
use crate::store::qualified::{self, Candidate, Giver};
use crate::store::{Tx, editions, offerings, people, programme, texts};

/// Publishes; gives back the certificate. Twice changes nothing. One that was revoked is given again, with a new number.
/// `seen` is the name that the page said would be printed, where it said one.
///
/// # Errors
/// [`Refusal::OwnAffair`], [`Refusal::NotQualified`], [`Refusal::NameMeanwhile`], or [`No::NotFound`].
pub async fn award_certificate(
    desk: &Desk,
    person_id: i64,
    edition_id: i64,
    staff: i64,
    seen: Option<&str>,
) -> Outcome<i64> {
    if person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let course = course_of(&tx, edition_id).await?;
    offerings::lock(&tx, &[course]).await?;
    people::lock(&tx, &[person_id]).await?;
    let programme = programme_of(&tx, course).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let candidate = scene.candidate(person_id).await?;
    let proposed = readiness(&candidate.facts);
    let id = match candidate.certificate.as_ref().filter(|_| proposed == Readiness::Issued) {
        Some(has) => has.id,
        None if seen.is_some_and(|seen| seen != candidate.person.full_name()) => {
            return Err(Refusal::NameMeanwhile.into());
        }
        None if proposed.may_be_published() => scene.award(&candidate).await?.id,
        None => return Err(Refusal::NotQualified.into()),
    };
    tx.commit().await?;
    Ok(id)
}

/// The course of an edition.
pub(super) async fn course_of(tx: &Tx, edition_id: i64) -> Outcome<i64> {
    let edition = editions::find(tx, edition_id).await?.ok_or(No::NotFound)?;
    programme::load(tx, edition).await?.course().map(|course| course.row.id).ok_or(No::NotFound)
}

/// A certificate or a statement before it is stored.
pub(super) struct NewPaper<'a> {
    pub(super) person: &'a Person,
    pub(super) offered: &'a Offered,
    pub(super) awarded: &'a Awarded,
    /// Series, number and suffix; none for a statement.
    pub(super) number: Option<(String, i64, i64)>,
}

impl Scene<'_> {
    /// How somebody stands to the certificate of this edition's course.
    pub(super) async fn candidate(&self, person_id: i64) -> Outcome<Candidate> {
        let can_print = self.desk.policy.can_print;
        let found = qualified::of_person(self.tx, self.programme, person_id, self.now, can_print).await?;
        found.ok_or(No::NotFound)
    }

    /// Gives the certificate: its number, its code, the audit and the letter. Decided and locked by the caller.
    pub(super) async fn award(&self, candidate: &Candidate) -> Outcome<Certificate> {
        let course = self.programme.course().ok_or(No::NotFound)?;
        let awarded = self.awarded(course, candidate).await?;
        let year = local_date(self.now, self.programme.zone()).year();
        let series = series(&self.desk.policy.certificate_prefix, year);
        let number = certificates::next_number(self.tx, &series).await?;
        let person = &candidate.person;
        let new = NewPaper { person, offered: course, awarded: &awarded, number: Some((series, number, 0)) };
        let row = self.store_paper(new).await?;
        self.audit_paper("publish_certificate", &row, None).await?;
        self.write_ready(candidate, &row, false).await?;
        Ok(row)
    }

    /// What a certificate of somebody says now.
    pub(super) async fn awarded(&self, offered: &Offered, candidate: &Candidate) -> Outcome<Awarded> {
        let giver = self.giver(&candidate.person);
        let standing = &candidate.standing;
        Ok(qualified::awarded(self.tx, self.programme, offered, standing, giver, self.now).await?)
    }

    /// Who gives it, in the language of whoever gets it.
    pub(super) fn giver(&self, person: &Person) -> Giver<'_> {
        Giver { organisation: &self.desk.policy.sender.organisation, language: person.language() }
    }

    /// Stores a certificate or a statement with a code of its own.
    pub(super) async fn store_paper(&self, new: NewPaper<'_>) -> Outcome<Certificate> {
        let person = new.person;
        let name = PrintedName::new(&person.given_name, &person.family_name);
        let name_text_id = texts::add(self.tx, Some(person.id), &name.stored(), self.now, None).await?;
        let (series, number, suffix) = match new.number {
            Some((series, number, suffix)) => (Some(series), Some(number), suffix),
            None => (None, None, 0),
        };
        let kind = new.offered.row.kind();
        let row = Certificate {
            id: 0,
            kind: kind.code().to_owned(),
            person_id: person.id,
            edition_id: self.programme.edition.id,
            offering_id: new.offered.row.id,
            series,
            number,
            suffix,
            code: self.code(),
            name_text_id,
            facts: super::post::json(new.awarded)?,
            issued_at: self.now,
            issued_by: self.actor.id().filter(|_| kind == Kind::Course),
            replaced_at: None,
            replaced_by: None,
            revoked_at: None,
            revoked_by: None,
            text_id: None,
        };
        Ok(certificates::add(self.tx, row).await?)
    }

    /// 80 random bits in letters that nobody mistakes for each other: `7K3Q-ABCD-EFGH-JKLM`.
    fn code(&self) -> String {
        let random = &self.desk.random;
        [random.spoken(), random.spoken(), random.spoken(), random.spoken()].join("-")
    }

    /// Writes the row of the audit; `text_id` is the reason.
    pub(super) async fn audit_paper(
        &self,
        act: &str,
        row: &Certificate,
        text_id: Option<i64>,
    ) -> Outcome<()> {
        let about =
            Audited { subject: "certificates", subject_id: Some(row.id), person_id: Some(row.person_id) };
        let detail = serde_json::json!({ "number": row.number_text() }).to_string();
        audited::write(self.tx, self.now, self.actor, act, about, Some(detail), text_id).await
    }

    /// M13: it is out.
    pub(super) async fn write_ready(
        &self,
        candidate: &Candidate,
        row: &Certificate,
        again: bool,
    ) -> Outcome<()> {
        let letter = Letter::CertificateReady {
            course: self.offered(row.offering_id)?.title().unwrap_or_default(),
            number: row.number_text().unwrap_or_default(),
            again,
            edition: self.programme.edition.key.clone(),
        };
        self.write(&candidate.person, letter, about(candidate, row.offering_id)).await
    }
}

/// Letters about a certificate are about the enrolment in the course.
pub(super) fn about(candidate: &Candidate, course: i64) -> About {
    let of_course = candidate.standing.enrolments.iter().rfind(|e| e.offering_id == course);
    About { enrolment_id: of_course.map(|enrolment| enrolment.id), ..About::default() }
}
