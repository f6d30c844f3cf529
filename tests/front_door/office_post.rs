//! The office's post: each letter with its state and its text, no link of which works; and *send again*.

use percorso::domain::letter::{Letter, Payload};
use percorso::store::outbox::{self, OutboxLetter};

use crate::harness::changing::{change, moved, on};
use crate::harness::{Mail, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";

/// The newest letter of a kind to Ada.
async fn letter(world: &World, kind: &str) -> OutboxLetter {
    let person = world.person(ADA).await;
    let all = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    all.into_iter().find(|letter| letter.kind == kind).expect("the letter")
}

/// The content line of a mail's calendar object that begins so.
fn line(mail: &Mail, start: &str) -> String {
    mail.calendar().lines().find(|line| line.starts_with(start)).expect("the line").to_owned()
}

on_both!(the_post_lists_every_letter_by_its_state_and_each_page_opens_in_both_languages, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    admin.get("/gestione/posta").await.says("Nessuna mail.");
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let page = admin.get("/gestione/posta").await;
    page.says("Prova Ada");
    page.says("posto confermato");
    page.says("Spedite, 2");
    let confirmed = letter(world, "place-confirmed").await.id;
    let one = admin.get(&format!("/gestione/posta/{confirmed}")).await;
    one.says("Invito, SEQUENCE 0");
    one.says("spedita");
    for query in ["stato=sent", "stato=x", "pagina=-1", "pagina=99999999999999999999", "pagina=7"] {
        assert_eq!(admin.get(&format!("/gestione/posta?{query}")).await.status, 200, "{query}");
    }
    assert!(!admin.get("/gestione/posta?stato=refused").await.text().contains("Prova Ada"));
    let dates = [
        "/gestione/posta".to_owned(),
        format!("/gestione/posta/{confirmed}"),
        "/gestione/offerte".to_owned(),
        format!("/gestione/offerte/{}", world.offering("workshop-4").await),
        format!("/gestione/offerte/{}", world.offering("corso").await),
        format!("/gestione/sessioni/{}", world.session("corso", 2).await),
        format!("/gestione/sessioni/{}", world.session("workshop-4", 1).await),
    ];
    for path in dates {
        for prefix in ["", "/en"] {
            let page = admin.get(&format!("{prefix}{path}")).await;
            assert_eq!(page.status, 200, "{prefix}{path}: {}", page.text());
        }
    }
    assert_eq!(admin.get("/gestione/posta/99999").await.status, 404);
});

on_both!(no_link_and_no_code_of_a_letter_can_be_read_in_the_post, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let mails = world.mails_to(ADA);
    let confirm = mails[0].link("/conferma/");
    let leave = mails[1].link("/disdici/");
    assert_eq!(world.browser().post("/accedi", &[("email", ADA)]).await.status, 303);
    let waits = letter(world, "sign-in").await;
    let stored: Payload = serde_json::from_str(&waits.payload).unwrap();
    let Letter::SignIn { token, code, .. } = stored.letter else { panic!("{}", waits.payload) };
    assert!(!token.is_empty() && !code.is_empty(), "nobody has sent it yet");
    let mut secrets = vec![token, code];
    secrets.extend([&confirm, &leave].map(|link| link.rsplit('/').next().unwrap().to_owned()));
    let all = outbox::of_person(world.desk.store.reader(), world.person(ADA).await).await.unwrap();
    for letter in &all {
        let mut stored: Payload = serde_json::from_str(&letter.payload).unwrap();
        let links = stored.letter.links_mut().into_iter().map(|(_, token)| token.clone());
        secrets.extend(links.filter(|token| !token.is_empty()));
    }
    for letter in &all {
        let page = admin.get(&format!("/gestione/posta/{}", letter.id)).await;
        assert_eq!(page.status, 200);
        for secret in &secrets {
            assert!(!page.body.contains(secret.as_str()), "{} shows a secret", letter.kind);
        }
        assert!(!page.body.contains("href=\"https://percorso.example/disdici"), "{}", letter.kind);
    }
    let again = admin.post(&format!("/gestione/posta/{}/di-nuovo", waits.id), &[]).await;
    assert_eq!(again.status, 422);
    again.says("Una mail che fa entrare non si manda di nuovo");
});

on_both!(a_letter_that_two_people_send_again_leaves_once, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, old) = (world.admin().await, letter(world, "waiting-list-joined").await.id);
    let path = format!("/gestione/posta/{old}/di-nuovo");
    assert_eq!(admin.post(&path, &[]).await.status, 303);
    let twice = admin.post(&path, &[]).await;
    assert_eq!(twice.status, 422, "{:?}", twice.location);
    twice.says("Questa mail è ripartita da poco");
    world.settle().await;
    let joined = || world.mails_to(ADA).iter().filter(|mail| mail.kind() == "waiting-list-joined").count();
    assert_eq!(joined(), 2);
    world.wait(chrono::TimeDelta::minutes(6)).await;
    assert_eq!(admin.post(&path, &[]).await.status, 303, "later it may be needed once more");
    world.settle().await;
    assert_eq!(joined(), 3);
});

on_both!(a_sent_letter_is_sent_again_as_a_new_one_of_the_same_invite, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let old = letter(world, "place-confirmed").await.id;
    let page = admin.get(&format!("/gestione/posta/{old}")).await;
    page.says("Manda di nuovo");
    let again = admin.post(&format!("/gestione/posta/{old}/di-nuovo"), &[]).await;
    let new = letter(world, "place-confirmed").await.id;
    assert_ne!(new, old);
    assert_eq!(again.location, Some(format!("/gestione/posta/{new}?fatto=letter-new")));
    world.settle().await;
    let mails: Vec<Mail> =
        world.mails_to(ADA).into_iter().filter(|mail| mail.kind() == "place-confirmed").collect();
    assert_eq!(mails.len(), 2);
    for same in ["UID:", "SEQUENCE:", "METHOD:"] {
        assert_eq!(line(&mails[0], same), line(&mails[1], same));
    }
    assert!(line(&mails[1], "DTSTAMP:") > line(&mails[0], "DTSTAMP:"));
    assert_ne!(mails[0].message_id, mails[1].message_id);
    assert_ne!(mails[0].link("/disdici/"), mails[1].link("/disdici/"), "with links of its own");
    let older = admin.post(&format!("/gestione/posta/{old}/di-nuovo"), &[]).await;
    assert_eq!(older.status, 422);
    older.says("c’è una mail più nuova");
    let person = world.person(ADA).await;
    admin.get(&format!("/gestione/persone/{person}")).await.says("Mail mandata di nuovo");
});

/// The letter was refused by its mail server, as far as the outbox knows.
async fn refused(world: &World, letter: &OutboxLetter) {
    let tx = world.desk.store.begin().await.unwrap();
    let (payload, why, now) = (letter.payload.clone(), Some("550 no".to_owned()), world.desk.clock.now());
    outbox::end(&tx, letter.id, "refused", payload, why, now).await.unwrap();
    tx.commit().await.unwrap();
}

on_both!(r70_a_refused_request_is_not_tried_again_once_its_cancel_was_written, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let request = letter(world, "place-confirmed").await;
    refused(world, &request).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let again = world.admin().await.post(&format!("/gestione/posta/{}/di-nuovo", request.id), &[]).await;
    assert_eq!(again.status, 422);
    again.says("c’è una mail più nuova");
    world.settle().await;
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "place-released", "the CANCEL stays the last word");
});

on_both!(a_change_that_was_undone_does_not_bar_the_letter_before_it, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let old = letter(world, "place-confirmed").await.id;
    for date in ["2014-09-25", "2014-09-24"] {
        change(world, vec![moved(world, "workshop-1", 1, on(date)).await]).await;
    }
    let again = world.admin().await.post(&format!("/gestione/posta/{old}/di-nuovo"), &[]).await;
    assert_eq!(again.status, 303, "{}", again.text());
});

on_both!(a_letter_that_is_not_true_any_more_is_not_sent_again, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let again = async |kind: &str| {
        let id = letter(world, kind).await.id;
        admin.post(&format!("/gestione/posta/{id}/di-nuovo"), &[]).await
    };
    assert_eq!(again("waiting-list-joined").await.status, 303, "Ada waits, as it says");
    world.settle().await;
    let bea = world.signed_in("bea@posta.example").await;
    let enrolment = world.enrolment("bea@posta.example", "workshop-1").await;
    assert_eq!(bea.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    assert_eq!(again("place-offered").await.status, 303, "the offer is open");
    world.settle().await;
    let mine = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{mine}/accetta"), &[]).await.status, 303);
    world.settle().await;
    for kind in ["waiting-list-joined", "place-offered"] {
        let answer = again(kind).await;
        assert_eq!(answer.status, 422, "{kind}");
        answer.says("Quello che dice questa mail non vale più");
    }
});

on_both!(a_cancel_whose_appointment_went_on_in_the_feed_is_not_sent_again, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    assert_eq!(ada.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(chrono::TimeDelta::minutes(1)).await;
    let cancel = letter(world, "course-day-cancelled").await.id;
    let again = world.admin().await.post(&format!("/gestione/posta/{cancel}/di-nuovo"), &[]).await;
    assert_eq!(again.status, 422, "{}", again.text());
});
