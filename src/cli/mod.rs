//! What the program can be told at the command line. It alone reads the configuration, and hands down small
//! structs. Each `--help` is written for the person who runs the server.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod cast;
mod check;
mod demo;
mod demo_file;
mod demo_folder;
mod export;
mod impact_people;
mod impact_words;
mod import;
mod lock;
mod office;
mod open;
mod serve;
mod sign_in_link;
mod size;
mod size_data;
mod size_pages;

/// Percorso: the registration system of an association that trains people in steps.
#[derive(Parser)]
#[command(name = "percorso", version, about, long_about = None)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the program with invented people, on this machine only; no mail leaves it.
    ///
    /// Makes a data folder, fills it with the programme of 2014 moved so that today lies between its first and its
    /// second workshop, and serves it. Prints the address to open and a sign-in link for a participant, a trainer
    /// and an admin. A second start goes on where the first one was.
    Demo(demo::DemoArgs),
    /// Serve the program.
    ///
    /// Needs a data folder whose percorso.toml (or the environment) names the public address, the organisation, the
    /// organizer's mailbox and how mail leaves; percorso.example.toml explains every setting. Makes the database
    /// and the secret key if they are missing.
    Serve(DataArgs),
    /// Make the database, or bring it up to date, and stop.
    Migrate(DataArgs),
    /// Bring in an edition from its file.
    ///
    /// The file is checked whole before anything is written; each fault is named with its line and field. A second
    /// import of the same file changes nothing. What a changed file changes, and what that means for people, is
    /// shown, and asked before it is applied: all of it, or nothing.
    Import {
        /// The edition's file, like fixtures/amalo-2014.toml.
        file: PathBuf,
        /// Apply it without asking.
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Print an edition as the file that `import` reads.
    ///
    /// Importing it again changes nothing; into another data folder it brings the same edition, without its people.
    Export {
        /// The edition's key, like autunno-2014.
        key: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Look whether the data keeps every law of the program; changes nothing.
    ///
    /// Ends with 0 when all hold, 1 when one is broken (it is named), 2 when the data cannot be looked at.
    Check(DataArgs),
    /// Give somebody a role; the first admin comes this way.
    ///
    /// Somebody who is not known yet is created. Trainers are named in the edition's file, not here.
    Grant {
        /// The person's e-mail address.
        email: String,
        /// The role: admin, secretary (all but the rule, roles and erasure) or reader (looks only).
        role: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Print a link that signs somebody in, valid for 30 minutes and once.
    SignInLink {
        /// The person's e-mail address.
        email: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Send a mail to see that letters arrive, and say what the mail server answered.
    MailTest {
        /// The address to send to.
        email: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Take another secret key, because the one this database was made with is lost.
    ///
    /// Everything the old key made ends: everybody signs in anew, calendars are subscribed to anew, links in mails that
    /// have left are dead. Stop the program first. With the right key in its place nothing changes.
    AcceptKey(DataArgs),
    /// See how the office's pages fare with many people.
    ///
    /// Fills a small and a large database with invented people, asks both for every page of the office, and prints both
    /// times in milliseconds with their ratio. No mail is sent. Ask a release build: one made for tests is several times
    /// slower.
    Size(size::SizeArgs),
}

/// Where the data is.
#[derive(clap::Args, Clone, Debug)]
pub struct DataArgs {
    /// The data folder: database, settings, secret key.
    #[arg(long, value_name = "DIR", default_value = "./percorso-data")]
    pub data: PathBuf,
}

/// Why a command ended without doing its work: said in one or a few lines.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong and what would be right.
    pub message: String,
    /// The exit code.
    pub code: u8,
}

impl Failure {
    /// A failure with exit code 1.
    pub fn new(message: impl std::fmt::Display) -> Self {
        Self { message: message.to_string(), code: 1 }
    }
}

impl From<crate::store::Error> for Failure {
    fn from(error: crate::store::Error) -> Self {
        Self::new(format!("the database failed: {error}"))
    }
}

impl From<crate::usecases::No> for Failure {
    fn from(no: crate::usecases::No) -> Self {
        Self::new(no)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(error)
    }
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    open::log();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&Failure::new(error)),
    };
    match runtime.block_on(command(cli.command)) {
        Ok(code) => code,
        Err(failure) => fail(&failure),
    }
}

async fn command(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Serve(args) => serve::run(&args).await,
        Command::Migrate(args) => office::migrate(&args).await,
        Command::Import { file, yes, data } => import::run(&file, yes, &data).await,
        Command::Export { key, data } => export::run(&key, &data).await,
        Command::Check(args) => check::run(&args).await,
        Command::Grant { email, role, data } => office::grant(&email, &role, &data).await,
        Command::SignInLink { email, data } => sign_in_link::run(&email, &data).await,
        Command::MailTest { email, data } => office::mail_test(&email, &data).await,
        Command::AcceptKey(args) => office::accept_key(&args).await,
        Command::Size(args) => size::run(&args).await,
    }
}

fn fail(failure: &Failure) -> ExitCode {
    say_error(&failure.message);
    ExitCode::from(failure.code)
}

/// A line for the person at the terminal.
#[expect(clippy::print_stdout, reason = "the command line speaks on standard output")]
pub fn say(line: impl std::fmt::Display) {
    println!("{line}");
}

/// A line about what went wrong.
#[expect(clippy::print_stderr, reason = "the command line complains on standard error")]
pub fn say_error(line: impl std::fmt::Display) {
    eprintln!("percorso: {line}");
}
