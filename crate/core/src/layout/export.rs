//! The picture in a document: title, subtitle and legend above it, counts and credit below.
//!
//! The same panels as on the screen, laid out again for the size asked for. Large pictures are laid out smaller and
//! enlarged, so that their text stays readable.

use super::geometry::Rect;
use super::legend;
use super::pen::{At, Pen, SMALL};
use super::request::{Chart, Request};
use super::text::fit;
use crate::scene::{Font, Mark, Panel, Point, Scene, Shape, Stroke, TextMeasure, Weight};

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
    /// Report, counts shown and left out.
    pub footer: String,
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
    y += LINE;
    pen.panel(Panel::Legend);
    let with_sections = request.chart == Chart::Countries;
    let lines = legend::draw_lines(request, with_sections, inner, y + GAP, MOST_LEGEND_LINES, pen);
    if lines == 0 { y } else { y + GAP + lines as f64 * LINE }
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
    let rest = words.collect::<Vec<_>>().join(" ");
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
    let on_its_own = pen.width(&heading.footer, SMALL) > beside;
    if on_its_own {
        y -= LINE;
    }
    let room = if on_its_own { inner.width } else { beside };
    pen.fitted(At::start(inner.x, y), &heading.footer, SMALL, muted, room);
    if let Some(note) = &heading.note {
        y -= LINE;
        pen.fitted(At::start(inner.x, y), note, SMALL, muted, inner.width);
    }
    y - LINE / 2.0
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
