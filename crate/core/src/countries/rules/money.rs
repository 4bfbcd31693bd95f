//! Money: "US$5", "Mexican pesos"; in Spanish "pesos mexicanos".

use super::Candidate;
use crate::countries::gazetteer::flag;
use crate::countries::lexicon::class;
use crate::countries::token::{Gap, Token};
use crate::model::MentionKind;

impl Candidate<'_> {
    pub(super) fn is_currency(&self, next: Option<Token>) -> bool {
        let sign = self.kind == MentionKind::Abbreviation && self.byte(self.span.end) == Some(b'$');
        let after = next.filter(|next| next.gap == Gap::Blank);
        let spanish = self.has(flag::LOWER);
        sign || self.is(after, class::CURRENCY) || spanish && self.is(self.beside(), class::CURRENCY)
    }
}
