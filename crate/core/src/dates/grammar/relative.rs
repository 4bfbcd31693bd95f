//! Forms that say which, seen from another day: "last week", "next Friday", "the past two months", "yesterday".

use super::cursor::{Cursor, Read};
use super::weekday::weekday;
use crate::dates::expression::{Anchor, Choice, Form, Partial, Portion, YearOf};
use crate::dates::language::Language;
use crate::dates::meaning::{Meaning, Part, Period, Which};

impl Cursor<'_> {
    /// Any relative form.
    pub fn relative(&self, at: usize) -> Option<Read> {
        self.one_further(at)
            .or_else(|| self.weekday_beside(at))
            .or_else(|| self.bare_weekend(at))
            .or_else(|| self.which_first(at))
            .or_else(|| self.shift(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.ago_lead(at))
            .or_else(|| self.ahead(at))
            .or_else(|| self.earlier_in(at))
            .or_else(|| self.which_last(at))
    }

    /// "last week", "next Friday", "the past three months", "el próximo 5 de mayo".
    pub fn which_first(&self, at: usize) -> Option<Read> {
        let which = self.which(at)?;
        let next = at + 1;
        if let Some(read) = self.stretch(which, next) {
            return Some(read);
        }
        match self.meaning(next) {
            // "el próximo mes de mayo", "el pasado día 9"
            Some(Meaning::Unit(Period::Month))
                if self.is(next + 1, Meaning::Of) && self.month(next + 2).is_some() =>
            {
                self.chosen(which, next + 2)
            }
            Some(Meaning::Unit(Period::Day)) if self.day(next + 1).is_some() => None,
            // "the past fiscal year"
            Some(Meaning::Fiscal) => {
                self.unit(which, Period::Year, at, self.skip(next + 1, Meaning::Unit(Period::Year)))
            }
            // "next week Tuesday"
            Some(Meaning::Unit(Period::Week))
                if matches!(self.meaning(next + 1), Some(Meaning::Weekday(_))) =>
            {
                let Meaning::Weekday(day) = self.meaning(next + 1)? else { return None };
                let week = self.unit(which, Period::Week, at, next + 1)?;
                Some(Read::new(Form::WeekdayIn(weekday(day)?, Box::new(week.form)), next + 2))
            }
            Some(Meaning::Unit(unit)) => self.unit(which, unit, at, next + 1),
            Some(Meaning::Weekday(day)) if self.month_of(next).is_none() && !self.weak(next) => {
                let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
                let form = Form::Weekday(weekday(day)?, self.weekday_of(which, article));
                Some(Read::new(form, self.skip(next + 1, Meaning::DayPart)))
            }
            Some(Meaning::DayPart) if matches!(which, Which::This | Which::Last) => {
                Some(Read::new(days(0, Anchor::Reference), next + 1))
            }
            Some(Meaning::DayPart) if matches!(which, Which::Next | Which::Following) => {
                Some(Read::new(days(1, Anchor::Before), next + 1))
            }
            _ => self.chosen(which, next),
        }
    }

    /// Whether a date with its month follows the weekday.
    pub fn month_of(&self, at: usize) -> Option<Read> {
        self.date(at).filter(|read| matches!(read.form, Form::Date(Partial { month: Some(_), .. })))
    }

    /// "last January", "next summer", "this Christmas", "last January 5".
    pub fn chosen(&self, which: Which, at: usize) -> Option<Read> {
        let choice = choice(which);
        let at = self.skip(at, Meaning::Of);
        if let Some(read) = self.date(at) {
            let yearless = matches!(read.form, Form::Date(Partial { year: None, .. }));
            return Some(if yearless {
                Read { form: Form::Chosen(choice, Box::new(read.form)), ..read }
            } else {
                read
            });
        }
        let form = match self.meaning(at)? {
            Meaning::Month(month) => {
                Form::Date(Partial { month: Some(u32::from(month)), ..Partial::default() })
            }
            Meaning::Season(season) => Form::Portion(Portion::Season(season), YearOf::Open),
            Meaning::Feast(feast) => Form::Feast(feast, YearOf::Open),
            _ => return None,
        };
        Some(Read::new(Form::Chosen(choice, Box::new(form)), at + 1))
    }

    /// "last three weeks", "next 10 days"; "past week" without a number.
    pub fn stretch(&self, which: Which, at: usize) -> Option<Read> {
        let direction = match which {
            Which::Last | Which::Past | Which::Previous => -1,
            Which::Next | Which::Coming | Which::Following => 1,
            Which::This | Which::Same => return None,
        };
        let (count, unit_at) = match self.count(at) {
            Some(found) => found,
            None if which == Which::Past && self.language == Some(Language::English) => (1, at),
            None => return None,
        };
        // "últimos tres meses", "tres últimos meses", "last couple of weeks"
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        Some(Read::new(Form::Stretch(unit, direction * count), unit_at + 1))
    }

    /// "over the weekend", "at the weekend", "the past weekend".
    pub fn bare_weekend(&self, at: usize) -> Option<Read> {
        let past = self.which(at) == Some(Which::Past);
        let unit_at = at + usize::from(past);
        self.is(unit_at, Meaning::Unit(Period::Weekend)).then_some(())?;
        let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        let open = !self.is(unit_at + 1, Meaning::Of) && self.which(unit_at + 1).is_none();
        ((past || article) && open && !self.weak(unit_at))
            .then(|| Read::new(Form::LatestWeekend, unit_at + 1))
    }

    /// "last month", "the following day", "this weekend".
    pub fn unit(&self, which: Which, unit: Period, at: usize, next: usize) -> Option<Read> {
        // "the coming weeks" are nobody knows how many.
        if self.weak(next - 1) {
            return None;
        }
        let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        let steps = which.step();
        let the_next = which == Which::Next
            && (unit == Period::Day || (article && self.language == Some(Language::English)));
        let chained = matches!(which, Which::Following | Which::Previous | Which::Same) || the_next;
        let anchor = if chained { Anchor::Before } else { Anchor::Reference };
        // "the last day", "last half", "the last decade" say no more than a part of something.
        let open = match (unit, which) {
            (Period::Half, Which::Last) | (Period::Day, Which::Last | Which::Past) => true,
            (Period::Year | Period::Decade, Which::Last) => article && self.is(next, Meaning::Of),
            _ => false,
        };
        (!open).then(|| Read::new(Form::Unit(unit, steps, anchor), next))
    }

    /// "today", "yesterday morning", "mañana" but not "la mañana".
    pub fn shift(&self, at: usize) -> Option<Read> {
        let Meaning::Shift(steps) = self.meaning(at)? else { return None };
        let before = at.checked_sub(1);
        let noun = before.is_some_and(|before| self.is(before, Meaning::Article))
            && self.words(at).starts_with(['m', 'M']);
        let next = self.skip(at + 1, Meaning::DayPart);
        (!noun).then(|| Read::new(days(i32::from(steps), Anchor::Reference), next))
    }

    /// "earlier this month", "later in the year".
    pub fn earlier_in(&self, at: usize) -> Option<Read> {
        matches!(self.meaning(at)?, Meaning::Earlier | Meaning::Later).then_some(())?;
        let next = at + 1;
        let form = |unit, next| {
            Read::new(Form::Part(Part::Within, Box::new(Form::Unit(unit, 0, Anchor::Reference))), next)
        };
        if self.which(next) == Some(Which::Same)
            && let Some(Meaning::Unit(unit)) = self.meaning(next + 1)
        {
            let whole = Form::Unit(unit, 0, Anchor::Before);
            return Some(Read::new(Form::Part(Part::Within, Box::new(whole)), next + 2));
        }
        if self.which(next) == Some(Which::This)
            && let Some(Meaning::Unit(unit)) = self.meaning(next + 1)
        {
            return Some(form(unit, next + 2));
        }
        let article = self.skip(next, Meaning::Ahead);
        let unit_at = self.skip(article, Meaning::Article);
        match self.meaning(unit_at)? {
            Meaning::Unit(unit @ (Period::Year | Period::Month | Period::Week)) if unit_at == next + 2 => {
                Some(form(unit, unit_at + 1))
            }
            _ => None,
        }
    }

    fn weekday_after_week(&self, at: usize) -> Option<(crate::time::Weekday, usize)> {
        let at = self.skip(at, Meaning::Article);
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        Some((weekday(day)?, at + 1))
    }

    /// "la semana pasada", "martes pasado", "el mes que viene", "lundi dernier".
    pub fn which_last(&self, at: usize) -> Option<Read> {
        self.language.filter(|language| *language != Language::English)?;
        let which = self.which(at + 1)?;
        match self.meaning(at)? {
            // "la semana que viene el martes"
            Meaning::Unit(Period::Week) if self.weekday_after_week(at + 2).is_some() => {
                let (day, next) = self.weekday_after_week(at + 2)?;
                let week = Form::Unit(Period::Week, which.step(), Anchor::Reference);
                Some(Read::new(Form::WeekdayIn(day, Box::new(week)), next))
            }
            Meaning::Unit(unit) if !self.weak(at) => {
                let chained = matches!(which, Which::Following | Which::Previous | Which::Same);
                let anchor = if chained { Anchor::Before } else { Anchor::Reference };
                Some(Read::new(Form::Unit(unit, which.step(), anchor), at + 2))
            }
            Meaning::Weekday(day) => {
                Some(Read::new(Form::Weekday(weekday(day)?, self.weekday_of(which, false)), at + 2))
            }
            _ => {
                let read = self.chosen(which, at)?;
                (read.next == at + 1).then(|| Read { next: at + 2, ..read })
            }
        }
    }
}

fn days(steps: i32, anchor: Anchor) -> Form {
    Form::Unit(Period::Day, steps, anchor)
}

fn choice(which: Which) -> Choice {
    match which {
        Which::Last | Which::Past | Which::Previous => Choice::Last,
        Which::This | Which::Same => Choice::This,
        Which::Next | Which::Coming | Which::Following => Choice::Next,
    }
}
