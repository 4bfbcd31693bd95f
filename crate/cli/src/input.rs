//! Reads the inputs: files or standard input, bytes to text, text to items.

use crate::args::InputArgs;
use crate::decode::{Decoded, MAX_DOCUMENT_BYTES, decode};
use dateline_core::countries::Gazetteer;
use dateline_core::model::{Diagnostic, Severity, Span};
use dateline_core::{Extraction, Options, extract};
use dateline_wire::Failure;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A document that was read.
pub(crate) struct Document {
    pub text: String,
    pub extraction: Extraction,
}

/// One input by its name, and what became of it.
pub(crate) struct Input {
    pub name: String,
    pub document: Result<Document, Failure>,
}

/// The paths to read; standard input where none is given.
///
/// # Errors
///
/// `no-input` where that is a terminal, `same-input` where standard input is named twice.
pub(crate) fn paths(args: &InputArgs) -> Result<Vec<PathBuf>, Failure> {
    let dash = PathBuf::from("-");
    if args.files.iter().filter(|path| **path == dash).count() > 1 {
        return Err(Failure::new("same-input", "Standard input can be read once only.", "Name `-` once."));
    }
    if !args.files.is_empty() {
        return Ok(args.files.clone());
    }
    if io::stdin().is_terminal() {
        let fix = "Name a file, or pipe a text into the program; `dateline --help` shows examples.";
        return Err(Failure::new("no-input", "There is nothing to read.", fix));
    }
    Ok(vec![dash])
}

/// Reads one input and extracts its items.
pub(crate) fn read(path: &Path, args: &InputArgs, gazetteer: Option<&Arc<Gazetteer>>) -> Input {
    let name = path.to_string_lossy().into_owned();
    let document = read_document(path, &name, args, gazetteer);
    Input { name, document }
}

fn read_document(
    path: &Path,
    name: &str,
    args: &InputArgs,
    gazetteer: Option<&Arc<Gazetteer>>,
) -> Result<Document, Failure> {
    let options = Options { gazetteer: gazetteer.cloned(), ..args.reading(name).resolve()? };
    let decoded = text_of(path, name)?;
    let mut extraction = extract(&decoded.text, &options);
    extraction.diagnostics.splice(0..0, remarks(&decoded));
    Ok(Document { text: decoded.text, extraction })
}

pub(crate) fn text_of(path: &Path, name: &str) -> Result<Decoded, Failure> {
    let bytes = bytes_of(path).map_err(|error| unreadable(name, &error))?;
    if bytes.len() > MAX_DOCUMENT_BYTES {
        return Err(too_large(name));
    }
    decode(&bytes).map_err(|_| binary(name))
}

/// At most one byte more than a document may have.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let limit = MAX_DOCUMENT_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::new(
            "file-not-found",
            format!("`{name}` is not there."),
            "Check the name and the folder.",
        ),
        io::ErrorKind::IsADirectory => {
            Failure::new("not-a-file", format!("`{name}` is a folder."), "Name the files in it.")
        }
        _ => Failure::new(
            "unreadable-file",
            format!("`{name}` cannot be read: {error}."),
            "Check that you may read it, and that it is a plain file.",
        ),
    }
}

fn too_large(name: &str) -> Failure {
    const MIB: usize = 1024 * 1024;
    let message = format!("`{name}` has more than {} MiB, the most that is read.", MAX_DOCUMENT_BYTES / MIB);
    Failure::new("input-too-large", message, "Split it into single reports.")
}

fn binary(name: &str) -> Failure {
    let message = format!("`{name}` is not plain text: it holds NULs or is full of control characters.");
    Failure::new("binary-input", message, "Save the report as plain text, best in UTF-8, and read that file.")
}

/// What there is to say about how the text was decoded.
fn remarks(decoded: &Decoded) -> Vec<Diagnostic> {
    let remark = |code, severity, message, fix| Diagnostic {
        code,
        severity,
        line: 0,
        span: Span::default(),
        message,
        fix,
    };
    let mut remarks = Vec::new();
    if decoded.guessed {
        let message = format!("The text is not UTF-8 and was read as {}.", decoded.encoding);
        remarks.push(remark("encoding-guessed", Severity::Info, message, "Save the file as UTF-8."));
    }
    if decoded.damaged > 0 {
        let message = format!("{} characters could not be read as {}.", decoded.damaged, decoded.encoding);
        let fix = "Look for \u{fffd} in the text, and save the file again from its source.";
        remarks.push(remark("damaged-text", Severity::Warning, message, fix));
    }
    remarks
}
