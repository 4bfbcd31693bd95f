//! Feeds broken and mixed-up texts to the whole extraction, as long as asked: `fuzz [SECONDS]`.
//!
//! Begins from the corpus, cuts, repeats and splices it, and sprinkles characters that break careless readers. Every
//! text must keep the laws of `tests/date_laws.rs`; the first that does not is printed with its seed.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::panic)]

use dateline_core::time::CivilDate;
use dateline_core::{Options, extract};
use dateline_tests::made::Dice;
use dateline_tests::root;
use std::path::Path;
use std::time::{Duration, Instant};

/// Ten minutes, unless asked otherwise.
const SECONDS: u64 = 600;
/// No text is longer, in bytes.
const LONGEST: usize = 6_000;
/// Sprinkled between pieces.
const SPICE: &[&str] = &[
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "e\u{301}",
    "–",
    "—",
    "\u{a0}",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    "99999999999",
    "31-FEB",
    "• ",
    "# ",
    "**",
    "“",
    "”",
    "(",
    ")",
    "1. ",
    "|",
    "' ",
    "’s",
    "10-JAN",
    "from ",
    " to ",
    "between ",
    "0000-00-00",
    "9999-12-31",
    "last ",
    "next ",
    "del ",
    "al ",
    "😀",
    "٣",
    "日本",
];

fn main() {
    let seconds = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(SECONDS);
    let seeds = texts(&root().join("tests/corpus"));
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut tried, mut bytes) = (0_u64, 0_usize);
    while Instant::now() < end {
        let text = mixed(&seeds, tried);
        bytes += text.len();
        let fine = std::panic::catch_unwind(|| check(&text, tried));
        assert!(fine.is_ok(), "seed {tried} breaks a law with this text:\n{text:?}");
        tried += 1;
    }
    println!("{tried} texts of {bytes} bytes in {seconds} s, no finding");
}

/// All texts below a folder.
fn texts(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the corpus is there");
    let paths = entries.map(|entry| entry.expect("a folder can be listed").path());
    paths
        .flat_map(|path| {
            if path.is_dir() { texts(&path) } else { std::fs::read_to_string(path).into_iter().collect() }
        })
        .collect()
}

fn mixed(seeds: &[String], seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let mut text = String::new();
    for _ in 0..=dice.below(12) {
        let source = seeds.get(below(&mut dice, seeds.len())).map_or("", String::as_str);
        let start = floor(source, below(&mut dice, source.len()));
        let end = floor(source, (start + below(&mut dice, 400)).min(source.len()));
        for _ in 0..=dice.below(3) {
            text.push_str(source.get(start..end).unwrap_or(""));
            text.push_str(SPICE.get(below(&mut dice, SPICE.len() * 2)).copied().unwrap_or(""));
        }
        if text.len() > LONGEST {
            break;
        }
    }
    text
}

fn below(dice: &mut Dice, limit: usize) -> usize {
    usize::try_from(dice.below(limit as u64)).unwrap_or(0)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn check(text: &str, seed: u64) {
    let reference_date = CivilDate::new(1 + i32::try_from(seed % 9_999).unwrap_or(0), 12, 31)
        .filter(|_| !seed.is_multiple_of(3));
    let found = extract(text, &Options { reference_date, every_date: true, ..Options::default() });
    let mut end = 0;
    for date in &found.dates {
        assert!(date.span.start >= end && date.span.of(text) == date.expression, "{date:?}");
        assert!(date.interval.is_none_or(|interval| interval.start < interval.end), "{date:?}");
        end = date.span.end;
    }
    for item in &found.items {
        assert!(text.get(item.span.start..item.span.end).is_some(), "{item:?}");
        assert!(item.countries.iter().all(|mention| !mention.span.of(text).is_empty()), "{item:?}");
    }
}
