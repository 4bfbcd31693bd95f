//! The counts under a filter: what the page says in words and lists in its menus.

use super::Counts;
use crate::countries;
use crate::index::{Clock, MemoryIndex};
use crate::model::{Counting, CountryCode, Form, ItemKind, ItemTable, Section};
use crate::order::sort_by;
use crate::time::{CivilDate, Interval, Timestamp, Unit};
use dateline_scan::Bits;

/// Items of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    /// The month's first day.
    pub month: CivilDate,
    /// Items that start in it.
    pub items: u64,
}

/// Items of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: ItemKind,
    /// Items of it.
    pub items: u64,
}

/// Items of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionCount {
    /// Index into the report's sections.
    pub id: u32,
    /// As printed, without colon.
    pub title: String,
    /// Whether the title is inferred.
    pub inferred: bool,
    /// Items in it.
    pub items: u64,
}

/// Items that name one country.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryCount {
    /// The country.
    pub code: CountryCode,
    /// Its English name.
    pub name: &'static str,
    /// Items that name it.
    pub items: u64,
    /// The same, where an item that names n countries counts 1/n for each.
    pub weight: f64,
}

/// Items that name two countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairCount {
    /// The one, by code the first.
    pub a: CountryCode,
    /// The other.
    pub b: CountryCode,
    /// Items that name both.
    pub items: u64,
}

/// Items of one outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletCount {
    /// The outlet.
    pub name: String,
    /// Items of it.
    pub items: u64,
}

/// Items in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageCount {
    /// ISO 639-1.
    pub code: String,
    /// Items in it.
    pub items: u64,
}

/// Reports that the report itself marks as state media.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct StateMediaCount {
    /// Items of kind report so marked.
    pub items: u64,
    /// Items of kind report.
    pub of: u64,
}

impl StateMediaCount {
    /// `items / of`, 0 when there is none.
    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.items as f64 / self.of as f64 }
    }
}

/// The counts under a filter. All follow the filter alone, but `shown` follows the window too.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Summary {
    /// Items that pass.
    pub items: u64,
    /// Of these, those in the window, and the undated ones while the filter has no range.
    pub shown: u64,
    /// Of `items`, those with a date.
    pub dated: u64,
    /// Of `items`, those without.
    pub undated: u64,
    /// First day.
    pub first: Option<CivilDate>,
    /// Last day, inclusive.
    pub last: Option<CivilDate>,
    /// Share of state media among items of kind report.
    pub state_media: StateMediaCount,
    /// Months with items, ascending.
    pub months: Vec<MonthCount>,
    /// All kinds, in the order of the legend, also those without items.
    pub kinds: Vec<KindCount>,
    /// All sections in report order, also those without items.
    pub sections: Vec<SectionCount>,
    /// By items, in fractional counting by weight; then by code.
    pub countries: Vec<CountryCount>,
    /// Countries that are named together, by items, then codes: at most [`MOST_PAIRS`].
    pub pairs: Vec<PairCount>,
    /// Pairs that find no room in `pairs`.
    pub more_pairs: u64,
    /// By items, then name.
    pub outlets: Vec<OutletCount>,
    /// By items, then code.
    pub languages: Vec<LanguageCount>,
}

/// A summary lists at most so many pairs of countries.
pub const MOST_PAIRS: usize = 100;

/// Puts the counts of the rows that pass into words and order; `window` decides `shown`, `counting` the order of
/// countries. `counts` are those of `passing`.
pub fn summarise(
    table: &ItemTable,
    sections: &[Section],
    index: &MemoryIndex,
    counts: &Counts,
    passing: &Bits,
    window: Interval,
    counting: Counting,
) -> Summary {
    let items = passing.count() as u64;
    let dated = passing.count_in(0..table.dated() as usize) as u64;
    let (first, last) = extent(table, index.clock(), passing);
    let mut summary = Summary {
        items,
        shown: 0,
        dated,
        undated: items - dated,
        first: first.map(|first| Timestamp(first).date()),
        last: last.map(|last| Timestamp(last).date()),
        months: months(table, passing),
        sections: counted_sections(sections, counts),
        countries: counted_countries(table, counts, counting),
        ..Summary::default()
    };
    summary.shown = index.shown(table, passing, window);
    count_kinds(counts, &mut summary);
    count_pairs(table, counts, &mut summary);
    summary.outlets = counted_words(table.outlets().words(), &counts.outlets)
        .map(|(name, items)| OutletCount { name, items })
        .collect();
    summary.languages = counted_words(table.languages().words(), &counts.languages)
        .map(|(code, items)| LanguageCount { code, items })
        .collect();
    summary
}

/// The first and the last instant of the rows that pass, the last inclusive.
fn extent(table: &ItemTable, clock: &Clock, passing: &Bits) -> (Option<i64>, Option<i64>) {
    let dated = 0..table.dated() as usize;
    let start = |row: usize| table.starts().get(row).copied();
    let first = passing.iter_in(dated.clone()).next().and_then(start);
    let row = match clock.by_end() {
        None => passing.iter_in(dated).next_back(),
        Some(order) => order.iter().rev().map(|row| *row as usize).find(|row| passing.contains(*row)),
    };
    let last = row
        .and_then(|row| table.interval(row as u32))
        .map(|time| time.end.0.saturating_sub(1).max(time.start.0));
    (first, last)
}

/// Rows come in the order of time: a month is a stretch of them, counted at one go.
fn months(table: &ItemTable, passing: &Bits) -> Vec<MonthCount> {
    let mut months = Vec::new();
    let mut from = 0;
    while let Some(start) = table.starts().get(from) {
        let month = Timestamp(*start).date().floor(Unit::Month);
        let next = month.add_months(1).timestamp().0;
        let rest = table.starts().get(from..).unwrap_or(&[]);
        // The calendar's last month has none after it.
        let to = if next > *start {
            from + rest.partition_point(|start| *start < next)
        } else {
            table.starts().len()
        };
        let items = passing.count_in(from..to) as u64;
        if items > 0 {
            months.push(MonthCount { month, items });
        }
        from = to;
    }
    months
}

fn count_kinds(counts: &Counts, summary: &mut Summary) {
    let of = |is_wanted: &dyn Fn(Form) -> bool| {
        let wanted = Form::all().zip(&counts.forms).filter(|(form, _)| is_wanted(*form));
        wanted.map(|(_, count)| *count as u64).sum::<u64>()
    };
    let kinds = ItemKind::ALL.into_iter();
    summary.kinds = kinds.map(|kind| KindCount { kind, items: of(&|form| form.kind() == kind) }).collect();
    let is_report = |form: Form| form.kind() == ItemKind::Report;
    summary.state_media = StateMediaCount {
        items: of(&|form| is_report(form) && form.flags().state_media()),
        of: of(&is_report),
    };
}

fn counted_sections(sections: &[Section], counts: &Counts) -> Vec<SectionCount> {
    let entry = |(id, (section, items)): (u32, (&Section, i64))| SectionCount {
        id,
        title: section.title.clone(),
        inferred: section.inferred,
        items: items as u64,
    };
    let items = counts.sections.iter().copied().chain(std::iter::repeat(0));
    (0..).zip(sections.iter().zip(items)).map(entry).collect()
}

fn counted_countries(table: &ItemTable, counts: &Counts, counting: Counting) -> Vec<CountryCount> {
    let named = table.country_words().iter().zip(counts.countries.codes.iter().zip(&counts.countries.shares));
    let mut list: Vec<CountryCount> = named
        .filter(|(_, (items, _))| **items > 0)
        .map(|(code, (items, share))| CountryCount {
            code: *code,
            name: countries::name(*code),
            items: *items as u64,
            weight: *share as f64 / Counting::WHOLE as f64,
        })
        .collect();
    // Rounded, so that sums of the same shares in another order are equal.
    let weight = |count: &CountryCount| match counting {
        Counting::Full => 0.0,
        Counting::Fractional => (count.weight * 1e6).round(),
    };
    sort_by(&mut list, |a, b| {
        weight(b).total_cmp(&weight(a)).then(b.items.cmp(&a.items)).then(a.code.cmp(&b.code))
    });
    list
}

/// The pairs that are most often named together.
fn count_pairs(table: &ItemTable, counts: &Counts, summary: &mut Summary) {
    let words = table.country_words();
    let pair = |(at, items): (usize, &i64)| {
        let (one, other) = (*words.get(at / words.len())?, *words.get(at % words.len())?);
        (*items > 0).then(|| PairCount { a: one.min(other), b: one.max(other), items: *items as u64 })
    };
    let mut pairs: Vec<PairCount> = counts.countries.pairs.iter().enumerate().filter_map(pair).collect();
    sort_by(&mut pairs, |a, b| b.items.cmp(&a.items).then((a.a, a.b).cmp(&(b.a, b.b))));
    summary.more_pairs = pairs.len().saturating_sub(MOST_PAIRS) as u64;
    pairs.truncate(MOST_PAIRS);
    summary.pairs = pairs;
}

fn counted_words(words: &[String], counts: &[i64]) -> impl Iterator<Item = (String, u64)> {
    let counted = words.iter().cloned().zip(counts.iter().map(|count| *count as u64));
    let mut list: Vec<(String, u64)> = counted.filter(|(_, items)| *items > 0).collect();
    sort_by(&mut list, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list.into_iter()
}
