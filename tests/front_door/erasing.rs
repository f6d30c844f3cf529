//! A person is erased (DESIGN.md law 9): what lies ahead is given back and calendars are told before the address goes; then
//! no word of them is left in any table, and the counts are as they were.

use percorso::store::{attendance, enrolments, invites, offerings, outbox, people};

use crate::forgetting::everything;
use crate::harness::{Browser, Mail, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const ZIBA: &str = "zibaldona@posta.example";
const BEA: &str = "bea@posta.example";

async fn erase(world: &World, admin: &Browser<'_>, person: i64, typed: &str) -> (u16, String) {
    let path = format!("/gestione/persone/{person}/cancella");
    let answer = admin.post(&path, &[("conferma", typed)]).await;
    world.settle().await;
    (answer.status, answer.text())
}

/// In which tables a word is.
pub async fn where_is(world: &World, word: &str) -> Vec<String> {
    let all = everything(world).await;
    let says = |(_, row): &&(String, String)| row.to_lowercase().contains(word);
    all.iter().filter(says).map(|(table, _)| table.clone()).collect()
}

fn methods(mails: &[Mail]) -> Vec<String> {
    let method = |mail: &Mail| mail.calendars.first().and_then(|(_, method, _)| method.clone());
    mails.iter().filter_map(method).collect()
}

/// Zibaldona has a place, waits for another one, asks to be told of a date, has needs, notes, corrections and an address
/// that waits; she was at the first workshop.
async fn lived(world: &World) -> i64 {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    let mut fields = crate::harness::form("Zibaldona", ZIBA, &[SECOND, THIRD]);
    fields.retain(|(name, _)| !matches!(*name, "cognome" | "telefono" | "esigenze"));
    fields.extend([
        ("cognome", "Quattrocchi-Zeta"),
        ("telefono", "02 7654321"),
        ("esigenze", "una rampa larga"),
        ("consenso_esigenze", "si"),
    ]);
    let browser = world.browser();
    assert_eq!(browser.post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await.status, 303);
    world.settle().await;
    browser.post(&world.mails_to(ZIBA)[0].link("/conferma/"), &[]).await;
    browser.post("/workshop/quarto-workshop/avvisami", &[("email", ZIBA)]).await;
    world.settle().await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ZIBA, "P")]).await;
    world.wait(chrono::TimeDelta::minutes(31)).await;
    let (person, admin) = (world.person(ZIBA).await, world.admin().await);
    let of = |rest: &str| format!("/gestione/persone/{person}/{rest}");
    let name = [
        ("visto_nome", "Zibaldona"),
        ("visto_cognome", "Quattrocchi-Zeta"),
        ("nome", "Zibaldona"),
        ("cognome", "Quattrocchi Zeta"),
        ("motivo", "trattino superfluo"),
    ];
    assert_eq!(admin.post(&of("nome"), &name).await.status, 303);
    assert_eq!(admin.post(&of("note"), &[("nota", "suona il fagotto")]).await.status, 303);
    let address = [("visto_email", ZIBA), ("email", "zibaldona.altra@posta.example")];
    assert_eq!(admin.post(&of("indirizzo"), &address).await.status, 303);
    let feed = world.signed_in(ZIBA).await;
    assert_eq!(feed.get("/mio-percorso/calendario").await.status, 200);
    world.settle().await;
    person
}

on_both!(of_somebody_who_is_erased_no_word_remains_and_the_numbers_stay, |world| {
    let person = lived(world).await;
    let words = ["zibaldona", "quattrocchi", "7654321", "rampa larga", "trattino", "fagotto"];
    for word in words {
        assert!(!where_is(world, word).await.is_empty(), "«{word}» was stored");
    }
    let reader = world.desk.store.reader();
    let (second, third) = (world.offering("workshop-2").await, world.offering("workshop-3").await);
    let signed_in = world.signed_in(ZIBA).await;
    let admin = world.admin().await;
    let page = admin.get(&format!("/gestione/persone/{person}/cancella")).await;
    page.says("Zibaldona Quattrocchi Zeta");
    page.says("02 7654321");
    page.says("1 segno nei registri");
    page.says("Tra questi 1 appunto");
    assert_eq!(admin.get(&format!("/en/gestione/persone/{person}/cancella")).await.status, 200);
    let before = world.mails_to(ZIBA).len();
    let (status, text) = erase(world, &admin, person, "Quattrocchi").await;
    assert_eq!(status, 422, "{text}");
    assert!(text.contains("non è il cognome di questa persona"), "{text}");
    assert_eq!(erase(world, &admin, person, "quattrocchi zeta").await.0, 303);
    let last = world.mails_to(ZIBA).split_off(before);
    let kinds: Vec<&str> = last.iter().map(Mail::kind).collect();
    assert_eq!(kinds, ["course-day-cancelled", "data-erased"]);
    assert_eq!(methods(&last), ["CANCEL"], "the calendar was told before the address went");
    for word in words {
        assert_eq!(where_is(world, word).await, Vec::<String>::new(), "{word}");
    }
    assert_eq!(outbox::of_person(reader, person).await.unwrap().len(), 0);
    let stub = people::find(reader, person).await.unwrap().unwrap();
    assert_eq!((stub.email.clone(), stub.full_name(), stub.erased_at.is_some()), (None, String::new(), true));
    let all = enrolments::of_person(reader, person).await.unwrap();
    let states: Vec<String> =
        all.iter().map(|e| e.cancel_reason.clone().unwrap_or_else(|| e.state.clone())).collect();
    assert_eq!(states, ["confirmed", "erased", "erased"], "what was held stays held");
    assert_eq!(attendance::marks_of(reader, person).await.unwrap().len(), 1);
    assert_eq!(offerings::find(reader, second).await.unwrap().unwrap().taken, 0, "the place is free");
    assert_eq!(enrolments::waiting_ahead(reader, third, None).await.unwrap(), 0, "nobody waits");
    assert!(
        invites::of_enrolments(reader, &all.iter().map(|e| e.id).collect::<Vec<_>>())
            .await
            .unwrap()
            .iter()
            .all(|i| i.address.starts_with("erased-"))
    );
    assert_eq!(admin.get(&format!("/gestione/persone/{person}")).await.status, 404);
    assert_eq!(signed_in.get("/mio-percorso").await.status, 303, "nobody is signed in as them");
    assert_eq!(erase(world, &admin, person, "quattrocchi zeta").await.0, 404, "twice");
    for page in ["/gestione", "/gestione/iscritti", "/gestione/storia", "/gestione/posta"] {
        assert_eq!(admin.get(page).await.status, 200, "{page}");
    }
});

on_both!(somebody_with_a_phone_alone_goes_with_their_calls, |world| {
    world.programme(|_| {}).await;
    crate::worked_on::worked_on(world).await;
    let reader = world.desk.store.reader();
    let elsa = people::search(reader, "senzamail", 1).await.unwrap().remove(0).id;
    let admin = world.admin().await;
    assert_eq!(erase(world, &admin, elsa, "SENZAMAIL").await.0, 303);
    for word in ["senzamail", "elsa", "02 1234567", "dopo le 18"] {
        assert_eq!(where_is(world, word).await, Vec::<String>::new(), "{word}");
    }
    admin.get("/gestione/telefonate").await.says("Nessuna telefonata da fare");
});

on_both!(nobody_erases_themselves_and_an_admin_who_was_erased_erases_nobody, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let own = world.person("ufficio@percorso.example").await;
    let (status, text) = erase(world, &admin, own, "ufficio@percorso.example").await;
    assert_eq!(status, 422);
    assert!(text.contains("la prende un’altra persona"), "{text}");
    admin.get(&format!("/gestione/persone/{own}/cancella")).await.says("Questa è la tua scheda");
    let rita = world.with_role("rita@posta.example", percorso::domain::role::Role::Admin).await;
    let other = world.person("rita@posta.example").await;
    assert_eq!(erase(world, &rita, own, "ufficio@percorso.example").await.0, 303);
    assert_eq!(admin.get("/gestione").await.status, 303, "whoever is gone is signed in nowhere");
    assert_eq!(people::find(world.desk.store.reader(), other).await.unwrap().unwrap().erased_at, None);
});
