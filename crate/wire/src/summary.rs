//! The counts under a filter, as a page reads them (camelCase).

use crate::report::rounded;
use dateline_core::filter::{self, KindCount};
use dateline_core::model::Coding;
use dateline_core::time::CivilDate;
use serde::{Serialize, Serializer};

/// The counts under a filter; `shown` follows the window too.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SummaryJson<'a> {
    /// Items that pass.
    pub items: u64,
    /// Of these, those in the window.
    pub shown: u64,
    /// Of `items`, those with a date.
    pub dated: u64,
    /// Of `items`, those without.
    pub undated: u64,
    /// First day.
    pub first: Option<String>,
    /// Last day, inclusive.
    pub last: Option<String>,
    /// Share of state media among items of kind report.
    pub state_media: ShareJson,
    /// Months with items, ascending.
    pub months: Vec<MonthJson>,
    /// Kinds with items, in the order of the legend.
    #[serde(serialize_with = "kinds")]
    pub kinds: &'a [KindCount],
    /// All sections, in report order.
    pub sections: Vec<SectionCountJson<'a>>,
    /// Which words code an item: `all` or `names`.
    pub evidence: &'static str,
    /// How items are counted by country: `full` or `fractional`.
    pub counting: &'static str,
    /// By items, in fractional counting by weight; then by code.
    pub countries: Vec<CountryCountJson<'a>>,
    /// Countries that items name together, by items, then codes.
    pub pairs: Vec<PairJson<'a>>,
    /// Pairs that find no room in `pairs`.
    pub more_pairs: u64,
    /// By items, then name.
    pub outlets: Vec<OutletJson<'a>>,
    /// By items, then code.
    pub languages: Vec<LanguageJson<'a>>,
}

/// Items of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ShareJson {
    pub items: u64,
    pub of: u64,
    /// `items / of`, to four places; 0 when there is none.
    pub share: f64,
}

/// Items that start in a month, `2021-01`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct MonthJson {
    pub month: String,
    pub items: u64,
}

/// Items of a section; the title as printed, without colon.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct SectionCountJson<'a> {
    pub id: u32,
    pub title: &'a str,
    pub inferred: bool,
    pub items: u64,
}

/// Items that name a country; `weight` counts an item with n countries 1/n for each.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct CountryCountJson<'a> {
    pub code: &'a str,
    pub name: &'a str,
    pub items: u64,
    pub weight: f64,
}

/// Items that name both countries; `a` is the first by code.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PairJson<'a> {
    pub a: &'a str,
    pub b: &'a str,
    pub items: u64,
}

/// Items of an outlet.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct OutletJson<'a> {
    pub name: &'a str,
    pub items: u64,
}

/// Items in a language, ISO 639-1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct LanguageJson<'a> {
    pub code: &'a str,
    pub items: u64,
}

impl<'a> SummaryJson<'a> {
    /// The JSON shape of the counts of items that are coded so.
    pub fn new(summary: &'a filter::Summary, coding: &Coding) -> Self {
        let media = summary.state_media;
        SummaryJson {
            items: summary.items,
            shown: summary.shown,
            dated: summary.dated,
            undated: summary.undated,
            first: summary.first.as_ref().map(CivilDate::to_string),
            last: summary.last.as_ref().map(CivilDate::to_string),
            state_media: ShareJson { items: media.items, of: media.of, share: rounded(media.share()) },
            months: summary.months.iter().map(Into::into).collect(),
            kinds: &summary.kinds,
            sections: summary.sections.iter().map(Into::into).collect(),
            evidence: coding.evidence.name(),
            counting: coding.counting.name(),
            countries: summary.countries.iter().map(Into::into).collect(),
            pairs: summary.pairs.iter().map(Into::into).collect(),
            more_pairs: summary.more_pairs,
            outlets: summary.outlets.iter().map(Into::into).collect(),
            languages: summary.languages.iter().map(Into::into).collect(),
        }
    }
}

impl From<&filter::MonthCount> for MonthJson {
    fn from(count: &filter::MonthCount) -> Self {
        let month = format!("{:04}-{:02}", count.month.year(), count.month.month());
        MonthJson { month, items: count.items }
    }
}

impl<'a> From<&'a filter::SectionCount> for SectionCountJson<'a> {
    fn from(count: &'a filter::SectionCount) -> Self {
        let filter::SectionCount { id, title, inferred, items } = count;
        SectionCountJson { id: *id, title, inferred: *inferred, items: *items }
    }
}

impl<'a> From<&'a filter::CountryCount> for CountryCountJson<'a> {
    fn from(count: &'a filter::CountryCount) -> Self {
        let weight = rounded(count.weight);
        CountryCountJson { code: count.code.as_str(), name: count.name, items: count.items, weight }
    }
}

impl<'a> From<&'a filter::PairCount> for PairJson<'a> {
    fn from(pair: &'a filter::PairCount) -> Self {
        PairJson { a: pair.a.as_str(), b: pair.b.as_str(), items: pair.items }
    }
}

impl<'a> From<&'a filter::OutletCount> for OutletJson<'a> {
    fn from(count: &'a filter::OutletCount) -> Self {
        OutletJson { name: &count.name, items: count.items }
    }
}

impl<'a> From<&'a filter::LanguageCount> for LanguageJson<'a> {
    fn from(count: &'a filter::LanguageCount) -> Self {
        LanguageJson { code: &count.code, items: count.items }
    }
}

/// A record of kinds that occur, by name.
fn kinds<S: Serializer>(counts: &&[KindCount], serializer: S) -> Result<S::Ok, S::Error> {
    let present = counts.iter().filter(|count| count.items > 0);
    serializer.collect_map(present.map(|count| (count.kind.name(), count.items)))
}
