//! How items are coded by country: which words count, how an item is counted, and what the reader corrected.
//!
//! Takes the mentions that the extraction found and a [`Coding`], gives the mentions that count. Corrections are kept
//! apart from what was found, by item id, so that they can be taken back and outlive a second reading of the text.

use super::{CountryCode, CountryMention, Diagnostic, Item, MentionKind, Severity, Span};
use crate::order::sort_by;

/// Which words code an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Evidence {
    /// All that the gazetteer knows.
    #[default]
    All,
    /// Names, demonyms and abbreviations; and what the reader added.
    Names,
}

impl Evidence {
    /// Both, the usual one first.
    pub const ALL: [Evidence; 2] = [Evidence::All, Evidence::Names];

    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::All => "all",
            Evidence::Names => "names",
        }
    }

    /// Whether words of this kind count.
    pub fn admits(self, kind: MentionKind) -> bool {
        use MentionKind::{Abbreviation, Correction, Demonym, Given, Name};
        self == Evidence::All || matches!(kind, Name | Demonym | Abbreviation | Correction | Given)
    }
}

/// How much an item counts for each country that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Counting {
    /// One.
    #[default]
    Full,
    /// One, shared by all its countries.
    Fractional,
}

impl Counting {
    /// Both, the usual one first.
    pub const ALL: [Counting; 2] = [Counting::Full, Counting::Fractional];
    /// One item, in the units of fractional counts: a share is a whole number of them for up to 16 countries, and is
    /// rounded down to one beyond.
    pub const WHOLE: u64 = 720_720;

    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Counting::Full => "full",
            Counting::Fractional => "fractional",
        }
    }

    /// A count in items.
    pub fn items(self, count: u64) -> f64 {
        match self {
            Counting::Full => count as f64,
            Counting::Fractional => count as f64 / Counting::WHOLE as f64,
        }
    }
}

/// What a correction does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// The item is about the country, whatever its words say.
    Add,
    /// It is not.
    Remove,
}

impl Change {
    /// Both.
    pub const ALL: [Change; 2] = [Change::Add, Change::Remove];

    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Change::Add => "add",
            Change::Remove => "remove",
        }
    }
}

/// A country that the reader adds to an item or takes from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The item's id.
    pub item: String,
    /// The country.
    pub code: CountryCode,
    /// What to do.
    pub action: Change,
}

/// How the items of a report are coded and counted.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Coding {
    /// Which words count.
    pub evidence: Evidence,
    /// How much an item counts.
    pub counting: Counting,
    /// What the reader corrected; of two about the same item and country the later one counts.
    pub corrections: Vec<Correction>,
}

impl Coding {
    /// Leaves each item the mentions that count, and adds those of the corrections, which have no words: an empty span
    /// at the item's end. Gives a diagnostic for each correction whose item is not there.
    pub fn apply(&self, items: &mut [Item]) -> Vec<Diagnostic> {
        let mut order: Vec<usize> = (0..self.corrections.len()).collect();
        let item_of = |at: &usize| self.corrections.get(*at).map(|correction| correction.item.as_str());
        sort_by(&mut order, |a, b| item_of(a).cmp(&item_of(b)));
        let mut met = vec![false; order.len()];
        for item in items {
            item.countries.retain(|mention| self.evidence.admits(mention.kind));
            let first = order.partition_point(|at| item_of(at) < Some(item.id.as_str()));
            let own = order.iter().skip(first).take_while(|at| item_of(at) == Some(item.id.as_str()));
            for at in own {
                let Some(correction) = self.corrections.get(*at) else { continue };
                correction.apply(&mut item.countries, item.span.end);
                if let Some(met) = met.get_mut(*at) {
                    *met = true;
                }
            }
        }
        let unmet = self.corrections.iter().zip(met).filter(|(_, met)| !met);
        unmet.map(|(correction, _)| correction.unmatched()).collect()
    }
}

impl Correction {
    fn apply(&self, mentions: &mut Vec<CountryMention>, end: usize) {
        match self.action {
            Change::Remove => mentions.retain(|mention| mention.code != self.code),
            Change::Add if mentions.iter().any(|mention| mention.code == self.code) => {}
            Change::Add => mentions.push(CountryMention {
                code: self.code,
                kind: MentionKind::Correction,
                span: Span { start: end, end },
                rule: None,
            }),
        }
    }

    /// What there is to say where its item is not there.
    pub(crate) fn unmatched(&self) -> Diagnostic {
        let Correction { item, code, action } = self;
        let item: String = item.chars().take(MAX_SHOWN).collect();
        Diagnostic {
            code: "correction-unmatched",
            severity: Severity::Info,
            line: 0,
            span: Span::default(),
            message: format!(
                "the correction “{} {}” is for item {item}, which is not here",
                action.name(),
                code.as_str()
            ),
            fix: "the correction is kept, and counts again when its item is there",
        }
    }
}

/// The longest piece of an id that a message shows, in characters.
const MAX_SHOWN: usize = 40;
