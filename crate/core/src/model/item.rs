//! An item: one dated, sourced, country-coded statement of a report.

use super::CountryMention;
use crate::time::{Interval, Precision};

/// Bytes `start..end` of the decoded document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after.
    pub end: usize,
}

impl Span {
    /// The span's text in its document, or "" where the span does not fit the document.
    pub fn of(self, document: &str) -> &str {
        document.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// What form an item has in its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A bullet that sums up a media report.
    Report,
    /// A labelled act of a government body, "TREASURY: …".
    Action,
    /// A numbered recommendation to read.
    Reading,
    /// A quotation with its attribution.
    Quote,
    /// A sentence of prose that reports something at a date.
    Passage,
}

impl ItemKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [ItemKind; 5] =
        [ItemKind::Report, ItemKind::Action, ItemKind::Reading, ItemKind::Quote, ItemKind::Passage];

    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            ItemKind::Report => "report",
            ItemKind::Action => "action",
            ItemKind::Reading => "reading",
            ItemKind::Quote => "quote",
            ItemKind::Passage => "passage",
        }
    }
}

/// How a date came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// All of it is written.
    Explicit,
    /// Day and month are written, the year follows from a rule.
    YearInferred,
    /// It is counted from another date.
    Relative,
    /// It stands in a heading above.
    Heading,
}

impl Basis {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Explicit => "explicit",
            Basis::YearInferred => "year-inferred",
            Basis::Relative => "relative",
            Basis::Heading => "heading",
        }
    }
}

/// What a date says of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DateRole {
    /// Something happened then.
    #[default]
    Event,
    /// Something is to happen then.
    Scheduled,
    /// It only speaks of a time: "the 2019 election", "since 2014".
    Mention,
}

impl DateRole {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            DateRole::Event => "event",
            DateRole::Scheduled => "scheduled",
            DateRole::Mention => "mention",
        }
    }
}

/// A date as the text writes it, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The time it means; `None` where it cannot be placed.
    pub interval: Option<Interval>,
    /// The unit that its words name.
    pub precision: Precision,
    /// The words; `document[span] == expression`.
    pub expression: String,
    /// Whether the text blurs it ("about", "early").
    pub approximate: bool,
    /// How it came to be known.
    pub basis: Basis,
    /// The rule that placed it, in words.
    pub why: String,
    /// Where it stands in the document.
    pub span: Span,
    /// What it says of its sentence.
    pub role: DateRole,
    /// Other times that the words can mean, most likely first; the rule in `why` decided against them.
    pub alternatives: Vec<Interval>,
}

/// How sure the extraction is of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Everything is written in the text.
    Certain,
    /// A part follows from a stated rule.
    Inferred,
    /// A part contradicts another, or could be read in two ways.
    Doubtful,
}

impl Confidence {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Certain => "certain",
            Confidence::Inferred => "inferred",
            Confidence::Doubtful => "doubtful",
        }
    }
}

/// One statement of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Hash of the normalised text and the date as written; stable when the report is parsed again.
    pub id: String,
    /// What form it has in the report.
    pub kind: ItemKind,
    /// Its words, without bullet, trailer and language note; line ends folded to blanks.
    pub text: String,
    /// When it was published, or for a passage: when it happened.
    pub published: Option<DateMention>,
    /// The dates that its text speaks of.
    pub dates: Vec<DateMention>,
    /// Where it was published.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// "TREASURY" of an action.
    pub label: Option<String>,
    /// ISO 639-1 code of the linked content.
    pub language: String,
    /// Whether the report itself marks it as state media.
    pub state_media: bool,
    /// Index into the report's sections.
    pub section: u32,
    /// A link, where the text has one.
    pub url: Option<String>,
    /// The words that name countries, in the order of the text.
    pub countries: Vec<CountryMention>,
    /// The item's bytes in the document, bullet and trailer included.
    pub span: Span,
    /// Its first line, from 1.
    pub line: u32,
    /// How sure the extraction is.
    pub confidence: Confidence,
}
