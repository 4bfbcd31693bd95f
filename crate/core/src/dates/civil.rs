//! Dates of the calendar: ISO, plain numbers, hyphens, day first, month first.

use super::cursor::{Cursor, Read, full_year};
use super::expression::{DateOrder, Form, Partial};
use super::language::Language;
use super::lexer::Case;
use super::meaning::{Meaning, Period};
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

    fn numbers(&self, at: usize) -> Option<Read> {
        self.number(at).or_else(|| {
            self.raw_number(at).filter(|_| self.spaced(at) || at == 0 || self.mark(at - 1).is_some())
        })?;
        self.iso(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.month_and_year(at))
            .or_else(|| self.compact(at))
    }

    /// A date with its month in words.
    fn named(&self, at: usize) -> Option<Read> {
        self.hyphenated(at)
            .or_else(|| self.run_together(at))
            .or_else(|| self.stray_then_date(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.year_first(at))
    }

    /// "Tuesday, January 5", "martes 5 de enero", "Tuesday the 5th".
    fn after_weekday(&self, at: usize, weekday: u8) -> Option<Read> {
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
    fn day_after_weekday(&self, at: usize) -> Option<Read> {
        let day = self.day(at).filter(|_| !self.glued_after(at + 1) && !self.is(at + 1, Meaning::Measure))?;
        let clock = self.letter(at + 1) == Some(b'h') || self.meaning(at + 1) == Some(Meaning::Measure);
        let ordinal = self.raw_number(at).is_none();
        let spanish = self.language.is_some_and(|language| language != Language::English);
        let plain = !self.is_word(at + 1) || self.meaning(at + 1).is_some();
        (!clock && (ordinal || (spanish && plain)))
            .then(|| Read::new(Form::Date(Partial { day: Some(day), ..Partial::default() }), at + 1))
    }

    /// "January 5 (Tuesday)".
    fn with_weekday_behind(&self, mut read: Read) -> Read {
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
    fn in_other_year(&self, read: Read) -> Read {
        let Form::Date(date @ Partial { year: None, month: Some(_), .. }) = read.form else { return read };
        match self.year_of(read.next) {
            Some((super::expression::YearOf::Step(step), next)) => Read::new(Form::InYear(date, step), next),
            _ => read,
        }
    }

    pub fn letter(&self, at: usize) -> Option<u8> {
        self.term(at)?.letter
    }

    /// "2021-01-10", "2021/1/10", "2021-01-10T12:30Z", "2021-01".
    fn iso(&self, at: usize) -> Option<Read> {
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
                read(Partial { year: Some(year), month: Some(month), ..Partial::default() }, at + 3)
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
        Some(read(partial, at + 5))
    }

    /// Whether the number goes on: "1.2.2021.4", "2021-01-10-7".
    fn longer(&self, at: usize, separator: char) -> bool {
        self.separator(at, &[separator]).is_some() && self.is_number(at + 1) && !self.spaced(at + 1)
    }

    /// "2021-W03".
    fn iso_week(&self, at: usize, year: i32) -> Option<Read> {
        let (week, 2) = self.glued_number(at + 3)? else { return None };
        let week = u8::try_from(week).ok().filter(|week| (1..=53).contains(week))?;
        let form =
            Form::Portion(super::expression::Portion::Week(week), super::expression::YearOf::Written(year));
        Some(Read::new(form, at + 4))
    }

    /// "01/10/2021", "7.1.2021", "15-03-2021": three numbers.
    fn numeric(&self, at: usize) -> Option<Read> {
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
    fn spaced_numbers(&self, at: usize) -> Option<Read> {
        let slashes = [1, 3].iter().all(|step| self.mark(at + step) == Some('/') && self.spaced(at + step));
        let two = |at: usize| self.number(at).filter(|(_, digits)| *digits <= 2).map(|(value, _)| value);
        let (year, 4) = self.number(at + 4).filter(|_| slashes)? else { return None };
        self.three(at, [two(at)?, two(at + 2)?, year], '/', 4)
    }

    fn three(
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
        let year = full_year(year)?;
        // A version or a score has three numbers too: with dots and hyphens a short year must leave no doubt.
        let short = self.terms.len() <= SHORT_TEXT
            || at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::At));
        let sure = digits == 4 || separator == '/' || third > 31 || (first > 12 && second <= 12) || short;
        let plausible = sure && (1..=12).contains(&month) && day >= 1;
        let partial = Partial { year: Some(year), month: Some(month), day: Some(day), weekday: None };
        let mut found = read(partial, at + 5);
        found.other = open.then_some(Partial { month: Some(day), day: Some(month), ..partial });
        let shown = self.text_like_date(at, digits);
        (plausible || shown).then_some(found)
    }

    /// "99-99-9999" is meant as a date though it is none.
    fn text_like_date(&self, at: usize, year_digits: u32) -> bool {
        let two = |at: usize| matches!(self.raw_number(at), Some((_, 2)));
        year_digits == 4 && two(at) && two(at + 2)
    }

    fn number_order(&self, separator: char) -> DateOrder {
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
    fn month_and_day(&self, at: usize, first: u32, second: u32, separator: char) -> Option<Read> {
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
        let named = (first, second) == (9, 11);
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
            let mut found = read(partial, at + 3);
            found.other = (day <= 12 && day != month).then_some(Partial {
                month: Some(day),
                day: Some(month),
                ..partial
            });
            found
        })
    }

    /// "01/2021".
    fn month_and_year(&self, at: usize) -> Option<Read> {
        let (month, digits) = self.number(at)?;
        let separator = self.separator(at + 1, &['/', '-', '.'])?;
        let (year, 4) = self.glued_number(at + 2)? else { return None };
        let plausible = digits <= 2 && (1..=12).contains(&month) && (1900..2100).contains(&year);
        let ends = self.number(at + 2).is_some() && !self.longer(at + 3, separator) && !self.labelled(at);
        let form = (separator == '/' || digits == 2) && plausible && ends;
        form.then(|| {
            read(Partial { year: i32::try_from(year).ok(), month: Some(month), ..Partial::default() }, at + 3)
        })
    }

    /// "20210110".
    fn compact(&self, at: usize) -> Option<Read> {
        // "20120809T102030Z" goes on with its time.
        let timed = self.letter(at + 1) == Some(b't') && !self.spaced(at + 1);
        let (value, 8) = self.number(at).or_else(|| self.raw_number(at).filter(|_| timed))? else {
            return None;
        };
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        let plausible = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let partial =
            Partial { year: i32::try_from(year).ok(), month: Some(month), day: Some(day), weekday: None };
        (plausible && !self.glued_after(at + 1)).then(|| read(partial, at + 1))
    }

    /// "10-JAN", "10-JAN-21", "10/Jan/2021".
    fn hyphenated(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        let separator = self.separator(at + 1, &['-', '/', '.', '–'])?;
        let month = self.month(at + 2).filter(|_| !self.spaced(at + 2))?;
        let partial = Partial { month: Some(month), day: Some(day), ..Partial::default() };
        let year = self.separator(at + 3, &[separator]).and_then(|_| self.glued_number(at + 4));
        match year {
            Some((year, 2 | 4)) if !self.longer(at + 5, separator) => {
                Some(read(Partial { year: full_year(year), ..partial }, at + 5))
            }
            _ => Some(self.and_year(partial, at + 3)),
        }
    }

    /// "05JAN2021", "10JAN21", "5January".
    fn run_together(&self, at: usize) -> Option<Read> {
        let (day, 1 | 2) = self.raw_number(at)? else { return None };
        let month = self.month(at + 1).filter(|_| !self.spaced(at + 1) && (1..=31).contains(&day))?;
        let year = self.glued_number(at + 2).filter(|(_, digits)| matches!(digits, 2 | 4));
        let partial = Partial { day: Some(day), month: Some(month), ..Partial::default() };
        match year {
            Some((year, _)) => Some(read(Partial { year: full_year(year), ..partial }, at + 3)),
            None => Some(self.and_year(partial, at + 2)),
        }
    }

    /// "1 February 1, 2021": a number too many in front of a full date.
    fn stray_then_date(&self, at: usize) -> Option<Read> {
        self.number(at).filter(|(_, digits)| *digits <= 2)?;
        let full = self.month_first(at + 1)?;
        let Form::Date(Partial { year: Some(_), day: Some(_), .. }) = full.form else { return None };
        Some(Read { stray: true, ..full })
    }

    /// "7 January 2021", "10 de enero de 2021", "7th of January", "the fifth of May".
    fn day_first(&self, at: usize) -> Option<Read> {
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
    fn on_street(&self, at: usize) -> bool {
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
    fn skip_mark_if_glued(&self, at: usize) -> usize {
        at + usize::from(self.separator(at, &['.']).is_some() && self.month(at + 1).is_some())
    }

    /// "January 7, 2021", "Jan. 7", "September 2021", "May the fourth".
    fn month_first(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
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
            return Some(read(Partial { day: Some(day), year, ..partial }, after + 4));
        }
        let year_at = after + usize::from(hyphen);
        let slash = self.mark(after) == Some('/');
        if let Some(day) = self.day(after + 1).filter(|_| hyphen && slash && !self.longer(after + 2, '/')) {
            return Some(read(Partial { day: Some(day), ..partial }, after + 2));
        }
        if let Some((value, 2)) = self.glued_number(year_at).filter(|_| hyphen) {
            let year =
                full_year(value).filter(|_| self.number(year_at).is_some() && !self.longer(year_at + 1, '-'));
            return year.map(|year| read(Partial { year: Some(year), ..partial }, year_at + 1));
        }
        let (year, next) = self.year_after(year_at)?;
        Some(read(Partial { year: Some(year), ..partial }, next))
    }

    /// Whether the number after a month is a day: nothing is counted by it.
    fn is_day(&self, at: usize) -> bool {
        let counted = self.raw_number(at).is_some()
            && self.is(at + 1, Meaning::Measure)
            && !matches!(self.words(at + 1).to_ascii_lowercase().as_str(), "am" | "pm");
        let clock = self.separator(at + 1, &[':']).is_some() && self.is_number(at + 2);
        !counted && !clock && !self.glued_to_more(at + 1)
    }

    /// "January 7.5", "January 7/8" (a list of sizes) but not "March 17-19".
    fn glued_to_more(&self, at: usize) -> bool {
        let mark = self.separator(at, &['/', '.', ':', '%', '$', '°', '€']);
        match mark {
            Some('%' | '$' | '°' | '€') => true,
            Some(_) => self.is_number(at + 1) && !self.spaced(at + 1),
            None => false,
        }
    }

    /// "May the fourth", "May fifth".
    fn worded_day(&self, at: usize) -> Option<u32> {
        match self.meaning(at)? {
            Meaning::Ordinal(day) if day <= 31 && !matches!(self.meaning(at + 1), Some(Meaning::Unit(_))) => {
                Some(u32::from(day))
            }
            _ => None,
        }
    }

    /// "2021 January 7", "2021, 7 January", "2021 Jan".
    fn year_first(&self, at: usize) -> Option<Read> {
        let (year, next) = self.year(at).or_else(|| self.year_before_dash(at))?;
        let next = next + usize::from(self.separator(next, &['-', ',']).is_some());
        let month = self.month(next)?;
        let partial = Partial { year: Some(year), month: Some(month), ..Partial::default() };
        let after = self.skip_dot(next + 1);
        let after = after + usize::from(self.separator(after, &['-']).is_some());
        match self.day(after).filter(|_| self.is_day(after) && self.year(after + 1).is_none()) {
            Some(day) => Some(read(Partial { day: Some(day), ..partial }, after + 1)),
            None => {
                (!self.weak(next) && self.year_after(next + 1).is_none()).then(|| read(partial, next + 1))
            }
        }
    }

    /// The date with the year that follows, if one does.
    fn and_year(&self, partial: Partial, at: usize) -> Read {
        match self.year_after(at).or_else(|| self.short_year(at)) {
            Some((year, next)) => read(Partial { year: Some(year), ..partial }, next),
            None => read(partial, at),
        }
    }

    /// "5 May 21," with nothing counted by it.
    fn short_year(&self, at: usize) -> Option<(i32, usize)> {
        let (value, 2) = self.number(at).filter(|_| !self.glued_after(at + 1))? else { return None };
        let month_before = at.checked_sub(1).is_some_and(|before| self.month(before).is_some());
        let ends = !self.is_word(at + 1)
            || matches!(self.meaning(at + 1), Some(Meaning::Link | Meaning::To | Meaning::At));
        (month_before && ends && self.separator(at + 1, &[':', '-', '–']).is_none())
            .then_some((full_year(value)?, at + 1))
    }
}

/// In a text of no more terms numbers with dots or hyphens are a date rather than a score or a version.
const SHORT_TEXT: usize = 10;

fn read(partial: Partial, next: usize) -> Read {
    Read::new(Form::Date(partial), next)
}
