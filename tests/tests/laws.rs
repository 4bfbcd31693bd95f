//! Laws of index, filter, scale, ticks and camera, for made-up items and any numbers.
#![allow(clippy::unwrap_used)]

use dateline_core::filter::{self, Filter};
use dateline_core::index::{BinQuery, Bins, Length, MemoryIndex, PageQuery, RowKey, Source};
use dateline_core::model::{Change, Coding, Correction, Counting, CountryCode, Evidence, ItemTable};
use dateline_core::scale::{Step, TimeScale, choose, tick_starts};
use dateline_core::study::Study;
use dateline_core::time::{Interval, Timestamp, Unit};
use dateline_core::view::{Brush, BrushPart, Limits, MIN_SPAN_MS, Viewport};
use dateline_scan::Bits;
use dateline_tests::look::belongs;
use dateline_tests::made::{Plan, made};
use proptest::prelude::*;

const DAY: i64 = Timestamp::DAY_MS;
const SECTIONS: usize = 5;

fn plan() -> impl Strategy<Value = (u64, Plan)> {
    (any::<u64>(), 0..140_usize, -800_000..20_000_i64, 1..900_u64, 0..40_u64, 0..60_u64).prop_map(
        |(seed, items, first_day, days, undated, coarse)| {
            (seed, Plan { items, sections: SECTIONS, first_day, days, undated, coarse })
        },
    )
}

/// Ascending edges around the plan's days.
fn edges(first_day: i64, days: u64) -> impl Strategy<Value = Vec<i64>> {
    let range = (first_day - 400) * DAY..(first_day + days as i64 + 400) * DAY;
    // Day borders are where mistakes hide.
    let edge = (range, any::<bool>()).prop_map(|(at, snap)| if snap { at.div_euclid(DAY) * DAY } else { at });
    prop::collection::btree_set(edge, 1..40).prop_map(|set| set.into_iter().collect())
}

fn planned() -> impl Strategy<Value = (u64, Plan, Vec<i64>)> {
    plan().prop_flat_map(|(seed, plan)| (Just(seed), Just(plan), edges(plan.first_day, plan.days)))
}

fn keys() -> Vec<RowKey> {
    let code = |text| CountryCode::new(text).unwrap();
    vec![
        RowKey::All,
        RowKey::Lane(0),
        RowKey::Lane(4),
        RowKey::Lane(99),
        RowKey::Country(code("UA")),
        RowKey::Country(code("FI")),
        RowKey::Country(code("BR")),
        RowKey::CountryLane(code("PL"), 2),
    ]
}

/// What an item counts in a row.
fn weight(table: &ItemTable, key: RowKey, row: u32, counting: Counting) -> u64 {
    let shared = matches!(key, RowKey::Country(_) | RowKey::CountryLane(..));
    match counting {
        Counting::Fractional if shared => Counting::WHOLE / table.countries(row).len() as u64,
        _ => 1,
    }
}

/// The counts of one row, by looking at every item.
fn scanned(
    table: &ItemTable,
    rows: &[u32],
    key: RowKey,
    edges: &[i64],
    longest: Length,
    counting: Counting,
) -> Bins {
    let classes = matches!(key, RowKey::All | RowKey::Country(_));
    let times: Vec<(Interval, u64)> = rows
        .iter()
        .filter(|row| belongs(table, key, **row))
        .filter_map(|row| Some((table.interval(*row)?, weight(table, key, *row, counting))))
        .filter(|(time, _)| !classes || Length::of_ms(time.duration_ms()) <= longest)
        .collect();
    let count = |test: &dyn Fn(&Interval) -> bool| {
        times.iter().filter(|(time, _)| test(time)).map(|(_, weight)| weight).sum::<u64>()
    };
    let first = edges[0];
    let buckets = || edges.windows(2).map(|edge| edge[0]..edge[1]);
    Bins {
        open: count(&|time| time.start.0 < first && time.end.0 > first),
        starts: buckets().map(|bucket| count(&|time| bucket.contains(&time.start.0))).collect(),
        ends: buckets().map(|bucket| count(&|time| bucket.contains(&(time.end.0 - 1)))).collect(),
    }
}

/// Corrections of any items, some of the same twice.
fn corrections() -> impl Strategy<Value = Vec<(usize, CountryCode, Change)>> {
    let code =
        prop::sample::select(vec!["UA", "PL", "PE", "GY"]).prop_map(|code| CountryCode::new(code).unwrap());
    let action = prop::sample::select(Change::ALL.to_vec());
    prop::collection::vec((0..40_usize, code, action), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_equal_the_scan((seed, plan, edges) in planned(), class in 0..6_usize, fractional in any::<bool>()) {
        let counting = if fractional { Counting::Fractional } else { Counting::Full };
        let table = ItemTable::new(&made(seed, plan).items);
        let filter = Filter { sections: vec![0, 2, 4], ..Filter::default() };
        let longest = Length::ALL[class];
        let mut index = MemoryIndex::new(&table, SECTIONS, counting);
        for passing in [Bits::all(table.len()), filter::rows(&table, &filter), Bits::all(table.len())] {
            let rows: Vec<u32> = passing.iter().map(|row| row as u32).collect();
            index.pass(&table, passing);
            let query = BinQuery { rows: keys(), edges: edges.clone(), longest };
            let set = index.over(&table).bins(&query);
            for (key, bins) in keys().into_iter().zip(set.rows) {
                let expected = scanned(&table, &rows, key, &edges, longest, counting);
                prop_assert_eq!(bins.touching(), expected.touching());
                if !expected.starts.is_empty() && !rows.is_empty() {
                    prop_assert_eq!(bins.open, expected.open);
                    prop_assert_eq!(&bins.starts, &expected.starts, "{:?}", key);
                    prop_assert_eq!(&bins.ends, &expected.ends, "{:?}", key);
                }
            }
        }
    }

    #[test]
    fn pages_hold_what_touches_the_window((seed, plan, edges) in planned(), limit in 1..30_usize) {
        let table = ItemTable::new(&made(seed, plan).items);
        let rows: Vec<u32> = table.rows().collect();
        let index = MemoryIndex::new(&table, SECTIONS, Counting::Full);
        let window = Interval::new(Timestamp(edges[0]), Timestamp(*edges.last().unwrap()));
        for key in keys() {
            let expected: Vec<u32> = rows
                .iter()
                .copied()
                .filter(|row| belongs(&table, key, *row))
                .filter(|row| table.interval(*row).is_some_and(|time| time.overlaps(window)))
                .collect();
            let mut seen = Vec::new();
            loop {
                let after = seen.last().copied();
                let query = PageQuery { row: key, window, shortest: Length::Day, after, limit };
                let source = index.over(&table);
                let page = source.page(&query);
                prop_assert!(page.items.len() <= limit);
                seen.extend(page.items.iter().map(|item| item.row));
                if page.complete {
                    break;
                }
            }
            prop_assert_eq!(&seen, &expected, "{:?}", key);
        }
    }

    #[test]
    fn rows_are_in_order((seed, plan) in plan()) {
        let extraction = made(seed, plan);
        let table = ItemTable::new(&extraction.items);
        prop_assert_eq!(table.len(), extraction.items.len());
        let key = |row: u32| (table.interval(row).map_or(i64::MAX, |time| time.start.0), table.id(row).to_owned());
        let keys: Vec<_> = table.rows().map(key).collect();
        prop_assert!(keys.is_sorted());
        for row in table.rows() {
            prop_assert_eq!(table.interval(row).is_some(), row < table.dated());
            let item = &extraction.items[table.source(row).unwrap()];
            prop_assert_eq!(&table.text(row), &item.text);
            prop_assert_eq!(table.outlets().get(row), item.outlet.as_deref());
        }
    }

    #[test]
    fn facets_narrow_and_their_counts_agree((seed, plan) in plan(), section in 0..5_u32, state in any::<bool>()) {
        let extraction = made(seed, plan);
        let table = ItemTable::new(&extraction.items);
        let summary = Study::new(extraction).summary();
        let narrowed = |filter: Filter| filter::rows(&table, &filter).count() as u64;
        prop_assert_eq!(
            narrowed(Filter { sections: vec![section], ..Filter::default() }),
            summary.sections[section as usize].items
        );
        for country in &summary.countries {
            let filter = Filter { countries: vec![country.code], ..Filter::default() };
            prop_assert_eq!(narrowed(filter), country.items);
        }
        let of_state = Filter { state_media: Some(state), ..Filter::default() };
        let both = Filter { sections: vec![section], ..of_state.clone() };
        prop_assert!(narrowed(both) <= narrowed(of_state));
        prop_assert_eq!(summary.dated + summary.undated, summary.items);
        let weights: f64 = summary.countries.iter().map(|country| country.weight).sum();
        let coded = table.rows().filter(|row| !table.countries(*row).is_empty()).count();
        prop_assert!((weights - coded as f64).abs() < 1e-6);
    }

    #[test]
    fn fractions_sum_up_to_the_items_that_name_a_country((seed, plan) in plan()) {
        let table = ItemTable::new(&made(seed, plan).items);
        let index = MemoryIndex::new(&table, SECTIONS, Counting::Fractional);
        let keys = index.countries(&table).into_iter().map(RowKey::Country).collect();
        let edges = vec![i64::MIN / 2, i64::MAX / 2];
        let set = index.over(&table).bins(&BinQuery { rows: keys, edges, longest: Length::Longer });
        let sum: u64 = set.rows.iter().map(Bins::total).sum();
        let coded = (0..table.dated()).filter(|row| !table.countries(*row).is_empty()).count() as u64;
        prop_assert_eq!(sum, coded * Counting::WHOLE);
    }

    #[test]
    fn corrections_that_are_taken_back_leave_no_trace((seed, plan) in plan(), picks in corrections()) {
        let extraction = made(seed, plan);
        let corrections: Vec<Correction> = picks
            .iter()
            .filter_map(|(at, code, action)| {
                let item = extraction.items.get(at % extraction.items.len().max(1))?.id.clone();
                Some(Correction { item, code: *code, action: *action })
            })
            .collect();
        let coded = |corrections: &[Correction]| {
            let mut study = Study::new(extraction.clone());
            let corrections = corrections.to_vec();
            study.set_coding(Coding { corrections, ..Coding::default() });
            study
        };
        let untouched = Study::new(extraction.clone());
        let mut study = coded(&corrections);
        // What was corrected last is so.
        for (at, correction) in corrections.iter().enumerate() {
            let same = |other: &Correction| other.item == correction.item && other.code == correction.code;
            if !corrections[at + 1..].iter().any(same) {
                let row = study.table().row_of(&correction.item).unwrap();
                let has = study.table().countries(row).contains(&correction.code);
                prop_assert_eq!(has, correction.action == Change::Add);
            }
        }
        // Nothing is dropped: a second reading of the same corrections gives the same.
        prop_assert_eq!(coded(&corrections).summary(), study.summary());
        study.set_coding(Coding { evidence: Evidence::Names, ..Coding::default() });
        study.set_coding(Coding::default());
        prop_assert_eq!(&study.extraction().items, &untouched.extraction().items);
        prop_assert_eq!(study.summary(), untouched.summary());
    }
}

/// A window of an hour to four thousand years.
fn window() -> impl Strategy<Value = Interval> {
    (-700_000..20_000_i64, 0.0..1.0_f64).prop_map(|(day, share)| {
        let span = MIN_SPAN_MS * (1.5e6 * 24.0_f64).powf(share);
        Interval::new(Timestamp(day * DAY + 12_345), Timestamp(day * DAY + 12_345 + span as i64))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pixel_to_time_to_pixel(window in window(), left in 0.0..400.0_f64, width in 100.0..4000.0_f64, at in 0.0..1.0_f64) {
        let scale = TimeScale::of(window, left, width);
        let x = left + at * width;
        prop_assert!((scale.x(scale.time(x)) - x).abs() <= 0.5);
    }

    #[test]
    fn panning_adds_up(window in window(), a in -900.0..900.0_f64, b in -900.0..900.0_f64) {
        let camera = Viewport::new(window, 770.0);
        let (once, twice) = (camera.pan(a + b), camera.pan(a).pan(b));
        let tolerance = 1e-6 * camera.ms_per_px() + 1.0;
        prop_assert!((once.start_ms() - twice.start_ms()).abs() <= tolerance);
        prop_assert!((once.end_ms() - twice.end_ms()).abs() <= tolerance);
    }

    #[test]
    fn zooming_keeps_what_lies_under_the_pointer(window in window(), at in 0.0..1.0_f64, factor in 0.2..5.0_f64) {
        let camera = Viewport::new(window, 770.0);
        let x = at * 770.0;
        let time = |camera: Viewport| camera.start_ms() + camera.ms_per_px() * x;
        let zoomed = camera.zoom(x, factor);
        prop_assert!((time(zoomed) - time(camera)).abs() <= zoomed.ms_per_px() + 1.0);
        prop_assert!(zoomed.end_ms() - zoomed.start_ms() >= MIN_SPAN_MS - 1.0);
    }

    #[test]
    fn the_camera_stays_near_the_data(extent in window(), window in window(), dx in -1e7..1e7_f64) {
        let limits = Limits::around(extent);
        let camera = Viewport::new(extent, 770.0);
        let moved = Viewport::new(window, 770.0).clamped(limits, camera).window();
        let allowed = limits.interval();
        prop_assert!(allowed.start <= moved.start && moved.end <= allowed.end);
        let panned = camera.pan(dx).clamped(limits, camera).window();
        prop_assert!(allowed.start <= panned.start && panned.end <= allowed.end);
        prop_assert!((panned.duration_ms() - camera.window().duration_ms()).abs() <= 1);
    }

    #[test]
    fn a_window_reads_back_as_it_was_set(window in window()) {
        prop_assert_eq!(Viewport::new(window, 770.0).window(), window);
    }

    #[test]
    fn a_brush_keeps_its_length_and_its_bounds(window in window(), from in -0.5..1.5_f64, to in -0.5..1.5_f64) {
        let limits = Limits::around(window).interval();
        let at = |share: f64| Timestamp(limits.start.0 + (limits.duration_ms() as f64 * share) as i64);
        for part in [BrushPart::Start, BrushPart::End, BrushPart::Whole, BrushPart::New] {
            let brushed = Brush { part, from: at(from), window }.window_at(at(to), limits);
            prop_assert!(limits.start <= brushed.start && brushed.end <= limits.end, "{:?}", part);
            if part == BrushPart::Whole {
                prop_assert_eq!(brushed.duration_ms(), window.duration_ms());
            }
        }
    }

    #[test]
    fn ticks_increase_fit_and_fall_on_the_calendar(window in window(), width in 200.0..2400.0_f64, label in 10.0..60.0_f64, days in any::<bool>()) {
        let scale = TimeScale::of(window, 100.0, width);
        let finest = if days { Step::Unit(Unit::Day) } else { Step::Minutes(1) };
        let ticks = choose(&scale, finest, |_| label);
        let starts = tick_starts(&scale, ticks.minor);
        for pair in starts.windows(2) {
            prop_assert!(pair[0] < pair[1]);
            prop_assert!(ticks.minor == Step::Years(1000) || scale.x(pair[1]) - scale.x(pair[0]) >= label);
        }
        for start in starts {
            prop_assert_eq!(ticks.minor.floor(start), start);
            prop_assert!(scale.x(start) >= 100.0 - 0.5 && scale.x(start) <= 100.0 + width + 0.5);
        }
    }
}
