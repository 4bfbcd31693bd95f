//! Sections with their titles; a lost title follows from what the section is mostly about.

use crate::countries;
use crate::model::{CountryCode, Section};
use crate::order::sort_by;
use crate::report::SectionMark;

/// The countries of a section that tell what a name in its next entry means.
const LENT: usize = 3;

/// How many entries of a section name each country.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    entries: u32,
    // A short list: a section is about a few countries, and maps of their own weigh in the wasm.
    countries: Vec<Named>,
}

/// One country of a section.
#[derive(Clone, Debug)]
struct Named {
    code: CountryCode,
    /// How many entries name it.
    count: u32,
    /// The number of the last entry that did, from 1.
    last: u32,
}

impl Tally {
    /// Counts one entry with its countries, each once.
    pub fn add(&mut self, codes: impl Iterator<Item = CountryCode>) {
        self.entries += 1;
        let last = self.entries;
        for code in codes {
            match self.countries.iter_mut().find(|named| named.code == code) {
                Some(named) => {
                    named.count += u32::from(named.last != last);
                    named.last = last;
                }
                None => self.countries.push(Named { code, count: 1, last }),
            }
        }
    }

    /// The countries, those of most entries first.
    pub fn ranked(&self) -> impl Iterator<Item = CountryCode> {
        let mut ranked: Vec<(u32, CountryCode)> =
            self.countries.iter().map(|named| (named.count, named.code)).collect();
        sort_by(&mut ranked, |a, b| b.cmp(a));
        ranked.into_iter().take(LENT).map(|(_, code)| code)
    }

    /// The country that most entries name; the first by code among equals.
    fn most(&self) -> Option<(CountryCode, u32)> {
        let best = self.countries.iter().max_by_key(|named| (named.count, std::cmp::Reverse(named.code)))?;
        Some((best.code, best.count))
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
