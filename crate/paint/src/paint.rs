//! From marks to a backend: one walk, in paint order.

use crate::clean::clean;
use crate::outline::{Bounds, point, rectangle, whole};
use crate::style::{StrokeStyle, TextStyle, color};
use dateline_core::scene::{Color, Paint, Point, Scene, Shape, Stroke, Text};
use plotters::backend::DrawingBackend;
use plotters_backend::{BackendCoord, DrawingErrorKind};

/// Steps of a backend for each pixel of a scene.
pub const GRID: f64 = 8.0;

/// What a backend gives back.
type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Paints a scene, and presents it.
///
/// The backend is [`GRID`] times larger than the scene, both ways. A text's position is its vertical middle
/// (the backend sees `VPos::Center`); its size is the em square on the grid.
///
/// # Errors
///
/// Whatever the backend gives.
pub fn paint<B: DrawingBackend>(scene: &Scene, backend: &mut B) -> Drawn<B> {
    backend.ensure_prepared()?;
    if let Some(ground) = scene.background {
        let corner = point(scene.width * GRID, scene.height * GRID);
        backend.draw_rect((0, 0), corner, &color(ground), true)?;
    }
    for mark in &scene.marks {
        draw_shape(&mark.shape, backend)?;
    }
    backend.present()
}

fn draw_shape<B: DrawingBackend>(shape: &Shape, backend: &mut B) -> Drawn<B> {
    match shape {
        Shape::Rect { x, y, width, height, radius, paint } => {
            let (left, top) = (x * GRID, y * GRID);
            let (right, bottom) = (left + width * GRID, top + height * GRID);
            draw_rect(Bounds { left, top, right, bottom }, radius * GRID, paint, backend)
        }
        Shape::Circle { x, y, radius, paint } => draw_circle(Point { x: *x, y: *y }, *radius, paint, backend),
        Shape::Line { from, to, stroke } => {
            backend.draw_line(on_grid(*from), on_grid(*to), &StrokeStyle::new(*stroke, GRID))
        }
        Shape::Area { points, fill } => draw_area(points, *fill, backend),
        Shape::Text(text) => draw_text(text, backend),
    }
}

fn draw_rect<B: DrawingBackend>(bounds: Bounds, radius: f64, paint: &Paint, backend: &mut B) -> Drawn<B> {
    let Bounds { left, top, right, bottom } = bounds;
    if !(right > left && bottom > top) {
        return Ok(());
    }
    if let Some(fill) = paint.fill {
        if radius < 1.0 {
            backend.draw_rect(point(left, top), point(right, bottom), &color(fill), true)?;
        } else {
            backend.fill_polygon(rectangle(bounds, radius), &color(fill))?;
        }
    }
    paint.stroke.map_or(Ok(()), |stroke| draw_outline(rectangle(bounds, radius), stroke, backend))
}

/// A closed outline. The first side is drawn twice, so that the last corner is joined like the others.
fn draw_outline<B: DrawingBackend>(
    mut points: Vec<BackendCoord>,
    stroke: Stroke,
    backend: &mut B,
) -> Drawn<B> {
    points.extend_from_within(..points.len().min(2));
    backend.draw_path(points, &StrokeStyle::new(stroke, GRID))
}

fn draw_circle<B: DrawingBackend>(center: Point, radius: f64, paint: &Paint, backend: &mut B) -> Drawn<B> {
    let size = u32::try_from(whole(radius * GRID)).unwrap_or(0);
    if size == 0 {
        return Ok(());
    }
    if let Some(fill) = paint.fill {
        backend.draw_circle(on_grid(center), size, &color(fill), true)?;
    }
    paint.stroke.map_or(Ok(()), |stroke| {
        backend.draw_circle(on_grid(center), size, &StrokeStyle::new(stroke, GRID), false)
    })
}

fn draw_area<B: DrawingBackend>(points: &[Point], fill: Color, backend: &mut B) -> Drawn<B> {
    let mut points: Vec<BackendCoord> = points.iter().map(|&point| on_grid(point)).collect();
    points.dedup();
    if points.len() < 3 { Ok(()) } else { backend.fill_polygon(points, &color(fill)) }
}

fn draw_text<B: DrawingBackend>(text: &Text, backend: &mut B) -> Drawn<B> {
    let content = clean(&text.content);
    if content.trim().is_empty() {
        return Ok(());
    }
    let style = TextStyle::new(text, GRID);
    backend.draw_text(&content, &style, point(text.x * GRID, text.y * GRID))
}

fn on_grid(at: Point) -> BackendCoord {
    point(at.x * GRID, at.y * GRID)
}
