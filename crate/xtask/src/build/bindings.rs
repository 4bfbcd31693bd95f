//! The JavaScript and TypeScript bindings of the engine, by the generator as a library.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::trouble::Trouble;

/// Writes `NAME.js`, its types and `NAME_bg.wasm` into an emptied folder; gives the wasm's path.
pub fn generate(engine: &Path, folder: &Path, name: &str) -> Result<PathBuf, Trouble> {
    let mut generator = Bindgen::new();
    written(generator.web(true).map(|generator| generator.typescript(true)), engine, folder, name)?;
    Ok(folder.join(format!("{name}_bg.wasm")))
}

/// Writes `NAME.js` for Node and its wasm into an emptied folder.
pub fn for_node(engine: &Path, folder: &Path, name: &str) -> Result<(), Trouble> {
    let mut generator = Bindgen::new();
    written(generator.nodejs_module(true).map(|generator| generator.typescript(false)), engine, folder, name)
}

fn written<E: std::fmt::Display>(
    generator: Result<&mut Bindgen, E>,
    engine: &Path,
    folder: &Path,
    name: &str,
) -> Result<(), Trouble> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| Trouble::file("make", folder, &error))?;
    let generator = generator.map_err(|error| failed(&error))?;
    generator.input_path(engine).out_name(name).remove_producers_section(true);
    generator.generate(folder).map_err(|error| failed(&format!("{error:#}")))
}

fn failed(error: &dyn std::fmt::Display) -> Trouble {
    Trouble::new(
        format!("the binding generator failed: {error}"),
        "the generator and the macro must be of one version: in Cargo.lock wasm-bindgen and\n\
         wasm-bindgen-cli-support have to agree (cargo update -p wasm-bindgen-cli-support)",
    )
}
