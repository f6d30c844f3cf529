//! *Controlla i nomi*: before certificates are printed, whoever is to get one is asked how their name is spelled, once
//! in an edition; they answer on their own page.

use super::audited::{self, About as Audited};
use super::award_certificate::{about, course_of};
use super::readdress::greet_anew;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::award::PrintedName;
use crate::domain::letter::Letter;
use crate::domain::qualification::{Printable, readiness};
use crate::domain::refusal::Refusal;
use crate::store::name_checks::{self, NameCheck};
use crate::store::people::Person;
use crate::store::qualified::Candidate;
use crate::store::{offerings, people, qualified, texts};

/// Asks everybody whose certificate is up to their name, who has an address and was not asked of the name as it stands; gives back how many.
///
/// # Errors
/// [`Refusal::NobodyToAsk`], or [`No::NotFound`].
pub async fn check_names(desk: &Desk, edition_id: i64, staff: i64) -> Outcome<usize> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let course = course_of(&tx, edition_id).await?;
    offerings::lock(&tx, &[course]).await?;
    let programme = programme_of(&tx, course).await?;
    let actor = Actor::Staff(staff);
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let can_print = desk.policy.can_print;
    let all = qualified::of_everybody(&tx, &programme, now, can_print).await?;
    let ids: Vec<i64> = all.iter().filter(is_to_ask).map(|one| one.person.id).collect();
    people::lock(&tx, &ids).await?;
    let mut asked = 0;
    // Read again: somebody may have been erased, or have got another address, while we waited.
    for candidate in qualified::of_everybody(&tx, &programme, now, can_print).await?.iter().filter(is_to_ask)
    {
        if !ids.contains(&candidate.person.id) {
            continue;
        }
        let person = &candidate.person;
        let id = scene.ask_name(candidate, staff).await?;
        let of = Audited { subject: "name_checks", subject_id: Some(id), person_id: Some(person.id) };
        audited::write(&tx, now, actor, "check_name", of, None, None).await?;
        let title = scene.offered(course)?.title().unwrap_or_default();
        let unprintable = candidate.facts.name != Printable::Yes;
        let letter = Letter::CheckName { course: title, edition: programme.edition.key.clone(), unprintable };
        scene.write(person, letter, about(candidate, course)).await?;
        asked += 1;
    }
    if asked == 0 {
        return Err(Refusal::NobodyToAsk.into());
    }
    tx.commit().await?;
    Ok(asked)
}

impl Scene<'_> {
    /// Stores that somebody is asked, for the first time or once more; gives back the id.
    async fn ask_name(&self, candidate: &Candidate, staff: i64) -> Outcome<i64> {
        if let Some(check) = &candidate.name_check {
            name_checks::ask_again(self.tx, check.id, staff, self.now).await?;
            return Ok(check.id);
        }
        let row = NameCheck {
            id: 0,
            person_id: candidate.person.id,
            edition_id: self.programme.edition.id,
            asked_at: self.now,
            asked_by: staff,
            answered_at: None,
            text_id: None,
            void_at: None,
        };
        Ok(name_checks::add(self.tx, row).await?.id)
    }
}

fn is_to_ask(candidate: &&Candidate) -> bool {
    candidate.name_check.as_ref().is_none_or(NameCheck::is_to_ask_again)
        && candidate.person.email.is_some()
        && readiness(&candidate.facts).is_up_to_the_name()
}

/// A person whose name cannot be printed says how it is spelled, whether somebody asked or not.
///
/// # Errors
/// [`Refusal::NameNotPrintable`]; [`No::NotFound`] where the name they have can be printed, or they are gone.
pub async fn correct_unprintable(desk: &Desk, person_id: i64, name: &PrintedName) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    people::lock(&tx, &[person_id]).await?;
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let before = PrintedName::new(&person.given_name, &person.family_name);
    let can_print = desk.policy.can_print;
    if !matches!(qualified::printable(&before.whole(), can_print), Printable::Not(_)) {
        return Err(No::NotFound);
    }
    if qualified::printable(&name.whole(), can_print) != Printable::Yes {
        return Err(Refusal::NameNotPrintable.into());
    }
    let text = format!("{} → {}", before.whole(), name.whole());
    let text_id = texts::add(&tx, Some(person_id), &text, now, None).await?;
    let (given_name, family_name) = (name.given.clone(), name.family.clone());
    let corrected = Person { given_name, family_name, ..person };
    people::save(&tx, corrected.clone()).await?;
    greet_anew(&tx, &corrected).await?;
    let of = Audited { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Person(person_id), "correct_name", of, None, Some(text_id)).await?;
    Ok(tx.commit().await?)
}

/// The person says that their name is right, or how it is spelled; gives back whether it was corrected. `seen` is the name
/// that the page asked about, where it says so.
///
/// # Errors
/// [`Refusal::NameMeanwhile`] where it is another one by now;
/// [`Refusal::NameNotPrintable`]; [`Refusal::AlreadyPrinted`] once the certificate is out; [`No::NotFound`] where they
/// were not asked.
pub async fn answer(
    desk: &Desk,
    person_id: i64,
    edition_id: i64,
    name: &PrintedName,
    seen: Option<&str>,
) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let course = course_of(&tx, edition_id).await?;
    offerings::lock(&tx, &[course]).await?;
    people::lock(&tx, &[person_id]).await?;
    let programme = programme_of(&tx, course).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person_id) };
    let candidate = scene.candidate(person_id).await?;
    let check = candidate.name_check.ok_or(No::NotFound)?;
    if candidate.certificate.is_some_and(|row| row.revoked_at.is_none()) {
        return Err(Refusal::AlreadyPrinted.into());
    }
    if qualified::printable(&name.whole(), desk.policy.can_print) != Printable::Yes {
        return Err(Refusal::NameNotPrintable.into());
    }
    let person = candidate.person;
    let before = PrintedName::new(&person.given_name, &person.family_name);
    let corrected = before != *name;
    if corrected && seen.is_some_and(|seen| seen != before.whole()) {
        return Err(Refusal::NameMeanwhile.into());
    }
    // The same form once more.
    if !corrected && check.is_answered() {
        return Ok(false);
    }
    let mut text_id = None;
    if corrected {
        text_id = Some(texts::add(&tx, Some(person_id), &before.whole(), now, None).await?);
        let (given_name, family_name) = (name.given.clone(), name.family.clone());
        let corrected = Person { given_name, family_name, ..person };
        people::save(&tx, corrected.clone()).await?;
        greet_anew(&tx, &corrected).await?;
    }
    name_checks::answer(&tx, check.id, text_id, now).await?;
    tx.commit().await?;
    Ok(corrected)
}
