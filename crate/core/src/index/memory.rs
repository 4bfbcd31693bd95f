//! The index of a table in memory, built once for each filter.

use super::{
    BinQuery, BinSet, Bins, ItemFacts, ItemPage, Length, MAX_EDGES, PageQuery, RankIndex, RowKey, Source,
};
use crate::model::{Counting, CountryCode, ItemTable};
use crate::order::sort_by;

/// Length classes of a row: groups come in blocks of this many.
const CLASSES: usize = Length::ALL.len();

/// Rank indexes over the rows that pass a filter.
#[derive(Clone, Debug, Default)]
pub struct MemoryIndex {
    all: RankIndex,
    lanes: RankIndex,
    countries: RankIndex,
    country_lanes: RankIndex,
    lane_count: usize,
    /// Ascending.
    codes: Vec<CountryCode>,
}

impl MemoryIndex {
    /// Indexes the given rows, which ascend, of a table whose items lie in `lanes` sections. Where countries are counted
    /// in fractions, their bins are in units of [`Counting::WHOLE`] to an item.
    pub fn build(table: &ItemTable, rows: &[u32], lanes: usize, counting: Counting) -> MemoryIndex {
        let codes = codes_of(table, rows);
        let rows = || rows.iter().copied();
        let mentions = rows().flat_map(|row| {
            let codes = &codes;
            table.countries(row).iter().filter_map(move |code| Some((codes.binary_search(code).ok()?, row)))
        });
        let lane = |row| table.section(row) as usize;
        let class = |row| class_of(table, row);
        let countries = codes.len();
        let counted = |ranks: RankIndex| match counting {
            Counting::Full => ranks,
            Counting::Fractional => {
                ranks.weighted(table, |row| Counting::WHOLE / table.countries(row).len().max(1) as u64)
            }
        };
        MemoryIndex {
            all: RankIndex::build(table, CLASSES, rows().map(|row| (class(row), row))),
            lanes: RankIndex::build(table, lanes, rows().map(|row| (lane(row), row))),
            countries: counted(RankIndex::build(
                table,
                countries * CLASSES,
                mentions.clone().map(|(code, row)| (code * CLASSES + class(row), row)),
            )),
            country_lanes: counted(RankIndex::build(
                table,
                countries * lanes,
                mentions
                    .filter(|(_, row)| lane(*row) < lanes)
                    .map(|(code, row)| (code * lanes + lane(row), row)),
            )),
            lane_count: lanes,
            codes,
        }
    }

    /// The countries that the rows mention, by code.
    pub fn countries(&self) -> &[CountryCode] {
        &self.codes
    }

    /// Dated items of a lane.
    pub fn lane_len(&self, lane: u32) -> usize {
        self.lanes.len(lane as usize)
    }

    /// The starts of a lane, sorted.
    pub fn lane_starts(&self, lane: u32) -> &[i64] {
        self.lanes.starts(lane as usize)
    }

    /// The source that the layout asks.
    pub fn over<'a>(&'a self, table: &'a ItemTable) -> impl Source + 'a {
        Indexed { index: self, table }
    }

    /// The rank index and the groups that stand for a row, shortest class first; all in one where classes are not
    /// kept apart.
    fn groups(&self, row: RowKey) -> (&RankIndex, std::ops::Range<usize>) {
        match row {
            RowKey::All => (&self.all, 0..CLASSES),
            RowKey::Lane(lane) => (&self.lanes, lane as usize..lane as usize + 1),
            RowKey::Country(code) => {
                let first = self.codes.binary_search(&code).map_or(usize::MAX / 2, |index| index * CLASSES);
                (&self.countries, first..first + CLASSES)
            }
            RowKey::CountryLane(code, lane) => {
                let known =
                    self.codes.binary_search(&code).ok().filter(|_| (lane as usize) < self.lane_count);
                let group = known.map_or(usize::MAX / 2, |index| index * self.lane_count + lane as usize);
                (&self.country_lanes, group..group + 1)
            }
        }
    }
}

struct Indexed<'a> {
    index: &'a MemoryIndex,
    table: &'a ItemTable,
}

impl Source for Indexed<'_> {
    fn bins(&self, query: &BinQuery) -> BinSet {
        let edges = query.edges.get(..query.edges.len().min(MAX_EDGES)).unwrap_or(&[]);
        let count = |row: &RowKey| {
            let (ranks, groups) = self.index.groups(*row);
            let most = if groups.len() == CLASSES { query.longest as usize + 1 } else { 1 };
            let mut bins = Bins::default();
            groups.take(most).for_each(|group| ranks.count(group, edges, &mut bins));
            bins
        };
        BinSet { rows: query.rows.iter().map(count).collect() }
    }

    fn page(&self, query: &PageQuery) -> ItemPage<'_> {
        let (ranks, groups) = self.index.groups(query.row);
        let skip = if groups.len() == CLASSES { query.shortest as usize } else { 0 };
        let mut rows = Vec::new();
        let mut complete = true;
        for group in groups.skip(skip) {
            let (part, all) = ranks.touching(self.table, group, query.window, query.after, query.limit);
            rows.extend(part);
            complete &= all;
        }
        sort_by(&mut rows, u32::cmp);
        complete &= rows.len() <= query.limit;
        rows.truncate(query.limit);
        ItemPage { items: rows.iter().filter_map(|row| ItemFacts::of(self.table, *row)).collect(), complete }
    }
}

impl<'a> ItemFacts<'a> {
    /// The facts of a dated row.
    pub fn of(table: &'a ItemTable, row: u32) -> Option<ItemFacts<'a>> {
        Some(ItemFacts {
            row,
            interval: table.interval(row)?,
            precision: table.precision(row),
            flags: table.flags(row),
            kind: table.kind(row),
            section: table.section(row),
            countries: table.countries(row),
            text: table.text(row),
        })
    }
}

fn class_of(table: &ItemTable, row: u32) -> usize {
    table.interval(row).map_or(Length::Day, |time| Length::of_ms(time.duration_ms())) as usize
}

/// The countries that the rows mention, ascending.
fn codes_of(table: &ItemTable, rows: &[u32]) -> Vec<CountryCode> {
    let mut mentioned = [None; CountryCode::COUNT];
    for code in rows.iter().flat_map(|row| table.countries(*row)) {
        if let Some(slot) = mentioned.get_mut(code.index()) {
            *slot = Some(*code);
        }
    }
    mentioned.into_iter().flatten().collect()
}
