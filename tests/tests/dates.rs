//! Dates in text: tables of cases, read through a whole extraction as a user would.
//!
//! A case is a line of a table in `corpus/dates`: a reference date, a text, and the dates that it holds, in order.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr)]

use dateline_core::model::DateMention;
use dateline_core::time::CivilDate;
use dateline_core::{Options, extract};
use dateline_tests::root;

struct Case {
    place: String,
    reference: CivilDate,
    text: String,
    expected: Vec<Expected>,
}

/// "words = 2021-01-05..2021-01-09": the words where they matter, and both days included.
struct Expected {
    words: Option<String>,
    days: String,
}

fn cases(file: &std::path::Path) -> Vec<Case> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let table = std::fs::read_to_string(file).expect("the table of cases is there");
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(number, line)| case(line, format!("{name}:{}", number + 1))).collect()
}

fn case(line: &str, place: String) -> Case {
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_else(|| panic!("{place}: a case has three columns"));
    let reference = CivilDate::parse_iso(column()).unwrap_or_else(|| panic!("{place}: no reference date"));
    let text = column().replace("\\n", "\n").replace("\\s", "\u{a0}");
    let expected = column().trim();
    let expected = if expected == "-" { Vec::new() } else { expected.split(" | ").map(expect).collect() };
    Case { place, reference, text, expected }
}

fn expect(entry: &str) -> Expected {
    match entry.rsplit_once(" = ") {
        Some((words, days)) => Expected {
            words: Some(words.replace("\\s", "\u{a0}").replace("\\n", "\n")),
            days: days.trim().into(),
        },
        None => Expected { words: None, days: entry.trim().into() },
    }
}

fn days(date: &DateMention) -> String {
    let Some(interval) = date.interval else { return "?".into() };
    let (first, last) = (interval.start.date(), interval.end.date().add_days(-1));
    if first == last { first.to_string() } else { format!("{first}..{last}") }
}

/// What differs, in words; `None` where the case holds.
fn wrong(case: &Case) -> Option<String> {
    let options = Options { reference_date: Some(case.reference), every_date: true, ..Options::default() };
    let found = extract(&case.text, &options).dates;
    let same = found.len() == case.expected.len()
        && found.iter().zip(&case.expected).all(|(date, expected)| {
            expected.days == days(date)
                && expected.words.as_ref().is_none_or(|words| *words == date.expression)
        });
    let shown = |(words, days): (&str, &str)| format!("{words} = {days}");
    let got: Vec<_> = found.iter().map(|date| shown((&date.expression, &days(date)))).collect();
    let want: Vec<_> = case
        .expected
        .iter()
        .map(|expected| shown((expected.words.as_deref().unwrap_or("…"), &expected.days)))
        .collect();
    (!same).then(|| {
        format!(
            "{} [{}] {:?}\n    want {}\n    got  {}",
            case.place,
            case.reference,
            case.text,
            want.join(" | "),
            got.join(" | ")
        )
    })
}

/// Rows that fail, and are known to.
const KNOWN_MISSES: &str = "known-misses.tsv";

fn is_table(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|extension| extension == "tsv")
}

#[test]
fn known_misses_still_fail() {
    let cases = cases(&root().join("tests/corpus/dates").join(KNOWN_MISSES));
    let mended: Vec<&str> =
        cases.iter().filter(|case| wrong(case).is_none()).map(|case| &*case.place).collect();
    assert!(mended.is_empty(), "read rightly now, move them to their tables: {mended:?}");
}

#[test]
fn every_case_of_the_tables_holds() {
    let mut wrongs = Vec::new();
    let mut seen = 0;
    let folder = std::fs::read_dir(root().join("tests/corpus/dates")).expect("the corpus is there");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("a folder can be listed").path()).collect();
    files.sort();
    for file in files.iter().filter(|path| is_table(path) && !path.ends_with(KNOWN_MISSES)) {
        let cases = cases(file);
        let failed: Vec<String> = cases.iter().filter_map(wrong).collect();
        eprintln!(
            "{:>5} of {:>5}  {}",
            cases.len() - failed.len(),
            cases.len(),
            file.file_stem().unwrap_or_default().to_string_lossy()
        );
        seen += cases.len();
        wrongs.extend(failed);
    }
    assert!(seen >= 1000, "{seen} cases");
    assert!(wrongs.is_empty(), "{} of {seen} cases are wrong:\n{}", wrongs.len(), wrongs.join("\n"));
}
