//! How wide a text is in the font of this screen: asked of a 2d context, remembered.
//!
//! Measured at a large size and divided, so that the answer holds for any zoom and dense screen.

use crate::canvas::css_font;
use crate::context::Context2d;
use dateline_core::lookup::{Lookup, fnv1a};
use dateline_core::scene::{Font, TextMeasure, Weight};
use plotters_backend::FontStyle;
use std::cell::RefCell;

/// Size in pixels at which text is measured.
const MEASURED_SIZE: f64 = 96.0;
/// Texts remembered for each face; then all are forgotten, which costs one slower frame.
const REMEMBERED: usize = 20_000;

/// Measures text by a context that nothing is drawn on.
pub(crate) struct ScreenMeasure {
    context: Context2d,
    family: String,
    faces: [RefCell<Lookup>; 3],
    current: RefCell<Option<usize>>,
}

impl ScreenMeasure {
    /// Measures in the CSS font family `family`.
    pub(crate) fn new(context: Context2d, family: String) -> Self {
        ScreenMeasure { context, family, faces: Default::default(), current: RefCell::default() }
    }

    /// The CSS font family.
    pub(crate) fn family(&self) -> &str {
        &self.family
    }

    fn measured(&self, text: &str, face: usize, style: FontStyle) -> f64 {
        if self.current.replace(Some(face)) != Some(face) {
            self.context.set_font(&css_font(style, MEASURED_SIZE, &self.family));
        }
        self.context.measure_text(text).width() / MEASURED_SIZE
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
        let em = self.measured(text, face, style);
        let mut known = known.borrow_mut();
        if known.len() >= REMEMBERED {
            *known = Lookup::default();
        }
        known.insert(key, em.to_bits());
        em * font.size
    }
}
