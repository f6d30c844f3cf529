//! What all documents have around their body: the head with the logo, the foot with signatures, code and check.

use super::column::{ASIDE, BODY, Column, GAP, LABEL, NOTE, Paper};
use super::fonts::Ruler;
use super::layout;
use super::paper::{Area, Ink, Mark, Printed, Shape};
use super::{Error, Voice, qr};
use crate::words::Value;

const SIDE: f32 = 57.0;
const TOP: f32 = 43.0;
const BOTTOM: f32 = 36.0;
const LOGO: f32 = 42.0;
const QR: f32 = 71.0;
/// The room to sign in.
const PEN: f32 = 45.0;
const BETWEEN_SIGNATURES: f32 = 34.0;

/// A body that does not fit is set this much smaller, until it does.
const STEP: f32 = 0.94;
const SMALLEST: f32 = 0.1;

/// What stands at the head of every document.
#[derive(Debug)]
pub struct Head<'f> {
    /// Who issues it.
    pub organisation: &'f str,
    /// The project it is part of.
    pub project: Option<&'f str>,
}

/// What stands at the foot of every document.
#[derive(Debug)]
pub struct Foot<'f> {
    /// What stands under each line to sign on.
    pub signatures: &'f [String],
    /// The address of the public check.
    pub check_url: &'f str,
    /// Number, check, what it is good for.
    pub note: String,
}

/// The marks of a document: head, body, foot. The body is set smaller until it ends above the foot, so that
/// everything stands on one page, however long the names are.
///
/// # Errors
/// The address of the check fits into no QR code.
pub fn compose(
    voice: &Voice<'_>,
    paper: Paper,
    head: &Head<'_>,
    foot: &Foot<'_>,
    body: &dyn Fn(&mut Column<'_>),
) -> Result<Vec<Mark>, Error> {
    let ruler = Ruler::default();
    let (below, limit) = footed(voice, paper, foot, &ruler)?;
    let mut scale = 1.0;
    loop {
        let mut column = headed(voice, paper, head, scale, &ruler);
        body(&mut column);
        if column.y <= limit || scale < SMALLEST {
            column.marks.extend(below);
            return Ok(column.marks);
        }
        scale *= STEP;
    }
}

/// The width between the margins.
fn inner(paper: Paper) -> f32 {
    paper.width - 2.0 * SIDE
}

fn headed<'r>(voice: &Voice<'_>, paper: Paper, head: &Head<'_>, scale: f32, ruler: &'r Ruler) -> Column<'r> {
    let left = SIDE + LOGO + 9.0;
    let half = (inner(paper) - LOGO - 9.0) / 2.0;
    let mut own = Column { x: left, y: TOP + 2.5, width: half, scale, ruler, marks: vec![logo(SIDE, TOP)] };
    own.paragraph(&layout::strong(head.organisation), &BODY);
    own.paragraph(&voice.plain("cert-tagline"), &ASIDE);
    let mut project =
        Column { x: left + half + 12.0, y: TOP + 11.5, width: half - 12.0, scale, ruler, marks: Vec::new() };
    if let Some(name) = head.project {
        let text = voice.with("cert-project", &[("project", Value::Text(name))]);
        let mut lines = project.set(&text, &ASIDE);
        let end = project.x + project.width;
        for line in &mut lines {
            line.x += end - line.right();
        }
        project.marks.push(Mark::Text(lines));
    }
    own.marks.append(&mut project.marks);
    let y = own.y.max(project.y).max(TOP + LOGO) + GAP * scale;
    Column { x: SIDE, y, width: inner(paper), scale, ruler, marks: own.marks }
}

/// The foot, and where the body must end.
fn footed(
    voice: &Voice<'_>,
    paper: Paper,
    foot: &Foot<'_>,
    ruler: &Ruler,
) -> Result<(Vec<Mark>, f32), Error> {
    let mut note = Column { x: SIDE, y: 0.0, width: inner(paper), scale: 1.0, ruler, marks: Vec::new() };
    note.paragraph(&foot.note, &NOTE);
    let note_top = paper.height - BOTTOM - note.y;
    let count = foot.signatures.len() as f32;
    let room = inner(paper) - QR - BETWEEN_SIGNATURES;
    let width = (room - BETWEEN_SIGNATURES * (count - 1.0).max(0.0)) / count.max(1.0);
    let mut labels: Vec<Column<'_>> = Vec::new();
    for (at, label) in foot.signatures.iter().enumerate() {
        let x = SIDE + at as f32 * (width + BETWEEN_SIGNATURES);
        let mut column = Column { x, y: 0.0, width, scale: 1.0, ruler, marks: Vec::new() };
        column.paragraph(label, &LABEL);
        labels.push(column);
    }
    let bottom = note_top - GAP;
    let top = bottom - labels.iter().map(|column| column.y).fold(0.0, f32::max);
    let mut marks = Vec::new();
    for column in labels {
        let (x, y) = (column.x, top - 4.0);
        let line = Shape::Stroke { x, y, length: width, width: 0.75, ink: Ink::Text, round: false };
        marks.push(Mark::Ornament(vec![line]));
        marks.extend(lowered(column.marks, top));
    }
    marks.push(code(voice, foot.check_url, paper.width - SIDE - QR, bottom - QR)?);
    marks.extend(lowered(note.marks, note_top));
    let pen = if foot.signatures.is_empty() { bottom } else { top - 4.0 - PEN };
    Ok((marks, pen.min(bottom - QR) - 6.0))
}

/// Paragraphs that were set from zero, at their place.
fn lowered(marks: Vec<Mark>, by: f32) -> Vec<Mark> {
    let lower = |mut line: Printed| {
        line.baseline += by;
        line
    };
    marks
        .into_iter()
        .map(|mark| match mark {
            Mark::Text(lines) => Mark::Text(lines.into_iter().map(lower).collect()),
            other => other,
        })
        .collect()
}

fn code(voice: &Voice<'_>, url: &str, x: f32, y: f32) -> Result<Mark, Error> {
    let code = qr::Code::of(url)?;
    let module = QR / code.width() as f32;
    let tile = |(column, row, length): (usize, usize, usize)| Area {
        x: x + column as f32 * module,
        y: y + row as f32 * module,
        width: length as f32 * module,
        height: module,
    };
    let says = voice.with("cert-qr", &[("address", Value::Text(url))]);
    let area = Area { x, y, width: QR, height: QR };
    let shapes = vec![Shape::Tiles(code.dark().into_iter().map(tile).collect())];
    Ok(Mark::Figure { says, area, shapes, link: Some(url.to_owned()) })
}

/// Five chairs in a circle, two of them taken.
fn logo(x: f32, y: f32) -> Mark {
    let unit = LOGO / 40.0;
    let disc = |cx: f32, cy: f32, r: f32, fill: Option<Ink>, edge: Option<Ink>| Shape::Disc {
        x: x + cx * unit,
        y: y + cy * unit,
        r: r * unit,
        fill,
        edge: edge.map(|ink| (ink, 2.0 * unit)),
    };
    Mark::Ornament(vec![
        disc(20.0, 20.0, 19.0, Some(Ink::Deep), None),
        disc(20.0, 8.6, 4.2, Some(Ink::Sun), None),
        disc(30.8, 16.5, 4.2, Some(Ink::Sun), None),
        disc(26.7, 29.2, 3.4, None, Some(Ink::Mint)),
        disc(13.3, 29.2, 3.4, None, Some(Ink::Mint)),
        disc(9.2, 16.5, 3.4, None, Some(Ink::Mint)),
    ])
}
