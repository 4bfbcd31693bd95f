//! Numbers as codes of the few that there are.

use crate::{Codes, order};

/// Up to so many different numbers are looked for one by one.
const FEW: usize = 16;

/// The codes of numbers, and the different numbers by code.
///
/// ```
/// let (codes, numbers) = dateline_scan::dictionary(&[7, 5, 7]);
/// assert_eq!(numbers[codes.get(2).unwrap() as usize], 7);
/// assert_eq!(numbers.len(), 2);
/// ```
pub fn dictionary(numbers: &[i64]) -> (Codes, Vec<i64>) {
    few(numbers).unwrap_or_else(|| many(numbers))
}

fn few(numbers: &[i64]) -> Option<(Codes, Vec<i64>)> {
    let mut known: Vec<i64> = Vec::with_capacity(FEW);
    let mut codes = Vec::with_capacity(numbers.len());
    for number in numbers {
        let code = known.iter().position(|other| other == number);
        if code.is_none() {
            if known.len() == FEW {
                return None;
            }
            known.push(*number);
        }
        codes.push(code.unwrap_or(known.len() - 1) as u8);
    }
    Some((Codes::Bytes(codes), known))
}

fn many(numbers: &[i64]) -> (Codes, Vec<i64>) {
    let order = order::ordered(numbers, i64::MAX);
    let mut codes = vec![0_u32; numbers.len()];
    let mut known: Vec<i64> = Vec::new();
    for row in order {
        let Some(number) = numbers.get(row as usize) else { continue };
        if known.last() != Some(number) {
            known.push(*number);
        }
        if let Some(code) = codes.get_mut(row as usize) {
            *code = known.len() as u32 - 1;
        }
    }
    (Codes::narrow(&codes, known.len()), known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_found_again() {
        for different in [1, 16, 17, 300, 70_000] {
            let numbers: Vec<i64> = (0..100_000).map(|row| row * 7919 % different - 3).collect();
            let (codes, known) = dictionary(&numbers);
            assert_eq!(known.len(), different as usize);
            let again = (0..numbers.len()).map(|row| known[codes.get(row).unwrap() as usize]);
            assert!(again.eq(numbers.iter().copied()), "{different}");
        }
    }
}
