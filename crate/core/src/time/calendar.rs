//! The calendar: the only file that names chrono.
//!
//! A [`CivilDate`] is a day of the proleptic Gregorian calendar between [`MIN_YEAR`] and [`MAX_YEAR`]; arithmetic
//! saturates at those borders instead of failing, so that no input can overflow it.

use super::Timestamp;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The first year that a date can have.
pub const MIN_YEAR: i32 = 1;
/// The last year that a date can have.
pub const MAX_YEAR: i32 = 9999;

/// A unit of the calendar that a day can be rounded down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A civil day.
    Day,
    /// An ISO week, from Monday.
    Week,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// Six months from January or July.
    Half,
    /// A calendar year.
    Year,
    /// Ten years from a year that ends in 0.
    Decade,
    /// A hundred years from a year that ends in 00.
    Century,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, from Monday.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
}

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(NaiveDate);

impl CivilDate {
    /// The day, or `None` where the calendar has no such day or the year is out of range.
    ///
    /// ```
    /// use dateline_core::time::CivilDate;
    /// assert!(CivilDate::new(2020, 2, 29).is_some());
    /// assert!(CivilDate::new(2021, 2, 29).is_none());
    /// ```
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(CivilDate)
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok())?
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// The day that an instant falls on; instants beyond the calendar's borders give its first or last day.
    pub fn from_timestamp(instant: Timestamp) -> Self {
        let days = instant.0.div_euclid(Timestamp::DAY_MS);
        let epoch_days = i64::from(Self::epoch().num_days_from_ce());
        let from_ce = days.saturating_add(epoch_days).clamp(i64::from(i32::MIN), i64::from(i32::MAX));
        let date = i32::try_from(from_ce).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
        let fallback = if days < 0 { Self::first() } else { Self::last() };
        date.map_or(fallback, |date| CivilDate(date).clamped())
    }

    /// Midnight at the start of the day.
    pub fn timestamp(self) -> Timestamp {
        let days = i64::from(self.0.num_days_from_ce()) - i64::from(Self::epoch().num_days_from_ce());
        Timestamp(days * Timestamp::DAY_MS)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        let index = self.0.weekday().num_days_from_monday() as usize;
        Weekday::ALL.get(index).copied().unwrap_or(Weekday::Monday)
    }

    /// `days` later, or earlier when negative.
    pub fn add_days(self, days: i64) -> Self {
        let step = Days::new(days.unsigned_abs());
        let moved = if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        let border = if days < 0 { Self::first() } else { Self::last() };
        moved.map_or(border, |date| CivilDate(date).clamped())
    }

    /// `months` later, or earlier when negative; the day is cut to the length of the month.
    pub fn add_months(self, months: i64) -> Self {
        let step = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or(u32::MAX));
        let moved =
            if months < 0 { self.0.checked_sub_months(step) } else { self.0.checked_add_months(step) };
        let border = if months < 0 { Self::first() } else { Self::last() };
        moved.map_or(border, |date| CivilDate(date).clamped())
    }

    /// The first day of the unit that holds this day.
    pub fn floor(self, unit: Unit) -> Self {
        let (year, month) = (self.year(), self.month());
        let first_of = |year: i32, month: u32| Self::new(year, month, 1).unwrap_or_else(Self::first);
        match unit {
            Unit::Day => self,
            Unit::Week => self.add_days(-i64::from(self.0.weekday().num_days_from_monday())),
            Unit::Month => first_of(year, month),
            Unit::Quarter => first_of(year, (month - 1) / 3 * 3 + 1),
            Unit::Half => first_of(year, (month - 1) / 6 * 6 + 1),
            Unit::Year => first_of(year, 1),
            Unit::Decade => first_of(year.div_euclid(10) * 10, 1),
            Unit::Century => first_of(year.div_euclid(100) * 100, 1),
        }
    }

    /// `count` units later, or earlier when negative.
    pub fn offset(self, unit: Unit, count: i64) -> Self {
        match unit {
            Unit::Day => self.add_days(count),
            Unit::Week => self.add_days(count.saturating_mul(7)),
            Unit::Month => self.add_months(count),
            Unit::Quarter => self.add_months(count.saturating_mul(3)),
            Unit::Half => self.add_months(count.saturating_mul(6)),
            Unit::Year => self.add_months(count.saturating_mul(12)),
            Unit::Decade => self.add_months(count.saturating_mul(120)),
            Unit::Century => self.add_months(count.saturating_mul(1200)),
        }
    }

    /// The first day of the calendar.
    pub fn first() -> Self {
        CivilDate(NaiveDate::from_ymd_opt(MIN_YEAR, 1, 1).unwrap_or(NaiveDate::MIN))
    }

    /// The last day of the calendar.
    pub fn last() -> Self {
        CivilDate(NaiveDate::from_ymd_opt(MAX_YEAR, 12, 31).unwrap_or(NaiveDate::MAX))
    }

    fn clamped(self) -> Self {
        self.clamp(Self::first(), Self::last())
    }

    fn epoch() -> NaiveDate {
        NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default()
    }
}

/// ISO 8601, `2021-01-14`.
impl std::fmt::Display for CivilDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        CivilDate::parse_iso(text).unwrap()
    }

    #[test]
    fn floors_and_offsets_by_unit() {
        let cases = [
            (Unit::Day, "2021-01-14", "2021-01-15"),
            (Unit::Week, "2021-01-11", "2021-01-18"),
            (Unit::Month, "2021-01-01", "2021-02-01"),
            (Unit::Quarter, "2021-01-01", "2021-04-01"),
            (Unit::Half, "2021-01-01", "2021-07-01"),
            (Unit::Year, "2021-01-01", "2022-01-01"),
            (Unit::Decade, "2020-01-01", "2030-01-01"),
            (Unit::Century, "2000-01-01", "2100-01-01"),
        ];
        for (unit, start, end) in cases {
            let floor = date("2021-01-14").floor(unit);
            assert_eq!((floor, floor.offset(unit, 1)), (date(start), date(end)), "{unit:?}");
        }
    }

    #[test]
    fn instants_and_days_agree_also_before_1970() {
        for text in ["0001-01-01", "1969-12-31", "1970-01-01", "2020-02-29", "9999-12-31"] {
            let day = date(text);
            assert_eq!(day.timestamp().date(), day);
            assert_eq!(Timestamp(day.timestamp().0 + Timestamp::DAY_MS - 1).date(), day);
        }
        assert_eq!(date("1970-01-01").timestamp(), Timestamp(0));
    }

    #[test]
    fn borders_saturate() {
        assert_eq!(Timestamp(i64::MAX).date(), CivilDate::last());
        assert_eq!(Timestamp(i64::MIN).date(), CivilDate::first());
        assert_eq!(CivilDate::last().add_days(i64::MAX), CivilDate::last());
        assert_eq!(CivilDate::first().add_months(i64::MIN), CivilDate::first());
    }

    #[test]
    fn iso_dates_are_read_strictly() {
        for bad in ["", "2021-1-14", "2021-02-29", "2021-01-14T", "21-01-14", "2021-01", "+021-01-14"] {
            assert_eq!(CivilDate::parse_iso(bad), None, "{bad}");
        }
    }
}
