//! The index of a table in memory: what the layout asks, for the rows that pass a filter.

use super::clock::{Clock, end_of};
use super::{BinQuery, BinSet, Bins, ItemFacts, ItemPage, Length, MAX_EDGES, PageQuery, RowKey, Source};
use crate::model::{Counting, CountryCode, ItemTable};
use crate::time::Interval;
use dateline_scan::{Bits, Codes, Keys, Tally};
use std::cell::RefCell;

/// Lanes of one index; sections beyond these have none.
pub const MOST_LANES: usize = 512;

/// Exact counts and pages of the rows that pass a filter, at every zoom.
#[derive(Clone, Debug, Default)]
pub struct MemoryIndex {
    clock: Clock,
    lanes: usize,
    counting: Counting,
    passing: Bits,
    tallies: [Sides; 4],
    /// The tallies of all rows, so that a filter that goes costs nothing.
    whole: Option<Box<[Sides; 4]>>,
    answered: RefCell<Answered>,
}

/// What was asked last, with the answers, the newest first: much of a frame is the same as in the frame before.
#[derive(Clone, Debug, Default)]
struct Answered(Vec<(BinQuery, BinSet)>);

impl Answered {
    /// So many answers are kept: more than one frame asks.
    const MOST: usize = 24;

    fn again(&mut self, query: &BinQuery) -> Option<BinSet> {
        let at = self.0.iter().position(|(asked, _)| asked == query)?;
        self.0.get_mut(..=at)?.rotate_right(1);
        self.0.first().map(|(_, answer)| answer.clone())
    }

    fn keep(&mut self, query: &BinQuery, answer: &BinSet) {
        self.0.truncate(Self::MOST - 1);
        self.0.insert(0, (query.clone(), answer.clone()));
    }
}

/// Which rows of the picture a tally counts, in the order of `MemoryIndex::tallies`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    All,
    Lanes,
    Countries,
    CountryLanes,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::All, Kind::Lanes, Kind::Countries, Kind::CountryLanes];

    fn of(row: RowKey) -> Kind {
        match row {
            RowKey::All => Kind::All,
            RowKey::Lane(_) => Kind::Lanes,
            RowKey::Country(_) => Kind::Countries,
            RowKey::CountryLane(..) => Kind::CountryLanes,
        }
    }
}

/// Counts by the order of begins, and by that of ends where it is another.
#[derive(Clone, Debug, Default)]
struct Sides {
    begins: Tally,
    ends: Option<Tally>,
}

/// The keys of the tallies of one table.
struct Ledger<'a> {
    table: &'a ItemTable,
    clock: &'a Clock,
    counting: Counting,
    lanes: Vec<Option<u32>>,
}

impl<'a> Ledger<'a> {
    fn new(table: &'a ItemTable, clock: &'a Clock, lanes: usize, counting: Counting) -> Ledger<'a> {
        let lanes = (0..lanes.min(MOST_LANES) as u32).map(Some).collect();
        Ledger { table, clock, counting, lanes }
    }

    fn keys(&self, kind: Kind) -> Keys<'_> {
        let classes = (self.table.lengths(), self.clock.class_of(), self.clock.classes().len());
        let lanes: (&Codes, &[Option<u32>], usize) = (self.table.sections(), &self.lanes, self.lanes.len());
        let lists = (self.table.country_lists(), self.table.country_words().len());
        let shared = (self.counting == Counting::Fractional).then_some(Counting::WHOLE);
        let ((codes, places, count), lists) = match kind {
            Kind::All => (classes, None),
            Kind::Lanes => (lanes, None),
            Kind::Countries => (classes, Some(lists)),
            Kind::CountryLanes => (lanes, Some(lists)),
        };
        Keys { codes, places, count, lists, shared: lists.and(shared) }
    }

    /// The keys that stand for a row of the picture, of the classes that `is_wanted`; lanes have no classes.
    fn wanted(&self, row: RowKey, is_wanted: impl Fn(Length) -> bool) -> Vec<usize> {
        let classes = self.clock.classes();
        let of_country = |code: CountryCode, count: usize| {
            self.table.country_words().iter().position(|word| *word == code).map(|place| place * count)
        };
        let wanted = |first: usize| {
            let places = classes.iter().enumerate().filter(|(_, class)| is_wanted(**class));
            places.map(|(place, _)| first + place).collect()
        };
        let lane = |lane: u32| Some(lane as usize).filter(|lane| *lane < self.lanes.len());
        match row {
            RowKey::All => wanted(0),
            RowKey::Lane(section) => lane(section).into_iter().collect(),
            RowKey::Country(code) => of_country(code, classes.len()).map_or_else(Vec::new, wanted),
            RowKey::CountryLane(code, section) => {
                let first = of_country(code, self.lanes.len());
                first.zip(lane(section)).map(|(first, lane)| first + lane).into_iter().collect()
            }
        }
    }

    fn empty(&self) -> [Sides; 4] {
        let rows = self.table.dated() as usize;
        Kind::ALL.map(|kind| {
            let keys = self.keys(kind).len();
            let ends = self.clock.by_end().map(|_| Tally::none(rows, keys));
            Sides { begins: Tally::none(rows, keys), ends }
        })
    }

    fn change(&self, tallies: &mut [Sides; 4], changed: &Bits, now: &Bits) {
        let rows = self.table.dated() as usize;
        for (kind, sides) in Kind::ALL.into_iter().zip(tallies) {
            let keys = self.keys(kind);
            sides.begins.change(keys, None, changed, now, rows);
            if let Some(ends) = &mut sides.ends {
                ends.change(keys, self.clock.by_end(), changed, now, rows);
            }
        }
    }
}

impl MemoryIndex {
    /// An index of a table whose items lie in `lanes` sections; all rows pass. Where countries are counted in
    /// fractions, their bins are in units of [`Counting::WHOLE`] to an item.
    pub fn new(table: &ItemTable, lanes: usize, counting: Counting) -> MemoryIndex {
        let clock = Clock::new(table);
        let all = Bits::all(table.len());
        let ledger = Ledger::new(table, &clock, lanes, counting);
        let mut tallies = ledger.empty();
        ledger.change(&mut tallies, &all, &all);
        MemoryIndex { clock, lanes, counting, passing: all, tallies, ..MemoryIndex::default() }
    }

    /// Lets these rows of the same table pass, and no others. Costs what changed, or what passes, whichever is less.
    pub fn pass(&mut self, table: &ItemTable, passing: Bits) {
        let ledger = Ledger::new(table, &self.clock, self.lanes, self.counting);
        if self.passing.count() == self.passing.len() && passing != self.passing {
            self.whole.get_or_insert_with(|| Box::new(self.tallies.clone()));
        }
        let changed = passing.differing(&self.passing);
        let (same, fresh, missing) = (changed.count(), passing.count(), passing.len() - passing.count());
        match &self.whole {
            Some(whole) if missing < same.min(fresh) => {
                self.tallies.clone_from(whole);
                ledger.change(&mut self.tallies, &passing.inverted(), &passing);
            }
            _ if fresh < same => {
                self.tallies = ledger.empty();
                ledger.change(&mut self.tallies, &passing, &passing);
            }
            _ => ledger.change(&mut self.tallies, &changed, &passing),
        }
        self.passing = passing;
        self.answered.take();
    }

    /// The rows that pass.
    pub fn passing(&self) -> &Bits {
        &self.passing
    }

    /// Times of the table's rows.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Dated items that pass, by lane.
    pub fn lane_totals(&self) -> &[u64] {
        self.sides(Kind::Lanes).begins.totals()
    }

    /// The countries that dated items name which pass, by code.
    pub fn countries(&self, table: &ItemTable) -> Vec<CountryCode> {
        let classes = self.clock.classes().len().max(1);
        let totals = self.sides(Kind::Countries).begins.totals().chunks(classes);
        let named = table
            .country_words()
            .iter()
            .zip(totals)
            .filter(|(_, counts)| counts.iter().any(|count| *count > 0));
        let mut codes: Vec<CountryCode> = named.map(|(code, _)| *code).collect();
        crate::order::sort_by(&mut codes, Ord::cmp);
        codes
    }

    /// The source that the layout asks.
    pub fn over<'a>(&'a self, table: &'a ItemTable) -> impl Source + 'a {
        Indexed { index: self, table, ledger: Ledger::new(table, &self.clock, self.lanes, self.counting) }
    }

    /// How many of some rows touch a window or have no date.
    pub fn shown(&self, table: &ItemTable, rows: &Bits, window: Interval) -> u64 {
        let mut shown = self.in_window(table, window, true);
        shown.keep(rows);
        shown.count() as u64
    }

    /// The rows that pass and touch a window; with `undated`, those without a date too.
    pub fn touching(&self, table: &ItemTable, window: Interval, undated: bool) -> Bits {
        let mut rows = self.in_window(table, window, undated);
        rows.keep(&self.passing);
        rows
    }

    fn in_window(&self, table: &ItemTable, window: Interval, undated: bool) -> Bits {
        let started = table.starting_in(window);
        let mut rows = Bits::range(table.len(), started.clone());
        for stretch in self.clock.lasting(0..started.start, window.start.0) {
            let lasts =
                |row: &usize| table.interval(*row as u32).is_some_and(|time| end_of(time) > window.start.0);
            stretch.filter(lasts).for_each(|row| rows.insert(row));
        }
        if undated {
            rows.add(&Bits::range(table.len(), table.dated() as usize..table.len()));
        }
        rows
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        let of = |tallies: &[Sides; 4]| {
            let sides = |sides: &Sides| sides.begins.bytes() + sides.ends.as_ref().map_or(0, Tally::bytes);
            tallies.iter().map(sides).sum::<usize>()
        };
        self.clock.bytes() + self.passing.len() / 8 + of(&self.tallies) + self.whole.as_deref().map_or(0, of)
    }

    fn sides(&self, kind: Kind) -> &Sides {
        let [all, lanes, countries, country_lanes] = &self.tallies;
        match kind {
            Kind::All => all,
            Kind::Lanes => lanes,
            Kind::Countries => countries,
            Kind::CountryLanes => country_lanes,
        }
    }
}

struct Indexed<'a> {
    index: &'a MemoryIndex,
    table: &'a ItemTable,
    ledger: Ledger<'a>,
}

impl Source for Indexed<'_> {
    fn bins(&self, query: &BinQuery) -> BinSet {
        if let Some(answer) = self.index.answered.borrow_mut().again(query) {
            return answer;
        }
        let edges = query.edges.get(..query.edges.len().min(MAX_EDGES)).unwrap_or(&[]);
        let mut rows = vec![Bins::default(); query.rows.len()];
        for kind in Kind::ALL {
            let asked: Vec<usize> =
                (0..).zip(&query.rows).filter(|(_, row)| Kind::of(**row) == kind).map(|(at, _)| at).collect();
            if !asked.is_empty() {
                self.count(kind, query, edges, &asked, &mut rows);
            }
        }
        let answer = BinSet { rows };
        self.index.answered.borrow_mut().keep(query, &answer);
        answer
    }

    fn page(&self, query: &PageQuery) -> ItemPage<'_> {
        let started = self.table.starting_in(query.window);
        let kind = Kind::of(query.row);
        let wanted = self.ledger.wanted(query.row, |class| class >= query.shortest);
        let blocks = |range| self.index.sides(kind).begins.blocks(range, &wanted);
        let after = |row: &usize| query.after.is_none_or(|after| *row > after as usize);
        let instant = query.window.start.0;
        let early = self.index.clock.lasting(0..started.start, instant).flat_map(blocks);
        let lasts =
            |row: &usize| self.table.interval(*row as u32).is_some_and(|time| time.end > query.window.start);
        let passing = |rows| self.index.passing.iter_in(rows);
        let mut found = early
            .flat_map(passing)
            .filter(lasts)
            .chain(blocks(started).into_iter().flat_map(passing))
            .filter(|row| after(row) && self.belongs(*row as u32, query))
            .filter_map(|row| ItemFacts::of(self.table, row as u32));
        let items = found.by_ref().take(query.limit).collect();
        ItemPage { items, complete: found.next().is_none() }
    }

    fn label(&self, row: u32, most: usize) -> String {
        self.table.beginning(row, most)
    }
}

impl Indexed<'_> {
    /// Counts the asked rows of a query, which are of one kind.
    fn count(&self, kind: Kind, query: &BinQuery, edges: &[i64], asked: &[usize], rows: &mut [Bins]) {
        let keys_of = |at: &usize| {
            let row = query.rows.get(*at).copied().unwrap_or(RowKey::All);
            self.ledger.wanted(row, |class| class <= query.longest)
        };
        let groups: Vec<Vec<usize>> = asked.iter().map(keys_of).collect();
        let wanted = groups.concat();
        let sides = self.index.sides(kind);
        let (clock, passing, keys) = (&self.index.clock, &self.index.passing, self.ledger.keys(kind));
        let begun = sides.begins.before(keys, None, passing, &clock.begun(self.table, edges), &wanted);
        let ended = clock.ended(self.table, edges);
        let ended = match &sides.ends {
            None => sides.begins.before(keys, None, passing, &ended, &wanted),
            Some(ends) => ends.before(keys, clock.by_end(), passing, &ended, &wanted),
        };
        let mut first = 0;
        for (at, group) in asked.iter().zip(&groups) {
            let part = first..first + group.len();
            first = part.end;
            let sums = |counts: &[u64]| -> Vec<u64> {
                let of = |edge: &[u64]| edge.get(part.clone()).unwrap_or(&[]).iter().sum();
                counts.chunks(wanted.len().max(1)).take(edges.len()).map(of).collect()
            };
            let Some(bins) = rows.get_mut(*at) else { continue };
            *bins = between(&sums(&begun), &sums(&ended), edges.len());
        }
    }

    fn belongs(&self, row: u32, query: &PageQuery) -> bool {
        let in_lane = |section: u32| self.table.section(row) == section;
        let names = |code: CountryCode| self.table.countries(row).contains(&code);
        let length =
            |row| self.table.interval(row).map_or(Length::Day, |time| Length::of_ms(time.duration_ms()));
        match query.row {
            RowKey::All => length(row) >= query.shortest,
            RowKey::Lane(section) => in_lane(section),
            RowKey::Country(code) => names(code) && length(row) >= query.shortest,
            RowKey::CountryLane(code, section) => names(code) && in_lane(section),
        }
    }
}

/// Bins from how many began and how many ended before each edge.
fn between(begun: &[u64], ended: &[u64], edges: usize) -> Bins {
    let buckets = edges.saturating_sub(1);
    let steps = |counts: &[u64]| {
        let mut steps: Vec<u64> =
            counts.windows(2).map(|pair| if let [a, b] = pair { b.saturating_sub(*a) } else { 0 }).collect();
        steps.resize(buckets, 0);
        steps
    };
    let before = |counts: &[u64]| counts.first().copied().unwrap_or(0);
    Bins { open: before(begun).saturating_sub(before(ended)), starts: steps(begun), ends: steps(ended) }
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
        })
    }
}
