//! The sample that the project ships shows every part of the product, and all of it is read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use dateline_core::model::{Item, ItemKind};
use dateline_core::{Extraction, Options, extract};
use std::collections::BTreeSet;

fn sample() -> Extraction {
    let path = dateline_tests::root().join("www/public/sample-report.txt");
    extract(&std::fs::read_to_string(path).expect("the sample report"), &Options::default())
}

fn of(got: &Extraction, kind: ItemKind) -> Vec<&Item> {
    got.items.iter().filter(|item| item.kind == kind).collect()
}

fn day(item: &Item) -> String {
    let interval = item.published.as_ref().and_then(|date| date.interval);
    let interval = interval.unwrap_or_else(|| panic!("undated: {}", item.text));
    interval.start.date().to_string()
}

#[test]
fn the_report_knows_itself() {
    let report = sample().report;
    assert_eq!(report.series.as_deref(), Some("CORRIDOR MONITOR"));
    assert_eq!(report.number.as_deref(), Some("7"));
    assert!(report.title.starts_with("Grain, gas and tanks"), "{}", report.title);
    let reference = report.reference_date.expect("a reference date");
    assert_eq!((reference.date.to_string().as_str(), reference.basis.name()), ("2023-01-25", "inferred"));
    assert_eq!((report.state_media.items, report.state_media.of), (4, 47));
    assert_eq!(report.state_media.stated_limit, Some(0.1));
}

#[test]
fn its_sections_are_found_also_those_that_lost_their_heading() {
    let sections = sample().report.sections;
    let titles: Vec<_> = sections
        .iter()
        .map(|section| if section.inferred { format!("({})", section.title) } else { section.title.clone() })
        .collect();
    assert_eq!(titles.join("\n"), SECTIONS);
}

/// In brackets: lost headings.
const SECTIONS: &str = "OVERVIEW
MUST READS
SANCTIONS AND AID
(Ukraine)
THE GRAIN CORRIDOR
GAS AND OIL
(Turkey)
THE NORDIC AND BALTIC STATES
MOLDOVA AND ROMANIA
THE WESTERN BALKANS
THE SOUTH CAUCASUS
CROATIA";

#[test]
fn every_kind_of_item_occurs_and_every_trailer_is_dated() {
    let got = sample();
    let counts = ItemKind::ALL.map(|kind| of(&got, kind).len());
    assert_eq!(counts[..4], [47, 6, 6, 4], "reports, actions, readings, quotes");
    assert!(counts[4] >= 4, "only {} dated passages", counts[4]);
    let mut days: Vec<_> = of(&got, ItemKind::Report).into_iter().map(day).collect();
    days.sort();
    assert_eq!((days[0].as_str(), days[46].as_str()), ("2022-11-17", "2023-01-25"));
    let month = |month: &str| days.iter().filter(|day| day.starts_with(month)).count();
    assert_eq!([month("2022-11"), month("2022-12"), month("2023-01")], [9, 23, 15]);
    let quotes: Vec<_> = of(&got, ItemKind::Quote).into_iter().map(day).collect();
    assert_eq!(quotes, ["2022-11-16", "2022-11-17", "2022-12-21", "2023-01-23"]);
}

#[test]
fn it_speaks_of_many_countries() {
    let got = sample();
    let mentions = got.items.iter().flat_map(|item| &item.countries);
    let codes: BTreeSet<_> = mentions.map(|mention| mention.code).collect();
    assert!(codes.len() >= 25, "only {codes:?}");
}

#[test]
fn its_outlets_bylines_and_languages_are_read() {
    let got = sample();
    let outlets: BTreeSet<_> = got.items.iter().filter_map(|item| item.outlet.as_deref()).collect();
    for name in
        ["Al-Monitor", "France 24", "News.am", "Radio Free Europe/Radio Liberty", "The Maritime Executive"]
    {
        assert!(outlets.contains(name), "{name} is not among {outlets:?}");
    }
    let mut reports = of(&got, ItemKind::Report).into_iter();
    let tweet =
        reports.find(|item| item.outlet.as_deref() == Some("Twitter")).expect("a report from Twitter");
    assert_eq!(tweet.byline.as_deref(), Some("Josep Borrell"));
    let languages: BTreeSet<_> = got.items.iter().map(|item| item.language.as_str()).collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["de", "en", "es", "fr", "ro", "sv"]);
}
