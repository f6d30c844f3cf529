//! Somebody who says no to an offered place gives nothing back: pages, letters and calls say what they did, and that their
//! wait is over with it.

use percorso::usecases::cancel_enrolment;

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, ask_for_the_course};
use crate::harness::mails::Mail;
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const NO: &str = "Hai detto di no al posto che ti avevamo offerto: può andare a un’altra persona, e tu non sei più in lista d’attesa.";

/// The words of a letter in one line.
fn words(letter: &Mail) -> String {
    letter.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last letter of a kind to Bea.
fn to_bea(world: &World, kind: &str) -> Mail {
    world.mails_to(BEA).into_iter().rfind(|mail| mail.kind() == kind).expect("the letter")
}

/// Ada gives back the only place of something.
async fn ada_leaves(world: &World, key: &str) {
    let (enrolment, person) = (world.enrolment(ADA, key).await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, enrolment, person).await.unwrap();
    world.settle().await;
}

on_both!(whoever_says_no_to_a_place_in_a_workshop_is_not_told_that_they_gave_one_back, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    ada_leaves(world, "workshop-1").await;
    let offer = to_bea(world, "place-offered");
    let no = offer.text.lines().map(str::trim).find(|line| line.ends_with("/no")).expect("the link");
    let no = no.strip_prefix(crate::harness::SITE).expect("our link").to_owned();
    let asked = world.browser().get(&no).await;
    asked.says("Dici di no al posto che si è liberato?");
    asked.says("Dico di no");
    let path = format!("/mio-percorso/{}/rinuncia", world.enrolment(BEA, "workshop-1").await);
    assert_eq!(bea.post(&path, &[]).await.location.as_deref(), Some("/mio-percorso?fatto=offer-declined"));
    let told = bea.get("/mio-percorso?fatto=offer-declined").await;
    told.says("Fatto: hai detto di no al posto. Può andare a un’altra persona, e la tua attesa finisce qui.");
    let page = world.browser().get(&no).await;
    page.says("Hai detto di no al posto");
    page.says("Può andare a un’altra persona, e tu non sei più in lista d’attesa. Se cambi idea, puoi iscriverti di nuovo.");
    assert!(!page.text().contains("lasciato"), "{}", page.text());
    world.browser().get(&format!("/en{no}")).await.says("You have said no to the place");
    world.settle().await;
    let letter = to_bea(world, "place-released");
    assert_eq!(letter.subject, "Hai detto di no al posto per mercoledì 24 settembre");
    assert!(words(&letter).contains(NO), "{}", letter.text);
    assert!(letter.html.contains("Hai detto di no al posto che ti avevamo offerto"), "{}", letter.html);
    for other in ["Hai liberato", "Hai lasciato", "annullata"] {
        assert!(!words(&letter).contains(other), "{other}: {}", letter.text);
    }
});

on_both!(whoever_says_no_to_a_place_on_the_course_has_not_left_it, |world| {
    ask_for_the_course(world, |file| file.offerings[5].capacity = Some(1)).await;
    ada_leaves(world, "corso").await;
    assert_eq!(world.offers_by_hand("corso").await.status, 303);
    let path = format!("/mio-percorso/{}/rinuncia", world.enrolment(BEA, "corso").await);
    assert_eq!(world.signed_in(BEA).await.post(&path, &[]).await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "corso").await, ["cancelled(declined)"]);
    let letter = to_bea(world, "course-left");
    assert_eq!(letter.subject, "Hai detto di no al posto nel corso");
    assert!(words(&letter).contains(NO), "{}", letter.text);
    for other in ["Hai lasciato", "annullata", "inviti per il calendario"] {
        assert!(!words(&letter).contains(other), "{other}: {}", letter.text);
    }
});

on_both!(a_no_on_the_phone_is_said_back_as_a_no, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    ada_leaves(world, "workshop-1").await;
    assert_eq!(to_say(world, ugo).await, ["place-offered"]);
    let offered =
        percorso::store::enrolments::of_person(world.desk.store.reader(), ugo).await.unwrap().remove(0);
    let says_no = format!("/gestione/iscrizioni/{}/rinuncia", offered.id);
    assert_eq!(admin.post(&says_no, &[]).await.status, 303);
    assert_eq!(to_say(world, ugo).await, ["place-released"]);
    let page = admin.get("/gestione/telefonate").await;
    page.says("Hai detto di no al posto che ti avevamo offerto: non sei più in lista d’attesa.");
    assert!(!page.text().contains("Il tuo posto è libero"), "{}", page.text());
});
