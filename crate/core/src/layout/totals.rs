//! Totals at the right of the country rows: items in the window, by section.

use super::frame::Frame;
use super::geometry::Rect;
use super::pen::{At, BOLD, Pen};
use super::request::{CountryFacts, Request};
use crate::index::{BinQuery, Bins, Length, RowKey};
use crate::scene::{Panel, Target};

/// Free pixels between two parts of a bar.
const GAP: f64 = 1.0;
/// Thinner parts are drawn as wide as this, so that none is lost.
const LEAST: f64 = 1.0;
/// Of the row's height.
const HEIGHT: f64 = 0.72;

/// Draws a bar for each country row.
pub fn draw_totals(frame: &Frame, request: &Request, pen: &mut Pen) {
    let place = frame.geometry.totals;
    let countries = request.countries.get(..frame.row_count).unwrap_or(&[]);
    if place.width <= 0.0 || countries.is_empty() || request.lanes.is_empty() {
        return;
    }
    pen.panel(Panel::Totals);
    let y = frame.rows.y(0) - if request.chart == super::Chart::Both { 20.0 } else { 14.0 };
    pen.fitted(At::start(place.x, y), request.words.totals, BOLD, pen.theme.ink, place.width);
    let counts = counts(request, countries);
    let most = counts.iter().map(|row| row.iter().sum::<u64>()).max().unwrap_or(0).max(1);
    for (row, (country, counts)) in countries.iter().zip(&counts).enumerate() {
        draw_bar(frame, request, row, *country, counts, most, pen);
    }
}

/// For each country, items in the window by lane.
fn counts(request: &Request, countries: &[CountryFacts]) -> Vec<Vec<u64>> {
    let window = request.viewport.window();
    let rows = countries
        .iter()
        .flat_map(|country| request.lanes.iter().map(|lane| RowKey::CountryLane(country.code, lane.section)));
    let query =
        BinQuery { rows: rows.collect(), edges: vec![window.start.0, window.end.0], longest: Length::Longer };
    let set = request.source.bins(&query);
    set.rows.chunks(request.lanes.len().max(1)).map(|row| row.iter().map(Bins::total).collect()).collect()
}

fn draw_bar(
    frame: &Frame,
    request: &Request,
    row: usize,
    country: CountryFacts,
    counts: &[u64],
    most: u64,
    pen: &mut Pen,
) {
    let place = frame.geometry.totals;
    let room = place.width - super::frame::RIGHT;
    let height = (frame.rows.height() * HEIGHT).round();
    let y = frame.rows.middle(row) - height / 2.0;
    let target = Target::Country(country.code);
    let mut x = place.x;
    for (lane, count) in request.lanes.iter().zip(counts).filter(|(_, count)| **count > 0) {
        let width = room * *count as f64 / most as f64;
        let color = request.theme.section(lane.hue);
        let drawn = (width - GAP).max(LEAST).min(place.x + room - x);
        if drawn > 0.0 {
            pen.fill(Rect::new(x, y, drawn, height), 1.0, color, Some(target));
        }
        x += width;
    }
    let zone = Rect::new(place.x, frame.rows.y(row) - 2.0, room, frame.rows.height() + 4.0);
    pen.zone(zone, target);
}
