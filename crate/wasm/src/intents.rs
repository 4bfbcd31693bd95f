//! What the reader did, one method for each: positions in CSS pixels of the picture.

use crate::engine::Engine;
use crate::given;
use crate::js::refuse;
use dateline_core::model::Axis;
use dateline_core::scene::{Point, Target};
use dateline_core::time::{Interval, Timestamp};
use dateline_core::view::BrushPart;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Engine {
    /// Gives the picture a width, and the height at which nothing is left out; gives that height. The canvas has both
    /// times the device's pixel ratio.
    pub fn fill(&mut self, width: f64) -> f64 {
        let height = self.study.preferred_height(width).ceil();
        if self.size != (width, height) {
            self.size = (width, height);
            self.study.resize(width, height);
        }
        height
    }

    /// Makes the picture look otherwise: `theme`, `chart`, `lang`, `transparent`, and `names` of countries.
    pub fn look(&mut self, look: JsValue) -> Result<(), JsValue> {
        let look = given::look(look)?;
        self.study.set_look(look.look());
        self.study.name_countries(look.names());
        Ok(())
    }

    /// Shows what passes a filter, unless texts have to be searched for it: gives false then, and `search` does the rest.
    ///
    /// # Errors
    ///
    /// As `Filter::to_core`; the old filter stays.
    pub fn filter(&mut self, filter: JsValue) -> Result<bool, JsValue> {
        let filter = given::filter(filter)?.to_core().map_err(|failure| refuse(&failure))?;
        self.list.clear();
        Ok(self.study.begin_filter(filter))
    }

    /// Searches about so many bytes more of the texts, with `show` to show what was found so far; gives whether that was
    /// the end, and the filter is in effect.
    pub fn search(&mut self, bytes: usize, show: bool) -> bool {
        self.list.clear();
        self.study.search(bytes, show)
    }

    /// Codes and counts the items otherwise: `evidence`, `counting`, `corrections`. Filter and selection stay.
    ///
    /// # Errors
    ///
    /// As `CodingJson::to_core`; the old coding stays.
    pub fn coding(&mut self, coding: JsValue) -> Result<(), JsValue> {
        let coding = given::coding(coding)?.to_core().map_err(|failure| refuse(&failure))?;
        self.study.set_coding(coding);
        self.list.clear();
        Ok(())
    }

    /// Places the items by their `published` or `mentioned` date; what is not known is the first. Filter and selection
    /// stay.
    pub fn axis(&mut self, axis: &str) {
        self.study.set_axis(Axis::of(axis).unwrap_or_default());
        self.list.clear();
    }

    /// Brings a stretch of time into view; instants in ms UTC.
    pub fn window(&mut self, start: f64, end: f64) {
        let window = Interval::new(Timestamp(start.round() as i64), Timestamp(end.round() as i64));
        self.study.set_window(window);
        self.list.clear();
    }

    /// Brings the items into view: all but a few that lie far off, or with `all` every one.
    pub fn fit(&mut self, all: bool) {
        if all {
            self.study.set_window(self.study.limits());
        } else {
            self.study.fit();
        }
        self.list.clear();
    }

    /// The picture has come to rest: country rows are ordered by what is in view now.
    pub fn settle(&mut self) {
        self.study.settle();
    }

    /// Moves the picture.
    pub fn pan(&mut self, dx: f64, dy: f64) {
        self.study.pan_px(dx, dy);
        self.list.clear();
    }

    /// Zooms in (`factor` > 1) or out around a position.
    pub fn zoom(&mut self, x: f64, factor: f64) {
        self.study.zoom_at(x, factor);
        self.list.clear();
    }

    /// A pointer goes down.
    pub fn press(&mut self, x: f64, y: f64) {
        self.study.press(x, y);
    }

    /// The pressed pointer moves.
    pub fn drag(&mut self, x: f64, y: f64) {
        if self.study.drag(x, y) {
            self.list.clear();
        }
    }

    /// The pressed pointer goes up. A click on a stack or on "more countries" opens it; what was clicked is told with
    /// the next frame. Items are found from `slop` pixels away, more for a finger than for a mouse.
    pub fn release(&mut self, x: f64, y: f64, slop: f64) {
        let clicked = self.study.hit_within(x, y, slop);
        self.clicked = if self.study.release() { None } else { clicked };
        self.list.clear();
        match self.clicked {
            Some(stack @ Target::Stack { .. }) => self.study.toggle_stack(stack),
            Some(Target::MoreCountries) => self.study.toggle_more_countries(),
            _ => {}
        }
    }

    /// Moves a handle of the overview, `start`, `end` or `whole`, by pixels of the overview.
    pub fn brush(&mut self, part: &str, dx: f64) {
        let part = match part {
            "start" => BrushPart::Start,
            "end" => BrushPart::End,
            _ => BrushPart::Whole,
        };
        self.study.brush(part, dx);
        self.list.clear();
    }

    /// The pointer hovers here.
    pub fn point(&mut self, x: f64, y: f64) {
        self.study.point(Some(Point { x, y }));
    }

    /// The pointer hovers nowhere.
    pub fn leave(&mut self) {
        self.study.point(None);
    }

    /// Lights up one item, as its entry in the list is hovered.
    pub fn hover(&mut self, id: &str) {
        let row = self.study.table().row_of(id);
        self.study.hover(row.map(Target::Item));
    }

    /// Chooses items by id; unknown ones are left out.
    pub fn select(&mut self, ids: Vec<String>) {
        let rows = ids.iter().filter_map(|id| self.study.table().row_of(id)).collect();
        self.study.select(rows);
    }

    /// Closes all stacks that were opened.
    #[wasm_bindgen(js_name = closeStacks)]
    pub fn close_stacks(&mut self) {
        self.study.close_stacks();
    }
}
