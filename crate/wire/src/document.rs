//! Whole documents, as JSON: one, or several with their names.

use crate::{DiagnosticJson, Failure, ItemJson, Provenance, ReportJson, diagnostics, items, report_json};
use dateline_core::Extraction;
use serde::Serialize;

/// What came out of one document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentJson<'a> {
    /// The report's own facts.
    pub report: ReportJson<'a>,
    /// In the order of the text.
    pub items: Vec<ItemJson<'a>>,
    /// In the order of the text.
    pub diagnostics: Vec<DiagnosticJson<'a>>,
}

/// What came out of several documents, in the order in which they were given.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentsJson<'a> {
    /// One for each input.
    pub documents: Vec<NamedDocument<'a>>,
}

/// One of several documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedDocument<'a> {
    /// As the caller named it.
    pub name: &'a str,
    /// What came out, beside the name.
    #[serde(flatten)]
    pub outcome: Outcome<'a>,
}

/// A document that was read, or why it was not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Outcome<'a> {
    /// It was read.
    Read(Box<DocumentJson<'a>>),
    /// It was not.
    Failed {
        /// Why, and what to do.
        error: &'a Failure,
    },
}

/// The JSON shape of what came out of `text`.
pub fn document<'a>(name: &'a str, text: &'a str, extraction: &'a Extraction) -> DocumentJson<'a> {
    DocumentJson {
        report: report_json(&extraction.report),
        items: items(&extraction.items, Provenance { name, text }),
        diagnostics: diagnostics(&extraction.diagnostics),
    }
}
