//! Sentences of prose that report something at a date. One that only speaks of a time ("the 2019 election") is none.

use super::dated::Paragraph;
use super::draft::{Draft, fold};
use super::frame::taken;
use super::session::Reader;
use crate::dates::Context;
use crate::model::{Confidence, DateMention, Item, ItemKind, Span, told};
use crate::report::sentences;

/// The passages of a paragraph: its sentences that hold a date with a place in time. Where none does, and a month or
/// year stands over it, it is one passage of that time.
pub(super) fn passages(
    reader: &mut Reader,
    draft: &Draft,
    above: Option<&DateMention>,
    context: Context,
) -> Vec<Item> {
    let context = Context { heading: above.and_then(|head| head.interval), ..context };
    let found = sentences_told(reader, draft, context);
    match above.filter(|_| found.is_empty()) {
        Some(head) => vec![paragraph(reader, draft, head, context)],
        None => found,
    }
}

/// A paragraph under a date: one passage of that date. Further dates in it stay what it speaks of.
pub(super) fn paragraph(reader: &mut Reader, draft: &Draft, head: &DateMention, context: Context) -> Item {
    let (span, line) = (draft.text, draft.entry.line);
    let published = taken(head);
    let day = published.interval.map(|interval| interval.start.date());
    let dates = reader.dates(span, line, Context::of(day.or(context.reference), "the heading's date"));
    passage(reader, draft, (span, line), published, dates)
}

/// The item of some words of a paragraph, and their line.
fn passage(
    reader: &mut Reader,
    draft: &Draft,
    (span, line): (Span, u32),
    published: DateMention,
    dates: Vec<DateMention>,
) -> Item {
    let text = fold(span.of(reader.document));
    let day = published.interval.map(|interval| interval.start.date());
    Item {
        id: reader.identities.next(&text, &published.expression),
        kind: ItemKind::Passage,
        confidence: Confidence::Inferred,
        countries: reader.countries(span, day),
        dates,
        published: Some(published),
        outlet: None,
        byline: None,
        label: None,
        language: reader.language.to_owned(),
        state_media: false,
        section: draft.entry.section,
        url: None,
        text,
        span,
        line,
    }
}

fn sentences_told(reader: &mut Reader, draft: &Draft, context: Context) -> Vec<Item> {
    let body = draft.text;
    let mut found = Vec::new();
    let mut lines = LineCounter::new(draft.entry.line);
    let mut paragraph = Paragraph::new(reader.document, body, reader.reading, context, &mut reader.scanner);
    for sentence in sentences(body.of(reader.document)) {
        let span = Span { start: body.start + sentence.start, end: body.start + sentence.end };
        let line = lines.at(body.of(reader.document), sentence.start);
        let dates = paragraph.sentence(span, line, &mut reader.scanner, &mut reader.diagnostics);
        let Some(published) = told(&dates).cloned() else {
            reader.saw(span, dates);
            continue;
        };
        reader.saw(span, Vec::new());
        found.push(passage(reader, draft, (span, line), published, dates));
    }
    found
}

/// The line of an offset in a text, asked in rising order.
struct LineCounter {
    line: u32,
    seen: usize,
}

impl LineCounter {
    fn new(line: u32) -> Self {
        LineCounter { line, seen: 0 }
    }

    fn at(&mut self, text: &str, offset: usize) -> u32 {
        let passed = text.as_bytes().get(self.seen..offset).unwrap_or(&[]);
        let ends = passed.iter().enumerate().filter(|(at, byte)| {
            **byte == b'\n' || (**byte == b'\r' && text.as_bytes().get(self.seen + at + 1) != Some(&b'\n'))
        });
        self.line += u32::try_from(ends.count()).unwrap_or(0);
        self.seen = offset;
        self.line
    }
}
