//! Two ends to one interval.

use super::super::expression::{Form, Partial, WeekdayOf};
use super::Problem;
use super::calendar::{self, days, weekday_after, weekday_until};
use super::place::{Placed, Placer};
use crate::time::{CivilDate, Interval, Precision};

impl Placer<'_> {
    pub fn range(&self, first: &Form, last: &Form) -> Result<Placed, Problem> {
        if let (Form::Date(start), Form::Date(end)) = (first, last) {
            return self.date_range(*start, *end);
        }
        let end = self.place(last)?;
        let mut start = self.place(first)?;
        if let (Form::Weekday(day, WeekdayOf::Open), Form::Weekday(_, WeekdayOf::Open)) = (first, last) {
            let found = weekday_until(end.interval.start.date(), *day);
            start.interval = days(found, found);
        } else if let Form::Weekday(day, WeekdayOf::Open) = last {
            // "from today to Friday"
            let found = weekday_after(start.interval.start.date(), *day);
            return united(start.interval, Placed { interval: days(found, found), ..end });
        }
        united(start.interval, end)
    }

    /// A range whose years are not written lies where its first day does; a written year holds for the other end too.
    pub fn date_range(&self, start: Partial, end: Partial) -> Result<Placed, Problem> {
        if let (None, Some(day), None) = (start.month, start.day, end.month) {
            let last = self.date(end)?;
            let month = last.interval.start.date();
            let first = CivilDate::new(month.year(), month.month(), day).ok_or(Problem::ImpossibleDate)?;
            return united(days(first, first), last);
        }
        if let Some(year) = end.year {
            // One year less where the months run over New Year.
            let turns = (start.month, start.day) > (end.month, end.day) && start.month.is_some();
            let start = Partial { year: start.year.or(Some(year - i32::from(turns))), ..start };
            return united(self.date(start)?.interval, self.date(end)?);
        }
        let first = self.date(start)?;
        let year = first.interval.start.date().year();
        let mut ends = (year..=year + 1).filter_map(|year| calendar::place(end, year));
        let last = ends.find(|last| last.start >= first.interval.start).ok_or(Problem::ImpossibleDate)?;
        united(first.interval, Placed { interval: last, ..first })
    }
}

/// From the start of one to the end of the other.
fn united(start: Interval, end: Placed) -> Result<Placed, Problem> {
    if start.start > end.interval.start {
        return Err(Problem::ReversedRange);
    }
    Ok(Placed {
        interval: start.union(end.interval),
        precision: Precision::Range,
        alternatives: Vec::new(),
        ..end
    })
}
