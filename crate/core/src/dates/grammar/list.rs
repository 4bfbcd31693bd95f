//! Lists that share a month or a year: "May 3 and 7", "January and March 2021".

use super::cursor::{Cursor, Read};
use crate::dates::expression::{Expression, Form, Partial};
use crate::dates::language::Language;
use crate::dates::meaning::Meaning;

impl Cursor<'_> {
    /// "3 and 7 May 2021", "January and March 2021": the first takes month and year from the second.
    pub fn shared_head(&self, at: usize) -> Option<Read> {
        let head = match self.day(at) {
            Some(day) => Partial { day: Some(day), ..Partial::default() },
            None => Partial { month: Some(self.month(at)?), ..Partial::default() },
        };
        let mut next = at + 1;
        // "3, 5 and 7 May": what stands between is read in its own turn.
        for _ in 0..MAX_LIST {
            next = self.list_step(next)?;
            let Some(read) = self.date(next) else {
                let more =
                    if head.day.is_some() { self.day(next).is_some() } else { self.month(next).is_some() };
                more.then_some(())?;
                next += 1;
                continue;
            };
            let Form::Date(full) = read.form else { return None };
            let fits = head.day.is_some() == full.day.is_some() && full.month.is_some();
            let first = if head.day.is_some() { self.month(at + 1).is_none() } else { full.year.is_some() };
            let form = Form::Date(Partial { month: head.month.or(full.month), year: full.year, ..head });
            return (fits && first).then(|| Read::new(form, at + 1));
        }
        None
    }

    /// "and", "&", a comma, or a comma and a word; with an article behind.
    pub fn list_step(&self, at: usize) -> Option<usize> {
        let comma = self.skip_mark(at, ',');
        let next = self.skip_mark(self.skip(comma, Meaning::And), '&');
        (next > at).then(|| self.skip(next, Meaning::Article))
    }

    /// "May 3 and 7": more days of the month before. The term after the last of them.
    pub fn list_tail(&self, mut at: usize, found: &mut Vec<Expression>) -> usize {
        for _ in 0..MAX_LIST {
            let last = found.last().map(|last| &last.form);
            let Some(Form::Date(before @ Partial { day: Some(_), .. })) = last else { return at };
            let before = *before;
            let Some((day_at, day)) = self.next_in_list(at, before) else { return at };
            let date = Partial { day: Some(day), weekday: None, ..before };
            let mut read = Read::new(Form::Date(date), day_at + 1);
            if let (Some((written, next)), None) = (self.year_after(day_at + 1), before.year) {
                read = Read::new(Form::Date(Partial { year: Some(written), ..date }), next);
                // The year at the end of a list belongs to all of it.
                if let Some(Expression { form: Form::Date(before), .. }) = found.last_mut() {
                    before.year = Some(written);
                }
            }
            found.push(self.build(day_at, &read));
            at = read.next;
        }
        at
    }

    /// The next day of a list that goes on from a date.
    pub fn next_in_list(&self, at: usize, before: Partial) -> Option<(usize, u32)> {
        let day_at = self.list_step(at)?;
        let day = self.day(day_at)?;
        let next = day_at + 1;
        let ordinal = self.raw_number(day_at).is_none();
        let known = before.month.is_some() || ordinal || self.language == Some(Language::Spanish);
        let joined = self.is(at, Meaning::And) || self.mark(at) == Some('&');
        let ends =
            self.ends_day(next) || self.year_after(next).is_some() || (joined && self.verb_follows(next));
        (known && ends && self.month(next).is_none() && !self.is(next, Meaning::Of)).then_some((day_at, day))
    }
}

/// A list of days of one month has no more members than this.
const MAX_LIST: usize = 31;
