//! plotters' drawing trait on a 2d context: what the painter asks for becomes steps of a display list.
//!
//! The painter works on a grid finer than pixels; the pen's transform undoes it, so that positions keep their
//! fractions and dense screens stay sharp. A style is set only when it differs from the last: setting one costs more
//! than drawing with it. Nothing is measured and nothing is clipped here.

use crate::display_list::{DisplayList, Step};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A picture of a given size.
pub(crate) struct CanvasBackend<'a> {
    family: &'a str,
    size: (u32, u32),
    list: DisplayList,
    fill: Option<i32>,
    stroke: Option<[i32; 2]>,
    /// Face, size and anchor.
    font: Option<(&'static str, u32, [i32; 2])>,
}

impl<'a> CanvasBackend<'a> {
    /// A backend for a picture of `size` grid units, with all texts in the CSS font family `family`.
    pub(crate) fn new(family: &'a str, size: (u32, u32)) -> Self {
        CanvasBackend { family, size, list: DisplayList::default(), fill: None, stroke: None, font: None }
    }

    /// What was drawn.
    pub(crate) fn list(&self) -> &DisplayList {
        &self.list
    }

    fn set_fill(&mut self, color: BackendColor) {
        let color = rgba(color);
        if self.fill.replace(color) != Some(color) {
            self.list.add(Step::Fill, [color]);
        }
    }

    fn set_stroke<S: BackendStyle>(&mut self, style: &S) {
        let stroke = [rgba(style.color()), number(style.stroke_width())];
        if self.stroke.replace(stroke) != Some(stroke) {
            self.list.add(Step::Stroke, stroke);
        }
    }

    fn set_font<S: BackendTextStyle>(&mut self, style: &S) {
        let anchor = [horizontal(style.anchor().h_pos), vertical(style.anchor().v_pos)];
        let font = (face(style.style()), whole_size(style.size()), anchor);
        if self.font.replace(font) != Some(font) {
            let (face, size, anchor) = font;
            self.list.add_word(Step::Font, &format!("{face}{size}px {}", self.family), anchor);
        }
    }
}

/// 0xrrggbbaa.
fn rgba(BackendColor { rgb: (r, g, b), alpha }: BackendColor) -> i32 {
    let alpha = (alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    i32::from_be_bytes([r, g, b, alpha])
}

/// The value of a context's `font`; `size` in the units of its transform.
pub(crate) fn css_font(style: FontStyle, size: f64, family: &str) -> String {
    format!("{}{}px {family}", face(style), whole_size(size))
}

fn whole_size(size: f64) -> u32 {
    size.round() as u32
}

fn face(style: FontStyle) -> &'static str {
    match style {
        FontStyle::Bold => "600 ",
        FontStyle::Italic | FontStyle::Oblique => "italic ",
        FontStyle::Normal => "",
    }
}

/// A place in the list of alignments that the pen has.
fn horizontal(position: HPos) -> i32 {
    match position {
        HPos::Left => 0,
        HPos::Center => 1,
        HPos::Right => 2,
    }
}

/// A place in its list of baselines.
fn vertical(position: VPos) -> i32 {
    match position {
        VPos::Top => 0,
        VPos::Center => 1,
        VPos::Bottom => 2,
    }
}

/// As a number of the list; what is too large ends far outside every picture.
fn number(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

impl DrawingBackend for CanvasBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.set_fill(color);
        self.list.add(Step::Rect, [x, y, 1, 1]);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !fill {
            return self
                .draw_path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], style);
        }
        self.set_fill(style.color());
        self.list.add(Step::Rect, [left, top, right.saturating_sub(left), bottom.saturating_sub(top)]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.set_stroke(style);
        self.list.add_points(Step::Path, path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let step = if fill {
            self.set_fill(style.color());
            Step::Disc
        } else {
            self.set_stroke(style);
            Step::Ring
        };
        self.list.add(step, [x, y, number(radius)]);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.set_fill(style.color());
        self.list.add_points(Step::Polygon, points);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.set_fill(style.color());
        self.set_font(style);
        self.list.add_word(Step::Text, text, [x, y]);
        Ok(())
    }
}
