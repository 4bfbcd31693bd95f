//! Styles in the words of plotters. Ours measure by the bundled font's table: plotters' own text style would ask
//! the page, and panic in a worker.

use crate::elements::FAMILY;
use dateline_core::scene::{Align, BundledFont, Color, Font, Stroke, Text, TextMeasure, Weight};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, FontFamily, FontStyle};
use std::convert::Infallible;

/// A colour; the opacity keeps three places, more than eight bits need.
pub(crate) fn color(color: Color) -> BackendColor {
    let alpha = (f64::from(color.a) / 255.0 * 1000.0).round() / 1000.0;
    BackendColor { alpha, rgb: (color.r, color.g, color.b) }
}

/// A stroke on the grid.
pub(crate) struct StrokeStyle {
    color: BackendColor,
    width: u32,
}

impl StrokeStyle {
    /// The style of a stroke whose width is given in pixels.
    pub(crate) fn new(stroke: Stroke, grid: f64) -> Self {
        let width = (stroke.width * grid).round().max(1.0) as u32;
        StrokeStyle { color: color(stroke.color), width }
    }
}

impl BackendStyle for StrokeStyle {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A text on the grid.
pub(crate) struct TextStyle {
    color: BackendColor,
    font: Font,
    align: Align,
}

impl TextStyle {
    /// The style of a text whose size is given in pixels.
    pub(crate) fn new(text: &Text, grid: f64) -> Self {
        let font = Font { size: text.font.size * grid, ..text.font };
        TextStyle { color: color(text.color), font, align: text.align }
    }
}

impl BackendTextStyle for TextStyle {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.font.size
    }

    /// Italic goes before bold: plotters knows no bold italic, and the bundled font has none.
    fn style(&self) -> FontStyle {
        match (self.font.italic, self.font.weight) {
            (true, _) => FontStyle::Italic,
            (false, Weight::Bold) => FontStyle::Bold,
            (false, Weight::Regular) => FontStyle::Normal,
        }
    }

    fn anchor(&self) -> Pos {
        let across = match self.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        Pos::new(across, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let width = BundledFont.width(text, self.font).ceil() as i32;
        Ok(((0, 0), (width, self.font.size.ceil() as i32)))
    }

    /// Draws nothing: there are no glyphs here. A backend that shows text draws it itself.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _at: BackendCoord,
        _draw: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
