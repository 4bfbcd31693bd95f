//! The study's picture: asked of the layout when something changed, and searched by the pointer.

use super::{Chart, Study};
use crate::index::{BinQuery, ItemFacts, Length, RowKey, Source};
use crate::layout::{self, Geometry, Picture, Request, fill};
use crate::model::CountryCode;
use crate::scene::{BundledFont, Point, Scene, Target, TextMeasure, Theme};
use crate::time::{Interval, Timestamp};
use crate::view::Limits;

/// An item is found from so many pixels away.
const SLOP: f64 = 4.0;
/// More chosen items than this are not outlined.
const MOST_CHOSEN: usize = 100;
/// A target has at most so many rows.
const MOST_ROWS: usize = 10_000;

/// A picture of nothing.
pub(super) fn empty() -> Picture {
    Picture {
        scene: Scene {
            width: 0.0,
            height: 0.0,
            background: None,
            marks: Vec::new(),
            title: String::new(),
            description: String::new(),
        },
        geometry: Geometry::default(),
        zones: Vec::new(),
        anchors: Vec::new(),
    }
}

impl Study {
    /// The picture; built again only when something changed since.
    pub fn scene(&mut self, measure: &dyn TextMeasure) -> &Scene {
        if self.dirty {
            let mut picture = {
                let source = self.index.over(&self.table);
                let chosen = self.chosen();
                layout::layout(&Request { chosen: &chosen, ..self.request(&source) }, measure)
            };
            (picture.scene.title, picture.scene.description) = self.told();
            self.viewport = self.viewport.with_width(picture.geometry.plot.width);
            self.picture = picture;
            self.dirty = false;
        }
        &self.picture.scene
    }

    /// Whether the next `scene` may differ from the last.
    pub fn is_dirty(&self) -> bool {
        self.dirty
    }

    /// The height at which nothing is left out at this width, in CSS pixels; 0 where nothing is dated. Does not depend
    /// on the window, and little on the font: it is told before anything is drawn.
    pub fn preferred_height(&self, width_px: f64) -> f64 {
        let source = self.index.over(&self.table);
        let request = Request { width: width_px, height: f64::MAX, ..self.request(&source) };
        if self.lanes.is_empty() { 0.0 } else { layout::preferred_height(&request, &BundledFont).ceil() }
    }

    pub(super) fn request<'a>(&'a self, source: &'a dyn Source) -> Request<'a> {
        Request {
            source,
            lanes: &self.lanes,
            countries: &self.countries,
            names: &self.names,
            titles: &self.sections.lane_titles,
            viewport: self.viewport,
            limits: Limits::around(self.extent).interval(),
            strip: self.overview_range(),
            home: Limits::around(self.home).interval(),
            width: self.width,
            height: self.height,
            chart: self.look.chart,
            overview: true,
            all_countries: self.all_countries,
            transparent: self.look.transparent,
            theme: Theme::of(self.look.theme),
            words: self.look.language.words(),
            coding: &self.coding,
            legend: Some(self.occurs),
            within_day: self.occurs.within_day,
            emphasis: &self.emphasis,
            chosen: &[],
            open: &self.open,
        }
    }

    /// What is chosen or under the pointer.
    fn chosen(&self) -> Vec<ItemFacts<'_>> {
        let hovered = match self.emphasis.hovered {
            Some(Target::Item(row)) => Some(row),
            _ => None,
        };
        let rows = self.emphasis.selection.iter().copied().take(MOST_CHOSEN).chain(hovered);
        rows.filter_map(|row| ItemFacts::of(&self.table, row)).collect()
    }

    /// Title and description for those who do not see the picture.
    pub(super) fn told(&self) -> (String, String) {
        let words = self.look.language.words();
        let window = self.window();
        let last = Timestamp(window.end.0.saturating_sub(1)).max(window.start).date();
        let values = [
            ("n", words.number(self.shown())),
            ("of", words.number(self.lanes.len() as u64)),
            ("from", words.day(window.start.date())),
            ("to", words.day(last)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut description =
            if self.lanes.is_empty() { words.nothing.to_owned() } else { fill(words.timeline_of, &values) };
        if (self.coding.counting, self.coding.evidence) != Default::default() {
            let [_, counting] = words.counting(&self.coding);
            description.push_str(&format!(" ({counting})"));
        }
        (self.headline(), description)
    }

    /// The pointer hovers here, or nowhere: sets crosshair and highlight, returns what lies under it.
    pub fn point(&mut self, at: Option<Point>) -> Option<Target> {
        let target = at.and_then(|at| self.hit(at.x, at.y));
        self.dirty |= self.emphasis.pointer != at;
        self.emphasis.pointer = at;
        self.hover(target);
        target
    }

    /// What lies at a position of the last scene; items are found from a few pixels away.
    pub fn hit(&self, x: f64, y: f64) -> Option<Target> {
        self.hit_within(x, y, SLOP)
    }

    /// As [`Study::hit`], with items found from `slop` pixels away: more for a finger than for a mouse.
    pub fn hit_within(&self, x: f64, y: f64, slop: f64) -> Option<Target> {
        self.picture.hit(Point { x, y }, slop)
    }

    /// Where an item is drawn in the last scene; `None` where it is out of view or counted in a stack or an area.
    pub fn anchor(&self, row: u32) -> Option<Point> {
        self.picture.anchors.iter().find(|(anchored, _)| *anchored == row).map(|(_, at)| *at)
    }

    /// Where the parts of the last scene lie.
    pub fn geometry(&self) -> Geometry {
        self.picture.geometry
    }

    /// The rows of a stack, a cell, a lane or a country that `hit` gave, in order, the first 10,000; one row for an item.
    pub fn rows_of(&self, target: Target) -> Vec<u32> {
        let starting = |start, end| self.table.starting_in(Interval::new(Timestamp(start), Timestamp(end)));
        let among = match target {
            Target::Item(row) => row as usize..row as usize + 1,
            Target::Stack { start, end, .. } | Target::Cell { start, end, .. } => starting(start, end),
            Target::Lane(_) | Target::Country(_) => 0..self.table.len(),
            _ => 0..0,
        };
        let belongs = |row: &u32| match target {
            Target::Lane(section) | Target::Stack { lane: section, .. } => {
                self.table.section(*row) == section
            }
            Target::Country(code) | Target::Cell { country: code, .. } => {
                self.table.countries(*row).contains(&code)
            }
            _ => true,
        };
        self.filtered().iter_in(among).map(|row| row as u32).filter(belongs).take(MOST_ROWS).collect()
    }

    /// How many rows [`Study::rows_of`] has, also beyond the first 10,000.
    pub fn count_of(&self, target: Target) -> u64 {
        let started = |row: RowKey, start: i64, end: i64| {
            let query = BinQuery { rows: vec![row], edges: vec![start, end], longest: Length::Longer };
            self.index.over(&self.table).bins(&query).rows.iter().flat_map(|bins| &bins.starts).sum()
        };
        let count = |counts: &[i64], at: usize| counts.get(at).map_or(0, |count| *count as u64);
        match target {
            Target::Stack { lane, start, end } => started(RowKey::Lane(lane), start, end),
            Target::Cell { country, start, end } => self.rows_in_cell(country, start, end),
            Target::Lane(section) => count(&self.counts.sections, section as usize),
            Target::Country(code) => {
                let place = self.table.country_words().iter().position(|word| *word == code);
                place.map_or(0, |place| count(&self.counts.countries.codes, place))
            }
            Target::Item(_) => 1,
            _ => 0,
        }
    }

    /// Items that name a country and start in a stretch of time; not in fractions, whatever the counting.
    fn rows_in_cell(&self, country: CountryCode, start: i64, end: i64) -> u64 {
        let among = self.table.starting_in(Interval::new(Timestamp(start), Timestamp(end)));
        let rows = self.filtered().iter_in(among);
        rows.filter(|row| self.table.countries(*row as u32).contains(&country)).count() as u64
    }

    /// Whether lanes are drawn, and so stacks can be opened.
    pub fn has_lanes(&self) -> bool {
        !self.lanes.is_empty() && matches!(self.look.chart, Chart::Both | Chart::Timeline)
    }
}
