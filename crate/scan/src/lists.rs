//! A column of short lists of codes.

use crate::pieces::{PIECE, pieces};

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
        let mut offsets = Vec::with_capacity(order.len() + 1);
        let mut codes = Vec::with_capacity(self.codes.len());
        offsets.push(0);
        order.chunks(PIECE).for_each(|rows| self.take_piece(rows, &mut offsets, &mut codes));
        Lists { offsets, codes }
    }

    #[inline(never)]
    fn take_piece(&self, rows: &[u32], offsets: &mut Vec<u32>, codes: &mut Vec<u8>) {
        for row in rows {
            // One by one: lists are too short for a copy of memory to pay.
            for code in self.get(*row as usize) {
                codes.push(*code);
            }
            offsets.push(codes.len() as u32);
        }
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.offsets.len() * 4 + self.codes.len()
    }
}

#[inline(never)]
fn every(rows: std::ops::Range<usize>, is_so: impl Fn(usize) -> bool) -> bool {
    rows.fold(true, |all, row| all & is_so(row))
}
