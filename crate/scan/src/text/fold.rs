//! Texts folded one behind the other, in a buffer that stays in the processor's cache.
//!
//! Takes UTF-8, valid or not, gives folded UTF-8; what is not valid becomes U+FFFD as in the standard library's lossy
//! reading. ASCII goes a block at a time, other characters one by one through [`Letters`].

use std::ops::Range;

use super::letters::{Letters, MOST};

/// Bytes that are folded or compared at once.
const BLOCK: usize = 32;
/// Behind each text: a byte that no UTF-8 has, so that nothing is found across texts.
const BORDER: u32 = 0xff;
/// What stands for bytes that are not UTF-8: U+FFFD.
const UNKNOWN: u32 = 0xbd_bfef;

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Times the highest bits of eight bytes: they are together in the highest byte, that of the first byte lowest.
const GATHER: u64 = 0x0002_0408_1020_4081;

/// Folded bytes, the first `len` of them in use.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    bytes: Vec<u8>,
    len: usize,
}

impl Folded {
    /// How many bytes are in use.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// What is in use.
    pub(super) fn used(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }

    /// What is in use, and behind it at least `spare` bytes of any value.
    pub(super) fn with_spare(&mut self, spare: usize) -> &[u8] {
        self.make_room(spare);
        &self.bytes
    }

    /// Keeps the last `count` bytes and forgets those before.
    pub(super) fn keep_last(&mut self, count: usize) {
        let count = count.min(self.len);
        self.bytes.copy_within(self.len - count..self.len, 0);
        self.len = count;
    }

    /// Ends a text.
    pub(super) fn border(&mut self) {
        self.make_room(MOST);
        write(&mut self.bytes, self.len, BORDER);
        self.len += 1;
    }

    /// Folds bytes of the source behind what is there.
    pub(super) fn push(&mut self, letters: &mut Letters, source: &[u8], range: Range<usize>) {
        let (mut at, end) = (range.start, range.end.min(source.len()));
        self.make_room(end.saturating_sub(at) * MOST + BLOCK);
        let (into, mut to) = (self.bytes.as_mut_slice(), self.len);
        while at < end {
            let count = block(source, at, into, to).min(end - at);
            (at, to) = (at + count, to + count);
            while let Some((count, folded)) = letter(letters, source, at, end) {
                write(into, to, folded);
                (at, to) = (at + count, to + length(folded));
            }
        }
        self.len = to;
    }

    fn make_room(&mut self, spare: usize) {
        if self.bytes.len() < self.len + spare {
            self.bytes.resize(self.len + spare, 0);
        }
    }
}

/// Folds a block of the source as if it were ASCII; how many bytes of it are, before the first that is not. What is
/// behind them is to be written over.
fn block(source: &[u8], at: usize, into: &mut [u8], to: usize) -> usize {
    let from = source.get(at..).unwrap_or(&[]);
    let last;
    let block = match from.first_chunk::<BLOCK>() {
        Some(block) => block,
        None => {
            last = padded(from);
            &last
        }
    };
    if let Some(into) = into.get_mut(to..).and_then(<[u8]>::first_chunk_mut::<BLOCK>) {
        for (byte, place) in block.iter().zip(into) {
            *place = small(*byte);
        }
    }
    ascii_prefix(block)
}

/// The length of the character at a place, and what it folds to; `None` where it is ASCII.
fn letter(letters: &mut Letters, source: &[u8], at: usize, end: usize) -> Option<(usize, u32)> {
    let text = source.get(at..end)?;
    let low = |byte: u8| usize::from(byte & 0x3f);
    let (length, page, last) = match *text {
        [] | [..0x80, ..] => return None,
        [a @ 0xc2..0xe0, b, ..] if follows(b) => return Some((2, letters.short(a, b))),
        [a @ 0xe0..0xf0, b, c, ..] if follows(b) && follows(c) => (3, usize::from(a & 0xf) << 6 | low(b), c),
        [a @ 0xf0..0xf5, b, c, d, ..] if follows(b) && follows(c) && follows(d) => {
            (4, usize::from(a & 7) << 12 | low(b) << 6 | low(c), d)
        }
        _ => return Some((unknown(text), UNKNOWN)),
    };
    if !is_valid(length, page) {
        return Some((unknown(text), UNKNOWN));
    }
    Some((length, letters.get(page, last & 0x3f)))
}

/// How many bytes at the start of a text are together no character.
#[cold]
fn unknown(text: &[u8]) -> usize {
    let near = text.get(..MOST).unwrap_or(text);
    let error = std::str::from_utf8(near).err();
    error.and_then(|error| error.error_len()).unwrap_or(near.len()).max(1)
}

fn write(into: &mut [u8], to: usize, folded: u32) {
    if let Some(place) = into.get_mut(to..).and_then(<[u8]>::first_chunk_mut) {
        *place = folded.to_le_bytes();
    }
}

/// How many bytes are packed in a number.
fn length(folded: u32) -> usize {
    (u32::BITS + 7 - folded.leading_zeros()) as usize / 8
}

/// An ASCII letter small, a control character a space; other bytes as they are.
fn small(byte: u8) -> u8 {
    // Signed, because browsers have an instruction for that comparison.
    let place = byte.wrapping_sub(b'A').wrapping_add(0x80).cast_signed();
    (byte | u8::from(place < i8::MIN + 26) << 5).max(b' ')
}

/// The last bytes of all.
#[cold]
fn padded(bytes: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    bytes.iter().zip(&mut block).for_each(|(byte, place)| *place = *byte);
    block
}

fn follows(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Whether `length` is the shortest form of the characters of a page, and they are characters.
fn is_valid(length: usize, page: usize) -> bool {
    match length {
        3 => page >= 0x20 && !(0x360..0x380).contains(&page),
        _ => (0x400..0x4400).contains(&page),
    }
}

/// How many bytes before the first that is not ASCII.
fn ascii_prefix(block: &[u8; BLOCK]) -> usize {
    let (words, _) = block.as_chunks::<8>();
    if words.iter().fold(0, |all, word| all | u64::from_le_bytes(*word)) & HIGH == 0 {
        return BLOCK;
    }
    let highs = words.iter().map(|word| (u64::from_le_bytes(*word) & HIGH).wrapping_mul(GATHER) >> 56);
    let high = (0..).step_by(8).zip(highs).fold(0, |all, (shift, high)| all | high << shift);
    high.trailing_zeros() as usize
}

/// The end of the last whole character of `source[start..end]`: at most three bytes before `end`, and behind `start`.
pub(super) fn whole(source: &[u8], start: usize, end: usize) -> usize {
    let before = |back: &usize| end.checked_sub(*back).filter(|at| *at > start).and_then(|at| source.get(at));
    let torn = (1..MOST).find(|back| before(back).is_none_or(|byte| !follows(*byte)));
    let torn = torn.and_then(|back| before(&back).filter(|byte| width(**byte) > back).map(|_| back));
    end - torn.unwrap_or(0)
}

/// How many bytes a character has that begins with this one.
fn width(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}
