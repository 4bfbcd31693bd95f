//! Hostile text: extraction, data and pictures hold their promises whatever the text is.
#![allow(clippy::unwrap_used, clippy::panic)]

use dateline_core::model::{DateMention, Item, Span};
use dateline_core::scene::{BundledFont, ThemeName};
use dateline_core::study::{ExportOptions, Study};
use dateline_core::{Extraction, Options, extract};
use dateline_wire::{Provenance, csv_text, document};
use proptest::prelude::*;

fn corpus() -> Vec<(String, String)> {
    let folder = dateline_tests::root().join("tests/corpus/hostile");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<(String, String)> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    texts.sort();
    assert!(texts.len() >= 12);
    texts
}

/// Spans lie inside the text, on characters, and hold what they say.
fn check_spans(name: &str, text: &str, extraction: &Extraction) {
    let at = |span: Span| text.get(span.start..span.end).unwrap_or_else(|| panic!("{name}: {span:?}"));
    for Item { span, published, dates, countries, section, .. } in &extraction.items {
        at(*span);
        assert!((*section as usize) < extraction.report.sections.len(), "{name}: section {section}");
        for DateMention { expression, span, interval, .. } in published.iter().chain(dates) {
            assert_eq!(at(*span), expression, "{name}");
            assert!(interval.is_none_or(|interval| interval.start < interval.end), "{name}: {expression}");
        }
        for mention in countries {
            assert!(!at(mention.span).is_empty(), "{name}");
        }
    }
    for diagnostic in &extraction.diagnostics {
        at(diagnostic.span);
        assert!(!diagnostic.code.is_empty() && !diagnostic.message.is_empty() && !diagnostic.fix.is_empty());
    }
    let mut ids: Vec<&str> = extraction.items.iter().map(|item| item.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), extraction.items.len(), "{name}: every item has an id of its own");
}

/// JSON holds every item; CSV reads back cell by cell, and no cell starts a formula.
fn check_data(name: &str, text: &str, extraction: &Extraction) {
    let json = serde_json::to_value(document(name, text, extraction)).unwrap();
    assert_eq!(json["items"].as_array().unwrap().len(), extraction.items.len(), "{name}");
    let table = csv_text(&extraction.items, &extraction.report, Provenance { name, text });
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), dateline_wire::CSV_HEADER);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), extraction.items.len(), "{name}");
    for (row, item) in rows.iter().zip(&extraction.items) {
        assert!(
            row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
            "{name}: {row:?}"
        );
        assert_eq!(row[15].trim_start_matches('\''), item.text.trim_start_matches('\''), "{name}");
    }
}

/// Pictures are XML of known elements, whatever the words in them.
fn check_pictures(name: &str, extraction: &Extraction) {
    let study = Study::new(extraction.clone());
    for (width, height, theme) in
        [(1600.0, 900.0, ThemeName::Light), (600.0, 400.0, ThemeName::Dark), (1.0, 1.0, ThemeName::Light)]
    {
        let options = ExportOptions { width, height, theme, ..ExportOptions::default() };
        let svg = dateline_paint::svg(&study.export_scene(&options, &BundledFont));
        let picture = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        let known = ["svg", "title", "desc", "rect", "circle", "line", "polyline", "polygon", "text"];
        for node in picture.descendants().filter(roxmltree::Node::is_element) {
            assert!(known.contains(&node.tag_name().name()), "{name}: <{}>", node.tag_name().name());
            assert!(
                node.attributes().all(|it| !it.name().starts_with("on")),
                "{name}: {:?}",
                node.attributes()
            );
        }
        let unfit = |character: char| {
            character != '\n' && (character.is_control() || matches!(character, '\u{202a}'..='\u{202e}'))
        };
        assert!(!svg.contains(unfit), "{name}");
    }
}

fn check(name: &str, text: &str) -> Extraction {
    let extraction = extract(text, &Options { name: name.into(), ..Options::default() });
    check_spans(name, text, &extraction);
    check_data(name, text, &extraction);
    check_pictures(name, &extraction);
    extraction
}

#[test]
fn hostile_texts_are_read_and_drawn() {
    for (name, text) in corpus() {
        check(&name, &text);
    }
}

#[test]
fn an_empty_text_says_so() {
    for text in ["", " \n\t\r\n"] {
        let extraction = check("empty", text);
        assert!(extraction.items.is_empty());
        assert!(!extraction.diagnostics.is_empty(), "nothing found is said, not shown as a blank");
    }
}

/// A line without end: it must be read in a time that grows with its length alone.
#[test]
fn a_very_long_line_is_read() {
    let sentence =
        "Norway and Finland signed a pact on January 7, 2023 with 27 others, (see note) – said AP. ";
    let long = sentence.repeat(2 * 1024 * 1024 / sentence.len());
    let started = std::time::Instant::now();
    let extraction = extract(&long, &Options::default());
    check_spans("long line", &long, &extraction);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    let blank = " ".repeat(10 * 1024 * 1024);
    let bullets = "• ".repeat(1024 * 1024);
    for text in [blank, bullets, "–".repeat(1024 * 1024), "“".repeat(1024 * 1024), "\n".repeat(1024 * 1024)]
    {
        extract(&text, &Options::default());
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_and_drawn(text in any::<String>()) {
        check("any", &text);
    }

    #[test]
    fn pieces_of_reports_in_any_order_are_read_and_drawn(
        pieces in proptest::collection::vec(prop::sample::select(PIECES.to_vec()), 0..24)
    ) {
        check("pieces", &pieces.concat());
    }
}

const PIECES: [&str; 26] = [
    "• ",
    "– Reuters on 10-JAN",
    "- ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "NORTH",
    "NORTH:",
    "TREASURY: ",
    "Norway ",
    "“",
    "”",
    "(content in Spanish)",
    "31-FEB",
    "January 7, 2021",
    "1. ",
    "State media reports",
    "\u{0}",
    "é",
    "👩‍👩‍👧",
    "between January 21 and 1 February 1, 2021",
    "\u{202e}",
    "<b>",
    ".",
];
