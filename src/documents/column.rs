//! Text set one paragraph below the other: how it looks, and how far it goes.

use super::fonts::{Ruler, Style};
use super::layout::{self, Fit, Line, Room};
use super::paper::{Ink, Mark, Printed, Shape};

/// How much of a line's height the letters need, and how far below its upper edge they stand: Noto's.
const LETTERS: f32 = 1.362;
const ASCENT: f32 = 1.069;

/// What lies between two paragraphs.
pub const GAP: f32 = 12.0;

/// How a paragraph looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    size: f32,
    leading: f32,
    ink: Ink,
    plain: Style,
    strong: Style,
}

/// What is read.
pub const BODY: Look =
    Look { size: 11.8, leading: 1.53, ink: Ink::Text, plain: Style::Sans, strong: Style::SansBold };
/// What explains it.
pub const ASIDE: Look = Look { ink: Ink::Soft, ..BODY };
const TITLE: Look =
    Look { size: 31.0, leading: 1.16, ink: Ink::Text, plain: Style::Serif, strong: Style::SerifBold };
const NAME: Look = Look { size: 33.0, leading: 1.2, plain: Style::SerifBold, ..TITLE };
/// What stands under a line to sign on.
pub const LABEL: Look = Look { size: 9.9, leading: 1.3, ..BODY };
/// What stands at the foot.
pub const NOTE: Look = Look { size: 9.6, leading: 1.45, ..ASIDE };

/// A kind of paper.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

/// A4, upright.
pub const UPRIGHT: Paper = Paper { width: 595.28, height: 841.89 };
/// A4, lying.
pub const LYING: Paper = Paper { width: 841.89, height: 595.28 };

/// A column that grows downwards.
#[derive(Debug)]
pub struct Column<'r> {
    /// Its left side.
    pub x: f32,
    /// Where the next paragraph begins.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// By how much everything is smaller than it would be.
    pub scale: f32,
    /// What measures its words.
    pub ruler: &'r Ruler,
    /// What stands in it.
    pub marks: Vec<Mark>,
}

impl Column<'_> {
    /// The title of the document.
    pub fn title(&mut self, text: &str) {
        let lines = self.set(text, &TITLE);
        self.marks.push(Mark::Heading(lines));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, look: &Look) {
        let lines = self.set(text, look);
        self.marks.push(Mark::Text(lines));
    }

    /// The person's name, underlined: as large as it fits on one line, a long one on two.
    pub fn name(&mut self, name: &str) {
        let ruler = self.ruler;
        let measure = |text: &str, style: Style| ruler.measure(text, style);
        let words = layout::words(name, NAME.plain, NAME.strong, &measure);
        let largest = NAME.size * self.scale;
        let room = Room { width: self.width, largest, comfortable: largest * 0.73, lines: 2 };
        let Fit { size, lines } = layout::fit(&words, &room, &measure);
        let wide = lines.iter().map(|line| line.width * size).fold(0.0, f32::max);
        let lines = self.place(lines, size, &NAME);
        self.marks.push(Mark::Text(lines));
        self.y += 4.2 * self.scale;
        let length = (wide + 17.0).min(self.width);
        let line = Shape::Stroke { x: self.x, y: self.y, length, width: 1.7, ink: Ink::Sun, round: false };
        self.marks.push(Mark::Ornament(vec![line]));
        self.y += 1.7;
    }

    /// Anything, with how high it is.
    pub fn mark(&mut self, mark: Mark, height: f32) {
        self.marks.push(mark);
        self.y += height;
    }

    /// The space before the next paragraph.
    pub fn gap(&mut self) {
        self.y += GAP * self.scale;
    }

    /// The lines of a text at the end of the column, which is then below them.
    pub fn set(&mut self, text: &str, look: &Look) -> Vec<Printed> {
        let size = look.size * self.scale;
        let ruler = self.ruler;
        let measure = |text: &str, style: Style| ruler.measure(text, style);
        let words = layout::words(text, look.plain, look.strong, &measure);
        let lines = layout::wrap(&words, self.width / size, &measure);
        self.place(lines, size, look)
    }

    /// Lines below each other; each but the last ends in a blank, so that the words stay apart for who copies them.
    fn place(&mut self, lines: Vec<Line>, size: f32, look: &Look) -> Vec<Printed> {
        let last = lines.len().saturating_sub(1);
        let mut placed = Vec::new();
        for (at, mut line) in lines.into_iter().enumerate() {
            if let Some(piece) = line.pieces.last_mut().filter(|_| at < last && !line.cut) {
                piece.text.push(' ');
            }
            let baseline = self.y + ((look.leading - LETTERS) / 2.0 + ASCENT) * size;
            placed.push(Printed { x: self.x, baseline, size, ink: look.ink, line });
            self.y += look.leading * size;
        }
        placed
    }
}
