//! The cast of the demo is replayed through the use cases with a moved clock: everything in the demo's database
//! came about as it would have in life.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Failure;
use super::demo_file::{CastMember, Material, Step};
use crate::domain::attendance::Mark;
use crate::domain::letter::{Letter, Payload};
use crate::domain::person::{EmailAddress, Language, Profile};
use crate::jobs::Jobs;
use crate::store::programme::Programme;
use crate::store::{editions, enrolments, outbox, people, programme, sessions};
use crate::usecases::close_register::close_register;
use crate::usecases::confirm_address::confirm_address;
use crate::usecases::sign_up::{NotTaken, SignUpForm, sign_up};
use crate::usecases::take_attendance::{Entry, take_attendance};
use crate::usecases::{Desk, cancel_enrolment, enrol, request_date};

/// Replays every step that lies before an instant, in order of time.
pub async fn replay(
    desk: &Desk,
    jobs: &Jobs,
    material: &Material,
    until: DateTime<Utc>,
) -> Result<(), Failure> {
    let mut steps: Vec<(DateTime<Utc>, &Step)> = Vec::new();
    for step in &material.invented.step {
        steps.push((step.at(material.weeks)?, step));
    }
    steps.sort_by_key(|(at, _)| *at);
    let cast = Cast::read(desk, material).await?;
    for (at, step) in steps.into_iter().filter(|(at, _)| *at <= until) {
        jobs.advance(at).await?;
        cast.play(desk, jobs, step).await?;
    }
    Ok(jobs.advance(until).await?)
}

struct Cast<'m> {
    members: HashMap<&'m str, &'m CastMember>,
    current: Programme,
    earlier: Programme,
}

impl<'m> Cast<'m> {
    async fn read(desk: &Desk, material: &'m Material) -> Result<Self, Failure> {
        let reader = desk.store.reader();
        let mut loaded = Vec::new();
        for key in [&material.current.edition.key, &material.earlier.edition.key] {
            let edition = editions::by_key(reader, key)
                .await?
                .ok_or_else(|| Failure::new("the demo's edition is missing"))?;
            loaded.push(programme::load(reader, edition).await?);
        }
        let (Some(earlier), Some(current)) = (loaded.pop(), loaded.pop()) else {
            return Err(Failure::new("the demo's editions are missing"));
        };
        Ok(Self {
            members: material.invented.person.iter().map(|p| (p.key.as_str(), p)).collect(),
            current,
            earlier,
        })
    }

    fn member(&self, key: &str) -> Result<&CastMember, Failure> {
        self.members
            .get(key)
            .copied()
            .ok_or_else(|| Failure::new(format!("fixtures/demo.toml: nobody is «{key}»")))
    }

    /// `autunno/workshop-1` → the offering's id.
    fn offering(&self, what: &str) -> Result<i64, Failure> {
        let mut parts = what.split('/');
        let programme = if parts.next() == Some("primavera") { &self.earlier } else { &self.current };
        let key = parts.next().unwrap_or_default();
        programme
            .offerings
            .iter()
            .find(|o| o.row.key == key)
            .map(|o| o.row.id)
            .ok_or_else(|| Failure::new(format!("fixtures/demo.toml: there is no «{what}»")))
    }

    /// Plays one step.
    async fn play(&self, desk: &Desk, jobs: &Jobs, step: &Step) -> Result<(), Failure> {
        match step.what_is_done.as_str() {
            "sign_up" | "sign_up_only" => {
                self.sign_up(desk, jobs, step, step.what_is_done == "sign_up").await?;
            }
            "enrol" => {
                for (person, offering) in self.each(desk, step).await? {
                    enrol::enrol(desk, person, offering).await?;
                }
            }
            "leave" => {
                for (person, offering) in self.each(desk, step).await? {
                    let live = enrolments::live(desk.store.reader(), person, offering).await?;
                    let live = live.ok_or_else(|| {
                        Failure::new("fixtures/demo.toml: somebody leaves what they have not got")
                    })?;
                    cancel_enrolment::by_person(desk, live.id, person).await?;
                }
            }
            "tell_me" => {
                for key in &step.who {
                    let member = self.member(key)?;
                    request_date::request_date(
                        desk,
                        self.offering(&step.what[0])?,
                        &email(member)?,
                        Language::from_code(&member.language),
                    )
                    .await?;
                }
            }
            "register" => self.register(desk, step).await?,
            other => return Err(Failure::new(format!("fixtures/demo.toml: nobody can «{other}»"))),
        }
        Ok(())
    }

    async fn each(&self, desk: &Desk, step: &Step) -> Result<Vec<(i64, i64)>, Failure> {
        let mut pairs = Vec::new();
        for key in &step.who {
            let member = self.member(key)?;
            let person = people::by_email(desk.store.reader(), &member.email).await?;
            let person = person
                .ok_or_else(|| Failure::new(format!("fixtures/demo.toml: «{key}» acts before signing up")))?;
            for what in &step.what {
                pairs.push((person.id, self.offering(what)?));
            }
        }
        Ok(pairs)
    }

    /// Forms are sent; then the letters leave; then whoever confirms uses the link of the mail.
    async fn sign_up(&self, desk: &Desk, jobs: &Jobs, step: &Step, confirm: bool) -> Result<(), Failure> {
        let offerings =
            step.what.iter().map(|what| self.offering(what)).collect::<Result<Vec<i64>, Failure>>()?;
        for key in &step.who {
            let member = self.member(key)?;
            let form = SignUpForm {
                given_name: member.given_name.clone(),
                family_name: member.family_name.clone(),
                email: email(member)?,
                phone: None,
                profile: Profile::from_code(&member.profile),
                needs: None,
                language: Language::from_code(&member.language),
                offerings: offerings.clone(),
            };
            sign_up(desk, &form).await.map_err(|no| match no {
                NotTaken::Offering(_, refusal) => {
                    Failure::new(format!("fixtures/demo.toml: «{key}» is refused: {}", refusal.code()))
                }
                NotTaken::No(no) => no.into(),
            })?;
            let token = if confirm { link_of(desk, &member.email).await? } else { None };
            jobs.settle().await?;
            if let Some(token) = token {
                confirm_address(desk, &token).await?;
            }
        }
        Ok(())
    }

    /// The trainer marks everybody expected, present unless the step says otherwise, and closes.
    async fn register(&self, desk: &Desk, step: &Step) -> Result<(), Failure> {
        let offering = self.offering(&step.what[0])?;
        let number: i64 = step.what[0].rsplit('/').next().and_then(|n| n.parse().ok()).unwrap_or(1);
        let programme = if step.what[0].starts_with("primavera") { &self.earlier } else { &self.current };
        let session =
            programme.offering(offering).and_then(|o| o.sessions.iter().find(|s| s.number == number));
        let session = session.ok_or_else(|| Failure::new("fixtures/demo.toml: there is no such session"))?.id;
        let reader = desk.store.reader();
        let trainer = sessions::trainers(reader, session)
            .await?
            .first()
            .copied()
            .ok_or_else(|| Failure::new("nobody leads the session"))?;
        let mut entries = Vec::new();
        for enrolment in
            enrolments::in_offerings(reader, &[offering]).await?.iter().filter(|e| e.state == "confirmed")
        {
            let person = people::find(reader, enrolment.person_id).await?;
            let address = person.and_then(|p| p.email).unwrap_or_default();
            entries.push(Entry::new(enrolment.person_id, Some(self.mark(step, &address))));
        }
        take_attendance(desk, session, trainer, &entries).await?;
        close_register(desk, session, trainer).await?;
        Ok(())
    }

    fn mark(&self, step: &Step, address: &str) -> Mark {
        let named = |keys: &[String]| {
            keys.iter().any(|key| self.members.get(key.as_str()).is_some_and(|m| m.email == address))
        };
        match () {
            () if named(&step.absent) => Mark::Absent,
            () if named(&step.late) => Mark::Late,
            () if named(&step.left_early) => Mark::LeftEarly,
            () if named(&step.excused) => Mark::Excused,
            () => Mark::Present,
        }
    }
}

fn email(member: &CastMember) -> Result<EmailAddress, Failure> {
    EmailAddress::parse(&member.email)
        .map_err(|_| Failure::new(format!("fixtures/demo.toml: the address of «{}»", member.key)))
}

/// The link of the last letter that asks for a confirmation: it waits in the outbox until it is sent.
async fn link_of(desk: &Desk, address: &str) -> Result<Option<String>, Failure> {
    let reader = desk.store.reader();
    let Some(person) = people::by_email(reader, address).await? else { return Ok(None) };
    for letter in outbox::of_person(reader, person.id).await? {
        let payload: Payload = serde_json::from_str(&letter.payload).map_err(Failure::new)?;
        match payload.letter {
            Letter::ConfirmSignUp { token, .. } => return Ok(Some(token)),
            Letter::KnownSignUp { token, .. } => return Ok(token),
            _ => {}
        }
    }
    Ok(None)
}
