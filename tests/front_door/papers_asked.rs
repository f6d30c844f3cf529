//! One certificate is published after the page has asked, where nobody has confirmed its name; and whatever is
//! done about certificates leads back to the list one was reading.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::name_checks::{self, NameCheck};

use crate::editions::with;
use crate::filled::filled;
use crate::finished_course::{PAGE, certificate, finished, press, publish, rename};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA};
use crate::lists_kept::send;
use crate::office_changes::hidden;
use crate::on_both;

/// The list of the edition, as links write it.
pub const LIST: &str = "/gestione/attestati?edizione=autunno-2014";
/// What the page asks before it publishes one.
const ASKED: &str = "Pubblicare 1 attestato?";

/// The row of somebody.
pub fn row(page: &Answer, person: i64) -> String {
    let (_, rest) = page.body.split_once(&format!("id=\"p{person}\"")).expect("a row");
    rest.split("</tr>").next().unwrap_or_default().to_owned()
}

/// Whether a row publishes at one click, and whether it leads to the question.
pub fn ways(page: &Answer, person: i64) -> (bool, bool) {
    let row = row(page, person);
    (row.contains("/attestati/pubblica\""), row.contains(&format!("&amp;uno={person}\"")))
}

/// Asks about the names; Bea answers that hers is right.
async fn bea_confirms(world: &World) {
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    let name = [("nome", "Bea"), ("cognome", "Prova"), ("edizione", "autunno-2014")];
    let said = world.signed_in(BEA).await.post("/mio-percorso/nome", &name).await;
    assert_eq!(said.status, 303, "{}", said.text());
}

on_both!(a_certificate_whose_name_nobody_confirmed_is_published_after_the_page_has_asked, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    bea_confirms(world).await;
    let (admin, ada, bea) = (world.admin().await, world.person(ADA).await, world.person(BEA).await);
    let list = admin.get(LIST).await;
    assert_eq!(ways(&list, bea), (true, false), "she has confirmed her name");
    assert_eq!(ways(&list, ada), (false, true), "she has not");
    let question = format!("{LIST}&uno={ada}");
    let page = admin.get(&question).await;
    let unconfirmed = "1 nome non è ancora confermato.";
    for sentence in [ASKED, "Parte 1 mail", unconfirmed, "Sì, pubblica 1 attestato", "Ada Prova"] {
        page.says(sentence);
    }
    assert!(page.body.contains(&format!("href=\"{LIST}#p{ada}\"")), "the way back: {}", page.body);
    admin.get(&format!("/en{question}")).await.says("1 name is not confirmed yet.");
    assert_eq!(certificate(world, ADA).await, None, "looking publishes nothing");
    let done = send(&admin, &page, &format!("{PAGE}/pubblica"), &[]).await;
    let there = format!("{LIST}&persona={ada}&fatto=certificate-published#p{ada}");
    assert_eq!(done.location, Some(there));
    assert!(certificate(world, ADA).await.is_some() && certificate(world, BEA).await.is_none());
    assert!(!admin.get(&question).await.text().contains(ASKED), "she has hers");
});

/// The office writes somebody's name otherwise; whether the page says that it is to be confirmed anew.
pub async fn office_writes(world: &World, person: i64, given: &str) -> bool {
    let (admin, path) = (world.admin().await, format!("/gestione/persone/{person}/nome"));
    let page = admin.get(&path).await;
    let form = [("nome", given), ("cognome", "Prova"), ("motivo", "")];
    let written = admin.post(&path, &with(&hidden(&page, &format!("action=\"{path}\"")), &form)).await;
    assert_eq!(written.status, 303, "{}", written.text());
    page.text().contains("Quello nuovo andrà confermato di nuovo")
}

on_both!(a_name_that_the_office_writes_otherwise_is_one_that_nobody_confirmed, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    bea_confirms(world).await;
    world.wait(TimeDelta::minutes(1)).await;
    let (admin, bea) = (world.admin().await, world.person(BEA).await);
    let history = format!("/gestione/persone/{bea}");
    admin.get(&history).await.says("Nome per l’attestato confermato");
    assert!(office_writes(world, bea, "Beatrice").await);
    admin.get(&history).await.says("Nome per l’attestato confermato");
    assert_eq!(ways(&admin.get(LIST).await, bea), (false, true), "she has not confirmed this one");
    admin.get(&format!("{LIST}&uno={bea}")).await.says("1 nome non è ancora confermato.");
    assert!(!office_writes(world, bea, "Beatrìce").await, "there is nothing to confirm anew");
    let herself = world.signed_in(BEA).await;
    herself.get("/mio-percorso").await.says("Controlla il tuo nome sull’attestato");
    let asked = herself.get("/mio-percorso/nome?edizione=autunno-2014").await;
    asked.says("Beatrìce Prova");
    assert!(!asked.text().contains("Hai già confermato"), "{}", asked.text());
    world.settle().await;
    let letters = || world.mails_to(BEA).iter().filter(|mail| mail.kind() == "check-name").count();
    assert_eq!(letters(), 1);
    assert_eq!(press(world, "nomi", &[]).await.status, 303, "she is asked once more");
    world.settle().await;
    assert_eq!(letters(), 2);
    assert_eq!(press(world, "nomi", &[]).await.status, 422, "and only once");
    let name = [("nome", "Beatrice"), ("cognome", "Prova"), ("edizione", "autunno-2014")];
    assert_eq!(herself.post("/mio-percorso/nome", &name).await.status, 303);
    assert_eq!(ways(&admin.get(LIST).await, bea), (true, false));
    publish(world, BEA).await;
    assert!(!office_writes(world, bea, "Bea").await, "what is on paper was confirmed");
    let checks = name_checks::of_person(world.desk.store.reader(), bea).await.unwrap();
    assert!(checks.iter().all(NameCheck::is_answered));
});

on_both!(an_old_page_that_confirms_a_name_does_not_take_back_what_the_office_wrote, |world| {
    finished(world, &[("Bea", BEA, "PPP")]).await;
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    let (herself, bea) = (world.signed_in(BEA).await, world.person(BEA).await);
    let path = "/mio-percorso/nome";
    let old = hidden(&herself.get(path).await, &format!("action=\"{path}\""));
    office_writes(world, bea, "Beatrice").await;
    let name = [("nome", "Bea"), ("cognome", "Prova")];
    let refused = herself.post(path, &with(&old, &name)).await;
    assert_eq!(refused.status, 422, "{:?}", refused.location);
    refused.says("Nel frattempo il nome è cambiato");
    assert!(refused.body.contains("value=\"Beatrice\""), "as it is now: {}", refused.text());
    let now = hidden(&refused, &format!("action=\"{path}\""));
    let name = [("nome", "Beatrice"), ("cognome", "Prova")];
    assert_eq!(herself.post(path, &with(&now, &name)).await.status, 303);
    publish(world, BEA).await;
});

on_both!(one_whose_name_was_written_otherwise_since_the_page_asked_is_not_printed, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let question = format!("{LIST}&uno={ada}");
    let page = admin.get(&question).await;
    page.says("Ada Prova");
    office_writes(world, ada, "Adele").await;
    let refused = send(&admin, &page, &format!("{PAGE}/pubblica"), &[]).await;
    assert_eq!((refused.status, certificate(world, ADA).await), (422, None), "{:?}", refused.location);
    refused.says("Nel frattempo il nome è cambiato");
    let again = admin.get(&question).await;
    again.says("Adele Prova");
    assert_eq!(send(&admin, &again, &format!("{PAGE}/pubblica"), &[]).await.status, 303);
});

on_both!(one_that_was_revoked_is_asked_about_too_before_it_is_given_again, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    assert_eq!(press(world, &format!("{}/revoca", row.id), &[("motivo", "prova")]).await.status, 303);
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    assert_eq!(ways(&admin.get(LIST).await, ada), (false, true));
    let page = admin.get(&format!("{LIST}&uno={ada}")).await;
    page.says(ASKED);
    assert_eq!(send(&admin, &page, &format!("{PAGE}/pubblica"), &[]).await.status, 303);
    assert!(certificate(world, ADA).await.is_some());
});

on_both!(the_page_asks_about_nobody_who_cannot_be_published_by_whoever_looks, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PAA")]).await;
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let admin = world.admin().await;
    admin.get(&format!("{LIST}&uno={ada}")).await.says(ASKED);
    for who in [bea.to_string(), "999999".into(), "x".into(), String::new()] {
        let page = admin.get(&format!("{LIST}&uno={who}")).await;
        assert_eq!((page.status, page.text().contains(ASKED)), (200, false), "{who}");
    }
    let reader = world.with_role("legge@percorso.example", Role::Reader).await;
    let page = reader.get(&format!("{LIST}&uno={ada}")).await;
    assert_eq!((page.status, page.text().contains(ASKED)), (200, false), "whoever only looks");
    assert_eq!(ways(&page, ada), (false, false));
    let own = world.with_role(ADA, Role::Secretary).await;
    let page = own.get(&format!("{LIST}&uno={ada}")).await;
    assert_eq!((page.status, page.text().contains(ASKED)), (200, false), "one's own");
});

on_both!(printing_anew_and_revoking_down_a_list_of_one_state_go_on_with_it, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    let (of_ada, of_bea) = (publish(world, ADA).await, publish(world, BEA).await);
    rename(world, ADA, "Adele", "Prova").await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let list = format!("{LIST}&stato=issued");
    let page = admin.get(&list).await;
    let again = send(&admin, &page, &format!("{PAGE}/{}/riemetti", of_ada.id), &[]).await;
    assert_eq!(again.location, Some(format!("{list}&fatto=certificate-reissued#p{ada}")));
    let revoke = format!("{PAGE}/{}/revoca", of_bea.id);
    let without = send(&admin, &page, &revoke, &[("motivo", "  ")]).await;
    assert_eq!(without.status, 422);
    without.says("Scrivi il motivo.");
    let chosen = "edizione=autunno-2014&amp;stato=issued\" aria-current=\"true\"";
    assert!(without.body.contains(chosen), "the filter stays: {}", without.body);
    let done = send(&admin, &without, &revoke, &[("motivo", "prova")]).await;
    assert_eq!(done.location, Some(format!("{list}&fatto=certificate-revoked")));
    let valid = certificate(world, ADA).await.expect("the new one");
    let sent = [("motivo", "prova"), ("stato", "issued"), ("pagina", "2")];
    let done = press(world, &format!("{}/revoca", valid.id), &sent).await;
    assert_eq!(done.location, Some(format!("{list}&pagina=2&fatto=certificate-revoked")));
});

on_both!(what_is_done_for_everybody_leads_back_to_the_page_it_was_asked_from, |world| {
    filled(world, 320).await;
    let admin = world.admin().await;
    let list = format!("{LIST}&stato=ready&pagina=2");
    let page = admin.get(&list).await;
    let names = send(&admin, &page, &format!("{PAGE}/nomi"), &[]).await;
    assert_eq!(names.location, Some(format!("{list}&fatto=names-asked")));
    let question = format!("{list}&tutti=si");
    assert!(page.body.contains(&format!("href=\"{}\"", question.replace('&', "&amp;"))), "{}", page.body);
    let asked = admin.get(&question).await;
    let all = send(&admin, &asked, &format!("{PAGE}/tutti"), &[]).await;
    assert_eq!(all.location, Some(format!("{list}&fatto=certificates-asked")));
});
