//! Forms that count from another day: "yesterday", "last week", "three weeks ago", "the past two months".

use super::cursor::{Cursor, Read};
use super::expression::{Anchor, Choice, Form, Partial, WeekdayOf};
use super::language::Language;
use super::meaning::{Meaning, Part, Period, Which};
use super::period::step;
use crate::time::Weekday;

impl Cursor<'_> {
    /// Any relative form.
    pub fn relative(&self, at: usize) -> Option<Read> {
        self.one_further(at)
            .or_else(|| self.weekday_beside(at))
            .or_else(|| self.bare_weekend(at))
            .or_else(|| self.which_first(at))
            .or_else(|| self.shift(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.ago_lead(at))
            .or_else(|| self.ahead(at))
            .or_else(|| self.earlier_in(at))
            .or_else(|| self.which_last(at))
    }

    /// "last week", "next Friday", "the past three months", "el próximo 5 de mayo".
    fn which_first(&self, at: usize) -> Option<Read> {
        let which = self.which(at)?;
        let next = at + 1;
        if let Some(read) = self.stretch(which, next) {
            return Some(read);
        }
        match self.meaning(next) {
            // "el próximo mes de mayo", "el pasado día 9"
            Some(Meaning::Unit(Period::Month))
                if self.is(next + 1, Meaning::Of) && self.month(next + 2).is_some() =>
            {
                self.chosen(which, next + 2)
            }
            Some(Meaning::Unit(Period::Day)) if self.day(next + 1).is_some() => None,
            // "next week Tuesday"
            Some(Meaning::Unit(Period::Week))
                if matches!(self.meaning(next + 1), Some(Meaning::Weekday(_))) =>
            {
                let Meaning::Weekday(day) = self.meaning(next + 1)? else { return None };
                let week = self.unit(which, Period::Week, at, next + 1)?;
                Some(Read::new(Form::WeekdayIn(weekday(day)?, Box::new(week.form)), next + 2))
            }
            Some(Meaning::Unit(unit)) => self.unit(which, unit, at, next + 1),
            Some(Meaning::Weekday(day)) if self.month_of(next).is_none() && !self.weak(next) => {
                let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
                let form = Form::Weekday(weekday(day)?, self.weekday_of(which, article));
                Some(Read::new(form, self.skip(next + 1, Meaning::DayPart)))
            }
            Some(Meaning::DayPart) if matches!(which, Which::This | Which::Last) => {
                Some(Read::new(days(0, Anchor::Reference), next + 1))
            }
            Some(Meaning::DayPart) if matches!(which, Which::Next | Which::Following) => {
                Some(Read::new(days(1, Anchor::Before), next + 1))
            }
            _ => self.chosen(which, next),
        }
    }

    /// "the next Friday" counts on from the date before; "el próximo viernes" is the one to come.
    fn weekday_of(&self, which: Which, article: bool) -> WeekdayOf {
        let english = self.language.is_none_or(|language| language == Language::English);
        match which {
            Which::Next if !english => WeekdayOf::Coming,
            Which::Next if article => WeekdayOf::NextOfStory,
            _ => weekday_of(which),
        }
    }

    /// Whether a date with its month follows the weekday.
    fn month_of(&self, at: usize) -> Option<Read> {
        self.date(at).filter(|read| matches!(read.form, Form::Date(Partial { month: Some(_), .. })))
    }

    /// "last January", "next summer", "this Christmas", "last January 5".
    fn chosen(&self, which: Which, at: usize) -> Option<Read> {
        let choice = choice(which);
        let at = self.skip(at, Meaning::Of);
        if let Some(read) = self.date(at) {
            let yearless = matches!(read.form, Form::Date(Partial { year: None, .. }));
            return Some(if yearless {
                Read { form: Form::Chosen(choice, Box::new(read.form)), ..read }
            } else {
                read
            });
        }
        let form = match self.meaning(at)? {
            Meaning::Month(month) => {
                Form::Date(Partial { month: Some(u32::from(month)), ..Partial::default() })
            }
            Meaning::Season(season) => {
                Form::Portion(super::expression::Portion::Season(season), super::expression::YearOf::Open)
            }
            Meaning::Feast(feast) => Form::Feast(feast, super::expression::YearOf::Open),
            _ => return None,
        };
        Some(Read::new(Form::Chosen(choice, Box::new(form)), at + 1))
    }

    /// "last three weeks", "next 10 days"; "past week" without a number.
    fn stretch(&self, which: Which, at: usize) -> Option<Read> {
        let direction = match which {
            Which::Last | Which::Past | Which::Previous => -1,
            Which::Next | Which::Coming | Which::Following => 1,
            Which::This | Which::Same => return None,
        };
        let (count, unit_at) = match self.count(at) {
            Some(found) => found,
            None if which == Which::Past && self.language == Some(Language::English) => (1, at),
            None => return None,
        };
        // "últimos tres meses", "tres últimos meses", "last couple of weeks"
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        Some(Read::new(Form::Stretch(unit, direction * count), unit_at + 1))
    }

    /// "over the weekend", "at the weekend", "the past weekend".
    fn bare_weekend(&self, at: usize) -> Option<Read> {
        let past = self.which(at) == Some(Which::Past);
        let unit_at = at + usize::from(past);
        self.is(unit_at, Meaning::Unit(Period::Weekend)).then_some(())?;
        let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        let open = !self.is(unit_at + 1, Meaning::Of) && self.which(unit_at + 1).is_none();
        ((past || article) && open && !self.weak(unit_at))
            .then(|| Read::new(Form::LatestWeekend, unit_at + 1))
    }

    /// "last month", "the following day", "this weekend".
    fn unit(&self, which: Which, unit: Period, at: usize, next: usize) -> Option<Read> {
        // "the coming weeks" are nobody knows how many.
        if self.weak(next - 1) {
            return None;
        }
        let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        let steps = step(which)?;
        let the_next = which == Which::Next
            && (unit == Period::Day || (article && self.language == Some(Language::English)));
        let chained = matches!(which, Which::Following | Which::Previous | Which::Same) || the_next;
        let anchor = if chained { Anchor::Before } else { Anchor::Reference };
        // "the last day", "last half", "the last decade" say no more than a part of something.
        let open = match (unit, which) {
            (Period::Half, Which::Last) | (Period::Day, Which::Last | Which::Past) => true,
            (Period::Year | Period::Decade, Which::Last) => article && self.is(next, Meaning::Of),
            _ => false,
        };
        (!open).then(|| Read::new(Form::Unit(unit, steps, anchor), next))
    }

    /// "today", "yesterday morning", "mañana" but not "la mañana".
    fn shift(&self, at: usize) -> Option<Read> {
        let Meaning::Shift(steps) = self.meaning(at)? else { return None };
        let before = at.checked_sub(1);
        let noun = before.is_some_and(|before| self.is(before, Meaning::Article))
            && self.words(at).starts_with(['m', 'M']);
        let next = self.skip(at + 1, Meaning::DayPart);
        (!noun).then(|| Read::new(days(i32::from(steps), Anchor::Reference), next))
    }

    /// "three weeks ago", "two days later", "a year after January 5".
    fn counted(&self, at: usize) -> Option<Read> {
        let article = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        // "the day before", "the week after Easter"
        let plural = self.words(at).ends_with('s') && self.language != Some(Language::French);
        let one = matches!(self.meaning(at), Some(Meaning::Unit(_))) && article && !plural;
        let (count, unit, unit_at) = if one { (1, self.meaning(at)?, at) } else { self.amount(at)? };
        let Meaning::Unit(unit) = unit else { return None };
        let next = unit_at + 1;
        let (form, next) = match self.meaning(next)? {
            // "a week ago today"
            Meaning::Ago if !one => {
                (Form::Step(unit, -count, Anchor::Reference), self.skip(next + 1, Meaning::Shift(0)))
            }
            Meaning::Hence if !one => (Form::Step(unit, count, Anchor::Reference), next + 1),
            Meaning::After | Meaning::Before if one && self.closes(next + 1) => {
                let steps = if self.is(next, Meaning::After) { 1 } else { -1 };
                (Form::Unit(unit, steps, Anchor::Before), next + 1)
            }
            Meaning::After
                if self.which(next + 1) == Some(Which::Same)
                    && !matches!(self.meaning(next + 2), Some(Meaning::Unit(_) | Meaning::Weekday(_))) =>
            {
                (Form::Step(unit, count, Anchor::Before), next + 2)
            }
            Meaning::After | Meaning::From => match self.anchor(next + 1) {
                Some((form, after)) => (Form::Step(unit, count, Anchor::Form(Box::new(form))), after),
                None if self.closes(next + 1) && self.is(next, Meaning::After) => {
                    (Form::Step(unit, count, Anchor::Before), next + 1)
                }
                None => return None,
            },
            Meaning::Before => match self.anchor(next + 1) {
                Some((form, after)) => (Form::Step(unit, -count, Anchor::Form(Box::new(form))), after),
                None if self.closes(next + 1) => (Form::Step(unit, -count, Anchor::Before), next + 1),
                None => return None,
            },
            Meaning::Later => match self.anchor(self.skip(next + 1, Meaning::Of)) {
                Some((form, after)) if self.is(next + 1, Meaning::Of) => {
                    (Form::Step(unit, count, Anchor::Form(Box::new(form))), after)
                }
                _ => (Form::Step(unit, count, Anchor::Before), next + 1),
            },
            Meaning::Earlier => (Form::Step(unit, -count, Anchor::Before), next + 1),
            _ => return None,
        };
        Some(Read::new(form, next))
    }

    /// "three weeks", "two more days", "half a year", "a year and a half": how many of which unit, and its term.
    fn amount(&self, at: usize) -> Option<(i32, Meaning, usize)> {
        let half_year = |at: usize| self.is(at, Meaning::Unit(Period::Year)).then_some(6);
        if self.is(at, Meaning::Unit(Period::Half)) && self.is(at + 1, Meaning::Cardinal(1)) {
            return Some((half_year(at + 2)?, Meaning::Unit(Period::Month), at + 2));
        }
        let (count, unit_at) = self.count(at)?;
        let unit_at = unit_at + usize::from(self.which(unit_at).is_some());
        let halved = self.is(unit_at + 1, Meaning::And)
            && self.is(unit_at + 2, Meaning::Cardinal(1))
            && self.is(unit_at + 3, Meaning::Unit(Period::Half));
        if halved && half_year(unit_at).is_some() {
            return Some((
                count.saturating_mul(12).saturating_add(6),
                Meaning::Unit(Period::Month),
                unit_at + 3,
            ));
        }
        Some((count, self.meaning(unit_at)?, unit_at))
    }

    /// "the week before last", "the month after next".
    fn one_further(&self, at: usize) -> Option<Read> {
        let unit = self.meaning(at)?;
        // "a week before last Monday"
        if matches!(self.meaning(at + 3), Some(Meaning::Weekday(_) | Meaning::Unit(_) | Meaning::Month(_))) {
            return None;
        }
        let steps = match (self.meaning(at + 1)?, self.which(at + 2)?) {
            (Meaning::Before, Which::Last) => -2,
            (Meaning::After, Which::Next) => 2,
            _ => return None,
        };
        let week = |steps| Form::Unit(Period::Week, steps, Anchor::Reference);
        match unit {
            Meaning::Unit(unit) => Some(Read::new(Form::Unit(unit, steps, Anchor::Reference), at + 3)),
            Meaning::Weekday(day) => {
                Some(Read::new(Form::WeekdayIn(weekday(day)?, Box::new(week(steps))), at + 3))
            }
            _ => None,
        }
    }

    /// "the Friday before Labor Day", "the Monday after Easter".
    fn weekday_beside(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        let which = match self.meaning(at + 1)? {
            Meaning::Before => WeekdayOf::Previous,
            Meaning::After => WeekdayOf::Following,
            _ => return None,
        };
        let (form, next) = self.anchor(at + 2)?;
        Some(Read::new(Form::WeekdayBeside(weekday(day)?, which, Box::new(form)), next))
    }

    /// Whether nothing follows that the words before could count from.
    fn closes(&self, at: usize) -> bool {
        !self.is_word(at) || self.mark(at).is_some()
    }

    /// The date that "after", "before" or "from" counts from.
    fn anchor(&self, at: usize) -> Option<(Form, usize)> {
        let at = self.skip(at, Meaning::Article);
        let read = self
            .date(at)
            .or_else(|| self.shift(at))
            .or_else(|| self.which_first(at))
            .or_else(|| self.period(at))
            .or_else(|| self.weekday_alone(at))?;
        Some((read.form, read.next))
    }

    /// "hace tres semanas", "il y a deux ans", "há dois dias".
    fn ago_lead(&self, at: usize) -> Option<Read> {
        self.is(at, Meaning::AgoLead).then_some(())?;
        // "desde hace 12 años" is how long, not when.
        if at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::From)) {
            return None;
        }
        let start = self.skip(at + 1, Meaning::About);
        let (count, unit_at) = self.count(start)?;
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        let next = self.skip(unit_at + 1, Meaning::Ago);
        Some(Read::new(Form::Step(unit, -count, Anchor::Reference), next))
    }

    /// "in three days", "dentro de dos semanas".
    fn ahead(&self, at: usize) -> Option<Read> {
        self.is(at, Meaning::Ahead).then_some(())?;
        let (count, unit_at) = self.count(self.skip(at + 1, Meaning::About))?;
        let Meaning::Unit(unit) = self.meaning(unit_at)? else { return None };
        let more = matches!(
            self.meaning(unit_at + 1),
            Some(Meaning::Ago | Meaning::Later | Meaning::Earlier | Meaning::Of)
        );
        let short = self.words(at).eq_ignore_ascii_case("in") || self.words(at).eq_ignore_ascii_case("en");
        // "in three days" is a stretch as often as a day to come: the words around decide.
        let said = !short || at <= 1 || self.future_before(at);
        (!more && said).then(|| Read::new(Form::Step(unit, count, Anchor::Reference), unit_at + 1))
    }

    /// "earlier this month", "later in the year".
    fn earlier_in(&self, at: usize) -> Option<Read> {
        matches!(self.meaning(at)?, Meaning::Earlier | Meaning::Later).then_some(())?;
        let next = at + 1;
        let form = |unit, next| {
            Read::new(Form::Part(Part::Within, Box::new(Form::Unit(unit, 0, Anchor::Reference))), next)
        };
        if self.which(next) == Some(Which::Same)
            && let Some(Meaning::Unit(unit)) = self.meaning(next + 1)
        {
            let whole = Form::Unit(unit, 0, Anchor::Before);
            return Some(Read::new(Form::Part(Part::Within, Box::new(whole)), next + 2));
        }
        if self.which(next) == Some(Which::This)
            && let Some(Meaning::Unit(unit)) = self.meaning(next + 1)
        {
            return Some(form(unit, next + 2));
        }
        let article = self.skip(next, Meaning::Ahead);
        let unit_at = self.skip(article, Meaning::Article);
        match self.meaning(unit_at)? {
            Meaning::Unit(unit @ (Period::Year | Period::Month | Period::Week)) if unit_at == next + 2 => {
                Some(form(unit, unit_at + 1))
            }
            _ => None,
        }
    }

    /// "la semana pasada", "martes pasado", "el mes que viene", "lundi dernier".
    fn which_last(&self, at: usize) -> Option<Read> {
        self.language.filter(|language| *language != Language::English)?;
        let which = self.which(at + 1)?;
        match self.meaning(at)? {
            Meaning::Unit(unit) if !self.weak(at) => {
                let chained = matches!(which, Which::Following | Which::Previous | Which::Same);
                let anchor = if chained { Anchor::Before } else { Anchor::Reference };
                Some(Read::new(Form::Unit(unit, step(which)?, anchor), at + 2))
            }
            Meaning::Weekday(day) => {
                Some(Read::new(Form::Weekday(weekday(day)?, self.weekday_of(which, false)), at + 2))
            }
            _ => {
                let read = self.chosen(which, at)?;
                (read.next == at + 1).then(|| Read { next: at + 2, ..read })
            }
        }
    }

    /// "Monday of last week", "Friday next week", "el lunes de la semana pasada".
    pub fn weekday_in(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        let inner = self.skip(self.skip(at + 1, Meaning::Of), Meaning::Article);
        let read = self.which_first(inner).or_else(|| self.which_last(inner))?;
        let week = matches!(read.form, Form::Unit(Period::Week, ..));
        week.then(|| {
            Read::new(
                Form::WeekdayIn(weekday(day).unwrap_or(Weekday::Monday), Box::new(read.form)),
                read.next,
            )
        })
    }

    /// "Tuesday", "Monday morning".
    pub fn weekday_alone(&self, at: usize) -> Option<Read> {
        (!self.weak(at)).then(|| self.weekday_read(at))?
    }

    /// A weekday with its part of the day, whatever stands around.
    pub fn weekday_read(&self, at: usize) -> Option<Read> {
        let Meaning::Weekday(day) = self.meaning(at)? else { return None };
        let next = self.skip(at + 1, Meaning::DayPart);
        Some(Read::new(Form::Weekday(weekday(day)?, WeekdayOf::Open), next))
    }
}

pub(super) fn weekday(day: u8) -> Option<Weekday> {
    Weekday::ALL.get(usize::from(day)).copied()
}

fn days(steps: i32, anchor: Anchor) -> Form {
    Form::Unit(Period::Day, steps, anchor)
}

fn weekday_of(which: Which) -> WeekdayOf {
    match which {
        Which::Last | Which::Past => WeekdayOf::Last,
        Which::This | Which::Same => WeekdayOf::This,
        Which::Next => WeekdayOf::Next,
        Which::Coming => WeekdayOf::Coming,
        Which::Following => WeekdayOf::Following,
        Which::Previous => WeekdayOf::Previous,
    }
}

fn choice(which: Which) -> Choice {
    match which {
        Which::Last | Which::Past | Which::Previous => Choice::Last,
        Which::This | Which::Same => Choice::This,
        Which::Next | Which::Coming | Which::Following => Choice::Next,
    }
}
