//! Drafts are added, dated, shown and taken back: nobody outside the office sees one, nothing is promised before it is
//! shown, and what somebody enrolled in stays.

use percorso::store::offerings;

use crate::editions::{edition, with};
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{Browser, TRAINER, World};
use crate::office_changes::{hidden, typed};
use crate::on_both;

/// Adds a draft of a workshop to the current edition; gives back its id.
pub async fn draft(world: &World, admin: &Browser<'_>, title: &str) -> i64 {
    let form = [("tipo", "workshop"), ("titolo", title), ("indirizzo", "")];
    let added = admin.post("/gestione/edizioni/autunno-2014/aggiungi", &form).await;
    assert_eq!(added.status, 303, "{}", added.text());
    let programme = edition(world, "autunno-2014").await;
    programme.offerings.iter().map(|offered| offered.row.id).max().unwrap()
}

/// Gives a draft its date, at once.
pub async fn dated(world: &World, admin: &Browser<'_>, id: i64, date: [&str; 3]) {
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    let (title, version) = (row.title.unwrap_or_default(), row.version.to_string());
    let programme = edition(world, "autunno-2014").await;
    let session = programme.offering(id).unwrap().sessions[0].version.to_string();
    let mut form = typed(date, ["", ""], "");
    form.extend([("titolo", title.as_str()), ("offerte", "automatic"), ("versione", version.as_str())]);
    form.extend([("versione_incontro", session.as_str()), ("azione", "salva")]);
    let saved = admin.post(&format!("/gestione/offerte/{id}"), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// Sends a form of the page where a draft is shown, with the versions it was filled in on.
pub async fn state(admin: &Browser<'_>, path: &str, section: &str, typed: &[(&str, &str)]) -> (u16, String) {
    let page = admin.get(path).await;
    let seen = hidden(&page, section);
    let answer = admin.post(path, &with(&seen, typed)).await;
    (answer.status, answer.text())
}

/// Presses a button of the page where a workshop or an edition is on its way, as it is read now.
pub async fn step(admin: &Browser<'_>, path: &str, button: &str) -> u16 {
    state(admin, path, "id=\"modulo\"", &[("azione", button)]).await.0
}

on_both!(a_draft_is_nobodys_until_it_is_shown, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Condurre un gruppo").await;
    dated(world, &admin, id, ["9", "10", "2014"]).await;
    let visitor = world.browser();
    for browser in [&visitor, &ada] {
        for path in ["/workshop/condurre-un-gruppo", "/workshop/condurre-un-gruppo/calendario.ics"] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
        for path in ["/", "/corso", "/corso/iscrizione", "/calendario.ics", "/come-funziona", "/mio-percorso"]
        {
            let page = browser.get(path).await;
            assert!(!page.body.contains("Condurre un gruppo"), "{path}");
            assert!(!page.text().contains(" su 6"), "{path} counts it: {}", page.text());
        }
        let form = crate::harness::form("Eva", "eva@posta.example", &[]);
        let sent = browser.post("/workshop/condurre-un-gruppo/iscrizione", &form).await;
        assert_eq!(sent.status, 404);
        let asked = [("email", BEA)];
        assert_eq!(browser.post("/workshop/condurre-un-gruppo/avvisami", &asked).await.status, 404);
    }
    let more = crate::harness::form("Eva", "eva@posta.example", &["condurre-un-gruppo"]);
    let sent = visitor.post(&format!("/workshop/{FIRST}/iscrizione"), &more).await;
    assert_eq!(sent.status, 422, "a draft is no further choice either");
    let path = format!("/gestione/offerte/{id}/stato");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    visitor.get("/workshop/condurre-un-gruppo").await.says("Condurre un gruppo");
    visitor.get("/").await.says("almeno 2 workshop su 6");
});

on_both!(a_draft_of_the_course_is_no_course_yet, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}/stato", world.offering("corso").await);
    let (status, text) = state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await;
    assert_eq!(status, 303, "{text}");
    for (browser, who) in [(&world.browser(), "visitor"), (&ada, "Ada")] {
        assert_eq!(browser.get("/corso").await.status, 404, "{who}");
        assert_eq!(browser.get("/corso/calendario.ics").await.status, 404, "{who}");
        let page = browser.get("/").await;
        assert!(!page.text().contains("22 ottobre"), "{who}: {}", page.text());
    }
    let page = ada.get("/mio-percorso").await;
    assert_eq!((page.status, page.text().contains("22 ottobre")), (200, false));
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    assert_eq!(world.browser().get("/corso").await.status, 200);
});

on_both!(a_workshop_that_counts_is_shown_only_before_the_course_or_without_counting, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Dopo il corso").await;
    dated(world, &admin, id, ["8", "12", "2014"]).await;
    let path = format!("/gestione/offerte/{id}/stato");
    let page = admin.get(&path).await;
    let ways = "Scegli un giorno prima del 22 ottobre, quando inizia il corso, oppure togli la spunta a «Vale come requisito»";
    page.says(ways);
    page.says("lunedì 8 dicembre 2014 è festa: Immacolata.");
    let seen = hidden(&page, "id=\"togli\"");
    let refused = admin.post(&path, &with(&seen, &[("azione", "pubblica")])).await;
    assert_eq!(refused.status, 422);
    refused.says(ways);
    let slug = [("indirizzo", "il-promotore-dell-ama"), ("azione", "forma")];
    let (status, text) = state(&admin, &path, "id=\"forma\"", &slug).await;
    assert_eq!(status, 422);
    assert!(text.contains("questa è già di un altro workshop"), "{text}");
    let shape = [("indirizzo", "dopo"), ("azione", "forma")];
    assert_eq!(state(&admin, &path, "id=\"forma\"", &shape).await.0, 303);
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    assert_eq!(world.browser().get("/workshop/dopo").await.status, 200);
    let late = [("azione", "forma"), ("indirizzo", "altro"), ("versione", "3")];
    let refused = admin.post(&path, &late).await;
    assert_eq!(refused.status, 422, "what is public keeps its address");
    refused.says("Non è una bozza");
});

on_both!(a_clash_is_said_and_keeps_nobody_from_showing_a_draft, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Insieme").await;
    let path = format!("/gestione/offerte/{id}/stato");
    admin.get(&path).await.says("Non ha una data");
    dated(world, &admin, id, ["2", "10", "2014"]).await;
    let page = admin.get(&path).await;
    page.says("giovedì 2 ottobre 2014, nello stesso momento, c’è già: La valutazione di efficacia");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
});

on_both!(what_somebody_enrolled_in_does_not_become_a_draft_and_an_empty_draft_goes, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let first = format!("/gestione/offerte/{}/stato", world.offering("workshop-1").await);
    admin.get(&first).await.says("Qualcuno si è iscritto");
    let refused = admin.post(&first, &[("azione", "bozza")]).await;
    assert_eq!(refused.status, 422);
    refused.says("Qualcuno si è iscritto: non si toglie più");
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let fourth = format!("/gestione/offerte/{}/stato", world.offering("workshop-4").await);
    assert_eq!(step(&admin, &fourth, "bozza").await, 303);
    let kept = admin.post(&fourth, &[("azione", "elimina-conferma")]).await;
    assert_eq!(kept.status, 422, "somebody waits for its date");
    let id = draft(world, &admin, "Per sbaglio").await;
    let path = format!("/gestione/offerte/{id}/stato");
    let seen = hidden(&admin.get(&path).await, "id=\"togli\"");
    let page = admin.post(&path, &with(&seen, &[("azione", "elimina")])).await;
    assert_eq!(page.status, 200);
    page.says("Non si può annullare.");
    assert!(offerings::find(world.desk.store.reader(), id).await.unwrap().is_some(), "it was only asked");
    let seen = hidden(&page, "id=\"elimina\"");
    let gone = admin.post(&path, &with(&seen, &[("azione", "elimina-conferma")])).await;
    assert_eq!(gone.location.as_deref(), Some("/gestione/edizioni/autunno-2014?fatto=deleted"));
    assert_eq!(admin.get(&path).await.status, 404);
});

on_both!(whoever_waits_for_the_date_of_a_draft_is_told_when_it_is_shown_and_not_before, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let admin = world.admin().await;
    let id = world.offering("workshop-4").await;
    let path = format!("/gestione/offerte/{id}/stato");
    assert_eq!(step(&admin, &path, "bozza").await, 303);
    dated(world, &admin, id, ["9", "10", "2014"]).await;
    world.settle().await;
    assert_eq!(world.mails_to(BEA).len(), 0, "its page cannot be read yet");
    admin.get(&path).await.says("1 persona aspettava la data e riceve la mail.");
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "pubblica")]).await.0, 303);
    world.wait(chrono::TimeDelta::minutes(11)).await;
    let kinds: Vec<String> = world.mails_to(BEA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds, ["date-out"]);
});

on_both!(the_order_of_the_programme_is_the_offices, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let keys = || async {
        let programme = edition(world, "autunno-2014").await;
        programme.offerings.iter().map(|offered| offered.row.key.clone()).collect::<Vec<_>>()
    };
    let id = world.offering("workshop-3").await.to_string();
    for act in ["su", "su", "su", "giu"] {
        let form = [("offerta", id.as_str()), ("azione", act)];
        let moved = admin.post("/gestione/edizioni/autunno-2014/ordine", &form).await;
        assert_eq!(moved.status, 303, "{act}");
    }
    assert_eq!(keys().await, ["workshop-1", "workshop-3", "workshop-2", "workshop-4", "workshop-5", "corso"]);
});

on_both!(an_edition_has_one_course, |world| {
    world.programme(|_| {}).await;
    let admin: Browser<'_> = world.admin().await;
    let form = [("tipo", "course"), ("titolo", "Un altro corso")];
    let page = admin.post("/gestione/edizioni/autunno-2014/aggiungi", &form).await;
    assert_eq!(page.status, 422);
    page.says("Un’edizione ha un solo corso, e qui c’è già");
    assert!(page.body.contains("value=\"Un altro corso\""), "what was typed stays");
});

on_both!(whoever_leads_a_session_is_added_by_address_and_taken_off, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let session = world.session("workshop-1", 1).await;
    let (path, room) = (format!("/gestione/sessioni/{session}/conduce"), format!("/aula/{session}"));
    let new = "paola@percorso.example";
    let mut form = vec![("email", "paola"), ("nome", "Paola"), ("cognome", ""), ("azione", "aggiungi")];
    let page = admin.post(&path, &form).await;
    assert_eq!(page.status, 422);
    page.says("manca la chiocciola");
    form[0].1 = new;
    let page = admin.post(&path, &form).await;
    assert_eq!(page.status, 422);
    page.says("Scrivi il cognome: questo indirizzo non è ancora in elenco");
    assert!(page.body.contains("value=\"Paola\""));
    form[2].1 = "Conti";
    assert_eq!(admin.post(&path, &form).await.status, 303);
    admin.get(&path).await.says("Conti Paola");
    assert_eq!(world.signed_in(new).await.get(&room).await.status, 200);
    let person = world.person(new).await.to_string();
    let gone = [("persona", person.as_str()), ("azione", "togli")];
    for _ in 0..2 {
        assert_eq!(admin.post(&path, &gone).await.status, 303, "twice is once");
    }
    assert_eq!(world.signed_in(TRAINER).await.get(&room).await.status, 200, "the other one still leads");
    admin.get(&format!("/gestione/persone/{person}")).await.says("Non conduce più un incontro");
});
