//! The two databases of `size`: made where they are missing, each with an admin who is signed in. People and registers
//! come by `store::size`, the lists of the office by `store::size_lists`; certificates and the statement are given by the use
//! cases, as in life.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rocket::http::Cookie;
use rocket::local::asynchronous::Client;

use super::{Failure, office, open, say};
use crate::clock::{Clock, Stopwatch};
use crate::config::Settings;
use crate::domain::attendance::Mark;
use crate::domain::edition::CourseAdmission;
use crate::domain::edition_file::{self, Checked, CheckedTrainer};
use crate::domain::letter::{Letter, PathFacts, Payload, Recipient, SessionFacts};
use crate::domain::person::EmailAddress;
use crate::domain::role::Role;
use crate::domain::session::local_date;
use crate::random::Random;
use crate::secret::Secret;
use crate::store::laws::{LAWS, broken};
use crate::store::programme::{Offered, Programme};
use crate::store::size::{Season, analyse, fill};
use crate::store::size_lists::{Lists, fill_lists};
use crate::store::{Store, attendance, editions, enrolments, people, programme};
use crate::usecases::award_all::{Trouble, ask, go_on};
use crate::usecases::grant_role::{Named, grant_role};
use crate::usecases::import_edition::import_edition;
use crate::usecases::issue_statement::issue_statement;
use crate::usecases::request_sign_in::link_for;
use crate::usecases::{Actor, Desk};
use crate::web::{App, Limits, Site};
use crate::words::Views;

const ANNOUNCED: &str = include_str!("../../fixtures/amalo-2014.toml");
const ADDRESS: &str = "https://percorso.example";
const OFFICE: &str = "ufficio@percorso.example";
const TRAINER: &str = "conduce@percorso.example";
/// Enrolments per person, on average, in what `store::size` fills.
const EACH: f64 = 2.09;
/// Days of the course that earn its certificate.
const DAYS: u32 = 6;
/// From one edition to the next.
const APART: TimeDelta = TimeDelta::weeks(26);

/// A filled database with an admin signed in.
pub struct Filled {
    /// What use cases work with.
    pub desk: Desk,
    /// Asks for pages.
    pub client: Client,
    /// Of the admin.
    pub cookie: Cookie<'static>,
}

impl Filled {
    /// Fills an empty database with about so many enrolments in each edition, oldest first, or takes one that was filled
    /// before.
    ///
    /// # Errors
    /// The database failed, or what was filled in breaks a law.
    pub async fn open(store: Store, enrolments: &[u32]) -> Result<Self, Failure> {
        let policy = open::policy(&Settings::default(), ADDRESS.to_owned(), "AMALO", OFFICE, "AMALO");
        let clock = Clock::still(Clock::system().now());
        let desk = Desk { store, clock, random: Random::system(), secret: Secret::new([7; 32]), policy };
        let address = office::address(OFFICE)?;
        if editions::all(desk.store.reader()).await?.is_empty() {
            let begun = Stopwatch::start();
            seasons(&desk, enrolments).await?;
            grant_role(&desk, &address, Named::default(), Role::Admin, Actor::Command).await?;
            papers(&desk).await?;
            lists(&desk).await?;
            analyse(&desk.store).await?;
            let (sum, seconds) = (enrolments.iter().sum::<u32>(), begun.milliseconds() / 1000.0);
            say(format!(
                "About {sum} enrolments over {} editions: made in {seconds:.1} s.",
                enrolments.len()
            ));
        }
        lawful(&desk).await?;
        let site = Site {
            address: ADDRESS.to_owned(),
            organisation: "AMALO".to_owned(),
            mailbox: OFFICE.to_owned(),
            phone: None,
            demo_mail: None,
        };
        let views = Views::load().map_err(Failure::new)?;
        let limits = Arc::new(Limits::new(0, 0));
        let app = App { desk: desk.clone(), views, site: Arc::new(site), limits };
        let config =
            rocket::Config { log_level: rocket::config::LogLevel::Off, ..rocket::Config::release_default() };
        let built = crate::web::build(rocket::figment::Figment::from(config), app);
        let client = Client::untracked(built).await.map_err(Failure::new)?;
        let cookie = sign_in(&desk, &client, &address).await?;
        Ok(Self { desk, client, cookie })
    }
}

async fn sign_in(desk: &Desk, client: &Client, email: &EmailAddress) -> Result<Cookie<'static>, Failure> {
    let token = link_for(desk, email).await?;
    let origin = rocket::http::Header::new("Origin", ADDRESS);
    let answer = client.post(format!("/accedi/{token}")).header(origin).dispatch().await;
    let cookie = answer.cookies().iter().next().cloned();
    cookie.ok_or_else(|| Failure::new(format!("the office could not be signed in: {}", answer.status())))
}

/// Figures of data that could not be would say nothing.
async fn lawful(desk: &Desk) -> Result<(), Failure> {
    let today = local_date(desk.clock.now(), chrono_tz::Europe::Rome);
    for law in LAWS {
        let found = broken(desk.store.reader(), law, today).await?;
        if let Some(first) = found.first() {
            return Err(Failure::new(format!("what was filled in breaks a law: {}: {first}", law.name)));
        }
    }
    Ok(())
}

/// The editions, oldest first; the newest one runs now.
async fn seasons(desk: &Desk, enrolments: &[u32]) -> Result<(), Failure> {
    let now = desk.clock.now();
    let payload = payload(desk, "Ada", Letter::HoldEnded { session: SessionFacts::default() })?;
    let mut before = None;
    for (back, share) in (0..enrolments.len()).rev().zip(enrolments) {
        let begins = now - APART * i32::try_from(back).unwrap_or(i32::MAX) - TimeDelta::days(10);
        let programme = bring_in(desk, &season(back, begins)?, begins - TimeDelta::weeks(3)).await?;
        let trainer = people::by_email(desk.store.reader(), TRAINER).await?;
        let season = Season {
            before,
            people: rounded(f64::from(*share) / EACH),
            trainer: trainer.ok_or_else(|| Failure::new("nobody leads"))?.id,
            payload: &payload,
            signed_up: begins - TimeDelta::weeks(2),
            now,
            programme: &programme,
        };
        let tx = desk.store.begin().await?;
        fill(&tx, &season).await?;
        tx.commit().await?;
        before = Some(programme.edition.id);
    }
    desk.clock.stand_at(now);
    Ok(())
}

/// The certificates of the oldest edition, and the statement of somebody who was at a workshop of the newest one.
async fn papers(desk: &Desk) -> Result<(), Failure> {
    let reader = desk.store.reader();
    let staff = people::by_email(reader, OFFICE).await?.ok_or_else(|| Failure::new("nobody works here"))?.id;
    let all = editions::all(reader).await?;
    let oldest = all.iter().min_by_key(|edition| edition.published_at);
    ask(desk, oldest.ok_or_else(|| Failure::new("no edition"))?.id, staff).await?;
    let mut trouble = Trouble::default();
    while go_on(desk, &mut trouble).await? > 0 {}
    let programme = programme::current(reader).await?.ok_or_else(|| Failure::new("no edition runs"))?;
    let workshop = programme.workshops().next().ok_or_else(|| Failure::new("no workshop"))?;
    let sessions: Vec<i64> = workshop.sessions.iter().map(|session| session.id).collect();
    let marks = attendance::effective_at(reader, &sessions).await?;
    let came = marks.iter().filter(|row| Mark::from_code(&row.value).is_some_and(Mark::counts));
    let person = came.map(|row| row.person_id).min().ok_or_else(|| Failure::new("nobody came"))?;
    let enrolment = enrolments::live(reader, person, workshop.row.id).await?;
    let enrolment = enrolment.ok_or_else(|| Failure::new("somebody came who has no place"))?;
    issue_statement(desk, person, enrolment.id, Actor::Staff(staff)).await?;
    Ok(())
}

/// What the office works on, in each edition.
async fn lists(desk: &Desk) -> Result<(), Failure> {
    let reader = desk.store.reader();
    let staff = people::by_email(reader, OFFICE).await?.ok_or_else(|| Failure::new("nobody works here"))?.id;
    for edition in editions::all(reader).await? {
        let programme = programme::load(reader, edition).await?;
        let (waits, place) = course_letters(&programme);
        // A call names nobody.
        let (call, refused) = (payload(desk, "", waits)?, payload(desk, "Ada", place)?);
        let tx = desk.store.begin().await?;
        fill_lists(
            &tx,
            &Lists { programme: &programme, staff, call: &call, refused: &refused, now: desk.clock.now() },
        )
        .await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What is said to whoever waits for the course, and to whoever has a place on it.
fn course_letters(programme: &Programme) -> (Letter, Letter) {
    let path = PathFacts {
        required: 2,
        offered: 5,
        missing: 0,
        slots: Vec::new(),
        choices: Vec::new(),
        full: Vec::new(),
    };
    let course = programme.course().and_then(Offered::title).unwrap_or_default();
    let facts = |offered: &Offered| offered.sessions.iter().map(|day| offered.session_facts(day)).collect();
    let days = programme.course().map(facts).unwrap_or_default();
    let leave_token = String::new();
    let waits = Letter::CourseWaiting {
        course: course.clone(),
        position: 1,
        leave_token: leave_token.clone(),
        path: path.clone(),
        room: false,
    };
    (waits, Letter::CourseConfirmed { course, days, leave_token, path, was_provisional: false })
}

#[expect(clippy::cast_possible_truncation, reason = "a number of people, far from the ends of either type")]
fn rounded(share: f64) -> i64 {
    (share.round() as i64).max(1)
}

async fn bring_in(desk: &Desk, file: &Checked, at: DateTime<Utc>) -> Result<Programme, Failure> {
    desk.clock.stand_at(at);
    import_edition(desk, file, &[]).await.map_err(super::import::refused)?;
    let edition = editions::by_key(desk.store.reader(), &file.edition.key).await?;
    let edition = edition.ok_or_else(|| Failure::new("the edition is gone"))?;
    Ok(programme::load(desk.store.reader(), edition).await?)
}

/// The announced programme, moved so that its first workshop lies on the day it begins.
fn season(back: usize, begins: DateTime<Utc>) -> Result<Checked, Failure> {
    let mut file = edition_file::read(ANNOUNCED).map_err(|_| Failure::new("the announced programme"))?;
    let first: NaiveDate = "2014-09-24".parse().map_err(Failure::new)?;
    let by = begins.date_naive() - first;
    file.edition.key = format!("edizione-{back:02}");
    file.edition.title_it = format!("Edizione {back:02}");
    file.edition.rule.certificate_days = Some(DAYS);
    file.edition.rule.course_admission = CourseAdmission::ByDecision;
    let email = office::address(TRAINER)?;
    for offering in &mut file.offerings {
        offering.slug = format!("{}-{back:02}", offering.slug);
        for session in &mut offering.sessions {
            session.date = session.date.map(|date| date + by);
            session.trainers = vec![email.clone()];
        }
    }
    let (given_name, family_name) = ("Delfina".to_owned(), "Marcandalli".to_owned());
    file.trainers.push(CheckedTrainer { email, given_name, family_name });
    Ok(file)
}

fn payload(desk: &Desk, name: &str, letter: Letter) -> Result<String, Failure> {
    let to = Recipient { address: String::new(), given_name: name.to_owned(), full_name: name.to_owned() };
    let sender = desk.policy.sender.clone();
    let payload = Payload { sender, to, season: String::new(), letter };
    serde_json::to_string(&payload).map_err(Failure::new)
}
