//! Parts of a stretch: "early August", "the end of 2020", "the first Monday in May", "the week of January 4".

use super::cursor::{Cursor, Read};
use super::weekday::weekday;
use crate::dates::expression::{Anchor, Counted, Form, Partial, Portion, YearOf};
use crate::dates::meaning::{Meaning, Part, Period, Which};

impl Cursor<'_> {
    /// A blurred part: "early August", "a finales de junio", "mid-2019", "the turn of the century".
    pub fn part(&self, at: usize) -> Option<Read> {
        let (part, of_needed) = match self.meaning(at)? {
            Meaning::Part(part) => (part, false),
            Meaning::PartOf(part) => (part, true),
            _ => return None,
        };
        let hyphen = at + 1 + usize::from(self.separator(at + 1, &['-', '–']).is_some());
        let second = self.second_part(hyphen);
        let of = self.skip(second, Meaning::Of);
        if of_needed && of == second && hyphen == at + 1 {
            return None;
        }
        let inner = self.skip(of, Meaning::Article);
        let read = self.whole(inner)?;
        (!is_day(&read.form)).then(|| Read { form: Form::Part(part, Box::new(read.form)), ..read })
    }

    /// "mid to late May", "early-mid 2019": the first word decides.
    fn second_part(&self, at: usize) -> usize {
        let joined = at + usize::from(self.is(at, Meaning::To) || self.is(at, Meaning::And));
        match self.meaning(joined) {
            Some(Meaning::Part(_)) if joined > at => {
                joined + 1 + usize::from(self.separator(joined + 1, &['-']).is_some())
            }
            _ => at,
        }
    }

    /// What a part can be of: a month, a year, a stretch, or "the month".
    fn whole(&self, at: usize) -> Option<Read> {
        if let Some(read) = self.date(at).or_else(|| self.period(at)).or_else(|| self.relative(at)) {
            return Some(read);
        }
        if let Some(month) = self.month(at) {
            let form = Form::Date(Partial { month: Some(month), ..Partial::default() });
            if let Some((YearOf::Step(step), next)) = self.year_of(at + 1) {
                return Some(Read::new(month_of_year(month, step), next));
            }
            return Some(Read::new(form, self.skip_dot(at + 1)));
        }
        let decade =
            |tens: u32, next| u8::try_from(tens).ok().map(|tens| Read::new(Form::BareDecade(tens), next));
        let articled = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        match self.meaning(at) {
            // "a mediados de los noventa", "de los 80"
            Some(Meaning::Cardinal(tens @ 20..=90)) if articled && tens % 10 == 0 => {
                return decade(u32::from(tens), at + 1);
            }
            None if articled && matches!(self.number(at), Some((tens @ 20..=90, 2)) if tens % 10 == 0) => {
                return decade(self.number(at)?.0, at + 1);
            }
            _ => {}
        }
        match self.meaning(at).unwrap_or(Meaning::Link) {
            Meaning::Season(season) => {
                Some(Read::new(Form::Portion(Portion::Season(season), YearOf::Open), at + 1))
            }
            Meaning::Unit(Period::Year) if self.year(at + 1).is_some() => self.year_alone(at + 1),
            Meaning::Unit(
                unit @ (Period::Week
                | Period::Month
                | Period::Quarter
                | Period::Year
                | Period::Decade
                | Period::Century),
            ) => Some(Read::new(Form::Unit(unit, 0, Anchor::Reference), at + 1)),
            _ => None,
        }
        .or_else(|| self.year_alone(at))
    }

    fn year_alone(&self, at: usize) -> Option<Read> {
        let (year, next) = self.year(at)?;
        Some(Read::new(Form::Date(Partial { year: Some(year), ..Partial::default() }), next))
    }

    /// "the first nine months of 1989", "los tres primeros meses de este año", "the last two weeks of May".
    pub fn leading(&self, at: usize) -> Option<Read> {
        let ranked = |at: usize| self.rank(at).filter(|rank| matches!(rank, 1 | -1));
        let (rank, count, unit_at) = match ranked(at) {
            Some(rank) => {
                let (count, next) = self.count(at + 1)?;
                (rank, count, next)
            }
            None => {
                let (count, next) = self.count(at)?;
                (ranked(next)?, count, next + 1)
            }
        };
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        let led = matches!(self.meaning(unit_at + 1), Some(Meaning::Of | Meaning::Ahead));
        let inner = self.skip(unit_at + 2, Meaning::Article);
        let read = self.whole_of(inner).filter(|_| led)?;
        Some(Read { form: Form::Leading(i32::from(rank) * count, unit, Box::new(read.form)), ..read })
    }

    /// "year end", "the year’s end", "month-end".
    pub fn unit_end(&self, at: usize) -> Option<Read> {
        let Meaning::Unit(unit @ (Period::Year | Period::Month | Period::Quarter)) = self.meaning(at)? else {
            return None;
        };
        let hyphen = usize::from(self.separator(at + 1, &['-']).is_some());
        let end_at = at + 1 + hyphen.max(usize::from(self.is_possessive(at + 1)));
        let end = self.is(end_at, Meaning::PartOf(Part::Late)) && !self.is(end_at + 1, Meaning::Of);
        let whole = Form::Unit(unit, 0, Anchor::Reference);
        end.then(|| Read::new(Form::Part(Part::Late, Box::new(whole)), end_at + 1))
    }

    /// "last year’s third quarter", "this year’s second half".
    pub fn year_then_portion(&self, at: usize) -> Option<Read> {
        let step = self.which(at).map(Which::step)?;
        let led = self.is(at + 1, Meaning::Unit(Period::Year)) && self.is_possessive(at + 2);
        let read = led.then(|| self.portion_rank(at + 3))??;
        Some(Read::new(Form::Portion(read.0, YearOf::Step(step)), read.1))
    }

    /// "the first Monday in May", "last week of August 2020", "último día de junio".
    pub fn nth(&self, at: usize) -> Option<Read> {
        let rank = self.rank(at)?;
        let unit_at = at + 1 + usize::from(self.is(at + 1, Meaning::Fiscal));
        let counted = match self.meaning(unit_at)? {
            Meaning::Unit(Period::Day) => Counted::Day,
            Meaning::Unit(Period::Week) => Counted::Week,
            Meaning::Unit(Period::Weekend) => Counted::Weekend,
            Meaning::Unit(Period::Month) => Counted::Month,
            Meaning::Unit(Period::Fortnight) if (1..=2).contains(&rank) => Counted::Fortnight,
            Meaning::Weekday(day) => Counted::Weekday(weekday(day)?),
            _ => return None,
        };
        let of = unit_at + 1;
        let led = matches!(self.meaning(of), Some(Meaning::Of | Meaning::Ahead));
        let inner = self.skip(of + usize::from(led), Meaning::Article);
        let read = self.whole_of(inner).filter(|_| led)?;
        Some(Read { form: Form::Nth(rank, counted, Box::new(read.form)), ..read })
    }

    fn whole_of(&self, at: usize) -> Option<Read> {
        let read = self.whole(at).or_else(|| self.year_alone(at))?;
        (!is_day(&read.form)).then_some(read)
    }

    /// "the week of January 4", "semana del 4 de enero", "week beginning 4 January".
    pub fn week_of(&self, at: usize) -> Option<Read> {
        let Meaning::Unit(unit @ (Period::Week | Period::Weekend)) = self.meaning(at)? else { return None };
        let led = matches!(
            self.words(at + 1).to_ascii_lowercase().as_str(),
            "beginning" | "ending" | "commencing" | "starting"
        );
        let of = if led { at + 2 } else { self.skip(at + 1, Meaning::Of) };
        let inner = self.skip(self.skip(of, Meaning::At), Meaning::Article);
        if of == at + 1 {
            return None;
        }
        if let Some(range) = self.range(inner).or_else(|| self.range(of - 1)) {
            (unit == Period::Week).then_some(())?;
            return Some(range);
        }
        let read = self.date(inner)?;
        let day = matches!(read.form, Form::Date(Partial { day: Some(_), month: Some(_), .. }));
        day.then(|| Read { form: Form::WeekOf(unit, Box::new(read.form)), ..read })
    }

    /// "the 3rd of last month", "el 2 del presente mes".
    pub fn day_in(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        self.is(at + 1, Meaning::Of).then_some(())?;
        let inner = self.skip(at + 2, Meaning::Article);
        let read = self.relative(inner)?;
        let month = matches!(read.form, Form::Unit(Period::Month, ..));
        let rank = i8::try_from(day).ok()?;
        month.then(|| Read { form: Form::Nth(rank, Counted::Day, Box::new(read.form)), ..read })
    }

    /// "January last year", "mayo del año pasado", "May of this year".
    pub fn month_in_year(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        let (YearOf::Step(step), next) = self.year_of(self.skip_dot(at + 1))? else {
            return None;
        };
        Some(Read::new(month_of_year(month, step), next))
    }
}

/// A month of the reference's own year, or of one some steps away.
fn month_of_year(month: u32, step: i32) -> Form {
    let rank = i8::try_from(month).unwrap_or(1);
    Form::Nth(rank, Counted::Month, Box::new(Form::Unit(Period::Year, step, Anchor::Reference)))
}

/// Whether a form is a day: no part of it is named.
fn is_day(form: &Form) -> bool {
    match form {
        Form::Date(date) => date.day.is_some(),
        Form::Weekday(..)
        | Form::WeekdayIn(..)
        | Form::Step(Period::Day | Period::Week | Period::Fortnight, ..) => true,
        Form::Unit(unit, ..) => *unit == Period::Day,
        Form::Chosen(_, inner) => is_day(inner),
        Form::Part(Part::Within, inner) => is_day(inner),
        _ => false,
    }
}
