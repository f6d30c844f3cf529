//! A page as a file: PDF/UA-1, tagged in reading order, fonts embedded as far as they are used, text as text. The only
//! file that draws; it decides nothing.

use std::num::NonZeroU16;

use chrono::Datelike as _;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::{Fill, LineCap, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::text::Font;
use krilla::{Document, SerializeSettings};

use super::Error;
use super::fonts::{self, FILES};
use super::paper::{Area, Ink, Mark, Printed, Shape, Sheet};

/// Four curves make a circle if their handles are this long, measured in radii.
const HANDLE: f32 = 0.552_284_8;

/// The file of a page.
///
/// # Errors
/// A character without a glyph, before anything is drawn; or a fault of ours.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    for printed in sheet.lines() {
        fonts::can_print(&printed.line.text()).map_err(Error::Character)?;
    }
    let fonts = loaded()?;
    let settings = PageSettings::from_wh(sheet.width, sheet.height).ok_or_else(|| fault("no such page"))?;
    let mut document = Document::new_with(standard()?);
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let drawn: Vec<Vec<Identifier>> =
        sheet.marks.iter().map(|mark| draw(&mut surface, mark, &fonts)).collect();
    surface.finish();
    let mut tree = TagTree::new().with_lang(Some(sheet.language.code().to_owned()));
    for (mark, parts) in sheet.marks.iter().zip(drawn) {
        if let Some(group) = tagged(mark, &parts, &mut page) {
            tree.push(group);
        }
    }
    page.finish();
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    outline
        .push_child(OutlineNode::new(sheet.title.clone(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    document.set_outline(outline);
    document.set_metadata(metadata(sheet));
    document.finish().map_err(|error| fault(&format!("{error:?}")))
}

fn fault(text: &str) -> Error {
    Error::Pdf(text.to_owned())
}

fn loaded() -> Result<Vec<Font>, Error> {
    let font = |(at, file): (usize, &&'static [u8])| Font::new((*file).into(), 0).ok_or(Error::Font(at));
    FILES.iter().enumerate().map(font).collect()
}

fn standard() -> Result<SerializeSettings, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| fault(&format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(sheet: &Sheet) -> Metadata {
    let date = DateTime::new(u16::try_from(sheet.date.year()).unwrap_or_default())
        .month(u8::try_from(sheet.date.month()).unwrap_or_default())
        .day(u8::try_from(sheet.date.day()).unwrap_or_default())
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0);
    Metadata::new()
        .title(sheet.title.clone())
        .authors(vec![sheet.author.clone()])
        .creator("Percorso".to_owned())
        .language(sheet.language.code().to_owned())
        .document_id(sheet.id.clone())
        .creation_date(date)
}

/// Draws a mark and names its parts.
fn draw(surface: &mut Surface<'_>, mark: &Mark, fonts: &[Font]) -> Vec<Identifier> {
    match mark {
        Mark::Heading(lines) | Mark::Text(lines) => lines
            .iter()
            .map(|line| {
                let part = surface.start_tagged(ContentTag::Other);
                print(surface, line, fonts);
                surface.end_tagged();
                part
            })
            .collect(),
        Mark::Figure { shapes, .. } => {
            let part = surface.start_tagged(ContentTag::Other);
            shapes.iter().for_each(|shape| sketch(surface, shape, fonts));
            surface.end_tagged();
            vec![part]
        }
        Mark::Ornament(shapes) => {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            shapes.iter().for_each(|shape| sketch(surface, shape, fonts));
            surface.end_tagged();
            Vec::new()
        }
    }
}

/// What a mark is for a screen reader. Where letters stand from right to left, the order they are read in is written
/// beside them.
fn tagged(mark: &Mark, parts: &[Identifier], page: &mut Page<'_>) -> Option<TagGroup> {
    let filled = |mut group: TagGroup| {
        parts.iter().for_each(|part| group.push(*part));
        group
    };
    match mark {
        Mark::Heading(lines) => Some(filled(TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(text_of(lines)))))),
        Mark::Text(lines) => {
            let rtl = lines.iter().any(|line| fonts::runs(&line.line.pieces).iter().any(|run| run.rtl));
            Some(filled(TagGroup::new(Tag::P.with_actual_text(rtl.then(|| text_of(lines))))))
        }
        Mark::Figure { says, area, link, .. } => {
            let bounds = rect(area);
            let tag = Tag::Figure(Some(says.clone())).with_bbox(bounds.map(|bounds| BBox::new(0, bounds)));
            let figure = filled(TagGroup::new(tag));
            let Some((url, bounds)) = link.as_ref().zip(bounds) else { return Some(figure) };
            let target = Target::Action(Action::from(LinkAction::new(url.clone())));
            let annotation = Annotation::new_link(LinkAnnotation::new(bounds, target), Some(says.clone()));
            let mut led = TagGroup::new(Tag::Link);
            led.push(page.add_tagged_annotation(annotation));
            led.push(figure);
            let mut paragraph = TagGroup::new(Tag::P);
            paragraph.push(led);
            Some(paragraph)
        }
        Mark::Ornament(_) => None,
    }
}

fn text_of(lines: &[Printed]) -> String {
    lines.iter().map(|line| line.line.text()).collect()
}

fn print(surface: &mut Surface<'_>, printed: &Printed, fonts: &[Font]) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(printed.ink)));
    let mut x = printed.x;
    for run in fonts::runs(&printed.line.pieces) {
        let Some(font) = fonts.get(run.font) else { continue };
        let glyphs = fonts::shape(&run);
        let start = Point::from_xy(x, printed.baseline);
        surface.draw_glyphs(start, &glyphs, font.clone(), &run.text, printed.size, false);
        x += fonts::advance(&glyphs) * printed.size;
    }
}

fn sketch(surface: &mut Surface<'_>, shape: &Shape, fonts: &[Font]) {
    match shape {
        Shape::Label(printed) => print(surface, printed, fonts),
        Shape::Disc { x, y, r, fill: inside, edge } => {
            let edge = edge.map(|(ink, width)| stroke(ink, width, LineCap::Butt));
            paint(surface, disc(*x, *y, *r), inside.map(fill), edge);
        }
        Shape::Stroke { x, y, length, width, ink, round } => {
            let mut path = PathBuilder::new();
            path.move_to(*x, *y);
            path.line_to(x + length, *y);
            let cap = if *round { LineCap::Round } else { LineCap::Butt };
            paint(surface, path.finish(), None, Some(stroke(*ink, *width, cap)));
        }
        Shape::Outline { corners, ink } => {
            let mut path = PathBuilder::new();
            for (at, (x, y)) in corners.iter().enumerate() {
                if at == 0 {
                    path.move_to(*x, *y);
                } else {
                    path.line_to(*x, *y);
                }
            }
            path.close();
            paint(surface, path.finish(), Some(fill(*ink)), None);
        }
        Shape::Tiles(tiles) => {
            let mut path = PathBuilder::new();
            tiles.iter().filter_map(rect).for_each(|tile| path.push_rect(tile));
            paint(surface, path.finish(), Some(fill(Ink::Text)), None);
        }
    }
}

fn paint(surface: &mut Surface<'_>, path: Option<Path>, fill: Option<Fill>, stroke: Option<Stroke>) {
    if let Some(path) = path {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&path);
    }
}

fn disc(x: f32, y: f32, r: f32) -> Option<Path> {
    let handle = r * HANDLE;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + handle, x + handle, y + r, x, y + r);
    path.cubic_to(x - handle, y + r, x - r, y + handle, x - r, y);
    path.cubic_to(x - r, y - handle, x - handle, y - r, x, y - r);
    path.cubic_to(x + handle, y - r, x + r, y - handle, x + r, y);
    path.close();
    path.finish()
}

fn rect(area: &Area) -> Option<Rect> {
    Rect::from_xywh(area.x, area.y, area.width, area.height)
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: color(ink).into(), ..Fill::default() }
}

fn stroke(ink: Ink, width: f32, line_cap: LineCap) -> Stroke {
    Stroke { paint: color(ink).into(), width, line_cap, ..Stroke::default() }
}

fn color(ink: Ink) -> rgb::Color {
    match ink {
        Ink::Text => rgb::Color::new(0x15, 0x24, 0x1d),
        Ink::Soft => rgb::Color::new(0x47, 0x58, 0x4f),
        Ink::Brand => rgb::Color::new(0x0c, 0x5c, 0x45),
        Ink::Sun => rgb::Color::new(0xf6, 0xbc, 0x36),
        Ink::Deep => rgb::Color::new(0x07, 0x40, 0x2f),
        Ink::Mint => rgb::Color::new(0x9f, 0xd8, 0xbf),
        Ink::White => rgb::Color::new(0xff, 0xff, 0xff),
    }
}
