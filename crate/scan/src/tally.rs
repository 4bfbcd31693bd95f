//! Counts of keys up to any row: exact at every zoom, for all keys at once.
//!
//! Rows lie in an order of time. At every so many rows the counts of all keys up to there are kept; up to a row in
//! between, the rows since are counted. So a count between two instants is a difference of two such counts, whatever
//! lies between them, and a changed filter costs the rows that changed and one walk over what is kept.

use crate::{Bits, Codes, Lists};
use std::ops::Range;

/// Rows of one block for each key: the more keys there are, the more a kept count costs.
const ROWS_A_KEY: usize = 4;
/// The fewest rows of a block.
const LEAST_ROWS: usize = 256;

/// What a row counts for: a key, or several.
///
/// `places[code]` is the place of a row's code; rows with another code, or without, count for nothing. Without lists
/// that is the key; with them, each code of the list makes the key `code * count + place`.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// A code for each row.
    pub codes: &'a Codes,
    /// The place of each code; `None` counts for nothing.
    pub places: &'a [Option<u32>],
    /// How many places there are.
    pub count: usize,
    /// Lists of codes, and below which number these are.
    pub lists: Option<(&'a Lists, usize)>,
    /// A row counts 1, or with lists so much that is shared by its codes.
    pub shared: Option<u64>,
}

impl Keys<'_> {
    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.lists.map_or(1, |(_, words)| words) * self.count
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds what a row counts whose code has this place, `sign` times.
    #[inline]
    fn add(&self, row: usize, place: usize, sign: u64, counts: &mut [u64]) {
        let Some((lists, _)) = self.lists else {
            if let Some(count) = counts.get_mut(place) {
                *count = count.wrapping_add(sign);
            }
            return;
        };
        let list = lists.get(row);
        let share = match self.shared {
            None => sign,
            Some(whole) => (whole / list.len().max(1) as u64).wrapping_mul(sign),
        };
        for code in list {
            if let Some(count) = counts.get_mut(usize::from(*code) * self.count + place) {
                *count = count.wrapping_add(share);
            }
        }
    }

    /// Adds what rows count, each as often as `sign` says. Called for a block at a time, see `pieces`.
    #[inline(never)]
    fn add_all(&self, rows: Walk, sign: impl Fn(usize) -> u64, counts: &mut [u64]) {
        match self.codes {
            Codes::Bytes(codes) => {
                let mut places = [NOWHERE; 256];
                places.iter_mut().zip(self.places).for_each(|(slot, place)| *slot = place.unwrap_or(NOWHERE));
                rows.each(|row| {
                    let place = codes.get(row).map_or(NOWHERE, |code| places[usize::from(*code)]);
                    if place != NOWHERE {
                        self.add(row, place as usize, sign(row), counts);
                    }
                });
            }
            codes => rows.each(|row| {
                if let Some(place) = codes.get(row).and_then(|code| *self.places.get(code as usize)?) {
                    self.add(row, place as usize, sign(row), counts);
                }
            }),
        }
    }
}

/// The rows of a set at a stretch of positions; a position is the row itself, or the place in an order.
struct Walk<'a> {
    order: Option<&'a [u32]>,
    set: &'a Bits,
    positions: Range<usize>,
}

impl Walk<'_> {
    fn each(self, mut work: impl FnMut(usize)) {
        let Some(order) = self.order else { return self.set.each(self.positions, work) };
        for row in order.get(self.positions).unwrap_or(&[]) {
            if self.set.contains(*row as usize) {
                work(*row as usize);
            }
        }
    }
}

/// The place of a code that counts for nothing.
const NOWHERE: u32 = u32::MAX;

/// The counts of keys over rows in an order.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    keys: usize,
    /// Rows of a block.
    block: usize,
    /// Before each block, and after the last: the count of each key.
    before: Vec<u64>,
}

impl Tally {
    /// No row counts. `rows` lie in the order that is given with every other call.
    pub fn none(rows: usize, keys: usize) -> Tally {
        let block = (keys * ROWS_A_KEY).next_power_of_two().max(LEAST_ROWS);
        Tally { keys, block, before: vec![0; keys * (rows.div_ceil(block) + 1)] }
    }

    /// Lets rows count that are in `now`, and others no longer: only rows in `changed` did change. `order` names the
    /// row at each position, where it is not the row itself.
    pub fn change(&mut self, keys: Keys, order: Option<&[u32]>, changed: &Bits, now: &Bits, rows: usize) {
        let mut since = vec![0_u64; self.keys];
        let block = self.block;
        let blocks = self.before.chunks_mut(self.keys.max(1)).enumerate();
        for (index, before) in blocks {
            before.iter_mut().zip(&since).for_each(|(count, since)| *count = count.wrapping_add(*since));
            let positions = (index * block).min(rows)..((index + 1) * block).min(rows);
            let sign = |row: usize| if now.contains(row) { 1 } else { u64::MAX };
            keys.add_all(Walk { order, set: changed, positions }, sign, &mut since);
        }
    }

    /// For each position, which ascend, how much each of `wanted` counts before it: one list after the other.
    pub fn before(
        &self,
        keys: Keys,
        order: Option<&[u32]>,
        now: &Bits,
        positions: &[usize],
        wanted: &[usize],
    ) -> Vec<u64> {
        let mut answer = Vec::with_capacity(positions.len() * wanted.len());
        let mut counts = vec![0_u64; self.keys];
        // Up to where `counts` counts; nowhere yet.
        let mut counted = None;
        for position in positions {
            let block = position / self.block.max(1);
            let first = block * self.block;
            let from = match counted {
                Some(counted) if counted >= first && counted <= *position => counted,
                _ => {
                    let kept = self.before.get(block * self.keys..(block + 1) * self.keys);
                    kept.into_iter().for_each(|kept| counts.copy_from_slice(kept));
                    first
                }
            };
            keys.add_all(Walk { order, set: now, positions: from..*position }, |_| 1, &mut counts);
            counted = Some(*position);
            answer.extend(wanted.iter().map(|key| counts.get(*key).copied().unwrap_or(0)));
        }
        answer
    }

    /// The positions of the blocks in a range in which one of `wanted` counts anything, ascending.
    pub fn blocks(&self, range: Range<usize>, wanted: &[usize]) -> Vec<Range<usize>> {
        let block = self.block.max(1);
        let count = |block: usize, key: &usize| self.before.get(block * self.keys + key);
        let holds = |index: &usize| wanted.iter().any(|key| count(*index, key) != count(index + 1, key));
        let positions = |index: usize| (index * block).max(range.start)..((index + 1) * block).min(range.end);
        (range.start / block..range.end.div_ceil(block)).filter(holds).map(positions).collect()
    }

    /// How much each key counts over all rows.
    pub fn totals(&self) -> &[u64] {
        self.before.get(self.before.len().saturating_sub(self.keys)..).unwrap_or(&[])
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.before.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_up_to_any_position_are_those_of_a_look_at_each_row() {
        let rows = 3000_usize;
        let codes = Codes::narrow(&(0..rows as u32).map(|row| row * 7 % 5).collect::<Vec<_>>(), 4);
        let places = [Some(1), None, Some(0), Some(2)];
        let mut lists = Lists::default();
        (0..rows as u32)
            .for_each(|row| lists.push((0..row % 4).map(|index| ((row * 13 + index) % 30) as u8)));
        let order: Vec<u32> = (0..rows as u32).map(|row| row * 1009 % rows as u32).collect();
        for (lists, shared) in [(None, None), (Some((&lists, 30)), None), (Some((&lists, 30)), Some(12))] {
            let keys = Keys { codes: &codes, places: &places, count: 3, lists, shared };
            for order in [None, Some(order.as_slice())] {
                let mut tally = Tally::none(rows, keys.len());
                let mut then = Bits::none(rows);
                for step in [2_usize, 3, 7] {
                    let mut now = Bits::range(rows, step..rows - 100 * step);
                    (0..rows).step_by(step).for_each(|row| now.insert(row));
                    tally.change(keys, order, &then.differing(&now), &now, rows);
                    then = now;
                }
                let positions = [0, 1, 255, 256, 257, 300, 1500, 1501, 2999, 3000];
                let wanted: Vec<usize> = (0..keys.len()).collect();
                let found = tally.before(keys, order, &then, &positions, &wanted);
                for (position, found) in positions.iter().zip(found.chunks(keys.len())) {
                    let mut expected = vec![0; keys.len()];
                    let row = |at: usize| order.map_or(at, |order| order[at] as usize);
                    let before = (0..*position).map(row).filter(|row| then.contains(*row));
                    before.for_each(|row| {
                        if let Some(place) = codes.get(row).and_then(|code| places[code as usize]) {
                            keys.add(row, place as usize, 1, &mut expected);
                        }
                    });
                    assert_eq!(found, expected, "before {position}");
                }
                assert_eq!(tally.totals(), &found[found.len() - keys.len()..]);
                let held: usize = tally.blocks(5..2500, &wanted).iter().map(ExactSizeIterator::len).sum();
                assert_eq!(held, 2495);
                assert!(tally.blocks(5..2500, &[]).is_empty());
            }
        }
    }
}
