//! The filter as a page writes it (camelCase) and reads it back with the instants it means.

use crate::{Bound, Bounds, Failure};
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
}
