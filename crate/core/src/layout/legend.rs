//! What the shapes mean: only those that occur.

use super::frame::{AXIS, Frame, LEGEND_LINE, TOTALS_FROM};
use super::geometry::Rect;
use super::marks::{Glyph, RADIUS, Style, draw_glyph};
use super::pen::{At, Pen, SMALL};
use super::request::{Chart, Occurs, Request};
use crate::scene::{Color, Panel, Point};

/// From an entry's glyph to its words.
const INDENT: f64 = 14.0;
/// A line of an export's legend.
const EXPORT_LINE: f64 = 18.0;
/// Between two entries on a line.
const GAP: f64 = 16.0;

/// An entry's picture.
#[derive(Clone, Copy)]
enum Sign {
    Glyph(Glyph),
    Bar,
    Faded,
    Section(Color),
}

fn entries(request: &Request, occurs: Occurs) -> Vec<(Sign, &'static str)> {
    let words = request.words;
    let all = [
        (occurs.state_media || occurs.prose || occurs.scheduled, Sign::Glyph(Glyph::Disc), words.ordinary),
        (occurs.state_media, Sign::Glyph(Glyph::Square), words.state_media),
        (occurs.prose, Sign::Glyph(Glyph::Ring), words.prose),
        (occurs.scheduled, Sign::Glyph(Glyph::Diamond), words.scheduled),
        (occurs.longer, Sign::Bar, words.longer),
        (occurs.approximate, Sign::Faded, words.approximate),
    ];
    all.into_iter().filter(|(occurs, ..)| *occurs).map(|(_, sign, text)| (sign, text)).collect()
}

/// How high a column of the legend is; 0 where there is nothing to explain.
pub fn column_height(request: &Request) -> f64 {
    let entries = request.legend.map_or(0, |occurs| entries(request, occurs).len());
    entries as f64 * LEGEND_LINE
}

/// What an export explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// The shapes in the lanes.
    Shapes,
    /// The colours of the totals, where no lane names them.
    Sections,
    /// Nothing.
    Nothing,
}

/// What an export of the request has to explain when its panels are so wide.
pub fn explained(request: &Request, width: f64) -> Explained {
    match request.chart {
        Chart::Both | Chart::Timeline => Explained::Shapes,
        Chart::Countries if width >= TOTALS_FROM => Explained::Sections,
        Chart::Strip => Explained::Sections,
        Chart::Countries => Explained::Nothing,
    }
}

fn export_entries<'a>(request: &'a Request, what: Explained) -> Vec<(Sign, &'a str)> {
    let sign = |hue| Sign::Section(request.theme.section(hue));
    match what {
        Explained::Shapes => request.legend.map(|occurs| entries(request, occurs)).unwrap_or_default(),
        Explained::Sections => {
            request.lanes.iter().map(|lane| (sign(lane.hue), lane.title.as_str())).collect()
        }
        Explained::Nothing => Vec::new(),
    }
}

/// The width of an export's legend on one line.
pub fn line_width(request: &Request, what: Explained, pen: &Pen) -> f64 {
    let entries = export_entries(request, what);
    let width: f64 = entries.iter().map(|(_, text)| INDENT + pen.width(text, SMALL) + GAP).sum();
    (width - GAP).max(0.0) + 0.5
}

/// Draws the legend on lines of an export, from `y` down; returns how many it took.
pub fn draw_lines(
    request: &Request,
    what: Explained,
    inner: Rect,
    y: f64,
    most: usize,
    pen: &mut Pen,
) -> usize {
    let entries = export_entries(request, what);
    let mut rest = entries.as_slice();
    let mut lines = 0;
    while !rest.is_empty() && lines < most {
        let line_y = y + (lines as f64 + 0.5) * EXPORT_LINE;
        let drawn = draw_line(inner.x, line_y, inner.right(), rest, pen);
        rest = rest.get(drawn.max(1)..).unwrap_or(&[]);
        lines += 1;
    }
    lines
}

/// Draws the legend: below each other in the column beside the lanes, or on one line where there is none.
pub fn draw_legend(frame: &Frame, request: &Request, pen: &mut Pen) {
    let Some(occurs) = request.legend else { return };
    pen.panel(Panel::Legend);
    let entries = entries(request, occurs);
    let totals = frame.geometry.totals;
    if let Some(y) = frame.legend_y {
        draw_line(frame.geometry.plot.x, y, frame.geometry.figure.right(), &entries, pen);
    } else if totals.width > 0.0 && !frame.lanes.is_empty() {
        for (index, (sign, text)) in entries.iter().enumerate() {
            let y = AXIS + 12.0 + index as f64 * LEGEND_LINE;
            if y + LEGEND_LINE / 2.0 > frame.geometry.timeline.bottom() {
                break;
            }
            draw_sign(*sign, totals.x + RADIUS, y, pen);
            let room = totals.width - INDENT;
            pen.fitted(At::start(totals.x + INDENT, y), text, SMALL, pen.theme.muted, room);
        }
    }
}

/// Draws entries from left to right, as many as fit; returns how many.
fn draw_line(x: f64, y: f64, right: f64, entries: &[(Sign, &str)], pen: &mut Pen) -> usize {
    let mut x = x;
    for (index, (sign, text)) in entries.iter().enumerate() {
        let width = pen.width(text, SMALL);
        if x + INDENT + width > right {
            return index;
        }
        draw_sign(*sign, x + RADIUS, y, pen);
        pen.text(At::start(x + INDENT, y), text, SMALL, pen.theme.muted);
        x += INDENT + width + GAP;
    }
    entries.len()
}

fn draw_sign(sign: Sign, x: f64, y: f64, pen: &mut Pen) {
    let color = pen.theme.muted;
    let style = Style { color, ground: pen.theme.ground, radius: RADIUS - 0.5 };
    match sign {
        Sign::Glyph(glyph) => draw_glyph(glyph, Point { x, y }, style, None, pen),
        Sign::Section(color) => pen.fill(Rect::new(x - 5.0, y - 5.0, 10.0, 10.0), 2.0, color, None),
        Sign::Bar => pen.fill(Rect::new(x - 5.0, y - 2.5, 12.0, 5.0), 2.5, color, None),
        Sign::Faded => {
            for (index, share) in [0.7, 0.35, 0.0, 0.35, 0.7].into_iter().enumerate() {
                let slice = Rect::new(x - 5.0 + 2.4 * index as f64, y - 2.5, 2.4, 5.0);
                pen.fill(slice, 0.0, color.mix(pen.theme.ground, share), None);
            }
        }
    }
}
