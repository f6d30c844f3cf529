//! What one person is to be told on the phone, as the call list and their page show it: one call, with each thing in the
//! order in which it is due.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::store::calls::{self, OpenCall};
use crate::store::people::Person;
use crate::usecases::call_now::{CallNow, calls_now, dues};
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::words::call::{Call, Paragraphs, Thing, conversation};

/// What one person is to be told.
#[derive(Serialize)]
pub struct ToSay {
    /// The greeting; empty where there is nothing to say.
    pub hello: String,
    /// The things, each to be crossed off by itself.
    pub calls: Vec<CallView>,
    /// The goodbye, in lines.
    pub bye: Vec<String>,
}

/// One thing to be told.
#[derive(Serialize)]
pub struct CallView {
    task: i64,
    person: i64,
    name: String,
    phone: Option<String>,
    /// Since when it stands on the list.
    since: String,
    /// The kind of letter it stands for; none for one that cannot be read any more.
    kind: Option<&'static str>,
    /// What to say, in paragraphs of lines.
    says: Paragraphs,
    /// Whether nobody needs to be called any more.
    over: bool,
}

/// The calls that wait for one person.
///
/// # Errors
/// The database failed.
pub async fn of_person(visit: &Visit, person: &Person) -> Result<ToSay, PageError> {
    let reader = visit.app.desk.store.reader();
    let mut open = calls::open_of(reader, person.id).await?;
    open.retain(|call| call.due_at <= visit.now);
    let due = dues(reader, &open).await?;
    in_order(&mut open, &due);
    let all: Vec<&OpenCall> = open.iter().collect();
    let mut stand = calls_now(reader, &all, visit.now).await?;
    Ok(to_say(visit, person, &open, &mut stand))
}

/// By when each call is due; what is due at no set time comes after that, in the order in which it came up.
pub fn in_order(open: &mut [OpenCall], due: &HashMap<i64, DateTime<Utc>>) {
    open.sort_by_key(|call| {
        let due = due.get(&call.task_id);
        (due.is_none(), due)
    });
}

/// The calls of one person as they are now, said in the language of their letters; how each of them is now is taken out of
/// what was read of all.
pub fn to_say(visit: &Visit, person: &Person, open: &[OpenCall], stand: &mut HashMap<i64, CallNow>) -> ToSay {
    let all: Vec<(&OpenCall, CallNow)> =
        open.iter().filter_map(|call| Some((call, stand.remove(&call.task_id)?))).collect();
    let mut things: Vec<Thing<'_>> = Vec::new();
    for (call, now) in &all {
        if let CallNow::Say(letter) = now {
            things.push(Thing { edition: call.edition_id, letter });
        }
    }
    let site = &visit.app.site;
    let speaks = Call {
        language: person.language(),
        given: &person.given_name,
        organisation: &site.organisation,
        phone: site.phone.as_deref(),
    };
    let said = conversation(visit.app.views.words(), speaks, &things);
    let mut says = said.things.into_iter();
    let mut views = Vec::new();
    for (call, now) in &all {
        views.push(view(person, call, now, &mut says));
    }
    ToSay { hello: said.hello, calls: views, bye: said.bye }
}

fn view(
    person: &Person,
    call: &OpenCall,
    now: &CallNow,
    says: &mut impl Iterator<Item = Paragraphs>,
) -> CallView {
    let (kind, says, over) = match now {
        CallNow::Say(letter) => (Some(letter.code()), says.next().unwrap_or_default(), false),
        CallNow::Over(kind) => (Some(*kind), Vec::new(), true),
        CallNow::Unreadable => (None, Vec::new(), false),
    };
    CallView {
        task: call.task_id,
        person: person.id,
        name: person.full_name(),
        phone: person.phone.clone(),
        since: call.due_at.to_rfc3339(),
        kind,
        says,
        over,
    }
}
