//! The order of rows by a number: a radix sort of numbers that carry their row.

use crate::pieces::PIECE;

/// Bits of one digit: as many places as fit into the nearest cache with room to spare.
const DIGIT: u32 = 11;

/// Whether numbers never fall.
pub fn ascends(numbers: &[i64]) -> bool {
    numbers.is_sorted()
}

/// The rows in the order of their keys, rows of equal keys in their own order, and rows whose key is `missing` last.
///
/// ```
/// assert_eq!(dateline_scan::ordered(&[5, -1, i64::MAX, 5, 0], i64::MAX), [1, 4, 0, 3, 2]);
/// ```
pub fn ordered(keys: &[i64], missing: i64) -> Vec<u32> {
    sort(&mut keys.to_vec(), missing)
}

/// Sorts keys in place, those that are `missing` last; gives the row that each was in, as [`ordered`] does.
pub fn sort(keys: &mut [i64], missing: i64) -> Vec<u32> {
    let (least, most) =
        keys.chunks(PIECE).fold((i64::MAX, i64::MIN), |range, piece| spread(piece, missing, range));
    let rows = || (0..u32::MAX).zip(keys.iter().copied());
    let lost: Vec<u32> = rows().filter(|(_, key)| *key == missing).map(|(row, _)| row).collect();
    let range = if least < most { most.wrapping_sub(least) as u64 } else { 0 };
    let row_bits = u32::BITS - u32::try_from(keys.len()).unwrap_or(u32::MAX).leading_zeros();
    let key_bits = u64::BITS - range.leading_zeros();
    let above = |key: i64| key.wrapping_sub(least) as u64;
    if key_bits + row_bits <= u64::BITS {
        let mut numbers = Vec::with_capacity(keys.len());
        for (piece, first) in keys.chunks(PIECE).zip((0..).step_by(PIECE)) {
            carry(piece, first, missing, |key, row| carried(above(key), row, row_bits), &mut numbers);
        }
        let sorted = sorted(numbers, row_bits, key_bits);
        put_back(keys, &sorted, |number| least.wrapping_add((number >> row_bits) as i64), missing);
        let mut order = Vec::with_capacity(keys.len());
        sorted.chunks(PIECE).for_each(|piece| put_rows(piece, row_bits, &mut order));
        order.extend(lost);
        return order;
    }
    let found = rows().filter(|(_, key)| *key != missing);
    // Keys so far apart that no row fits beside them: first by their lower half, then by the upper one.
    let half = |shift: u32| move |key: i64| u64::from((above(key) >> shift) as u32);
    let mut order = again(keys, again(keys, found.map(|(row, _)| row).collect(), half(0)), half(u32::BITS));
    order.extend(lost);
    let taken = take(keys, &order);
    keys.copy_from_slice(&taken);
    order
}

/// The least and the largest key, and those before.
#[inline(never)]
fn spread(keys: &[i64], missing: i64, range: (i64, i64)) -> (i64, i64) {
    let present = keys.iter().copied().filter(|key| *key != missing);
    present.fold(range, |(least, most), key| (least.min(key), most.max(key)))
}

/// Adds the keys that are there with their rows, of which `first` is that of the first.
#[inline(never)]
fn carry(keys: &[i64], first: u32, missing: i64, carried: impl Fn(i64, u32) -> u64, numbers: &mut Vec<u64>) {
    let found = keys.iter().zip(first..).filter(|(key, _)| **key != missing);
    numbers.extend(found.map(|(key, row)| carried(*key, row)));
}

#[inline(never)]
fn put_rows(carried: &[u64], row_bits: u32, rows: &mut Vec<u32>) {
    rows.extend(carried.iter().map(|number| row_of(*number, row_bits)));
}

/// Writes sorted keys over the unsorted ones, and behind them those that are missing.
fn put_back(keys: &mut [i64], sorted: &[u64], key_of: impl Fn(u64) -> i64, missing: i64) {
    for (keys, sorted) in keys.chunks_mut(PIECE).zip(sorted.chunks(PIECE)) {
        put_keys(keys, sorted, &key_of);
    }
    keys.iter_mut().skip(sorted.len()).for_each(|key| *key = missing);
}

#[inline(never)]
fn put_keys(keys: &mut [i64], sorted: &[u64], key_of: impl Fn(u64) -> i64) {
    keys.iter_mut().zip(sorted).for_each(|(key, number)| *key = key_of(*number));
}

/// A key with its row in the lowest bits.
fn carried(key: u64, row: u32, row_bits: u32) -> u64 {
    key << row_bits | u64::from(row)
}

fn row_of(carried: u64, row_bits: u32) -> u32 {
    (carried & ((1_u64 << row_bits) - 1)) as u32
}

/// Rows in the order of half a key, those of equal ones as they come.
fn again(keys: &[i64], rows: Vec<u32>, half: impl Fn(i64) -> u64) -> Vec<u32> {
    let key = |row: u32| keys.get(row as usize).map_or(0, |key| half(*key));
    // The place in the order is carried, and leads back to the row.
    let numbers = rows.iter().zip(0..u32::MAX).map(|(row, place)| carried(key(*row), place, u32::BITS));
    let sorted = sorted(numbers.collect(), u32::BITS, u32::BITS);
    sorted.iter().filter_map(|number| rows.get(row_of(*number, u32::BITS) as usize).copied()).collect()
}

/// Sorts numbers by `bits` bits from `shift` on, the lowest digit first.
fn sorted(mut numbers: Vec<u64>, shift: u32, bits: u32) -> Vec<u64> {
    let passes = bits.div_ceil(DIGIT);
    let digit = bits.div_ceil(passes.max(1)).max(1);
    let mut other = vec![0; numbers.len()];
    for pass in 0..passes {
        let shift = shift + pass * digit;
        if !pass_over(&numbers, &mut other, shift, digit) {
            continue;
        }
        std::mem::swap(&mut numbers, &mut other);
    }
    numbers
}

/// One pass of the sort; false where all have the same digit, and nothing is to be done.
fn pass_over(from: &[u64], to: &mut [u64], shift: u32, digit: u32) -> bool {
    let places = 1_usize << digit;
    let place = |number: u64| (number >> shift) as usize & (places - 1);
    let mut next = vec![0_usize; places];
    from.chunks(PIECE).for_each(|piece| count_digits(piece, place, &mut next));
    if next.contains(&from.len()) {
        return false;
    }
    let mut sum = 0;
    for slot in &mut next {
        sum += std::mem::replace(slot, sum);
    }
    from.chunks(PIECE).for_each(|piece| put_digits(piece, place, &mut next, to));
    true
}

#[inline(never)]
fn count_digits(numbers: &[u64], place: impl Fn(u64) -> usize, next: &mut [usize]) {
    for number in numbers {
        if let Some(count) = next.get_mut(place(*number)) {
            *count += 1;
        }
    }
}

#[inline(never)]
fn put_digits(numbers: &[u64], place: impl Fn(u64) -> usize, next: &mut [usize], to: &mut [u64]) {
    for number in numbers {
        let Some(position) = next.get_mut(place(*number)) else { continue };
        if let Some(slot) = to.get_mut(*position) {
            *slot = *number;
        }
        *position += 1;
    }
}

/// Four columns of bytes in another order at one go: place `i` gets what was at `order[i]`. Where columns are larger
/// than the caches, one look at a row costs as much as one at a byte.
pub fn take_four(columns: [&[u8]; 4], order: &[u32]) -> [Vec<u8>; 4] {
    let [one, two, three, four] = columns;
    let together: Vec<u32> = one
        .iter()
        .zip(two)
        .zip(three.iter().zip(four))
        .map(|((one, two), (three, four))| u32::from_le_bytes([*one, *two, *three, *four]))
        .collect();
    let taken = take(&together, order);
    [0, 8, 16, 24].map(|shift| taken.iter().map(|row| (row >> shift) as u8).collect())
}

/// Bytes in another order: place `i` gets what was at `order[i]`.
pub fn take_bytes(values: &[u8], order: &[u32]) -> Vec<u8> {
    take(values, order)
}

/// Numbers in another order: place `i` gets what was at `order[i]`.
pub fn take_numbers(values: &[i64], order: &[u32]) -> Vec<i64> {
    take(values, order)
}

/// Place `i` gets what was at `order[i]`.
pub(crate) fn take<T: Copy + Default>(values: &[T], order: &[u32]) -> Vec<T> {
    let mut taken = Vec::with_capacity(order.len());
    order.chunks(PIECE).for_each(|rows| take_piece(values, rows, &mut taken));
    taken
}

#[inline(never)]
fn take_piece<T: Copy + Default>(values: &[T], rows: &[u32], taken: &mut Vec<T>) {
    taken.extend(rows.iter().map(|row| values.get(*row as usize).copied().unwrap_or_default()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_a_stable_sort() {
        let mut state = 11_u64;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 20) as i64
        };
        for (length, spread) in
            [(0_usize, 1), (1, 1), (2, 9), (1000, 3), (5000, 400_000_000_000), (900, i64::MAX)]
        {
            let mut keys: Vec<i64> = (0..length).map(|_| next() % spread - spread / 3).collect();
            if length > 100 {
                keys[50] = i64::MAX;
                keys[7] = i64::MAX;
                keys[8] = i64::MIN;
            }
            for mut keys in [keys.clone(), keys[..length.min(7)].to_vec()] {
                let mut expected: Vec<u32> = (0..keys.len() as u32).collect();
                expected.sort_by_key(|row| keys[*row as usize]);
                assert_eq!(ordered(&keys, i64::MAX), expected, "{length} {spread}");
                let mut sorted = keys.clone();
                sorted.sort_unstable();
                assert_eq!(sort(&mut keys, i64::MAX), expected);
                assert_eq!(keys, sorted);
            }
        }
    }
}
