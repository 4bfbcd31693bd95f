//! Dates in figures: ISO 8601, three numbers in the order of the language, month and year, figures run together.

use super::cursor::{Cursor, Read, full_year};
use crate::dates::expression::{DateOrder, Form, Partial, Portion, YearOf};
use crate::dates::language::Language;
use crate::dates::meaning::Meaning;

impl Cursor<'_> {
    pub fn numbers(&self, at: usize) -> Option<Read> {
        self.number(at).or_else(|| {
            self.raw_number(at).filter(|_| self.spaced(at) || at == 0 || self.mark(at - 1).is_some())
        })?;
        self.iso(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.month_and_year(at))
            .or_else(|| self.compact(at))
    }

    /// "2021-01-10", "2021/1/10", "2021-01-10T12:30Z", "2021-01".
    pub fn iso(&self, at: usize) -> Option<Read> {
        let (year, 4) = self.raw_number(at)? else { return None };
        let separator = self.separator(at + 1, &['-', '/', '.', '–'])?;
        let year = i32::try_from(year).ok()?;
        if separator == '-' && self.letter(at + 2) == Some(b'w') && !self.spaced(at + 2) {
            return self.iso_week(at, year);
        }
        let (month, month_digits) = self.glued_number(at + 2).filter(|(_, digits)| *digits <= 2)?;
        if self.separator(at + 3, &[separator]).is_none() {
            let plausible = separator != '.' && month_digits == 2 && (1..=12).contains(&month);
            let season = i64::from(month) == i64::from(year).rem_euclid(100) + 1;
            let whole = matches!(separator, '-' | '/')
                && plausible
                && !season
                && !self.glued_after(at + 3)
                && self.number(at + 2).is_some();
            return whole.then(|| {
                Read::date(Partial { year: Some(year), month: Some(month), ..Partial::default() }, at + 3)
            });
        }
        let (day, day_digits) = self.glued_number(at + 4)?;
        let modern = (1900..2100).contains(&year);
        if !modern && (month_digits, day_digits) != (2, 2) {
            return None;
        }
        let timed = self.letter(at + 5) == Some(b't') && !self.spaced(at + 5);
        let plain = self.number(at + 4).is_some() && !self.longer(at + 5, separator);
        if !timed && !plain {
            return None;
        }
        let partial = Partial { year: Some(year), month: Some(month), day: Some(day), weekday: None };
        Some(Read::date(partial, at + 5))
    }

    /// Whether the number goes on: "1.2.2021.4", "2021-01-10-7".
    pub fn longer(&self, at: usize, separator: char) -> bool {
        self.separator(at, &[separator]).is_some() && self.is_number(at + 1) && !self.spaced(at + 1)
    }

    /// "2021-W03".
    pub fn iso_week(&self, at: usize, year: i32) -> Option<Read> {
        let (week, 2) = self.glued_number(at + 3)? else { return None };
        let week = u8::try_from(week).ok().filter(|week| (1..=53).contains(week))?;
        let form = Form::Portion(Portion::Week(week), YearOf::Written(year));
        Some(Read::new(form, at + 4))
    }

    /// "01/10/2021", "7.1.2021", "15-03-2021": three numbers.
    pub fn numeric(&self, at: usize) -> Option<Read> {
        if let Some(read) = self.spaced_numbers(at) {
            return Some(read);
        }
        let (first, digits) = self.raw_number(at).filter(|(_, digits)| *digits <= 2)?;
        let separator = self.separator(at + 1, &['/', '.', '-'])?;
        let (second, second_digits) = self.glued_number(at + 2).filter(|(_, digits)| *digits <= 2)?;
        if self.separator(at + 3, &[separator]).is_none() {
            return self.month_and_day(at, first, second, separator);
        }
        let (third, year_digits) = self.glued_number(at + 4)?;
        let named = self.separator(at + 5, &['-']).is_some() && self.is_word(at + 6) && !self.spaced(at + 6);
        let ends = self.number(at + 4).is_some() && !self.longer(at + 5, separator) && !named;
        if !ends || !matches!(year_digits, 2 | 4) || digits + second_digits < 2 {
            return None;
        }
        self.three(at, [first, second, third], separator, year_digits)
    }

    /// "28 / 02 / 2022"
    pub fn spaced_numbers(&self, at: usize) -> Option<Read> {
        let slashes = [1, 3].iter().all(|step| self.mark(at + step) == Some('/') && self.spaced(at + step));
        let two = |at: usize| self.number(at).filter(|(_, digits)| *digits <= 2).map(|(value, _)| value);
        let (year, 4) = self.number(at + 4).filter(|_| slashes)? else { return None };
        self.three(at, [two(at)?, two(at + 2)?, year], '/', 4)
    }

    pub fn three(
        &self,
        at: usize,
        [first, second, third]: [u32; 3],
        separator: char,
        digits: u32,
    ) -> Option<Read> {
        let (year, month, day) = match self.number_order(separator) {
            DateOrder::YearMonthDay if digits == 2 => (first, second, third),
            DateOrder::DayMonthYear | DateOrder::YearMonthDay => (third, second, first),
            _ => (third, first, second),
        };
        // Where the order asked for makes no date but the other does, there is no doubt which is meant.
        let (month, day, open) = match (month, day) {
            (13.., 1..=12) => (day, month, false),
            (1..=12, 1..=12) => (month, day, month != day),
            _ => (month, day, false),
        };
        if separator == '.' && self.labelled(at) {
            return None;
        }
        let year = full_year(year)?;
        // A version or a score has three numbers too: with dots and hyphens a short year must leave no doubt.
        let short = self.terms.len() <= SHORT_TEXT
            || at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::At));
        let sure = digits == 4 || separator == '/' || third > 31 || (first > 12 && second <= 12) || short;
        let plausible = sure && (1..=12).contains(&month) && day >= 1;
        let partial = Partial { year: Some(year), month: Some(month), day: Some(day), weekday: None };
        let mut found = Read::date(partial, at + 5);
        found.other = open.then_some(Partial { month: Some(day), day: Some(month), ..partial });
        let shown = self.text_like_date(at, digits);
        (plausible || shown).then_some(found)
    }

    /// "99-99-9999" is meant as a date though it is none.
    pub fn text_like_date(&self, at: usize, year_digits: u32) -> bool {
        let two = |at: usize| matches!(self.raw_number(at), Some((_, 2)));
        year_digits == 4 && two(at) && two(at + 2)
    }

    pub fn number_order(&self, separator: char) -> DateOrder {
        match self.order {
            // Dots are the continental habit: day first.
            _ if separator == '.' => DateOrder::DayMonthYear,
            DateOrder::OfLanguage if self.language.is_none_or(Language::month_first) => {
                DateOrder::MonthDayYear
            }
            DateOrder::OfLanguage => DateOrder::DayMonthYear,
            order => order,
        }
    }

    /// "5/20" after a preposition or a weekday.
    pub fn month_and_day(&self, at: usize, first: u32, second: u32, separator: char) -> Option<Read> {
        let led = at.checked_sub(1).is_some_and(|before| {
            let weekday =
                matches!(self.meaning(before), Some(Meaning::Weekday(_) | Meaning::Future | Meaning::Of))
                    || (self.mark(before) == Some(',')
                        && matches!(
                            before.checked_sub(1).and_then(|at| self.meaning(at)),
                            Some(Meaning::Weekday(_))
                        ));
            weekday
                || (self.preposition(before) && !self.is(before, Meaning::About))
                || (self.is(before, Meaning::Article)
                    && self.language.is_some_and(|language| language != Language::English))
        });
        let ends =
            self.number(at + 2).is_some() && !self.glued_after(at + 3) && !self.is(at + 3, Meaning::Measure);
        // "9/11" names one day of history.
        let named = (first, second) == (9, 11);
        if named && ends && separator == '/' && self.language.is_none_or(Language::month_first) {
            let day = Partial { year: Some(2001), month: Some(9), day: Some(11), weekday: None };
            return Some(Read::new(Form::Named(day), at + 3));
        }
        // "04/22" alone; "3/4" and "10/10" are fractions and marks.
        let padded = |at: usize| matches!(self.raw_number(at), Some((_, 2)));
        let sure = padded(at) && padded(at + 2) && (first > 12 || second > 12 || first < 10 || second < 10);
        if !(led || sure) || !ends || separator != '/' || named {
            return None;
        }
        let month_first = self.number_order(separator) == DateOrder::MonthDayYear;
        let (month, day) = if month_first { (first, second) } else { (second, first) };
        let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
        let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
        plausible.then(|| {
            let partial = Partial { month: Some(month), day: Some(day), ..Partial::default() };
            let mut found = Read::date(partial, at + 3);
            found.other = (day <= 12 && day != month).then_some(Partial {
                month: Some(day),
                day: Some(month),
                ..partial
            });
            found
        })
    }

    /// "01/2021".
    pub fn month_and_year(&self, at: usize) -> Option<Read> {
        let (month, digits) = self.number(at)?;
        let separator = self.separator(at + 1, &['/', '-', '.'])?;
        let (year, 4) = self.glued_number(at + 2)? else { return None };
        let plausible = digits <= 2 && (1..=12).contains(&month) && (1900..2100).contains(&year);
        let ends = self.number(at + 2).is_some() && !self.longer(at + 3, separator) && !self.labelled(at);
        let form = (separator == '/' || digits == 2) && plausible && ends;
        form.then(|| {
            Read::date(
                Partial { year: i32::try_from(year).ok(), month: Some(month), ..Partial::default() },
                at + 3,
            )
        })
    }

    /// "20210110".
    pub fn compact(&self, at: usize) -> Option<Read> {
        // "20120809T102030Z" goes on with its time.
        let timed = self.letter(at + 1) == Some(b't') && !self.spaced(at + 1);
        let (value, 8) = self.number(at).or_else(|| self.raw_number(at).filter(|_| timed))? else {
            return None;
        };
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        let plausible = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let partial =
            Partial { year: i32::try_from(year).ok(), month: Some(month), day: Some(day), weekday: None };
        (plausible && !self.glued_after(at + 1)).then(|| Read::date(partial, at + 1))
    }
}

/// In a text of no more terms numbers with dots or hyphens are a date rather than a score or a version.
const SHORT_TEXT: usize = 10;
