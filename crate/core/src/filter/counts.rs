//! How often each value of each facet occurs among the rows that pass: kept from filter to filter, and brought up to
//! date by the rows that changed.

use crate::model::{Counting, Form, ItemTable};
use dateline_scan::{Bits, ListCounts, count_codes};

/// Counts by the codes of the table's columns.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// By outlet.
    pub outlets: Vec<i64>,
    /// By language.
    pub languages: Vec<i64>,
    /// By kind and flags together.
    pub forms: Vec<i64>,
    /// By section.
    pub sections: Vec<i64>,
    /// By country; an item that names n countries has the n-th part of [`Counting::WHOLE`] as its share for each.
    pub countries: ListCounts,
}

impl Counts {
    /// The counts of some rows.
    pub fn of(table: &ItemTable, sections: usize, rows: &Bits) -> Counts {
        let mut counts = Counts {
            outlets: vec![0; table.outlets().words().len()],
            languages: vec![0; table.languages().words().len()],
            forms: vec![0; Form::COUNT],
            sections: vec![0; sections],
            countries: ListCounts::none(table.country_words().len()),
        };
        counts.change(table, rows, 1);
        counts
    }

    /// Counts more rows, or with a factor of −1 no longer.
    fn change(&mut self, table: &ItemTable, rows: &Bits, factor: i64) {
        count_codes(table.outlets().codes(), rows, factor, &mut self.outlets);
        count_codes(table.languages().codes(), rows, factor, &mut self.languages);
        count_codes(table.forms(), rows, factor, &mut self.forms);
        count_codes(table.sections(), rows, factor, &mut self.sections);
        self.countries.add(table.country_lists(), rows, factor, Counting::WHOLE as i64);
    }

    /// The counts of `now`, where these are those of `then`, and `all` those of all rows. Costs what is least: the rows
    /// that pass, those that do not, or those that changed.
    pub fn moved(&self, table: &ItemTable, all: &Counts, then: &Bits, now: &Bits) -> Counts {
        let (came, went) = (only(now, then), only(then, now));
        let (changed, passing, missing) = (came.count() + went.count(), now.count(), now.len() - now.count());
        if changed <= passing.min(missing) {
            let mut counts = self.clone();
            counts.change(table, &came, 1);
            counts.change(table, &went, -1);
            counts
        } else if passing <= missing {
            Counts::of(table, self.sections.len(), now)
        } else {
            let mut counts = all.clone();
            counts.change(table, &now.inverted(), -1);
            counts
        }
    }
}

/// The rows of the one set that are not in the other.
fn only(one: &Bits, other: &Bits) -> Bits {
    let mut rows = other.inverted();
    rows.keep(one);
    rows
}
