//! From answers of the index to marks.
//!
//! Takes a [`Request`]: a source to ask, the rows to draw, a camera, a size, a look. Gives a [`Picture`]: a finished
//! scene, where its parts lie, and where its items are. It asks the source for counts between edges and for pages of
//! items, never for all items, so its cost follows the pixels. It keeps nothing from frame to frame.

mod axis;
mod countries;
mod crosshair;
mod density;
mod emphasis;
mod export;
mod frame;
mod geometry;
mod hit;
mod labels;
mod lanes;
mod legend;
mod marks;
mod numbers;
mod overview;
mod pen;
mod request;
mod stack;
mod strings;
mod strip;
mod text;
mod titles;
mod totals;

pub use emphasis::Emphasis;
pub use export::{Heading, SEPARATOR, export};
pub use geometry::{Geometry, Rect};
pub use request::{Chart, CountryFacts, LaneFacts, Occurs, Picture, Request};
pub use strings::{Language, Words, fill};
pub use text::{clean, fit};
pub use titles::Usage;

use crate::scene::{Scene, TextMeasure};
use pen::Pen;

/// The least size that is laid out, in pixels.
const LEAST_WIDTH: f64 = 120.0;
const LEAST_HEIGHT: f64 = 60.0;

/// Lays out a picture. Without anything dated, or smaller than anything could be drawn, it is a bare ground.
pub fn layout(request: &Request, measure: &dyn TextMeasure) -> Picture {
    let mut pen = Pen::new(request.theme, measure);
    let mut geometry =
        Geometry { figure: Rect::new(0.0, 0.0, request.width, request.height), ..Geometry::default() };
    if !request.lanes.is_empty() && request.width >= LEAST_WIDTH && request.height >= LEAST_HEIGHT {
        geometry = draw(request, &mut pen);
    }
    let scene = Scene {
        width: request.width,
        height: request.height,
        background: (!request.transparent).then_some(request.theme.ground),
        marks: pen.marks,
        title: String::new(),
        description: String::new(),
    };
    Picture { scene, geometry, zones: pen.zones, anchors: pen.anchors }
}

fn draw(request: &Request, pen: &mut Pen) -> Geometry {
    let frame = frame::frame(request, pen.measure);
    let ticks = axis::ticks(&frame, request, pen);
    if request.chart == Chart::Strip {
        strip::draw_strip(&frame, request, pen);
        axis::draw_grid(&frame, ticks, pen);
    } else {
        lanes::draw_grounds(&frame, request, pen);
        axis::draw_grid(&frame, ticks, pen);
        lanes::draw_lanes(&frame, request, pen);
        countries::draw_countries(&frame, request, pen);
        totals::draw_totals(&frame, request, pen);
        legend::draw_legend(&frame, request, pen);
    }
    axis::draw_axis(&frame, request, ticks, pen);
    let window = overview::draw_overview(&frame, request, pen);
    crosshair::draw_crosshair(&frame, request, pen);
    Geometry { window, ..frame.geometry }
}

/// The height at which nothing has to be left out, at the request's width.
pub fn preferred_height(request: &Request, measure: &dyn TextMeasure) -> f64 {
    frame::preferred_height(request, measure)
}
