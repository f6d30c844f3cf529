//! The program: one binary with subcommands.

use std::process::ExitCode;

fn main() -> ExitCode {
    percorso::cli::run()
}
