//! Filtering: at once, or step by step where many texts have to be searched.

use super::{Study, rows};
use crate::filter::{Crossfilter, Filter, Query, Search, found_rows};
use dateline_scan::Bits;

/// A filter whose text is still looked for.
pub(super) struct Searching {
    search: Search,
    filter: Filter,
    /// What was shown before.
    base: Crossfilter,
}

impl Study {
    /// Shows what passes this filter. The window stays.
    pub fn set_filter(&mut self, filter: Filter) {
        if !self.begin_filter(filter) {
            self.search(usize::MAX, false);
        }
    }

    /// Shows what passes this filter, unless texts have to be searched for it: gives false then, and nothing changes until
    /// [`Study::search`] does. A search that was begun before ends without effect.
    pub fn begin_filter(&mut self, filter: Filter) -> bool {
        self.searching = None;
        let (query, before) = (Query::new(&filter.text), Query::new(&self.filter().text));
        if query.is_empty() || query == before {
            self.cross(self.crossed(filter));
            return true;
        }
        // Who types on looks only at what was found so far.
        let known = self.crossfilter.found().filter(|_| query.narrows(&before));
        let search = match known {
            Some(rows) => Search::within(query, rows.given_back(self.table.sources())),
            None => Search::new(query, self.table.texts().len()),
        };
        self.searching = Some(Searching { search, filter, base: self.crossfilter.clone() });
        false
    }

    /// Searches about so many bytes more of the texts; with `show`, what was found so far is shown. Gives whether the
    /// search is at its end: then the filter is in effect.
    pub fn search(&mut self, bytes: usize, show: bool) -> bool {
        let Some(searching) = &mut self.searching else { return true };
        let done = searching.search.step(self.table.texts(), bytes);
        if done || show {
            let found = found_rows(&searching.search, &self.table);
            let clock = self.index.clock();
            let crossed = searching.base.with(searching.filter.clone(), &self.table, clock, |_| found);
            self.cross(crossed);
        }
        if done {
            self.searching = None;
        }
        done
    }

    /// The crossfilter of another filter.
    pub(super) fn crossed(&self, filter: Filter) -> Crossfilter {
        let found = |query: &Query| query.search(&self.table);
        self.crossfilter.with(filter, &self.table, self.index.clock(), found)
    }

    /// Lets pass what passes a crossfilter, and counts it.
    fn cross(&mut self, crossfilter: Crossfilter) {
        let passing: Bits = crossfilter.passing(&self.table);
        self.crossfilter = crossfilter;
        self.counts = self.counts.moved(&self.table, &self.whole, self.index.passing(), &passing);
        self.index.pass(&self.table, passing);
        self.lanes = rows::lanes(&self.extraction, &self.sections, &self.index);
        self.open.clear();
        self.settle();
    }
}
