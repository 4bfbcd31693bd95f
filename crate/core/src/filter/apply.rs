//! Which rows pass a filter.

use super::Filter;
use super::search::Query;
use crate::model::{ItemKind, ItemTable};
use crate::time::Interval;

/// A filter made ready for one table: words become codes once, not for each row.
struct Predicate<'a> {
    filter: &'a Filter,
    outlets: Option<Vec<bool>>,
    languages: Option<Vec<bool>>,
    query: Query,
}

impl<'a> Predicate<'a> {
    fn new(filter: &'a Filter, table: &ItemTable) -> Self {
        Predicate {
            filter,
            outlets: allowed(&filter.outlets, table.outlets().words()),
            languages: allowed(&filter.languages, table.languages().words()),
            query: Query::new(&filter.text),
        }
    }

    fn passes(&self, table: &ItemTable, row: u32) -> bool {
        self.passes_facets(table, row)
            && is_shown(table.interval(row), self.filter.range, self.filter.range.is_none())
            && self.query.matches(table, row)
    }

    fn passes_facets(&self, table: &ItemTable, row: u32) -> bool {
        let filter = self.filter;
        holds(&filter.sections, &table.section(row))
            && holds::<ItemKind>(&filter.kinds, &table.kind(row))
            && filter.state_media.is_none_or(|wanted| wanted == table.flags(row).state_media())
            && holds_code(self.outlets.as_deref(), table.outlets().code(row))
            && holds_code(self.languages.as_deref(), table.languages().code(row))
            && (filter.countries.is_empty()
                || table.countries(row).iter().any(|code| filter.countries.contains(code)))
    }
}

fn holds<T: PartialEq>(wanted: &[T], value: &T) -> bool {
    wanted.is_empty() || wanted.contains(value)
}

fn holds_code(wanted: Option<&[bool]>, code: Option<u32>) -> bool {
    let Some(wanted) = wanted else { return true };
    code.and_then(|code| wanted.get(code as usize)).copied().unwrap_or(false)
}

fn allowed(wanted: &[String], words: &[String]) -> Option<Vec<bool>> {
    (!wanted.is_empty()).then(|| words.iter().map(|word| wanted.contains(word)).collect())
}

/// Whether an item of this interval shows under a range; `undated` says whether one without a date does.
pub fn is_shown(interval: Option<Interval>, range: Option<Interval>, undated: bool) -> bool {
    match (interval, range) {
        (None, _) => undated,
        (Some(_), None) => true,
        (Some(interval), Some(range)) => touches(interval, range),
    }
}

/// Overlap, where an item without length counts as its first instant.
fn touches(interval: Interval, range: Interval) -> bool {
    interval.overlaps(range) || (interval.start == interval.end && range.contains(interval.start))
}

/// The rows that pass, in order.
pub fn rows(table: &ItemTable, filter: &Filter) -> Vec<u32> {
    let predicate = Predicate::new(filter, table);
    table.rows().filter(|row| predicate.passes(table, *row)).collect()
}
