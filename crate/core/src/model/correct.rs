//! Corrections of a table's countries, where there are no items that have them.

use super::{Change, CountryCode, ItemTable};
use crate::order::sort_by;
use dateline_scan::Lists;

/// The countries of a table as the data gave them.
#[derive(Clone, Debug, Default)]
pub struct GivenCountries {
    lists: Lists,
    words: Vec<CountryCode>,
}

impl GivenCountries {
    /// Whether the data gave a row this country.
    pub fn has(&self, row: u32, code: CountryCode) -> bool {
        self.lists.get(row as usize).iter().any(|place| self.words.get(usize::from(*place)) == Some(&code))
    }
}

impl ItemTable {
    /// The countries as they are now.
    pub fn given_countries(&self) -> GivenCountries {
        GivenCountries { lists: self.countries.clone(), words: self.country_words.clone() }
    }

    /// Gives each row its countries back, but for those that changes by row add or remove; of two changes of the same
    /// the later one counts.
    pub fn correct(&mut self, given: &GivenCountries, mut changes: Vec<(u32, CountryCode, Change)>) {
        sort_by(&mut changes, |a, b| a.0.cmp(&b.0));
        let mut words = given.words.clone();
        for (_, code, _) in &changes {
            if !words.contains(code) {
                words.push(*code);
            }
        }
        let place = |code: &CountryCode| {
            words.iter().position(|word| word == code).and_then(|place| u8::try_from(place).ok())
        };
        let mut lists = Lists::default();
        let mut rest = changes.as_slice();
        for row in self.rows() {
            let mut codes = given.lists.get(row as usize).to_vec();
            while let Some(((_, code, change), later)) = rest.split_first().filter(|((at, ..), _)| *at == row)
            {
                rest = later;
                let Some(place) = place(code) else { continue };
                codes.retain(|other| *other != place || *change == Change::Add);
                if *change == Change::Add && !codes.contains(&place) {
                    codes.push(place);
                }
            }
            lists.push(codes);
        }
        self.countries = lists;
        self.country_words = words;
    }
}
