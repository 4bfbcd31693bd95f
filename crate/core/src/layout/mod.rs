//! From answers of the index to marks. Under construction.

mod geometry;

pub use geometry::{Geometry, Rect};
