//! Whole documents, as JSON: one, or several with their names.

use crate::{
    CorrectionJson, DiagnosticJson, Failure, ItemJson, Provenance, ReportJson, diagnostics, items,
    report_json,
};
use dateline_core::Extraction;
use dateline_core::model::{Coding, Diagnostic, Evidence, Item, Report};
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
    /// Which words code the items, where it is not all: `names`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<&'static str>,
    /// What the reader corrected in the items.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<CorrectionJson>,
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
    let all = extraction.items.iter();
    DocumentJson::new(
        Provenance { name, text },
        &extraction.report,
        all,
        &extraction.diagnostics,
        &Coding::default(),
    )
}

impl<'a> DocumentJson<'a> {
    /// The JSON shape of some items that are coded so, of the report that they belong to, and of diagnostics.
    pub fn new(
        from: Provenance<'a>,
        report: &'a Report,
        chosen: impl IntoIterator<Item = &'a Item>,
        remarks: impl IntoIterator<Item = &'a Diagnostic>,
        coding: &Coding,
    ) -> Self {
        DocumentJson {
            report: report_json(report),
            items: items(chosen, from),
            diagnostics: diagnostics(remarks),
            evidence: Some(coding.evidence.name()).filter(|_| coding.evidence != Evidence::default()),
            corrections: coding.corrections.iter().map(Into::into).collect(),
        }
    }
}
