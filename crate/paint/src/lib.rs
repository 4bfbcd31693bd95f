//! The painter: walks a finished [`Scene`](dateline_core::scene::Scene) once into any plotters
//! [`DrawingBackend`](plotters::backend::DrawingBackend), and writes SVG.
//!
//! It decides nothing: positions, colours, words and their lengths are the scene's. It knows no browser, no files
//! and no fonts.
//!
//! plotters draws on whole pixels; so everything is painted on a finer grid, [`GRID`] steps to the pixel: a backend
//! is as many times larger than the scene, and is shown so many times smaller.
//!
//! ```
//! use dateline_core::scene::{Color, Scene};
//! let scene = Scene {
//!     width: 600.0,
//!     height: 400.0,
//!     background: Some(Color::hex(0xff_ff_ff)),
//!     marks: Vec::new(),
//!     title: "Nothing yet".into(),
//!     description: String::new(),
//! };
//! let svg = dateline_paint::svg(&scene);
//! assert!(svg.contains(r#"width="600" height="400" viewBox="0 0 4800 3200""#));
//! assert!(svg.contains("<title>Nothing yet</title>"));
//! ```

mod clean;
mod elements;
mod outline;
mod paint;
mod style;
mod svg;
mod written;

pub use paint::{GRID, paint};
pub use svg::svg;
