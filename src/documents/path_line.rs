//! The person's own line: the workshops attended, the gate, each day of the course, the star.

use chrono::NaiveDate;

use super::Voice;
use super::column::Column;
use super::fonts::{Style, measure};
use super::layout::{Line, Piece};
use super::paper::{Area, Ink, Mark, Printed, Shape};
use crate::domain::certificate::CertificateFacts;
use crate::words::Value;

/// The drawing's own measures: 760 wide, 64 high, as in the pages.
const WIDTH: f32 = 760.0;
const HEIGHT: f32 = 64.0;
const MIDDLE: f32 = 22.0;
const UNDER: f32 = 56.0;
const FIRST: f32 = 40.0;
const STAR: f32 = 738.0;

/// The corners of the star around its middle.
const CORNERS: [(f32, f32); 10] = [
    (0.0, -10.0),
    (3.0, -3.8),
    (9.8, -2.9),
    (4.8, 1.8),
    (6.1, 8.6),
    (0.0, 5.3),
    (-6.1, 8.6),
    (-4.8, 1.8),
    (-9.8, -2.9),
    (-3.0, -3.8),
];

/// Where the stops are on the line.
#[derive(Clone, Debug, PartialEq)]
struct Stops {
    workshops: Vec<f32>,
    gate: f32,
    days: Vec<f32>,
    /// How far two days are from each other.
    step: f32,
}

/// Workshops stand further apart than days; all of them fill the line, however many they are.
fn stops(workshops: usize, days: usize) -> Stops {
    let nth = |n: usize, apart: f32| n as f32 * apart;
    let gate = if workshops == 0 { 0.0 } else { nth(workshops - 1, 1.6) + 1.3 };
    let step = (STAR - FIRST) / (gate + days as f32 + 0.85);
    let place = |along: f32| FIRST + along * step;
    Stops {
        workshops: (0..workshops).map(|n| place(nth(n, 1.6))).collect(),
        gate: place(gate),
        days: (0..days).map(|n| place(gate + 1.0 + n as f32)).collect(),
        step,
    }
}

/// Puts the line of a certificate into a column.
pub fn draw(voice: &Voice<'_>, facts: &CertificateFacts, column: &mut Column<'_>) {
    let unit = column.width / WIDTH;
    let drawing = Drawing { x: column.x, y: column.y, unit };
    let stops = stops(facts.workshops.len(), facts.days.len());
    let small = (stops.step / 60.0).min(1.0);
    let letters = 12.0 * (stops.step / 42.0).min(1.0);
    let mut shapes =
        vec![drawing.rail(14.0, stops.gate, Ink::Sun), drawing.rail(stops.gate, STAR + 8.0, Ink::Brand)];
    for at in &stops.workshops {
        shapes.push(drawing.stop(*at, 11.0 * small, Ink::Brand, Some((Ink::Sun, 5.0 * small))));
    }
    for (at, day) in stops.days.iter().zip(&facts.days) {
        let inside = if day.attended { Ink::Brand } else { Ink::White };
        shapes.push(drawing.stop(*at, 9.0 * small, inside, Some((Ink::Brand, 5.0 * small))));
    }
    shapes.push(drawing.stop(stops.gate, 18.0 * small, Ink::White, Some((Ink::Text, 4.0 * small))));
    let size = 17.0 * small;
    shapes.push(drawing.label(
        &facts.required.to_string(),
        stops.gate,
        MIDDLE + 0.36 * size,
        size,
        Style::SerifBold,
    ));
    shapes.push(drawing.stop(STAR, 18.0 * small, Ink::Sun, None));
    shapes.push(drawing.star(small));
    let dates =
        facts.workshops.iter().map(|workshop| workshop.date).chain(facts.days.iter().map(|day| day.date));
    for (at, date) in stops.workshops.iter().chain(&stops.days).zip(dates) {
        shapes.push(drawing.label(&voice.short(date), *at, UNDER, letters, Style::Sans));
    }
    let height = HEIGHT * unit;
    let area = Area { x: column.x, y: column.y, width: column.width, height };
    column.mark(Mark::Figure { says: says(voice, facts), area, shapes, link: None }, height);
}

/// The line in words.
fn says(voice: &Voice<'_>, facts: &CertificateFacts) -> String {
    let listed = |dates: Vec<NaiveDate>| {
        let words: Vec<String> = dates.into_iter().map(|date| voice.day(date)).collect();
        if words.is_empty() { voice.plain("cert-none") } else { words.join(", ") }
    };
    let days = |attended: bool| {
        listed(facts.days.iter().filter(|day| day.attended == attended).map(|day| day.date).collect())
    };
    let (attended, missed) = (days(true), days(false));
    let workshops = listed(facts.workshops.iter().map(|workshop| workshop.date).collect());
    voice.with(
        "cert-line",
        &[
            ("required", Value::Number(i64::from(facts.required))),
            ("workshops", Value::Text(&workshops)),
            ("attended", Value::Text(&attended)),
            ("missed", Value::Text(&missed)),
        ],
    )
}

/// The drawing at its place on the page.
struct Drawing {
    x: f32,
    y: f32,
    unit: f32,
}

impl Drawing {
    fn rail(&self, from: f32, to: f32, ink: Ink) -> Shape {
        let (x, y) = (self.x + from * self.unit, self.y + MIDDLE * self.unit);
        Shape::Stroke { x, y, length: (to - from) * self.unit, width: 9.0 * self.unit, ink, round: true }
    }

    fn stop(&self, at: f32, r: f32, fill: Ink, edge: Option<(Ink, f32)>) -> Shape {
        Shape::Disc {
            x: self.x + at * self.unit,
            y: self.y + MIDDLE * self.unit,
            r: r * self.unit,
            fill: Some(fill),
            edge: edge.map(|(ink, width)| (ink, width * self.unit)),
        }
    }

    fn star(&self, small: f32) -> Shape {
        let (x, y) = (self.x + STAR * self.unit, self.y + MIDDLE * self.unit);
        let size = small * self.unit;
        let corners = CORNERS.iter().map(|(dx, dy)| (x + dx * size, y + dy * size)).collect();
        Shape::Outline { corners, ink: Ink::Text }
    }

    fn label(&self, text: &str, at: f32, under: f32, size: f32, style: Style) -> Shape {
        let (size, width) = (size * self.unit, measure(text, style));
        Shape::Label(Printed {
            x: self.x + at * self.unit - width * size / 2.0,
            baseline: self.y + under * self.unit,
            size,
            ink: Ink::Text,
            line: Line { pieces: vec![Piece { text: text.to_owned(), style }], width, cut: false },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_the_mockup_has_its_stops_where_the_mockup_has_them() {
        let stops = stops(2, 7);
        let near = |found: f32, drawn: f32| assert!((found - drawn).abs() < 10.0, "{found} is not {drawn}");
        stops.workshops.iter().zip([40.0, 150.0]).for_each(|(found, drawn)| near(*found, drawn));
        near(stops.gate, 236.0);
        let drawn = [300.0, 364.0, 428.0, 492.0, 556.0, 620.0, 684.0];
        stops.days.iter().zip(drawn).for_each(|(found, drawn)| near(*found, drawn));
    }

    #[test]
    fn however_many_stops_there_are_they_stay_in_order_and_before_the_star() {
        for (workshops, days) in [(0, 0), (0, 1), (1, 0), (5, 12), (9, 40)] {
            let stops = stops(workshops, days);
            let all: Vec<f32> = stops
                .workshops
                .iter()
                .chain([&stops.gate])
                .chain(&stops.days)
                .chain([&STAR])
                .copied()
                .collect();
            assert_eq!(all.len(), workshops + days + 2);
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
        }
    }
}
