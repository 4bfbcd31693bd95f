//! Marks: what a painter draws and what a pointer hits.

use super::{Color, Font};
use crate::model::CountryCode;

/// A position in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// An outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in pixels, centred on the shape's edge.
    pub width: f64,
}

/// How a shape is filled and outlined.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Paint {
    /// The inside.
    pub fill: Option<Color>,
    /// The outline.
    pub stroke: Option<Stroke>,
}

/// Where a text's `x` lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Align {
    #[default]
    Start,
    Middle,
    End,
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)]
pub enum Weight {
    #[default]
    Regular,
    Bold,
}

/// One line of text, already shortened; `y` is its vertical middle.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Text {
    pub x: f64,
    pub y: f64,
    pub content: String,
    pub font: Font,
    pub align: Align,
    pub color: Color,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Shape {
    /// A rectangle; `radius` rounds its corners.
    Rect { x: f64, y: f64, width: f64, height: f64, radius: f64, paint: Paint },
    /// A full or hollow circle.
    Circle { x: f64, y: f64, radius: f64, paint: Paint },
    /// A straight rule.
    Line { from: Point, to: Point, stroke: Stroke },
    /// A filled polygon, such as an area of density.
    Area { points: Vec<Point>, fill: Color },
    /// A line of text.
    Text(Text),
}

/// The part of the picture a mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Panel {
    Frame,
    Axis,
    Timeline,
    Countries,
    Totals,
    Overview,
    Legend,
}

/// What a pointer finds under a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// One item, by its row in the table.
    Item(u32),
    /// A stack of items that is too tall to draw: its section and its days, in ms.
    Stack {
        /// The lane's section.
        lane: u32,
        /// First instant in ms.
        start: i64,
        /// First instant after, in ms.
        end: i64,
    },
    /// A lane's heading, by its section.
    Lane(u32),
    /// A country's heading.
    Country(CountryCode),
    /// A country's count in one interval, in ms.
    Cell {
        /// The country.
        country: CountryCode,
        /// First instant in ms.
        start: i64,
        /// First instant after, in ms.
        end: i64,
    },
    /// "30 more countries".
    MoreCountries,
    /// The window in the overview strip.
    Window,
    /// The left end of that window.
    WindowStart,
    /// The right end of that window.
    WindowEnd,
    /// The overview strip outside the window.
    Overview,
    /// The plot's ground: drag to pan.
    Plot,
}

/// A shape, its panel, and what a pointer finds under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is drawn.
    pub shape: Shape,
    /// Where it belongs.
    pub panel: Panel,
    /// What a pointer finds; `None` lets the pointer through.
    pub target: Option<Target>,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The ground; `None` is transparent.
    pub background: Option<Color>,
    /// In paint order: later ones lie above.
    pub marks: Vec<Mark>,
    /// A short name for those who do not see the picture.
    pub title: String,
    /// A longer description for those who do not see the picture.
    pub description: String,
}
