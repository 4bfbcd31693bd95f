//! Columns from other columns, a number at a time.

use crate::Codes;
use crate::pieces::PIECE;

/// Numbers that are not of a range, by the first place where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray(pub usize);

/// The first number that is larger than the next.
pub fn falls(numbers: &[u32]) -> Option<usize> {
    if numbers.is_sorted() { None } else { numbers.windows(2).position(|pair| pair.first() > pair.get(1)) }
}

/// The same for larger numbers.
pub fn falls_long(numbers: &[u64]) -> Option<usize> {
    if numbers.is_sorted() { None } else { numbers.windows(2).position(|pair| pair.first() > pair.get(1)) }
}

/// Instants as whole numbers, rounded down; what is no number becomes `missing`.
///
/// # Errors
///
/// Where one is neither NaN nor between `first` and `last`; it comes with its place.
///
/// ```
/// assert_eq!(dateline_scan::instants(vec![1.5, f64::NAN], 0.0, 9.0, -1), Ok(vec![1, -1]));
/// assert_eq!(dateline_scan::instants(vec![1.5, 10.0], 0.0, 9.0, -1), Err((dateline_scan::Stray(1), 10.0)));
/// ```
pub fn instants(mut given: Vec<f64>, first: f64, last: f64, missing: i64) -> Result<Vec<i64>, (Stray, f64)> {
    let is_stray = |instant: &f64| *instant < first || *instant > last;
    if given.chunks(PIECE).any(|piece| some(piece, is_stray)) {
        let stray =
            given.iter().copied().enumerate().find(|(_, instant)| is_stray(instant)).unwrap_or_default();
        return Err((Stray(stray.0), stray.1));
    }
    given.chunks_mut(PIECE).for_each(|piece| make_whole(piece, missing));
    // The bits of whole numbers are there already: the same memory under another type.
    Ok(given.into_iter().map(|whole| whole.to_bits() as i64).collect())
}

/// Whether it is so with any, looked at all together as vectors are.
#[inline(never)]
fn some<T>(values: &[T], is_so: impl Fn(&T) -> bool) -> bool {
    values.iter().fold(false, |any, value| any | is_so(value))
}

/// Puts the bits of whole numbers where the others were: fresh memory would cost more than the work.
#[inline(never)]
fn make_whole(instants: &mut [f64], missing: i64) {
    for instant in instants {
        let whole = if instant.is_nan() { missing } else { instant.floor() as i64 };
        *instant = f64::from_bits(whole as u64);
    }
}

/// How long each lasts from its start to its end; 0 where the start is `missing`.
///
/// # Errors
///
/// Where an end is before its start, after `last`, or no number.
pub fn durations(starts: &[i64], ends: &[f64], last: f64, missing: i64) -> Result<Vec<i64>, Stray> {
    let fits = |start: i64, end: f64| start == missing || end >= start as f64 && end <= last;
    let pairs = || starts.iter().zip(ends);
    if !pairs().fold(true, |all, (start, end)| all & fits(*start, *end)) {
        return Err(Stray(pairs().position(|(start, end)| !fits(*start, *end)).unwrap_or(0)));
    }
    let lasts = |(start, end): (&i64, &f64)| if *start == missing { 0 } else { end.floor() as i64 - start };
    Ok(pairs().map(lasts).collect())
}

/// For each of so many rows what `of` has at its code, or `otherwise`; with the bits of `flags` that `mask` has.
pub fn merged(
    rows: usize,
    codes: &Codes,
    of: &[u8],
    otherwise: u8,
    flags: Option<&[u8]>,
    mask: u8,
) -> Vec<u8> {
    let code =
        |row: usize| codes.get(row).and_then(|code| of.get(code as usize)).copied().unwrap_or(otherwise);
    let mut merged: Vec<u8> = match codes {
        Codes::Bytes(codes) if codes.len() == rows => {
            let mut table = [otherwise; 256];
            table.iter_mut().zip(of).for_each(|(slot, value)| *slot = *value);
            codes.iter().map(|code| table[usize::from(*code)]).collect()
        }
        _ => (0..rows).map(code).collect(),
    };
    for (value, flags) in merged.iter_mut().zip(flags.unwrap_or(&[])) {
        *value |= flags & mask;
    }
    merged
}

/// The end of each row: its start and its duration, at least 1 on.
pub fn ends(starts: &[i64], lengths: &Codes, durations: &[i64]) -> Vec<i64> {
    let mut ends = Vec::with_capacity(starts.len());
    each_end(starts, lengths, durations, PIECE, |piece| ends.extend_from_slice(piece));
    ends
}

/// The latest end of each stretch of so many rows, and whether ends never fall. The ends themselves are not kept.
pub fn reach(starts: &[i64], lengths: &Codes, durations: &[i64], stretch: usize) -> (Vec<i64>, bool) {
    let mut latest = Vec::with_capacity(starts.len().div_ceil(stretch.max(1)));
    let (mut ascend, mut last) = (true, i64::MIN);
    each_end(starts, lengths, durations, stretch, |ends| {
        let rises = ends.first().is_none_or(|first| *first >= last) && ends.is_sorted();
        ascend = ascend && rises;
        last = ends.last().copied().unwrap_or(last);
        latest.push(ends.iter().copied().fold(i64::MIN, i64::max));
    });
    (latest, ascend)
}

/// The ends of rows, so many at a time.
fn each_end(
    starts: &[i64],
    lengths: &Codes,
    durations: &[i64],
    at_once: usize,
    mut take: impl FnMut(&[i64]),
) {
    let mut ends = Vec::with_capacity(at_once.min(starts.len()));
    let mut first = 0;
    for piece in starts.chunks(at_once.max(1)) {
        ends.clear();
        end_piece(piece, first, lengths, durations, &mut ends);
        take(&ends);
        first += piece.len();
    }
}

#[inline(never)]
fn end_piece(starts: &[i64], first: usize, lengths: &Codes, durations: &[i64], ends: &mut Vec<i64>) {
    if let [only] = durations {
        return ends.extend(starts.iter().map(|start| start.saturating_add((*only).max(1))));
    }
    let lasts = |row: usize| {
        let code = lengths.get(row).unwrap_or(0);
        durations.get(code as usize).copied().unwrap_or(0).max(1)
    };
    ends.extend((first..).zip(starts).map(|(row, start)| start.saturating_add(lasts(row))));
}

/// The numbers `0..count`.
pub fn places(count: usize) -> Vec<u32> {
    (0..u32::try_from(count).unwrap_or(u32::MAX)).collect()
}

/// How many numbers are not `missing`.
pub fn present(numbers: &[i64], missing: i64) -> usize {
    numbers.iter().map(|number| usize::from(*number != missing)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_from_start_to_end() {
        let starts = [5, i64::MAX, -3];
        assert_eq!(durations(&starts, &[7.9, f64::NAN, -3.0], 9.0, i64::MAX), Ok(vec![2, 0, 0]));
        for (end, at) in [([4.0, 0.0, 0.0], 0), ([5.0, 0.0, 9.5], 2), ([5.0, 0.0, f64::NAN], 2)] {
            assert_eq!(durations(&starts, &end, 9.0, i64::MAX), Err(Stray(at)));
        }
    }

    #[test]
    fn merged_values_are_those_of_their_codes() {
        for words in [2, 400] {
            let codes = Codes::narrow(&[1, 0, 9999], words);
            let mut of = vec![0; words];
            of[1] = 32;
            assert_eq!(merged(3, &codes, &of, 64, Some(&[0, 255, 1]), 15), [32, 15, 65]);
            assert_eq!(merged(4, &codes, &of, 64, None, 15), [32, 0, 64, 64]);
        }
    }

    #[test]
    fn ends_and_the_latest_of_them() {
        let lengths = Codes::narrow(&[0, 1, 1], 2);
        assert_eq!(ends(&[1, 2, 3], &lengths, &[0, 9]), [2, 11, 12]);
        assert_eq!(ends(&[1, 2, 3], &lengths, &[5]), [6, 7, 8]);
        assert_eq!(reach(&[1, 2, 3], &lengths, &[0, 9], 2), (vec![11, 12], true));
        assert_eq!(reach(&[1, 2, 3], &Codes::narrow(&[1, 0, 0], 2), &[0, 9], 2), (vec![10, 4], false));
        assert_eq!(reach(&[5, 5], &lengths, &[9, 1], 1), (vec![14, 6], false));
    }
}
