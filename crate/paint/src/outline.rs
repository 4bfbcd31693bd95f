//! Outlines on the grid: rounded rectangles as polygons.
//!
//! Arcs come from the rational form of the circle, so that only additions, products and quotients are used: these
//! give the same bits on every machine, sines do not.

use plotters_backend::BackendCoord;

/// The most steps of one rounded corner.
const MAX_STEPS: f64 = 10.0;
/// Beyond this the grid ends: far outside every picture, and safe to subtract.
const BORDER: f64 = 16_777_216.0;

/// A rectangle on the grid, before rounding.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// The nearest point of the grid.
pub(crate) fn point(x: f64, y: f64) -> BackendCoord {
    (whole(x), whole(y))
}

/// The nearest whole step; what is not a number is 0.
pub(crate) fn whole(value: f64) -> i32 {
    value.clamp(-BORDER, BORDER).round() as i32
}

/// The corners of a rectangle, clockwise; each is an arc where there is a radius.
pub(crate) fn rectangle(bounds: Bounds, radius: f64) -> Vec<BackendCoord> {
    let Bounds { left, top, right, bottom } = bounds;
    let radius = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
    if radius < 1.0 {
        return [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| point(x, y)).into();
    }
    let (west, east, north, south) = (left + radius, right - radius, top + radius, bottom - radius);
    let mut points = Vec::new();
    for (across, along) in quarter(radius) {
        points.push(point(west - across, north - along));
    }
    for (across, along) in quarter(radius) {
        points.push(point(east + along, north - across));
    }
    for (across, along) in quarter(radius) {
        points.push(point(east + across, south + along));
    }
    for (across, along) in quarter(radius) {
        points.push(point(west - along, south + across));
    }
    points.dedup();
    if points.first() == points.last() {
        points.pop();
    }
    points
}

/// Points of a quarter of a circle, from (radius, 0) to (0, radius).
fn quarter(radius: f64) -> impl Iterator<Item = (f64, f64)> {
    let steps = radius.sqrt().ceil().clamp(2.0, MAX_STEPS) as u32;
    (0..=steps).map(move |step| {
        let t = f64::from(step) / f64::from(steps);
        let scale = radius / (1.0 + t * t);
        ((1.0 - t * t) * scale, 2.0 * t * scale)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_lie_on_their_arcs_and_inside() {
        let bounds = Bounds { left: 0.0, top: 10.0, right: 100.0, bottom: 60.0 };
        assert_eq!(rectangle(bounds, 0.0), [(0, 10), (100, 10), (100, 60), (0, 60)]);
        let points = rectangle(bounds, 24.0);
        assert!(points.len() > 16);
        for &(x, y) in &points {
            assert!((0..=100).contains(&x) && (10..=60).contains(&y), "{x},{y}");
            let dx = (24.0 - f64::from(x)).max(f64::from(x) - 76.0).max(0.0);
            let dy = (34.0 - f64::from(y)).max(f64::from(y) - 36.0).max(0.0);
            assert!((dx.hypot(dy) - 24.0).abs() < 1.0, "{x},{y}");
        }
    }

    #[test]
    fn sizes_out_of_the_grid_are_cut() {
        let bounds = Bounds { left: f64::NEG_INFINITY, top: f64::NAN, right: f64::MAX, bottom: 1.0 };
        for (x, y) in rectangle(bounds, f64::INFINITY) {
            assert!(x.abs() <= 1 << 24 && y.abs() <= 1 << 24);
        }
    }
}
