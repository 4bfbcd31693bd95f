//! A lane with too many items to draw each: the area of their counts.

use super::frame::{Frame, LEVEL, LaneBand};
use super::pen::Pen;
use crate::index::{Bins, MAX_EDGES};
use crate::order::within;
use crate::scale::TimeScale;
use crate::scene::{Color, Point, Shape};
use crate::time::Timestamp;

/// A step of the area is at least this wide.
const LEAST_STEP_PX: f64 = 3.0;
/// Free pixels above and below the area.
const PAD: f64 = 3.0;
/// The least height of a step with items.
const LEAST_HEIGHT: f64 = 1.5;

/// Edges that cover the plot, at whole multiples of a step that doubles with the zoom: panning moves them along, and
/// they never shimmer.
pub fn edges(scale: &TimeScale) -> Vec<i64> {
    let domain = scale.domain();
    let mut step = Timestamp::DAY_MS;
    while scale.length(step as f64) >= 2.0 * LEAST_STEP_PX && step % 2 == 0 && step > 60_000 {
        step /= 2;
    }
    while scale.length(step as f64) < LEAST_STEP_PX && step < i64::MAX / 4 {
        step *= 2;
    }
    let first = domain.start.0.div_euclid(step);
    let last = domain.end.0.div_euclid(step).saturating_add(1);
    let most = MAX_EDGES as i64 - 1;
    (first..=last.min(first.saturating_add(most))).map(|index| index.saturating_mul(step)).collect()
}

/// Draws the counts of one lane; `most` is the count that fills the lane.
pub fn draw_density(
    frame: &Frame,
    band: &LaneBand,
    edges: &[i64],
    bins: &Bins,
    most: u64,
    color: Color,
    pen: &mut Pen,
) {
    let room = band.height - 2.0 * PAD;
    let unit = (room / most.max(1) as f64).min(LEVEL);
    let base = band.y + band.height - PAD;
    let x = |edge: i64| within(frame.scale.x(Timestamp(edge)), frame.scale.left(), frame.scale.right());
    let mut run: Vec<Point> = Vec::new();
    for (edge, count) in edges.windows(2).zip(bins.touching()) {
        let &[start, end] = edge else { continue };
        if count == 0 {
            finish(&mut run, base, color, pen);
            continue;
        }
        let top = base - (count as f64 * unit).max(LEAST_HEIGHT);
        run.push(Point { x: x(start), y: top });
        run.push(Point { x: x(end), y: top });
    }
    finish(&mut run, base, color, pen);
}

/// Closes a run of steps down to the base.
fn finish(run: &mut Vec<Point>, base: f64, color: Color, pen: &mut Pen) {
    if let (Some(first), Some(last)) = (run.first().copied(), run.last().copied())
        && last.x > first.x
    {
        let mut points = std::mem::take(run);
        points.push(Point { x: last.x, y: base });
        points.push(Point { x: first.x, y: base });
        pen.mark(Shape::Area { points, fill: color }, None);
    }
    run.clear();
}
