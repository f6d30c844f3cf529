//! The audit: what staff and commands did leaves one row each, with the act, who did it, and what was acted on.

use percorso::domain::edition_file;
use percorso::store::audit::AuditRow;
use percorso::store::{rule, texts};
use percorso::usecases::change_programme::{Recorded, preview};
use percorso::usecases::import_edition::Imported;
use sea_orm::{ConnectionTrait as _, FromQueryResult as _, Statement};

use crate::harness::changing::{change, moved, on, wanted};
use crate::harness::{PROGRAMME, TRAINER, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";

/// The rows of an act, oldest first.
async fn rows(world: &World, act: &str) -> Vec<AuditRow> {
    let reader = world.desk.store.reader();
    let sql = format!("SELECT * FROM audit WHERE act = '{act}' ORDER BY id");
    let found =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    found.iter().map(|row| AuditRow::from_query_result(row, "").unwrap()).collect()
}

/// Who did it, and to what: table and id.
fn deed(row: &AuditRow) -> (&str, Option<i64>, &str, Option<i64>) {
    (row.actor.as_str(), row.actor_id, row.subject.as_str(), row.subject_id)
}

/// The reason that was given with an act.
async fn reason(world: &World, row: &AuditRow) -> Option<String> {
    let id = row.text_id?;
    texts::bodies(world.desk.store.reader(), &[id]).await.unwrap().remove(&id)
}

on_both!(ending_an_enrolment_and_giving_its_place_are_in_the_audit_and_peoples_own_acts_are_not, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[0].offers_automatic = false;
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let (ada, bea) = (world.enrolment(ADA, "workshop-1").await, world.enrolment(BEA, "workshop-1").await);
    let admin = world.admin().await;
    let staff = world.person("ufficio@percorso.example").await;
    assert_eq!(rows(world, "move_enrolment").await, Vec::<AuditRow>::new());
    let fields = [("motivo", "ha telefonato")];
    let cancelled = admin.post(&format!("/gestione/iscrizioni/{ada}/annulla"), &fields).await;
    assert_eq!(cancelled.status, 303, "{}", cancelled.text());
    let given = admin.post(&format!("/gestione/iscrizioni/{bea}/posto"), &[]).await;
    assert_eq!(given.status, 303, "{}", given.text());
    let all = rows(world, "move_enrolment").await;
    assert_eq!(
        all.iter().map(deed).collect::<Vec<_>>(),
        [("staff", Some(staff), "enrolments", Some(ada)), ("staff", Some(staff), "enrolments", Some(bea))]
    );
    assert_eq!(
        all.iter().map(|row| row.detail.as_deref()).collect::<Vec<_>>(),
        [
            Some("{\"from\":\"confirmed\",\"to\":\"cancelled\"}"),
            Some("{\"from\":\"waitlisted\",\"to\":\"offered\"}")
        ]
    );
    assert_eq!(reason(world, &all[0]).await.as_deref(), Some("ha telefonato"));
});

on_both!(a_waiver_is_in_the_audit_once_with_who_gave_it_to_whom_and_why, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (person, edition) = (world.person(ADA).await, world.edition().await);
    let admin = world.admin().await;
    let staff = world.person("ufficio@percorso.example").await;
    let edition_field = edition.to_string();
    let fields = [("edizione", edition_field.as_str()), ("motivo", "lo ha frequentato altrove")];
    for _ in 0..2 {
        let answer = admin.post(&format!("/gestione/persone/{person}/deroga"), &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    let waiver = rule::waiver_of(world.desk.store.reader(), person, edition).await.unwrap().unwrap();
    let all = rows(world, "waive_rule").await;
    assert_eq!(
        all.iter().map(deed).collect::<Vec<_>>(),
        [("staff", Some(staff), "waivers", Some(waiver.id))]
    );
    assert_eq!(all[0].person_id, Some(person));
    assert_eq!(reason(world, &all[0]).await.as_deref(), Some("lo ha frequentato altrove"));
});

on_both!(an_import_that_did_something_is_in_the_audit_and_one_that_did_nothing_is_not, |world| {
    let mut file = edition_file::read(PROGRAMME).unwrap();
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
    assert_eq!(rows(world, "import_edition").await.len(), 1);
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
    file.offerings[0].capacity = Some(25);
    assert!(matches!(world.import(&file).await, Ok(Imported::Changed(_))));
    file.offerings.pop();
    assert!(world.import(&file).await.is_err(), "a key that was imported stays");
    let all = rows(world, "import_edition").await;
    assert_eq!(
        all.iter().map(|row| (row.actor.as_str(), row.actor_id, row.subject.as_str())).collect::<Vec<_>>(),
        [("command", None::<i64>, "editions"); 2],
        "created, changed"
    );
    for row in &all {
        assert_eq!(row.detail.as_deref(), Some("{\"edition\":\"autunno-2014\"}"));
    }
});

on_both!(a_change_is_in_the_audit_with_its_impact_and_a_look_at_it_is_not, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let edits = vec![moved(world, "workshop-1", 1, on("2014-09-25")).await];
    preview(&world.desk, &wanted(world, edits.clone()).await).await.unwrap();
    assert_eq!(rows(world, "change_programme").await, Vec::<AuditRow>::new());
    let impact = change(world, edits).await;
    let all = rows(world, "change_programme").await;
    let edition = world.edition().await;
    assert_eq!(all.iter().map(deed).collect::<Vec<_>>(), [("command", None, "editions", Some(edition))]);
    let recorded: Recorded = serde_json::from_str(all[0].detail.as_deref().unwrap()).unwrap();
    assert_eq!(recorded.impact, impact);
    let changed: Vec<_> = recorded
        .changes
        .iter()
        .map(|c| (c.field.as_str(), c.before.as_deref(), c.after.as_deref()))
        .collect();
    assert_eq!(changed, [("date", Some("2014-09-24"), Some("2014-09-25"))]);
    assert_eq!(impact.letters_in_all(), 1, "it names the letter that follows");
});

on_both!(closing_a_register_taking_it_back_and_giving_a_role_are_in_the_audit, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.admin().await;
    let granted = rows(world, "grant_role").await;
    assert_eq!(granted.iter().map(deed).collect::<Vec<_>>(), [("command", None, "roles", None)]);
    assert_eq!(granted[0].person_id, Some(world.person("ufficio@percorso.example").await));
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    let (session, trainer) = (world.session("workshop-1", 1).await, world.person(TRAINER).await);
    let undo = format!("/aula/{session}/annulla-chiusura");
    assert_eq!(world.signed_in(TRAINER).await.post(&undo, &[]).await.status, 303);
    for act in ["close_register", "undo_closing"] {
        let all = rows(world, act).await;
        let who: Vec<_> = all.iter().map(|r| (r.actor.as_str(), r.actor_id, r.subject.as_str())).collect();
        assert_eq!(who, [("staff", Some(trainer), "registers")], "{act}");
    }
});
