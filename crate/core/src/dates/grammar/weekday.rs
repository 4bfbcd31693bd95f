//! Weekdays: alone, of a week, before or after a date, and where they are a part of a name.

use super::cursor::{Cursor, Read};
use crate::dates::expression::{Form, WeekdayOf};
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Period, Which};
use crate::time::Weekday;

impl Cursor<'_> {
    /// "the next Friday" counts on from the date before; "el próximo viernes" is the one to come.
    pub fn weekday_of(&self, which: Which, article: bool) -> WeekdayOf {
        let english = self.language.is_none_or(|language| language == Language::English);
        match which {
            Which::Next if !english => WeekdayOf::Coming,
            Which::Next if article => WeekdayOf::NextOfStory,
            _ => weekday_of(which),
        }
    }

    /// "the Friday before Labor Day", "the Monday after Easter".
    pub fn weekday_beside(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        let which = match self.meaning(at + 1)? {
            Meaning::Before => WeekdayOf::Previous,
            Meaning::After => WeekdayOf::Following,
            _ => return None,
        };
        let (form, next) = self.anchor(at + 2)?;
        Some(Read::new(Form::WeekdayBeside(weekday(day)?, which, Box::new(form)), next))
    }

    /// "Monday of last week", "Friday next week", "el lunes de la semana pasada".
    pub fn weekday_in(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        let inner = self.skip(self.skip(at + 1, Meaning::Of), Meaning::Article);
        let read = self.which_first(inner).or_else(|| self.which_last(inner))?;
        let week = matches!(read.form, Form::Unit(Period::Week, ..));
        week.then(|| {
            Read::new(
                Form::WeekdayIn(weekday(day).unwrap_or(Weekday::Monday), Box::new(read.form)),
                read.next,
            )
        })
    }

    /// "Tuesday", "Monday morning".
    pub fn weekday_alone(&self, at: usize) -> Option<Read> {
        (!self.weak(at)).then(|| self.weekday_read(at))?
    }

    /// A weekday with its part of the day, whatever stands around.
    pub fn weekday_read(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        let next = self.skip(at + 1, Meaning::DayPart);
        Some(Read::new(Form::Weekday(weekday(day)?, WeekdayOf::Open), next))
    }

    /// "Tuesday" where it is no part of a name.
    pub fn lone_weekday(&self, at: usize) -> Option<Read> {
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

    /// "los martes no hay pan": a weekday in the plural comes every week.
    pub fn habitual(&self, at: usize) -> bool {
        let plural = at.checked_sub(1).is_some_and(|before| {
            self.is(before, Meaning::Article)
                && matches!(self.words(before).to_ascii_lowercase().as_str(), "los" | "les" | "as" | "aos")
        });
        plural && matches!(self.meaning(at), Some(Meaning::Weekday(_)))
    }
}

pub(super) fn weekday(day: u8) -> Option<Weekday> {
    Weekday::ALL.get(usize::from(day)).copied()
}

fn weekday_of(which: Which) -> WeekdayOf {
    match which {
        Which::Last | Which::Past => WeekdayOf::Last,
        Which::This | Which::Same => WeekdayOf::This,
        Which::Next => WeekdayOf::Next,
        Which::Coming => WeekdayOf::Coming,
        Which::Following => WeekdayOf::Following,
        Which::Previous => WeekdayOf::Previous,
    }
}
