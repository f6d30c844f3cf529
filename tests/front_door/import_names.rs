//! A file names whoever leads: a name that is another one here is not changed by it, and that is said.

use percorso::domain::edition_file::{Checked, CheckedTrainer};
use percorso::domain::person::EmailAddress;
use percorso::store::people;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::{Imported, preview_import};

use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::two_editions::next_season;

/// What a file would do, and what it does not change.
async fn looked(world: &World, file: &Checked) -> (Imported, Vec<String>) {
    let looked = preview_import(&world.desk, file).await.expect("it may be imported");
    (looked.would, looked.left_out)
}

/// The name that the trainer has.
async fn name(world: &World) -> String {
    let person = people::by_email(world.desk.store.reader(), TRAINER).await.unwrap();
    person.expect("the trainer").full_name()
}

fn otherwise(says: &str) -> String {
    format!(
        "trainer «{TRAINER}»: the file says «{says}», «Delfina Marcandalli» stays: a name is corrected on the person's page"
    )
}

on_both!(another_name_of_whoever_leads_is_left_as_it_is_and_said, |world| {
    world.programme(|_| {}).await;
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    assert_eq!(looked(world, &file).await, (Imported::Nothing, Vec::new()));
    file.trainers[0].family_name = "Colombo".into();
    assert_eq!(looked(world, &file).await, (Imported::Nothing, vec![otherwise("Delfina Colombo")]));
    assert_eq!(world.import(&file).await, Ok(Imported::Nothing));
    assert_eq!(name(world).await, "Delfina Marcandalli");
    assert_eq!(looked(world, &file).await, (Imported::Nothing, Vec::new()), "it is known by now");
});

on_both!(a_new_edition_says_it_too_and_of_nobody_who_is_new, |world| {
    world.programme(|_| {}).await;
    let mut file = next_season();
    let paola = EmailAddress::parse("paola@percorso.example").unwrap();
    let known = EmailAddress::parse(TRAINER).unwrap();
    for (email, given, family) in [(&paola, "Paola", "Conti"), (&known, "Fina", "Marcandalli")] {
        file.trainers.push(CheckedTrainer {
            email: email.clone(),
            given_name: given.into(),
            family_name: family.into(),
        });
    }
    file.offerings[0].sessions[0].trainers = vec![paola, known];
    assert_eq!(looked(world, &file).await, (Imported::Created, vec![otherwise("Fina Marcandalli")]));
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
    assert_eq!(name(world).await, "Delfina Marcandalli");
});
