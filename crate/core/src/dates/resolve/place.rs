//! Forms to places in time.

use super::super::expression::{Anchor, Choice, Form, Partial, WeekdayOf, YearOf};
use super::super::meaning::{Part, Period};
use super::calendar::{self, days, last_day, shift, unit, weekday_after, weekday_until};
use super::rule::Rule;
use super::{Context, Problem};
use crate::time::{CivilDate, Interval, MAX_YEAR, MIN_YEAR, Precision, Unit, Weekday};

/// Where a date lies, how exactly, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub interval: Interval,
    pub precision: Precision,
    pub rule: Rule,
    pub approximate: bool,
    pub alternatives: Vec<Interval>,
}

/// Places the forms of one expression.
pub(super) struct Placer<'c> {
    pub context: Context<'c>,
    pub future: bool,
    pub leading: bool,
    /// Whether the words name a day.
    pub dayed: bool,
}

fn at(interval: Interval, precision: Precision, rule: Rule) -> Placed {
    Placed { interval, precision, rule, approximate: false, alternatives: Vec::new() }
}

impl Placer<'_> {
    pub fn place(&self, form: &Form) -> Result<Placed, Problem> {
        match form {
            Form::Date(date) => self.date(*date),
            Form::Weekday(day, which) => self.weekday(*day, *which),
            Form::Unit(period, steps, anchor) => self.unit(*period, *steps, anchor),
            Form::LatestWeekend => {
                let reference = self.reference()?;
                let saturday = if self.future {
                    weekday_after(reference, Weekday::Saturday)
                } else {
                    weekday_until(reference, Weekday::Saturday)
                };
                Ok(at(calendar::weekend(saturday), Precision::Range, Rule::FromReference))
            }
            Form::Stretch(period, count) => self.stretch(*period, *count),
            Form::Step(period, count, anchor) => self.step(*period, *count, anchor),
            Form::Portion(portion, year) => {
                let precision = precision_of(form);
                self.in_year(*year, precision, |year| calendar::portion(*portion, year))
            }
            Form::Feast(feast, year) => {
                self.in_year(*year, precision_of(form), |year| calendar::feast(*feast, year))
            }
            Form::Decade(year) => whole(Unit::Decade, *year, Precision::Decade),
            Form::BareDecade(tens) => self.bare_decade(i32::from(*tens)),
            Form::Century(number) => {
                whole(Unit::Century, (number - 1).saturating_mul(100).max(1), Precision::Century)
            }
            Form::WeekOf(period, inner) => {
                let inner = self.place(inner)?;
                let day = inner.interval.start.date();
                let interval = if *period == Period::Weekend {
                    calendar::weekend(day)
                } else {
                    Interval::of(Unit::Week, day)
                };
                Ok(Placed { interval, precision: precision_of(form), ..inner })
            }
            Form::Nth(rank, counted, inner) => {
                let inner = self.place(inner)?;
                let interval =
                    calendar::nth(*rank, *counted, inner.interval).ok_or(Problem::ImpossibleDate)?;
                Ok(Placed { interval, precision: precision_of(form), alternatives: Vec::new(), ..inner })
            }
            Form::WeekdayBeside(day, which, inner) => {
                let inner = self.place(inner)?;
                let found = match which {
                    WeekdayOf::Following => weekday_after(last_day(inner.interval), *day),
                    _ => weekday_until(inner.interval.start.date().add_days(-1), *day),
                };
                Ok(Placed { interval: days(found, found), alternatives: Vec::new(), ..inner })
            }
            Form::Leading(count, period, inner) => {
                let inner = self.place(inner)?;
                let interval =
                    calendar::leading(*count, *period, inner.interval).ok_or(Problem::ImpossibleDate)?;
                Ok(Placed { interval, precision: Precision::Range, alternatives: Vec::new(), ..inner })
            }
            Form::InYear(date, step) => {
                let year = self.reference()?.year().saturating_add(*step);
                let interval = calendar::place(*date, year).ok_or(Problem::ImpossibleDate)?;
                Ok(at(interval, precision_of(&Form::Date(*date)), Rule::FromReference))
            }
            Form::WeekdayIn(day, inner) => {
                let inner = self.place(inner)?;
                let day = weekday_until(last_day(inner.interval), *day);
                Ok(Placed {
                    interval: days(day, day),
                    precision: Precision::Day,
                    alternatives: Vec::new(),
                    ..inner
                })
            }
            Form::Part(part, inner) => self.part(*part, inner),
            Form::Range(first, last) => self.range(first, last),
            Form::Chosen(choice, inner) => self.chosen(*choice, inner),
            Form::BeforeChrist(_) => Err(Problem::OutsideCalendar),
        }
    }

    fn reference(&self) -> Result<CivilDate, Problem> {
        self.context.reference.ok_or(Problem::NoReference)
    }

    fn date(&self, date: Partial) -> Result<Placed, Problem> {
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
    fn agreeing(&self, placed: Placed, date: Partial) -> Placed {
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
    fn day_of_month(&self, day: u32, weekday: Option<Weekday>) -> Result<Placed, Problem> {
        if !(1..=31).contains(&day) {
            return Err(Problem::ImpossibleDate);
        }
        let in_month = |month: CivilDate| CivilDate::new(month.year(), month.month(), day);
        if let Some(heading) = self
            .context
            .heading
            .filter(|heading| heading.duration_ms() <= 31 * crate::time::Timestamp::DAY_MS)
            && let Some(found) = in_month(heading.start.date())
        {
            return Ok(at(days(found, found), Precision::Day, Rule::YearOfHeading));
        }
        let near = self
            .context
            .before
            .map(|before| before.interval)
            .filter(|interval| interval.duration_ms() <= 31 * crate::time::Timestamp::DAY_MS);
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

    fn weekday(&self, weekday: Weekday, which: WeekdayOf) -> Result<Placed, Problem> {
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

    /// The day that an anchor names, and the rule that counting from it is.
    fn anchor(&self, anchor: &Anchor) -> Result<(Interval, Rule), Problem> {
        let reference = || Ok((Interval::of(Unit::Day, self.reference()?), Rule::FromReference));
        match anchor {
            Anchor::Reference => reference(),
            Anchor::Before => match self.context.before {
                Some(before) => Ok((before.interval, Rule::FromBefore)),
                None => reference(),
            },
            Anchor::Form(form) => {
                let placed = self.place(form)?;
                Ok((
                    placed.interval,
                    if placed.rule == Rule::Written { Rule::FromWritten } else { placed.rule },
                ))
            }
        }
    }

    /// "last month", "the next day", "this weekend".
    fn unit(&self, period: Period, steps: i32, anchor: &Anchor) -> Result<Placed, Problem> {
        let (base, rule) = self.anchor(anchor)?;
        let day = if steps > 0 { last_day(base) } else { base.start.date() };
        let precision = precision_of_period(period);
        let moved = |period| shift(day.floor(unit(period)), period, steps);
        let interval = match period {
            // "the coming weekend" is that of this week while it is still to come.
            Period::Weekend if steps == 1 && *anchor == Anchor::Reference => {
                calendar::weekend(day.floor(Unit::Week).add_days(7))
            }
            Period::Weekend => calendar::weekend(shift(day.floor(Unit::Week), Period::Week, steps)),
            Period::Fortnight => {
                let start = moved(Period::Week);
                Interval::new(start.timestamp(), start.add_days(14).timestamp())
            }
            _ => Interval::of(unit(period), moved(period)),
        };
        Ok(at(interval, precision, rule))
    }

    /// "the past three weeks": up to the day before the reference, or from the day after it.
    fn stretch(&self, period: Period, count: i32) -> Result<Placed, Problem> {
        let reference = self.reference()?;
        let border = shift(reference, period, count);
        let interval = if count < 0 {
            Interval::new(border.timestamp(), reference.timestamp())
        } else {
            days(reference.add_days(1), border)
        };
        Ok(at(interval, Precision::Range, Rule::FromReference))
    }

    /// "three weeks ago": days and weeks lead to a day, longer units to the unit itself.
    fn step(&self, period: Period, count: i32, anchor: &Anchor) -> Result<Placed, Problem> {
        let (base, rule) = self.anchor(anchor)?;
        let from = if count > 0 { last_day(base) } else { base.start.date() };
        let day = shift(from, period, count);
        let exact = days(day, day);
        let (interval, precision) = match period {
            Period::Month => (Interval::of(Unit::Month, day), Precision::Month),
            Period::Quarter => (Interval::of(Unit::Quarter, day), Precision::Quarter),
            Period::Half => (Interval::of(Unit::Month, day), Precision::Month),
            Period::Year | Period::Decade | Period::Century => {
                (Interval::of(Unit::Year, day), Precision::Year)
            }
            _ => (exact, Precision::Day),
        };
        let mut placed = at(interval, precision, rule);
        placed.approximate = period != Period::Day;
        placed.alternatives.push(exact);
        Ok(placed)
    }

    fn in_year(
        &self,
        year: YearOf,
        precision: Precision,
        of_year: impl Fn(i32) -> Option<Interval>,
    ) -> Result<Placed, Problem> {
        match year {
            YearOf::Written(year) => {
                Ok(at(of_year(year).ok_or(Problem::ImpossibleDate)?, precision, Rule::Written))
            }
            YearOf::Step(steps) => {
                let year = self.reference()?.year().saturating_add(steps);
                Ok(at(of_year(year).ok_or(Problem::ImpossibleDate)?, precision, Rule::FromReference))
            }
            YearOf::Open => self.placed_yearly(precision, of_year),
        }
    }

    /// "the nineties": the latest decade of that name that has begun.
    fn bare_decade(&self, tens: i32) -> Result<Placed, Problem> {
        let this_year = self.context.reference.map_or(2000, CivilDate::year);
        let year = this_year - (this_year - tens).rem_euclid(100);
        // "the twenties" of the first years of that decade are mostly those of a hundred years before.
        whole(Unit::Decade, year, Precision::Decade)
    }

    fn part(&self, part: Part, inner: &Form) -> Result<Placed, Problem> {
        let placed = self.place(inner)?;
        let interval = match part {
            Part::Turn => calendar::turn(placed.interval, self.context.reference),
            _ => calendar::part(part, placed.interval),
        };
        let alternatives = placed
            .alternatives
            .iter()
            .map(|other| calendar::part(part, *other))
            .chain([placed.interval])
            .collect();
        Ok(Placed { interval, approximate: true, alternatives, ..placed })
    }

    /// "last summer": the latest that is over; "next Christmas": the first to come; "this fall": of this year.
    fn chosen(&self, choice: Choice, inner: &Form) -> Result<Placed, Problem> {
        let reference = self.reference()?;
        let of_year = |year: i32| match inner {
            Form::Date(date) if date.month.is_some() => calendar::place(*date, year),
            Form::Portion(portion, YearOf::Open) => calendar::portion(*portion, year),
            Form::Feast(feast, YearOf::Open) => calendar::feast(*feast, year),
            _ => None,
        };
        let now = reference.timestamp();
        let years = reference.year() - 2..=reference.year() + 1;
        let found = match choice {
            Choice::Last => years.rev().filter_map(of_year).find(|interval| interval.end <= now),
            Choice::Next => years.filter_map(of_year).find(|interval| interval.start > now),
            // "this winter" may have begun in the year before.
            Choice::This => of_year(reference.year() - 1)
                .filter(|interval| interval.contains(now))
                .or_else(|| of_year(reference.year())),
        };
        match found {
            Some(interval) => Ok(at(interval, precision_of(inner), Rule::FromReference)),
            // The rest is as written: "last January 5, 2020".
            None => self.place(inner),
        }
    }

    fn range(&self, first: &Form, last: &Form) -> Result<Placed, Problem> {
        if let (Form::Date(start), Form::Date(end)) = (first, last) {
            return self.date_range(*start, *end);
        }
        let end = self.place(last)?;
        let mut start = self.place(first)?;
        if let (Form::Weekday(day, WeekdayOf::Open), Form::Weekday(_, WeekdayOf::Open)) = (first, last) {
            let found = weekday_until(end.interval.start.date(), *day);
            start.interval = days(found, found);
        } else if let Form::Weekday(day, WeekdayOf::Open) = last {
            // "from today to Friday"
            let found = weekday_after(start.interval.start.date(), *day);
            return united(start.interval, Placed { interval: days(found, found), ..end });
        }
        united(start.interval, end)
    }

    /// A range whose years are not written lies where its first day does; a written year holds for the other end too.
    fn date_range(&self, start: Partial, end: Partial) -> Result<Placed, Problem> {
        if let (None, Some(day), None) = (start.month, start.day, end.month) {
            let last = self.date(end)?;
            let month = last.interval.start.date();
            let first = CivilDate::new(month.year(), month.month(), day).ok_or(Problem::ImpossibleDate)?;
            return united(days(first, first), last);
        }
        if let Some(year) = end.year {
            // One year less where the months run over New Year.
            let turns = (start.month, start.day) > (end.month, end.day) && start.month.is_some();
            let start = Partial { year: start.year.or(Some(year - i32::from(turns))), ..start };
            return united(self.date(start)?.interval, self.date(end)?);
        }
        let first = self.date(start)?;
        let year = first.interval.start.date().year();
        let mut ends = (year..=year + 1).filter_map(|year| calendar::place(end, year));
        let last = ends.find(|last| last.start >= first.interval.start).ok_or(Problem::ImpossibleDate)?;
        united(first.interval, Placed { interval: last, ..first })
    }
}

/// From the start of one to the end of the other.
fn united(start: Interval, end: Placed) -> Result<Placed, Problem> {
    if start.start > end.interval.start {
        return Err(Problem::ReversedRange);
    }
    Ok(Placed {
        interval: start.union(end.interval),
        precision: Precision::Range,
        alternatives: Vec::new(),
        ..end
    })
}

fn whole(unit: Unit, year: i32, precision: Precision) -> Result<Placed, Problem> {
    let first = CivilDate::new(year.clamp(MIN_YEAR, MAX_YEAR), 1, 1).ok_or(Problem::ImpossibleDate)?;
    Ok(at(Interval::of(unit, first), precision, Rule::Written))
}

fn precision_of_period(period: Period) -> Precision {
    match period {
        Period::Day => Precision::Day,
        Period::Week => Precision::Week,
        Period::Weekend | Period::Fortnight => Precision::Range,
        Period::Month => Precision::Month,
        Period::Quarter => Precision::Quarter,
        Period::Half => Precision::Half,
        Period::Year => Precision::Year,
        Period::Decade => Precision::Decade,
        Period::Century => Precision::Century,
    }
}

/// The unit that the words of a form name.
pub(super) fn precision_of(form: &Form) -> Precision {
    use super::super::expression::{Counted, Portion};
    match form {
        Form::Date(Partial { day: Some(_), .. })
        | Form::Weekday(..)
        | Form::WeekdayIn(..)
        | Form::WeekdayBeside(..) => Precision::Day,
        Form::InYear(date, _) => precision_of(&Form::Date(*date)),
        Form::Date(Partial { month: Some(_), .. }) => Precision::Month,
        Form::Date(_) | Form::BeforeChrist(_) => Precision::Year,
        Form::Unit(period, ..) | Form::Step(period, ..) => precision_of_period(*period),
        Form::LatestWeekend | Form::Stretch(..) | Form::Range(..) | Form::Leading(..) => Precision::Range,
        Form::Portion(Portion::Quarter(_), _) => Precision::Quarter,
        Form::Portion(Portion::Half(_), _) => Precision::Half,
        Form::Portion(Portion::Season(_), _) => Precision::Season,
        Form::WeekOf(Period::Weekend, _) => Precision::Range,
        Form::Portion(Portion::Week(_), _) | Form::WeekOf(..) => Precision::Week,
        Form::Decade(_) | Form::BareDecade(_) => Precision::Decade,
        Form::Century(_) => Precision::Century,
        Form::Nth(_, Counted::Week, _) => Precision::Week,
        Form::Nth(_, Counted::Weekend | Counted::Fortnight, _) => Precision::Range,
        Form::Nth(_, Counted::Month, _) => Precision::Month,
        Form::Nth(..) => Precision::Day,
        Form::Feast(super::super::meaning::Feast::Easter(first, last), _) if first != last => {
            Precision::Range
        }
        Form::Feast(..) => Precision::Day,
        Form::Part(_, inner) | Form::Chosen(_, inner) => precision_of(inner),
    }
}
