//! Helpers shared by the tests: where the corpus and the real reports lie.

pub mod look;
pub mod made;

use std::path::PathBuf;

/// The root of the workspace.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of one of the real reports, which are kept beside the project and not in it.
///
/// Returns `None` where the reports are not there; a test then says that it was skipped.
///
/// # Panics
///
/// In CI (`CI=true`) a missing report is a failure.
#[allow(clippy::panic, clippy::print_stderr)]
pub fn real_report(name: &str) -> Option<String> {
    let path = root().join("../shared/reports").join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if std::env::var_os("CI").is_some() => {
            panic!("the real report `{name}` is needed in CI: {error}")
        }
        Err(_) => {
            eprintln!("SKIPPED: the real report `{name}` is not beside the project");
            None
        }
    }
}

/// No. 18: bullets with trailers.
pub const NO_18: &str = "003_060ebdb8bf348bbd.txt";
/// No. 23: narrative prose only.
pub const NO_23: &str = "000_ed9888f7146d9e5a.txt";
