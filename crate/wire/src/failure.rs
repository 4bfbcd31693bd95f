//! An error as every door shows it: a code to look up, a message to read, a remedy to try.

use serde::Serialize;

/// Why something could not be done, and what to do about it.
///
/// ```
/// let failure = dateline_wire::Failure::new("file-not-found", "`a.txt` is not there.", "Check the name.");
/// assert_eq!(failure.to_string(), "error[file-not-found]: `a.txt` is not there.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Stable, in lower case with dashes.
    pub code: &'static str,
    /// What went wrong, with the words or the name it is about.
    pub message: String,
    /// What the reader can do.
    pub fix: String,
}

impl Failure {
    /// A failure from its three parts.
    pub fn new(code: &'static str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Failure { code, message: message.into(), fix: fix.into() }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "error[{}]: {}", self.code, self.message)
    }
}

impl std::error::Error for Failure {}
