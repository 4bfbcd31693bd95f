//! The engine: one report and its exploration, as JavaScript holds it.
//!
//! Loading and reading are here; what the reader does is in `intents`, drawing in `frame`, files in `export`.

use crate::given;
use crate::js::{give, refuse};
use crate::list::NewestFirst;
use crate::measure::ScreenMeasure;
use crate::neighbour::neighbour;
use crate::pen::Pen;
#[cfg(feature = "reports")]
use crate::reading::{Read, Reading};
use dateline_core::countries;
#[cfg(feature = "reports")]
use dateline_core::countries::Gazetteer;
use dateline_core::model::{CountryCode, Item};
use dateline_core::scene::Target;
use dateline_core::study::Study;
use dateline_wire::{ItemJson, Provenance, SummaryJson, diagnostics, items, report_json};
use serde::Serialize;
use std::borrow::Cow;
#[cfg(feature = "reports")]
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// One report and its picture.
#[wasm_bindgen]
pub struct Engine {
    pub(crate) study: Study,
    /// The names of countries that were learnt.
    #[cfg(feature = "reports")]
    pub(crate) gazetteer: Arc<Gazetteer>,
    pub(crate) text: String,
    pub(crate) name: String,
    pub(crate) size: (f64, f64),
    pub(crate) measure: ScreenMeasure,
    pub(crate) list: NewestFirst,
    pub(crate) clicked: Option<Target>,
}

/// A section as the page shows it beside the picture.
#[derive(Serialize)]
struct LegendJson<'a> {
    id: u32,
    title: &'a str,
    inferred: bool,
    color: String,
}

/// A part of the list.
#[derive(Serialize)]
struct PageJson<'a> {
    axis: &'static str,
    offset: usize,
    total: usize,
    dated: usize,
    items: Vec<ItemJson<'a>>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without a report. Texts are measured by `measure`, a pen that nothing is drawn with, in the CSS font
    /// family `family`.
    #[wasm_bindgen(constructor)]
    pub fn new(measure: Pen, family: String) -> Engine {
        Engine {
            #[cfg(feature = "reports")]
            gazetteer: Arc::new(Gazetteer::empty()),
            study: Study::empty(),
            text: String::new(),
            name: String::new(),
            size: (0.0, 0.0),
            measure: ScreenMeasure::new(measure, family),
            list: NewestFirst::default(),
            clicked: None,
        }
    }

    /// The report's own facts.
    pub fn report(&self) -> Result<JsValue, JsValue> {
        give(&report_json(&self.study.extraction().report))
    }

    /// What the extraction has to say about the text.
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        give(&diagnostics(&self.study.extraction().diagnostics))
    }

    /// What there is to say about corrections whose items are not there.
    pub fn unmatched(&self) -> Result<JsValue, JsValue> {
        give(&diagnostics(self.study.unmatched()))
    }

    /// All countries that an item can be about, as pairs of code and English name, by code.
    pub fn countries(&self) -> Result<JsValue, JsValue> {
        let codes: Vec<CountryCode> = countries::all().collect();
        give(&codes.iter().map(|code| (code.as_str(), countries::name(*code))).collect::<Vec<_>>())
    }

    /// The counts under the filter.
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        give(&SummaryJson::new(&self.study.summary(), self.study.coding()))
    }

    /// The counts under another filter, as a menu shows them before it is chosen.
    ///
    /// # Errors
    ///
    /// As `filter`.
    pub fn counts(&self, filter: JsValue) -> Result<JsValue, JsValue> {
        let filter = given::filter(filter)?.to_core().map_err(|failure| refuse(&failure))?;
        let summary = self.study.summary_under(filter);
        give(&SummaryJson::new(&summary, self.study.coding()))
    }

    /// The sections with their colours in the picture.
    pub fn legend(&self) -> Result<JsValue, JsValue> {
        let sections = &self.study.extraction().report.sections;
        let entry = |(id, inferred): (u32, bool)| {
            let color = self.study.section_color(id);
            let color = format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
            LegendJson { id, title: self.study.section_title(id), inferred, color }
        };
        let ids = (0..).zip(sections.iter().map(|section| section.inferred));
        give(&ids.map(entry).collect::<Vec<_>>())
    }

    /// Items that pass the filter, in view or not, in the order start, id; undated last.
    pub fn items(&self, offset: usize, limit: usize) -> Result<JsValue, JsValue> {
        let chosen = self.items_at(&self.study.filtered_items(offset, limit));
        give(&items(chosen.iter().map(AsRef::as_ref), self.provenance()))
    }

    /// A part of the list: newest first, undated last.
    pub fn page(&mut self, offset: usize, limit: usize) -> Result<JsValue, JsValue> {
        let list = self.list.of(&self.study);
        let (total, dated, rows) = (list.len(), list.dated(), list.page(offset, limit));
        let items = self.items_at(&rows);
        let items = items.iter().map(|item| ItemJson::brief(item, self.provenance())).collect();
        let axis = self.study.axis().name();
        give(&PageJson { axis, offset, total, dated, items })
    }

    /// Where an item stands in the list; `undefined` where it is not shown.
    pub fn position(&mut self, id: &str) -> Option<usize> {
        let row = self.study.table().row_of(id)?;
        self.list.of(&self.study).position(row)
    }

    /// The item that lies `previous`, `next`, `above`, `below`, `first` or `last` from another, or from nowhere.
    pub fn neighbour(&self, id: Option<String>, direction: &str) -> Result<JsValue, JsValue> {
        let from = id.and_then(|id| self.study.table().row_of(&id));
        self.give_brief(neighbour(&self.study, from, direction))
    }

    /// One item by its id, shown or not; null where there is none.
    pub fn item(&self, id: &str) -> Result<JsValue, JsValue> {
        self.give_brief(self.study.table().row_of(id))
    }
}

#[cfg(feature = "reports")]
#[wasm_bindgen]
impl Engine {
    /// Learns the names of countries, of the table first and then of packs: reports that are read from now on are coded by
    /// them. Gives whether that could be done, which it cannot while a report is being read.
    pub fn learn(&mut self, names: &str) -> bool {
        Arc::get_mut(&mut self.gazetteer).map(|gazetteer| gazetteer.add(names)).is_some()
    }

    /// Forgets all names of countries: they are learnt from the table on, for reports that are read from now on.
    pub fn forget(&mut self) {
        self.gazetteer = Arc::new(Gazetteer::empty());
    }

    /// Shows a report that was read, in place of the one that is there: everything shown, everything in view. Size and
    /// look stay. One that is not read to its end is no report yet, and changes nothing.
    pub fn show(&mut self, reading: Reading) {
        if let Some(Read { text, name, study }) = reading.into_read() {
            self.become_study(study, text, name);
        }
    }
}

impl Engine {
    /// Shows another study in place of the one that is there. Size and look stay.
    pub(crate) fn become_study(&mut self, mut study: Study, text: String, name: String) {
        study.set_look(*self.study.look());
        study.name_countries(self.study.country_names().to_vec());
        study.resize(self.size.0, self.size.1);
        self.study = study;
        self.text = text;
        self.name = name;
        self.list.clear();
    }

    /// The items of rows.
    pub(crate) fn items_at(&self, rows: &[u32]) -> Vec<Cow<'_, Item>> {
        rows.iter().filter_map(|row| self.study.item(*row)).collect()
    }

    /// The item of a row as the page shows it.
    fn give_brief(&self, row: Option<u32>) -> Result<JsValue, JsValue> {
        let item = row.and_then(|row| self.study.item(row));
        give(&item.as_ref().map(|item| ItemJson::brief(item, self.provenance())))
    }

    /// The document that spans refer to.
    pub(crate) fn provenance(&self) -> Provenance<'_> {
        Provenance { name: &self.name, text: &self.text }
    }
}
