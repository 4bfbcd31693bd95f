//! Instants, intervals, precision and the calendar.
//!
//! Everything here is civil time written as UTC: no time zone may ever shift a day. An interval is half-open,
//! and a date of month precision *is* that month.

mod calendar;
mod interval;
mod precision;

pub use calendar::{CivilDate, MAX_YEAR, MIN_YEAR, Unit, Weekday};
pub use interval::{Interval, Timestamp};
pub use precision::Precision;
