//! A certificate says something else than the register after a correction: a doubt for each session, ended by a
//! correction back, by printing it anew with what is so by now, or by revoking it.

use percorso::store::attendance;

use crate::corrections::open_tasks;
use crate::finished_course::{PAGE, certificate, finished, press, publish, rename};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::ADA;
use crate::on_both;

/// The form that corrects Ada's mark of a day of the course.
async fn form(world: &World, day: i64, letter: &str, button: &str) -> Answer {
    let (session, person) = (world.session("corso", day).await, world.person(ADA).await);
    let last = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap().remove(&person);
    let seen = last.map_or(0, |row| row.id).to_string();
    let fields = [
        ("valore", letter),
        ("motivo", "Controllato sul foglio"),
        ("versione", seen.as_str()),
        ("azione", button),
    ];
    world.admin().await.post(&format!("/gestione/presenze/{session}/{person}"), &fields).await
}

async fn correct(world: &World, day: i64, letter: &str) {
    let saved = form(world, day, letter, "salva").await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// The sessions that are in doubt.
async fn doubts(world: &World) -> Vec<i64> {
    let open = open_tasks(world).await;
    assert!(open.iter().all(|task| task.kind == "certificate-in-doubt"), "{open:?}");
    open.iter().filter_map(|task| task.session_id).collect()
}

on_both!(a_correction_that_is_undone_ends_its_own_doubt_and_leaves_that_of_another_day, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    publish(world, ADA).await;
    let (second, third) = (world.session("corso", 2).await, world.session("corso", 3).await);
    correct(world, 2, "A").await;
    assert_eq!(doubts(world).await, [second]);
    correct(world, 2, "G").await;
    assert_eq!(doubts(world).await, [second], "it says as little as before");
    correct(world, 3, "A").await;
    assert_eq!(doubts(world).await, [second, third]);
    world.admin().await.get("/gestione").await.says("attestato in dubbio");
    let looked = form(world, 2, "R", "controlla").await;
    looked.says("L’attestato dice di nuovo quello che dice il registro");
    correct(world, 2, "R").await;
    assert_eq!(doubts(world).await, [third]);
    correct(world, 3, "P").await;
    assert_eq!(doubts(world).await, Vec::<i64>::new());
});

on_both!(it_is_printed_anew_with_what_is_so_by_now_and_that_settles_the_doubt, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let old = publish(world, ADA).await;
    correct(world, 2, "A").await;
    let (admin, person) = (world.admin().await, world.person(ADA).await);
    let link = format!("/gestione/attestati?edizione=autunno-2014&amp;persona={person}#p{person}");
    let list = admin.get("/gestione/da-fare").await;
    assert!(list.body.contains(&format!("href=\"{link}\"")), "{}", list.body);
    let page = admin.get(&format!("{PAGE}?edizione=autunno-2014&persona={person}")).await;
    assert!(page.body.contains(&format!("id=\"p{person}\"")), "{}", page.body);
    page.says("Dice altro rispetto al registro");
    page.says("Riemetti con le presenze di adesso");
    admin.get(&format!("/en{PAGE}?persona={person}")).await.says("Says something else than the register");
    assert_eq!(press(world, &format!("{}/riemetti", old.id), &[]).await.status, 303);
    world.settle().await;
    let new = certificate(world, ADA).await.unwrap();
    assert_eq!(new.number_text().as_deref(), Some("AMA-2014-0001/b"));
    assert_eq!((old.awarded().unwrap().attended(), new.awarded().unwrap().attended()), (3, 2));
    assert_eq!(doubts(world).await, Vec::<i64>::new());
    admin.get("/gestione/da-fare").await.says("AMA-2014-0001/b");
    world.browser().get(&format!("/v/{}", new.code)).await.says("2 su 3");
    world.browser().get(&format!("/v/{}", old.code)).await.says("Sostituito da uno più recente");
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "certificate-ready");
    assert!(letter.text.contains("con i dati corretti"), "{}", letter.text);
    let again = press(world, &format!("{}/riemetti", new.id), &[]).await;
    assert_eq!(again.status, 422, "nothing is in doubt any more");
    again.says("Il nome è scritto come sull’attestato");
    correct(world, 2, "P").await;
    assert_eq!(doubts(world).await.len(), 1, "now the new one says something else");
});

on_both!(one_that_is_not_earned_any_more_is_not_printed_anew_but_can_be_revoked, |world| {
    finished(world, &[("Ada", ADA, "PPA")]).await;
    let row = publish(world, ADA).await;
    correct(world, 1, "A").await;
    let page = world.admin().await.get(PAGE).await;
    page.says("Dice altro rispetto al registro");
    page.says("1 giornata su 3: ne servono 2");
    assert!(!page.body.contains("/riemetti\""), "{}", page.body);
    let refused = press(world, &format!("{}/riemetti", row.id), &[]).await;
    assert_eq!(refused.status, 422);
    refused.says("Un attestato già pubblicato si può revocare");
    assert_eq!(certificate(world, ADA).await.map(|valid| valid.id), Some(row.id));
    let reason = "Una presenza era di un’altra persona";
    assert_eq!(press(world, &format!("{}/revoca", row.id), &[("motivo", reason)]).await.status, 303);
    assert_eq!(doubts(world).await, Vec::<i64>::new());
    world.admin().await.get("/gestione/da-fare").await.says(reason);
});

on_both!(where_nothing_is_in_doubt_a_corrected_name_keeps_what_was_stated_first, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let old = publish(world, ADA).await;
    correct(world, 2, "A").await;
    let task = open_tasks(world).await.pop().unwrap();
    let settled = [("motivo", "Va bene così.")];
    let done = world.admin().await.post(&format!("/gestione/da-fare/{}", task.id), &settled).await;
    assert_eq!(done.status, 303, "{}", done.text());
    rename(world, ADA, "Adele", "Prova").await;
    assert_eq!(press(world, &format!("{}/riemetti", old.id), &[]).await.status, 303);
    let new = certificate(world, ADA).await.unwrap();
    assert_eq!(new.awarded().unwrap().attended(), 3);
});
