//! Within the quiet time a second change is one with the first: the impact counts only what will be written.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::impact::Impact;
use percorso::usecases::change_programme::preview;

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, FIRST, change, moved, on, timed, wanted};
use crate::on_both;

/// Ada takes invites, Bea does not; both have had every mail of their sign-up.
async fn two_people(world: &World) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    assert_eq!(bea.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
}

async fn means(world: &World, edit: Edit) -> Impact {
    preview(&world.desk, &wanted(world, vec![edit]).await).await.expect("it can be done")
}

on_both!(a_change_taken_back_before_its_letter_left_is_announced_to_nobody, |world| {
    two_people(world).await;
    let before = world.mails().len();
    let hours = timed("2014-09-24", "14:00:00", "18:00:00", None);
    let first = change(world, vec![moved(world, "workshop-1", 1, hours).await]).await;
    assert_eq!(first.letters_in_all(), 2);
    let back = moved(world, "workshop-1", 1, on("2014-09-24")).await;
    assert_eq!(means(world, back.clone()).await.letters, []);
    assert_eq!(change(world, vec![back]).await.letters, []);
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(world.mails().len(), before);
});

on_both!(two_changes_within_the_quiet_time_are_one_letter_for_each_and_counted_so, |world| {
    two_people(world).await;
    let before = world.mails().len();
    let hours = |start: &str| timed("2014-09-24", start, "18:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, hours("14:00:00")).await]).await;
    let second = moved(world, "workshop-1", 1, hours("15:00:00")).await;
    assert_eq!(means(world, second.clone()).await.letters_in_all(), 2);
    change(world, vec![second]).await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(world.mails().len(), before + 2);
    let back = moved(world, "workshop-1", 1, on("2014-09-24")).await;
    assert_eq!(
        means(world, back).await.letters_in_all(),
        2,
        "what was told has to be taken back by a letter"
    );
});
