//! `sign-in-link EMAIL`: one line, the address, also while the program runs.

use std::process::ExitCode;

use super::office::address;
use super::{DataArgs, Failure, open, say};
use crate::usecases::No;
use crate::usecases::request_sign_in::link_for;

/// Prints the link.
pub async fn run(email: &str, args: &DataArgs) -> Result<ExitCode, Failure> {
    let email = address(email)?;
    let settings = open::settings(&args.data)?;
    open::has_database(&args.data, &settings)?;
    let desk = open::desk(&args.data, &settings).await?;
    let token = link_for(&desk, &email).await.map_err(|no| match no {
        No::NotFound => {
            Failure::new(format!("nobody has the address {email}; `grant {email} admin` creates an admin"))
        }
        other => other.into(),
    })?;
    let address = desk.policy.sender.public_address.clone();
    desk.store.close().await?;
    say(format!("{address}/accedi/{token}"));
    Ok(ExitCode::SUCCESS)
}
