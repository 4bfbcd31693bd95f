//! Bodies and things that bear a place's name: treaties, rivers, newspapers, streets and ships name no country, carriers
//! do.

use super::Candidate;
use crate::countries::lexicon::class;
use crate::countries::token::{Gap, Token};
use crate::model::MentionKind;

impl Candidate<'_> {
    /// "Geneva Conventions", "Treaty of Versailles", "Acuerdo de París", "the Madeira river".
    pub(super) fn is_thing(&self, next: Option<Token>) -> bool {
        let city = matches!(self.kind, MentionKind::City | MentionKind::Region);
        let after = next.filter(|next| next.gap == Gap::Blank);
        let of = self.is(self.beside(), class::OF);
        city && (self.is(after, class::THING) || of && self.is(self.before[1], class::THING))
    }

    /// "Miami Herald", "Jakarta Post": an outlet adds no country.
    pub(super) fn is_paper(&self, next: Option<Token>) -> bool {
        let place = matches!(self.kind, MentionKind::City | MentionKind::Region | MentionKind::Name);
        place && self.is(next.filter(|next| next.gap == Gap::Blank && next.is_capital()), class::PAPER)
    }

    /// "Kansas Avenue", "avenida Brasil".
    pub(super) fn is_street(&self, next: Option<Token>) -> bool {
        let after = next.filter(|next| next.gap == Gap::Blank && next.is_capital() && next.has_lower());
        self.is(after, class::STREET) || self.is(self.beside(), class::WAY)
    }

    /// "USS Georgia", "HMS Jamaica": the letters before the name may say whose ship it is, the name does not.
    pub(super) fn is_ship(&self) -> bool {
        self.kind != MentionKind::Demonym && self.is(self.beside(), class::SHIP)
    }

    /// "Qatar Airways", "Air China", "LATAM Airlines Brasil": a company counts for the country in its name.
    pub(super) fn is_carrier(&self, next: Option<Token>) -> bool {
        let after = next.filter(|next| next.gap == Gap::Blank && next.is_capital());
        let before = self.beside().filter(Token::is_capital);
        self.is(after, class::CARRIER) || self.is(before, class::CARRIER)
    }
}
