//! The report's own facts, as JSON.

use crate::date::iso;
use dateline_core::model::{ReferenceDate, Report, Section, StateMedia};
use dateline_core::time::Interval;
use serde::Serialize;

/// What the report says of itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportJson<'a> {
    /// The headline, without series and number.
    pub title: &'a str,
    /// The series, where one is printed.
    pub series: Option<&'a str>,
    /// The number in the series, as printed.
    pub number: Option<&'a str>,
    /// The document's language, ISO 639-1.
    pub language: &'a str,
    /// The day that year-less dates are read from.
    pub reference_date: Option<ReferenceDateJson<'a>>,
    /// From the first published day to the day after the last.
    pub coverage: Option<CoverageJson>,
    /// In the order of the text.
    pub sections: Vec<SectionJson<'a>>,
    /// The share of state media.
    pub state_media: StateMediaJson,
}

/// The reference date and the rule that gave it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReferenceDateJson<'a> {
    /// ISO 8601.
    pub date: String,
    /// `option`, `printed` or `inferred`.
    pub basis: &'static str,
    /// The rule, in words.
    pub why: &'a str,
}

/// A half-open stretch of days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverageJson {
    /// The first day.
    pub start: String,
    /// The day after the last.
    pub end: String,
}

/// One section.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SectionJson<'a> {
    /// What an item's `section` refers to.
    pub id: u32,
    /// As printed, without colon.
    pub title: &'a str,
    /// Whether the title follows from the section's content.
    pub inferred: bool,
    /// Why it is inferred; absent where the title is printed.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub why: &'a str,
    /// The heading's line, from 1.
    pub line: u32,
}

/// How much of the report rests on state media.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StateMediaJson {
    /// Items so marked.
    pub items: u32,
    /// Reports in all.
    pub of: u32,
    /// `items / of`, to four places; 0 when there is none.
    pub share: f64,
    /// The limit that the report states for itself.
    pub stated_limit: Option<f64>,
}

/// The JSON shape of a report's own facts.
pub fn report_json(report: &Report) -> ReportJson<'_> {
    ReportJson {
        title: &report.title,
        series: report.series.as_deref(),
        number: report.number.as_deref(),
        language: &report.language,
        reference_date: report.reference_date.as_ref().map(Into::into),
        coverage: report.coverage.map(Into::into),
        sections: (0..).zip(&report.sections).map(section).collect(),
        state_media: report.state_media.into(),
    }
}

/// A share as data shows it: four places are more than any count of items can mean.
pub(crate) fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

fn section((id, section): (u32, &Section)) -> SectionJson<'_> {
    let Section { title, inferred, why, line, .. } = section;
    SectionJson { id, title, inferred: *inferred, why, line: *line }
}

impl<'a> From<&'a ReferenceDate> for ReferenceDateJson<'a> {
    fn from(reference: &'a ReferenceDate) -> Self {
        ReferenceDateJson {
            date: reference.date.to_string(),
            basis: reference.basis.name(),
            why: &reference.why,
        }
    }
}

impl From<Interval> for CoverageJson {
    fn from(interval: Interval) -> Self {
        CoverageJson { start: iso(interval.start), end: iso(interval.end) }
    }
}

impl From<StateMedia> for StateMediaJson {
    fn from(media: StateMedia) -> Self {
        let share = rounded(media.share());
        StateMediaJson { items: media.items, of: media.of, share, stated_limit: media.stated_limit }
    }
}
