//! `size`: how the office's pages fare with many people. Fills two databases, a small one and a large one, with plausible
//! people, asks both for every page of the office (`size_pages.rs`), and prints both times and their ratio.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rocket::http::Status;

use super::size_data::Filled;
use super::{Failure, open, say};
use crate::clock::Stopwatch;
use crate::store::{Store, enrolments};

/// How large.
#[derive(clap::Args)]
pub struct SizeArgs {
    /// A folder for the two databases, which are made where they are missing; use one that is nothing else's.
    #[arg(long, value_name = "DIR", default_value = "./percorso-size")]
    data: PathBuf,
    /// Two empty PostgreSQL databases to fill in the place of files: the small one, the large one.
    #[arg(long, value_name = "URL", num_args = 2)]
    databases: Option<Vec<String>>,
    /// Enrolments of the large database.
    #[arg(long, default_value_t = 100_000)]
    enrolments: u32,
    /// Editions of the large database, two at least: only one that is over has certificates.
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(2..))]
    editions: u32,
    /// How often each page is asked for; the median counts.
    #[arg(long, default_value_t = 15)]
    times: usize,
}

/// Enrolments of each edition of the small database, oldest first: one that is over and one that runs. A page is about
/// one edition, so each has a hundred.
pub const SMALL: [u32; 2] = [100, 100];

/// Fills and measures.
pub async fn run(args: &SizeArgs) -> Result<ExitCode, Failure> {
    let (small, large) = match args.databases.as_deref() {
        Some([small, large]) => (Store::open_postgres(small).await?, Store::open_postgres(large).await?),
        _ => (file(&args.data.join("small")).await?, file(&args.data.join("large")).await?),
    };
    let each = args.enrolments / args.editions;
    let seasons: Vec<u32> = (0..args.editions).map(|_| each).collect();
    let small = Filled::open(small, &SMALL).await?;
    let large = Filled::open(large, &seasons).await?;
    let heads = (small.enrolments().await?, large.enrolments().await?);
    say(format!("{:>9} {:>9} enrolments; median of {} in milliseconds", heads.0, heads.1, args.times));
    for ((name, here), (_, there)) in small.pages().await?.into_iter().zip(large.pages().await?) {
        let few = small.time(&here, args.times).await?;
        let many = large.time(&there, args.times).await?;
        say(format!("{few:>9.1} {many:>9.1} {:>6.1} ×  {name}", many / few));
    }
    small.desk.store.close().await?;
    large.desk.store.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn file(folder: &Path) -> Result<Store, Failure> {
    open::folder(folder)?;
    Ok(Store::open_sqlite(&folder.join(open::DATABASE)).await?)
}

impl Filled {
    async fn enrolments(&self) -> Result<u64, Failure> {
        Ok(enrolments::count(self.desk.store.reader()).await?)
    }

    /// The median time of a page, in milliseconds.
    ///
    /// # Errors
    /// It answered anything but a page.
    pub async fn time(&self, path: &str, times: usize) -> Result<f64, Failure> {
        let mut all = Vec::with_capacity(times);
        for _ in 0..times.max(1) {
            let begun = Stopwatch::start();
            let answer = self.client.get(path.to_owned()).cookie(self.cookie.clone()).dispatch().await;
            let status = answer.status();
            let body = answer.into_bytes().await.unwrap_or_default();
            all.push(begun.milliseconds());
            if status != Status::Ok || body.is_empty() {
                return Err(Failure::new(format!("{path} answered {status}")));
            }
        }
        all.sort_unstable_by(f64::total_cmp);
        Ok(all[all.len() / 2])
    }
}

#[cfg(test)]
#[path = "size_tests.rs"]
mod tests;
