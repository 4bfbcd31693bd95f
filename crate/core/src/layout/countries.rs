//! The country panel: a row for each country, a cell for each stretch of the calendar.

use super::frame::Frame;
use super::geometry::Rect;
use super::pen::{At, BOLD, DATA, Pen, SMALL};
use super::request::{Chart, CountryFacts, Request};
use crate::index::{BinQuery, Bins, Length, PageQuery, RowKey};
use crate::power::{log10, power};
use crate::scale::Step;
use crate::scene::{Color, Paint, Panel, Stroke, Target};
use crate::time::{Interval, Timestamp, Unit};

/// A cell is at least this wide.
const LEAST_CELL_PX: f64 = 24.0;
/// All rows together have at most so many cells.
const MOST_CELLS: usize = 1600;
/// More bins than this are not looked through for the largest count.
const MOST_BINS: usize = 1024;
/// The lightest cell with items, as a share of the way to the accent.
const LIGHTEST: f64 = 0.26;
/// Fewer items than this never fill a cell with the whole accent.
const FULL_CELL: f64 = 6.0;
/// Between the heading and what it says of the counting.
const HEAD_GAP: f64 = 12.0;
/// Items longer than a cell are drawn as rules, at most so many in a row.
const MOST_RULES: usize = 16;
/// Between two cells.
const CELL_GAP: f64 = 2.0;
/// Free pixels on both sides of a number in its cell.
const NUMBER_PAD: f64 = 4.0;

/// The cells of the visible countries.
struct Cells {
    step: Step,
    edges: Vec<i64>,
    rows: Vec<Bins>,
    most: u64,
    /// The largest number is too wide for a cell: thousands are then short in all of them.
    short: bool,
}

/// Draws headings, cells, and the line for the rest of the countries.
pub fn draw_countries(frame: &Frame, request: &Request, pen: &mut Pen) {
    let countries = request.countries.get(..frame.row_count).unwrap_or(&[]);
    if countries.is_empty() {
        return;
    }
    pen.panel(Panel::Countries);
    pen.zone(frame.geometry.countries, Target::Plot);
    let cells = cells(frame, request, countries, pen);
    draw_head(frame, request, cells.step, pen);
    draw_names(frame, request, countries, pen);
    for (row, country) in countries.iter().enumerate() {
        draw_row(frame, request, &cells, row, *country, pen);
    }
    draw_borders(frame, request, &cells, pen);
    for (row, country) in countries.iter().enumerate() {
        draw_rules(frame, request, cells.step, row, *country, pen);
    }
    outline_hovered(frame, request, countries, pen);
    outline_chosen(frame, request, cells.step, countries, pen);
    draw_more(frame, request, pen);
}

/// The finest stretch of the calendar whose cells are wide and few enough.
pub fn cell_step(frame: &Frame, rows: usize) -> Step {
    let width = frame.geometry.plot.width;
    let fits = |step: &Step| {
        let cell = frame.scale.length(step.shortest_ms());
        cell >= LEAST_CELL_PX && (width / cell).ceil() as usize * rows <= MOST_CELLS
    };
    Step::BINS.into_iter().find(fits).unwrap_or(Step::Years(1000))
}

/// The longest items that a step can count; longer ones would pile up on its first cell.
fn longest(step: Step) -> Length {
    match step {
        Step::Minutes(_) | Step::Unit(Unit::Day) => Length::Day,
        Step::Unit(Unit::Week) => Length::Week,
        Step::Unit(Unit::Month) => Length::Month,
        Step::Unit(Unit::Quarter) => Length::Quarter,
        Step::Years(1) => Length::Year,
        _ => Length::Longer,
    }
}

fn cells(frame: &Frame, request: &Request, countries: &[CountryFacts], pen: &Pen) -> Cells {
    let step = cell_step(frame, countries.len());
    let domain = frame.scale.domain();
    let edges = edges(step, domain, crate::index::MAX_EDGES);
    let keys: Vec<RowKey> = countries.iter().map(|country| RowKey::Country(country.code)).collect();
    let bins = |edges: Vec<i64>| {
        request.source.bins(&BinQuery { rows: keys.clone(), edges, longest: longest(step) }).rows
    };
    let most = |rows: &[Bins]| rows.iter().flat_map(|bins| bins.starts.iter().copied()).max().unwrap_or(0);
    let rows = bins(edges.clone());
    // The scale of colours belongs to the zoom, not to the place: panning must not repaint a cell. So do its numbers.
    let whole = edges_of(step, request.limits);
    let largest = if whole.len() < MOST_BINS { most(&bins(whole)) } else { most(&rows) };
    let most = largest.max(most(&rows));
    let number = request.words.amount(most, request.coding.counting);
    let room = frame.scale.length(step.shortest_ms()) - CELL_GAP;
    let short = pen.width(&number, SMALL) + 2.0 * NUMBER_PAD > room;
    Cells { step, edges, most, rows, short }
}

fn edges_of(step: Step, limits: Interval) -> Vec<i64> {
    edges(step, limits, MOST_BINS)
}

fn edges(step: Step, domain: Interval, most: usize) -> Vec<i64> {
    step.borders(domain.start, domain.end, most).into_iter().map(|border| border.0).collect()
}

fn draw_head(frame: &Frame, request: &Request, step: Step, pen: &mut Pen) {
    let y = frame.rows.y(0) - 20.0;
    let plot = frame.geometry.plot;
    let (ink, muted) = (pen.theme.ink, pen.theme.muted);
    if request.chart == Chart::Both {
        pen.fitted(At::end(frame.count_right, y), request.words.country, DATA, muted, frame.count_right);
    }
    let y = if request.chart == Chart::Both { y } else { frame.rows.y(0) - 14.0 };
    let head = request.words.per(step);
    pen.fitted(At::start(plot.x, y), head, BOLD, ink, plot.width);
    let x = plot.x + pen.width(head, BOLD) + HEAD_GAP;
    let room = plot.right() - x;
    let [long, short] = request.words.counting(request.coding);
    let told = if pen.width(&long, SMALL) <= room { long } else { short };
    pen.fitted(At::start(x, y), &told, SMALL, muted, room);
}

/// A country's name: the reader's, else ours, else its code.
fn name_of<'a>(request: &Request<'a>, country: &'a CountryFacts) -> &'a str {
    let at = request.names.binary_search_by_key(&country.code, |(code, _)| *code).ok();
    match at.and_then(|at| request.names.get(at)) {
        Some((_, name)) => name,
        None if country.name.is_empty() => country.code.as_str(),
        None => country.name,
    }
}

fn draw_names(frame: &Frame, request: &Request, countries: &[CountryFacts], pen: &mut Pen) {
    let window = request.viewport.window();
    let rows = countries.iter().map(|country| RowKey::Country(country.code)).collect();
    let edges = vec![window.start.0, window.end.0];
    let set = request.source.bins(&BinQuery { rows, edges, longest: Length::Longer });
    let (ink, muted) = (pen.theme.ink, pen.theme.muted);
    for (row, (country, bins)) in countries.iter().zip(&set.rows).enumerate() {
        let y = frame.rows.middle(row);
        let name = name_of(request, country);
        let target = Target::Country(country.code);
        let color = if request.emphasis.hovered == Some(target) { pen.theme.accent } else { ink };
        pen.fitted(At::end(frame.label_right, y), name, DATA, color, frame.label_width);
        pen.text(
            At::end(frame.count_right, y),
            &request.words.amount(bins.total(), request.coding.counting),
            DATA,
            muted,
        );
        let height = frame.rows.height() + 4.0;
        pen.zone(Rect::new(0.0, frame.rows.y(row) - 2.0, frame.geometry.plot.x, height), target);
    }
}

fn draw_row(
    frame: &Frame,
    request: &Request,
    cells: &Cells,
    row: usize,
    country: CountryFacts,
    pen: &mut Pen,
) {
    let counting = request.coding.counting;
    let plot = frame.geometry.plot;
    let (y, height) = (frame.rows.y(row), frame.rows.height());
    pen.fill(Rect::new(plot.x, y, plot.width, height), 3.0, pen.theme.cell, None);
    let Some(bins) = cells.rows.get(row) else { return };
    for (edge, count) in cells.edges.windows(2).zip(&bins.starts) {
        let &[start, end] = edge else { continue };
        let rect = cell_rect(frame, row, start, end);
        if *count == 0 || rect.width < 1.0 {
            continue;
        }
        let color = cell_color(counting.items(*count), counting.items(cells.most), pen);
        let target = Target::Cell { country: country.code, start, end };
        pen.fill(rect, 3.0, color, Some(target));
        let number = if cells.short {
            request.words.short_amount(*count, counting)
        } else {
            request.words.amount(*count, counting)
        };
        if pen.width(&number, SMALL) + 2.0 * NUMBER_PAD <= rect.width {
            let at = At::middle(rect.x + rect.width / 2.0, y + height / 2.0);
            pen.text(at, &number, SMALL, pen.theme.on(color));
        }
    }
}

/// A cell, cut at the plot, with a gap to its neighbours.
fn cell_rect(frame: &Frame, row: usize, start: i64, end: i64) -> Rect {
    let plot = frame.geometry.plot;
    let left = frame.scale.x(Timestamp(start));
    let right = frame.scale.x(Timestamp(end));
    let left = if left <= plot.x { plot.x } else { left + CELL_GAP / 2.0 };
    let right = if right >= plot.right() { plot.right() } else { right - CELL_GAP / 2.0 };
    Rect::new(left, frame.rows.y(row), right - left, frame.rows.height())
}

/// The more items, the nearer to the accent; with large counts the small ones stay apart.
fn cell_color(count: f64, most: f64, pen: &Pen) -> Color {
    let most = most.max(FULL_CELL);
    let gamma = if most <= 12.0 { 1.0 } else { (1.0 - 0.25 * log10(most / 12.0)).max(0.5) };
    let share = power((count.max(1.0) - 1.0) / (most - 1.0), gamma);
    pen.theme.ground.mix(pen.theme.accent, LIGHTEST + (1.0 - LIGHTEST) * share)
}

/// The borders of empty cells: strips of the ground between them.
fn draw_borders(frame: &Frame, request: &Request, cells: &Cells, pen: &mut Pen) {
    if request.transparent {
        return;
    }
    let plot = frame.geometry.plot;
    let bottom = frame.rows.bottom(frame.row_count);
    for edge in &cells.edges {
        let x = frame.scale.x(Timestamp(*edge));
        if x > plot.x + 1.0 && x < plot.right() - 1.0 {
            pen.vertical(x, frame.rows.y(0), bottom, pen.theme.ground, 2.0);
        }
    }
}

/// Items that are longer than a cell belong to none: each is a thin rule below its row's cells.
fn draw_rules(
    frame: &Frame,
    request: &Request,
    step: Step,
    row: usize,
    country: CountryFacts,
    pen: &mut Pen,
) {
    let shortest = Length::ALL.into_iter().find(|length| *length > longest(step));
    let Some(shortest) = shortest else { return };
    let query = PageQuery {
        row: RowKey::Country(country.code),
        window: request.viewport.window(),
        shortest,
        after: None,
        limit: MOST_RULES,
    };
    let plot = frame.geometry.plot;
    let y = frame.rows.y(row) + frame.rows.height() + 1.0;
    for item in request.source.page(&query).items {
        let left = frame.scale.x(item.interval.start).max(plot.x);
        let right = frame.scale.x(item.interval.end).min(plot.right());
        let color = pen.theme.ground.mix(pen.theme.accent, 0.6);
        pen.fill(Rect::new(left, y, right - left, 2.0), 0.0, color, Some(Target::Item(item.row)));
    }
}

/// The cell under the pointer.
fn outline_hovered(frame: &Frame, request: &Request, countries: &[CountryFacts], pen: &mut Pen) {
    let Some(Target::Cell { country, start, end }) = request.emphasis.hovered else { return };
    let Some(row) = countries.iter().position(|facts| facts.code == country) else { return };
    outline(cell_rect(frame, row, start, end), pen.theme.ink, pen);
}

fn draw_more(frame: &Frame, request: &Request, pen: &mut Pen) {
    let Some(y) = frame.more_y else { return };
    let words = request.words;
    let rest = request.countries.len().saturating_sub(frame.row_count);
    let text = match rest {
        0 => words.fewer_countries.to_owned(),
        1 => words.more_country.to_owned(),
        rest => super::fill(words.more_countries, &[("n", &words.number(rest as u64))]),
    };
    let width = pen.width(&text, DATA);
    let plot = frame.geometry.plot;
    let color = if request.overview { pen.theme.accent } else { pen.theme.muted };
    pen.fitted(At::start(plot.x, y), &text, DATA, color, plot.width);
    if request.overview {
        pen.zone(Rect::new(plot.x - 4.0, y - 12.0, width + 8.0, 24.0), Target::MoreCountries);
    }
}

/// Outlines the cells of the chosen items.
fn outline_chosen(frame: &Frame, request: &Request, step: Step, countries: &[CountryFacts], pen: &mut Pen) {
    let cells =
        request.chosen.iter().filter(|item| Length::of_ms(item.interval.duration_ms()) <= longest(step));
    for item in cells {
        let start = item.interval.start;
        for code in item.countries.iter() {
            let Some(row) = countries.iter().position(|facts| facts.code == code) else { continue };
            outline(cell_rect(frame, row, step.floor(start).0, step.next(start).0), pen.theme.ink, pen);
        }
    }
}

fn outline(cell: Rect, color: Color, pen: &mut Pen) {
    if cell.width >= 1.0 {
        let paint = Paint { fill: None, stroke: Some(Stroke { color, width: 1.5 }) };
        pen.rect(cell, 3.0, paint, None);
    }
}
