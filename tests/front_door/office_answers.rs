//! What the office's pages say after an act: who took care of a letter, what became of each choice on the phone, which
//! places a page had shown, and the edition somebody came from.

use percorso::domain::role::Role;
use percorso::store::outbox;

use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST};
use crate::office_changes::hidden;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const NEW: &str = "/gestione/persone/nuova";

/// A mail server refuses the letter with Ada's place, as far as the outbox knows.
async fn refuse(world: &World) -> i64 {
    let person = world.person(ADA).await;
    let all = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let letter = all.into_iter().find(|letter| letter.kind == "place-confirmed").expect("the letter");
    let tx = world.desk.store.begin().await.unwrap();
    let (payload, why, now) = (letter.payload.clone(), Some("550 no".to_owned()), world.desk.clock.now());
    outbox::end(&tx, letter.id, "refused", payload, why, now).await.unwrap();
    tx.commit().await.unwrap();
    letter.id
}

/// The places that a page says it showed.
fn seen(page: &Answer) -> Vec<String> {
    let fields = hidden(page, &format!("action=\"{NEW}\""));
    fields.into_iter().filter(|(name, _)| name == "libero").map(|(_, value)| value).collect()
}

on_both!(whoever_settled_a_refused_letter_and_has_no_name_is_named_by_their_address, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let page = format!("/gestione/posta/{}", refuse(world).await);
    let admin = world.admin().await;
    let settled = admin.post(&format!("{page}/fatto"), &[("motivo", "Ho telefonato.")]).await;
    assert_eq!(settled.status, 303, "{}", settled.text());
    let reader = world.with_role("guarda@percorso.example", Role::Reader).await;
    let shown = reader.get(&page).await;
    shown.says("Se n’è occupato l’ufficio (ufficio@percorso.example):");
    assert!(!shown.text().contains("l’ufficio (l’ufficio)"), "{}", shown.text());
    reader.get(&format!("/en{page}")).await.says("ufficio@percorso.example took care of it:");
});

on_both!(of_two_workshops_on_the_phone_the_one_that_waits_is_told_from_the_place, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let mut ids = Vec::new();
    for key in ["workshop-1", "workshop-2", "workshop-4"] {
        ids.push(world.offering(key).await.to_string());
    }
    let (full, free, undated) =
        (("offerta", ids[0].as_str()), ("offerta", ids[1].as_str()), ("offerta", ids[2].as_str()));
    let answer = by_phone(world, &admin, "Ugo", "workshop-1", &[full, free]).await;
    let done = format!("/gestione/persone/{}?fatto=signed-up-some-wait", person_of(&answer));
    assert_eq!(answer.location.as_deref(), Some(done.as_str()));
    let page = admin.get(&done).await;
    page.says("Iscrizione registrata: una parte è un posto, l’altra è in lista d’attesa");
    admin.get(&format!("/en{done}")).await.says("part of it is a place, the rest is on the waiting list");
    let needs =
        [("esigenze", "un posto davanti"), ("consenso_esigenze", "si"), ("email", "ivo@posta.example")];
    let both = [&needs[..], &[full, undated]].concat();
    let answer = by_phone(world, &admin, "Ivo", "workshop-1", &both).await;
    let done = format!("/gestione/persone/{}?fatto=signed-up-needs-later-waits", person_of(&answer));
    assert_eq!(answer.location.as_deref(), Some(done.as_str()));
    let page = admin.get(&done).await;
    page.says("Quello che è in lista d’attesa non è ancora un posto");
    page.says("Che cosa serve in aula non è segnato per il workshop senza data");
    admin.get(&format!("/en{done}")).await.says("not noted for the workshop without a date");
});

on_both!(a_last_place_that_went_is_asked_about_also_where_the_form_had_another_fault, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let admin = world.admin().await;
    let place = world.offering("workshop-1").await.to_string();
    let shown = seen(&admin.get(NEW).await);
    assert!(shown.contains(&place), "{shown:?}");
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let mut fields = vec![("cognome", "Neri"), ("privacy", "")];
    fields.extend(shown.iter().map(|id| ("libero", id.as_str())));
    let faulty = by_phone(world, &admin, "Ivo", "workshop-1", &fields).await;
    assert_eq!(faulty.status, 422);
    faulty.says("Spunta la casella dell’informativa");
    let still = seen(&faulty);
    assert!(still.contains(&place), "what the page had shown goes along: {still:?}");
    let with = |seen: &[String]| -> Vec<(&'static str, String)> {
        let free = seen.iter().map(|id| ("libero", id.clone()));
        std::iter::once(("cognome", "Neri".to_owned())).chain(free).collect()
    };
    let fields = with(&still);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let asked = by_phone(world, &admin, "Ivo", "workshop-1", &fields).await;
    assert_eq!(asked.status, 422, "{}", asked.text());
    asked.says("l’ultimo posto è andato via mentre scrivevi.");
    let fields = with(&seen(&asked));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let waits = by_phone(world, &admin, "Ivo", "workshop-1", &fields).await;
    assert_eq!(waits.status, 303, "asked once: {}", waits.text());
});

on_both!(whoever_is_enrolled_from_their_page_is_shown_again_in_the_edition_it_was_about, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let person = format!("/gestione/persone/{}", world.person(ADA).await);
    let shown = "?edizione=autunno-2014";
    let admin = world.admin().await;
    let enrol = format!("{person}/iscrivi");
    let page = admin.get(&format!("{person}{shown}")).await;
    assert!(page.body.contains(&format!("href=\"{enrol}{shown}\"")), "{}", page.body);
    let form = admin.get(&format!("{enrol}{shown}")).await;
    assert!(form.body.contains(&format!("href=\"{person}{shown}\"")), "{}", form.body);
    let mut fields = hidden(&form, &format!("action=\"{enrol}\""));
    fields.push(("offerta".to_owned(), world.offering("workshop-2").await.to_string()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let done = admin.post(&enrol, &fields).await;
    assert_eq!(done.location, Some(format!("{person}{shown}&fatto=signed-up")), "{}", done.text());
});
