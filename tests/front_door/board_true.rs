//! What the board and "Da fare oggi" say is so: a missing mark is no absence, a refused letter can be settled, what is over
//! is nothing to do any more, and a rule that nobody can reach is named before it is shown.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::Rule;
use percorso::domain::role::Role;
use percorso::store::outbox::{self, OutboxLetter};
use percorso::store::{audit, tasks};

use crate::day_lines::{leads, to};
use crate::editions::edition;
use crate::finished_course::finished;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, on_the_course, rule};
use crate::harness::{Mail, World};
use crate::on_both;

const AT_RISK: &str = "persona non arriva alle giornate";
pub const REFUSED: &str = "mail rifiutata";
pub const REFUSED_ONES: &str = "/gestione/posta?stato=refused";

/// A mail server refuses the newest letter of a kind to Ada now, as far as the outbox knows.
pub async fn refuse(world: &World, kind: &str) -> OutboxLetter {
    world.settle().await;
    let person = world.person(ADA).await;
    let all = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let letter = all.into_iter().find(|letter| letter.kind == kind).expect("the letter");
    let tx = world.desk.store.begin().await.unwrap();
    let (payload, why, now) = (letter.payload.clone(), Some("550 no".to_owned()), world.desk.clock.now());
    outbox::end(&tx, letter.id, "refused", payload, why, now).await.unwrap();
    tx.commit().await.unwrap();
    letter
}

/// What the office was last written on a Monday.
fn digest(world: &World) -> Mail {
    world.mails().into_iter().rfind(|mail| mail.kind() == "digest").expect("a digest")
}

on_both!(a_day_without_a_mark_is_no_absence_from_the_course, |world| {
    on_the_course(world).await;
    let six = Rule { certificate_days: Some(6), ..rule(world).await };
    change(world, vec![Edit::Rule { to: six }]).await;
    world.go_to("2014-10-22T15:00:00Z").await;
    world.register("corso", 1, &[(ADA, "P"), (BEA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    world.go_to("2014-10-29T16:00:00Z").await;
    world.register("corso", 2, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let path = world.signed_in(BEA).await.get("/mio-percorso").await;
    assert!(!path.text().contains("Parliamo del tuo attestato"), "{}", path.text());
    path.says("da qui in poi servono tutte");
    assert_eq!(leads(world, AT_RISK).await, None);
    let last = "/gestione?edizione=autunno-2014&filtro=no-day-to-miss";
    assert_eq!(leads(world, "persona non può più mancare a nessuna giornata").await, to(last));
    let board = world.admin().await.get(last).await;
    board.says("Prova Bea");
    assert!(!board.text().contains("Sotto il minimo"), "{}", board.text());
});

on_both!(whoever_lacks_only_a_mark_at_the_end_of_the_course_is_told_that_and_no_absence, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PA-")]).await;
    let path = world.signed_in(BEA).await.get("/mio-percorso").await;
    assert!(!path.text().contains("Parliamo del tuo attestato"), "{}", path.text());
    path.says("nei registri manca ancora il tuo segno");
    assert!(!path.text().contains("servono tutte"), "no day is left: {}", path.text());
    assert_eq!(leads(world, AT_RISK).await, None);
    world.admin().await.get("/gestione/attestati").await.says("Manca il segno nel registro");
});

on_both!(a_refused_letter_is_settled_with_a_word_of_why_that_the_others_see, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let letter = refuse(world, "place-confirmed").await;
    let admin = world.admin().await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    let page = format!("/gestione/posta/{}", letter.id);
    let form = format!("{page}/fatto");
    admin.get(&page).await.says("Fatto: ho telefonato");
    let empty = admin.post(&form, &[("motivo", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("id=\"motivo-e\""), "the sentence is at its field: {}", empty.body);
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    let looks_only = world.with_role("guarda@percorso.example", Role::Reader).await;
    assert_eq!(looks_only.post(&form, &[("motivo", "Fatto.")]).await.status, 403);
    for _ in 0..2 {
        let settled = admin.post(&form, &[("motivo", "Ho telefonato: sa tutto.")]).await;
        assert_eq!(settled.status, 303, "{}", settled.text());
    }
    assert_eq!(leads(world, REFUSED).await, None);
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    secretary.get(&page).await.says("Ho telefonato: sa tutto.");
    let list = secretary.get("/gestione/da-fare").await;
    list.says("Prova Ada: una mail rifiutata");
    list.says("Ho telefonato: sa tutto.");
    let second = secretary.post(&form, &[("motivo", "Fatto.")]).await;
    assert_eq!(second.status, 422);
    second.says("Nel frattempo se n’è occupata un’altra persona");
    let reader = world.desk.store.reader();
    let all = audit::of_person(reader, world.person(ADA).await).await.unwrap();
    let acts: Vec<_> = all.iter().filter(|row| row.act == "settle_task").map(|row| row.subject_id).collect();
    assert_eq!(acts, [Some(letter.id)]);
    assert_eq!(tasks::open(reader).await.unwrap().len(), 0, "nothing is left to do");
    world.wait(TimeDelta::hours(1)).await;
    refuse(world, "place-confirmed").await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES), "refused once more, it is to be settled anew");
});

on_both!(a_refused_letter_that_holds_no_more_or_signs_somebody_in_is_nothing_to_do, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(ada.post("/esci", &[]).await.status, 303);
    assert_eq!(world.browser().post("/accedi", &[("email", ADA)]).await.status, 303);
    refuse(world, "sign-in").await;
    assert_eq!(leads(world, REFUSED).await, None, "whoever wants in asks for another one");
    let letter = refuse(world, "place-confirmed").await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    world.go_to("2014-09-29T08:00:00Z").await;
    assert_eq!(leads(world, "mail rifiutat").await, None, "the workshop is over");
    let monday = digest(world);
    assert!(!monday.text.contains("rifiutat"), "{}", monday.text);
    let page = world.admin().await.get(&format!("/gestione/posta/{}", letter.id)).await;
    page.says("Quello che dice questa mail non vale più: non c’è niente da fare.");
    assert!(!page.body.contains("/di-nuovo"), "nor is it sent again");
});

on_both!(once_the_course_is_over_nobody_is_to_be_spoken_to_before_its_end, |world| {
    world.admin().await;
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "AAA")]).await;
    world.go_to("2014-11-10T08:00:00Z").await;
    assert_eq!(leads(world, AT_RISK).await, None);
    let monday = digest(world);
    assert!(monday.text.contains("pronto da pubblicare"), "{}", monday.text);
    assert!(!monday.text.contains("non arriva alle giornate"), "{}", monday.text);
});

on_both!(a_register_that_was_just_closed_says_from_when_it_holds, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T16:00:00Z").await;
    let admin = world.admin().await;
    let person = format!("/gestione/persone/{}", world.person(ADA).await);
    for path in ["/gestione", person.as_str()] {
        admin.get(path).await.says("Registro aperto");
    }
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    for path in ["/gestione", person.as_str()] {
        let page = admin.get(path).await;
        page.says("Il registro del suo workshop è chiuso: vale dalle 18:30");
        assert!(!page.text().contains("Registro aperto"), "{path}: {}", page.text());
    }
});

on_both!(a_rule_that_asks_for_more_days_than_the_course_has_is_named_before_it_is_shown, |world| {
    world.programme(|file| file.edition.rule.certificate_days = Some(6)).await;
    for number in [6, 7] {
        let session = world.session("corso", number).await;
        change(world, vec![Edit::CancelSession { session }]).await;
    }
    let admin = world.admin().await;
    let copy = [("titolo_it", "Autunno 2015"), ("chiave", "autunno-2015"), ("da", "autunno-2014")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &copy).await.status, 303);
    let new = edition(world, "autunno-2015").await;
    let (course, version) = (new.course_days(), new.edition.version.to_string());
    assert_eq!(course, Some(5), "what was called off is not copied");
    let says = "Per l’attestato servono 6 giornate, ma il corso ne ha 5: così nessuno ci arriva.";
    let stands = "/gestione/edizioni/autunno-2015/stato";
    admin.get(stands).await.says(says);
    let ids: Vec<String> = new.offerings.iter().map(|offered| offered.row.id.to_string()).collect();
    let mut form = vec![("versione", version.as_str()), ("azione", "controlla")];
    form.extend(ids.iter().map(|id| ("offerta", id.as_str())));
    let checked = admin.post(stands, &form).await;
    checked.says("Cosa cambia per le persone");
    checked.says(says);
    let last = ids.last().expect("the course");
    admin.get(&format!("/gestione/offerte/{last}/stato")).await.says(says);
});
