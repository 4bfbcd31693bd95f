//! The camera: which stretch of time lies on how many pixels. Values in, new values out.

mod brush;
mod home;
mod viewport;

pub use brush::{Brush, BrushPart};
pub use home::home;
pub use viewport::{Limits, MIN_SPAN_MS, Viewport};
