//! Refused letters of which it is asked how everything stands: whose readers are to be told, many letters at once.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::Outcome;
use super::edition_now::EditionNow;
use super::letter_edition::{Programmes, Subject};
use super::letter_stands::stands_in;
use super::told_since::Arrived;
use crate::domain::letter::{Payload, Stands, is_to_tell};
use crate::store::enrolments::Enrolment;
use crate::store::outbox::OutboxLetter;
use crate::store::programme::Programme;
use crate::store::{Conn, enrolments};

type Asked<'l> = (&'l OutboxLetter, &'l Payload);

/// The ids of those that have nothing to tell: a later letter has told it, or it is so no more.
pub(super) async fn nothing_to_tell(
    conn: &impl Conn,
    asked: &[Asked<'_>],
    now: DateTime<Utc>,
) -> Outcome<HashSet<i64>> {
    let arrived = Arrived::about(conn, asked).await?;
    let (told, left): (Vec<Asked<'_>>, Vec<Asked<'_>>) =
        asked.iter().partition(|(letter, payload)| arrived.have_told(letter, &payload.letter));
    let mut nothing: HashSet<i64> = told.into_iter().map(|(letter, _)| letter.id).collect();
    let mut programmes = Programmes::default();
    for (edition, letters) in by_edition(conn, &mut programmes, left).await? {
        let programme = edition.and_then(|id| programmes.get(id));
        nothing.extend(without_tidings(conn, programme, &letters, now).await?);
    }
    Ok(nothing)
}

/// Letters by the edition they are about; none = it is gone.
async fn by_edition<'l>(
    conn: &impl Conn,
    programmes: &mut Programmes,
    letters: Vec<Asked<'l>>,
) -> Outcome<BTreeMap<Option<i64>, Vec<Asked<'l>>>> {
    let own: Vec<i64> = letters.iter().filter_map(|(letter, _)| letter.enrolment_id).collect();
    let own = enrolments::some(conn, &own).await?;
    let own: HashMap<i64, Enrolment> = own.into_iter().map(|row| (row.id, row)).collect();
    let mut found: BTreeMap<Option<i64>, Vec<Asked<'l>>> = BTreeMap::new();
    for (letter, payload) in letters {
        let enrolment = letter.enrolment_id.and_then(|id| own.get(&id));
        let edition = programmes.of(conn, Subject::of(letter, &payload.letter), enrolment, payload).await?;
        found.entry(edition).or_default().push((letter, payload));
    }
    Ok(found)
}

/// The ids of those, of one edition, that have nothing to tell as it stands now.
async fn without_tidings(
    conn: &impl Conn,
    programme: Option<&Programme>,
    letters: &[Asked<'_>],
    now: DateTime<Utc>,
) -> Outcome<Vec<i64>> {
    let about: Vec<Subject<'_>> =
        letters.iter().map(|(letter, payload)| Subject::of(letter, &payload.letter)).collect();
    let edition = match programme {
        Some(programme) => EditionNow::of(conn, programme, &about, now).await?,
        None => EditionNow::default(),
    };
    let mut nothing = Vec::new();
    for ((letter, payload), subject) in letters.iter().zip(about) {
        let stands = match programme {
            Some(programme) => stands_in(conn, programme, &edition, subject, now).await?,
            None => Stands::default(),
        };
        if !is_to_tell(&payload.letter, &stands) {
            nothing.push(letter.id);
        }
    }
    Ok(nothing)
}
