//! What a correction means: in the edition of the session, and in each other one in which something of the person rests on
//! the mark, because workshops of one edition count for the course of another.

use chrono::{DateTime, Utc};

use super::super::open_questions::{Question, open_questions};
use super::super::{No, Outcome};
use crate::domain::attendance::Mark;
use crate::domain::correction::{Correction, Facts, Follows, Held, Reached, correction};
use crate::domain::offering::Kind;
use crate::store::editions::Edition;
use crate::store::programme::{Offered, Programme};
use crate::store::rule::RuleReached;
use crate::store::sessions::Session;
use crate::store::standing::{self, Standing};
use crate::store::{Conn, seasons, stated};

/// What a correction means in one edition.
#[derive(Clone, Debug)]
pub struct Meant {
    /// The edition.
    pub edition: Edition,
    /// The live enrolment of the person in its course.
    pub(super) on_course: Option<i64>,
    /// What changes there.
    pub means: Correction,
}

/// What a correction means in all of them.
#[derive(Clone, Debug)]
pub struct Impact {
    /// In the edition of the session.
    pub here: Meant,
    /// In the others, the oldest first: only where something follows.
    pub elsewhere: Vec<Meant>,
}

impl Impact {
    /// In each edition, that of the session first.
    pub(super) fn everywhere(&self) -> impl Iterator<Item = &Meant> {
        std::iter::once(&self.here).chain(&self.elsewhere)
    }

    /// Whether something follows in the edition of the session.
    pub(super) fn has(&self, what: Follows) -> bool {
        self.here.means.has(what)
    }
}

/// A session and the mark somebody is to have there.
pub(super) struct Corrected<'a> {
    offered: &'a Offered,
    session: &'a Session,
    mark: Mark,
    now: DateTime<Utc>,
}

impl<'a> Corrected<'a> {
    /// The mark of a session of this edition.
    pub(super) fn new(
        programme: &'a Programme,
        session_id: i64,
        mark: Mark,
        now: DateTime<Utc>,
    ) -> Outcome<Self> {
        let (offered, session) = programme.session(session_id).ok_or(No::NotFound)?;
        Ok(Self { offered, session, mark, now })
    }

    /// What it means for whoever stands so in the edition of the session.
    pub(super) async fn impact(
        &self,
        conn: &impl Conn,
        programme: &Programme,
        standing: &Standing,
    ) -> Outcome<Impact> {
        let here = self.meant(conn, programme, standing).await?;
        let elsewhere = match self.offered.row.kind() {
            Kind::Workshop => self.elsewhere(conn, standing.person_id).await?,
            Kind::Course => Vec::new(),
        };
        Ok(Impact { here, elsewhere })
    }

    /// In an edition in which they are not on their way any more nobody is decided anew: there it can only be doubtful
    /// what was given.
    async fn elsewhere(&self, conn: &impl Conn, person_id: i64) -> Outcome<Vec<Meant>> {
        let own = self.offered.row.edition_id;
        let on_the_way = seasons::elsewhere(conn, person_id, own, self.now).await?;
        let mut all = seasons::resting(conn, person_id, own).await?;
        all.retain(|resting| on_the_way.iter().all(|programme| programme.edition.id != resting.edition.id));
        let over = all.len();
        all.extend(on_the_way);
        let mut found = Vec::new();
        for (at, programme) in all.iter().enumerate() {
            if programme.course().is_none() {
                continue;
            }
            let standing = standing::of_person(conn, programme, person_id, self.now).await?;
            let mut meant = self.meant(conn, programme, &standing).await?;
            meant.means.follows.retain(|what| at >= over || !what.is_on_the_way());
            if !meant.means.follows.is_empty() {
                found.push(meant);
            }
        }
        found.sort_by_key(|meant| meant.edition.id);
        Ok(found)
    }

    async fn meant(&self, conn: &impl Conn, programme: &Programme, standing: &Standing) -> Outcome<Meant> {
        let (person_id, session_id, what) =
            (standing.person_id, self.session.id, (self.offered, self.session));
        // What the correction answers by itself keeps nothing open.
        let questions = open_questions(conn, programme, person_id, self.now).await?;
        let open = |q: &Question| q.session_id != session_id || q.contested && !self.mark.counts();
        let suspended = questions.iter().any(open);
        let reached = |row: &RuleReached| Reached {
            required: u32::try_from(row.required).unwrap_or(0),
            topics: serde_json::from_str(&row.topics).unwrap_or_default(),
        };
        let earlier_edition = self.offered.row.edition_id != programme.edition.id;
        let means = correction(&Facts {
            rule: standing.facts.clone(),
            course: standing.course.clone(),
            held: self.held(earlier_edition),
            was: standing.marks.get(&session_id).copied(),
            now: self.mark,
            stated: stated::by_certificate(conn, programme, person_id, what).await?,
            statement: !earlier_edition && stated::by_statement(conn, person_id, what).await?,
            reached: standing.reached.as_ref().map(reached),
            suspended,
        });
        let course = programme.course().and_then(|course| standing.live_in(course.row.id));
        let edition = programme.edition.clone();
        Ok(Meant { edition, on_course: course.map(|enrolment| enrolment.id), means })
    }

    /// What the rule of an edition sees of the session.
    fn held(&self, earlier_edition: bool) -> Held {
        match (self.offered.row.kind(), self.offered.row.topic_id, self.session.date) {
            (Kind::Course, ..) => Held::CourseDay,
            (Kind::Workshop, Some(topic), Some(held_on)) => {
                let counts = self.offered.row.counts_toward_rule;
                Held::Workshop { topic, held_on, counts, earlier_edition }
            }
            (Kind::Workshop, ..) => Held::Other,
        }
    }
}
