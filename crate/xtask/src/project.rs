//! Where things are in the project. Names paths; touches no file.

use std::path::PathBuf;

/// The top of the project: this package lives two folders below it.
pub fn root() -> PathBuf {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.pop();
    path.pop();
    path
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The front end.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The browser tests.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// The generated bindings and the engine, as the front end imports them.
pub fn bindings() -> PathBuf {
    www().join("src").join("wasm")
}

/// The budget of sizes.
pub fn size_budget() -> PathBuf {
    root().join("size-budget.json")
}

/// Where the commands keep what they made between two runs.
pub fn scratch() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("xtask")
}
