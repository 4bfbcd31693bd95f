//! The line under a quotation that says who spoke, and when.

use super::block::{Block, BlockKind};
use super::line::trim;
use super::trailer::some;
use crate::dates::{DateOrder, Expression, scan};
use crate::model::Span;

/// No attribution is longer, in bytes.
const MAX_ATTRIBUTION: usize = 240;

/// Who spoke, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The words before the date: the speaker and the occasion.
    pub speaker: Option<String>,
    /// The date as written; its span counts from the attribution's first byte.
    pub date: Expression,
}

impl Attribution {
    /// Reads an attribution: a short line whose last words are a date.
    pub fn read(text: &str, order: DateOrder) -> Option<Self> {
        let bare =
            text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ']' | '*' | '_'));
        if bare.len() > MAX_ATTRIBUTION {
            return None;
        }
        let date = scan(bare, order)
            .pop()
            .map(Expression::past)
            .filter(|date| date.names_month() && date.span.end == bare.len())?;
        let words = bare.get(..date.span.start)?;
        let words = words.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | '*' | '_' | '(' | '[')
        });
        let words =
            words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | '['));
        let words = words.strip_suffix(" on").or_else(|| words.strip_suffix(" el")).unwrap_or(words);
        Some(Attribution { speaker: some(words.trim_end_matches([' ', ','])), date })
    }
}

/// A quotation: its words, its attribution's place, what that says, and how many blocks it takes.
pub(super) type Quotation = (Span, Span, Attribution, usize);

/// The quotation that begins at a block: its attribution stands on its own last line, or in the next block.
pub(super) fn quotation(document: &str, blocks: &[Block], at: usize, order: DateOrder) -> Option<Quotation> {
    let block = blocks.get(at)?;
    let text = block.body.of(document);
    if is_quotation(text) {
        let next = blocks.get(at + 1)?;
        let follows = matches!(next.kind, BlockKind::Paragraph | BlockKind::Bullet { dash: true });
        let attribution = Attribution::read(next.body.of(document), order).filter(|_| follows)?;
        return Some((block.body, next.body, attribution, 2));
    }
    let cut = text.rfind(['\n', '\r'])?;
    let quote = trim(Span { end: block.body.start + cut, ..block.body }, document);
    let last = trim(Span { start: block.body.start + cut, ..block.body }, document);
    let attribution = Attribution::read(last.of(document), order)?;
    is_quotation(quote.of(document)).then_some((quote, last, attribution, 1))
}

/// Whether a text is a quotation as a whole: it opens with a quotation mark and closes with one.
pub(super) fn is_quotation(text: &str) -> bool {
    let text = text.trim();
    let Some(first) = text.chars().next() else { return false };
    let closing: &[char] = match first {
        '“' | '„' => &['”', '“', '"'],
        '"' => &['"', '”'],
        '«' => &['»'],
        '‘' => &['’'],
        _ => return false,
    };
    let inner = text.get(first.len_utf8()..).unwrap_or("").trim_end_matches(['.', ',', ' ']);
    let Some(inner) = inner.strip_suffix(closing) else { return false };
    // "“Yes,” he said, “but no”": the mark closes and opens again, so this is prose.
    !inner.contains(closing) || first == '‘'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_whole() {
        for text in ["“Yes.”", "“We will stay.” ", "«Sí».", "\"No\"", "“A ‘b’ c”"] {
            assert!(is_quotation(text), "{text}");
        }
        for text in ["“Yes,” he said, “but no.”", "“Yes", "Yes”", "", "“", "He said “yes”"]
        {
            assert!(!is_quotation(text), "{text}");
        }
    }

    #[test]
    fn attributions_end_in_a_date() {
        let read = |text| Attribution::read(text, DateOrder::default());
        let found = read("— The minister on Twitter, January 7, 2021").unwrap();
        assert_eq!(found.speaker.as_deref(), Some("The minister on Twitter"));
        assert_eq!(read("The minister spoke on January 7 to the press"), None);
    }
}
