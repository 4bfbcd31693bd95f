//! A second date that says the same: "two days later, on August 27", "mañana, miércoles".

use super::cursor::{Cursor, Read};
use crate::dates::expression::{Form, Partial};
use crate::dates::meaning::{Meaning, Period};

impl Cursor<'_> {
    /// "two days later, on August 27", "yesterday (January 5)": the full date says it all.
    pub fn with_apposition(&self, at: usize, read: Read) -> (usize, Read) {
        let relative = matches!(
            read.form,
            Form::Step(..)
                | Form::Unit(Period::Day, ..)
                | Form::Weekday(..)
                | Form::WeekdayIn(..)
                | Form::Feast(..)
        );
        let mark = self.mark(read.next).filter(|mark| matches!(mark, ',' | '(' | '–'));
        // "el pasado sábado día 18"
        let labelled =
            self.is(read.next, Meaning::Unit(Period::Day)) && matches!(read.form, Form::Weekday(..));
        if labelled
            && let Some(found) = self.weekday_beside_day(&Read { next: read.next - 1, ..read.clone() })
        {
            return (at, found);
        }
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
    pub fn weekday_beside_day(&self, read: &Read) -> Option<Read> {
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
    pub fn month_beside(&self, at: usize, read: &Read) -> Option<Read> {
        let long = matches!(read.form, Form::Step(Period::Month | Period::Year, ..));
        let found = self.date(at + 1).filter(|_| long && self.is(at, Meaning::Ahead))?;
        matches!(found.form, Form::Date(Partial { month: Some(_), .. })).then_some(found)
    }
}
