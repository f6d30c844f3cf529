//! `import FILE`: an edition comes in by its file, or changes by it.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use super::{DataArgs, Failure, impact_words, open, say};
use crate::documents::can_print;
use crate::domain::edition_file::{self, Checked};
use crate::domain::impact::Impact;
use crate::store::{editions, seasons};
use crate::usecases::Desk;
use crate::usecases::import_edition::{Imported, NotImported, Previewed, import_edition, preview_import};

/// Imports; `yes` = without asking.
pub async fn run(file: &Path, yes: bool, args: &DataArgs) -> Result<ExitCode, Failure> {
    let checked = read(file)?;
    let settings = open::settings(&args.data)?;
    let desk = open::desk(&args.data, &settings).await?;
    let Previewed { would, impact, left_out, seen } =
        preview_import(&desk, &checked).await.map_err(refused)?;
    let hidden = match would {
        Imported::Nothing => Vec::new(),
        Imported::Created | Imported::Changed(_) => hidden_by(&desk, &checked).await?,
    };
    for line in &hidden {
        say(line);
    }
    if let Imported::Changed(what) = &would {
        announce(file, what, &impact);
    }
    if !left_out.is_empty() {
        say(format!("What «{}» does not change:\n  {}", file.display(), left_out.join("\n  ")));
    }
    let asks = !hidden.is_empty() || matches!(would, Imported::Changed(_));
    if asks && !yes && !confirmed()? {
        desk.store.close().await?;
        return Err(Failure::new("nothing was written: answer yes, or add --yes"));
    }
    match import_edition(&desk, &checked, &seen).await.map_err(refused)? {
        Imported::Created => say(format!("The edition «{}» was created.", checked.edition.key)),
        Imported::Nothing if !left_out.is_empty() => {
            say(format!("The edition «{}» was not changed.", checked.edition.key));
        }
        Imported::Nothing => {
            say(format!("The edition «{}» has this file already: nothing changed.", checked.edition.key));
        }
        Imported::Changed(what) => {
            say(format!("The edition «{}» was changed:\n  {}", checked.edition.key, what.join("\n  ")));
        }
    }
    desk.store.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// What the file changes, and what that means for people.
fn announce(file: &Path, what: &[String], impact: &Impact) {
    say(format!("What «{}» changes:\n  {}", file.display(), what.join("\n  ")));
    let mut lines = impact_words::lines(impact);
    if impact.letters.is_empty() && impact.calls.is_empty() {
        lines.insert(0, "nobody is written to".to_owned());
    }
    say(format!("What that means for people:\n  {}", lines.join("\n  ")));
}

/// Editions that still run and that this one, once published, replaces on the first page: a line each.
async fn hidden_by(desk: &Desk, checked: &Checked) -> Result<Vec<String>, Failure> {
    let reader = desk.store.reader();
    let key = &checked.edition.key;
    let stands = editions::by_key(reader, key).await?;
    let shown = checked.edition.published && !checked.edition.archived;
    if !shown || stands.is_some_and(|edition| edition.status == "published") {
        return Ok(Vec::new());
    }
    let running = seasons::running(reader, desk.clock.now()).await?;
    Ok(running
        .iter()
        .map(|programme| {
            let other = &programme.edition.key;
            format!(
                "«{other}» still runs: the first page will show «{key}»; whoever is enrolled in «{other}» sees it until it is over."
            )
        })
        .collect())
}

fn read(file: &Path) -> Result<Checked, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}", file.display())))?;
    edition_file::read_printable(&text, can_print).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::new(format!(
            "{} has {}; nothing was written:\n  {}",
            file.display(),
            if lines.len() == 1 { "1 fault".to_owned() } else { format!("{} faults", lines.len()) },
            lines.join("\n  ")
        ))
    })
}

fn refused(error: NotImported) -> Failure {
    match error {
        NotImported::Refused(why) => {
            Failure::new(format!("refused; nothing was written:\n  {}", why.join("\n  ")))
        }
        NotImported::No(no) => no.into(),
    }
}

/// Asks at the terminal; where nobody sits there, nothing is confirmed.
fn confirmed() -> Result<bool, Failure> {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Ok(false);
    }
    let mut output = std::io::stdout();
    write!(output, "Apply it? yes/no: ")?;
    output.flush()?;
    let mut answer = String::new();
    input.lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "yes" | "y" | "sì" | "si"))
}
