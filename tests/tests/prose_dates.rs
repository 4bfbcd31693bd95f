//! Every date in the prose of the two real reports, against a table that was checked against their text line by line.
//!
//! Trailers are left out: `real_reports` counts them. Rewrite the table with `BLESS=1`, and read each changed line.
#![allow(clippy::expect_used)]

use dateline_core::model::{DateMention, ItemKind};
use dateline_core::{Options, extract};
use dateline_tests::{NO_18, NO_23, real_report, root};

const HEAD: &str = "# Dates in the prose of the two real reports, checked by hand against the text.\n\
                    # Columns: report, line, words, first and last day, role.\n";

fn rows(report: &str, file: &str) -> Option<String> {
    let text = real_report(file)?;
    let found = extract(&text, &Options { every_date: true, ..Options::default() });
    let listed = |item: &&dateline_core::model::Item| item.kind == ItemKind::Report;
    let trailers: Vec<_> =
        found.items.iter().filter(listed).filter_map(|item| Some(item.published.as_ref()?.span)).collect();
    let prose = found.dates.iter().filter(|date| !trailers.contains(&date.span));
    Some(prose.map(|date| row(report, &text, date)).collect())
}

fn row(report: &str, text: &str, date: &DateMention) -> String {
    let line = text.get(..date.span.start).unwrap_or("").matches('\n').count() + 1;
    let days = date.interval.map_or("?".into(), |interval| {
        let (first, last) = (interval.start.date(), interval.end.date().add_days(-1));
        if first == last { first.to_string() } else { format!("{first}..{last}") }
    });
    format!("{report}\t{line}\t{}\t{days}\t{}\n", date.expression, date.role.name())
}

#[test]
fn every_date_in_the_prose_is_found_and_right() {
    let (Some(bullets), Some(prose)) = (rows("18", NO_18), rows("23", NO_23)) else { return };
    let path = root().join("tests/golden/prose-dates.tsv");
    let found = format!("{HEAD}{bullets}{prose}");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).expect("the table can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the table is there");
    assert_eq!(found, expected);
}
