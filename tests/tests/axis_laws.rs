//! Laws of the axis: whichever date places the items, each of them is on it or counted as undated.
#![allow(clippy::unwrap_used)]

use dateline_core::filter::Filter;
use dateline_core::model::{Axis, Basis, DateMention, DateRole, Item, Span};
use dateline_core::study::Study;
use dateline_core::time::{Interval, Precision, Timestamp};
use dateline_tests::made::{Dice, Plan, made};
use proptest::prelude::*;

/// A date of any role and length, also one without a place in time.
fn mention(dice: &mut Dice) -> DateMention {
    const ROLES: [DateRole; 3] = [DateRole::Event, DateRole::Scheduled, DateRole::Mention];
    const UNITS: [(Precision, u64); 4] =
        [(Precision::Day, 1), (Precision::Month, 30), (Precision::Range, 4), (Precision::Year, 365)];
    let (precision, days) = UNITS[dice.below(4) as usize];
    let day = |number: u64| Timestamp(number as i64 * Timestamp::DAY_MS);
    let first = dice.below(20_000);
    DateMention {
        interval: (dice.below(5) > 0).then(|| Interval::new(day(first), day(first + days))),
        precision,
        expression: String::new(),
        approximate: dice.below(4) == 0,
        basis: Basis::Explicit,
        why: String::new(),
        span: Span::default(),
        role: ROLES[dice.below(3) as usize],
        alternatives: Vec::new(),
    }
}

fn speak_of_dates(items: &mut [Item], seed: u64) {
    let mut dice = Dice::new(seed);
    for item in items {
        item.dates = (0..dice.below(4)).map(|_| mention(&mut dice)).collect();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_item_is_on_the_axis_or_counted_as_undated(
        seed in any::<u64>(), items in 0..120_usize, section in 0..6_u32, turns in 1..4_usize,
    ) {
        let mut extraction = made(seed, Plan { items, sections: 5, ..Plan::default() });
        speak_of_dates(&mut extraction.items, seed);
        let all = extraction.items.clone();
        let mut study = Study::new(extraction);
        // A section that is not there stands for no filter.
        let sections = if section < 5 { vec![section] } else { Vec::new() };
        study.set_filter(Filter { sections: sections.clone(), ..Filter::default() });
        let passing = all.iter().filter(|item| sections.is_empty() || sections.contains(&item.section));
        for axis in Axis::ALL.into_iter().cycle().take(turns) {
            study.set_axis(axis);
            let summary = study.summary();
            let placed = |item: &&Item| axis.date(item).is_some_and(|date| date.interval.is_some());
            prop_assert_eq!(summary.items, passing.clone().count() as u64);
            prop_assert_eq!(summary.dated, passing.clone().filter(placed).count() as u64);
            prop_assert_eq!(summary.dated + summary.undated, summary.items);
            prop_assert_eq!(summary.months.iter().map(|month| month.items).sum::<u64>(), summary.dated);
            study.set_window(study.extent());
            prop_assert_eq!(study.shown(), summary.items);
            let mut seen: Vec<usize> =
                study.table().rows().map(|row| study.table().source(row).unwrap()).collect();
            for row in study.table().rows() {
                let item = &all[study.table().source(row).unwrap()];
                let date = axis.date(item);
                prop_assert_eq!(study.table().interval(row), date.and_then(|date| date.interval));
                let scheduled = date.is_some_and(|date| date.role == DateRole::Scheduled);
                prop_assert_eq!(study.table().flags(row).scheduled(), scheduled);
                prop_assert!(date.is_none() || axis == Axis::Published || date.unwrap().role != DateRole::Mention);
            }
            seen.sort_unstable();
            prop_assert!(seen.into_iter().eq(0..all.len()));
        }
    }
}
