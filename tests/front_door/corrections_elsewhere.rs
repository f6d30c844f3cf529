//! What a correction would take away without a word: a statement that was given, and what rests on the mark in another
//! edition. It is shown first, told, and left to the office.

use percorso::domain::edition_file::Checked;
use percorso::domain::offering::Kind;
use percorso::domain::person::EmailAddress;
use percorso::store::tasks::{self, Task};
use percorso::store::{attendance, certificates};
use percorso::usecases::import_edition::Imported;

use crate::corrections::{hold, kinds_of, letters, open_tasks, two_workshops_held};
use crate::finished_course::publish;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::two_editions::next_season;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// Sends the form that corrects the mark of a person at a session.
async fn correct(world: &World, (session, person): (i64, i64), letter: &str, button: &str) -> Answer {
    let last = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap().remove(&person);
    let seen = last.map_or(0, |row| row.id).to_string();
    let fields = [
        ("valore", letter),
        ("motivo", "Controllato sul foglio"),
        ("versione", seen.as_str()),
        ("azione", button),
    ];
    world.admin().await.post(&format!("/gestione/presenze/{session}/{person}"), &fields).await
}

async fn saved(world: &World, mark: (i64, i64), letter: &str) {
    let answer = correct(world, mark, letter, "salva").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
}

/// The second workshop, and a person.
async fn second(world: &World, email: &str) -> (i64, i64) {
    (world.session("workshop-2", 1).await, world.person(email).await)
}

async fn tasks_of(world: &World, edition: i64) -> Vec<Task> {
    tasks::open_of(world.desk.store.reader(), edition).await.unwrap()
}

/// A season with nothing but a course of three days a few weeks later; two of them earn the certificate.
fn winter() -> Checked {
    let mut file = next_season();
    let email = EmailAddress::parse(TRAINER).unwrap();
    file.edition.rule.certificate_days = Some(2);
    for offered in &mut file.offerings {
        offered.sessions.truncate(3);
        for session in &mut offered.sessions {
            session.trainers = vec![email.clone()];
            session.date = None;
        }
    }
    let course = file.offerings.iter_mut().find(|offered| offered.kind == Kind::Course).unwrap();
    for (session, date) in course.sessions.iter_mut().zip(["2014-11-12", "2014-11-19", "2014-11-26"]) {
        session.date = date.parse().ok();
    }
    file
}

on_both!(a_statement_that_a_correction_withdraws_is_shown_first_told_and_becomes_a_task, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "P"), (BEA, "P")]).await;
    let (of_ada, of_bea) = (second(world, ADA).await, second(world, BEA).await);
    let path = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(world.signed_in(ADA).await.get(&path).await.status, 200);
    let given = certificates::of_person(world.desk.store.reader(), of_ada.1).await.unwrap().remove(0);
    let check = format!("/v/{}", given.code);
    world.browser().get(&check).await.says("Attestazione valida");
    let looked = correct(world, of_ada, "A", "controlla").await;
    assert_eq!(looked.status, 200);
    looked.says("Ha già un’attestazione di questo workshop");
    let before = world.mails_to(ADA).len();
    saved(world, of_ada, "A").await;
    assert_eq!(kinds_of(&open_tasks(world).await), ["rule-in-doubt", "statement-in-doubt"]);
    assert_eq!(letters(world, ADA, before), ["mark-corrected"]);
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(
        mail.text.contains("L’attestazione di questo workshop che hai ricevuto non vale più"),
        "{}",
        mail.text
    );
    world.browser().get(&check).await.says("Non più valido");
    let admin = world.admin().await;
    admin.get("/gestione").await.says("attestazione in dubbio");
    admin.get("/gestione/da-fare").await.says("Prova Ada: l’attestazione di un workshop è in dubbio");
    admin.get("/en/gestione/da-fare").await.says("the statement of a workshop is in doubt");
    let none = correct(world, of_bea, "A", "controlla").await;
    assert!(!none.text().contains("attestazione"), "nobody fetched hers: {}", none.text());
    let looked = correct(world, of_ada, "R", "controlla").await;
    looked.says("vale di nuovo, e il dubbio è risolto");
    saved(world, of_ada, "R").await;
    assert_eq!(kinds_of(&open_tasks(world).await), Vec::<&str>::new());
    world.browser().get(&check).await.says("Attestazione valida");
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(
        mail.text.contains("L’attestazione di questo workshop che hai ricevuto vale di nuovo"),
        "{}",
        mail.text
    );
});

on_both!(what_a_mark_of_one_edition_carries_in_a_later_one_is_in_doubt_there_too, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    hold(world, &[(ADA, "P")], &[(ADA, "P")]).await;
    let (mark, old) = (second(world, ADA).await, world.edition().await);
    assert_eq!(world.import(&winter()).await, Ok(Imported::Created));
    let new = world.edition().await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post("/corso/iscrizione", &[("edizione", "autunno-2015")]).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    for (day, evening) in
        [(1, "2014-11-12T18:00:00Z"), (2, "2014-11-19T18:00:00Z"), (3, "2014-11-26T18:00:00Z")]
    {
        world.go_to(evening).await;
        world.register("corso", day, &[(ADA, "P")]).await;
        world.wait(chrono::TimeDelta::minutes(31)).await;
    }
    let paper = publish(world, ADA).await;
    // It is over, and another one was published since.
    world.go_to("2015-01-10T08:00:00Z").await;
    let mut later = next_season();
    (later.edition.key, later.edition.title_it) = ("autunno-2016".into(), "Autunno 2016".into());
    for offered in &mut later.offerings {
        offered.slug = offered.slug.replace("2015", "2016");
    }
    assert_eq!(world.import(&later).await, Ok(Imported::Created));
    let looked = correct(world, mark, "A", "controlla").await;
    assert_eq!(looked.status, 200);
    for sentence in ["Aveva raggiunto la regola", "Ha un posto nel corso che si basa", "C’è già un attestato"]
    {
        looked.says(&format!("Nell’edizione «Autunno 2015» {sentence}"));
    }
    let before = world.mails_to(ADA).len();
    saved(world, mark, "A").await;
    assert_eq!(kinds_of(&tasks_of(world, old).await), ["rule-in-doubt"]);
    assert_eq!(kinds_of(&tasks_of(world, new).await), ["rule-in-doubt", "certificate-in-doubt"]);
    let papers = certificates::of_person(world.desk.store.reader(), mark.1).await.unwrap();
    assert_eq!(papers, [paper], "nothing is revoked");
    assert_eq!(letters(world, ADA, before), ["mark-corrected"]);
    let mail = world.mails_to(ADA).pop().unwrap();
    assert!(mail.text.contains("Questa presenza conta anche per «Autunno 2015»"), "{}", mail.text);
    world.admin().await.get("/gestione/da-fare").await.says("vale anche per Autunno 2015");
    saved(world, mark, "P").await;
    for edition in [old, new] {
        assert_eq!(kinds_of(&tasks_of(world, edition).await), Vec::<&str>::new(), "edition {edition}");
    }
});

on_both!(what_a_correction_means_for_somebody_on_their_way_in_the_next_edition_is_shown_first, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let mark = second(world, ADA).await;
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{THIRD}-2015/iscrizione"), &[]).await.status, 303);
    assert_eq!(ada.post("/corso/iscrizione", &[("edizione", "autunno-2015")]).await.status, 303);
    let looked = correct(world, mark, "P", "controlla").await;
    assert_eq!(looked.status, 200);
    looked.says("Nell’edizione «Autunno 2015» Il posto provvisorio nel corso diventa definitivo");
    assert_eq!(world.states(ADA, "corso").await, ["provisional"], "nothing is saved yet");
    saved(world, mark, "P").await;
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
});
