//! The report's own facts.

use super::Span;
use crate::time::{CivilDate, Interval};

/// Where the reference date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceBasis {
    /// The caller gave it.
    Option,
    /// The report prints it.
    Printed,
    /// It follows from the dates of the report.
    Inferred,
}

impl ReferenceBasis {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            ReferenceBasis::Option => "option",
            ReferenceBasis::Printed => "printed",
            ReferenceBasis::Inferred => "inferred",
        }
    }
}

/// The day that year-less and relative dates are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceDate {
    /// The day.
    pub date: CivilDate,
    /// Where it comes from.
    pub basis: ReferenceBasis,
    /// The rule, in words.
    pub why: String,
}

/// A part of the report under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading as printed, without colon.
    pub title: String,
    /// Whether the heading is lost and the title follows from what the section speaks of.
    pub inferred: bool,
    /// Why it is inferred, in words; empty where the title is printed.
    pub why: String,
    /// The heading's line, or the first line of an untitled section.
    pub line: u32,
    /// The section's bytes.
    pub span: Span,
}

/// How much of the report rests on state media, by the report's own marker.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct StateMedia {
    /// Items so marked.
    pub items: u32,
    /// Reports in all.
    pub of: u32,
    /// The limit that the report states for itself, 0 to 1.
    pub stated_limit: Option<f64>,
}

impl StateMedia {
    /// `items / of`, 0 when there is none.
    pub fn share(&self) -> f64 {
        if self.of == 0 { 0.0 } else { f64::from(self.items) / f64::from(self.of) }
    }
}

/// What the report says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The headline, without series and number.
    pub title: String,
    /// "VRIC MONITOR".
    pub series: Option<String>,
    /// "18".
    pub number: Option<String>,
    /// The day that year-less dates are read from; `None` where nothing in the text proves one.
    pub reference_date: Option<ReferenceDate>,
    /// From the earliest to the latest published day.
    pub coverage: Option<Interval>,
    /// In the order of the text; never empty when there are items.
    pub sections: Vec<Section>,
    /// The share of state media.
    pub state_media: StateMedia,
    /// The document's language, ISO 639-1.
    pub language: String,
}
