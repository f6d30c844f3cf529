//! `demo`: the program with invented people, on this machine only.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Datelike as _, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::Rome;

use super::demo_file::{Material, material};
use super::demo_folder::{MARK, Standing, clear, look, write_settings};
use super::office::address;
use super::serve::{Listen, Running, mail_folder, serve};
use super::{Failure, cast, lock, open, say};
use crate::clock::Clock;
use crate::config::{Demo, Settings};
use crate::domain::role::Role;
use crate::domain::session::instant;
use crate::jobs::Jobs;
use crate::mail::postman::Postman;
use crate::mail::transport::Transport;
use crate::random::Random;
use crate::store::{Store, meta};
use crate::usecases::grant_role::{Named, grant_role};
use crate::usecases::import_edition::import_edition;
use crate::usecases::request_sign_in::link_for;
use crate::usecases::{Actor, Desk};
use crate::web::{Limits, Site};
use crate::words::Views;

/// What `demo` can be told.
#[derive(clap::Args, Clone, Debug)]
pub struct DemoArgs {
    /// The data folder: database, mail, settings.
    #[arg(long, value_name = "DIR", default_value = "./percorso-demo")]
    pub(super) data: PathBuf,
    /// The port to serve on.
    #[arg(long, default_value_t = 8000, value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) port: u16,
    /// Keep the real dates of 2014 and start the program's clock here: 2014-09-15T09:00 is local time in Milan. On a
    /// demo that exists, the clock jumps forward to it, and what was due in between happens in its order.
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<String>,
    /// Remove what an earlier demo made in the folder, and start anew.
    #[arg(long)]
    pub(super) fresh: bool,
    /// A PostgreSQL database to use in the place of the file.
    #[arg(long, value_name = "URL")]
    pub(super) database: Option<String>,
}

/// The name under which the database remembers where a jump leads.
const JUMP: &str = "demo_jump";

/// Runs the demo.
pub async fn run(args: DemoArgs) -> Result<ExitCode, Failure> {
    let at = args.at.as_deref().map(parse_at).transpose()?;
    open::folder(&args.data)?;
    let _served_by_us_alone = lock::hold(&args.data).await?;
    port_is_free(args.port)?;
    let standing = look(&args).await?;
    if args.fresh || standing == Standing::HalfMade {
        if let Some(url) = args.database.as_deref().filter(|_| standing != Standing::Empty) {
            Store::empty_postgres(url).await?;
        }
        clear(&args.data)?;
    }
    let new = args.fresh || standing != Standing::Ready;
    let settings = write_settings(&args, new)?;
    let desk = desk(&args.data, &settings).await?;
    let views = Views::load().map_err(Failure::new)?;
    let transport = Transport::files(&mail_folder(&args.data))?;
    let shift = if new {
        fill(&desk, &views, &transport, at).await?
    } else {
        go_on(&desk, &settings, &views, &transport, at).await?
    };
    let settings = Settings { demo: Some(Demo { clock_shift_ms: shift.num_milliseconds() }), ..settings };
    settings.write(&args.data)?;
    announce(&desk, &args.data).await?;
    let site = Site {
        address: desk.policy.sender.public_address.clone(),
        organisation: desk.policy.sender.organisation.clone(),
        mailbox: desk.policy.sender.mailbox.clone(),
        phone: settings.phone.clone(),
        demo_mail: Some(mail_folder(&args.data)),
    };
    let listen =
        Listen { address: std::net::Ipv4Addr::LOCALHOST.into(), port: args.port, client_header: None };
    serve(Running { desk, transport, limits: Limits::new(0, 0), site, listen }).await
}

/// Looks before anything is made or printed: links to a program that cannot answer would only confuse.
fn port_is_free(port: u16) -> Result<(), Failure> {
    std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, port)).map(|_| ()).map_err(|error| {
        Failure::new(format!("cannot serve on port {port}: {error}. Choose another with --port"))
    })
}

/// An instant of the years that a programme's file can name (beyond them a jump has nothing to find): local time in
/// Milan unless it carries an offset.
fn parse_at(text: &str) -> Result<DateTime<Utc>, Failure> {
    let at = instant_of(text)?;
    if (2000..2100).contains(&at.with_timezone(&Rome).year()) {
        return Ok(at);
    }
    Err(Failure::new(format!("--at {text} is out of range: name a year from 2000 to 2099")))
}

fn instant_of(text: &str) -> Result<DateTime<Utc>, Failure> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.with_timezone(&Utc));
    }
    for form in ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"] {
        if let Ok(local) = NaiveDateTime::parse_from_str(text, form) {
            return Ok(instant(local.date(), local.time(), Rome));
        }
    }
    // Minutes with an offset, which RFC 3339 would write with seconds.
    DateTime::parse_from_str(&text.replace('Z', "+00:00"), "%Y-%m-%dT%H:%M%:z")
        .map(|at| at.with_timezone(&Utc))
        .map_err(|_| Failure::new(format!("--at {text:?} is no instant: write it like 2014-09-15T09:00")))
}

async fn desk(data: &Path, settings: &Settings) -> Result<Desk, Failure> {
    let secret = open::secret(data, settings).await?;
    let store = open::store(data, settings).await?;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let policy = open::policy(
        settings,
        text(&settings.public_address),
        &text(&settings.organisation),
        &text(&settings.organizer_mailbox),
        &text(&settings.organizer_name),
    );
    Ok(Desk { store, clock: Clock::system(), random: Random::system(), secret, policy })
}

/// Fills a new database; gives back the clock's shift.
async fn fill(
    desk: &Desk,
    views: &Views,
    transport: &Transport,
    at: Option<DateTime<Utc>>,
) -> Result<TimeDelta, Failure> {
    let until = at.unwrap_or_else(|| desk.clock.now());
    mark(desk, "filling").await?;
    let material = material(at.is_some(), until)?;
    bring_in(desk, &material).await?;
    let jobs = Jobs::new(desk.clone(), Postman::new(views.clone(), transport.clone()), "demo".to_owned());
    cast::replay(desk, &jobs, &material, until).await?;
    let shift = desk.clock.run_from(until);
    mark(desk, "ready").await?;
    Ok(if at.is_some() { shift } else { TimeDelta::zero() })
}

async fn mark(desk: &Desk, value: &str) -> Result<(), Failure> {
    note(desk, MARK, value).await
}

async fn note(desk: &Desk, name: &str, value: &str) -> Result<(), Failure> {
    let tx = desk.store.begin().await?;
    meta::set(&tx, name, value).await?;
    Ok(tx.commit().await?)
}

/// Imports the earlier edition, then the current one, some weeks before the first step; makes the admin.
async fn bring_in(desk: &Desk, material: &Material) -> Result<(), Failure> {
    let mut first: Option<DateTime<Utc>> = None;
    for step in &material.invented.step {
        let at = step.at(material.weeks)?;
        first = Some(first.map_or(at, |f| f.min(at)));
    }
    let start = first.unwrap_or_else(|| desk.clock.now()) - TimeDelta::weeks(3);
    for (index, file) in [&material.earlier, &material.current].into_iter().enumerate() {
        desk.clock.stand_at(start + TimeDelta::days(i64::try_from(index).unwrap_or(0)));
        import_edition(desk, file, &[]).await.map_err(super::import::refused)?;
    }
    let admin = address(&material.invented.people.admin)?;
    Ok(grant_role(desk, &admin, Named::default(), Role::Admin, Actor::Command).await?)
}

/// A second start: the clock goes on where it was, and never behind the newest stored instant; or it jumps forward, and
/// everything that falls due on the way happens in its order. A jump that was killed goes on where it stopped.
async fn go_on(
    desk: &Desk,
    settings: &Settings,
    views: &Views,
    transport: &Transport,
    at: Option<DateTime<Utc>>,
) -> Result<TimeDelta, Failure> {
    let (clock, shift) = open::clock(&desk.store, open::shift(settings)).await?;
    let stopped = meta::get(desk.store.reader(), JUMP).await?.and_then(|text| text.parse().ok());
    let Some(to) = at.max(stopped) else {
        desk.clock.run_from(clock.now());
        return Ok(shift);
    };
    let from = match stopped {
        // Killed on the way: what has happened stands, the rest follows.
        Some(_) => meta::newest_instant(desk.store.reader()).await?.unwrap_or_else(|| clock.now()),
        None => clock.now(),
    };
    if to < from {
        return Err(Failure::new(format!(
            "the demo's clock stands at {} and does not run backwards: name a later instant, or add --fresh",
            from.with_timezone(&Rome).format("%Y-%m-%dT%H:%M")
        )));
    }
    note(desk, JUMP, &to.to_rfc3339()).await?;
    desk.clock.stand_at(from);
    let jobs = Jobs::new(desk.clone(), Postman::new(views.clone(), transport.clone()), "demo".to_owned());
    jobs.advance(to).await?;
    let shift = desk.clock.run_from(to);
    note(desk, JUMP, "").await?;
    Ok(shift)
}

/// The address to open, and a sign-in link for each kind of user.
async fn announce(desk: &Desk, data: &Path) -> Result<(), Failure> {
    let site = desk.policy.sender.public_address.clone();
    let material = material(true, desk.clock.now())?;
    let participant = material
        .invented
        .person
        .iter()
        .find(|p| p.key == material.invented.people.participant)
        .map(|p| p.email.clone())
        .unwrap_or_default();
    let trainer = material.current.trainers.first().map(|t| t.email.to_string()).unwrap_or_default();
    say("Percorso, demo: everybody in it is invented, and no mail leaves this machine.");
    say(format!("  The programme    {site}/"));
    say(format!("  In English       {site}/en/"));
    say(format!("  The mail it sent {site}/posta"));
    for (who, email) in [
        ("A participant   ", &participant),
        ("The trainer     ", &trainer),
        ("The office      ", &material.invented.people.admin),
    ] {
        let token = link_for(desk, &address(email)?).await;
        match token {
            Ok(token) => say(format!("  {who} {site}/accedi/{token}")),
            // Kept real dates may begin before somebody signed up.
            Err(_) => say(format!("  {who} {email} has not signed up yet at this time")),
        }
    }
    say("The links are good for 30 minutes and once. Another one, for an address (Ctrl-C ends the demo):");
    // The folder's own settings name its database, wherever that is.
    say(format!("  percorso sign-in-link EMAIL --data {}", as_an_argument(data)));
    Ok(())
}

/// A path as a shell reads it as one word.
fn as_an_argument(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
