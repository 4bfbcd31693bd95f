//! Where the parts of the picture lie.

use crate::scene::Point;

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// A rectangle from its top left corner and its size; negative sizes count as 0.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Rect { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// First x after it.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// First y after it.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Whether a point lies inside or on the border.
    pub fn contains(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }
}

/// Where the parts of the last picture lie, in pixels of the picture. A part that is not drawn has no height.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Geometry {
    /// The whole picture.
    pub figure: Rect,
    /// Where time is drawn: axis, lanes and cells share this x range; from the axis to the last country row.
    pub plot: Rect,
    /// The time axis.
    pub axis: Rect,
    /// The lanes, headings included.
    pub timeline: Rect,
    /// The country rows, headings included.
    pub countries: Rect,
    /// Totals at the right of the country rows.
    pub totals: Rect,
    /// The overview strip, without its heading.
    pub overview: Rect,
    /// The window in the overview strip; its left and right sides are the two handles.
    pub window: Rect,
}
