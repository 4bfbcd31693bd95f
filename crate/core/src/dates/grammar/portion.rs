//! Parts of a year with a number or a name: quarters, halves, seasons, weeks, feasts.

use super::cursor::{Cursor, Read, full_year};
use crate::dates::expression::{Form, Portion, YearOf};
use crate::dates::meaning::{Meaning, Period};

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

    /// "Q3 2020", "3Q20", "2020 Q3", "H1 2021", "T3 2020", "S1 2019".
    pub fn coded(&self, at: usize) -> Option<Read> {
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

    pub fn is_quarter_letter(&self, at: usize) -> bool {
        self.letter(at) == Some(b'q') || self.letter(at + 1) == Some(b'q')
    }

    /// "Q3"
    pub fn code(&self, at: usize) -> Option<(Portion, usize)> {
        let portion = code(self.letter(at)?, self.glued_number(at + 1)?)?;
        let more = self.is_word(at + 2) && !self.spaced(at + 2);
        (!more).then_some((portion, at + 2))
    }

    /// "3Q"
    pub fn code_behind(&self, at: usize) -> Option<(Portion, usize)> {
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
    pub fn season(&self, at: usize) -> Option<Read> {
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
    pub fn numbered_week(&self, at: usize) -> Option<Read> {
        self.is(at, Meaning::Unit(Period::Week)).then_some(())?;
        let (week, 1 | 2) = self.number(at + 1)? else { return None };
        let week = u8::try_from(week).ok().filter(|week| (1..=53).contains(week))?;
        let (year, next) = self.year_of(at + 2)?;
        Some(portion_of(Portion::Week(week), year, next))
    }

    /// "Good Friday 2021", "Navidad de 2019".
    pub fn feast(&self, at: usize) -> Option<Read> {
        let Meaning::Feast(feast) = self.meaning(at)? else { return None };
        let (year, next) = self.year_of(at + 1).unwrap_or((YearOf::Open, at + 1));
        Some(Read::new(Form::Feast(feast, year), next))
    }
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
