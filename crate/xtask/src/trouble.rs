//! What stops a command: what is wrong, in plain words, and the exact remedy. Says; repairs nothing.

use std::fmt;
use std::io;
use std::path::Path;

/// The reason why a command cannot go on, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    what: String,
    remedy: String,
}

impl Trouble {
    /// `what` is a sentence without its full stop; `remedy` tells what to type or to change.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// A file or folder that could not be read or written.
    pub fn file(doing: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(
            format!("could not {doing} {}: {error}", path.display()),
            "check that the path exists, that you may write there, and that the disk is not full",
        )
    }

    /// The same with what it led to in front.
    pub fn because(self, consequence: &str) -> Self {
        Self { what: format!("{consequence}: {}", self.what), remedy: self.remedy }
    }

    /// The first half alone, for a line of a table.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "stopped: {}\n    fix: {}", self.what, self.remedy.replace('\n', "\n         "))
    }
}
