//! What reviews of the whole found: each as the story in which somebody would have met it.

use chrono::TimeDelta;
use percorso::domain::change::{Edit, Texts};
use percorso::domain::edition_file::{self, Checked};
use percorso::domain::waiting_list::Offers;
use percorso::store::{date_requests, meta, outbox, people};
use percorso::usecases::import_edition::{Imported, import_edition, preview_import};

use crate::edition_drafts::draft;
use crate::feeds::{feed_of, fetch, number, one, value};
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, on, set_capacity};
use crate::harness::{PROGRAMME, World, form};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const NEW: &str = "ada.nuova@posta.example";

fn file() -> Checked {
    edition_file::read(PROGRAMME).unwrap()
}

fn kinds(world: &World, address: &str) -> Vec<String> {
    world.mails_to(address).iter().map(|mail| mail.kind().to_owned()).collect()
}

async fn offering_id(world: &World, key: &str) -> String {
    world.offering(key).await.to_string()
}

on_both!(whoever_the_office_entered_and_then_signs_up_on_the_web_reads_what_they_have_already, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ada = person_of(&by_phone(world, &admin, "Ada", "workshop-1", &[("email", ADA)]).await);
    world.settle().await;
    assert_eq!(kinds(world, ADA), ["place-confirmed"]);
    let typed = form("Adelaide", ADA, &[SECOND]);
    let sent = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &typed).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    world.settle().await;
    assert_eq!(kinds(world, ADA), ["place-confirmed", "known-sign-up"]);
    let mail = world.mails_to(ADA).pop().unwrap();
    for sentence in ["Quello che hai già scelto", "Da confermare", "Ciao Ada"] {
        assert!(mail.text.contains(sentence), "{sentence}: {}", mail.text);
    }
    assert_eq!(world.browser().post(&mail.link("/conferma/"), &[]).await.status, 303);
    assert_eq!(
        (world.states(ADA, "workshop-1").await, world.states(ADA, "workshop-2").await),
        (vec!["confirmed".to_owned()], vec!["confirmed".to_owned()])
    );
    let person = people::find(world.desk.store.reader(), ada).await.unwrap().unwrap();
    assert_eq!((person.given_name.as_str(), person.phone.as_deref()), ("Ada", Some("02 1234567")));
});

on_both!(a_letter_sent_again_goes_where_the_person_is_written_to_now, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.settle().await;
    assert_eq!(kinds(world, ADA).last().map(String::as_str), Some("waiting-list-joined"));
    let (person, admin) = (world.person(ADA).await, world.admin().await);
    let path = format!("/gestione/persone/{person}/indirizzo");
    assert_eq!(admin.post(&path, &[("visto_email", ADA), ("email", NEW)]).await.status, 303);
    world.settle().await;
    let confirm = world.mails_to(NEW)[0].link("/indirizzo/");
    assert_eq!(world.browser().post(&confirm, &[]).await.status, 303);
    world.settle().await;
    let before = (kinds(world, ADA), kinds(world, NEW));
    let all = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let old = all.into_iter().find(|letter| letter.kind == "waiting-list-joined").unwrap();
    let again = admin.post(&format!("/gestione/posta/{}/di-nuovo", old.id), &[]).await;
    assert_eq!(again.status, 303, "{}", again.text());
    world.settle().await;
    assert_eq!(kinds(world, ADA), before.0, "nothing more goes to the address of before");
    let mut now = before.1;
    now.push("waiting-list-joined".to_owned());
    assert_eq!(kinds(world, NEW), now);
});

on_both!(the_same_file_once_more_takes_nothing_back_that_the_office_changed_since, |world| {
    assert_eq!(world.import(&file()).await, Ok(Imported::Created));
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-03")).await]).await;
    set_capacity(world, world.offering("workshop-1").await, Some(12)).await;
    assert_eq!(world.import(&file()).await, Ok(Imported::Nothing));
    let programme = percorso::store::programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    let second = programme.by_slug(SECOND).and_then(|offered| offered.first_date());
    let places = programme.by_slug(FIRST).and_then(|offered| offered.row.capacity);
    assert_eq!((second, places), ("2014-10-03".parse().ok(), Some(12)));
});

on_both!(a_file_is_not_taken_over_what_somebody_changed_after_it_was_looked_at, |world| {
    assert_eq!(world.import(&file()).await, Ok(Imported::Created));
    let mut wanted = file();
    wanted.offerings[0].capacity = Some(25);
    let looked = preview_import(&world.desk, &wanted).await.expect("it may be imported");
    change(world, vec![moved(world, "workshop-2", 1, on("2014-10-03")).await]).await;
    let refused =
        import_edition(&world.desk, &wanted, &looked.seen).await.expect_err("it was looked at before");
    let said = format!("{refused:?}");
    assert!(said.contains("somebody changed the edition meanwhile"), "{said}");
    let programme = percorso::store::programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    assert_eq!(
        programme.by_slug(FIRST).and_then(|offered| offered.row.capacity),
        None,
        "nothing was written"
    );
});

on_both!(a_draft_is_deleted_and_not_called_off, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Condurre un gruppo").await;
    let fields = [("titolo", "Condurre un gruppo"), ("versione", "1"), ("azione", "annulla")];
    let refused = admin.post(&format!("/gestione/offerte/{id}"), &fields).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says("È una bozza: non la conosce nessuno");
    let row = percorso::store::offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    assert_eq!(row.status().code(), "draft");
});

on_both!(a_corrected_title_reaches_the_feed_with_a_later_stamp_and_the_same_number, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let feed = feed_of(&ada).await;
    let before = one(&fetch(world, &feed).await.body);
    world.wait(TimeDelta::minutes(5)).await;
    let texts = Texts { title: Some("Il promotore dell’AMA, di nuovo".into()), ..Texts::default() };
    let offering = world.offering("workshop-1").await;
    change(world, vec![Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic }]).await;
    world.wait(TimeDelta::hours(1)).await;
    let after = one(&fetch(world, &feed).await.body);
    assert!(value(&after, "SUMMARY").contains("di nuovo"), "{}", value(&after, "SUMMARY"));
    assert_eq!((number(&after), value(&after, "UID")), (number(&before), value(&before, "UID")));
    assert!(value(&after, "DTSTAMP") > value(&before, "DTSTAMP"));
    let held = one(&fetch(world, &feed).await.body);
    assert_eq!(value(&held, "DTSTAMP"), value(&after, "DTSTAMP"), "what does not change keeps its stamp");
});

on_both!(asking_to_be_told_of_a_date_is_something_that_happened, |world| {
    world.programme(|_| {}).await;
    world.wait(TimeDelta::days(3)).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let reader = world.desk.store.reader();
    let requests = date_requests::open_for(reader, world.offering("workshop-4").await).await.unwrap();
    assert_eq!(requests.len(), 1);
    let newest = meta::newest_instant(reader).await.unwrap();
    assert_eq!(newest.map(|at| at.timestamp()), Some(world.desk.clock.now().timestamp()));
});

on_both!(numbers_no_place_can_have_are_a_fault_at_their_field, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}", offering_id(world, "workshop-1").await);
    for typed in ["-9223372036854775808", "9223372036854775807", "99999999999999999999", "-1", "1e3"] {
        let fields = [
            ("titolo", "Il promotore dell’AMA"),
            ("capienza", typed),
            ("offerte", "automatic"),
            ("versione", "1"),
            ("azione", "salva"),
        ];
        let refused = admin.post(&path, &fields).await;
        assert_eq!(refused.status, 422, "{typed}: {}", refused.text());
        assert!(refused.body.contains(&format!("value=\"{typed}\"")), "{typed} is kept");
    }
    world.the_laws_hold().await;
});

on_both!(a_certificate_never_asks_for_more_days_than_the_course_has, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}", offering_id(world, "corso").await);
    let page = admin.get(&path).await;
    let seen = crate::office_changes::hidden(&page, "action=\"");
    let rule = |days: &'static str| {
        [
            ("richiesti", "2"),
            ("provvisori", "si"),
            ("giornate", days),
            ("offerte", "automatic"),
            ("azione", "salva"),
        ]
    };
    let typed = rule("8");
    let refused = admin.post(&path, &crate::editions::with(&seen, &typed)).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let text =
        PROGRAMME.replacen("workshops_required = 2", "workshops_required = 2\ncertificate_days = 8", 1);
    let said = format!("{:?}", edition_file::read(&text).expect_err("eight of seven"));
    assert!(said.contains("8 is more days than the course has"), "{said}");
    let seven =
        PROGRAMME.replacen("workshops_required = 2", "workshops_required = 2\ncertificate_days = 7", 1);
    assert_eq!(edition_file::read(&seven).unwrap().edition.rule.certificate_days, Some(7));
});

on_both!(a_button_no_page_has_does_nothing_to_an_edition, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2014/stato";
    for azione in ["", "elimina-tutto", "PUBBLICA"] {
        assert_eq!(admin.post(path, &[("azione", azione), ("versione", "1")]).await.status, 404, "{azione}");
    }
    world.browser().get(&format!("/workshop/{SECOND}")).await.says("2 ottobre");
});

on_both!(whoever_was_erased_while_signed_in_gets_no_further_by_any_way_they_held, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let feed = feed_of(&ada).await;
    let leave = world
        .mails_to(ADA)
        .iter()
        .find_map(|mail| mail.text.contains("/disdici/").then(|| mail.link("/disdici/")));
    let leave = leave.expect("a letter with the way to give the place back");
    let (person, held) = (world.person(ADA).await, world.enrolment(ADA, "workshop-1").await);
    let admin = world.admin().await;
    let path = format!("/gestione/persone/{person}");
    assert_eq!(admin.post(&format!("{path}/cancella"), &[("conferma", "prova")]).await.status, 303);
    world.settle().await;
    let left = world.mails().len();
    assert_eq!(fetch(world, &feed).await.status, 404);
    assert_eq!(world.browser().get(&leave).await.status, 404);
    assert_eq!(world.browser().post(&leave, &[]).await.status, 404);
    let anew = ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await;
    assert_eq!(anew.status, 422, "signed in no more: the form asks who it is");
    for path in [format!("/mio-percorso/{held}/disdici"), format!("/mio-percorso/{held}/cambia")] {
        let answer = ada.post(&path, &[]).await;
        assert!(
            answer.status == 404 || answer.location.as_deref().is_some_and(|to| to.contains("/accedi")),
            "{path}: {} {:?}",
            answer.status,
            answer.location
        );
    }
    let fields = [("offerta", "1"), ("motivo", "era presente"), ("conferma", "si")];
    for rest in ["iscrivi", "deroga"] {
        assert_eq!(admin.post(&format!("{path}/{rest}"), &fields).await.status, 404, "{rest}");
    }
    assert_eq!(world.browser().post("/accedi", &[("email", ADA)]).await.status, 303);
    world.settle().await;
    assert_eq!(world.mails().len(), left, "nobody is written to");
    world.the_laws_hold().await;
});
