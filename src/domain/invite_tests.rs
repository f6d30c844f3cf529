use super::*;
use proptest::prelude::*;

fn day(date: &str) -> Appointment {
    Appointment { date: date.parse().ok(), place: Some("Sala AMALO".to_owned()), ..Appointment::default() }
}

fn told(sequence: u32, ended: bool, date: &str) -> Told {
    Told { sequence, ended, appointment: day(date), stamp: None }
}

/// What was told was told by mail.
fn mailed(told: Told) -> Known {
    let in_mail = (!told.ended).then(|| told.appointment.clone());
    Known { told: Some(told), in_mail, waiting: None }
}

/// The same, and a letter waits.
fn then(known: Known, waiting: Waiting) -> Known {
    Known { waiting: Some(waiting), ..known }
}

fn waiting(method: Method, date: &str) -> Waiting {
    Waiting { method, sequence: 1, appointment: day(date) }
}

fn request(sequence: u32) -> Message {
    Message { method: Method::Request, sequence }
}

fn cancel(sequence: u32) -> Message {
    Message { method: Method::Cancel, sequence }
}

const A: &str = "2014-10-02";
const B: &str = "2014-10-07";

#[test]
fn r50_the_first_message_of_a_uid_is_a_request_with_sequence_0() {
    assert_eq!(decide(Some(&day(A)), &Known::default()), Action::Send(request(0)));
    assert_eq!(decide(None, &Known::default()), Action::Nothing);
}

#[test]
fn r50_a_first_request_that_still_waits_keeps_sequence_0_when_the_date_moves() {
    let first = then(Known::default(), waiting(Method::Request, A));
    assert_eq!(decide(Some(&day(B)), &first), Action::Replace(request(0)));
}

#[test]
fn r51_a_moved_date_and_a_cancel_raise_the_sequence() {
    assert_eq!(decide(Some(&day(B)), &mailed(told(0, false, A))), Action::Send(request(1)));
    assert_eq!(decide(None, &mailed(told(3, false, A))), Action::Send(cancel(4)));
}

#[test]
fn r51_another_room_or_other_hours_are_another_appointment() {
    let mut elsewhere = day(A);
    elsewhere.place = Some("Biblioteca".to_owned());
    assert_eq!(decide(Some(&elsewhere), &mailed(told(0, false, A))), Action::Send(request(1)));
    let mut timed = day(A);
    timed.start = "09:30:00".parse().ok();
    timed.end = "17:00:00".parse().ok();
    assert_eq!(decide(Some(&timed), &mailed(told(0, false, A))), Action::Send(request(1)));
}

#[test]
fn r54_an_invite_that_comes_back_stands_above_its_cancel() {
    assert_eq!(decide(Some(&day(A)), &mailed(told(1, true, A))), Action::Send(request(2)));
}

#[test]
fn r56_a_live_invite_is_not_sent_twice() {
    assert_eq!(decide(Some(&day(A)), &mailed(told(0, false, A))), Action::Nothing);
    let first = then(Known::default(), waiting(Method::Request, A));
    assert_eq!(decide(Some(&day(A)), &first), Action::Nothing);
}

#[test]
fn r70_two_changes_within_the_quiet_time_are_one_update() {
    let update = then(mailed(told(0, false, A)), waiting(Method::Request, B));
    assert_eq!(decide(Some(&day("2014-10-09")), &update), Action::Replace(request(1)));
}

#[test]
fn r71_a_change_that_is_undone_in_the_quiet_time_sends_nothing() {
    let update = then(mailed(told(0, false, A)), waiting(Method::Request, B));
    assert_eq!(decide(Some(&day(A)), &update), Action::Withdraw);
}

#[test]
fn a_request_never_begun_to_be_sent_is_withdrawn_without_a_cancel() {
    let first = then(Known::default(), waiting(Method::Request, A));
    assert_eq!(decide(None, &first), Action::Withdraw);
}

#[test]
fn an_update_that_waits_gives_way_to_a_cancel_of_what_was_told() {
    let update = then(mailed(told(2, false, A)), waiting(Method::Request, B));
    assert_eq!(decide(None, &update), Action::WithdrawAndSend(cancel(3)));
}

#[test]
fn a_cancel_that_waits_is_withdrawn_when_the_person_is_expected_again() {
    let bye = then(mailed(told(0, false, A)), waiting(Method::Cancel, A));
    assert_eq!(decide(Some(&day(A)), &bye), Action::Withdraw);
    assert_eq!(decide(Some(&day(B)), &bye), Action::WithdrawAndSend(request(1)));
}

/// What the feed shows, as SEQUENCE and whether it is called off.
fn shown(told: Option<&Told>) -> Option<(u32, bool)> {
    told.map(|told| (told.sequence, told.ended))
}

#[test]
fn who_takes_no_invites_is_told_by_the_feed_alone() {
    let by_feed = |told: &Option<Told>| Known { told: told.clone(), ..Known::default() };
    let (letter, first) = fed(Some(&day(A)), &Known::default());
    assert_eq!((letter, shown(first.as_ref())), (None, Some((0, false))));
    assert!(by_feed(&first).only_fed());
    let (letter, moved) = fed(Some(&day(B)), &by_feed(&first));
    assert_eq!((letter, shown(moved.as_ref())), (None, Some((1, false))));
    let (letter, gone) = fed(None, &by_feed(&moved));
    assert_eq!((letter, shown(gone.as_ref())), (None, Some((2, true))));
}

#[test]
fn giving_up_invites_takes_the_mailed_ones_back_and_goes_on_above_in_the_feed() {
    let (letter, now) = fed(Some(&day(A)), &mailed(told(0, false, A)));
    assert_eq!((letter, shown(now.as_ref())), (Some(cancel(1)), Some((2, false))));
    let waits = Known { told: now.clone(), in_mail: Some(day(A)), waiting: Some(waiting(Method::Cancel, A)) };
    assert_eq!(
        decide(Some(&day(A)), &waits),
        Action::Withdraw,
        "taken again before it left: all is true already"
    );
    assert_eq!(fed(Some(&day(A)), &waits), (None, now.clone()), "it is on its way, and not written twice");
    assert_eq!(decide(None, &waits), Action::Nothing, "who leaves now does not stop it");
    let gone = Known { told: now, in_mail: None, waiting: None };
    assert_eq!(decide(Some(&day(A)), &gone), Action::Send(request(2)), "taken again after it left");
}

#[test]
fn what_mail_put_into_a_calendar_is_taken_out_by_mail_whatever_the_feed_said_since() {
    let feed_ended = Known { told: Some(told(4, true, B)), in_mail: Some(day(A)), waiting: None };
    assert_eq!(decide(None, &feed_ended), Action::Send(cancel(5)));
    assert_eq!(fed(None, &feed_ended).0, Some(cancel(5)));
    assert!(!feed_ended.only_fed());
}

#[test]
fn the_feed_goes_on_above_a_cancel_that_is_on_its_way_and_ends_apart_from_it() {
    let bye = then(mailed(told(0, false, A)), waiting(Method::Cancel, A));
    let (letter, now) = fed(Some(&day(A)), &bye);
    assert_eq!((letter, shown(now.as_ref())), (None, Some((2, false))), "above the CANCEL with SEQUENCE 1");
    let above = then(Known { told: now, in_mail: Some(day(A)), waiting: None }, waiting(Method::Cancel, A));
    assert!(above.only_fed());
    let (letter, gone) = fed(None, &above);
    assert_eq!((letter, shown(gone.as_ref())), (None, Some((3, true))));
    assert!(!bye.only_fed(), "a CANCEL above what was told ends the feed by itself");
}

#[test]
fn what_an_earlier_version_stored_reads_on() {
    let stored = r#"{"sequence":3,"ended":false,"mailed":true,"appointment":{"date":"2014-10-02","start":null,"end":null,"place":"Sala AMALO"}}"#;
    assert_eq!(serde_json::from_str::<Told>(stored).unwrap(), told(3, false, A));
}

/// A calendar that does what RFC 5546 section 2.1.5 says with what arrives.
#[derive(Default)]
struct Calendar {
    seen: Option<(u32, Option<Appointment>)>,
    /// Whether the feed may have told the UID before any mail.
    any_first: bool,
}

impl Calendar {
    fn receive(&mut self, message: Message, appointment: &Appointment) {
        assert!(self.seen.as_ref().is_none_or(|(known, _)| message.sequence > *known), "SEQUENCE fell back");
        assert!(self.any_first || self.seen.is_some() || message == request(0), "first message of a UID");
        let shows = (message.method == Method::Request).then(|| appointment.clone());
        self.seen = Some((message.sequence, shows));
    }

    fn shows(&self) -> Option<&Appointment> {
        self.seen.as_ref().and_then(|(_, shown)| shown.as_ref())
    }
}

/// A person whose letters and feed are kept as the use cases keep them.
#[derive(Default)]
struct Kept {
    known: Known,
    calendar: Calendar,
}

impl Kept {
    /// Something changed: what is wanted, and whether the person takes invites.
    fn look(&mut self, wanted: Option<&Appointment>, takes: bool) {
        if !takes || (wanted.is_none() && self.known.only_fed()) {
            if self.known.waits(Method::Request) {
                self.known.waiting = None;
            }
            let (cancel, told) = fed(wanted, &self.known);
            if let Some(cancel) = cancel {
                self.letter(cancel, self.known.in_mail.clone().unwrap_or_default());
            }
            self.known.told = told;
            return;
        }
        match decide(wanted, &self.known) {
            Action::Nothing => {}
            Action::Withdraw => self.known.waiting = None,
            Action::Send(message) | Action::Replace(message) | Action::WithdrawAndSend(message) => {
                let says = wanted.cloned().or_else(|| self.known.in_mail.clone());
                self.letter(message, says.unwrap_or_default());
            }
        }
    }

    fn letter(&mut self, message: Message, appointment: Appointment) {
        let Message { method, sequence } = message;
        self.known.waiting = Some(Waiting { method, sequence, appointment });
    }

    /// The letter that waits leaves.
    fn send(&mut self) {
        let Some(Waiting { method, sequence, appointment }) = self.known.waiting.take() else { return };
        self.calendar.receive(Message { method, sequence }, &appointment);
        let ended = method == Method::Cancel;
        self.known.in_mail = (!ended).then(|| appointment.clone());
        if self.known.told.as_ref().is_none_or(|told| told.sequence <= sequence) {
            self.known.told = Some(Told { sequence, ended, appointment, stamp: None });
        }
    }
}

proptest! {
    #[test]
    fn r57_whatever_changes_and_whenever_letters_leave_the_calendar_ends_up_true(
        steps in prop::collection::vec((0u8..5, any::<bool>()), 1..40)
    ) {
        let mut kept = Kept::default();
        let mut last = None;
        for (choice, leaves) in steps {
            let wanted =
                [None, Some(day(A)), Some(day(B)), Some(day("2014-10-09")), None][usize::from(choice)].clone();
            kept.look(wanted.as_ref(), true);
            if leaves {
                kept.send();
            }
            last = wanted;
        }
        kept.send();
        prop_assert_eq!(kept.calendar.shows(), last.as_ref());
    }

    #[test]
    fn r57_whoever_gives_up_invites_and_takes_them_again_has_them_by_one_way_only_and_always_true(
        steps in prop::collection::vec((0u8..4, any::<bool>(), any::<bool>()), 1..40)
    ) {
        let mut kept = Kept { calendar: Calendar { any_first: true, ..Calendar::default() }, ..Kept::default() };
        let (mut last, mut takes_last) = (None, true);
        for (choice, takes, leaves) in steps {
            let wanted = [None, Some(day(A)), Some(day(B)), Some(day(B))][usize::from(choice)].clone();
            let fed_before = kept.known.told.as_ref().map_or(0, |told| told.sequence);
            kept.look(wanted.as_ref(), takes);
            if leaves {
                kept.send();
            }
            prop_assert!(kept.known.told.as_ref().is_none_or(|told| told.sequence >= fed_before), "the feed fell back");
            (last, takes_last) = (wanted, takes);
        }
        kept.send();
        let by_mail = last.as_ref().filter(|_| takes_last);
        prop_assert_eq!(kept.calendar.shows(), by_mail, "by mail");
        let by_feed = kept.known.told.as_ref().filter(|told| !told.ended).map(|told| &told.appointment);
        prop_assert_eq!(by_feed, last.as_ref(), "by the feed");
    }
}

#[test]
fn a_change_waits_for_another_one_and_never_beyond_the_begin_of_what_it_moves() {
    let zone = chrono_tz::Europe::Rome;
    let at = |date: &str, start: &str, end: &str| Appointment {
        date: date.parse().ok(),
        start: start.parse().ok(),
        end: end.parse().ok(),
        place: None,
    };
    let (old, new) = (at("2014-10-02", "09:30:00", "17:00:00"), at("2014-10-09", "09:30:00", "17:00:00"));
    let waits = |now: &str| quiet(TimeDelta::minutes(10), now.parse().unwrap(), zone, &[&old, &new]);
    assert_eq!(waits("2014-10-01T07:00:00Z"), TimeDelta::minutes(10));
    assert_eq!(waits("2014-10-02T06:26:00Z"), TimeDelta::minutes(4), "an hour before, everybody knows");
    assert_eq!(waits("2014-10-02T07:26:00Z"), TimeDelta::zero(), "somebody may be on the way there");
    assert_eq!(waits("2014-10-02T08:00:00Z"), TimeDelta::zero(), "it goes on");
    assert_eq!(waits("2014-10-02T15:00:00Z"), TimeDelta::minutes(10), "the old day is over");
    let now = "2014-10-02T07:26:00Z".parse().unwrap();
    assert_eq!(quiet(TimeDelta::minutes(10), now, zone, &[&Appointment::default()]), TimeDelta::minutes(10));
}
