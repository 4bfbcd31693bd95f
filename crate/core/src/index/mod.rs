//! Answers for the layout: counts between edges and pages of items, never "all items".
//!
//! [`Source`] is the border: in memory [`MemoryIndex`] stands behind it, exact at every zoom; an archive can stand
//! behind it as well. Items and mentions (item × country) are two measures: a lane counts items, a country row counts
//! the items that mention it.

mod clock;
mod memory;
mod source;

pub use clock::Clock;
pub use memory::{MOST_LANES, MemoryIndex};
pub use source::{BinQuery, BinSet, Bins, ItemFacts, ItemPage, Length, MAX_EDGES, PageQuery, RowKey, Source};
