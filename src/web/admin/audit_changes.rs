//! What an act changed, field by field: before and after.

use serde::Serialize;
use serde_json::Value;

use super::audit_view::About;

/// A field before and after.
#[derive(Serialize)]
pub(super) struct Changed {
    /// The offering or session it is a field of, where the act is about several.
    pub(super) about: Option<About>,
    pub(super) field: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// What the people of a workshop that was called off were offered.
#[derive(Serialize)]
pub(super) struct ProposedLine {
    /// The workshop that was called off.
    pub(super) about: Option<About>,
    /// `all`, `only` or `nothing`.
    pub(super) chosen: &'static str,
    /// The workshops that were chosen.
    pub(super) workshops: Vec<About>,
}

/// What use cases write where a field was, or is, empty.
const EMPTY: &str = "–";

/// The address of a draft, whether it is a requirement, and the place of an offering in the programme, where they changed.
pub(super) fn reshaped(detail: &Value) -> Vec<Changed> {
    let said = |value: &Value| match value {
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let mut found = Vec::new();
    for field in ["slug", "counts", "position"] {
        let Some(change) = detail.get(field) else { continue };
        let (before, after) = (change.get("before").and_then(said), change.get("after").and_then(said));
        if before != after {
            found.push(Changed { about: None, field: field.to_owned(), before, after });
        }
    }
    found
}

/// The fields that a detail names, with what a text says of each in a line of its own. None where they do not belong
/// together: then the text is a reason, and stands for itself.
pub(super) fn said(detail: Option<&str>, text: Option<&str>) -> Option<Vec<Changed>> {
    let detail: Value = serde_json::from_str(detail?).ok()?;
    let fields = detail.get("fields")?.as_array()?;
    let lines: Vec<&str> = text?.lines().collect();
    if fields.is_empty() || fields.len() != lines.len() {
        return None;
    }
    let value = |text: &str| (text != EMPTY).then(|| text.to_owned());
    let changed = |(field, line): (&Value, &str)| {
        let (before, after) = line.split_once(" → ")?;
        let field = named(field.as_str()?).to_owned();
        Some(Changed { about: None, field, before: value(before), after: value(after) })
    };
    fields.iter().zip(lines).map(changed).collect()
}

/// The end of the key of a field's name.
fn named(field: &str) -> &str {
    match field {
        "title-it" => "edition-title-it",
        "title-en" => "edition-title-en",
        other => other,
    }
}
