//! A number in the words of an error.
//!
//! The standard text of a float is exact, and 6 KB of the wasm; a reader of an error needs three places.

/// Beyond this there are no three places any more.
const MOST: f64 = 1e12;

/// The number to three places, without needless zeros.
pub(crate) fn told(number: f64) -> String {
    if number.is_nan() {
        return "not a number".to_owned();
    }
    let sign = if number < 0.0 { "-" } else { "" };
    if number.abs() > MOST {
        return format!("beyond {sign}10^12");
    }
    let thousandths = (number.abs() * 1000.0).round() as u64;
    let (whole, part) = (thousandths / 1000, thousandths % 1000);
    let text = format!("{sign}{whole}.{part:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn numbers_are_told_to_three_places() {
        let cases = [
            (0.0, "0"),
            (100.0, "100"),
            (-1.0, "-1"),
            (0.1, "0.1"),
            (-0.05, "-0.05"),
            (1.2345, "1.235"),
            (16_384.0, "16384"),
            (1e12, "1000000000000"),
            (1e300, "beyond 10^12"),
            (f64::NEG_INFINITY, "beyond -10^12"),
            (f64::NAN, "not a number"),
        ];
        for (number, expected) in cases {
            assert_eq!(told(number), expected);
        }
    }
}
