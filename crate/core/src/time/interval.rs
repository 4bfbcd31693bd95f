//! Instants and half-open intervals.

use super::{CivilDate, Unit};

/// An instant: milliseconds since 1970-01-01T00:00Z. Exact as a JavaScript number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Milliseconds in a civil day.
    pub const DAY_MS: i64 = 86_400_000;

    /// The civil date that this instant falls on.
    pub fn date(self) -> CivilDate {
        CivilDate::from_timestamp(self)
    }
}

/// A half-open stretch of time, `start..end`, with `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// First instant inside.
    pub start: Timestamp,
    /// First instant after.
    pub end: Timestamp,
}

impl Interval {
    /// An interval; the ends are put in order.
    pub fn new(a: Timestamp, b: Timestamp) -> Self {
        Interval { start: a.min(b), end: a.max(b) }
    }

    /// The unit of the calendar that holds `date`: its day, ISO week, month and so on.
    ///
    /// ```
    /// use dateline_core::time::{CivilDate, Interval, Unit};
    /// let day = CivilDate::new(2021, 1, 14).unwrap();
    /// assert_eq!(Interval::of(Unit::Month, day).to_string(), "2021-01-01..2021-02-01");
    /// ```
    pub fn of(unit: Unit, date: CivilDate) -> Self {
        let start = date.floor(unit);
        Interval { start: start.timestamp(), end: start.offset(unit, 1).timestamp() }
    }

    /// Whether the instant lies inside.
    pub fn contains(self, instant: Timestamp) -> bool {
        self.start <= instant && instant < self.end
    }

    /// Whether the two share an instant.
    pub fn overlaps(self, other: Interval) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest interval that holds both.
    pub fn union(self, other: Interval) -> Interval {
        Interval { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Length in milliseconds, never negative.
    pub fn duration_ms(self) -> i64 {
        self.end.0.saturating_sub(self.start.0)
    }
}

impl std::fmt::Display for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start.date(), self.end.date())
    }
}
