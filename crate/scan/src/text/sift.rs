//! Which texts hold which words.
//!
//! Texts are gathered until the buffer is full, then each word is looked for in all of them. A text longer than the
//! buffer goes through it in pieces that overlap by the longest word.

use std::ops::Range;

use super::fold::{Folded, whole};
use super::letters::{FoldLetter, Letters};
use super::needle::Needle;
use crate::Bits;

/// Folded bytes that are searched at once: half of a processor's nearest cache, the other half is for what is read.
const FULL: usize = 16 << 10;

/// Looks for words in texts.
///
/// ```
/// use dateline_scan::text::Sift;
/// let mut sift = Sift::new(|letter, folded| folded.push(letter as u8), &["oil", "gas"], 2);
/// let texts = b"Oil prices roseGas and oil fell";
/// sift.push(0, texts, 0..15, true);
/// sift.push(1, texts, 15..31, true);
/// sift.finish();
/// assert_eq!(sift.found()[0].iter().collect::<Vec<_>>(), [0, 1]);
/// assert_eq!(sift.found()[1].iter().collect::<Vec<_>>(), [1]);
/// ```
#[derive(Clone, Debug)]
pub struct Sift {
    letters: Letters,
    folded: Folded,
    words: Vec<Box<[u8]>>,
    /// The words made ready by the first texts; empty before.
    needles: Vec<Needle>,
    /// Each text in the buffer, and where it ends there.
    texts: Vec<(usize, usize)>,
    /// Whether the buffer holds the beginning of a text whose end is yet to come.
    open: bool,
    found: Vec<Bits>,
}

impl Sift {
    /// Looks for words, folded as `fold` does it, in `count` texts; an empty word is found nowhere.
    pub fn new(fold: FoldLetter, words: &[&str], count: usize) -> Self {
        Sift {
            letters: Letters::new(fold),
            folded: Folded::default(),
            words: words.iter().map(|word| word.as_bytes().into()).collect(),
            needles: Vec::new(),
            texts: Vec::new(),
            open: false,
            found: words.iter().map(|_| Bits::none(count)).collect(),
        }
    }

    /// Adds a text: a range of UTF-8 bytes, valid or not. `ends` is false where more of the same text comes next: then
    /// it takes whole characters only. Gives how many bytes it took.
    pub fn push(&mut self, text: usize, source: &[u8], range: Range<usize>, ends: bool) -> usize {
        let end = range.end.min(source.len());
        let end = if ends { end } else { whole(source, range.start, end) };
        if self.open || !ends || range.len() > FULL {
            self.push_long(text, source, range.start..end, ends);
        } else {
            self.fold(source, range.start..end);
            self.close(text);
        }
        if !self.open && self.folded.len() >= FULL {
            self.flush();
        }
        end.saturating_sub(range.start)
    }

    /// Adds texts from `first` on, those of `within` or all: each begins at its offset in the source and ends at the next,
    /// the first at the source's start.
    pub fn push_all(&mut self, first: usize, source: &[u8], offsets: &[u32], within: Option<&Bits>) {
        let base = offsets.first().copied().unwrap_or(0);
        let ranges = offsets.windows(2).map(|pair| match *pair {
            [start, end] => (start.saturating_sub(base)) as usize..end.saturating_sub(base) as usize,
            _ => 0..0,
        });
        self.push_ranges(first, source, ranges, within);
    }

    /// The same with offsets beyond 4 GiB.
    pub fn push_far(&mut self, first: usize, source: &[u8], offsets: &[u64], within: Option<&Bits>) {
        let base = offsets.first().copied().unwrap_or(0);
        let ranges = offsets.windows(2).map(|pair| match *pair {
            [start, end] => (start.saturating_sub(base)) as usize..end.saturating_sub(base) as usize,
            _ => 0..0,
        });
        self.push_ranges(first, source, ranges, within);
    }

    fn push_ranges(
        &mut self,
        first: usize,
        source: &[u8],
        ranges: impl Iterator<Item = Range<usize>>,
        within: Option<&Bits>,
    ) {
        for (text, range) in (first..).zip(ranges) {
            if within.is_none_or(|within| within.contains(text)) {
                self.push(text, source, range, true);
            }
        }
    }

    /// Searches what is still in the buffer, unless it is the beginning of a text.
    pub fn finish(&mut self) {
        if !self.open {
            self.flush();
        }
    }

    /// The texts that each word stands in, as far as they were searched.
    pub fn found(&self) -> &[Bits] {
        &self.found
    }

    fn fold(&mut self, source: &[u8], range: Range<usize>) {
        self.folded.push(&mut self.letters, source, range);
    }

    fn close(&mut self, text: usize) {
        self.folded.border();
        self.texts.push((text, self.folded.len()));
    }

    /// A text in pieces, alone in the buffer.
    fn push_long(&mut self, text: usize, source: &[u8], range: Range<usize>, ends: bool) {
        if !self.open {
            self.flush();
        }
        let mut start = range.start;
        while start < range.end {
            let most = range.end.min(start + FULL);
            let end = if most < range.end { whole(source, start, most) } else { most };
            self.fold(source, start..end);
            self.texts.push((text, self.folded.len()));
            self.search();
            let overlap = self.words.iter().map(|word| word.len()).max().unwrap_or(0);
            self.folded.keep_last(overlap.saturating_sub(1));
            start = end;
        }
        self.open = !ends;
        if ends {
            self.folded.keep_last(0);
        }
    }

    fn flush(&mut self) {
        self.search();
        self.folded.keep_last(0);
    }

    /// Looks for each word in what the buffer holds.
    fn search(&mut self) {
        if self.needles.is_empty() {
            let sample = self.folded.used();
            self.needles = self.words.iter().map(|word| Needle::new(word, sample)).collect();
        }
        for (needle, found) in self.needles.iter().zip(&mut self.found) {
            mark(needle, &mut self.folded, &self.texts, found);
        }
        self.texts.clear();
    }
}

/// Adds the texts of the buffer that a word stands in.
fn mark(needle: &Needle, folded: &mut Folded, texts: &[(usize, usize)], found: &mut Bits) {
    let end = folded.len();
    let bytes = folded.with_spare(needle.spare());
    let mut left = texts.iter();
    let mut at = 0;
    while let Some(place) = needle.next(bytes, at, end) {
        let Some((text, end)) = left.find(|(_, end)| *end > place) else { return };
        found.insert(*text);
        at = *end;
    }
}
