//! Persons: a given name before a surname, or a surname after a given name, an initial or a title.

use super::Candidate;
use crate::countries::gazetteer::flag;
use crate::countries::lexicon::{WordId, class};
use crate::countries::token::{Gap, Token};
use crate::model::MentionKind;

/// Longer words only are surnames.
const SHORT: usize = 2;

impl Candidate<'_> {
    /// Every word may be a surname, a few are given names too.
    pub(super) fn is_person(&self, next: Option<Token>) -> bool {
        let place = matches!(self.kind, MentionKind::City | MentionKind::Region);
        let marked = self.has(flag::PERSON | flag::OTHER);
        self.words == 1
            && ((marked || place) && (self.has_given_before() || self.has_title_before())
                || marked && (self.has_surname_after(next) || place && self.ends_a_name()))
    }

    /// The surname again, where a sentence begins: "Jack London … London wrote".
    pub(super) fn is_echo(&self, persons: &[WordId]) -> bool {
        let after_comma = self.before[0].is_some_and(|token| self.is_comma(&token));
        let begins = matches!(self.gap, Gap::Break | Gap::Dot) && !after_comma;
        self.words == 1 && begins && persons.contains(&self.word)
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
    /// Bodies have more words ("Israel Electric Corp") or end in a common noun ("Israel Police").
    fn begins_a_name(&self, next: Option<Token>) -> bool {
        let mut after = self.after;
        after.next(self.gazetteer);
        let third = after.next(self.gazetteer);
        let ends = third.is_none_or(|third| third.gap != Gap::Blank || !third.is_capital());
        next.is_some_and(|next| next.word == 0 && next.has_lower() && next.end - next.start > SHORT) && ends
    }

    /// A place behind a capitalised word that does not stand before places: "Denzel Washington". Where all is in
    /// capitals, a capital says nothing.
    fn ends_a_name(&self) -> bool {
        let before = self.beside().filter(|token| token.is_capital() && token.has_lower());
        before.is_some() && !self.is(before, class::LEAD)
    }
}
