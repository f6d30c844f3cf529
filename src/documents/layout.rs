//! Words into lines: measured, wrapped, shrunk. Pure: what measures is an argument, and all widths are parts of the
//! size of the type, so that one measuring is good for every size.

use super::fonts::{Style, clusters};

/// Stands before what stands out in a sentence. No font has its glyph, so nobody's text has it.
pub const STRONG: char = '\u{E000}';

/// Ends what stands out.
pub const PLAIN: char = '\u{E001}';

/// Below this size a word that does not fit on a line is cut.
const WHOLE_WORDS: f32 = 9.0;

/// Each try is this much smaller.
const STEP: f32 = 0.96;

/// The width of a text in a style, as a part of the size.
pub type Measure<'m> = &'m dyn Fn(&str, Style) -> f32;

/// A text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Blank,
    Nothing,
    Break,
}

/// What is not parted unless a line is too short for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pieces: Vec<Piece>,
    width: f32,
    after: After,
    blank: f32,
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What stands on it.
    pub pieces: Vec<Piece>,
    /// How wide it is, as a part of the size.
    pub width: f32,
    /// Whether its last word goes on in the next line.
    pub cut: bool,
}

/// The room a text must fit into.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// How wide.
    pub width: f32,
    /// The size a short text gets.
    pub largest: f32,
    /// The size below which two lines are better than one.
    pub comfortable: f32,
    /// How many lines.
    pub lines: usize,
}

/// A text in the largest size that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The size.
    pub size: f32,
    /// The lines.
    pub lines: Vec<Line>,
}

/// What stands out in a sentence.
pub fn strong(text: &str) -> String {
    format!("{STRONG}{text}{PLAIN}")
}

/// The words of a sentence; what is between the marks is in the second style.
pub fn words(text: &str, plain: Style, strong: Style, measure: Measure<'_>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut style = plain;
    for line in text.split('\n') {
        for raw in line.split(' ') {
            let mut pieces = Vec::new();
            for part in raw.split_inclusive([STRONG, PLAIN]) {
                let text = part.trim_end_matches([STRONG, PLAIN]);
                if !text.is_empty() {
                    pieces.push(Piece { text: text.to_owned(), style });
                }
                style = match part.chars().next_back() {
                    Some(STRONG) => strong,
                    Some(PLAIN) => plain,
                    _ => style,
                };
            }
            if !pieces.is_empty() {
                words.push(Word::of(pieces, measure));
            }
        }
        if let Some(last) = words.last_mut() {
            last.after = After::Break;
        }
    }
    words
}

/// The lines of words that are at most so wide.
pub fn wrap(words: &[Word], limit: f32, measure: Measure<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::default();
    let mut before: Option<f32> = None;
    let mut cut = false;
    for word in words.iter().flat_map(|word| word.within(limit, measure)) {
        let joined = line.width + before.unwrap_or(0.0) + word.width;
        if !line.pieces.is_empty() && joined > limit {
            line.cut = cut;
            lines.push(std::mem::take(&mut line));
        }
        line.add(&word, before);
        before = (word.after == After::Blank).then_some(word.blank);
        cut = word.after == After::Nothing;
        if word.after == After::Break {
            lines.push(std::mem::take(&mut line));
        }
    }
    if !line.pieces.is_empty() {
        lines.push(line);
    }
    lines
}

/// The largest size in which a text fits: on one line while that is comfortable, else on as many as there are.
pub fn fit(words: &[Word], room: &Room, measure: Measure<'_>) -> Fit {
    let lines = wrap(words, f32::INFINITY, measure);
    let wide = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let size = if wide > 0.0 { room.largest.min(room.width / wide) } else { room.largest };
    if lines.len() <= 1 && size >= room.comfortable {
        return Fit { size, lines };
    }
    let longest = words.iter().map(|word| word.width).fold(0.0, f32::max);
    let mut size = room.comfortable;
    loop {
        if longest * size <= room.width || size < WHOLE_WORDS {
            let lines = wrap(words, room.width / size, measure);
            if lines.len() <= room.lines || size < 1.0 {
                return Fit { size, lines };
            }
        }
        size *= STEP;
    }
}

impl Word {
    fn of(pieces: Vec<Piece>, measure: Measure<'_>) -> Self {
        let width = pieces.iter().map(|piece| measure(&piece.text, piece.style)).sum();
        let blank = pieces.last().map_or(0.0, |piece| measure(" ", piece.style));
        Self { pieces, width, after: After::Blank, blank }
    }

    /// The word, cut into parts where it is wider than a line.
    fn within(&self, limit: f32, measure: Measure<'_>) -> Vec<Self> {
        if self.width <= limit {
            return vec![self.clone()];
        }
        let mut parts: Vec<Self> = Vec::new();
        for piece in &self.pieces {
            let mut text = String::new();
            let mut width = 0.0;
            for cluster in clusters(&piece.text) {
                let wide = measure(cluster, piece.style);
                if width + wide > limit && !text.is_empty() {
                    parts.push(Self::part(std::mem::take(&mut text), piece.style, width));
                    width = 0.0;
                }
                text.push_str(cluster);
                width += wide;
            }
            parts.push(Self::part(text, piece.style, width));
        }
        if let Some(last) = parts.last_mut() {
            last.after = self.after;
            last.blank = self.blank;
        }
        parts
    }

    fn part(text: String, style: Style, width: f32) -> Self {
        Self { pieces: vec![Piece { text, style }], width, after: After::Nothing, blank: 0.0 }
    }
}

impl Line {
    /// What stands on it, as text.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn add(&mut self, word: &Word, before: Option<f32>) {
        if let (Some(blank), Some(last)) = (before, self.pieces.last_mut()) {
            last.text.push(' ');
            self.width += blank;
        }
        for piece in &word.pieces {
            match self.pieces.last_mut() {
                Some(last) if last.style == piece.style => last.text.push_str(&piece.text),
                _ => self.pieces.push(piece.clone()),
            }
        }
        self.width += word.width;
    }
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
