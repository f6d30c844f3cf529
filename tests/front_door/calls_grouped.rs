//! The call list has one entry for each person, with all there is to say to them; who is to know something first stands
//! first.

use percorso::store::calls;

use crate::harness::browser::Answer;
use crate::harness::{Browser, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const CALLS: &str = "/gestione/telefonate";

/// The people of the list, in its order.
pub fn people(page: &Answer) -> Vec<String> {
    let heads = page.body.split("<h2 id=\"").skip(1).map(|head| head.split("</h2>").next().unwrap());
    let name = |head: &str| Some(head.split_once("<bdi>")?.1.split_once("</bdi>")?.0.to_owned());
    heads.filter_map(name).collect()
}

/// The tasks of the list that can be crossed off, in its order.
fn tasks(page: &Answer) -> Vec<i64> {
    let forms = page.body.split("action=\"/gestione/telefonate/").skip(1);
    forms.filter_map(|form| form.split_once("/fatto\"")?.0.parse().ok()).collect()
}

/// The tasks of a person in the order in which they came up.
async fn tasks_of(world: &World, person: i64) -> Vec<i64> {
    let open = calls::open_of(world.desk.store.reader(), person).await.unwrap();
    open.into_iter().map(|call| call.task_id).collect()
}

/// Ada waits to hear of the third workshop, and after her Ugo of the second and then of the first.
async fn three_calls(world: &World, admin: &Browser<'_>) -> (i64, i64) {
    let ada = person_of(&by_phone(world, admin, "Ada", "workshop-3", &[]).await);
    let ugo = person_of(&by_phone(world, admin, "Ugo", "workshop-2", &[]).await);
    let first = world.offering("workshop-1").await.to_string();
    let path = format!("/gestione/persone/{ugo}/iscrivi");
    assert_eq!(admin.post(&path, &[("offerta", first.as_str())]).await.status, 303);
    (ada, ugo)
}

on_both!(whoever_is_to_be_told_several_things_stands_once_on_the_list_and_who_is_due_first_on_top, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let (ada, ugo) = three_calls(world, &admin).await;
    let (of_ada, of_ugo) = (tasks_of(world, ada).await, tasks_of(world, ugo).await);
    assert_eq!((of_ada.len(), of_ugo.len()), (1, 2));
    let page = admin.get(CALLS).await;
    assert_eq!(people(&page), ["Ugo Senzamail", "Ada Senzamail"]);
    assert_eq!(
        tasks(&page),
        [of_ugo[1], of_ugo[0], of_ada[0]],
        "the workshop that comes first is said first"
    );
    page.says("Telefonate da fare 2");
    for task in [of_ugo[0], of_ugo[1], of_ada[0]] {
        assert_eq!(page.body.matches(&format!("id=\"chiamata-{task}\"")).count(), 1, "{task}");
    }
    assert_eq!(page.body.matches("href=\"tel:021234567\"").count(), 2, "one number for each person");
    assert_eq!(admin.post(&format!("{CALLS}/{}/fatto", of_ugo[1]), &[]).await.status, 303);
    let page = admin.get(CALLS).await;
    assert_eq!(tasks(&page), [of_ugo[0], of_ada[0]], "each thing is crossed off by itself");
    assert_eq!(people(&page), ["Ugo Senzamail", "Ada Senzamail"]);
    assert_eq!(admin.post(&format!("{CALLS}/{}/fatto", of_ugo[0]), &[]).await.status, 303);
    assert_eq!(people(&admin.get(CALLS).await), ["Ada Senzamail"]);
});

on_both!(a_printed_call_list_is_in_the_same_order, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    three_calls(world, &admin).await;
    let paper = admin.get(&format!("{CALLS}?stampa=si")).await;
    assert_eq!(people(&paper), ["Ugo Senzamail", "Ada Senzamail"]);
    paper.says("2 telefonate da fare.");
    assert_eq!(tasks(&paper), Vec::<i64>::new());
});
