//! The widths of the bundled font, Inter, without the font: what exports are laid out with.
//!
//! The same table is used in the browser and on the command line, so that both lay out the same picture. Kerning is
//! left out: it makes a text at most a little narrower than said here.

mod advances;

use super::{Font, TextMeasure, Weight};
use advances::{BOLD, ITALIC, REGULAR, RUNS, UNITS_PER_EM};

/// Advance of a character that the font lacks, in em.
const UNKNOWN_EM: f64 = 0.6;
/// Advance of a full-width character, in em; the font has none of these.
const WIDE_EM: f64 = 1.0;

/// Measures text by the bundled font's table of advances.
///
/// ```
/// use dateline_core::scene::{BundledFont, Font, TextMeasure, Weight};
/// let font = Font { size: 12.0, weight: Weight::Regular, italic: false };
/// let (one, two) = (BundledFont.width("a", font), BundledFont.width("aa", font));
/// assert!(one > 0.0 && two == 2.0 * one);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct BundledFont;

impl TextMeasure for BundledFont {
    fn width(&self, text: &str, font: Font) -> f64 {
        let column = column(font);
        let em: f64 = text.chars().map(|character| advance(character, column)).sum();
        em * font.size
    }
}

/// The face that draws a text; there is no bold italic, italic stands for it.
fn column(font: Font) -> &'static [u16] {
    match (font.italic, font.weight) {
        (true, _) => &ITALIC,
        (false, Weight::Bold) => &BOLD,
        (false, Weight::Regular) => &REGULAR,
    }
}

/// The advance of one character in em.
fn advance(character: char, column: &[u16]) -> f64 {
    let code = u32::from(character);
    match position(code).and_then(|position| column.get(position)) {
        Some(&units) => f64::from(units) / f64::from(UNITS_PER_EM),
        None if is_without_width(code) => 0.0,
        None if is_wide(code) => WIDE_EM,
        None => UNKNOWN_EM,
    }
}

/// Where a character stands in a face's column.
fn position(code: u32) -> Option<usize> {
    let after = RUNS.partition_point(|&(start, ..)| start <= code);
    let &(start, count, offset) = RUNS.get(after.checked_sub(1)?)?;
    let within = code - start;
    (within < u32::from(count)).then(|| usize::from(offset) + within as usize)
}

/// Marks that stand on the character before them, joiners, and signs of direction.
fn is_without_width(code: u32) -> bool {
    matches!(code,
        0x0000..=0x001F | 0x007F..=0x009F | 0x00AD
        | 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x0610..=0x061A | 0x064B..=0x065F
        | 0x093C | 0x094D | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0xE0100..=0xE01EF)
}

/// Characters that East Asian fonts, and emoji fonts, draw in a full square.
fn is_wide(code: u32) -> bool {
    matches!(code,
        0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF | 0x20000..=0x3FFFD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_outside_the_font_have_a_stated_width() {
        let font = Font { size: 10.0, weight: Weight::Regular, italic: false };
        let cases = [
            ("", 0.0),
            ("\u{200b}", 0.0),
            ("\u{0}", 0.0),
            ("中国", 20.0),
            ("😀", 10.0),
            ("ქ", 6.0),
            ("\u{10ffff}", 6.0),
        ];
        for (text, width) in cases {
            assert_eq!(BundledFont.width(text, font), width, "{text:?}");
        }
    }

    #[test]
    fn columns_fit_the_runs() {
        let mut end = 0;
        for (_, count, offset) in RUNS {
            assert_eq!(offset, end);
            end += count;
        }
        let end = usize::from(end);
        assert_eq!([end; 3], [REGULAR.len(), ITALIC.len(), BOLD.len()]);
        assert!(RUNS.windows(2).all(|pair| pair[0].0 + u32::from(pair[0].1) < pair[1].0));
    }
}
