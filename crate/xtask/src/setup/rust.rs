//! The wasm target of the Rust that runs us; added through rustup, where there is one.

use std::path::Path;

use crate::shell::{ask, program, run};
use crate::step::note;
use crate::trouble::Trouble;

const TARGET: &str = "wasm32-unknown-unknown";

const NO_RUSTUP: &str = "with rustup (https://rustup.rs): rustup target add wasm32-unknown-unknown\n\
    with a distribution's Rust: install its package of the standard library for wasm32\n\
    (libstd-rust-dev-wasm32 on Debian, rust-std-static-wasm32-unknown-unknown on Fedora)";

/// Adds the target when it is missing.
pub fn ensure_wasm_target() -> Result<(), Trouble> {
    if is_there() {
        note("is there");
        return Ok(());
    }
    if ask(program("rustup").arg("--version")).is_none() {
        return Err(Trouble::new(
            format!("Rust's target {TARGET} is missing, and rustup is not here to add it"),
            NO_RUSTUP,
        ));
    }
    run(
        program("rustup").args(["target", "add", TARGET]),
        "check the network, then run it again by hand: rustup target add wasm32-unknown-unknown",
    )
}

/// A target is there when its standard library is; this holds with and without rustup.
fn is_there() -> bool {
    ask(program("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}
