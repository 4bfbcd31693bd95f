//! From one item to the next, for the keyboard: in time, or from section to section.

use dateline_core::study::Study;
use dateline_scan::{Bits, count_codes};

/// The row that lies in a direction from `from` among those that are shown and dated; from nowhere, the first one.
pub(crate) fn neighbour(study: &Study, from: Option<u32>, direction: &str) -> Option<u32> {
    let dated = study.table().starts().len();
    let mut rows = study.shown_rows();
    rows.keep(&Bits::range(rows.len(), 0..dated));
    let first = || rows.iter().next();
    let last = || rows.iter().next_back();
    let from = from.map(|from| from as usize).filter(|from| rows.contains(*from));
    let row = match (direction, from) {
        ("last", _) => last(),
        ("first", _) | (_, None) => first(),
        ("previous", Some(from)) => rows.iter_in(0..from).next_back().or_else(first),
        ("next", Some(from)) => rows.iter_in(from + 1..dated).next().or_else(last),
        ("above", Some(from)) => across(study, &rows, from, true),
        ("below", Some(from)) => across(study, &rows, from, false),
        _ => from,
    };
    row.map(|row| row as u32)
}

/// The row nearest in time in the nearest section above or below.
fn across(study: &Study, rows: &Bits, from: usize, above: bool) -> Option<usize> {
    let table = study.table();
    let own = table.section(from as u32) as usize;
    let mut counts = vec![0; study.extraction().report.sections.len()];
    count_codes(table.sections(), rows, 1, &mut counts);
    let has = |section: &usize| counts.get(*section).is_some_and(|count| *count > 0);
    let section = if above { (0..own).rfind(has) } else { (own + 1..counts.len()).find(has) }?;
    let is_there = |row: &usize| table.section(*row as u32) as usize == section;
    let start = |row: usize| table.starts().get(row).copied().unwrap_or(0);
    let before = rows.iter_in(0..from).rev().find(is_there);
    let after = rows.iter_in(from..rows.len()).find(is_there);
    [before, after].into_iter().flatten().min_by_key(|row| start(*row).abs_diff(start(from)))
}
