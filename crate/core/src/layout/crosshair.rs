//! The rule under the pointer, through both panels, and the day that it stands on.

use super::frame::{AXIS, Frame};
use super::geometry::Rect;
use super::pen::{At, Pen, SMALL};
use super::request::Request;
use crate::order::within;
use crate::scene::{Panel, Target};
use crate::time::Timestamp;

/// Middle of the date's line.
const Y: f64 = 28.0;

/// Draws the crosshair while the pointer is over the plot.
pub fn draw_crosshair(frame: &Frame, request: &Request, pen: &mut Pen) {
    let plot = frame.geometry.plot;
    let Some(x) = position(frame, request, pen).filter(|x| *x >= plot.x && *x < plot.right()) else { return };
    pen.panel(Panel::Frame);
    let rule = pen.theme.muted;
    pen.vertical(x.floor() + 0.5, AXIS - 4.0, plot.bottom(), rule, 1.0);
    let date = request.words.day(frame.scale.time(x).date());
    let text = match time_of_day(frame, x) {
        Some(time) => format!("{date}, {time}"),
        None => date,
    };
    let width = pen.width(&text, SMALL) + 12.0;
    let left = within(x - width / 2.0, 0.0, (request.width - width).max(0.0));
    pen.fill(Rect::new(left, Y - 9.0, width, 18.0), 3.0, pen.theme.ink, None);
    pen.text(At::middle(left + width / 2.0, Y), &text, SMALL, pen.theme.ground);
}

/// The item under the pointer draws the crosshair to its middle.
fn position(frame: &Frame, request: &Request, pen: &Pen) -> Option<f64> {
    let pointer = request.emphasis.pointer?;
    let plot = frame.geometry.plot;
    let inside = pointer.y <= plot.bottom() && pointer.x >= plot.x;
    let item = match request.emphasis.hovered {
        Some(Target::Item(row)) => pen.anchors.iter().find(|(anchored, _)| *anchored == row),
        _ => None,
    };
    inside.then(|| item.map_or(pointer.x, |(_, at)| at.x))
}

/// Where an hour is wider than a few pixels, the time of day matters.
fn time_of_day(frame: &Frame, x: f64) -> Option<String> {
    let hour = frame.scale.length(3_600_000.0);
    let minutes = frame.scale.time(x).0.rem_euclid(Timestamp::DAY_MS) / 60_000;
    (hour >= 8.0).then(|| format!("{:02}:{:02}", minutes / 60, minutes % 60))
}
