//! "Da fare oggi": the facts of the day's list, and each line with the place where it is settled.

use serde::Serialize;

use crate::domain::offering::OfferingStatus;
use crate::domain::session::local_date;
use crate::domain::today::{What, today};
use crate::store::day_facts;
use crate::store::programme::{Offered, Programme};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// One line of the list.
#[derive(Serialize)]
pub struct DayLine {
    /// The code of what it is about, which is the end of the keys of its sentences.
    pub what: &'static str,
    /// How many.
    pub count: u32,
    /// People waiting.
    pub people: u32,
    /// The date it is about.
    pub date: Option<chrono::NaiveDate>,
    /// The title of what it is about.
    pub title: Option<String>,
    /// The place in the programme of what it is about.
    pub nth: usize,
    /// Where the button goes; none where nothing can be done from here yet.
    pub link: Option<String>,
}

/// The list, and how much of it is not shown.
#[derive(Default, Serialize)]
pub struct DayList {
    /// The lines, most urgent first.
    pub lines: Vec<DayLine>,
    /// How many more there are.
    pub more: usize,
}

/// The list of an edition.
///
/// # Errors
/// The database failed.
pub async fn day_list(visit: &Visit, programme: &Programme) -> Result<DayList, PageError> {
    let facts = day_facts::facts(visit.app.desk.store.reader(), programme, visit.now).await?;
    let date = local_date(visit.now, programme.zone());
    let line = |line: &crate::domain::today::Line| {
        let session = line
            .about
            .and_then(|id| programme.session(id))
            .filter(|_| matches!(line.what, What::RegisterOpen | What::Unmarked));
        let offered = session.map(|(offered, _)| offered).or_else(|| {
            line.about.filter(|_| line.what.is_about_offering()).and_then(|id| programme.offering(id))
        });
        let link = match (line.what, line.about) {
            (What::RegisterOpen, Some(id)) => Some(format!("/aula/{id}")),
            (What::RegistersOpen, _) => Some("/aula".to_owned()),
            (What::DisputesOpen, _) => Some("/gestione/contestazioni".to_owned()),
            (What::Unmarked | What::RuleInDoubt | What::CertificateInDoubt, _) => {
                Some("/gestione/da-fare".to_owned())
            }
            (What::PlaceToGive | What::OffersEnding, _) => {
                offered.map(|o| format!("/gestione/offerte/{}#attesa", o.row.id))
            }
            (What::ApplicationsWaiting, Some(id)) => Some(format!("/gestione/offerte/{id}")),
            (What::DaysAtRisk, _) => {
                Some(format!("/gestione?edizione={}&filtro=days-at-risk", programme.edition.key))
            }
            (What::LettersRefused, _) => Some("/gestione/posta?stato=refused".to_owned()),
            (What::WorkshopsUndated, _) => undated(programme).map(|id| format!("/gestione/offerte/{id}")),
            _ => None,
        };
        DayLine {
            what: line.what.code(),
            count: line.count,
            people: line.people,
            date: line
                .date
                .or_else(|| session.and_then(|(_, s)| s.date))
                .or_else(|| offered.and_then(|o| o.first_date())),
            title: offered.and_then(|o| o.row.title.clone()),
            nth: offered.map_or(0, |o| programme.nth(o.row.id)),
            link,
        }
    };
    let list = today(&facts, date);
    Ok(DayList { lines: list.lines.iter().map(line).collect(), more: list.more })
}

/// The first workshop that counts and has no date: its page is where it gets one.
fn undated(programme: &Programme) -> Option<i64> {
    let open = |o: &&Offered| o.row.counts_toward_rule && o.row.status() == OfferingStatus::Published;
    programme.workshops().filter(open).find(|o| o.first_date().is_none()).map(|o| o.row.id)
}
