//! Words that name one of several places ("Georgia", "Congolese"), and the cues that tell which.
//!
//! Takes the groups of a table, gives what a cue points to and what stands without one. Cues are words ("Tbilisi",
//! "Atlanta") and mentions of other countries. Which cue decides is settled in `choice`.

use crate::model::{CountryCode, MentionKind};

/// One place that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) code: CountryCode,
    /// The kind of words that the name then is; `None` leaves the kind as it is.
    pub(super) kind: Option<MentionKind>,
}

/// What a cue points to.
#[derive(Clone, Copy, Debug)]
struct Cue {
    group: u16,
    place: Place,
}

/// The ambiguous words' defaults and cues. Groups are numbered from 1.
#[derive(Default)]
pub(super) struct Ambiguity {
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
        let place = Place { code, kind: region.then_some(MentionKind::Region) };
        self.cues.push(Cue { group, place });
        (self.cues.len() - 1) as u16
    }

    /// Any mention of `country` is this cue.
    pub(super) fn add_country(&mut self, country: CountryCode, cue: u16) {
        self.countries.push((country, cue));
    }

    /// What a group's words mean without a cue.
    pub(super) fn without_cue(&self, group: u16) -> Option<Place> {
        let default = self.defaults.get(usize::from(group).checked_sub(1)?).copied().flatten();
        default.map(|code| Place { code, kind: None })
    }

    /// The place that a cue points to, where it is one of the group's.
    pub(super) fn points(&self, cue: u16, group: u16) -> Option<Place> {
        self.cues.get(usize::from(cue)).filter(|cue| cue.group == group).map(|cue| cue.place)
    }

    /// The place of the group that a mention of `country` points to.
    pub(super) fn told_by(&self, country: CountryCode, group: u16) -> Option<Place> {
        let named = self.countries.iter().filter(|(code, _)| *code == country);
        named.filter_map(|(_, cue)| self.points(*cue, group)).next()
    }

    /// The countries of the group's places, some of them more than once.
    pub(super) fn countries(&self, group: u16) -> Vec<CountryCode> {
        let cues = self.cues.iter().filter(|cue| cue.group == group).map(|cue| cue.place);
        cues.chain(self.without_cue(group)).map(|place| place.code).collect()
    }

    /// The place of the group that lies in `country`.
    pub(super) fn in_country(&self, country: CountryCode, group: u16) -> Option<Place> {
        let cues = self.cues.iter().filter(|cue| cue.group == group).map(|cue| cue.place);
        cues.chain(self.without_cue(group)).find(|place| place.code == country)
    }
}
