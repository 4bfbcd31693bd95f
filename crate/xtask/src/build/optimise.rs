//! wasm-opt, from the npm package binaryen: it takes about a third off the engine's size.

use std::fs;
use std::path::Path;

use crate::build::order;
use crate::project;
use crate::shell::{program, run};
use crate::step::note;
use crate::trouble::Trouble;

const REMEDY: &str = "run `npm ci` and try again; if it speaks of a feature that is not enabled, add that feature to\n\
    the flags in crate/xtask/src/build/optimise.rs";

/// Small first, as brotli sends it. Inlining is left to the compiler: a function that is copied into another one is
/// smaller raw, but less like all the others, and brotli then takes 4 % more; the same for common subexpressions, and
/// for data in pieces where zeros are left out, which brotli sends for nothing. No hints of alignment: browsers do not
/// read them. Nothing lies in the lowest 1 KB of memory but the far end of the stack. The features are those that
/// Rust's wasm target and `.cargo/config.toml` turn on.
pub fn flags() -> &'static [&'static str] {
    &[
        "-Oz",
        "--converge",
        "--always-inline-max-function-size=0",
        "--one-caller-inline-max-function-size=0",
        "--skip-pass=local-cse",
        "--skip-pass=memory-packing",
        "--low-memory-unused",
        "--dealign",
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
        "--enable-simd",
    ]
}

/// Once more at the end, in the order of the names, and without them.
const LAST: &[&str] = &["--reorder-functions-by-name", "--strip-debug", "--strip-producers"];

/// Replaces the wasm file by its shrunk form: shrunk, put in order, shrunk again.
pub fn shrink(wasm: &Path) -> Result<(), Trouble> {
    let before = size(wasm);
    optimise(wasm, &["--debuginfo"])?;
    order::name_by_place(wasm)?;
    optimise(wasm, LAST)?;
    note(&format!("{before} to {} bytes", size(wasm)));
    Ok(())
}

fn optimise(wasm: &Path, more: &[&str]) -> Result<(), Trouble> {
    let shrunk = wasm.with_extension("shrunk");
    let tool = project::root().join("node_modules").join("binaryen").join("bin").join("wasm-opt");
    run(program("node").arg(tool).arg(wasm).args(flags()).args(more).arg("--output").arg(&shrunk), REMEDY)?;
    fs::rename(&shrunk, wasm).map_err(|error| Trouble::file("replace", wasm, &error))
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |meta| meta.len())
}
