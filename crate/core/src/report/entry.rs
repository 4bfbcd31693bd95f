//! What an outline is made of: entries, sections, and the dates over them.

use super::attribution::Attribution;
use super::date_head::DateHead;
use super::table::Row;
use super::title::Title;
use super::trailer::Trailer;
use crate::dates::Expression;
use crate::model::Span;

/// What form an entry has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A bullet or a numbered line in a list, or a paragraph that closes with a trailer.
    Listed,
    /// An entry of a list of recommended reading.
    Reading,
    /// A quotation; where its attribution stands, and what it says.
    Quote(Span, Attribution),
    /// A paragraph of narrative.
    Prose,
}

/// One entry of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What form it has.
    pub form: Form,
    /// All of it, marker included.
    pub span: Span,
    /// Its words, without marker.
    pub body: Span,
    /// Its first line, from 1.
    pub line: u32,
    /// Index into [`Outline::sections`].
    pub section: u32,
    /// The date that stands before its words, or in its row.
    pub label: Option<Label>,
    /// What closes its words, where it is listed without a label.
    pub trailer: Option<Trailer>,
    /// The date over it, as an index into [`Outline::heads`].
    pub head: Option<u32>,
}

/// The date that an entry is listed by; all spans are of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The date as written; `None` where a table's row has none.
    pub date: Option<Expression>,
    /// The entry's words without it.
    pub text: Span,
    /// The cell that names the outlet.
    pub outlet: Option<Span>,
    /// The cell that names who wrote it.
    pub byline: Option<Span>,
    /// The cell that names the place.
    pub place: Option<Span>,
}

impl From<Row> for Label {
    fn from(row: Row) -> Self {
        Label { date: row.date, text: row.text, outlet: row.outlet, byline: row.byline, place: row.place }
    }
}

/// Where a section begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionMark {
    /// The title as printed; `None` where the heading is lost.
    pub title: Option<String>,
    /// All of the section.
    pub span: Span,
    /// Its first line, from 1.
    pub line: u32,
}

/// What each stretch of a report is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The title, where one is printed.
    pub title: Option<Title>,
    /// In the order of the text.
    pub sections: Vec<SectionMark>,
    /// In the order of the text.
    pub entries: Vec<Entry>,
    /// Lines that state the time that the report covers.
    pub coverage: Vec<Span>,
    /// The date where the report prints it; its span is of the document.
    pub printed_date: Option<Expression>,
    /// Dates over entries, and that of the title; in the order of the text.
    pub heads: Vec<DateHead>,
    /// What is no part of the report's content.
    pub furniture: Vec<Span>,
}
