//! What the benches measure, the same natively and in wasm.

pub mod generator;
mod phrases;
pub mod search;

use dateline_core::countries::{self, Gazetteer, Setting};
use dateline_core::dates::{Context, Reading, Scanner, resolve};
use dateline_core::report::sentences;
use dateline_core::time::CivilDate;
use dateline_core::{Options, extract};
use wasm_bindgen::prelude::wasm_bindgen;

/// Finds and places every date of a text, sentence by sentence; how many there are.
#[wasm_bindgen]
pub fn dates(text: &str) -> u32 {
    let mut scanner = Scanner::default();
    let mut found = Vec::new();
    let mut count = 0;
    let context = Context::of(CivilDate::new(2023, 3, 1), "the reference date");
    for line in text.lines() {
        for sentence in sentences(line) {
            let words = sentence.of(line);
            found.clear();
            scanner.scan(words, Reading::default(), &mut found);
            count += found.iter().filter(|date| resolve(date, words, context).1.is_none()).count();
        }
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads a text as a report: outline, dates and countries; how many items there are.
#[wasm_bindgen]
pub fn items(text: &str) -> u32 {
    u32::try_from(extract(text, &Options::default()).items.len()).unwrap_or(u32::MAX)
}

/// Finds every mention of a country, line by line; how many there are.
#[wasm_bindgen]
pub fn countries(text: &str) -> u32 {
    let gazetteer = Gazetteer::shared();
    let count: usize = text.lines().map(|line| gazetteer.mentions(line, Setting::default()).len()).sum();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads the built-in table of names; whether it has any.
#[wasm_bindgen]
pub fn table() -> u32 {
    u32::from(!Gazetteer::built_in().is_empty())
}

/// What anybody would write first: looks for the name of each country in turn.
#[wasm_bindgen]
pub fn countries_naively(text: &str) -> u32 {
    let found: usize = countries::all().map(|code| text.matches(countries::name(code)).count()).sum();
    u32::try_from(found).unwrap_or(u32::MAX)
}
