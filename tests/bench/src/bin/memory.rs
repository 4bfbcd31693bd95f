//! How many bytes an item takes, column by column: `cargo run --release -p dateline-bench --bin memory [ITEMS]`.

use dateline_bench::generator::{self, made};
use dateline_core::filter::Filter;
use dateline_core::model::{Coded, Columns, CountryCode, ItemTable};
use dateline_core::study::Study;
use dateline_scan::Codes;

/// Items, where none are asked for.
const ITEMS: usize = 1_000_000;

fn main() {
    let items = std::env::args().nth(1).and_then(|items| items.parse().ok()).unwrap_or(ITEMS);
    let Ok(mut study) = Study::of_columns(columns(items), "made") else { return };
    let a_piece = |bytes: usize| bytes as f64 / items as f64;
    println!("| what | bytes an item |\n| --- | --- |");
    for (what, bytes) in parts(study.table()) {
        println!("| {what} | {:.2} |", a_piece(bytes));
    }
    println!("| all columns | {:.2} |", a_piece(study.table().bytes()));
    println!("| counts at every zoom, bits of what passes | {:.2} |", a_piece(study.index_bytes()));
    let first = generator::country_words().first().and_then(|code| CountryCode::new(code));
    study.set_filter(Filter { countries: first.into_iter().collect(), ..Filter::default() });
    println!("| the same under a filter | {:.2} |", a_piece(study.index_bytes()));
    println!("| all together under a filter | {:.2} |", a_piece(study.table().bytes() + study.index_bytes()));
}

fn parts(table: &ItemTable) -> Vec<(&'static str, usize)> {
    vec![
        ("start, ms", table.starts().len() * 8),
        ("length, code of a dictionary", table.lengths().bytes()),
        ("precision", table.precisions().bytes()),
        ("kind and flags together", table.forms().bytes()),
        ("section", table.sections().bytes()),
        ("outlet", table.outlets().codes().bytes()),
        ("language", table.languages().codes().bytes()),
        ("countries, offsets and codes", table.country_lists().bytes()),
        ("place among the items as they came", table.sources().len() * 4),
    ]
}

fn columns(items: usize) -> Columns {
    let made = made(items);
    let coded = |codes: Vec<u8>, words: Vec<String>| Coded { codes: Codes::Bytes(codes), words };
    let named = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let sections = (0..generator::SECTIONS).map(|section| format!("Section {section}")).collect();
    Columns {
        flags: Some(made.flags),
        section: Some(coded(made.section, sections)),
        outlet: Some(coded(made.outlet, generator::outlet_words())),
        language: Some(coded(made.language, named(&generator::LANGUAGES))),
        kind: Some(coded(made.kind, named(&generator::KINDS))),
        countries: Some((made.country_offsets, coded(made.country_codes, generator::country_words()))),
        ..Columns::dated(made.start)
    }
}
