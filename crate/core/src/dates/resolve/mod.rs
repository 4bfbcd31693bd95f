//! Expressions to intervals: when a date as written is, and by which rule.

mod calendar;
mod day;
mod place;
mod precision;
mod range;
mod rule;
mod yearly;

pub use calendar::place;
pub use rule::LOOKAHEAD_DAYS;

use super::expression::{Anchor, Expression, Form};
use crate::model::{DateMention, DateRole};
use crate::time::{CivilDate, Interval, Precision};
use place::{Placed, Placer};

/// What a date is read from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day that the text is read from, where there is one.
    pub reference: Option<CivilDate>,
    /// What that day is, in words: "the reference date", "the item's own date".
    pub name: &'a str,
    /// The date before it in the paragraph: what "two days later" counts from.
    pub before: Option<Before>,
    /// The year or month that a heading above sets.
    pub heading: Option<Interval>,
}

/// The date before an expression in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// When that is.
    pub interval: Interval,
    /// Whether it leads its sentence with its year written: then a date that leads a later one is of the same story.
    pub leads_story: bool,
}

impl<'a> Context<'a> {
    /// A context with a reference day alone.
    pub fn of(reference: Option<CivilDate>, name: &'a str) -> Self {
        Context { reference, name, before: None, heading: None }
    }
}

/// Why an expression has no place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The calendar has no such day.
    ImpossibleDate,
    /// No year is written, and nothing tells which.
    YearUnknown,
    /// It counts from a day that is not known.
    NoReference,
    /// The second end comes before the first.
    ReversedRange,
    /// It lies before the year 1 or after 9999.
    OutsideCalendar,
}

/// Turns an expression into a dated mention. A date that has no place keeps its words and gives the problem.
///
/// ```
/// use dateline_core::dates::{Context, Reading, resolve, scan};
/// use dateline_core::time::CivilDate;
/// let text = "They met last Tuesday.";
/// let context = Context::of(CivilDate::new(2021, 1, 14), "the reference date");
/// let (mention, problem) = resolve(&scan(text, Reading::default())[0], text, context);
/// assert_eq!(mention.interval.unwrap().to_string(), "2021-01-12..2021-01-13");
/// assert_eq!(problem, None);
/// ```
pub fn resolve(expression: &Expression, text: &str, context: Context) -> (DateMention, Option<Problem>) {
    let words = expression.span.of(text);
    let placer = Placer {
        context,
        future: expression.future,
        leading: expression.leading,
        dayed: precision::precision_of(&expression.form) != Precision::Month,
    };
    match placer.place(&expression.form).and_then(inside) {
        Ok(mut placed) => {
            placed.approximate |= expression.approximate;
            let other = expression.other.and_then(|other| placer.place(&Form::Date(other)).ok());
            placed.alternatives.extend(other.map(|other| other.interval));
            (mention(expression, words, placed, context), None)
        }
        Err(problem) => (unplaced(expression, words, problem), Some(problem)),
    }
}

/// At the calendar's borders a stretch can lose all its days.
fn inside(placed: Placed) -> Result<Placed, Problem> {
    if placed.interval.start < placed.interval.end { Ok(placed) } else { Err(Problem::OutsideCalendar) }
}

fn mention(expression: &Expression, words: &str, placed: Placed, context: Context) -> DateMention {
    let why = placed.rule.words(&placed, context);
    let mut alternatives = placed.alternatives;
    alternatives.retain(|other| *other != placed.interval && other.start < other.end);
    DateMention {
        interval: Some(placed.interval),
        precision: placed.precision,
        expression: words.to_owned(),
        approximate: placed.approximate,
        basis: placed.rule.basis(),
        why,
        span: expression.span,
        role: role(expression, placed.interval, context),
        alternatives,
    }
}

/// What lies after the reference, or is said to come, is scheduled.
fn role(expression: &Expression, interval: Interval, context: Context) -> DateRole {
    let ahead = context.reference.is_some_and(|day| interval.start > day.timestamp());
    match (expression.mention, ahead) {
        (true, _) => DateRole::Mention,
        (_, true) => DateRole::Scheduled,
        _ => DateRole::Event,
    }
}

fn unplaced(expression: &Expression, words: &str, problem: Problem) -> DateMention {
    DateMention {
        interval: None,
        precision: precision::precision_of(&expression.form),
        expression: words.to_owned(),
        approximate: expression.approximate,
        basis: rule::basis_of(&expression.form),
        why: problem.why(words),
        span: expression.span,
        role: if expression.mention { DateRole::Mention } else { DateRole::Event },
        alternatives: Vec::new(),
    }
}

impl Expression {
    /// Whether the expression counts from the date before it.
    pub fn is_chained(&self) -> bool {
        matches!(self.form, Form::Step(_, _, Anchor::Before) | Form::Unit(_, _, Anchor::Before))
    }
}

impl Problem {
    /// The problem in words, naming the date.
    pub fn why(self, words: &str) -> String {
        match self {
            Problem::ImpossibleDate => format!("the calendar has no such day: {words}"),
            Problem::YearUnknown => {
                format!("no year is written, and nothing in the report tells which: {words}")
            }
            Problem::NoReference => format!("it counts from a day that the report does not tell: {words}"),
            Problem::ReversedRange => format!("the end comes before the start: {words}"),
            Problem::OutsideCalendar => {
                format!("it lies outside the years 1 to 9999 of the calendar: {words}")
            }
        }
    }
}

impl DateMention {
    /// The same mention with its span moved by `offset` bytes, from a part of the text to the whole.
    pub fn shifted(mut self, offset: usize) -> Self {
        self.span = crate::model::Span { start: self.span.start + offset, end: self.span.end + offset };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DateOrder, scan};
    use super::*;

    fn resolved(text: &str, reference: &str) -> Result<String, Problem> {
        let expression = &scan(text, DateOrder::default())[0];
        let context = Context::of(CivilDate::parse_iso(reference), "the reference date");
        let (mention, problem) = resolve(expression, text, context);
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
        assert_eq!(resolved("last week", ""), Err(Problem::NoReference));
        assert_eq!(resolved("44 BC", ""), Err(Problem::OutsideCalendar));
    }
}
