//! Going through the texts of a table for the words of a query, in steps.
//!
//! Gives the texts that each word stands in, by source index. It knows neither outlets nor ids: whoever asks adds those
//! whose outlet or id has the word, word by word, and keeps what has all words.

use std::ops::Range;

use dateline_scan::Bits;
use dateline_scan::text::Sift;

use super::Query;
use super::fold::fold_letter;
use crate::model::{Offsets, Texts};

/// Bytes that are read at once.
const READ: usize = 64 << 10;
/// Bytes between two texts that are read along, because a read costs as much as they.
const GAP: u64 = 1 << 10;

/// A search through texts, from the first to the last.
#[derive(Clone, Debug)]
pub struct Search {
    query: Query,
    sift: Sift,
    /// The texts to look at; all where there is none.
    within: Option<Bits>,
    /// Texts before this one were looked at, and so many bytes of it.
    next: usize,
    within_next: u64,
    bytes: Vec<u8>,
    unread: bool,
}

impl Search {
    /// Looks for the words of a query in all of so many texts.
    pub fn new(query: Query, texts: usize) -> Self {
        let words: Vec<&str> = query.words().iter().map(String::as_str).collect();
        let sift = Sift::new(fold_letter, &words, texts);
        Search { query, sift, within: None, next: 0, within_next: 0, bytes: Vec::new(), unread: false }
    }

    /// Looks for the words only in some texts: those found by a query that this one narrows.
    pub fn within(query: Query, texts: Bits) -> Self {
        Search { within: Some(texts.clone()), ..Search::new(query, texts.len()) }
    }

    /// What is looked for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Goes on for about so many bytes; whether that was the end.
    pub fn step(&mut self, texts: &Texts, bytes: usize) -> bool {
        let mut left = if self.query.is_empty() { 0 } else { bytes.max(1) };
        while left > 0 && self.next < texts.len() {
            self.stretch(texts);
            left = left.saturating_sub(self.bytes.len().max(1));
        }
        self.sift.finish();
        self.query.is_empty() || self.next >= texts.len()
    }

    /// The texts that each word of the query stands in, of those looked at.
    pub fn found(&self) -> &[Bits] {
        self.sift.found()
    }

    /// Texts before this source index were looked at.
    pub fn done(&self) -> usize {
        self.next
    }

    /// Whether some texts could not be read; they hold no word.
    pub fn has_unread(&self) -> bool {
        self.unread
    }

    /// Reads some texts, or a piece of a long one, and looks at them.
    fn stretch(&mut self, texts: &Texts) {
        self.bytes.clear();
        let Some(first) = self.wanted(self.next, texts.len()) else {
            self.next = texts.len();
            return;
        };
        if first > self.next {
            (self.next, self.within_next) = (first, 0);
        }
        let range = texts.range(first);
        if range.end - range.start > READ as u64 {
            self.piece(texts, range);
        } else {
            self.several(texts, range);
        }
    }

    /// The next text to look at.
    fn wanted(&self, from: usize, count: usize) -> Option<usize> {
        match &self.within {
            None => Some(from).filter(|from| *from < count),
            Some(within) => within.iter_in(from..count).next(),
        }
    }

    /// A piece of one text; the next begins where a whole character ended.
    fn piece(&mut self, texts: &Texts, range: Range<u64>) {
        let start = range.start + self.within_next;
        let end = range.end.min(start + READ as u64);
        self.read(texts, start..end);
        let ends = end == range.end || self.bytes.is_empty();
        let taken = self.sift.push(self.next, &self.bytes, 0..self.bytes.len(), ends);
        self.within_next += taken as u64;
        if ends {
            (self.next, self.within_next) = (self.next + 1, 0);
        }
    }

    /// Texts from the next on, as many as are read at once.
    fn several(&mut self, texts: &Texts, first: Range<u64>) {
        let fit = texts.offsets().last_before(self.next, first.start + READ as u64).unwrap_or(self.next);
        let last = self.together(texts, first.end, fit);
        if self.read(texts, first.start..texts.range(last).end) {
            self.look(texts, last);
        }
        self.next = last + 1;
    }

    /// The last text up to `fit` that is worth reading in one with the next, which ends at `end`.
    fn together(&self, texts: &Texts, mut end: u64, fit: usize) -> usize {
        let Some(within) = &self.within else { return fit };
        let mut last = self.next;
        for text in within.iter_in(self.next + 1..fit + 1) {
            let range = texts.range(text);
            if range.start - end > GAP {
                break;
            }
            (end, last) = (range.end, text);
        }
        last
    }

    fn look(&mut self, texts: &Texts, last: usize) {
        let (first, within) = (self.next, self.within.as_ref());
        match texts.offsets() {
            Offsets::Short(offsets) => {
                let offsets = offsets.get(first..=last + 1).unwrap_or(&[]);
                self.sift.push_all(first, &self.bytes, offsets, within);
            }
            Offsets::Long(offsets) => {
                let offsets = offsets.get(first..=last + 1).unwrap_or(&[]);
                self.sift.push_far(first, &self.bytes, offsets, within);
            }
        }
    }

    /// Has these bytes and no others, or none.
    fn read(&mut self, texts: &Texts, range: Range<u64>) -> bool {
        let length = range.end - range.start;
        let read = texts.read(range, &mut self.bytes) && self.bytes.len() as u64 == length;
        if !read {
            self.unread = true;
            self.bytes.clear();
        }
        read
    }
}
