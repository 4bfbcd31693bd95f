//! The order of rows by a number: a radix sort of numbers that carry their row.

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
    let present = || keys.iter().copied().filter(|key| *key != missing);
    let (least, most) =
        present().fold((i64::MAX, i64::MIN), |(least, most), key| (least.min(key), most.max(key)));
    let rows = || (0..u32::MAX).zip(keys);
    let mut order = if least >= most {
        rows().filter(|(_, key)| **key != missing).map(|(row, _)| row).collect()
    } else {
        let range = most.wrapping_sub(least) as u64;
        let row_bits = u32::BITS - u32::try_from(keys.len()).unwrap_or(u32::MAX).leading_zeros();
        let key_bits = u64::BITS - range.leading_zeros();
        if key_bits + row_bits <= u64::BITS {
            let carried = rows().filter(|(_, key)| **key != missing);
            let key = |key: i64| key.wrapping_sub(least) as u64;
            by_key(carried.map(|(row, own)| (key(*own), row)), row_bits, key_bits)
        } else {
            // Keys so far apart that no row fits beside them: first by their lower half, then by the upper one.
            let all = rows().filter(|(_, key)| **key != missing).map(|(row, _)| row).collect();
            let half =
                |shift: u32| move |key: i64| u64::from((key.wrapping_sub(least) as u64 >> shift) as u32);
            again(keys, again(keys, all, half(0)), half(u32::BITS))
        }
    };
    if order.len() < keys.len() {
        order.extend(rows().filter(|(_, key)| **key == missing).map(|(row, _)| row));
    }
    order
}

/// Rows in the order of half a key, those of equal ones as they come.
fn again(keys: &[i64], rows: Vec<u32>, half: impl Fn(i64) -> u64) -> Vec<u32> {
    let key = |row: u32| keys.get(row as usize).map_or(0, |key| half(*key));
    // The place in the order is carried, and leads back to the row.
    let carried = rows.iter().zip(0..u32::MAX).map(|(row, place)| (key(*row), place));
    let places = by_key(carried, u32::BITS, u32::BITS);
    places.iter().filter_map(|place| rows.get(*place as usize).copied()).collect()
}

/// Rows in the order of keys of `key_bits` bits; a row has `row_bits`, and both together no more than a word.
fn by_key(carried: impl Iterator<Item = (u64, u32)>, row_bits: u32, key_bits: u32) -> Vec<u32> {
    let numbers = carried.map(|(key, row)| key << row_bits | u64::from(row)).collect();
    let row = (1_u64 << row_bits) - 1;
    sorted(numbers, row_bits, key_bits).iter().map(|carried| (carried & row) as u32).collect()
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
    for number in from {
        if let Some(count) = next.get_mut(place(*number)) {
            *count += 1;
        }
    }
    if next.contains(&from.len()) {
        return false;
    }
    let mut sum = 0;
    for slot in &mut next {
        sum += std::mem::replace(slot, sum);
    }
    for number in from {
        let Some(position) = next.get_mut(place(*number)) else { continue };
        if let Some(slot) = to.get_mut(*position) {
            *slot = *number;
        }
        *position += 1;
    }
    true
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
    order.iter().map(|row| values.get(*row as usize).copied().unwrap_or_default()).collect()
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
            for keys in [keys.clone(), keys[..length.min(7)].to_vec()] {
                let mut expected: Vec<u32> = (0..keys.len() as u32).collect();
                expected.sort_by_key(|row| keys[*row as usize]);
                assert_eq!(ordered(&keys, i64::MAX), expected, "{length} {spread}");
            }
        }
    }
}
