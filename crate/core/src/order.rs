//! Sorting, compiled once for all types.
//!
//! The standard library's sort is generic: each type that is sorted adds about 7 KB to the wasm. Here the indexes are
//! sorted, by one compiled copy that asks a closure, and the items follow. For long columns of plain numbers the
//! standard sort is the better one.

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

/// The indexes of `length` items in their order. No closure type here: that would compile the sort again.
fn sorted_indexes(length: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(length).unwrap_or(u32::MAX)).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}
