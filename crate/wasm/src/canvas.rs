//! plotters' drawing trait on a 2d context: what the painter asks for becomes calls of the canvas.
//!
//! The painter works on a grid finer than pixels; the context's transform undoes it, so that positions keep their
//! fractions and dense screens stay sharp. A style is set only when it differs from the last: setting one costs more
//! than drawing with it. Nothing is measured and nothing is clipped here.

use crate::context::Context2d;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;
use std::f64::consts::TAU;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A picture of a given size on a context.
pub(crate) struct CanvasBackend<'a> {
    context: &'a Context2d,
    family: &'a str,
    size: (u32, u32),
    fill: String,
    stroke: String,
    line_width: u32,
    font: String,
    anchor: (&'static str, &'static str),
}

impl<'a> CanvasBackend<'a> {
    /// A backend for a picture of `size` grid units, of which `units_per_device_px` make one pixel of the canvas.
    ///
    /// The canvas is cleared. `family` is the CSS font family of all texts.
    pub(crate) fn new(
        context: &'a Context2d,
        family: &'a str,
        size: (u32, u32),
        units_per_device_px: f64,
    ) -> Self {
        let scale = 1.0 / units_per_device_px;
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, f64::from(size.0), f64::from(size.1));
        CanvasBackend {
            context,
            family,
            size,
            fill: String::new(),
            stroke: String::new(),
            line_width: 0,
            font: String::new(),
            anchor: ("", ""),
        }
    }

    fn set_fill(&mut self, color: BackendColor) {
        remember(&mut self.fill, css(color), |style| self.context.set_fill_style(style));
    }

    fn set_stroke<S: BackendStyle>(&mut self, style: &S) {
        remember(&mut self.stroke, css(style.color()), |style| self.context.set_stroke_style(style));
        if self.line_width != style.stroke_width() {
            self.line_width = style.stroke_width();
            self.context.set_line_width(f64::from(self.line_width));
        }
    }

    fn set_font<S: BackendTextStyle>(&mut self, style: &S) {
        let font = css_font(style.style(), style.size(), self.family);
        remember(&mut self.font, font, |font| self.context.set_font(font));
        let anchor = (horizontal(style.anchor().h_pos), vertical(style.anchor().v_pos));
        if self.anchor != anchor {
            self.anchor = anchor;
            self.context.set_text_align(anchor.0);
            self.context.set_text_baseline(anchor.1);
        }
    }

    /// Begins a path through the points; gives whether there is any.
    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) -> bool {
        self.context.begin_path();
        let mut points = points.into_iter().map(|(x, y)| (f64::from(x), f64::from(y)));
        let Some((x, y)) = points.next() else { return false };
        self.context.move_to(x, y);
        points.for_each(|(x, y)| self.context.line_to(x, y));
        true
    }
}

/// Sets a style where it is not yet set.
fn remember(last: &mut String, next: String, set: impl FnOnce(&str)) {
    if *last != next {
        set(&next);
        *last = next;
    }
}

/// `#rrggbbaa`.
fn css(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    let alpha = (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("#{r:02x}{g:02x}{b:02x}{alpha:02x}")
}

/// The value of a context's `font`; `size` in the units of its transform.
pub(crate) fn css_font(style: FontStyle, size: f64, family: &str) -> String {
    let size = size.round() as u32;
    let face = match style {
        FontStyle::Bold => "600 ",
        FontStyle::Italic | FontStyle::Oblique => "italic ",
        FontStyle::Normal => "",
    };
    format!("{face}{size}px {family}")
}

fn horizontal(position: HPos) -> &'static str {
    match position {
        HPos::Left => "left",
        HPos::Center => "center",
        HPos::Right => "right",
    }
}

fn vertical(position: VPos) -> &'static str {
    match position {
        VPos::Top => "top",
        VPos::Center => "middle",
        VPos::Bottom => "alphabetic",
    }
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
        self.context.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0);
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
        let (x, y) = (f64::from(left), f64::from(top));
        let (width, height) = (f64::from(right) - x, f64::from(bottom) - y);
        if fill {
            self.set_fill(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.set_stroke(style);
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.set_stroke(style);
        if self.trace(path) {
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.context.begin_path();
        self.context.arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, TAU);
        if fill {
            self.set_fill(style.color());
            self.context.fill();
        } else {
            self.set_stroke(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.set_fill(style.color());
        if self.trace(points) {
            self.context.close_path();
            self.context.fill();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.set_fill(style.color());
        self.set_font(style);
        self.context.fill_text(text, f64::from(x), f64::from(y));
        Ok(())
    }
}
