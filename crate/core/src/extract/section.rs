//! Sections with their titles; a lost title follows from what the section is mostly about.

use crate::countries;
use crate::model::{CountryCode, Section};
use crate::report::SectionMark;
use std::collections::BTreeMap;

/// How many entries of a section name each country.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    entries: u32,
    countries: BTreeMap<CountryCode, u32>,
}

impl Tally {
    /// Counts one entry with its countries, each once.
    pub fn add(&mut self, codes: impl Iterator<Item = CountryCode>) {
        self.entries += 1;
        let unique: std::collections::BTreeSet<CountryCode> = codes.collect();
        for code in unique {
            *self.countries.entry(code).or_insert(0) += 1;
        }
    }

    /// The country that most entries name; the first by code among equals.
    fn most(&self) -> Option<(CountryCode, u32)> {
        let best = self.countries.iter().max_by_key(|(code, count)| (**count, std::cmp::Reverse(**code)))?;
        Some((*best.0, *best.1))
    }
}

/// What a section is called when nothing tells what it is about.
const UNTITLED: &str = "Untitled";

/// The section of a mark, titled.
pub(super) fn section(mark: SectionMark, tally: &Tally) -> Section {
    let (title, why) = match (&mark.title, tally.most()) {
        (Some(title), _) => (title.clone(), String::new()),
        (None, Some((code, count))) => {
            let name = countries::name(code);
            let why = format!("the heading is lost: {count} of {} entries here name {name}", tally.entries);
            (name.to_owned(), why)
        }
        (None, None) => (UNTITLED.to_owned(), "no heading, and no country named".to_owned()),
    };
    Section { inferred: mark.title.is_none(), title, why, line: mark.line, span: mark.span }
}
