//! The JavaScript and TypeScript bindings of the engine, by the generator as a library.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::trouble::Trouble;

/// Writes `dateline_wasm.js`, its types and `dateline_wasm_bg.wasm` into an emptied folder; gives the wasm's path.
pub fn generate(engine: &Path, folder: &Path) -> Result<PathBuf, Trouble> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| Trouble::file("make", folder, &error))?;
    let mut generator = Bindgen::new();
    generator.input_path(engine).out_name("dateline_wasm").typescript(true).remove_producers_section(true);
    generator.web(true).and_then(|generator| generator.generate(folder)).map_err(|error| {
        Trouble::new(
            format!("the binding generator failed: {error:#}"),
            "the generator and the macro must be of one version: in Cargo.lock wasm-bindgen and\n\
             wasm-bindgen-cli-support have to agree (cargo update -p wasm-bindgen-cli-support)",
        )
    })?;
    Ok(folder.join("dateline_wasm_bg.wasm"))
}
