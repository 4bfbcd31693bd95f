//! The text search as a page has it: texts lie beside the engine's memory, or for comparison in it.

use std::rc::Rc;

use dateline_core::filter::{Query, Search};
use dateline_core::model::{Offsets, TextStore, Texts};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What the page keeps texts in.
    pub type Keeper;

    /// Bytes of all texts together.
    #[wasm_bindgen(method)]
    fn read(this: &Keeper, start: f64, end: f64) -> Vec<u8>;
}

impl TextStore for Keeper {
    fn read(&self, start: u64, end: u64, into: &mut Vec<u8>) -> bool {
        into.extend_from_slice(&Keeper::read(self, start as f64, end as f64));
        true
    }
}

/// Texts in memory.
pub struct Memory(pub Vec<u8>);

impl TextStore for Memory {
    fn read(&self, start: u64, end: u64, into: &mut Vec<u8>) -> bool {
        let bytes = self.0.get(start as usize..end as usize);
        bytes.map(|bytes| into.extend_from_slice(bytes)).is_some()
    }
}

/// Texts that are searched.
#[wasm_bindgen]
pub struct Searched {
    texts: Texts,
}

#[wasm_bindgen]
impl Searched {
    /// Texts that the page keeps.
    #[wasm_bindgen(constructor)]
    pub fn new(offsets: Vec<u32>, keeper: Keeper) -> Searched {
        Searched::of(offsets, Rc::new(keeper))
    }

    /// Looks for all words in all texts, a number of bytes a step; how many texts have them.
    pub fn search(&self, query: &str, bytes: usize) -> u32 {
        let mut search = Search::new(Query::new(query), self.texts.len());
        while !search.step(&self.texts, bytes) {}
        let mut found = search.found().iter();
        let Some(mut all) = found.next().cloned() else { return 0 };
        found.for_each(|texts| all.keep(texts));
        u32::try_from(all.count()).unwrap_or(u32::MAX)
    }
}

impl Searched {
    /// Texts of any store.
    pub fn of(offsets: Vec<u32>, store: Rc<dyn TextStore>) -> Searched {
        Searched { texts: Texts::distant(Offsets::Short(offsets), store) }
    }
}

/// The texts of made-up items, for the page to keep.
#[wasm_bindgen]
pub struct MadeTexts {
    offsets: Vec<u32>,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl MadeTexts {
    /// Makes them.
    #[wasm_bindgen(constructor)]
    pub fn new(items: usize) -> MadeTexts {
        let made = crate::generator::made(items);
        MadeTexts { offsets: made.text_offsets, bytes: made.text }
    }

    /// Where each begins, and the end.
    pub fn offsets(&self) -> Vec<u32> {
        self.offsets.clone()
    }

    /// Hands out the bytes.
    pub fn bytes(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }
}
