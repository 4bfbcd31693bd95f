//! The study's picture: asked of the layout when something changed, and searched by the pointer.

use super::{Chart, Study};
use crate::index::{ItemFacts, Source};
use crate::layout::{self, Geometry, Picture, Request, fill};
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

    /// The rows of a stack, a cell, a lane or a country that `hit` gave, in order; one row for an item.
    pub fn rows_of(&self, target: Target) -> Vec<u32> {
        let starts_in = |row: &u32, start: i64, end: i64| {
            let span = Interval::new(Timestamp(start), Timestamp(end));
            self.table.interval(*row).is_some_and(|time| span.contains(time.start))
        };
        let belongs = |row: &u32| match target {
            Target::Item(item) => *row == item,
            Target::Stack { lane, start, end } => {
                self.table.section(*row) == lane && starts_in(row, start, end)
            }
            Target::Lane(section) => self.table.section(*row) == section,
            Target::Country(code) => self.table.countries(*row).contains(&code),
            Target::Cell { country, start, end } => {
                self.table.countries(*row).contains(&country) && starts_in(row, start, end)
            }
            _ => false,
        };
        self.rows.iter().copied().filter(belongs).take(MOST_ROWS).collect()
    }

    /// Whether lanes are drawn, and so stacks can be opened.
    pub fn has_lanes(&self) -> bool {
        !self.lanes.is_empty() && matches!(self.look.chart, Chart::Both | Chart::Timeline)
    }
}
