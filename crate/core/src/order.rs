//! Order: sorting, compiled once for all types, and a number kept between two others.
//!
//! The standard library's sort is generic, and its one copy is 4 KB of the wasm. Here indexes are sorted by merging,
//! in one small copy that asks a closure, and the items follow; what is in order already is only looked at.

use std::cmp::Ordering;

/// Sorts items; those that compare equal keep their order.
///
/// ```
/// let mut words = vec!["bb", "a", "cc"];
/// dateline_core::order::sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["a", "bb", "cc"]);
/// ```
pub fn sort_by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order =
        sorted_indexes(items.len(), &mut |a, b| match (items.get(a as usize), items.get(b as usize)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
    let mut unsorted: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| unsorted.get_mut(index as usize)?.take()));
}

/// The value, or the border that it lies beyond. Unlike `clamp` it cannot panic: where the borders cross, what is
/// below `least` becomes `least`.
///
/// ```
/// use dateline_core::order::within;
/// assert_eq!([-1.0, 0.5, 2.0].map(|value| within(value, 0.0, 1.0)), [0.0, 0.5, 1.0]);
/// assert_eq!(within(3.0, 5.0, 4.0), 5.0);
/// ```
pub fn within<T: PartialOrd>(value: T, least: T, most: T) -> T {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}

/// The indexes of `length` items in their order. No closure type here: that would compile the sort again.
fn sorted_indexes(length: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(length).unwrap_or(u32::MAX)).collect();
    merge_sort(&mut order, compare);
    order
}

/// Runs of one, two, four and so on are merged, from one vector into the other and back.
fn merge_sort(items: &mut Vec<u32>, compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    let mut merged = Vec::with_capacity(items.len());
    let mut run = 1;
    while run < items.len() {
        merged.clear();
        for pair in items.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            merge(&mut merged, left, right, compare);
        }
        std::mem::swap(items, &mut merged);
        run = run.saturating_mul(2);
    }
}

/// Adds two sorted runs as one; of equals those of the left run come first.
fn merge(
    merged: &mut Vec<u32>,
    mut left: &[u32],
    mut right: &[u32],
    compare: &mut dyn FnMut(u32, u32) -> Ordering,
) {
    // Runs that follow each other are not taken apart.
    let follow = left.last().zip(right.first()).is_some_and(|(a, b)| compare(*a, *b).is_le());
    while let (false, [a, later @ ..], [b, others @ ..]) = (follow, left, right) {
        if compare(*a, *b).is_le() {
            merged.push(*a);
            left = later;
        } else {
            merged.push(*b);
            right = others;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sequence without order, of few different numbers, so that equals are frequent.
    fn shuffled(length: usize) -> Vec<(u32, usize)> {
        let next = |state: &u64| {
            Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
        };
        let states = std::iter::successors(Some(7_u64), next);
        states.skip(1).take(length).enumerate().map(|(at, state)| ((state >> 33) as u32 % 50, at)).collect()
    }

    #[test]
    fn sorting_is_that_of_the_standard_library() {
        for length in (0..70).chain([127, 128, 129, 1000]) {
            let (mut ours, mut theirs) = (shuffled(length), shuffled(length));
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs, "{length} items, equals in their order");
            let mut backwards: Vec<(u32, usize)> = theirs.iter().rev().copied().collect();
            sort_by(&mut backwards, Ord::cmp);
            assert_eq!(backwards, theirs, "{length} items backwards");
        }
    }

    #[test]
    fn what_is_in_order_is_only_looked_at() {
        let mut asked = 0;
        sort_by(&mut (0..1024).collect(), |a: &i32, b| {
            asked += 1;
            a.cmp(b)
        });
        assert_eq!(asked, 1023);
    }
}
