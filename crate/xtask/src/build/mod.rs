//! `cargo xtask build`: from the workspace to the distributable site in `dist/`, in four steps: the engines as wasm,
//! their bindings, their shrinking (panics without words, then wasm-opt), the site by Vite.

pub mod bindings;
mod optimise;
mod order;
mod quiet;
mod site;
pub mod wasm;

use std::fs;
use std::path::Path;

use crate::project;
use crate::setup;
use crate::step::{note, step};
use crate::trouble::Trouble;

/// Installs what is missing and builds the site.
pub fn run() -> Result<(), Trouble> {
    setup::all()?;
    site()?;
    note(&format!("the site is in {}", project::dist().display()));
    Ok(())
}

/// An engine of the site: the one crate with some of its features.
struct Engine {
    /// What it is called, and its folder in the front end.
    name: &'static str,
    feature: &'static str,
    profile: &'static str,
}

/// One for texts, small above all; one for data, fast above all. A page loads the one that it shows something with.
const ENGINES: [Engine; 2] = [
    Engine { name: "dateline_reports", feature: "reports", profile: "web" },
    Engine { name: "dateline_items", feature: "items", profile: "web-items" },
];

/// Builds the site with what is installed.
pub fn site() -> Result<(), Trouble> {
    for engine in &ENGINES {
        let Engine { name, feature, profile } = engine;
        let compiled =
            step(&format!("Engine for {feature} to wasm (the first time takes a few minutes)"), || {
                wasm::compile("dateline-wasm", profile, &[feature])
            })?;
        step(&format!("Bindings and wasm-opt: {name}"), || shrunk_bindings(&compiled, name))?;
    }
    step("Site by Vite", site::build)
}

/// Generates and shrinks beside, then lays the result into the front end; does nothing for an engine done before.
fn shrunk_bindings(engine: &Path, name: &str) -> Result<(), Trouble> {
    let beside = project::scratch().join(name);
    let stamp = project::scratch().join(format!("{name}.stamp"));
    let place = project::bindings().join(name);
    let key = key(engine)?;
    if fs::read(&stamp).is_ok_and(|done| done == key) && place.is_dir() {
        note("the engine is the one of last time");
        return Ok(());
    }
    let wasm = bindings::generate(engine, &beside, name)?;
    quiet::panics(&wasm)?;
    optimise::shrink(&wasm)?;
    replace_folder(&beside, &place)?;
    fs::write(&stamp, key).map_err(|error| Trouble::file("write", &stamp, &error))
}

/// What the result depends on: the engine's bytes, and how they are treated.
fn key(engine: &Path) -> Result<Vec<u8>, Trouble> {
    let mut key = fs::read(engine).map_err(|error| Trouble::file("read", engine, &error))?;
    key.extend(optimise::flags().join(" ").bytes());
    key.extend(env!("CARGO_PKG_VERSION").bytes());
    Ok(key)
}

/// Makes `to` hold the files of `from` and no others.
fn replace_folder(from: &Path, to: &Path) -> Result<(), Trouble> {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).map_err(|error| Trouble::file("make", to, &error))?;
    let files = fs::read_dir(from).map_err(|error| Trouble::file("read", from, &error))?;
    for file in files.flatten() {
        let path = file.path();
        fs::copy(&path, to.join(file.file_name())).map_err(|error| Trouble::file("copy", &path, &error))?;
    }
    Ok(())
}
