//! The corpus of small reports: what must come out of each text, and what holds for every text.
//!
//! Takes `tests/corpus/reports/*.txt` with their `.json` (fields in the README beside them), the shipped sample and,
//! where they are present, the real reports. All mismatches of all files are printed before the test fails.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use dateline_core::model::{DateMention, Item, ItemKind, Section, Span};
use dateline_core::time::CivilDate;
use dateline_core::{Extraction, Options, extract};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt::Write as _;

/// One text, and what is expected of it where somebody wrote that down.
struct Fixture {
    name: String,
    text: String,
    expected: Value,
}

impl Fixture {
    fn options(&self) -> Options {
        let day = self.expected["options"]["reference_date"].as_str();
        let reference_date = day.map(|day| CivilDate::parse_iso(day).expect("an ISO date in options"));
        Options { name: self.name.clone(), reference_date, ..Options::default() }
    }

    fn extract(&self) -> Extraction {
        extract(&self.text, &self.options())
    }
}

/// The small reports, in the order of their names.
fn corpus() -> Vec<Fixture> {
    let folder = dateline_tests::root().join("tests/corpus/reports");
    let entries = std::fs::read_dir(&folder).expect("the corpus is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let fixtures: Vec<_> = paths.iter().map(|path| read_fixture(path)).collect();
    assert!(fixtures.len() >= 40, "only {} fixtures found in {}", fixtures.len(), folder.display());
    fixtures
}

fn read_fixture(path: &std::path::Path) -> Fixture {
    let name = path.file_stem().expect("a file name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).expect("a UTF-8 text");
    let json = std::fs::read_to_string(path.with_extension("json")).expect("an expectation beside the text");
    let expected = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}.json: {error}"));
    Fixture { name, text, expected }
}

/// Everything that the laws must hold for: corpus, sample, real reports.
fn all_texts() -> Vec<Fixture> {
    let mut texts = corpus();
    let sample = std::fs::read_to_string(dateline_tests::root().join("www/public/sample-report.txt"));
    texts.push(bare("sample-report", sample.expect("the sample report")));
    for name in [dateline_tests::NO_18, dateline_tests::NO_23] {
        texts.extend(dateline_tests::real_report(name).map(|text| bare(name, text)));
    }
    texts
}

fn bare(name: &str, text: String) -> Fixture {
    Fixture { name: name.into(), text, expected: Value::Null }
}

/// What did not fit, as rows of a table.
#[derive(Default)]
struct Mismatches {
    file: String,
    rows: Vec<[String; 4]>,
}

impl Mismatches {
    fn check(&mut self, place: &str, expected: &str, got: &str) {
        if expected != got {
            self.rows.push([self.file.clone(), place.into(), expected.into(), got.into()]);
        }
    }

    /// Compares a field only where the expectation names it; null means "none".
    fn field(&mut self, place: &str, expected: &Value, key: &str, got: Option<&str>) {
        if let Some(value) = expected.get(key) {
            self.check(&format!("{place} {key}"), &plain(value), got.unwrap_or("none"));
        }
    }

    fn table(&self) -> String {
        let mut widths = [0; 4];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let [a, b, c, _] = widths;
        let mut table = String::new();
        for [file, place, expected, got] in &self.rows {
            let _ = writeln!(table, "{file:a$} | {place:b$} | {expected:c$} | {got}");
        }
        table
    }
}

/// A value as the table shows it.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "none".into(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn published(item: &Item) -> Option<String> {
    first_day(item.published.as_ref()?)
}

fn first_day(date: &DateMention) -> Option<String> {
    Some(date.interval?.start.date().to_string())
}

fn last_day(date: Option<&DateMention>) -> Option<String> {
    Some(date?.interval?.end.date().add_days(-1).to_string())
}

#[test]
fn every_small_report_gives_what_a_careful_reader_finds() {
    let mut found = Mismatches::default();
    for fixture in corpus() {
        found.file.clone_from(&fixture.name);
        compare(&fixture, &fixture.extract(), &mut found);
    }
    let table = found.table();
    assert!(found.rows.is_empty(), "{} mismatches (expected | got):\n{table}", found.rows.len());
}

fn compare(fixture: &Fixture, got: &Extraction, found: &mut Mismatches) {
    let expected = &fixture.expected;
    found.field("report", expected, "title", Some(&got.report.title));
    found.field("report", expected, "number", got.report.number.as_deref());
    let reference = got.report.reference_date.as_ref();
    let date = reference.map(|reference| reference.date.to_string());
    found.field("report", expected, "reference_date", date.as_deref());
    found.field("report", expected, "reference_basis", reference.map(|reference| reference.basis.name()));
    if let Some(sections) = expected["sections"].as_array() {
        compare_sections(sections, &got.report.sections, found);
    }
    compare_items(expected, got, found);
    let codes: HashSet<_> = got.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    for code in expected["diagnostics"].as_array().into_iter().flatten() {
        let code = code.as_str().expect("a code");
        found.check("diagnostics", code, if codes.contains(code) { code } else { "not there" });
    }
}

fn compare_sections(expected: &[Value], got: &[Section], found: &mut Mismatches) {
    let wanted: Vec<_> = expected.iter().enumerate().map(|(at, value)| outline(value, got.get(at))).collect();
    let given: Vec<_> = got.iter().map(printed_section).collect();
    found.check("sections", &wanted.join(" / "), &given.join(" / "));
}

fn printed_section(section: &Section) -> String {
    let mark = if section.inferred { "inferred " } else { "" };
    format!("{mark}{}", section.title)
}

/// An expected section as [`printed_section`] writes it; what the expectation leaves open is taken from what came.
fn outline(expected: &Value, got: Option<&Section>) -> String {
    let title = got.map_or("?", |section| &section.title);
    if let Some(exact) = expected.as_str() {
        return exact.into();
    }
    if let Some(end) = expected["ends"].as_str() {
        return if title.ends_with(end) { title.into() } else { format!("… {end}") };
    }
    format!("inferred {}", expected["title"].as_str().unwrap_or(title))
}

fn compare_items(expected: &Value, got: &Extraction, found: &mut Mismatches) {
    let wanted = expected["items"].as_array().expect("items in the expectation");
    let flag = |name: &str| expected[name].as_bool().unwrap_or(false);
    let undated_quote = |item: &Item| item.kind == ItemKind::Quote && published(item).is_none();
    let mut items: Vec<_> = got.items.iter().collect();
    items.retain(|item| flag("passages") || item.kind != ItemKind::Passage);
    items.retain(|item| !(flag("skip_undated_quotes") && undated_quote(item)));
    found.check("items", &wanted.len().to_string(), &items.len().to_string());
    for (at, (wanted, item)) in wanted.iter().zip(items).enumerate() {
        compare_item(&format!("item {} (line {})", at + 1, item.line), wanted, item, got, found);
    }
}

fn compare_item(place: &str, wanted: &Value, item: &Item, all: &Extraction, found: &mut Mismatches) {
    let section = all.report.sections.get(item.section as usize).map(|section| section.title.as_str());
    found.field(place, wanted, "kind", Some(item.kind.name()));
    found.field(place, wanted, "published", published(item).as_deref());
    let date = item.published.as_ref();
    found.field(place, wanted, "last", last_day(date).as_deref());
    found.field(place, wanted, "basis", date.map(|date| date.basis.name()));
    found.field(place, wanted, "why", date.map(|date| date.why.as_str()));
    found.field(place, wanted, "outlet", item.outlet.as_deref());
    found.field(place, wanted, "byline", item.byline.as_deref());
    found.field(place, wanted, "label", item.label.as_deref());
    found.field(place, wanted, "language", Some(&item.language));
    found.field(place, wanted, "state_media", Some(&item.state_media.to_string()));
    found.field(place, wanted, "section", section);
    compare_text(place, wanted, unquoted(item.kind, &folded(&item.text)), found);
    if let Some(days) = wanted["dates"].as_array() {
        let got: Vec<_> = item.dates.iter().map(|date| first_day(date).unwrap_or_default()).collect();
        let wanted: Vec<_> = days.iter().map(plain).collect();
        found.check(&format!("{place} dates"), &wanted.join(" "), &got.join(" "));
    }
    for code in wanted["names"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let there = item.countries.iter().any(|mention| mention.code.as_str() == code);
        found.check(&format!("{place} names"), code, if there { code } else { "not there" });
    }
    for code in wanted["lacks"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let there = item.countries.iter().any(|mention| mention.code.as_str() == code);
        found.check(&format!("{place} lacks"), code, if there { "found" } else { code });
    }
}

/// A quote may keep its quotation marks.
fn unquoted(kind: ItemKind, text: &str) -> &str {
    let marks = ['"', '“', '”', '«', '»'];
    if kind == ItemKind::Quote { text.trim_matches(marks) } else { text }
}

fn compare_text(place: &str, wanted: &Value, text: &str, found: &mut Mismatches) {
    if let Some(start) = wanted["text_starts"].as_str() {
        let got: String = text.chars().take(start.chars().count()).collect();
        found.check(&format!("{place} text_starts"), start, &got);
    }
    if let Some(end) = wanted["text_ends"].as_str() {
        let extra = text.chars().count().saturating_sub(end.chars().count());
        let got: String = text.chars().skip(extra).collect();
        found.check(&format!("{place} text_ends"), end, &got);
    }
}

/// The words of a span; fails where the span leaves the text or cuts a character.
fn words<'t>(name: &str, text: &'t str, span: Span) -> &'t str {
    let words = text.get(span.start..span.end);
    words.unwrap_or_else(|| panic!("{name}: the span {}..{} does not fit the text", span.start, span.end))
}

#[test]
fn spans_lie_in_the_text_and_increase() {
    for fixture in all_texts() {
        let (name, text, got) = (&fixture.name, &fixture.text, fixture.extract());
        let mut before = None;
        for item in &got.items {
            assert!(!words(name, text, item.span).is_empty(), "{name}: an empty item span");
            assert!(before < Some(item.span.start), "{name}: items out of order at line {}", item.line);
            before = Some(item.span.start);
            for mention in &item.countries {
                assert!(!words(name, text, mention.span).is_empty(), "{name}: an empty mention");
                assert!(mention.span.overlaps(item.span), "{name}: a mention outside its item");
            }
        }
        for section in &got.report.sections {
            words(name, text, section.span);
        }
        for diagnostic in &got.diagnostics {
            words(name, text, diagnostic.span);
        }
    }
}

#[test]
fn every_date_is_written_where_its_span_says() {
    let mut dates = 0;
    for fixture in all_texts() {
        for item in fixture.extract().items {
            for date in item.published.iter().chain(&item.dates) {
                dates += 1;
                assert_eq!(
                    words(&fixture.name, &fixture.text, date.span),
                    date.expression,
                    "{}",
                    fixture.name
                );
                if let Some(interval) = date.interval {
                    assert!(
                        interval.start < interval.end,
                        "{}: `{}` is empty",
                        fixture.name,
                        date.expression
                    );
                    assert!(!date.why.is_empty(), "{}: `{}` has no reason", fixture.name, date.expression);
                }
            }
        }
    }
    assert!(dates > 200, "only {dates} dates were checked");
}

#[test]
fn items_have_text_section_line_and_an_id_of_their_own() {
    for fixture in all_texts() {
        let (name, got) = (&fixture.name, fixture.extract());
        let titles = got.report.sections.iter().map(|section| &section.title).chain([&got.report.title]);
        for title in titles {
            assert!(!title.contains(['\n', '\r']), "{name}: line ends in the title {title:?}");
        }
        let mut ids = HashSet::new();
        for item in &got.items {
            assert!(!item.text.trim().is_empty(), "{name}: an item without text at line {}", item.line);
            assert!(!item.text.contains(['\n', '\r']), "{name}: line ends in the text at line {}", item.line);
            assert!(ids.insert(&item.id), "{name}: the id {} occurs twice", item.id);
            assert!((item.section as usize) < got.report.sections.len(), "{name}: an unknown section");
            check_line(&fixture, item);
        }
    }
}

/// Lines count from 1 and end with LF or CRLF; texts with a lone CR are left out.
fn check_line(fixture: &Fixture, item: &Item) {
    let text = &fixture.text;
    if text.matches('\r').count() == text.matches("\r\n").count() {
        let head = words(&fixture.name, text, Span { start: 0, end: item.span.start });
        let line = head.matches('\n').count() + 1;
        assert_eq!(item.line as usize, line, "{}: the line of `{}`", fixture.name, item.text);
    }
}

/// What must not depend on line ends.
fn essence(got: &Extraction) -> String {
    let reference = got.report.reference_date.as_ref().map(|reference| reference.date);
    let mut lines = format!("{} {reference:?}\n", got.report.title);
    for section in &got.report.sections {
        let _ = writeln!(lines, "{} {} {}", section.line, section.inferred, section.title);
    }
    for item in &got.items {
        let (kind, outlet, byline) = (item.kind.name(), &item.outlet, &item.byline);
        let dates: Vec<_> = item.dates.iter().map(|date| (folded(&date.expression), date.interval)).collect();
        let _ = writeln!(lines, "{} {kind} {} {outlet:?} {byline:?} {}", item.id, item.line, item.section);
        let _ = writeln!(lines, "  {:?} {:?} {}", published(item), item.language, item.text);
        let _ = writeln!(lines, "  {dates:?} {}", item.countries.len());
    }
    for diagnostic in &got.diagnostics {
        let _ = writeln!(lines, "{} {}", diagnostic.code, diagnostic.line);
    }
    lines
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    for fixture in all_texts() {
        let unix = fixture.text.replace("\r\n", "\n").replace('\r', "\n");
        let windows = unix.replace('\n', "\r\n");
        let one = essence(&extract(&unix, &fixture.options()));
        let other = essence(&extract(&windows, &fixture.options()));
        let line = |text: &str, at: usize| text.split('\n').nth(at).unwrap_or("nothing").to_owned();
        let differs = (0..one.split('\n').count()).find(|&at| line(&one, at) != line(&other, at));
        let shown = differs.map(|at| (line(&one, at), line(&other, at)));
        assert!(one == other, "{}: {shown:?}", fixture.name);
    }
}
