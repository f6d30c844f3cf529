//! What is said on the phone: lines of its own, with what is so when the call is made; what nobody needs to hear leaves
//! the list.

use std::collections::BTreeSet;

use percorso::domain::enrolment::State;
use percorso::domain::person::Language;
use percorso::words::call::{Call, Thing, conversation};

use crate::harness::changing::{ADA, FIRST, change, moved, on};
use crate::letter_samples::letters;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

/// Words that only a mail can say.
const OF_MAILS: [&str; 8] = ["http", "mail", "collegament", "rispond", "link", "reply", "write to", "call-"];

/// Letters that are written to an address only: they never become a call.
const TO_ADDRESSES: [&str; 15] = [
    "address-asked",
    "check-name",
    "confirm-address",
    "confirm-sign-up",
    "course-day",
    "course-day-cancelled",
    "data-erased",
    "date-out",
    "digest",
    "known-sign-up",
    "not-tomorrow",
    "reminder",
    "sign-in",
    "test-mail",
    "tomorrow-in-the-room",
];

#[test]
fn every_call_has_lines_of_its_own_with_no_links_and_no_words_of_mails() {
    let views = crate::harness::views();
    let mut unsaid = BTreeSet::new();
    for rich in [true, false] {
        for language in Language::ALL {
            let given = if rich { "Ugo" } else { "" };
            let phone = rich.then_some("800 135 437");
            let call = Call { language, given, organisation: "AMALO", phone };
            for letter in letters(rich) {
                let code = letter.code();
                let things = [Thing { edition: None, letter: &letter }];
                let said = conversation(views.words(), call, &things);
                let lines: Vec<String> = said.things.into_iter().flatten().flatten().collect();
                if lines.is_empty() {
                    assert!(said.hello.is_empty() && said.bye.is_empty(), "{code}: nobody is called");
                    unsaid.insert(code);
                    continue;
                }
                for line in lines.into_iter().chain([said.hello]).chain(said.bye) {
                    let lower = line.to_lowercase();
                    assert!(OF_MAILS.iter().all(|word| !lower.contains(word)), "{code}: {line}");
                    assert!(!line.trim_end().ends_with(':') && !line.is_empty(), "{code}: {line}");
                }
            }
        }
    }
    assert_eq!(unsaid, BTreeSet::from(TO_ADDRESSES));
}

on_both!(a_place_nobody_was_told_of_is_told_with_the_date_of_today_and_by_one_call, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-26")).await]).await;
    assert_eq!(to_say(world, ugo).await, ["place-confirmed"]);
    for path in ["/gestione/telefonate".to_owned(), format!("/gestione/persone/{ugo}")] {
        let page = admin.get(&path).await;
        page.says("Il tuo posto nel workshop è confermato.");
        page.says("Il promotore dell’Ama. Quando: venerdì 26 settembre, orario in arrivo.");
        let text = page.text();
        let call = text.split_once("Ciao Ugo").expect("the call").1.split_once("Fatto").unwrap().0;
        assert!(!call.contains("24 settembre"), "{call}");
        for word in OF_MAILS {
            assert!(!call.to_lowercase().contains(word), "{word}: {call}");
        }
    }
    assert_eq!(admin.get("/en/gestione/telefonate").await.status, 200);
});

on_both!(what_can_be_chosen_is_what_can_be_chosen_when_the_call_is_made, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let page = admin.get("/gestione/telefonate").await;
    page.says("Per il corso ti serve ancora 1 workshop.");
    page.says("Puoi scegliere Auto mutuo aiuto e professionismo");
    let second = world.offering("workshop-2").await.to_string();
    let path = format!("/gestione/persone/{ugo}/iscrivi");
    assert_eq!(admin.post(&path, &[("offerta", second.as_str())]).await.status, 303);
    let page = admin.get("/gestione/telefonate").await;
    assert!(!page.text().contains("Puoi scegliere"), "{}", page.text());
    page.says("Con i workshop prenotati avrai quelli che servono per il corso.");
});

on_both!(a_call_about_a_day_that_is_over_leaves_the_list_by_itself, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    assert_eq!(to_say(world, ugo).await, ["place-confirmed"]);
    // Until the jobs come by, the page says so.
    world.desk.clock.stand_at("2014-09-25T08:00:00Z".parse().unwrap());
    let page = admin.get("/gestione/telefonate").await;
    page.says("Non serve più");
    assert!(!page.text().contains("Ciao Ugo"), "{}", page.text());
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, Vec::<String>::new());
    admin.get("/gestione/telefonate").await.says("Nessuna telefonata da fare.");
});

on_both!(a_call_about_an_application_that_was_withdrawn_leaves_the_list, |world| {
    crate::applications::by_decision(world).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    for key in ["workshop-2", "corso"] {
        let offering = world.offering(key).await.to_string();
        let fields = [("offerta", offering.as_str())];
        assert_eq!(
            admin.post(&format!("/gestione/persone/{ugo}/iscrivi"), &fields).await.status,
            303,
            "{key}"
        );
    }
    let asked = to_say(world, ugo).await;
    assert!(asked.contains(&"application-received".to_owned()), "{asked:?}");
    let reader = world.desk.store.reader();
    let all = percorso::store::enrolments::of_person(reader, ugo).await.unwrap();
    let applied = all.iter().find(|e| e.state().unwrap() == State::Applied).expect("an application").id;
    percorso::usecases::cancel_enrolment::by_person(&world.desk, applied, ugo).await.expect("withdrawn");
    world.settle().await;
    assert!(!to_say(world, ugo).await.contains(&"application-received".to_owned()));
});

on_both!(somebody_with_an_address_is_written_to_and_no_call_is_made, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(to_say(world, world.person(ADA).await).await, Vec::<String>::new());
});
