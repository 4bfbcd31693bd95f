//! One exploration of one report: data, filter, camera and selection. Intents go in, a scene comes out.
//!
//! Pure: no clock, no fonts. The page (or the program) tells what the reader did, then asks for the scene and
//! paints it. A scene is built again only when something changed.

mod look;

pub use look::{Chart, ExportOptions, ExportRange, Language, Look};

use crate::extract::Extraction;
use crate::filter::{self, Filter, Summary};
use crate::layout::Geometry;
use crate::model::ItemTable;
use crate::scene::{Color, Point, Scene, Target, TextMeasure, Theme};
use crate::time::{CivilDate, Interval, Timestamp, Unit};
use crate::view::{BrushPart, Limits, Viewport};

/// One exploration of one report.
pub struct Study {
    extraction: Extraction,
    table: ItemTable,
    filter: Filter,
    rows: Vec<u32>,
    extent: Interval,
    viewport: Viewport,
    look: Look,
    width: f64,
    height: f64,
    selection: Vec<u32>,
    hovered: Option<Target>,
    scene: Scene,
    geometry: Geometry,
}

impl Study {
    /// A study of what came out of a report: everything shown, everything in view.
    pub fn new(extraction: Extraction) -> Study {
        let table = ItemTable::new(&extraction.items);
        let rows = table.rows().collect();
        let extent = extent_of(&table);
        let mut study = Study {
            extraction,
            table,
            filter: Filter::default(),
            rows,
            extent,
            viewport: Viewport::new(extent, 1.0),
            look: Look::default(),
            width: 1080.0,
            height: 840.0,
            selection: Vec::new(),
            hovered: None,
            scene: empty_scene(),
            geometry: Geometry::default(),
        };
        study.fit();
        study
    }

    /// What the study is about.
    pub fn extraction(&self) -> &Extraction {
        &self.extraction
    }

    /// The items as columns; rows everywhere are rows of this table.
    pub fn table(&self) -> &ItemTable {
        &self.table
    }

    /// What is shown.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Shows what passes this filter. The window stays.
    pub fn set_filter(&mut self, filter: Filter) {
        self.rows = filter::rows(&self.table, &filter);
        self.filter = filter;
    }

    /// The stretch of time in view.
    pub fn window(&self) -> Interval {
        self.viewport.window()
    }

    /// Brings a stretch of time into view, also beyond the data.
    pub fn set_window(&mut self, window: Interval) {
        self.viewport = Viewport::new(window, self.viewport.width());
    }

    /// Brings everything into view.
    pub fn fit(&mut self) {
        self.set_window(Limits::around(self.extent).interval());
    }

    /// From the first to the last dated item, whatever the filter; one arbitrary day where nothing is dated.
    pub fn extent(&self) -> Interval {
        self.extent
    }

    /// Gives the picture another size, in CSS pixels.
    pub fn resize(&mut self, width_px: f64, height_px: f64) {
        self.width = width_px;
        self.height = height_px;
    }

    /// The height at which nothing is left out at this width, in CSS pixels.
    pub fn preferred_height(&self, _width_px: f64) -> f64 {
        840.0
    }

    /// Moves the picture `dx` pixels to the right.
    pub fn pan_px(&mut self, dx: f64, _dy: f64) {
        let limits = Limits::around(self.extent);
        self.viewport = self.viewport.pan(dx).clamped(limits, self.viewport);
    }

    /// Zooms in (`factor` > 1) or out around a position of the picture, in pixels.
    pub fn zoom_at(&mut self, x_px: f64, factor: f64) {
        let limits = Limits::around(self.extent);
        let x = x_px - self.geometry.plot.x;
        self.viewport = self.viewport.zoom(x, factor).clamped(limits, self.viewport);
    }

    /// A pointer goes down: remembers what is dragged (a handle, the window, the ground) and tells it.
    pub fn press(&mut self, x: f64, y: f64) -> Option<Target> {
        self.hit(x, y)
    }

    /// The pressed pointer is now here: pans or brushes. Returns whether the window changed.
    pub fn drag(&mut self, _x: f64, _y: f64) -> bool {
        false
    }

    /// The pointer is up again; returns whether it had dragged (and so did not click).
    pub fn release(&mut self) -> bool {
        false
    }

    /// Moves a part of the window in the overview by `dx` pixels of the overview.
    pub fn brush(&mut self, _part: BrushPart, _dx: f64) {}

    /// The pointer hovers here, or nowhere: sets crosshair and highlight, returns what lies under it.
    pub fn point(&mut self, at: Option<Point>) -> Option<Target> {
        let target = at.and_then(|at| self.hit(at.x, at.y));
        self.hover(target);
        target
    }

    /// Lights up what belongs to a target, and dims the rest.
    pub fn hover(&mut self, target: Option<Target>) {
        self.hovered = target;
    }

    /// What is lit up.
    pub fn hovered(&self) -> Option<Target> {
        self.hovered
    }

    /// Chooses items, by row.
    pub fn select(&mut self, rows: Vec<u32>) {
        self.selection = rows;
    }

    /// The chosen items, by row.
    pub fn selection(&self) -> &[u32] {
        &self.selection
    }

    /// Opens a stack that is too tall, or closes it again. Give what `hit` gave.
    pub fn toggle_stack(&mut self, _target: Target) {}

    /// Closes what is open; returns whether anything was.
    pub fn close_stacks(&mut self) -> bool {
        false
    }

    /// Shows all countries, or only the first again.
    pub fn toggle_more_countries(&mut self) {}

    /// Whether all countries show.
    pub fn shows_all_countries(&self) -> bool {
        false
    }

    /// How the picture looks.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// Makes the picture look otherwise.
    pub fn set_look(&mut self, look: Look) {
        self.look = look;
    }

    /// The picture; built again only when something changed since.
    pub fn scene(&mut self, _measure: &dyn TextMeasure) -> &Scene {
        self.scene.width = self.width;
        self.scene.height = self.height;
        &self.scene
    }

    /// Whether the next `scene` differs from the last.
    pub fn is_dirty(&self) -> bool {
        true
    }

    /// What lies at a position of the last scene; items are found from a few pixels away.
    pub fn hit(&self, _x: f64, _y: f64) -> Option<Target> {
        None
    }

    /// Where an item is drawn in the last scene.
    pub fn anchor(&self, _row: u32) -> Option<Point> {
        None
    }

    /// Where the parts of the last scene lie.
    pub fn geometry(&self) -> Geometry {
        self.geometry
    }

    /// The rows of a stack or a cell that `hit` gave; one row for an item.
    pub fn rows_of(&self, _target: Target) -> Vec<u32> {
        Vec::new()
    }

    /// Rows that pass the filter and lie in the window, in the order (start, id), undated last.
    pub fn items(&self, offset: usize, limit: usize) -> Vec<u32> {
        let window = self.window();
        let shown = |row: &&u32| filter::is_shown(self.table.interval(**row), Some(window), true);
        self.rows.iter().filter(shown).skip(offset).take(limit).copied().collect()
    }

    /// Counts under the filter.
    pub fn summary(&self) -> Summary {
        filter::summarise(&self.table, &self.extraction.report.sections, &self.rows, self.window())
    }

    /// A section's title as shown: capitals only where they are meant.
    pub fn section_title(&self, section: u32) -> &str {
        self.extraction.report.sections.get(section as usize).map_or("", |section| section.title.as_str())
    }

    /// A section's colour in the picture.
    pub fn section_color(&self, section: u32) -> Color {
        Theme::of(self.look.theme).section(section as usize)
    }

    /// The picture, laid out again for a document: title, subtitle, legend, axis, footer.
    pub fn export_scene(&self, options: &ExportOptions, _measure: &dyn TextMeasure) -> Scene {
        Scene { width: options.width, height: options.height, ..empty_scene() }
    }
}

fn empty_scene() -> Scene {
    Scene {
        width: 0.0,
        height: 0.0,
        background: None,
        marks: Vec::new(),
        title: String::new(),
        description: String::new(),
    }
}

fn extent_of(table: &ItemTable) -> Interval {
    let intervals = (0..table.dated()).filter_map(|row| table.interval(row));
    let day = || Interval::of(Unit::Day, Timestamp(0).date());
    intervals.reduce(Interval::union).unwrap_or_else(|| {
        CivilDate::parse_iso("2000-01-01").map_or_else(day, |date| Interval::of(Unit::Day, date))
    })
}
