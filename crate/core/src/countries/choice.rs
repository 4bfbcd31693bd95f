//! The choice between several places of one name: what stands behind the comma, else the nearest cue, else what the text,
//! the section or the document is about, else the best known place.
//!
//! Takes the mentions of one text as they were found, with the cues; gives each its country and the rule that chose it,
//! or drops it. A name with one meaning is left alone, but for "Lebanon, Pa.".

use super::context::Place;
use super::county;
use super::gazetteer::{EntryId, Gazetteer, Sense, flag};
use super::{Setting, apposition, definition};
use crate::model::{CountryCode, CountryMention, MentionKind, MentionRule};

/// How far a cue reaches, in bytes: about three lines of print.
const REACH: usize = 300;

/// What is open about a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// Nothing.
    No,
    /// Which of an entry's meanings it has.
    Meaning(EntryId),
    /// Which of a group's places it is.
    Group(u16),
    /// Which country's county it is.
    County,
}

/// A mention as it was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) mention: CountryMention,
    pub(super) open: Open,
}

impl Found {
    /// Sets the country, and the rule that said it.
    pub(super) fn settle(&mut self, place: Place, rule: MentionRule) {
        self.mention.code = place.code;
        self.mention.kind = place.kind.unwrap_or(self.mention.kind);
        self.mention.rule = Some(rule);
        self.open = Open::No;
    }
}

/// What the walk over one text gathered.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) found: Vec<Found>,
    /// Byte and number of each cue seen, in the order of the text.
    pub(super) cues: Vec<(usize, u16)>,
}

impl Gathered {
    /// The mentions, settled.
    pub(super) fn settle(
        mut self,
        text: &str,
        gazetteer: &Gazetteer,
        setting: Setting,
    ) -> Vec<CountryMention> {
        apposition::settle(&mut self.found, text, gazetteer);
        definition::settle(&mut self.found, text);
        if self.found.iter().any(|found| found.open != Open::No) {
            let choice = Choice {
                gazetteer,
                setting,
                cues: &self.cues,
                evidence: Evidence::of(&self.found, gazetteer),
            };
            self.found.iter_mut().for_each(|found| choice.settle(found));
        }
        let settled = self.found.into_iter().filter(|found| found.open == Open::No);
        settled.map(|found| found.mention).collect()
    }
}

/// A country that the text names.
#[derive(Clone, Copy)]
struct Seen {
    code: CountryCode,
    /// By a part of it.
    region: bool,
}

/// The mentions that are not open.
struct Evidence {
    /// Byte and country of each, in the order of the text.
    seen: Vec<(usize, Seen)>,
    /// How many there are of each country.
    counts: Vec<u32>,
}

impl Evidence {
    fn of(found: &[Found], gazetteer: &Gazetteer) -> Evidence {
        let mut evidence = Evidence { seen: Vec::new(), counts: vec![0; CountryCode::COUNT] };
        for Found { mention, open } in found {
            let region = mention.kind == MentionKind::Region;
            let code = match open {
                Open::No => Some(mention.code),
                // A state that has a namesake far away is still a state: "Florida".
                Open::Meaning(_) if region => default(gazetteer, *open).map(|place| place.code),
                _ => None,
            };
            if let Some(code) = code {
                evidence.seen.push((mention.span.start, Seen { code, region }));
            }
            if let Some(count) = code.and_then(|code| evidence.counts.get_mut(code.index())) {
                *count += 1;
            }
        }
        evidence
    }

    fn count(&self, code: CountryCode) -> u32 {
        self.counts.get(code.index()).copied().unwrap_or(0)
    }
}

/// What a choice is made from.
struct Choice<'g> {
    gazetteer: &'g Gazetteer,
    setting: Setting<'g>,
    cues: &'g [(usize, u16)],
    evidence: Evidence,
}

impl Choice<'_> {
    fn settle(&self, found: &mut Found) {
        let open = found.open;
        if open == Open::No {
            return;
        }
        let near = self.nearest(found.mention.span.start, open);
        let chosen = near.or_else(|| self.afar(open)).or_else(|| self.lent(open));
        let chosen = chosen.or_else(|| Some((default(self.gazetteer, open)?, MentionRule::Default)));
        if let Some((place, rule)) = chosen {
            found.settle(place, if open == Open::County { MentionRule::County } else { rule });
        }
    }

    /// What the nearest cue in reach points to; of two equally far ones, the earlier.
    fn nearest(&self, at: usize, open: Open) -> Option<(Place, MentionRule)> {
        let cues = around(self.cues, at).filter_map(|(place, cue)| match open {
            Open::Group(group) => {
                Some((place.abs_diff(at), self.gazetteer.ambiguity.points(*cue, group)?, MentionRule::Cue))
            }
            _ => None,
        });
        let named = around(&self.evidence.seen, at).filter_map(|(place, seen)| {
            Some((place.abs_diff(at), self.told_by(*seen, open)?, MentionRule::Context))
        });
        let nearest = cues.chain(named).min_by_key(|(distance, ..)| *distance);
        nearest.map(|(_, place, rule)| (place, rule))
    }

    /// The place that a mention of a country points to. Canada does not make the best known London another one; Ontario
    /// does, where the text does not name the United Kingdom.
    fn told_by(&self, seen: Seen, open: Open) -> Option<Place> {
        if let Open::Group(group) = open {
            return self.gazetteer.ambiguity.told_by(seen.code, group);
        }
        let known = self.well_known(open).is_none_or(|known| {
            known.code == seen.code || seen.region && self.evidence.count(known.code) == 0
        });
        in_country(self.gazetteer, seen.code, open).filter(|_| known)
    }

    /// The best known place of an entry with several meanings.
    fn well_known(&self, open: Open) -> Option<Place> {
        default(self.gazetteer, open).filter(|_| matches!(open, Open::Meaning(_)))
    }

    /// Without a best known place: the one in the country that the text names most.
    fn afar(&self, open: Open) -> Option<(Place, MentionRule)> {
        let Open::Meaning(entry) = open else { return None };
        if self.well_known(open).is_some() {
            return None;
        }
        let places = places(self.gazetteer, entry).map(|(place, _)| place);
        let counted = places.map(|place| (self.evidence.count(place.code), place));
        let best = counted.filter(|(count, _)| *count > 0).max_by_key(|(count, _)| *count);
        best.map(|(_, place)| (place, MentionRule::Context))
    }

    fn lent(&self, open: Open) -> Option<(Place, MentionRule)> {
        if self.well_known(open).is_some() {
            return None;
        }
        let place = self.setting.lent.iter().find_map(|code| in_country(self.gazetteer, *code, open))?;
        Some((place, MentionRule::Lent))
    }
}

/// What lies in reach of byte `at`, of a list in the order of the text.
fn around<T>(list: &[(usize, T)], at: usize) -> impl Iterator<Item = &(usize, T)> {
    let first = list.partition_point(|(place, _)| place + REACH < at);
    list.iter().skip(first).take_while(move |(place, _)| *place <= at + REACH)
}

/// The places of an entry's meanings, and whether each needs a context.
fn places(gazetteer: &Gazetteer, entry: EntryId) -> impl Iterator<Item = (Place, bool)> {
    gazetteer.meanings_from(entry).filter_map(|entry| match entry.sense {
        Sense::Country(code, kind) => {
            Some((Place { code, kind: Some(kind) }, entry.flags & flag::OTHER != 0))
        }
        _ => None,
    })
}

/// The countries that an open mention may lie in, but for counties.
pub(super) fn countries(gazetteer: &Gazetteer, open: Open) -> Vec<CountryCode> {
    match open {
        Open::No | Open::County => Vec::new(),
        Open::Meaning(entry) => places(gazetteer, entry).map(|(place, _)| place.code).collect(),
        Open::Group(group) => gazetteer.ambiguity.countries(group),
    }
}

/// The place in `code` that an open mention may be.
pub(super) fn in_country(gazetteer: &Gazetteer, code: CountryCode, open: Open) -> Option<Place> {
    match open {
        Open::No => None,
        Open::Meaning(entry) => {
            places(gazetteer, entry).map(|(place, _)| place).find(|place| place.code == code)
        }
        Open::Group(group) => gazetteer.ambiguity.in_country(code, group),
        Open::County => county::has_counties(code).then_some(Place { code, kind: Some(MentionKind::Region) }),
    }
}

/// The best known place, where there is one.
pub(super) fn default(gazetteer: &Gazetteer, open: Open) -> Option<Place> {
    match open {
        Open::No => None,
        Open::Meaning(entry) => places(gazetteer, entry).find(|(_, other)| !other).map(|(place, _)| place),
        Open::Group(group) => gazetteer.ambiguity.without_cue(group),
        Open::County => Some(Place { code: county::DEFAULT, kind: Some(MentionKind::Region) }),
    }
}
