//! Items as columns, part by part as JavaScript has them: each array is copied once, into the memory where it stays.
//!
//! What the parts say is judged when they are shown. Texts stay with JavaScript, which is asked for stretches of them.

use crate::engine::Engine;
use crate::js::{give, refuse};
use dateline_core::model::{self, Coded, Fault, Offsets, TextStore, Texts};
use dateline_core::study::Study;
use dateline_scan::Codes;
use dateline_wire::{Failure, diagnostics};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Texts that JavaScript keeps: `read(start, end)` gives bytes of all texts together.
    pub type TextReader;

    #[wasm_bindgen(method, catch)]
    fn read(this: &TextReader, start: f64, end: f64) -> Result<Vec<u8>, JsValue>;
}

impl TextStore for TextReader {
    fn read(&self, start: u64, end: u64, into: &mut Vec<u8>) -> bool {
        let bytes = TextReader::read(self, start as f64, end as f64);
        bytes.map(|bytes| into.extend_from_slice(&bytes)).is_ok()
    }
}

/// Items as columns; `Engine.showColumns` takes them.
#[wasm_bindgen]
pub struct Columns(model::Columns);

#[wasm_bindgen]
impl Columns {
    /// Items that begin at these instants, in ms; NaN for no date.
    #[wasm_bindgen(constructor)]
    pub fn new(start: Vec<f64>) -> Columns {
        Columns(model::Columns::dated(start))
    }

    /// Their ends, exclusive.
    pub fn end(&mut self, end: Vec<f64>) {
        self.0.end = Some(end);
    }

    /// Their precisions.
    pub fn precision(&mut self, precision: Vec<u8>) {
        self.0.precision = Some(precision);
    }

    /// Their flags.
    pub fn flags(&mut self, flags: Vec<u8>) {
        self.0.flags = Some(flags);
    }

    /// Codes of one byte: of `section`, `outlet`, `language`, `kind` or `countries`.
    pub fn bytes(&mut self, name: &str, codes: Vec<u8>, words: Vec<String>) {
        self.coded(name, Codes::Bytes(codes), words);
    }

    /// The same of two.
    pub fn shorts(&mut self, name: &str, codes: Vec<u16>, words: Vec<String>) {
        self.coded(name, Codes::Shorts(codes), words);
    }

    /// The same of four.
    pub fn words(&mut self, name: &str, codes: Vec<u32>, words: Vec<String>) {
        self.coded(name, Codes::Words(codes), words);
    }

    /// Where the countries of each item begin and end among their codes, which are given before.
    pub fn countries(&mut self, offsets: Vec<u32>) {
        if let Some((given, _)) = &mut self.0.countries {
            *given = offsets;
        }
    }

    /// Where each text begins and ends among those of `reader`.
    pub fn texts(&mut self, offsets: Vec<u32>, reader: TextReader) {
        self.0.texts = Some(Texts::distant(Offsets::Short(offsets), Rc::new(reader)));
    }

    /// The same for texts of 4 GiB and more.
    #[wasm_bindgen(js_name = longTexts)]
    pub fn long_texts(&mut self, offsets: Vec<f64>, reader: TextReader) {
        // What is no whole number becomes one that falls, and is refused.
        let offsets = offsets.into_iter().map(|offset| if offset.fract() == 0.0 { offset as u64 } else { 0 });
        self.0.texts = Some(Texts::distant(Offsets::Long(offsets.collect()), Rc::new(reader)));
    }

    /// Their ids.
    pub fn ids(&mut self, offsets: Vec<u32>, bytes: Vec<u8>) {
        self.0.ids = Some(Texts::in_memory(Offsets::Short(offsets), bytes));
    }
}

impl Columns {
    fn coded(&mut self, name: &str, codes: Codes, words: Vec<String>) {
        let coded = Coded { codes, words };
        match name {
            "section" => self.0.section = Some(coded),
            "outlet" => self.0.outlet = Some(coded),
            "language" => self.0.language = Some(coded),
            "kind" => self.0.kind = Some(coded),
            _ => self.0.countries = Some((Vec::new(), coded)),
        }
    }
}

#[wasm_bindgen]
impl Engine {
    /// Shows items as columns in place of what is there: everything shown, and in view. Gives what there is to say about
    /// them.
    ///
    /// # Errors
    ///
    /// As `Columns::into_table` of the core; nothing is changed then.
    #[wasm_bindgen(js_name = showColumns)]
    pub fn show_columns(&mut self, columns: Columns, name: String) -> Result<JsValue, JsValue> {
        let refused = |fault: Fault| refuse(&Failure::new(fault.code, fault.message, fault.fix));
        let study = Study::of_columns(columns.0, &name).map_err(refused)?;
        self.become_study(study, String::new(), name);
        give(&diagnostics(&self.study.extraction().diagnostics))
    }
}
