//! A file that calls off an offering, or knows of one that was: what else it says of its sessions is not passed over.

use percorso::domain::edition_file::Checked;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::{Imported, preview_import};

use crate::harness::World;
use crate::on_both;

const KEY: &str = "autunno-2014";

async fn file(world: &World) -> Checked {
    export_edition(&world.desk, KEY).await.unwrap()
}

/// What a file does not change, as it is said before it comes in.
async fn left_out(world: &World, file: &Checked) -> Vec<String> {
    preview_import(&world.desk, file).await.expect("the file is not refused").left_out
}

on_both!(a_day_that_is_missing_beside_the_calling_off_of_its_course_is_refused, |world| {
    world.programme(|_| {}).await;
    let mut changed = file(world).await;
    changed.offerings[5].cancelled = true;
    changed.offerings[5].sessions.pop();
    let why = "offering «corso»: session 7 is missing from the file; it stays, called off with its offering";
    assert_eq!(world.import(&changed).await, Err(vec![why.to_owned()]));
    changed = file(world).await;
    changed.offerings[5].cancelled = true;
    assert!(matches!(world.import(&changed).await, Ok(Imported::Changed(_))));
    // Once it is called off the way out is no other.
    changed.offerings[5].sessions.pop();
    changed.edition.city = Some("Monza".into());
    assert_eq!(world.import(&changed).await, Err(vec![why.to_owned()]));
});

on_both!(a_date_beside_the_calling_off_of_its_workshop_is_said_not_to_change, |world| {
    world.programme(|_| {}).await;
    let mut changed = file(world).await;
    changed.offerings[2].cancelled = true;
    changed.offerings[2].sessions[0].date = "2014-10-08".parse().ok();
    let stays = "offering «workshop-3», session 1: its offering is called off, and its date stays";
    assert_eq!(left_out(world, &changed).await, [stays]);
    assert!(matches!(world.import(&changed).await, Ok(Imported::Changed(_))));
    changed.edition.city = Some("Monza".into());
    assert_eq!(left_out(world, &changed).await, [stays]);
    let done = world.import(&changed).await;
    assert_eq!(done, Ok(Imported::Changed(vec![format!("edition «{KEY}»: titles and settings")])));
    let stands = file(world).await.offerings.remove(2);
    assert_eq!((stands.cancelled, stands.sessions[0].date), (true, "2014-10-03".parse().ok()));
});
