//! plotters' drawing trait as elements of SVG, an element a line.
//!
//! All positions and widths are whole steps of the grid; sizes of text and opacities have two and three places. An
//! attribute that says what is so anyway is left out, and what is quite clear is not drawn. The document's head and
//! end are not written here.

use crate::written::{escaped, fixed};
use dateline_core::text::joined;
use plotters::backend::DrawingBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;

/// The faces that a picture asks for, best first; the head says so for all texts.
pub(crate) const FAMILY: &str = "Inter, system-ui, sans-serif";

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Elements at the end of a text.
pub(crate) struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

impl<'a> SvgBackend<'a> {
    /// A backend for a picture of `size` steps of the grid.
    pub(crate) fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        SvgBackend { out, size }
    }

    fn open(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
    }

    fn close(&mut self) -> Drawn {
        self.out.push_str("/>\n");
        Ok(())
    }

    /// An attribute whose value needs no escape: ours, not a reader's.
    fn word(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\"", value, "\""] {
            self.out.push_str(part);
        }
    }

    fn numbers<const N: usize>(&mut self, numbers: [(&str, i32); N]) {
        for (name, number) in numbers {
            self.word(name, &number.to_string());
        }
    }

    fn opacity(&mut self, color: BackendColor) {
        let opacity = thousandths(color);
        if opacity < 1000 {
            self.word("opacity", &fixed(opacity, 3));
        }
    }

    fn fill(&mut self, color: BackendColor) {
        self.word("fill", &hex(color));
    }

    fn stroke(&mut self, color: BackendColor, width: u32) {
        self.word("stroke", &hex(color));
        if width != 1 {
            self.word("stroke-width", &width.to_string());
        }
    }

    /// What fills a shape, or its border; the opacity of both first.
    fn inside_or_border(&mut self, color: BackendColor, width: u32, fill: bool) {
        self.opacity(color);
        if fill {
            self.fill(color);
        } else {
            self.word("fill", "none");
            self.stroke(color, width);
        }
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let points: Vec<String> = points.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
        self.word("points", &joined(&points, " "));
    }
}

/// Three places are more than eight bits need.
fn thousandths(color: BackendColor) -> u32 {
    (color.alpha * 1000.0).round() as u32
}

fn is_clear(color: BackendColor) -> bool {
    thousandths(color) == 0
}

fn hex(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// How far a text goes down, in em, from its middle or top to its baseline: by the height of Inter's capitals.
fn drop_of(position: VPos) -> &'static str {
    match position {
        VPos::Top => ".727em",
        VPos::Center => ".364em",
        VPos::Bottom => "0",
    }
}

impl DrawingBackend for SvgBackend<'_> {
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
        self.draw_rect((x, y), (x.saturating_add(1), y.saturating_add(1)), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.open("line");
        self.opacity(style.color());
        self.stroke(style.color(), style.stroke_width());
        self.numbers([("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)]);
        self.close()
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if is_clear(style.color()) {
            return Ok(());
        }
        let (width, height) = (right.saturating_sub(left), bottom.saturating_sub(top));
        self.open("rect");
        self.numbers([("x", left), ("y", top), ("width", width), ("height", height)]);
        self.inside_or_border(style.color(), style.stroke_width(), fill);
        self.close()
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.open("polyline");
        self.word("fill", "none");
        self.opacity(style.color());
        self.stroke(style.color(), style.stroke_width());
        self.points(path);
        self.close()
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.open("circle");
        self.numbers([("cx", x), ("cy", y)]);
        self.word("r", &radius.to_string());
        self.inside_or_border(style.color(), style.stroke_width(), fill);
        self.close()
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.open("polygon");
        self.opacity(style.color());
        self.fill(style.color());
        self.points(points);
        self.close()
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        if is_clear(style.color()) {
            return Ok(());
        }
        self.open("text");
        self.numbers([("x", x), ("y", y)]);
        self.word("dy", drop_of(style.anchor().v_pos));
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.word("text-anchor", "middle"),
            HPos::Right => self.word("text-anchor", "end"),
        }
        self.word("font-size", &fixed((style.size() * 100.0).round() as u32, 2));
        self.opacity(style.color());
        self.fill(style.color());
        match style.style() {
            FontStyle::Normal => {}
            FontStyle::Bold => self.word("font-weight", "bold"),
            FontStyle::Italic | FontStyle::Oblique => self.word("font-style", "italic"),
        }
        for part in [">", &escaped(text), "</text>\n"] {
            self.out.push_str(part);
        }
        Ok(())
    }
}
