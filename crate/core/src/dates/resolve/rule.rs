//! The rules by which dates are placed, and their words.

use super::super::expression::{Anchor, Form, WeekdayOf, YearOf};
use super::Context;
use super::place::Placed;
use crate::model::Basis;

/// A year-less date lies at most this many days past its reference.
pub const LOOKAHEAD_DAYS: i64 = 31;

/// How a date was placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// All of it is written.
    Written,
    /// The words are a name for the day.
    Named,
    /// The latest not more than [`LOOKAHEAD_DAYS`] past the reference.
    LatestYear,
    /// The next one, since the words speak of the future.
    NextYear,
    /// The year of the date before it.
    YearOfBefore,
    /// The year of the heading above.
    YearOfHeading,
    /// The month of the date before it.
    MonthOfBefore,
    /// The latest such day or weekday not after the reference.
    LatestDay,
    /// The first such day or weekday after the reference, since the words speak of the future.
    NextDay,
    /// Counted from the reference.
    FromReference,
    /// Counted from the date before it.
    FromBefore,
    /// Counted from a date written beside it.
    FromWritten,
}

impl Rule {
    pub fn basis(self) -> Basis {
        match self {
            Rule::Written | Rule::Named => Basis::Explicit,
            Rule::LatestYear | Rule::NextYear | Rule::YearOfBefore => Basis::YearInferred,
            Rule::YearOfHeading => Basis::Heading,
            Rule::MonthOfBefore
            | Rule::LatestDay
            | Rule::NextDay
            | Rule::FromReference
            | Rule::FromBefore
            | Rule::FromWritten => Basis::Relative,
        }
    }

    /// The rule in words, with the days that it used.
    pub fn words(self, placed: &Placed, context: Context) -> String {
        let year = placed.interval.start.date().year();
        let name = context.name;
        let reference = context.reference.map_or_else(String::new, |day| day.to_string());
        let before =
            context.before.map_or_else(String::new, |before| before.interval.start.date().to_string());
        match self {
            Rule::Written => "written in full".to_owned(),
            Rule::Named => "a name for this day".to_owned(),
            Rule::LatestYear => format!(
                "year {year} inferred: the latest such date not more than {LOOKAHEAD_DAYS} days past {name} {reference}"
            ),
            Rule::NextYear => {
                format!(
                    "year {year} inferred: the words speak of the future, so the next such date after {name} {reference}"
                )
            }
            Rule::YearOfBefore => {
                format!("year {year} inferred: it goes on from the date before it, {before}")
            }
            Rule::YearOfHeading => format!("year {year} stands in the heading above"),
            Rule::MonthOfBefore => format!("the month of the date before it, {before}"),
            Rule::LatestDay => format!("the latest such day that is not after {name} {reference}"),
            Rule::NextDay => {
                format!("the words speak of the future, so the first such day after {name} {reference}")
            }
            Rule::FromReference => format!("counted from {name} {reference}"),
            Rule::FromBefore => format!("counted from the date before it, {before}"),
            Rule::FromWritten => "counted from the date beside it".to_owned(),
        }
    }
}

/// The basis of a form that has no place.
pub(super) fn basis_of(form: &Form) -> Basis {
    match form {
        Form::Unit(_, _, Anchor::Reference | Anchor::Before)
        | Form::Step(_, _, Anchor::Reference | Anchor::Before)
        | Form::Stretch(..)
        | Form::Weekday(_, WeekdayOf::Open | WeekdayOf::Last | WeekdayOf::This | WeekdayOf::Next)
        | Form::Portion(_, YearOf::Step(_)) => Basis::Relative,
        _ => Basis::Explicit,
    }
}
