//! Days: of the calendar, of an open year or month, and by their weekday.

use super::super::expression::{Partial, WeekdayOf};
use super::Problem;
use super::calendar::{self, days, last_day, weekday_after, weekday_until};
use super::place::{Placed, Placer, at};
use super::rule::Rule;
use crate::time::{CivilDate, Interval, Precision, Timestamp, Unit, Weekday};

impl Placer<'_> {
    pub fn date(&self, date: Partial) -> Result<Placed, Problem> {
        let precision = match (date.month, date.day) {
            (_, Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
        };
        if let Some(year) = date.year {
            let interval = calendar::place(date, year).ok_or(Problem::ImpossibleDate)?;
            return Ok(at(interval, precision, Rule::Written));
        }
        match (date.month, date.day) {
            (None, Some(day)) => self.day_of_month(day, date.weekday),
            (None, None) => Err(Problem::YearUnknown),
            _ => {
                let placed = self.placed_yearly(precision, |year| calendar::place(date, year))?;
                Ok(self.agreeing(placed, date))
            }
        }
    }

    /// A written weekday that another year agrees with, and this one does not, decides for that year.
    pub fn agreeing(&self, placed: Placed, date: Partial) -> Placed {
        let Some(weekday) = date.weekday else { return placed };
        let agrees = |interval: &Interval| interval.start.date().weekday() == weekday;
        if agrees(&placed.interval) {
            return placed;
        }
        match placed.alternatives.iter().copied().find(agrees) {
            Some(interval) => Placed { interval, alternatives: vec![placed.interval], ..placed },
            None => placed,
        }
    }

    /// "the 21st": of the month before it in the text, else the latest.
    pub fn day_of_month(&self, day: u32, weekday: Option<Weekday>) -> Result<Placed, Problem> {
        if !(1..=31).contains(&day) {
            return Err(Problem::ImpossibleDate);
        }
        let in_month = |month: CivilDate| CivilDate::new(month.year(), month.month(), day);
        if let Some(heading) =
            self.context.heading.filter(|heading| heading.duration_ms() <= 31 * Timestamp::DAY_MS)
            && let Some(found) = in_month(heading.start.date())
        {
            return Ok(at(days(found, found), Precision::Day, Rule::YearOfHeading));
        }
        let near = self
            .context
            .before
            .map(|before| before.interval)
            .filter(|interval| interval.duration_ms() <= 31 * Timestamp::DAY_MS);
        if let Some(found) = near.and_then(|near| in_month(near.start.date())) {
            return Ok(at(days(found, found), Precision::Day, Rule::MonthOfBefore));
        }
        let reference = self.reference().map_err(|_| Problem::YearUnknown)?;
        // Not every month has the day: look on, a year at most.
        let months = |sign: i64| {
            (0..=12).filter_map(move |steps| in_month(reference.floor(Unit::Month).add_months(sign * steps)))
        };
        let agrees = |found: &CivilDate| weekday.is_none_or(|weekday| found.weekday() == weekday);
        let past = months(-1).find(|found| *found <= reference && agrees(found));
        let next = months(1).find(|found| *found > reference && agrees(found));
        let (chosen, rule) =
            if self.future { (next.or(past), Rule::NextDay) } else { (past.or(next), Rule::LatestDay) };
        let chosen = chosen.ok_or(Problem::ImpossibleDate)?;
        let other = if self.future { past } else { next };
        let mut placed = at(days(chosen, chosen), Precision::Day, rule);
        placed.alternatives.extend(other.map(|other| days(other, other)));
        Ok(placed)
    }

    pub fn weekday(&self, weekday: Weekday, which: WeekdayOf) -> Result<Placed, Problem> {
        let before = || self.context.before.map(|before| last_day(before.interval));
        let counted = |found: CivilDate, rule: Rule| at(days(found, found), Precision::Day, rule);
        match (which, before()) {
            (WeekdayOf::Following | WeekdayOf::NextOfStory, Some(day)) => {
                return Ok(counted(weekday_after(day, weekday), Rule::FromBefore));
            }
            (WeekdayOf::Previous, Some(day)) => {
                return Ok(counted(weekday_until(day.add_days(-1), weekday), Rule::FromBefore));
            }
            _ => {}
        }
        let reference = self.reference()?;
        let of_week =
            |weeks: i64| weekday_until(reference.floor(Unit::Week).add_days(7 * weeks + 6), weekday);
        let (latest, next) = (weekday_until(reference, weekday), weekday_after(reference, weekday));
        let earlier = weekday_until(reference.add_days(-1), weekday);
        let (found, other, rule) = match which {
            WeekdayOf::Open if self.future => (next, latest, Rule::NextDay),
            WeekdayOf::Open => (latest, next, Rule::LatestDay),
            WeekdayOf::Last | WeekdayOf::Previous => (earlier, of_week(-1), Rule::FromReference),
            WeekdayOf::This => (of_week(0), of_week(0), Rule::FromReference),
            WeekdayOf::Next | WeekdayOf::NextOfStory => (of_week(1), next, Rule::FromReference),
            WeekdayOf::Coming | WeekdayOf::Following => (next, of_week(1), Rule::FromReference),
        };
        let mut placed = counted(found, rule);
        placed.alternatives.push(days(other, other));
        Ok(placed)
    }
}
