//! Files: the picture laid out again for the size asked for, and the data.

use crate::engine::Engine;
use crate::frame::draw_scene;
use crate::given;
use crate::js::{give, refuse};
use crate::pen::Pen;
use dateline_core::model::Item;
use dateline_core::scene::BundledFont;
use dateline_wire::{DocumentJson, Resolved, csv_lines, csv_text};
use std::borrow::Cow;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn resolved(options: JsValue) -> Result<Resolved, JsValue> {
    given::export(options)?.resolve().map_err(|failure| refuse(&failure))
}

#[wasm_bindgen]
impl Engine {
    /// The picture as SVG.
    ///
    /// # Errors
    ///
    /// `bad-option` and `bad-size`, as the options are resolved.
    #[wasm_bindgen(js_name = exportSvg)]
    pub fn export_svg(&self, options: JsValue) -> Result<String, JsValue> {
        let scene = self.study.export_scene(&resolved(options)?.options, &BundledFont);
        Ok(dateline_paint::svg(&scene))
    }

    /// Width and height of the PNG in pixels.
    ///
    /// # Errors
    ///
    /// As `export_svg`.
    #[wasm_bindgen(js_name = exportSize)]
    pub fn export_size(&self, options: JsValue) -> Result<JsValue, JsValue> {
        give(&resolved(options)?.pixels())
    }

    /// Draws the picture on a canvas of that size, in the CSS font family `family`: the bundled font.
    ///
    /// # Errors
    ///
    /// As `export_svg`.
    #[wasm_bindgen(js_name = exportDraw)]
    pub fn export_draw(&self, pen: &Pen, options: JsValue, family: &str) -> Result<(), JsValue> {
        let resolved = resolved(options)?;
        let scene = self.study.export_scene(&resolved.options, &BundledFont);
        draw_scene(&scene, pen, family, resolved.scale);
        Ok(())
    }

    /// Items as lines of CSV, `limit` from the `offset`th on: of those that are shown, or with `all` of every one. The
    /// first lines come with the header.
    #[wasm_bindgen(js_name = exportCsv)]
    pub fn export_csv(&self, all: bool, offset: usize, limit: usize) -> String {
        let chosen = self.exported(all, offset, limit);
        let chosen = chosen.iter().map(AsRef::as_ref);
        let report = &self.study.extraction().report;
        if offset == 0 {
            csv_text(chosen, report, self.provenance())
        } else {
            csv_lines(chosen, report, self.provenance()).collect()
        }
    }

    /// The document as data, to be written as JSON, with `limit` items from the `offset`th on: of those that are shown,
    /// or with `all` of every one.
    #[wasm_bindgen(js_name = exportDocument)]
    pub fn export_document(&self, all: bool, offset: usize, limit: usize) -> Result<JsValue, JsValue> {
        let chosen = self.exported(all, offset, limit);
        let report = &self.study.extraction().report;
        give(&DocumentJson::new(
            self.provenance(),
            report,
            chosen.iter().map(AsRef::as_ref),
            self.study.diagnostics(),
            self.study.coding(),
        ))
    }
}

impl Engine {
    fn exported(&self, all: bool, offset: usize, limit: usize) -> Vec<Cow<'_, Item>> {
        let rows = if all { self.study.all_items(offset, limit) } else { self.study.items(offset, limit) };
        self.items_at(&rows)
    }
}
