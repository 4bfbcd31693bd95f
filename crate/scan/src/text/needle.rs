//! A word that is looked for.
//!
//! Takes folded bytes and gives places in them. A block at a time is tested for the word's two rarest bytes, each at
//! its place; only where both are is the word compared.

use super::fold::BLOCK;

/// How often each byte is in some text.
pub(super) struct Frequency(Vec<u32>);

impl Frequency {
    /// That of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut counts = vec![0; 1 << u8::BITS];
        for byte in bytes {
            if let Some(count) = counts.get_mut(usize::from(*byte)) {
                *count += 1;
            }
        }
        Frequency(counts)
    }

    fn count(&self, byte: u8) -> u32 {
        self.0.get(usize::from(byte)).copied().unwrap_or(0)
    }
}

/// A folded word and which of its bytes are tested first.
#[derive(Clone, Debug)]
pub(super) struct Needle {
    word: Box<[u8]>,
    /// Places in the word, and the bytes there.
    first: (usize, u8),
    second: (usize, u8),
}

impl Needle {
    /// A word in texts whose bytes are as frequent as told.
    pub(super) fn new(word: &[u8], frequency: &Frequency) -> Self {
        let rarity = |at: &usize| word.get(*at).map(|byte| frequency.count(*byte));
        let first = (0..word.len()).min_by_key(rarity).unwrap_or(0);
        let second = (0..word.len()).filter(|at| *at != first).min_by_key(rarity).unwrap_or(first);
        let byte = |at: usize| (at, word.get(at).copied().unwrap_or(0));
        Needle { word: word.into(), first: byte(first), second: byte(second) }
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
