//! The engine compiled for the browser, with the profile `web` of the workspace and the target features of
//! `.cargo/config.toml`.

use std::path::PathBuf;
use std::process::Stdio;

use serde::Deserialize;

use crate::shell::{cargo, line};
use crate::trouble::Trouble;

const REMEDY: &str = "read the compiler's message above; if it says that a crate cannot be found for wasm32, run\n\
    rustup target add wasm32-unknown-unknown";

/// Compiles a package with a profile and features beyond none, and gives the path of the wasm file that cargo names.
pub fn compile(package: &str, profile: &str, features: &[&str]) -> Result<PathBuf, Trouble> {
    let mut command = cargo();
    command.args(["build", "--package", package, "--lib", "--target", "wasm32-unknown-unknown"]);
    command.args(["--profile", profile, "--message-format", "json-render-diagnostics"]);
    if !features.is_empty() {
        command.args(["--no-default-features", "--features", &features.join(",")]);
    }
    command.arg("--config").arg(without_machine_paths());
    // A general RUSTFLAGS would replace the target features that .cargo/config.toml names for this target.
    command.env_remove("RUSTFLAGS").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let output =
        command.output().map_err(|error| Trouble::new(format!("could not run cargo: {error}"), REMEDY))?;
    if !output.status.success() {
        return Err(Trouble::new(format!("`{}` failed", line(&command)), REMEDY));
    }
    let name = format!("{}.wasm", package.replace('-', "_"));
    wasm_file(&String::from_utf8_lossy(&output.stdout), &name)
        .ok_or_else(|| Trouble::new("cargo built the engine but named no wasm file", "report this as a bug"))
}

/// Messages of crates from the registry name their files: below `registry`, wherever it lies on this machine. Cargo
/// adds these flags to those of `.cargo/config.toml`.
fn without_machine_paths() -> String {
    let home = std::env::home_dir().unwrap_or_default().join(".cargo");
    let home = std::env::var_os("CARGO_HOME").map_or(home, PathBuf::from);
    let flag = format!("--remap-path-prefix={}=cargo", home.display());
    format!("target.wasm32-unknown-unknown.rustflags=[{flag:?}]")
}

/// The part of cargo's messages that we read.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// The wasm file among the artifacts that cargo reports, one message a line.
fn wasm_file(messages: &str, wanted: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Message>(line).ok());
    messages
        .filter(|message| message.reason == "compiler-artifact")
        .flat_map(|message| message.filenames)
        .rfind(|file| file.file_name().is_some_and(|name| name == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_file_is_found_among_cargos_messages() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","filenames":["/t/deps/libchrono.rlib"]}"#,
            "\nnot json\n",
            r#"{"reason":"compiler-artifact","filenames":["/t/web/dateline_wasm.wasm","/t/web/libdateline_wasm.rlib"]}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
        );
        assert_eq!(
            wasm_file(messages, "dateline_wasm.wasm"),
            Some(PathBuf::from("/t/web/dateline_wasm.wasm"))
        );
        assert_eq!(wasm_file(r#"{"reason":"build-finished","success":true}"#, "dateline_wasm.wasm"), None);
    }
}
