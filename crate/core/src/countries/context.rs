//! Words that name one of several places ("Georgia", "Congolese"): the nearest cue tells which.
//!
//! Takes the places of ambiguous mentions and of cues, gives each mention its country, or drops it. Cues come from the
//! table: words ("Tbilisi", "Atlanta") and mentions of other countries. Beyond [`REACH`] a cue says nothing.

use super::table::Entry;
use crate::model::{CountryCode, CountryMention, MentionKind};

/// How far a cue reaches, in bytes: about three lines of print.
const REACH: usize = 300;

/// What a cue points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cue {
    group: u16,
    code: CountryCode,
    /// The place is only a part of that country.
    region: bool,
}

/// The ambiguous words' defaults and cues.
#[derive(Default)]
pub(super) struct Ambiguity {
    /// Without a cue; group 1 is the first.
    defaults: Vec<Option<CountryCode>>,
    cues: Vec<Cue>,
    countries: Vec<(CountryCode, u16)>,
}

impl Ambiguity {
    /// A new group; gives its number.
    pub(super) fn add_group(&mut self, default: Option<CountryCode>) -> u16 {
        self.defaults.push(default);
        self.defaults.len() as u16
    }

    /// A new cue; gives its number.
    pub(super) fn add_cue(&mut self, group: u16, code: CountryCode, region: bool) -> u16 {
        self.cues.push(Cue { group, code, region });
        (self.cues.len() - 1) as u16
    }

    /// Any mention of `country` is this cue.
    pub(super) fn add_country(&mut self, country: CountryCode, cue: u16) {
        self.countries.push((country, cue));
    }
}

/// What the walk over one text gathers for the choice.
#[derive(Default)]
pub(super) struct Context {
    /// Byte and number of each cue seen, in text order.
    seen: Vec<(usize, u16)>,
    /// Index into the mentions, and group, of each ambiguous one.
    open: Vec<(usize, u16)>,
}

impl Context {
    /// A word of the cue stands at byte `at`.
    pub(super) fn cue(&mut self, at: usize, cue: u16) {
        self.seen.push((at, cue));
    }

    /// The mention at index `index` is of this entry.
    pub(super) fn mention(
        &mut self,
        index: usize,
        mention: &CountryMention,
        entry: &Entry,
        known: &Ambiguity,
    ) {
        if entry.group > 0 {
            return self.open.push((index, entry.group));
        }
        let cues = known.countries.iter().filter(|(code, _)| *code == mention.code);
        self.seen.extend(cues.map(|(_, cue)| (mention.span.start, *cue)));
    }

    /// Gives each ambiguous mention its country and takes out those that have none.
    pub(super) fn settle(&self, found: &mut Vec<CountryMention>, known: &Ambiguity) {
        let nobody = CountryCode::from_bytes(*b"ZZ");
        for (index, group) in &self.open {
            let Some(mention) = found.get_mut(*index) else { continue };
            match self.nearest(mention.span.start, *group, known) {
                Some(cue) => {
                    mention.code = cue.code;
                    mention.kind = if cue.region { MentionKind::Region } else { mention.kind };
                }
                None => {
                    let default = known.defaults.get(usize::from(*group) - 1).copied().flatten();
                    mention.code = default.unwrap_or(nobody);
                }
            }
        }
        if !self.open.is_empty() {
            found.retain(|mention| mention.code != nobody);
        }
    }

    /// The cue of `group` nearest to byte `at`; of two equally far ones, the earlier.
    fn nearest(&self, at: usize, group: u16, known: &Ambiguity) -> Option<Cue> {
        let first = self.seen.partition_point(|(place, _)| place + REACH < at);
        let reached = self.seen.iter().skip(first).take_while(|(place, _)| *place <= at + REACH);
        reached
            .filter_map(|(place, cue)| {
                known.cues.get(usize::from(*cue)).map(|cue| (place.abs_diff(at), *cue))
            })
            .filter(|(_, cue)| cue.group == group)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, cue)| cue)
    }
}
