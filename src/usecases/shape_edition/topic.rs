//! What a workshop is about, by its title: the same title of an earlier season is the same topic, which counts once for the
//! rule. Nothing follows by itself: of a draft that got another title a person says so.

use super::reshape::{Shape, reshape_offering_in};
use super::{NotDone, locked_around};
use crate::domain::offering::Kind;
use crate::domain::same_title::same_title;
use crate::domain::slug;
use crate::store::editions::Edition;
use crate::store::programme::{Offered, Programme};
use crate::store::topics::{self, Topic};
use crate::store::{Conn, Error, Tx};
use crate::usecases::{Actor, Desk, No};

/// A workshop whose title is not that of its topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The title of the topic it has; none = nobody named it.
    pub stands: Option<String>,
    /// Whether there is a topic with the title it has now.
    pub known: bool,
}

/// How title and topic of a workshop stand apart, while nobody knows of it; none where they do not.
///
/// # Errors
/// The database failed.
pub async fn apart(
    conn: &impl Conn,
    programme: &Programme,
    offered: &Offered,
) -> Result<Option<Apart>, Error> {
    let (Some(title), Some(own)) = (offered.row.title.as_deref(), offered.topic.as_ref()) else {
        return Ok(None);
    };
    if programme.is_shown(offered) {
        return Ok(None);
    }
    let all = topics::all(conn).await?;
    let stands = own.title.clone();
    Ok(match of_title(&all, title) {
        Some(topic) if topic.id == own.id => None,
        Some(_) => Some(Apart { stands, known: true }),
        None if stands.is_none() => None,
        None => Some(Apart { stands, known: false }),
    })
}

/// Gives a draft the topic of its title; `version` is the one that whoever asks has seen.
///
/// # Errors
/// Everybody may know of it; it is no workshop with a title; [`NotDone::Meanwhile`]; a fault.
pub async fn follow_title(desk: &Desk, offering_id: i64, version: i64, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let programme = locked_around(&tx, offering_id).await?;
    let row = &programme.offering(offering_id).ok_or(No::NotFound)?.row;
    let title = row.title.as_deref().filter(|_| row.kind() == Kind::Workshop).ok_or(No::NotFound)?;
    let topic = for_title(&tx, &programme.edition, (title, row.gloss_en.as_deref()), &row.key).await?;
    let shape = Shape { slug: row.slug.clone(), counts: row.counts_toward_rule, topic: Some(topic) };
    reshape_offering_in(desk, &tx, (offering_id, version), &shape, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// The topic of a title and its English gloss, made if nobody had it before; `offering` is the key of the workshop.
pub(super) async fn for_title(
    tx: &Tx,
    edition: &Edition,
    (title, gloss): (&str, Option<&str>),
    offering: &str,
) -> Result<i64, Error> {
    let all = topics::all(tx).await?;
    if let Some(known) = of_title(&all, title) {
        return Ok(known.id);
    }
    let otherwise = slug::slug(&format!("{}-{offering}", edition.key));
    let key = slug::unique(title, &otherwise, |word| all.iter().any(|topic| topic.key == word));
    let row = Topic { id: 0, key, title: Some(title.to_owned()), gloss_en: gloss.map(str::to_owned) };
    Ok(topics::add(tx, row).await?.id)
}

/// The oldest topic that has a title.
fn of_title<'a>(all: &'a [Topic], title: &str) -> Option<&'a Topic> {
    all.iter().find(|topic| topic.title.as_deref().is_some_and(|known| same_title(known, title)))
}
