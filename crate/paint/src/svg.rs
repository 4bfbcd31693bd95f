//! SVG: a head with title and description, then what the painter draws, an element a line.

use crate::clean::clean;
use crate::elements::{FAMILY, SvgBackend};
use crate::paint::{GRID, paint};
use crate::written::{escaped, fixed};
use dateline_core::scene::Scene;

/// A step of the grid in thousandths of a pixel.
const STEP: u32 = 1000 / GRID as u32;

/// The scene as a document of its own: real text, a title and a description, the same bytes for the same scene.
///
/// The view box is the painter's grid, width and height are pixels.
pub fn svg(scene: &Scene) -> String {
    let size = (grid_size(scene.width), grid_size(scene.height));
    let mut out = String::new();
    head(&mut out, scene, size);
    // Writing to a string does not fail.
    let Ok(()) = paint(scene, &mut SvgBackend::new(&mut out, size)) else { return out };
    out.push_str("</svg>\n");
    out
}

fn grid_size(length: f64) -> u32 {
    (length * GRID).round() as u32
}

fn head(out: &mut String, scene: &Scene, (width, height): (u32, u32)) {
    let pixels = |steps: u32| fixed(steps.saturating_mul(STEP), 3);
    out.push_str(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"{FAMILY}\">\n",
        pixels(width),
        pixels(height)
    ));
    for (name, text) in [("title", &scene.title), ("desc", &scene.description)] {
        if !text.is_empty() {
            out.push_str(&format!("<{name}>{}</{name}>\n", escaped(&clean(text))));
        }
    }
}
