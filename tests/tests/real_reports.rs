//! The two real reports, which stay beside the project: every figure that must come out of them.

use dateline_core::model::{CountryCode, Item, ItemKind, ReferenceBasis};
use dateline_core::{Extraction, Options, extract};
use dateline_tests::{NO_18, NO_23, real_report};
use std::collections::BTreeMap;

fn read(name: &str) -> Option<(String, Extraction)> {
    let text = real_report(name)?;
    let extraction = extract(&text, &Options { name: name.into(), ..Options::default() });
    Some((text, extraction))
}

fn count(items: &[Item], test: impl Fn(&Item) -> bool) -> usize {
    items.iter().filter(|item| test(item)).count()
}

fn start(item: &Item) -> Option<String> {
    Some(item.published.as_ref()?.interval?.start.date().to_string())
}

#[test]
fn no_18_has_its_items() {
    let Some((_, Extraction { items, .. })) = read(NO_18) else { return };
    let of = |kind| count(&items, |item| item.kind == kind);
    assert_eq!(of(ItemKind::Report), 102);
    assert_eq!(of(ItemKind::Action), 10);
    assert_eq!(of(ItemKind::Reading), 10);
    assert_eq!(of(ItemKind::Quote), 4);
    let dated = |item: &Item| item.kind != ItemKind::Passage && start(item).is_some();
    assert_eq!(count(&items, dated), 106);
    assert_eq!(count(&items, |item| item.kind == ItemKind::Report && start(item).is_some()), 102);
}

#[test]
fn no_18_has_its_months() {
    let Some((_, Extraction { items, report, .. })) = read(NO_18) else { return };
    let mut months: BTreeMap<String, usize> = BTreeMap::new();
    let days: Vec<String> =
        items.iter().filter(|item| item.kind == ItemKind::Report).filter_map(start).collect();
    for day in &days {
        *months.entry(day.chars().take(7).collect()).or_default() += 1;
    }
    let expected = [("2020-11", 3), ("2020-12", 75), ("2021-01", 24)];
    assert_eq!(months, expected.map(|(month, items)| (month.to_owned(), items)).into());
    assert_eq!(days.iter().min().map(String::as_str), Some("2020-11-21"));
    assert_eq!(days.iter().max().map(String::as_str), Some("2021-01-14"));
    assert_eq!(
        report.coverage.map(|coverage| coverage.to_string()).as_deref(),
        Some("2020-11-21..2021-01-15")
    );
}

#[test]
fn no_18_has_its_outlets_and_bylines() {
    let Some((_, Extraction { items, .. })) = read(NO_18) else { return };
    let mut outlets: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items.iter().filter(|item| item.kind == ItemKind::Report) {
        *outlets.entry(item.outlet.as_deref().unwrap_or("")).or_default() += 1;
    }
    assert_eq!(outlets.len(), 54, "{outlets:#?}");
    let expected = [
        ("Reuters", 16),
        ("Prensa Latina", 7),
        ("Bloomberg", 6),
        ("Infobae", 5),
        ("Gulf Times", 5),
        ("Wall Street Journal", 4),
        ("Twitter", 2),
    ];
    for (outlet, count) in expected {
        assert_eq!(outlets.get(outlet), Some(&count), "{outlet}");
    }
    let bylines: Vec<&str> = items
        .iter()
        .filter(|item| item.outlet.as_deref() == Some("Twitter"))
        .filter_map(|item| item.byline.as_deref())
        .collect();
    assert_eq!(bylines, ["Catherine Herridge", "Armand Delon"]);
}

#[test]
fn no_18_has_its_languages_and_state_media() {
    let Some((_, Extraction { items, report, .. })) = read(NO_18) else { return };
    let spanish = |kind| count(&items, |item| item.kind == kind && item.language == "es");
    assert_eq!((spanish(ItemKind::Report), spanish(ItemKind::Reading)), (15, 1));
    assert_eq!(count(&items, |item| item.language == "es"), 16);
    assert_eq!((report.state_media.items, report.state_media.of), (23, 102));
    assert_eq!(report.state_media.stated_limit, Some(0.2));
}

#[test]
fn no_18_has_its_sections() {
    let Some((_, Extraction { items, report, .. })) = read(NO_18) else { return };
    let expected = [
        ("OVERVIEW", false),
        ("MUST READS", false),
        ("TRUMP ADMINISTRATION ON VENEZUELA", false),
        ("Venezuela", true),
        ("THE BOLIVARIAN NETWORK", false),
        ("ALEX SAAB CASE", false),
        ("Russia", true),
        ("Iran", true),
        ("HEZBOLLAH", false),
        ("THE NISMAN/AMIA CASE", false),
        ("TURKEY", false),
        ("QATAR", false),
        ("China", true),
        ("ILLEGAL FISHING", false),
        ("VRIC MEDICAL DIPLOMACY", false),
    ];
    let sections: Vec<(&str, bool)> =
        report.sections.iter().map(|section| (section.title.as_str(), section.inferred)).collect();
    assert_eq!(sections, expected);
    let reports = |id| count(&items, |item| item.kind == ItemKind::Report && item.section == id);
    let per_section: Vec<usize> = (0..15).map(reports).collect();
    assert_eq!(per_section, [0, 0, 0, 14, 12, 4, 11, 14, 2, 3, 1, 7, 15, 3, 16]);
}

#[test]
fn reference_dates_are_inferred_with_their_reasons() {
    let cases = [
        (NO_18, "18", "2021-01-14", "trailer 14-JAN"),
        (NO_23, "23", "2021-09-30", "coverage line from August to September 2021"),
    ];
    for (name, number, date, proof) in cases {
        let Some((_, Extraction { report, .. })) = read(name) else { return };
        let reference = report.reference_date.unwrap();
        assert_eq!(reference.date.to_string(), date);
        assert_eq!(reference.basis, ReferenceBasis::Inferred);
        assert!(reference.why.contains(proof), "{}", reference.why);
        assert_eq!(report.number.as_deref(), Some(number));
        assert_eq!(report.series.as_deref(), Some("VRIC MONITOR"));
    }
}

#[test]
fn the_malformed_range_of_no_18_is_reported_and_its_readable_part_used() {
    let Some((text, Extraction { items, diagnostics, .. })) = read(NO_18) else { return };
    let found = diagnostics.iter().find(|diagnostic| diagnostic.code == "malformed-range").unwrap();
    let item = items.iter().find(|item| item.span.overlaps(found.span)).unwrap();
    let range = item.dates.iter().find_map(|date| date.interval).unwrap();
    assert_eq!(range.to_string(), "2021-01-21..2021-02-02");
    assert!(found.span.of(&text).starts_with("between"));
}

#[test]
fn no_23_shows_a_timeline_of_passages() {
    let Some((_, Extraction { items, .. })) = read(NO_23) else { return };
    assert!(items.iter().all(|item| item.kind == ItemKind::Passage));
    let days: Vec<String> = items
        .iter()
        .flat_map(|item| &item.dates)
        .filter_map(|date| Some(date.interval?.start.date().to_string()))
        .collect();
    for day in [
        "2021-09-16",
        "2021-02-25",
        "2021-06-30",
        "2021-07-24",
        "2021-09-06",
        "2021-06-24",
        "2021-09-18",
        "2021-08-25",
        "2021-08-27",
    ] {
        assert!(days.iter().any(|found| found == day), "{day} is missing from {days:?}");
    }
}

#[test]
fn no_furniture_is_among_the_items() {
    let furniture = [
        "EXPERT",
        "DOWNLOAD",
        "Meet our",
        "Export this",
        "Click here",
        "Disclaimer",
        "Research Fellow",
        "Issues",
    ];
    for name in [NO_18, NO_23] {
        let Some((_, Extraction { items, .. })) = read(name) else { return };
        for item in &items {
            assert!(furniture.iter().all(|words| !item.text.starts_with(words)), "{}", item.text);
        }
    }
}

#[test]
fn every_span_of_the_real_reports_holds_its_words() {
    for name in [NO_18, NO_23] {
        let Some((text, Extraction { items, .. })) = read(name) else { return };
        for item in &items {
            for date in item.dates.iter().chain(&item.published) {
                assert_eq!(date.span.of(&text), date.expression);
            }
            let inside = |code: CountryCode| item.countries.iter().any(|mention| mention.code == code);
            for mention in &item.countries {
                assert!(mention.span.start >= item.span.start && mention.span.end <= item.span.end);
                assert!(!mention.span.of(&text).is_empty() && inside(mention.code));
            }
        }
    }
}
