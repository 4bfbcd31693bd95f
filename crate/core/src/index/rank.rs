//! Sorted starts and ends for each group: a count is a difference of two positions, found by galloping.
//!
//! Takes rows of a table in groups, gives counts between edges and the rows of a window. It knows nothing of what a
//! group stands for.

use super::Bins;
use crate::model::ItemTable;
use crate::order::{sort_by, sort_numbers};
use crate::time::Interval;

/// Positions that share one entry of `reach`.
const BLOCK: usize = 256;

/// Dated rows in groups, each group sorted by start, and its ends sorted apart.
#[derive(Clone, Debug, Default)]
pub struct RankIndex {
    offsets: Vec<usize>,
    rows: Vec<u32>,
    starts: Vec<i64>,
    ends: Vec<i64>,
    /// What the rows count together, from the first to each, by start and by end; empty where each counts one.
    started: Vec<u64>,
    ended: Vec<u64>,
    /// The latest end of each block of positions, so that a search backwards can skip.
    reach: Vec<i64>,
}

impl RankIndex {
    /// Builds `groups` groups of `(group, row)` pairs, which come in the order of the rows. Undated rows and unknown
    /// groups are left out.
    pub fn build(
        table: &ItemTable,
        groups: usize,
        pairs: impl Iterator<Item = (usize, u32)> + Clone,
    ) -> RankIndex {
        let pairs = pairs.filter(|(group, row)| *group < groups && *row < table.dated());
        let mut offsets = vec![0_usize; groups + 1];
        for (group, _) in pairs.clone() {
            if let Some(count) = offsets.get_mut(group + 1) {
                *count += 1;
            }
        }
        for group in 1..offsets.len() {
            let before = offsets.get(group - 1).copied().unwrap_or(0);
            if let Some(offset) = offsets.get_mut(group) {
                *offset += before;
            }
        }
        let mut index = RankIndex { rows: place(&offsets, pairs), offsets, ..RankIndex::default() };
        index.fill(table);
        index
    }

    fn fill(&mut self, table: &ItemTable) {
        let (starts, ends) = self.rows.iter().map(|row| bounds(table, *row)).unzip();
        self.starts = starts;
        self.ends = ends;
        self.reach =
            self.ends.chunks(BLOCK).map(|block| block.iter().copied().max().unwrap_or(i64::MIN)).collect();
        for group in self.offsets.windows(2) {
            let &[first, last] = group else { continue };
            if let Some(ends) = self.ends.get_mut(first..last)
                && !ends.is_sorted()
            {
                let mut sorted = ends.to_vec();
                sort_numbers(&mut sorted);
                ends.iter_mut().zip(sorted).for_each(|(end, sorted)| *end = sorted);
            }
        }
    }

    /// Counts each row as much as `weigh` says.
    pub fn weighted(mut self, table: &ItemTable, weigh: impl Fn(u32) -> u64) -> RankIndex {
        let weighed =
            (0..self.groups()).flat_map(|group| self.rows(group).iter().map(move |row| (group, *row)));
        let mut weighed: Vec<(usize, i64, u64)> =
            weighed.map(|(group, row)| (group, bounds(table, row).1, weigh(row))).collect();
        let started = sums(weighed.iter().map(|(.., weight)| *weight));
        sort_by(&mut weighed, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        self.ended = sums(weighed.iter().map(|(.., weight)| *weight));
        self.started = started;
        self
    }

    /// Number of groups.
    pub fn groups(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Number of rows of a group.
    pub fn len(&self, group: usize) -> usize {
        self.range(group).len()
    }

    /// Whether a group has no row.
    pub fn is_empty(&self, group: usize) -> bool {
        self.len(group) == 0
    }

    /// The rows of a group, in order.
    pub fn rows(&self, group: usize) -> &[u32] {
        self.rows.get(self.range(group)).unwrap_or(&[])
    }

    /// The starts of a group, sorted.
    pub fn starts(&self, group: usize) -> &[i64] {
        self.starts.get(self.range(group)).unwrap_or(&[])
    }

    fn ends(&self, group: usize) -> &[i64] {
        self.ends.get(self.range(group)).unwrap_or(&[])
    }

    fn range(&self, group: usize) -> std::ops::Range<usize> {
        match (self.offsets.get(group), self.offsets.get(group + 1)) {
            (Some(first), Some(last)) => *first..*last,
            _ => 0..0,
        }
    }

    /// Adds the counts of a group between ascending edges to `bins`.
    pub fn count(&self, group: usize, edges: &[i64], bins: &mut Bins) {
        let buckets = edges.len().saturating_sub(1);
        bins.starts.resize(buckets, 0);
        bins.ends.resize(buckets, 0);
        if self.is_empty(group) {
            return;
        }
        let first = self.range(group).start;
        let started = |from, to| mass(&self.started, first + from, first + to);
        let ended = |from, to| mass(&self.ended, first + from, first + to);
        let before = count_between(self.starts(group), edges, |edge| edge, started, &mut bins.starts);
        // An end is exclusive: an item that ends at an edge has its last instant before it.
        let over =
            count_between(self.ends(group), edges, |edge| edge.saturating_add(1), ended, &mut bins.ends);
        bins.open += before.saturating_sub(over);
    }

    /// Rows of a group that touch `window`, in order, after row `after`, at most `limit`, and whether that is all.
    pub fn touching(
        &self,
        table: &ItemTable,
        group: usize,
        window: Interval,
        after: Option<u32>,
        limit: usize,
    ) -> (Vec<u32>, bool) {
        let range = self.range(group);
        let starts = self.starts(group);
        let first = range.start + starts.partition_point(|start| *start < window.start.0);
        let last = range.start + starts.partition_point(|start| *start < window.end.0);
        let fresh = |row: &u32| after.is_none_or(|after| *row > after);
        let early = self.reaching(range.start..first, window.start.0).filter(|position| {
            let end = self.rows.get(*position).and_then(|row| table.interval(*row));
            end.is_some_and(|time| time.end > window.start)
        });
        let mut rows: Vec<u32> = early
            .chain(first..last)
            .filter_map(|position| self.rows.get(position))
            .copied()
            .filter(fresh)
            .take(limit.saturating_add(1))
            .collect();
        let complete = rows.len() <= limit;
        rows.truncate(limit);
        (rows, complete)
    }

    /// Positions of blocks in which something lasts beyond `instant`.
    fn reaching(&self, range: std::ops::Range<usize>, instant: i64) -> impl Iterator<Item = usize> + '_ {
        let blocks = range.start / BLOCK..range.end.div_ceil(BLOCK);
        let lasting =
            blocks.filter(move |block| self.reach.get(*block).is_some_and(|reach| *reach > instant));
        lasting.flat_map(move |block| (block * BLOCK).max(range.start)..((block + 1) * BLOCK).min(range.end))
    }
}

/// Rows sorted into their groups, order kept.
fn place(offsets: &[usize], pairs: impl Iterator<Item = (usize, u32)>) -> Vec<u32> {
    let mut next = offsets.to_vec();
    let mut rows = vec![0; offsets.last().copied().unwrap_or(0)];
    for (group, row) in pairs {
        let Some(position) = next.get_mut(group) else { continue };
        if let Some(slot) = rows.get_mut(*position) {
            *slot = row;
        }
        *position += 1;
    }
    rows
}

/// First instant and first one after of a row, at least 1 ms.
fn bounds(table: &ItemTable, row: u32) -> (i64, i64) {
    let (start, end) = table.interval(row).map_or((0, 1), |time| (time.start.0, time.end.0));
    (start, end.max(start.saturating_add(1)))
}

/// What all values up to each make together, from nothing on.
fn sums(values: impl Iterator<Item = u64>) -> Vec<u64> {
    let sum = |sum: &mut u64, value| {
        *sum += value;
        Some(*sum)
    };
    std::iter::once(0).chain(values.scan(0, sum)).collect()
}

/// What positions `from..to` count together.
fn mass(sums: &[u64], from: usize, to: usize) -> u64 {
    match (sums.get(from), sums.get(to)) {
        (Some(before), Some(sum)) => sum.saturating_sub(*before),
        _ => to.saturating_sub(from) as u64,
    }
}

/// Adds to `counts` what lies between `key` of each edge and of the next, as `mass` weighs positions; returns what lies
/// before the first.
fn count_between(
    sorted: &[i64],
    edges: &[i64],
    key: impl Fn(i64) -> i64,
    mass: impl Fn(usize, usize) -> u64,
    counts: &mut [u64],
) -> u64 {
    let Some((first, rest)) = edges.split_first() else { return 0 };
    let mut position = sorted.partition_point(|value| *value < key(*first));
    let before = mass(0, position);
    for (edge, count) in rest.iter().zip(counts) {
        let next = gallop(sorted, position, key(*edge));
        *count += mass(position, next);
        position = next;
    }
    before
}

/// The first position at or after `from` whose value is not below `limit`.
fn gallop(sorted: &[i64], from: usize, limit: i64) -> usize {
    let mut step = 1;
    let mut low = from;
    let mut high = from;
    while sorted.get(high).is_some_and(|value| *value < limit) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    let high = high.min(sorted.len());
    let inner = sorted.get(low..high).unwrap_or(&[]);
    low + inner.partition_point(|value| *value < limit)
}
