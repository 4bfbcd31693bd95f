//! The camera's window, as a page reads it.

use dateline_core::time::{Interval, Timestamp};
use serde::Serialize;

/// A stretch of time in both notations: days as a person writes them, instants as they are.
///
/// ```
/// use dateline_core::time::{CivilDate, Interval, Unit};
/// let january = Interval::of(Unit::Month, CivilDate::new(2021, 1, 1).unwrap());
/// let json = serde_json::to_string(&dateline_wire::WindowJson::from(january)).unwrap();
/// assert_eq!(json, r#"{"from":"2021-01-01","to":"2021-01-31","start":1609459200000,"end":1612137600000}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WindowJson {
    /// The day of the first instant.
    pub from: String,
    /// The day of the last instant, inclusive.
    pub to: String,
    /// First instant, ms UTC.
    pub start: i64,
    /// First instant after, ms UTC.
    pub end: i64,
}

impl From<Interval> for WindowJson {
    fn from(window: Interval) -> Self {
        let last = Timestamp(window.end.0.saturating_sub(1).max(window.start.0));
        WindowJson {
            from: window.start.date().to_string(),
            to: last.date().to_string(),
            start: window.start.0,
            end: window.end.0,
        }
    }
}
