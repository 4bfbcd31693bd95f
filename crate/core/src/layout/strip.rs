//! The strip chart: all items of the window as stacked bars, above a list on a phone.

use super::frame::Frame;
use super::geometry::Rect;
use super::pen::Pen;
use super::request::Request;
use crate::index::{BinQuery, Bins, Length, MAX_EDGES, RowKey};
use crate::scale::Step;
use crate::scene::{Panel, Target};
use crate::time::Timestamp;

/// A bar and its gap are at least so wide.
const LEAST_BAR_PX: f64 = 4.0;
/// All bars together have at most so many parts.
const MOST_PARTS: usize = 2400;
/// Free pixels above the tallest bar.
const HEADROOM: f64 = 6.0;

/// Draws the bars, stacked by section.
pub fn draw_strip(frame: &Frame, request: &Request, pen: &mut Pen) {
    let Some(band) = frame.lanes.first() else { return };
    pen.panel(Panel::Timeline);
    pen.zone(frame.geometry.timeline, Target::Plot);
    let plot = frame.geometry.plot;
    pen.fill(Rect::new(plot.x, band.y, plot.width, band.height), 0.0, pen.theme.lane, None);
    let fits = |step: &Step| {
        let bar = frame.scale.length(step.shortest_ms());
        bar >= LEAST_BAR_PX && (plot.width / bar) as usize * request.lanes.len() <= MOST_PARTS
    };
    let step = Step::BINS.into_iter().find(fits).unwrap_or(Step::Years(1000));
    let domain = frame.scale.domain();
    let borders = step.borders(domain.start, domain.end, MAX_EDGES);
    let edges: Vec<i64> = borders.iter().map(|border| border.0).collect();
    let rows = request.lanes.iter().map(|lane| RowKey::Lane(lane.section)).collect();
    let set = request.source.bins(&BinQuery { rows, edges: edges.clone(), longest: Length::Longer });
    let counts: Vec<Vec<u64>> = set.rows.iter().map(Bins::touching).collect();
    let total = |bin: usize| counts.iter().filter_map(|row| row.get(bin)).sum::<u64>();
    let most = (0..edges.len()).map(total).max().unwrap_or(0).max(1) as f64;
    let unit = ((band.height - HEADROOM) / most).min(12.0);
    for (bin, edge) in edges.windows(2).enumerate() {
        let &[start, end] = edge else { continue };
        let left = frame.scale.x(Timestamp(start)).max(plot.x);
        let right = frame.scale.x(Timestamp(end)).min(plot.right());
        if right - left > 1.0 {
            let column = Rect::new(left + 0.5, band.y, right - left - 1.0, band.height);
            draw_column(request, &counts, bin, column, unit, pen);
        }
    }
}

fn draw_column(request: &Request, counts: &[Vec<u64>], bin: usize, column: Rect, unit: f64, pen: &mut Pen) {
    let mut bottom = column.bottom();
    for (lane, row) in request.lanes.iter().zip(counts) {
        let count = row.get(bin).copied().unwrap_or(0);
        if count > 0 {
            let height = count as f64 * unit;
            let rect = Rect::new(column.x, bottom - height, column.width, height);
            pen.fill(rect, 0.0, request.theme.section(lane.hue), None);
            bottom -= height;
        }
    }
}
