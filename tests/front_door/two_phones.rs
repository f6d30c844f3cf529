//! Two people with the same register open: nobody's marks are lost, and only who has a place can be marked.

use percorso::domain::attendance::Mark;
use percorso::domain::refusal::Refusal;
use percorso::store::attendance;
use percorso::usecases::No;
use percorso::usecases::close_register::close_register;
use percorso::usecases::take_attendance::{Entry, take_attendance};

use crate::harness::{TRAINER, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";

async fn mark(world: &World, email: &str) -> Option<Mark> {
    let session = world.session("workshop-1", 1).await;
    let marks = attendance::latest_marks(world.desk.store.reader(), session).await.unwrap();
    marks.get(&world.person(email).await).and_then(|row| Mark::from_code(&row.value))
}

/// Ada and Bea are in the room, Ciro waits for a place, Dina gave hers back.
async fn in_the_room(world: &World) {
    world.programme(|file| file.offerings[0].capacity = Some(2)).await;
    let dina = world.sign_up("Dina", "dina@posta.example", &[FIRST]).await;
    let hers = world.enrolment("dina@posta.example", "workshop-1").await;
    assert_eq!(dina.post(&format!("/mio-percorso/{hers}/disdici"), &[]).await.status, 303);
    for (given, email) in
        [("Ada", "ada@posta.example"), ("Bea", "bea@posta.example"), ("Ciro", "ciro@posta.example")]
    {
        world.sign_up(given, email, &[FIRST]).await;
    }
    world.go_to("2014-09-24T07:40:00Z").await;
}

on_both!(an_older_page_does_not_wipe_what_another_phone_marked_since, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    let (ada, bea) = (world.person("ada@posta.example").await, world.person("bea@posta.example").await);
    let (trainer, admin) = (world.signed_in(TRAINER).await, world.admin().await);
    let address = format!("/aula/{session}");
    let page = |a: &'static str, b: &'static str, seen_a: &'static str, seen_b: &'static str| {
        [
            (format!("presenza-{ada}"), a),
            (format!("presenza-{bea}"), b),
            (format!("vista-{ada}"), seen_a),
            (format!("vista-{bea}"), seen_b),
        ]
    };
    let send = |fields: [(String, &'static str); 4]| fields;
    let fields = send(page("P", "", "", ""));
    let form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(trainer.post(&address, &form).await.status, 303);
    let fields = send(page("", "P", "", ""));
    let form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(admin.post(&address, &form).await.status, 303, "another row, from a page read before");
    let both = (mark(world, "ada@posta.example").await, mark(world, "bea@posta.example").await);
    assert_eq!(both, (Some(Mark::Present), Some(Mark::Present)));
    let fields = send(page("A", "P", "", "P"));
    let form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let asked = admin.post(&address, &form).await;
    assert_eq!(asked.status, 422, "the same row, from a page read before");
    asked.says("Delfina Marcandalli ha segnato P");
    assert!(asked.body.contains(&format!("name=\"presenza-{ada}\" value=\"A\" checked")), "kept as tapped");
    assert!(asked.body.contains(&format!("name=\"vista-{ada}\" value=\"P\"")), "seen by now");
    let fields = send(page("A", "P", "P", "P"));
    let form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(admin.post(&address, &form).await.status, 303);
    assert_eq!(mark(world, "ada@posta.example").await, Some(Mark::Absent));
});

on_both!(whoever_waits_or_left_is_not_marked_without_the_guard, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    let trainer = world.signed_in(TRAINER).await;
    for email in ["ciro@posta.example", "dina@posta.example"] {
        let field = format!("presenza-{}", world.person(email).await);
        let answer = trainer.post(&format!("/aula/{session}"), &[(&field, "P")]).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert_eq!(mark(world, email).await, None);
    }
});

on_both!(no_mark_slips_in_while_a_register_closes, |world| {
    in_the_room(world).await;
    let session = world.session("workshop-1", 1).await;
    let trainer = world.person(TRAINER).await;
    let ada = world.person("ada@posta.example").await;
    let entry = [Entry::new(ada, Some(Mark::Present))];
    let (saved, closed) = rocket::futures::future::join(
        take_attendance(&world.desk, session, trainer, &entry),
        close_register(&world.desk, session, trainer),
    )
    .await;
    closed.unwrap();
    let tasks = percorso::store::tasks::open_about(world.desk.store.reader(), "unmarked", session).await;
    let unmarked = tasks.unwrap().iter().any(|task| task.person_id == Some(ada));
    assert_eq!(saved.is_err(), unmarked, "marked in time, or asked for: never both");
    if let Err(no) = saved {
        assert!(matches!(no, No::Refused(Refusal::RegisterClosed)), "{no:?}");
    }
});
