//! How wide a text is: asked of whoever will draw it.

use super::Weight;

/// The face and size of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Height of the em square in pixels.
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
    /// Whether slanted, as for what is inferred.
    pub italic: bool,
}

/// Measures text for the layout.
pub trait TextMeasure {
    /// The advance of `text` in pixels.
    fn width(&self, text: &str, font: Font) -> f64;
}
