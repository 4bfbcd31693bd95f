//! How the picture's surface is shared out: columns first, then lanes, country rows and the overview.

use super::geometry::{Geometry, Rect};
use super::pen::{DATA, ITALIC};
use super::request::{Chart, Request};
use crate::index::{BinQuery, Length, RowKey};
use crate::order::sort_by;
use crate::scale::{BandScale, TimeScale};
use crate::scene::{Target, TextMeasure};
use crate::time::{Interval, Timestamp};

/// Height of the two rows of the axis.
pub const AXIS: f64 = 42.0;
/// One level of a stack.
pub const LEVEL: f64 = 12.0;
/// Between two lanes.
const LANE_GAP: f64 = 2.0;
/// More levels than this are never stacked unless a stack is opened.
const MOST_LEVELS: u32 = 4;
/// More levels than this are never stacked at all.
const MOST_OPEN_LEVELS: u32 = 16;
/// From the last lane to the first country row.
const COUNTRY_HEAD: f64 = 46.0;
/// Without lanes: from the axis to the first country row.
const COUNTRY_HEAD_ALONE: f64 = 30.0;
/// Between two country rows.
const ROW_GAP: f64 = 4.0;
/// Room for "30 more countries".
const MORE: f64 = 24.0;
/// From what is above to the overview.
const OVERVIEW_GAP: f64 = 14.0;
/// The overview strip.
const OVERVIEW: f64 = 44.0;
/// Below everything: outlines need a little.
const FOOT: f64 = 2.0;
/// Country rows that a picture of its own height shows.
const USUAL_COUNTRIES: usize = 12;
/// Country rows that are kept when lanes have to give way.
const FEWEST_COUNTRIES: usize = 3;
/// Levels, free pixels in a lane, and country rows that are kept: from comfortable to tight.
const TIGHTER: [(u32, f64, usize); 10] = [
    (4, 10.0, 6),
    (3, 10.0, 6),
    (2, 10.0, 6),
    (2, 6.0, 6),
    (2, 3.0, 6),
    (2, 3.0, 5),
    (1, 10.0, 6),
    (1, 6.0, 6),
    (1, 2.0, 6),
    (1, 2.0, FEWEST_COUNTRIES),
];
/// The totals column and what stands before it.
const TOTALS: f64 = 112.0;
const TOTALS_GAP: f64 = 20.0;
/// Narrower pictures have no totals.
pub const TOTALS_FROM: f64 = 880.0;
/// Narrower pictures are laid out for a phone.
const PHONE_BELOW: f64 = 480.0;
/// Right of the plot: half a mark may stand out.
pub const RIGHT: f64 = 8.0;
/// One line of legend.
pub const LEGEND_LINE: f64 = 20.0;
/// The stacked bars of the strip chart.
const STRIP: f64 = 56.0;

/// A lane's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneBand {
    /// Which lane of the request.
    pub index: usize,
    /// Top.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// How many items can be stacked.
    pub levels: u32,
}

/// The shared out surface.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Where the parts lie.
    pub geometry: Geometry,
    /// Where headings end.
    pub label_right: f64,
    /// How wide headings may be.
    pub label_width: f64,
    /// Where counts end.
    pub count_right: f64,
    /// The lanes that are drawn.
    pub lanes: Vec<LaneBand>,
    /// Lanes that find no room.
    pub lanes_left_out: usize,
    /// Where "7 smaller sections do not fit" stands.
    pub lanes_note_y: f64,
    /// The country rows.
    pub rows: BandScale,
    /// How many country rows are drawn.
    pub row_count: usize,
    /// Where "30 more countries" stands, if it does.
    pub more_y: Option<f64>,
    /// Where a legend line stands, if it does.
    pub legend_y: Option<f64>,
    /// Time to x.
    pub scale: TimeScale,
}

#[derive(Default)]
struct Columns {
    label_width: f64,
    label_right: f64,
    count_right: f64,
    plot: f64,
    plot_width: f64,
    totals: Option<f64>,
}

fn columns(request: &Request, measure: &dyn TextMeasure) -> Columns {
    let width = request.width.max(1.0);
    if request.chart == Chart::Strip {
        let plot_width = (width - 2.0 * RIGHT).max(1.0);
        return Columns { plot: RIGHT, plot_width, ..Columns::default() };
    }
    let widest =
        request.titles.iter().map(|title| measure.width(title, ITALIC).max(measure.width(title, DATA)));
    let share = if width < PHONE_BELOW { 0.24 } else { 0.2 };
    let least = (width * share).min(124.0);
    let label_width = widest.fold(least, f64::max).min((width * share).max(least)).min(220.0).ceil();
    // No country is named by more items than there are in all lanes together.
    let most = request.lanes.iter().map(|lane| lane.items).sum::<u64>().max(99);
    let count_width = measure.width(&request.words.number(most), DATA).ceil();
    let gap = if width < PHONE_BELOW { 6.0 } else { 10.0 };
    let label_right = label_width;
    let count_right = label_right + gap + count_width;
    let plot = (count_right + gap).min(width * 0.6);
    let totals = (width >= TOTALS_FROM).then_some(width - RIGHT - TOTALS);
    let right = totals.map_or(width - RIGHT, |totals| totals - TOTALS_GAP);
    Columns { label_width, label_right, count_right, plot, plot_width: (right - plot).max(1.0), totals }
}

/// How much vertical room is wanted.
#[derive(Clone, Copy)]
enum Room {
    Natural,
    Within(f64),
}

/// The height at which nothing has to be left out.
pub fn preferred_height(request: &Request, measure: &dyn TextMeasure) -> f64 {
    share(request, measure, Room::Natural).geometry.figure.height
}

/// Shares out the surface of the request's size.
pub fn frame(request: &Request, measure: &dyn TextMeasure) -> Frame {
    share(request, measure, Room::Within(request.height.max(1.0)))
}

fn share(request: &Request, measure: &dyn TextMeasure, room: Room) -> Frame {
    let columns = columns(request, measure);
    let legend = has_legend_line(request, &columns);
    let foot = foot_height(request) + if legend { LEGEND_LINE } else { 0.0 };
    let (lanes, left_out) = share_lanes(request, &columns, room, foot);
    let lanes_bottom = lanes.last().map_or(AXIS, |lane| lane.y + lane.height);
    let note = if left_out > 0 { MORE } else { 0.0 };
    let rows = share_rows(request, room, lanes_bottom + note, foot);
    let body_bottom = rows.bottom.max(lanes_bottom + note);
    let height = match room {
        Room::Natural => body_bottom + foot,
        Room::Within(height) => height,
    };
    let legend_y = legend.then(|| body_bottom + LEGEND_LINE / 2.0);
    let overview_top =
        (body_bottom + foot - FOOT - overview_height(request)).min(height - overview_height(request) - FOOT);
    let plot = Rect::new(columns.plot, 0.0, columns.plot_width, rows.plot_bottom.max(lanes_bottom));
    let geometry = Geometry {
        figure: Rect::new(0.0, 0.0, request.width, height),
        plot,
        axis: Rect::new(0.0, 0.0, request.width, AXIS),
        timeline: Rect::new(0.0, AXIS, request.width, lanes_bottom + note - AXIS),
        countries: Rect::new(
            0.0,
            lanes_bottom + note,
            plot.right() + RIGHT / 2.0,
            rows.bottom - lanes_bottom - note,
        ),
        totals: columns.totals.map_or(Rect::default(), |x| {
            Rect::new(x, lanes_bottom + note, TOTALS + RIGHT, rows.bottom - lanes_bottom - note)
        }),
        overview: Rect::new(
            columns.plot,
            overview_top.max(0.0),
            columns.plot_width,
            overview_height(request),
        ),
        window: Rect::default(),
    };
    let viewport = request.viewport;
    Frame {
        geometry,
        label_right: columns.label_right,
        label_width: columns.label_width,
        count_right: columns.count_right,
        lanes,
        lanes_left_out: left_out,
        lanes_note_y: lanes_bottom + MORE / 2.0 + 1.0,
        rows: rows.bands,
        row_count: rows.count,
        more_y: rows.more_y,
        legend_y,
        scale: TimeScale::new(viewport.start_ms(), viewport.end_ms(), columns.plot, columns.plot_width),
    }
}

/// Whether the legend needs a line of its own: there is no column beside the lanes, or it is too short.
fn has_legend_line(request: &Request, columns: &Columns) -> bool {
    let height = super::legend::column_height(request);
    let lanes = request.lanes.len() as f64 * (LEVEL + 10.0);
    let explained = matches!(request.chart, Chart::Both | Chart::Timeline) && height > 0.0;
    explained && (columns.totals.is_none() || lanes < height)
}

fn overview_height(request: &Request) -> f64 {
    match (request.overview, request.chart) {
        (false, _) => 0.0,
        (true, Chart::Strip) => OVERVIEW / 2.0,
        (true, _) => OVERVIEW,
    }
}

fn foot_height(request: &Request) -> f64 {
    if request.overview { OVERVIEW_GAP + overview_height(request) + FOOT } else { FOOT }
}

/// Lanes with as many levels as there is room for; when even one level each is too much, the smallest give way.
fn share_lanes(request: &Request, columns: &Columns, room: Room, foot: f64) -> (Vec<LaneBand>, usize) {
    match request.chart {
        Chart::Countries => return (Vec::new(), 0),
        Chart::Strip => return (vec![LaneBand { index: 0, y: AXIS, height: STRIP, levels: 1 }], 0),
        Chart::Both | Chart::Timeline => {}
    }
    let wanted = wanted_levels(request, columns);
    let available = |countries: usize| match room {
        Room::Natural => f64::INFINITY,
        Room::Within(height) => height - AXIS - foot - rows_height(request, countries),
    };
    for (most, pad, countries) in TIGHTER {
        let bands = bands(&wanted, most, pad);
        let bottom = bands.last().map_or(AXIS, |lane| lane.y + lane.height);
        if bottom - AXIS <= available(countries) {
            return (bands, 0);
        }
    }
    drop_smallest(request, available(FEWEST_COUNTRIES) - MORE)
}

/// The height of at most so many country rows, heading and foot included.
fn rows_height(request: &Request, countries: usize) -> f64 {
    if request.chart != Chart::Both || request.countries.is_empty() {
        return 0.0;
    }
    let rows = request.countries.len().min(countries);
    let more = if request.countries.len() > rows { MORE } else { 0.0 };
    COUNTRY_HEAD + rows as f64 * row_pitch(request) - ROW_GAP + more
}

fn row_pitch(request: &Request) -> f64 {
    if request.overview || request.height >= 600.0 { 24.0 } else { 20.0 }
}

/// `(index, levels, opened)` of each lane: the most items in one mark's width when the camera is where it begins, so that a
/// lane keeps its height while one pans and zooms.
fn wanted_levels(request: &Request, columns: &Columns) -> Vec<(usize, u32, u32)> {
    let slots = ((columns.plot_width / LEVEL).ceil() as i64).clamp(1, 1024);
    let Interval { start, end } = request.home;
    let slot = (end.0.saturating_sub(start.0) / slots).max(Timestamp::DAY_MS);
    let edges: Vec<i64> = (0..=slots).map(|index| start.0.saturating_add(index * slot)).collect();
    let rows = request.lanes.iter().map(|lane| RowKey::Lane(lane.section)).collect();
    let set = request.source.bins(&BinQuery { rows, edges, longest: Length::Longer });
    let levels = |(index, bins): (usize, &crate::index::Bins)| {
        let most = bins.starts.iter().copied().max().unwrap_or(1).clamp(1, 99) as u32;
        let section = request.lanes.get(index).map_or(0, |lane| lane.section);
        (index, most, opened_levels(request, section))
    };
    set.rows.iter().enumerate().map(levels).collect()
}

/// Levels that the open stacks of a lane need.
fn opened_levels(request: &Request, section: u32) -> u32 {
    let open = request.open.iter().filter_map(|target| match target {
        Target::Stack { lane, start, end } if *lane == section => Some(vec![*start, *end]),
        _ => None,
    });
    let count = |edges| {
        let query = BinQuery { rows: vec![RowKey::Lane(section)], edges, longest: Length::Longer };
        request.source.bins(&query).rows.first().map_or(0, |bins| bins.starts.iter().sum::<u64>())
    };
    open.map(count).max().map_or(0, |most| most.min(u64::from(MOST_OPEN_LEVELS)) as u32)
}

fn bands(wanted: &[(usize, u32, u32)], most: u32, pad: f64) -> Vec<LaneBand> {
    let mut y = AXIS;
    let band = |&(index, levels, opened): &(usize, u32, u32)| {
        let levels = levels.min(most.min(MOST_LEVELS)).max(opened);
        let height = (f64::from(levels) * LEVEL + pad).max(if pad > 6.0 { 24.0 } else { 14.0 });
        let band = LaneBand { index, y, height, levels };
        y += height + LANE_GAP;
        band
    };
    wanted.iter().map(band).collect()
}

/// The lanes with the most items, in their order, as many as fit with one level each.
fn drop_smallest(request: &Request, available: f64) -> (Vec<LaneBand>, usize) {
    let pitch = LEVEL + 2.0 + LANE_GAP;
    let fitting = ((available / pitch).floor().max(1.0) as usize).min(request.lanes.len());
    let mut order: Vec<usize> = (0..request.lanes.len()).collect();
    let items = |index: &usize| request.lanes.get(*index).map_or(0, |lane| lane.items);
    sort_by(&mut order, |a, b| items(b).cmp(&items(a)));
    order.truncate(fitting);
    sort_by(&mut order, Ord::cmp);
    let wanted: Vec<(usize, u32, u32)> = order.into_iter().map(|index| (index, 1, 0)).collect();
    (bands(&wanted, 1, 2.0), request.lanes.len() - fitting)
}

struct Rows {
    bands: BandScale,
    count: usize,
    more_y: Option<f64>,
    /// Where the last row ends.
    plot_bottom: f64,
    /// Where the panel ends.
    bottom: f64,
}

fn share_rows(request: &Request, room: Room, top: f64, foot: f64) -> Rows {
    let total = request.countries.len();
    let wanted = if request.all_countries { total } else { total.min(USUAL_COUNTRIES) };
    let head = if request.chart == Chart::Countries { COUNTRY_HEAD_ALONE } else { COUNTRY_HEAD };
    let bands = BandScale::new(top + head, row_pitch(request) - ROW_GAP, ROW_GAP);
    let none = Rows { bands, count: 0, more_y: None, plot_bottom: top, bottom: top };
    if total == 0 || matches!(request.chart, Chart::Timeline | Chart::Strip) {
        return none;
    }
    let has_more = |count: usize| count < total || (request.all_countries && total > USUAL_COUNTRIES);
    let count = match room {
        Room::Natural => wanted,
        Room::Within(height) => {
            let free = height - foot - top - head;
            let all = bands.fitting(free).min(total);
            if all < total || has_more(all) { bands.fitting(free - MORE).min(total) } else { all }
        }
    };
    if count == 0 {
        return none;
    }
    let plot_bottom = bands.bottom(count);
    let more_y = has_more(count).then_some(plot_bottom + MORE / 2.0 + 2.0);
    let bottom = plot_bottom + if more_y.is_some() { MORE } else { 0.0 };
    Rows { bands, count, more_y, plot_bottom, bottom }
}
