//! Diagnostics, as JSON.

use crate::date::pair;
use dateline_core::model::Diagnostic;
use serde::Serialize;

/// One remark about one place in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiagnosticJson<'a> {
    /// Stable, such as `undated-item`.
    pub code: &'static str,
    /// `info` or `warning`.
    pub severity: &'static str,
    /// From 1; 0 when it concerns the whole.
    pub line: u32,
    /// Bytes of the document.
    pub span: [usize; 2],
    /// What was found.
    pub message: &'a str,
    /// What the reader can do.
    pub fix: &'static str,
}

/// The JSON shape of diagnostics, in their order.
pub fn diagnostics<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<DiagnosticJson<'a>> {
    diagnostics.into_iter().map(Into::into).collect()
}

impl<'a> From<&'a Diagnostic> for DiagnosticJson<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        DiagnosticJson {
            code: diagnostic.code,
            severity: diagnostic.severity.name(),
            line: diagnostic.line,
            span: pair(diagnostic.span),
            message: &diagnostic.message,
            fix: diagnostic.fix,
        }
    }
}
