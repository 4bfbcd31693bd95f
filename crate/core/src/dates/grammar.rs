//! Tokens to expressions: what a text writes as a date, before anyone asks when that is.

use super::cursor::Cursor;
use super::expression::{DateOrder, Expression, Flaw, Partial};
use super::forms::Read;
use super::language::Meaning;
use super::lexer::{Kind, tokens};
use crate::model::Span;

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
    let cursor = Cursor { tokens: &tokens, order };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match cursor.expression(at) {
            Some((expression, next)) => {
                found.push(expression);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

impl Cursor<'_> {
    /// The expression that begins at token `at`, and the token after it.
    fn expression(&self, at: usize) -> Option<(Expression, usize)> {
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
