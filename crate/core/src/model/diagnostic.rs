//! What the extraction has to say about a text: never an error, always with a place and a remedy.

use super::Span;

/// How much a diagnostic matters to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// Something could not be read, or was read with a doubt.
    Warning,
}

impl Severity {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
        }
    }
}

/// One remark about one place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable code, such as `undated-item`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Line of the document, from 1; 0 when it concerns the whole.
    pub line: u32,
    /// Where in the document.
    pub span: Span,
    /// What was found, with the words it is about.
    pub message: String,
    /// What the reader can do.
    pub fix: &'static str,
}
