use super::*;
use proptest::prelude::*;

fn day(date: &str) -> Appointment {
    Appointment { date: date.parse().ok(), place: Some("Sala AMALO".to_owned()), ..Appointment::default() }
}

fn told(sequence: u32, ended: bool, date: &str) -> Told {
    Told { sequence, ended, mailed: true, appointment: day(date) }
}

fn waiting(method: Method, date: &str) -> Waiting {
    Waiting { method, appointment: day(date) }
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
    assert_eq!(decide(Some(&day(A)), None, None), Action::Send(request(0)));
    assert_eq!(decide(None, None, None), Action::Nothing);
}

#[test]
fn r50_a_first_request_that_still_waits_keeps_sequence_0_when_the_date_moves() {
    let first = waiting(Method::Request, A);
    assert_eq!(decide(Some(&day(B)), None, Some(&first)), Action::Replace(request(0)));
}

#[test]
fn r51_a_moved_date_and_a_cancel_raise_the_sequence() {
    assert_eq!(decide(Some(&day(B)), Some(&told(0, false, A)), None), Action::Send(request(1)));
    assert_eq!(decide(None, Some(&told(3, false, A)), None), Action::Send(cancel(4)));
}

#[test]
fn r51_another_room_or_other_hours_are_another_appointment() {
    let mut elsewhere = day(A);
    elsewhere.place = Some("Biblioteca".to_owned());
    assert_eq!(decide(Some(&elsewhere), Some(&told(0, false, A)), None), Action::Send(request(1)));
    let mut timed = day(A);
    timed.start = "09:30:00".parse().ok();
    timed.end = "17:00:00".parse().ok();
    assert_eq!(decide(Some(&timed), Some(&told(0, false, A)), None), Action::Send(request(1)));
}

#[test]
fn r54_an_invite_that_comes_back_stands_above_its_cancel() {
    assert_eq!(decide(Some(&day(A)), Some(&told(1, true, A)), None), Action::Send(request(2)));
}

#[test]
fn r56_a_live_invite_is_not_sent_twice() {
    assert_eq!(decide(Some(&day(A)), Some(&told(0, false, A)), None), Action::Nothing);
    let first = waiting(Method::Request, A);
    assert_eq!(decide(Some(&day(A)), None, Some(&first)), Action::Nothing);
}

#[test]
fn r70_two_changes_within_the_quiet_time_are_one_update() {
    let update = waiting(Method::Request, B);
    let third = day("2014-10-09");
    assert_eq!(decide(Some(&third), Some(&told(0, false, A)), Some(&update)), Action::Replace(request(1)));
}

#[test]
fn r71_a_change_that_is_undone_in_the_quiet_time_sends_nothing() {
    let update = waiting(Method::Request, B);
    assert_eq!(decide(Some(&day(A)), Some(&told(0, false, A)), Some(&update)), Action::Withdraw);
}

#[test]
fn a_request_never_begun_to_be_sent_is_withdrawn_without_a_cancel() {
    let first = waiting(Method::Request, A);
    assert_eq!(decide(None, None, Some(&first)), Action::Withdraw);
}

#[test]
fn an_update_that_waits_gives_way_to_a_cancel_of_what_was_told() {
    let update = waiting(Method::Request, B);
    let known = told(2, false, A);
    assert_eq!(decide(None, Some(&known), Some(&update)), Action::WithdrawAndSend(cancel(3)));
}

#[test]
fn a_cancel_that_waits_is_withdrawn_when_the_person_is_expected_again() {
    let bye = waiting(Method::Cancel, A);
    assert_eq!(decide(Some(&day(A)), Some(&told(0, false, A)), Some(&bye)), Action::Withdraw);
    let moved = decide(Some(&day(B)), Some(&told(0, false, A)), Some(&bye));
    assert_eq!(moved, Action::WithdrawAndSend(request(1)));
}

#[test]
fn who_takes_no_invites_is_told_by_the_feed_alone() {
    let (letter, first) = fed(Some(&day(A)), None);
    assert_eq!((letter, first.as_ref().map(|t| (t.sequence, t.ended))), (None, Some((0, false))));
    let (letter, moved) = fed(Some(&day(B)), first.as_ref());
    assert_eq!((letter, moved.as_ref().map(|t| (t.sequence, t.ended))), (None, Some((1, false))));
    let (letter, gone) = fed(None, moved.as_ref());
    assert_eq!((letter, gone.map(|t| (t.sequence, t.ended))), (None, Some((2, true))));
}

#[test]
fn giving_up_invites_takes_the_mailed_ones_back_and_goes_on_above_in_the_feed() {
    let (letter, now) = fed(Some(&day(A)), Some(&told(0, false, A)));
    assert_eq!(letter, Some(cancel(1)));
    let now = now.unwrap();
    assert_eq!((now.sequence, now.ended, now.mailed), (2, false, false));
    assert_eq!(decide(Some(&day(A)), Some(&now), None), Action::Send(request(2)), "taking invites again");
}

/// A calendar that does what RFC 5546 section 2.1.5 says with what arrives.
#[derive(Default)]
struct Calendar {
    seen: Option<(u32, Option<Appointment>)>,
}

impl Calendar {
    fn receive(&mut self, message: Message, appointment: &Appointment) {
        assert!(self.seen.as_ref().is_none_or(|(known, _)| message.sequence > *known), "SEQUENCE fell back");
        assert!(self.seen.is_some() || message == request(0), "first message of a UID");
        let shows = (message.method == Method::Request).then(|| appointment.clone());
        self.seen = Some((message.sequence, shows));
    }

    fn shows(&self) -> Option<&Appointment> {
        self.seen.as_ref().and_then(|(_, shown)| shown.as_ref())
    }
}

proptest! {
    #[test]
    fn r57_whatever_changes_and_whenever_letters_leave_the_calendar_ends_up_true(
        steps in prop::collection::vec((0u8..5, any::<bool>()), 1..40)
    ) {
        let (mut calendar, mut told, mut letter) = (Calendar::default(), None::<Told>, None::<(Waiting, u32)>);
        let mut wanted: Option<Appointment>;
        let mut last = None;
        for (choice, leaves) in steps {
            wanted = [None, Some(day(A)), Some(day(B)), Some(day("2014-10-09")), None][usize::from(choice)].clone();
            match decide(wanted.as_ref(), told.as_ref(), letter.as_ref().map(|(w, _)| w)) {
                Action::Nothing => {}
                Action::Withdraw => letter = None,
                Action::Send(m) | Action::Replace(m) | Action::WithdrawAndSend(m) => {
                    let appointment = wanted.clone().or_else(|| told.as_ref().map(|t| t.appointment.clone()));
                    letter = Some((Waiting { method: m.method, appointment: appointment.unwrap_or_default() }, m.sequence));
                }
            }
            if leaves && let Some((w, sequence)) = letter.take() {
                let message = Message { method: w.method, sequence };
                calendar.receive(message, &w.appointment);
                told = Some(Told { sequence, ended: w.method == Method::Cancel, mailed: true, appointment: w.appointment });
            }
            last = wanted;
        }
        if let Some((w, sequence)) = letter.take() {
            calendar.receive(Message { method: w.method, sequence }, &w.appointment);
        }
        prop_assert_eq!(calendar.shows(), last.as_ref());
    }
}
