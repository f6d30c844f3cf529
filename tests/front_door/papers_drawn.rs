//! A paper as somebody holds it, or hears it: its QR code is read off the drawing by a reader that is not ours, and its
//! words in the order in which a screen reader says them.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Object, ObjectId, decode_text_string};

use crate::finished_course::{finished, publish};
use crate::harness::SITE;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;

const OWN: &str = "/mio-percorso/attestato.pdf";

/// From the left and from below, in points.
type Point = (f32, f32);
/// A transformation, as PDF writes it.
type Matrix = [f32; 6];

const UPRIGHT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First the inner one, then the outer one.
fn joined(inner: Matrix, outer: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = inner;
    let [p, q, r, s, t, u] = outer;
    [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

fn moved(by: Matrix, (x, y): Point) -> Point {
    (by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5])
}

/// The only page.
fn page(document: &Document) -> ObjectId {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    assert_eq!(pages.len(), 1, "one page");
    pages[0]
}

fn operations(document: &Document) -> Vec<Operation> {
    let content = document.get_page_content(page(document));
    Content::decode(&content).expect("what is drawn").operations
}

/// What each filling fills: the corners of its parts.
fn fillings(document: &Document) -> Vec<Vec<Vec<Point>>> {
    let (mut found, mut parts): (Vec<Vec<Vec<Point>>>, Vec<Vec<Point>>) = (Vec::new(), Vec::new());
    let (mut now, mut kept) = (UPRIGHT, Vec::new());
    for operation in operations(document) {
        let numbers: Vec<f32> = operation.operands.iter().filter_map(|one| one.as_float().ok()).collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("q", _) => kept.push(now),
            ("Q", _) => now = kept.pop().expect("what was kept"),
            ("cm", &[a, b, c, d, e, f]) => now = joined([a, b, c, d, e, f], now),
            ("m", &[x, y]) => parts.push(vec![moved(now, (x, y))]),
            ("l", &[x, y]) => parts.last_mut().expect("a part that has begun").push(moved(now, (x, y))),
            ("re", &[x, y, width, height]) => {
                parts.push(vec![moved(now, (x, y)), moved(now, (x + width, y + height))]);
            }
            ("f" | "F" | "f*", _) => found.push(std::mem::take(&mut parts)),
            ("S" | "s" | "n" | "B" | "B*" | "b" | "b*", _) => parts.clear(),
            _ => {}
        }
    }
    found
}

/// The lowest and the highest of some numbers.
fn span(numbers: impl Iterator<Item = f32>) -> (f32, f32) {
    numbers.fold((f32::MAX, f32::MIN), |(low, high), number| (low.min(number), high.max(number)))
}

/// The squares of the code, by column and row from the upper left, and how many a side has. The filling of most parts is
/// the code.
fn squares(document: &Document) -> (BTreeSet<(usize, usize)>, usize) {
    let tiles = fillings(document).into_iter().max_by_key(Vec::len).expect("something is filled");
    let all = || tiles.iter().flatten();
    let ((left, right), (below, above)) = (span(all().map(|point| point.0)), span(all().map(|p| p.1)));
    let high = |tile: &Vec<Point>| span(tile.iter().map(|point| point.1));
    let one = span(tiles.iter().map(|tile| high(tile).1 - high(tile).0)).0;
    let count = |length: f32| (length / one).round() as usize;
    assert_eq!(count(right - left), count(above - below), "it is as wide as it is high");
    let mut dark = BTreeSet::new();
    for tile in &tiles {
        let ((from, to), (low, top)) = (span(tile.iter().map(|point| point.0)), high(tile));
        for row in count(above - top)..count(above - low) {
            dark.extend((count(from - left)..count(to - left)).map(|column| (column, row)));
        }
    }
    (dark, count(right - left))
}

/// What a reader sees that is held over the page.
fn scanned(document: &Document) -> Vec<String> {
    const PIXELS: usize = 4;
    const QUIET: usize = 4;
    let (dark, side) = squares(document);
    let within = |pixel: usize| (pixel / PIXELS).checked_sub(QUIET);
    let is_dark = |x: usize, y: usize| within(x).zip(within(y)).is_some_and(|at| dark.contains(&at));
    let side = (side + 2 * QUIET) * PIXELS;
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(side, side, is_dark);
    image.detect_grids().iter().map(|grid| grid.decode().expect("a code").1).collect()
}

/// The words of each part of the page that a tag names, by its number.
fn printed(document: &Document) -> BTreeMap<i64, String> {
    let fonts = document.get_page_fonts(page(document)).expect("fonts").into_iter();
    let encodings: BTreeMap<Vec<u8>, Encoding<'_>> =
        fonts.map(|(name, font)| (name, font.get_font_encoding(document).expect("an encoding"))).collect();
    let mut words: BTreeMap<i64, String> = BTreeMap::new();
    let (mut open, mut font): (Vec<Option<i64>>, Option<&Encoding<'_>>) = (Vec::new(), None);
    for operation in operations(document) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                let properties = operands.last().and_then(|one| one.as_dict().ok());
                open.push(properties.and_then(|some| some.get(b"MCID").and_then(Object::as_i64).ok()));
            }
            "EMC" => {
                open.pop();
            }
            "Tf" => {
                let name = operands.first().and_then(|one| one.as_name().ok());
                font = name.and_then(|name| encodings.get(name));
            }
            "Tj" | "TJ" => {
                if let Some((part, encoding)) = open.iter().rev().find_map(|part| *part).zip(font) {
                    let said = words.entry(part).or_default();
                    operands.iter().for_each(|operand| said.push_str(&shown(encoding, operand)));
                }
            }
            _ => {}
        }
    }
    words
}

fn shown(encoding: &Encoding<'_>, operand: &Object) -> String {
    match operand {
        Object::String(bytes, _) => Document::decode_text(encoding, bytes).expect("letters"),
        Object::Array(pieces) => pieces.iter().map(|piece| shown(encoding, piece)).collect(),
        _ => String::new(),
    }
}

/// Without blanks: how a line is broken is no matter here.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Goes through the tags in their order; gives the words that belong to no further tag. What a tag says in words is read
/// in the place of what it holds.
fn walk(
    document: &Document,
    node: &Object,
    words: &BTreeMap<i64, String>,
    read: &mut Vec<(String, String)>,
) -> String {
    let (_, node) = document.dereference(node).expect("a part of the tree");
    match node {
        Object::Array(nodes) => nodes.iter().map(|node| walk(document, node, words, read)).collect(),
        Object::Integer(part) => words.get(part).cloned().unwrap_or_default(),
        Object::Dictionary(tag) if tag.has(b"S") => {
            let said =
                [b"Alt".as_slice(), b"ActualText".as_slice()].into_iter().find_map(|key| tag.get(key).ok());
            let text = match (said, tag.get(b"K")) {
                (Some(said), _) => decode_text_string(said).expect("words"),
                (None, Ok(kids)) => walk(document, kids, words, read),
                (None, Err(_)) => String::new(),
            };
            let name = tag.get(b"S").and_then(Object::as_name).expect("the name of a tag");
            if !text.is_empty() {
                read.push((String::from_utf8_lossy(name).into_owned(), bare(&text)));
            }
            String::new()
        }
        Object::Dictionary(reference) => {
            let part = reference.get(b"MCID").and_then(Object::as_i64);
            part.ok().and_then(|part| words.get(&part).cloned()).unwrap_or_default()
        }
        other => panic!("no part of a tree: {other:?}"),
    }
}

/// What is read aloud, in its order: each with its tag.
fn read_aloud(document: &Document) -> Vec<(String, String)> {
    let catalog = document.catalog().expect("a catalogue");
    let tree = document.get_dict_in_dict(catalog, b"StructTreeRoot").expect("a tree of tags");
    let mut read = Vec::new();
    walk(document, tree.get(b"K").expect("a first tag"), &printed(document), &mut read);
    read
}

on_both!(the_code_on_a_paper_leads_to_the_page_that_says_what_it_is_worth, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let row = publish(world, ADA).await;
    let ada = world.signed_in(ADA).await;
    let statement = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-1").await);
    let mut led = Vec::new();
    for (path, says) in [(OWN, "Attestato valido"), (statement.as_str(), "Attestazione valida")] {
        let document = Document::load_mem(&ada.bytes(path).await).expect("a PDF");
        let found = scanned(&document);
        assert_eq!(found.len(), 1, "one code on the page: {found:?}");
        let way = found[0].strip_prefix(SITE).expect("an address of this site").to_owned();
        let page = world.browser().get(&way).await;
        page.says(says);
        page.says("A. Prova");
        led.push(way);
    }
    assert_eq!(led[0], format!("/v/{}", row.code));
    assert_ne!(led[0], led[1], "each paper has a code of its own");
});

on_both!(a_certificate_is_read_aloud_from_its_head_to_its_code, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("محمد", BEA, "PPP")]).await;
    for (given, email) in [("Ada", ADA), ("محمد", BEA)] {
        let row = publish(world, email).await;
        let paper = world.signed_in(email).await.bytes(OWN).await;
        let read = read_aloud(&Document::load_mem(&paper).expect("a PDF"));
        let (name, url) = (format!("{given}Prova"), format!("{SITE}/v/{}", row.code));
        let (number, code) = (row.number_text().unwrap(), format!("codice{}.", row.code));
        let order = [
            ("P", "AMALO", ""),
            ("P", "Automutuoaiuto,Milano", ""),
            ("P", "Nell’ambitodelprogettoNiguardaNoi", ""),
            ("H1", "Attestatodipartecipazione", ""),
            ("P", "Siattestache", ""),
            ("P", name.as_str(), ""),
            ("P", "hafrequentato3giornatesu3delcorso", "dal22ottobre2014al5novembre2014."),
            ("Figure", "Lalineadelpercorso.", "Giornatedelcorsofrequentate:22ottobre2014,"),
            ("P", "Workshopintroduttivifrequentati:", "24settembre2014"),
            ("P", "Milano,5novembre2014", ""),
            ("P", "Responsabiledellaformazione", ""),
            ("P", "PresidentediAMALO", ""),
            ("Figure", "CodiceQR:", url.as_str()),
            ("P", "Attestaton.", code.as_str()),
        ];
        let tags: Vec<&str> = read.iter().map(|(tag, _)| tag.as_str()).collect();
        assert_eq!(tags, order.map(|(tag, _, _)| tag), "{read:?}");
        for ((_, text), (_, begins, has)) in read.iter().zip(order) {
            assert!(text.starts_with(begins) && text.contains(has), "{begins} … {has}: {text}");
        }
        assert!(read.last().is_some_and(|(_, text)| text.contains(&number)), "{number}");
    }
});
