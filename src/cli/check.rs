//! `check`: audits every law, read-only, also while the program runs.

use std::process::ExitCode;

use chrono_tz::Europe::Rome;

use super::{DataArgs, Failure, open, say};
use crate::domain::session::local_date;
use crate::store::laws::{LAWS, broken};
use crate::store::{Store, meta};

/// Looks; 0 = all hold, 1 = one is broken, 2 = could not look.
pub async fn run(args: &DataArgs) -> Result<ExitCode, Failure> {
    match look(args).await {
        Ok(0) => {
            say(format!("All {} laws hold.", LAWS.len()));
            Ok(ExitCode::SUCCESS)
        }
        Ok(count) => Err(Failure { message: format!("{count} of {} laws are broken", LAWS.len()), code: 1 }),
        Err(failure) => Err(Failure { code: 2, ..failure }),
    }
}

async fn look(args: &DataArgs) -> Result<usize, Failure> {
    let settings = open::settings(&args.data)?;
    let store = match &settings.database {
        Some(url) => Store::look_at_postgres(url).await?,
        None => {
            let file = args.data.join(open::DATABASE);
            Store::look_at_sqlite(&file)
                .await
                .map_err(|error| Failure::new(format!("{} cannot be looked at: {error}", file.display())))?
        }
    };
    let (clock, _) = open::clock(&store, open::shift(&settings)).await?;
    store.is_whole().await?;
    if !meta::is_migrated(store.reader()).await? {
        return Err(Failure::new("this is no database of Percorso"));
    }
    let today = local_date(clock.now(), Rome);
    let mut count = 0;
    for law in LAWS {
        let found = broken(store.reader(), law, today).await?;
        if !found.is_empty() {
            count += 1;
            say(format!("BROKEN  {}\n        {}", law.name, found.join("\n        ")));
        }
    }
    Ok(count)
}
