//! What is said on the phone to somebody without an address: the facts of the letters it stands for, in short lines of its
//! own. No links, and nothing that only a mail can do. Whoever is to be told several things is called once: one greeting,
//! the things one after the other, one goodbye. To add a thing: 1. its arm in one of the three groups below; 2. its
//! sentences `call-…` in both languages.

use super::dates::{self, Form};
use super::{Value, Words};
use crate::domain::letter::{Letter, OfferNow, PathFacts};
use crate::domain::person::Language;

mod lines;

/// Who calls whom.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The language it is said in.
    pub language: Language,
    /// The first name; may be empty.
    pub given: &'a str,
    /// Who calls.
    pub organisation: &'a str,
    /// The number to call back, if there is one.
    pub phone: Option<&'a str>,
}

/// One thing to be told: the letter it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Thing<'a> {
    /// The edition it is about; each has a rule of its own.
    pub edition: Option<i64>,
    /// The facts.
    pub letter: &'a Letter,
}

/// Paragraphs of lines.
pub type Paragraphs = Vec<Vec<String>>;

/// What is said in one call.
#[derive(Clone, Debug, Default)]
pub struct Conversation {
    /// The greeting; empty where there is nothing to say.
    pub hello: String,
    /// What is said of each thing, in their order; nothing of one that is written to an address only.
    pub things: Vec<Paragraphs>,
    /// The goodbye, in lines; none where there is nothing to say.
    pub bye: Vec<String>,
}

/// A whole call. What is still missing for the course is said once for each edition, after the last thing it has to do with.
pub fn conversation(words: &Words, call: Call<'_>, things: &[Thing<'_>]) -> Conversation {
    let mut scripts: Vec<Script<'_>> = things.iter().map(|thing| Script::of(words, call, thing)).collect();
    missing_once(&mut scripts);
    let opening = Script::new(words, call, None);
    let leaves = scripts.iter().any(|script| script.leaves);
    let mut found = Conversation::default();
    for mut script in scripts {
        if !script.said.is_empty() {
            if found.hello.is_empty() {
                found.hello = opening.hello();
            } else {
                script.said.insert(0, vec![opening.text("call-then", &[])]);
            }
        }
        found.things.push(script.said);
    }
    if !found.hello.is_empty() {
        found.bye = opening.bye(leaves);
    }
    found
}

/// Several things of one edition lead to the same path: it is drawn with the last of them, without the choices that one of
/// the others leaves out.
fn missing_once(scripts: &mut [Script<'_>]) {
    let mut rest = scripts;
    while let Some((first, later)) = std::mem::take(&mut rest).split_first_mut() {
        if let Some(path) = first.path.take() {
            let edition = first.edition;
            let mut same = later.iter_mut().filter(|other| other.edition == edition);
            match same.find_map(|other| other.path.as_mut()) {
                Some(last) => last.choices.retain(|own| path.choices.iter().any(|one| one.page == own.page)),
                None => first.next(&path),
            }
        }
        rest = later;
    }
}

struct Script<'a> {
    words: &'a Words,
    call: Call<'a>,
    edition: Option<i64>,
    said: Paragraphs,
    /// What is still missing, to be said after it.
    path: Option<PathFacts>,
    /// Whether somebody who cannot come is asked to call.
    leaves: bool,
}

impl<'a> Script<'a> {
    fn new(words: &'a Words, call: Call<'a>, edition: Option<i64>) -> Self {
        Self { words, call, edition, said: Vec::new(), path: None, leaves: false }
    }

    /// What is said of one thing; nothing of what is written to an address only.
    fn of(words: &'a Words, call: Call<'a>, thing: &Thing<'_>) -> Self {
        let mut script = Self::new(words, call, thing.edition);
        let letter = thing.letter;
        // One of the groups knows it, or none.
        let _known =
            script.workshop(letter) || script.course(letter) || script.line(letter) || script.rest(letter);
        script
    }
}

impl Script<'_> {
    /// Places in workshops, and what the register says; false for anything else.
    fn workshop(&mut self, letter: &Letter) -> bool {
        match letter {
            Letter::PlaceConfirmed { session, path, .. } => {
                self.plain("call-place-confirmed");
                self.session(session, false);
                self.missing(path);
                self.leaves = true;
            }
            Letter::WaitingListJoined { session, position, path, open_to_all, .. } => {
                self.numbered(if *open_to_all { "call-waiting-late" } else { "call-waiting" }, *position);
                self.session(session, false);
                self.missing(path);
            }
            Letter::PlaceReleased { session, by_staff, waiting, path, declined, .. } => {
                self.plain(match (*by_staff, *waiting) {
                    _ if *declined => "call-released-declined",
                    (false, false) => "call-released-you",
                    (false, true) => "call-released-you-line",
                    (true, false) => "call-released-staff",
                    (true, true) => "call-released-staff-line",
                });
                self.session(session, false);
                self.missing(path);
            }
            Letter::HoldEnded { session } => {
                self.plain("call-hold-ended");
                self.session(session, false);
            }
            Letter::AttendedStillShort { session, path } => {
                self.plain("call-attended");
                self.session(session, false);
                self.missing(path);
            }
            Letter::AbsentStillShort { session, path } => {
                self.plain("call-absent");
                self.session(session, false);
                self.missing(path);
            }
            _ => return false,
        }
        true
    }

    /// The rule and the course; false for anything else.
    fn course(&mut self, letter: &Letter) -> bool {
        match letter {
            Letter::RuleReached { path, days, has_course_place, closes, by_decision, .. } => {
                self.say("call-rule", &[("required", Value::Number(i64::from(path.required)))]);
                let date = closes.map(|date| dates::date(date, Form::Long, self.call.language));
                let (has, date) = (lines::yes(date.is_some()), date.unwrap_or_default());
                self.say(
                    match (*has_course_place, *by_decision) {
                        (true, _) => "call-rule-place",
                        (false, true) => "call-rule-apply",
                        (false, false) => "call-rule-enrol",
                    },
                    &[("has_closes", Value::Text(has)), ("date", Value::Text(&date))],
                );
                self.days(days);
            }
            Letter::CourseConfirmed { days, was_provisional, .. } => {
                self.plain(if *was_provisional { "call-course-final" } else { "call-course-confirmed" });
                self.days(days);
                self.leaves = true;
            }
            Letter::CourseWaiting { position, room, .. } => {
                self.numbered(
                    if *room { "call-course-waiting-room" } else { "call-course-waiting" },
                    *position,
                );
            }
            Letter::ProvisionalPlace { days, path, again, .. } => {
                self.plain(if *again { "call-provisional-again" } else { "call-provisional" });
                self.say("call-provisional-depends", &[("n", Value::Number(i64::from(path.missing)))]);
                self.days(days);
            }
            Letter::ProvisionalAtRisk { until, path, .. } => {
                self.plain("call-risk");
                self.until("call-risk-until", *until);
                self.missing(path);
            }
            Letter::ProvisionalReleased { path, .. } => {
                self.plain("call-provisional-released");
                self.missing(path);
            }
            Letter::WaiverGiven { .. } => self.plain("call-waiver"),
            Letter::CourseLeft { declined: true, .. } => self.plain("call-released-declined"),
            Letter::CourseLeft { by_staff, .. } => {
                self.plain(if *by_staff { "call-course-left-staff" } else { "call-course-left-you" });
            }
            Letter::ApplicationReceived { .. } => self.plain("call-applied"),
            Letter::ApplicationDeclined { reason, .. } => {
                self.plain("call-declined");
                self.quoted("call-reason", reason);
            }
            _ => return false,
        }
        true
    }

    /// The waiting list; false for anything else.
    fn line(&mut self, letter: &Letter) -> bool {
        match letter {
            Letter::PlaceOffered { session, course, until, .. } => {
                self.plain("call-offered");
                self.session(session, *course);
                self.until("call-offered-until", *until);
            }
            Letter::PlaceFree { session, course, .. } => {
                self.session(session, *course);
                self.plain("call-open-to-all");
            }
            Letter::OfferLapsed { session, course, position, open_to_all, no_more, unheard, .. } => {
                self.plain(if *unheard { "call-lapsed-unheard" } else { "call-lapsed" });
                self.session(session, *course);
                match position {
                    Some(_) if *open_to_all => self.plain("call-open-to-all"),
                    Some(position) => self.in_line_again(*position, *no_more),
                    None => self.plain("call-lapsed-out"),
                }
            }
            Letter::LineClosed { session, course, .. } => {
                self.plain("call-line-closed");
                self.session(session, *course);
            }
            _ => return false,
        }
        true
    }

    /// Changes, corrections and papers; false for what is written to an address only.
    fn rest(&mut self, letter: &Letter) -> bool {
        match letter {
            Letter::SessionChanged { was, session, course, waiting, offer, .. } => {
                self.changed(was, session, *course);
                match offer {
                    OfferNow::Held { until, .. } => self.until("call-offered-until", *until),
                    OfferNow::Over => self.plain("call-offer-over"),
                    OfferNow::Ended => self.plain("call-offer-ended"),
                    OfferNow::NotMade if *waiting => self.plain("call-changed-waiting"),
                    OfferNow::NotMade => self.plain("call-changed-kept"),
                }
            }
            Letter::SessionCancelled { session, course, .. } => {
                self.plain("call-session-off");
                self.session(session, *course);
            }
            Letter::OfferingCancelled { session, course, waiting, path, instead, .. } => {
                self.plain(if *waiting { "call-off-line" } else { "call-off" });
                self.session(session, *course);
                if !instead.withheld {
                    self.missing(path);
                }
            }
            Letter::MarkCorrected { corrected, path } => self.corrected(corrected, path),
            Letter::DisputeDeclined { session, course, answer, path } => {
                self.plain("call-dispute-declined");
                self.session(session, *course);
                self.quoted("call-answer", answer);
                self.missing(path);
            }
            Letter::CertificateReady { number, .. } => {
                self.say("call-certificate", &[("number", Value::Text(number))]);
            }
            Letter::CertificateRevoked { number, reason, .. } => {
                self.say("call-revoked", &[("number", Value::Text(number))]);
                self.quoted("call-reason", reason);
            }
            _ => return false,
        }
        true
    }
}
