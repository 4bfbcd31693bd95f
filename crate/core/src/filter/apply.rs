//! Which rows pass a filter: a set of rows for each of its parts, and what they have in common.
//!
//! The parts are independent: when one changes, the sets of the others stay, and counts under "the other filters" only
//! leave one set out.

use super::Filter;
use super::search::Query;
use crate::index::Clock;
use crate::model::{Dictionary, Form, ItemKind, ItemTable, MOST_SECTIONS};
use crate::time::Interval;
use dateline_scan::{Bits, mark_codes, mark_lists};

/// A part of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Facet {
    Countries,
    Sections,
    Outlets,
    Languages,
    Kinds,
    StateMedia,
    Text,
    Range,
}

impl Facet {
    /// All parts.
    pub const ALL: [Facet; 8] = [
        Facet::Countries,
        Facet::Sections,
        Facet::Outlets,
        Facet::Languages,
        Facet::Kinds,
        Facet::StateMedia,
        Facet::Text,
        Facet::Range,
    ];

    /// Whether two filters have this part in common.
    fn same(self, one: &Filter, other: &Filter) -> bool {
        match self {
            Facet::Countries => one.countries == other.countries,
            Facet::Sections => one.sections == other.sections,
            Facet::Outlets => one.outlets == other.outlets,
            Facet::Languages => one.languages == other.languages,
            Facet::Kinds => one.kinds == other.kinds,
            Facet::StateMedia => one.state_media == other.state_media,
            Facet::Text => Query::new(&one.text) == Query::new(&other.text),
            Facet::Range => one.range == other.range,
        }
    }
}

/// A filter with the rows that pass each of its parts.
#[derive(Clone, Debug, Default)]
pub struct Crossfilter {
    filter: Filter,
    /// The rows of each part, in the order of [`Facet::ALL`]; `None` where all pass.
    parts: [Option<Bits>; 8],
}

impl Crossfilter {
    /// What is shown.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The same with another filter; only parts that differ are looked at, but for the text, which `found` answers
    /// where it is another one.
    pub fn with(
        &self,
        filter: Filter,
        table: &ItemTable,
        clock: &Clock,
        found: impl FnOnce(&Query) -> Bits,
    ) -> Crossfilter {
        let mut found = Some(found);
        let part = |(facet, old): (&Facet, &Option<Bits>)| {
            if facet.same(&self.filter, &filter) {
                return old.clone();
            }
            match facet {
                Facet::Text => {
                    let query = Query::new(&filter.text);
                    found.take().filter(|_| !query.is_empty()).map(|found| found(&query))
                }
                other => part(*other, &filter, table, clock),
            }
        };
        let mut parts: [Option<Bits>; 8] = Default::default();
        let fresh: Vec<Option<Bits>> = Facet::ALL.iter().zip(&self.parts).map(part).collect();
        parts.iter_mut().zip(fresh).for_each(|(slot, part)| *slot = part);
        Crossfilter { filter, parts }
    }

    /// The rows that its text finds; `None` where it has none.
    pub fn found(&self) -> Option<&Bits> {
        let parts = Facet::ALL.iter().zip(&self.parts);
        parts.into_iter().find(|(facet, _)| **facet == Facet::Text).and_then(|(_, part)| part.as_ref())
    }

    /// The rows of a table that pass.
    pub fn passing(&self, table: &ItemTable) -> Bits {
        let mut all: Option<Bits> = None;
        for part in self.parts.iter().flatten() {
            match &mut all {
                None => all = Some(part.clone()),
                Some(all) => all.keep(part),
            }
        }
        all.unwrap_or_else(|| Bits::all(table.len()))
    }
}

/// The rows that pass one part of a filter other than its text; `None` where all do.
fn part(facet: Facet, filter: &Filter, table: &ItemTable, clock: &Clock) -> Option<Bits> {
    match facet {
        Facet::Countries => (!filter.countries.is_empty()).then(|| {
            let wanted = table.country_words().iter().map(|code| filter.countries.contains(code));
            mark_lists(table.country_lists(), &wanted.collect::<Vec<_>>())
        }),
        Facet::Sections => (!filter.sections.is_empty()).then(|| {
            let most = filter.sections.iter().max().map_or(0, |most| (*most).min(MOST_SECTIONS));
            let wanted = (0..=most).map(|section| filter.sections.contains(&section));
            mark_codes(table.sections(), &wanted.collect::<Vec<_>>())
        }),
        Facet::Outlets => words(&filter.outlets, table.outlets()),
        Facet::Languages => words(&filter.languages, table.languages()),
        Facet::Kinds => {
            (!filter.kinds.is_empty()).then(|| forms(table, |form| holds_kind(&filter.kinds, form)))
        }
        Facet::StateMedia => {
            filter.state_media.map(|wanted| forms(table, |form| form.flags().state_media() == wanted))
        }
        Facet::Text => None,
        Facet::Range => filter.range.map(|range| overlapping(range, table, clock)),
    }
}

fn holds_kind(kinds: &[ItemKind], form: Form) -> bool {
    kinds.contains(&form.kind())
}

fn forms(table: &ItemTable, wanted: impl Fn(Form) -> bool) -> Bits {
    mark_codes(table.forms(), &Form::all().map(wanted).collect::<Vec<_>>())
}

fn words(wanted: &[String], column: &Dictionary) -> Option<Bits> {
    let flags = || column.words().iter().map(|word| wanted.contains(word)).collect::<Vec<_>>();
    (!wanted.is_empty()).then(|| mark_codes(column.codes(), &flags()))
}

/// The dated rows that overlap a range.
fn overlapping(range: Interval, table: &ItemTable, clock: &Clock) -> Bits {
    let started = table.starting_in(range);
    let mut rows = Bits::range(table.len(), started.clone());
    for stretch in clock.lasting(0..started.start, range.start.0) {
        let overlaps = |row: &usize| is_shown(table.interval(*row as u32), Some(range), false);
        stretch.filter(overlaps).for_each(|row| rows.insert(row));
    }
    rows
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
pub fn rows(table: &ItemTable, filter: &Filter) -> Bits {
    let none = Crossfilter::default();
    none.with(filter.clone(), table, &Clock::new(table), |query| query.search(table)).passing(table)
}
