//! What a review of the file of an edition found: what is new is shown with the same checks as on the page, what a file
//! leaves out is said, and so is each setting of the rule, and whom it gives a register.

use percorso::domain::edition::CourseAdmission;
use percorso::domain::edition_file::{self, Checked, CheckedTrainer};
use percorso::domain::person::EmailAddress;
use percorso::store::{audit, editions};
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::{Imported, preview_import};

use crate::editions::{edition, with};
use crate::harness::changing::set_capacity;
use crate::harness::{PROGRAMME, TRAINER, World};
use crate::office_changes::hidden;
use crate::on_both;

const KEY: &str = "autunno-2014";
const LATE: &str = "cannot be published: it is held on the course's first day or after it; choose an earlier date, or write counts_toward_rule = false";

fn file() -> Checked {
    edition_file::read(PROGRAMME).unwrap()
}

fn changed(what: &[&str]) -> Imported {
    Imported::Changed(what.iter().map(|line| (*line).to_owned()).collect())
}

/// The keys of the editions there are.
async fn keys(world: &World) -> Vec<String> {
    let all = editions::all(world.desk.store.reader()).await.unwrap();
    all.into_iter().map(|edition| edition.key).collect()
}

/// What a file would do, and what it leaves out.
async fn looked(world: &World, file: &Checked) -> (Imported, Vec<String>) {
    let looked = preview_import(&world.desk, file).await.expect("it may be imported");
    (looked.would, looked.left_out)
}

/// The acts of the audit about a person: who did it, what, and to which session.
async fn acts(world: &World, email: &str) -> Vec<(String, Option<i64>, String, Option<i64>)> {
    let rows = audit::of_person(world.desk.store.reader(), world.person(email).await).await.unwrap();
    rows.into_iter().map(|row| (row.actor, row.actor_id, row.act, row.subject_id)).collect()
}

on_both!(a_new_edition_is_not_shown_with_a_workshop_that_counts_and_is_not_before_the_course, |world| {
    let mut file = file();
    file.offerings[3].sessions[0].date = "2014-10-22".parse().ok();
    file.offerings[4].sessions[0].date = "2014-12-09".parse().ok();
    let why = vec![format!("offering «workshop-4»: {LATE}"), format!("offering «workshop-5»: {LATE}")];
    assert_eq!(world.import(&file).await, Err(why));
    assert_eq!(keys(world).await, Vec::<String>::new(), "nothing was written");
    file.offerings[3].counts_toward_rule = false;
    file.offerings[4].published = false;
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
});

on_both!(a_new_edition_of_drafts_is_not_shown, |world| {
    let mut file = file();
    for offering in &mut file.offerings {
        offering.published = false;
    }
    let why =
        "cannot be published: nothing of it would be shown; write published = true for one offering at least";
    assert_eq!(world.import(&file).await, Err(vec![format!("edition «{KEY}»: {why}")]));
    assert_eq!(keys(world).await, Vec::<String>::new(), "nothing was written");
    file.edition.published = false;
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
});

on_both!(a_copy_of_what_is_over_or_in_the_archive_comes_in_whatever_its_dates, |world| {
    world.desk.clock.stand_at("2016-03-01T08:00:00Z".parse().unwrap());
    assert_eq!(world.import(&file()).await, Ok(Imported::Created));
    let mut old = file();
    old.edition.key = "autunno-2014-copia".into();
    old.edition.title_it = "Autunno 2014, copia".into();
    old.edition.archived = true;
    for offering in &mut old.offerings {
        offering.slug = format!("{}-copia", offering.slug);
    }
    old.offerings[3].sessions[0].date = "2014-12-09".parse().ok();
    assert_eq!(world.import(&old).await, Ok(Imported::Created));
    assert_eq!(edition(world, "autunno-2014-copia").await.edition.status, "archived");
});

on_both!(what_the_first_file_had_ready_is_looked_at_when_its_edition_is_shown, |world| {
    let mut file = file();
    file.edition.published = false;
    file.offerings[3].sessions[0].date = "2014-12-09".parse().ok();
    assert_eq!(world.import(&file).await, Ok(Imported::Created), "nobody knows of it yet");
    file.edition.published = true;
    assert_eq!(world.import(&file).await, Err(vec![format!("offering «workshop-4»: {LATE}")]));
    let (admin, stato) = (world.admin().await, format!("/gestione/edizioni/{KEY}/stato"));
    let page = admin.get(&stato).await;
    page.says("Scegli un giorno prima del 22 ottobre, quando inizia il corso");
    let seen = hidden(&page, "id=\"pubblica\"");
    let refused = admin.post(&stato, &with(&seen, &[("azione", "pubblica")])).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says("Qualcosa che hai scelto non è ancora pronto");
    assert_eq!(edition(world, KEY).await.edition.status, "draft");
    file.offerings[3].counts_toward_rule = false;
    let done = ["edition «autunno-2014»: published", "offering «workshop-4»: counts_toward_rule"];
    assert_eq!(world.import(&file).await, Ok(changed(&done)));
    assert_eq!(edition(world, KEY).await.edition.status, "published");
});

on_both!(what_a_file_leaves_out_stays_and_is_said_once, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(25);
            file.edition.rule.certificate_days = Some(6);
        })
        .await;
    let mut file = export_edition(&world.desk, KEY).await.unwrap();
    assert_eq!(looked(world, &file).await, (Imported::Nothing, Vec::new()));
    file.edition.rule.certificate_days = None;
    file.edition.city = None;
    file.offerings[0].capacity = None;
    file.offerings[0].sessions[0].trainers.clear();
    let away = "it is taken away on the office's page";
    let said = vec![
        format!("edition «{KEY}»: the file names no certificate_days, «6» stays: {away}"),
        format!("edition «{KEY}»: the file names no city, «Milano» stays: {away}"),
        "offering «workshop-1»: the file names no capacity, 25 stays: it is lifted on the office's page"
            .to_owned(),
        format!(
            "offering «workshop-1», session 1: {TRAINER} is not in the file and goes on leading: taken away on the session's page"
        ),
    ];
    assert_eq!(looked(world, &file).await, (Imported::Nothing, said));
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
    assert_eq!(looked(world, &file).await, (Imported::Nothing, Vec::new()), "it is known by now");
    let stands = export_edition(&world.desk, KEY).await.unwrap();
    let first = &stands.offerings[0];
    assert_eq!((first.capacity, first.sessions[0].trainers.len()), (Some(25), 1));
    assert_eq!(stands.edition.rule.certificate_days, Some(6));
});

on_both!(a_file_without_a_capacity_says_the_one_the_office_set_only_where_it_brings_something_new, |world| {
    let mut file = file();
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
    set_capacity(world, world.offering("workshop-1").await, Some(12)).await;
    assert_eq!(looked(world, &file).await, (Imported::Nothing, Vec::new()));
    file.offerings[1].fee = Some("gratuito".into());
    let stays =
        "offering «workshop-1»: the file names no capacity, 12 stays: it is lifted on the office's page";
    let said = (changed(&["offering «workshop-2»: fee"]), vec![stays.to_owned()]);
    assert_eq!(looked(world, &file).await, said);
});

on_both!(a_changed_rule_is_said_setting_by_setting_before_and_after, |world| {
    world.programme(|_| {}).await;
    let mut file = export_edition(&world.desk, KEY).await.unwrap();
    let rule = &mut file.edition.rule;
    rule.required = 3;
    rule.provisional_places = false;
    rule.course_admission = CourseAdmission::ByDecision;
    rule.enrolment_closes = "2014-10-17".parse().ok();
    rule.certificate_days = Some(6);
    rule.carry_over = false;
    rule.lateness_minutes = Some(20);
    let done = changed(&[
        "edition «autunno-2014»: workshops_required 2 → 3",
        "edition «autunno-2014»: provisional_places true → false",
        "edition «autunno-2014»: course_admission immediate → decision",
        "edition «autunno-2014»: enrolment_closes none → 2014-10-17",
        "edition «autunno-2014»: certificate_days none → 6",
        "edition «autunno-2014»: carry_over true → false",
        "edition «autunno-2014»: lateness_minutes none → 20",
    ]);
    assert_eq!(world.import(&file).await, Ok(done));
    file.edition.rule.certificate_days = Some(5);
    let only = changed(&["edition «autunno-2014»: certificate_days 6 → 5"]);
    assert_eq!(world.import(&file).await, Ok(only));
});

on_both!(whom_a_file_makes_lead_stands_in_the_audit, |world| {
    world.programme(|file| file.offerings.truncate(1)).await;
    let session = world.session("workshop-1", 1).await;
    let once = || vec![("command".to_owned(), None::<i64>, "add_trainer".to_owned(), Some(session))];
    assert_eq!(acts(world, TRAINER).await, once());
    let mut file = export_edition(&world.desk, KEY).await.unwrap();
    let email = EmailAddress::parse("paola@percorso.example").unwrap();
    let (given_name, family_name) = ("Paola".to_owned(), "Conti".to_owned());
    file.trainers.push(CheckedTrainer { email: email.clone(), given_name, family_name });
    file.offerings[0].sessions[0].trainers.push(email);
    let more = changed(&["offering «workshop-1», session 1: 1 more to lead it"]);
    assert_eq!(world.import(&file).await, Ok(more));
    assert_eq!(acts(world, "paola@percorso.example").await, once());
    assert_eq!(acts(world, TRAINER).await, once(), "she led it already");
    let page = world.admin().await.get("/gestione/storia?cosa=add_trainer").await;
    page.says("Chi gestisce il programma ha aggiunto chi conduce: Paola Conti");
});
