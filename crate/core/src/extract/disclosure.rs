//! What a report says of its own use of state media.

use crate::lower::lower;
use crate::model::Span;
use crate::text::Seek;

/// How a limit is announced.
const LIMIT_WORDS: &[&str] = &[
    "no more than",
    "at most",
    "not exceed",
    "less than",
    "up to",
    "no más del",
    "como máximo",
    "no supera",
];
/// What stands after the number.
const PERCENT_WORDS: &[&str] = &["%", "percent", "per cent", "por ciento"];
/// Words that show that the sentence is about state media.
const STATE_WORDS: &[&str] = &["state", "estatal"];
/// A disclosure stands in the first bytes of its paragraph.
const MAX_PARAGRAPH: usize = 4_000;

/// The share of state media that the report allows itself, 0 to 1, from its furniture and its prose.
pub(super) fn stated_limit(document: &str, paragraphs: impl Iterator<Item = Span>) -> Option<f64> {
    paragraphs.filter(|span| span.end - span.start <= MAX_PARAGRAPH).find_map(|span| limit(span.of(document)))
}

fn limit(paragraph: &str) -> Option<f64> {
    let text = lower(paragraph);
    let about = STATE_WORDS.iter().any(|word| text.has(word)) && text.has("medi");
    LIMIT_WORDS.iter().filter(|_| about).find_map(|words| {
        let after = text.parted(words)?.1.trim_start();
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let percent = after.get(digits..)?.trim_start();
        let number: u8 = after.get(..digits)?.parse().ok()?;
        let stated = PERCENT_WORDS.iter().any(|word| percent.starts_with(word));
        (stated && number <= 100).then_some(f64::from(number) / 100.0)
    })
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn limits_are_read() {
        assert_eq!(limit("Reports from state media are no more than 20 percent of the whole."), Some(0.2));
        assert_eq!(limit("Los medios estatales, como máximo 15 %."), Some(0.15));
        assert_eq!(limit("Turnout was at most 20 percent in the state."), None);
    }
}
