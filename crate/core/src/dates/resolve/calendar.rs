//! Where the stretches of the calendar lie: no inference here.

use super::super::expression::{Counted, Partial, Portion};
use super::super::meaning::{Feast, Part, Period};
use crate::time::{CivilDate, Interval, Timestamp, Unit, Weekday};

/// The interval of a date in a given year; `None` where the calendar has no such day.
pub fn place(partial: Partial, year: i32) -> Option<Interval> {
    match (partial.month, partial.day) {
        (None, None) => Some(Interval::of(Unit::Year, CivilDate::new(year, 1, 1)?)),
        (None, Some(_)) => None,
        (Some(month), Some(day)) => Some(Interval::of(Unit::Day, CivilDate::new(year, month, day)?)),
        (Some(month), None) => Some(Interval::of(Unit::Month, CivilDate::new(year, month, 1)?)),
    }
}

/// The calendar unit that a period of words is; a weekend and a fortnight are none.
pub(super) fn unit(period: Period) -> Unit {
    match period {
        Period::Day => Unit::Day,
        Period::Week | Period::Weekend | Period::Fortnight => Unit::Week,
        Period::Month => Unit::Month,
        Period::Quarter => Unit::Quarter,
        Period::Half => Unit::Half,
        Period::Year => Unit::Year,
        Period::Decade => Unit::Decade,
        Period::Century => Unit::Century,
    }
}

/// `count` periods after a day, or before it.
pub(super) fn shift(day: CivilDate, period: Period, count: i32) -> CivilDate {
    let scale = if period == Period::Fortnight { 2 } else { 1 };
    day.offset(unit(period), i64::from(count) * scale)
}

/// Both days included.
pub(super) fn days(first: CivilDate, last: CivilDate) -> Interval {
    Interval::new(first.timestamp(), last.add_days(1).timestamp())
}

pub(super) fn last_day(interval: Interval) -> CivilDate {
    interval.end.date().add_days(-1)
}

/// Saturday and Sunday of the week that holds a day.
pub(super) fn weekend(day: CivilDate) -> Interval {
    let monday = day.floor(Unit::Week);
    days(monday.add_days(5), monday.add_days(6))
}

/// The days from a weekday to a later one in one week: 0 to 6.
fn ahead(from: Weekday, to: Weekday) -> i64 {
    (to as i64 - from as i64).rem_euclid(7)
}

/// The latest such weekday that is not after `day`.
pub(super) fn weekday_until(day: CivilDate, weekday: Weekday) -> CivilDate {
    day.add_days(-ahead(weekday, day.weekday()))
}

/// The first such weekday after `day`.
pub(super) fn weekday_after(day: CivilDate, weekday: Weekday) -> CivilDate {
    weekday_until(day, weekday).add_days(7)
}

/// The portion of a year; seasons are meteorological, of the north, and winter belongs to the year it begins in.
pub(super) fn portion(portion: Portion, year: i32) -> Option<Interval> {
    let months = |first: u32, count: i64| {
        let start = CivilDate::new(year, first, 1)?;
        Some(Interval::new(start.timestamp(), start.add_months(count).timestamp()))
    };
    match portion {
        Portion::Quarter(number) => months(u32::from(number) * 3 - 2, 3),
        Portion::Half(number) => months(u32::from(number) * 6 - 5, 6),
        Portion::Season(season) => months(u32::from(season) * 3 + 3, 3),
        Portion::Week(week) => {
            let monday = CivilDate::new(year, 1, 4)?.floor(Unit::Week).add_days(7 * (i64::from(week) - 1));
            // Week 53 is not of every year.
            let inside = monday.add_days(3).year() == year;
            inside.then(|| Interval::of(Unit::Week, monday))
        }
    }
}

/// The feast's days in a year.
pub(super) fn feast(feast: Feast, year: i32) -> Option<Interval> {
    match feast {
        Feast::Fixed(month, day) => {
            Some(Interval::of(Unit::Day, CivilDate::new(year, u32::from(month), u32::from(day))?))
        }
        Feast::Easter(first, last) => {
            let easter = easter(year)?;
            Some(days(easter.add_days(i64::from(first)), easter.add_days(i64::from(last))))
        }
        Feast::Nth(month, weekday, rank, after) => {
            let month = Interval::of(Unit::Month, CivilDate::new(year, u32::from(month), 1)?);
            let weekday = *Weekday::ALL.get(usize::from(weekday))?;
            let day = nth(rank, Counted::Weekday(weekday), month)?.start.date().add_days(i64::from(after));
            Some(days(day, day))
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876).
fn easter(year: i32) -> Option<CivilDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let skipped = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - skipped + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * in_century.div_euclid(4) - epact - in_century.rem_euclid(4))
            .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let days = epact + weekday - 7 * late + 114;
    CivilDate::new(
        year,
        u32::try_from(days.div_euclid(31)).ok()?,
        u32::try_from(days.rem_euclid(31) + 1).ok()?,
    )
}

/// The n-th thing in a stretch, -1 the last; `None` where there are not so many.
pub(super) fn nth(rank: i8, counted: Counted, whole: Interval) -> Option<Interval> {
    let (first, last) = (whole.start.date(), last_day(whole));
    let steps = i64::from(rank) - 1;
    let found = match (counted, rank) {
        (Counted::Day, ..0) => days(last, last),
        (Counted::Day, _) => days(first.add_days(steps), first.add_days(steps)),
        (Counted::Week, ..0) => days(last.add_days(-6), last),
        (Counted::Week, _) => days(first.add_days(7 * steps), first.add_days(7 * steps + 6)),
        (Counted::Weekend, ..0) => weekend(weekday_until(last, Weekday::Saturday)),
        (Counted::Weekend, _) => {
            weekend(weekday_after(first.add_days(-1), Weekday::Saturday).add_days(7 * steps))
        }
        (Counted::Fortnight, 1) => days(first, first.add_days(14)),
        (Counted::Fortnight, _) => days(first.add_days(15), last),
        (Counted::Month, ..0) => Interval::of(Unit::Month, last),
        (Counted::Month, _) => Interval::of(Unit::Month, first.add_months(steps)),
        (Counted::Weekday(weekday), ..0) => {
            let day = weekday_until(last, weekday);
            days(day, day)
        }
        (Counted::Weekday(weekday), _) => {
            let day = weekday_after(first.add_days(-1), weekday).add_days(7 * steps);
            days(day, day)
        }
    };
    (found.start >= whole.start && found.start < whole.end).then_some(found)
}

/// So many units from the start of a stretch, or before its end when negative; `None` where it is shorter.
pub(super) fn leading(count: i32, period: Period, whole: Interval) -> Option<Interval> {
    let found = if count < 0 {
        Interval::new(shift(whole.end.date(), period, count).timestamp(), whole.end)
    } else {
        Interval::new(whole.start, shift(whole.start.date(), period, count).timestamp())
    };
    (found.start >= whole.start && found.end <= whole.end).then_some(found)
}

/// A blurred third of a stretch, by whole days, months or years as its length allows.
pub(super) fn part(part: Part, whole: Interval) -> Interval {
    let first = whole.start.date();
    let days_in = whole.duration_ms() / Timestamp::DAY_MS;
    let cut = |unit: Unit, from: i64, to: Option<i64>| {
        let end = to.map_or(whole.end, |to| first.offset(unit, to).timestamp());
        Interval::new(first.offset(unit, from).timestamp(), end)
    };
    let thirds = |unit: Unit, one: i64, two: i64| match part {
        Part::Early => cut(unit, 0, Some(one)),
        Part::Middle => cut(unit, one, Some(two)),
        Part::Late => cut(unit, two, None),
        Part::Within | Part::Turn => whole,
    };
    match days_in {
        ..=1 => whole,
        2..=14 => thirds(Unit::Day, (days_in + 1) / 3, days_in - (days_in + 1) / 3),
        15..=31 => thirds(Unit::Day, 10, 20),
        32..=100 => thirds(Unit::Month, 1, 2),
        101..=200 => thirds(Unit::Month, 2, 4),
        201..=400 => thirds(Unit::Month, 4, 8),
        401..=4_000 => thirds(Unit::Year, 4, 7),
        _ => thirds(Unit::Year, 34, 67),
    }
}

/// The border between a stretch and the one before it: of a year December and January, of a longer one five years on
/// either side. "The turn of the year" of the reference itself is the nearer of its two borders.
pub(super) fn turn(whole: Interval, near: Option<CivilDate>) -> Interval {
    let (start, end) = (whole.start.date(), whole.end.date());
    if whole.duration_ms() / YEAR_MS >= 5 {
        return Interval::new(
            start.offset(Unit::Year, -5).timestamp(),
            start.offset(Unit::Year, 6).timestamp(),
        );
    }
    let middle = Timestamp((whole.start.0 + whole.end.0) / 2);
    let border = if near.is_some_and(|day| day.timestamp() > middle) { end } else { start };
    Interval::new(border.offset(Unit::Month, -1).timestamp(), border.offset(Unit::Month, 1).timestamp())
}

/// A year's length, to tell long stretches from short ones.
const YEAR_MS: i64 = 365 * Timestamp::DAY_MS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        let cases = [
            "1961-04-02",
            "2000-04-23",
            "2016-03-27",
            "2019-04-21",
            "2021-04-04",
            "2024-03-31",
            "2038-04-25",
        ];
        for expected in cases {
            let year = expected.get(..4).unwrap().parse().unwrap();
            assert_eq!(easter(year).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn week_53_is_not_of_every_year() {
        assert_eq!(portion(Portion::Week(53), 2020).unwrap().to_string(), "2020-12-28..2021-01-04");
        assert_eq!(portion(Portion::Week(53), 2021), None);
        assert_eq!(portion(Portion::Week(1), 2021).unwrap().to_string(), "2021-01-04..2021-01-11");
    }
}
