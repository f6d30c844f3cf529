//! `size`: what it fills keeps every law and looks like seasons that were lived, on both databases.

use sea_orm::{ConnectionTrait as _, Database, Statement};

use crate::start::ended;
use crate::told::{command, server};
use crate::{folder, percorso, run};

/// A large database that is small: three editions of eighty enrolments, of 38 new people each.
const TINY: [&str; 7] = ["size", "--enrolments", "240", "--editions", "3", "--times", "1"];

/// What is counted in it; the least and the most that is plausible.
const PLAUSIBLE: [(&str, &str, i64, i64); 10] = [
    ("editions", "SELECT COUNT(*) AS number FROM editions WHERE status = 'published'", 3, 3),
    ("people", "SELECT COUNT(*) AS number FROM persons WHERE email LIKE '%@posta.example'", 114, 114),
    ("enrolments", "SELECT COUNT(*) AS number FROM enrolments", 216, 300),
    (
        "people who come again",
        "SELECT COUNT(*) AS number FROM (SELECT e.person_id FROM enrolments e JOIN offerings o
            ON o.id = e.offering_id GROUP BY e.person_id HAVING COUNT(DISTINCT o.edition_id) > 1) again",
        1,
        6,
    ),
    (
        "sessions that are over and have no register",
        "SELECT COUNT(*) AS number FROM sessions s WHERE s.date < CURRENT_DATE
            AND NOT EXISTS (SELECT 1 FROM registers r WHERE r.session_id = s.id AND r.took_effect_at IS NOT NULL)",
        0,
        0,
    ),
    (
        "marks that were made before their day",
        "SELECT COUNT(*) AS number FROM marks m JOIN sessions s ON s.id = m.session_id
            WHERE s.date IS NULL OR s.date >= CURRENT_DATE",
        0,
        0,
    ),
    (
        "how many of a hundred marks say absent",
        "SELECT COUNT(*) * 100 / (SELECT COUNT(*) FROM marks) AS number FROM marks WHERE value = 'absent'",
        5,
        15,
    ),
    (
        "places without a letter that was sent",
        "SELECT COUNT(*) AS number FROM enrolments e
            WHERE e.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM outbox l WHERE l.enrolment_id = e.id AND l.state = 'sent')",
        0,
        0,
    ),
    (
        "people of the oldest course without the certificate they earned",
        "SELECT COUNT(*) AS number FROM enrolments e JOIN offerings o ON o.id = e.offering_id
            JOIN editions d ON d.id = o.edition_id WHERE d.key = 'edizione-02' AND o.kind = 'course'
            AND 6 <= (SELECT COUNT(*) FROM attendance a JOIN sessions s ON s.id = a.session_id
                WHERE s.offering_id = o.id AND a.person_id = e.person_id AND a.value = 'present')
            AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.offering_id = o.id AND c.person_id = e.person_id)",
        0,
        0,
    ),
    ("certificates", "SELECT COUNT(*) AS number FROM certificates WHERE kind = 'course'", 10, 20),
];

/// What is not as it would be in life.
fn implausible(url: &str) -> Vec<String> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let connection = Database::connect(url).await.expect("the database");
        let mut wrong = Vec::new();
        for (what, sql, least, most) in PLAUSIBLE {
            let question = Statement::from_string(connection.get_database_backend(), sql);
            let row = connection.query_one_raw(question).await.expect("an answer").expect("a row");
            let number: i64 = row.try_get("", "number").expect("a number");
            if !(least..=most).contains(&number) {
                wrong.push(format!("{what}: {number}, not {least} to {most}"));
            }
        }
        connection.close().await.expect("the connection closes");
        wrong
    })
}

/// Whether every page was asked for on both databases.
#[track_caller]
fn measured((code, said, wrong): &(i32, String, String)) {
    assert_eq!(*code, 0, "{said}{wrong}");
    for page in ["the board", "enrolments, printed", "a certificate", "a statement", "a new edition"] {
        assert!(said.lines().any(|line| line.ends_with(&format!(" ×  {page}"))), "{page}: {said}");
    }
}

#[test]
fn what_size_fills_keeps_every_law_and_is_plausible() {
    let data = folder();
    measured(&run(data.path(), &TINY));
    for filled in ["small", "large"] {
        let (code, said, wrong) = run(&data.path().join(filled), &["check"]);
        assert_eq!((code, said.trim()), (0, "All 16 laws hold."), "{filled}: {wrong}");
    }
    let large = data.path().join("large/percorso.sqlite");
    assert_eq!(implausible(&format!("sqlite://{}?mode=ro", large.display())), Vec::<String>::new());
    measured(&run(data.path(), &TINY));
    let again = implausible(&format!("sqlite://{}?mode=ro", large.display()));
    assert_eq!(again, Vec::<String>::new(), "what was filled before is taken as it is");
}

#[test]
fn what_size_fills_in_postgresql_is_the_same() {
    let data = folder();
    let server = server();
    let (start, _) = server.rsplit_once('/').expect("an address with a database");
    let names = ["small", "large"].map(|size| format!("sized_{size}_{}", std::process::id()));
    // A server that is kept between runs may hold one of a process of the same number.
    for name in &names {
        command(&server, &format!("DROP DATABASE IF EXISTS {name}"));
        command(&server, &format!("CREATE DATABASE {name}"));
    }
    let [small, large] = names.each_ref().map(|name| format!("{start}/{name}"));
    let mut words = TINY.to_vec();
    words.extend(["--databases", small.as_str(), large.as_str()]);
    let asked = run(data.path(), &words);
    let checked = ended(percorso(data.path(), &["check"]).env("PERCORSO_DATABASE", &large));
    let wrong = implausible(&large);
    // Dropped before anything is asserted: a failure leaves nothing behind on the server.
    for name in &names {
        command(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
    }
    measured(&asked);
    assert_eq!(checked, (Some(0), "All 16 laws hold.\n".into(), String::new()));
    assert_eq!(wrong, Vec::<String>::new());
}
