//! A pointer that went down: what it drags, and how far it has come.

use super::Study;
use crate::scale::TimeScale;
use crate::scene::{Point, Target};
use crate::time::{Interval, Timestamp};
use crate::view::{Brush, BrushPart, Limits, Viewport};

/// A pointer that moves less than this clicks.
const CLICK_SLOP: f64 = 3.0;

/// A pressed pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gesture {
    from: Point,
    before: Viewport,
    target: Option<Target>,
    moved: bool,
}

impl Study {
    /// A pointer goes down: remembers what is dragged (a handle, the window, the ground) and tells it.
    pub fn press(&mut self, x: f64, y: f64) -> Option<Target> {
        let target = self.hit(x, y);
        let from = Point { x, y };
        self.gesture = Some(Gesture { from, before: self.viewport, target, moved: false });
        target
    }

    /// The pressed pointer is now here: pans or brushes. Returns whether the window changed.
    pub fn drag(&mut self, x: f64, y: f64) -> bool {
        let Some(mut gesture) = self.gesture else { return false };
        gesture.moved |= (x - gesture.from.x).abs().max((y - gesture.from.y).abs()) > CLICK_SLOP;
        self.gesture = Some(gesture);
        let part = match gesture.target {
            _ if !gesture.moved => return false,
            Some(Target::WindowStart) => BrushPart::Start,
            Some(Target::WindowEnd) => BrushPart::End,
            Some(Target::Window) => BrushPart::Whole,
            Some(Target::Overview) => BrushPart::New,
            Some(Target::Plot | Target::Item(_) | Target::Cell { .. } | Target::Stack { .. }) => {
                return self.drag_plot(gesture, x - gesture.from.x);
            }
            _ => return false,
        };
        let window = gesture.before.window();
        let brush = Brush { part, from: self.overview_time(gesture.from.x), window };
        let limits = self.overview_range().union(window);
        self.move_to(Viewport::new(brush.window_at(self.overview_time(x), limits), self.viewport.width()))
    }

    fn drag_plot(&mut self, gesture: Gesture, dx: f64) -> bool {
        let limits = Limits::around(self.extent);
        self.move_to(gesture.before.pan(dx).clamped(limits, gesture.before))
    }

    /// The pointer is up again; returns whether it had dragged (and so did not click). A click on the overview beside
    /// the window brings the window there.
    pub fn release(&mut self) -> bool {
        let Some(gesture) = self.gesture.take() else { return false };
        if !gesture.moved && gesture.target == Some(Target::Overview) {
            let window = self.window();
            let middle = Timestamp(window.start.0.midpoint(window.end.0));
            let brush = Brush { part: BrushPart::Whole, from: middle, window };
            let limits = self.overview_range();
            let there = brush.window_at(self.overview_time(gesture.from.x), limits);
            self.move_to(Viewport::new(there, self.viewport.width()));
        }
        self.settle();
        gesture.moved
    }

    /// Moves a part of the window in the overview by `dx` pixels of the overview.
    pub fn brush(&mut self, part: BrushPart, dx: f64) {
        let window = self.window();
        let from = self.overview_time(0.0);
        let to = self.overview_time(dx);
        let limits = self.overview_range().union(window);
        let moved = Brush { part, from, window }.window_at(to, limits);
        self.move_to(Viewport::new(moved, self.viewport.width()));
    }

    /// What the overview shows: what came into view at first, or everything once the window goes beyond that.
    pub(super) fn overview_range(&self) -> Interval {
        let home = Limits::around(self.home).interval();
        let window = self.window();
        let inside = home.start <= window.start && window.end <= home.end;
        if inside { home } else { Limits::around(self.extent).interval() }
    }

    fn overview_time(&self, x: f64) -> Timestamp {
        let strip = self.geometry().overview;
        TimeScale::of(self.overview_range(), strip.x, strip.width).time(x)
    }
}
