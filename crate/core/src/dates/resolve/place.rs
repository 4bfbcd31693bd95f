//! Forms to places in time.

use super::super::expression::{Anchor, Choice, Form, WeekdayOf, YearOf};
use super::super::meaning::{Part, Period};
use super::calendar::{self, days, last_day, shift, unit, weekday_after, weekday_until};
use super::precision::{precision_of, precision_of_period};
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

pub(super) fn at(interval: Interval, precision: Precision, rule: Rule) -> Placed {
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
            Form::Named(date) => {
                let interval =
                    date.year.and_then(|year| calendar::place(*date, year)).ok_or(Problem::ImpossibleDate)?;
                Ok(at(interval, Precision::Day, Rule::Named))
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

    pub fn reference(&self) -> Result<CivilDate, Problem> {
        self.context.reference.ok_or(Problem::NoReference)
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
}

fn whole(unit: Unit, year: i32, precision: Precision) -> Result<Placed, Problem> {
    let first = CivilDate::new(year.clamp(MIN_YEAR, MAX_YEAR), 1, 1).ok_or(Problem::ImpossibleDate)?;
    Ok(at(Interval::of(unit, first), precision, Rule::Written))
}
