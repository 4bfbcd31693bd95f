//! Short names of states and provinces, which are words and initials elsewhere: they count behind a place and a comma, and
//! behind a party's letter.

use super::Candidate;
use crate::countries::lexicon::class;
use crate::countries::token::Gap;

/// Postal codes have so many letters.
const POSTAL: usize = 2;

impl Candidate<'_> {
    /// "Moorhead, Minn.", "Bemidji, MN", "R-Fla.".
    pub(super) fn is_tail(&self) -> bool {
        self.is_party() || self.is_behind_a_place()
    }

    fn is_party(&self) -> bool {
        let party = self.before[0].filter(|token| self.gap == Gap::Hyphen && token.is_initial());
        self.is(party, class::PARTY)
    }

    fn is_behind_a_place(&self) -> bool {
        let comma = self.beside().filter(|token| self.is_comma(token) && token.gap == Gap::Blank);
        let place = self.before[1].filter(|place| comma.is_some() && place.is_capital());
        // "OR" and "IN" are words where all is in capitals.
        let letters = self.text.get(self.span.start..self.span.end).unwrap_or_default();
        let postal = letters.len() == POSTAL;
        let in_capitals = !letters.contains(|c: char| c.is_ascii_lowercase());
        place.is_some_and(|place| !postal || in_capitals && place.has_lower())
    }
}
