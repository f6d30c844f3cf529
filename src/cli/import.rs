//! `import FILE`: an edition comes in by its file.

use std::path::Path;
use std::process::ExitCode;

use super::{DataArgs, Failure, open, say};
use crate::domain::edition_file;
use crate::usecases::import_edition::{Imported, NotImported, import_edition};

/// Imports.
pub async fn run(file: &Path, args: &DataArgs) -> Result<ExitCode, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}", file.display())))?;
    let checked = edition_file::read(&text).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::new(format!(
            "{} has {} faults; nothing was written:\n  {}",
            file.display(),
            lines.len(),
            lines.join("\n  ")
        ))
    })?;
    let settings = open::settings(&args.data)?;
    let desk = open::desk(&args.data, &settings).await?;
    match import_edition(&desk, &checked).await {
        Ok(Imported::Created) => say(format!("The edition «{}» was created.", checked.edition.key)),
        Ok(Imported::Nothing) => {
            say(format!("The edition «{}» is as in the file: nothing changed.", checked.edition.key));
        }
        Ok(Imported::Changed(what)) => {
            say(format!("The edition «{}» was changed:\n  {}", checked.edition.key, what.join("\n  ")));
        }
        Err(NotImported::Refused(why)) => {
            return Err(Failure::new(format!("refused; nothing was written:\n  {}", why.join("\n  "))));
        }
        Err(NotImported::No(no)) => return Err(no.into()),
    }
    desk.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
