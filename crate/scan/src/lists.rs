//! A column of short lists of codes.

use crate::order::take;
use crate::pieces::{PIECE, pieces};
use std::ops::Range;

/// A list of so many codes fits into one number, with its length. What lies elsewhere is then looked at once a row.
const SHORT: usize = 3;
/// Stands for the length of a longer one.
const LONG: u8 = u8::MAX;

/// A short list as a number.
fn pack(list: &[u8]) -> u32 {
    u32::from_le_bytes(match *list {
        [] => [0; 4],
        [a] => [1, a, 0, 0],
        [a, b] => [2, a, b, 0],
        [a, b, c] => [3, a, b, c],
        _ => [LONG, 0, 0, 0],
    })
}

fn is_long(packed: u32) -> bool {
    packed as u8 == LONG
}

/// Lists of codes below 255: row `i` has `codes[offsets[i]..offsets[i + 1]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    offsets: Vec<u32>,
    codes: Vec<u8>,
}

impl Default for Lists {
    fn default() -> Self {
        Lists { offsets: vec![0], codes: Vec::new() }
    }
}

impl Lists {
    /// Lists from their parts; `None` where the offsets do not begin with 0, fall, or do not end with the codes.
    pub fn from_parts(offsets: Vec<u32>, codes: Vec<u8>) -> Option<Lists> {
        let sound = offsets.first() == Some(&0)
            && offsets.last().is_some_and(|last| *last as usize == codes.len())
            && offsets.is_sorted();
        sound.then_some(Lists { offsets, codes })
    }

    /// Adds a row.
    pub fn push(&mut self, codes: impl IntoIterator<Item = u8>) {
        self.codes.extend(codes);
        self.offsets.push(u32::try_from(self.codes.len()).unwrap_or(u32::MAX));
    }

    /// Rows.
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The list of a row.
    pub fn get(&self, row: usize) -> &[u8] {
        let bounds = (self.offsets.get(row), self.offsets.get(row.saturating_add(1)));
        let (Some(&start), Some(&end)) = bounds else { return &[] };
        self.codes.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// The codes of all rows, one list after the other.
    pub fn codes(&self) -> &[u8] {
        &self.codes
    }

    pub(crate) fn offsets(&self) -> &[u32] {
        &self.offsets
    }

    /// Whether no list has a code twice, or 255, which stands for none.
    pub fn are_sets(&self) -> bool {
        let twice = |list: &[u8]| match list {
            [] | [_] => false,
            [a, b] => a == b,
            [a, b, c] => a == b || a == c || b == c,
            many => many.iter().enumerate().any(|(at, code)| many.iter().take(at).any(|other| other == code)),
        };
        let is_set = |row: usize| !twice(self.get(row));
        !self.codes.contains(&u8::MAX) && pieces(self.len()).all(|piece| every(piece, is_set))
    }

    /// Row `i` becomes what row `order[i]` was.
    pub fn taken(&self, order: &[u32]) -> Lists {
        let mut packed = Vec::with_capacity(self.len());
        pieces(self.len()).for_each(|rows| self.pack(rows, &mut packed));
        let mut taken = Lists {
            offsets: Vec::with_capacity(order.len() + 1),
            codes: Vec::with_capacity(self.codes.len() + SHORT * PIECE),
        };
        taken.offsets.push(0);
        for rows in order.chunks(PIECE) {
            let found = take(&packed, rows);
            if found.iter().any(|list| is_long(*list)) {
                rows.iter().for_each(|row| taken.push(self.get(*row as usize).iter().copied()));
            } else {
                taken.push_packed(&found);
            }
        }
        taken
    }

    #[inline(never)]
    fn pack(&self, rows: Range<usize>, packed: &mut Vec<u32>) {
        packed.extend(rows.map(|row| pack(self.get(row))));
    }

    /// Adds short lists. Each is written as if it were as long as it may be, and the next over what is too much.
    #[inline(never)]
    fn push_packed(&mut self, lists: &[u32]) {
        let mut end = self.codes.len();
        self.codes.resize(end + lists.len() * SHORT, 0);
        for list in lists {
            let [count, codes @ ..] = list.to_le_bytes();
            if let Some(slots) = self.codes.get_mut(end..end + SHORT) {
                slots.copy_from_slice(&codes);
            }
            end += usize::from(count);
            self.offsets.push(end as u32);
        }
        self.codes.truncate(end);
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.offsets.len() * 4 + self.codes.len()
    }
}

#[inline(never)]
fn every(rows: Range<usize>, is_so: impl Fn(usize) -> bool) -> bool {
    rows.fold(true, |all, row| all & is_so(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_all_lengths_are_taken_in_another_order() {
        for most in [3, 6] {
            let mut lists = Lists::default();
            for row in 0..3 * PIECE {
                lists.push((0..(row * 7 % (most + 1)) as u8).map(|code| code + row as u8 % 9));
            }
            let order: Vec<u32> = (0..lists.len() as u32).map(|row| row * 5 % lists.len() as u32).collect();
            let taken = lists.taken(&order);
            assert_eq!(taken.len(), order.len());
            for (row, source) in order.iter().enumerate() {
                assert_eq!(taken.get(row), lists.get(*source as usize), "{most} {row}");
            }
            assert_eq!(taken.codes().len(), *taken.offsets().last().unwrap() as usize);
        }
    }
}
