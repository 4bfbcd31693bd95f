//! Persons: a given name before a surname, or a surname after a given name, an initial or a title.

use super::Candidate;
use crate::countries::gazetteer::flag;
use crate::countries::lexicon::{WordId, class};
use crate::countries::token::{Gap, Token};
use crate::model::MentionKind;

/// Longer words only are surnames.
const SHORT: usize = 2;

impl Candidate<'_> {
    /// A surname: behind a given name, a title or, for what is marked as one, an unknown capitalised word.
    pub(super) fn is_surname(&self) -> bool {
        let (place, marked) = (self.is_place(), self.has(flag::PERSON | flag::OTHER));
        self.words == 1
            && ((marked || place) && (self.has_given_before() || self.has_title_before())
                || marked && place && self.ends_a_name())
    }

    /// A given name, of what is marked as one, before a surname.
    pub(super) fn is_given_name(&self, next: Option<Token>) -> bool {
        self.words == 1 && self.has(flag::PERSON | flag::OTHER) && self.has_surname_after(next)
    }

    fn is_place(&self) -> bool {
        matches!(self.kind, MentionKind::City | MentionKind::Region)
    }

    /// The surname again: "Jack London … London wrote", but not "in London".
    pub(super) fn is_echo(&self, persons: &[WordId]) -> bool {
        self.words == 1 && persons.contains(&self.word) && !self.is(self.beside(), class::WHERE)
    }

    fn has_given_before(&self) -> bool {
        let given =
            |token: Option<Token>| token.is_some_and(|t| t.is_capital()) && self.is(token, class::GIVEN);
        let initial = self.before[0].filter(|token| self.gap == Gap::Dot && token.is_initial());
        given(self.beside()) || initial.is_some_and(|token| token.gap == Gap::Blank) && given(self.before[1])
    }

    fn has_title_before(&self) -> bool {
        let title =
            self.before[0].filter(|token| matches!(self.gap, Gap::Blank | Gap::Dot) && token.is_capital());
        self.is(title, class::TITLE) || self.is_of_a_peer()
    }

    /// "the Duke of Wellington".
    fn is_of_a_peer(&self) -> bool {
        self.is(self.beside(), class::OF) && self.is(self.before[1], class::PEER)
    }

    /// A common surname stands for a leader behind the office alone: "President Bush", "el presidente Salinas".
    pub(super) fn has_leader_before(&self) -> bool {
        let office = self.before[0].filter(|_| matches!(self.gap, Gap::Blank | Gap::Dot));
        self.is(office, class::LEADER)
    }

    fn has_surname_after(&self, next: Option<Token>) -> bool {
        let next = next.filter(|next| next.gap == Gap::Blank && next.is_capital());
        if next.is_some_and(|next| next.is_initial()) {
            let mut after = self.after;
            after.next(self.gazetteer);
            let third = after.next(self.gazetteer);
            return third.is_some_and(|third| third.gap == Gap::Dot && third.is_capital());
        }
        self.is(next, class::SURNAME) || self.kind != MentionKind::Demonym && self.begins_a_name(next)
    }

    /// A country's word that is a given name, before one capitalised word that the table does not know: "Israel Folau".
    /// Bodies have more words ("Israel Electric Corp") or end in a common noun ("Israel Police"), teams of a town in the
    /// plural ("Denver Broncos"). A line's end parts heading and text.
    fn begins_a_name(&self, next: Option<Token>) -> bool {
        let name = |next: &Token| next.word == 0 || self.is(Some(*next), class::GIVEN);
        let Some(next) = next.filter(|next| name(next) && next.has_lower()) else { return false };
        let team = self.is_place() && self.byte(next.end - 1) == Some(b's');
        let shouted = !self
            .text
            .get(self.span.start..self.span.end)
            .unwrap_or_default()
            .bytes()
            .any(|byte| byte.is_ascii_lowercase());
        if team || shouted || !self.on_one_line(self.span.end, next.start) {
            return false;
        }
        let mut after = self.after;
        after.next(self.gazetteer);
        let third = after.next(self.gazetteer);
        let ends = third.is_none_or(|third| third.gap != Gap::Blank || !third.is_capital());
        next.end - next.start > SHORT && ends
    }

    fn on_one_line(&self, from: usize, to: usize) -> bool {
        self.text.as_bytes().get(from..to).is_some_and(|between| !between.contains(&b'\n'))
    }

    /// A place behind a capitalised word that does not stand before places: "Denzel Washington". Where all is in
    /// capitals, a capital says nothing; in a title it may be a verb's, "Storm Hits Houston".
    fn ends_a_name(&self) -> bool {
        let before = self.beside().filter(|token| token.is_capital() && token.has_lower());
        let Some(before) = before.filter(|token| self.on_one_line(token.end, self.span.start)) else {
            return false;
        };
        let word = self.text.as_bytes().get(before.start..before.end).unwrap_or_default();
        let verb = [b"s".as_slice(), b"ed", b"ing"].iter().any(|ending| word.ends_with(ending));
        !verb && !self.is(Some(before), class::LEAD)
    }
}
