//! Expressions to intervals: when a date as written is, and by which rule.

use super::expression::{Expression, Partial};
use crate::model::{Basis, DateMention, Span};
use crate::time::{CivilDate, Interval, Precision, Unit};

/// A year-less date lies at most this many days past its reference.
pub const LOOKAHEAD_DAYS: i64 = 31;

/// What a year-less date is read from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day it is read from, where there is one.
    pub reference: Option<CivilDate>,
    /// What that day is, in words: "the reference date", "the item's own date".
    pub name: &'a str,
}

/// Why an expression has no place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The calendar has no such day.
    ImpossibleDate,
    /// No year is written, and nothing tells which.
    YearUnknown,
    /// The second end comes before the first.
    ReversedRange,
}

/// Where a date lies, how exactly, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    interval: Interval,
    precision: Precision,
    inferred_year: Option<i32>,
}

/// Turns an expression into a dated mention. A date that has no place keeps its words and gives the problem.
pub fn resolve(expression: &Expression, text: &str, context: Context) -> (DateMention, Option<Problem>) {
    let words = expression.span.of(text);
    let placed = place_expression(expression, context.reference);
    let (interval, precision, basis, why, problem) = match placed {
        Ok(placed) => {
            let (basis, why) = reason(&placed, context);
            (Some(placed.interval), placed.precision, basis, why, None)
        }
        Err(problem) => {
            (None, precision(expression.start), Basis::Explicit, problem.why(words), Some(problem))
        }
    };
    let mention = DateMention {
        interval,
        precision,
        expression: words.to_owned(),
        approximate: expression.approximate,
        basis,
        why,
        span: expression.span,
        alternatives: Vec::new(),
    };
    (mention, problem)
}

impl Problem {
    /// The problem in words, naming the date.
    pub fn why(self, words: &str) -> String {
        match self {
            Problem::ImpossibleDate => format!("the calendar has no such day: {words}"),
            Problem::YearUnknown => {
                format!("no year is written, and nothing in the report tells which: {words}")
            }
            Problem::ReversedRange => format!("the end comes before the start: {words}"),
        }
    }
}

fn reason(placed: &Placed, context: Context) -> (Basis, String) {
    match (placed.inferred_year, context.reference) {
        (Some(year), Some(reference)) => {
            let why = format!(
                "year {year} inferred: the latest such date not more than {LOOKAHEAD_DAYS} days past {} {reference}",
                context.name
            );
            (Basis::YearInferred, why)
        }
        _ => (Basis::Explicit, "written in full".to_owned()),
    }
}

fn precision(partial: Partial) -> Precision {
    if partial.day.is_some() { Precision::Day } else { Precision::Month }
}

fn place_expression(expression: &Expression, reference: Option<CivilDate>) -> Result<Placed, Problem> {
    let Some(last) = expression.end else { return place_partial(expression.start, reference) };
    let end = place_partial(last, reference)?;
    // The first end takes the year of the second, one less where the months run over New Year.
    let year = end.interval.start.date().year();
    let first = expression.start;
    let turns = (first.month, first.day) > (last.month, last.day);
    let start = Partial { year: first.year.filter(|_| !turns).or(Some(year - i32::from(turns))), ..first };
    let start = if first.year.is_some_and(|written| written < year) { first } else { start };
    let start = place_partial(start, reference)?;
    if start.interval.start > end.interval.start {
        return Err(Problem::ReversedRange);
    }
    let interval = start.interval.union(end.interval);
    Ok(Placed { interval, precision: Precision::Range, inferred_year: end.inferred_year })
}

fn place_partial(partial: Partial, reference: Option<CivilDate>) -> Result<Placed, Problem> {
    match partial.year {
        Some(year) => Ok(Placed {
            interval: place(partial, year).ok_or(Problem::ImpossibleDate)?,
            precision: precision(partial),
            inferred_year: None,
        }),
        None => {
            let year = latest_year(partial, reference)?;
            Ok(Placed {
                interval: place(partial, year).ok_or(Problem::ImpossibleDate)?,
                precision: precision(partial),
                inferred_year: Some(year),
            })
        }
    }
}

/// The interval of a date in a given year; `None` where the calendar has no such day.
pub fn place(partial: Partial, year: i32) -> Option<Interval> {
    let month = partial.month?;
    match partial.day {
        Some(day) => Some(Interval::of(Unit::Day, CivilDate::new(year, month, day)?)),
        None => Some(Interval::of(Unit::Month, CivilDate::new(year, month, 1)?)),
    }
}

/// The year of the latest such date not more than [`LOOKAHEAD_DAYS`] past the reference. Whether that year has
/// the day (29 February) is for the caller to see: a leap day of another year would be a guess.
fn latest_year(partial: Partial, reference: Option<CivilDate>) -> Result<i32, Problem> {
    let month = partial.month.ok_or(Problem::YearUnknown)?;
    let day = partial.day.unwrap_or(1);
    // 31 is a day of no year in some months: not for want of a year.
    let exists = CivilDate::new(2000, month, day).is_some();
    exists.then_some(()).ok_or(Problem::ImpossibleDate)?;
    let limit = reference.ok_or(Problem::YearUnknown)?.add_days(LOOKAHEAD_DAYS);
    let past = (month, day) > (limit.month(), limit.day());
    Ok(limit.year() - i32::from(past))
}

impl DateMention {
    /// The same mention with its span moved by `offset` bytes, from a part of the text to the whole.
    pub fn shifted(mut self, offset: usize) -> Self {
        self.span = Span { start: self.span.start + offset, end: self.span.end + offset };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DateOrder, scan};
    use super::*;

    fn resolved(text: &str, reference: &str) -> Result<String, Problem> {
        let expression = scan(text, DateOrder::default())[0];
        let context = Context { reference: CivilDate::parse_iso(reference), name: "the reference date" };
        let (mention, problem) = resolve(&expression, text, context);
        problem.map_or_else(|| Ok(mention.interval.unwrap().to_string()), Err)
    }

    #[test]
    fn years_follow_the_stated_rule() {
        let cases = [
            ("14-JAN", "2021-01-14", "2021-01-14..2021-01-15"),
            ("21-NOV", "2021-01-14", "2020-11-21..2020-11-22"),
            ("14-FEB", "2021-01-14", "2021-02-14..2021-02-15"),
            ("15-FEB", "2021-01-14", "2020-02-15..2020-02-16"),
            ("5 January", "2020-12-20", "2021-01-05..2021-01-06"),
            ("from August to September", "2021-09-30", "2021-08-01..2021-10-01"),
            ("December 28 – January 3", "2021-01-14", "2020-12-28..2021-01-04"),
            ("March 17-19, 2019", "2021-01-14", "2019-03-17..2019-03-20"),
            ("29-FEB", "2021-01-14", "2020-02-29..2020-03-01"),
        ];
        for (text, reference, expected) in cases {
            assert_eq!(resolved(text, reference).as_deref(), Ok(expected), "{text} read from {reference}");
        }
    }

    #[test]
    fn what_has_no_place_says_why() {
        assert_eq!(resolved("31-FEB", "2021-01-14"), Err(Problem::ImpossibleDate));
        assert_eq!(resolved("31-FEB", ""), Err(Problem::ImpossibleDate));
        assert_eq!(resolved("29-FEB", "2021-03-15"), Err(Problem::ImpossibleDate));
        assert_eq!(resolved("29 February 2021", "2021-03-15"), Err(Problem::ImpossibleDate));
        assert_eq!(resolved("10-JAN", ""), Err(Problem::YearUnknown));
    }
}
