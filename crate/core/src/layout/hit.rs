//! What lies under a pointer: items by their marks, a little beyond them too, then areas.

use super::geometry::Rect;
use super::request::Picture;
use crate::scene::{Mark, Point, Shape, Target};

impl Picture {
    /// What lies at a position. The nearest item or stack not more than `slop` pixels away comes first, then what is
    /// drawn there, then the area that holds it.
    pub fn hit(&self, at: Point, slop: f64) -> Option<Target> {
        let near = |mark: &Mark| Some((mark.target?, distance(&mark.shape, at)?));
        let is_small = |target: &Target| matches!(target, Target::Item(_) | Target::Stack { .. });
        let reachable = self.scene.marks.iter().filter_map(near);
        let item = reachable
            .clone()
            .filter(|(target, distance)| is_small(target) && *distance <= slop)
            .min_by(|a, b| a.1.total_cmp(&b.1));
        let drawn = || reachable.clone().rfind(|(_, distance)| *distance <= 0.0);
        let zone = || self.zones.iter().rev().find(|(rect, _)| rect.contains(at)).map(|(_, target)| *target);
        item.or_else(drawn).map(|(target, _)| target).or_else(zone)
    }
}

/// How far a position is from a shape; 0 inside; `None` for shapes that are not hit.
fn distance(shape: &Shape, at: Point) -> Option<f64> {
    match shape {
        Shape::Rect { x, y, width, height, .. } => Some(outside(Rect::new(*x, *y, *width, *height), at)),
        Shape::Circle { x, y, radius, .. } => Some(((at.x - x).hypot(at.y - y) - radius).max(0.0)),
        Shape::Line { .. } | Shape::Area { .. } | Shape::Text(_) => None,
    }
}

fn outside(rect: Rect, at: Point) -> f64 {
    let dx = (rect.x - at.x).max(at.x - rect.right()).max(0.0);
    let dy = (rect.y - at.y).max(at.y - rect.bottom()).max(0.0);
    dx.hypot(dy)
}
