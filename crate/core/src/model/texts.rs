//! The words of items: one stretch of bytes after the other, in memory or wherever a [`TextStore`] keeps them.
//!
//! Texts lie in the order in which the items came, their *source* order, whatever the order of the rows: so those of a
//! large table stay where they are, and a search goes through them from the first byte to the last.

use dateline_scan::{falls, falls_long};
use std::fmt;
use std::rc::Rc;

/// Where texts are kept that are not in the table's own memory.
pub trait TextStore {
    /// Adds bytes `start..end` of all texts together to `into`; false where they cannot be had.
    fn read(&self, start: u64, end: u64, into: &mut Vec<u8>) -> bool;
}

/// Where each text begins and ends, in the smallest width.
#[derive(Clone, Debug)]
pub enum Offsets {
    /// Of texts of less than 4 GiB.
    Short(Vec<u32>),
    /// Of more.
    Long(Vec<u64>),
}

impl Offsets {
    fn get(&self, index: usize) -> Option<u64> {
        match self {
            Offsets::Short(offsets) => offsets.get(index).map(|offset| u64::from(*offset)),
            Offsets::Long(offsets) => offsets.get(index).copied(),
        }
    }

    /// The last text from `from` on that ends at `limit` or before, of texts whose offsets do not fall.
    pub(crate) fn last_before(&self, from: usize, limit: u64) -> Option<usize> {
        let ends = from + 1;
        let count = match self {
            Offsets::Short(offsets) => offsets.get(ends..)?.partition_point(|end| u64::from(*end) <= limit),
            Offsets::Long(offsets) => offsets.get(ends..)?.partition_point(|end| *end <= limit),
        };
        (from + count).checked_sub(1).filter(|last| *last >= from)
    }

    /// How many texts there are: one less than offsets.
    pub fn texts(&self) -> usize {
        let offsets = match self {
            Offsets::Short(offsets) => offsets.len(),
            Offsets::Long(offsets) => offsets.len(),
        };
        offsets.saturating_sub(1)
    }

    /// The first text whose offset does not begin where one could: the first offset is 0, and none falls.
    pub fn fault(&self) -> Option<usize> {
        if self.get(0) != Some(0) {
            return Some(0);
        }
        match self {
            Offsets::Short(offsets) => falls(offsets),
            Offsets::Long(offsets) => falls_long(offsets),
        }
    }
}

/// The texts of a table, by source index.
#[derive(Clone)]
pub struct Texts {
    offsets: Offsets,
    own: Vec<u8>,
    distant: Option<Rc<dyn TextStore>>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("texts", &self.len()).finish_non_exhaustive()
    }
}

impl Default for Texts {
    fn default() -> Self {
        Texts { offsets: Offsets::Short(vec![0]), own: Vec::new(), distant: None }
    }
}

impl Texts {
    /// Texts that another place keeps.
    pub fn distant(offsets: Offsets, store: Rc<dyn TextStore>) -> Texts {
        Texts { offsets, own: Vec::new(), distant: Some(store) }
    }

    /// Texts in memory.
    pub fn in_memory(offsets: Offsets, bytes: Vec<u8>) -> Texts {
        Texts { offsets, own: bytes, distant: None }
    }

    /// Adds a text to those in memory.
    pub fn push(&mut self, text: &str) {
        self.own.extend_from_slice(text.as_bytes());
        if let Offsets::Short(offsets) = &mut self.offsets {
            offsets.push(u32::try_from(self.own.len()).unwrap_or(u32::MAX));
        }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.offsets.texts()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first text whose offsets are not sound.
    pub fn fault(&self) -> Option<usize> {
        self.offsets.fault()
    }

    /// Where each begins and ends.
    pub(crate) fn offsets(&self) -> &Offsets {
        &self.offsets
    }

    /// Where a text lies among the bytes of all.
    pub fn range(&self, source: usize) -> std::ops::Range<u64> {
        let bounds = (self.offsets.get(source), self.offsets.get(source.saturating_add(1)));
        if let (Some(start), Some(end)) = bounds { start..end } else { 0..0 }
    }

    /// At most `most` bytes of a text, whole characters; what is no UTF-8 becomes U+FFFD.
    pub fn beginning(&self, source: usize, most: usize) -> String {
        let range = self.range(source);
        let cut = range.end - range.start > most as u64;
        let mut bytes = Vec::new();
        self.read(range.start..if cut { range.start + most as u64 } else { range.end }, &mut bytes);
        let torn = std::str::from_utf8(&bytes).err().filter(|error| error.error_len().is_none());
        if let (true, Some(torn)) = (cut, torn) {
            bytes.truncate(torn.valid_up_to());
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// A whole text.
    pub fn get(&self, source: usize) -> String {
        self.beginning(source, usize::MAX)
    }

    /// Adds bytes of all texts together to `into`; false where they cannot be had.
    pub fn read(&self, bytes: std::ops::Range<u64>, into: &mut Vec<u8>) -> bool {
        if let Some(store) = &self.distant {
            return store.read(bytes.start, bytes.end, into);
        }
        let own = self.own.get(bytes.start as usize..bytes.end as usize);
        own.map(|own| into.extend_from_slice(own)).is_some()
    }
}
