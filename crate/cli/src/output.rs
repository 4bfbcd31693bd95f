//! Writes results and complaints.

use dateline_core::model::{Diagnostic, Severity};
use dateline_wire::Failure;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

/// Tells a failure on standard error: what, and what to do.
pub(crate) fn say(failure: &Failure) {
    tell(&format!("dateline: {failure}\n  fix: {}\n", shown(&failure.fix)));
}

/// Tells on standard error what is no failure.
pub(crate) fn note(words: &str) {
    tell(&format!("dateline: {}\n", shown(words)));
}

/// Tells diagnostics of a document on standard error, those of at least this severity.
pub(crate) fn say_diagnostics(name: &str, diagnostics: &[Diagnostic], least: Severity) {
    let mut lines = String::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity >= least) {
        let Diagnostic { code, severity, line, message, fix, .. } = diagnostic;
        let (severity, message) = (severity.name(), shown(message));
        let _ = write!(lines, "{name}:{line}: {severity}[{code}]: {message}\n  fix: {fix}\n");
    }
    tell(&lines);
}

/// Standard error that is closed is nobody's error.
fn tell(lines: &str) {
    let _ = io::stderr().lock().write_all(lines.as_bytes());
}

/// Text for a terminal: control characters of a report must not steer it.
fn shown(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// Writes to standard output. A reader that has seen enough and closed the pipe is no error.
///
/// # Errors
///
/// `write-failed`.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = write(&mut out).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is left in the buffer has no reader.
            let _ = out.into_parts();
            Ok(())
        }
        Err(error) => Err(write_failed("standard output", &error)),
        Ok(()) => Ok(()),
    }
}

/// Writes a file.
///
/// # Errors
///
/// `write-failed`.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| write_failed(&format!("`{}`", path.display()), &error))
}

/// Why writing failed.
pub(crate) fn write_failed(target: &str, error: &io::Error) -> Failure {
    let message = format!("Writing to {target} failed: {error}.");
    Failure::new(
        "write-failed",
        message,
        "Check that the folder is there, that you may write, and that it is not full.",
    )
}
