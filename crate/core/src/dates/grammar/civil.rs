//! Dates with their month in words: hyphens, day first, month first, year first; and the weekday beside them.

use super::cursor::{Cursor, Read, full_year};
use crate::dates::expression::{Form, Partial, YearOf};
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Period};
use crate::time::Weekday;

impl Cursor<'_> {
    /// A date with a month in any of its forms, its weekday with it.
    pub fn date(&self, at: usize) -> Option<Read> {
        if let Some(Meaning::Weekday(day)) = self.meaning(at) {
            return self.after_weekday(at, day);
        }
        let read = self.numbers(at).or_else(|| self.named(at))?;
        Some(self.in_other_year(self.with_weekday_behind(read)))
    }

    /// A date with its month in words.
    pub fn named(&self, at: usize) -> Option<Read> {
        self.hyphenated(at)
            .or_else(|| self.run_together(at))
            .or_else(|| self.stray_then_date(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.year_first(at))
    }

    /// "Tuesday, January 5", "martes 5 de enero", "Tuesday the 5th".
    pub fn after_weekday(&self, at: usize, weekday: u8) -> Option<Read> {
        let mut next = self.skip_dot(at + 1);
        next = self.skip_mark(next, ',');
        next = self.skip(next, Meaning::DayPart);
        let comma = self.mark(next) == Some(',');
        next = self.skip_mark(next, ',');
        next = if comma { self.skip(next, Meaning::At) } else { next };
        let article = self.is(next, Meaning::Article);
        next = self.skip(next, Meaning::Article);
        if article && self.words(next).eq_ignore_ascii_case("día") {
            next += 1;
        }
        let mut read =
            self.numbers(next).or_else(|| self.named(next)).or_else(|| self.day_after_weekday(next))?;
        let Form::Date(date) = &mut read.form else { return None };
        date.day?;
        date.weekday = Weekday::ALL.get(usize::from(weekday)).copied();
        Some(read)
    }

    /// "Tuesday the 5th", "martes 5".
    pub fn day_after_weekday(&self, at: usize) -> Option<Read> {
        let day = self.day(at).filter(|_| !self.glued_after(at + 1) && !self.is(at + 1, Meaning::Measure))?;
        let clock = self.letter(at + 1) == Some(b'h') || self.meaning(at + 1) == Some(Meaning::Measure);
        let ordinal = self.raw_number(at).is_none();
        let spanish = self.language.is_some_and(|language| language != Language::English);
        let plain = !self.is_word(at + 1) || self.meaning(at + 1).is_some();
        (!clock && (ordinal || (spanish && plain)))
            .then(|| Read::new(Form::Date(Partial { day: Some(day), ..Partial::default() }), at + 1))
    }

    /// "January 5 (Tuesday)".
    pub fn with_weekday_behind(&self, mut read: Read) -> Read {
        let at = read.next;
        let bracket = self.mark(at) == Some('(') && self.mark(at + 2) == Some(')');
        if let (Some(Meaning::Weekday(day)), Form::Date(date), true) =
            (self.meaning(at + 1), &mut read.form, bracket)
            && date.day.is_some()
        {
            date.weekday = Weekday::ALL.get(usize::from(day)).copied();
            read.next = at + 3;
        }
        read
    }

    /// "June 5 last year", "the 1st of January next year".
    pub fn in_other_year(&self, read: Read) -> Read {
        let Form::Date(date @ Partial { year: None, month: Some(_), .. }) = read.form else { return read };
        match self.year_of(read.next) {
            Some((YearOf::Step(step), next)) => Read::new(Form::InYear(date, step), next),
            _ => read,
        }
    }

    /// "10-JAN", "10-JAN-21", "10/Jan/2021".
    pub fn hyphenated(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        let separator = self.separator(at + 1, &['-', '/', '.', '–'])?;
        let month = self.month(at + 2).filter(|_| !self.spaced(at + 2))?;
        let partial = Partial { month: Some(month), day: Some(day), ..Partial::default() };
        let year = self.separator(at + 3, &[separator]).and_then(|_| self.glued_number(at + 4));
        match year {
            Some((year, 2 | 4)) if !self.longer(at + 5, separator) => {
                Some(Read::date(Partial { year: full_year(year), ..partial }, at + 5))
            }
            _ => Some(self.and_year(partial, at + 3)),
        }
    }

    /// "05JAN2021", "10JAN21", "5January".
    pub fn run_together(&self, at: usize) -> Option<Read> {
        let (day, 1 | 2) = self.raw_number(at)? else { return None };
        let month = self.month(at + 1).filter(|_| !self.spaced(at + 1) && (1..=31).contains(&day))?;
        let year = self.glued_number(at + 2).filter(|(_, digits)| matches!(digits, 2 | 4));
        let partial = Partial { day: Some(day), month: Some(month), ..Partial::default() };
        match year {
            Some((year, _)) => Some(Read::date(Partial { year: full_year(year), ..partial }, at + 3)),
            None => Some(self.and_year(partial, at + 2)),
        }
    }

    /// "1 February 1, 2021": a number too many in front of a full date.
    pub fn stray_then_date(&self, at: usize) -> Option<Read> {
        self.number(at).filter(|(_, digits)| *digits <= 2)?;
        let full = self.month_first(at + 1)?;
        let Form::Date(Partial { year: Some(_), day: Some(_), .. }) = full.form else { return None };
        Some(Read { stray: true, ..full })
    }

    /// "7 January 2021", "10 de enero de 2021", "7th of January", "the fifth of May".
    pub fn day_first(&self, at: usize) -> Option<Read> {
        let day = self.day(at).or_else(|| self.day_word(at))?;
        let after = self.skip_mark_if_glued(at + 1);
        // "a los 14 días del mes de diciembre"
        let days = self.skip(after, Meaning::Unit(Period::Day));
        let of = self.skip(days, Meaning::Of);
        let named =
            of + 2 * usize::from(self.is(of, Meaning::Unit(Period::Month)) && self.is(of + 1, Meaning::Of));
        let month_at = self.skip(named, Meaning::Article);
        let month = self.month(month_at).filter(|_| days == after || of > days)?;
        let worded = self.day(at).is_none();
        // "one may", "primer mayo": a day in words wants its "of".
        if worded && month_at == at + 1 {
            return None;
        }
        let street = self.is(month_at + 1, Meaning::Place) || self.on_street(at);
        let partial = Partial { day: Some(day), month: Some(month), ..Partial::default() };
        (!street).then(|| self.and_year(partial, self.skip_dot(month_at + 1)))
    }

    /// "Calle 5 de Mayo", "Plaza del 2 de Mayo"
    pub fn on_street(&self, at: usize) -> bool {
        let place = |at: Option<usize>| at.is_some_and(|at| self.is(at, Meaning::Place));
        let of = at
            .checked_sub(1)
            .is_some_and(|before| self.is(before, Meaning::Of) || self.is(before, Meaning::Article));
        let before = at.checked_sub(1);
        // "Estadio 1 de Mayo": where months are small, a name before and a capital behind make a name.
        let small = self.language.is_some_and(|language| language != Language::English);
        let named = small
            && before.is_some_and(|before| self.unknown(before) == Some(Case::Title))
            && self.words(at + 2).starts_with(char::is_uppercase);
        named || place(at.checked_sub(1 + usize::from(of)))
    }

    /// "1. Mai": the full stop after a day.
    pub fn skip_mark_if_glued(&self, at: usize) -> usize {
        at + usize::from(self.separator(at, &['.']).is_some() && self.month(at + 1).is_some())
    }

    /// "January 7, 2021", "Jan. 7", "September 2021", "May the fourth".
    pub fn month_first(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        // "Calle 5 de Mayo 12": what is no date with its day is none without.
        if at >= 2 && self.is(at - 1, Meaning::Of) && self.is_number(at - 2) {
            return None;
        }
        let after = self.skip_dot(at + 1);
        let partial = Partial { month: Some(month), ..Partial::default() };
        let day_at = self.skip(after, Meaning::Article);
        let glued = || {
            self.glued_number(day_at)
                .filter(|(day, digits)| *digits <= 2 && (1..=31).contains(day))
                .map(|(day, _)| day)
        };
        let day = self
            .day(day_at)
            .or_else(glued)
            .filter(|_| self.is_day(day_at))
            .or_else(|| self.worded_day(day_at));
        if let Some(day) = day {
            return Some(self.and_year(Partial { day: Some(day), ..partial }, day_at + 1));
        }
        let hyphen = self.separator(after, &['-', '/']).is_some() && !self.spaced(after + 1);
        if let (true, Some(day), Some(_), Some((year, 4))) = (
            hyphen,
            self.day(after + 1),
            self.separator(after + 2, &['-', '/']),
            self.glued_number(after + 3),
        ) {
            let year = i32::try_from(year).ok();
            return Some(Read::date(Partial { day: Some(day), year, ..partial }, after + 4));
        }
        let year_at = after + usize::from(hyphen);
        let slash = self.mark(after) == Some('/');
        if let Some(day) = self.day(after + 1).filter(|_| hyphen && slash && !self.longer(after + 2, '/')) {
            return Some(Read::date(Partial { day: Some(day), ..partial }, after + 2));
        }
        if let Some((value, 2)) = self.glued_number(year_at).filter(|_| hyphen) {
            let year =
                full_year(value).filter(|_| self.number(year_at).is_some() && !self.longer(year_at + 1, '-'));
            return year.map(|year| Read::date(Partial { year: Some(year), ..partial }, year_at + 1));
        }
        let (year, next) = self.year_after(year_at)?;
        Some(Read::date(Partial { year: Some(year), ..partial }, next))
    }

    /// Whether the number after a month is a day: nothing is counted by it.
    pub fn is_day(&self, at: usize) -> bool {
        let counted = self.raw_number(at).is_some()
            && self.is(at + 1, Meaning::Measure)
            && !matches!(self.words(at + 1).to_ascii_lowercase().as_str(), "am" | "pm");
        let clock = self.separator(at + 1, &[':']).is_some() && self.is_number(at + 2);
        !counted && !clock && !self.glued_to_more(at + 1)
    }

    /// "January 7.5", "January 7/8" (a list of sizes) but not "March 17-19".
    pub fn glued_to_more(&self, at: usize) -> bool {
        let mark = self.separator(at, &['/', '.', ':', '%', '$', '°', '€']);
        match mark {
            Some('%' | '$' | '°' | '€') => true,
            Some(_) => self.is_number(at + 1) && !self.spaced(at + 1),
            None => false,
        }
    }

    /// "May the fourth", "May fifth".
    pub fn worded_day(&self, at: usize) -> Option<u32> {
        match self.meaning(at)? {
            Meaning::Ordinal(day) if day <= 31 && !matches!(self.meaning(at + 1), Some(Meaning::Unit(_))) => {
                Some(u32::from(day))
            }
            _ => None,
        }
    }

    /// "2021 January 7", "2021, 7 January", "2021 Jan".
    pub fn year_first(&self, at: usize) -> Option<Read> {
        let (year, next) = self.year(at).or_else(|| self.year_before_dash(at))?;
        let next = next + usize::from(self.separator(next, &['-', ',']).is_some());
        let month = self.month(next)?;
        let partial = Partial { year: Some(year), month: Some(month), ..Partial::default() };
        let after = self.skip_dot(next + 1);
        let after = after + usize::from(self.separator(after, &['-']).is_some());
        match self.day(after).filter(|_| self.is_day(after) && self.year(after + 1).is_none()) {
            Some(day) => Some(Read::date(Partial { day: Some(day), ..partial }, after + 1)),
            None => (!self.weak(next) && self.year_after(next + 1).is_none())
                .then(|| Read::date(partial, next + 1)),
        }
    }

    /// The date with the year that follows, if one does.
    pub fn and_year(&self, partial: Partial, at: usize) -> Read {
        match self.year_after(at).or_else(|| self.short_year(at)).or_else(|| self.year_after_clock(at)) {
            Some((year, next)) => Read::date(Partial { year: Some(year), ..partial }, next),
            None => Read::date(partial, at),
        }
    }

    /// "Tue Jul 5 14:02:11 UTC 2011": as machines write it.
    fn year_after_clock(&self, at: usize) -> Option<(i32, usize)> {
        let colon = |at: usize| self.separator(at, &[':']).is_some() && self.glued_number(at + 1).is_some();
        self.raw_number(at)?;
        (colon(at + 1) && colon(at + 3)).then_some(())?;
        let zone =
            usize::from(self.unknown(at + 5) == Some(Case::Upper) || self.is(at + 5, Meaning::Measure));
        self.year(at + 5 + zone)
    }

    /// "5 May 21," with nothing counted by it.
    pub fn short_year(&self, at: usize) -> Option<(i32, usize)> {
        let (value, 2) = self.number(at).filter(|_| !self.glued_after(at + 1))? else { return None };
        let month_before = at.checked_sub(1).is_some_and(|before| self.month(before).is_some());
        let ends = !self.is_word(at + 1)
            || matches!(self.meaning(at + 1), Some(Meaning::Link | Meaning::To | Meaning::At));
        (month_before && ends && self.separator(at + 1, &[':', '-', '–']).is_none())
            .then_some((full_year(value)?, at + 1))
    }
}
