//! A few words that are a date as a whole: "January 3–5, 2021", "MARCH 2020", "1998", "lunes 4 de enero".
//!
//! Takes short stretches (a heading, a cell, what stands before a colon) and gives their [`Expression`]. It also
//! knows what a date finder for prose must not believe: a year, a month or a day of the month standing alone. The
//! caller says whether the place makes such a word a date.

use super::date_words::DATE_LEADS;
use super::phrases::{folded, language_of};
use super::trailers::Trailers;
use crate::dates::{DateOrder, Expression, Form, Language, Partial, Reading, Scanner, YearOf};
use crate::model::Span;
use crate::text::Seek;

/// No date is longer, in bytes.
pub(super) const MAX_DATE: usize = 64;
/// A month's name is no longer, in bytes.
const MAX_MONTH: usize = 12;
/// Years that a number alone may be.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// How much of a day a date says, the coarsest last: a heading of a later rank holds those of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// A number that is a day only under a month.
    DayAlone,
    /// A weekday, a day, or some days.
    Day,
    /// A week.
    Week,
    /// A month, with its year or not, or months.
    Month,
    /// A quarter, a half or a season.
    Season,
    /// A year or years.
    Year,
    /// A decade or a century.
    Age,
}

impl Rank {
    /// The rank of a date.
    pub fn of(form: &Form) -> Rank {
        match form {
            Form::Date(Partial { day: Some(_), month: None, weekday: None, .. }) => Rank::DayAlone,
            Form::Date(Partial { day: Some(_), .. }) => Rank::Day,
            Form::Date(Partial { month: Some(_), .. }) | Form::Part(..) => Rank::Month,
            Form::Date(_) => Rank::Year,
            Form::Range(_, last) => Rank::of(last),
            Form::WeekOf(..) => Rank::Week,
            Form::Portion(..) => Rank::Season,
            Form::Decade(_) | Form::BareDecade(_) | Form::Century(_) => Rank::Age,
            _ => Rank::Day,
        }
    }
}

/// Whether a date needs other dates around it to be believed: a year, a month or a weekday alone.
pub(super) fn is_thin(form: &Form) -> bool {
    match form {
        Form::Date(date) => match (date.year, date.month, date.day) {
            (_, Some(_), Some(_)) | (Some(_), Some(_), _) => false,
            (_, None, Some(_)) => date.weekday.is_none(),
            _ => true,
        },
        Form::Range(first, last) => is_thin(first) && is_thin(last),
        Form::Weekday(..) => true,
        _ => false,
    }
}

/// Reads whole dates and labels, with the same memory for all of a document.
pub(super) struct DateReader {
    scanner: Scanner,
    found: Vec<Expression>,
    order: DateOrder,
    /// The document's language, by which dates without a word are read.
    language: Option<Language>,
    /// The trailers of the document's blocks.
    pub trailers: Trailers,
}

impl DateReader {
    pub fn new(document: &str, order: DateOrder) -> Self {
        let language = Language::from_code(language_of(document));
        let (scanner, trailers) = (Scanner::default(), Trailers::default());
        DateReader { scanner, found: Vec::new(), order, language, trailers }
    }

    /// How many tokens were read so far.
    #[cfg(test)]
    pub fn steps(&self) -> u64 {
        self.scanner.steps()
    }

    /// Every expression of a short text; its own words tell the language, else the document's.
    pub fn scan(&mut self, text: &str) -> &[Expression] {
        let worded = text.contains(char::is_alphabetic);
        let language = if worded { None } else { self.language };
        self.found.clear();
        self.scanner.scan(text, Reading { order: self.order, language }, &mut self.found);
        &self.found
    }

    /// The date that all of `text` is, its marks apart; its span counts from the text's first byte.
    pub fn whole(&mut self, text: &str) -> Option<Expression> {
        if text.len() > 2 * MAX_DATE {
            return None;
        }
        let start = text.len() - text.trim_start_matches(is_edge).len();
        let bare = text.trim_matches(is_edge);
        if bare.is_empty() || bare.len() > MAX_DATE {
            return None;
        }
        let found = number(bare).or_else(|| self.scanned(bare)).or_else(|| self.month(bare))?;
        Some(Expression { mention: false, ..found.past() }.shifted(start))
    }

    fn scanned(&mut self, bare: &str) -> Option<Expression> {
        let found = match self.scan(bare) {
            [one] => one.clone(),
            [first, second] => both(first, second, bare)?,
            _ => return None,
        };
        let before = bare.get(..found.span.start)?;
        let after = bare.get(found.span.end..)?;
        (is_of_calendar(&found.form) && is_lead(before) && is_clock(after)).then_some(found)
    }

    /// A month's name alone, which in prose may be another word: "March", "May".
    fn month(&mut self, bare: &str) -> Option<Expression> {
        let plain = (3..=MAX_MONTH).contains(&bare.len()) && bare.chars().all(char::is_alphabetic);
        if !plain {
            return None;
        }
        let dated = format!("{bare} 2000");
        let [Expression { form: Form::Date(date), span, .. }] = self.scan(&dated) else { return None };
        let month =
            date.month.filter(|_| date.day.is_none() && span.start == 0 && span.end == dated.len())?;
        Some(plain_date(Partial { month: Some(month), ..Partial::default() }, bare.len()))
    }
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '.' | ',' | ';' | ':' | '|' | '–' | '—' | '-')
}

/// "3 and 4 March": from the first to the second.
fn both(first: &Expression, second: &Expression, text: &str) -> Option<Expression> {
    let between = text.get(first.span.end..second.span.start)?;
    let joined = matches!(folded(between).as_str(), "and" | "y" | "e" | "&" | "et");
    let days = matches!((&first.form, &second.form), (Form::Date(_), Form::Date(_)));
    (joined && days).then(|| Expression {
        form: Form::Range(Box::new(first.form.clone()), Box::new(second.form.clone())),
        span: Span { start: first.span.start, end: second.span.end },
        ..first.clone()
    })
}

/// Whether a form has a place of its own on the calendar, and is not counted from another day.
fn is_of_calendar(form: &Form) -> bool {
    match form {
        Form::Date(_) | Form::Weekday(..) | Form::Feast(..) | Form::Decade(_) | Form::Century(_) => true,
        Form::Portion(_, year) => !matches!(year, YearOf::Step(_)),
        Form::WeekOf(_, inner) | Form::Part(_, inner) | Form::Nth(_, _, inner) => is_of_calendar(inner),
        Form::Range(first, last) => is_of_calendar(first) && is_of_calendar(last),
        _ => false,
    }
}

pub(super) fn is_lead(words: &str) -> bool {
    words.split_whitespace().all(|word| DATE_LEADS.contains(&folded(word).as_str()))
}

/// Nothing, or a time of day: ", 14:30", " 9:05 a.m. ET", "at 10.30h".
fn is_clock(text: &str) -> bool {
    let text = text.trim_start_matches([',', ' ', '\u{a0}']).trim_end();
    let text = ["at ", "a las ", "às ", "T"].iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(text);
    if text.is_empty() {
        return true;
    }
    let hours = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(hours..).unwrap_or("");
    let minutes = rest.get(1..).unwrap_or("").bytes().take_while(u8::is_ascii_digit).count();
    let zone = rest.get(1 + minutes..).unwrap_or("");
    let seconds =
        zone.strip_prefix(':').filter(|rest| rest.bytes().take(2).all(|byte| byte.is_ascii_digit()));
    let zone = seconds.and_then(|seconds| seconds.get(2..)).unwrap_or(zone);
    let timed = matches!(hours, 1 | 2) && rest.starts_with([':', '.', 'h']) && matches!(minutes, 0 | 2);
    timed && zone.len() <= 12 && zone.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ' ' | '(' | ')'))
}

/// A year of our time that stands as a word of a title, whatever stands beside it: "Election calendar 2022".
pub(super) fn year_in(title: &str) -> Option<Expression> {
    let words = title.split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '(' | ')' | '|' | ';'));
    let word =
        words.into_iter().find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year: i32 = word.parse().ok().filter(|year| (1900..2100).contains(year))?;
    let date = plain_date(Partial { year: Some(year), ..Partial::default() }, word.len());
    Some(date.shifted(title.seek(word)?))
}

/// "1998", "12", "12th", "12–14".
fn number(bare: &str) -> Option<Expression> {
    let (first, digits) = leading_number(bare)?;
    let rest = bare.get(digits..)?;
    if digits == 4 && rest.is_empty() && YEARS.contains(&first) {
        let year = i32::try_from(first).ok();
        return Some(plain_date(Partial { year, ..Partial::default() }, bare.len()));
    }
    let day = |day: u32| Partial { day: Some(day), ..Partial::default() };
    let is_day = |value: u32, digits: usize| digits <= 2 && (1..=31).contains(&value);
    if !is_day(first, digits) {
        return None;
    }
    if matches!(rest, "" | "st" | "nd" | "rd" | "th" | "º") {
        return Some(plain_date(day(first), bare.len()));
    }
    let second = rest.trim_start().strip_prefix(['-', '–', '—'])?.trim_start();
    let (last, last_digits) = leading_number(second).filter(|(_, digits)| *digits == second.len())?;
    let form = Form::Range(Box::new(Form::Date(day(first))), Box::new(Form::Date(day(last))));
    (is_day(last, last_digits) && first < last)
        .then(|| Expression { form, ..plain_date(day(first), bare.len()) })
}

fn leading_number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..digits.min(9))?.parse().ok()?;
    Some((value, digits))
}

/// A date whose words are the first `length` bytes.
pub(super) fn plain_date(partial: Partial, length: usize) -> Expression {
    Expression {
        span: Span { start: 0, end: length },
        form: Form::Date(partial),
        other: None,
        approximate: false,
        future: false,
        leading: true,
        mention: false,
        flaw: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Option<(&str, Rank)> {
        let date = DateReader::new("", DateOrder::default()).whole(text)?;
        Some((date.span.of(text), Rank::of(&date.form)))
    }

    #[test]
    fn words_that_are_a_date_as_a_whole() {
        let cases = [
            ("Monday, January 4", "Monday, January 4", Rank::Day),
            ("**5 January**", "5 January", Rank::Day),
            ("On January 5:", "January 5", Rank::Day),
            ("January 3–5, 2021", "January 3–5, 2021", Rank::Day),
            ("3 and 4 March", "3 and 4 March", Rank::Day),
            ("El 5 de enero", "5 de enero", Rank::Day),
            ("2021-01-10 14:30", "2021-01-10 14:30", Rank::Day),
            ("2021-01-10T14:30:05Z", "2021-01-10T14:30:05Z", Rank::Day),
            ("Jan. 5, 9:05 a.m. ET", "Jan. 5", Rank::Day),
            ("Week of January 4", "Week of January 4", Rank::Week),
            ("MARCH 2020", "MARCH 2020", Rank::Month),
            ("May", "May", Rank::Month),
            ("MARZO", "MARZO", Rank::Month),
            ("Q1 2021", "Q1 2021", Rank::Season),
            ("1889", "1889", Rank::Year),
            ("2020–21", "2020–21", Rank::Year),
            ("12", "12", Rank::DayAlone),
            ("12–14", "12–14", Rank::DayAlone),
            ("Tuesday", "Tuesday", Rank::Day),
        ];
        for (text, words, rank) in cases {
            let found = whole(text);
            assert!(found.is_some_and(|(got, at)| words.starts_with(got) && at == rank), "{text}: {found:?}");
        }
    }

    #[test]
    fn words_that_are_more_than_a_date() {
        for text in [
            "2019 election results",
            "January 6 Committee",
            "May we",
            "This week",
            "Yesterday",
            "Marching",
            "42",
            "2021 protests",
            "Page 3",
            "3.5",
            "",
            "10:30",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
