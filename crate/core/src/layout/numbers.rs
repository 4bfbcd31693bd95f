//! Numbers in the words of a language.

use super::strings::Words;
use crate::model::Counting;

impl Words {
    /// `1,234`; Spanish leaves four digits whole.
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        if digits.len() < 4 || (digits.len() == 4 && self.thousands == ".") {
            return digits;
        }
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(self.thousands);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// What a country's bins count: items, or fractions of them to one place.
    pub fn amount(&self, count: u64, counting: Counting) -> String {
        match counting {
            Counting::Full => self.number(count),
            Counting::Fractional => {
                let least = u64::from(count > 0);
                let tenths = ((count * 10 + Counting::WHOLE / 2) / Counting::WHOLE).max(least);
                format!("{}{}{}", self.number(tenths / 10), self.point(), tenths % 10)
            }
        }
    }

    /// As `amount`, but thousands as `1.2k`, `34k` and millions as `1.2M`.
    pub fn short_amount(&self, count: u64, counting: Counting) -> String {
        let items = match counting {
            Counting::Full => count,
            Counting::Fractional => count / Counting::WHOLE,
        };
        let (unit, sign) = match items {
            0..1_000 => return self.amount(count, counting),
            1_000..999_500 => (1_000, 'k'),
            _ => (1_000_000, 'M'),
        };
        let tenths = (items * 10 + unit / 2) / unit;
        if tenths >= 100 || tenths.is_multiple_of(10) {
            format!("{}{sign}", (items + unit / 2) / unit)
        } else {
            format!("{}{}{}{sign}", tenths / 10, self.point(), tenths % 10)
        }
    }

    /// Before the tenths.
    fn point(&self) -> &'static str {
        if self.thousands == "." { "," } else { "." }
    }
}

#[cfg(test)]
mod tests {
    use super::super::strings::{ENGLISH, SPANISH};
    use super::*;

    #[test]
    fn short_numbers_have_two_or_three_digits() {
        for (number, english, spanish) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1k", "1k"),
            (1234, "1.2k", "1,2k"),
            (9_960, "10k", "10k"),
            (54_321, "54k", "54k"),
            (999_499, "999k", "999k"),
            (999_500, "1M", "1M"),
            (3_450_000, "3.5M", "3,5M"),
        ] {
            assert_eq!(ENGLISH.short_amount(number, Counting::Full), english);
            assert_eq!(SPANISH.short_amount(number, Counting::Full), spanish);
        }
        let items = |count: u64| ENGLISH.short_amount(count * Counting::WHOLE, Counting::Fractional);
        assert_eq!([12, 1234].map(items), ["12.0", "1.2k"]);
    }

    #[test]
    fn numbers_are_grouped_by_language() {
        for (number, english, spanish) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1234, "1,234", "1234"),
            (1_234_567, "1,234,567", "1.234.567"),
        ] {
            assert_eq!((ENGLISH.number(number), SPANISH.number(number)), (english.into(), spanish.into()));
        }
    }
}
