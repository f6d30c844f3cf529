//! What a file of an edition leaves out: it stays, and the terminal says so.

use crate::{folder, programme, run};

#[test]
fn what_a_file_leaves_out_stays_and_is_said() {
    let data = folder();
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let end = "published = true\n[[offering.session]]";
    let limited = text.replacen(end, &format!("capacity = 25\n{end}"), 1);
    let file = data.path().join("limited.toml");
    std::fs::write(&file, limited).expect("a file");
    assert_eq!(run(data.path(), &["import", &file.display().to_string()]).0, 0);
    let (code, said, wrong) = run(data.path(), &["import", &programme()]);
    let stays =
        "offering «workshop-1»: the file names no capacity, 25 stays: it is lifted on the office's page";
    let wanted = format!(
        "What «{}» does not change:\n  {stays}\nThe edition «autunno-2014» was not changed.\n",
        programme()
    );
    assert_eq!((code, said, wrong), (0, wanted, String::new()));
    let (code, said, _) = run(data.path(), &["import", &programme()]);
    let known = "The edition «autunno-2014» has this file already: nothing changed.\n";
    assert_eq!((code, said.as_str()), (0, known));
    assert!(run(data.path(), &["export", "autunno-2014"]).1.contains("capacity = 25\n"));
}
