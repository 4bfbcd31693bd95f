//! Terms to expressions: what a text writes as a date, before anyone asks when that is.

use super::cursor::{Cursor, Read};
use super::expression::{DateOrder, Expression, Flaw, Form, Partial};
use super::language::{Language, detect};
use super::lexer::{Case, Token, lex};
use super::meaning::{Meaning, Period};
use super::term::{Term, terms};
use super::vocabulary::vocabulary;
use crate::model::Span;
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
            super::term::Sort::Word { meaning: Some(meaning), .. } => {
                meaning.opens() || term.letter.is_some()
            }
            super::term::Sort::Word { .. } => term.letter.is_some() || self.names_century(at + 1),
            super::term::Sort::Mark(mark) => mark == '\'',
            super::term::Sort::Number { .. } | super::term::Sort::Ordinal { .. } => true,
            super::term::Sort::Possessive => false,
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

    /// "los martes no hay pan": a weekday in the plural comes every week.
    fn habitual(&self, at: usize) -> bool {
        let plural = at.checked_sub(1).is_some_and(|before| {
            self.is(before, Meaning::Article)
                && matches!(self.words(before).to_ascii_lowercase().as_str(), "los" | "les" | "as" | "aos")
        });
        plural && matches!(self.meaning(at), Some(Meaning::Weekday(_)))
    }

    /// "two days later, on August 27", "yesterday (January 5)": the full date says it all.
    fn with_apposition(&self, at: usize, read: Read) -> (usize, Read) {
        let relative = matches!(
            read.form,
            Form::Step(..)
                | Form::Unit(Period::Day, ..)
                | Form::Weekday(..)
                | Form::WeekdayIn(..)
                | Form::Feast(..)
        );
        let mark = self.mark(read.next).filter(|mark| matches!(mark, ',' | '(' | '–'));
        if !relative || mark.is_none() {
            return (at, read);
        }
        if let Some(read) = self.weekday_beside_day(&read) {
            return (at, read);
        }
        let inner = self.skip(self.skip(read.next + 1, Meaning::At), Meaning::Article);
        match self.date(inner) {
            Some(date) if matches!(date.form, Form::Date(Partial { day: Some(_), month: Some(_), .. })) => {
                (inner, date)
            }
            // "five months later, in August 2012"
            _ => match self.month_beside(inner, &read) {
                Some(month) => (inner + 1, month),
                None => (at, read),
            },
        }
    }

    /// "mañana, miércoles", "el próximo lunes, día 27".
    fn weekday_beside_day(&self, read: &Read) -> Option<Read> {
        let at = read.next + 1;
        let day = matches!(read.form, Form::Unit(Period::Day, ..));
        if day
            && matches!(self.meaning(at), Some(Meaning::Weekday(_)))
            && !self.is_word(at + 1)
            && !self.is_number(at + 1)
        {
            return Some(Read { next: at + 1, ..read.clone() });
        }
        let Form::Weekday(weekday, _) = read.form else { return None };
        let label = self.is(at, Meaning::Unit(Period::Day));
        let date = Partial { day: self.day(at + 1), weekday: Some(weekday), ..Partial::default() };
        (label && date.day.is_some() && self.month(at + 3).is_none())
            .then(|| Read::new(Form::Date(date), at + 2))
    }

    /// The month that says when a step of months or years led.
    fn month_beside(&self, at: usize, read: &Read) -> Option<Read> {
        let long = matches!(read.form, Form::Step(Period::Month | Period::Year, ..));
        let found = self.date(at + 1).filter(|_| long && self.is(at, Meaning::Ahead))?;
        matches!(found.form, Form::Date(Partial { month: Some(_), .. })).then_some(found)
    }

    /// "September" alone, where it is no name or verb.
    fn lone_month(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        let next = self.skip_dot(at + 1);
        // "Calle 5 de Mayo": what is no date with its day is none without.
        let dayed = at >= 2 && self.is(at - 1, Meaning::Of) && self.is_number(at - 2);
        let hyphen = dayed || (self.separator(at + 1, &['-']).is_some() && self.is_number(at + 2));
        let alone = self.terms.len() <= 2;
        let sure = if self.weak(at) { alone || self.weak_month(at) } else { !self.is_name(at) };
        (sure && !hyphen)
            .then(|| Read::new(Form::Date(Partial { month: Some(month), ..Partial::default() }), next))
    }

    /// "in May", "the March congress": a word that is a verb or a noun as well must be led.
    fn weak_month(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let article = self.is(before, Meaning::Article);
        let lower = self.unknown(at + 1) == Some(Case::Lower);
        let shouted = matches!(self.unknown(at + 1), Some(Case::Upper));
        let plain_end = !self.is_word(at + 1) || self.meaning(at + 1).is_some() || lower || shouted;
        let led = if article {
            lower && self.language == Some(Language::English)
        } else {
            self.preposition(before) || self.which(before).is_some() || self.is(before, Meaning::Future)
        };
        led && plain_end
    }

    /// Whether a month's or weekday's name is a part of another name: "April Jones", "Plaza de Mayo", "Santo Domingo".
    fn is_name(&self, at: usize) -> bool {
        let led = self.after_preposition(at)
            || at.checked_sub(1).is_some_and(|before| self.which(before).is_some());
        let title = |at: usize| self.unknown(at) == Some(Case::Title);
        if title(at + 1) && self.spaced(at + 1) && !led {
            return true;
        }
        if self.language.is_none_or(|language| language == Language::English) {
            return false;
        }
        // Elsewhere these names have no capital: one in the middle of a sentence is a name's.
        let capital = matches!(
            self.term(at),
            Some(Term { sort: super::term::Sort::Word { case: Case::Title, .. }, .. })
        );
        let of =
            at.checked_sub(1).map(|before| before - usize::from(before > 0 && self.is(before, Meaning::Of)));
        let noun = at.checked_sub(1).is_some_and(|before| {
            self.unknown(before) == Some(Case::Lower)
                || (self.is(before, Meaning::To) && self.words(before).len() == 1)
        });
        let named = noun || of.is_some_and(|place| title(place) || self.is(place, Meaning::Place));
        capital && named
    }

    /// "Tuesday" where it is no part of a name.
    fn lone_weekday(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(_) = self.meaning(at)? else { return None };
        let english = self.language.is_none_or(|language| language == Language::English);
        if self.weak(at) {
            let led = at
                .checked_sub(1)
                .is_some_and(|before| self.is(before, Meaning::At) || self.which(before).is_some());
            let clock = self.is_number(at + 1)
                && (self.mark(at + 2) == Some(':') || self.is(at + 2, Meaning::Measure));
            let abbreviated = led || clock || self.is(at + 1, Meaning::DayPart) || (self.terms.len() == 1);
            return abbreviated.then(|| self.weekday_read(at))?;
        }
        // "Wednesday Addams", "The Saturday Evening Post"
        let read = self.weekday_read(at)?;
        let led = self.after_preposition(at);
        let title = self.unknown(read.next) == Some(Case::Title) && self.spaced(read.next) && !led;
        let named = if english { title } else { self.is_name(at) };
        (!named).then_some(read)
    }

    /// "the 21st", "el día 5", "el 5": a day whose month the text around tells.
    fn lone_day(&self, at: usize) -> Option<Read> {
        let before = at.checked_sub(1)?;
        let day = self.day(at).or_else(|| self.lone_day_in_words(at))?;
        let english = self.language == Some(Language::English);
        let ordinal = self.raw_number(at).is_none();
        let labelled = !english
            && self.is(before, Meaning::Unit(Period::Day))
            && self.words(before).to_lowercase().starts_with('d');
        let led = if ordinal {
            labelled || self.is(before, Meaning::Article) || self.is(before, Meaning::At)
        } else {
            labelled || self.spanish_article(before)
        };
        let ends = self.ends_day(at + 1)
            || (!ordinal && self.verb_follows(at + 1))
            || (labelled && !matches!(self.meaning(at + 1), Some(Meaning::Measure | Meaning::Of)));
        let read = Read::new(Form::Date(Partial { day: Some(day), ..Partial::default() }), at + 1);
        // "the 2nd was better"
        let rank = ordinal
            && day <= 3
            && self.is(at + 1, Meaning::Said)
            && !at.checked_sub(2).is_some_and(|at| self.preposition(at));
        (led && ends && !rank && !self.shares_measure(at + 1)).then_some(read)
    }

    /// "on the twenty-seventh": the small ranks are too common to be days.
    fn lone_day_in_words(&self, at: usize) -> Option<u32> {
        let Meaning::Ordinal(day @ 4..=31) = self.meaning(at)? else { return None };
        let on = at >= 2 && self.is(at - 1, Meaning::Article) && self.is(at - 2, Meaning::At);
        (on && !self.is_word(at + 1)).then_some(u32::from(day))
    }

    /// "el 5", "la noche del 23"
    fn spanish_article(&self, at: usize) -> bool {
        let word = self.words(at);
        let night = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::DayPart));
        self.language == Some(Language::Spanish)
            && (word.eq_ignore_ascii_case("el") || (night && word.eq_ignore_ascii_case("del")))
    }

    /// Whether a word follows that is no plural noun: a verb, mostly.
    fn verb_follows(&self, at: usize) -> bool {
        self.unknown(at) == Some(Case::Lower) && self.spaced(at) && !self.words(at).ends_with('s')
    }

    /// "el 12 y el 15 por ciento": both are counted.
    fn shares_measure(&self, at: usize) -> bool {
        let joined = matches!(self.meaning(at), Some(Meaning::And | Meaning::To));
        let second = self.skip(at + 1, Meaning::Article);
        joined && self.is_number(second) && self.is(second + 1, Meaning::Measure)
    }

    /// Whether what follows leaves a number standing for a day: not "the 5th protocol", "el 5 %".
    fn ends_day(&self, at: usize) -> bool {
        if self.glued_after(at) || self.is_number(at) {
            return false;
        }
        match self.term(at) {
            None => true,
            Some(term) => match term.sort {
                super::term::Sort::Number { .. } | super::term::Sort::Ordinal { .. } => true,
                super::term::Sort::Mark(mark) => !matches!(mark, '%' | '-' | '°' | '/' | '$' | '€'),
                super::term::Sort::Word { meaning, .. } => {
                    matches!(
                        meaning,
                        Some(
                            Meaning::Which(_)
                                | Meaning::Link
                                | Meaning::And
                                | Meaning::To
                                | Meaning::At
                                | Meaning::Ahead
                                | Meaning::Said
                                | Meaning::Future
                                | Meaning::Before
                                | Meaning::After
                                | Meaning::From
                                | Meaning::Article
                                | Meaning::DayPart
                                | Meaning::About
                                | Meaning::Later
                        )
                    ) || self.of_no_unit(at)
                }
                _ => false,
            },
        }
    }

    /// "the 5th of this month" and the like: "of" before a stretch.
    fn of_no_unit(&self, at: usize) -> bool {
        self.is(at, Meaning::Of)
            && (self.which(at + 1).is_some()
                || matches!(self.meaning(at + 2), Some(Meaning::Unit(Period::Month))))
    }

    /// "3 and 7 May 2021", "January and March 2021": the first takes month and year from the second.
    fn shared_head(&self, at: usize) -> Option<Read> {
        let head = match self.day(at) {
            Some(day) => Partial { day: Some(day), ..Partial::default() },
            None => Partial { month: Some(self.month(at)?), ..Partial::default() },
        };
        let mut next = at + 1;
        // "3, 5 and 7 May": what stands between is read in its own turn.
        for _ in 0..MAX_LIST {
            next = self.list_step(next)?;
            let Some(read) = self.date(next) else {
                let more =
                    if head.day.is_some() { self.day(next).is_some() } else { self.month(next).is_some() };
                more.then_some(())?;
                next += 1;
                continue;
            };
            let Form::Date(full) = read.form else { return None };
            let fits = head.day.is_some() == full.day.is_some() && full.month.is_some();
            let first = if head.day.is_some() { self.month(at + 1).is_none() } else { full.year.is_some() };
            let form = Form::Date(Partial { month: head.month.or(full.month), year: full.year, ..head });
            return (fits && first).then(|| Read::new(form, at + 1));
        }
        None
    }

    /// "and", "&", a comma, or a comma and a word; with an article behind.
    fn list_step(&self, at: usize) -> Option<usize> {
        let comma = self.skip_mark(at, ',');
        let next = self.skip_mark(self.skip(comma, Meaning::And), '&');
        (next > at).then(|| self.skip(next, Meaning::Article))
    }

    /// "May 3 and 7": more days of the month before. The term after the last of them.
    fn list_tail(&self, mut at: usize, found: &mut Vec<Expression>) -> usize {
        for _ in 0..MAX_LIST {
            let last = found.last().map(|last| &last.form);
            let Some(Form::Date(before @ Partial { day: Some(_), .. })) = last else { return at };
            let before = *before;
            let Some((day_at, day)) = self.next_in_list(at, before) else { return at };
            let date = Partial { day: Some(day), weekday: None, ..before };
            let mut read = Read::new(Form::Date(date), day_at + 1);
            if let (Some((written, next)), None) = (self.year_after(day_at + 1), before.year) {
                read = Read::new(Form::Date(Partial { year: Some(written), ..date }), next);
                // The year at the end of a list belongs to all of it.
                if let Some(Expression { form: Form::Date(before), .. }) = found.last_mut() {
                    before.year = Some(written);
                }
            }
            found.push(self.build(day_at, &read));
            at = read.next;
        }
        at
    }

    /// The next day of a list that goes on from a date.
    fn next_in_list(&self, at: usize, before: Partial) -> Option<(usize, u32)> {
        let day_at = self.list_step(at)?;
        let day = self.day(day_at)?;
        let next = day_at + 1;
        let ordinal = self.raw_number(day_at).is_none();
        let known = before.month.is_some() || ordinal || self.language == Some(Language::Spanish);
        let joined = self.is(at, Meaning::And) || self.mark(at) == Some('&');
        let ends =
            self.ends_day(next) || self.year_after(next).is_some() || (joined && self.verb_follows(next));
        (known && ends && self.month(next).is_none() && !self.is(next, Meaning::Of)).then_some((day_at, day))
    }
}

/// A date leads its sentence when no more terms than this stand before it.
const LEADING_TERMS: usize = 2;
/// A list of days of one month has no more members than this.
const MAX_LIST: usize = 31;
