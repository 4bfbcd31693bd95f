//! Lines to blocks: paragraphs, bullets, numbered entries and headings, each with its bytes.

use super::date_line::is_date_line;
use super::heading::{HeadingMark, capitals_mean_headings, heading};
use super::line::{Line, lines, trim};
use super::trailer::trailer;
use crate::dates::DateOrder;
use crate::model::Span;

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
    /// Blanks before its first line's text.
    indent: usize,
}

impl Block {
    /// Whether it stands in a list.
    pub fn is_listed(&self) -> bool {
        matches!(self.kind, BlockKind::Bullet { .. } | BlockKind::Numbered)
    }
}

const BULLETS: &[char] = &['•', '·', '‣', '◦', '▪', '▫', '●', '○', '■', '∙', '*', '-', '–', '—'];

/// A numbered entry's number has at most this many digits.
const MAX_NUMBER_DIGITS: usize = 3;

/// A line of a report's head is no longer, in bytes.
const MAX_HEAD_LINE: usize = 120;

/// All blocks of the document, in order.
pub(super) fn blocks(document: &str, order: DateOrder) -> Vec<Block> {
    let lines = lines(document);
    let capitals = capitals_mean_headings(lines.iter().map(|line| line.span.of(document)));
    let mut builder = Builder { document, order, capitals, blocks: Vec::new(), open: false, blank: false };
    for line in lines {
        builder.line(line);
    }
    builder.blocks
}

struct Builder<'d> {
    document: &'d str,
    order: DateOrder,
    capitals: bool,
    blocks: Vec<Block>,
    /// Whether the last block may take more lines.
    open: bool,
    /// Whether a blank line came since its last line.
    blank: bool,
}

impl Builder<'_> {
    fn line(&mut self, line: Line) {
        let span = trim(line.span, self.document);
        let text = span.of(self.document);
        if text.is_empty() {
            self.blank = true;
            return;
        }
        if is_rule(text) {
            self.underline();
        } else if self.continues(line, span, text) {
            self.extend(span);
        } else {
            self.start(line, span, text);
        }
        self.blank = false;
    }

    /// "=====" under a line makes it a heading; any other rule only closes what is open.
    fn underline(&mut self) {
        let open = self.open && !self.blank;
        if let Some(block) = self.blocks.last_mut().filter(|block| open && block.kind == BlockKind::Paragraph)
            && !block.span.of(self.document).contains(['\n', '\r'])
        {
            block.kind = BlockKind::Heading(HeadingMark::Markup);
        }
        self.open = false;
    }

    /// Whether a line goes on with the block above it.
    fn continues(&self, line: Line, span: Span, text: &str) -> bool {
        let Some(last) = self.blocks.last().filter(|_| self.open) else { return false };
        if self.closed(last) {
            return false;
        }
        if self.is_lone_trailer(text) {
            return true;
        }
        if marker(text).is_some() || self.heading(text).is_some() {
            return false;
        }
        if last.kind == BlockKind::Paragraph && self.heads(last, text) {
            return false;
        }
        let indent = span.start - line.span.start;
        !self.blank || (last.is_listed() && indent > last.indent.max(1))
    }

    /// Whether a line is nothing but the trailer of the entry above it: one dash, at its start.
    fn is_lone_trailer(&self, text: &str) -> bool {
        let dashes: &[char] = &['-', '–', '—'];
        let bare = text.trim_start_matches(dashes);
        let alone = bare.len() < text.len() && ![" -", " –", " —"].iter().any(|dash| bare.contains(dash));
        alone && trailer(text, self.order).is_some_and(|found| found.text_end == 0)
    }

    /// Whether a block has its trailer and takes no more.
    fn closed(&self, block: &Block) -> bool {
        trailer(block.body.of(self.document), self.order).is_some_and(|found| found.date.is_some())
    }

    /// Whether a paragraph of one line, and the line under it, are lines of a report's head: "Date: …".
    fn heads(&self, last: &Block, text: &str) -> bool {
        let above = last.body.of(self.document);
        let single = last.body.end - last.body.start <= MAX_HEAD_LINE && !above.contains(['\n', '\r']);
        single && (is_date_line(text, self.order) || is_date_line(above, self.order))
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
        let (kind, body) = self.kind(span, text);
        let indent = span.start - line.span.start;
        self.blocks.push(Block { kind, span, body, line: line.number, indent });
        self.open = !matches!(kind, BlockKind::Heading(_));
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

/// The span of `part`, a slice of `text`, which stands at `span`.
fn within(span: Span, text: &str, part: &str) -> Span {
    let offset = text.find(part).unwrap_or(0);
    Span { start: span.start + offset, end: span.start + offset + part.len() }
}

/// A line of nothing but dashes, stars or the like.
fn is_rule(text: &str) -> bool {
    text.chars().count() >= 3 && text.chars().all(|c| "-–—=*_~•· ".contains(c))
}

/// The list marker that a line opens with, and its length with the blanks after it.
fn marker(text: &str) -> Option<(BlockKind, usize)> {
    let first = text.chars().next()?;
    let (kind, length) = if BULLETS.contains(&first) {
        (BlockKind::Bullet { dash: matches!(first, '-' | '–' | '—') }, first.len_utf8())
    } else {
        (BlockKind::Numbered, number_length(text)?)
    };
    let rest = text.get(length..)?;
    let body = rest.trim_start();
    let round = matches!(first, '•' | '‣' | '◦' | '▪' | '●' | '○' | '■');
    (body.len() < rest.len() || (round && !body.is_empty())).then(|| (kind, text.len() - body.len()))
}

/// The length of "12." or "12)" or "(12)".
fn number_length(text: &str) -> Option<usize> {
    let bare = text.strip_prefix('(').unwrap_or(text);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let closed = bare.get(digits..)?.starts_with(['.', ')']);
    ((1..=MAX_NUMBER_DIGITS).contains(&digits) && closed).then(|| text.len() - bare.len() + digits + 1)
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
        };
        blocks(text, DateOrder::default())
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
