//! The picture in a document: title, subtitle and legend above it, counts and credit below.
//!
//! The same panels as on the screen, laid out again for the size asked for. Large pictures are laid out smaller and
//! enlarged, so that their text stays readable.

use super::geometry::Rect;
use super::legend;
use super::pen::{At, Pen, SMALL};
use super::request::Request;
use super::text::fit;
use crate::scene::{Font, Mark, Panel, Point, Scene, Shape, Stroke, TextMeasure, Weight};
use crate::text::joined;

/// A picture of this size is laid out one to one; larger ones are enlarged.
const PLAIN_WIDTH: f64 = 1280.0;
const PLAIN_HEIGHT: f64 = 720.0;
/// Free pixels around everything.
const MARGIN: f64 = 24.0;
const NARROW_MARGIN: f64 = 14.0;
/// Narrower pictures have the narrow margin.
const NARROW_BELOW: f64 = 720.0;
/// Height of the title line, and of the lines below it.
const TITLE: f64 = 26.0;
const LINE: f64 = 18.0;
/// Between head and body, and between body and foot.
const GAP: f64 = 12.0;
/// Between two parts of a line.
pub const SEPARATOR: &str = " · ";
/// At most so many lines of legend.
const MOST_LEGEND_LINES: usize = 3;

const HEADLINE: Font = Font { size: 18.0, weight: Weight::Bold, italic: false };
const SUBTITLE: Font = Font { size: 13.0, weight: Weight::Regular, italic: false };

/// What stands around the picture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Heading {
    /// What it is about.
    pub title: String,
    /// Period and active filters.
    pub subtitle: String,
    /// A line of the caller.
    pub note: Option<String>,
    /// Report, counts shown and left out, part by part.
    pub footer: Vec<String>,
    /// Who made it.
    pub credit: String,
}

/// Lays out a picture of the request's size with its heading.
pub fn export(request: &Request, heading: &Heading, measure: &dyn TextMeasure) -> Scene {
    let zoom = (request.width / PLAIN_WIDTH).min(request.height / PLAIN_HEIGHT).max(1.0);
    let (width, height) = (request.width / zoom, request.height / zoom);
    let margin = if width < NARROW_BELOW { NARROW_MARGIN } else { MARGIN };
    let inner = Rect::new(margin, margin, width - 2.0 * margin, height - 2.0 * margin);
    let mut pen = Pen::new(request.theme, measure);
    let top = draw_head(request, heading, inner, &mut pen) + GAP;
    let bottom = draw_foot(heading, inner, &mut pen) - GAP;
    let body = Request {
        width: inner.width,
        height: (bottom - top).max(0.0),
        overview: false,
        legend: None,
        ..*request
    };
    let picture = super::layout(&body, measure);
    let mut marks: Vec<Mark> =
        picture.scene.marks.into_iter().map(|mark| moved(mark, inner.x, top, 1.0)).collect();
    marks.extend(pen.marks);
    Scene {
        width: request.width,
        height: request.height,
        background: picture.scene.background,
        marks: marks.into_iter().map(|mark| moved(mark, 0.0, 0.0, zoom)).collect(),
        title: heading.title.clone(),
        description: String::new(),
    }
}

/// Title, subtitle and legend; returns where they end.
fn draw_head(request: &Request, heading: &Heading, inner: Rect, pen: &mut Pen) -> f64 {
    pen.panel(Panel::Frame);
    let (ink, muted) = (pen.theme.ink, pen.theme.muted);
    let mut y = inner.y;
    for line in title_lines(&heading.title, inner.width, pen.measure) {
        pen.text(At::start(inner.x, y + TITLE / 2.0 - 3.0), &line, HEADLINE, ink);
        y += TITLE;
    }
    pen.fitted(At::start(inner.x, y + LINE / 2.0), &heading.subtitle, SUBTITLE, muted, inner.width);
    let subtitle_end = inner.x + pen.width(&heading.subtitle, SUBTITLE);
    pen.panel(Panel::Legend);
    let what = legend::explained(request, inner.width);
    let legend_width = legend::line_width(request, what, pen);
    if subtitle_end + 4.0 * GAP + legend_width <= inner.right() {
        let beside = Rect { x: inner.right() - legend_width, width: legend_width, ..inner };
        legend::draw_lines(request, what, beside, y, 1, pen);
        return y + LINE;
    }
    y += LINE + GAP / 2.0;
    y + LINE * legend::draw_lines(request, what, inner, y, MOST_LEGEND_LINES, pen) as f64
}

/// A title on one line, or broken into two at a word.
fn title_lines(title: &str, room: f64, measure: &dyn TextMeasure) -> Vec<String> {
    if title.is_empty() {
        return Vec::new();
    }
    if measure.width(title, HEADLINE) <= room {
        return vec![title.to_owned()];
    }
    let mut first = String::new();
    let mut words = title.split(' ').peekable();
    while let Some(word) = words.peek() {
        let longer = if first.is_empty() { (*word).to_owned() } else { format!("{first} {word}") };
        if measure.width(&longer, HEADLINE) > room {
            break;
        }
        first = longer;
        words.next();
    }
    let rest = joined(&words.collect::<Vec<_>>(), " ");
    [Some(first).filter(|first| !first.is_empty()), fit(&rest, HEADLINE, room, measure)]
        .into_iter()
        .flatten()
        .collect()
}

/// Note, counts and credit; returns where they begin.
fn draw_foot(heading: &Heading, inner: Rect, pen: &mut Pen) -> f64 {
    pen.panel(Panel::Frame);
    let muted = pen.theme.muted;
    let credit_width = pen.width(&heading.credit, SMALL);
    let mut y = inner.bottom() - LINE / 2.0;
    pen.text(At::end(inner.right(), y), &heading.credit, SMALL, muted);
    let beside = inner.width - credit_width - GAP;
    let whole = joined(&heading.footer, SEPARATOR);
    let mut lines = vec![whole];
    if lines.iter().any(|whole| pen.width(whole, SMALL) > beside) {
        lines = wrapped(&heading.footer, inner.width, pen);
        // The credit stands beside the last line where there is room for both.
        let last = lines.last().map_or(0.0, |line| pen.width(line, SMALL));
        y -= if last > beside { LINE } else { 0.0 };
    }
    for line in heading.note.iter().chain(&lines).rev() {
        pen.fitted(At::start(inner.x, y), line, SMALL, muted, inner.width);
        y -= LINE;
    }
    y + LINE / 2.0
}

/// Parts on as many lines as they need.
fn wrapped(parts: &[String], room: f64, pen: &Pen) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line}{SEPARATOR}{part}"));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) if pen.width(&longer, SMALL) <= room => *line = longer,
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// A mark moved, then enlarged.
fn moved(mark: Mark, dx: f64, dy: f64, zoom: f64) -> Mark {
    let at = |point: Point| Point { x: (point.x + dx) * zoom, y: (point.y + dy) * zoom };
    let thick = |stroke: Stroke| Stroke { width: stroke.width * zoom, ..stroke };
    let shape = match mark.shape {
        Shape::Rect { x, y, width, height, radius, mut paint } => {
            let Point { x, y } = at(Point { x, y });
            paint.stroke = paint.stroke.map(thick);
            Shape::Rect { x, y, width: width * zoom, height: height * zoom, radius: radius * zoom, paint }
        }
        Shape::Circle { x, y, radius, mut paint } => {
            let Point { x, y } = at(Point { x, y });
            paint.stroke = paint.stroke.map(thick);
            Shape::Circle { x, y, radius: radius * zoom, paint }
        }
        Shape::Line { from, to, stroke } => Shape::Line { from: at(from), to: at(to), stroke: thick(stroke) },
        Shape::Area { points, fill } => Shape::Area { points: points.into_iter().map(at).collect(), fill },
        Shape::Text(mut text) => {
            let Point { x, y } = at(Point { x: text.x, y: text.y });
            (text.x, text.y, text.font.size) = (x, y, text.font.size * zoom);
            Shape::Text(text)
        }
    };
    Mark { shape, ..mark }
}
