//! `serve`: the web server and the jobs, until told to stop.

use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::{DataArgs, Failure, lock, open, say};
use crate::config::{Fault, Settings};
use crate::documents::can_print;
use crate::jobs::Jobs;
use crate::mail::postman::Postman;
use crate::mail::transport::Transport;
use crate::usecases::Desk;
use crate::usecases::send_letters::release_all;
use crate::web::{App, Limits, Site};
use crate::words::Views;

/// How long a request or a letter under way may take after the order to stop.
const GRACE: Duration = Duration::from_secs(4);

/// Serves.
pub async fn run(args: &DataArgs) -> Result<ExitCode, Failure> {
    open::folder(&args.data)?;
    let settings = open::settings(&args.data)?;
    let serving = settings.for_serving().map_err(|faults| open::several(&faults))?;
    let unprintable = unprintable(&serving.organisation, settings.phone.as_deref());
    if !unprintable.is_empty() {
        return Err(open::several(&unprintable));
    }
    // Programs that share a PostgreSQL database take turns by leases and claims; a file has one server.
    let _served_by_us_alone = match settings.database {
        None => Some(lock::hold(&args.data).await?),
        Some(_) => None,
    };
    let secret = open::secret(&args.data, &settings).await?;
    let store = open::store(&args.data, &settings).await?;
    open::same_key(&store, &secret).await?;
    let (clock, _) = open::clock(&store, open::shift(&settings)).await?;
    let policy = open::policy(
        &settings,
        serving.public_address.clone(),
        &serving.organisation,
        &serving.mailbox,
        &serving.mailbox_name,
    );
    let transport = match serving.mail.as_str() {
        "none" => Transport::Nowhere,
        url => Transport::smtp(url).map_err(|_| {
            Failure::new("mail cannot be used: the address of the SMTP server cannot be read")
        })?,
    };
    let desk = Desk { store, clock, random: crate::random::Random::system(), secret, policy };
    let limits =
        Limits::new(settings.requests_per_minute.unwrap_or(600), settings.sign_ups_per_hour.unwrap_or(100));
    let site = Site {
        address: serving.public_address,
        organisation: serving.organisation,
        mailbox: serving.mailbox,
        phone: settings.phone.clone(),
        demo_mail: None,
    };
    let listen = Listen::of(&settings)?;
    say(format!("Serving {} on {}:{}.", site.address, listen.address, listen.port));
    serve(Running { desk, transport, limits, site, listen }).await
}

/// The settings that stand on certificates, where one has a sign that no font has: it would be missing on all of them.
fn unprintable(organisation: &str, phone: Option<&str>) -> Vec<Fault> {
    let printed = [("organisation", Some(organisation)), ("phone", phone)];
    let fault = |(name, text): (&str, Option<&str>)| {
        let (text, character) = (text?, can_print(text?).err()?);
        let why = format!("it has «{character}», which certificates cannot print");
        Some(Fault(format!("{name} = {text:?} cannot be used: {why}")))
    };
    printed.into_iter().filter_map(fault).collect()
}

/// What a server needs to run.
pub struct Running {
    /// What use cases work with.
    pub desk: Desk,
    /// Where mail goes.
    pub transport: Transport,
    /// Limits per client address.
    pub limits: Limits,
    /// How the program presents itself.
    pub site: Site,
    /// Where it listens.
    pub listen: Listen,
}

/// Where the server listens, and which proxy it believes.
pub struct Listen {
    /// The address.
    pub address: IpAddr,
    /// The port.
    pub port: u16,
    /// The header with the client's address.
    pub client_header: Option<String>,
}

impl Listen {
    fn of(settings: &Settings) -> Result<Self, Failure> {
        let address = settings.listen.clone().unwrap_or_else(|| "127.0.0.1".to_owned());
        let address = address.parse().map_err(|_| {
            Failure::new(format!(
                "listen = {address:?} cannot be used: it must be an IP address like \"127.0.0.1\""
            ))
        })?;
        Ok(Self {
            address,
            port: settings.port.unwrap_or(8000),
            client_header: settings.client_address_header.clone(),
        })
    }
}

/// Serves until SIGTERM or Ctrl-C; ends within ten seconds.
pub async fn serve(running: Running) -> Result<ExitCode, Failure> {
    let views = Views::load().map_err(Failure::new)?;
    let store = running.desk.store.clone();
    if store.is_embedded() {
        // The folder is ours alone: what a program that was killed had claimed need not wait.
        release_all(&running.desk).await?;
    }
    let app = App {
        desk: running.desk.clone(),
        views: views.clone(),
        site: Arc::new(running.site),
        limits: Arc::new(running.limits),
    };
    let rocket = crate::web::build(figment(&running.listen), app).ignite().await.map_err(Failure::new)?;
    let (stop, stopped) = watch::channel(false);
    let jobs =
        tokio::spawn(Jobs::new(running.desk, Postman::new(views, running.transport), holder()).run(stopped));
    // The jobs hear of the end when the server does: both finish side by side.
    let (ending, told) = (rocket.shutdown(), stop.clone());
    tokio::spawn(async move {
        ending.await;
        told.send_replace(true);
    });
    let served = rocket.launch().await;
    stop.send_replace(true);
    if tokio::time::timeout(GRACE, jobs).await.is_err() {
        tracing::warn!("a letter under way was left; it is tried again at the next start");
    }
    store.close().await?;
    match served {
        Ok(_) => Ok(ExitCode::SUCCESS),
        Err(error) => {
            let port = running.listen.port;
            Err(Failure::new(format!("cannot serve on port {port}: {error}")))
        }
    }
}

fn figment(listen: &Listen) -> rocket::figment::Figment {
    let config = rocket::Config {
        address: listen.address,
        port: listen.port,
        log_level: rocket::config::LogLevel::Critical,
        ip_header: None,
        shutdown: rocket::config::Shutdown {
            ctrlc: true,
            grace: 2,
            mercy: 2,
            ..rocket::config::Shutdown::default()
        },
        ..rocket::Config::release_default()
    };
    let figment = rocket::figment::Figment::from(config);
    match &listen.client_header {
        Some(header) => figment.merge(("ip_header", header.clone())),
        None => figment.merge(("ip_header", false)),
    }
}

/// Tells this program from others on the same database.
fn holder() -> String {
    format!("{}-{}", std::process::id(), crate::random::Random::system().token())
}

/// The demo's mail folder of a data folder.
pub fn mail_folder(data: &std::path::Path) -> PathBuf {
    data.join("mail")
}
