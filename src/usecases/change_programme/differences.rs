//! What differs between the edition as it was and as it will be, field by field: the before and after of the audit.

use serde::{Deserialize, Serialize};

use crate::domain::impact::Impact;
use crate::store::editions::Edition;
use crate::store::programme::Programme;
use crate::store::sessions::Session;

/// What the audit keeps of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Field by field.
    pub changes: Vec<Difference>,
    /// What it meant for people.
    pub impact: Impact,
}

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The offering; none for the edition as a whole.
    pub offering: Option<i64>,
    /// The number of the session within it; none for the offering as a whole.
    pub session: Option<i64>,
    /// `date`, `hours`, `place`, `status`, `added`, `title`, `gloss`, `text-it`, `text-en`, `fee`, `capacity`, `offers`,
    /// `required`, `certificate`, `provisional`, `closes`, `lateness`, `carry-over`, `admission`.
    pub field: String,
    /// Before; none = nothing stood there.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// Every field that differs, in the order of the programme.
pub fn differences(before: &Programme, after: &Programme) -> Vec<Difference> {
    let mut found = Vec::new();
    let (was, is) = (before.edition.rule(), after.edition.rule());
    let text = |value: Option<u32>| value.map(|value| value.to_string());
    let date = |value: Option<chrono::NaiveDate>| value.map(|value| value.to_string());
    let yes = |value: bool| Some(if value { "yes" } else { "no" }.to_owned());
    let mut rule = |field: &str, before: Option<String>, after: Option<String>| {
        push(&mut found, (None, None), field, before, after);
    };
    rule("required", text(Some(was.required)), text(Some(is.required)));
    rule("certificate", text(was.certificate_days), text(is.certificate_days));
    rule("provisional", yes(was.provisional_places), yes(is.provisional_places));
    rule("closes", date(was.enrolment_closes), date(is.enrolment_closes));
    rule("lateness", text(was.lateness_minutes), text(is.lateness_minutes));
    rule("carry-over", yes(was.carry_over), yes(is.carry_over));
    let admission = |edition: &Edition| Some(edition.course_admission.clone());
    rule("admission", admission(&before.edition), admission(&after.edition));
    for offered in &after.offerings {
        let Some(old) = before.offering(offered.row.id) else { continue };
        let about = (Some(offered.row.id), None);
        let number = |value: Option<i64>| value.map(|value| value.to_string());
        for (field, before, after) in [
            ("title", old.row.title.clone(), offered.row.title.clone()),
            ("gloss", old.row.gloss_en.clone(), offered.row.gloss_en.clone()),
            ("text-it", old.row.text_it.clone(), offered.row.text_it.clone()),
            ("text-en", old.row.text_en.clone(), offered.row.text_en.clone()),
            ("fee", old.row.fee.clone(), offered.row.fee.clone()),
            ("capacity", number(old.row.capacity), number(offered.row.capacity)),
            ("offers", Some(old.row.offers.clone()), Some(offered.row.offers.clone())),
            ("status", Some(old.row.status.clone()), Some(offered.row.status.clone())),
        ] {
            push(&mut found, about, field, before, after);
        }
        for session in &offered.sessions {
            let was = old.sessions.iter().find(|s| s.id == session.id && session.id > 0);
            of_session(&mut found, offered.row.id, was, session);
        }
    }
    found
}

fn of_session(found: &mut Vec<Difference>, offering: i64, was: Option<&Session>, is: &Session) {
    let about = (Some(offering), Some(is.number));
    let date = |session: &Session| session.date.map(|date| date.to_string());
    let hours = |session: &Session| {
        let short = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        session.starts.zip(session.ends).map(|(start, end)| format!("{}–{}", short(start), short(end)))
    };
    let Some(was) = was else {
        push(found, about, "added", None, date(is).or_else(|| Some(String::new())));
        return;
    };
    push(found, about, "date", date(was), date(is));
    push(found, about, "hours", hours(was), hours(is));
    push(found, about, "place", was.place.clone(), is.place.clone());
    push(found, about, "status", Some(was.status.clone()), Some(is.status.clone()));
}

fn push(
    found: &mut Vec<Difference>,
    (offering, session): (Option<i64>, Option<i64>),
    field: &str,
    before: Option<String>,
    after: Option<String>,
) {
    if before != after {
        found.push(Difference { offering, session, field: field.to_owned(), before, after });
    }
}
