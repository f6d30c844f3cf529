//! `import FILE`: an edition comes in by its file, or changes by it.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use super::{DataArgs, Failure, impact_words, open, say};
use crate::documents::can_print;
use crate::domain::edition_file::{self, Checked, Lines, Reading};
use crate::domain::impact::Impact;
use crate::store::{editions, seasons};
use crate::usecases::Desk;
use crate::usecases::import_edition::{
    Imported, NotImported, Previewed, Refused, import_edition, preview_import, refused_besides,
};

/// Imports; `yes` = without asking.
pub async fn run(file: &Path, yes: bool, args: &DataArgs) -> Result<ExitCode, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}", file.display())))?;
    let reading = edition_file::read_whole(&text, can_print);
    let Some(checked) = reading.checked() else { return Err(faulty(file, &reading, args).await?) };
    let lines = &reading.lines;
    let settings = open::settings(&args.data)?;
    let desk = open::desk(&args.data, &settings).await?;
    let Previewed { would, impact, left_out, seen } =
        preview_import(&desk, &checked).await.map_err(|error| refused_with(error, lines))?;
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
    let done = import_edition(&desk, &checked, &seen).await.map_err(|error| refused_with(error, lines))?;
    match done {
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
                "«{other}» still runs: the first page will show «{key}»; whoever has a place in «{other}», or waits in it, finds it on their path, and the addresses of its workshops stay open."
            )
        })
        .collect())
}

/// Everything that is wrong with a file, in the order of its lines: what it says by itself, and, where there is a database to
/// hold it against, what it may not change of what stands.
async fn faulty(file: &Path, reading: &Reading, args: &DataArgs) -> Result<Failure, Failure> {
    let own = reading.faults.iter().map(|fault| (Some(fault.line), fault.to_string()));
    let mut found: Vec<(Option<usize>, String)> = own.collect();
    let settings = open::settings(&args.data)?;
    if open::has_database(&args.data, &settings).is_ok() {
        let desk = open::desk(&args.data, &settings).await?;
        found.extend(with_lines(refused_besides(&desk, reading).await?, &reading.lines));
        desk.store.close().await?;
    }
    let number = if found.len() == 1 { "1 fault".to_owned() } else { format!("{} faults", found.len()) };
    Ok(Failure::new(format!("{} has {number}; nothing was written:\n  {}", file.display(), in_order(found))))
}

/// What is refused, each with its line and naming it.
fn with_lines(refused: Vec<Refused>, lines: &Lines) -> Vec<(Option<usize>, String)> {
    let placed = |one: Refused| {
        let line = one.part.as_ref().and_then(|part| lines.find(part, one.field));
        let said = line.map_or_else(|| one.said.clone(), |line| format!("line {line}, {}", one.said));
        (line, said)
    };
    refused.into_iter().map(placed).collect()
}

/// Sentences in the order of their lines; what has none comes last.
fn in_order(mut found: Vec<(Option<usize>, String)>) -> String {
    found.sort_by_key(|(line, _)| line.unwrap_or(usize::MAX));
    let said: Vec<String> = found.into_iter().map(|(_, said)| said).collect();
    said.join("\n  ")
}

/// Why a file did not come in, where nobody looks for its lines.
pub fn refused(error: NotImported) -> Failure {
    refused_with(error, &Lines::default())
}

fn refused_with(error: NotImported, lines: &Lines) -> Failure {
    match error {
        NotImported::Refused(why) => {
            Failure::new(format!("refused; nothing was written:\n  {}", in_order(with_lines(why, lines))))
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
