//! Languages: "Spanish-speaking", "in Russian.", "in English, French and Spanish".

use super::Candidate;
use crate::countries::gazetteer::Sense;
use crate::countries::lexicon::class;
use crate::countries::token::{Gap, Token, Words};
use crate::model::MentionKind;

/// How many members of a list of languages are followed ("in English, French and Spanish").
const LONGEST_LANGUAGE_LIST: u32 = 8;

impl Candidate<'_> {
    /// A language: by a noun after it, a verb before it, or as the end of "in …".
    pub(super) fn is_language(&self, next: Option<Token>) -> bool {
        let noun = next.filter(|next| matches!(next.gap, Gap::Blank | Gap::Hyphen));
        if self.is(noun, class::LANGUAGE) || self.is(self.beside(), class::TONGUE) {
            return true;
        }
        let and = self.before[0].is_some_and(|token| self.is_joint(&token));
        let listed =
            and && self.language_end.is_some() && self.before[1].map(|token| token.end) == self.language_end;
        (listed || self.is(self.beside(), class::INTO)) && self.closes(self.after)
    }

    /// A comma or an "and".
    fn is_joint(&self, token: &Token) -> bool {
        self.is_comma(token) || self.gazetteer.lexicon.classes(token.word) & class::AND != 0
    }

    fn is_demonym(&self, token: &Token) -> bool {
        let mut meanings = self.gazetteer.meanings(self.gazetteer.lexicon.start(token.word));
        meanings.any(|entry| matches!(entry.sense, Sense::Country(_, MentionKind::Demonym)))
    }

    /// Whether nothing follows that "in Russian …" could go with: a full stop, a bracket, the end, or only more languages.
    fn closes(&self, mut after: Words) -> bool {
        let goes_on = |next: &Token| !matches!(next.gap, Gap::Break | Gap::Bracket | Gap::Dot);
        for _ in 0..LONGEST_LANGUAGE_LIST {
            let Some(joint) = after.next(self.gazetteer).filter(goes_on) else {
                return true;
            };
            if !self.is_joint(&joint) {
                return false;
            }
            let member = after.next(self.gazetteer);
            if !member.is_some_and(|member| self.is_demonym(&member)) {
                return self.is_comma(&joint);
            }
        }
        false
    }
}
