//! Powers and logarithms from products and roots.
//!
//! Those of the system's mathematics are not the same to the last bit on every machine, and weigh more in the wasm.

/// Binary places of an exponent and of a logarithm; the rest is too small for a colour.
const PLACES: u32 = 30;

/// A number from 0 to 1 to a power that is not negative.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    let mut result = (0..exponent as u32).fold(1.0, |result, _| result * base);
    let (mut root, mut rest) = (base, exponent.fract());
    for _ in 0..PLACES {
        root = root.sqrt();
        rest *= 2.0;
        if rest >= 1.0 {
            rest -= 1.0;
            result *= root;
        }
    }
    result
}

/// The decimal logarithm of a finite number from 1.
pub(crate) fn log10(number: f64) -> f64 {
    let (mut rest, mut result, mut place) = (number, 0.0, 1.0);
    while rest >= 10.0 {
        rest /= 10.0;
        result += 1.0;
    }
    for _ in 0..PLACES {
        place /= 2.0;
        rest *= rest;
        if rest >= 10.0 {
            rest /= 10.0;
            result += place;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_standard_library() {
        for base in (0..=100).map(|part| f64::from(part) / 100.0) {
            for exponent in [0.0, 0.5, 0.7, 0.999, 1.0, 2.0, 2.4] {
                let (ours, theirs) = (power(base, exponent), base.powf(exponent));
                assert!((ours - theirs).abs() < 1e-7, "{base}^{exponent}: {ours}, not {theirs}");
            }
        }
    }

    #[test]
    fn logarithms_are_those_of_the_standard_library() {
        for number in [1.0, 1.5, 2.0, 9.99, 10.0, 12.5, 1000.0, 123_456.789, 1e15] {
            let (ours, theirs) = (log10(number), number.log10());
            assert!((ours - theirs).abs() < 1e-7, "{number}: {ours}, not {theirs}");
        }
    }
}
