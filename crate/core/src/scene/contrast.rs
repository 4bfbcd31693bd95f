//! Contrast, as WCAG 2 counts it.

use super::Color;
use crate::power::power;

impl Color {
    /// Relative luminance, 0 (black) to 1 (white); opacity does not count.
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { power((part + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio, 1 to 21.
    ///
    /// ```
    /// use dateline_core::scene::Color;
    /// let ratio = Color::hex(0xff_ff_ff).contrast(Color::hex(0x00_00_00));
    /// assert!((ratio - 21.0).abs() < 1e-9);
    /// ```
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
