//! The open data: fetched once into `target/gazetteer` by npm, version and integrity pinned in `data/open`.
//!
//! Gives paths, texts and JSON of the fetched packages. Does not know what is in them.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What is copied from `data/open`: the packages with their checksums, and the script that makes plain text of some.
const PINNED: [&str; 3] = ["package.json", "package-lock.json", "read.mjs"];

/// The folder with the fetched packages.
pub struct Sources {
    place: PathBuf,
}

/// Installs the pinned packages into `target/gazetteer`.
///
/// # Errors
///
/// When npm or Node is missing or fails.
pub fn fetch(root: &Path, pinned: &Path) -> Result<Sources, Box<dyn Error>> {
    let place = root.join("target/gazetteer");
    std::fs::create_dir_all(&place)?;
    for file in PINNED {
        std::fs::copy(pinned.join(file), place.join(file))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(npm, &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"], &place)?;
    run("node", &["read.mjs"], &place)?;
    Ok(Sources { place })
}

fn run(program: &str, arguments: &[&str], place: &Path) -> Result<(), Box<dyn Error>> {
    match Command::new(program).args(arguments).current_dir(place).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} failed ({status}); is there a network?").into()),
        Err(error) => Err(format!("{program} cannot be started ({error}); Node brings it").into()),
    }
}

impl Sources {
    /// The folder of a package.
    pub fn package(&self, name: &str) -> PathBuf {
        self.place.join("node_modules").join(name)
    }

    /// The version of a package.
    pub fn version(&self, name: &str) -> Result<String, Box<dyn Error>> {
        let about = json(&self.package(name).join("package.json"))?;
        Ok(about.get("version").and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    /// Leaves a note for whoever works on the lists.
    pub fn note(&self, file: &str, text: &str) -> Result<(), Box<dyn Error>> {
        Ok(std::fs::write(self.place.join(file), text)?)
    }

    /// A text that `read.mjs` has written.
    pub fn text(&self, file: &str) -> Result<String, Box<dyn Error>> {
        std::fs::read_to_string(self.place.join(file)).map_err(|error| format!("{file}: {error}").into())
    }
}

/// A JSON file.
pub fn json(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}
