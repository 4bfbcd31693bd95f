//! A date as written: a small tree of forms, not yet a time.

use super::meaning::{Feast, Part, Period};
use crate::model::Span;
use crate::time::Weekday;

/// How a date of three plain numbers is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// As the text's language has it: month first in English, day first in the others.
    #[default]
    OfLanguage,
    /// 01/10/2021 is the tenth of January.
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
    /// The weekday beside the date.
    pub weekday: Option<Weekday>,
}

/// What a relative form counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The day that the text is read from: "two days ago".
    Reference,
    /// The date before it in the paragraph: "two days later".
    Before,
    /// A date that is written beside it: "two days after Christmas".
    Form(Box<Form>),
}

/// A part of a year with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// 0 is spring, 3 is winter.
    Season(u8),
    /// 1 to 53, ISO.
    Week(u8),
}

/// Which year a form is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOf {
    /// As written.
    Written(i32),
    /// None is written: the rule decides.
    Open,
    /// So many years from the reference's own: "the third quarter of last year".
    Step(i32),
}

/// One unit, in which an n-th thing is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// "the last day of June"
    Day,
    /// "the first week of May"
    Week,
    /// "the first weekend of May"
    Weekend,
    /// "la primera quincena de mayo": half a month.
    Fortnight,
    /// "the first Monday of May"
    Weekday(Weekday),
    /// "the first month of 2020"
    Month,
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// "January 7, 2021", "September 2021", "2014", "the 21st".
    Date(Partial),
    /// A weekday alone, and which.
    Weekday(Weekday, WeekdayOf),
    /// "last month": a calendar unit so many steps from the anchor's own.
    Unit(Period, i32, Anchor),
    /// "the past three weeks": a stretch that ends (negative) or begins (positive) at the reference.
    Stretch(Period, i32),
    /// "three weeks ago": so many units from the anchor.
    Step(Period, i32, Anchor),
    /// "third quarter of 2020", "last summer".
    Portion(Portion, YearOf),
    /// "the 1990s": its first year.
    Decade(i32),
    /// "the nineties": the tens of its first year.
    BareDecade(u8),
    /// "the 19th century": its number.
    Century(i32),
    /// "the week of January 4", "the weekend of May 1".
    WeekOf(Period, Box<Form>),
    /// "the first Monday of May"; -1 is the last.
    Nth(i8, Counted, Box<Form>),
    /// "the Friday before Labor Day": before ([`WeekdayOf::Previous`]) or after it.
    WeekdayBeside(Weekday, WeekdayOf, Box<Form>),
    /// "the first nine months of 1989": so many units from its start, or before its end when negative.
    Leading(i32, Period, Box<Form>),
    /// "June 5 last year": in a year so many from the reference's own.
    InYear(Partial, i32),
    /// "over the weekend": the latest that has begun, or the next to come.
    LatestWeekend,
    /// "9/11": a name for a day of history, not a date of the text.
    Named(Partial),
    /// "Monday of last week".
    WeekdayIn(Weekday, Box<Form>),
    /// "Good Friday 2021".
    Feast(Feast, YearOf),
    /// "early August".
    Part(Part, Box<Form>),
    /// Two ends; the second is included.
    Range(Box<Form>, Box<Form>),
    /// "last January", "next Christmas", "this summer": one of those that come every year.
    Chosen(Choice, Box<Form>),
    /// A year before Christ: found, but without a place on this calendar.
    BeforeChrist(u32),
}

/// Which of those that come every year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The latest that is over.
    Last,
    /// That of the reference's year.
    This,
    /// The first that is still to begin.
    Next,
}

/// Which weekday is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekdayOf {
    /// None is said: the latest that is not after the reference.
    Open,
    /// "last": the latest before the reference.
    Last,
    /// "this": of the reference's week.
    This,
    /// "next": of the week after the reference's.
    Next,
    /// "coming": the first after the reference.
    Coming,
    /// "the next Friday": as following where a date stands before it, else as next.
    NextOfStory,
    /// "following": the first after the date before it in the text.
    Following,
    /// "previous": the last before the date before it in the text.
    Previous,
}

/// What is wrong with the way a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A number too many, as in "between January 21 and 1 February 1, 2021".
    StrayNumber,
}

/// A date as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Where it stands in the text.
    pub span: Span,
    /// What is written there.
    pub form: Form,
    /// The same with day and month exchanged, where three numbers leave both open.
    pub other: Option<Partial>,
    /// Whether the text blurs it ("about").
    pub approximate: bool,
    /// Whether the words around it speak of the future.
    pub future: bool,
    /// Whether it leads its sentence, as in "In March 2015, …": then the sentences go on from one to the next.
    pub leading: bool,
    /// Whether it names something by its date or says since when, rather than when something happened.
    pub mention: bool,
    /// What is wrong with it, if anything.
    pub flaw: Option<Flaw>,
}

impl Expression {
    /// Whether it names a day or month, so that a line that ends in it can be dated by it.
    pub fn names_month(&self) -> bool {
        match &self.form {
            Form::Date(date) => date.month.is_some(),
            Form::Range(_, end) => matches!(**end, Form::Date(date) if date.month.is_some()),
            _ => false,
        }
    }

    /// The year that is written, of the first end where there are two.
    pub fn written_year(&self) -> Option<i32> {
        match &self.form {
            Form::Date(date) => date.year,
            Form::Range(start, end) => match (&**start, &**end) {
                (Form::Date(start), Form::Date(end)) => start.year.or(end.year),
                _ => None,
            },
            _ => None,
        }
    }

    /// The last day of the calendar that the expression names, its year left open or not.
    pub fn last_partial(&self) -> Option<Partial> {
        match &self.form {
            Form::Date(date) => Some(*date),
            Form::Range(_, end) => match **end {
                Form::Date(date) => Some(date),
                _ => None,
            },
            _ => None,
        }
    }

    /// The same without what the words around it say: a line that names its own date speaks of the past.
    pub fn past(self) -> Self {
        Expression { future: false, ..self }
    }

    /// The same with its span moved by `offset` bytes, from a part of the text to the whole.
    pub fn shifted(mut self, offset: usize) -> Self {
        self.span = Span { start: self.span.start + offset, end: self.span.end + offset };
        self
    }
}
