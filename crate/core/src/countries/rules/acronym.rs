//! Acronyms that look like small places: "the GAO" is an office, not a town of Mali.

use super::{Candidate, Lines};
use crate::countries::token::{Gap, Token};
use crate::model::MentionKind;

/// Acronyms have at most so many letters.
const LONGEST: usize = 5;

impl Candidate<'_> {
    /// A short place in capitals, where its line is not: only a dateline has it so, "LIMA, March 3".
    pub(super) fn is_acronym(&self, next: Option<Token>, lines: &mut Lines) -> bool {
        let place = matches!(self.kind, MentionKind::City | MentionKind::Region);
        let words = self.text.get(self.span.start..self.span.end).unwrap_or_default();
        let short =
            self.words == 1 && words.len() <= LONGEST && words.bytes().all(|byte| byte.is_ascii_uppercase());
        let line_before = self.span.start.checked_sub(1).and_then(|at| self.byte(at)) == Some(b'\n');
        let dateline = (line_before || self.gap == Gap::Break)
            && next.is_some_and(|next| self.is_comma(&next) || matches!(next.gap, Gap::Break | Gap::Bracket));
        let shouted = self.beside().is_some_and(|token| token.is_capital() && !token.has_lower());
        place
            && short
            && !shouted
            && !self.has(super::flag::TAIL)
            && !dateline
            && !lines.is_heading(self.text, self.span)
    }
}
