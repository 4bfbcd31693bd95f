//! Tables in plain text: which lines are rows of one, and which of their cells is the date, the words, the source.
//!
//! Takes one line at a time with the line under it. A table has a head with a date column ("Date | Event | Source"),
//! or rows that have a date in the same column. Cells are parted by `|`, tabs, `;` or two blanks and more.

use super::column::{Column, column};
use super::line::trim;
use super::trailer::is_name;
use super::whole_date::{DateReader, MAX_DATE, Rank, is_thin};
use crate::dates::Expression;
use crate::model::Span;
use crate::text::Seek;

/// A table has no more columns; a line with more parts is prose.
const MAX_COLUMNS: usize = 12;
/// A cell of a head has no more bytes.
const MAX_HEAD_CELL: usize = 32;
/// A source that no head announces has no more words.
const MAX_OUTLET_WORDS: usize = 4;
/// A line of a table that goes on with the cell above it stands at least so far in.
const MIN_INDENT: usize = 4;

/// The cells of a row that matter, as bytes of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The date as written; where the cell is empty, that of the row above.
    pub date: Option<Expression>,
    /// What happened.
    pub text: Span,
    /// Where it was published.
    pub outlet: Option<Span>,
    /// Who wrote it.
    pub byline: Option<Span>,
    /// Where it happened.
    pub place: Option<Span>,
}

/// What a line is in a table.
pub(super) enum Line {
    /// Its head.
    Head,
    /// A row.
    Row(Row),
    /// The rest of the row above.
    More,
    /// A rule between head and rows.
    Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Delimiter {
    Pipe,
    Tab,
    Blanks,
    Semicolon,
}

/// The columns of the open table.
#[derive(Clone, Debug)]
struct Layout {
    delimiter: Delimiter,
    date: usize,
    text: usize,
    outlet: Option<usize>,
    byline: Option<usize>,
    place: Option<usize>,
    headed: bool,
}

/// Reads tables line by line.
#[derive(Default)]
pub(super) struct Tables {
    open: Option<Layout>,
    /// The date of the row above.
    above: Option<Expression>,
}

impl Tables {
    /// What `line` is; `None` where it stands in no table. `next` are the lines that follow it.
    pub fn line(
        &mut self,
        document: &str,
        line: Span,
        next: [Span; 2],
        dates: &mut DateReader,
    ) -> Option<Line> {
        let text = line.of(document);
        let delimiter = match &self.open {
            Some(layout) => Some(layout.delimiter),
            None => delimiter(text),
        }?;
        if self.open.is_some() && is_rule(text) {
            return Some(Line::Rule);
        }
        if let Some(layout) = &self.open {
            let layout = layout.clone();
            let found = self.row(&layout, document, line, dates);
            if found.is_none() {
                self.open = None;
            }
            return found;
        }
        let cells = cells(document, line, delimiter);
        if let Some(layout) = headed(document, &cells, delimiter, next, dates) {
            self.open = Some(layout);
            self.above = None;
            return Some(Line::Head);
        }
        let layout = bare(document, &cells, delimiter, next, dates)?;
        self.above = None;
        let found = self.row(&layout, document, line, dates);
        self.open = found.is_some().then_some(layout);
        found
    }

    fn row(&mut self, layout: &Layout, document: &str, line: Span, dates: &mut DateReader) -> Option<Line> {
        let text = line.of(document);
        let indent = text.len() - text.trim_start().len();
        let cells = cells(document, line, layout.delimiter);
        if layout.delimiter == Delimiter::Blanks
            && indent >= MIN_INDENT
            && cells.len() <= 1
            && self.above.is_some()
        {
            return Some(Line::More);
        }
        let cell = |at: usize| cells.get(at).copied().filter(|cell| cell.start < cell.end);
        let words = cell(layout.text).filter(|cell| cell.of(document).contains(char::is_alphabetic))?;
        let date = match cell(layout.date) {
            Some(cell) => dates.whole(cell.of(document)).map(|date| date.shifted(cell.start)),
            None => self.above.clone(),
        };
        let loose = matches!(layout.delimiter, Delimiter::Blanks | Delimiter::Semicolon);
        if date.is_none() && (loose || !layout.headed) {
            return None;
        }
        self.above.clone_from(&date);
        let outlet = layout.outlet.and_then(cell);
        let byline = layout.byline.and_then(cell);
        Some(Line::Row(Row { date, text: words, outlet, byline, place: layout.place.and_then(cell) }))
    }
}

/// The delimiter that a line may be parted by.
fn delimiter(text: &str) -> Option<Delimiter> {
    if text.has("|") {
        Some(Delimiter::Pipe)
    } else if text.trim().has("\t") {
        Some(Delimiter::Tab)
    } else if text.trim().has("  ") {
        Some(Delimiter::Blanks)
    } else {
        text.has(";").then_some(Delimiter::Semicolon)
    }
}

/// The cells of a line, without blanks, quotation marks and emphasis; none where there are too many.
fn cells(document: &str, line: Span, delimiter: Delimiter) -> Vec<Span> {
    let mut row = trim(line, document);
    if delimiter == Delimiter::Tab {
        row = line;
    }
    let text = row.of(document);
    if delimiter == Delimiter::Pipe {
        row.end -= usize::from(text.len() > 1 && text.ends_with('|'));
        row.start += usize::from(text.starts_with('|'));
    }
    let mut found = Vec::new();
    let mut start = row.start;
    while start <= row.end && found.len() <= MAX_COLUMNS {
        let rest = Span { start, end: row.end }.of(document);
        let (length, skip) = part(rest, delimiter);
        found.push(bared(Span { start, end: start + length }, document));
        start += length + skip.max(1);
    }
    if found.len() > MAX_COLUMNS { Vec::new() } else { found }
}

/// The length of the first cell, and of what parts it from the next.
fn part(rest: &str, delimiter: Delimiter) -> (usize, usize) {
    let mark = match delimiter {
        Delimiter::Pipe => "|",
        Delimiter::Tab => "\t",
        Delimiter::Blanks => "  ",
        Delimiter::Semicolon => ";",
    };
    let Some(length) = rest.seek(mark) else { return (rest.len(), 1) };
    let after = rest.get(length..).unwrap_or("");
    let skip = if delimiter == Delimiter::Blanks { after.len() - after.trim_start().len() } else { 1 };
    (length, skip)
}

fn bared(cell: Span, document: &str) -> Span {
    let cell = trim(cell, document);
    let text = cell.of(document);
    let marks = ["**", "\"", "__"];
    let pair = marks
        .iter()
        .find(|mark| text.len() > 2 * mark.len() && text.starts_with(**mark) && text.ends_with(**mark));
    let inner = pair.map_or(0, |mark| mark.len());
    let whole = pair.is_none_or(|mark| !text.get(inner..text.len() - inner).unwrap_or("").has(mark));
    if whole { trim(Span { start: cell.start + inner, end: cell.end - inner }, document) } else { cell }
}

/// "| --- | :---: |"
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.has("--") && text.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=') || c.is_whitespace())
}

/// The layout that a head announces: it has a date column, and a row or a rule under it.
fn headed(
    document: &str,
    cells: &[Span],
    delimiter: Delimiter,
    next: [Span; 2],
    dates: &mut DateReader,
) -> Option<Layout> {
    let named = |wanted: Column| {
        let fits =
            |cell: &Span| cell.end - cell.start <= MAX_HEAD_CELL && column(cell.of(document)) == Some(wanted);
        cells.iter().position(fits)
    };
    let date = named(Column::Date).filter(|_| cells.len() >= 2)?;
    let [under, below] = next;
    let first = if is_rule(under.of(document)) { below } else { under };
    let row = self::cells(document, first, delimiter);
    let dated = dates.whole(row.get(date)?.of(document)).is_some();
    let taken = [named(Column::Source), named(Column::Author), named(Column::Place)];
    let others = |at: usize| at != date && !taken.contains(&Some(at));
    let text = named(Column::Words).or_else(|| longest(document, &row, others))?;
    let [outlet, byline, place] = taken;
    let ruled = is_rule(under.of(document));
    (dated || ruled).then_some(Layout { delimiter, date, text, outlet, byline, place, headed: true })
}

/// The longest cell with a letter.
fn longest(document: &str, row: &[Span], others: impl Fn(usize) -> bool) -> Option<usize> {
    let worded = |cell: &Span| cell.of(document).contains(char::is_alphabetic);
    let open = row.iter().enumerate().filter(|(at, cell)| others(*at) && worded(cell));
    open.max_by_key(|(_, cell)| cell.end - cell.start).map(|(at, _)| at)
}

/// The layout of rows without a head: two in a row have a date in the same column, and three columns.
fn bare(
    document: &str,
    cells: &[Span],
    delimiter: Delimiter,
    next: [Span; 2],
    dates: &mut DateReader,
) -> Option<Layout> {
    let [under, _] = next;
    if cells.len() < 2 {
        return None;
    }
    let below = self::cells(document, under, delimiter);
    if below.len() != cells.len() {
        return None;
    }
    let mut is_date = |cell: &Span| {
        let short = cell.end - cell.start <= MAX_DATE;
        let date = if short { dates.whole(cell.of(document)) } else { None };
        date.is_some_and(|date| {
            !is_thin(&date.form) || (Rank::of(&date.form) == Rank::Year && cells.len() > 2)
        })
    };
    let date = (0..cells.len())
        .find(|at| cells.get(*at).is_some_and(&mut is_date) && below.get(*at).is_some_and(&mut is_date))?;
    let text = longest(document, cells, |at| at != date)?;
    let last = cells.len() - 1;
    let outlet =
        (last != text && last != date && cells.get(last).is_some_and(|cell| is_outlet(cell.of(document))))
            .then_some(last);
    let tabular = cells.len() > 2 || date > 0 || delimiter == Delimiter::Pipe;
    tabular.then_some(Layout { delimiter, date, text, outlet, byline: None, place: None, headed: false })
}

fn is_outlet(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=MAX_OUTLET_WORDS).contains(&words) && text.contains(char::is_alphabetic) && is_name(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::DateOrder;

    fn rows(text: &str) -> Vec<(String, String, String)> {
        let lines: Vec<Span> = super::super::line::lines(text).iter().map(|line| line.span).collect();
        let (mut tables, mut dates) = (Tables::default(), DateReader::new(text, DateOrder::default()));
        let at = |index: usize| lines.get(index).copied().unwrap_or_default();
        let mut found = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let next = [at(index + 1), at(index + 2)];
            if let Some(Line::Row(row)) = tables.line(text, *line, next, &mut dates) {
                let of = |span: Option<Span>| span.map_or(String::new(), |span| span.of(text).to_owned());
                found.push((of(row.date.map(|date| date.span)), of(Some(row.text)), of(row.outlet)));
            }
        }
        found
    }

    #[test]
    fn tables_of_all_kinds() {
        let expected =
            [("2021-01-20", "Biden took office.", "BBC"), ("2021-01-22", "A treaty began.", "UN News")];
        let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
        for text in [
            "| Date | Event | Source |\n| --- | :-: | ---: |\n| 2021-01-20 | Biden took office. | BBC |\n| 2021-01-22 | A treaty began. | UN News |",
            "Date | Event | Source\n2021-01-20 | Biden took office. | BBC\n2021-01-22 | A treaty began. | UN News",
            "Fuente;Hecho;Fecha\nBBC;\"Biden took office.\";2021-01-20\nUN News;A treaty began.;2021-01-22",
            "Date\tWhat happened\tOutlet\n2021-01-20\tBiden took office.\tBBC\n2021-01-22\tA treaty began.\tUN News",
            "Date         Event                Source\n2021-01-20   Biden took office.   BBC\n2021-01-22   A treaty began.      UN News",
            "2021-01-20;Biden took office.;BBC\n2021-01-22;A treaty began.;UN News",
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn an_empty_date_cell_takes_the_date_above() {
        let text = "| Date | Event |\n|---|---|\n| 5 May | One fell. |\n| | Two fell. |";
        let dates: Vec<String> = rows(text).into_iter().map(|(date, ..)| date).collect();
        assert_eq!(dates, ["5 May", "5 May"]);
    }

    #[test]
    fn lines_that_are_no_table() {
        for text in [
            "They met on January 5; then they left; then they came back\nAnd more; more; more",
            "BALTIC MONITOR No. 18 | A quiet week\n\nText",
            "Date | Cases\n2021-01-20 | 345\n2021-01-21 | 346",
            "A  line  with  blanks\nand another",
        ] {
            assert!(rows(text).is_empty(), "{text}");
        }
    }
}
