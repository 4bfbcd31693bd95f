//! Two ends: "March 17-19", "from August to September 2021", "between 2014 and 2017".

use super::cursor::{Cursor, Read};
use super::decade::roman;
use crate::dates::expression::{Counted, Form, Partial, Portion, WeekdayOf, YearOf};
use crate::dates::language::Language;
use crate::dates::meaning::{Meaning, Period};

/// How a range opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// Not at all: "March 17-19".
    None,
    /// "from": closed by "to" or a dash.
    From,
    /// "between": closed by "and" too.
    Between,
    /// "del", "de": closed by "al", "a" alone.
    Of,
}

impl Cursor<'_> {
    /// A range, with the word that opens it.
    pub fn range(&self, at: usize) -> Option<Read> {
        match self.meaning(at) {
            Some(Meaning::From) => self.ends(at + 1, Opening::From),
            Some(Meaning::Between) => self.ends(at + 1, Opening::Between),
            // "del 3 al 5 de mayo"
            Some(Meaning::Of) if self.language != Some(Language::English) => self.ends(at + 1, Opening::Of),
            _ => self.ends(at, Opening::None),
        }
    }

    fn ends(&self, at: usize, opening: Opening) -> Option<Read> {
        let first_at = if opening == Opening::None { at } else { self.skip_labels(at) };
        let contracted =
            opening == Opening::Of && at.checked_sub(1).is_some_and(|before| self.words(before).len() > 2);
        let articled = first_at > at || contracted;
        if opening == Opening::None
            && let Some(years) = self.years(first_at)
        {
            return Some(years);
        }
        let first = self.end_of_range(first_at)?;
        let joined = self.joiner(first.next, opening, &first)?;
        let second_at = self.skip_labels(joined);
        // "a las 5" is a clock: days are masculine.
        let feminine =
            second_at > joined && self.words(joined).contains(['a', 'A']) && self.number(second_at).is_some();
        if feminine && self.language != Some(Language::English) {
            return None;
        }
        let second = self.second_end(second_at, &first)?;
        if self.labelled(first_at) && matches!(first.form, Form::Date(Partial { month: None, day: None, .. }))
        {
            return None;
        }
        if let Some(read) = self.days_of_month(&first, &second) {
            return Some(read);
        }
        let bare_days = opening != Opening::None
            && articled
            && !self.is(second.next, Meaning::Measure)
            && self.mark(second.next) != Some('%');
        let (start, end, next) = self.shared(first.form, second.form, second.next, bare_days)?;
        let open = opening == Opening::None;
        if open && !alike(&start, &end) {
            return None;
        }
        if !open && self.is(next, Meaning::Measure) {
            return None;
        }
        let form = Form::Range(Box::new(start), Box::new(end));
        Some(Read { form, next, stray: first.stray || second.stray, other: None })
    }

    /// "from 4 to 22 this month", "del 4 al 23 del próximo mes".
    fn days_of_month(&self, first: &Read, second: &Read) -> Option<Read> {
        let day = |form: &Form| match form {
            Form::Date(Partial { day: Some(day), month: None, .. }) => i8::try_from(*day).ok(),
            _ => None,
        };
        let (from, to) = (day(&first.form)?, day(&second.form)?);
        let inner = self.skip(self.skip(second.next, Meaning::Of), Meaning::Article);
        let month = self.relative(inner)?;
        let Form::Unit(Period::Month, ..) = month.form else { return None };
        let nth = |day| Box::new(Form::Nth(day, Counted::Day, Box::new(month.form.clone())));
        Some(Read::new(Form::Range(nth(from), nth(to)), month.next))
    }

    /// "the", "el día": what may stand before an end.
    fn skip_labels(&self, at: usize) -> usize {
        let article = self.skip(at, Meaning::Article);
        let day = self.is(article, Meaning::Unit(Period::Day)) && self.day(article + 1).is_some();
        article + usize::from(day)
    }

    /// One end: a date, a year, a weekday, a part, or a bare day that takes its month from the other end.
    fn end_of_range(&self, at: usize) -> Option<Read> {
        self.date(at)
            .or_else(|| self.part(at))
            .or_else(|| self.period(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.month_in_range(at))
            .or_else(|| self.season_in_range(at))
            .or_else(|| {
                self.year(at)
                    .map(|(year, next)| Read::date(Partial { year: Some(year), ..Partial::default() }, next))
            })
            .or_else(|| self.year_glued(at))
            .or_else(|| self.weekday_alone(at))
            .or_else(|| self.bare_day(at))
    }

    /// "2014" in "from 2014-2017" has the dash glued to it.
    fn year_glued(&self, at: usize) -> Option<Read> {
        let (value, 4) = self.number(at)? else { return None };
        self.separator(at + 1, &['-', '–'])?;
        let plausible = (1000..3000).contains(&value);
        plausible
            .then(|| Read::date(Partial { year: i32::try_from(value).ok(), ..Partial::default() }, at + 1))
    }

    fn second_end(&self, at: usize, first: &Read) -> Option<Read> {
        // "2014-17"
        if let (Form::Date(Partial { year: Some(year), month: None, .. }), Some((value, 2))) =
            (&first.form, self.number(at))
            && !self.spaced(at)
        {
            let full = year - year.rem_euclid(100) + i32::try_from(value).ok()?;
            return (full > *year)
                .then(|| Read::date(Partial { year: Some(full), ..Partial::default() }, at + 1));
        }
        // "siglos XVI al XVIII"
        if let (Form::Century(_), Some(number)) = (&first.form, roman(self.words(at))) {
            return Some(Read::new(Form::Century(i32::try_from(number).ok()?), at + 1));
        }
        self.end_of_range(at)
    }

    fn month_in_range(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        Some(Read::date(Partial { month: Some(month), ..Partial::default() }, self.skip_dot(at + 1)))
    }

    /// "Spring/Summer 2016": the year stands at the other end.
    fn season_in_range(&self, at: usize) -> Option<Read> {
        let Meaning::Season(season) = self.meaning(at)? else { return None };
        let joined = self.separator(at + 1, &['/', '–', '-']).is_some()
            && matches!(self.meaning(at + 2), Some(Meaning::Season(_)));
        let form = Form::Portion(Portion::Season(season), YearOf::Open);
        joined.then(|| Read::new(form, at + 1))
    }

    fn bare_day(&self, at: usize) -> Option<Read> {
        let day = self.day(at).or_else(|| match self.meaning(at)? {
            // A dash joins figures alone: "August 5 – Thirty-three miners".
            Meaning::Cardinal(day)
                if !self.weak(at) && at.checked_sub(1).is_some_and(|before| self.mark(before).is_none()) =>
            {
                Some(u32::from(day))
            }
            _ => None,
        })?;
        let day = Some(day).filter(|day| (1..=31).contains(day));
        let signed =
            self.separator(at + 1, &['/', '.', ':', '%', '$', '€']).is_some() && !self.spaced(at + 2);
        (!signed).then(|| Read::date(Partial { day, ..Partial::default() }, at + 1))
    }

    /// The term after the word or dash between two ends.
    fn joiner(&self, at: usize, opening: Opening, first: &Read) -> Option<usize> {
        let at = at + usize::from(self.mark(at) == Some(',') && self.joins(at + 1, opening, first));
        if self.joins(at, opening, first) {
            // "and until", "to the", "hasta el"
            return Some(at + 1);
        }
        None
    }

    fn joins(&self, at: usize, opening: Opening, first: &Read) -> bool {
        match self.meaning(at) {
            None if opening == Opening::Of => false,
            Some(Meaning::To) => true,
            Some(Meaning::And) => opening == Opening::Between,
            Some(_) => false,
            None => match self.mark(at) {
                Some('–') => true,
                // A hyphen joins where it is glued, or where a date stands before it.
                Some('-') => {
                    let dated = matches!(&first.form, Form::Portion(..))
                        || matches!(&first.form, Form::Date(date) if date.month.is_some());
                    let days = matches!(&first.form, Form::Date(Partial { day: Some(_), .. }))
                        && self.day(at + 1).is_some()
                        && self.month(at + 2).is_some();
                    !self.spaced(at) || dated || days
                }
                Some('/') => !self.spaced(at) && self.slash_joins(at + 1, first),
                Some('&') => opening == Opening::Between,
                _ => false,
            },
        }
    }

    /// "5/6 May", "November/December 2020", "2020-05-14/2020-05-20".
    fn slash_joins(&self, next: usize, first: &Read) -> bool {
        match &first.form {
            Form::Date(Partial { day: Some(_), month: Some(_), year: Some(_), .. }) => {
                matches!(self.raw_number(next), Some((_, 4)))
            }
            Form::Date(Partial { day: Some(_), .. }) => {
                self.day(next).is_some() && self.month(next + 1).is_some()
            }
            Form::Date(Partial { month: Some(_), year: None, .. }) => self.month(next).is_some(),
            Form::Portion(..) => matches!(self.meaning(next), Some(Meaning::Season(_))),
            _ => false,
        }
    }

    /// Lets two ends share what is written once. Bare numbers on both sides are no range.
    fn shared(&self, first: Form, second: Form, next: usize, bare_days: bool) -> Option<(Form, Form, usize)> {
        let (Form::Date(mut start), Form::Date(mut end)) = (first.clone(), second.clone()) else {
            let bare = |form: &Form| matches!(form, Form::Date(Partial { month: None, year: None, .. }));
            let parts = match (&first, &second) {
                // "16th to 18th centuries"
                (Form::Date(Partial { day: Some(number), month: None, .. }), Form::Century(_)) => {
                    Form::Century(i32::try_from(*number).ok()?)
                }
                _ => year_to_part(first, &second),
            };
            return (!bare(&parts) && !bare(&second)).then_some((parts, second, next));
        };
        let mut next = next;
        if end.month.is_none() && end.day.is_some() {
            end.month = start.month;
        }
        if start.month.is_none() && start.day.is_some() {
            start.month = end.month;
        }
        if start.day.is_some() && start.month.is_none() {
            return bare_days.then_some((Form::Date(start), Form::Date(end), next));
        }
        // "March 17-19, 2019": the year belongs to both.
        if end.year.is_none()
            && let Some((year, after)) = self.year_after(next)
        {
            end.year = Some(year);
            next = after;
        }
        if start.year.is_none() && start.month.is_none() && end.year.is_none() {
            return None;
        }
        Some((Form::Date(start), Form::Date(end), next))
    }
}

/// "between early March and late June 2021": the year of the second end belongs to the first too.
fn year_to_part(first: Form, second: &Form) -> Form {
    let Some(year) = year_in(second) else { return first };
    match first {
        Form::Part(part, inner) => Form::Part(part, Box::new(year_to_part(*inner, second))),
        Form::Date(date) if date.year.is_none() && date.month.is_some() => {
            Form::Date(Partial { year: Some(year), ..date })
        }
        Form::Portion(portion, YearOf::Open) => Form::Portion(portion, YearOf::Written(year)),
        other => other,
    }
}

fn year_in(form: &Form) -> Option<i32> {
    match form {
        Form::Date(date) => date.year,
        Form::Part(_, inner) => year_in(inner),
        Form::Portion(_, YearOf::Written(year)) => Some(*year),
        _ => None,
    }
}

/// Without an opening word only two ends of the same kind make a range.
fn alike(start: &Form, end: &Form) -> bool {
    match (start, end) {
        (Form::Date(start), Form::Date(end)) => {
            (start.day.is_some() == end.day.is_some()) && (start.month.is_some() == end.month.is_some())
        }
        (Form::Weekday(_, WeekdayOf::Open), Form::Weekday(_, WeekdayOf::Open))
        | (Form::Part(..), Form::Part(..))
        | (Form::Portion(..), Form::Portion(..))
        | (Form::Decade(_), Form::Decade(_))
        | (Form::Century(_), Form::Century(_)) => true,
        (Form::Date(Partial { month: Some(_), .. }), Form::Unit(Period::Day, ..)) => true,
        _ => false,
    }
}
