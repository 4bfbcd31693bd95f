//! Lines to blocks: paragraphs, bullets, numbered entries and headings, each with its bytes.

use super::date_line::is_date_line;
use super::date_words::ENDINGS;
use super::heading::{HeadingMark, capitals_mean_headings, heading, level, set_apart};
use super::line::{Line, lines, trim};
use super::marker::marker;
use super::phrases::folded;
use super::table::{self, Row, Tables};
use super::trailer::trailer;
use super::whole_date::{DateReader, MAX_DATE, Rank, is_thin};
use crate::dates::DateOrder;
use crate::model::Span;
use crate::text::Seek;

/// What form a block has on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A bullet; `dash` where the bullet is a dash, which may also open an attribution.
    Bullet {
        /// Whether the marker is a dash.
        dash: bool,
    },
    /// A numbered entry.
    Numbered,
    /// A heading.
    Heading(HeadingMark),
    /// The head of a table, or a line of it that holds no row.
    TableHead,
    /// A row of a table: its number among the rows.
    Row(usize),
}

/// A stretch of lines that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// What form it has.
    pub kind: BlockKind,
    /// All of it, marker included.
    pub span: Span,
    /// Its words, without marker; of a heading the title.
    pub body: Span,
    /// Its first line, from 1.
    pub line: u32,
    /// How deep it stands as a heading, by its own marks.
    pub level: u8,
    /// Whether it is a line of its own that holds a date and nothing else.
    pub dated: bool,
    /// Blanks before its first line's text.
    pub indent: usize,
}

impl Block {
    /// Whether it stands in a list.
    pub fn is_listed(&self) -> bool {
        matches!(self.kind, BlockKind::Bullet { .. } | BlockKind::Numbered)
    }
}

/// A line of a report's head is no longer, in bytes.
const MAX_HEAD_LINE: usize = 120;

/// All blocks of the document in order, and the rows of its tables.
pub(super) fn blocks(document: &str, order: DateOrder, dates: &mut DateReader) -> (Vec<Block>, Vec<Row>) {
    let lines = lines(document);
    let capitals = capitals_mean_headings(lines.iter().map(|line| line.span.of(document)));
    let mut builder = Builder {
        document,
        order,
        capitals,
        dates,
        tables: Tables::default(),
        blocks: Vec::new(),
        rows: Vec::new(),
        open: false,
        blank: false,
        labelled: false,
        last_line: Span::default(),
    };
    for (at, line) in lines.iter().enumerate() {
        let under = |step: usize| lines.get(at + step).map_or(Span::default(), |line| line.span);
        builder.line(*line, [under(1), under(2)]);
    }
    (builder.blocks, builder.rows)
}

struct Builder<'d> {
    document: &'d str,
    order: DateOrder,
    capitals: bool,
    dates: &'d mut DateReader,
    tables: Tables,
    blocks: Vec<Block>,
    rows: Vec<Row>,
    /// Whether the last block may take more lines.
    open: bool,
    /// Whether a blank line came since its last line.
    blank: bool,
    /// Whether the last block begins with a date that labels it.
    labelled: bool,
    /// The last block's last line.
    last_line: Span,
}

impl Builder<'_> {
    fn line(&mut self, line: Line, next: [Span; 2]) {
        let span = trim(line.span, self.document);
        let text = span.of(self.document);
        if text.is_empty() {
            self.blank = true;
            return;
        }
        if let Some(part) = self.tables.line(self.document, line.span, next, self.dates) {
            self.table(part, line, span);
        } else if is_rule(text) {
            self.underline(span);
        } else if self.continues(line, span, text)
            && !self.heads_list(line, text, next)
            && !self.interrupts(line, text, next)
        {
            self.extend(span);
        } else {
            self.start(line, span, text);
        }
        self.blank = false;
        self.last_line = span;
    }

    fn table(&mut self, part: table::Line, line: Line, span: Span) {
        self.open = false;
        let (kind, body) = match part {
            table::Line::Rule => return,
            table::Line::More => return self.extend(span),
            table::Line::Head => (BlockKind::TableHead, span),
            table::Line::Row(row) => {
                let body = row.text;
                self.rows.push(row);
                (BlockKind::Row(self.rows.len() - 1), body)
            }
        };
        self.blocks.push(Block { kind, span, body, line: line.number, level: 0, dated: false, indent: 0 });
    }

    /// "=====" under a line makes it a heading; any other rule only closes what is open.
    fn underline(&mut self, line: Span) {
        let open = self.open && !self.blank;
        if let Some(block) = self.blocks.last_mut().filter(|block| open && block.kind == BlockKind::Paragraph)
            && !block.span.of(self.document).contains(['\n', '\r'])
        {
            block.kind = BlockKind::Heading(HeadingMark::Markup);
            block.level =
                if self.document.get(line.start..).is_some_and(|rest| rest.starts_with('=')) { 1 } else { 2 };
        }
        self.open = false;
    }

    /// Whether a line goes on with the block above it.
    fn continues(&mut self, line: Line, span: Span, text: &str) -> bool {
        let Some(last) = self.blocks.last().copied().filter(|_| self.open) else { return false };
        if self.closed(last.body) {
            return false;
        }
        if self.is_lone_trailer(text) {
            return true;
        }
        if last.dated || marker(text).is_some() || self.heading(text).is_some() {
            return false;
        }
        let (paragraph, single) = (last.kind == BlockKind::Paragraph, is_single(last.body.of(self.document)));
        if self.opens_dated(text, paragraph, single) {
            return false;
        }
        if paragraph && self.heads(&last, text) {
            return false;
        }
        let indent = span.start - line.span.start;
        !self.blank || (last.is_listed() && indent > last.indent.max(1))
    }

    /// Whether a bullet that is nothing but a date stands over bullets farther in.
    fn heads_list(&mut self, line: Line, text: &str, [under, _]: [Span; 2]) -> bool {
        let Some((_, length)) = marker(text).filter(|_| text.len() <= MAX_DATE) else { return false };
        let below = trim(under, self.document);
        let indented = below.start - under.start > text_indent(line, self.document);
        let listed = marker(below.of(self.document)).is_some();
        indented && listed && self.dates.whole(text.get(length..).unwrap_or("")).is_some()
    }

    /// Whether a line under a list, as far out as it, is a date over more of the list, or begins with its own date.
    fn interrupts(&mut self, line: Line, text: &str, [under, _]: [Span; 2]) -> bool {
        let indent = text_indent(line, self.document);
        let Some(last) = self.blocks.last().filter(|last| last.is_listed() && indent <= last.indent) else {
            return false;
        };
        let (out, ended) = (indent < last.indent, self.is_ended());
        if marker(trim(under, self.document).of(self.document)).is_some()
            && let Some(date) = self.dates.whole(text)
        {
            return !is_thin(&date.form) && Rank::of(&date.form) <= Rank::Month;
        }
        self.dates.label(text).is_some_and(|label| label.sure && !label.is_inline() && (out || ended))
    }

    /// Whether the line above ends a sentence.
    fn is_ended(&self) -> bool {
        let above = self.last_line.of(self.document);
        above.ends_with(['.', '!', '?', ':', ';', ')', ']', '”', '"', '»', '…', '>'])
    }

    /// Whether a line is nothing but the trailer of the entry above it: one dash, at its start.
    fn is_lone_trailer(&self, text: &str) -> bool {
        let dashes: &[char] = &['-', '–', '—'];
        let bare = text.trim_start_matches(dashes);
        let alone = bare.len() < text.len() && ![" -", " –", " —"].iter().any(|dash| bare.has(dash));
        alone && trailer(text, self.order).is_some_and(|found| found.text_end == 0)
    }

    /// Whether a line is no more of the block above it, for the date it begins with.
    fn opens_dated(&mut self, text: &str, paragraph: bool, single: bool) -> bool {
        let above = self.last_line.of(self.document);
        let ended = self.is_ended();
        if paragraph
            && ended
            && text.len() <= MAX_DATE
            && self.dates.whole(text).is_some()
            && !text.ends_with('.')
        {
            return true;
        }
        let Some(label) = self.dates.label(text).filter(|label| !label.is_inline()) else { return false };
        let word = above.rsplit(char::is_whitespace).next().unwrap_or("");
        let goes_on = above.ends_with(',') || ENDINGS.contains(&folded(word).as_str());
        let short = single && above.len() <= MAX_HEAD_LINE;
        let listed = self.labelled && (label.sure || ended || (label.is_thin() && !label.is_bare()));
        !goes_on && (listed || (paragraph && label.sure && (ended || short)))
    }

    /// Whether a block has its trailer and takes no more.
    fn closed(&mut self, words: Span) -> bool {
        self.dates.trailers.dated(self.document, words, self.order)
    }

    /// Whether a paragraph of one line, and the line under it, are lines of a report's head: "Date: …".
    fn heads(&self, last: &Block, text: &str) -> bool {
        let above = last.body.of(self.document);
        is_single(above) && (is_date_line(text, self.order) || is_date_line(above, self.order))
    }

    /// The heading that a line is. A date in capitals, "18-MAR", is none.
    fn heading<'t>(&self, text: &'t str) -> Option<(&'t str, HeadingMark)> {
        heading(text, self.capitals).filter(|_| !is_date_line(text, self.order))
    }

    fn extend(&mut self, span: Span) {
        if let Some(block) = self.blocks.last_mut() {
            block.span.end = span.end;
            block.body.end = span.end;
        }
    }

    fn start(&mut self, line: Line, span: Span, text: &str) {
        let (kind, body, dated) = match self.date_line(span, text) {
            Some(body) => (BlockKind::Paragraph, body, true),
            None => {
                let (kind, body) = self.kind(span, text);
                (kind, body, false)
            }
        };
        let indent = span.start - line.span.start;
        self.labelled = self.dates.label(body.of(self.document)).is_some();
        let level = level(text);
        self.blocks.push(Block { kind, span, body, line: line.number, level, dated, indent });
        self.open = !matches!(kind, BlockKind::Heading(_));
    }

    /// The words of a line that is a date and nothing else, its markup apart.
    fn date_line(&mut self, span: Span, text: &str) -> Option<Span> {
        let words = set_apart(text).unwrap_or(text);
        let fit = words.len() <= MAX_DATE && marker(text).is_none();
        self.dates.whole(words).filter(|_| fit)?;
        Some(within(span, text, words))
    }

    fn kind(&self, span: Span, text: &str) -> (BlockKind, Span) {
        let (kind, body) = match marker(text) {
            Some((kind, length)) => (kind, trim(Span { start: span.start + length, ..span }, self.document)),
            None => (BlockKind::Paragraph, span),
        };
        let words = body.of(self.document);
        let may_be_heading = !matches!(kind, BlockKind::Bullet { .. });
        match self.heading(words).filter(|_| may_be_heading) {
            Some((title, mark)) => (BlockKind::Heading(mark), within(body, words, title)),
            None => (kind, body),
        }
    }
}

fn text_indent(line: Line, document: &str) -> usize {
    trim(line.span, document).start - line.span.start
}

/// Whether a block is one line that may stand in a report's head.
fn is_single(text: &str) -> bool {
    text.len() <= MAX_HEAD_LINE && !text.contains(['\n', '\r'])
}

/// The span of `part`, a slice of `text`, which stands at `span`.
fn within(span: Span, text: &str, part: &str) -> Span {
    let offset = text.seek(part).unwrap_or(0);
    Span { start: span.start + offset, end: span.start + offset + part.len() }
}

/// A line of nothing but dashes, stars or the like.
fn is_rule(text: &str) -> bool {
    text.chars().count() >= 3
        && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '=' | '*' | '_' | '~' | '•' | '·' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<(char, &str)> {
        let letter = |kind| match kind {
            BlockKind::Paragraph => 'p',
            BlockKind::Bullet { .. } => 'b',
            BlockKind::Numbered => 'n',
            BlockKind::Heading(_) => 'h',
            BlockKind::TableHead | BlockKind::Row(_) => 't',
        };
        let order = DateOrder::default();
        blocks(text, order, &mut DateReader::new(text, order))
            .0
            .iter()
            .map(|block| (letter(block.kind), block.body.of(text)))
            .collect()
    }

    #[test]
    fn bullets_of_all_kinds() {
        for marker in ["•", "·", "-", "–", "*", "‣", "◦", "•\u{a0}"] {
            let text = format!("Text here.\n\n  {marker} one two\n  {marker} three\n");
            assert_eq!(shapes(&text)[1..], [('b', "one two"), ('b', "three")], "{marker}");
        }
    }

    #[test]
    fn wrapped_entries_are_one_block() {
        let text = "• one\n  two\n– Reuters on 10-JAN\nProse follows here.\n\n1. first\n   more\n2) second";
        let expected = [
            ('b', "one\n  two\n– Reuters on 10-JAN"),
            ('p', "Prose follows here."),
            ('n', "first\n   more"),
            ('n', "second"),
        ];
        assert_eq!(shapes(text), expected);
    }

    #[test]
    fn headings_and_rules() {
        let text = "Title\n=====\n\nOVERVIEW:\nSome text.\n---\nmore text\n\n1. MUST READS\n* a";
        let expected = [
            ('h', "Title"),
            ('h', "OVERVIEW"),
            ('p', "Some text."),
            ('p', "more text"),
            ('h', "MUST READS"),
            ('b', "a"),
        ];
        // A rule under a paragraph that stands alone makes a heading; under "Some text." too, by Markdown's own rule.
        let shapes = shapes(text);
        assert_eq!(shapes.len(), expected.len());
        assert_eq!(shapes.iter().map(|(_, body)| *body).collect::<Vec<_>>(), expected.map(|(_, body)| body));
    }
}
