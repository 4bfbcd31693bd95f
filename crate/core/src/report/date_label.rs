//! A date that stands before an entry's words: "10 January 2021 – …", "**5 de enero.** …", "[5 Jan] …".
//!
//! Looks at the first bytes of an entry only. What parts the date from the words says how sure the label is; the
//! caller knows the neighbours, and whether a list makes a doubtful one true.

use super::trailer::is_name;
use super::whole_date::{DateReader, MAX_DATE, is_lead, is_thin, plain_date};
use crate::dates::{Expression, Form, Partial};
use crate::model::Span;
use crate::text::Seek;

/// A label lies within the first so many bytes of its entry.
const MAX_LABEL: usize = 96;
/// No more marks are tried as the one that ends the date.
const MAX_MARKS: usize = 8;

/// The date before an entry's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateLabel {
    /// The date as written; its span counts from the entry's first byte.
    pub date: Expression,
    /// Where the entry's own words begin; 0 where the date is one of them.
    pub text_start: usize,
    /// Whether it is a label wherever it stands.
    pub sure: bool,
    /// A place before the date: "Stockholm, 6 October: …".
    pub place: Option<Span>,
    /// Whether nothing but a blank parts date and words.
    pub bare: bool,
}

impl DateLabel {
    /// Whether the date is a part of the sentence: "On January 5, …".
    pub fn is_inline(&self) -> bool {
        self.text_start == 0
    }

    /// Whether no mark parts date and words: "January 6 Committee …".
    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// Whether the date is a year, a month, a weekday or a day of the month alone.
    pub fn is_thin(&self) -> bool {
        is_thin(&self.date.form)
    }
}

/// What opens and closes a date that is set apart.
const MARKUP: &[(&str, &str)] = &[
    ("**", "**"),
    ("__", "__"),
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
    ("<em>", "</em>"),
    ("*", "*"),
    ("_", "_"),
    ("[", "]"),
    ("(", ")"),
];

/// What may part a date from the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Colon,
    Bar,
    Dash,
    Stop,
}

impl DateReader {
    /// The label that an entry begins with, if it has one and words behind it.
    pub fn label(&mut self, text: &str) -> Option<DateLabel> {
        let head = cut(text, MAX_LABEL);
        let first = head.chars().next()?;
        let digits = head.bytes().any(|byte| byte.is_ascii_digit());
        let opened = matches!(first, '*' | '_' | '<' | '[' | '(');
        let begins = opened || first.is_ascii_digit() || first.is_alphabetic();
        if !begins || !(digits || opened || head.contains([':', '|', '\t', '–', '—', '-'])) {
            return None;
        }
        let found = if opened { self.marked(text, head) } else { self.parted(text, head) };
        found.or_else(|| self.led(text, head).filter(|_| digits && !opened))
    }

    /// "**5 January.** …", "[5 Jan] …".
    fn marked(&mut self, text: &str, head: &str) -> Option<DateLabel> {
        let (open, inner) = MARKUP.iter().find_map(|(open, close)| {
            let inner = head.strip_prefix(open)?;
            Some((open.len(), (inner.get(..inner.seek(close)?)?, close.len())))
        })?;
        let (inner, close) = inner;
        let date = with_stop(self.whole(inner)?.shifted(open), text);
        let after = open + inner.len() + close;
        let linked = text.get(after..)?.strip_prefix("(http").and_then(|target| target.find(')'));
        let after = after + linked.map_or(0, |end| end + "(http".len() + 1);
        let text_start = words_from(text, after)?;
        let sure = !is_thin(&date.form);
        Some(DateLabel { date, text_start, sure, place: None, bare: false })
    }

    /// "10 January 2021 – …", "Jan. 5: …", "January 5, 2021. The …". The last mark that ends a date counts.
    fn parted(&mut self, text: &str, head: &str) -> Option<DateLabel> {
        let mut marks = [(0, Mark::Stop); MAX_MARKS];
        let found = marks_in(head, &mut marks);
        for &(at, mark) in marks.get(..found)?.iter().rev() {
            let Some((date, place, end)) = self.whole_at_place(head.get(..at)?, mark) else { continue };
            let text_start = words_from(text, end)?;
            let lower = text.get(text_start..)?.starts_with(char::is_lowercase);
            let day = !matches!(date.form, Form::Date(Partial { day: None, .. }));
            let sure = !is_thin(&date.form)
                && match mark {
                    Mark::Colon | Mark::Bar => true,
                    Mark::Dash => !lower,
                    Mark::Stop => day && !lower,
                };
            let date = with_stop(date, text);
            return Some(DateLabel { date, text_start, sure, place, bare: false });
        }
        None
    }

    /// A whole date, with a place before or behind it where a colon or dash follows; and where the words begin: a place
    /// behind the date is one of them.
    fn whole_at_place(&mut self, piece: &str, mark: Mark) -> Option<(Expression, Option<Span>, usize)> {
        if let Some(date) = self.whole(piece) {
            return Some((date, None, piece.len()));
        }
        if !matches!(mark, Mark::Colon | Mark::Dash) {
            return None;
        }
        let sure = |date: &Expression| !is_thin(&date.form);
        if let Some((date, _)) = piece.rsplit_once(',').filter(|(_, place)| is_place(place))
            && let Some(found) = self.whole(date).filter(sure)
        {
            return Some((found, None, date.len() + 1));
        }
        let (place, date) = piece.split_once(',').filter(|(place, _)| is_place(place))?;
        let found = self.whole(date).filter(sure)?;
        Some((found.shifted(place.len() + 1), Some(Span { start: 0, end: place.len() }), piece.len()))
    }

    /// "On January 5, …" and "March 3 Protesters …": never sure.
    fn led(&mut self, text: &str, head: &str) -> Option<DateLabel> {
        let Some(date) = self.scan(head).first().filter(|date| date.span.end <= MAX_DATE).cloned() else {
            return bare_day(text);
        };
        if date.span.start > 0 && text.starts_with(|c: char| c.is_ascii_digit()) {
            return bare_day(text);
        }
        let before = head.get(..date.span.start)?;
        let after = text.get(date.span.end..)?;
        let words = after.trim_start();
        let fit = date.names_month() && !is_thin(&date.form);
        if !fit || !is_lead(before) || words.len() == after.len() && !after.starts_with(',') {
            return None;
        }
        let inline = !before.trim().is_empty() || after.starts_with(',');
        let opens = words.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«' | '‘'));
        let text_start = if inline { 0 } else { text.len() - words.len() };
        let date = Expression { mention: false, ..date.past() };
        (inline || opens).then_some(DateLabel { date, text_start, sure: false, place: None, bare: !inline })
    }
}

/// "5 The border closed.": a day under a month, among others.
fn bare_day(text: &str) -> Option<DateLabel> {
    let (number, words) = text.split_once([' ', '\u{a0}'])?;
    let plain = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let day = number.parse().ok().filter(|day| plain && (1..=31).contains(day))?;
    let opens = words.trim_start().starts_with(char::is_uppercase);
    let date = plain_date(Partial { day: Some(day), ..Partial::default() }, number.len());
    let text_start = text.len() - words.trim_start().len();
    opens.then_some(DateLabel { date, text_start, sure: false, place: None, bare: true })
}

/// A place as datelines name it: a few names.
fn is_place(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let plain = words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '’' | '\''));
    (1..=MAX_PLACE_WORDS).contains(&count) && plain && is_name(words) && !words.trim().is_empty()
}

/// A place before or after a date has no more words.
const MAX_PLACE_WORDS: usize = 3;

/// An abbreviated month before another mark keeps its stop: "4 jul. – …".
fn with_stop(mut date: Expression, text: &str) -> Expression {
    let word = date.span.of(text).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let after = text.get(date.span.end..).and_then(|rest| rest.strip_prefix('.')).map(str::trim_start);
    let marked = after.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()));
    date.span.end += usize::from(marked && (1..=MAX_SHORT_MONTH).contains(&word.len()));
    date
}

/// An abbreviated month has no more bytes.
const MAX_SHORT_MONTH: usize = 5;

/// The first bytes of a text, cut at a character.
fn cut(text: &str, length: usize) -> &str {
    let mut end = text.len().min(length);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// Where the words begin after the marks at `at`; `None` where there are none.
fn words_from(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let words = rest.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '|' | '–' | '—' | '―' | '-' | '.' | ',' | ';' | '»' | '→' | '>' | '*' | '_' | '•' | '·'
            )
    });
    words.contains(char::is_alphabetic).then_some(text.len() - words.len())
}

/// The marks in the first bytes of an entry that may end its date.
fn marks_in(head: &str, marks: &mut [(usize, Mark); MAX_MARKS]) -> usize {
    let mut found = 0;
    let mut before = ' ';
    for (at, character) in head.char_indices() {
        let after = head.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
        let blank = after.is_none_or(char::is_whitespace);
        let digit = after.is_some_and(|c| c.is_ascii_digit());
        let mark = match character {
            ':' if !(digit && before.is_ascii_digit()) => Some(Mark::Colon),
            '|' | '\t' | '\n' | '\r' | '→' | '»' | '•' | '·' | ';' => Some(Mark::Bar),
            ' ' | '\u{a0}' if matches!(after, Some(' ' | '\u{a0}')) => Some(Mark::Bar),
            '–' | '—' | '―' if blank || before.is_whitespace() || !digit => Some(Mark::Dash),
            '-' if blank => Some(Mark::Dash),
            '.' if blank => Some(Mark::Stop),
            _ => None,
        };
        before = character;
        if let (Some(mark), Some(place)) = (mark, marks.get_mut(found)) {
            *place = (at, mark);
            found += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::DateOrder;

    fn label(text: &str) -> Option<(&str, &str, bool)> {
        let found = DateReader::new("", DateOrder::default()).label(text)?;
        Some((found.date.span.of(text), text.get(found.text_start..)?, found.sure))
    }

    #[test]
    fn labels_that_are_sure() {
        let cases = [
            ("10 January 2021 – Snow fell.", "10 January 2021"),
            ("**January 2021.** Snow fell.", "January 2021"),
            ("**5 January** Snow fell.", "5 January"),
            ("**5 January**: Snow fell.", "5 January"),
            ("2021-01-10: Snow fell.", "2021-01-10"),
            ("2021-01-10 14:30: Snow fell.", "2021-01-10"),
            ("Jan 5: Snow fell.", "Jan 5"),
            ("Jan. 5 - Snow fell.", "Jan. 5"),
            ("5 de enero. Snow fell.", "5 de enero"),
            ("[5 Jan] Snow fell.", "5 Jan"),
            ("[5 Jan](https://example.org/a): Snow fell.", "5 Jan"),
            ("(5 Jan) Snow fell.", "5 Jan"),
            ("Jan 5 | Snow fell.", "Jan 5"),
            ("Jan 5   Snow fell.", "Jan 5"),
            ("Jan 5\tSnow fell.", "Jan 5"),
            ("January 5, 2021. Snow fell.", "January 5, 2021"),
            ("January 3–5: Snow fell.", "January 3–5"),
            ("January 30 – February 2: Snow fell.", "January 30 – February 2"),
            ("On January 5: Snow fell.", "January 5"),
            ("Monday, January 4 — Snow fell.", "Monday, January 4"),
            ("January 4—Snow fell.", "January 4"),
            ("Oslo, January 4, 2021: Snow fell.", "January 4, 2021"),
        ];
        for (text, date) in cases {
            let found = label(text);
            assert!(
                found
                    .is_some_and(|(got, words, sure)| got.starts_with(date) && words == "Snow fell." && sure),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn labels_that_need_others_beside_them() {
        let cases = [
            ("2019: Snow fell.", "2019", "Snow fell."),
            ("March: Snow fell.", "March", "Snow fell."),
            ("12 – Snow fell.", "12", "Snow fell."),
            ("Monday: Snow fell.", "Monday", "Snow fell."),
            ("March 3 Snow fell.", "March 3", "Snow fell."),
            ("3 Snow fell.", "3", "Snow fell."),
            ("On January 5, snow fell.", "January 5", "On January 5, snow fell."),
            ("On January 5 the snow fell.", "January 5", "On January 5 the snow fell."),
            ("January 5 – a cold day – was calm.", "January 5", "a cold day – was calm."),
        ];
        for (text, date, words) in cases {
            assert_eq!(label(text), Some((date, words, false)), "{text}");
        }
    }

    #[test]
    fn sentences_without_label() {
        for text in [
            "2019 election results: a loss",
            "May we go: yes",
            "COVID-19: cases rise",
            "The talks of January 5: a report",
            "10:30 – the train left",
            "January 5:",
            "At 5: tea",
            "In 2019 the court ruled.",
            "3.5 – a number",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
