//! Long loops in pieces, each a call.
//!
//! A browser first runs wasm as it came, translated in one fast pass; what is called often it translates again, with
//! care, and uses that from the next call on: two to four times as fast. A loop over a million rows in one call would be
//! over before. So the functions that look at every row are called for a piece at a time, and are never inlined.

use std::ops::Range;

/// Rows of a piece: a few microseconds of work.
pub(crate) const PIECE: usize = 8192;

/// The pieces of `0..length`.
pub(crate) fn pieces(length: usize) -> impl Iterator<Item = Range<usize>> {
    (0..length).step_by(PIECE).map(move |first| first..(first + PIECE).min(length))
}
