//! SVG by plotters' backend, then put in order: our own head with title and description, nothing said twice.
//!
//! What plotters writes is lines of elements whose attributes stand in double quotes; quotes and angle brackets of
//! any content are escaped. So a pattern with a plain double quote can only match markup, never content.

use crate::clean::clean;
use crate::paint::{GRID, paint_with};
use crate::style::FAMILY;
use dateline_core::scene::Scene;
use plotters::backend::SVGBackend;
use std::fmt::Write as _;

/// plotters' SVG backend divides the size of a text by this.
const TEXT_SCALE: f64 = 1.24;
/// From the middle of a text down to its baseline, in em: half the height of Inter's capitals.
const MIDDLE: &str = r#" dy=".364em""#;

/// Attributes that say what is so anyway, or what the head says for all.
const REWRITES: [(&str, &str); 8] = [
    (r#" opacity="1""#, ""),
    (r#" stroke="none""#, ""),
    (r#" stroke-width="1""#, ""),
    (r#" text-anchor="start""#, ""),
    (r#" font-family="Inter, system-ui, sans-serif""#, ""),
    (r#" dy="0.5ex""#, MIDDLE),
    (r#" ""#, r#"""#),
    (r#"opacity="0."#, r#"opacity="."#),
];

/// The scene as a document of its own: real text, a title and a description, the same bytes for the same scene.
///
/// The view box is the painter's grid, width and height are pixels.
pub fn svg(scene: &Scene) -> String {
    let (width, height) = (grid_size(scene.width), grid_size(scene.height));
    let mut drawn = String::new();
    let mut backend = SVGBackend::with_string(&mut drawn, (width, height));
    // Writing to a string does not fail, and the backend closes its document when it goes.
    let _ = paint_with(scene, &mut backend, TEXT_SCALE);
    drop(backend);
    let mut out = String::with_capacity(drawn.len());
    head(&mut out, scene, (width, height));
    body(&mut out, &drawn);
    out
}

fn grid_size(length: f64) -> u32 {
    (length * GRID).round() as u32
}

fn head(out: &mut String, scene: &Scene, (width, height): (u32, u32)) {
    let pixels = |length: u32| f64::from(length) / GRID;
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"{FAMILY}\">",
        pixels(width),
        pixels(height)
    );
    for (name, text) in [("title", &scene.title), ("desc", &scene.description)] {
        if !text.is_empty() {
            let _ = writeln!(out, "<{name}>{}</{name}>", escape(&clean(text)));
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Everything after plotters' own head; the three lines of a text become one.
fn body(out: &mut String, drawn: &str) {
    let mut in_text = false;
    for line in drawn.lines().skip(1) {
        in_text = (in_text || line.starts_with("<text ")) && line != "</text>";
        if line.starts_with('<') {
            out.push_str(&tidy(line));
        } else {
            out.push_str(line);
        }
        if !in_text {
            out.push('\n');
        }
    }
}

/// An element without needless attributes.
fn tidy(line: &str) -> String {
    let mut line = round_font_size(line);
    for (noise, instead) in REWRITES {
        if line.contains(noise) {
            line = line.replace(noise, instead);
        }
    }
    line
}

/// Two places are more than enough for the size of a text on the grid.
fn round_font_size(line: &str) -> String {
    const KEY: &str = " font-size=\"";
    let rounded = line.split_once(KEY).and_then(|(before, rest)| {
        let (size, after) = rest.split_once('"')?;
        let size = f64::from(hundredths(size)?) / 100.0;
        Some(format!("{before}{KEY}{size}\"{after}"))
    });
    rounded.unwrap_or_else(|| line.to_owned())
}

/// A written number in hundredths, rounded. Digit by digit: the parser of all numbers weighs 12 KB in the wasm.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.chars().chain(part.chars().chain("000".chars()).take(3));
    let thousandths = digits
        .map(|digit| digit.to_digit(10))
        .try_fold(0_u32, |number, digit| number.checked_mul(10)?.checked_add(digit?))?;
    Some((thousandths + 5) / 10)
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn written_numbers_are_rounded() {
        let cases = [
            ("96", Some(9600)),
            ("95.99999999999999", Some(9600)),
            ("87.125", Some(8713)),
            ("8.5", Some(850)),
            ("0.004", Some(0)),
            ("-1", None),
            ("1e5", None),
            ("NaN", None),
            ("99999999999", None),
        ];
        for (number, expected) in cases {
            assert_eq!(hundredths(number), expected, "{number}");
        }
    }
}
