//! The counts under a filter: what the page says in words and lists in its menus.

use super::is_shown;
use crate::countries;
use crate::model::{Counting, CountryCode, ItemKind, ItemTable, Section};
use crate::order::sort_by;
use crate::time::{CivilDate, Interval, Timestamp, Unit};

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

/// Counts the given rows of a table, which ascend; `window` decides `shown`, `counting` the order of countries.
pub fn summarise(
    table: &ItemTable,
    sections: &[Section],
    rows: &[u32],
    window: Interval,
    counting: Counting,
) -> Summary {
    let mut summary = Summary { items: rows.len() as u64, ..Summary::default() };
    count_dates(table, rows, window, &mut summary);
    count_kinds(table, rows, &mut summary);
    summary.sections = count_sections(table, sections, rows);
    summary.countries = count_countries(table, rows, counting);
    count_pairs(table, rows, &mut summary);
    summary.outlets =
        count_words(table.outlets().words(), rows.iter().filter_map(|row| table.outlets().code(*row)))
            .map(|(name, items)| OutletCount { name, items })
            .collect();
    summary.languages =
        count_words(table.languages().words(), rows.iter().filter_map(|row| table.languages().code(*row)))
            .map(|(code, items)| LanguageCount { code, items })
            .collect();
    summary
}

fn count_dates(table: &ItemTable, rows: &[u32], window: Interval, summary: &mut Summary) {
    let mut extent: Option<Interval> = None;
    for row in rows {
        let interval = table.interval(*row);
        summary.shown += u64::from(is_shown(interval, Some(window), true));
        let Some(interval) = interval else { continue };
        summary.dated += 1;
        extent = Some(extent.map_or(interval, |extent| extent.union(interval)));
        count_month(&mut summary.months, interval.start.date().floor(Unit::Month));
    }
    summary.undated = summary.items - summary.dated;
    summary.first = extent.map(|extent| extent.start.date());
    summary.last = extent.map(|extent| Timestamp(extent.end.0.saturating_sub(1)).max(extent.start).date());
}

/// Counts one item more in its month. Rows come in the order of time, so that the month is the last one or new.
fn count_month(months: &mut Vec<MonthCount>, month: CivilDate) {
    match months.last_mut() {
        Some(last) if last.month == month => last.items += 1,
        _ => months.push(MonthCount { month, items: 1 }),
    }
}

fn count_kinds(table: &ItemTable, rows: &[u32], summary: &mut Summary) {
    let count = |kind| rows.iter().filter(|row| table.kind(**row) == kind).count() as u64;
    summary.kinds = ItemKind::ALL.iter().map(|kind| KindCount { kind: *kind, items: count(*kind) }).collect();
    let reports = rows.iter().filter(|row| table.kind(**row) == ItemKind::Report);
    for row in reports {
        summary.state_media.of += 1;
        summary.state_media.items += u64::from(table.flags(*row).state_media());
    }
}

fn count_sections(table: &ItemTable, sections: &[Section], rows: &[u32]) -> Vec<SectionCount> {
    let mut counts = vec![0_u64; sections.len()];
    for row in rows {
        if let Some(count) = counts.get_mut(table.section(*row) as usize) {
            *count += 1;
        }
    }
    let entry = |(id, (section, items)): (u32, (&Section, u64))| SectionCount {
        id,
        title: section.title.clone(),
        inferred: section.inferred,
        items,
    };
    (0..).zip(sections.iter().zip(counts)).map(entry).collect()
}

fn count_countries(table: &ItemTable, rows: &[u32], counting: Counting) -> Vec<CountryCount> {
    let mut counts: Vec<Option<CountryCount>> = vec![None; CountryCode::COUNT];
    for row in rows {
        let codes = table.countries(*row);
        for &code in codes {
            let Some(slot) = counts.get_mut(code.index()) else { continue };
            let new = || CountryCount { code, name: countries::name(code), items: 0, weight: 0.0 };
            let count = slot.get_or_insert_with(new);
            count.items += 1;
            count.weight += 1.0 / codes.len() as f64;
        }
    }
    let mut list: Vec<CountryCount> = counts.into_iter().flatten().collect();
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

/// Counts the items of each two countries in a square of those that occur.
fn count_pairs(table: &ItemTable, rows: &[u32], summary: &mut Summary) {
    let mut codes: Vec<CountryCode> = summary.countries.iter().map(|country| country.code).collect();
    sort_by(&mut codes, Ord::cmp);
    let mut counts = vec![0_u64; codes.len() * codes.len()];
    for row in rows {
        let own: Vec<usize> =
            table.countries(*row).iter().filter_map(|code| codes.binary_search(code).ok()).collect();
        let pairs = own.iter().flat_map(|a| own.iter().filter(move |b| a < b).map(move |b| (a, b)));
        for (a, b) in pairs {
            if let Some(count) = counts.get_mut(a * codes.len() + b) {
                *count += 1;
            }
        }
    }
    let pair = |(at, items): (usize, &u64)| {
        let (a, b) = (codes.get(at / codes.len())?, codes.get(at % codes.len())?);
        (*items > 0).then_some(PairCount { a: *a, b: *b, items: *items })
    };
    let mut pairs: Vec<PairCount> = counts.iter().enumerate().filter_map(pair).collect();
    sort_by(&mut pairs, |a, b| b.items.cmp(&a.items));
    summary.more_pairs = pairs.len().saturating_sub(MOST_PAIRS) as u64;
    pairs.truncate(MOST_PAIRS);
    summary.pairs = pairs;
}

fn count_words(words: &[String], codes: impl Iterator<Item = u32>) -> impl Iterator<Item = (String, u64)> {
    let mut counts = vec![0_u64; words.len()];
    for code in codes {
        if let Some(count) = counts.get_mut(code as usize) {
            *count += 1;
        }
    }
    let mut list: Vec<(String, u64)> =
        words.iter().cloned().zip(counts).filter(|(_, items)| *items > 0).collect();
    sort_by(&mut list, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list.into_iter()
}
