//! Time to x and back.

use crate::time::{Interval, Timestamp};

/// A stretch of time laid on a stretch of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    start: f64,
    span: f64,
    left: f64,
    width: f64,
}

impl TimeScale {
    /// Lays `start..end` (ms) on `left..left + width` (pixels).
    ///
    /// ```
    /// use dateline_core::scale::TimeScale;
    /// use dateline_core::time::Timestamp;
    /// let scale = TimeScale::new(0.0, 1000.0, 100.0, 500.0);
    /// assert_eq!(scale.x(Timestamp(500)), 350.0);
    /// assert_eq!(scale.time(350.0), Timestamp(500));
    /// ```
    pub fn new(start: f64, end: f64, left: f64, width: f64) -> Self {
        TimeScale { start, span: (end - start).max(1.0), left, width: width.max(1.0) }
    }

    /// Lays an interval on pixels.
    pub fn of(interval: Interval, left: f64, width: f64) -> Self {
        Self::new(interval.start.0 as f64, interval.end.0 as f64, left, width)
    }

    /// Where an instant lies, also outside the stretch.
    pub fn x(&self, instant: Timestamp) -> f64 {
        self.left + (instant.0 as f64 - self.start) / self.span * self.width
    }

    /// The instant at a position, also outside the stretch.
    pub fn time(&self, x: f64) -> Timestamp {
        Timestamp((self.start + (x - self.left) / self.width * self.span).round() as i64)
    }

    /// The middle of an interval.
    pub fn middle(&self, interval: Interval) -> f64 {
        (self.x(interval.start) + self.x(interval.end)) / 2.0
    }

    /// How many pixels a duration takes.
    pub fn length(&self, ms: f64) -> f64 {
        ms / self.span * self.width
    }

    /// First pixel.
    pub fn left(&self) -> f64 {
        self.left
    }

    /// First pixel after.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// The stretch of time, rounded out to whole milliseconds.
    pub fn domain(&self) -> Interval {
        Interval::new(Timestamp(self.start.floor() as i64), Timestamp((self.start + self.span).ceil() as i64))
    }
}
