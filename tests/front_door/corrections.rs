//! A mark corrected after its register took effect: the impact first, then saved with its reason, told to the person,
//! decided anew; what would be taken away becomes a task.

use chrono::TimeDelta;
use percorso::domain::attendance::Mark;
use percorso::domain::role::Role;
use percorso::store::audit::AuditRow;
use percorso::store::tasks::{self, Task};
use percorso::store::{attendance, audit, rule, texts};

use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, TRAINER, World};
use crate::on_both;

/// Ada and Bea have a place in both workshops; the registers of both have taken effect.
pub async fn two_workshops_held(world: &World, first: &[(&str, &str)], second: &[(&str, &str)]) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    hold(world, first, second).await;
}

pub async fn hold(world: &World, first: &[(&str, &str)], second: &[(&str, &str)]) {
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, first).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, second).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.wait(TimeDelta::minutes(1)).await;
}

/// The marks of a person at the second workshop, oldest first: id and value.
pub async fn marks(world: &World, email: &str) -> Vec<(i64, String)> {
    let (person, session) = (world.person(email).await, world.session("workshop-2", 1).await);
    let all = attendance::marks_of(world.desk.store.reader(), person).await.unwrap();
    all.into_iter().filter(|row| row.session_id == session).map(|row| (row.id, row.value)).collect()
}

/// The last of them, as the form knows it.
pub async fn version(world: &World, email: &str) -> String {
    marks(world, email).await.last().map_or(0, |(id, _)| *id).to_string()
}

/// What counts of a person at the second workshop.
pub async fn counts(world: &World, email: &str) -> Option<Mark> {
    let (person, session) = (world.person(email).await, world.session("workshop-2", 1).await);
    let all = attendance::effective_of(world.desk.store.reader(), &[person]).await.unwrap();
    all.iter().find(|row| row.session_id == session).and_then(|row| Mark::from_code(&row.value))
}

pub async fn address(world: &World, email: &str) -> String {
    let (person, session) = (world.person(email).await, world.session("workshop-2", 1).await);
    format!("/gestione/presenze/{session}/{person}")
}

/// Sends the form of the second workshop's mark: the letter, the reason, the version seen, the button.
pub async fn send(
    world: &World,
    browser: &Browser<'_>,
    email: &str,
    [letter, reason, seen, button]: [&str; 4],
) -> Answer {
    let fields = [("valore", letter), ("motivo", reason), ("versione", seen), ("azione", button)];
    browser.post(&address(world, email).await, &fields).await
}

pub async fn open_tasks(world: &World) -> Vec<Task> {
    tasks::open_of(world.desk.store.reader(), world.edition().await).await.unwrap()
}

pub fn kinds_of(tasks: &[Task]) -> Vec<&str> {
    tasks.iter().map(|task| task.kind.as_str()).collect()
}

/// The kinds of letters somebody got since a number of them.
pub fn letters(world: &World, email: &str, since: usize) -> Vec<String> {
    world.mails_to(email).iter().skip(since).map(|mail| mail.kind().to_owned()).collect()
}

async fn corrections_of(world: &World, email: &str) -> Vec<AuditRow> {
    let person = world.person(email).await;
    let all = audit::of_person(world.desk.store.reader(), person).await.unwrap();
    all.into_iter().filter(|row| row.act == "correct_mark").collect()
}

on_both!(a_correction_is_shown_first_then_counts_is_told_once_and_what_was_stays_in_the_history, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let admin = world.admin().await;
    let seen = version(world, ADA).await;
    let before = world.mails_to(ADA).len();
    let person = admin.get(&format!("/gestione/persone/{}", world.person(ADA).await)).await;
    assert!(person.body.contains(&format!("href=\"{}\"", address(world, ADA).await)), "{}", person.text());
    let looked = send(world, &admin, ADA, ["P", "Firma sul foglio", &seen, "controlla"]).await;
    assert_eq!(looked.status, 200);
    looked.says("da 1 a 2 (su 2)");
    looked.says("Raggiunge i workshop che servono per il corso");
    assert_eq!(counts(world, ADA).await, Some(Mark::Absent), "nothing is saved before it is asked for");
    for _ in 0..2 {
        let saved = send(world, &admin, ADA, ["P", "Firma sul foglio", &seen, "salva"]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        world.settle().await;
    }
    assert_eq!(counts(world, ADA).await, Some(Mark::Present));
    let values: Vec<String> = marks(world, ADA).await.into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["absent", "present"], "a second click changes nothing");
    assert_eq!(letters(world, ADA, before), ["mark-corrected", "rule-reached"]);
    let mail = world.mails_to(ADA).into_iter().find(|mail| mail.kind() == "mark-corrected").unwrap();
    for sentence in ["Prima: non presente", "Adesso: presente", "Motivo: «Firma sul foglio»"] {
        assert!(mail.text.contains(sentence), "{sentence}: {}", mail.text);
    }
    let rows = corrections_of(world, ADA).await;
    let session = world.session("workshop-2", 1).await;
    let deeds: Vec<_> =
        rows.iter().map(|row| (row.actor.as_str(), row.subject.as_str(), row.subject_id)).collect();
    assert_eq!(deeds, [("staff", "sessions", Some(session))]);
    let detail: serde_json::Value = serde_json::from_str(rows[0].detail.as_deref().unwrap()).unwrap();
    let expected = serde_json::json!({ "before": "absent", "after": "present", "follows": ["rule-reached"] });
    assert_eq!(detail, expected);
    let id = rows[0].text_id.unwrap();
    let reason = texts::bodies(world.desk.store.reader(), &[id]).await.unwrap().remove(&id);
    assert_eq!(reason.as_deref(), Some("Firma sul foglio"));
});

on_both!(
    what_it_would_take_away_becomes_one_task_nothing_is_revoked_and_correcting_back_settles_it,
    |world| {
        two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "P")]).await;
        assert_eq!(world.signed_in(ADA).await.post("/corso/iscrizione", &[]).await.status, 303);
        world.wait(TimeDelta::minutes(1)).await;
        let admin = world.admin().await;
        let before = world.mails_to(ADA).len();
        let seen = version(world, ADA).await;
        let looked = send(world, &admin, ADA, ["A", "Persona sbagliata", &seen, "controlla"]).await;
        looked.says("Aveva raggiunto la regola con questa presenza");
        looked.says("Ha un posto nel corso che si basa su questa presenza");
        for _ in 0..2 {
            let saved = send(world, &admin, ADA, ["A", "Persona sbagliata", &seen, "salva"]).await;
            assert_eq!(saved.status, 303, "{}", saved.text());
        }
        world.settle().await;
        assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
        let (person, edition) = (world.person(ADA).await, world.edition().await);
        let fact = rule::reached_by(world.desk.store.reader(), person, edition).await.unwrap();
        assert!(fact.is_some_and(|fact| fact.ended_at.is_none()), "the dated fact stays");
        assert_eq!(kinds_of(&open_tasks(world).await), ["rule-in-doubt"]);
        assert_eq!(letters(world, ADA, before), ["mark-corrected"]);
        let mail = world.mails_to(ADA).pop().unwrap();
        assert!(mail.text.contains("Per ora non cambia niente"), "{}", mail.text);
        admin.get("/gestione").await.says("persona con la regola in dubbio");
        let seen = version(world, ADA).await;
        let back = send(world, &admin, ADA, ["P", "Era la persona giusta", &seen, "salva"]).await;
        assert_eq!(back.status, 303, "{}", back.text());
        assert_eq!(kinds_of(&open_tasks(world).await), Vec::<&str>::new());
        let seen = version(world, ADA).await;
        let again = send(world, &admin, ADA, ["G", "Ha scritto prima", &seen, "salva"]).await;
        assert_eq!(again.status, 303, "{}", again.text());
        assert_eq!(kinds_of(&open_tasks(world).await), ["rule-in-doubt"], "another doubt is another task");
    }
);

on_both!(a_missing_mark_is_set_on_the_same_page_and_settles_its_task, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P")]).await;
    assert_eq!(kinds_of(&open_tasks(world).await), ["unmarked"]);
    let admin = world.admin().await;
    let link = format!("{}?poi=da-fare", address(world, BEA).await);
    let list = admin.get("/gestione/da-fare").await;
    assert!(list.body.contains(&format!("href=\"{link}\"")), "{}", list.body);
    let page = admin.get(&link).await;
    page.says("nessun segno");
    let fields = [
        ("valore", "R"),
        ("motivo", "Chi conduceva la ricorda"),
        ("versione", "0"),
        ("azione", "salva"),
        ("poi", "da-fare"),
    ];
    let before = world.mails_to(BEA).len();
    for _ in 0..2 {
        let saved = admin.post(&address(world, BEA).await, &fields).await;
        assert_eq!(saved.location.as_deref(), Some("/gestione/da-fare?fatto=mark-corrected"));
    }
    world.settle().await;
    assert_eq!(counts(world, BEA).await, Some(Mark::Late));
    assert_eq!(kinds_of(&open_tasks(world).await), Vec::<&str>::new());
    assert_eq!(letters(world, BEA, before), ["mark-corrected", "rule-reached"]);
    admin.get("/gestione/da-fare").await.says("Chi conduceva la ricorda");
});

on_both!(a_provisional_place_becomes_final_by_a_corrected_mark, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    hold(world, &[(ADA, "P")], &[(ADA, "A")]).await;
    assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
    let admin = world.admin().await;
    let seen = version(world, ADA).await;
    let looked = send(world, &admin, ADA, ["U", "È uscita alle 16", &seen, "controlla"]).await;
    looked.says("Il posto provvisorio nel corso diventa definitivo");
    let saved = send(world, &admin, ADA, ["U", "È uscita alle 16", &seen, "salva"]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
});

on_both!(the_second_of_two_people_sees_what_the_first_one_saved_and_loses_nothing, |world| {
    two_workshops_held(world, &[(ADA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let (admin, secretary) =
        (world.admin().await, world.with_role("segreteria@percorso.example", Role::Secretary).await);
    let seen = version(world, ADA).await;
    let first = send(world, &admin, ADA, ["G", "Ha telefonato prima", &seen, "salva"]).await;
    assert_eq!(first.status, 303, "{}", first.text());
    let second = send(world, &secretary, ADA, ["P", "Firma sul foglio", &seen, "salva"]).await;
    assert_eq!(second.status, 422);
    second.says("Nel frattempo qualcun altro ha corretto questa presenza");
    second.says("assenza giustificata");
    second.says("Ha telefonato prima");
    assert!(second.body.contains("value=\"P\" required checked"), "{}", second.body);
    assert!(second.body.contains("Firma sul foglio</textarea>"), "{}", second.body);
    assert_eq!(counts(world, ADA).await, Some(Mark::Excused));
    let now = version(world, ADA).await;
    assert!(second.body.contains(&format!("name=\"versione\" value=\"{now}\"")), "seen by now");
    let knowingly = send(world, &secretary, ADA, ["P", "Firma sul foglio", &now, "salva"]).await;
    assert_eq!(knowingly.status, 303, "{}", knowingly.text());
    assert_eq!(counts(world, ADA).await, Some(Mark::Present));
});

on_both!(two_corrections_at_the_same_moment_are_one_and_a_no, |world| {
    use percorso::domain::refusal::Refusal;
    use percorso::usecases::No;
    use percorso::usecases::correct_mark::{Wanted, correct_mark};
    two_workshops_held(world, &[(ADA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    world.admin().await;
    let (admin, trainer) = (world.person("ufficio@percorso.example").await, world.person(TRAINER).await);
    let (person_id, session_id) = (world.person(ADA).await, world.session("workshop-2", 1).await);
    let seen = version(world, ADA).await.parse().unwrap();
    let wanted = |mark| Wanted { session_id, person_id, mark, reason: "controllato".into(), seen };
    let (late, excused) = (wanted(Mark::Late), wanted(Mark::Excused));
    let (one, other) = rocket::futures::future::join(
        correct_mark(&world.desk, &late, admin),
        correct_mark(&world.desk, &excused, trainer),
    )
    .await;
    assert_eq!(one.is_ok(), other.is_err(), "{one:?} {other:?}");
    let no = one.err().or(other.err());
    assert!(matches!(no, Some(No::Refused(Refusal::CorrectedMeanwhile))), "{no:?}");
    assert_eq!(marks(world, ADA).await.len(), 2);
});
