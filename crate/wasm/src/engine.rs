//! The engine: one report and its exploration, as JavaScript holds it.
//!
//! Loading and reading are here; what the reader does is in `intents`, drawing in `frame`, files in `export`.

use crate::context::Context2d;
use crate::js::{give, refuse, take};
use crate::list::NewestFirst;
use crate::measure::ScreenMeasure;
use dateline_core::model::Item;
use dateline_core::scene::Target;
use dateline_core::study::{Look, Study};
use dateline_core::time::CivilDate;
use dateline_core::{Options, extract};
use dateline_wire::{Failure, ItemJson, Provenance, SummaryJson, diagnostics, items, report_json};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// One report and its picture.
#[wasm_bindgen]
pub struct Engine {
    pub(crate) study: Study,
    pub(crate) text: String,
    pub(crate) name: String,
    pub(crate) size: (f64, f64),
    pub(crate) measure: ScreenMeasure,
    pub(crate) list: NewestFirst,
    pub(crate) clicked: Option<Target>,
}

/// What the page knows better than the text.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct LoadJson {
    name: String,
    reference_date: Option<String>,
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
    offset: usize,
    total: usize,
    dated: usize,
    items: Vec<ItemJson<'a>>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without a report. Texts are measured by `measure`, a context that nothing is drawn on, in the CSS
    /// font family `family`.
    #[wasm_bindgen(constructor)]
    pub fn new(measure: Context2d, family: String) -> Engine {
        Engine {
            study: Study::new(extract("", &Options::default())),
            text: String::new(),
            name: String::new(),
            size: (0.0, 0.0),
            measure: ScreenMeasure::new(measure, family),
            list: NewestFirst::default(),
            clicked: None,
        }
    }

    /// Reads a report in place of the one that is there: everything shown, everything in view. Size and look stay.
    ///
    /// # Errors
    ///
    /// `bad-date` where the reference date is none; the old report stays.
    pub fn load(&mut self, text: String, options: JsValue) -> Result<(), JsValue> {
        let LoadJson { name, reference_date } = take(options)?;
        let reference_date = reference_date.as_deref().filter(|date| !date.is_empty()).map(civil).transpose();
        let reference_date = reference_date.map_err(|failure| refuse(&failure))?;
        let look: Look = *self.study.look();
        self.study = Study::new(extract(&text, &Options { name: name.clone(), reference_date }));
        self.study.set_look(look);
        self.study.resize(self.size.0, self.size.1);
        self.text = text;
        self.name = name;
        self.list.clear();
        Ok(())
    }

    /// The report's own facts.
    pub fn report(&self) -> Result<JsValue, JsValue> {
        give(&report_json(&self.study.extraction().report))
    }

    /// What the extraction has to say about the text.
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        give(&diagnostics(&self.study.extraction().diagnostics))
    }

    /// The counts under the filter.
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        give(&SummaryJson::from(&self.study.summary()))
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

    /// Items that are shown, in the order start, id; undated last.
    pub fn items(&self, offset: usize, limit: usize) -> Result<JsValue, JsValue> {
        let rows = self.study.items(offset, limit);
        give(&items(rows.iter().filter_map(|row| self.item_at(*row)), self.provenance()))
    }

    /// A part of the list: newest first, undated last.
    pub fn page(&mut self, offset: usize, limit: usize) -> Result<JsValue, JsValue> {
        let rows = self.list.rows(&self.study);
        let total = rows.len();
        let part: Vec<u32> = rows.iter().skip(offset).take(limit).copied().collect();
        let items = items(part.iter().filter_map(|row| self.item_at(*row)), self.provenance());
        give(&PageJson { offset, total, dated: self.list.dated(), items })
    }

    /// Where an item stands in the list; `undefined` where it is not shown.
    pub fn position(&mut self, id: &str) -> Option<usize> {
        let row = self.study.table().row_of(id)?;
        self.list.rows(&self.study).iter().position(|shown| *shown == row)
    }

    /// One item by its id, shown or not; null where there is none.
    pub fn item(&self, id: &str) -> Result<JsValue, JsValue> {
        let item = self.study.table().row_of(id).and_then(|row| self.item_at(row));
        give(&item.map(|item| ItemJson::new(item, self.provenance())))
    }
}

impl Engine {
    /// The item of a row.
    pub(crate) fn item_at(&self, row: u32) -> Option<&Item> {
        let source = self.study.table().source(row)?;
        self.study.extraction().items.get(source)
    }

    /// The document that spans refer to.
    pub(crate) fn provenance(&self) -> Provenance<'_> {
        Provenance { name: &self.name, text: &self.text }
    }
}

fn civil(date: &str) -> Result<CivilDate, Failure> {
    CivilDate::parse_iso(date.trim()).ok_or_else(|| {
        let shown: String = date.chars().take(40).collect();
        let message = format!("`{shown}` is not a date.");
        Failure::new("bad-date", message, "Write the reference date as 2021-01-14.")
    })
}
