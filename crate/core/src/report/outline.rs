//! Blocks to roles: title, sections, entries, furniture.

use super::attribution::quotation;
use super::block::{Block, BlockKind, blocks};
use super::chronicle::{Head, Mark, Place, marks};
use super::date_head::Heads;
use super::date_label::DateLabel;
use super::date_line::is_date_line;
use super::entry::{Entry, Form, Label, Outline, SectionMark};
use super::find_title::find_title;
use super::heading::{PLAIN_LEVEL, plain};
use super::phrases::{AUTHOR_JOINS, is_furniture, is_reading_title, speaks_of_coverage};
use super::table::Row;
use super::whole_date::{DateReader, Rank, year_in};
use crate::dates::{DateOrder, Expression, Form as DateForm, scan};
use crate::model::Span;
use crate::order::sort_by;
use crate::text::Seek;

/// Narrative has this many words or more; less is a caption, and opens no section.
const NARRATIVE_WORDS: usize = 20;
/// Before the content begins, a paragraph of fewer words is a name, a role or a menu entry.
const PREAMBLE_WORDS: usize = 12;
/// An unmarked line over a list is its heading when it has no more words than this.
const LABEL_WORDS: usize = 8;
/// A line that prints the date has no more words than this.
const DATE_LINE_WORDS: usize = 10;

/// Reads the outline of a document.
pub fn outline(document: &str, order: DateOrder) -> Outline {
    let mut dates = DateReader::new(document, order);
    let (blocks, rows) = blocks(document, order, &mut dates);
    let marks = marks(document, &blocks, &mut dates);
    let title = find_title(document, &blocks, &marks, order);
    let title_at = title.as_ref().map(|(at, _)| *at);
    let mut reader = Reader {
        document,
        order,
        blocks: &blocks,
        rows: &rows,
        dates: &mut dates,
        marks: &marks,
        heads: Heads::default(),
        chronicle: marks.iter().filter(|mark| matches!(mark, Mark::Label(_))).count() > 1,
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

fn words(text: &str) -> usize {
    text.split_whitespace().take(NARRATIVE_WORDS + 40).count()
}

struct Reader<'d> {
    document: &'d str,
    order: DateOrder,
    blocks: &'d [Block],
    rows: &'d [Row],
    dates: &'d mut DateReader,
    marks: &'d [Mark],
    heads: Heads,
    /// Whether entries of the document are listed by their dates.
    chronicle: bool,
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
            self.frame_of_title(block.body);
            return 1;
        }
        if let Some(Mark::Head(head)) = self.marks.get(at)
            && self.holds(at, head)
        {
            self.date_head(block, head);
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
            BlockKind::Bullet { .. } | BlockKind::Numbered => self.listed(at, block),
            BlockKind::Row(row) => self.row(block, row),
            BlockKind::TableHead => self.outline.furniture.push(block.span),
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
        self.heads.heading(block.level);
        self.open(Some(text.to_owned()), block.span, block.line);
        self.preamble = false;
    }

    /// Whether a date on a line of its own stands over entries.
    fn holds(&self, at: usize, head: &Head) -> bool {
        let Some(next) = self.blocks.get(at + 1) else { return false };
        let place = Place { preamble: self.preamble, month: self.heads.knows_month() };
        head.holds(next, self.marks.get(at + 1), place)
    }

    fn date_head(&mut self, block: Block, head: &Head) {
        let outermost = self.heads.push(head.date.clone(), block.span, head.rank, head.level);
        if head.headed || (outermost && head.rank >= Rank::Month) {
            self.open(Some(block.body.of(self.document).to_owned()), block.span, block.line);
        }
        self.preamble = false;
        self.list_ended = false;
    }

    /// What the title says of the time that its labels lie in.
    fn frame_of_title(&mut self, body: Span) {
        let text = body.of(self.document);
        let frames = |date: &Expression| date.written_year().is_some() && Rank::of(&date.form) >= Rank::Month;
        let days =
            |date: &Expression| matches!(date.form, DateForm::Range(..)) && date.written_year().is_some();
        let wide = |date: &Expression| frames(date) || days(date);
        let found = scan(text, self.order).into_iter().find(wide).or_else(|| year_in(text));
        if let Some(date) = found {
            self.heads.title(date.shifted(body.start), body);
        }
    }

    fn row(&mut self, block: Block, row: usize) {
        self.preamble = false;
        let Some(mut label) = self.rows.get(row).cloned().map(Label::from) else { return };
        let alone = |date: &Expression| Rank::of(&date.form) == Rank::DayAlone;
        if label.date.as_ref().is_some_and(alone) && !self.heads.knows_month() {
            label.date = None;
        }
        self.labelled(Some(label), Form::Listed, block);
        self.list_ended = true;
    }

    /// The label of a block, where its place allows it.
    fn label(&self, at: usize, block: Block) -> Option<Label> {
        let Some(Mark::Label(DateLabel { date, text_start, place, .. })) = self.marks.get(at) else {
            return None;
        };
        let alone = Rank::of(&date.form) == Rank::DayAlone;
        let text = Span { start: block.body.start + text_start, ..block.body };
        let fit = !alone || self.heads.knows_month();
        fit.then(|| Label { date: Some(date.clone()), text, outlet: None, byline: None, place: *place })
    }

    fn listed(&mut self, at: usize, block: Block) {
        self.preamble = false;
        self.heads.listed(block.indent);
        let body = block.body.of(self.document);
        let reading = self.current_title().is_some_and(is_reading_title) || block.kind == BlockKind::Numbered;
        let dated = self.dates.trailers.dated(self.document, block.body, self.order);
        let form =
            if reading && !dated && self.reads_like_reading(body) { Form::Reading } else { Form::Listed };
        let label = self.label(at, block).filter(|_| !dated && form == Form::Listed);
        self.labelled(label, form, block);
        self.list_ended = true;
    }

    /// An entry with the date that it is listed by.
    fn labelled(&mut self, label: Option<Label>, form: Form, block: Block) {
        let listed = label.is_some() || self.heads.is_open() || self.chronicle;
        let titled = self.outline.sections.is_empty() && listed;
        if let Some(title) = self.outline.title.as_ref().filter(|_| titled) {
            // A chronicle right under its title has lost no heading.
            self.open(Some(title.headline.clone()), block.span, block.line);
        }
        self.entry(form, block.line, block.body, block.span);
        if let Some(entry) = self.outline.entries.last_mut() {
            entry.label = label;
        }
    }

    /// In a list of recommended reading everything is one; elsewhere a numbered entry must name an author.
    fn reads_like_reading(&self, body: &str) -> bool {
        let named = AUTHOR_JOINS.iter().any(|join| body.has(join));
        self.current_title().is_some_and(is_reading_title) || (named && !body.trim_end().ends_with('.'))
    }

    fn current_title(&self) -> Option<&str> {
        self.outline.sections.last()?.title.as_deref()
    }

    fn paragraph(&mut self, at: usize, block: Block, text: &str) -> usize {
        self.heads.prose();
        if let Some((quote, attribution_span, attribution, taken)) =
            quotation(self.document, self.blocks, at, self.order)
        {
            self.preamble = false;
            let span = Span { start: block.span.start, end: attribution_span.end };
            self.entry(Form::Quote(attribution_span, attribution), block.line, quote, span);
            return taken;
        }
        let closing = self.dates.trailers.read(self.document, block.body, self.order);
        if closing.is_some_and(|found| found.date.is_some() && found.text_end > 0) {
            self.preamble = false;
            self.entry(Form::Listed, block.line, block.body, block.span);
            self.list_ended = true;
        } else if let Some(label) = self.label(at, block) {
            self.preamble = false;
            self.heads.labelled(label.date.as_ref().map_or(Rank::Age, |date| Rank::of(&date.form)));
            self.labelled(Some(label), Form::Listed, block);
        } else if self.labels_a_list(at, text) {
            self.heads.heading(PLAIN_LEVEL + 1);
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
        if self.list_ended && words(text) >= NARRATIVE_WORDS && !self.heads.is_open() {
            self.open(None, block.span, block.line);
        }
        self.labelled(None, Form::Prose, block);
    }

    /// A short line without a full stop, right over a list.
    fn labels_a_list(&self, at: usize, text: &str) -> bool {
        let over = self.blocks.get(at + 1).is_some_and(Block::is_listed);
        let starts = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let plain = !text.trim_end().ends_with(['.', ',', ';', '!', '?', '”', '"']);
        over && starts && plain && words(text) <= LABEL_WORDS && !is_date_line(text, self.order)
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
        self.outline.printed_date = date.map(|date| date.shifted(body.start));
        if self.outline.printed_date.is_some() {
            self.frame_of_title(body);
        }
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
        scan(text, self.order).into_iter().find(own).map(|date| date.shifted(body.start))
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
        self.outline.entries.push(Entry {
            form,
            span,
            body,
            line,
            section,
            label: None,
            trailer: self.dates.trailers.take(body),
            head: self.heads.current(),
        });
    }

    /// Drops headings before the first entry and after the last that hold nothing, and stretches each section to
    /// the next.
    fn finish(mut self) -> Outline {
        self.outline.heads = self.heads.all;
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
