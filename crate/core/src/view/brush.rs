//! The window in the overview strip, dragged as a whole or by an end.

use super::MIN_SPAN_MS;
use crate::order::within;
use crate::time::{Interval, Timestamp};

/// Which part of the window is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrushPart {
    /// The left handle.
    Start,
    /// The right handle.
    End,
    /// The window between them.
    Whole,
    /// A new window, from where the drag began.
    New,
}

/// A drag in the overview: where it began, and the window as it was then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brush {
    /// What is dragged.
    pub part: BrushPart,
    /// The time under the pointer when the drag began.
    pub from: Timestamp,
    /// The window when the drag began.
    pub window: Interval,
}

impl Brush {
    /// The window when the pointer has reached `to`, inside `limits`.
    pub fn window_at(self, to: Timestamp, limits: Interval) -> Interval {
        let shift = to.0.saturating_sub(self.from.0);
        let least = MIN_SPAN_MS as i64;
        let Interval { start, end } = self.window;
        let inside = |instant: i64| Timestamp(within(instant, limits.start.0, limits.end.0));
        match self.part {
            BrushPart::Start => {
                Interval::new(inside((start.0 + shift).min(end.0.saturating_sub(least))), end)
            }
            BrushPart::End => {
                Interval::new(start, inside((end.0 + shift).max(start.0.saturating_add(least))))
            }
            BrushPart::Whole => moved(self.window, shift, limits),
            BrushPart::New => Interval::new(inside(self.from.0), inside(to.0)),
        }
    }
}

/// The window moved by `shift` as far as `limits` allow; its length stays.
fn moved(window: Interval, shift: i64, limits: Interval) -> Interval {
    let least = limits.start.0.saturating_sub(window.start.0).min(0);
    let most = limits.end.0.saturating_sub(window.end.0).max(0);
    let shift = within(shift, least, most);
    Interval::new(Timestamp(window.start.0 + shift), Timestamp(window.end.0 + shift))
}
