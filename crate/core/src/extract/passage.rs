//! Sentences of prose that report something at a date. One that only speaks of a time ("the 2019 election") is none.

use super::dated::Paragraph;
use super::draft::{Draft, fold};
use super::session::Reader;
use crate::dates::Context;
use crate::model::{Confidence, DateMention, DateRole, Item, ItemKind, Span};
use crate::report::sentences;
use crate::time::Precision;

/// The passages of a paragraph: its sentences that hold a date with a place in time.
pub(super) fn passages(reader: &mut Reader, draft: &Draft, context: Context) -> Vec<Item> {
    let body = draft.text;
    let mut found = Vec::new();
    let mut lines = LineCounter::new(draft.entry.line);
    let mut paragraph = Paragraph::new(reader.document, body, reader.reading, context, &mut reader.scanner);
    for sentence in sentences(body.of(reader.document)) {
        let span = Span { start: body.start + sentence.start, end: body.start + sentence.end };
        let line = lines.at(body.of(reader.document), sentence.start);
        let dates = paragraph.sentence(span, line, &mut reader.scanner, &mut reader.diagnostics);
        let Some(published) = when(&dates).cloned() else {
            reader.saw(span, dates);
            continue;
        };
        reader.saw(span, Vec::new());
        let text = fold(span.of(reader.document));
        found.push(Item {
            id: reader.identities.next(&text, &published.expression),
            kind: ItemKind::Passage,
            confidence: Confidence::Inferred,
            countries: reader.countries(span),
            published: Some(published),
            dates,
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
        });
    }
    found
}

/// The date on which a sentence reports something: the first that names a month or less, else the first of all.
fn when(dates: &[DateMention]) -> Option<&DateMention> {
    let told = || dates.iter().filter(|date| date.interval.is_some() && date.role != DateRole::Mention);
    told()
        .find(|date| date.precision <= Precision::Month || date.precision == Precision::Range)
        .or_else(|| told().next())
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
