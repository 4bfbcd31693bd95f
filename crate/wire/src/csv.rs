//! Items as CSV: RFC 4180, UTF-8, one line an item, and no cell that a spreadsheet would run as a formula.

use crate::date::iso;
use crate::{Failure, Provenance, codes};
use dateline_core::model::{Item, Report};
use std::borrow::Cow;
use std::io::Write;

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

/// Writes the header where `header` says so, then one line for each item.
///
/// # Errors
///
/// Whatever `out` gives.
pub fn write_csv<'a>(
    out: impl Write,
    header: bool,
    items: impl IntoIterator<Item = &'a Item>,
    report: &Report,
    from: Provenance<'_>,
) -> csv::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    if header {
        writer.write_record(CSV_HEADER)?;
    }
    for item in items {
        let cells = cells(item, report, from);
        writer.write_record(cells.iter().map(|cell| formula_safe(cell).into_owned()))?;
    }
    writer.flush()?;
    Ok(())
}

/// The items of one document as CSV with its header.
///
/// # Errors
///
/// `out-of-memory` where the text cannot be built.
pub fn csv_text<'a>(
    items: impl IntoIterator<Item = &'a Item>,
    report: &Report,
    from: Provenance<'_>,
) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    write_csv(&mut bytes, true, items, report, from).map_err(|error| too_much(&error))?;
    String::from_utf8(bytes).map_err(|error| too_much(&error))
}

fn too_much(error: &dyn std::error::Error) -> Failure {
    Failure::new("out-of-memory", format!("The table could not be built: {error}."), "Export fewer items.")
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
    codes.join(CODE_SEPARATOR)
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
}
