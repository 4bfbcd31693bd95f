//! The overview strip: everything under the filter, and the window over it as a brush.

use super::frame::Frame;
use super::geometry::Rect;
use super::pen::{At, DATA, Pen, SMALL};
use super::request::{Chart, Request};
use crate::index::{BinQuery, Bins, Length, MAX_EDGES, RowKey};
use crate::order::within;
use crate::scale::{Step, TimeScale};
use crate::scene::{Paint, Panel, Stroke, Target};
use crate::time::Timestamp;

/// A bar and its gap are at least so wide.
const LEAST_BAR_PX: f64 = 4.0;
/// Free pixels above the tallest bar.
const HEADROOM: f64 = 7.0;
/// A handle.
const HANDLE_WIDTH: f64 = 6.0;
const HANDLE_HEIGHT: f64 = 18.0;
/// Where a handle is found, in pixels around it.
const HANDLE_REACH: f64 = 9.0;

/// The scale of the overview.
pub fn overview_scale(frame: &Frame, request: &Request) -> TimeScale {
    let strip = frame.geometry.overview;
    TimeScale::of(request.strip, strip.x, strip.width)
}

/// Draws the strip and returns the place of the window.
pub fn draw_overview(frame: &Frame, request: &Request, pen: &mut Pen) -> Rect {
    let strip = frame.geometry.overview;
    if strip.height <= 0.0 {
        return Rect::default();
    }
    pen.panel(Panel::Overview);
    let scale = overview_scale(frame, request);
    pen.fill(strip, 3.0, pen.theme.cell, None);
    pen.zone(Rect::new(strip.x - 8.0, strip.y, strip.width + 16.0, strip.height), Target::Overview);
    if request.chart != Chart::Strip {
        let y = strip.y + strip.height / 2.0;
        pen.fitted(
            At::end(frame.count_right, y),
            request.words.overview,
            DATA,
            pen.theme.muted,
            frame.count_right,
        );
    }
    let window = window_rect(strip, &scale, request);
    pen.fill(window, 3.0, pen.theme.cell.mix(pen.theme.accent, 0.1), None);
    draw_bars(strip, &scale, request, pen);
    draw_far(strip, request, pen);
    draw_window(window, pen);
    window
}

/// How many items ended before what the strip shows, and how many start after it.
fn draw_far(strip: Rect, request: &Request, pen: &mut Pen) {
    let edges = [i64::MIN / 2, request.strip.start.0, request.strip.end.0, i64::MAX / 2].to_vec();
    let query = BinQuery { rows: vec![RowKey::All], edges, longest: Length::Longer };
    let set = request.source.bins(&query);
    let number =
        |counts: Option<&u64>| counts.filter(|count| **count > 0).map(|count| request.words.number(*count));
    let bins = set.rows.first();
    let before = number(bins.and_then(|bins| bins.ends.first()));
    let after = number(bins.and_then(|bins| bins.starts.last()));
    let y = strip.y + 9.0;
    if let Some(count) = before {
        pen.text(At::start(strip.x + 5.0, y), &format!("‹ {count}"), SMALL, pen.theme.muted);
    }
    if let Some(count) = after {
        pen.text(At::end(strip.right() - 5.0, y), &format!("{count} ›"), SMALL, pen.theme.muted);
    }
}

fn window_rect(strip: Rect, scale: &TimeScale, request: &Request) -> Rect {
    let window = request.viewport.window();
    let left = within(scale.x(window.start), strip.x, strip.right() - 2.0);
    let right = within(scale.x(window.end), left + 2.0, strip.right());
    Rect::new(left, strip.y, right - left, strip.height)
}

fn draw_bars(strip: Rect, scale: &TimeScale, request: &Request, pen: &mut Pen) {
    let wide_enough = |step: &Step| scale.length(step.shortest_ms()) >= LEAST_BAR_PX;
    let step = Step::BINS.into_iter().find(wide_enough).unwrap_or(Step::Years(1000));
    let borders = step.borders(request.strip.start, request.strip.end, MAX_EDGES);
    let edges: Vec<i64> = borders.iter().map(|border| border.0).collect();
    let query = BinQuery { rows: vec![RowKey::All], edges: edges.clone(), longest: Length::Longer };
    let counts = request.source.bins(&query).rows.first().map(Bins::touching).unwrap_or_default();
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let room = strip.height - HEADROOM.min(strip.height * 0.2);
    for (edge, count) in edges.windows(2).zip(counts).filter(|(_, count)| *count > 0) {
        let &[start, end] = edge else { continue };
        let left = scale.x(Timestamp(start)).max(strip.x);
        let right = scale.x(Timestamp(end)).min(strip.right());
        let gap = ((right - left) * 0.2).clamp(0.75, 3.0);
        let height = (room * count as f64 / most).max(1.5);
        let bar = Rect::new(left + gap / 2.0, strip.bottom() - height, right - left - gap, height);
        if bar.width > 0.0 {
            pen.fill(bar, 1.0, pen.theme.bar, None);
        }
    }
}

fn draw_window(window: Rect, pen: &mut Pen) {
    let accent = pen.theme.accent;
    let inner = Rect::new(window.x + 0.5, window.y + 0.5, window.width - 1.0, window.height - 1.0);
    pen.rect(inner, 3.0, Paint { fill: None, stroke: Some(Stroke { color: accent, width: 1.0 }) }, None);
    pen.zone(window, Target::Window);
    let middle = window.y + window.height / 2.0;
    let handle = HANDLE_HEIGHT.min(window.height - 6.0);
    for (x, target) in [(window.x, Target::WindowStart), (window.right(), Target::WindowEnd)] {
        let rect = Rect::new(x - HANDLE_WIDTH / 2.0, middle - handle / 2.0, HANDLE_WIDTH, handle);
        pen.fill(rect, 3.0, accent, None);
        let reach = Rect::new(x - HANDLE_REACH, window.y, 2.0 * HANDLE_REACH, window.height);
        pen.zone(reach, target);
    }
}
