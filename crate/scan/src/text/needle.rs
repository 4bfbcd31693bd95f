//! A word that is looked for.
//!
//! Takes folded bytes and gives places in them. A block at a time is tested for the word's two rarest bytes, each at
//! its place; only where both are is the word compared.

/// Bytes that are compared at once.
const BLOCK: usize = 32;
/// Of a longer word, so many of its rarest bytes are tried as a pair.
const MOST_TRIED: usize = 6;

/// A folded word and which of its bytes are tested first.
#[derive(Clone, Debug)]
pub(super) struct Needle {
    word: Box<[u8]>,
    /// Places in the word, and the bytes there.
    first: (usize, u8),
    second: (usize, u8),
}

impl Needle {
    /// A word in texts like these: its two bytes that are seldom at their distance there.
    pub(super) fn new(word: &[u8], sample: &[u8]) -> Self {
        let at = |place: usize| (place, word.get(place).copied().unwrap_or(0));
        let mut places: Vec<usize> = (0..word.len()).collect();
        places.sort_by_cached_key(|place| count_pairs(sample, 0, at(*place).1, at(*place).1));
        places.truncate(MOST_TRIED);
        let count = |(first, second): &(usize, usize)| {
            count_pairs(sample, second - first, at(*first).1, at(*second).1)
        };
        let pairs = places.iter().flat_map(|first| places.iter().map(move |second| (*first, *second)));
        let rarest = pairs.filter(|(first, second)| first < second).min_by_key(count);
        let (first, second) = rarest.unwrap_or_default();
        Needle { word: word.into(), first: at(first), second: at(second) }
    }

    /// Bytes that have to be behind the texts for [`Needle::next`].
    pub(super) fn spare(&self) -> usize {
        self.word.len() + BLOCK
    }

    /// Where the word is next in `bytes[at..end]`.
    pub(super) fn next(&self, bytes: &[u8], mut at: usize, end: usize) -> Option<usize> {
        let last = end.checked_sub(self.word.len()).filter(|_| !self.word.is_empty())?;
        while at <= last {
            let first = bytes.get(at + self.first.0..)?.first_chunk()?;
            let second = bytes.get(at + self.second.0..)?.first_chunk()?;
            if are_near(first, self.first.1, second, self.second.1) {
                let found = self.place(bytes, at, first, second);
                if let Some(place) = found {
                    return Some(place).filter(|place| *place <= last);
                }
            }
            at += BLOCK;
        }
        None
    }

    #[inline(never)]
    fn place(&self, bytes: &[u8], at: usize, first: &[u8; BLOCK], second: &[u8; BLOCK]) -> Option<usize> {
        let mut near = [0; BLOCK];
        for (near, (a, b)) in near.iter_mut().zip(first.iter().zip(second)) {
            *near = u8::from(*a == self.first.1) & u8::from(*b == self.second.1);
        }
        for (start, word) in (at..).step_by(8).zip(near.as_chunks::<8>().0) {
            let mut left = u64::from_le_bytes(*word);
            while left != 0 {
                let place = start + left.trailing_zeros() as usize / 8;
                if bytes.get(place..).is_some_and(|bytes| bytes.starts_with(&self.word)) {
                    return Some(place);
                }
                left &= left - 1;
            }
        }
        None
    }
}

/// Whether both bytes are in their blocks, at the same place.
fn are_near(first: &[u8; BLOCK], x: u8, second: &[u8; BLOCK], y: u8) -> bool {
    let near =
        first.iter().zip(second).fold(0, |near, (a, b)| near | (u8::from(*a == x) & u8::from(*b == y)));
    near != 0
}

/// How often `y` is so many bytes behind `x`.
fn count_pairs(bytes: &[u8], distance: usize, x: u8, y: u8) -> usize {
    let behind = bytes.get(distance..).unwrap_or(&[]);
    bytes.iter().zip(behind).filter(|(a, b)| **a == x && **b == y).count()
}
