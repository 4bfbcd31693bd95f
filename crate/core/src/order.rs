//! Order: sorting, compiled once for all types, and a number kept between two others.
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
    order.sort_by(|a, b| compare(*a, *b));
    order
}
