//! The lines that several calls are made of: an appointment, the days of the course, what is still missing.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Rome;

use super::Script;
use crate::domain::letter::{Corrected, PathFacts, SessionFacts, Title};
use crate::domain::path_slots::SlotKind;
use crate::words::Value;
use crate::words::dates::{self, Form};

impl Script<'_> {
    pub(super) fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(self.call.language, key, args)
    }

    /// A new paragraph.
    pub(super) fn say(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        let line = self.text(key, args);
        self.said.push(vec![line]);
    }

    /// One more line of the same.
    pub(super) fn add(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        let line = self.text(key, args);
        match self.said.last_mut() {
            Some(last) => last.push(line),
            None => self.said.push(vec![line]),
        }
    }

    pub(super) fn plain(&mut self, key: &str) {
        self.say(key, &[]);
    }

    pub(super) fn numbered(&mut self, key: &str, position: u32) {
        self.say(key, &[("position", Value::Number(i64::from(position)))]);
    }

    /// In the line after an offer that ran out; and that no other one is made, where nobody gets a place any more.
    pub(super) fn in_line_again(&mut self, position: u32, no_more: bool) {
        self.numbered("call-lapsed-line", position);
        if no_more {
            self.plain("call-lapsed-no-more");
        }
    }

    /// What somebody wrote; nothing where the words are gone.
    pub(super) fn quoted(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.say(key, &[("text", Value::Text(text))]);
        }
    }

    pub(super) fn until(&mut self, key: &str, until: DateTime<Utc>) {
        let (date, time) = dates::local(until, Rome);
        let (day, time) = (dates::date(date, Form::Long, self.call.language), dates::time(time));
        self.say(key, &[("day", Value::Text(&day)), ("time", Value::Text(&time))]);
    }

    pub(super) fn hello(&self) -> String {
        let name =
            [("given", Value::Text(self.call.given)), ("organisation", Value::Text(self.call.organisation))];
        self.text(if self.call.given.is_empty() { "call-hello-plain" } else { "call-hello" }, &name)
    }

    /// The goodbye; where a place was told of, whoever cannot come is asked to call.
    pub(super) fn bye(&self, leaves: bool) -> Vec<String> {
        let phone = self.call.phone.unwrap_or_default();
        let has = yes(!phone.is_empty());
        let args = [("has_phone", Value::Text(has)), ("phone", Value::Text(phone))];
        let leave = leaves.then(|| self.text("call-leave", &args));
        leave.into_iter().chain([self.text("call-bye", &[])]).collect()
    }

    /// What is still missing comes after the thing, once.
    pub(super) fn missing(&mut self, path: &PathFacts) {
        self.path = Some(path.clone());
    }

    /// What and when and where, as one more line.
    pub(super) fn session(&mut self, session: &SessionFacts, course: bool) {
        let title = self.title(&session.title, course);
        let (when, place) = (self.when(session), self.place(session));
        let args =
            [("title", Value::Text(&title)), ("when", Value::Text(&when)), ("where", Value::Text(&place))];
        self.add("call-session", &args);
        self.too_late(session);
    }

    /// A workshop that comes too late for the course does not count for it.
    fn too_late(&mut self, session: &SessionFacts) {
        if let Some(first) = session.too_late_for {
            let date = dates::date(first, Form::Long, self.call.language);
            self.add("call-too-late", &[("date", Value::Text(&date))]);
        }
    }

    pub(super) fn changed(&mut self, was: &SessionFacts, session: &SessionFacts, course: bool) {
        let added = was.number == 0;
        if !added && was.appointment() == session.appointment() {
            // Nothing moved in the end: what is said of it comes next, that an offer ended.
            self.said.push(Vec::new());
            return self.session(session, course);
        }
        self.plain(if added { "call-changed-added" } else { "call-changed" });
        if added {
            return self.session(session, course);
        }
        let title = self.title(&session.title, course);
        self.add("call-changed-what", &[("title", Value::Text(&title))]);
        for (key, at) in [("call-changed-was", was), ("call-changed-now", session)] {
            let (when, place) = (self.when(at), self.place(at));
            self.add(key, &[("when", Value::Text(&when)), ("where", Value::Text(&place))]);
        }
        self.too_late(session);
    }

    pub(super) fn corrected(&mut self, corrected: &Corrected, path: &PathFacts) {
        let code = corrected.now.code().replace('_', "-");
        let mark = self.text(&format!("corr-mark-{code}"), &[]);
        self.say("call-corrected", &[("mark", Value::Text(&mark))]);
        self.session(&corrected.session, corrected.course);
        self.quoted("call-reason", &corrected.reason);
        if corrected.statement_in_doubt {
            self.plain("call-corrected-statement");
        } else if corrected.statement_safe {
            self.plain("call-corrected-statement-again");
        }
        let in_doubt = corrected.rule_in_doubt || corrected.certificate_in_doubt;
        if in_doubt || !corrected.elsewhere.is_empty() {
            self.plain("call-corrected-doubt");
        } else if !corrected.course {
            self.missing(path);
        }
    }

    /// The days of the course.
    pub(super) fn days(&mut self, days: &[SessionFacts]) {
        let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
        self.say("call-days", &[("n", Value::Number(count))]);
        for day in days {
            let when = self.when(day);
            let number = Value::Number(i64::from(day.number));
            self.add("call-day", &[("n", number), ("when", Value::Text(&when))]);
        }
    }

    /// What is still missing, and what can be chosen right now; first the days whose register is not in effect yet.
    pub(super) fn next(&mut self, path: &PathFacts) {
        let open = path.slots.iter().filter(|slot| slot.kind == SlotKind::Empty).count();
        if path.missing == 0 {
            return self.plain("call-path-met");
        }
        let held = path.slots.iter().filter(|slot| slot.kind == SlotKind::Held).filter_map(|slot| slot.date);
        let held: Vec<NaiveDate> = held.collect();
        for date in &held {
            let day = dates::date(*date, Form::Long, self.call.language);
            self.say("call-path-held", &[("day", Value::Text(&day))]);
        }
        if path.choices.is_empty() {
            return match (open, held.is_empty()) {
                (0, true) => self.plain("call-path-booked"),
                // With it they may have what the course needs, or not.
                (0, false) => {}
                _ => self.plain("call-path-none"),
            };
        }
        self.say("call-path-choose", &[("n", Value::Number(i64::try_from(open).unwrap_or(i64::MAX)))]);
        let is_full = |choice: &SessionFacts| path.full.contains(&choice.page);
        for choice in &path.choices {
            let (title, when) = (self.title(&choice.title, false), self.when(choice));
            let key = match (choice.date.is_some(), is_full(choice)) {
                (false, _) => "call-choice-undated",
                (true, true) => "call-choice-full",
                (true, false) => "call-choice",
            };
            self.add(key, &[("title", Value::Text(&title)), ("when", Value::Text(&when))]);
        }
        let mut dated = path.choices.iter().filter(|choice| choice.date.is_some()).peekable();
        if dated.peek().is_none() {
            // A workshop without a date takes nobody, and that it has one is told by letter alone.
            return self.plain("call-path-wait");
        }
        self.plain(if dated.all(is_full) { "call-path-ask-line" } else { "call-path-ask" });
    }

    /// The official title; a word for it while there is none.
    pub(super) fn title(&self, title: &Title, course: bool) -> String {
        match title.official.as_str() {
            "" if course => self.text("mail-course-untitled", &[]),
            "" if title.nth > 0 => self.text("workshop-nth", &[("n", Value::Number(i64::from(title.nth)))]),
            "" => self.text("mail-workshop-untitled", &[]),
            official => official.to_owned(),
        }
    }

    pub(super) fn when(&self, session: &SessionFacts) -> String {
        let Some(date) = session.date else { return self.text("mail-date-to-come", &[]) };
        let day = dates::date(date, Form::Long, self.call.language);
        match (session.start, session.end) {
            (Some(start), Some(end)) => format!("{day}, {}", dates::hours(start, end)),
            _ => format!("{day}, {}", self.text("mail-hours-to-come", &[])),
        }
    }

    pub(super) fn place(&self, session: &SessionFacts) -> String {
        session.place.clone().unwrap_or_else(|| self.text("mail-place-to-come", &[]))
    }
}

/// What sentences choose by.
pub(super) fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
