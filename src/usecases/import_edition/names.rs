//! Whoever leads is named in a file: a name that is another one here stays, and that is said.

use crate::domain::edition_file::Checked;
use crate::store::{Tx, people};
use crate::usecases::Outcome;

/// Whose name is another one here, in words; asked before the file makes anybody new.
pub(super) async fn otherwise(tx: &Tx, file: &Checked) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for trainer in &file.trainers {
        let Some(person) = people::by_email(tx, trainer.email.as_str()).await? else { continue };
        if (&person.given_name, &person.family_name) == (&trainer.given_name, &trainer.family_name) {
            continue;
        }
        let says = format!("{} {}", trainer.given_name, trainer.family_name);
        let (email, says, stands) = (&trainer.email, says.trim(), person.full_name());
        let stands = if stands.is_empty() { "no name".to_owned() } else { format!("«{stands}»") };
        let where_then = "a name is corrected on the person's page";
        found.push(format!("trainer «{email}»: the file says «{says}», {stands} stays: {where_then}"));
    }
    Ok(found)
}
