//! Whether the words around a date speak of the future: "will meet on Friday", "scheduled for May 3".

use super::cursor::Cursor;
use super::meaning::Meaning;

/// How many terms before a date a marker may stand.
const REACH_BEFORE: usize = 16;
/// How many terms after a date a marker may stand.
const REACH_AFTER: usize = 10;

impl Cursor<'_> {
    /// The nearest marker before decides; without one, the nearest after.
    pub fn is_future(&self, at: usize, next: usize) -> bool {
        self.marker_before(at).unwrap_or_else(|| self.marker_after(next))
    }

    /// Whether the nearest marker before a place is one of the future.
    pub fn future_before(&self, at: usize) -> bool {
        self.marker_before(at) == Some(true)
    }

    fn marker_before(&self, at: usize) -> Option<bool> {
        (at.saturating_sub(REACH_BEFORE)..at).rev().find_map(|place| self.marker(place))
    }

    fn marker_after(&self, next: usize) -> bool {
        (next..next + REACH_AFTER).find_map(|place| self.marker(place)) == Some(true)
    }

    fn marker(&self, at: usize) -> Option<bool> {
        match self.meaning(at)? {
            Meaning::Future => Some(true),
            Meaning::Said => Some(false),
            _ => None,
        }
    }
}
