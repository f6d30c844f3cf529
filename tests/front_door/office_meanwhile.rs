//! Two people of the office edit the same thing: the second sees what changed meanwhile, and loses nothing.

use percorso::domain::role::Role;
use percorso::store::roles;

use crate::archived::put_away;
use crate::edition_drafts::{dated, draft, step};
use crate::editions::{WHY, edition, with};
use crate::harness::World;
use crate::office_changes::{hidden, stands, typed};
use crate::on_both;

const KEY: &str = "autunno-2014";

on_both!(of_two_people_who_edit_the_same_session_the_second_sees_what_changed_and_loses_nothing, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    let (one, other) = (world.admin().await, world.admin().await);
    let seen = hidden(&other.get(&path).await, "id=\"modulo\"");
    assert_eq!(seen, [("versione".to_owned(), "1".to_owned())]);
    let mut form = typed(["24", "9", "2014"], ["", ""], "Sala Azzurra");
    form.extend([("versione", "1"), ("azione", "salva")]);
    assert_eq!(one.post(&path, &form).await.status, 303);
    let mut form = typed(["25", "9", "2014"], ["", ""], "Sala Verde");
    form.extend([("versione", "1"), ("azione", "salva")]);
    let page = other.post(&path, &form).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    page.says("Sala Azzurra Sala Verde");
    page.says("24/9/2014 25/9/2014");
    assert!(page.body.contains("value=\"Sala Verde\""), "what was typed stays");
    assert_eq!(stands(world, "workshop-1").await, ("2014-09-24".to_owned(), 2));
    let version = hidden(&page, "id=\"modulo\"").remove(0).1;
    form.retain(|(name, _)| *name != "versione");
    form.push(("versione", &version));
    assert_eq!(other.post(&path, &form).await.status, 303, "sent again, it wins knowingly");
    assert_eq!(stands(world, "workshop-1").await, ("2014-09-25".to_owned(), 3));
});

on_both!(a_fault_that_is_mended_does_not_overwrite_what_somebody_else_saved_meanwhile, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    let (one, other) = (world.admin().await, world.admin().await);
    let mut form = typed(["24", "9", "2014"], ["", ""], "Sala Azzurra");
    form.extend([("versione", "1"), ("azione", "salva")]);
    assert_eq!(one.post(&path, &form).await.status, 303);
    for (date, button) in [("31", "controlla"), ("25", "torna")] {
        let mut form = typed([date, "9", "2014"], ["", ""], "Sala Verde");
        form.extend([("versione", "1"), ("azione", button)]);
        let page = other.post(&path, &form).await;
        let version = hidden(&page, "id=\"modulo\"").remove(0).1;
        let mut form = typed(["25", "9", "2014"], ["", ""], "Sala Verde");
        form.extend([("versione", version.as_str()), ("azione", "salva")]);
        let page = other.post(&path, &form).await;
        assert_eq!(page.status, 422, "{button}");
        page.says("Sala Azzurra Sala Verde");
    }
    assert_eq!(stands(world, "workshop-1").await, ("2014-09-24".to_owned(), 2));
    let offering = format!("/gestione/offerte/{}", world.offering("workshop-2").await);
    let sent = |places: &'static str, button: &'static str| {
        [
            ("titolo", "Uno"),
            ("capienza", places),
            ("versione", "1"),
            ("offerte", "person"),
            ("azione", button),
        ]
    };
    assert_eq!(one.post(&offering, &sent("20", "salva")).await.status, 303);
    for (places, button) in [("tanti", "controlla"), ("30", "torna")] {
        let page = other.post(&offering, &sent(places, button)).await;
        assert!(page.body.contains("name=\"versione\" value=\"1\""), "{button}: {}", page.text());
    }
    let page = other.post(&offering, &sent("30", "salva")).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
});

on_both!(of_two_people_on_the_way_of_one_draft_the_second_publishes_only_what_was_seen, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.admin().await, world.admin().await);
    let id = draft(world, &one, "In due").await;
    let path = format!("/gestione/offerte/{id}/stato");
    let seen = hidden(&other.get(&path).await, "id=\"pubblica\"");
    let shape = hidden(&one.get(&path).await, "id=\"forma\"");
    let shaped = with(&shape, &[("indirizzo", "in-due-parole"), ("azione", "forma")]);
    assert_eq!(one.post(&path, &shaped).await.status, 303);
    let page = other.post(&path, &with(&seen, &[("azione", "pubblica")])).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    assert_eq!(world.browser().get("/workshop/in-due-parole").await.status, 404, "it is still a draft");
    let typed = with(&seen, &[("indirizzo", "insieme"), ("azione", "forma")]);
    let page = other.post(&path, &typed).await;
    assert_eq!(page.status, 422);
    page.says("Indirizzo della pagina in-due-parole insieme");
    assert!(page.body.contains("value=\"insieme\""), "what was typed stays");
    let now = hidden(&page, "id=\"pubblica\"");
    assert_eq!(other.post(&path, &with(&now, &[("azione", "pubblica")])).await.status, 303);
    assert_eq!(world.browser().get("/workshop/in-due-parole").await.status, 200);
});

on_both!(of_two_people_who_edit_the_rule_on_the_course_page_the_second_sees_what_changed, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}", world.offering("corso").await);
    let (one, other) = (world.admin().await, world.admin().await);
    let seen = hidden(&other.get(&path).await, "id=\"regola\"");
    assert_eq!(seen, [("versione_edizione".to_owned(), "1".to_owned())]);
    let rule = |required: &'static str| {
        [("richiesti", required), ("provvisori", "si"), ("azione", "regola-conferma"), WHY]
    };
    assert_eq!(one.post(&path, &with(&seen, &rule("3"))).await.status, 303);
    let page = other.post(&path, &with(&seen, &rule("4"))).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    page.says("Workshop da frequentare 3 4");
    assert!(page.body.contains("value=\"4\""), "what was typed stays");
    assert_eq!(required(world).await, 3);
    let now = hidden(&page, "id=\"regola\"");
    let kept = [("versione_edizione", "2"), WHY].map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(now, kept);
    assert_eq!(other.post(&path, &with(&now, &rule("4"))).await.status, 303, "sent again, it wins knowingly");
    assert_eq!(required(world).await, 4);
});

const ROLES: &str = "/gestione/ruoli";
const RITA: &str = "rita@posta.example";

/// The role of whoever has an address.
async fn role(world: &World, email: &str) -> Option<Role> {
    roles::of_person(world.desk.store.reader(), world.person(email).await).await.unwrap()
}

on_both!(of_two_admins_who_change_the_same_role_the_second_sees_what_changed_and_loses_nothing, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.admin().await, world.admin().await);
    world.with_role(RITA, Role::Reader).await;
    let path = format!("{ROLES}/{}", world.person(RITA).await);
    let form = format!("action=\"{path}\"");
    let seen = hidden(&other.get(ROLES).await, &form);
    assert_eq!(seen, [("visto".to_owned(), "reader".to_owned())]);
    assert_eq!(one.post(&path, &with(&seen, &[("ruolo", "admin")])).await.status, 303);
    let page = other.post(&path, &with(&seen, &[("ruolo", "nessuno")])).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questo ruolo");
    page.says("rita@posta.example: adesso ha «Amministrazione», tu avevi scelto «Nessun ruolo»");
    assert_eq!(role(world, RITA).await, Some(Role::Admin));
    let now = hidden(&page, &form);
    assert_eq!(
        other.post(&path, &with(&now, &[("ruolo", "nessuno")])).await.status,
        303,
        "knowingly it wins"
    );
    assert_eq!(role(world, RITA).await, None);
});

on_both!(of_two_admins_who_give_a_role_to_the_same_address_the_second_sees_that_it_has_one, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.admin().await, world.admin().await);
    let form = "action=\"/gestione/ruoli\"";
    let seen = hidden(&other.get(ROLES).await, form);
    let typed = |role: &'static str| [("email", RITA), ("nome", "Rita"), ("ruolo", role)];
    assert_eq!(one.post(ROLES, &with(&seen, &typed("reader"))).await.status, 303);
    let page = other.post(ROLES, &with(&seen, &typed("secretary"))).await;
    assert_eq!(page.status, 422);
    page.says("Rita: adesso ha «Sola lettura», tu avevi scelto «Segreteria»");
    assert!(page.body.contains("value=\"rita@posta.example\""), "what was typed stays");
    assert_eq!(role(world, RITA).await, Some(Role::Reader));
    let english = other.post(&format!("/en{ROLES}"), &with(&seen, &typed("secretary"))).await;
    english.says("Somebody else has changed this role meanwhile");
    let now = hidden(&page, form);
    assert_eq!(other.post(ROLES, &with(&now, &typed("secretary"))).await.status, 303);
    assert_eq!(role(world, RITA).await, Some(Role::Secretary));
});

async fn required(world: &World) -> i64 {
    edition(world, "autunno-2014").await.edition.required
}

on_both!(who_publishes_a_draft_whose_day_was_moved_meanwhile_is_shown_the_day_it_has_now, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.admin().await, world.admin().await);
    let id = draft(world, &one, "In due").await;
    dated(world, &one, id, ["8", "10", "2014"]).await;
    let path = format!("/gestione/offerte/{id}/stato");
    let seen = hidden(&other.get(&path).await, "id=\"pubblica\"");
    let session = edition(world, KEY).await.offering(id).unwrap().sessions[0].clone();
    let mut moved = typed(["9", "10", "2014"], ["", ""], "");
    let version = session.version.to_string();
    moved.extend([("versione", version.as_str()), ("azione", "salva")]);
    assert_eq!(one.post(&format!("/gestione/sessioni/{}", session.id), &moved).await.status, 303);
    let page = other.post(&path, &with(&seen, &[("azione", "pubblica")])).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    page.says("giovedì 9 ottobre 2014");
    assert_eq!(world.browser().get("/workshop/in-due").await.status, 404, "it is still a draft");
    let now = hidden(&page, "id=\"pubblica\"");
    assert_eq!(other.post(&path, &with(&now, &[("azione", "pubblica")])).await.status, 303);
    let shown = world.browser().get("/workshop/in-due").await;
    shown.says("9 ottobre");
});

on_both!(what_somebody_else_changed_meanwhile_is_seen_before_an_edition_becomes_a_draft_again, |world| {
    world.programme(|_| {}).await;
    let (one, other) = (world.admin().await, world.admin().await);
    let stato = format!("/gestione/edizioni/{KEY}/stato");
    let seen = hidden(&other.get(&stato).await, "id=\"bozza\"");
    let offering = format!("/gestione/offerte/{}/stato", world.offering("workshop-4").await);
    let alone = hidden(&other.get(&offering).await, "id=\"pubblica\"");
    draft(world, &one, "In due").await;
    let page = other.post(&stato, &with(&seen, &[("azione", "bozza")])).await;
    assert_eq!(page.status, 422);
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    assert_eq!(edition(world, KEY).await.edition.status, "published");
    assert_eq!(
        other.post(&offering, &with(&alone, &[("azione", "bozza")])).await.status,
        303,
        "it is as seen"
    );
    let now = hidden(&other.get(&stato).await, "id=\"bozza\"");
    assert_eq!(other.post(&stato, &with(&now, &[("azione", "bozza")])).await.status, 303);
});

on_both!(what_somebody_else_changed_meanwhile_is_seen_before_an_edition_is_put_away_or_taken_out, |world| {
    let (offering, _) = put_away(world).await;
    let (one, other) = (world.admin().await, world.admin().await);
    let stato = format!("/gestione/edizioni/{KEY}/stato");
    let away = hidden(&other.get(&stato).await, "id=\"riapri\"");
    assert_eq!(step(&one, &stato, "riapri").await, 303);
    let seen = hidden(&other.get(&stato).await, "id=\"archivia\"");
    let page = format!("/gestione/offerte/{offering}");
    let places = [("titolo", "Un altro nome"), ("posti", "12"), ("offerte", "automatic")];
    let fields = hidden(&one.get(&page).await, "id=\"modulo\"");
    let mut form = with(&fields, &places);
    form.push(("azione", "salva"));
    let saved = one.post(&page, &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let answer = other.post(&stato, &with(&seen, &[("azione", "archivia")])).await;
    assert_eq!(answer.status, 422);
    answer.says("Nel frattempo qualcun altro ha cambiato questa pagina");
    let now = hidden(&answer, "id=\"archivia\"");
    assert_eq!(other.post(&stato, &with(&now, &[("azione", "archivia")])).await.status, 303);
    let answer = other.post(&stato, &with(&away, &[("azione", "riapri")])).await;
    assert_eq!(answer.status, 422, "it was put away once more, with another name");
    assert_eq!(edition(world, KEY).await.edition.status, "archived");
});
