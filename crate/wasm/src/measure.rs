//! How wide a text is in the font of this screen: asked of the page, remembered.
//!
//! Measured at a large size and divided, so that the answer holds for any zoom and dense screen.

use crate::canvas::css_font;
use crate::pen::Pen;
use dateline_core::lookup::{Lookup, fnv1a};
use dateline_core::scene::{Font, TextMeasure, Weight};
use plotters_backend::FontStyle;
use std::cell::RefCell;

/// Size in pixels at which text is measured.
const MEASURED_SIZE: f64 = 96.0;
/// Texts remembered for each face; then all are forgotten, which costs one slower frame.
const REMEMBERED: usize = 20_000;

/// Measures text by a pen that nothing is drawn with.
pub(crate) struct ScreenMeasure {
    pen: Pen,
    family: String,
    faces: [RefCell<Lookup>; 3],
}

impl ScreenMeasure {
    /// Measures in the CSS font family `family`, as a browser writes it: without line ends.
    pub(crate) fn new(pen: Pen, family: String) -> Self {
        ScreenMeasure { pen, family, faces: Default::default() }
    }

    /// The CSS font family.
    pub(crate) fn family(&self) -> &str {
        &self.family
    }

    fn measured(&self, text: &str, style: FontStyle) -> f64 {
        let font = css_font(style, MEASURED_SIZE, &self.family);
        self.pen.measure(text, &font).width() / MEASURED_SIZE
    }
}

impl TextMeasure for ScreenMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let (face, style) = match (font.italic, font.weight) {
            (true, _) => (2, FontStyle::Italic),
            (false, Weight::Bold) => (1, FontStyle::Bold),
            (false, Weight::Regular) => (0, FontStyle::Normal),
        };
        let Some(known) = self.faces.get(face) else { return 0.0 };
        // By the hash alone: of two texts that share one, the second would be drawn a little off.
        let key = fnv1a(text.bytes());
        if let Some(em) = known.borrow().get(key) {
            return f64::from_bits(em) * font.size;
        }
        let em = self.measured(text, style);
        let mut known = known.borrow_mut();
        if known.len() >= REMEMBERED {
            *known = Lookup::default();
        }
        known.insert(key, em.to_bits());
        em * font.size
    }
}
