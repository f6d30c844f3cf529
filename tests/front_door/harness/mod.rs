//! A whole program in a test: database, clock that stands still, mails in a folder, browsers that keep cookies.

pub mod browser;
pub mod changing;
pub mod database;
pub mod mails;
pub mod samples;
pub mod stories;

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use percorso::clock::Clock;
use percorso::domain::edition_file::{self, Checked};
use percorso::domain::person::EmailAddress;
use percorso::domain::role::Role;
use percorso::jobs::Jobs;
use percorso::mail::postman::Postman;
use percorso::mail::transport::Transport;
use percorso::random::Random;
use percorso::secret::Secret;
use percorso::store::{editions, enrolments, people, programme};
use percorso::usecases::grant_role::Named;
use percorso::usecases::import_edition::{Imported, import_edition};
use percorso::usecases::{Actor, Desk, grant_role, request_sign_in};
use percorso::web::{App, Limits, Site};
use percorso::words::Views;
use rocket::local::asynchronous::Client;

pub use browser::Browser;
pub use database::Database;
pub use mails::Mail;
pub use samples::{form, policy};

/// The public address of every test.
pub const SITE: &str = "https://percorso.example";
/// Monday 15 September 2014, 9:00 in Milan.
pub const START: &str = "2014-09-15T07:00:00Z";
/// The trainer of every session.
pub const TRAINER: &str = "conduce@percorso.example";
/// The announced programme.
pub const PROGRAMME: &str = include_str!("../../../fixtures/amalo-2014.toml");

/// A program under test.
pub struct World {
    pub client: Client,
    pub desk: Desk,
    pub jobs: Jobs,
    pub database: Database,
    pub views: Views,
}

/// All templates and sentences: read once, as a program that runs does.
pub fn views() -> Views {
    static VIEWS: LazyLock<Views> = LazyLock::new(|| Views::load().expect("templates and sentences load"));
    VIEWS.clone()
}

impl World {
    /// A program on an empty database, at the start of every test.
    pub async fn new(database: Database) -> Self {
        let views = views();
        let transport = Transport::files(&database.mail_folder()).expect("a mail folder");
        Self::with_transport(database, views, transport).await
    }

    /// A program that each client may ask only so often.
    pub async fn with_limits(database: Database, limits: Limits) -> Self {
        let transport = Transport::files(&database.mail_folder()).expect("a mail folder");
        Self::with(database, views(), transport, limits).await
    }

    /// A program whose mail goes elsewhere.
    pub async fn with_transport(database: Database, views: Views, transport: Transport) -> Self {
        Self::with(database, views, transport, Limits::new(0, 0)).await
    }

    async fn with(database: Database, views: Views, transport: Transport, limits: Limits) -> Self {
        let desk = Desk {
            store: database.store().await,
            clock: Clock::still(START.parse().unwrap()),
            random: Random::system(),
            secret: Secret::new([7; 32]),
            policy: policy(),
        };
        let site = Site {
            address: SITE.into(),
            organisation: "AMALO".into(),
            mailbox: "corsi@percorso.example".into(),
            phone: Some("800 135 437".into()),
            demo_mail: None,
        };
        let app =
            App { desk: desk.clone(), views: views.clone(), site: Arc::new(site), limits: Arc::new(limits) };
        let figment = rocket::figment::Figment::from(rocket::Config {
            log_level: rocket::config::LogLevel::Off,
            ..rocket::Config::debug_default()
        })
        .merge(("ip_header", false));
        let client =
            Client::untracked(percorso::web::build(figment, app)).await.expect("the web server builds");
        let jobs = Jobs::new(desk.clone(), Postman::new(views.clone(), transport), "test".into());
        Self { client, desk, jobs, database, views }
    }

    /// Somebody's browser, not signed in.
    pub fn browser(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// The announced programme, changed by a test.
    pub async fn programme(&self, change: impl FnOnce(&mut Checked)) {
        let mut file = edition_file::read(PROGRAMME).expect("the announced programme reads");
        let trainer = EmailAddress::parse(TRAINER).unwrap();
        file.trainers.push(edition_file::CheckedTrainer {
            email: trainer.clone(),
            given_name: "Delfina".into(),
            family_name: "Marcandalli".into(),
        });
        for session in file.offerings.iter_mut().flat_map(|o| o.sessions.iter_mut()) {
            session.trainers = vec![trainer.clone()];
        }
        change(&mut file);
        assert_eq!(self.import(&file).await, Ok(Imported::Created));
    }

    /// Imports a file.
    pub async fn import(&self, file: &Checked) -> Result<Imported, Vec<String>> {
        match import_edition(&self.desk, file, &[]).await {
            Ok(done) => Ok(done),
            Err(why) => Err(why.in_words().expect("the import does not fail")),
        }
    }

    /// Time passes; whatever falls due on the way is done, minute letters included.
    pub async fn wait(&self, time: TimeDelta) {
        self.until(self.desk.clock.now() + time).await;
    }

    /// Goes on to an instant; what falls due on the way happens at its time.
    pub async fn until(&self, at: DateTime<Utc>) {
        self.jobs.advance(at).await.expect("what is due is done");
    }

    /// Goes on to an instant written as text.
    pub async fn go_to(&self, at: &str) {
        self.until(at.parse().expect("an instant")).await;
    }

    /// Does everything that is due now.
    pub async fn settle(&self) {
        self.jobs.settle().await.expect("the jobs run");
    }

    /// Every mail that was sent, oldest first.
    pub fn mails(&self) -> Vec<Mail> {
        mails::read(&self.database.mail_folder())
    }

    /// The mails to an address.
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// Signs somebody up through form and mail, and gives their browser, signed in by the confirmation.
    pub async fn sign_up(&self, given: &str, email: &str, slugs: &[&str]) -> Browser<'_> {
        let browser = self.browser();
        let answer = browser
            .post(&format!("/workshop/{}/iscrizione", slugs[0]), &form(given, email, &slugs[1..]))
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        self.settle().await;
        let link = self.mails_to(email).last().expect("a mail").link("/conferma/");
        let answer = browser.post(&link, &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        self.settle().await;
        browser
    }

    /// A browser signed in as the person of an address.
    pub async fn signed_in(&self, email: &str) -> Browser<'_> {
        let token = request_sign_in::link_for(&self.desk, &EmailAddress::parse(email).unwrap())
            .await
            .expect("a person with this address");
        let browser = self.browser();
        assert_eq!(browser.post(&format!("/accedi/{token}"), &[]).await.status, 303);
        browser
    }

    /// A browser of an admin.
    pub async fn admin(&self) -> Browser<'_> {
        let email = EmailAddress::parse("ufficio@percorso.example").unwrap();
        self.with_role(email.as_str(), Role::Admin).await
    }

    /// A browser of somebody with a role in the office.
    pub async fn with_role(&self, email: &str, role: Role) -> Browser<'_> {
        let address = EmailAddress::parse(email).unwrap();
        grant_role::grant_role(&self.desk, &address, Named::default(), role, Actor::Command)
            .await
            .expect("a role");
        self.signed_in(email).await
    }

    /// The id of an offering by its key.
    pub async fn offering(&self, key: &str) -> i64 {
        let programme = programme::current(self.desk.store.reader()).await.unwrap().expect("an edition");
        programme.offerings.iter().find(|o| o.row.key == key).expect("the offering").row.id
    }

    /// The id of the n-th session of an offering.
    pub async fn session(&self, key: &str, number: i64) -> i64 {
        let programme = programme::current(self.desk.store.reader()).await.unwrap().expect("an edition");
        let offered = programme.offerings.iter().find(|o| o.row.key == key).expect("the offering");
        offered.sessions.iter().find(|s| s.number == number).expect("the session").id
    }

    /// The id of the current edition.
    pub async fn edition(&self) -> i64 {
        editions::current(self.desk.store.reader()).await.unwrap().expect("an edition").id
    }

    /// The id of a person.
    pub async fn person(&self, email: &str) -> i64 {
        people::by_email(self.desk.store.reader(), email).await.unwrap().expect("the person").id
    }

    /// The states of a person's enrolments in an offering, oldest first, with the reason where cancelled.
    pub async fn states(&self, email: &str, key: &str) -> Vec<String> {
        let offering = self.offering(key).await;
        let Some(person) = people::by_email(self.desk.store.reader(), email).await.unwrap() else {
            return Vec::new();
        };
        let all = enrolments::of_person(self.desk.store.reader(), person.id).await.unwrap();
        let name = |e: enrolments::Enrolment| {
            e.cancel_reason.map_or(e.state, |reason| format!("cancelled({reason})"))
        };
        all.into_iter().filter(|e| e.offering_id == offering).map(name).collect()
    }

    /// The id of a person's live enrolment.
    pub async fn enrolment(&self, email: &str, key: &str) -> i64 {
        let (person, offering) = (self.person(email).await, self.offering(key).await);
        enrolments::live(self.desk.store.reader(), person, offering)
            .await
            .unwrap()
            .expect("a live enrolment")
            .id
    }

    /// Marks people at a session by their letters and closes the register, as the trainer, through the pages.
    pub async fn register(&self, key: &str, number: i64, marks: &[(&str, &str)]) {
        let session = self.session(key, number).await;
        let trainer = self.signed_in(TRAINER).await;
        let mut fields = Vec::new();
        for (email, letter) in marks {
            fields.push((format!("presenza-{}", self.person(email).await), (*letter).to_owned()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let answer = trainer.post(&format!("/aula/{session}"), &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let answer = trainer.post(&format!("/aula/{session}/chiudi"), &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
}
