//! The camera over time: pan and zoom give a new one, and no time is lost to rounding on the way.

use crate::order::within;
use crate::time::{CivilDate, Interval, Timestamp};

/// The shortest window: one hour.
pub const MIN_SPAN_MS: f64 = 3_600_000.0;
/// No pan goes farther: beyond this a millisecond would be lost to rounding.
const FARTHEST_MS: f64 = 1e15;
/// How much of the data's length lies free on each side when everything is in view.
const MARGIN_SHARE: f64 = 0.03;
/// The least that lies free on each side: half a day.
const MARGIN_MIN_MS: f64 = 43_200_000.0;

/// How far the camera may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    start: f64,
    end: f64,
}

impl Limits {
    /// Limits that leave a little margin around the data, rounded out to whole days.
    pub fn around(extent: Interval) -> Self {
        let margin = (extent.duration_ms() as f64 * MARGIN_SHARE).max(MARGIN_MIN_MS);
        let day = Timestamp::DAY_MS as f64;
        Limits {
            start: ((extent.start.0 as f64 - margin) / day).floor() * day,
            end: ((extent.end.0 as f64 + margin) / day).ceil() * day,
        }
    }

    /// The limits as an interval.
    pub fn interval(self) -> Interval {
        Interval::new(Timestamp(self.start as i64), Timestamp(self.end as i64))
    }

    /// The smallest limits that also hold `window`: a window that was asked for stays reachable.
    fn with(self, window: Viewport) -> Limits {
        Limits { start: self.start.min(window.start), end: self.end.max(window.end) }
    }
}

/// The stretch of time in view, and the width in pixels that it lies on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    start: f64,
    end: f64,
    width: f64,
}

impl Viewport {
    /// A camera that shows `window` on `width` pixels. Shorter windows than an hour are widened around their
    /// middle; times beyond the calendar are cut.
    pub fn new(window: Interval, width: f64) -> Self {
        let first = CivilDate::first().timestamp().0;
        let last = CivilDate::last().timestamp().0;
        let start = window.start.0.clamp(first, last) as f64;
        let end = window.end.0.clamp(first, last) as f64;
        Viewport { start, end, width: width.max(1.0) }.at_least_minimum()
    }

    fn at_least_minimum(self) -> Self {
        if self.end - self.start >= MIN_SPAN_MS {
            return self;
        }
        let middle = (self.start + self.end) / 2.0;
        Viewport { start: middle - MIN_SPAN_MS / 2.0, end: middle + MIN_SPAN_MS / 2.0, ..self }
    }

    /// The time in view, in whole milliseconds.
    pub fn window(self) -> Interval {
        Interval::new(Timestamp(self.start.round() as i64), Timestamp(self.end.round() as i64))
    }

    /// Left border in ms.
    pub fn start_ms(self) -> f64 {
        self.start
    }

    /// Right border in ms.
    pub fn end_ms(self) -> f64 {
        self.end
    }

    /// Width in pixels.
    pub fn width(self) -> f64 {
        self.width
    }

    /// Milliseconds on one pixel.
    pub fn ms_per_px(self) -> f64 {
        (self.end - self.start) / self.width
    }

    /// The same time on another width.
    pub fn with_width(self, width: f64) -> Self {
        Viewport { width: width.max(1.0), ..self }
    }

    /// Moves the picture `dx` pixels to the right, so that earlier time comes into view.
    pub fn pan(self, dx: f64) -> Self {
        let shift =
            if dx.is_finite() { (dx * self.ms_per_px()).clamp(-FARTHEST_MS, FARTHEST_MS) } else { 0.0 };
        Viewport { start: self.start - shift, end: self.end - shift, ..self }
    }

    /// Makes a pixel show `1 / factor` of the time it showed; what lies under `x` stays there.
    pub fn zoom(self, x: f64, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 || !x.is_finite() {
            return self;
        }
        let share = (x / self.width).clamp(0.0, 1.0);
        let span = self.end - self.start;
        let fixed = self.start + span * share;
        let span = (span / factor).max(MIN_SPAN_MS.min(span));
        Viewport { start: fixed - span * share, end: fixed + span * (1.0 - share), ..self }
    }

    /// The nearest camera of the same span inside `limits`; all of `limits` where the span is longer.
    ///
    /// `before` is where the camera was: what it showed stays allowed, so that nothing jumps.
    pub fn clamped(self, limits: Limits, before: Viewport) -> Self {
        let limits = limits.with(before);
        let span = self.end - self.start;
        if span >= limits.end - limits.start {
            return Viewport { start: limits.start, end: limits.end, ..self };
        }
        let start = within(self.start, limits.start, limits.end - span);
        if start == self.start { self } else { Viewport { start, end: start + span, ..self } }
    }
}
