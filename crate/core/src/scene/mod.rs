//! A finished picture: marks in paint order, with nothing left to decide.
//!
//! Layout makes a [`Scene`], a painter walks it once. Positions are pixels of the picture, as f64, origin at the
//! top left. A scene is already clipped: no mark needs a clip region. Text is already shortened and clean.

mod color;
mod contrast;
mod dump;
mod font;
mod mark;
mod measure;
mod theme;

pub use color::Color;
pub use font::BundledFont;
pub use mark::{Align, Mark, Paint, Panel, Point, Scene, Shape, Stroke, Target, Text, Weight};
pub use measure::{Font, TextMeasure};
pub use theme::{HUES, Theme, ThemeName};
