//! Prose to sentences.

use super::phrases::{ABBREVIATIONS, folded};
use crate::model::Span;

/// A stretch without an end is cut at a blank after this many bytes, so that no input makes a sentence of megabytes.
const MAX_SENTENCE: usize = 4_000;

/// The sentences of `text`, trimmed, as spans of it.
///
/// ```
/// use dateline_core::report::sentences;
/// let text = "Gen. Smith left the U.S. on May 5. He returned.";
/// let all: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(all, ["Gen. Smith left the U.S. on May 5.", "He returned."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = match character {
            '.' | '!' | '?' | '…' => {
                let mut end = at + character.len_utf8();
                while let Some((next, _)) = characters.next_if(|(_, next)| closes(*next)) {
                    end = next + 1;
                }
                end = ceil(text, end);
                let ended = ends_sentence(text, start, at, end, character);
                if !ended {
                    continue;
                }
                end
            }
            blank if blank.is_whitespace() && at - start >= MAX_SENTENCE => at,
            _ if at - start >= 2 * MAX_SENTENCE => at,
            _ => continue,
        };
        push(&mut found, text, start, end);
        start = end;
    }
    push(&mut found, text, start, text.len());
    found
}

fn closes(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | ')' | ']' | '»')
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let span = super::line::trim(Span { start, end }, text);
    if span.start < span.end {
        found.push(span);
    }
}

/// Whether the mark at `at` ends a sentence: a blank and a capital (or a digit, or a quote) come after it, and
/// what stands before is no abbreviation.
fn ends_sentence(text: &str, start: usize, at: usize, end: usize, mark: char) -> bool {
    let after = text.get(end..).unwrap_or("");
    let next = after.trim_start();
    if next.is_empty() {
        return true;
    }
    let spaced = next.len() < after.len();
    let opens = next.chars().next().is_some_and(|c| !c.is_lowercase() && c != ',' && c != ';');
    spaced && opens && (mark != '.' || !is_abbreviation(text.get(start..at).unwrap_or("")))
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    single || (word.len() <= 8 && ABBREVIATIONS.contains(&folded(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn ends_are_found_and_abbreviations_kept() {
        assert_eq!(all("One. Two! “Three?” Four"), ["One.", "Two!", "“Three?”", "Four"]);
        assert_eq!(all("The U.S. and the E.U. met."), ["The U.S. and the E.U. met."]);
        assert_eq!(all("On Sept. 16 they met. No. 5 left."), ["On Sept. 16 they met.", "No. 5 left."]);
        assert_eq!(all("It grew 3.5 percent. Then fell."), ["It grew 3.5 percent.", "Then fell."]);
        assert!(all("").is_empty());
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = "word ".repeat(10_000);
        assert!(sentences(&text).iter().all(|span| span.end - span.start <= 2 * MAX_SENTENCE));
        let solid = "é".repeat(20_000);
        assert_eq!(sentences(&solid).iter().map(|span| span.of(&solid).len()).sum::<usize>(), solid.len());
    }
}
