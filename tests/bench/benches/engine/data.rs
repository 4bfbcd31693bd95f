//! Columns to a table, its index, counts, filters, search.

use std::cell::Cell;
use std::rc::Rc;

use dateline_bench::search::{Memory, Searched};
use dateline_core::filter::{Counts, Crossfilter, Filter};
use dateline_core::index::MemoryIndex;
use dateline_core::model::{Counting, CountryCode, ItemTable};
use dateline_core::time::{Interval, Timestamp};
use dateline_scan::Bits;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

use super::{SIZES, items};
use dateline_bench::generator::{FIRST, SECTIONS};

const DAY: i64 = Timestamp::DAY_MS;
/// Bytes of a step of a search.
const STEP: usize = 8 << 20;

fn table_of(count: usize) -> ItemTable {
    items(count).columns().into_table().expect("sound columns").table
}

fn index_of(table: &ItemTable) -> MemoryIndex {
    MemoryIndex::new(table, SECTIONS as usize, Counting::default())
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn table(bencher: Bencher, count: usize) {
    let made = items(count);
    let bencher = bencher.counter(ItemsCount::new(count)).with_inputs(|| made.columns());
    bencher.bench_local_values(|columns| columns.into_table().expect("sound columns").table);
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn index(bencher: Bencher, count: usize) {
    let table = table_of(count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| index_of(black_box(&table)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn counts(bencher: Bencher, count: usize) {
    let table = table_of(count);
    let all = Bits::all(table.len());
    bencher
        .counter(ItemsCount::new(count))
        .bench_local(|| Counts::of(black_box(&table), SECTIONS as usize, &all));
}

/// The rows of a filter that differs in one part from the one before, and the index over them.
fn filtered(bencher: Bencher, count: usize, filters: &[Filter]) {
    let table = table_of(count);
    let mut index = index_of(&table);
    let clock = index.clock().clone();
    let mut cross = Crossfilter::default();
    let turn = Cell::new(0);
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        turn.set((turn.get() + 1) % filters.len());
        let filter = filters.get(turn.get()).cloned().unwrap_or_default();
        cross = cross.with(filter, &table, &clock, |query| query.search(&table));
        index.pass(&table, cross.passing(&table));
    });
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn filter_countries(bencher: Bencher, count: usize) {
    let countries = ["AF", "AL", "DZ"].map(|code| {
        let countries = CountryCode::new(code).into_iter().collect();
        Filter { countries, ..Filter::default() }
    });
    filtered(bencher, count, &countries);
}

/// A brush of a quarter that moves by a day.
#[divan::bench(args = SIZES, sample_count = 20)]
fn filter_range(bencher: Bencher, count: usize) {
    let range = |day: i64| {
        let start = FIRST as i64 + (1_000 + day) * DAY;
        Some(Interval::new(Timestamp(start), Timestamp(start + 91 * DAY)))
    };
    let ranges: Vec<Filter> = (0..60).map(|day| Filter { range: range(day), ..Filter::default() }).collect();
    filtered(bencher, count, &ranges);
}

#[divan::bench(args = ["zzz", "oil", "the", "são", "oil tribunal", "\"price of fuel\""], sample_count = 10)]
fn search_a_million(bencher: Bencher, query: &str) {
    let made = items(1_000_000);
    let texts = Searched::of(made.text_offsets.clone(), Rc::new(Memory(made.text.clone())));
    bencher.counter(BytesCount::new(made.text.len())).bench_local(|| texts.search(black_box(query), STEP));
}
