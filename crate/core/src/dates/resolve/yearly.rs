//! Which year a date without one is in.

use super::place::{Placed, Placer};
use super::rule::{LOOKAHEAD_DAYS, Rule};
use super::{Before, Problem};
use crate::time::{CivilDate, Interval};

/// A date goes on from the one before it where it lies at most so many days before that.
const BACK_DAYS: i64 = 31;
/// The date before it tells the year where it lies at least so many days before the reference: a story of the past.
const STORY_DAYS: i64 = 200;
/// A month that ended no longer ago than this is the one that is spoken of.
const JUST_OVER_DAYS: i64 = 62;
/// What lies farther from the reference is no other reading of a year-less date.
const ALTERNATIVE_DAYS: i64 = 366;

impl Placer<'_> {
    /// Places something that comes every year, in the year that the evidence tells.
    pub fn yearly(
        &self,
        of_year: impl Fn(i32) -> Option<Interval>,
    ) -> Result<(Interval, Rule, Vec<Interval>), Problem> {
        // A day of no year at all is not missing for want of a year.
        (2000..=2030).any(|year| of_year(year).is_some()).then_some(()).ok_or(Problem::ImpossibleDate)?;
        if let Some(heading) = self.context.heading {
            let (first, last) = (heading.start.date().year(), heading.end.date().add_days(-1).year());
            if let Some(interval) =
                (first..=last.min(first + 1)).filter_map(&of_year).find(|interval| interval.overlaps(heading))
            {
                return Ok((interval, Rule::YearOfHeading, Vec::new()));
            }
        }
        let Some(reference) = self.context.reference else {
            return self.year_of_before(&of_year, None).ok_or(Problem::YearUnknown);
        };
        if let Some(found) = self.year_of_before(&of_year, Some(reference)) {
            return Ok(found);
        }
        // "to release September orders tomorrow": a month just over is nearer than one most of a year ahead.
        let just_over = !self.dayed && {
            let last = of_year(latest_year(&of_year, reference));
            last.is_some_and(|last| {
                last.end <= reference.timestamp() && last.end.date().add_days(JUST_OVER_DAYS) >= reference
            })
        };
        let (year, rule) = if self.future && !just_over {
            (next_year(&of_year, reference), Rule::NextYear)
        } else {
            (latest_year(&of_year, reference), Rule::LatestYear)
        };
        // A leap day of another year would be a guess.
        let interval = of_year(year).ok_or(Problem::ImpossibleDate)?;
        Ok((interval, rule, alternatives(&of_year, interval, reference)))
    }

    /// A story of the past goes on: the first such date after the one before it.
    fn year_of_before(
        &self,
        of_year: &impl Fn(i32) -> Option<Interval>,
        reference: Option<CivilDate>,
    ) -> Option<(Interval, Rule, Vec<Interval>)> {
        let Before { interval, .. } = self
            .context
            .before
            .filter(|before| before.leads_story && (self.leading || reference.is_none()))?;
        let day = interval.start.date();
        let past = reference.is_none_or(|reference| day.add_days(STORY_DAYS) < reference);
        let from = day.add_days(-BACK_DAYS).timestamp();
        let found = (day.year()..=day.year() + 1).filter_map(of_year).find(|next| next.start >= from)?;
        let inside = reference.is_none_or(|reference| found.start <= reference.timestamp());
        (past && inside).then_some((found, Rule::YearOfBefore, Vec::new()))
    }

    /// As [`Self::yearly`], ready to use.
    pub fn placed_yearly(
        &self,
        precision: crate::time::Precision,
        of_year: impl Fn(i32) -> Option<Interval>,
    ) -> Result<Placed, Problem> {
        let (interval, rule, alternatives) = self.yearly(of_year)?;
        Ok(Placed { interval, precision, rule, approximate: false, alternatives })
    }
}

/// The latest year whose date begins not more than [`LOOKAHEAD_DAYS`] past the reference.
fn latest_year(of_year: &impl Fn(i32) -> Option<Interval>, reference: CivilDate) -> i32 {
    let limit = reference.add_days(LOOKAHEAD_DAYS);
    // Where that year has no such day, any year's month tells whether it would be past the limit.
    let past = |year: i32| match of_year(year) {
        Some(interval) => interval.start > limit.timestamp(),
        None => of_year(2000).is_some_and(|leap| {
            let day = leap.start.date();
            (day.month(), day.day()) > (limit.month(), limit.day())
        }),
    };
    limit.year() - i32::from(past(limit.year()))
}

/// The first year whose date is not over at the reference.
fn next_year(of_year: &impl Fn(i32) -> Option<Interval>, reference: CivilDate) -> i32 {
    let year = reference.year();
    let over = |year: i32| of_year(year).is_some_and(|interval| interval.end <= reference.timestamp());
    // The stretch that began in the year before may still run: winter.
    let runs = of_year(year - 1).is_some_and(|interval| interval.contains(reference.timestamp()));
    if runs { year - 1 } else { year + i32::from(over(year)) }
}

/// The same date in the years around, where it is near enough to be meant.
fn alternatives(
    of_year: &impl Fn(i32) -> Option<Interval>,
    chosen: Interval,
    reference: CivilDate,
) -> Vec<Interval> {
    let year = chosen.start.date().year();
    let near = |interval: &Interval| {
        let days = (interval.start.0 - reference.timestamp().0) / crate::time::Timestamp::DAY_MS;
        days.abs() <= ALTERNATIVE_DAYS
    };
    [year + 1, year - 1].into_iter().filter_map(of_year).filter(near).collect()
}
