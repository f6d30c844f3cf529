//! What a file must say, and how its faults are named.

use super::*;

const GOOD: &str = include_str!("../../../fixtures/amalo-2014.toml");

fn faults(text: &str) -> Vec<String> {
    read(text).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

#[test]
fn the_programme_of_2014_reads_as_announced() {
    let file = read(GOOD).unwrap();
    let dates = |kind: &str| -> Vec<Option<String>> {
        let of_kind = file.offerings.iter().filter(|o| o.kind.code() == kind);
        of_kind.flat_map(|o| o.sessions.iter().map(|s| s.date.map(|d| d.to_string()))).collect()
    };
    let some =
        |dates: &[&str]| -> Vec<Option<String>> { dates.iter().map(|d| Some((*d).to_owned())).collect() };
    let mut workshops = some(&["2014-09-24", "2014-10-02", "2014-10-03"]);
    workshops.extend([None, None]);
    assert_eq!(dates("workshop"), workshops);
    let days =
        ["2014-10-22", "2014-10-29", "2014-11-05", "2014-11-19", "2014-12-10", "2015-01-14", "2015-01-21"];
    assert_eq!(dates("course"), some(&days));
    assert_eq!(file.edition.rule.required, 2);
    let papers = (file.edition.project.as_deref(), file.edition.city.as_deref());
    assert_eq!(papers, (Some("NiguardaNoi"), Some("Milano")));
    assert!(
        file.offerings.iter().all(
            |o| o.capacity.is_none() && o.sessions.iter().all(|s| s.hours.is_none() && s.place.is_none())
        )
    );
    assert_eq!(file.offerings.iter().filter(|o| o.title.is_none()).count(), 2);
}

#[test]
fn each_fault_is_named_by_line_and_field() {
    let text = "format = 1\n[edition]\nkey = \"Autunno\"\ntitle_it = \"\"\nzone = \"Europe/Paris\"\npublished = true\nworkshops_required = -1\nprovisional_places = true\ncourse_admission = \"maybe\"\ncarry_over = true\n[[offering]]\nkey = \"uno\"\nslug = \"uno\"\nkind = \"workshop\"\npublished = true\n[[offering.session]]\nnumber = 1\ndate = \"2014-13-01\"\nstarts = \"9.30\"\n";
    assert_eq!(
        faults(text),
        [
            "line 3, edition.key: «Autunno» must be small letters, digits and single hyphens, at most 60 characters",
            "line 4, edition.title_it: is empty: write something, or leave the field out",
            "line 5, edition.zone: «Europe/Paris» is not a zone this program can put into calendars; it knows Europe/Rome",
            "line 7, edition.workshops_required: -1 must be between 0 and 12",
            "line 9, edition.course_admission: «maybe» must be \"immediate\" or \"decision\"",
            "line 12, offering[1].topic: a workshop names its topic: the same topic in two editions is one for the rule",
            "line 18, offering[1].session[1].date: «2014-13-01» is no date: write it like 2014-09-24",
            "line 19, offering[1].session[1].starts: «9.30» is no time: write it like 09:30",
            "line 19, offering[1].session[1].ends: hours have a begin and an end: one is missing",
        ]
    );
}

#[test]
fn a_course_that_asks_for_no_workshop_at_all_is_refused() {
    let announced = include_str!("../../../fixtures/amalo-2014.toml");
    let none = announced.replace("workshops_required = 2 ", "workshops_required = 0 ");
    let faults = read(&none).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.field.as_str(), fault.message.as_str())).collect();
    assert_eq!(
        found,
        [("edition.workshops_required", "0 would let everybody into the course: write at least 1")]
    );
}

#[test]
fn an_unknown_field_is_named_with_its_line() {
    let text = GOOD.replace("carry_over = true", "carry_over = true\ncolour = \"green\"");
    let found = faults(&text);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("colour"), "{found:?}");
}

#[test]
fn a_project_or_a_city_that_is_empty_or_too_long_is_named_by_its_field() {
    let project = format!("project = \"{}\"", "x".repeat(201));
    let text = GOOD.replacen("project = \"NiguardaNoi\"", &project, 1);
    let text = text.replacen("city = \"Milano\"", "city = \" \"", 1);
    let found = faults(&text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("edition.project: is longer than 200 characters"), "{found:?}");
    assert!(found[1].contains("edition.city: is empty"), "{found:?}");
    let without = GOOD.replacen("project = \"NiguardaNoi\"", "", 1).replacen("city = \"Milano\"", "", 1);
    let edition = read(&without).unwrap().edition;
    assert_eq!((edition.project, edition.city), (None, None));
}

#[test]
fn hours_that_contradict_themselves_are_refused() {
    let with = |hours: &str| {
        faults(&GOOD.replacen("date = \"2014-09-24\"", &format!("date = \"2014-09-24\"\n{hours}"), 1))
    };
    assert!(with("starts = \"17:00\"\nends = \"09:30\"")[0].contains("the end must be later than the begin"));
    assert!(with("starts = \"09:30\"")[0].contains("one is missing"));
    let autumn = GOOD.replacen(
        "date = \"2014-09-24\"",
        "date = \"2014-10-26\"\nstarts = \"02:30\"\nends = \"09:00\"",
        1,
    );
    assert!(faults(&autumn)[0].contains("comes twice"));
}

#[test]
fn hours_that_the_clocks_jump_over_in_spring_are_named_by_line_and_field() {
    let date = "date = \"2014-09-24\"";
    let line = GOOD.lines().position(|line| line == date).unwrap() + 2;
    for (starts, ends) in [("02:30", "09:00"), ("01:30", "02:30")] {
        let spring = format!("date = \"2015-03-29\"\nstarts = \"{starts}\"\nends = \"{ends}\"");
        let wanted = format!(
            "line {line}, offering[1].session[1].starts: the clocks go forward that day: this time does not exist"
        );
        assert_eq!(faults(&GOOD.replacen(date, &spring, 1)), [wanted], "{starts} to {ends}");
    }
}

#[test]
fn keys_slugs_and_dates_stand_once() {
    let twice = GOOD.replacen("date = \"2014-10-29\"", "date = \"2014-10-22\"", 1);
    assert!(faults(&twice)[0].ends_with("2014-10-22 stands twice in this offering"));
    let slug = GOOD.replacen("slug = \"valutazione-di-efficacia\"", "slug = \"il-promotore-dell-ama\"", 1);
    assert!(faults(&slug)[0].contains("«il-promotore-dell-ama» stands twice"));
}

#[test]
fn a_second_session_of_a_workshop_is_named_by_line_and_field() {
    let date = "date = \"2014-09-24\"";
    let second = "[[offering.session]]\nnumber = 2\ndate = \"2014-09-25\"";
    let text = GOOD.replacen(date, &format!("{date}\n{second}"), 1);
    let line = text.lines().position(|line| line == "number = 2").unwrap() + 1;
    assert_eq!(
        faults(&text),
        [format!(
            "line {line}, offering[1].session[2].number: a workshop has one session; more are not possible yet"
        )]
    );
}

#[test]
fn a_year_before_2000_or_after_2099_is_named_by_line_and_field() {
    let with = |date: &str| GOOD.replacen("date = \"2014-09-24\"", &format!("date = \"{date}\""), 1);
    let line = GOOD.lines().position(|line| line == "date = \"2014-09-24\"").unwrap() + 1;
    for date in ["0014-09-24", "1999-12-31", "2100-01-01", "9999-09-24"] {
        let wanted = format!(
            "line {line}, offering[1].session[1].date: «{date}» is no date: write it like 2014-09-24"
        );
        assert_eq!(faults(&with(date)), [wanted]);
    }
    for date in ["2000-01-01", "2099-12-31"] {
        assert_eq!(faults(&with(date)), Vec::<String>::new(), "{date}");
    }
    let closes = "carry_over = true\nenrolment_closes = \"1914-10-20\"";
    let found = faults(&GOOD.replacen("carry_over = true", closes, 1));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("edition.enrolment_closes: «1914-10-20» is no date"), "{found:?}");
}

#[test]
fn a_session_that_was_called_off_may_have_the_date_of_another() {
    let off = "date = \"2014-10-29\"";
    let twice = GOOD.replacen(off, "date = \"2014-10-22\"\ncancelled = true", 1);
    assert_eq!(faults(&twice), Vec::<String>::new());
}

#[test]
fn a_sign_that_certificates_cannot_print_is_named_by_line_and_field() {
    fn no_snowman(line: &str) -> Result<(), char> {
        line.chars().find(|c| *c == '☃').map_or(Ok(()), Err)
    }
    let text = GOOD
        .replace("project = \"NiguardaNoi\" ", "project = \"Niguarda☃Noi\" ")
        .replace("city = \"Milano\"", "city = \"☃\"")
        .replace("title = \"Il promotore dell’Ama\"", "title = \"Il promotore ☃\"")
        .replace("title_it = \"Autunno 2014\"", "title_it = \"Autunno ☃\"");
    let found = read_whole(&text, no_snowman).faults;
    let found: Vec<String> = found.iter().map(Fault::to_string).collect();
    assert_eq!(
        found,
        [
            "line 10, edition.project: has «☃», which certificates cannot print",
            "line 11, edition.city: has «☃», which certificates cannot print",
            "line 24, offering[1].title: has «☃», which certificates cannot print",
        ]
    );
    assert!(read_whole(GOOD, no_snowman).checked().is_some() && read(&text).is_ok());
}

#[test]
fn what_is_in_the_archive_was_shown() {
    let with = |published: bool| {
        GOOD.replacen("published = true", &format!("published = {published}\narchived = true"), 1)
    };
    assert_eq!(read(&with(true)).map(|file| file.edition.archived), Ok(true));
    let line = with(false).lines().position(|line| line == "archived = true").unwrap() + 1;
    let why = "only what was published is put away: write published = true beside it";
    assert_eq!(faults(&with(false)), [format!("line {line}, edition.archived: {why}")]);
}

#[test]
fn a_course_by_decision_does_not_offer_its_places_by_itself() {
    let decided = GOOD.replacen("course_admission = \"immediate\"", "course_admission = \"decision\"", 1);
    assert_eq!(faults(&decided), Vec::<String>::new());
    let both = decided.replacen("kind = \"course\"", "kind = \"course\"\noffers = \"automatic\"", 1);
    let line = both.lines().position(|line| line == "offers = \"automatic\"").unwrap() + 1;
    let why = "course_admission is \"decision\": a person offers the places of the course; write \"person\"";
    assert_eq!(faults(&both), [format!("line {line}, offering[6].offers: {why}")]);
}
