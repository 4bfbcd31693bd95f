//! A date as written: its parts, not yet a time.

use crate::model::Span;

/// How a date of three plain numbers is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 01/10/2021 is the tenth of January.
    #[default]
    MonthDayYear,
    /// 01/10/2021 is the first of October.
    DayMonthYear,
    /// 21/01/10 is the tenth of January 2021.
    YearMonthDay,
}

/// The parts of a date that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Partial {
    /// The year, in full.
    pub year: Option<i32>,
    /// The month, 1 to 12 when it makes sense.
    pub month: Option<u32>,
    /// The day of the month, as written; 31 where the month has 30 is kept.
    pub day: Option<u32>,
}

/// What is wrong with the way a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A number too many, as in "between January 21 and 1 February 1, 2021".
    StrayNumber,
}

/// A date as written: one point, or two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Where it stands in the text.
    pub span: Span,
    /// The date, or the first of two.
    pub start: Partial,
    /// The second of two; included.
    pub end: Option<Partial>,
    /// Whether the text blurs it.
    pub approximate: bool,
    /// What is wrong with it, if anything.
    pub flaw: Option<Flaw>,
}
