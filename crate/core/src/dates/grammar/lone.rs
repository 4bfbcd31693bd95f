//! Months and days that stand alone: "in September", "the 21st", "el día 5".

use super::cursor::{Cursor, Read};
use crate::dates::expression::{Form, Partial};
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Period};
use crate::dates::term::{Sort, Term};

impl Cursor<'_> {
    /// "September" alone, where it is no name or verb.
    pub fn lone_month(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        let next = self.skip_dot(at + 1);
        // "Calle 5 de Mayo": what is no date with its day is none without.
        let dayed = at >= 2 && self.is(at - 1, Meaning::Of) && self.is_number(at - 2);
        let hyphen = dayed
            || self.is(at + 1, Meaning::Place)
            || (self.separator(at + 1, &['-']).is_some() && self.is_number(at + 2));
        let alone = self.terms.len() <= 2;
        let sure = if self.weak(at) { alone || self.weak_month(at) } else { !self.is_name(at) };
        (sure && !hyphen)
            .then(|| Read::new(Form::Date(Partial { month: Some(month), ..Partial::default() }), next))
    }

    /// "in May", "the March congress": a word that is a verb or a noun as well must be led.
    pub fn weak_month(&self, at: usize) -> bool {
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
    pub fn is_name(&self, at: usize) -> bool {
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
        let capital = matches!(self.term(at), Some(Term { sort: Sort::Word { case: Case::Title, .. }, .. }));
        let of =
            at.checked_sub(1).map(|before| before - usize::from(before > 0 && self.is(before, Meaning::Of)));
        let noun = at.checked_sub(1).is_some_and(|before| {
            self.unknown(before) == Some(Case::Lower)
                || (self.is(before, Meaning::To) && self.words(before).len() == 1)
        });
        let named = noun || of.is_some_and(|place| title(place) || self.is(place, Meaning::Place));
        capital && named
    }

    /// "the 21st", "el día 5", "el 5": a day whose month the text around tells.
    pub fn lone_day(&self, at: usize) -> Option<Read> {
        let before = at.checked_sub(1)?;
        let day = self.day(at).or_else(|| self.lone_day_in_words(at))?;
        let english = self.language == Some(Language::English);
        let ordinal = self.raw_number(at).is_none();
        let labelled = !english
            && self.is(before, Meaning::Unit(Period::Day))
            && self.words(before).starts_with(['d', 'D']);
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
        // "5 a 3"
        let score = !ordinal && self.is(at + 1, Meaning::To) && self.is_number(at + 2);
        (led && ends && !rank && !score && !self.shares_measure(at + 1)).then_some(read)
    }

    /// "on the twenty-seventh": the small ranks are too common to be days.
    pub fn lone_day_in_words(&self, at: usize) -> Option<u32> {
        let Meaning::Ordinal(day @ 4..=31) = self.meaning(at)? else { return None };
        let on = at >= 2 && self.is(at - 1, Meaning::Article) && self.is(at - 2, Meaning::At);
        (on && !self.is_word(at + 1)).then_some(u32::from(day))
    }

    /// "el 5", "la noche del 23"
    pub fn spanish_article(&self, at: usize) -> bool {
        let word = self.words(at);
        let night = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::DayPart));
        self.language == Some(Language::Spanish)
            && (word.eq_ignore_ascii_case("el") || (night && word.eq_ignore_ascii_case("del")))
    }

    /// Whether a word follows that is no plural noun: a verb, mostly.
    pub fn verb_follows(&self, at: usize) -> bool {
        self.unknown(at) == Some(Case::Lower) && self.spaced(at) && !self.words(at).ends_with('s')
    }

    /// "el 12 y el 15 por ciento": both are counted.
    pub fn shares_measure(&self, at: usize) -> bool {
        let joined = matches!(self.meaning(at), Some(Meaning::And | Meaning::To));
        let second = self.skip(at + 1, Meaning::Article);
        joined && self.is_number(second) && self.is(second + 1, Meaning::Measure)
    }

    /// Whether what follows leaves a number standing for a day: not "the 5th protocol", "el 5 %".
    pub fn ends_day(&self, at: usize) -> bool {
        if self.glued_after(at) || self.is_number(at) {
            return false;
        }
        match self.term(at) {
            None => true,
            Some(term) => match term.sort {
                Sort::Number { .. } | Sort::Ordinal { .. } => true,
                Sort::Mark(mark) => !matches!(mark, '%' | '-' | '°' | '/' | '$' | '€'),
                Sort::Word { meaning, .. } => {
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
    pub fn of_no_unit(&self, at: usize) -> bool {
        self.is(at, Meaning::Of)
            && (self.which(at + 1).is_some()
                || matches!(self.meaning(at + 2), Some(Meaning::Unit(Period::Month))))
    }
}
