//! What the layout may ask.

use crate::model::{Countries, CountryCode, Flags, ItemKind};
use crate::time::{Interval, Precision, Timestamp};

/// A query names at most this many edges.
pub const MAX_EDGES: usize = 4096;

/// A row of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// All items.
    All,
    /// Items of one lane, by section.
    Lane(u32),
    /// Items that mention a country.
    Country(CountryCode),
    /// Items of one lane that mention a country.
    CountryLane(CountryCode, u32),
}

/// How long an item's interval is, in classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Length {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Longer,
}

impl Length {
    /// All classes, ascending.
    pub const ALL: [Length; 6] =
        [Length::Day, Length::Week, Length::Month, Length::Quarter, Length::Year, Length::Longer];

    /// The class of a duration in ms.
    pub fn of_ms(ms: i64) -> Length {
        match (ms.saturating_sub(1)).div_euclid(Timestamp::DAY_MS) {
            ..=0 => Length::Day,
            1..=6 => Length::Week,
            7..=30 => Length::Month,
            31..=91 => Length::Quarter,
            92..=365 => Length::Year,
            _ => Length::Longer,
        }
    }
}

/// How many items of some rows fall into buckets.
#[derive(Clone, Debug, PartialEq)]
pub struct BinQuery {
    /// The rows.
    pub rows: Vec<RowKey>,
    /// Ascending instants in ms, at most [`MAX_EDGES`]; bucket `i` is `edges[i]..edges[i + 1]`.
    pub edges: Vec<i64>,
    /// Leaves out items of longer classes than this.
    pub longest: Length,
}

/// The counts of one row. Bucket `i` is `edges[i]..edges[i + 1]`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Bins {
    /// Items that started before the first edge and last beyond it.
    pub open: u64,
    /// Items whose first instant lies in each bucket.
    pub starts: Vec<u64>,
    /// Items whose last instant lies in each bucket.
    pub ends: Vec<u64>,
}

impl Bins {
    /// Items that touch each bucket.
    pub fn touching(&self) -> Vec<u64> {
        let mut active = self.open;
        let step = |(starts, ends): (&u64, &u64)| {
            let touching = active.saturating_add(*starts);
            active = touching.saturating_sub(*ends);
            touching
        };
        self.starts.iter().zip(&self.ends).map(step).collect()
    }

    /// Items that touch anything between the first and the last edge.
    pub fn total(&self) -> u64 {
        self.open + self.starts.iter().sum::<u64>()
    }
}

/// The counts of the rows of a query, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct BinSet {
    /// One for each row.
    pub rows: Vec<Bins>,
}

/// Items of one row that touch a window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageQuery {
    /// The row.
    pub row: RowKey,
    /// The window.
    pub window: Interval,
    /// Leaves out items of shorter classes than this.
    pub shortest: Length,
    /// Only rows of the table after this one.
    pub after: Option<u32>,
    /// At most so many.
    pub limit: usize,
}

/// What the layout must know of an item to draw it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemFacts<'a> {
    /// Row of the table.
    pub row: u32,
    /// When.
    pub interval: Interval,
    /// How exactly that is known.
    pub precision: Precision,
    /// What is special about it.
    pub flags: Flags,
    /// Its form.
    pub kind: ItemKind,
    /// Its section.
    pub section: u32,
    /// Its countries.
    pub countries: Countries<'a>,
}

/// Items in the order (start, id).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ItemPage<'a> {
    /// The items.
    pub items: Vec<ItemFacts<'a>>,
    /// Whether none is left after them.
    pub complete: bool,
}

/// What stands behind a picture.
pub trait Source {
    /// Counts between edges, exact.
    fn bins(&self, query: &BinQuery) -> BinSet;
    /// Items of a window, in order.
    fn page(&self, query: &PageQuery) -> ItemPage<'_>;
    /// At most `most` bytes of an item's words.
    fn label(&self, row: u32, most: usize) -> String;
}
