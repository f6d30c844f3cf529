//! The page of the audit: what it says of each act, whom it leads to, and where an act can still be taken back.

use chrono::TimeDelta;
use percorso::store::{audit, calls, offerings, outbox};

use crate::editions::with;
use crate::finished_course::{finished, publish};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST};
use crate::harness::{TRAINER, World};
use crate::office_changes::hidden;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const PAGE: &str = "/gestione/storia";
const OFFICE: &str = "ufficio@percorso.example";

/// How often a page says that something can be taken back, and leads there.
fn undos(page: &Answer, place: &str) -> usize {
    page.body.matches(&format!("<a href=\"{place}\">Annulla da qui</a>")).count()
}

async fn version(world: &World, offering: i64) -> String {
    let row = offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    row.version.to_string()
}

on_both!(the_page_of_a_person_and_of_a_session_lead_to_what_was_done_about_them, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, ada, session) =
        (world.admin().await, world.person(ADA).await, world.session("workshop-1", 1).await);
    for (page, link) in [
        (format!("/gestione/persone/{ada}"), format!("{PAGE}?persona={ada}")),
        (format!("/gestione/sessioni/{session}"), format!("{PAGE}?incontro={session}")),
    ] {
        assert!(admin.get(&page).await.body.contains(&format!("href=\"{link}\"")), "{page}");
        assert_eq!(admin.get(&format!("/en{link}")).await.status, 200);
    }
    let page = admin.get(&format!("{PAGE}?incontro={session}")).await;
    page.says("Righe che riguardano questo incontro: Il promotore dell’Ama");
    assert!(page.body.contains(&format!("href=\"/gestione/sessioni/{session}\"")));
    admin.get(&format!("{PAGE}?incontro=99999")).await.says("Nessuna riga.");
    admin.get(PAGE).await.says("I segni messi in un registro ancora aperto non sono qui");
});

on_both!(what_becomes_of_a_draft_is_said_with_before_and_after_and_undone_only_at_its_last_row, |world| {
    world.programme(|_| {}).await;
    let (admin, id) = (world.admin().await, world.offering("workshop-4").await);
    let place = format!("/gestione/offerte/{id}/stato");
    assert_eq!(crate::edition_drafts::step(&admin, &place, "bozza").await, 303);
    let seen = version(world, id).await;
    let shape = [("versione", seen.as_str()), ("indirizzo", "quarto"), ("azione", "salva")];
    let reshaped = admin.post(&place, &shape).await;
    assert_eq!(reshaped.status, 303, "{}", reshaped.text());
    assert_eq!(undos(&admin.get(PAGE).await, &place), 0, "it is a draft");
    assert_eq!(crate::edition_drafts::step(&admin, &place, "pubblica").await, 303);
    let page = admin.get(PAGE).await;
    page.says("(pubblicato → poi bozza)");
    page.says("(bozza → poi pubblicato)");
    page.says("Indirizzo della pagina: quarto-workshop → poi quarto");
    page.says("Vale come requisito: sì → poi no");
    assert_eq!(undos(&page, &place), 1);
    let english = admin.get(&format!("/en{PAGE}")).await;
    english.says("(published → then draft)");
});

on_both!(an_edition_put_away_can_be_taken_out_again_from_its_last_row, |world| {
    world.programme(|file| file.offerings.truncate(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let (admin, place) = (world.admin().await, "/gestione/edizioni/autunno-2014/stato");
    assert_eq!(crate::edition_drafts::step(&admin, place, "archivia").await, 303);
    let page = admin.get(PAGE).await;
    page.says("(pubblicato → poi archiviato)");
    assert_eq!(undos(&page, place), 1);
    assert_eq!(crate::edition_drafts::step(&admin, place, "riapri").await, 303);
    let page = admin.get(PAGE).await;
    page.says("(archiviato → poi pubblicato)");
    assert_eq!(undos(&page, place), 0);
});

on_both!(an_edition_shown_by_mistake_is_undone_while_nobody_enrolled, |world| {
    world.programme(|_| {}).await;
    let (admin, place) = (world.admin().await, "/gestione/edizioni/autunno-2014/stato");
    assert_eq!(crate::edition_drafts::step(&admin, place, "bozza").await, 303);
    let seen = hidden(&admin.get(place).await, "id=\"pubblica\"");
    let fields = with(&seen, &[("azione", "pubblica")]);
    assert_eq!(admin.post(place, &fields).await.status, 303);
    assert_eq!(undos(&admin.get(PAGE).await, place), 1);
    world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(undos(&admin.get(PAGE).await, place), 0);
});

on_both!(a_role_and_who_leads_are_undone_at_the_last_row_about_that_person, |world| {
    world.programme(|_| {}).await;
    let (admin, session) = (world.admin().await, world.session("workshop-1", 1).await);
    for role in ["reader", "secretary"] {
        let seen = hidden(&admin.get("/gestione/ruoli").await, "action=\"/gestione/ruoli\"");
        let typed =
            [("email", "rita@posta.example"), ("nome", "Rita"), ("cognome", "Prova"), ("ruolo", role)];
        assert_eq!(admin.post("/gestione/ruoli", &with(&seen, &typed)).await.status, 303);
    }
    let rita = world.person("rita@posta.example").await;
    let page = admin.get(&format!("{PAGE}?persona={rita}")).await;
    page.says("ha dato un ruolo: Rita Prova (Sola lettura → poi Segreteria)");
    assert_eq!(undos(&page, "/gestione/ruoli"), 1);
    let lead = format!("/gestione/sessioni/{session}/conduce");
    let add = [("email", "rita@posta.example"), ("azione", "aggiungi")];
    assert_eq!(admin.post(&lead, &add).await.status, 303);
    let id = rita.to_string();
    assert_eq!(admin.post(&lead, &[("azione", "togli"), ("persona", id.as_str())]).await.status, 303);
    assert_eq!(undos(&admin.get(PAGE).await, &lead), 2, "hers, and that of whom the file named");
    assert_eq!(undos(&admin.get(&format!("{PAGE}?persona={rita}")).await, &lead), 1);
    let secretary = world.signed_in("rita@posta.example").await;
    assert_eq!(undos(&secretary.get(PAGE).await, "/gestione/ruoli"), 0, "roles are the admins'");
});

on_both!(acts_about_certificates_name_number_and_course_and_whoever_was_erased_has_no_link, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    publish(world, ADA).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let page = admin.get(&format!("{PAGE}?cosa=publish_certificate")).await;
    page.says(
        "ha pubblicato un attestato AMA-2014-0001 : Ada Prova , Il promotore dei gruppi di auto mutuo aiuto",
    );
    assert!(page.body.contains(&format!("href=\"/gestione/persone/{ada}\"")));
    let gone = admin.post(&format!("/gestione/persone/{ada}/cancella"), &[("conferma", "Prova")]).await;
    assert_eq!(gone.status, 303, "{}", gone.text());
    world.settle().await;
    for path in [PAGE.to_owned(), format!("{PAGE}?persona={ada}"), format!("/en{PAGE}")] {
        let page = admin.get(&path).await;
        assert!(!page.body.contains(&format!("/gestione/persone/{ada}\"")), "{path}: a link to nowhere");
    }
    admin.get(PAGE).await.says("ha cancellato i dati di una persona: una persona cancellata");
});

on_both!(a_letter_that_is_sent_again_is_in_the_audit, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let reader = world.desk.store.reader();
    let letters = outbox::of_person(reader, ada).await.unwrap();
    let letter = letters.iter().find(|letter| letter.kind == "place-confirmed").unwrap().id;
    assert_eq!(admin.post(&format!("/gestione/posta/{letter}/di-nuovo"), &[]).await.status, 303);
    let mut rows = audit::of_person(reader, ada).await.unwrap();
    rows.retain(|row| row.act == "send_again");
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.actor.as_str(), row.actor_id, row.subject.as_str(), row.subject_id))
        .collect();
    assert_eq!(told, [("staff", Some(world.person(OFFICE).await), "outbox", Some(letter))]);
    admin.get(PAGE).await.says("ha mandato di nuovo una mail: Ada Prova");
    let trainer = world.signed_in(TRAINER).await;
    assert_eq!(trainer.get(PAGE).await.status, 403);
});

on_both!(new_names_of_an_edition_and_another_order_are_said_field_by_field_with_before_and_after, |world| {
    world.programme(|_| {}).await;
    let (admin, path) = (world.admin().await, "/gestione/edizioni/autunno-2014");
    let seen = hidden(&admin.get(path).await, "id=\"nomi\"");
    let names = [
        ("titolo_it", "Autunno a Milano"),
        ("titolo_en", ""),
        ("firma", "Greta"),
        ("citta", "Milano"),
        ("azione", "salva"),
    ];
    assert_eq!(admin.post(path, &with(&seen, &names)).await.status, 303);
    let third = world.offering("workshop-3").await.to_string();
    let up = [("offerta", third.as_str()), ("azione", "su")];
    assert_eq!(admin.post(&format!("{path}/ordine"), &up).await.status, 303);
    let page = admin.get(PAGE).await;
    for line in [
        "ha cambiato titoli, firma, progetto o città di un’edizione: Autunno a Milano",
        "Titolo: Autunno 2014 → poi Autunno a Milano",
        "Titolo in inglese: Autumn 2014 → poi –",
        "Firma delle mail: – → poi Greta",
        "Progetto: NiguardaNoi → poi –",
        "Posto nel programma: 3 → poi 2",
    ] {
        page.says(line);
    }
    assert!(!page.text().contains("Città:"), "it is what it was: {}", page.text());
    admin.get(&format!("/en{PAGE}")).await.says("Place in the programme: 3 → then 2");
});

on_both!(a_call_that_was_made_comes_back_from_its_row_for_a_day, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let call = calls::open_of(world.desk.store.reader(), ugo).await.unwrap().remove(0).task_id;
    let (done, again) =
        (format!("/gestione/telefonate/{call}/fatto"), format!("/gestione/telefonate/{call}/rimetti"));
    let place = "/gestione/telefonate#fatte";
    assert_eq!(admin.post(&done, &[]).await.status, 303);
    assert_eq!(undos(&admin.get(PAGE).await, place), 1);
    assert!(admin.get("/gestione/telefonate").await.body.contains("id=\"fatte\""));
    assert_eq!(admin.post(&again, &[]).await.status, 303);
    assert_eq!(undos(&admin.get(PAGE).await, place), 0, "it is on the list again");
    assert_eq!(admin.post(&done, &[]).await.status, 303);
    assert_eq!(undos(&admin.get(PAGE).await, place), 1, "only at the last row about it");
    world.wait(TimeDelta::hours(25)).await;
    assert_eq!(undos(&world.admin().await.get(PAGE).await, place), 0, "too long ago");
});
