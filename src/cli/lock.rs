//! One program at a time serves a data folder: a second one would send its letters again, and `demo --fresh` would
//! take the database from under the first.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use super::Failure;

/// The file that is locked; it stays, empty. The lock ends with the program, however it ends.
const FILE: &str = "percorso.lock";
/// A program that was told to stop may need this long; who starts the next one need not wait by hand.
const PATIENCE: u32 = 8;

/// Keeps the folder for this program until the file is dropped.
///
/// # Errors
/// Another program serves the folder, or the file cannot be made.
pub async fn hold(data: &Path) -> Result<File, Failure> {
    let path = data.join(FILE);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| Failure::new(format!("{} cannot be made: {error}", path.display())))?;
    for _ in 0..PATIENCE {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_secs(1)).await,
            Err(TryLockError::Error(error)) => {
                return Err(Failure::new(format!("{} cannot be locked: {error}", path.display())));
            }
        }
    }
    Err(Failure::new(format!(
        "{} is being served by another program. Stop that one first, or name another folder with --data",
        data.display()
    )))
}
