//! What is said on the phone to somebody without an address: the facts of the letter it stands for, in short lines of its
//! own. No links, and nothing that only a mail can do. To add one: 1. its arm in one of the three groups below; 2. its
//! sentences `call-…` in both languages.

use super::dates::{self, Form};
use super::{Value, Words};
use crate::domain::letter::{Letter, OfferNow};
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

/// What is said, in paragraphs of lines; none for a letter that is written to an address only.
pub fn script(words: &Words, call: Call<'_>, letter: &Letter) -> Option<Vec<Vec<String>>> {
    let mut script = Script { words, call, said: Vec::new() };
    let name = [("given", Value::Text(call.given)), ("organisation", Value::Text(call.organisation))];
    script.say(if call.given.is_empty() { "call-hello-plain" } else { "call-hello" }, &name);
    let told = script.workshop(letter) || script.course(letter) || script.rest(letter);
    told.then_some(script.said)
}

struct Script<'a> {
    words: &'a Words,
    call: Call<'a>,
    said: Vec<Vec<String>>,
}

impl Script<'_> {
    /// Places in workshops, and what the register says; false for anything else.
    fn workshop(&mut self, letter: &Letter) -> bool {
        match letter {
            Letter::PlaceConfirmed { session, path, .. } => {
                self.plain("call-place-confirmed");
                self.session(session, false);
                self.next(path);
                self.leave();
            }
            Letter::WaitingListJoined { session, position, path, open_to_all, .. } => {
                self.numbered(if *open_to_all { "call-waiting-late" } else { "call-waiting" }, *position);
                self.session(session, false);
                self.next(path);
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
                self.next(path);
            }
            Letter::HoldEnded { session } => {
                self.plain("call-hold-ended");
                self.session(session, false);
            }
            Letter::AttendedStillShort { session, path } => {
                self.plain("call-attended");
                self.session(session, false);
                self.next(path);
            }
            Letter::AbsentStillShort { session, path } => {
                self.plain("call-absent");
                self.session(session, false);
                self.next(path);
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
                self.leave();
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
                self.next(path);
            }
            Letter::ProvisionalReleased { path, .. } => {
                self.plain("call-provisional-released");
                self.next(path);
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

    /// Lines, changes, corrections and papers; false for what is written to an address only.
    fn rest(&mut self, letter: &Letter) -> bool {
        match letter {
            Letter::PlaceOffered { session, course, until, .. } => {
                self.plain("call-offered");
                self.session(session, *course);
                self.until("call-offered-until", *until);
            }
            Letter::OfferLapsed { session, course, position, open_to_all, no_more, .. } => {
                self.plain("call-lapsed");
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
                    self.next(path);
                }
            }
            Letter::MarkCorrected { corrected, path } => self.corrected(corrected, path),
            Letter::DisputeDeclined { session, course, answer, path } => {
                self.plain("call-dispute-declined");
                self.session(session, *course);
                self.quoted("call-answer", answer);
                self.next(path);
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
