//! What the surroundings of an entry lend to it: countries that tell which of several places a name means.
//!
//! Takes what a section's title, its entries so far, the paragraph and the report's title name; gives the codes, the
//! nearest surroundings first. Nothing of it is counted.

use super::section::Tally;
use crate::countries::{Gazetteer, Setting};
use crate::model::{CountryCode, CountryMention};
use crate::report::SectionMark;

/// The titles' countries of one document.
pub(super) struct Lent {
    sections: Vec<Vec<CountryCode>>,
    title: Vec<CountryCode>,
}

impl Lent {
    /// Reads the titles.
    pub fn new(gazetteer: &Gazetteer, title: Option<&str>, sections: &[SectionMark]) -> Lent {
        let named = |title: Option<&str>| {
            codes(&gazetteer.mentions(title.unwrap_or_default(), Setting::default())).collect()
        };
        Lent {
            sections: sections.iter().map(|section| named(section.title.as_deref())).collect(),
            title: named(title),
        }
    }

    /// What is lent to the next entry of a section.
    pub fn to_entry(&self, section: usize, tally: Option<&Tally>) -> Vec<CountryCode> {
        let mut lent = self.sections.get(section).cloned().unwrap_or_default();
        lent.extend(tally.into_iter().flat_map(Tally::ranked));
        lent.extend(&self.title);
        lent
    }
}

/// The countries of some mentions.
pub(super) fn codes(mentions: &[CountryMention]) -> impl Iterator<Item = CountryCode> {
    mentions.iter().map(|mention| mention.code)
}
