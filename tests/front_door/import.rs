//! An edition's file: whole or not at all, twice the same changes nothing, what people were told stays.

use percorso::domain::edition_file::{self, Checked};
use percorso::usecases::import_edition::Imported;

use crate::harness::PROGRAMME;
use crate::on_both;

fn file() -> Checked {
    edition_file::read(PROGRAMME).unwrap()
}

on_both!(twice_the_same_file_changes_nothing, |world| {
    assert_eq!(world.import(&file()).await, Ok(Imported::Created));
    assert_eq!(world.import(&file()).await, Ok(Imported::Nothing));
});

on_both!(a_changed_file_adds_what_no_invite_depends_on, |world| {
    world.import(&file()).await.unwrap();
    let mut changed = file();
    changed.offerings[3].title = Some("Il gruppo che comincia".into());
    changed.offerings[3].sessions[0].date = "2014-10-15".parse().ok();
    changed.offerings[0].capacity = Some(25);
    let Ok(Imported::Changed(what)) = world.import(&changed).await else { panic!("not changed") };
    assert_eq!(
        what,
        [
            "offering «workshop-1»: capacity",
            "offering «workshop-4»: title",
            "offering «workshop-4», session 1: date"
        ]
    );
    assert_eq!(world.import(&changed).await, Ok(Imported::Nothing));
});

on_both!(a_new_file_closes_before_its_course_begins, |world| {
    let mut new = file();
    let first = new.offerings.iter().find(|o| o.key == "corso").unwrap().sessions[0].date.unwrap();
    new.edition.rule.enrolment_closes = Some(first);
    assert_eq!(world.import(&new).await, Ok(Imported::Created), "the first day itself is the last one");
    new.edition.key = "autunno-2015".into();
    new.edition.rule.enrolment_closes = first.succ_opt();
    for offering in &mut new.offerings {
        (offering.slug, offering.topic) = (format!("{}-nuovo", offering.slug), None);
    }
    let closes =
        "edition «autunno-2015»: enrolment_closes is after the course's first day: nobody can enrol then";
    let Err(why) = world.import(&new).await else { panic!("not refused") };
    assert_eq!(why, [closes]);
    let course = new.offerings.pop().unwrap();
    assert_eq!(world.import(&new).await, Ok(Imported::Created), "it has no course yet");
    new.offerings.push(course.clone());
    let Err(why) = world.import(&new).await else { panic!("not refused") };
    assert_eq!(why, [closes], "nor is one added that has begun by then");
    new.edition.key = "inverno-2015".into();
    for offering in &mut new.offerings {
        (offering.key, offering.slug) = (format!("i-{}", offering.key), format!("{}-inverno", offering.slug));
    }
    (new.edition.archived, new.edition.published) = (true, true);
    assert_eq!(world.import(&new).await, Ok(Imported::Created), "a record is what it was");
});

on_both!(a_workshop_that_a_changed_file_adds_has_a_title_of_its_own, |world| {
    world.import(&file()).await.unwrap();
    let mut changed = file();
    let mut added = changed.offerings[3].clone();
    (added.key, added.slug, added.topic) = ("workshop-6".into(), "sesto-workshop".into(), None);
    added.title = changed.offerings[0].title.as_deref().map(str::to_uppercase);
    changed.offerings.push(added);
    let Err(why) = world.import(&changed).await else { panic!("not refused") };
    assert_eq!(why, ["offering «workshop-6»: title is that of another one of this edition"]);
    changed.offerings[0].title = Some("Un altro titolo".into());
    let Ok(Imported::Changed(what)) = world.import(&changed).await else { panic!("not changed") };
    assert!(what.contains(&"offering «workshop-6» is new".to_owned()), "{what:?}");
});

on_both!(a_file_may_exchange_the_dates_of_two_days_and_not_give_two_the_same_one, |world| {
    world.import(&file()).await.unwrap();
    let mut changed = file();
    let course = changed.offerings.iter().position(|o| o.key == "corso").unwrap();
    let days = &mut changed.offerings[course].sessions;
    let (first, second) = (days[0].date, days[1].date);
    (days[0].date, days[1].date) = (second, first);
    let Ok(Imported::Changed(what)) = world.import(&changed).await else { panic!("not changed") };
    assert_eq!(what, ["offering «corso», session 1: date", "offering «corso», session 2: date"]);
    let programme = percorso::store::programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    let stored: Vec<_> = programme.course().unwrap().sessions.iter().map(|s| s.date).take(2).collect();
    assert_eq!(stored, [second, first]);
    changed.offerings[course].sessions[2].date = first;
    let Err(why) = world.import(&changed).await else { panic!("not refused") };
    assert!(why[0].contains("session 3: date is the date of another session"), "{why:?}");
});

on_both!(what_a_file_may_not_change_is_refused_whole_and_by_name, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &["il-promotore-dell-ama"]).await;
    let mut changed = file();
    changed.offerings[0].sessions[0].date = "2014-09-25".parse().ok();
    changed.offerings[1].slug = "altro".into();
    changed.edition.published = false;
    changed.offerings.pop();
    let Err(why) = world.import(&changed).await else { panic!("not refused") };
    for part in ["slug cannot be changed", "published cannot be taken back", "«corso» is missing"] {
        assert!(why.iter().any(|line| line.contains(part)), "{part}: {why:?}");
    }
    let programme = percorso::store::programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    let date = programme.by_slug("il-promotore-dell-ama").and_then(|offered| offered.first_date());
    assert_eq!((date, programme.offerings.len()), ("2014-09-24".parse().ok(), 6), "nothing was written");
});

on_both!(a_file_that_contradicts_itself_or_the_calendar_is_refused_by_session_and_field, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &["il-promotore-dell-ama"]).await;
    let mut changed = file();
    for session in changed.offerings.iter_mut().flat_map(|o| o.sessions.iter_mut()) {
        session.trainers =
            vec![percorso::domain::person::EmailAddress::parse(crate::harness::TRAINER).unwrap()];
    }
    changed.offerings[0].sessions[0].date = "2014-09-14".parse().ok();
    changed.offerings[5].sessions[1].date = "2014-10-22".parse().ok();
    changed.offerings[1].capacity = Some(-1);
    let Err(why) = world.import(&changed).await else { panic!("not refused") };
    assert_eq!(
        why,
        [
            "offering «workshop-1», session 1: date lies in the past",
            "offering «workshop-2»: capacity must be between 0 and 100000",
            "offering «corso», session 2: date is the date of another session of the same offering",
        ]
    );
});

on_both!(lowering_a_capacity_removes_nobody, |world| {
    world.programme(|_| {}).await;
    for email in ["ada@posta.example", "bea@posta.example", "ciro@posta.example"] {
        world.sign_up("Ada", email, &["il-promotore-dell-ama"]).await;
    }
    let offering = world.offering("workshop-1").await;
    let mut changed = file();
    for session in changed.offerings.iter_mut().flat_map(|o| o.sessions.iter_mut()) {
        session.trainers =
            vec![percorso::domain::person::EmailAddress::parse(crate::harness::TRAINER).unwrap()];
    }
    changed.offerings[0].capacity = Some(2);
    assert!(matches!(world.import(&changed).await, Ok(Imported::Changed(_))));
    let row = percorso::store::offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    assert_eq!((row.capacity, row.extra, row.taken), (Some(2), 1, 3));
    world.sign_up("Dina", "dina@posta.example", &["il-promotore-dell-ama"]).await;
    assert_eq!(world.states("dina@posta.example", "workshop-1").await, ["waitlisted"]);
});
