//! How often each code occurs in a set of rows.
//!
//! All counts add to what is there already, with a factor: so the rows that a filter lost are counted with −1.

use crate::bits::Bits;
use crate::codes::{Code, Codes};
use crate::lists::Lists;

/// Adds `factor` to `counts[code]` for each row of the set.
pub fn count_codes(codes: &Codes, rows: &Bits, factor: i64, counts: &mut [i64]) {
    match codes {
        Codes::Bytes(codes) => count(codes, rows, factor, counts),
        Codes::Shorts(codes) => count(codes, rows, factor, counts),
        Codes::Words(codes) => count(codes, rows, factor, counts),
    }
}

fn count<C: Code>(codes: &[C], rows: &Bits, factor: i64, counts: &mut [i64]) {
    each(rows, codes.len(), |row| {
        if let Some(slot) = codes.get(row).and_then(|code| counts.get_mut(code.place())) {
            *slot += factor;
        }
    });
}

/// Adds `factor` to `counts[code]` for each code in the list of each row of the set.
pub fn count_lists(lists: &Lists, rows: &Bits, factor: i64, counts: &mut [i64]) {
    each(rows, lists.len(), |row| {
        for code in lists.get(row) {
            if let Some(slot) = counts.get_mut(usize::from(*code)) {
                *slot += factor;
            }
        }
    });
}

/// As [`count_lists`], where a list of n codes adds `whole / n` for each: lists longer than `shares` count as that.
pub fn count_shares(lists: &Lists, rows: &Bits, factor: i64, whole: i64, counts: &mut [i64]) {
    each(rows, lists.len(), |row| {
        let list = lists.get(row);
        let share = factor * (whole / list.len().max(1) as i64);
        for code in list {
            if let Some(slot) = counts.get_mut(usize::from(*code)) {
                *slot += share;
            }
        }
    });
}

/// Adds `factor` to `counts[a * words + b]` for each two codes a < b in the list of each row of the set.
pub fn count_pairs(lists: &Lists, rows: &Bits, factor: i64, words: usize, counts: &mut [i64]) {
    each(rows, lists.len(), |row| {
        let list = lists.get(row);
        for (index, one) in list.iter().enumerate() {
            for other in list.get(index + 1..).unwrap_or(&[]) {
                let (a, b) = (usize::from(*one.min(other)), usize::from(*one.max(other)));
                if a != b
                    && let Some(slot) = counts.get_mut(a * words + b)
                {
                    *slot += factor;
                }
            }
        }
    });
}

/// Calls `work` for each row of the set below `length`; where whole words are set, without looking for bits.
fn each(rows: &Bits, length: usize, mut work: impl FnMut(usize)) {
    for (first, word) in rows.masked(0..length) {
        if word == u64::MAX {
            (first..first + 64).for_each(&mut work);
            continue;
        }
        let mut word = word;
        while word != 0 {
            work(first + word.trailing_zeros() as usize);
            word &= word - 1;
        }
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

        let mut counts = vec![0; 20];
        count_lists(&lists, &rows, 1, &mut counts);
        let has = |row: usize, code: u8| lists.get(row).iter().filter(|other| **other == code).count() as i64;
        assert_eq!(
            counts,
            (0..20).map(|code| (0..500).filter(inside).map(|row| has(row, code)).sum()).collect::<Vec<i64>>()
        );

        let mut shares = vec![0; 20];
        count_shares(&lists, &rows, 1, 6, &mut shares);
        let share = |row: usize| 6 / lists.get(row).len().max(1) as i64;
        let expected = |code| (0..500).filter(inside).map(|row| has(row, code) * share(row)).sum::<i64>();
        assert_eq!(shares, (0..20).map(expected).collect::<Vec<_>>());

        let mut pairs = vec![0; 400];
        count_pairs(&lists, &rows, 1, 20, &mut pairs);
        let both = |row: usize, a: u8, b: u8| i64::from(has(row, a) > 0 && has(row, b) > 0);
        for (a, b) in [(0, 7), (6, 13), (3, 17)] {
            let expected: i64 = (0..500).filter(inside).map(|row| both(row, a, b)).sum();
            assert_eq!(pairs[usize::from(a) * 20 + usize::from(b)], expected, "{a} {b}");
        }
        count_pairs(&lists, &rows, -1, 20, &mut pairs);
        assert!(pairs.iter().all(|count| *count == 0));
    }
}
