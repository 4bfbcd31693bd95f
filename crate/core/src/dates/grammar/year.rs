//! Years: ranges of them, fiscal ones, and what makes a number alone a year.

use super::cursor::{Cursor, Read, full_year};
use crate::dates::expression::{Form, Partial, YearOf};
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Part, Period, Which};

impl Cursor<'_> {
    /// The year that a stretch is in: "2020", "of 2020", "of last year", "of the year". The term after it.
    pub fn year_of(&self, at: usize) -> Option<(YearOf, usize)> {
        let dashed = || {
            let (year, next) = self.year_before_dash(self.skip(at, Meaning::Of))?;
            Some((year, self.short_second(next, year)?))
        };
        if let Some((year, next)) = self.year_after(at).or_else(dashed) {
            return Some((YearOf::Written(year), next));
        }
        let inner = if self.mark(at) == Some(',') { at + 1 } else { self.skip(at, Meaning::Of) };
        let of = inner > at || self.is(at, Meaning::Ahead);
        let inner = if self.is(at, Meaning::Ahead) { at + 1 } else { inner };
        let inner = if self.is(inner, Meaning::Unit(Period::Year)) && self.year(inner + 1).is_some() {
            inner + 1
        } else {
            inner
        };
        if let Some((year, next)) = self.year(inner).filter(|_| of) {
            return Some((YearOf::Written(year), next));
        }
        if let Some((year, next)) = self.fiscal_year(inner) {
            return Some((YearOf::Written(year), next));
        }
        let bare = self.skip(inner, Meaning::Article);
        // "del año", "do ano": the article is in the preposition.
        let contracted = of && self.words(inner - 1).len() > 2;
        if of && (bare > inner || contracted) && self.is(bare, Meaning::Unit(Period::Year)) {
            return match self.which(bare + 1).map(Which::step) {
                Some(step) => Some((YearOf::Step(step), bare + 2)),
                None => Some((YearOf::Step(0), bare + 1)),
            };
        }
        let step = self.which(bare).map(Which::step)?;
        self.is(bare + 1, Meaning::Unit(Period::Year)).then_some((YearOf::Step(step), bare + 2))
    }

    /// The second half of "2020-21", which adds nothing to a season or a fiscal year.
    pub fn short_second(&self, at: usize, year: i32) -> Option<usize> {
        self.separator(at, &['-', '–', '/'])?;
        let (value, 2 | 4) = self.glued_number(at + 1)? else { return None };
        let next = (year + 1).rem_euclid(100);
        (i64::from(value % 100) == i64::from(next)).then_some(at + 2)
    }

    /// "fiscal year 2020", "FY2020", "fiscal 2020".
    pub fn fiscal(&self, at: usize) -> Option<Read> {
        let (year, next) = self.fiscal_year(at)?;
        let form = Form::Date(Partial { year: Some(year), ..Partial::default() });
        Some(Read::new(Form::Part(Part::Within, Box::new(form)), next))
    }

    pub fn fiscal_year(&self, at: usize) -> Option<(i32, usize)> {
        self.is(at, Meaning::Fiscal).then_some(())?;
        let next = self.skip(at + 1, Meaning::Unit(Period::Year));
        let next = self.skip(next, Meaning::Of);
        if let Some((value, digits @ (2 | 4))) = self.raw_number(next)
            && (digits == 4 || !self.spaced(next) || next > at)
            && !self.glued_after(next + 1)
        {
            let year = full_year(value)?;
            return Some((year, self.short_second(next + 1, year).unwrap_or(next + 1)));
        }
        self.year(next)
    }

    /// "2014–2017", "2020–21", "2020/21".
    pub fn years(&self, at: usize) -> Option<Read> {
        let (first, next) =
            self.year(at).or_else(|| self.year_before_dash(at)).filter(|_| !self.labelled(at))?;
        let separator = self.mark(next).filter(|mark| matches!(mark, '-' | '–' | '/'))?;
        let tight = !self.spaced(next) && !self.spaced(next + 1);
        let (value, digits) = self.number(next + 1).filter(|_| !self.longer_number(next + 2))?;
        let century = first - first.rem_euclid(100);
        let second = match digits {
            4 => i32::try_from(value).ok()?,
            2 if tight => {
                century
                    + i32::try_from(value).ok()?
                    + if i64::from(value) < i64::from(first % 100) { 100 } else { 0 }
            }
            _ => return None,
        };
        let following = second == first + 1;
        let plausible = match separator {
            '/' => following,
            _ => (first + 1..=first + 150).contains(&second) && (digits == 4 || second - first <= 60),
        };
        let year = |year| Box::new(Form::Date(Partial { year: Some(year), ..Partial::default() }));
        (plausible && !self.is(next + 2, Meaning::Measure))
            .then(|| Read::new(Form::Range(year(first), year(second)), next + 2))
    }

    /// A year that a dash and more figures are glued to.
    pub fn year_before_dash(&self, at: usize) -> Option<(i32, usize)> {
        let (value, 4) = self.number(at)? else { return None };
        self.separator(at + 1, &['-', '–', '/'])?;
        (1000..3000).contains(&value).then_some((i32::try_from(value).ok()?, at + 1))
    }

    pub fn longer_number(&self, at: usize) -> bool {
        self.separator(at, &['-', '/', '.', ':']).is_some() && self.is_number(at + 1) && !self.spaced(at + 1)
    }

    /// A year alone, "in 2014", "the 2019 election"; old years only after a preposition.
    pub fn lone_year(&self, at: usize) -> Option<Read> {
        if let Some((year, next)) = self.lone_year_unusual(at) {
            return Some(Read::new(Form::Date(Partial { year: Some(year), ..Partial::default() }), next));
        }
        let (value, digits) = self.number(at)?;
        if let Some(Meaning::Era(after)) = self.meaning(at + 1).filter(|_| digits <= 4 && value > 0) {
            let year = i32::try_from(value).ok()?;
            let form = if after {
                Form::Date(Partial { year: Some(year), ..Partial::default() })
            } else {
                Form::BeforeChrist(value)
            };
            return Some(Read::new(form, at + 2));
        }
        let modern = digits == 4 && (1900..2100).contains(&value);
        let plausible = modern || (digits == 4 && (1000..3000).contains(&value) && self.dates_old_year(at));
        let spanish_plural = self.language.is_some_and(|language| language != Language::English)
            && self.unknown(at + 1) == Some(Case::Lower)
            && self.words(at + 1).ends_with('s')
            && !self.dates_old_year(at);
        let counted = (self.is(at + 1, Meaning::Measure) && !self.sure_year(at)) || spanish_plural;
        if !plausible || self.glued_after(at + 1) || counted || self.labelled(at) || self.keyed(at) {
            return None;
        }
        if self.meaning(at + 1).is_some_and(|meaning| matches!(meaning, Meaning::Unit(_))) {
            return None;
        }
        let year = i32::try_from(value).ok()?;
        if self.is(at + 1, Meaning::Era(false)) {
            return Some(Read::new(Form::BeforeChrist(value), at + 2));
        }
        Some(Read::new(Form::Date(Partial { year: Some(year), ..Partial::default() }), at + 1))
    }

    /// "nineteen eighty-four", "en el 92".
    pub fn lone_year_unusual(&self, at: usize) -> Option<(i32, usize)> {
        if self.is_word(at) {
            return self.year_in_words(at);
        }
        if self.mark(at) == Some('\'') {
            // "back in ’98", "the class of ’98"
            let led = at
                .checked_sub(1)
                .is_some_and(|before| self.preposition(before) || self.is(before, Meaning::Of));
            return self.year(at).filter(|_| led);
        }
        let led = at >= 2
            && self.is(at - 2, Meaning::Ahead)
            && self.is(at - 1, Meaning::Article)
            && self.words(at - 1).eq_ignore_ascii_case("el");
        let (value, 2) = self.number(at)? else { return None };
        let ends = !self.is(at + 1, Meaning::Measure) && !self.glued_after(at + 1);
        (led && value > 31 && ends).then_some((full_year(value)?, at + 1))
    }

    /// "in 1965 women could not vote": the preposition says more than the word behind.
    pub fn sure_year(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|before| {
            self.is(before, Meaning::Ahead)
                || (self.is(before, Meaning::At)
                    && !matches!(self.words(before).to_ascii_lowercase().as_str(), "at" | "for" | "by"))
        })
    }

    /// "id=2014"
    pub fn keyed(&self, at: usize) -> bool {
        !self.spaced(at)
            && at.checked_sub(1).is_some_and(|before| matches!(self.mark(before), Some('=' | '&')))
    }

    /// Whether the words before a number make it a year though it is not of our time.
    pub fn dates_old_year(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let bracket = self.mark(before) == Some('(') && matches!(self.mark(at + 1), Some(')' | '-' | '–'));
        let led = matches!(
            self.meaning(before),
            Some(
                Meaning::Since
                    | Meaning::At
                    | Meaning::About
                    | Meaning::Ahead
                    | Meaning::From
                    | Meaning::To
                    | Meaning::Unit(Period::Year)
                    | Meaning::Of
                    | Meaning::Between
            )
        );
        let plural = self.unknown(at + 1).is_some() && self.words(at + 1).ends_with('s');
        let ends = !plural && self.unknown(at + 1) != Some(Case::Title);
        // "the 1755 quake"
        let named = self.is(before, Meaning::Article) && self.unknown(at + 1) == Some(Case::Lower);
        bracket || ((led || named) && ends)
    }

    /// Whether a number is the number of something: "Law 2010", "No. 2014", "Law 1712 of 2014".
    pub fn labelled(&self, at: usize) -> bool {
        let before = |at: usize, steps: usize| at.checked_sub(steps);
        let label = |at: Option<usize>| at.is_some_and(|at| self.is(at, Meaning::Label));
        let direct = label(before(at, 1));
        let dotted = before(at, 1)
            .is_some_and(|place| matches!(self.mark(place), Some('.' | '#' | '-' | 'º' | '°')))
            && label(before(at, 2));
        let law = before(at, 1).is_some_and(|place| self.is(place, Meaning::Of))
            && before(at, 2).is_some_and(|place| self.is_number(place))
            && (label(before(at, 3))
                || (before(at, 3).is_some_and(|place| self.mark(place).is_some()) && label(before(at, 4))));
        // "pages 1990 to 2014"
        let range = before(at, 1).is_some_and(|place| {
            matches!(self.meaning(place), Some(Meaning::To | Meaning::And)) || self.mark(place) == Some('–')
        }) && before(at, 2).is_some_and(|place| self.is_number(place))
            && label(before(at, 3));
        // "buf[1999]", "§ 1983"
        let sign = before(at, 1).is_some_and(|place| matches!(self.mark(place), Some('[' | '§')));
        direct || dotted || law || range || sign
    }
}
