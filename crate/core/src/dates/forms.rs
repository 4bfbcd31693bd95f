//! The forms of one date: ISO, plain numbers, hyphens, day first, month first.

use super::cursor::Cursor;
use super::expression::{DateOrder, Partial};
use super::lexer::Kind;

/// A two-digit year below this is of this century.
const CENTURY_PIVOT: u32 = 70;

/// One date and the token after it.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub partial: Partial,
    pub next: usize,
    pub stray: bool,
}

impl Cursor<'_> {
    /// One date in any of its forms.
    pub(super) fn date(&self, at: usize) -> Option<Read> {
        self.iso(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.hyphenated(at))
            .or_else(|| self.stray_then_date(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
    }

    /// "2021-01-10", "2021/1/10".
    fn iso(&self, at: usize) -> Option<Read> {
        let (year, 4) = self.number(at)? else { return None };
        let separator = self.separator(at + 1, &['-', '/', '.'])?;
        let (month, _) = self.glued_number(at + 2)?;
        (self.separator(at + 3, &[separator])? == separator).then_some(())?;
        let (day, _) = self.glued_number(at + 4)?;
        let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
        plausible.then(|| read(year, month, day, at + 5)).filter(|_| !self.glued_after(at + 5))
    }

    /// "01/10/2021", "7.1.2021": three numbers in the order that the caller names.
    fn numeric(&self, at: usize) -> Option<Read> {
        let (first, digits) = self.number(at)?;
        let separator = self.separator(at + 1, &['/', '.'])?;
        let (second, _) = self.glued_number(at + 2)?;
        (self.separator(at + 3, &[separator])? == separator).then_some(())?;
        let (third, year_digits) = self.glued_number(at + 4)?;
        let short = digits <= 2 && matches!(year_digits, 2 | 4) && !self.glued_after(at + 5);
        let (year, month, day) = match self.order {
            // Dots are the continental habit: day first.
            _ if separator == '.' => (third, second, first),
            DateOrder::MonthDayYear => (third, first, second),
            DateOrder::DayMonthYear => (third, second, first),
            DateOrder::YearMonthDay => (first, second, third),
        };
        // Where the order asked for makes no date but the other does, there is no doubt which is meant.
        let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
        let plausible = short && (1..=12).contains(&month) && (1..=31).contains(&day);
        plausible.then(|| read(full_year(year), month, day, at + 5))
    }

    /// "10-JAN", "10-JAN-21", "10-JAN-2021".
    fn hyphenated(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        self.separator(at + 1, &['-'])?;
        let month = self.any_month(at + 2).filter(|_| !self.spaced(at + 2))?;
        let year = self.separator(at + 3, &['-']).and_then(|_| self.glued_number(at + 4));
        let partial = Partial { month: Some(month), day: Some(day), year: None };
        match year {
            Some((year, 2 | 4)) if !self.glued_after(at + 5) => {
                let year = i32::try_from(full_year(year)).ok();
                Some(Read { partial: Partial { year, ..partial }, next: at + 5, stray: false })
            }
            _ => Some(Read { partial, next: at + 3, stray: false }),
        }
    }

    /// "1 February 1, 2021": a number too many in front of a full date.
    fn stray_then_date(&self, at: usize) -> Option<Read> {
        self.number(at).filter(|(_, digits)| *digits <= 2)?;
        let full = self.month_first(at + 1)?;
        let complete = full.partial.day.is_some() && full.partial.year.is_some();
        complete.then_some(Read { stray: true, ..full })
    }

    /// "7 January 2021", "10 de enero de 2021", "7th of January".
    fn day_first(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        let month_at = self.skip_of(at + 1);
        let month = self.month(month_at)?;
        let dotted = self.skip_dot(month_at + 1, month_at);
        let partial = Partial { day: Some(day), month: Some(month), year: None };
        match self.year_after(dotted) {
            Some((year, next)) => {
                Some(Read { partial: Partial { year: Some(year), ..partial }, next, stray: false })
            }
            None => Some(Read { partial, next: dotted, stray: false }),
        }
    }

    /// "January 7, 2021", "Jan. 7", "September 2021".
    fn month_first(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        let after = self.skip_dot(at + 1, at);
        let partial = Partial { month: Some(month), ..Partial::default() };
        if let Some(day) = self.day(after).filter(|_| !self.glued_after(after + 1)) {
            let partial = Partial { day: Some(day), ..partial };
            return Some(match self.year_after(after + 1) {
                Some((year, next)) => {
                    Read { partial: Partial { year: Some(year), ..partial }, next, stray: false }
                }
                None => Read { partial, next: after + 1, stray: false },
            });
        }
        let (year, next) = self.year_after(after)?;
        Some(Read { partial: Partial { year: Some(year), ..partial }, next, stray: false })
    }

    /// A year of four digits, after an optional comma or "of"; the year and the token after it.
    pub(super) fn year_after(&self, at: usize) -> Option<(i32, usize)> {
        let at = match self.tokens.get(at)?.kind {
            Kind::Mark(',') => at + 1,
            _ => self.skip_of(at),
        };
        let (value, 4) = self.number(at)? else { return None };
        let year = i32::try_from(value).ok().filter(|year| (1000..=2999).contains(year))?;
        // "March 3, 2000 people": a year is not followed by a hyphen or a unit glued to it.
        (!self.glued_after(at + 1)).then_some((year, at + 1))
    }
}

fn read(year: u32, month: u32, day: u32, next: usize) -> Read {
    let year = i32::try_from(year).ok();
    Read { partial: Partial { year, month: Some(month), day: Some(day) }, next, stray: false }
}

/// A year written with two digits, in full.
fn full_year(year: u32) -> u32 {
    match year {
        0..CENTURY_PIVOT => 2000 + year,
        CENTURY_PIVOT..100 => 1900 + year,
        _ => year,
    }
}
