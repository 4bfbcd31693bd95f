//! Every date of a document in one list, those of items, of furniture and of headings alike.

use super::dated::dates_in;
use super::session::Reader;
use crate::dates::Context;
use crate::model::{DateMention, Diagnostic, Item, Span};
use crate::order::sort_by;

/// What was read of a document so far, where the caller wants every date of it.
#[derive(Default)]
pub(super) struct Whole {
    /// Stretches whose dates are known.
    read: Vec<Span>,
    /// Dates that no item holds.
    loose: Vec<DateMention>,
}

impl Whole {
    /// A stretch was read, and these dates of it went into no item.
    pub fn saw(&mut self, span: Span, loose: Vec<DateMention>) {
        self.read.push(span);
        self.loose.extend(loose);
    }

    /// All dates in the order of the text: what items say of their dates, and what stands between.
    pub fn dates(mut self, reader: &mut Reader, items: &[Item], context: Context) -> Vec<DateMention> {
        let mut found: Vec<DateMention> =
            items.iter().flat_map(|item| item.published.iter().chain(&item.dates)).cloned().collect();
        found.append(&mut self.loose);
        self.read.extend(found.iter().map(|date| date.span));
        for gap in gaps(reader.document, self.read) {
            // What is wrong with a date outside of items concerns no item.
            let mut unsaid: Vec<Diagnostic> = Vec::new();
            let reading = reader.reading;
            found.extend(dates_in(
                reader.document,
                gap,
                0,
                &mut reader.scanner,
                reading,
                context,
                &mut unsaid,
            ));
        }
        sort_by(&mut found, |a, b| (a.span.start, b.span.end).cmp(&(b.span.start, a.span.end)));
        let mut end = 0;
        found.retain(|date| {
            let apart = date.span.start >= end;
            end = end.max(date.span.end);
            apart
        });
        found
    }
}

/// The paragraphs, or rests of them, that were not read.
fn gaps(document: &str, mut read: Vec<Span>) -> Vec<Span> {
    sort_by(&mut read, Ord::cmp);
    let mut unread = Vec::new();
    let mut at = 0;
    for span in read.into_iter().chain([Span { start: document.len(), end: document.len() }]) {
        if span.start > at {
            paragraphs(document, Span { start: at, end: span.start }, &mut unread);
        }
        at = at.max(span.end);
    }
    unread
}

/// Cuts a gap at its blank lines: no date runs over one.
fn paragraphs(document: &str, gap: Span, unread: &mut Vec<Span>) {
    let mut paragraph = Span { start: gap.start, end: gap.start };
    let mut close = |paragraph: Span| {
        if paragraph.of(document).contains(char::is_alphanumeric) {
            unread.push(paragraph);
        }
    };
    for line in gap.of(document).split_inclusive('\n') {
        let end = paragraph.end + line.len();
        if line.trim().is_empty() {
            close(paragraph);
            paragraph.start = end;
        }
        paragraph.end = end;
    }
    close(paragraph);
}
