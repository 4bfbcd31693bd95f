//! Rows to y.

/// Rows of one height with a gap between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandScale {
    top: f64,
    height: f64,
    gap: f64,
}

impl BandScale {
    /// Rows from `top` on, each `height` high, `gap` apart.
    pub fn new(top: f64, height: f64, gap: f64) -> Self {
        BandScale { top, height, gap }
    }

    /// The top of a row.
    pub fn y(&self, row: usize) -> f64 {
        self.top + row as f64 * (self.height + self.gap)
    }

    /// The middle of a row.
    pub fn middle(&self, row: usize) -> f64 {
        self.y(row) + self.height / 2.0
    }

    /// The height of a row.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Where `rows` rows end.
    pub fn bottom(&self, rows: usize) -> f64 {
        if rows == 0 { self.top } else { self.y(rows - 1) + self.height }
    }

    /// How many rows fit into `height` pixels.
    pub fn fitting(&self, height: f64) -> usize {
        ((height + self.gap) / (self.height + self.gap)).floor().max(0.0) as usize
    }
}
