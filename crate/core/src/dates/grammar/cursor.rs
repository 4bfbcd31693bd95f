//! Questions to the terms around a place: what stands here, and what is glued to it.

use crate::dates::expression::{DateOrder, Form, Partial};
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Period, Which};
use crate::dates::term::{Sort, Term};
use std::cell::Cell;

/// The terms of a sentence, and how its plain numbers are read.
pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub terms: &'t [Term],
    pub order: DateOrder,
    pub language: Option<Language>,
    /// How many terms were asked for so far: the measure of work.
    pub steps: &'t Cell<u64>,
}

/// A form and the term after it.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub form: Form,
    pub next: usize,
    /// A number too many stands in it.
    pub stray: bool,
    /// The same numbers in the other order.
    pub other: Option<Partial>,
}

impl Read {
    pub fn new(form: Form, next: usize) -> Self {
        Read { form, next, stray: false, other: None }
    }

    /// A date of the calendar and the term after it.
    pub fn date(date: Partial, next: usize) -> Self {
        Self::new(Form::Date(date), next)
    }
}

/// Years that a date can name.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2999;
/// A two-digit year below this is of this century.
const CENTURY_PIVOT: u32 = 50;

impl<'t> Cursor<'t> {
    pub fn term(&self, at: usize) -> Option<&'t Term> {
        self.terms.get(at)
    }

    pub fn meaning(&self, at: usize) -> Option<Meaning> {
        self.steps.set(self.steps.get() + 1);
        self.terms.get(at)?.meaning()
    }

    pub fn is(&self, at: usize, meaning: Meaning) -> bool {
        self.meaning(at) == Some(meaning)
    }

    pub fn which(&self, at: usize) -> Option<Which> {
        match self.meaning(at)? {
            Meaning::Which(which) => Some(which),
            _ => None,
        }
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        self.steps.set(self.steps.get() + 1);
        match self.terms.get(at)?.sort {
            Sort::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn spaced(&self, at: usize) -> bool {
        self.terms.get(at).is_none_or(|term| term.spaced)
    }

    /// The words of a term.
    pub fn words(&self, at: usize) -> &'t str {
        self.terms.get(at).map_or("", |term| term.span.of(self.text))
    }

    /// Whether the term is a word that no table knows.
    pub fn unknown(&self, at: usize) -> Option<Case> {
        match self.terms.get(at)?.sort {
            Sort::Word { meaning: None, case, .. } => Some(case),
            _ => None,
        }
    }

    pub fn weak(&self, at: usize) -> bool {
        matches!(self.terms.get(at), Some(Term { sort: Sort::Word { weak: true, .. }, .. }))
    }

    pub fn is_word(&self, at: usize) -> bool {
        matches!(self.terms.get(at), Some(Term { sort: Sort::Word { .. }, .. }))
    }

    pub fn is_possessive(&self, at: usize) -> bool {
        matches!(self.terms.get(at), Some(Term { sort: Sort::Possessive, .. }))
    }

    pub fn is_number(&self, at: usize) -> bool {
        matches!(self.terms.get(at), Some(Term { sort: Sort::Number { .. } | Sort::Ordinal { .. }, .. }))
    }

    /// A whole number that no letters are glued to.
    pub fn number(&self, at: usize) -> Option<(u32, u32)> {
        let found = self.raw_number(at)?;
        let glued = |at: usize| !self.spaced(at) && self.is_word(at);
        let before = at.checked_sub(1).is_some_and(|before| !self.spaced(at) && self.is_word(before));
        (!glued(at + 1) && !before).then_some(found)
    }

    /// A whole number, whatever is glued to it.
    pub fn raw_number(&self, at: usize) -> Option<(u32, u32)> {
        match self.terms.get(at)?.sort {
            Sort::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub fn glued_number(&self, at: usize) -> Option<(u32, u32)> {
        self.raw_number(at).filter(|_| !self.spaced(at))
    }

    /// A word of one letter, small.
    pub fn letter(&self, at: usize) -> Option<u8> {
        self.term(at)?.letter
    }

    /// One of the marks, with no blank before it.
    pub fn separator(&self, at: usize, marks: &[char]) -> Option<char> {
        self.mark(at).filter(|mark| !self.spaced(at) && marks.contains(mark))
    }

    pub fn month(&self, at: usize) -> Option<u32> {
        match self.meaning(at)? {
            Meaning::Month(month) => Some(u32::from(month)),
            _ => None,
        }
    }

    /// A day of the month in figures, "7" or "7th".
    pub fn day(&self, at: usize) -> Option<u32> {
        let day = match self.terms.get(at)?.sort {
            Sort::Ordinal { value } => value,
            _ => self.number(at).filter(|(_, digits)| *digits <= 2)?.0,
        };
        (1..=31).contains(&day).then_some(day)
    }

    /// A day of the month in words, "fifth", "cinco".
    pub fn day_word(&self, at: usize) -> Option<u32> {
        let day = match self.meaning(at)? {
            Meaning::Ordinal(day) => day,
            Meaning::Cardinal(day) if !self.weak(at) => day,
            _ => return None,
        };
        (1..=31).contains(&day).then_some(u32::from(day))
    }

    /// A rank, "third", "3rd", or -1 for "last".
    pub fn rank(&self, at: usize) -> Option<i8> {
        let rank = match self.terms.get(at)?.sort {
            Sort::Ordinal { value } => value,
            _ => match self.meaning(at)? {
                Meaning::Ordinal(rank) => u32::from(rank),
                Meaning::Which(Which::Last) => return Some(-1),
                _ => return None,
            },
        };
        i8::try_from(rank).ok().filter(|rank| (1..=53).contains(rank))
    }

    /// A count in figures or words, "12", "twelve", "a".
    pub fn count(&self, at: usize) -> Option<(i32, usize)> {
        if let Some((value, digits)) = self.number(at) {
            return (digits <= 4 && !self.glued_after(at + 1))
                .then_some((i32::try_from(value).ok()?, at + 1));
        }
        let Meaning::Cardinal(tens) = self.meaning(at)? else { return None };
        let ones_at = at + 1 + usize::from(self.separator(at + 1, &['-']).is_some());
        match self.meaning(ones_at) {
            Some(Meaning::Cardinal(ones)) if tens >= 20 && ones < 10 && !self.weak(ones_at) => {
                Some((i32::from(tens + ones), ones_at + 1))
            }
            _ => Some((i32::from(tens), at + 1)),
        }
    }

    pub fn skip(&self, at: usize, meaning: Meaning) -> usize {
        at + usize::from(self.is(at, meaning))
    }

    pub fn skip_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.mark(at) == Some(mark))
    }

    /// The full stop of an abbreviated word: "Jan. 7".
    pub fn skip_dot(&self, at: usize) -> usize {
        let short = at
            .checked_sub(1)
            .and_then(|word| self.terms.get(word))
            .is_some_and(|word| word.span.end - word.span.start <= 5);
        let dot = self.separator(at, &['.']).is_some();
        at + usize::from(
            short
                && dot
                && (self.is_number(at + 1)
                    || self.mark(at + 1).is_some()
                    || self.month(at + 1).is_some()
                    || self.is(at + 1, Meaning::Of)),
        )
    }

    /// Whether a preposition that a point in time follows stands here.
    pub fn preposition(&self, at: usize) -> bool {
        matches!(
            self.meaning(at),
            Some(
                Meaning::At
                    | Meaning::Ahead
                    | Meaning::From
                    | Meaning::To
                    | Meaning::About
                    | Meaning::Between
            )
        ) || matches!(
            self.meaning(at),
            Some(Meaning::After | Meaning::Before | Meaning::Since | Meaning::Part(_))
        )
    }

    /// Whether a preposition stands before, an article between or not.
    pub fn after_preposition(&self, at: usize) -> bool {
        let before = |at: usize| at.checked_sub(1);
        let Some(mut place) = before(at) else { return false };
        if self.is(place, Meaning::Article) {
            let Some(earlier) = before(place) else { return false };
            place = earlier;
        }
        self.preposition(place)
    }

    /// Whether a mark that makes a longer number or name is glued to the term before `at`: "2021/7", "3.5".
    pub fn glued_after(&self, at: usize) -> bool {
        let mark = self.separator(at, &['/', '.', ':', ',', '-', '\'']).is_some();
        let sign = self.separator(at, &['%', '°', '$', '€', '£', '‰']).is_some();
        (mark && self.is_number(at + 1) && !self.spaced(at + 1)) || sign
    }

    /// Whether term `at` is the tail of a longer number, name or address: "4-10-JAN", "$7", "1.5", "/2021/".
    pub fn glued_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.spaced(at) {
            return matches!(self.mark(before), Some('$' | '€' | '£' | '№'));
        }
        let head = before.checked_sub(1).filter(|_| !self.spaced(before));
        let after = |digits: bool| {
            head.is_some_and(|head| {
                if digits { self.is_number(head) } else { self.is_word(head) || self.mark(head).is_some() }
            })
        };
        match self.mark(before) {
            Some('$' | '€' | '£' | '#' | '№' | '@' | '+' | '\\') => true,
            Some('_') => head.is_some_and(|head| self.is_number(head) || self.is_word(head)),
            Some('/' | ':') => after(true) || after(false),
            Some('.') => after(true),
            // Digits in groups of three are one number.
            Some(',') => after(true) && matches!(self.raw_number(at), Some((_, 3))),
            Some('-') => {
                after(true)
                    || (self.is_number(at) && after(false) && !head.is_some_and(|head| self.leads(head)))
            }
            _ => self.is_word(before) || self.is_number(before),
        }
    }

    /// Whether a word before a hyphen leaves what follows a date: "mid-2019", "post-2014", "pre-1967".
    fn leads(&self, at: usize) -> bool {
        matches!(
            self.meaning(at),
            Some(Meaning::Part(_) | Meaning::PartOf(_) | Meaning::At | Meaning::Before | Meaning::After)
        )
    }

    /// A year in full, or its last two figures after an apostrophe: "2021", "'21". The term after it.
    pub fn year(&self, at: usize) -> Option<(i32, usize)> {
        if self.mark(at) == Some('\'') {
            let (value, 2) = self.glued_number(at + 1)? else { return None };
            return Some((full_year(value)?, at + 2)).filter(|_| !self.glued_after(at + 2));
        }
        let (value, 4) = self.number(at)? else { return None };
        let year = i32::try_from(value).ok().filter(|_| YEARS.contains(&value))?;
        (!self.glued_after(at + 1)).then_some((year, at + 1))
    }

    /// "mayo del 68": two figures that can be no day, after "of the" in one word.
    fn year_after_article(&self, at: usize) -> Option<(i32, usize)> {
        let before = at.checked_sub(1).filter(|before| self.is(*before, Meaning::Of))?;
        let (value, 2) = self.number(at)? else { return None };
        let sure = self.words(before).len() > 2 && value > 31 && !self.glued_after(at + 1);
        sure.then_some((full_year(value)?, at + 1))
    }

    /// "dos mil diecinueve", "two thousand nineteen", "nineteen ninety-eight".
    pub fn year_in_words(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(Meaning::Cardinal(hundreds @ 17..=20)) = self.meaning(at) {
            let dash = at + 1 + usize::from(self.separator(at + 1, &['-']).is_some());
            let (rest, next) = self.count(dash).filter(|_| self.raw_number(dash).is_none())?;
            return (10..100).contains(&rest).then_some((i32::from(hundreds) * 100 + rest, next));
        }
        let Meaning::Cardinal(thousands @ (1 | 2)) = self.meaning(at)? else { return None };
        self.is(at + 1, Meaning::Thousand).then_some(())?;
        let rest = self.skip(at + 2, Meaning::And);
        let (ones, next) = self
            .count(rest)
            .filter(|(ones, _)| (1..1000).contains(ones) && self.raw_number(rest).is_none())
            .unwrap_or((0, at + 2));
        Some((i32::from(thousands) * 1000 + ones, next))
    }

    /// A year after an optional comma or "of".
    pub fn year_after(&self, at: usize) -> Option<(i32, usize)> {
        let (at, comma) = match self.mark(at) {
            Some(',') => (at + 1, true),
            _ => (self.skip(at, Meaning::Of), false),
        };
        // "de mayo del año 2020"
        let labelled = self.is(at, Meaning::Unit(Period::Year)) && self.number(at + 1).is_some();
        let at = at + usize::from(labelled);
        let found =
            self.year(at).or_else(|| self.year_in_words(at)).or_else(|| self.year_after_article(at))?;
        // "In May, 2000 people": what is counted is no year.
        let counted = comma && self.is(found.1, Meaning::Measure);
        (!counted).then_some(found)
    }
}

/// A year written with two digits, in full.
pub(super) fn full_year(year: u32) -> Option<i32> {
    i32::try_from(match year {
        0..CENTURY_PIVOT => 2000 + year,
        CENTURY_PIVOT..100 => 1900 + year,
        _ => year,
    })
    .ok()
}
