//! `cargo xtask bench reading`: the engine natively and in wasm, beside other tools, on one text in one run. Prints, judges nothing.

use std::path::PathBuf;

use crate::build::{bindings, wasm};
use crate::shell::{cargo, program, run as shell};
use crate::step::step;
use crate::trouble::Trouble;
use crate::{project, setup};

const REMEDY: &str = "read the message above";

/// Builds what is measured and runs it on a text; the sample report where none is named.
pub fn run(text: Option<PathBuf>) -> Result<(), Trouble> {
    setup::all()?;
    let text = text.unwrap_or_else(|| project::www().join("public/sample-report.txt"));
    let native = project::root().join("target/release/native");
    step("Benches for this machine", || {
        shell(cargo().args(["build", "--release", "--package", "dateline-bench", "--bin", "native"]), REMEDY)
    })?;
    let folder = project::scratch().join("bench");
    step("Benches as wasm", || {
        let compiled = wasm::compile("dateline-bench", "web-items", &[])?;
        bindings::for_node(&compiled, &folder, "dateline_bench")
    })?;
    let script = project::root().join("tests/bench/reading.mjs");
    shell(program("node").arg(script).arg(folder).arg(native).arg(text), REMEDY)
}
