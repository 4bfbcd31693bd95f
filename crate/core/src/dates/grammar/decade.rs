//! Decades and centuries: "the 1990s", "los años noventa", "the 19th century", "siglo XIX".

use super::cursor::{Cursor, Read};
use crate::dates::expression::Form;
use crate::dates::meaning::{Meaning, Period};
use crate::dates::term::Sort;

impl Cursor<'_> {
    /// "the 19th century", "siglo XIX".
    pub fn century(&self, at: usize) -> Option<Read> {
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

    pub fn with_era(&self, century: Option<i32>, next: usize) -> Option<Read> {
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
    pub fn decade(&self, at: usize) -> Option<Read> {
        self.decade_in_figures(at)
            .or_else(|| self.decade_in_words(at))
            .or_else(|| self.decade_after_label(at))
            .or_else(|| self.decade_after_article(at))
    }

    pub fn decade_in_figures(&self, at: usize) -> Option<Read> {
        let start = at + usize::from(self.mark(at) == Some('\''));
        let (value, digits) = self.raw_number(start)?;
        let glued_s = self.letter(start + 1) == Some(b's') && !self.spaced(start + 1);
        let possessive = matches!(self.term(start + 1).map(|term| term.sort), Some(Sort::Possessive))
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
    pub fn led(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        matches!(self.meaning(before), Some(Meaning::Article | Meaning::Of | Meaning::At | Meaning::Ahead))
            || (self.is_part(before) && !self.is_ones(before))
            || (self.mark(before) == Some('-')
                && before.checked_sub(1).is_some_and(|at| matches!(self.meaning(at), Some(Meaning::Part(_)))))
    }

    fn is_part(&self, at: usize) -> bool {
        matches!(self.meaning(at), Some(Meaning::Part(_)))
    }

    /// "her late 20s": an age.
    fn is_ones(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.words(before).to_ascii_lowercase().as_str(),
                "his" | "her" | "their" | "my" | "your"
            )
        })
    }

    pub fn decade_in_words(&self, at: usize) -> Option<Read> {
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
    pub fn decade_after_label(&self, at: usize) -> Option<Read> {
        let Meaning::Unit(unit) = self.meaning(at)? else { return None };
        let next = match unit {
            Period::Decade => {
                let of = self.skip(at + 1, Meaning::Of);
                let article = self.skip(of, Meaning::Article);
                (of > at + 1).then(|| self.skip(article, Meaning::Unit(Period::Year)))?
            }
            Period::Year if self.words(at).ends_with(['s', 'S']) => at + 1,
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
    pub fn year_goes_on(&self, at: usize) -> bool {
        let joined = matches!(self.meaning(at), Some(Meaning::And | Meaning::To))
            || self.mark(at).is_some_and(|mark| matches!(mark, '-' | '–' | ','));
        joined && self.is_number(at + 1)
    }

    /// "en los noventa", "la crisis de los 80".
    pub fn decade_after_article(&self, at: usize) -> Option<Read> {
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
        let counted = matches!(self.meaning(at + 1), Some(Meaning::Measure | Meaning::Unit(_)));
        let ends = self.unknown(at + 1).is_none() && !counted && !self.is_number(at + 1);
        // "cumplió los 80", "a los 40": ages have no such word before.
        let led = before.checked_sub(1).is_some_and(|lead| {
            matches!(
                self.meaning(lead),
                Some(Meaning::Of | Meaning::Ahead | Meaning::From | Meaning::At | Meaning::Since)
            )
        });
        let ends = ends && led;
        let decade = (20..=90).contains(&tens) && tens % 10 == 0;
        let form = || Some(Form::BareDecade(u8::try_from(tens).ok()?));
        (plural && ends && decade).then(form)?.map(|form| Read::new(form, at + 1))
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
