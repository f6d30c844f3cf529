//! The office's work on people is done with care: nobody gets a role by another's address, a double click is one act, what
//! the office entered is not overwritten by a form, and of whoever is forgotten nothing stays open or written.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::{disputes, notes, people};
use percorso::usecases::open_dispute::open_dispute;

use crate::erasing::where_is;
use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{World, form};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const OFFICE: &str = "ufficio@percorso.example";
const RITA: &str = "rita@posta.example";

async fn of(world: &World, email: &str, page: &str) -> String {
    format!("/gestione/persone/{}/{page}", world.person(email).await)
}

on_both!(a_secretary_does_not_send_an_admins_mail_to_herself, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let rita = world.with_role(RITA, Role::Secretary).await;
    let fields = [("visto_email", OFFICE), ("email", "rita.due@posta.example")];
    let path = of(world, OFFICE, "indirizzo").await;
    assert_eq!(rita.post(&path, &fields).await.status, 403);
    world.settle().await;
    assert_eq!(world.mails_to("rita.due@posta.example").len(), 0);
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = [("visto_email", ADA), ("email", "rita.tre@posta.example")];
    assert_eq!(rita.post(&of(world, ADA, "indirizzo").await, &before).await.status, 303, "nobody's role yet");
    world.settle().await;
    let link = world.mails_to("rita.tre@posta.example").pop().unwrap().link("/indirizzo/");
    let role = [("email", ADA), ("ruolo", "admin")];
    assert_eq!(admin.post("/gestione/ruoli", &role).await.status, 303);
    world.browser().post(&link, &[]).await;
    let ada = people::by_email(world.desk.store.reader(), ADA).await.unwrap();
    assert!(ada.is_some(), "the link that was asked for before ended with the role");
});

on_both!(somebody_added_on_the_phone_by_a_double_click_is_one_person_in_one_place, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    for _ in 0..2 {
        person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[("altra", "si")]).await);
    }
    let (reader, offering) = (world.desk.store.reader(), world.offering("workshop-1").await);
    assert_eq!(people::search(reader, "senzamail", 9).await.unwrap().len(), 1);
    let row = percorso::store::offerings::find(reader, offering).await.unwrap().unwrap();
    assert_eq!(row.taken, 1);
});

on_both!(a_note_written_by_a_double_click_is_one_and_nobody_takes_away_one_about_themselves, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    world.with_role(RITA, Role::Admin).await;
    for _ in 0..2 {
        let written = admin.post(&of(world, RITA, "note").await, &[("nota", "Chiamare dopo le 18")]).await;
        assert_eq!(written.status, 303);
    }
    let reader = world.desk.store.reader();
    let all = notes::of_person(reader, world.person(RITA).await).await.unwrap();
    assert_eq!(all.len(), 1);
    let path = format!("/gestione/note/{}/togli", all[0].id);
    assert_eq!(world.signed_in(RITA).await.post(&path, &[]).await.status, 404);
    assert_eq!(notes::of_person(reader, world.person(RITA).await).await.unwrap().len(), 1);
});

on_both!(what_the_office_entered_is_not_overwritten_by_a_form, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let more = [("cognome", "Rossi"), ("email", BEA), ("profilo", "volontariato")];
    person_of(&by_phone(world, &admin, "Maria", "workshop-1", &more).await);
    let mut web = form("Mario", BEA, &[]);
    web.retain(|(name, _)| *name != "telefono");
    let sent = world.browser().post("/workshop/valutazione-di-efficacia/iscrizione", &web).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    let mails = world.mails_to(BEA);
    let link = mails.iter().find(|mail| mail.text.contains("/conferma/")).unwrap().link("/conferma/");
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    let person = people::by_email(world.desk.store.reader(), BEA).await.unwrap().unwrap();
    assert_eq!((person.full_name().as_str(), person.phone.as_deref()), ("Maria Rossi", Some("02 1234567")));
    assert!(person.email_confirmed_at.is_some());
});

on_both!(of_whoever_never_confirmed_what_the_office_wrote_goes_too, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let fields = form("Zibaldona", "zibaldona@posta.example", &[]);
    assert_eq!(world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await.status, 303);
    world.settle().await;
    let email = "zibaldona@posta.example";
    assert_eq!(
        admin.post(&of(world, email, "note").await, &[("nota", "suona il fagotto")]).await.status,
        303
    );
    let other = [("visto_email", email), ("email", "zibaldona.altra@posta.example")];
    assert_eq!(admin.post(&of(world, email, "indirizzo").await, &other).await.status, 303);
    for word in ["zibaldona", "fagotto"] {
        assert!(!where_is(world, word).await.is_empty(), "«{word}» was stored");
    }
    world.wait(TimeDelta::days(8)).await;
    for word in ["zibaldona", "fagotto"] {
        assert_eq!(where_is(world, word).await, Vec::<String>::new(), "{word}");
    }
});

on_both!(with_somebody_who_is_erased_goes_what_they_had_said_and_nobody_had_answered, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let (session, ada) = (world.session("workshop-1", 1).await, world.person(ADA).await);
    open_dispute(&world.desk, session, ada, "C’ero").await.unwrap();
    let admin = world.admin().await;
    let gone = admin.post(&format!("/gestione/persone/{ada}/cancella"), &[("conferma", "Prova")]).await;
    assert_eq!(gone.status, 303, "{}", gone.text());
    let said = disputes::of_person(world.desk.store.reader(), ada).await.unwrap();
    let open: Vec<i64> = said.iter().filter(|dispute| dispute.is_open()).map(|dispute| dispute.id).collect();
    assert_eq!(open, Vec::<i64>::new());
    admin.post(&format!("/gestione/contestazioni/{}", said[0].id), &[("motivo", "il foglio dice no")]).await;
    for word in ["c’ero", "il foglio dice no"] {
        assert_eq!(where_is(world, word).await, Vec::<String>::new(), "{word}");
    }
});
