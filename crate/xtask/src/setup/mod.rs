//! What the other commands need on this machine, added where that can be done by itself: the wasm target, Node and
//! the front end's packages. Installs nothing outside rustup's folder and `node_modules`.

mod node;
mod packages;
mod rust;

use crate::step::step;
use crate::trouble::Trouble;

/// Everything a build of the site needs.
pub fn all() -> Result<(), Trouble> {
    wasm_target()?;
    front_end()
}

/// The Rust target of the engine.
pub fn wasm_target() -> Result<(), Trouble> {
    step("Rust target wasm32-unknown-unknown", rust::ensure_wasm_target)
}

/// Node, and the packages named in the lock file.
pub fn front_end() -> Result<(), Trouble> {
    step("Node and the front end's packages", || {
        node::check()?;
        packages::ensure()
    })
}
