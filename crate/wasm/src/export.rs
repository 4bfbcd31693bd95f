//! Files: the picture laid out again for the size asked for, and the data.

use crate::context::Context2d;
use crate::engine::Engine;
use crate::frame::draw_scene;
use crate::js::{give, refuse, take};
use dateline_core::model::Item;
use dateline_core::scene::BundledFont;
use dateline_wire::{DocumentJson, Export, Failure, Resolved, csv_text, diagnostics, items, report_json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn resolved(options: JsValue) -> Result<Resolved, JsValue> {
    take::<Export>(options)?.resolve().map_err(|failure| refuse(&failure))
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
    pub fn export_draw(&self, context: &Context2d, options: JsValue, family: &str) -> Result<(), JsValue> {
        let resolved = resolved(options)?;
        let scene = self.study.export_scene(&resolved.options, &BundledFont);
        draw_scene(&scene, context, family, resolved.scale);
        Ok(())
    }

    /// The items as `csv` or `json`: those that are shown, or with `all` every one.
    ///
    /// # Errors
    ///
    /// `bad-option` for another format.
    #[wasm_bindgen(js_name = exportData)]
    pub fn export_data(&self, format: &str, all: bool) -> Result<String, JsValue> {
        let rows: Vec<u32> =
            if all { self.study.table().rows().collect() } else { self.study.items(0, usize::MAX) };
        let chosen = rows.iter().filter_map(|row| self.item_at(*row));
        match format {
            "csv" => self.csv(chosen).map_err(|failure| refuse(&failure)),
            "json" => self.json(chosen).map_err(|failure| refuse(&failure)),
            _ => Err(refuse(&Failure::new(
                "bad-option",
                format!("`{}` is not a choice of `format`.", format.chars().take(40).collect::<String>()),
                "Write one of: csv, json.",
            ))),
        }
    }
}

impl Engine {
    fn csv<'a>(&'a self, chosen: impl Iterator<Item = &'a Item>) -> Result<String, Failure> {
        csv_text(chosen, &self.study.extraction().report, self.provenance())
    }

    fn json<'a>(&'a self, chosen: impl Iterator<Item = &'a Item>) -> Result<String, Failure> {
        let extraction = self.study.extraction();
        let document = DocumentJson {
            report: report_json(&extraction.report),
            items: items(chosen, self.provenance()),
            diagnostics: diagnostics(&extraction.diagnostics),
        };
        serde_json::to_string_pretty(&document).map_err(|error| {
            Failure::new("export-failed", error.to_string(), "Report this with the document.")
        })
    }
}
