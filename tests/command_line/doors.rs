//! What a file says of a page that it shows to everybody.

use crate::{folder, programme, run};

#[test]
fn a_course_that_a_file_shows_is_not_said_to_be_open_to_everybody() {
    let data = folder();
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let text = text.replace("2015-", "2099-").replace("2014-", "2098-");
    let (before, after) = text.rsplit_once("published = true").expect("the course is the last one");
    let (before, first) = before.split_once("published = true\n[[offering.session]]").expect("a workshop");
    let drafts = format!("{before}published = false\n[[offering.session]]{first}published = false{after}");
    let (hidden, shown) = (data.path().join("hidden.toml"), data.path().join("shown.toml"));
    std::fs::write(&hidden, drafts).expect("a file");
    std::fs::write(&shown, text).expect("a file");
    let (code, said, wrong) = run(data.path(), &["import", &hidden.display().to_string()]);
    assert_eq!(code, 0, "{said}{wrong}");
    let (_, said, wrong) = run(data.path(), &["import", &shown.display().to_string()]);
    let opens: Vec<&str> = said.lines().filter(|line| line.contains("on a page of its own")).collect();
    let wanted = [
        "  on a page of its own: not shown → people can sign up",
        "  on a page of its own: not shown → whoever has the workshops it takes can ask for a place",
    ];
    assert_eq!(opens, wanted, "{said}{wrong}");
}
