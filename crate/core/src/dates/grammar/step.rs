//! Forms that count from another day: "three weeks ago", "two days later", "a week after Easter".

use super::cursor::{Cursor, Read};
use super::weekday::weekday;
use crate::dates::expression::{Anchor, Form};
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Period, Which};

impl Cursor<'_> {
    /// "three weeks ago", "two days later", "a year after January 5".
    pub fn counted(&self, at: usize) -> Option<Read> {
        let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        // "the day before", "the week after Easter"
        let plural = self.words(at).ends_with('s') && self.language != Some(Language::French);
        // "the night before Christmas"
        let night = self.is(at, Meaning::DayPart) && article;
        let one = night || (matches!(self.meaning(at), Some(Meaning::Unit(_))) && article && !plural);
        let (count, unit, unit_at) = if night {
            (1, Meaning::Unit(Period::Day), at)
        } else if one {
            (1, self.meaning(at)?, at)
        } else {
            self.amount(at)?
        };
        let Meaning::Unit(unit) = unit else { return None };
        let next = unit_at + 1;
        let (form, next) = match self.meaning(next)? {
            // "a week ago today"
            Meaning::Ago if !one => {
                (Form::Step(unit, -count, Anchor::Reference), self.skip(next + 1, Meaning::Shift(0)))
            }
            Meaning::Hence if !one => (Form::Step(unit, count, Anchor::Reference), next + 1),
            Meaning::After | Meaning::Before if one && self.closes(next + 1) => {
                let steps = if self.is(next, Meaning::After) { 1 } else { -1 };
                (Form::Unit(unit, steps, Anchor::Before), next + 1)
            }
            Meaning::After
                if self.which(next + 1) == Some(Which::Same)
                    && !matches!(self.meaning(next + 2), Some(Meaning::Unit(_) | Meaning::Weekday(_))) =>
            {
                (Form::Step(unit, count, Anchor::Before), next + 2)
            }
            Meaning::After | Meaning::From => match self.anchor(next + 1) {
                Some((form, after)) => (Form::Step(unit, count, Anchor::Form(Box::new(form))), after),
                None if self.closes(next + 1) && self.is(next, Meaning::After) => {
                    (Form::Step(unit, count, Anchor::Before), next + 1)
                }
                None => return None,
            },
            Meaning::Before => match self.anchor(next + 1) {
                Some((form, after)) => (Form::Step(unit, -count, Anchor::Form(Box::new(form))), after),
                None if self.closes(next + 1) => (Form::Step(unit, -count, Anchor::Before), next + 1),
                None => return None,
            },
            Meaning::Later => match self.anchor(self.skip(next + 1, Meaning::Of)) {
                Some((form, after)) if self.is(next + 1, Meaning::Of) => {
                    (Form::Step(unit, count, Anchor::Form(Box::new(form))), after)
                }
                _ => (Form::Step(unit, count, Anchor::Before), next + 1),
            },
            Meaning::Earlier => (Form::Step(unit, -count, Anchor::Before), next + 1),
            _ => return None,
        };
        Some(Read::new(form, next))
    }

    /// "three weeks", "two more days", "half a year", "a year and a half": how many of which unit, and its term.
    pub fn amount(&self, at: usize) -> Option<(i32, Meaning, usize)> {
        let half_year = |at: usize| self.is(at, Meaning::Unit(Period::Year)).then_some(6);
        if self.is(at, Meaning::Unit(Period::Half)) && self.is(at + 1, Meaning::Cardinal(1)) {
            return Some((half_year(at + 2)?, Meaning::Unit(Period::Month), at + 2));
        }
        let (count, unit_at) = self.count(at)?;
        let unit_at = unit_at + usize::from(self.which(unit_at).is_some());
        let halved = self.is(unit_at + 1, Meaning::And)
            && self.is(unit_at + 2, Meaning::Cardinal(1))
            && self.is(unit_at + 3, Meaning::Unit(Period::Half));
        if halved && half_year(unit_at).is_some() {
            return Some((
                count.saturating_mul(12).saturating_add(6),
                Meaning::Unit(Period::Month),
                unit_at + 3,
            ));
        }
        Some((count, self.meaning(unit_at)?, unit_at))
    }

    /// "the week before last", "the month after next".
    pub fn one_further(&self, at: usize) -> Option<Read> {
        let unit = self.meaning(at)?;
        // "a week before last Monday"
        if matches!(self.meaning(at + 3), Some(Meaning::Weekday(_) | Meaning::Unit(_) | Meaning::Month(_))) {
            return None;
        }
        let steps = match (self.meaning(at + 1)?, self.which(at + 2)?) {
            (Meaning::Before, Which::Last) => -2,
            (Meaning::After, Which::Next) => 2,
            _ => return None,
        };
        let week = |steps| Form::Unit(Period::Week, steps, Anchor::Reference);
        match unit {
            Meaning::Unit(unit) => Some(Read::new(Form::Unit(unit, steps, Anchor::Reference), at + 3)),
            Meaning::Weekday(day) => {
                Some(Read::new(Form::WeekdayIn(weekday(day)?, Box::new(week(steps))), at + 3))
            }
            _ => None,
        }
    }

    /// Whether nothing follows that the words before could count from.
    pub fn closes(&self, at: usize) -> bool {
        !self.is_word(at) || self.mark(at).is_some()
    }

    /// The date that "after", "before" or "from" counts from.
    pub fn anchor(&self, at: usize) -> Option<(Form, usize)> {
        let article = self.is(at, Meaning::Article);
        let at = self.skip(at, Meaning::Article);
        let read = self
            .date(at)
            .or_else(|| self.shift(at))
            .or_else(|| self.which_first(at))
            .or_else(|| self.period(at))
            .or_else(|| self.weekday_alone(at))?;
        // "three weeks after the Feb. 14 killing" counts from the killing.
        let named = article && self.unknown(read.next) == Some(Case::Lower);
        (!named).then_some((read.form, read.next))
    }

    /// "hace tres semanas", "il y a deux ans", "há dois dias".
    pub fn ago_lead(&self, at: usize) -> Option<Read> {
        self.is(at, Meaning::AgoLead).then_some(())?;
        // "desde hace 12 años" is how long, not when.
        if at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::From)) {
            return None;
        }
        let start = self.skip(at + 1, Meaning::About);
        let (count, unit_at) = self.count(start)?;
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        let next = self.skip(unit_at + 1, Meaning::Ago);
        Some(Read::new(Form::Step(unit, -count, Anchor::Reference), next))
    }

    /// "in three days", "dentro de dos semanas".
    pub fn ahead(&self, at: usize) -> Option<Read> {
        self.is(at, Meaning::Ahead).then_some(())?;
        let (count, unit_at) = self.count(self.skip(at + 1, Meaning::About))?;
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        let more = matches!(
            self.meaning(unit_at + 1),
            Some(Meaning::Ago | Meaning::Later | Meaning::Earlier | Meaning::Of)
        );
        let short = self.words(at).eq_ignore_ascii_case("in") || self.words(at).eq_ignore_ascii_case("en");
        // "in three days" is a stretch as often as a day to come: the words around decide.
        let said = !short || at <= 1 || self.future_before(at);
        (!more && said).then(|| Read::new(Form::Step(unit, count, Anchor::Reference), unit_at + 1))
    }
}
