//! The timeline: a lane for each section, its items stacked by day, or their density.

use super::density::{draw_density, edges};
use super::frame::{Frame, LEVEL, LaneBand};
use super::geometry::Rect;
use super::labels::{Labelled, draw_labels};
use super::marks::{Place, Style, draw_item, draw_ring, radius};
use super::pen::{At, BOLD, DATA, ITALIC, Pen, SMALL};
use super::request::{LaneFacts, Request};
use super::stack::{Badge, Extent, Stacked, stack};
use crate::index::{BinQuery, Bins, ItemFacts, Length, PageQuery, RowKey};
use crate::order::{sort_by, within};
use crate::scale::Step;
use crate::scene::{Color, Font, Panel, Target};
use crate::time::{Interval, Unit};

/// Marks of items in a picture, all lanes together.
const MARK_BUDGET: usize = 2400;
/// A lane with fewer items than this is never drawn as density.
const ALWAYS_DRAWN: usize = 40;
/// How full the levels of a lane may get before it is drawn as density.
const FULL: f64 = 0.6;
/// Items before the plot are stacked too, so far, so that stacks stay as they are while one pans.
const LEAD_PX: f64 = 120.0;
/// How far a dimmed mark steps back.
const DIMMED: f64 = 0.78;
/// A badge is so wide.
const BADGE: f64 = 22.0;

/// The grounds and headings of the lanes.
pub fn draw_grounds(frame: &Frame, request: &Request, pen: &mut Pen) {
    pen.panel(Panel::Timeline);
    let plot = frame.geometry.plot;
    pen.zone(frame.geometry.timeline, Target::Plot);
    let counts = counts_in_view(frame, request);
    for (band, count) in frame.lanes.iter().zip(counts) {
        let Some(lane) = request.lanes.get(band.index) else { continue };
        pen.fill(Rect::new(plot.x, band.y, plot.width, band.height), 0.0, pen.theme.lane, None);
        draw_heading(frame, request, band, lane, count, pen);
    }
    if frame.lanes_left_out > 0 {
        let number = request.words.number(frame.lanes_left_out as u64);
        let note = super::fill(request.words.more_sections, &[("n", &number)]);
        pen.fitted(At::start(plot.x, frame.lanes_note_y), &note, SMALL, pen.theme.muted, plot.width);
    }
}

fn draw_heading(
    frame: &Frame,
    request: &Request,
    band: &LaneBand,
    lane: &LaneFacts,
    count: u64,
    pen: &mut Pen,
) {
    let y = band.y + band.height / 2.0;
    let dimmed = request.emphasis.dims_lane(lane.section) || count == 0;
    let (ink, muted) = (pen.theme.ink, pen.theme.muted);
    let font = if lane.inferred { ITALIC } else { DATA };
    let color = if dimmed { muted } else { ink };
    pen.fitted(At::end(frame.label_right, y), &lane.title, font, color, frame.label_width);
    pen.text(At::end(frame.count_right, y), &request.words.number(count), DATA, muted);
    pen.zone(Rect::new(0.0, band.y, frame.geometry.plot.x, band.height), Target::Lane(lane.section));
}

/// How many items of each drawn lane touch the window.
fn counts_in_view(frame: &Frame, request: &Request) -> Vec<u64> {
    let window = request.viewport.window();
    let edges = vec![window.start.0, window.end.0];
    let set = request.source.bins(&BinQuery { rows: keys(frame, request), edges, longest: Length::Longer });
    set.rows.iter().map(Bins::total).collect()
}

fn keys(frame: &Frame, request: &Request) -> Vec<RowKey> {
    let section = |band: &LaneBand| request.lanes.get(band.index).map_or(u32::MAX, |lane| lane.section);
    frame.lanes.iter().map(|band| RowKey::Lane(section(band))).collect()
}

/// The items of the lanes, or their density.
pub fn draw_lanes(frame: &Frame, request: &Request, pen: &mut Pen) {
    pen.panel(Panel::Timeline);
    let radius = radius(&frame.scale);
    let counts = counts_in_view(frame, request);
    let is_dense = |band: &LaneBand, count: u64| count > budget(frame, band, radius);
    let (dense, sparse): (Vec<_>, Vec<_>) =
        frame.lanes.iter().zip(counts).partition(|(band, count)| is_dense(band, *count));
    draw_dense(frame, request, &dense.iter().map(|(band, _)| **band).collect::<Vec<_>>(), pen);
    for (band, _) in sparse {
        if let Some(lane) = request.lanes.get(band.index) {
            Lane { frame, request, band, lane, radius }.draw(pen);
        }
    }
}

/// How many items a lane can show one by one.
fn budget(frame: &Frame, band: &LaneBand, radius: f64) -> u64 {
    let on_a_level = frame.geometry.plot.width / (2.0 * radius + 1.5);
    let room = (on_a_level * f64::from(band.levels) * FULL) as usize;
    let share = MARK_BUDGET / frame.lanes.len().max(1);
    room.max(ALWAYS_DRAWN).min(share) as u64
}

fn draw_dense(frame: &Frame, request: &Request, bands: &[LaneBand], pen: &mut Pen) {
    if bands.is_empty() {
        return;
    }
    let edges = edges(&frame.scale);
    let lanes: Vec<&LaneFacts> = bands.iter().filter_map(|band| request.lanes.get(band.index)).collect();
    let rows = lanes.iter().map(|lane| RowKey::Lane(lane.section)).collect();
    let set = request.source.bins(&BinQuery { rows, edges: edges.clone(), longest: Length::Longer });
    let most = set.rows.iter().flat_map(Bins::touching).max().unwrap_or(1);
    for ((band, lane), bins) in bands.iter().zip(lanes).zip(&set.rows) {
        let color = lane_color(request, lane, request.emphasis.dims_lane(lane.section));
        draw_density(frame, band, &edges, bins, most, color, pen);
        draw_chosen(frame, request, band, lane, pen);
    }
}

/// The chosen items of a lane that is drawn as density stand out of it.
fn draw_chosen(frame: &Frame, request: &Request, band: &LaneBand, lane: &LaneFacts, pen: &mut Pen) {
    let style = Style {
        color: lane_color(request, lane, false),
        ground: pen.theme.lane,
        radius: radius(&frame.scale),
    };
    for item in request.chosen.iter().filter(|item| item.section == lane.section) {
        let place = Place::of(item, &frame.scale, style.radius);
        let y = band.y + band.height / 2.0;
        if place.middle() >= frame.scale.left() && place.middle() <= frame.scale.right() {
            draw_item(item, place, y, style, pen);
            draw_ring(place, y, style.radius, pen.theme.accent, 2.0, pen);
        }
    }
}

fn lane_color(request: &Request, lane: &LaneFacts, dimmed: bool) -> Color {
    let hue = request.theme.section(lane.hue);
    if dimmed { hue.mix(request.theme.lane, DIMMED) } else { hue }
}

/// One lane whose items are drawn one by one.
struct Lane<'a> {
    frame: &'a Frame,
    request: &'a Request<'a>,
    band: &'a LaneBand,
    lane: &'a LaneFacts,
    radius: f64,
}

impl Lane<'_> {
    fn draw(&self, pen: &mut Pen) {
        let page = self.request.source.page(&PageQuery {
            row: RowKey::Lane(self.lane.section),
            window: self.window(),
            shortest: Length::Day,
            after: None,
            limit: MARK_BUDGET,
        });
        let places: Vec<Place> =
            page.items.iter().map(|item| Place::of(item, &self.frame.scale, self.radius)).collect();
        let extents: Vec<Extent> = places
            .iter()
            .map(|place| Extent { left: place.outer_left(), right: place.outer_right() })
            .collect();
        let stacked = stack(&extents, self.band.levels, BADGE);
        self.draw_labels(&page.items, &places, &stacked, pen);
        for ((item, place), level) in page.items.iter().zip(&places).zip(&stacked.levels) {
            if let Some(level) = level.filter(|_| self.is_in_view(*place)) {
                self.draw_mark(item, *place, level, pen);
            }
        }
        for badge in &stacked.badges {
            self.draw_badge(badge, &page.items, pen);
        }
    }

    /// The window and a little before it.
    fn window(&self) -> Interval {
        let scale = &self.frame.scale;
        Interval::new(scale.time(scale.left() - LEAD_PX), scale.time(scale.right()))
    }

    fn is_in_view(&self, place: Place) -> bool {
        let scale = &self.frame.scale;
        (scale.left()..=scale.right()).contains(&place.middle())
    }

    fn y(&self, level: u32) -> f64 {
        let levels = f64::from(self.band.levels);
        let pad = (self.band.height - levels * LEVEL) / 2.0;
        self.band.y + self.band.height - pad - LEVEL * (f64::from(level) + 0.5)
    }

    fn draw_mark(&self, item: &ItemFacts, place: Place, level: u32, pen: &mut Pen) {
        let emphasis = self.request.emphasis;
        let color = lane_color(self.request, self.lane, emphasis.dims(item));
        let style = Style { color, ground: pen.theme.lane, radius: self.radius };
        let y = self.y(level);
        draw_item(item, place, y, style, pen);
        if emphasis.is_selected(item.row) || emphasis.is_hovered(item.row) {
            draw_ring(place, y, self.radius, pen.theme.accent, 2.0, pen);
        }
    }

    /// "+7" on top of a stack that is too tall, or "9" in its place.
    fn draw_badge(&self, badge: &Badge, items: &[ItemFacts], pen: &mut Pen) {
        let scale = &self.frame.scale;
        let members: Vec<&ItemFacts> = badge.members.iter().filter_map(|index| items.get(*index)).collect();
        if !(scale.left()..=scale.right()).contains(&badge.x) {
            return;
        }
        // Above what is drawn it counts the rest; on the ground it counts all.
        let sign = if self.band.levels > 1 { "+" } else { "" };
        let count = format!("{sign}{}", self.request.words.number(members.len() as u64));
        let font = Font { size: 9.0, ..BOLD };
        let half = (pen.width(&count, font) / 2.0 + 3.5).max(BADGE / 2.0 - 1.0);
        let x = within(badge.x, scale.left() + half - 4.0, scale.right() - half + 4.0);
        let y = self.y(self.band.levels - 1);
        let dimmed = members.iter().all(|item| self.request.emphasis.dims(item));
        let color = lane_color(self.request, self.lane, dimmed);
        pen.fill(
            Rect::new(x - half, y - 5.5, 2.0 * half, 11.0),
            5.5,
            color,
            Some(self.stack_target(&members)),
        );
        pen.text(At::middle(x, y), &count, font, pen.theme.on(color));
    }

    /// The days on which the members of a stack start.
    fn stack_target(&self, members: &[&ItemFacts]) -> Target {
        let starts = members.iter().map(|item| item.interval.start);
        let first = starts.clone().min().unwrap_or_default();
        let last = starts.max().unwrap_or_default();
        let day = Step::Unit(Unit::Day);
        Target::Stack { lane: self.lane.section, start: day.floor(first).0, end: day.next(last).0 }
    }

    fn draw_labels(&self, items: &[ItemFacts], places: &[Place], stacked: &Stacked, pen: &mut Pen) {
        let mut marks: Vec<Labelled> = items
            .iter()
            .zip(places)
            .zip(&stacked.levels)
            .filter_map(|((item, place), level)| Some(self.labelled(item, *place, (*level)?)))
            .chain(stacked.badges.iter().map(|badge| self.obstacle(badge)))
            .filter(|mark| mark.right >= self.frame.scale.left())
            .collect();
        sort_by(&mut marks, |a, b| a.left.total_cmp(&b.left));
        draw_labels(&marks, self.frame.scale.right(), self.request.source, pen);
    }

    fn labelled<'b>(&self, item: &ItemFacts<'b>, place: Place, level: u32) -> Labelled<'b> {
        let theme = self.request.theme;
        let dims = self.request.emphasis.dims(item);
        let color = if dims { theme.muted.mix(theme.lane, 0.6) } else { theme.muted };
        let item = self.is_in_view(place).then_some(*item);
        let (left, right) = (place.outer_left(), place.outer_right());
        Labelled { item, left, right, y: self.y(level), color }
    }

    fn obstacle<'b>(&self, badge: &Badge) -> Labelled<'b> {
        let level = self.band.levels - 1;
        let (left, right) = (badge.x - BADGE / 2.0, badge.x + BADGE / 2.0);
        Labelled { item: None, left, right, y: self.y(level), color: self.request.theme.muted }
    }
}
