//! Lines that print a date and little else: "Issue date: 3 March 2022".

use crate::dates::{DateOrder, Expression, scan};

/// Beside its date, a date line has no more words than this: "Published in Madrid on".
const MAX_OTHER_WORDS: usize = 4;
/// No date line is longer, in bytes.
const MAX_DATE_LINE: usize = 90;

/// Whether the line prints a date and little else, without being a sentence.
pub(super) fn is_date_line(line: &str, order: DateOrder) -> bool {
    let line = line.trim();
    if line.len() > MAX_DATE_LINE || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let Some(date) = scan(line, order).into_iter().find(Expression::names_month) else { return false };
    let before = line.get(..date.span.start).unwrap_or("");
    let after = line.get(date.span.end..).unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
    let sentence = line.ends_with('.') && date.span.start > 0 && !before.trim_end().ends_with([':', ',']);
    before.split_whitespace().count() <= MAX_OTHER_WORDS && after.is_empty() && !sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines() {
        for line in [
            "January 15, 2021",
            "Issue date: 30 September 2022",
            "Madrid, 15 de enero de 2021",
            "10-JAN-2021",
            "Published on 20 July 2021",
            "Date: 2023-05-04",
        ] {
            assert!(is_date_line(line, DateOrder::default()), "{line}");
        }
        for line in ["They met on January 15, 2021.", "OVERVIEW", "", "January 15, 2021 was a cold day"] {
            assert!(!is_date_line(line, DateOrder::default()), "{line}");
        }
    }
}
