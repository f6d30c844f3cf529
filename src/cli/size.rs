//! `size`: how the office's pages fare with many people. Fills two databases, a small one and a large one, with plausible
//! people, asks both for every page of the office, and prints both times and their ratio.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rocket::http::Status;

use super::size_data::Filled;
use super::{Failure, open, say};
use crate::clock::Stopwatch;
use crate::store::{Store, editions, enrolments, programme};

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
    /// Editions of the large database.
    #[arg(long, default_value_t = 50)]
    editions: u32,
    /// How often each page is asked for; the median counts.
    #[arg(long, default_value_t = 15)]
    times: usize,
}

/// Enrolments of the small database, which has one edition.
const SMALL: u32 = 100;

/// Fills and measures.
pub async fn run(args: &SizeArgs) -> Result<ExitCode, Failure> {
    let (small, large) = match args.databases.as_deref() {
        Some([small, large]) => (Store::open_postgres(small).await?, Store::open_postgres(large).await?),
        _ => (file(&args.data.join("small")).await?, file(&args.data.join("large")).await?),
    };
    let small = Filled::open(small, SMALL, 1).await?;
    let large = Filled::open(large, args.enrolments, args.editions).await?;
    let heads = (small.enrolments().await?, large.enrolments().await?);
    say(format!("{:>9} {:>9} enrolments; median of {} in milliseconds", heads.0, heads.1, args.times));
    for (name, path) in small.paths().await?.into_iter().zip(large.paths().await?) {
        let few = small.time(&name.1, args.times).await?;
        let many = large.time(&path.1, args.times).await?;
        say(format!("{few:>9.1} {many:>9.1} {:>6.1} ×  {}", many / few, name.0));
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

    /// What is asked for: its name, and its address in this database.
    async fn paths(&self) -> Result<Vec<(&'static str, String)>, Failure> {
        let reader = self.desk.store.reader();
        let programme = programme::current(reader).await?.ok_or_else(|| Failure::new("no edition"))?;
        let all = editions::all(reader).await?;
        let oldest = all.iter().min_by_key(|edition| edition.published_at);
        let oldest = oldest.map_or("", |edition| edition.key.as_str());
        let workshop = programme.workshops().next().ok_or_else(|| Failure::new("no workshop"))?;
        let first = enrolments::in_offerings(reader, &[workshop.row.id]).await?;
        let person = first.first().map_or(0, |enrolment| enrolment.person_id);
        let (offering, session) = (workshop.row.id, workshop.sessions.first().map_or(0, |one| one.id));
        let course = programme.course().map_or(0, |course| course.row.id);
        let current = &programme.edition.key;
        let some = [
            ("the board", "/gestione".to_owned()),
            ("the board, a search", "/gestione?cerca=arosio".to_owned()),
            ("the board, its last page", "/gestione?pagina=9999".to_owned()),
            ("the board, by contact", "/gestione?ordina=contact".to_owned()),
            ("the board of the oldest edition", format!("/gestione?edizione={oldest}")),
            ("enrolments", "/gestione/iscritti".to_owned()),
            ("enrolments, a search", "/gestione/iscritti?cerca=arosio".to_owned()),
            ("a person", format!("/gestione/persone/{person}")),
            ("a person, to enrol", format!("/gestione/persone/{person}/iscrivi")),
            ("a person, to erase", format!("/gestione/persone/{person}/cancella")),
            ("somebody new", "/gestione/persone/nuova".to_owned()),
            ("a mark, to correct", format!("/gestione/presenze/{session}/{person}")),
            ("things to do", "/gestione/da-fare".to_owned()),
            ("disputes", "/gestione/contestazioni".to_owned()),
            ("calls", "/gestione/telefonate".to_owned()),
            ("applications", "/gestione/domande".to_owned()),
            ("certificates", "/gestione/attestati".to_owned()),
            ("certificates of the oldest edition", format!("/gestione/attestati?edizione={oldest}")),
            ("the editions", "/gestione/edizioni".to_owned()),
            ("an edition", format!("/gestione/edizioni/{current}")),
            ("an edition, its state", format!("/gestione/edizioni/{current}/stato")),
            ("the offerings", "/gestione/offerte".to_owned()),
            ("a workshop", format!("/gestione/offerte/{offering}")),
            ("a workshop, its state", format!("/gestione/offerte/{offering}/stato")),
            ("the course", format!("/gestione/offerte/{course}")),
            ("a session", format!("/gestione/sessioni/{session}")),
            ("a session, who leads", format!("/gestione/sessioni/{session}/conduce")),
            ("letters", "/gestione/posta".to_owned()),
            ("letters, sent, the last page", "/gestione/posta?stato=sent&pagina=99999".to_owned()),
            ("who did what", "/gestione/storia".to_owned()),
            ("who did what, the last page", "/gestione/storia?pagina=99999".to_owned()),
            ("who did what to one person", format!("/gestione/storia?persona={person}")),
            ("roles", "/gestione/ruoli".to_owned()),
        ];
        Ok(some.into())
    }

    /// The median time of a page, in milliseconds.
    async fn time(&self, path: &str, times: usize) -> Result<f64, Failure> {
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
