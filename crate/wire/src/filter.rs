//! The filter as a page writes it (camelCase) and reads it back with the instants it means.

use crate::{Bound, Bounds, Failure};
use dateline_core::filter;
use dateline_core::model::{CountryCode, ItemKind};
use dateline_core::text::joined;
use dateline_core::time::{CivilDate, Interval, Timestamp};
use serde::{Deserialize, Serialize};

/// OR within a key, AND between keys; an absent or empty key lets everything through.
///
/// Keys that it does not know are ignored, so that what was read back can be written again.
///
/// ```
/// let filter: dateline_wire::Filter = serde_json::from_str(r#"{"kinds":["report"],"from":"2021-01"}"#).unwrap();
/// let back = serde_json::to_string(&filter.resolved().unwrap()).unwrap();
/// assert_eq!(back, r#"{"kinds":["report"],"from":"2021-01","start":1609459200000}"#);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Filter {
    /// ISO 3166-1 alpha-2 codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub countries: Option<Vec<String>>,
    /// Section ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sections: Option<Vec<u32>>,
    /// Outlets by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlets: Option<Vec<String>>,
    /// ISO 639-1 codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<String>>,
    /// `report`, `action`, `reading`, `quote`, `passage`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<String>>,
    /// Only state media, or only others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_media: Option<bool>,
    /// Words to look for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The first day, month, year or instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Bound>,
    /// The last day, month or year (included whole), or the first instant after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Bound>,
    /// What `from` means, in ms; written by [`Filter::resolved`], never read.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub start: Option<i64>,
    /// What `to` means, in ms, exclusive; written by [`Filter::resolved`], never read.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub end: Option<i64>,
}

impl Filter {
    /// The instants that `from` and `to` mean.
    ///
    /// # Errors
    ///
    /// `bad-date` and `bad-range`, as [`Bounds::resolve`].
    pub fn bounds(&self) -> Result<Bounds, Failure> {
        Bounds::resolve(self.from.as_ref(), self.to.as_ref())
    }

    /// The same filter with `start` and `end` filled in, as a page reads it back.
    ///
    /// # Errors
    ///
    /// As [`Filter::bounds`].
    pub fn resolved(&self) -> Result<Filter, Failure> {
        let bounds = self.bounds()?;
        let mut filter = self.clone();
        filter.start = bounds.start.map(|instant| instant.0);
        filter.end = bounds.end.map(|instant| instant.0);
        Ok(filter)
    }

    /// The filter as core applies it.
    ///
    /// # Errors
    ///
    /// As [`Filter::bounds`], and `bad-country` or `bad-kind` where a word is none.
    pub fn to_core(&self) -> Result<filter::Filter, Failure> {
        Ok(filter::Filter {
            countries: each(&self.countries, country)?,
            sections: self.sections.clone().unwrap_or_default(),
            outlets: self.outlets.clone().unwrap_or_default(),
            languages: self.languages.clone().unwrap_or_default(),
            kinds: each(&self.kinds, kind)?,
            state_media: self.state_media,
            text: self.text.clone().unwrap_or_default(),
            range: self.bounds()?.interval(),
        })
    }
}

impl Bounds {
    /// The same as an interval, where an open end is the calendar's; `None` where both are open.
    pub fn interval(self) -> Option<Interval> {
        let first = || CivilDate::first().timestamp();
        let last = || Timestamp(CivilDate::last().timestamp().0 + Timestamp::DAY_MS);
        match self {
            Bounds { start: None, end: None } => None,
            Bounds { start, end } => {
                Some(Interval::new(start.unwrap_or_else(first), end.unwrap_or_else(last)))
            }
        }
    }
}

fn each<T>(words: &Option<Vec<String>>, read: fn(&str) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    words.iter().flatten().map(|word| read(word)).collect()
}

fn country(word: &str) -> Result<CountryCode, Failure> {
    let unknown = || {
        let shown: String = word.chars().take(40).collect();
        let message = format!("`{shown}` is not a country code.");
        Failure::new("bad-country", message, "Write two letters of ISO 3166-1, such as VE or GY.")
    };
    CountryCode::new(&word.trim().to_ascii_uppercase()).ok_or_else(unknown)
}

fn kind(word: &str) -> Result<ItemKind, Failure> {
    let unknown = || {
        let shown: String = word.chars().take(40).collect();
        let names: Vec<&str> = ItemKind::ALL.iter().map(|kind| kind.name()).collect();
        let fix = format!("Write one of: {}.", joined(&names, ", "));
        Failure::new("bad-kind", format!("`{shown}` is not a kind of item."), fix)
    };
    ItemKind::ALL.into_iter().find(|kind| kind.name() == word).ok_or_else(unknown)
}
