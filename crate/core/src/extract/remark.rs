//! The diagnostics that an extraction can give: code, severity and remedy in one place.

use crate::dates::Problem;
use crate::model::{Diagnostic, Severity, Span};

/// What kind of remark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    EmptyText,
    NoItems,
    NoDates,
    UndatedItem,
    ImpossibleDate,
    YearUnknown,
    YearAmbiguous,
    MalformedRange,
    OutsideCalendar,
    LostHeading,
}

impl From<Problem> for Remark {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::ImpossibleDate => Remark::ImpossibleDate,
            Problem::YearUnknown | Problem::NoReference => Remark::YearUnknown,
            Problem::OutsideCalendar => Remark::OutsideCalendar,
            Problem::ReversedRange => Remark::MalformedRange,
        }
    }
}

impl Remark {
    /// The remark as a diagnostic about a place in the document.
    pub fn at(self, line: u32, span: Span, message: String) -> Diagnostic {
        let (code, severity, fix) = self.words();
        Diagnostic { code, severity, line, span, message, fix }
    }

    fn words(self) -> (&'static str, Severity, &'static str) {
        use Severity::{Info, Warning};
        match self {
            Remark::EmptyText => ("empty-text", Warning, "open a report, or paste its text"),
            Remark::NoItems => {
                ("no-items", Warning, "give the text of a report with bullets or dated sentences")
            }
            Remark::NoDates => ("no-dates", Warning, "give the reference date if the dates have no year"),
            Remark::UndatedItem => ("undated-item", Info, "it is listed under “No date” and counted apart"),
            Remark::ImpossibleDate => ("impossible-date", Warning, "correct the date in the report"),
            Remark::YearUnknown => ("year-unknown", Warning, "give the report's date as the reference date"),
            Remark::YearAmbiguous => ("year-ambiguous", Info, "check the year, or give the reference date"),
            Remark::MalformedRange => {
                ("malformed-range", Warning, "check the two ends of the range in the report")
            }
            Remark::OutsideCalendar => (
                "outside-calendar",
                Info,
                "the timeline runs from the year 1 to 9999: the words are kept, without a place",
            ),
            Remark::LostHeading => {
                ("lost-heading", Info, "the title follows from the countries that it names")
            }
        }
    }
}

/// The longest piece of the text that a message quotes, in characters.
const MAX_QUOTED: usize = 80;

/// The words, shortened for a message.
pub(super) fn quoted(words: &str) -> String {
    let mut short: String =
        words.chars().take(MAX_QUOTED).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
