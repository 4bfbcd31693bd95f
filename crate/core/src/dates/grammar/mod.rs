//! Terms to expressions: what a text writes as a date, before anyone asks when that is.
//!
//! One file a kind of form, each a few questions to the terms at a place; here the order in which they are asked.

mod apposition;
mod civil;
mod cursor;
mod decade;
mod list;
mod lone;
mod numeric;
mod part;
mod portion;
mod range;
mod relative;
mod role;
mod step;
mod tense;
mod weekday;
mod year;

use crate::dates::expression::{DateOrder, Expression, Flaw};
use crate::dates::language::{Language, detect};
use crate::dates::lexer::{Token, lex};
use crate::dates::meaning::Meaning;
use crate::dates::term::{Sort, Term, terms};
use crate::dates::vocabulary::vocabulary;
use crate::model::Span;
use cursor::{Cursor, Read};
use std::cell::Cell;

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Reading {
    /// How dates of three plain numbers are read.
    pub order: DateOrder,
    /// The text's language; `None` finds it by the text's own words.
    pub language: Option<Language>,
}

impl From<DateOrder> for Reading {
    fn from(order: DateOrder) -> Self {
        Reading { order, language: None }
    }
}

/// Every date expression of `text`, in order, without overlaps. Takes time in proportion to the text.
///
/// ```
/// use dateline_core::dates::{Reading, scan};
/// let text = "On December 3rd, the two met; talks run from August to September 2021.";
/// let found: Vec<&str> =
///     scan(text, Reading::default()).iter().map(|date| date.span.of(text)).collect();
/// assert_eq!(found, ["December 3rd", "from August to September 2021"]);
/// ```
pub fn scan(text: &str, reading: impl Into<Reading>) -> Vec<Expression> {
    let mut scanner = Scanner::default();
    let mut found = Vec::new();
    scanner.scan(text, reading.into(), &mut found);
    found
}

/// Reads many texts with the same memory.
#[derive(Default)]
pub struct Scanner {
    tokens: Vec<Token>,
    terms: Vec<Term>,
    /// How many tokens were made and how many terms asked for.
    steps: Cell<u64>,
}

impl Scanner {
    /// As [`scan`]; what is found is appended to `found`.
    pub fn scan(&mut self, text: &str, reading: Reading, found: &mut Vec<Expression>) {
        let vocabulary = vocabulary();
        self.tokens.clear();
        lex(text, vocabulary, &mut self.tokens);
        let language = reading.language.or_else(|| detect(&self.tokens, vocabulary));
        self.steps.set(self.steps.get() + self.tokens.len() as u64);
        if !terms(text, &self.tokens, vocabulary, language, &mut self.terms) {
            return;
        }
        let cursor = Cursor { text, terms: &self.terms, order: reading.order, language, steps: &self.steps };
        cursor.expressions(found);
    }

    /// The language that the words of `text` tell, if they do.
    pub fn language(&mut self, text: &str) -> Option<Language> {
        self.tokens.clear();
        lex(text, vocabulary(), &mut self.tokens);
        detect(&self.tokens, vocabulary())
    }

    /// How many steps the scans took so far: the measure of work, for tests that it grows with the text.
    pub fn steps(&self) -> u64 {
        self.steps.get()
    }
}

impl Cursor<'_> {
    fn expressions(&self, found: &mut Vec<Expression>) {
        let mut at = 0;
        while at < self.terms.len() {
            let Some((first, read)) = self.expression(at) else {
                at += 1;
                continue;
            };
            let next = read.next.max(at + 1);
            found.push(self.build(first, &read));
            at = self.list_tail(next, found);
        }
    }

    /// The expression that begins at term `at`: its first term and what was read.
    fn expression(&self, at: usize) -> Option<(usize, Read)> {
        let term = self.term(at)?;
        let opens = match term.sort {
            Sort::Word { meaning: Some(meaning), .. } => meaning.opens() || term.letter.is_some(),
            Sort::Word { .. } => term.letter.is_some() || self.names_century(at + 1),
            Sort::Mark(mark) => mark == '\'',
            Sort::Number { .. } | Sort::Ordinal { .. } => true,
            Sort::Possessive => false,
        };
        if !opens || self.glued_before(at) || self.repeated(at) || self.habitual(at) {
            return None;
        }
        let read = self
            .range(at)
            .or_else(|| self.part(at))
            .or_else(|| self.leading(at))
            .or_else(|| self.nth(at))
            .or_else(|| self.unit_end(at))
            .or_else(|| self.year_then_portion(at))
            .or_else(|| self.day_in(at))
            .or_else(|| self.ranked_portion(at))
            .or_else(|| self.week_of(at))
            .or_else(|| self.shared_head(at))
            .or_else(|| self.date(at))
            .or_else(|| self.month_in_year(at))
            .or_else(|| self.weekday_in(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.period(at))
            .or_else(|| self.lone_month(at))
            .or_else(|| self.lone_weekday(at))
            .or_else(|| self.lone_year(at))
            .or_else(|| self.lone_day(at))?;
        Some(self.with_apposition(at, read))
    }

    fn build(&self, at: usize, read: &Read) -> Expression {
        let start = self.term(at).map_or(0, |term| term.span.start);
        let last = read.next.checked_sub(1).and_then(|last| self.term(last));
        Expression {
            span: Span { start, end: last.map_or(start, |term| term.span.end) },
            form: read.form.clone(),
            other: read.other,
            approximate: self.blurred(at),
            future: self.is_future(at, read.next),
            leading: at <= LEADING_TERMS,
            mention: self.is_mention(at, read.next, &read.form),
            flaw: read.stray.then_some(Flaw::StrayNumber),
        }
    }

    /// "about", "around" before it.
    fn blurred(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let article = self.is(before, Meaning::Article);
            let about = if article { before.checked_sub(1) } else { Some(before) };
            about.is_some_and(|about| self.is(about, Meaning::About))
        })
    }

    /// "every Monday", "each May": repetition is no date.
    fn repeated(&self, at: usize) -> bool {
        let ranked =
            at.checked_sub(1).is_some_and(|before| matches!(self.meaning(before), Some(Meaning::Ordinal(_))));
        at.checked_sub(1 + usize::from(ranked)).is_some_and(|before| self.is(before, Meaning::Every))
    }
}

/// A date leads its sentence when no more terms than this stand before it.
const LEADING_TERMS: usize = 2;
