//! Papers and people: nobody is erased over a doubt, or silently out of what they lead; a certificate outlives its
//! person and can still be revoked; what somebody without an address is told of one is true; and a name that cannot be
//! printed is told to whoever has it.

use percorso::domain::role::Role;
use percorso::store::attendance;
use percorso::store::calls;
use percorso::store::people::{self, Person};

use crate::corrections::{kinds_of, open_tasks};
use crate::finished_course::{PAGE, finished, press, publish, rename};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::to_say;

/// The office corrects somebody's mark of a day of the course.
async fn correct(world: &World, person: i64, day: i64, letter: &str) {
    let session = world.session("corso", day).await;
    let last = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap().remove(&person);
    let seen = last.map_or(0, |row| row.id).to_string();
    let fields = [
        ("valore", letter),
        ("motivo", "Controllato sul foglio"),
        ("versione", seen.as_str()),
        ("azione", "salva"),
    ];
    let path = format!("/gestione/presenze/{session}/{person}");
    let saved = world.admin().await.post(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    world.settle().await;
}

/// From now on somebody has a phone alone; gives back who.
async fn phone_alone(world: &World, email: &str) -> i64 {
    let tx = world.desk.store.begin().await.unwrap();
    let person = people::by_email(&tx, email).await.unwrap().unwrap();
    let id = person.id;
    let row = Person { email: None, phone: Some("02 1234567".to_owned()), ..person };
    people::save(&tx, row).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// What is to be said to somebody is said.
async fn all_said(world: &World, person: i64) {
    for call in calls::open_of(world.desk.store.reader(), person).await.unwrap() {
        let done = format!("/gestione/telefonate/{}/fatto", call.task_id);
        assert_eq!(world.admin().await.post(&done, &[]).await.status, 303);
    }
}

/// The office publishes for somebody without an address; what the page says then.
async fn publish_to(world: &World, person: i64) -> Answer {
    let person = person.to_string();
    let done = press(world, "pubblica", &[("persona", person.as_str())]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    world.settle().await;
    let there = done.location.unwrap();
    world.admin().await.get(there.split('#').next().unwrap()).await
}

/// Revokes the valid certificate of somebody.
async fn revoke_of(world: &World, person: i64) -> Answer {
    let course = world.offering("corso").await;
    let row = percorso::store::certificates::valid_of(world.desk.store.reader(), person, course).await;
    let act = format!("{}/revoca", row.unwrap().unwrap().id);
    let done = press(world, &act, &[("motivo", "Un errore nostro")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    world.settle().await;
    let there = done.location.unwrap();
    world.admin().await.get(there.split('#').next().unwrap()).await
}

on_both!(nobody_is_erased_while_their_certificate_is_in_doubt, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    publish(world, ADA).await;
    let (admin, person) = (world.admin().await, world.person(ADA).await);
    correct(world, person, 2, "A").await;
    let path = format!("/gestione/persone/{person}/cancella");
    let link = format!("href=\"/gestione/attestati?edizione=autunno-2014&amp;persona={person}#p{person}\"");
    let page = admin.get(&path).await;
    page.says("L’attestato di questa persona è in dubbio");
    assert!(page.body.contains(&link), "{}", page.body);
    assert!(!page.body.contains("name=\"conferma\""), "nothing to confirm: {}", page.body);
    admin.get(&format!("/en{path}")).await.says("This person’s certificate is in doubt");
    let refused = admin.post(&path, &[("conferma", "Prova")]).await;
    assert_eq!(refused.status, 422);
    refused.says("prima decidi");
    assert_eq!(kinds_of(&open_tasks(world).await), ["certificate-in-doubt"]);
    let task = open_tasks(world).await.pop().unwrap();
    let settled = [("motivo", "Va bene così.")];
    assert_eq!(admin.post(&format!("/gestione/da-fare/{}", task.id), &settled).await.status, 303);
    admin.get(&path).await.says("L’attestato AMA-2014-0001 resta valido");
    assert_eq!(admin.post(&path, &[("conferma", "Prova")]).await.status, 303);
});

on_both!(the_certificate_of_somebody_who_was_erased_can_still_be_revoked, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let (admin, person) = (world.admin().await, world.person(ADA).await);
    let erased = admin.post(&format!("/gestione/persone/{person}/cancella"), &[("conferma", "Prova")]).await;
    assert_eq!(erased.status, 303, "{}", erased.text());
    world.settle().await;
    let before = world.mails_to(ADA).len();
    let act = format!("{PAGE}/{}/revoca", row.id);
    let page = admin.get(PAGE).await;
    page.says("AMA-2014-0001");
    assert!(page.body.contains(&format!("action=\"{act}\"")), "{}", page.body);
    admin.get(&format!("/en{PAGE}")).await.says("Certificates of people who were erased");
    assert_eq!(admin.post(&act, &[("motivo", " ")]).await.status, 422);
    let done = admin.post(&act, &[("motivo", "Le presenze erano di un’altra persona")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    world.settle().await;
    let after = admin.get(&done.location.unwrap()).await;
    after.says("Attestato revocato.");
    assert!(!after.text().contains("arriva una mail"), "{}", after.text());
    assert!(!after.body.contains(&act), "{}", after.body);
    world.browser().get(&format!("/v/{}", row.code)).await.says("Non più valido");
    assert_eq!(world.mails_to(ADA).len(), before, "nobody is left to write to");
    assert_eq!(admin.post(&act, &[("motivo", "Ancora")]).await.status, 303, "a second click changes nothing");
    assert_eq!(world.mails_to(ADA).len(), before);
});

on_both!(what_somebody_leads_and_may_do_is_named_before_they_are_erased, |world| {
    world.programme(|_| {}).await;
    world.with_role(TRAINER, Role::Secretary).await;
    world.go_to("2014-09-25T07:00:00Z").await;
    let (admin, person) = (world.admin().await, world.person(TRAINER).await);
    let page = admin.get(&format!("/gestione/persone/{person}/cancella")).await;
    page.says("Il ruolo nell’ufficio: Segreteria");
    page.says("poi non lo conduce nessuno");
    let way = |id: i64| format!("href=\"/gestione/sessioni/{id}/conduce\"");
    for (key, number) in [("workshop-2", 1), ("corso", 1), ("corso", 7)] {
        let session = world.session(key, number).await;
        assert!(page.body.contains(&way(session)), "{key} {number}: {}", page.body);
    }
    let held = world.session("workshop-1", 1).await;
    assert!(!page.body.contains(&way(held)), "that one is over");
    let english = admin.get(&format!("/en/gestione/persone/{person}/cancella")).await;
    english.says("then nobody leads it");
});

on_both!(a_certificate_printed_anew_leaves_what_else_is_to_be_said_on_the_phone, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let ada = phone_alone(world, ADA).await;
    correct(world, ada, 2, "A").await;
    assert_eq!(to_say(world, ada).await, ["mark-corrected"]);
    assert_eq!(press(world, &format!("{}/riemetti", row.id), &[]).await.status, 303);
    world.settle().await;
    let mut both = to_say(world, ada).await;
    both.sort();
    assert_eq!(both, ["certificate-ready", "mark-corrected"]);
    let list = world.admin().await.get("/gestione/telefonate").await;
    list.says("AMA-2014-0001/b");
    list.says("Adesso risulta: non presente");
});

on_both!(of_a_certificate_that_was_revoked_before_anybody_heard_of_it_nothing_is_said, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let ada = phone_alone(world, ADA).await;
    publish_to(world, ada).await;
    assert_eq!(to_say(world, ada).await, ["certificate-ready"]);
    revoke_of(world, ada).await;
    assert_eq!(to_say(world, ada).await, Vec::<String>::new());
    publish_to(world, ada).await;
    all_said(world, ada).await;
    revoke_of(world, ada).await;
    assert_eq!(to_say(world, ada).await, ["certificate-revoked"], "of this one they have heard");
});

on_both!(whoever_has_no_address_is_to_be_called_and_no_mail_is_promised, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    let bea = phone_alone(world, BEA).await;
    let asked = world.admin().await.get(&format!("{PAGE}?edizione=autunno-2014&tutti=si")).await;
    asked.says("Pubblicare 2 attestati?");
    asked.says("Parte 1 mail");
    asked.says("1 persona senza email va avvisata per telefono");
    assert!(!asked.text().contains("una mail per ognuno"), "{}", asked.text());
    let one = world.admin().await.get(&format!("{PAGE}?edizione=autunno-2014&uno={bea}")).await;
    assert!(!one.text().contains("Parte 1 mail"), "{}", one.text());
    let said = publish_to(world, bea).await;
    said.says("Attestato pubblicato. La persona non ha un’email: va avvisata per telefono");
    let said = revoke_of(world, bea).await;
    assert!(!said.text().contains("Alla persona arriva una mail"), "{}", said.text());
});

on_both!(a_statement_that_cannot_be_printed_says_so_and_where_the_name_is_corrected, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let paper = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-1").await);
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(chrono::TimeDelta::minutes(31)).await;
    rename(world, ADA, "Ada 😀", "Prova").await;
    let ada = world.signed_in(ADA).await;
    let path = ada.get("/mio-percorso").await;
    path.says("Il tuo nome non si può stampare così com’è scritto");
    assert!(path.body.contains("href=\"/mio-percorso/nome\""), "{}", path.body);
    let refused = ada.get(&paper).await;
    assert_eq!(refused.status, 422);
    refused.says("Non possiamo stampare questo carattere: 😀");
    assert!(refused.body.contains("action=\"/mio-percorso/nome\""), "{}", refused.body);
    for way in ["/mio-percorso/nome", "/en/mio-percorso/nome"] {
        assert_eq!(ada.get(way).await.status, 200, "{way}");
    }
    let name = |given: &'static str| [("nome", given), ("cognome", "Prova"), ("edizione", "")];
    let again = ada.post("/mio-percorso/nome", &name("Ada 😀")).await;
    assert_eq!(again.status, 422);
    again.says("Non possiamo stampare questo carattere: 😀");
    let done = ada.post("/mio-percorso/nome", &name("Ada")).await;
    assert_eq!(done.status, 303, "{}", done.text());
    ada.get(&done.location.unwrap()).await.says("Grazie: il nome è corretto.");
    assert_eq!(ada.get(&paper).await.status, 200);
    assert_eq!(ada.get("/mio-percorso/nome").await.status, 404, "now there is nothing to correct");
    assert_eq!(ada.post("/mio-percorso/nome", &name("Gina")).await.status, 404);
});

on_both!(a_doubt_about_a_certificate_names_only_the_ways_out_that_there_are, |world| {
    finished(world, &[("Ada", ADA, "PPA"), ("Bea", BEA, "PPP")]).await;
    publish(world, ADA).await;
    publish(world, BEA).await;
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let advice = "riemettilo con le presenze di adesso";
    correct(world, ada, 1, "A").await;
    let list = world.admin().await.get("/gestione/da-fare").await;
    list.says("Ha un attestato che dice altro rispetto al registro");
    list.says("le presenze di adesso non bastano");
    assert!(!list.text().contains(advice), "1 day of 3 earns none: {}", list.text());
    let english = world.admin().await.get("/en/gestione/da-fare").await;
    english.says("the attendance by now does not earn one");
    correct(world, bea, 1, "A").await;
    world.admin().await.get("/gestione/da-fare").await.says(advice);
});

on_both!(whoever_has_a_name_that_cannot_be_printed_is_asked_to_correct_it_not_to_confirm_it, |world| {
    finished(world, &[("Ada 😀", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    world.settle().await;
    let (ada, bea) = (world.mails_to(ADA).pop().unwrap(), world.mails_to(BEA).pop().unwrap());
    assert_eq!((ada.kind(), bea.kind()), ("check-name", "check-name"));
    assert!(ada.text.contains("non si può stampare"), "{}", ada.text);
    for untrue in ["sarà scritto così", "conferma con un clic"] {
        assert!(!ada.text.contains(untrue), "{untrue}: {}", ada.text);
        assert!(bea.text.contains(untrue), "{untrue}: {}", bea.text);
    }
});
