//! Tight loops over columns: sets of rows, codes, counts at every zoom, order.
//!
//! Takes and gives plain numbers: it knows no items, no dates, no text beyond its bytes. It is a crate of its own
//! because its functions are compiled for speed also in the browser's build, which is otherwise compiled for size; so
//! they are not generic at the border, where they would be compiled by whoever calls them. Loops are written so that
//! the compiler turns them into vector instructions; there are no intrinsics and no unsafe code here.

mod bits;
mod codes;
mod convert;
mod count;
mod dictionary;
mod lists;
mod mark;
mod order;
mod pieces;
mod tally;
pub mod text;

pub use bits::Bits;
pub use codes::Codes;
pub use convert::{Stray, durations, ends, falls, falls_long, instants, merged, places, present, reach};
pub use count::{ListCounts, count_codes};
pub use dictionary::dictionary;
pub use lists::Lists;
pub use mark::{mark_codes, mark_lists};
pub(crate) use order::take;
pub use order::{ascends, ordered, sort, take_bytes, take_four, take_numbers};
pub use tally::{Keys, Tally};
