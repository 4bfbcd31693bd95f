//! What an item looks like: its shape is its source, its extent is its precision.

use super::geometry::Rect;
use super::pen::Pen;
use crate::index::ItemFacts;
use crate::model::ItemKind;
use crate::scale::TimeScale;
use crate::scene::{Color, Paint, Point, Shape, Stroke, Target};
use crate::time::Precision;

/// Radius of an ordinary item.
pub const RADIUS: f64 = 5.0;
/// Radius of an item where days are narrow.
const LEAST_RADIUS: f64 = 3.5;
/// Free pixels on each side of a mark.
const GAP: f64 = 0.5;
/// Steps of alpha at each end of a blurred bar.
const FADE_STEPS: usize = 5;
/// Length of the fade beside a blurred disc.
const FADE_WING: f64 = 9.0;
/// Height of a bar.
const BAR: f64 = 7.0;
/// Height of a bar from prose.
const THIN_BAR: f64 = 4.0;

/// What an item is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A filled disc: ordinary.
    Disc,
    /// A hollow square: state media.
    Square,
    /// A small ring: a passage of prose.
    Ring,
    /// A hollow diamond: still to come.
    Diamond,
}

impl Glyph {
    /// The glyph of an item.
    pub fn of(item: &ItemFacts) -> Glyph {
        match (item.flags.state_media(), item.kind) {
            (true, _) => Glyph::Square,
            _ if item.flags.scheduled() => Glyph::Diamond,
            (false, ItemKind::Passage) => Glyph::Ring,
            _ => Glyph::Disc,
        }
    }
}

/// An item's place on the x axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left end of its time, cut at the plot.
    pub left: f64,
    /// Right end of its time, cut at the plot.
    pub right: f64,
    /// Whether its time is drawn as a bar.
    pub bar: bool,
}

impl Place {
    /// Where an item lies.
    pub fn of(item: &ItemFacts, scale: &TimeScale, radius: f64) -> Place {
        let exact = matches!(item.precision, Precision::Minute | Precision::Hour | Precision::Day);
        let (left, right) = (scale.x(item.interval.start), scale.x(item.interval.end));
        let (cut_left, cut_right) = (left.max(scale.left()), right.min(scale.right()));
        if !exact && cut_right - cut_left > 2.0 * radius + 4.0 {
            return Place { left: cut_left, right: cut_right, bar: true };
        }
        let middle = (left + right) / 2.0;
        Place { left: middle - radius, right: middle + radius, bar: false }
    }

    /// Its middle.
    pub fn middle(self) -> f64 {
        (self.left + self.right) / 2.0
    }

    /// Its left end, gap included.
    pub fn outer_left(self) -> f64 {
        self.left - GAP
    }

    /// Its right end, gap included.
    pub fn outer_right(self) -> f64 {
        self.right + GAP
    }
}

/// The radius of items at this scale: full size until the days get narrower than a mark.
pub fn radius(scale: &TimeScale) -> f64 {
    let day = scale.length(crate::time::Timestamp::DAY_MS as f64);
    (day / 2.0 - GAP).clamp(LEAST_RADIUS, RADIUS)
}

/// How one item is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Its colour.
    pub color: Color,
    /// What shines through it.
    pub ground: Color,
    /// Its radius.
    pub radius: f64,
}

/// Draws an item with its middle at `y`.
pub fn draw_item(item: &ItemFacts, place: Place, y: f64, style: Style, pen: &mut Pen) {
    let target = Some(Target::Item(item.row));
    let blurred = item.flags.approximate();
    let glyph = Glyph::of(item);
    match (place.bar, blurred) {
        (true, true) => draw_blurred_bar(glyph, place, y, style, target, pen),
        (true, false) => draw_bar(glyph, place, y, style, target, pen),
        (false, _) => {
            if blurred {
                draw_wings(place.middle(), y, style, pen);
            }
            draw_glyph(glyph, Point { x: place.middle(), y }, style, target, pen);
        }
    }
    if item.flags.scheduled() && (place.bar || glyph == Glyph::Square) {
        draw_scheduled(glyph, Point { x: place.middle(), y }, style, target, pen);
    }
    pen.anchors.push((item.row, Point { x: place.middle(), y }));
}

/// Draws a glyph around a point.
pub fn draw_glyph(glyph: Glyph, at: Point, style: Style, target: Option<Target>, pen: &mut Pen) {
    let Style { color, ground, radius } = style;
    let hollow = |width: f64| Paint { fill: Some(ground), stroke: Some(Stroke { color, width }) };
    match glyph {
        Glyph::Disc => {
            let paint = Paint { fill: Some(color), stroke: None };
            pen.mark(Shape::Circle { x: at.x, y: at.y, radius, paint }, target);
        }
        Glyph::Ring => {
            let shape = Shape::Circle { x: at.x, y: at.y, radius: radius - 1.0, paint: hollow(1.5) };
            pen.mark(shape, target);
        }
        Glyph::Diamond => {
            draw_diamond(at, radius + 1.0, color, pen);
            let paint = Paint { fill: Some(ground), stroke: None };
            pen.mark(Shape::Circle { x: at.x, y: at.y, radius: radius * 0.45, paint }, target);
        }
        Glyph::Square => {
            let side = 2.0 * radius - 2.25;
            let rect = Rect::new(at.x - side / 2.0, at.y - side / 2.0, side, side);
            pen.rect(rect, 1.5, hollow(1.75), target);
        }
    }
}

/// The sign of what was still to come, on a bar, or in a square that means something else already.
fn draw_scheduled(glyph: Glyph, at: Point, style: Style, target: Option<Target>, pen: &mut Pen) {
    match glyph {
        Glyph::Square => draw_diamond(at, style.radius * 0.5, style.color, pen),
        _ => draw_glyph(Glyph::Diamond, at, style, target, pen),
    }
}

fn draw_diamond(Point { x, y }: Point, radius: f64, color: Color, pen: &mut Pen) {
    let corners = [(0.0, -radius), (radius, 0.0), (0.0, radius), (-radius, 0.0)];
    let points = corners.into_iter().map(|(dx, dy)| Point { x: x + dx, y: y + dy }).collect();
    pen.mark(Shape::Area { points, fill: color }, None);
}

fn draw_bar(glyph: Glyph, place: Place, y: f64, style: Style, target: Option<Target>, pen: &mut Pen) {
    let height = if glyph == Glyph::Ring { THIN_BAR } else { BAR };
    let rect = Rect::new(place.left, y - height / 2.0, place.right - place.left, height);
    if glyph == Glyph::Square {
        let stroke = Stroke { color: style.color, width: 1.75 };
        let inner = Rect::new(rect.x + 0.875, rect.y + 0.5, rect.width - 1.75, rect.height - 1.0);
        pen.rect(inner, 1.5, Paint { fill: Some(style.ground), stroke: Some(stroke) }, target);
    } else {
        pen.fill(rect, (height / 2.0).min(3.0), style.color, target);
    }
}

/// A bar whose ends fade out in steps of alpha.
fn draw_blurred_bar(glyph: Glyph, place: Place, y: f64, style: Style, target: Option<Target>, pen: &mut Pen) {
    let height = if glyph == Glyph::Ring { THIN_BAR } else { BAR };
    let width = place.right - place.left;
    let fade = (width / 3.0).min(40.0);
    let step = fade / FADE_STEPS as f64;
    let slice = |x: f64, width: f64| Rect::new(x, y - height / 2.0, width, height);
    for index in 0..FADE_STEPS {
        let color = style.color.mix(style.ground, 1.0 - (index as f64 + 1.0) / (FADE_STEPS as f64 + 1.0));
        let offset = index as f64 * step;
        pen.fill(slice(place.left + offset, step), 0.0, color, target);
        pen.fill(slice(place.right - offset - step, step), 0.0, color, target);
    }
    pen.fill(slice(place.left + fade, width - 2.0 * fade), 0.0, style.color, target);
}

/// Short fades on both sides of an item whose date is blurred.
fn draw_wings(x: f64, y: f64, style: Style, pen: &mut Pen) {
    let step = FADE_WING / 3.0;
    for index in 0..3 {
        let color = style.color.mix(style.ground, 0.35 + 0.2 * f64::from(index));
        let offset = style.radius - 1.0 + f64::from(index) * step;
        pen.fill(Rect::new(x + offset, y - 1.5, step, 3.0), 0.0, color, None);
        pen.fill(Rect::new(x - offset - step, y - 1.5, step, 3.0), 0.0, color, None);
    }
}

/// The ring around a chosen item.
pub fn draw_ring(place: Place, y: f64, radius: f64, color: Color, width: f64, pen: &mut Pen) {
    let paint = Paint { fill: None, stroke: Some(Stroke { color, width }) };
    if place.bar {
        let rect =
            Rect::new(place.left - 2.5, y - BAR / 2.0 - 2.5, place.right - place.left + 5.0, BAR + 5.0);
        pen.rect(rect, 4.0, paint, None);
    } else {
        pen.mark(Shape::Circle { x: place.middle(), y, radius: radius + 2.5, paint }, None);
    }
}
