//! Stretches of the calendar with a number: quarters, halves, seasons, decades, centuries, years.

use super::cursor::{Cursor, Read, full_year};
use super::expression::{Form, Partial, Portion, YearOf};
use super::language::Language;
use super::lexer::Case;
use super::meaning::{Meaning, Period, Which};

impl Cursor<'_> {
    /// Any stretch with a number, or with a name that comes every year.
    pub fn period(&self, at: usize) -> Option<Read> {
        self.coded(at)
            .or_else(|| self.ranked_portion(at))
            .or_else(|| self.season(at))
            .or_else(|| self.numbered_week(at))
            .or_else(|| self.century(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.fiscal(at))
    }

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
            return match self.which(bare + 1).and_then(step) {
                Some(step) => Some((YearOf::Step(step), bare + 2)),
                None => Some((YearOf::Step(0), bare + 1)),
            };
        }
        let step = self.which(bare).and_then(step)?;
        self.is(bare + 1, Meaning::Unit(Period::Year)).then_some((YearOf::Step(step), bare + 2))
    }

    /// The second half of "2020-21", which adds nothing to a season or a fiscal year.
    fn short_second(&self, at: usize, year: i32) -> Option<usize> {
        self.separator(at, &['-', '–', '/'])?;
        let (value, 2 | 4) = self.glued_number(at + 1)? else { return None };
        let next = (year + 1).rem_euclid(100);
        (i64::from(value % 100) == i64::from(next)).then_some(at + 2)
    }

    /// "Q3 2020", "3Q20", "2020 Q3", "H1 2021", "T3 2020", "S1 2019".
    fn coded(&self, at: usize) -> Option<Read> {
        if let Some((year, 4)) = self.raw_number(at) {
            let code_at = at + 1 + usize::from(self.separator(at + 1, &['-', '–']).is_some());
            let (portion, next) = self.code(code_at)?;
            return Some(portion_of(portion, YearOf::Written(i32::try_from(year).ok()?), next));
        }
        let (portion, next) = self.code(at).or_else(|| self.code_behind(at))?;
        let dash = next + usize::from(matches!(self.mark(next), Some('-' | '/' | '–')));
        if let Some((value, 2 | 4)) = self.glued_number(dash) {
            let year = full_year(value)?;
            return Some(portion_of(portion, YearOf::Written(year), dash + 1));
        }
        if let Some((year, after)) = self.year_of(next).or_else(|| self.year_of(dash)) {
            return Some(portion_of(portion, year, after));
        }
        // "S1", "T2", "H2" alone are names of many things.
        matches!(portion, Portion::Quarter(_))
            .then(|| portion_of(portion, YearOf::Open, next))
            .filter(|_| self.is_quarter_letter(at))
    }

    fn is_quarter_letter(&self, at: usize) -> bool {
        self.letter(at) == Some(b'q') || self.letter(at + 1) == Some(b'q')
    }

    /// "Q3"
    fn code(&self, at: usize) -> Option<(Portion, usize)> {
        let portion = code(self.letter(at)?, self.glued_number(at + 1)?)?;
        let more = self.is_word(at + 2) && !self.spaced(at + 2);
        (!more).then_some((portion, at + 2))
    }

    /// "3Q"
    fn code_behind(&self, at: usize) -> Option<(Portion, usize)> {
        let number = self.raw_number(at)?;
        let portion =
            self.letter(at + 1).filter(|_| !self.spaced(at + 1)).and_then(|letter| code(letter, number))?;
        Some((portion, at + 2))
    }

    /// "third quarter of 2020", "segundo semestre de 2019", "last quarter of the year".
    pub fn ranked_portion(&self, at: usize) -> Option<Read> {
        let (portion, next) = self.portion_rank(at)?;
        if let Some((year, next)) = self.year_of(next) {
            return Some(portion_of(portion, year, next));
        }
        // "the last quarter" is the one before this; "the second half" is mostly of a match.
        let counted = matches!(portion, Portion::Quarter(_)) && self.rank(at).is_some_and(|rank| rank > 0);
        (counted && !self.is(next, Meaning::Of)).then(|| portion_of(portion, YearOf::Open, next))
    }

    /// "third quarter", "second half": which part of a year, and the term after it.
    pub fn portion_rank(&self, at: usize) -> Option<(Portion, usize)> {
        let rank = self.rank(at)?;
        let unit_at = at + 1 + usize::from(self.separator(at + 1, &['-']).is_some());
        let unit_at = self.skip(unit_at, Meaning::Fiscal);
        let Meaning::Unit(unit @ (Period::Quarter | Period::Half)) = self.meaning(unit_at)? else {
            return None;
        };
        let last = if unit == Period::Quarter { 4 } else { 2 };
        let number = u8::try_from(if rank < 0 { last } else { rank })
            .ok()
            .filter(|number| *number <= last.unsigned_abs())?;
        let portion = if unit == Period::Quarter { Portion::Quarter(number) } else { Portion::Half(number) };
        Some((portion, unit_at + 1))
    }

    /// "summer 2021", "verano de 2021", "the winter of 2020-21"; alone only after a preposition.
    fn season(&self, at: usize) -> Option<Read> {
        let Meaning::Season(season) = self.meaning(at)? else { return None };
        if let Some((year, next)) = self.year_of(at + 1) {
            return Some(portion_of(Portion::Season(season), year, next));
        }
        let before = at
            .checked_sub(1)
            .map(|before| before - usize::from(before > 0 && self.is(before, Meaning::Article)));
        // "a été signé" is no summer.
        let to = before.is_some_and(|before| self.is(before, Meaning::To) && self.words(before).len() == 1);
        let alone = self.terms.len() <= 2;
        let leads = (alone || self.after_preposition(at))
            && !to
            && !self.is(at + 1, Meaning::Of)
            && self.unknown(at + 1).is_none();
        leads.then(|| portion_of(Portion::Season(season), YearOf::Open, at + 1))
    }

    /// "Week 3 of 2021", "semana 3 de 2021".
    fn numbered_week(&self, at: usize) -> Option<Read> {
        self.is(at, Meaning::Unit(Period::Week)).then_some(())?;
        let (week, 1 | 2) = self.number(at + 1)? else { return None };
        let week = u8::try_from(week).ok().filter(|week| (1..=53).contains(week))?;
        let (year, next) = self.year_of(at + 2)?;
        Some(portion_of(Portion::Week(week), year, next))
    }

    /// "the 19th century", "siglo XIX".
    fn century(&self, at: usize) -> Option<Read> {
        if self.is(at, Meaning::CenturyLead) || self.is(at, Meaning::Unit(Period::Century)) {
            let dot = self.skip_mark(at + 1, '.');
            let number = roman(self.words(dot)).or_else(|| self.number(dot).map(|(value, _)| value))?;
            let plausible = (1..=30).contains(&number);
            return plausible.then(|| self.with_era(i32::try_from(number).ok(), dot + 1))?;
        }
        if self.names_century(at + 1) && self.unknown(at).is_some() {
            // "XIXe siècle"
            let number = roman(self.words(at).trim_end_matches(['e', 'è', 'm']))?;
            return self.with_era(i32::try_from(number).ok(), at + 2);
        }
        let rank = self.rank(at).filter(|rank| *rank > 0)?;
        let unit_at = at + 1 + usize::from(self.separator(at + 1, &['-']).is_some());
        self.is(unit_at, Meaning::Unit(Period::Century))
            .then(|| self.with_era(Some(i32::from(rank)), unit_at + 1))?
    }

    /// "century", "siècle"
    pub fn names_century(&self, at: usize) -> bool {
        matches!(self.meaning(at), Some(Meaning::CenturyLead | Meaning::Unit(Period::Century)))
    }

    fn with_era(&self, century: Option<i32>, next: usize) -> Option<Read> {
        let century = century?;
        if self.is(next, Meaning::Era(false)) {
            return Some(Read::new(
                Form::BeforeChrist(u32::try_from(century).ok()?.saturating_mul(100)),
                next + 1,
            ));
        }
        Some(Read::new(Form::Century(century), next))
    }

    /// "the 1990s", "’90s", "the nineties", "los años noventa", "la década de 1990".
    fn decade(&self, at: usize) -> Option<Read> {
        self.decade_in_figures(at)
            .or_else(|| self.decade_in_words(at))
            .or_else(|| self.decade_after_label(at))
            .or_else(|| self.decade_after_article(at))
    }

    fn decade_in_figures(&self, at: usize) -> Option<Read> {
        let start = at + usize::from(self.mark(at) == Some('\''));
        let (value, digits) = self.raw_number(start)?;
        let glued_s = self.letter(start + 1) == Some(b's') && !self.spaced(start + 1);
        let possessive =
            matches!(self.term(start + 1).map(|term| term.sort), Some(super::term::Sort::Possessive))
                && !self.spaced(start + 1);
        if !(glued_s || possessive) || value % 10 != 0 {
            return None;
        }
        match digits {
            // "1930's dust storms" is of a decade, "2020's best film" of a year.
            4 if (1000..3000).contains(&value) && (glued_s || value < 2000 || !self.is_word(start + 2)) => {
                // "the 1800s" are a century, "the 2000s" mostly a decade.
                let year = i32::try_from(value).ok()?;
                let century = value % 100 == 0 && value < 2000;
                Some(Read::new(
                    if century { Form::Century(year / 100 + 1) } else { Form::Decade(year) },
                    start + 2,
                ))
            }
            2 if glued_s && (start > at || self.led(at)) => {
                Some(Read::new(Form::BareDecade(u8::try_from(value).ok()?), start + 2))
            }
            _ => None,
        }
    }

    /// Whether an article, "early" or the like stands before.
    fn led(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        matches!(
            self.meaning(before),
            Some(Meaning::Article | Meaning::Part(_) | Meaning::Of | Meaning::At | Meaning::Ahead)
        ) || (self.mark(before) == Some('-')
            && before.checked_sub(1).is_some_and(|at| matches!(self.meaning(at), Some(Meaning::Part(_)))))
    }

    fn decade_in_words(&self, at: usize) -> Option<Read> {
        if let Meaning::Decade(tens) = self.meaning(at)? {
            return self.led(at).then(|| Read::new(Form::BareDecade(tens), at + 1));
        }
        // "nineteen nineties"
        let Meaning::Cardinal(hundreds @ (18 | 19)) = self.meaning(at)? else { return None };
        let next = at + 1 + usize::from(self.separator(at + 1, &['-']).is_some());
        let Meaning::Decade(tens) = self.meaning(next)? else { return None };
        Some(Read::new(Form::Decade(i32::from(hundreds) * 100 + i32::from(tens)), next + 1))
    }

    /// "década de 1990", "década de los noventa", "años 90", "años noventa".
    fn decade_after_label(&self, at: usize) -> Option<Read> {
        let Meaning::Unit(unit) = self.meaning(at)? else { return None };
        let next = match unit {
            Period::Decade => {
                let of = self.skip(at + 1, Meaning::Of);
                let article = self.skip(of, Meaning::Article);
                (of > at + 1).then(|| self.skip(article, Meaning::Unit(Period::Year)))?
            }
            Period::Year if self.words(at).to_lowercase().ends_with('s') => at + 1,
            _ => return None,
        };
        match (self.number(next), self.meaning(next)) {
            (Some((value, 4)), _)
                if value % 10 == 0 && (unit == Period::Decade || !self.year_goes_on(next + 1)) =>
            {
                Some(Read::new(Form::Decade(i32::try_from(value).ok()?), next + 1))
            }
            (Some((value, 2)), _) if value % 10 == 0 => {
                Some(Read::new(Form::BareDecade(u8::try_from(value).ok()?), next + 1))
            }
            (_, Some(Meaning::Cardinal(tens @ 20..=90))) => {
                Some(Read::new(Form::BareDecade(u8::try_from(tens).ok()?), next + 1))
            }
            _ => None,
        }
    }

    /// "años 1990 y 1995" are two years.
    fn year_goes_on(&self, at: usize) -> bool {
        let joined = matches!(self.meaning(at), Some(Meaning::And | Meaning::To))
            || self.mark(at).is_some_and(|mark| matches!(mark, '-' | '–' | ','));
        joined && self.is_number(at + 1)
    }

    /// "en los noventa", "la crisis de los 80".
    fn decade_after_article(&self, at: usize) -> Option<Read> {
        let before = at.checked_sub(1)?;
        let plural = self.is(before, Meaning::Article)
            && matches!(self.words(before).to_ascii_lowercase().as_str(), "los" | "os" | "les");
        // "principios de los 2000"
        if let Some((year, 4)) = self.number(at).filter(|(year, _)| plural && year % 10 == 0) {
            return Some(Read::new(Form::Decade(i32::try_from(year).ok()?), at + 1));
        }
        let tens = match self.meaning(at) {
            Some(Meaning::Cardinal(tens)) => u32::from(tens),
            _ => self.number(at).filter(|(_, digits)| *digits == 2)?.0,
        };
        let ends =
            self.unknown(at + 1).is_none() && !self.is(at + 1, Meaning::Measure) && !self.is_number(at + 1);
        let decade = (20..=90).contains(&tens) && tens % 10 == 0;
        let form = || Some(Form::BareDecade(u8::try_from(tens).ok()?));
        (plural && ends && decade).then(form)?.map(|form| Read::new(form, at + 1))
    }

    /// "Good Friday 2021", "Navidad de 2019".
    fn feast(&self, at: usize) -> Option<Read> {
        let Meaning::Feast(feast) = self.meaning(at)? else { return None };
        let (year, next) = self.year_of(at + 1).unwrap_or((YearOf::Open, at + 1));
        Some(Read::new(Form::Feast(feast, year), next))
    }

    /// "fiscal year 2020", "FY2020", "fiscal 2020".
    fn fiscal(&self, at: usize) -> Option<Read> {
        let (year, next) = self.fiscal_year(at)?;
        let form = Form::Date(Partial { year: Some(year), ..Partial::default() });
        Some(Read::new(Form::Part(super::meaning::Part::Within, Box::new(form)), next))
    }

    fn fiscal_year(&self, at: usize) -> Option<(i32, usize)> {
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

    fn longer_number(&self, at: usize) -> bool {
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
    fn lone_year_unusual(&self, at: usize) -> Option<(i32, usize)> {
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
    fn sure_year(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|before| {
            self.is(before, Meaning::Ahead)
                || (self.is(before, Meaning::At)
                    && !matches!(self.words(before).to_ascii_lowercase().as_str(), "at" | "for" | "by"))
        })
    }

    /// "id=2014"
    fn keyed(&self, at: usize) -> bool {
        !self.spaced(at)
            && at.checked_sub(1).is_some_and(|before| matches!(self.mark(before), Some('=' | '&')))
    }

    /// Whether the words before a number make it a year though it is not of our time.
    fn dates_old_year(&self, at: usize) -> bool {
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

/// How many units a word steps: "last", "this", "next".
pub(super) fn step(which: Which) -> Option<i32> {
    Some(match which {
        Which::Last | Which::Past | Which::Previous => -1,
        Which::This | Which::Same => 0,
        Which::Next | Which::Coming | Which::Following => 1,
    })
}

fn portion_of(portion: Portion, year: YearOf, next: usize) -> Read {
    Read::new(Form::Portion(portion, year), next)
}

/// "q" and 3 make a quarter.
fn code(letter: u8, (number, digits): (u32, u32)) -> Option<Portion> {
    let number = u8::try_from(number).ok().filter(|_| digits == 1)?;
    match letter {
        b'q' | b't' if (1..=4).contains(&number) => Some(Portion::Quarter(number)),
        b'h' | b's' if (1..=2).contains(&number) => Some(Portion::Half(number)),
        _ => None,
    }
}

/// A Roman number in capitals, as centuries have.
pub(super) fn roman(word: &str) -> Option<u32> {
    let mut total = 0;
    let mut last = 0;
    for letter in word.bytes().rev() {
        let value = match letter {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        total = if value < last { total - value } else { total + value };
        last = last.max(value);
    }
    (total > 0 && word.len() <= 6).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_numbers() {
        let read: Vec<Option<u32>> = ["XIX", "XX", "IV", "I", "MI", ""].into_iter().map(roman).collect();
        assert_eq!(read, [Some(19), Some(20), Some(4), Some(1), None, None]);
    }
}
