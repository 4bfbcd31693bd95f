//! The rows of a table in the order in which they begin, and in the order in which they end.
//!
//! What never changes while a table is explored: positions of instants in both orders, how long rows last in classes,
//! and how far the rows of each stretch reach.

use super::Length;
use crate::model::ItemTable;
use crate::time::Interval;
use dateline_scan::{ends, ordered, reach};

/// Rows that share one entry of `reach`.
const STRETCH: usize = 256;

/// Begins and ends of the dated rows.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// The dated rows by their ends, where that is not the order of their begins.
    by_end: Option<Vec<u32>>,
    /// For each code of the table's durations, which of `classes` it is in.
    class_of: Vec<Option<u32>>,
    /// The classes that occur, ascending.
    classes: Vec<Length>,
    /// The latest end of each stretch of rows, so that a search backwards can skip.
    reach: Vec<i64>,
}

impl Clock {
    /// Reads the times of a table.
    pub fn new(table: &ItemTable) -> Clock {
        let times = (table.starts(), table.lengths(), table.durations());
        let (reach, ascend) = reach(times.0, times.1, times.2, STRETCH);
        let classes_of: Vec<Length> = table.durations().iter().map(|ms| Length::of_ms(*ms)).collect();
        let classes: Vec<Length> =
            Length::ALL.into_iter().filter(|class| classes_of.contains(class)).collect();
        let place =
            |class: &Length| classes.iter().position(|other| other == class).map(|place| place as u32);
        Clock {
            reach,
            by_end: (!ascend).then(|| ordered(&ends(times.0, times.1, times.2), i64::MAX)),
            class_of: classes_of.iter().map(place).collect(),
            classes,
        }
    }

    /// The order of the ends, where it is another one than that of the begins.
    pub fn by_end(&self) -> Option<&[u32]> {
        self.by_end.as_deref()
    }

    /// The class of each code of the table's durations.
    pub fn class_of(&self) -> &[Option<u32>] {
        &self.class_of
    }

    /// The classes that occur, ascending.
    pub fn classes(&self) -> &[Length] {
        &self.classes
    }

    /// The latest end of all.
    pub fn last_end(&self) -> Option<i64> {
        self.reach.iter().copied().max()
    }

    /// For ascending instants, how many rows begin before each.
    pub fn begun(&self, table: &ItemTable, instants: &[i64]) -> Vec<usize> {
        let starts = table.starts();
        positions(starts.len(), instants, |at, instant| starts.get(at).is_some_and(|start| *start < instant))
    }

    /// For ascending instants, how many rows have ended at each: an end is exclusive, so that a row that ends at an
    /// instant has its last one before it.
    pub fn ended(&self, table: &ItemTable, instants: &[i64]) -> Vec<usize> {
        let row = |at: usize| match &self.by_end {
            None => Some(at as u32),
            Some(order) => order.get(at).copied(),
        };
        let has_ended = |at: usize, instant: i64| row(at).is_some_and(|row| end(table, row) <= instant);
        positions(table.starts().len(), instants, has_ended)
    }

    /// Rows of a range that may last beyond an instant: whole stretches in which one does.
    pub fn lasting(
        &self,
        range: std::ops::Range<usize>,
        instant: i64,
    ) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let stretches = range.start / STRETCH..range.end.div_ceil(STRETCH);
        let lasts = move |stretch: &usize| self.reach.get(*stretch).is_some_and(|reach| *reach > instant);
        stretches.filter(lasts).map(move |stretch| {
            (stretch * STRETCH).max(range.start)..((stretch + 1) * STRETCH).min(range.end)
        })
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.by_end.as_ref().map_or(0, |order| order.len() * 4) + self.reach.len() * 8
    }
}

/// First instant after a row; a row without length counts as one of 1 ms.
pub fn end(table: &ItemTable, row: u32) -> i64 {
    table.interval(row).map_or(0, end_of)
}

/// First instant after an interval, which is at least 1 ms long.
pub fn end_of(time: Interval) -> i64 {
    time.end.0.max(time.start.0.saturating_add(1))
}

/// For ascending instants the first place of `0..length` where `is_before` no longer holds. From one to the next in
/// steps that double: near ones cost little.
fn positions(length: usize, instants: &[i64], is_before: impl Fn(usize, i64) -> bool) -> Vec<usize> {
    let mut from = 0;
    let next = |instant: &i64| {
        let mut step = 1;
        while from + step <= length && is_before(from + step - 1, *instant) {
            from += step;
            step *= 2;
        }
        let (mut low, mut high) = (from, (from + step).min(length));
        while low < high {
            let middle = low.midpoint(high);
            if is_before(middle, *instant) { low = middle + 1 } else { high = middle }
        }
        from = low;
        low
    };
    instants.iter().map(next).collect()
}
