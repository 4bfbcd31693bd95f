//! Colours.

/// sRGB with alpha, all 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
    pub a: u8,
}

impl Color {
    /// An opaque colour from `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        Color { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// The same colour with another opacity, 0 to 1.
    pub fn alpha(self, opacity: f64) -> Self {
        Color { a: (opacity.clamp(0.0, 1.0) * 255.0).round() as u8, ..self }
    }

    /// The colour `share` of the way from this one to `other`, both opaque.
    pub fn mix(self, other: Color, share: f64) -> Self {
        let part = |a: u8, b: u8| {
            (f64::from(a) + (f64::from(b) - f64::from(a)) * share.clamp(0.0, 1.0)).round() as u8
        };
        Color { r: part(self.r, other.r), g: part(self.g, other.g), b: part(self.b, other.b), a: 255 }
    }
}
