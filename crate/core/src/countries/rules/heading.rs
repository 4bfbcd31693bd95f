//! "US" in a line of capitals: the country or the pronoun.

use super::Candidate;
use crate::countries::lexicon::class;
use crate::countries::token::{Gap, Token};
use crate::model::Span;

/// An upper-case line is a heading when it has another word of so many letters.
const HEADING_WORD: usize = 3;

impl Candidate<'_> {
    /// The pronoun stands behind a verb or a preposition: "TELL US MORE". Behind "to" and "from" the country stands
    /// before its noun: "TO US TROOPS". Other words that are doubtful in capitals ("EAU CLAIRE") do not count there.
    pub(super) fn is_country_in_capitals(&self, next: Option<Token>) -> bool {
        let is_us = self.text.get(self.span.start..self.span.end) == Some("US");
        let towards = self.is(self.beside(), class::TOWARDS);
        let last = next.is_none_or(|next| {
            next.gap != Gap::Blank || self.is_comma(&next) || self.is(Some(next), class::LEAD)
        });
        is_us && !self.is(self.beside(), class::PRONOUN) && !(towards && last)
    }
}

/// Remembers for one line whether it is a heading in capitals, so that no line is read twice.
#[derive(Default)]
pub(in super::super) struct Lines {
    known: Option<(Span, bool)>,
}

impl Lines {
    /// Whether the line around `span` is all in capitals and has other words than abbreviations.
    pub(super) fn is_heading(&mut self, text: &str, span: Span) -> bool {
        if let Some((_, heading)) = self.known.filter(|(line, _)| line.overlaps(span)) {
            return heading;
        }
        let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end =
            text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at);
        let line = text.get(start..end).unwrap_or_default();
        let heading = !line.contains(char::is_lowercase)
            && line.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= HEADING_WORD);
        self.known = Some((Span { start, end }, heading));
        heading
    }
}
