//! One exploration of one report: data, filter, camera and selection. Intents go in, a scene comes out.
//!
//! Pure: no clock, no fonts. The page (or the program) tells what the reader did, then asks for the scene and
//! paints it. A scene is built again only when something changed.

mod axis;
mod coding;
mod data;
mod export;
mod filtering;
mod gesture;
mod look;
mod page;
mod picture;
mod rows;

pub use crate::layout::{Chart, Language};
pub use look::{ExportOptions, ExportRange, Look};

use crate::extract::Extraction;
use crate::filter::{self, Counts, Crossfilter, Filter, Summary};
use crate::index::{BinQuery, Bins, Length, MemoryIndex, RowKey, Source};
use crate::layout::{CountryFacts, Emphasis, LaneFacts, Occurs, Picture};
use crate::model::{Axis, Coding, CountryCode, CountryMention, Diagnostic, GivenCountries, ItemTable};
use crate::order::sort_by;
use crate::scene::{Color, Target, Theme};
use crate::time::{CivilDate, Interval, Timestamp, Unit};
use crate::view::{self, Limits, Viewport};
use dateline_scan::Bits;
use filtering::Searching;
use gesture::Gesture;
use rows::Sections;

/// The size of a picture before it is told one.
const USUAL_WIDTH: f64 = 1080.0;
const USUAL_HEIGHT: f64 = 840.0;

/// One exploration of one report.
pub struct Study {
    extraction: Extraction,
    coding: Coding,
    /// The mentions of each item as they were found; kept from the first other coding on.
    found: Option<Vec<Vec<CountryMention>>>,
    /// The countries of a table without items, as the data gave them; kept from the first correction on.
    given: Option<GivenCountries>,
    /// Corrections whose items are not there.
    unmatched: Vec<Diagnostic>,
    axis: Axis,
    table: ItemTable,
    sections: Sections,
    occurs: Occurs,
    extent: Interval,
    home: Interval,
    crossfilter: Crossfilter,
    /// A search that is not at its end yet.
    searching: Option<Searching>,
    index: MemoryIndex,
    /// Counts of the rows that pass, and of all.
    counts: Counts,
    whole: Counts,
    lanes: Vec<LaneFacts>,
    countries: Vec<CountryFacts>,
    /// What countries are called in the reader's language, by code.
    names: Vec<(CountryCode, String)>,
    viewport: Viewport,
    look: Look,
    width: f64,
    height: f64,
    emphasis: Emphasis,
    open: Vec<Target>,
    all_countries: bool,
    gesture: Option<Gesture>,
    picture: Picture,
    dirty: bool,
}

impl Study {
    /// A study of what came out of a report: everything shown, and in view but for a few items that lie far off.
    pub fn new(extraction: Extraction) -> Study {
        let table = ItemTable::new(&extraction.items);
        let sections = Sections::read(&extraction, &table);
        Study::over(extraction, table, sections)
    }

    fn over(extraction: Extraction, table: ItemTable, sections: Sections) -> Study {
        let (extent, home) = extents(&table);
        let mut study = Study {
            coding: Coding::default(),
            found: None,
            given: None,
            unmatched: Vec::new(),
            axis: Axis::default(),
            occurs: rows::occurs(&table),
            sections,
            extent,
            home,
            crossfilter: Crossfilter::default(),
            searching: None,
            index: MemoryIndex::default(),
            counts: Counts::default(),
            whole: Counts::default(),
            lanes: Vec::new(),
            countries: Vec::new(),
            names: Vec::new(),
            viewport: Viewport::new(Limits::around(home).interval(), USUAL_WIDTH),
            look: Look::default(),
            width: USUAL_WIDTH,
            height: USUAL_HEIGHT,
            emphasis: Emphasis::default(),
            open: Vec::new(),
            all_countries: false,
            gesture: None,
            picture: picture::empty(),
            dirty: true,
            extraction,
            table,
        };
        study.count_anew();
        study
    }

    /// Builds the index of a table that is another one now, and applies the filter to it.
    fn count_anew(&mut self) {
        let filter = self.filter().clone();
        let sections = self.extraction.report.sections.len();
        self.index = MemoryIndex::new(&self.table, sections, self.coding.counting);
        self.whole = Counts::of(&self.table, sections, self.index.passing());
        self.counts = self.whole.clone();
        self.crossfilter = Crossfilter::default();
        self.set_filter(filter);
    }

    /// What the study is about.
    pub fn extraction(&self) -> &Extraction {
        &self.extraction
    }

    /// The items as columns; rows everywhere are rows of this table.
    pub fn table(&self) -> &ItemTable {
        &self.table
    }

    /// Bytes that the index of the table takes.
    pub fn index_bytes(&self) -> usize {
        self.index.bytes()
    }

    /// What is shown.
    pub fn filter(&self) -> &Filter {
        self.crossfilter.filter()
    }

    /// The stretch of time in view.
    pub fn window(&self) -> Interval {
        self.viewport.window()
    }

    /// Brings a stretch of time into view, also beyond the data.
    pub fn set_window(&mut self, window: Interval) {
        self.viewport = Viewport::new(window, self.viewport.width());
        self.settle();
    }

    /// Whether a stretch of the data, with its margin, is what is in view.
    fn shows(&self, data: Interval) -> bool {
        self.window() == Limits::around(data).interval()
    }

    /// Brings the items into view as at first: all of them, but for a few that lie far off. Where that is in view
    /// already, brings those too.
    pub fn fit(&mut self) {
        let home = Limits::around(self.home).interval();
        let all = Limits::around(self.extent).interval();
        self.set_window(if self.window() == home { all } else { home });
    }

    /// From the first to the last dated item, whatever the filter; one arbitrary day where nothing is dated.
    pub fn extent(&self) -> Interval {
        self.extent
    }

    /// How far the camera goes by panning and zooming: the extent with a little margin.
    pub fn limits(&self) -> Interval {
        Limits::around(self.extent).interval()
    }

    /// Gives the picture another size, in CSS pixels.
    pub fn resize(&mut self, width_px: f64, height_px: f64) {
        self.width = if width_px.is_finite() { width_px.max(0.0) } else { 0.0 };
        self.height = if height_px.is_finite() { height_px.max(0.0) } else { 0.0 };
        self.dirty = true;
    }

    /// Moves the picture `dx` pixels to the right. Rows keep their order until [`Study::settle`].
    pub fn pan_px(&mut self, dx: f64, _dy: f64) {
        let limits = Limits::around(self.extent);
        self.move_to(self.viewport.pan(dx).clamped(limits, self.viewport));
    }

    /// Zooms in (`factor` > 1) or out around a position of the picture, in pixels. Rows keep their order until
    /// [`Study::settle`].
    pub fn zoom_at(&mut self, x_px: f64, factor: f64) {
        let limits = Limits::around(self.extent);
        let x = x_px - self.geometry().plot.x;
        self.move_to(self.viewport.zoom(x, factor).clamped(limits, self.viewport));
    }

    fn move_to(&mut self, viewport: Viewport) -> bool {
        let moved = viewport.window() != self.viewport.window();
        self.viewport = viewport;
        self.dirty |= moved;
        moved
    }

    /// Orders the country rows by what is in view now. Panning, zooming and brushing leave the order alone, so that
    /// rows do not jump under the pointer: call this when they have come to rest.
    pub fn settle(&mut self) {
        self.countries = rows::ranked_countries(&self.table, &self.index, self.window());
        self.dirty = true;
    }

    /// Lights up what belongs to a target, and dims the rest.
    pub fn hover(&mut self, target: Option<Target>) {
        self.dirty |= self.emphasis.hovered != target;
        self.emphasis.hovered = target;
    }

    /// What is lit up.
    pub fn hovered(&self) -> Option<Target> {
        self.emphasis.hovered
    }

    /// Chooses items, by row.
    pub fn select(&mut self, rows: Vec<u32>) {
        self.dirty |= self.emphasis.selection != rows;
        self.emphasis.selection = rows;
    }

    /// The chosen items, by row.
    pub fn selection(&self) -> &[u32] {
        &self.emphasis.selection
    }

    /// Opens a stack that is too tall, or closes it again. Give what `hit` gave.
    pub fn toggle_stack(&mut self, target: Target) {
        let known = self.open.len();
        self.open.retain(|open| *open != target);
        if self.open.len() == known && matches!(target, Target::Stack { .. }) {
            self.open.push(target);
        }
        self.dirty = true;
    }

    /// Closes what is open; returns whether anything was.
    pub fn close_stacks(&mut self) -> bool {
        let any = !self.open.is_empty();
        self.open.clear();
        self.dirty |= any;
        any
    }

    /// Shows all countries, or only the first again. The picture may then want another height.
    pub fn toggle_more_countries(&mut self) {
        self.all_countries = !self.all_countries;
        self.dirty = true;
    }

    /// Whether all countries are asked for.
    pub fn shows_all_countries(&self) -> bool {
        self.all_countries
    }

    /// How the picture looks.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// Calls countries by these names in the picture, and the rest by ours.
    pub fn name_countries(&mut self, mut names: Vec<(CountryCode, String)>) {
        sort_by(&mut names, |a, b| a.0.cmp(&b.0));
        self.dirty |= self.names != names;
        self.names = names;
    }

    /// What [`Study::name_countries`] was told.
    pub fn country_names(&self) -> &[(CountryCode, String)] {
        &self.names
    }

    /// Makes the picture look otherwise.
    pub fn set_look(&mut self, look: Look) {
        self.dirty |= self.look != look;
        self.look = look;
    }

    /// Rows that pass the filter and lie in the window, in the order (start, id), undated last.
    pub fn items(&self, offset: usize, limit: usize) -> Vec<u32> {
        page::page(&self.table, &self.shown_rows(), offset, limit)
    }

    /// The same rows as a set.
    pub fn shown_rows(&self) -> Bits {
        self.index.touching(&self.table, self.window(), true)
    }

    /// All rows that pass the filter, in the window or not.
    pub fn filtered(&self) -> &Bits {
        self.index.passing()
    }

    /// The same in the order (start, id), undated last.
    pub fn filtered_items(&self, offset: usize, limit: usize) -> Vec<u32> {
        page::page(&self.table, self.filtered(), offset, limit)
    }

    /// All rows, whatever the filter, in the same order.
    pub fn all_items(&self, offset: usize, limit: usize) -> Vec<u32> {
        page::page(&self.table, &Bits::all(self.table.len()), offset, limit)
    }

    /// How many items [`Study::items`] has: cheap enough for every frame.
    pub fn shown(&self) -> u64 {
        let window = self.window();
        let query = BinQuery {
            rows: vec![RowKey::All],
            edges: vec![window.start.0, window.end.0],
            longest: Length::Longer,
        };
        let dated = self.index.over(&self.table).bins(&query).rows.first().map_or(0, Bins::total);
        let undated = self.filtered().count_in(self.table.dated() as usize..self.table.len());
        dated + undated as u64
    }

    /// Counts under the filter.
    pub fn summary(&self) -> Summary {
        self.summed(&self.counts, self.filtered())
    }

    /// Counts under another filter.
    pub fn summary_under(&self, filter: Filter) -> Summary {
        let passing = self.crossed(filter).passing(&self.table);
        let counts = self.counts.moved(&self.table, &self.whole, self.filtered(), &passing);
        self.summed(&counts, &passing)
    }

    fn summed(&self, counts: &Counts, passing: &Bits) -> Summary {
        let (sections, window) = (&self.extraction.report.sections, self.window());
        filter::summarise(&self.table, sections, &self.index, counts, passing, window, self.coding.counting)
    }

    /// A section's title as shown: capitals only where they are meant.
    pub fn section_title(&self, section: u32) -> &str {
        self.sections.titles.get(section as usize).map_or("", String::as_str)
    }

    /// A section's colour in the picture.
    pub fn section_color(&self, section: u32) -> Color {
        let hue = self.sections.hues.get(section as usize).copied().unwrap_or(0);
        Theme::of(self.look.theme).section(hue)
    }
}

/// From the first to the last dated item, and what of it comes into view at first.
fn extents(table: &ItemTable) -> (Interval, Interval) {
    let fallback =
        || Interval::of(Unit::Day, CivilDate::new(2000, 1, 1).unwrap_or_else(|| Timestamp(0).date()));
    let extent = table.extent().unwrap_or_else(fallback);
    (extent, view::home(table).unwrap_or(extent))
}
