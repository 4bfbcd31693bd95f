//! `cargo xtask bench search`: the text search in wasm as it is shipped, over made-up texts. Prints, judges nothing.

use crate::project;
use crate::shell::{program, run as shell};
use crate::trouble::Trouble;

/// Builds the wasm and searches so many texts.
pub fn run(items: u32) -> Result<(), Trouble> {
    let folder = super::wasm()?;
    let script = project::root().join("tests/bench/search.mjs");
    shell(program("node").arg(script).arg(folder).arg(items.to_string()), "read the message above")
}
