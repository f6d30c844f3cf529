//! Numbers, codes and names of a certificate, and when two attest the same.

use super::*;
use proptest::prelude::*;

fn day(date: &str, attended: bool, hours: Option<(&str, &str)>) -> AwardedDay {
    let hours = hours.map(|(start, end)| Hours { start: start.parse().unwrap(), end: end.parse().unwrap() });
    AwardedDay { date: date.parse().ok(), attended, hours }
}

fn awarded(days: Vec<AwardedDay>) -> Awarded {
    Awarded {
        title: Title::default(),
        edition: String::new(),
        organisation: "AMALO".into(),
        language: Language::It,
        required: 2,
        days,
        workshops: Vec::new(),
        issued_on: "2015-01-21".parse().unwrap(),
        project: Some("NiguardaNoi".into()),
        city: None,
        signers: Signer::of(Kind::Course),
    }
}

#[test]
fn a_number_reads_as_on_paper_and_each_new_print_has_its_letter() {
    let numbers = [0, 1, 2, 25, 26].map(|suffix| number_text("AMA-2014", 117, suffix));
    let wanted =
        ["AMA-2014-0117", "AMA-2014-0117/b", "AMA-2014-0117/c", "AMA-2014-0117/z", "AMA-2014-0117/27"];
    assert_eq!(numbers, wanted);
    assert_eq!(number_text(&series("AMA", 2014), 12_345, 0), "AMA-2014-12345");
}

#[test]
fn the_prefix_is_made_of_letters_that_every_font_has() {
    let of = |organisation| prefix_of(None, organisation);
    assert_eq!([of("AMALO"), of("È già"), of("42")], ["AMA", "GI", "ATT"]);
    assert_eq!([prefix_of(Some("for-2"), "AMALO"), prefix_of(Some("–"), "AMALO")], ["FOR2", "AMA"]);
}

#[test]
fn hours_are_told_only_where_those_of_every_attended_day_are_known() {
    let known = awarded(vec![
        day("2014-10-22", true, Some(("09:30:00", "17:00:00"))),
        day("2014-10-29", false, None),
        day("2014-11-05", true, Some(("09:30:00", "17:00:00"))),
    ]);
    assert_eq!((known.attended(), known.of(), known.minutes()), (2, 3, Some(900)));
    assert_eq!(awarded(vec![day("2014-10-22", true, None)]).minutes(), None);
}

#[test]
fn only_other_days_attended_are_another_thing_to_attest() {
    let first = awarded(vec![day("2014-10-22", true, None), day("2014-10-29", false, None)]);
    let mended = Awarded {
        issued_on: "2015-02-02".parse().unwrap(),
        city: Some("Monza".into()),
        project: None,
        edition: "Autunno".into(),
        language: Language::En,
        title: Title { official: "Il promotore".into(), ..Title::default() },
        ..first.clone()
    };
    assert!(first.attests_the_same(&mended));
    for days in [
        vec![day("2014-10-22", false, None), day("2014-10-29", false, None)],
        vec![day("2014-10-23", true, None), day("2014-10-29", false, None)],
        vec![day("2014-10-22", true, None), day("2014-10-29", true, None)],
    ] {
        assert!(!first.attests_the_same(&awarded(days.clone())), "{days:?}");
    }
}

#[test]
fn what_was_given_before_project_city_and_signers_were_written_down_still_reads() {
    let now = awarded(vec![day("2014-10-22", true, None)]);
    let mut stored = serde_json::to_value(&now).unwrap();
    for later in ["project", "city", "signers"] {
        assert!(stored.as_object_mut().unwrap().remove(later).is_some(), "{later}");
    }
    let old: Awarded = serde_json::from_value(stored).unwrap();
    assert_eq!(old, Awarded { project: None, ..now });
}

#[test]
fn the_check_shows_an_initial_and_the_surname() {
    let name = PrintedName::new("Lucia Maria", "Ferrari Sanz");
    assert_eq!(
        (name.whole().as_str(), name.covered().as_str()),
        ("Lucia Maria Ferrari Sanz", "L. Ferrari Sanz")
    );
    assert_eq!(PrintedName::new("", "Ferrari").covered(), "Ferrari");
    assert_eq!(PrintedName::new("Lucia", "").covered(), "L.");
}

#[test]
fn a_code_is_found_however_it_is_typed() {
    let code = Some("7K3Q-ABCD-EFGH-JKLM".to_owned());
    assert_eq!(code_of("7k3q abcd efgh jklm"), code);
    assert_eq!(code_of("7K3QABCDEFGHJKLM"), code);
    assert_eq!((code_of(""), code_of("7K3Q"), code_of("7K3Q-ABCD-EFGH-JKLMN")), (None, None, None));
}

proptest! {
    #[test]
    fn what_is_stored_of_a_name_reads_back(given in "[^\n]{0,40}", family in "[^\n]{0,40}") {
        let name = PrintedName::new(&given, &family);
        prop_assert_eq!(PrintedName::read(&name.stored()), name);
    }

    #[test]
    fn nothing_typed_as_a_code_fails(typed in ".{0,60}") {
        if let Some(code) = code_of(&typed) {
            prop_assert_eq!(code_of(&code), Some(code));
        }
    }
}
