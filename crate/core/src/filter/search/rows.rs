//! From texts that hold words to rows that pass: a word may also stand in an outlet, a byline, a label or an id.

use super::{Query, Search, fold};
use crate::model::{Dictionary, Ids, ItemTable};
use crate::text::Seek;
use dateline_scan::{Bits, mark_codes};

/// The rows of a table in which each word of a query stands, as far as its texts were looked at.
pub fn found_rows(search: &Search, table: &ItemTable) -> Bits {
    let ids = in_ids(search.query(), table);
    let mut all = Bits::all(table.len());
    for (at, word) in search.query().words().iter().enumerate() {
        let mut sources = search.found().get(at).cloned().unwrap_or_default();
        if let Some(ids) = ids.as_ref().and_then(|ids| ids.found().get(at)) {
            sources.add(ids);
        }
        let mut rows = sources.taken(table.sources());
        for column in [table.outlets(), table.credits()] {
            rows.add(&in_words(column, word));
        }
        all.keep(&rows);
    }
    all
}

impl Query {
    /// The rows of a table that it finds.
    pub fn search(&self, table: &ItemTable) -> Bits {
        let mut search = Search::new(self.clone(), table.texts().len());
        search.step(table.texts(), usize::MAX);
        found_rows(&search, table)
    }
}

fn in_words(column: &Dictionary, word: &str) -> Bits {
    let wanted: Vec<bool> = column.words().iter().map(|other| fold(other).has(word)).collect();
    let any = wanted.contains(&true);
    if any { mark_codes(column.codes(), &wanted) } else { Bits::default() }
}

/// The same search through ids; numbers that nobody gave are not looked at.
fn in_ids(query: &Query, table: &ItemTable) -> Option<Search> {
    let Ids::Given(ids) = table.ids() else { return None };
    let mut search = Search::new(query.clone(), ids.len());
    search.step(ids, usize::MAX);
    Some(search)
}
