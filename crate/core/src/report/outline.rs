//! Blocks to roles: title, sections, entries, furniture.

use super::attribution::{Attribution, is_quotation};
use super::block::{Block, BlockKind, blocks};
use super::date_line::is_date_line;
use super::heading::HeadingMark;
use super::line::trim;
use super::phrases::{AUTHOR_JOINS, is_furniture, is_reading_title, speaks_of_coverage};
use super::title::Title;
use super::trailer::trailer;
use crate::dates::{DateOrder, Expression, scan};
use crate::model::Span;
use crate::order::sort_by;

/// What form an entry has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A bullet or a numbered line in a list, or a paragraph that closes with a trailer.
    Listed,
    /// An entry of a list of recommended reading.
    Reading,
    /// A quotation; where its attribution stands, and what it says.
    Quote(Span, Attribution),
    /// A paragraph of narrative.
    Prose,
}

/// One entry of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What form it has.
    pub form: Form,
    /// All of it, marker included.
    pub span: Span,
    /// Its words, without marker.
    pub body: Span,
    /// Its first line, from 1.
    pub line: u32,
    /// Index into [`Outline::sections`].
    pub section: u32,
}

/// Where a section begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionMark {
    /// The title as printed; `None` where the heading is lost.
    pub title: Option<String>,
    /// All of the section.
    pub span: Span,
    /// Its first line, from 1.
    pub line: u32,
}

/// What each stretch of a report is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The title, where one is printed.
    pub title: Option<Title>,
    /// In the order of the text.
    pub sections: Vec<SectionMark>,
    /// In the order of the text.
    pub entries: Vec<Entry>,
    /// Lines that state the time that the report covers.
    pub coverage: Vec<Span>,
    /// The date where the report prints it; its span is of the document.
    pub printed_date: Option<Expression>,
    /// What is no part of the report's content.
    pub furniture: Vec<Span>,
}

/// Narrative has this many words or more; less is a caption, and opens no section.
const NARRATIVE_WORDS: usize = 20;
/// Before the content begins, a paragraph of fewer words is a name, a role or a menu entry.
const PREAMBLE_WORDS: usize = 12;
/// An unmarked line over a list is its heading when it has no more words than this.
const LABEL_WORDS: usize = 8;
/// A line that prints the date has no more words than this.
const DATE_LINE_WORDS: usize = 10;
/// The title stands among this many first blocks.
const TITLE_BLOCKS: usize = 40;

/// Reads the outline of a document.
pub fn outline(document: &str, order: DateOrder) -> Outline {
    let blocks = blocks(document, order);
    let title = find_title(document, &blocks, order);
    let title_at = title.as_ref().map(|(at, _)| *at);
    let mut reader = Reader {
        document,
        order,
        blocks: &blocks,
        title_at,
        outline: Outline { title: title.map(|(_, title)| title), ..Outline::default() },
        title_date: None,
        preamble: true,
        list_ended: false,
    };
    let mut at = 0;
    while at < blocks.len() {
        at += reader.block(at);
    }
    reader.finish()
}

/// The title and its block: a line with an issue number, a top heading, or a lone first line.
fn find_title(document: &str, blocks: &[Block], order: DateOrder) -> Option<(usize, Title)> {
    let text = |block: &Block| block.body.of(document);
    let dated = |block: &Block| is_date_line(text(block), order);
    let near = || blocks.iter().enumerate().take(TITLE_BLOCKS).filter(|(_, block)| !dated(block));
    let lines = || near().filter(|(_, block)| !block.is_listed() && block.body.end - block.body.start <= 300);
    if let Some(found) = lines().find_map(|(at, block)| Some((at, Title::numbered(text(block))?))) {
        return Some(found);
    }
    let top = near().find(|(_, block)| block.kind == BlockKind::Heading(HeadingMark::Top));
    if let Some((at, block)) = top {
        return Some((at, Title::plain(text(block))));
    }
    let (at, first) = near().find(|(_, block)| !is_furniture(text(block)))?;
    let next = blocks.get(at + 1)?;
    let short =
        words(text(first)) <= 2 * PREAMBLE_WORDS && !text(first).trim_end().ends_with(['.', '!', '”']);
    let titled = match first.kind {
        BlockKind::Paragraph => short && !next.is_listed(),
        BlockKind::Heading(_) => {
            matches!(next.kind, BlockKind::Heading(_)) || (dated(next) && !next.is_listed())
        }
        _ => false,
    };
    titled.then(|| (at, Title::plain(text(first))))
}

fn words(text: &str) -> usize {
    text.split_whitespace().take(NARRATIVE_WORDS + 40).count()
}

fn shifted(mut date: Expression, offset: usize) -> Expression {
    date.span = Span { start: date.span.start + offset, end: date.span.end + offset };
    date
}

struct Reader<'d> {
    document: &'d str,
    order: DateOrder,
    blocks: &'d [Block],
    title_at: Option<usize>,
    outline: Outline,
    /// A date that the title ends or begins with.
    title_date: Option<Expression>,
    /// Whether the content has not begun.
    preamble: bool,
    /// Whether the last entry stood in a list, or a coverage line closed the section.
    list_ended: bool,
}

impl Reader<'_> {
    /// Gives the block at `at` its role; how many blocks that took.
    fn block(&mut self, at: usize) -> usize {
        let Some(block) = self.blocks.get(at).copied() else { return 1 };
        let text = block.body.of(self.document);
        if self.title_at == Some(at) {
            self.outline.furniture.push(block.span);
            self.title_date = self.date_of_title(block.body);
            return 1;
        }
        if !block.is_listed() && (is_furniture(text) || self.is_coverage(text)) {
            self.furniture(block, text);
            return 1;
        }
        match block.kind {
            // What stands above the title is the page's own.
            BlockKind::Heading(_) if self.title_at.is_some_and(|title| at < title) => {
                self.outline.furniture.push(block.span);
            }
            BlockKind::Heading(_) => self.heading(block, text),
            BlockKind::Bullet { .. } | BlockKind::Numbered => self.listed(block),
            BlockKind::Paragraph => return self.paragraph(at, block, text),
        }
        1
    }

    fn furniture(&mut self, block: Block, text: &str) {
        self.outline.furniture.push(block.span);
        if speaks_of_coverage(text) && !scan(text, self.order).is_empty() {
            self.outline.coverage.push(block.body);
            self.list_ended = !self.preamble;
        }
    }

    /// A short line that states the period of the report.
    fn is_coverage(&self, text: &str) -> bool {
        words(text) <= 30 && speaks_of_coverage(text) && !scan(text, self.order).is_empty()
    }

    fn heading(&mut self, block: Block, text: &str) {
        if self.preamble && self.take_printed_date(block.body) {
            self.outline.furniture.push(block.span);
            return;
        }
        self.open(Some(text.to_owned()), block.span, block.line);
        self.preamble = false;
    }

    fn listed(&mut self, block: Block) {
        self.preamble = false;
        let body = block.body.of(self.document);
        let reading = self.current_title().is_some_and(is_reading_title) || block.kind == BlockKind::Numbered;
        let dated = trailer(body, self.order).is_some_and(|found| found.date.is_some());
        let form =
            if reading && !dated && self.reads_like_reading(body) { Form::Reading } else { Form::Listed };
        self.entry(form, block.line, block.body, block.span);
        self.list_ended = true;
    }

    /// In a list of recommended reading everything is one; elsewhere a numbered entry must name an author.
    fn reads_like_reading(&self, body: &str) -> bool {
        let named = AUTHOR_JOINS.iter().any(|join| body.contains(join));
        self.current_title().is_some_and(is_reading_title) || (named && !body.trim_end().ends_with('.'))
    }

    fn current_title(&self) -> Option<&str> {
        self.outline.sections.last()?.title.as_deref()
    }

    fn paragraph(&mut self, at: usize, block: Block, text: &str) -> usize {
        if let Some((quote, attribution_span, attribution, taken)) = self.quote(at, block) {
            self.preamble = false;
            let span = Span { start: block.span.start, end: attribution_span.end };
            self.entry(Form::Quote(attribution_span, attribution), block.line, quote, span);
            return taken;
        }
        if trailer(text, self.order).is_some_and(|found| found.date.is_some() && found.text_end > 0) {
            self.preamble = false;
            self.entry(Form::Listed, block.line, block.body, block.span);
            self.list_ended = true;
        } else if self.labels_a_list(at, text) {
            self.open(Some(text.trim_end_matches(':').trim().to_owned()), block.span, block.line);
            self.preamble = false;
        } else if self.preamble && words(text) < PREAMBLE_WORDS {
            self.take_printed_date(block.body);
            self.outline.furniture.push(block.span);
        } else {
            self.prose(block, text);
        }
        1
    }

    fn prose(&mut self, block: Block, text: &str) {
        self.preamble = false;
        if self.list_ended && words(text) >= NARRATIVE_WORDS {
            self.open(None, block.span, block.line);
        }
        self.entry(Form::Prose, block.line, block.body, block.span);
    }

    /// A short line without a full stop, right over a list.
    fn labels_a_list(&self, at: usize, text: &str) -> bool {
        let over = self.blocks.get(at + 1).is_some_and(Block::is_listed);
        let starts = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let plain = !text.trim_end().ends_with(['.', ',', ';', '!', '?', '”', '"']);
        over && starts && plain && words(text) <= LABEL_WORDS && !is_date_line(text, self.order)
    }

    /// A quotation with its attribution: in the same block on its last line, or in the next block.
    fn quote(&self, at: usize, block: Block) -> Option<(Span, Span, Attribution, usize)> {
        let text = block.body.of(self.document);
        if is_quotation(text) {
            let next = self.blocks.get(at + 1)?;
            let follows = matches!(next.kind, BlockKind::Paragraph | BlockKind::Bullet { dash: true });
            let attribution =
                Attribution::read(next.body.of(self.document), self.order).filter(|_| follows)?;
            return Some((block.body, next.body, attribution, 2));
        }
        let cut = text.rfind(['\n', '\r'])?;
        let quote = trim(Span { end: block.body.start + cut, ..block.body }, self.document);
        let last = trim(Span { start: block.body.start + cut, ..block.body }, self.document);
        let attribution = Attribution::read(last.of(self.document), self.order)?;
        is_quotation(quote.of(self.document)).then_some((quote, last, attribution, 1))
    }

    /// Keeps the date of a short line as the issue's own; whether it had one.
    fn take_printed_date(&mut self, body: Span) -> bool {
        let text = body.of(self.document);
        if words(text) > DATE_LINE_WORDS || self.outline.printed_date.is_some() {
            return false;
        }
        let date = scan(text, self.order)
            .into_iter()
            .find(|date| date.written_year().is_some() && date.names_month());
        self.outline.printed_date = date.map(|date| shifted(date, body.start));
        self.outline.printed_date.is_some()
    }

    /// A date at the very end or start of the title is the issue's own, unless a line of its own prints one.
    fn date_of_title(&self, body: Span) -> Option<Expression> {
        let text = body.of(self.document);
        let end = text.trim_end_matches(')').len();
        let own = |date: &Expression| {
            date.written_year().is_some()
                && date.names_month()
                && (date.span.start == 0 || date.span.end == end)
        };
        scan(text, self.order).into_iter().find(own).map(|date| shifted(date, body.start))
    }

    fn open(&mut self, title: Option<String>, span: Span, line: u32) {
        let title = title.map(|title| plain(&title));
        self.outline.sections.push(SectionMark { title, span, line });
        self.list_ended = false;
    }

    fn entry(&mut self, form: Form, line: u32, body: Span, span: Span) {
        if self.outline.sections.is_empty() {
            self.open(None, span, line);
        }
        self.list_ended = false;
        let section = u32::try_from(self.outline.sections.len() - 1).unwrap_or(u32::MAX);
        self.outline.entries.push(Entry { form, span, body, line, section });
    }

    /// Drops headings before the first entry and after the last that hold nothing, and stretches each section to
    /// the next.
    fn finish(mut self) -> Outline {
        self.outline.printed_date = self.outline.printed_date.or(self.title_date);
        let first = self.outline.entries.first().map_or(0, |entry| entry.section);
        let kept = self.outline.entries.last().map_or(0, |entry| entry.section as usize + 1);
        let trailing = self.outline.sections.split_off(kept.min(self.outline.sections.len()));
        self.outline.furniture.extend(trailing.iter().map(|section| section.span));
        for entry in &mut self.outline.entries {
            entry.section -= first;
        }
        let sections = &mut self.outline.sections;
        let empty = sections.drain(..(first as usize).min(sections.len()));
        self.outline.furniture.extend(empty.map(|section| section.span));
        let mut end = self.document.len();
        for section in self.outline.sections.iter_mut().rev() {
            section.span.end = end;
            end = section.span.start;
        }
        sort_by(&mut self.outline.furniture, Ord::cmp);
        self.outline
    }
}

/// A title with its character references read and its blanks folded.
fn plain(title: &str) -> String {
    let references =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let mut plain = title.split_whitespace().collect::<Vec<_>>().join(" ");
    for (reference, character) in references {
        plain = plain.replace(reference, character);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<Option<String>> {
        outline(text, DateOrder::default()).sections.into_iter().map(|section| section.title).collect()
    }

    const NARRATIVE: &str = "The long story of the winter goes on here with many more words than a caption would \
                             ever have, and it says something about the region.";

    #[test]
    fn narrative_after_a_list_opens_an_untitled_section() {
        let text = format!(
            "ONE\n\n• A. – X on 10-JAN\n\n{NARRATIVE}\n\n{NARRATIVE}\n\n• B. – Y on 9-JAN\n\nTWO\n• C"
        );
        assert_eq!(titles(&text), [Some("ONE".into()), None, Some("TWO".into())]);
    }

    #[test]
    fn furniture_and_empty_headings_of_the_preamble_go() {
        let text = format!("EXPERT\n\nNAME No. 3 | Head\n\nAnn Lee\n\nFellow\n\nABOUT\n\nONE\n\n{NARRATIVE}");
        let outline = outline(&text, DateOrder::default());
        assert_eq!(outline.title.map(|title| title.headline).as_deref(), Some("Head"));
        assert_eq!(outline.sections.len(), 1);
        assert_eq!(outline.entries.len(), 1);
    }

    #[test]
    fn quotes_take_their_attribution() {
        for text in [
            "ONE\n\n“We stay.”\n\nThe minister, January 7, 2021\n\nMore.",
            "ONE\n“We stay.”\n— The minister, 7 May 2021",
        ] {
            let outline = outline(text, DateOrder::default());
            assert!(
                matches!(&outline.entries[0].form, Form::Quote(_, said) if said.speaker.as_deref() == Some("The minister"))
            );
        }
    }

    #[test]
    fn an_unmarked_line_over_a_list_is_its_heading() {
        assert_eq!(titles("Black Sea\n\n- A. – X on 10-JAN"), [Some("Black Sea".into())]);
    }
}
