//! `export KEY`: an edition goes out as the file that `import` reads.

use std::process::ExitCode;

use super::{DataArgs, Failure, open, say};
use crate::domain::edition_file::write;
use crate::store::editions;
use crate::usecases::No;
use crate::usecases::export_edition::export_edition;

/// Prints the file of an edition.
pub async fn run(key: &str, args: &DataArgs) -> Result<ExitCode, Failure> {
    let settings = open::settings(&args.data)?;
    open::has_database(&args.data, &settings)?;
    let desk = open::desk(&args.data, &settings).await?;
    let found = export_edition(&desk, key).await;
    let known = editions::all(desk.store.reader()).await?;
    desk.store.close().await?;
    match found {
        Ok(file) => {
            say(write(&file).trim_end());
            Ok(ExitCode::SUCCESS)
        }
        Err(No::NotFound) => {
            let keys: Vec<String> = known.iter().map(|edition| format!("«{}»", edition.key)).collect();
            let there = if keys.is_empty() { "none".to_owned() } else { keys.join(", ") };
            Err(Failure::new(format!("there is no edition «{key}»; there is: {there}")))
        }
        Err(other) => Err(other.into()),
    }
}
