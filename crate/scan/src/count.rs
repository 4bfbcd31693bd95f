//! How often each code occurs in a set of rows.
//!
//! All counts add to what is there already, with a factor: so the rows that a filter lost are counted with −1.

use crate::bits::Bits;
use crate::codes::{Code, Codes};
use crate::lists::Lists;
use crate::pieces::pieces;
use std::ops::Range;

/// Adds `factor` to `counts[code]` for each row of the set.
pub fn count_codes(codes: &Codes, rows: &Bits, factor: i64, counts: &mut [i64]) {
    match codes {
        Codes::Bytes(codes) => count(codes, rows, factor, counts),
        Codes::Shorts(codes) => count(codes, rows, factor, counts),
        Codes::Words(codes) => count(codes, rows, factor, counts),
    }
}

fn count<C: Code>(codes: &[C], rows: &Bits, factor: i64, counts: &mut [i64]) {
    pieces(codes.len()).for_each(|piece| count_piece(codes, rows, piece, factor, counts));
}

#[inline(never)]
fn count_piece<C: Code>(codes: &[C], rows: &Bits, piece: Range<usize>, factor: i64, counts: &mut [i64]) {
    rows.each(piece, |row| {
        if let Some(slot) = codes.get(row).and_then(|code| counts.get_mut(code.place())) {
            *slot += factor;
        }
    });
}

/// Counts of the codes of lists below so many words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ListCounts {
    /// How often each code occurs.
    pub codes: Vec<i64>,
    /// The same where each code of a list of n counts the n-th part of a whole.
    pub shares: Vec<i64>,
    /// How often two codes a < b occur together, at `a * words + b`.
    pub pairs: Vec<i64>,
}

impl ListCounts {
    /// Nothing counted.
    pub fn none(words: usize) -> ListCounts {
        ListCounts { codes: vec![0; words], shares: vec![0; words], pairs: vec![0; words * words] }
    }

    /// Counts the lists of the rows of a set `factor` times, `whole` being what the codes of a list share.
    pub fn add(&mut self, lists: &Lists, rows: &Bits, factor: i64, whole: i64) {
        pieces(lists.len()).for_each(|piece| self.add_piece(lists, rows, piece, factor, whole));
    }

    #[inline(never)]
    fn add_piece(&mut self, lists: &Lists, rows: &Bits, piece: Range<usize>, factor: i64, whole: i64) {
        let words = self.codes.len();
        rows.each(piece, |row| {
            let list = lists.get(row);
            let share = match list.len() {
                0 => return,
                1 => factor * whole,
                many => factor * (whole / many as i64),
            };
            for (index, one) in list.iter().enumerate() {
                let one = usize::from(*one);
                add(&mut self.codes, one, factor);
                add(&mut self.shares, one, share);
                for other in list.get(index + 1..).unwrap_or(&[]) {
                    let other = usize::from(*other);
                    add(&mut self.pairs, one.min(other) * words + one.max(other), factor);
                }
            }
        });
    }
}

fn add(counts: &mut [i64], at: usize, much: i64) {
    if let Some(slot) = counts.get_mut(at) {
        *slot += much;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_a_look_at_each_row() {
        let mut lists = Lists::default();
        (0..500_u32)
            .for_each(|row| lists.push((0..row % 4).map(|index| ((row * 13 + index * 7) % 20) as u8)));
        let column: Vec<u32> = (0..500).map(|row| row % 9).collect();
        let codes = Codes::narrow(&column, 9);
        let mut rows = Bits::range(500, 60..300);
        rows.insert(7);
        let inside = |row: &usize| rows.contains(*row);

        let mut counts = vec![0; 9];
        count_codes(&codes, &rows, 2, &mut counts);
        let expected =
            |code: u32| 2 * (0..500).filter(inside).filter(|row| column[*row] == code).count() as i64;
        assert_eq!(counts, (0..9).map(expected).collect::<Vec<_>>());

        let mut counts = ListCounts::none(20);
        counts.add(&lists, &rows, 1, 6);
        let has = |row: usize, code: u8| lists.get(row).iter().filter(|other| **other == code).count() as i64;
        let sum = |of: &dyn Fn(usize) -> i64| (0..500).filter(inside).map(of).sum::<i64>();
        assert_eq!(counts.codes, (0..20).map(|code| sum(&|row| has(row, code))).collect::<Vec<i64>>());
        let share = |row: usize| 6 / lists.get(row).len().max(1) as i64;
        assert_eq!(
            counts.shares,
            (0..20).map(|code| sum(&|row| has(row, code) * share(row))).collect::<Vec<_>>()
        );
        let both = |row: usize, a: u8, b: u8| i64::from(has(row, a) > 0 && has(row, b) > 0);
        for (a, b) in [(0, 7), (6, 13), (3, 17)] {
            assert_eq!(
                counts.pairs[usize::from(a) * 20 + usize::from(b)],
                sum(&|row| both(row, a, b)),
                "{a} {b}"
            );
        }
        counts.add(&lists, &rows, -1, 6);
        assert_eq!(counts, ListCounts::none(20));
    }
}
