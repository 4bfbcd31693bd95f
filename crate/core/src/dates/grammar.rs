//! Tokens to expressions: what a text writes as a date, before anyone asks when that is.

use super::language::Meaning;
use super::lexer::{Kind, Token, tokens};
use crate::model::Span;

/// How a date of three plain numbers is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 01/10/2021 is the tenth of January.
    #[default]
    MonthDayYear,
    /// 01/10/2021 is the first of October.
    DayMonthYear,
    /// 21/01/10 is the tenth of January 2021.
    YearMonthDay,
}

/// The parts of a date that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Partial {
    /// The year, in full.
    pub year: Option<i32>,
    /// The month, 1 to 12 when it makes sense.
    pub month: Option<u32>,
    /// The day of the month, as written; 31 where the month has 30 is kept.
    pub day: Option<u32>,
}

/// What is wrong with the way a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A number too many, as in "between January 21 and 1 February 1, 2021".
    StrayNumber,
}

/// A date as written: one point, or two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Where it stands in the text.
    pub span: Span,
    /// The date, or the first of two.
    pub start: Partial,
    /// The second of two; included.
    pub end: Option<Partial>,
    /// Whether the text blurs it.
    pub approximate: bool,
    /// What is wrong with it, if anything.
    pub flaw: Option<Flaw>,
}

/// A two-digit year below this is of this century.
const CENTURY_PIVOT: u32 = 70;

/// Every date expression of `text`, in order, without overlaps.
///
/// ```
/// use dateline_core::dates::{DateOrder, scan};
/// let text = "On December 3rd, the two met; talks run from August to September 2021.";
/// let found: Vec<&str> =
///     scan(text, DateOrder::default()).iter().map(|date| date.span.of(text)).collect();
/// assert_eq!(found, ["December 3rd", "from August to September 2021"]);
/// ```
pub fn scan(text: &str, order: DateOrder) -> Vec<Expression> {
    let tokens = tokens(text);
    let mut parser = Parser { tokens: &tokens, order };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match parser.expression(at) {
            Some((expression, next)) => {
                found.push(expression);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

struct Parser<'t> {
    tokens: &'t [Token],
    order: DateOrder,
}

/// One date and the token after it.
#[derive(Clone, Copy)]
struct Read {
    partial: Partial,
    next: usize,
    stray: bool,
}

impl Parser<'_> {
    /// The expression that begins at token `at`, and the token after it.
    fn expression(&mut self, at: usize) -> Option<(Expression, usize)> {
        if self.glued_before(at) {
            return None;
        }
        let opened = matches!(self.meaning(at), Some(Meaning::From));
        let first_at = if opened { self.skip_article(at + 1) } else { at };
        if let Some((start, end)) = self.range(first_at, opened) {
            let stray = start.stray || end.stray;
            return Some((self.build(at, start.partial, Some(end.partial), stray, end.next), end.next));
        }
        if opened {
            return None;
        }
        let read = self.date(at)?;
        Some((self.build(at, read.partial, None, read.stray, read.next), read.next))
    }

    fn build(&self, at: usize, start: Partial, end: Option<Partial>, stray: bool, next: usize) -> Expression {
        let first = self.tokens.get(at).map_or(0, |token| token.span.start);
        let last = next.checked_sub(1).and_then(|last| self.tokens.get(last));
        let approximate =
            at.checked_sub(1).is_some_and(|before| self.meaning(before) == Some(Meaning::About));
        Expression {
            span: Span { start: first, end: last.map_or(first, |token| token.span.end) },
            start,
            end,
            approximate,
            flaw: stray.then_some(Flaw::StrayNumber),
        }
    }

    /// Two dates with a word or a dash between, sharing month and year where one leaves them out.
    fn range(&self, at: usize, opened: bool) -> Option<(Read, Read)> {
        let first = self.date(at).or_else(|| self.bare(at))?;
        let joined = self.joiner(first.next, opened)?;
        let second_at = self.skip_article(joined);
        let second = self
            .date(second_at)
            .or_else(|| self.closing_day(second_at, first.partial))
            .or_else(|| self.bare_month(second_at).filter(|_| opened))?;
        let (start, end) = share(first.partial, second.partial)?;
        let year = self.year_after(second.next);
        let (start, end) = match (year, end.year) {
            (Some((year, _)), None) => {
                (Partial { year: start.year.or(Some(year)), ..start }, Partial { year: Some(year), ..end })
            }
            _ => (start, end),
        };
        let next = year.filter(|_| second.partial.year.is_none()).map_or(second.next, |(_, next)| next);
        Some((Read { partial: start, ..first }, Read { partial: end, next, ..second }))
    }

    /// The token after a range's joining word or dash. "and" joins only after "between".
    fn joiner(&self, at: usize, opened: bool) -> Option<usize> {
        match self.tokens.get(at)?.kind {
            Kind::Mark('-' | '–' | '—') => Some(at + 1),
            Kind::Word { meaning: Some(Meaning::To), .. } if opened => Some(at + 1),
            Kind::Word { meaning: Some(Meaning::To), .. } if !self.is_and(at) => Some(at + 1),
            _ => None,
        }
    }

    /// "and" and "y" list two dates unless a word before them opened a range.
    fn is_and(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.span.end - token.span.start, 1 | 3))
    }

    /// The first end of a range where it is a lone day or a lone month: "3 al 5 de mayo", "August to September".
    fn bare(&self, at: usize) -> Option<Read> {
        self.bare_month(at).or_else(|| {
            let partial = Partial { day: Some(self.day(at)?), ..Partial::default() };
            Some(Read { partial, next: at + 1, stray: false })
        })
    }

    fn bare_month(&self, at: usize) -> Option<Read> {
        let partial = Partial { month: Some(self.month(at)?), ..Partial::default() };
        Some(Read { partial, next: at + 1, stray: false })
    }

    /// The second end of a range where it is a lone day: "March 17-19".
    fn closing_day(&self, at: usize, first: Partial) -> Option<Read> {
        let day =
            self.day(at).filter(|_| first.day.is_some() && first.month.is_some() && first.year.is_none())?;
        let partial = Partial { day: Some(day), ..Partial::default() };
        Some(Read { partial, next: at + 1, stray: false })
    }

    /// One date in any of its forms.
    fn date(&self, at: usize) -> Option<Read> {
        self.iso(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.hyphenated(at))
            .or_else(|| self.stray_then_date(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
    }

    /// "2021-01-10", "2021/1/10".
    fn iso(&self, at: usize) -> Option<Read> {
        let (year, 4) = self.number(at)? else { return None };
        let separator = self.separator(at + 1, &['-', '/', '.'])?;
        let (month, _) = self.glued_number(at + 2)?;
        (self.separator(at + 3, &[separator])? == separator).then_some(())?;
        let (day, _) = self.glued_number(at + 4)?;
        let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
        plausible.then(|| read(year, month, day, at + 5)).filter(|_| !self.glued_after(at + 5))
    }

    /// "01/10/2021", "7.1.2021": three numbers in the order that the caller names.
    fn numeric(&self, at: usize) -> Option<Read> {
        let (first, digits) = self.number(at)?;
        let separator = self.separator(at + 1, &['/', '.'])?;
        let (second, _) = self.glued_number(at + 2)?;
        (self.separator(at + 3, &[separator])? == separator).then_some(())?;
        let (third, year_digits) = self.glued_number(at + 4)?;
        let short = digits <= 2 && matches!(year_digits, 2 | 4) && !self.glued_after(at + 5);
        let (year, month, day) = match self.order {
            // Dots are the continental habit: day first.
            _ if separator == '.' => (third, second, first),
            DateOrder::MonthDayYear => (third, first, second),
            DateOrder::DayMonthYear => (third, second, first),
            DateOrder::YearMonthDay => (first, second, third),
        };
        // Where the order asked for makes no date but the other does, there is no doubt which is meant.
        let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
        let plausible = short && (1..=12).contains(&month) && (1..=31).contains(&day);
        plausible.then(|| read(full_year(year), month, day, at + 5))
    }

    /// "10-JAN", "10-JAN-21", "10-JAN-2021".
    fn hyphenated(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        self.separator(at + 1, &['-'])?;
        let month = self.any_month(at + 2).filter(|_| !self.spaced(at + 2))?;
        let year = self.separator(at + 3, &['-']).and_then(|_| self.glued_number(at + 4));
        let partial = Partial { month: Some(month), day: Some(day), year: None };
        match year {
            Some((year, 2 | 4)) if !self.glued_after(at + 5) => {
                let year = i32::try_from(full_year(year)).ok();
                Some(Read { partial: Partial { year, ..partial }, next: at + 5, stray: false })
            }
            _ => Some(Read { partial, next: at + 3, stray: false }),
        }
    }

    /// "1 February 1, 2021": a number too many in front of a full date.
    fn stray_then_date(&self, at: usize) -> Option<Read> {
        self.number(at).filter(|(_, digits)| *digits <= 2)?;
        let full = self.month_first(at + 1)?;
        let complete = full.partial.day.is_some() && full.partial.year.is_some();
        complete.then_some(Read { stray: true, ..full })
    }

    /// "7 January 2021", "10 de enero de 2021", "7th of January".
    fn day_first(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        let month_at = self.skip_of(at + 1);
        let month = self.month(month_at)?;
        let dotted = self.skip_dot(month_at + 1, month_at);
        let partial = Partial { day: Some(day), month: Some(month), year: None };
        match self.year_after(dotted) {
            Some((year, next)) => {
                Some(Read { partial: Partial { year: Some(year), ..partial }, next, stray: false })
            }
            None => Some(Read { partial, next: dotted, stray: false }),
        }
    }

    /// "January 7, 2021", "Jan. 7", "September 2021".
    fn month_first(&self, at: usize) -> Option<Read> {
        let month = self.month(at)?;
        let after = self.skip_dot(at + 1, at);
        let partial = Partial { month: Some(month), ..Partial::default() };
        if let Some(day) = self.day(after).filter(|_| !self.glued_after(after + 1)) {
            let partial = Partial { day: Some(day), ..partial };
            return Some(match self.year_after(after + 1) {
                Some((year, next)) => {
                    Read { partial: Partial { year: Some(year), ..partial }, next, stray: false }
                }
                None => Read { partial, next: after + 1, stray: false },
            });
        }
        let (year, next) = self.year_after(after)?;
        Some(Read { partial: Partial { year: Some(year), ..partial }, next, stray: false })
    }

    /// A year of four digits, after an optional comma or "of"; the year and the token after it.
    fn year_after(&self, at: usize) -> Option<(i32, usize)> {
        let at = match self.tokens.get(at)?.kind {
            Kind::Mark(',') => at + 1,
            _ => self.skip_of(at),
        };
        let (value, 4) = self.number(at)? else { return None };
        let year = i32::try_from(value).ok().filter(|year| (1000..=2999).contains(year))?;
        // "March 3, 2000 people": a year is not followed by a hyphen or a unit glued to it.
        (!self.glued_after(at + 1)).then_some((year, at + 1))
    }

    fn meaning(&self, at: usize) -> Option<Meaning> {
        match self.tokens.get(at)?.kind {
            Kind::Word { meaning, .. } => meaning,
            _ => None,
        }
    }

    /// A month's name; one that is also a common word needs its capital.
    fn month(&self, at: usize) -> Option<u32> {
        match self.tokens.get(at)?.kind {
            Kind::Word { meaning: Some(Meaning::Month { number, proper }), capital }
                if capital || !proper =>
            {
                Some(number)
            }
            _ => None,
        }
    }

    /// A month's name in a form that leaves no doubt, whatever its case.
    fn any_month(&self, at: usize) -> Option<u32> {
        match self.meaning(at)? {
            Meaning::Month { number, .. } => Some(number),
            _ => None,
        }
    }

    /// A day of the month, as a number of one or two digits or as an ordinal.
    fn day(&self, at: usize) -> Option<u32> {
        let day = match self.tokens.get(at)?.kind {
            Kind::Number { value, digits: 1 | 2 } => value,
            Kind::Ordinal { value } => value,
            _ => return None,
        };
        (1..=31).contains(&day).then_some(day)
    }

    fn number(&self, at: usize) -> Option<(u32, u32)> {
        match self.tokens.get(at)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    fn glued_number(&self, at: usize) -> Option<(u32, u32)> {
        self.number(at).filter(|_| !self.spaced(at))
    }

    /// One of the marks, with no blank before it.
    fn separator(&self, at: usize, marks: &[char]) -> Option<char> {
        match self.tokens.get(at)? {
            Token { kind: Kind::Mark(mark), spaced: false, .. } if marks.contains(mark) => Some(*mark),
            _ => None,
        }
    }

    fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// Whether a mark that makes a longer number or name is glued to the token before `at`: "2021/7", "3.5".
    fn glued_after(&self, at: usize) -> bool {
        let glued_mark = matches!(
            self.tokens.get(at),
            Some(Token { kind: Kind::Mark('/' | '.' | ':' | '%' | '°'), spaced: false, .. })
        );
        glued_mark && !self.spaced(at + 1)
    }

    /// Whether token `at` is the tail of a longer number or name: "4-10-JAN", "$7", "No.7", "1.5".
    fn glued_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        let glued = !self.spaced(at);
        let joins = match before.kind {
            Kind::Mark('$' | '€' | '£' | '#') => true,
            Kind::Mark('.' | ',' | '/' | ':' | '-') => {
                let earlier = at.checked_sub(2).and_then(|earlier| self.tokens.get(earlier));
                !before.spaced && earlier.is_some_and(|token| matches!(token.kind, Kind::Number { .. }))
            }
            _ => false,
        };
        glued && joins
    }

    fn skip_of(&self, at: usize) -> usize {
        at + usize::from(self.meaning(at) == Some(Meaning::Of))
    }

    fn skip_article(&self, at: usize) -> usize {
        at + usize::from(self.meaning(at) == Some(Meaning::Article))
    }

    /// The full stop of an abbreviated month: "Jan. 7".
    fn skip_dot(&self, at: usize, month_at: usize) -> usize {
        let short = self.tokens.get(month_at).is_some_and(|month| month.span.end - month.span.start <= 4);
        let dot = matches!(self.tokens.get(at), Some(Token { kind: Kind::Mark('.'), spaced: false, .. }));
        let continues = matches!(self.tokens.get(at + 1), Some(Token { kind: Kind::Number { .. }, .. }));
        at + usize::from(short && dot && continues)
    }
}

fn read(year: u32, month: u32, day: u32, next: usize) -> Read {
    let year = i32::try_from(year).ok();
    Read { partial: Partial { year, month: Some(month), day: Some(day) }, next, stray: false }
}

/// A year written with two digits, in full.
fn full_year(year: u32) -> u32 {
    match year {
        0..CENTURY_PIVOT => 2000 + year,
        CENTURY_PIVOT..100 => 1900 + year,
        _ => year,
    }
}

/// Two ends with the parts that one leaves to the other; `None` where they are not of one kind.
fn share(first: Partial, second: Partial) -> Option<(Partial, Partial)> {
    let end = Partial { month: second.month.or(first.month), ..second };
    let start = Partial { month: first.month.or(second.month), year: first.year.or(second.year), ..first };
    let same_kind = start.day.is_some() == end.day.is_some() && start.month.is_some() && end.month.is_some();
    let end = Partial { year: end.year.or(first.year), ..end };
    same_kind.then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        scan(text, DateOrder::default()).iter().map(|date| date.span.of(text)).collect()
    }

    #[test]
    fn forms_of_one_date() {
        for text in [
            "January 7, 2021",
            "January 7th",
            "Jan. 7",
            "7 January 2021",
            "7th of January",
            "10-JAN",
            "10-JAN-21",
            "10-ENE-2021",
            "10 de enero de 2021",
            "10 de enero del 2021",
            "2021-01-10",
            "2021/1/10",
            "01/10/2021",
            "7.1.2021",
            "September 2021",
            "enero de 2021",
            "Sept. 16",
        ] {
            assert_eq!(found(text), [text]);
            assert_eq!(found(&format!("x {text}, y")), [text]);
        }
    }

    #[test]
    fn ranges_are_one_expression() {
        for text in [
            "March 17-19",
            "March 17–19, 2021",
            "17-19 March 2021",
            "from August to September 2021",
            "April-June 2021",
            "entre el 3 y el 5 de mayo de 2021",
            "del 3 al 5 de mayo",
            "January 21 – February 1, 2021",
            "between January 21 and February 1, 2021",
        ] {
            let text = text.trim_start_matches("del ");
            assert_eq!(found(text), [text]);
        }
    }

    #[test]
    fn a_stray_number_is_a_flaw_of_the_range() {
        let text = "between January 21 and 1 February 1, 2021.";
        let all = scan(text, DateOrder::default());
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].flaw, Some(Flaw::StrayNumber));
        assert_eq!(all[0].start, Partial { year: Some(2021), month: Some(1), day: Some(21) });
        assert_eq!(all[0].end, Some(Partial { year: Some(2021), month: Some(2), day: Some(1) }));
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in [
            "he may 5 times",
            "they march 3 abreast",
            "Citgo 6",
            "5th additional protocol",
            "version 1.2.2021.4",
            "1-800-555-0100",
            "$7",
            "24/7",
            "the 2019 election",
            "Sputnik V",
            "tel. 555 0100",
            "4.5.6.7",
            "",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_list_of_two_dates_is_two() {
        assert_eq!(found("on June 30 and July 24 they met"), ["June 30", "July 24"]);
    }

    #[test]
    fn the_order_of_plain_numbers_is_asked_for() {
        let day = |order| scan("03/04/2021", order)[0].start.day;
        assert_eq!(day(DateOrder::MonthDayYear), Some(4));
        assert_eq!(day(DateOrder::DayMonthYear), Some(3));
        assert_eq!(scan("25/12/2021", DateOrder::MonthDayYear)[0].start.month, Some(12));
    }
}
