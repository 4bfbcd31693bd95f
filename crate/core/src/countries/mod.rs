//! Finds the words that name countries.

use crate::model::{CountryCode, CountryMention};

/// Every mention of a country in `text`, in order, without overlaps; spans are bytes of `text`.
pub fn mentions(_text: &str) -> Vec<CountryMention> {
    Vec::new()
}

/// The English short name of a country, or its code where the table has none.
pub fn name(_code: CountryCode) -> &'static str {
    ""
}
