//! What is wrong with a changed file is said in one round: what the file says by itself, and what it would change of what
//! stands, each with its line.

use std::path::Path;

use crate::{folder, programme, run};

/// A workshop that nobody knows of yet, without a session that is held.
const CALLED_OFF: &str = r#"
[[offering]]
key = "workshop-9"
slug = "nono-workshop"
kind = "workshop"
topic = "autunno-2014-nono"
published = true
[[offering.session]]
number = 1
cancelled = true
"#;

/// The announced programme with each of `changes` made once.
fn changed(changes: &[(&str, &str)]) -> String {
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let text = changes.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    text + CALLED_OFF
}

/// The number of the line that begins so.
fn line_of(text: &str, begins: &str) -> usize {
    text.lines().position(|line| line.starts_with(begins)).map(|index| index + 1).expect("the line is there")
}

/// What importing a text says on the error output, line by line.
fn import(data: &Path, text: &str) -> (i32, Vec<String>) {
    let file = data.join("changed.toml");
    std::fs::write(&file, text).expect("a file");
    let (code, _, wrong) = run(data, &["import", &file.display().to_string(), "--yes"]);
    (code, wrong.lines().skip(1).map(|line| line.trim().to_owned()).collect())
}

#[test]
fn what_a_file_says_wrong_and_what_it_may_not_change_come_in_one_round_with_their_lines() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let text = changed(&[
        ("date = \"2014-09-24\"", "date = \"2014-09-25\""),
        ("slug = \"valutazione-di-efficacia\"", "slug = \"altro\""),
        ("date = \"2014-10-29\"", "date = \"2014-10-32\""),
        ("date = \"2014-11-05\"", "date = \"2014-11-06\""),
        ("carry_over = true", "carry_over = true\nenrolment_closes = \"2014-10-01\""),
    ]);
    let at = |begins: &str| line_of(&text, begins);
    let shown = text.find("workshop-9").map(|byte| text[..byte].lines().count()).expect("the workshop");
    assert_eq!(
        import(data.path(), &text),
        (
            1,
            vec![
                format!(
                    "line {}, edition «autunno-2014»: enrolment_closes lies in the past",
                    at("enrolment_closes")
                ),
                format!(
                    "line {}, offering «workshop-1», session 1: date lies in the past",
                    at("date = \"2014-09-25\"")
                ),
                format!(
                    "line {}, offering «workshop-2»: slug cannot be changed: people have its address, and only a draft gets another",
                    at("slug = \"altro\"")
                ),
                format!(
                    "line {}, offering[6].session[2].date: «2014-10-32» is no date: write it like 2014-09-24",
                    at("date = \"2014-10-32\"")
                ),
                format!(
                    "line {}, offering «corso», session 3: date lies in the past",
                    at("date = \"2014-11-06\"")
                ),
                format!("line {shown}, offering «workshop-9»: cannot be published: no session of it is held"),
            ]
        )
    );
    let (code, said, _) = run(data.path(), &["export", "autunno-2014"]);
    assert_eq!((code, said.contains("workshop-9"), said.contains("2014-09-24")), (0, false, true));
}

#[test]
fn a_refusal_alone_names_its_line_too_and_what_is_missing_comes_last() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let text = changed(&[("date = \"2014-10-02\"", "date = \"2014-10-03\"")]);
    let (before, last) = text.split_once("[[offering.session]]\nnumber = 7\n").expect("a seventh day");
    let (_, after) = last.split_once('\n').expect("its date");
    let text = format!("{before}{after}").replace(CALLED_OFF, "");
    let (before, fifth) = text.split_once("[[offering]]\nkey = \"workshop-5\"").expect("a fifth workshop");
    let (_, course) = fifth.split_once("[[offering]]").expect("the course");
    let text = format!("{before}[[offering]]{course}");
    assert_eq!(
        import(data.path(), &text),
        (
            1,
            vec![
                format!(
                    "line {}, offering «workshop-2», session 1: date lies in the past",
                    line_of(&text, "date = \"2014-10-03\"")
                ),
                format!(
                    "line {}, offering «corso»: session 7 is missing from the file; cancelled = true calls it off",
                    line_of(&text, "key = \"corso\"")
                ),
                "offering «workshop-5» is missing from the file: a key that was imported stays; cancelled = true calls it off".to_owned(),
            ]
        )
    );
}

#[test]
fn what_leans_on_a_line_that_cannot_be_read_is_not_guessed() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    // Two days change places, and the hours of one cannot be read: its old date is no reason against the other.
    let text = changed(&[
        ("date = \"2014-10-29\"", "date = \"2099-11-05\"\nstarts = \"9.30\"\nends = \"17:00\""),
        ("date = \"2014-11-05\"", "date = \"2014-10-29\""),
        ("key = \"workshop-4\"", "key = \"Workshop 4\""),
    ])
    .replace(CALLED_OFF, "");
    let (code, said) = import(data.path(), &text);
    assert_eq!(
        (code, said),
        (
            1,
            vec![
                format!(
                    "line {}, offering[4].key: «Workshop 4» must be small letters, digits and single hyphens, at most 60 characters",
                    line_of(&text, "key = \"Workshop 4\"")
                ),
                format!(
                    "line {}, offering[6].session[2].starts: «9.30» is no time: write it like 09:30",
                    line_of(&text, "starts = \"9.30\"")
                ),
                format!(
                    "line {}, offering «corso», session 3: date lies in the past",
                    line_of(&text, "date = \"2014-10-29\"")
                ),
            ]
        )
    );
}

#[test]
fn a_folder_without_a_database_is_not_made_for_a_file_with_faults() {
    let data = folder();
    let empty = data.path().join("none");
    let file = data.path().join("changed.toml");
    std::fs::write(&file, changed(&[("date = \"2014-10-29\"", "date = \"2014-10-32\"")])).expect("a file");
    let (code, _, wrong) = run(&empty, &["import", &file.display().to_string()]);
    assert_eq!((code, wrong.contains("has 1 fault; nothing was written"), empty.exists()), (1, true, false));
}

#[test]
fn an_edition_that_a_file_takes_back_is_said_with_each_page_that_goes() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let file = data.path().join("back.toml");
    std::fs::write(&file, text.replacen("published = true", "published = false", 1)).expect("a file");
    let (code, said, _) = run(data.path(), &["import", &file.display().to_string()]);
    let gone = said.lines().filter(|line| line.trim().starts_with("on a page of its own: "));
    assert_eq!((code, gone.count()), (1, 6), "{said}");
    assert!(said.contains("edition «autunno-2014»: a draft again"), "{said}");
}
