//! Collects marks, and the areas and positions that belong to them.

use super::geometry::Rect;
use super::text::fit;
use crate::scene::{
    Align, Color, Font, Mark, Paint, Panel, Point, Shape, Stroke, Target, Text, TextMeasure, Theme, Weight,
};

/// Ordinary text.
pub const DATA: Font = Font { size: 12.0, weight: Weight::Regular, italic: false };
/// Headings and the upper row of the axis.
pub const BOLD: Font = Font { size: 12.0, weight: Weight::Bold, italic: false };
/// What is inferred.
pub const ITALIC: Font = Font { size: 12.0, weight: Weight::Regular, italic: true };
/// Labels of items, and numbers in cells.
pub const SMALL: Font = Font { size: 11.0, weight: Weight::Regular, italic: false };

/// Where a text stands: its anchor and the middle of its line.
#[derive(Clone, Copy, Debug)]
pub struct At {
    /// Position of the anchor.
    pub x: f64,
    /// Middle of the line.
    pub y: f64,
    /// Which part of the text the anchor is.
    pub align: Align,
}

impl At {
    /// A text that begins here.
    pub fn start(x: f64, y: f64) -> At {
        At { x, y, align: Align::Start }
    }

    /// A text around here.
    pub fn middle(x: f64, y: f64) -> At {
        At { x, y, align: Align::Middle }
    }

    /// A text that ends here.
    pub fn end(x: f64, y: f64) -> At {
        At { x, y, align: Align::End }
    }
}

/// Collects marks in paint order.
pub struct Pen<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// Asked for the widths of texts.
    pub measure: &'a dyn TextMeasure,
    /// The marks so far.
    pub marks: Vec<Mark>,
    /// The areas so far.
    pub zones: Vec<(Rect, Target)>,
    /// The positions of items so far.
    pub anchors: Vec<(u32, Point)>,
    panel: Panel,
}

impl<'a> Pen<'a> {
    /// A pen without marks.
    pub fn new(theme: &'a Theme, measure: &'a dyn TextMeasure) -> Self {
        Pen { theme, measure, marks: Vec::new(), zones: Vec::new(), anchors: Vec::new(), panel: Panel::Frame }
    }

    /// What follows belongs to this panel.
    pub fn panel(&mut self, panel: Panel) {
        self.panel = panel;
    }

    /// Adds a mark.
    pub fn mark(&mut self, shape: Shape, target: Option<Target>) {
        self.marks.push(Mark { shape, panel: self.panel, target });
    }

    /// A rectangle without outline.
    pub fn fill(&mut self, rect: Rect, radius: f64, color: Color, target: Option<Target>) {
        self.rect(rect, radius, Paint { fill: Some(color), stroke: None }, target);
    }

    /// A rectangle.
    pub fn rect(&mut self, rect: Rect, radius: f64, paint: Paint, target: Option<Target>) {
        let Rect { x, y, width, height } = rect;
        self.mark(Shape::Rect { x, y, width, height, radius, paint }, target);
    }

    /// A vertical rule.
    pub fn vertical(&mut self, x: f64, top: f64, bottom: f64, color: Color, width: f64) {
        let (from, to) = (Point { x, y: top }, Point { x, y: bottom });
        self.mark(Shape::Line { from, to, stroke: Stroke { color, width } }, None);
    }

    /// A line of text, not shortened.
    pub fn text(&mut self, at: At, content: &str, font: Font, color: Color) {
        let text = Text { x: at.x, y: at.y, content: content.to_owned(), font, align: at.align, color };
        self.mark(Shape::Text(text), None);
    }

    /// A line of text that is shortened to `room` pixels, or left out.
    pub fn fitted(&mut self, at: At, content: &str, font: Font, color: Color, room: f64) {
        if let Some(content) = fit(content, font, room, self.measure) {
            self.text(at, &content, font, color);
        }
    }

    /// The width of a text.
    pub fn width(&self, text: &str, font: Font) -> f64 {
        self.measure.width(text, font)
    }

    /// An area that a pointer finds.
    pub fn zone(&mut self, rect: Rect, target: Target) {
        self.zones.push((rect, target));
    }
}
