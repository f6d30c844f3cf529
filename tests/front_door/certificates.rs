//! Certificates in the office: who is proposed and why somebody is not, one published and all of them, printed anew,
//! revoked.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::jobs::Jobs;
use percorso::mail::postman::Postman;
use percorso::mail::transport::Transport;
use percorso::store::{audit, certificate_batches, certificates};
use percorso::usecases::Desk;
use percorso::usecases::award_all::{AT_ONCE, Trouble, go_on};

use crate::finished_course::{
    PAGE, certificate, close_day, finished, hold_day, on_the_course, press, printed, publish, rename,
};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";
const OFFICE: &str = "ufficio@percorso.example";

/// The numbers of the kinds of letters that somebody got.
fn letters(world: &World, email: &str, kind: &str) -> usize {
    world.mails_to(email).iter().filter(|mail| mail.kind() == kind).count()
}

on_both!(nobody_is_proposed_until_every_register_of_the_course_is_in_effect, |world| {
    on_the_course(world, &[("Ada", ADA)]).await;
    hold_day(world, 1, &[(ADA, "P")]).await;
    hold_day(world, 2, &[(ADA, "P")]).await;
    close_day(world, 3, &[(ADA, "P")]).await;
    let page = world.admin().await.get(PAGE).await;
    page.says("2 su 3");
    page.says("Il registro non ha ancora avuto effetto: mer 5 nov");
    let ada = world.person(ADA).await.to_string();
    for (act, sentence) in [
        ("pubblica", "Per questo attestato manca ancora qualcosa"),
        ("tutti", "Adesso non c’è nessun attestato da pubblicare"),
        ("nomi", "Adesso non c’è nessuno a cui chiedere il nome"),
    ] {
        let answer = press(world, act, &[("persona", &ada)]).await;
        assert_eq!(answer.status, 422, "{act}");
        answer.says(sentence);
    }
    assert_eq!(certificate(world, ADA).await, None);
    world.wait(TimeDelta::minutes(31)).await;
    world.admin().await.get(PAGE).await.says("Da pubblicare");
    assert_eq!(press(world, "pubblica", &[("persona", &ada)]).await.status, 303);
});

on_both!(each_who_is_not_ready_is_told_with_the_reason, |world| {
    let people = [("Ada", ADA, "PPA"), ("Bea", BEA, "PAA"), ("Ciro", CIRO, "P-A"), ("Dina 𓀀", DINA, "PPP")];
    finished(world, &people).await;
    let page = world.admin().await.get(PAGE).await;
    page.says("0 attestati pubblicati, 1 da pubblicare.");
    page.says("1 giornata su 3: ne servono 2");
    page.says("Manca il segno nel registro: mer 29 ott");
    page.says("Nel nome c’è un carattere che non si può stampare: 𓀀");
    world.admin().await.get(&format!("/en{PAGE}")).await.says("1 day of 3: 2 are needed");
    for email in [BEA, CIRO, DINA] {
        let person = world.person(email).await.to_string();
        assert_eq!(press(world, "pubblica", &[("persona", &person)]).await.status, 422, "{email}");
    }
});

on_both!(without_a_number_of_days_nothing_is_proposed, |world| {
    world.programme(|_| {}).await;
    let page = world.admin().await.get(PAGE).await;
    page.says("finché manca, non si propone niente");
});

on_both!(one_is_published_with_its_number_and_the_person_reads_it_on_their_path, |world| {
    finished(world, &[("Ada", ADA, "PPA"), ("Bea", BEA, "PPP")]).await;
    let row = publish(world, ADA).await;
    assert_eq!(row.number_text().as_deref(), Some("AMA-2014-0001"));
    assert_eq!(printed(world, &row).await, "Ada Prova");
    let awarded = row.awarded().unwrap();
    assert_eq!((awarded.attended(), awarded.of(), awarded.workshops.len()), (2, 3, 2));
    assert!(!row.facts.contains("Ada") && !row.facts.contains("Prova"), "no name among the facts");
    assert_eq!(letters(world, ADA, "certificate-ready"), 1);
    assert_eq!(publish(world, ADA).await.id, row.id, "a second click changes nothing");
    assert_eq!(letters(world, ADA, "certificate-ready"), 1);
    let ada = world.signed_in(ADA).await;
    ada.get("/mio-percorso").await.says("Il tuo attestato è pronto");
    ada.get("/en/mio-percorso").await.says("Your certificate is ready");
    let paper = ada.get("/mio-percorso/attestato.pdf").await;
    assert_eq!((paper.status, paper.header("Content-Type")), (200, Some("application/pdf")));
    let named = "attachment; filename=\"attestato-AMA-2014-0001.pdf\"";
    assert_eq!(paper.header("Content-Disposition"), Some(named));
    let bea = world.signed_in(BEA).await;
    assert_eq!(bea.get("/mio-percorso/attestato.pdf").await.status, 404);
    let stages = world.admin().await.get("/gestione?tappa=certificate").await;
    assert!(stages.text().contains("Prova Ada") && !stages.text().contains("Prova Bea"));
    let acts = audit::of_person(world.desk.store.reader(), row.person_id).await.unwrap();
    let published: Vec<_> = acts.iter().filter(|act| act.act == "publish_certificate").collect();
    assert_eq!(published.len(), 1);
    assert_eq!(published[0].actor_id, row.issued_by);
});

on_both!(nobody_publishes_prints_or_revokes_their_own, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    let ada = world.with_role(ADA, Role::Secretary).await;
    let (edition, person) = (world.edition().await.to_string(), world.person(ADA).await.to_string());
    let own = [("edizione", edition.as_str()), ("persona", person.as_str())];
    let answer = ada.post(&format!("{PAGE}/pubblica"), &own).await;
    assert_eq!(answer.status, 422);
    answer.says("Questa decisione riguarda te: la prende un’altra persona.");
    answer.says("Il tuo attestato lo pubblica un’altra persona dell’ufficio.");
    assert_eq!(ada.post(&format!("{PAGE}/tutti"), &own[..1]).await.status, 303);
    world.settle().await;
    assert!(certificate(world, BEA).await.is_some() && certificate(world, ADA).await.is_none());
    let row = publish(world, ADA).await;
    for (act, fields) in [("riemetti", vec![]), ("revoca", vec![("motivo", "prova")])] {
        assert_eq!(ada.post(&format!("{PAGE}/{}/{act}", row.id), &fields).await.status, 422, "{act}");
    }
    assert!(certificate(world, ADA).await.is_some());
});

on_both!(all_are_published_with_progress_and_a_restart_in_between_loses_and_doubles_nothing, |world| {
    let emails: Vec<String> = (0..AT_ONCE + 2).map(|n| format!("persona{n}@posta.example")).collect();
    let people: Vec<(&str, &str, &str)> = emails.iter().map(|email| ("Ada", email.as_str(), "PPP")).collect();
    finished(world, &people).await;
    assert_eq!(press(world, "tutti", &[]).await.status, 303);
    assert_eq!(
        go_on(&world.desk, &mut Trouble::default()).await.unwrap(),
        AT_ONCE,
        "then the program is stopped"
    );
    let page = world.admin().await.get(PAGE).await;
    page.says(&format!("Pubblicazione in corso: {AT_ONCE} su {}", AT_ONCE + 2));
    assert_eq!(press(world, "tutti", &[]).await.status, 303, "a second click is the same request");
    let desk = Desk { store: world.database.store().await, ..world.desk.clone() };
    let transport = Transport::files(&world.database.mail_folder()).unwrap();
    let jobs = Jobs::new(desk.clone(), Postman::new(world.views.clone(), transport), "test".into());
    jobs.settle().await.unwrap();
    let rows = certificates::last_of(desk.store.reader(), world.offering("corso").await).await.unwrap();
    let mut numbers: Vec<i64> = rows.values().filter_map(|row| row.number).collect();
    numbers.sort_unstable();
    let without_a_gap: Vec<i64> = (1..).take(AT_ONCE + 2).collect();
    assert_eq!(numbers, without_a_gap);
    for email in &emails {
        assert_eq!(letters(world, email, "certificate-ready"), 1, "{email}");
    }
    let batch =
        certificate_batches::last_of(desk.store.reader(), world.edition().await).await.unwrap().unwrap();
    assert_eq!((batch.done, batch.total), (batch.total, i64::try_from(AT_ONCE).unwrap() + 2));
    assert!(batch.finished_at.is_some());
    desk.store.close().await.unwrap();
    world.admin().await.get(PAGE).await.says("Ultima pubblicazione: 12 attestati");
});

on_both!(with_a_corrected_name_it_keeps_its_number_with_a_letter_and_gets_a_new_code, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let old = publish(world, ADA).await;
    let again = format!("{}/riemetti", old.id);
    let same = press(world, &again, &[]).await;
    assert_eq!(same.status, 422);
    same.says("Il nome è scritto come sull’attestato");
    rename(world, ADA, "Adà", "Prova").await;
    world.admin().await.get(PAGE).await.says("Ora il nome è scritto così: Adà Prova");
    assert_eq!(press(world, &again, &[]).await.status, 303);
    world.settle().await;
    let new = certificate(world, ADA).await.unwrap();
    assert_eq!(new.number_text().as_deref(), Some("AMA-2014-0001/b"));
    assert_eq!(
        (printed(world, &new).await, printed(world, &old).await),
        ("Adà Prova".into(), "Ada Prova".into())
    );
    assert_ne!(new.code, old.code);
    let before = world.browser().get(&format!("/v/{}", old.code)).await;
    before.says("Sostituito da uno più recente");
    before.says("AMA-2014-0001/b");
    world.browser().get(&format!("/v/{}", new.code)).await.says("Attestato valido");
    assert_eq!(letters(world, ADA, "certificate-ready"), 2);
    assert_eq!(press(world, &again, &[]).await.status, 303, "a second click");
    world.settle().await;
    assert_eq!(certificate(world, ADA).await.map(|valid| valid.id), Some(new.id), "prints nothing");
    assert_eq!(letters(world, ADA, "certificate-ready"), 2);
});

on_both!(a_revoked_one_says_so_at_the_check_without_the_reason_which_the_person_reads, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let revoke = format!("{}/revoca", row.id);
    let without = press(world, &revoke, &[("motivo", "  ")]).await;
    assert_eq!(without.status, 422);
    without.says("Scrivi il motivo.");
    assert!(without.body.contains(&format!("href=\"#motivo-{}\"", row.id)));
    let reason = "Due presenze erano di un’altra persona";
    assert_eq!(press(world, &revoke, &[("motivo", reason)]).await.status, 303);
    world.settle().await;
    let check = world.browser().get(&format!("/v/{}", row.code)).await;
    check.says("Non più valido");
    assert!(!check.text().contains("presenze erano") && !check.text().contains("A. Prova"));
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "certificate-revoked");
    assert!(letter.text.contains(reason));
    let ada = world.signed_in(ADA).await;
    assert!(!ada.get("/mio-percorso").await.text().contains("Il tuo attestato è pronto"));
    assert_eq!(ada.get("/mio-percorso/attestato.pdf").await.status, 404);
    assert_eq!(press(world, "tutti", &[]).await.status, 422, "given again by name only");
    let (admin, person) = (world.admin().await, world.person(ADA).await);
    for page in ["/gestione".to_owned(), format!("/gestione/persone/{person}")] {
        let page = admin.get(&page).await;
        page.says("Attestato revocato");
        assert!(!page.text().contains("manca solo la pubblicazione"), "{}", page.text());
    }
    assert_eq!(publish(world, ADA).await.number_text().as_deref(), Some("AMA-2014-0002"));
    world.browser().get(&format!("/v/{}", row.code)).await.says("Non più valido");
});

on_both!(the_office_asks_about_names_once_and_the_answer_is_what_is_printed, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PAA")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    world.settle().await;
    assert_eq!((letters(world, ADA, "check-name"), letters(world, BEA, "check-name")), (1, 0));
    assert_eq!(press(world, "nomi", &[]).await.status, 422, "once in an edition");
    let link = world.mails_to(ADA).pop().unwrap().link("/mio-percorso/nome");
    let ada = world.signed_in(ADA).await;
    ada.get("/mio-percorso").await.says("Controlla il tuo nome sull’attestato");
    ada.get(&link).await.says("Ada Prova");
    let key = link.split_once('=').unwrap().1;
    let name =
        |given: &'static str, family: &'static str| [("nome", given), ("cognome", family), ("edizione", key)];
    let wrong = ada.post("/mio-percorso/nome", &name("Adele", "")).await;
    assert_eq!(wrong.status, 422);
    wrong.says("Scrivi il cognome");
    assert!(wrong.body.contains("value=\"Adele\""), "what was typed is kept");
    let unprintable = ada.post("/mio-percorso/nome", &name("Adele", "𓀀")).await;
    assert_eq!(unprintable.status, 422);
    unprintable.says("Non possiamo stampare questo carattere: 𓀀");
    let ours = "Il nome che abbiamo non si può stampare";
    assert!(!unprintable.text().contains(ours), "only what she typed: {}", unprintable.text());
    assert_eq!(ada.post("/mio-percorso/nome", &name("Adele", "Prova")).await.status, 303);
    world.admin().await.get(PAGE).await.says("Nome corretto dalla persona");
    let row = publish(world, ADA).await;
    assert_eq!(printed(world, &row).await, "Adele Prova");
    assert_eq!(ada.post("/mio-percorso/nome", &name("Ada", "Prova")).await.status, 422, "it is on paper");
    assert_eq!(world.signed_in(BEA).await.get("/mio-percorso/nome").await.status, 404, "she was not asked");
});

on_both!(whoever_works_in_the_office_is_named_in_the_audit_of_a_batch, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    assert_eq!(press(world, "tutti", &[]).await.status, 303);
    world.settle().await;
    let row = certificate(world, ADA).await.unwrap();
    assert_eq!(row.issued_by, Some(world.person(OFFICE).await));
});
