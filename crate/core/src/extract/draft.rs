//! Entries with their trailers read, before any year is known.

use super::frame::Told;
use super::reading::reading;
use crate::dates::{DateOrder, Expression};
use crate::model::{ItemKind, Span};
use crate::report::{DateHead, Entry, Form, source, strip_note, trailer, unlinked};

/// An item on its way: everything that needs no reference date.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The entry it comes from.
    pub entry: Entry,
    /// What it will be; `None` for prose, which may hold any number of passages.
    pub kind: Option<ItemKind>,
    /// The bytes of its own words.
    pub text: Span,
    /// More words that may name countries: the speaker of a quote, the place of a table's row.
    pub speaker_span: Option<Span>,
    /// The date as written, its span in the document.
    pub date: Option<Expression>,
    /// Whether the date stands before the words, or in a table's column.
    pub labelled: bool,
    /// The year of such a date, where the entries around it tell it.
    pub told: Option<Told>,
    /// As in [`crate::model::Item`].
    pub outlet: Option<String>,
    pub byline: Option<String>,
    pub label: Option<String>,
    pub language: Option<&'static str>,
}

/// A label has no more bytes, and no more words.
const MAX_LABEL: usize = 40;
const MAX_LABEL_WORDS: usize = 4;

impl Draft {
    /// Reads an entry.
    pub fn new(document: &str, entry: Entry, heads: &[DateHead], order: DateOrder) -> Self {
        let headed = entry.head.and_then(|head| heads.get(head as usize)).is_some_and(|head| !head.title);
        let mut draft = Self::of_form(document, entry, order);
        let own = draft.outlet.is_none() && draft.date.is_none() && draft.label.is_none();
        let told = matches!(draft.entry.form, Form::Listed | Form::Prose) && (headed || draft.labelled);
        if told && (own || draft.labelled) {
            draft.take_source(document);
        }
        draft
    }

    /// Under or beside a date a source at the end needs no date of its own: "(Source: Reuters)".
    fn take_source(&mut self, document: &str) {
        if let Some((end, name)) = source(self.text.of(document)).filter(|_| self.outlet.is_none()) {
            self.outlet = Some(fold(name));
            self.text.end = self.text.start + end;
            self.kind = Some(ItemKind::Report);
        }
    }

    fn of_form(document: &str, entry: Entry, order: DateOrder) -> Self {
        match &entry.form {
            Form::Listed if entry.label.is_some() => Self::labelled(document, entry, order),
            Form::Listed => Self::listed(document, entry, order),
            Form::Reading => Self::reading(document, entry),
            Form::Quote(..) => Self::quote(entry),
            Form::Prose => Draft { kind: None, ..Self::bare(entry) },
        }
    }

    fn bare(entry: Entry) -> Self {
        Draft {
            text: entry.body,
            entry,
            kind: Some(ItemKind::Report),
            speaker_span: None,
            date: None,
            labelled: false,
            told: None,
            outlet: None,
            byline: None,
            label: None,
            language: None,
        }
    }

    /// An entry whose date stands before it, or in its row.
    fn labelled(document: &str, entry: Entry, order: DateOrder) -> Self {
        let Some(label) = entry.label.clone() else { return Self::listed(document, entry, order) };
        let mut draft = Self::listed(document, Entry { body: label.text, ..entry }, order);
        draft.labelled = true;
        draft.date = label.date;
        let cell = |span: Option<Span>| {
            let (length, language) = strip_note(span?.of(document));
            Some((fold(unlinked(span?.of(document).get(..length)?)), language))
        };
        if let Some((outlet, language)) = cell(label.outlet) {
            draft.outlet = Some(outlet);
            draft.language = language.or(draft.language);
            draft.kind = Some(ItemKind::Report);
        }
        draft.byline = cell(label.byline).map(|(name, _)| name).or(draft.byline);
        draft.speaker_span = label.place;
        draft
    }

    fn listed(document: &str, mut entry: Entry, order: DateOrder) -> Self {
        let body = entry.body;
        let words = body.of(document);
        let known = entry.trailer.take();
        let closing = if entry.label.is_some() { trailer(words, order) } else { known };
        let mut draft = Self::bare(entry);
        match closing {
            Some(found) => {
                draft.text.end = body.start + found.text_end;
                draft.date = found.date.map(|date| date.shifted(body.start));
                (draft.outlet, draft.byline, draft.language) = (found.outlet, found.byline, found.language);
            }
            None => {
                let (end, language) = strip_note(words);
                draft.text.end = body.start + end;
                draft.language = language;
            }
        }
        if let Some((label, length)) = label(draft.text.of(document)) {
            draft.text.start += length;
            draft.kind = Some(if draft.outlet.is_none() { ItemKind::Action } else { ItemKind::Report });
            draft.label = Some(label);
        }
        draft
    }

    fn reading(document: &str, entry: Entry) -> Self {
        let body = entry.body;
        let (end, language) = strip_note(body.of(document));
        let words = body.of(document).get(..end).unwrap_or("");
        let found = reading(words);
        let text = Span { start: body.start, end: body.start + found.title.len() };
        Draft {
            kind: Some(ItemKind::Reading),
            text,
            outlet: found.outlet.map(fold),
            byline: found.author.map(fold),
            language,
            ..Self::bare(entry)
        }
    }

    fn quote(entry: Entry) -> Self {
        let Form::Quote(place, said) = entry.form.clone() else { return Self::bare(entry) };
        let date = said.date.shifted(place.start);
        Draft {
            kind: Some(ItemKind::Quote),
            speaker_span: Some(Span { start: place.start, end: date.span.start }),
            byline: said.speaker,
            date: Some(date),
            ..Self::bare(entry)
        }
    }
}

/// "TREASURY: …": the label, and the bytes up to the words after it.
fn label(text: &str) -> Option<(String, usize)> {
    let (label, rest) = text.split_once(':')?;
    let label = label.trim_matches(['*', '_', ' ']);
    let capitals = label.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_lowercase());
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let short = label.len() <= MAX_LABEL && label.split_whitespace().count() <= MAX_LABEL_WORDS;
    let words = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || c == '_');
    let spaced = words.len() < rest.len() && !words.is_empty();
    (capitals && letters >= 2 && short && spaced).then(|| (fold(label), text.len() - words.len()))
}

/// The words with all blanks and line ends folded to one blank.
pub(super) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_capitals() {
        assert_eq!(label("TREASURY: Sanctions"), Some(("TREASURY".into(), 10)));
        assert_eq!(label("**STATE:** The list"), Some(("STATE".into(), 11)));
        for text in
            ["Treasury: x", "A: ", "12:30 they left", "NO LABEL WITH SO MANY WORDS: x", "U.S. said: x", ""]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
