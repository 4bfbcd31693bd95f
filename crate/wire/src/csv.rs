//! Items as CSV: RFC 4180, UTF-8, one line an item, and no cell that a spreadsheet would run as a formula.
//!
//! Written here and not by a library: writing needs one rule, and a library brings its reader and that one's parser of
//! numbers into the wasm, a tenth of the whole.

use crate::date::iso;
use crate::{Provenance, codes};
use dateline_core::model::{Item, Report};
use dateline_core::text::joined;
use std::borrow::Cow;

/// The columns, in order.
pub const CSV_HEADER: [&str; 20] = [
    "id",
    "kind",
    "start",
    "end",
    "date_precision",
    "date_basis",
    "date_expression",
    "date_why",
    "outlet",
    "byline",
    "label",
    "language",
    "state_media",
    "section",
    "countries",
    "text",
    "document",
    "line",
    "span_start",
    "span_end",
];

/// Stands between country codes.
const CODE_SEPARATOR: &str = "~";

/// The first line of a table.
pub fn csv_header() -> String {
    line(&CSV_HEADER.map(Cow::Borrowed))
}

/// One line for each item.
pub fn csv_lines<'a>(
    items: impl IntoIterator<Item = &'a Item>,
    report: &Report,
    from: Provenance<'_>,
) -> impl Iterator<Item = String> {
    items.into_iter().map(move |item| line(&cells(item, report, from)))
}

/// The items of one document as CSV with its header.
pub fn csv_text<'a>(
    items: impl IntoIterator<Item = &'a Item>,
    report: &Report,
    from: Provenance<'_>,
) -> String {
    let mut table = csv_header();
    table.extend(csv_lines(items, report, from));
    table
}

/// The cells between commas, with the end of the line.
fn line(cells: &[Cow<'_, str>]) -> String {
    let cells: Vec<Cow<'_, str>> = cells.iter().map(|cell| quoted(formula_safe(cell))).collect();
    joined(&cells, ",") + "\r\n"
}

/// A cell in quotes where a reader would take a part of it for the table's own signs.
fn quoted(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\"")).into()
    } else {
        cell
    }
}

/// One cell for each column of [`CSV_HEADER`].
fn cells<'a>(item: &'a Item, report: &'a Report, from: Provenance<'a>) -> [Cow<'a, str>; 20] {
    let date = item.published.as_ref();
    let interval = date.and_then(|date| date.interval);
    let section = report.sections.get(item.section as usize);
    let optional = |text: Option<&'a str>| Cow::Borrowed(text.unwrap_or(""));
    [
        Cow::Borrowed(&item.id),
        item.kind.name().into(),
        interval.map_or(Cow::Borrowed(""), |interval| iso(interval.start).into()),
        interval.map_or(Cow::Borrowed(""), |interval| iso(interval.end).into()),
        optional(date.map(|date| date.precision.name())),
        optional(date.map(|date| date.basis.name())),
        optional(date.map(|date| date.expression.as_str())),
        optional(date.map(|date| date.why.as_str())),
        optional(item.outlet.as_deref()),
        optional(item.byline.as_deref()),
        optional(item.label.as_deref()),
        Cow::Borrowed(&item.language),
        item.state_media.to_string().into(),
        optional(section.map(|section| section.title.as_str())),
        countries(item).into(),
        Cow::Borrowed(&item.text),
        Cow::Borrowed(from.name),
        item.line.to_string().into(),
        item.span.start.to_string().into(),
        item.span.end.to_string().into(),
    ]
}

fn countries(item: &Item) -> String {
    let codes = codes(&item.countries);
    let codes: Vec<&str> = codes.iter().map(dateline_core::model::CountryCode::as_str).collect();
    joined(&codes, CODE_SEPARATOR)
}

/// A cell with an apostrophe before what a spreadsheet would take for a formula.
fn formula_safe(cell: &str) -> Cow<'_, str> {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(STARTS) { format!("'{cell}").into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("", ""),
            ("1=1", "1=1"),
            ("– Reuters", "– Reuters"),
        ];
        for (cell, expected) in cases {
            assert_eq!(formula_safe(cell), expected);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let cases = [
            ("", ""),
            ("plain; text's", "plain; text's"),
            ("a,b", "\"a,b\""),
            ("\"so\" she said", "\"\"\"so\"\" she said\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("=a,b", "\"'=a,b\""),
        ];
        for (cell, expected) in cases {
            assert_eq!(line(&[cell.into(), "1".into()]), format!("{expected},1\r\n"));
        }
    }
}
