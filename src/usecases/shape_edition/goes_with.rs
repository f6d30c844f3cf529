//! What goes with a draft that is deleted, or with what is shown, hidden or put away: everything of it, each thing in its
//! version, and who leads. A page carries it as a line; what is another line when it is done has not been seen by whoever
//! does it.

use super::NotDone;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Conn, Error, sessions};
use crate::usecases::change_programme::Seen;

/// With an edition: all it offers, and each day.
///
/// # Errors
/// The database failed.
pub async fn with_edition(conn: &impl Conn, programme: &Programme) -> Result<String, Error> {
    of(conn, &Seen::all(programme)).await
}

/// With a workshop or the course: its days.
///
/// # Errors
/// The database failed.
pub async fn with_offering(conn: &impl Conn, offered: &Offered) -> Result<String, Error> {
    of(conn, &Seen::whole(offered)).await
}

/// With one day.
///
/// # Errors
/// The database failed.
pub async fn with_session(conn: &impl Conn, session: &Session) -> Result<String, Error> {
    of(conn, &[Seen::Session(session.id, session.version)]).await
}

async fn of(conn: &impl Conn, things: &[Seen]) -> Result<String, Error> {
    let mut leads = Vec::new();
    for thing in things {
        if let Seen::Session(session, _) = thing {
            let people = sessions::trainers(conn, *session).await?;
            leads.extend(people.into_iter().map(|person| (*session, person)));
        }
    }
    Ok(line(things, &leads))
}

/// As a page carries it: in whatever order things are listed, it is the same.
fn line(things: &[Seen], leads: &[(i64, i64)]) -> String {
    let thing = |thing: &Seen| match thing {
        Seen::Edition(id, version) => format!("e{id}.{version}"),
        Seen::Offering(id, version) => format!("o{id}.{version}"),
        Seen::Session(id, version) => format!("s{id}.{version}"),
    };
    let lead = |(session, person): &(i64, i64)| format!("l{session}.{person}");
    let mut parts: Vec<String> = things.iter().map(thing).chain(leads.iter().map(lead)).collect();
    parts.sort_unstable();
    parts.join(" ")
}

/// Whether whoever does it has seen what goes with it.
///
/// # Errors
/// [`NotDone::Meanwhile`].
pub(super) fn check(seen: &str, goes: &str) -> Result<(), NotDone> {
    if seen == goes { Ok(()) } else { Err(NotDone::Meanwhile) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_changed_added_or_led_by_somebody_else_is_another_line_and_another_order_is_not() {
        let seen = line(&[Seen::Offering(1, 2), Seen::Session(7, 1), Seen::Session(8, 1)], &[(7, 3)]);
        assert_eq!(seen, "l7.3 o1.2 s7.1 s8.1");
        let listed_otherwise = [Seen::Session(8, 1), Seen::Session(7, 1), Seen::Offering(1, 2)];
        assert_eq!(line(&listed_otherwise, &[(7, 3)]), seen);
        let things = [Seen::Offering(1, 2), Seen::Session(7, 1), Seen::Session(8, 1)];
        for (thing, leads) in [(Seen::Offering(1, 3), vec![(7, 3)]), (Seen::Offering(1, 2), vec![(7, 4)])] {
            assert_ne!(line(&[thing, things[1], things[2]], &leads), seen);
        }
        assert_ne!(line(&things[..2], &[(7, 3)]), seen, "a day less");
        assert!(check(&seen, &seen).is_ok());
        assert!(
            matches!(check("", &seen), Err(NotDone::Meanwhile)),
            "a form that says nothing has seen nothing"
        );
    }
}
