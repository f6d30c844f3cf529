use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn on(date: &str) -> Appointment {
    Appointment { date: date.parse().ok(), ..Appointment::default() }
}

fn timed(date: &str, start: &str, end: &str) -> Appointment {
    Appointment { start: start.parse().ok(), end: end.parse().ok(), ..on(date) }
}

fn facts() -> SessionFacts {
    SessionFacts {
        before: Some(on("2014-10-29")),
        others: vec![day("2014-10-22"), day("2014-11-05")],
        closed: false,
        marked: false,
        cancelled: false,
        announced: true,
        zone: chrono_tz::Europe::Rome,
        now: at("2014-10-01T10:00:00Z"),
    }
}

fn codes(facts: &SessionFacts, to: &Appointment) -> Vec<(&'static str, &'static str)> {
    check_session(facts, to).into_iter().map(|f| (f.field, f.code)).collect()
}

#[test]
fn a_day_in_the_past_and_a_date_twice_are_refused() {
    assert_eq!(codes(&facts(), &on("2014-09-30")), [("date", "past")]);
    assert_eq!(codes(&facts(), &on("2014-11-05")), [("date", "twice")]);
    assert_eq!(codes(&facts(), &on("2014-10-30")), []);
}

#[test]
fn hours_that_end_before_they_begin_do_not_exist_or_come_twice_are_refused_at_their_field() {
    assert_eq!(codes(&facts(), &timed("2014-10-30", "17:00:00", "09:30:00")), [("ends", "order")]);
    assert_eq!(codes(&facts(), &timed("2014-10-26", "02:30:00", "09:00:00")), [("starts", "double-time")]);
    assert_eq!(codes(&facts(), &timed("2015-03-29", "02:30:00", "09:00:00")), [("starts", "no-such-time")]);
    let half = Appointment { start: "09:30:00".parse().ok(), ..on("2014-10-30") };
    assert_eq!(codes(&facts(), &half), [("ends", "needed")]);
}

#[test]
fn the_date_of_a_draft_is_taken_away_and_a_day_is_added_to_it_without_one() {
    let draft = SessionFacts { announced: false, ..facts() };
    assert_eq!(codes(&draft, &Appointment::default()), []);
    let hours_only = Appointment { start: "09:30:00".parse().ok(), ..Appointment::default() };
    assert_eq!(codes(&draft, &hours_only), [("date", "needed")]);
    let added = SessionFacts { before: None, ..draft };
    assert_eq!(codes(&added, &Appointment::default()), []);
}

#[test]
fn a_date_is_not_taken_away_again_and_hours_need_one() {
    assert_eq!(codes(&facts(), &Appointment::default()), [("date", "taken-away")]);
    let undated = SessionFacts { before: Some(Appointment::default()), ..facts() };
    assert_eq!(codes(&undated, &Appointment::default()), []);
    let hours_only = Appointment { start: "09:30:00".parse().ok(), ..Appointment::default() };
    assert_eq!(codes(&undated, &hours_only), [("date", "needed")]);
}

#[test]
fn what_was_held_or_called_off_stays_as_it_is() {
    assert_eq!(codes(&SessionFacts { closed: true, ..facts() }, &on("2014-12-01")), [("", "held")]);
    assert_eq!(codes(&SessionFacts { cancelled: true, ..facts() }, &on("2014-12-01")), [("", "cancelled")]);
    assert_eq!(check_cancel_session(false, Some("held"), 7).map(|f| f.code), Some("held"));
    assert_eq!(check_cancel_session(false, None, 1).map(|f| f.code), Some("last"));
    assert_eq!(check_cancel_session(false, None, 7), None);
}

#[test]
fn a_past_day_keeps_its_date_when_only_its_room_is_corrected() {
    let past = SessionFacts { now: at("2014-12-01T10:00:00Z"), ..facts() };
    let elsewhere = Appointment { place: Some("Biblioteca".into()), ..on("2014-10-29") };
    assert_eq!(codes(&past, &elsewhere), []);
}

#[test]
fn a_session_is_not_moved_to_hours_that_have_gone_by() {
    let today = |before: Appointment| SessionFacts {
        before: Some(before),
        now: at("2014-10-29T10:30:00Z"),
        ..facts()
    };
    let (over, running) =
        (timed("2014-10-29", "09:00:00", "11:00:00"), timed("2014-10-29", "09:00:00", "17:00:00"));
    let later = timed("2014-10-29", "12:00:00", "17:00:00");
    let to_come = today(timed("2014-10-29", "14:00:00", "18:00:00"));
    assert_eq!(codes(&to_come, &over), [("starts", "past")]);
    assert_eq!(codes(&to_come, &running), [("starts", "past")]);
    assert_eq!(codes(&to_come, &later), []);
    assert_eq!(codes(&today(running.clone()), &over), [("ends", "past")]);
    assert_eq!(codes(&today(over), &running), [], "what is over is only corrected");
    assert_eq!(codes(&today(on("2014-10-29")), &running), [], "hours come to a day that goes on");
}

#[test]
fn a_rule_asks_for_something_where_there_is_a_course() {
    let rule = |required, certificate_days| Rule {
        required,
        provisional_places: true,
        course_admission: CourseAdmission::Immediate,
        enrolment_closes: None,
        certificate_days,
        carry_over: true,
        lateness_minutes: None,
    };
    let stands = Rule::announced();
    let fields = |rule: &Rule, days: Option<u32>| -> Vec<(&str, &str)> {
        check_rule(rule, &stands, days).into_iter().map(|fault| (fault.field, fault.code)).collect()
    };
    let out = [("required", "range"), ("certificate", "range")];
    assert_eq!(fields(&rule(0, Some(0)), Some(7)), out);
    assert_eq!(fields(&rule(13, Some(101)), Some(7)), out);
    assert_eq!(fields(&rule(0, None), None), []);
    assert_eq!(fields(&rule(12, Some(100)), Some(100)), []);
    assert_eq!(fields(&rule(2, Some(7)), Some(7)), []);
    assert_eq!(
        fields(&rule(2, Some(8)), Some(7)),
        [("certificate", "days")],
        "a certificate nobody can earn"
    );
}

#[test]
fn a_number_of_days_that_stands_hinders_nothing_else_of_the_rule() {
    let stands = Rule { certificate_days: Some(6), ..Rule::announced() };
    let faults = |to: Rule| check_rule(&to, &stands, Some(5));
    assert_eq!(faults(Rule { required: 3, ..stands.clone() }), []);
    assert_eq!(faults(Rule { certificate_days: Some(5), ..stands.clone() }), []);
    let typed = [EditFault { field: "certificate", code: "days" }];
    assert_eq!(faults(Rule { certificate_days: Some(7), ..stands.clone() }), typed);
}

#[test]
fn a_date_lies_five_years_ahead_at_most_unless_it_stands() {
    assert_eq!(codes(&facts(), &on("2019-10-01")), []);
    assert_eq!(codes(&facts(), &on("2019-10-02")), [("date", "far")]);
    let stands = SessionFacts { before: Some(on("2314-10-22")), ..facts() };
    let moved = Appointment { place: Some("Sala AMALO".to_owned()), ..on("2314-10-22") };
    assert_eq!(codes(&stands, &moved), []);
    let rule = |closes: &str| Rule { enrolment_closes: closes.parse().ok(), ..Rule::announced() };
    let fault = |to: &str, stands: &str| {
        let first_day = "2014-10-22".parse().ok().filter(|_| to < "2015");
        check_closes(&rule(to), &rule(stands), first_day, facts().now, facts().zone).map(|fault| fault.code)
    };
    assert_eq!(fault("2019-10-01", ""), None);
    assert_eq!(fault("2314-10-01", ""), Some("far"));
    assert_eq!(fault("2314-10-01", "2314-10-01"), None);
    assert_eq!(
        (fault("2014-09-30", ""), fault("2014-10-01", "")),
        (Some("past"), None),
        "today still takes people"
    );
    assert_eq!((fault("2014-10-22", ""), fault("2014-10-23", "")), (None, Some("after-course")));
    assert_eq!((fault("2014-09-30", "2014-09-30"), fault("2014-10-23", "2014-10-23")), (None, None));
}

#[test]
fn a_rule_asks_for_no_more_workshops_than_count_unless_it_did_before() {
    let fault = |required, stands, workshops| check_reach(required, false, stands, workshops).is_some();
    assert!(fault(6, Some(2), 5) && fault(6, None, 5));
    assert!(!fault(5, Some(2), 5) && !fault(6, Some(6), 5) && !fault(2, Some(1), 0));
    assert_eq!(check_reach(6, true, Some(2), 5), None, "people bring workshops of earlier editions");
}

#[test]
fn places_are_not_negative() {
    assert_eq!(check_capacity(Some(-1)).map(|f| f.code), Some("negative"));
    assert_eq!(check_capacity(Some(0)), None);
    assert_eq!(check_capacity(None), None);
}

#[test]
fn a_line_that_cannot_be_printed_is_refused_unless_it_stands_already() {
    fn plain(line: &str) -> Result<(), char> {
        line.chars().find(|c| !c.is_ascii()).map_or(Ok(()), Err)
    }
    let check = |to, stands| check_printed("city", to, stands, plain).map(|fault| (fault.field, fault.code));
    assert_eq!(check(Some("Milano ☃"), Some("Milano")), Some(("city", NOT_PRINTABLE)));
    assert_eq!(check(Some("Milano ☃"), None), Some(("city", NOT_PRINTABLE)));
    for (to, stands) in [
        (Some("Milano"), Some("Milano ☃")),
        (Some("Milano ☃"), Some("Milano ☃")),
        (None, Some("Milano ☃")),
        (None, None),
    ] {
        assert_eq!(check(to, stands), None, "{to:?} {stands:?}");
    }
}
