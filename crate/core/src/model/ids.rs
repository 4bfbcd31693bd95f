//! The ids of items: given ones, or the number of each in the order in which they came.

use super::Texts;

/// Ids by source index.
#[derive(Clone, Debug)]
pub enum Ids {
    /// As the data gives them.
    Given(Texts),
    /// The source index, in digits, of so many items.
    Numbers(u32),
}

impl Default for Ids {
    fn default() -> Self {
        Ids::Numbers(0)
    }
}

impl Ids {
    /// The id of an item.
    pub fn get(&self, source: u32) -> String {
        match self {
            Ids::Given(texts) => texts.get(source as usize),
            Ids::Numbers(_) => source.to_string(),
        }
    }

    /// The item that has this id. A scan where ids are given: for selections, not for frames.
    pub fn find(&self, id: &str) -> Option<u32> {
        match self {
            Ids::Given(texts) => {
                let mut found = Vec::new();
                let is_it = |source: &u32| {
                    let range = texts.range(*source as usize);
                    found.clear();
                    range.end - range.start == id.len() as u64
                        && texts.read(range, &mut found)
                        && found == id.as_bytes()
                };
                (0..u32::try_from(texts.len()).unwrap_or(u32::MAX)).find(is_it)
            }
            Ids::Numbers(count) => {
                let source = id.parse().ok().filter(|source| source < count)?;
                // "007" is no id, though it is a number.
                (self.get(source) == id).then_some(source)
            }
        }
    }
}
