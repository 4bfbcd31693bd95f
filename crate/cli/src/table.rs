//! Items as a table to read: a line each, columns aligned by what a terminal shows.
//!
//! Takes items and the [`Face`] of the place that it is written to. On a terminal the text is cut to its width and
//! the head stands out; elsewhere there are no colours, and the text is whole unless `COLUMNS` says how wide it is.

use dateline_core::model::{CountryCode, DateMention, Item};
use dateline_core::time::{Interval, Precision, Timestamp, Unit};
use dateline_wire::codes;
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const HEAD: [&str; 5] = ["DATE", "KIND", "OUTLET", "COUNTRIES", "TEXT"];
/// The most that a column takes, so that one long name does not push the text away.
const WIDEST: [usize; 4] = [25, 10, 24, 17];
/// Between two columns.
const GAP: usize = 2;
/// The text has at least so much room, however narrow the terminal.
const MIN_TEXT: usize = 20;

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// How the place looks that a table is written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Face {
    /// Cells in a line; `None` where nothing limits it.
    pub width: Option<usize>,
    /// Whether the head may be bold, and what is undated dim.
    pub styled: bool,
}

impl Face {
    /// The face of standard output.
    pub fn of_standard_output() -> Self {
        let terminal = io::stdout().is_terminal();
        let own = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = own.or(told).filter(|width| *width > 0);
        Face { width, styled: terminal && wants_style() }
    }
}

/// See <https://no-color.org>.
fn wants_style() -> bool {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
    !plain && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Writes the items in their order, under a head.
pub(crate) fn write(items: &[Item], face: Face, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<[Cow<str>; 5]> = items.iter().map(cells).collect();
    let mut widths = HEAD.map(UnicodeWidthStr::width);
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    for (width, most) in widths.iter_mut().zip(WIDEST) {
        *width = most.min(*width);
    }
    let fixed: usize = widths.iter().take(WIDEST.len()).map(|width| width + GAP).sum();
    let room = face.width.map_or(usize::MAX, |width| width.saturating_sub(fixed).max(MIN_TEXT));
    if let Some(text) = widths.last_mut() {
        *text = room.min(*text);
    }
    line(&HEAD.map(Cow::Borrowed), widths, styled(face, BOLD), out)?;
    for (row, item) in rows.iter().zip(items) {
        let dated = item.published.as_ref().is_some_and(|date| date.interval.is_some());
        line(row, widths, if dated { ("", "") } else { styled(face, DIM) }, out)?;
    }
    Ok(())
}

/// What begins and ends a style, where there may be one.
fn styled(face: Face, begin: &'static str) -> (&'static str, &'static str) {
    if face.styled { (begin, PLAIN) } else { ("", "") }
}

fn line(
    cells: &[Cow<str>; 5],
    widths: [usize; 5],
    (begin, end): (&str, &str),
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        let shown = cut(cell, width);
        line.push_str(&shown);
        line.extend(std::iter::repeat_n(' ', width.saturating_sub(shown.width()) + GAP));
    }
    writeln!(out, "{begin}{}{end}", line.trim_end())
}

fn cells(item: &Item) -> [Cow<'_, str>; 5] {
    let placed = item.published.as_ref().and_then(|date| Some((date, date.interval?)));
    let codes = codes(&item.countries);
    let codes: Vec<&str> = codes.iter().map(CountryCode::as_str).collect();
    let label = item.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
    [
        placed.map_or(Cow::Borrowed("undated"), |(date, interval)| when(date, interval).into()),
        item.kind.name().into(),
        printable(item.outlet.as_deref().or(item.byline.as_deref()).unwrap_or("")),
        codes.join(" ").into(),
        printable(&format!("{label}{}", item.text)).into_owned().into(),
    ]
}

/// A date as a person writes it: a day, a month, a year, or the first and the last day.
fn when(date: &DateMention, interval: Interval) -> String {
    let start = interval.start.date();
    let last = Timestamp(interval.end.0.saturating_sub(1).max(interval.start.0)).date();
    let is_whole = |unit| interval == Interval::of(unit, start);
    let about = if date.approximate { "~" } else { "" };
    let fine = matches!(date.precision, Precision::Minute | Precision::Hour);
    if start == last && fine {
        let minutes = interval.start.0.saturating_sub(start.timestamp().0) / 60_000;
        format!("{about}{start} {:02}:{:02}", minutes / 60, minutes % 60)
    } else if start == last {
        format!("{about}{start}")
    } else if is_whole(Unit::Month) {
        format!("{about}{:04}-{:02}", start.year(), start.month())
    } else if is_whole(Unit::Year) {
        format!("{about}{:04}", start.year())
    } else {
        format!("{about}{start}..{last}")
    }
}

/// The head of a text that is at most so wide, with a sign where something is missing.
fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return text.into();
    }
    let (mut end, mut taken) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        taken += cluster.width();
        if taken >= width {
            break;
        }
        end = at + cluster.len();
    }
    format!("{}…", text.get(..end).unwrap_or("").trim_end()).into()
}

/// Text that does not steer a terminal, nor turn the direction of the line: such characters become blanks.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(steers) { text.replace(steers, " ").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::{Options, extract};

    fn table(text: &str, width: Option<usize>, styled: bool) -> String {
        let items = extract(text, &Options::default()).items;
        let mut bytes = Vec::new();
        write(&items, Face { width, styled }, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    const TEXT: &str = "NORTH\n\n\
                        • Norway and Sweden signed. – Reuters on 10-JAN-2023\n\
                        • 日本の船 left Perú. – 新華社 on 11-JAN-2023\n\
                        • TREASURY: Ships\u{202e} of Finland were listed.\n";

    #[test]
    fn columns_are_aligned_by_what_is_shown() {
        let expected = "\
DATE        KIND    OUTLET   COUNTRIES  TEXT
2023-01-10  report  Reuters  NO SE      Norway and Sweden signed.
2023-01-11  report  新華社   PE         日本の船 left Perú.
undated     action           FI         TREASURY: Ships  of Finland were listed.
";
        assert_eq!(table(TEXT, None, false), expected);
    }

    #[test]
    fn text_is_cut_to_the_width() {
        let narrow = table(TEXT, Some(62), false);
        assert!(narrow.lines().all(|line| line.width() <= 62), "{narrow}");
        assert!(narrow.contains("  Norway and Sweden sig…\n"), "{narrow}");
        let tiny = table(TEXT, Some(5), false);
        assert!(tiny.contains("  Norway and Sweden s…\n"), "{tiny}");
    }

    #[test]
    fn a_head_ends_between_what_is_read_as_one_character() {
        let cases = [
            ("abcdef", 6, "abcdef"),
            ("abcdef", 5, "abcd…"),
            ("ab def", 4, "ab…"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("👩‍🚀👩‍🚀", 3, "👩‍🚀…"),
            ("abc", 0, "…"),
        ];
        for (text, width, expected) in cases {
            assert_eq!(cut(text, width), expected, "{text} to {width}");
        }
    }

    #[test]
    fn only_a_terminal_is_styled() {
        let styled = table(TEXT, None, true);
        assert!(styled.starts_with("\u{1b}[1mDATE") && styled.contains("\u{1b}[2mundated"), "{styled}");
        assert!(!table(TEXT, None, false).contains('\u{1b}'));
    }

    #[test]
    fn dates_are_written_as_a_person_does() {
        let day = |text: &str| dateline_core::time::CivilDate::parse_iso(text).unwrap();
        let span = |from: &str, to: &str| Interval::new(day(from).timestamp(), day(to).timestamp());
        let found = extract("• Ships left. – AP on 10-JAN-2023\n", &Options::default());
        let plain = found.items[0].published.clone().unwrap();
        let about = DateMention { approximate: true, ..plain.clone() };
        let noon = Timestamp(day("2021-01-10").timestamp().0 + 12 * 3_600_000);
        let minute = DateMention { precision: Precision::Minute, ..plain.clone() };
        let cases = [
            (&plain, span("2021-01-10", "2021-01-11"), "2021-01-10"),
            (&plain, span("2021-01-01", "2021-02-01"), "2021-01"),
            (&about, span("2021-01-01", "2022-01-01"), "~2021"),
            (&plain, span("2021-03-17", "2021-03-20"), "2021-03-17..2021-03-19"),
            (&minute, Interval::new(noon, Timestamp(noon.0 + 60_000)), "2021-01-10 12:00"),
        ];
        for (date, interval, expected) in cases {
            assert_eq!(when(date, interval), expected);
        }
    }
}
