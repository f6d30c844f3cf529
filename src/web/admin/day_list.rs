//! "Da fare oggi": the facts of the day's list, and each line with the place where it is settled.

use chrono::Days;
use serde::Serialize;

use super::certificates;
use super::edition_links::title_of;
use crate::domain::session::local_date;
use crate::domain::today::{Line, MOST_LINES, What, everything};
use crate::store::programme::{self, Offered, Programme};
use crate::store::{day_facts, editions};
use crate::usecases::open_refusals::open_refusals;
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
    /// The lines, what is due first on top.
    pub lines: Vec<DayLine>,
    /// How many more there are.
    pub more: usize,
    /// Whether lines are shown that could be folded away.
    pub unfolded: bool,
    /// Other editions in which something is to be done.
    pub elsewhere: Vec<Elsewhere>,
}

/// Another edition with something to do.
#[derive(Serialize)]
pub struct Elsewhere {
    /// Its key, which addresses name.
    pub key: String,
    /// Its title in the language of the page.
    pub title: String,
    /// How many lines its list has.
    pub lines: usize,
}

/// How long after its last session somebody may still look for something to do in an edition: certificates come late.
const LOOKED_AT: Days = Days::new(366);
/// How many other editions are looked at: the office has few at once.
const MOST_EDITIONS: usize = 4;

/// The list of an edition, or its first lines; `untold` is how many people of the board heard nothing lately.
///
/// # Errors
/// The database failed.
pub async fn day_list(
    visit: &Visit,
    programme: &Programme,
    untold: u32,
    whole: bool,
) -> Result<DayList, PageError> {
    let (reader, can_print) = (visit.app.desk.store.reader(), visit.app.desk.policy.can_print);
    let mut facts = day_facts::facts(reader, programme, visit.now, can_print).await?;
    facts.untold = untold;
    facts.refused_letters = u32::try_from(open_refusals(reader, visit.now).await?.len()).unwrap_or(u32::MAX);
    let lines = everything(&facts, local_date(visit.now, programme.zone()));
    let beyond = lines.len().saturating_sub(MOST_LINES);
    let shown = if whole { lines.len() } else { MOST_LINES };
    Ok(DayList {
        lines: lines.iter().take(shown).map(|line| view(programme, line)).collect(),
        more: if whole { 0 } else { beyond },
        unfolded: whole && beyond > 0,
        elsewhere: elsewhere(visit, programme.edition.id).await?,
    })
}

/// The other editions of the last year, and of the time to come, in whose list something stands.
async fn elsewhere(visit: &Visit, edition_id: i64) -> Result<Vec<Elsewhere>, PageError> {
    let (reader, can_print) = (visit.app.desk.store.reader(), visit.app.desk.policy.can_print);
    let since = visit.now.date_naive() - LOOKED_AT;
    let all = editions::held_since(reader, since, false).await?;
    let mut found = Vec::new();
    for edition in all.into_iter().filter(|edition| edition.id != edition_id).take(MOST_EDITIONS) {
        let programme = programme::load(reader, edition).await?;
        let facts = day_facts::facts(reader, &programme, visit.now, can_print).await?;
        let all = everything(&facts, local_date(visit.now, programme.zone()));
        // A letter that was refused is no edition's: the list that is shown has it already.
        let lines = all.len();
        if lines > 0 {
            let title = title_of(&programme.edition, visit.language);
            found.push(Elsewhere { key: programme.edition.key.clone(), title, lines });
        }
    }
    Ok(found)
}

fn view(programme: &Programme, line: &Line) -> DayLine {
    let session = line
        .about
        .and_then(|id| programme.session(id))
        .filter(|_| matches!(line.what, What::RegisterOpen | What::Unmarked | What::DetailsMissing));
    let offered = session.map(|(offered, _)| offered).or_else(|| {
        line.about.filter(|_| line.what.is_about_offering()).and_then(|id| programme.offering(id))
    });
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
        link: link(programme, line, offered),
    }
}

/// Where a line is settled.
fn link(programme: &Programme, line: &Line, offered: Option<&Offered>) -> Option<String> {
    let key = &programme.edition.key;
    Some(match line.what {
        What::RegisterOpen => format!("/aula/{}", line.about?),
        What::RegistersOpen => "/aula".to_owned(),
        What::CallsToMake => "/gestione/telefonate".to_owned(),
        What::DisputesOpen => "/gestione/contestazioni".to_owned(),
        What::ApplicationsWaiting => "/gestione/domande".to_owned(),
        What::Unmarked | What::RuleInDoubt | What::CertificateInDoubt | What::StatementInDoubt => {
            "/gestione/da-fare".to_owned()
        }
        What::PlaceToGive | What::OffersEnding => format!("/gestione/offerte/{}#attesa", offered?.row.id),
        What::DaysAtRisk | What::NoDayToMiss | What::Untold => {
            format!("/gestione?edizione={key}&filtro={}", line.what.code())
        }
        What::DaysShort => format!("/gestione/edizioni/{key}#regola"),
        What::LettersRefused => "/gestione/posta?stato=refused".to_owned(),
        What::CertificatesReady => certificates::link(key, 1),
        What::DetailsMissing => format!("/gestione/sessioni/{}", line.about?),
        What::WorkshopsUndated => undated(programme)?,
    })
}

/// Where workshops get their dates: on the page of the one that has none, or from the list of all these.
fn undated(programme: &Programme) -> Option<String> {
    let mut undated = programme.undated_workshops();
    let first = undated.next()?;
    Some(match undated.next() {
        None => format!("/gestione/offerte/{}", first.row.id),
        Some(_) => format!("/gestione/offerte?edizione={}&filtro=undated", programme.edition.key),
    })
}
