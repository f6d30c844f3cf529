//! A page before it is a file: what stands where, in the order it is read. Measures are points, from the upper left
//! corner.

use chrono::NaiveDate;

use super::layout::Line;
use crate::domain::person::Language;

/// The colours of the page; those of the stylesheet on white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is read.
    Text,
    /// What stands back.
    Soft,
    /// The course.
    Brand,
    /// The workshops and what was reached.
    Sun,
    /// The ground of the logo.
    Deep,
    /// The free chairs of the logo.
    Mint,
    /// The inside of what is hollow.
    White,
}

/// A line of text in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// Its left end.
    pub x: f32,
    /// Where its letters stand.
    pub baseline: f32,
    /// The size of the type.
    pub size: f32,
    /// Its colour.
    pub ink: Ink,
    /// The text.
    pub line: Line,
}

impl Printed {
    /// Its right end.
    pub fn right(&self) -> f32 {
        self.x + self.line.width * self.size
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left side.
    pub x: f32,
    /// Its upper side.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

/// A part of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A disc or a ring.
    Disc {
        /// Its middle.
        x: f32,
        /// Its middle.
        y: f32,
        /// Its radius.
        r: f32,
        /// Its inside.
        fill: Option<Ink>,
        /// Its edge, with how broad it is.
        edge: Option<(Ink, f32)>,
    },
    /// A level line.
    Stroke {
        /// Its left end.
        x: f32,
        /// Its height on the page.
        y: f32,
        /// Its length.
        length: f32,
        /// How broad it is.
        width: f32,
        /// Its colour.
        ink: Ink,
        /// Whether its ends are round.
        round: bool,
    },
    /// A filled outline.
    Outline {
        /// Its corners.
        corners: Vec<(f32, f32)>,
        /// Its colour.
        ink: Ink,
    },
    /// Filled rectangles of one drawing.
    Tiles(Vec<Area>),
    /// Text within a drawing.
    Label(Printed),
}

impl Shape {
    fn label(&self) -> Option<&Printed> {
        match self {
            Self::Label(printed) => Some(printed),
            _ => None,
        }
    }
}

/// What stands on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The title.
    Heading(Vec<Printed>),
    /// A paragraph.
    Text(Vec<Printed>),
    /// A drawing that says something.
    Figure {
        /// What it says, in words, for who does not see it.
        says: String,
        /// Where it stands.
        area: Area,
        /// Its parts.
        shapes: Vec<Shape>,
        /// The address it leads to.
        link: Option<String>,
    },
    /// What only adorns.
    Ornament(Vec<Shape>),
}

/// A page.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// The file's title.
    pub title: String,
    /// Who issues it.
    pub author: String,
    /// What tells this document from every other.
    pub id: String,
    /// The language it is in.
    pub language: Language,
    /// The file's date.
    pub date: NaiveDate,
    /// What stands on it, in the order it is read.
    pub marks: Vec<Mark>,
}

impl Sheet {
    /// Every line of text on it.
    pub fn lines(&self) -> Vec<&Printed> {
        self.marks
            .iter()
            .flat_map(|mark| match mark {
                Mark::Heading(lines) | Mark::Text(lines) => lines.iter().collect::<Vec<_>>(),
                Mark::Figure { shapes, .. } | Mark::Ornament(shapes) => {
                    shapes.iter().filter_map(Shape::label).collect()
                }
            })
            .collect()
    }
}
