//! What to show: facets as data, and the counts under them.
//!
//! Takes a table and a [`Filter`], gives the rows that pass and a [`Summary`]. It knows nothing of pixels.

mod apply;
mod counts;
mod search;
mod summary;

pub use apply::{Crossfilter, Facet, is_shown, rows};
pub use counts::Counts;
pub use search::{Query, Search, fold, found_rows};
pub use summary::{
    CountryCount, KindCount, LanguageCount, MOST_PAIRS, MonthCount, OutletCount, PairCount, SectionCount,
    StateMediaCount, Summary, summarise,
};

use crate::model::{CountryCode, ItemKind};
use crate::time::Interval;

/// What to show: OR within a key, AND between keys, empty = all. The default shows everything.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Filter {
    /// Items that name one of these countries.
    pub countries: Vec<CountryCode>,
    /// Items of these sections, by index into the report's sections.
    pub sections: Vec<u32>,
    /// Items of these outlets, by name.
    pub outlets: Vec<String>,
    /// Items whose content is in one of these languages, ISO 639-1.
    pub languages: Vec<String>,
    /// Items of these kinds.
    pub kinds: Vec<ItemKind>,
    /// Only state media, or only the rest.
    pub state_media: Option<bool>,
    /// Words that must all occur; case and accents do not matter.
    pub text: String,
    /// Items that overlap this interval; undated items then do not pass.
    pub range: Option<Interval>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        let blank = self.text.trim().is_empty();
        Filter { text: String::new(), ..self.clone() } == Filter::default() && blank
    }
}
