//! Which rows have a wanted code.

use crate::Lists;
use crate::bits::{Bits, WORD};
use crate::codes::{Code, Codes};
use crate::pieces::PIECE;

/// The rows whose code is wanted: `wanted[code]`. Rows without a code are not.
pub fn mark_codes(codes: &Codes, wanted: &[bool]) -> Bits {
    match codes {
        Codes::Bytes(codes) => mark_bytes(codes, wanted),
        Codes::Shorts(codes) => mark_wide(codes, wanted),
        Codes::Words(codes) => mark_wide(codes, wanted),
    }
}

/// The rows that have a wanted code in their list.
pub fn mark_lists(lists: &Lists, wanted: &[bool]) -> Bits {
    let mut bits = Bits::none(lists.len());
    // Of the codes one after the other, the wanted ones are found fast.
    let found = mark_bytes(lists.codes(), wanted);
    let offsets = lists.offsets();
    if found.count() * SPARSE < lists.len() {
        let mut row = 0;
        for at in found.iter() {
            row = row_at(offsets, row, at as u32);
            bits.insert(row);
        }
        return bits;
    }
    let rows = offsets.get(1..).unwrap_or(&[]);
    let mut start = 0;
    for (words, ends) in bits.words_mut().chunks_mut(PIECE / WORD).zip(rows.chunks(PIECE)) {
        start = mark_piece(words, start, ends, &found);
    }
    bits
}

/// Marks the rows whose lists end so, the first beginning at `start`; gives where the last one ends.
#[inline(never)]
fn mark_piece(words: &mut [u64], mut start: usize, ends: &[u32], found: &Bits) -> usize {
    for (word, ends) in words.iter_mut().zip(ends.chunks(WORD)) {
        for (bit, end) in ends.iter().enumerate() {
            let end = *end as usize;
            *word |= u64::from(found.any_in(start, end)) << bit;
            start = end;
        }
    }
    start
}

/// Fewer hits than one in so many rows are looked up each by itself.
const SPARSE: usize = 16;

/// The row that has a place among the codes, from an earlier row on in steps that double.
fn row_at(offsets: &[u32], from: usize, at: u32) -> usize {
    let ends_before = |row: usize| offsets.get(row + 1).is_some_and(|end| *end <= at);
    let (mut low, mut step) = (from, 1);
    while ends_before(low + step - 1) {
        low += step;
        step *= 2;
    }
    let mut high = low + step - 1;
    while low < high {
        let middle = low.midpoint(high);
        if ends_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// 1 for each wanted code.
fn table_of(wanted: &[bool]) -> [u8; 256] {
    let mut table = [0; 256];
    table.iter_mut().zip(wanted).for_each(|(slot, wanted)| *slot = u8::from(*wanted));
    table[255] = 0;
    table
}

fn table_at(table: &[u8; 256], code: u8) -> u8 {
    table[usize::from(code)]
}

fn mark_bytes(codes: &[u8], wanted: &[bool]) -> Bits {
    let table = table_of(wanted);
    let mut many = table.iter().enumerate().filter(|(_, wanted)| **wanted == 1).map(|(code, _)| code as u8);
    let mut bits = Bits::none(codes.len());
    match (many.next(), many.next()) {
        // One code is compared as vectors.
        (Some(only), None) => fill(&mut bits, codes, |code| u8::from(code == only)),
        _ => fill(&mut bits, codes, |code| table_at(&table, code)),
    }
    bits
}

fn mark_wide<C: Code>(codes: &[C], wanted: &[bool]) -> Bits {
    let mut bits = Bits::none(codes.len());
    fill(&mut bits, codes, |code| u8::from(wanted.get(code.place()) == Some(&true)));
    bits
}

/// Sets the bits of rows for which `test` gives 1 and not 0.
fn fill<C: Copy>(bits: &mut Bits, codes: &[C], test: impl Fn(C) -> u8) {
    for (words, codes) in bits.words_mut().chunks_mut(PIECE / WORD).zip(codes.chunks(PIECE)) {
        fill_piece(words, codes, &test);
    }
}

#[inline(never)]
fn fill_piece<C: Copy>(words: &mut [u64], codes: &[C], test: impl Fn(C) -> u8) {
    for (word, codes) in words.iter_mut().zip(codes.chunks(WORD)) {
        let mut found = [0_u8; WORD];
        found.iter_mut().zip(codes).for_each(|(found, code)| *found = test(*code));
        *word = gathered(&found);
    }
}

/// 64 bytes that are 0 or 1 as the bits of a word: a multiplication brings eight of them side by side.
fn gathered(found: &[u8; WORD]) -> u64 {
    let (eights, _) = found.as_chunks::<8>();
    let eight = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    eights.iter().rev().fold(0, |word, bytes| word << 8 | eight(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_those_of_a_look_at_each_row() {
        for length in [0_usize, 1, 63, 64, 65, 777] {
            let codes: Vec<u32> = (0..length as u32).map(|row| row * 7 % 11).collect();
            for (words, wanted) in
                [(11, vec![3]), (11, vec![0, 5, 10]), (300, vec![4]), (70_000, vec![4, 6]), (9, vec![10])]
            {
                let column = Codes::narrow(&codes, words);
                let flags: Vec<bool> = (0..words as u32).map(|code| wanted.contains(&code)).collect();
                let expected: Vec<usize> = (0..length)
                    .filter(|row| column.get(*row).is_some_and(|code| wanted.contains(&code)))
                    .collect();
                assert_eq!(mark_codes(&column, &flags).iter().collect::<Vec<_>>(), expected);
            }
        }
    }

    #[test]
    fn lists_are_marked_by_any_of_their_codes() {
        for many in [1_u8, 30] {
            let mut lists = Lists::default();
            for row in 0..500_u32 {
                lists.push((0..row % 4).map(|index| ((row * 13 + index) % 40) as u8));
            }
            let wanted: Vec<bool> = (0..40).map(|code| code < many).collect();
            let expected: Vec<usize> =
                (0..500).filter(|row| lists.get(*row).iter().any(|code| *code < many)).collect();
            assert_eq!(mark_lists(&lists, &wanted).iter().collect::<Vec<_>>(), expected);
        }
    }
}
