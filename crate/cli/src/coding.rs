//! How the items shall be coded: the flags, and the file of corrections that the page exports.

use crate::args::CodingArgs;
use crate::input::{Input, text_of};
use dateline_core::model::{Coding, Diagnostic};
use dateline_wire::{CodingJson, CorrectionJson, CorrectionsJson, Failure};
use std::path::Path;

/// The coding that the arguments ask for, checked.
///
/// # Errors
///
/// As a document's where the file of corrections cannot be read, `bad-correction` where it holds something else.
pub(crate) fn coding(args: &CodingArgs, counting: Option<&String>) -> Result<Coding, Failure> {
    let corrections = args.corrections.as_deref().map(corrections).transpose()?;
    CodingJson {
        evidence: args.evidence.clone(),
        counting: counting.cloned(),
        corrections: corrections.unwrap_or_default(),
    }
    .to_core()
}

/// The corrections of a file: what the page exports, or a bare list.
fn corrections(path: &Path) -> Result<Vec<CorrectionJson>, Failure> {
    let name = path.to_string_lossy();
    let text = text_of(path, &name)?.text;
    let read = if text.trim_start().starts_with('[') {
        serde_json::from_str(&text)
    } else {
        serde_json::from_str(&text).map(|file: CorrectionsJson| file.corrections)
    };
    read.map_err(|error| {
        let fix = "Give a file of corrections as the page exports it.";
        Failure::new("bad-correction", format!("`{name}` holds no corrections: {error}."), fix)
    })
}

/// Codes the items of all documents. A correction whose item is in none of them is told with the first.
pub(crate) fn apply(coding: &Coding, inputs: &mut [Input]) {
    let mut unmatched: Option<Vec<Diagnostic>> = None;
    for document in inputs.iter_mut().filter_map(|input| input.document.as_mut().ok()) {
        let lost = coding.apply(&mut document.extraction.items);
        match &mut unmatched {
            None => unmatched = Some(lost),
            Some(all) => all.retain(|told| lost.contains(told)),
        }
    }
    let first = inputs.iter_mut().find_map(|input| input.document.as_mut().ok());
    if let Some(first) = first {
        first.extraction.diagnostics.extend(unmatched.unwrap_or_default());
    }
}
