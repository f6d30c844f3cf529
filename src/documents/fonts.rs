//! The embedded fonts: which of them prints which character, and the glyphs of a line in the order they stand in.
//!
//! Noto (SIL Open Font License, `fonts/COPYRIGHT`), 2.8 MB of the program. A document carries only the glyphs it
//! uses. To print another script: 1. its font, regular and bold, in `fonts/` and in `FILES`; 2. its two numbers in
//! `Style::order`; 3. a name in the test of `can_print`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use krilla::text::{GlyphId, KrillaGlyph};
use harfrust::{Buffer, Direction, Font, ShapeOptions, ShaperFont};
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use super::layout::Piece;

/// The fonts; their place in this list is their number.
pub static FILES: [&[u8]; 8] = [
    include_bytes!("fonts/NotoSerif-Regular.ttf"),
    include_bytes!("fonts/NotoSerif-Bold.ttf"),
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("fonts/NotoSansHebrew-Bold.ttf"),
];

/// Read once; a font that cannot be read prints nothing, and a test would say so.
static FACES: LazyLock<Vec<Option<Font>>> =
    LazyLock::new(|| FILES.iter().map(|&data| Font::new(data, 0)).collect());


/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Titles.
    Serif,
    /// Names and the number at the gate.
    SerifBold,
    /// What is read.
    Sans,
    /// What stands out in it.
    SansBold,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Serif, Self::SerifBold, Self::Sans, Self::SansBold];

    /// The fonts that are asked for a character, in this order.
    const fn order(self) -> [usize; 4] {
        match self {
            Self::Serif => [0, 2, 4, 6],
            Self::SerifBold => [1, 3, 5, 7],
            Self::Sans => [2, 0, 4, 6],
            Self::SansBold => [3, 1, 5, 7],
        }
    }
}

/// A stretch of text in one font and one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, in the order it is read.
    pub text: String,
    /// The number of its font.
    pub font: usize,
    /// Whether it runs from right to left.
    pub rtl: bool,
}

/// The characters of a text, each with the marks that stand on it.
pub fn clusters(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> =
        text.char_indices().filter(|(at, c)| *at == 0 || !is_combining_mark(*c)).map(|(at, _)| at).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// Whether every character can be printed in every style, so that nobody's name becomes boxes.
///
/// # Errors
/// The first character that no embedded font has.
pub fn can_print(text: &str) -> Result<(), char> {
    clusters(text).into_iter().try_for_each(|cluster| {
        let printable = Style::ALL.into_iter().all(|style| first(style, cluster).is_some());
        if printable { Ok(()) } else { Err(unprintable(cluster)) }
    })
}

/// The runs of a line in the order they stand in on paper, from left to right.
pub fn runs(pieces: &[Piece]) -> Vec<Run> {
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let bidi = BidiInfo::new(&whole, Some(Level::ltr()));
    let mut found = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, stretches) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for stretch in stretches {
            let rtl = levels.get(stretch.start).is_some_and(|level| level.is_rtl());
            let mut parts = in_fonts(pieces, &stretch, rtl);
            if rtl {
                parts.reverse();
            }
            found.extend(parts);
        }
    }
    found
}

/// The glyphs of a run from left to right; their measures are parts of the size.
pub fn shape(run: &Run) -> Vec<KrillaGlyph> {
    let Some(face) = face(run.font) else { return Vec::new() };
    let mut shaped = Buffer::new();
    shaped.push_str(&run.text);
    shaped.guess_segment_properties();
    shaped.set_direction(if run.rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    if harfrust::shape(&ShaperFont::new(face), &mut shaped, ShapeOptions::new()).is_err() {
        return Vec::new();
    }
    let em = f32::from(face.units_per_em());
    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let positions = shaped.glyph_positions();
    let glyph = |(info, position): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
        let start = info.cluster as usize;
        let end = starts.iter().copied().find(|next| *next > start).unwrap_or(run.text.len());
        KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            position.x_advance as f32 / em,
            position.x_offset as f32 / em,
            position.y_offset as f32 / em,
            position.y_advance as f32 / em,
            start..end,
            None,
        )
    };
    shaped.glyph_infos().iter().zip(positions).map(glyph).collect()
}

/// How wide glyphs stand, in parts of the size.
pub fn advance(glyphs: &[KrillaGlyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.x_advance).sum()
}

/// Measures words, each once: wrapping the same words for another size asks again.
#[derive(Debug, Default)]
pub struct Ruler {
    known: RefCell<HashMap<(String, Style), f32>>,
}

impl Ruler {
    /// How wide a text is, in parts of the size.
    pub fn measure(&self, text: &str, style: Style) -> f32 {
        let key = (text.to_owned(), style);
        let known = self.known.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            let width = measure(text, style);
            self.known.borrow_mut().insert(key, width);
            width
        })
    }
}

/// How wide a text is, in parts of the size.
pub fn measure(text: &str, style: Style) -> f32 {
    let piece = Piece { text: text.to_owned(), style };
    runs(&[piece]).iter().map(|run| advance(&shape(run))).sum()
}

/// The runs of one level, in the order they are read. What belongs to no script stays in the font before it.
fn in_fonts(pieces: &[Piece], stretch: &Range<usize>, rtl: bool) -> Vec<Run> {
    let mut parts: Vec<Run> = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let own = at..at + piece.text.len();
        at = own.end;
        let (from, to) = (own.start.max(stretch.start), own.end.min(stretch.end));
        if from >= to {
            continue;
        }
        let mut current: Option<usize> = None;
        for cluster in clusters(&piece.text[from - own.start..to - own.start]) {
            let neutral = !cluster.chars().any(char::is_alphabetic);
            let font = current
                .filter(|font| neutral && has(*font, cluster))
                .or_else(|| first(piece.style, cluster))
                .unwrap_or(piece.style.order()[0]);
            current = Some(font);
            match parts.last_mut() {
                Some(run) if run.font == font => run.text.push_str(cluster),
                _ => parts.push(Run { text: cluster.to_owned(), font, rtl }),
            }
        }
    }
    parts
}

fn face(font: usize) -> Option<&'static Font> {
    FACES.get(font)?.as_ref()
}

fn has(font: usize, text: &str) -> bool {
    let known = |font: &ShaperFont<'_, '_>, c: char| {
        font.nominal_glyph(u32::from(c)).is_some_and(|glyph| glyph.to_u32() > 0)
    };
    face(font).map(ShaperFont::new).is_some_and(|font| text.chars().all(|c| known(&font, c)))
}

fn first(style: Style, text: &str) -> Option<usize> {
    style.order().into_iter().find(|font| has(*font, text))
}

/// The character that is at fault: one that no font has, else the mark that no font has together with its base.
fn unprintable(cluster: &str) -> char {
    let missing = |c: &char| {
        let alone = c.to_string();
        Style::ALL.into_iter().any(|style| first(style, &alone).is_none())
    };
    let last = cluster.chars().next_back().unwrap_or(char::REPLACEMENT_CHARACTER);
    cluster.chars().find(missing).unwrap_or(last)
}

#[cfg(test)]
#[path = "fonts_tests.rs"]
mod tests;
