//! Laws of columns, filters and counts, for made-up columns in any order: everything agrees with a look at each item.
#![allow(clippy::unwrap_used)]

use dateline_core::filter::Filter;
use dateline_core::index::{BinQuery, Length, MemoryIndex, PageQuery, RowKey, Source};
use dateline_core::model::{Coded, Columns, Counting, CountryCode, ItemKind, Offsets, Texts};
use dateline_core::scene::BundledFont;
use dateline_core::study::Study;
use dateline_core::time::{Interval, Timestamp};
use dateline_scan::Codes;
use dateline_tests::look::belongs;
use proptest::prelude::*;

const DAY: i64 = Timestamp::DAY_MS;
const COUNTRIES: [&str; 4] = ["NO", "PE", "GY", "UA"];
const SECTIONS: [&str; 3] = ["North", "South", "East"];
const OUTLETS: [&str; 3] = ["Reuters", "El País", "BBC"];
const KINDS: [&str; 2] = ["report", "quote"];
const TEXTS: [&str; 5] = ["", "Un acuerdo en Oslo", "LIMA: elección", "Oslo and Lima talk", "Ein Schiff"];

/// One item before it is columns.
#[derive(Clone, Debug)]
struct Raw {
    start: Option<i64>,
    lasts: i64,
    section: usize,
    outlet: usize,
    kind: usize,
    flags: u8,
    countries: Vec<usize>,
    text: usize,
}

fn raw() -> impl Strategy<Value = Raw> {
    let start = prop_oneof![
        1 => Just(None),
        6 => (0..900_i64).prop_map(|day| Some(day * DAY)),
        6 => (0..900 * DAY).prop_map(Some),
        1 => (-300_000..300_000_i64).prop_map(|day| Some(day * DAY + 7)),
    ];
    let lasts = prop_oneof![6 => Just(DAY), 1 => Just(0_i64), 2 => 1..40 * DAY, 1 => 1..2000 * DAY];
    let countries = prop::collection::vec(0..COUNTRIES.len(), 0..4);
    let codes = (0..SECTIONS.len(), 0..OUTLETS.len() + 1, 0..KINDS.len(), 0..16_u8, 0..TEXTS.len());
    (start, lasts, countries, codes).prop_map(
        |(start, lasts, mut countries, (section, outlet, kind, flags, text))| {
            let mut seen = Vec::new();
            countries.retain(|code| {
                !seen.contains(code) && {
                    seen.push(*code);
                    true
                }
            });
            Raw { start, lasts, section, outlet, kind, flags, countries, text }
        },
    )
}

fn coded(codes: impl Iterator<Item = usize>, words: &[&str]) -> Coded {
    let codes: Vec<u32> = codes.map(|code| code as u32).collect();
    Coded {
        codes: Codes::narrow(&codes, words.len()),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

fn columns(raw: &[Raw]) -> Columns {
    let mut offsets = vec![0_u32];
    let mut text_offsets = vec![0_u32];
    let mut bytes = Vec::new();
    for item in raw {
        offsets.push(offsets.last().unwrap() + item.countries.len() as u32);
        bytes.extend_from_slice(TEXTS[item.text].as_bytes());
        text_offsets.push(bytes.len() as u32);
    }
    let start = |item: &Raw| item.start.map_or(f64::NAN, |start| start as f64);
    Columns {
        start: raw.iter().map(start).collect(),
        end: Some(raw.iter().map(|item| start(item) + item.lasts as f64).collect()),
        flags: Some(raw.iter().map(|item| item.flags).collect()),
        section: Some(coded(raw.iter().map(|item| item.section), &SECTIONS)),
        outlet: Some(coded(raw.iter().map(|item| item.outlet), &OUTLETS)),
        kind: Some(coded(raw.iter().map(|item| item.kind), &KINDS)),
        countries: Some((offsets, coded(raw.iter().flat_map(|item| item.countries.clone()), &COUNTRIES))),
        texts: Some(Texts::in_memory(Offsets::Short(text_offsets), bytes)),
        ..Columns::default()
    }
}

fn filter() -> impl Strategy<Value = Filter> {
    let codes = prop::collection::vec(0..COUNTRIES.len(), 0..3)
        .prop_map(|codes| codes.into_iter().map(|code| CountryCode::new(COUNTRIES[code]).unwrap()).collect());
    let sections = prop::collection::vec(0..SECTIONS.len() as u32 + 2, 0..3);
    let outlets = prop::collection::vec(0..OUTLETS.len(), 0..2)
        .prop_map(|codes| codes.into_iter().map(|code| OUTLETS[code].to_owned()).collect());
    let kinds =
        prop_oneof![3 => Just(vec![]), 1 => Just(vec![ItemKind::Quote]), 1 => Just(vec![ItemKind::Passage])];
    let media = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let text = prop::sample::select(vec!["", "", "", "oslo", "ELECCION", "lima oslo", "pais", "\"en oslo\""]);
    let range = prop_oneof![
        2 => Just(None),
        1 => (-10..900_i64, 1..500_i64).prop_map(|(day, days)| {
            Some(Interval::new(Timestamp(day * DAY), Timestamp((day + days) * DAY)))
        }),
    ];
    (codes, sections, outlets, kinds, media, text, range).prop_map(
        |(countries, sections, outlets, kinds, state_media, text, range)| Filter {
            countries,
            sections,
            outlets,
            kinds,
            state_media,
            text: text.to_owned(),
            range,
            ..Filter::default()
        },
    )
}

/// Whether an item passes, told by looking at it alone.
fn passes(item: &Raw, filter: &Filter) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('ó', "o").replace('í', "i");
    let outlet = OUTLETS.get(item.outlet).copied();
    let hay = [plain(TEXTS[item.text]), plain(outlet.unwrap_or(""))];
    let words: Vec<String> = match filter.text.strip_prefix('"') {
        Some(phrase) => vec![phrase.trim_end_matches('"').to_owned()],
        None => filter.text.split_whitespace().map(plain).collect(),
    };
    let names = |code: &CountryCode| item.countries.iter().any(|own| COUNTRIES[*own] == code.as_str());
    let within = |range: Interval| {
        item.start
            .is_some_and(|start| start < range.end.0 && (start + item.lasts).max(start + 1) > range.start.0)
    };
    (filter.countries.is_empty() || filter.countries.iter().any(names))
        && (filter.sections.is_empty() || filter.sections.contains(&(item.section as u32)))
        && (filter.outlets.is_empty() || filter.outlets.iter().any(|wanted| Some(wanted.as_str()) == outlet))
        && (filter.kinds.is_empty() || filter.kinds.iter().any(|kind| kind.name() == KINDS[item.kind]))
        && filter.state_media.is_none_or(|wanted| wanted == (item.flags & 1 == 1))
        && words.iter().all(|word| hay.iter().any(|hay| hay.contains(word.as_str())))
        && filter.range.is_none_or(within)
}

/// What a filter leaves, as the source indexes of the rows.
fn left(study: &Study) -> Vec<usize> {
    let mut left: Vec<usize> =
        study.filtered().iter().map(|row| study.table().source(row as u32).unwrap()).collect();
    left.sort_unstable();
    left
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_table_is_what_the_columns_say(raw in prop::collection::vec(raw(), 0..700)) {
        let table = columns(&raw).into_table().unwrap().table;
        prop_assert_eq!(table.len(), raw.len());
        let keys: Vec<_> =
            table.rows().map(|row| (table.interval(row).map_or(i64::MAX, |time| time.start.0), table.source(row))).collect();
        prop_assert!(keys.is_sorted());
        for row in table.rows() {
            let item = &raw[table.source(row).unwrap()];
            let time = item.start.map(|start| Interval::new(Timestamp(start), Timestamp(start + item.lasts)));
            prop_assert_eq!(table.interval(row), time);
            prop_assert_eq!(table.section(row) as usize, item.section);
            prop_assert_eq!(table.outlets().get(row), OUTLETS.get(item.outlet).copied());
            prop_assert_eq!(table.kind(row).name(), KINDS[item.kind]);
            prop_assert_eq!(table.flags(row).state_media(), item.flags & 1 == 1);
            prop_assert_eq!(table.text(row), TEXTS[item.text]);
            let countries: Vec<String> = table.countries(row).iter().map(|code| code.as_str().to_owned()).collect();
            prop_assert_eq!(countries, item.countries.iter().map(|code| COUNTRIES[*code]).collect::<Vec<_>>());
            prop_assert_eq!(table.row_of(&table.id(row)), Some(row));
        }
    }

    #[test]
    fn one_filter_after_the_other_leaves_what_a_look_at_each_item_leaves(
        raw in prop::collection::vec(raw(), 0..900),
        filters in prop::collection::vec(filter(), 1..6),
    ) {
        let mut study = Study::of_columns(columns(&raw), "made").unwrap();
        for filter in filters.iter().chain([&Filter::default()]) {
            let told = study.summary_under(filter.clone());
            study.set_filter(filter.clone());
            let expected: Vec<usize> = (0..raw.len()).filter(|at| passes(&raw[*at], filter)).collect();
            prop_assert_eq!(left(&study), expected.clone(), "{:?}", filter);
            let summary = study.summary();
            prop_assert_eq!(&summary, &told);
            let count = |test: &dyn Fn(&Raw) -> bool| expected.iter().filter(|at| test(&raw[**at])).count() as u64;
            prop_assert_eq!(summary.items, expected.len() as u64);
            prop_assert_eq!(summary.dated, count(&|item| item.start.is_some()));
            prop_assert_eq!(summary.months.iter().map(|month| month.items).sum::<u64>(), summary.dated);
            for (at, section) in summary.sections.iter().enumerate() {
                prop_assert_eq!(section.items, count(&|item| item.section == at));
            }
            for outlet in &summary.outlets {
                prop_assert_eq!(outlet.items, count(&|item| OUTLETS.get(item.outlet) == Some(&outlet.name.as_str())));
            }
            let names = |item: &Raw, code: CountryCode| item.countries.iter().any(|own| COUNTRIES[*own] == code.as_str());
            for country in &summary.countries {
                prop_assert_eq!(country.items, count(&|item| names(item, country.code)));
            }
            for pair in &summary.pairs {
                prop_assert_eq!(pair.items, count(&|item| names(item, pair.a) && names(item, pair.b)));
            }
            let first = expected.iter().filter_map(|at| raw[*at].start).min();
            prop_assert_eq!(summary.first, first.map(|first| Timestamp(first).date()));
            let last = expected.iter().filter_map(|at| Some(raw[*at].start? + raw[*at].lasts.max(1) - 1)).max();
            prop_assert_eq!(summary.last, last.map(|last| Timestamp(last).date()));
        }
    }

    #[test]
    fn counts_and_pages_agree_with_a_look_at_each_item(
        raw in prop::collection::vec(raw(), 0..1500),
        filters in prop::collection::vec(filter(), 1..4),
        edges in prop::collection::btree_set(-400 * DAY..1300 * DAY, 2..30),
        fractional in any::<bool>(),
        limit in 1..50_usize,
    ) {
        let counting = if fractional { Counting::Fractional } else { Counting::Full };
        let edges: Vec<i64> = edges.into_iter().collect();
        let table = columns(&raw).into_table().unwrap().table;
        let mut index = MemoryIndex::new(&table, SECTIONS.len(), counting);
        for filter in &filters {
            index.pass(&table, dateline_core::filter::rows(&table, filter));
            let code = CountryCode::new("PE").unwrap();
            let keys = vec![RowKey::All, RowKey::Lane(1), RowKey::Country(code), RowKey::CountryLane(code, 2), RowKey::Lane(9)];
            let set = index.over(&table).bins(&BinQuery { rows: keys.clone(), edges: edges.clone(), longest: Length::Longer });
            for (key, bins) in keys.iter().zip(&set.rows) {
                let rows: Vec<u32> = index.passing().iter().map(|row| row as u32).filter(|row| belongs(&table, *key, *row)).collect();
                let weight = |row: u32| match (key, counting) {
                    (RowKey::Country(_) | RowKey::CountryLane(..), Counting::Fractional) => Counting::WHOLE / table.countries(row).len() as u64,
                    _ => 1,
                };
                let times: Vec<(i64, i64, u64)> = rows.iter().filter_map(|row| {
                    let time = table.interval(*row)?;
                    Some((time.start.0, time.end.0.max(time.start.0 + 1), weight(*row)))
                }).collect();
                let sum = |test: &dyn Fn(i64, i64) -> bool| times.iter().filter(|(start, end, _)| test(*start, *end)).map(|(.., weight)| weight).sum::<u64>();
                prop_assert_eq!(bins.open, sum(&|start, end| start < edges[0] && end > edges[0]));
                for (bucket, pair) in edges.windows(2).enumerate() {
                    prop_assert_eq!(bins.starts[bucket], sum(&|start, _| (pair[0]..pair[1]).contains(&start)), "{:?}", key);
                    prop_assert_eq!(bins.ends[bucket], sum(&|_, end| (pair[0]..pair[1]).contains(&(end - 1))), "{:?}", key);
                }
                let window = Interval::new(Timestamp(edges[0]), Timestamp(*edges.last().unwrap()));
                let page = PageQuery { row: *key, window, shortest: Length::Day, after: None, limit };
                let source = index.over(&table);
                let found: Vec<u32> = source.page(&page).items.iter().map(|item| item.row).collect();
                let touching = |row: &u32| table.interval(*row).is_some_and(|time| time.overlaps(window) || window.contains(time.start));
                let expected: Vec<u32> = rows.iter().copied().filter(touching).take(limit).collect();
                prop_assert_eq!(found, expected, "{:?}", key);
            }
        }
    }

    #[test]
    fn a_picture_has_a_bounded_number_of_marks(
        raw in prop::collection::vec(raw(), 0..1500),
        from in -300_000..300_000_i64,
        days in 1..600_000_i64,
    ) {
        let mut study = Study::of_columns(columns(&raw), "made").unwrap();
        study.resize(1080.0, 840.0);
        for window in [study.extent(), Interval::new(Timestamp(from * DAY), Timestamp((from + days) * DAY))] {
            study.set_window(window);
            prop_assert!(study.scene(&BundledFont).marks.len() <= 5000);
        }
    }
}

/// Columns that cannot be items, each with the code of what is said about them.
#[test]
fn columns_that_do_not_fit_are_refused_with_a_reason() {
    let days = || vec![0.0, 1e9, f64::NAN];
    let words = |codes: &[u32], words: &[&str]| Coded {
        codes: Codes::Words(codes.to_vec()),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let texts = |offsets: &[u32]| Some(Texts::in_memory(Offsets::Short(offsets.to_vec()), vec![b'x'; 9]));
    let cases: Vec<(&str, Columns)> = vec![
        ("bad-columns", Columns { end: Some(vec![1.0]), ..Columns::dated(days()) }),
        ("bad-columns", Columns { precision: Some(vec![0, 10, 0]), ..Columns::dated(days()) }),
        ("bad-columns", Columns { flags: Some(vec![0; 4]), ..Columns::dated(days()) }),
        ("bad-columns", Columns { section: Some(words(&[0, 1, 2], &["a", "b"])), ..Columns::dated(days()) }),
        ("bad-columns", Columns { outlet: Some(words(&[0], &["a"])), ..Columns::dated(days()) }),
        ("bad-columns", Columns { kind: Some(words(&[0, 0, 7], &["report"])), ..Columns::dated(days()) }),
        (
            "bad-columns",
            Columns {
                countries: Some((vec![0, 2, 1, 2], words(&[0, 0], &["NO"]))),
                ..Columns::dated(days())
            },
        ),
        (
            "bad-columns",
            Columns {
                countries: Some((vec![0, 1, 1, 3], words(&[0, 0], &["NO"]))),
                ..Columns::dated(days())
            },
        ),
        (
            "bad-columns",
            Columns {
                countries: Some((vec![1, 1, 1, 2], words(&[0, 0], &["NO"]))),
                ..Columns::dated(days())
            },
        ),
        (
            "bad-country",
            Columns {
                countries: Some((vec![0, 0, 0, 0], words(&[], &["Norway"]))),
                ..Columns::dated(days())
            },
        ),
        ("bad-columns", Columns { texts: texts(&[0, 4, 3, 9]), ..Columns::dated(days()) }),
        ("bad-columns", Columns { texts: texts(&[0, 4]), ..Columns::dated(days()) }),
        ("bad-columns", Columns { ids: texts(&[2, 4, 5, 9]), ..Columns::dated(days()) }),
        ("bad-date", Columns::dated(vec![f64::INFINITY])),
        ("bad-date", Columns::dated(vec![0.0, -1e18])),
        ("bad-date", Columns { end: Some(vec![-1.0, 2e9, 0.0]), ..Columns::dated(days()) }),
        ("bad-date", Columns { end: Some(vec![f64::NAN, 2e9, 0.0]), ..Columns::dated(days()) }),
        ("bad-date", Columns { end: Some(vec![f64::INFINITY, 2e9, 0.0]), ..Columns::dated(days()) }),
    ];
    for (code, columns) in cases {
        let told = format!("{columns:?}");
        let fault = columns.into_table().err();
        assert_eq!(fault.as_ref().map(|fault| fault.code), Some(code), "{told}");
        let fault = fault.unwrap();
        assert!(!fault.fix.is_empty() && !fault.message.is_empty());
    }
}

/// Shapes that are allowed and strange: each must give a picture, at once and zoomed.
#[test]
fn strange_columns_make_pictures() {
    let year_9999 = 253_402_214_400_000.0;
    let many = |start: fn(usize) -> f64, lasts: f64, sections: usize| {
        let starts: Vec<f64> = (0..20_000).map(start).collect();
        let titles: Vec<String> = (0..sections).map(|section| format!("Section {section}")).collect();
        let codes: Vec<u32> = (0..20_000).map(|row| (row % sections) as u32).collect();
        Columns {
            end: Some(starts.iter().map(|start| start + lasts).collect()),
            section: Some(Coded { codes: Codes::narrow(&codes, sections), words: titles }),
            ..Columns::dated(starts)
        }
    };
    let day = DAY as f64;
    let cases = [
        Columns::default(),
        Columns::dated(vec![f64::NAN; 50]),
        Columns::dated(vec![0.0]),
        Columns::dated(vec![0.0, year_9999]),
        many(|_| 1e12, 0.0, 1),
        many(|row| row as f64, 0.0, 1000),
        many(|row| row as f64 * 1000.0, 3650.0 * 86_400_000.0, 1),
        many(|row| row as f64 * 86_400_000.0, day, 70_000),
    ];
    for columns in cases {
        let rows = columns.start.len();
        let mut study = Study::of_columns(columns, "strange").unwrap();
        for window in [study.extent(), Interval::new(Timestamp(0), Timestamp(3_600_000)), study.limits()] {
            study.set_window(window);
            let marks = study.scene(&BundledFont).marks.len();
            assert!(marks <= 5000, "{marks} marks of {rows} items");
        }
        assert_eq!(study.summary().items as usize, rows);
        assert_eq!(study.filtered_items(0, 50).len(), rows.min(50));
        assert!(!study.export_scene(&Default::default(), &BundledFont).marks.is_empty());
    }
}
